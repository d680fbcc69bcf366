/**
 * Who is signed in: the tokens, kept in a {@link TokenStore}, renewed in time and by one request however many calls need it.
 *
 *     signed out ──signIn──▶ pending ──▶ signed in ──nearly expired, or a 401──▶ pending ──▶ signed in
 *                                                                                  └──unauthenticated──▶ signed out
 *
 * While a sign-in or a renewal is pending, calls wait for it; those in the same batch refer to its reply instead of waiting.
 * A renewal that fails for any reason but `unauthenticated` signs nobody out: the network may be back in a moment.
 * @module
 */
import { Fault, toFault } from "../proto/fault.ts";
import type { AnyMessage, AnyMethod, ServiceType } from "../proto/message/message.ts";
import type { Job } from "./job.ts";
import { bodyRef, type RefTo } from "./reference.ts";
import type { Reply } from "./reply.ts";
import type { TokenStore, Tokens } from "./token-store.ts";

/** What a sign-in answers: fairway.passport.v1.Session, or a message of one's own with these fields. */
export interface SessionReply {
  readonly uid: bigint;
  readonly accessToken: string;
  readonly expiresInSeconds: number;
  readonly refreshToken: string;
}

/** The service that keeps sessions: `PassportService`, or one of one's own with these methods. */
export interface SessionService extends ServiceType {
  readonly methods: ServiceType["methods"] & {
    /** Takes `{ refreshToken }`. */
    readonly refresh: AnyMethod & { readonly output: AnyMessage & { decode(bytes: Uint8Array): SessionReply } };
    readonly signOut: AnyMethod;
  };
}

export type SessionEvent =
  | { readonly type: "signed-in"; readonly uid: string }
  | { readonly type: "refreshed"; readonly uid: string }
  /** `fault` where the server ended the session, absent where the app did. */
  | { readonly type: "signed-out"; readonly fault?: Fault }
  /** The session goes on, but the next start of the app will not know of it. */
  | { readonly type: "store-failed"; readonly cause: unknown };

/** What goes into a call's `authorization`. */
export type Authorization =
  | { readonly kind: "none" }
  | { readonly kind: "token"; readonly token: string }
  /** The token is in the reply of this job. */
  | { readonly kind: "pending"; readonly job: Job; readonly token: RefTo<unknown> };

export interface SessionOptions {
  readonly store: TokenStore;
  readonly now: () => number;
  /** Sends the renewal; gives nothing where there is no service for it. */
  readonly refresh: (refreshToken: string) => Job | undefined;
}

/** So much before its end a token is renewed: it must still be good when a slow network has carried it there. */
const EARLY_MS = 30_000;
const NONE: Authorization = { kind: "none" };

/** After a renewal that failed, calls first use what is left of the old token; only a 401 asks again sooner. */
const PAUSE_MS = 5_000;

interface Renewal {
  /** Resolves when its job is there, or none is needed. */
  readonly started: Promise<unknown>;
  readonly done: Promise<void>;
}

export class Session {
  readonly #options: SessionOptions;
  readonly #listeners = new Set<(event: SessionEvent) => void>();
  #tokens: Tokens | undefined;
  #loading: Promise<void> | undefined;
  #pending: Job | undefined;
  #renewal: Renewal | undefined;
  #pausedUntilMs = 0;
  /** Grows when somebody else, or nobody, is signed in: what was under way before then changes nothing any more. */
  #generation = 0;

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  get generation(): number {
    return this.#generation;
  }

  /** @returns takes the listener away */
  listen(listener: (event: SessionEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The tokens, once they are loaded. */
  async tokens(): Promise<Tokens | undefined> {
    this.#loading ??= this.#load();
    await this.#loading;
    return this.#tokens;
  }

  /** Must have resolved before {@link authorization} is asked: loads the tokens, and starts to renew those that end soon. */
  async prepare(): Promise<void> {
    const tokens = await this.tokens();
    if (tokens === undefined || this.#pending !== undefined || !this.#endsSoon(tokens)) return;
    if (this.#options.now() >= this.#pausedUntilMs) await this.#renew().started;
  }

  /** @param job which never waits for itself */
  authorization(job: Job): Authorization {
    const pending = this.#pending;
    if (pending === job) return NONE;
    if (pending !== undefined && !pending.settled) {
      const reply = bodyRef(pending, pending.work.output) as unknown as { readonly accessToken: RefTo<unknown> };
      return { kind: "pending", job: pending, token: reply.accessToken };
    }
    return this.#tokens === undefined ? NONE : { kind: "token", token: this.#tokens.accessToken };
  }

  /**
   * Takes over the session that the job's reply will open. Who was signed in before is so until then.
   * @returns resolves when the tokens are in use and stored
   * @throws Fault as the job does
   */
  async adopt(job: Job): Promise<void> {
    this.#generation++;
    this.#loading ??= Promise.resolve();
    this.#renewal = undefined;
    await this.#settle(job, "signed-in");
  }

  /**
   * After a 401: whether there is another token to try.
   * @param refused the token that was sent; undefined where it came out of a reply in the same batch
   * @throws Fault where no answer was to be had
   */
  async renewed(refused: string | undefined): Promise<boolean> {
    const before = this.#tokens?.accessToken;
    if (before === undefined) return false;
    if (refused !== undefined && refused !== before) return true;
    try {
      await this.#renew().done;
    } catch (thrown) {
      const fault = toFault(thrown);
      if (fault.code !== "unauthenticated") throw fault;
    }
    return this.#tokens !== undefined && this.#tokens.accessToken !== before;
  }

  /** Forgets the tokens. @param fault why, where it was the server's will */
  async end(fault?: Fault): Promise<void> {
    this.#generation++;
    this.#loading ??= Promise.resolve();
    this.#pending = undefined;
    this.#renewal = undefined;
    const wasIn = this.#tokens !== undefined;
    this.#tokens = undefined;
    await this.#stored(() => this.#options.store.clear());
    if (wasIn) this.#tell({ type: "signed-out", ...(fault === undefined ? {} : { fault }) });
  }

  async #load(): Promise<void> {
    const generation = this.#generation;
    const { value } = await this.#stored(() => this.#options.store.get());
    if (generation === this.#generation) this.#tokens = value;
  }

  #endsSoon(tokens: Tokens): boolean {
    return tokens.accessExpiresAtMs - this.#options.now() < EARLY_MS;
  }

  /** One renewal for all who ask meanwhile. */
  #renew(): Renewal {
    if (this.#renewal !== undefined) return this.#renewal;
    const started = this.#startRenewal();
    const done = started.then((job) => (job === undefined ? undefined : this.#settle(job, "refreshed")));
    const renewal = { started, done };
    const over = () => {
      if (this.#renewal === renewal) this.#renewal = undefined;
    };
    done.then(over, over); // Its failure reaches the calls that wait for the job, and `renewed`.
    this.#renewal = renewal;
    return renewal;
  }

  /**
   * Reads the store again first: another client of the same store may have used the refresh token, and a token that is used
   * twice, later than the server's grace, ends the session.
   */
  async #startRenewal(): Promise<Job | undefined> {
    const { refresh, store } = this.#options;
    const generation = this.#generation;
    const read = await this.#stored(() => store.get());
    if (generation !== this.#generation || this.#tokens === undefined) return undefined;
    if (read.ok && read.value === undefined) {
      await this.end();
      return undefined;
    }
    if (read.value !== undefined && read.value.refreshToken !== this.#tokens.refreshToken) {
      this.#tokens = read.value;
      if (!this.#endsSoon(read.value)) return undefined;
    }
    const job = refresh(this.#tokens.refreshToken);
    this.#pending = job;
    return job;
  }

  /** Waits for the job that opens or renews the session, and takes its tokens. */
  async #settle(job: Job, type: "signed-in" | "refreshed"): Promise<void> {
    const generation = this.#generation;
    this.#pending = job;
    try {
      const tokens = this.#tokensOf(await job.done, job);
      if (generation !== this.#generation) return;
      this.#tokens = tokens;
    } catch (thrown) {
      const fault = toFault(thrown);
      if (generation === this.#generation && type === "refreshed") {
        this.#pausedUntilMs = this.#options.now() + PAUSE_MS;
        if (fault.code === "unauthenticated") await this.end(fault);
      }
      throw fault;
    } finally {
      if (this.#pending === job) this.#pending = undefined;
    }
    const { uid } = this.#tokens;
    await this.#stored(() => this.#options.store.set(this.#tokens as Tokens));
    this.#tell({ type, uid });
  }

  #tokensOf(reply: Reply, job: Job): Tokens {
    if (job.work.output === undefined) throw new Fault("internal", `${job.name} has no contract, so no tokens`);
    const { uid, accessToken, expiresInSeconds, refreshToken } = reply.decode(job.work.output) as SessionReply;
    const accessExpiresAtMs = this.#options.now() + expiresInSeconds * 1000;
    return { uid: String(uid), accessToken, accessExpiresAtMs, refreshToken };
  }

  /** What a store throws is told to the listeners: the session in memory is good, and no call may fail of it. */
  async #stored<T>(use: () => Promise<T> | T): Promise<{ readonly ok: boolean; readonly value: T | undefined }> {
    try {
      return { ok: true, value: await use() };
    } catch (cause) {
      this.#tell({ type: "store-failed", cause });
      return { ok: false, value: undefined };
    }
  }

  /** What a listener throws is its own, and must not end what it is told of: it surfaces as an uncaught error. */
  #tell(event: SessionEvent): void {
    for (const listener of this.#listeners) {
      try {
        listener(event);
      } catch (thrown) {
        setTimeout(() => {
          throw thrown;
        }, 0);
      }
    }
  }
}
