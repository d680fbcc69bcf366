/**
 * The origin's signing keys, kept for all requests of this process.
 *
 * - Fresh keys are used as they are. Near the end of their freshness one request refreshes them in the background.
 * - While the origin is down they go on being used, for {@link STALE_MS_MAX}.
 * - A kid that is not among them makes one refresh in {@link REFRESH_INTERVAL_MS}, however many tokens name unknown kids.
 * - Without any keys nobody can be told apart: `unavailable`, not `unauthenticated`.
 *
 * One attempt at a time is shared by all requests. workerd ends what a request began when that request ends, and a promise that it
 * left behind is then never settled. So an attempt is given to its request's `waitUntil`, others wait for it no longer than it
 * may take, and then make one of their own.
 * @module
 */
import type { VerificationKey } from "../../proto/access-token.ts";
import { Fault } from "../../proto/fault.ts";
import { inTime } from "../invocation/invocation.ts";
import { type JwksDocument, readJwks } from "./jwks-document.ts";

/** The document is small and the origin near; a caller waits for it only once in the life of a process. */
const FETCH_TIMEOUT_MS = 3_000;
/** Beyond it an attempt counts as dead: its request ended and took it along. */
const ATTEMPT_MS_MAX = FETCH_TIMEOUT_MS + 500;
/** A waiter outlives one attempt that died; a second one in a row means that nobody gets through. */
const ROUNDS_MAX = 2;
/** Keys are refreshed when a tenth of their freshness is left, but never later than this before its end. */
const REFRESH_AHEAD_MS_MIN = 10_000;
/** Between two attempts that an unknown kid, or a failure, causes. Shorter than anyone's patience after an emergency rotation. */
const REFRESH_INTERVAL_MS = 10_000;
/** While there are no keys at all, each request fails, so the next attempt comes sooner. */
const FIRST_LOAD_INTERVAL_MS = 1_000;
/**
 * How long keys are used beyond their freshness while the origin cannot be asked. Tokens live for minutes and only come from the origin,
 * so that after an hour hardly anyone has one; and a key that was withdrawn for a reason must not be believed much longer.
 */
const STALE_MS_MAX = 3_600_000;

export type WaitUntil = (background: Promise<unknown>) => void;

export interface Keys {
  get(kid: string): VerificationKey | undefined;
}

export interface Jwks {
  /** The keys of now; a promise only where there are none yet. @throws Fault unavailable */
  keys(waitUntil: WaitUntil): Keys | Promise<Keys>;
  /** The keys, asked for anew when that is allowed again: for a token whose kid is not among those of {@link keys}. @throws Fault unavailable */
  newerKeys(waitUntil: WaitUntil): Promise<Keys>;
}

export interface JwksDeps {
  readonly fetchJwks: (signal: AbortSignal) => Promise<Response>;
  readonly now: () => number;
  /** Told of each failed refresh. */
  readonly warn: (message: string, cause: unknown) => void;
}

interface Loaded extends Keys {
  readonly keys: JwksDocument["keys"];
  readonly refreshFromMs: number;
  readonly staleUntilMs: number;
}

interface Attempt {
  readonly startedAtMs: number;
  ended: boolean;
  /** Never rejects; is never settled when its request ends first. */
  done: Promise<true>;
}

export function jwks({ fetchJwks, now, warn }: JwksDeps): Jwks {
  let loaded: Loaded | undefined;
  let latest: Attempt | undefined;
  let failedAtMs: number | undefined;

  return {
    keys(waitUntil) {
      const nowMs = now();
      if (loaded === undefined || nowMs >= loaded.staleUntilMs) return firstKeys(waitUntil);
      if (nowMs >= loaded.refreshFromMs && mayStart(REFRESH_INTERVAL_MS)) start(waitUntil);
      return loaded;
    },

    async newerKeys(waitUntil) {
      // An attempt that runs may bring the key; one that has just ended did not, and is not repeated for every such token.
      if (running() !== undefined || mayStart(REFRESH_INTERVAL_MS)) await refresh(waitUntil);
      // After a failure nobody knows whether the key is good, and a client that is told 401 would give its session up.
      if (loaded === undefined || failedAtMs !== undefined) throw unavailable(REFRESH_INTERVAL_MS);
      return loaded;
    },
  };

  async function firstKeys(waitUntil: WaitUntil): Promise<Keys> {
    if (running() !== undefined || mayStart(FIRST_LOAD_INTERVAL_MS)) await refresh(waitUntil);
    if (loaded === undefined || now() >= loaded.staleUntilMs) throw unavailable(FIRST_LOAD_INTERVAL_MS);
    return loaded;
  }

  /** Waits for the attempt that runs, or for one of its own when there is none, or when that one died on the way. */
  async function refresh(waitUntil: WaitUntil): Promise<void> {
    for (let round = 0; round < ROUNDS_MAX; round++) {
      const attempt = running();
      if (attempt === undefined) {
        await start(waitUntil).done;
        return;
      }
      const leftMs = ATTEMPT_MS_MAX - passedMs(attempt.startedAtMs);
      if (await inTime(attempt.done, leftMs, () => false)) return;
    }
  }

  function running(): Attempt | undefined {
    if (latest === undefined || latest.ended) return undefined;
    return passedMs(latest.startedAtMs) < ATTEMPT_MS_MAX ? latest : undefined;
  }

  function mayStart(intervalMs: number): boolean {
    return running() === undefined && (latest === undefined || passedMs(latest.startedAtMs) >= intervalMs);
  }

  /** Where the clock was set back nobody knows how much it is: nobody shall wait until that moment comes again. */
  function passedMs(sinceMs: number): number {
    const ms = now() - sinceMs;
    return ms < 0 ? Infinity : ms;
  }

  function start(waitUntil: WaitUntil): Attempt {
    const attempt: Attempt = { startedAtMs: now(), ended: false, done: Promise.resolve(true) };
    latest = attempt;
    attempt.done = load().then((): true => {
      attempt.ended = true;
      return true;
    });
    waitUntil(attempt.done);
    return attempt;
  }

  async function load(): Promise<void> {
    try {
      const document = await readJwks(await fetchJwks(AbortSignal.timeout(FETCH_TIMEOUT_MS)), loaded?.keys);
      loaded = keysOf(document, now());
      failedAtMs = undefined;
    } catch (cause) {
      failedAtMs = now();
      warn("the signing keys of the origin could not be refreshed", cause);
    }
  }

  function unavailable(intervalMs: number): Fault {
    const waitedMs = failedAtMs === undefined ? 0 : passedMs(failedAtMs);
    return new Fault("unavailable", "access tokens cannot be checked at the moment", {
      retryAfterSeconds: Math.max(1, Math.ceil((intervalMs - waitedMs) / 1000)),
    });
  }
}

function keysOf({ keys, freshSeconds }: JwksDocument, nowMs: number): Loaded {
  const freshMs = freshSeconds * 1000;
  return {
    keys,
    get: (kid) => keys.get(kid)?.key,
    refreshFromMs: nowMs + freshMs - Math.max(freshMs / 10, REFRESH_AHEAD_MS_MIN),
    staleUntilMs: nowMs + freshMs + STALE_MS_MAX,
  };
}
