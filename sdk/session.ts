/**
 * Who is signed in: the tokens, kept in a {@link TokenStore}, renewed in time and by one request however many calls need it.
 *
 *     signed out ──signIn──▶ pending ──▶ signed in ──nearly expired, or a 401──▶ pending ──▶ signed in
 *                                                                                  └──unauthenticated──▶ signed out
 *
 * While a sign-in or a renewal is pending, calls wait for it; those in the same batch refer to its reply instead of waiting.
 * A renewal that fails for any reason but `unauthenticated` signs nobody out: the network may be back in a moment.
 *
 * A call belongs to the session in which it was made ({@link Tenure}), however long it waits before it leaves.
 * @module
 */
import { Fault, toFault } from "../proto/fault.ts";
import type { AnyMessage, AnyMethod, ServiceType } from "../proto/message/message.ts";
import type { Job } from "./job.ts";
import { tellAll } from "./listeners.ts";
import { bodyRef, type RefTo } from "./reference.ts";
import type { Reply } from "./reply.ts";
import { newTenure, type Renewal, type Tenure } from "./tenure.ts";
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

export class Session {
  readonly #options: SessionOptions;
  readonly #listeners = new Set<(event: SessionEvent) => void>();
  #tenure: Tenure = newTenure();

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  /** Whose calls are made now. */
  get tenure(): Tenure {
    return this.#tenure;
  }

  /** @returns takes the listener away */
  listen(listener: (event: SessionEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The tokens, once they are loaded. While somebody signs in, those of who was signed in before. */
  async tokens(): Promise<Tokens | undefined> {
    await this.#load();
    return this.#signedIn.tokens;
  }

  /**
   * A token for something else than a call, good for a while yet. Undefined where nobody is signed in.
   * @param refused one that was not taken, and is of no use any more
   * @throws Fault where no answer was to be had
   */
  async accessToken(refused?: string): Promise<string | undefined> {
    await this.#load();
    const tenure = this.#signedIn;
    const { tokens } = tenure;
    if (tokens === undefined) return undefined;
    if (tenure === this.#tenure && (this.#endsSoon(tokens) || tokens.accessToken === refused)) {
      try {
        await this.#renew(tenure).done;
      } catch (thrown) {
        const fault = toFault(thrown);
        if (fault.code !== "unauthenticated") throw fault;
      }
    }
    const token = this.#signedIn.tokens?.accessToken;
    return token === refused ? undefined : token;
  }

  /** Must have resolved before {@link authorization} is asked: loads the tokens, and starts to renew those that end soon. */
  async prepare(): Promise<void> {
    await this.#load();
    const tenure = this.#tenure;
    if (tenure.tokens === undefined || tenure.pending !== undefined || !this.#endsSoon(tenure.tokens)) return;
    if (this.#options.now() >= tenure.pausedUntilMs) await this.#renew(tenure).started;
  }

  /** Of the session in which the job was made, whoever is signed in now. @param job which never waits for itself */
  authorization(job: Job): Authorization {
    const { pending, tokens, ended } = job.tenure;
    if (pending === job || ended) return NONE;
    if (pending !== undefined && !pending.settled) {
      const reply = bodyRef(pending, pending.work.output) as unknown as { readonly accessToken: RefTo<unknown> };
      return { kind: "pending", job: pending, token: reply.accessToken };
    }
    return tokens === undefined ? NONE : { kind: "token", token: tokens.accessToken };
  }

  /**
   * Takes over the session that the job's reply will open. Who was signed in before is so until then, and again if it fails.
   * @returns resolves when the tokens are in use and stored
   * @throws Fault as the job does
   */
  async adopt(job: Job): Promise<void> {
    const loaded = this.#load(); // Calls that were made before go with what is found.
    const before = this.#signedIn;
    const tenure = newTenure({ loaded, before, opening: job });
    this.#tenure = tenure;
    job.tenure = tenure;
    try {
      await this.#settle(job, tenure, "signed-in");
    } catch (thrown) {
      tenure.ended = true;
      if (this.#tenure === tenure) this.#tenure = before.ended ? newTenure({ loaded }) : before;
      throw thrown;
    }
  }

  /**
   * After a 401: whether there is another token to try.
   * @param refused the token that was sent; undefined where it came out of a reply in the same batch
   * @throws Fault where no answer was to be had
   */
  async renewed({ tenure }: Job, refused: string | undefined): Promise<boolean> {
    const before = tenure.tokens?.accessToken;
    if (before === undefined || tenure !== this.#tenure) return false;
    if (refused !== undefined && refused !== before) return true;
    try {
      await this.#renew(tenure).done;
    } catch (thrown) {
      const fault = toFault(thrown);
      if (fault.code !== "unauthenticated") throw fault;
    }
    return !tenure.ended && tenure.tokens?.accessToken !== before;
  }

  /**
   * Ends a session, and forgets its tokens. Another that was opened meanwhile goes on.
   * @param fault why, where it was the server's will
   */
  async end(tenure: Tenure, fault?: Fault): Promise<void> {
    const wasIn = this.#signedIn === tenure && tenure.tokens !== undefined;
    tenure.ended = true;
    if (this.#tenure === tenure) this.#tenure = newTenure({ loaded: Promise.resolve() });
    if (!wasIn) return;
    await this.#stored(() => this.#options.store.clear());
    tellAll(this.#listeners, { type: "signed-out", ...(fault === undefined ? {} : { fault }) });
  }

  /** Who is signed in for the app: while somebody signs in, still the one before. */
  get #signedIn(): Tenure {
    return this.#tenure.before ?? this.#tenure;
  }

  #load(): Promise<void> {
    const tenure = this.#tenure;
    tenure.loaded ??= this.#stored(() => this.#options.store.get()).then(({ value }) => {
      tenure.tokens = value;
    });
    return tenure.loaded;
  }

  #endsSoon(tokens: Tokens): boolean {
    return tokens.accessExpiresAtMs - this.#options.now() < EARLY_MS;
  }

  /** One renewal for all who ask meanwhile. */
  #renew(tenure: Tenure): Renewal {
    if (tenure.renewal !== undefined) return tenure.renewal;
    const started = this.#startRenewal(tenure);
    const done = started.then((job) => (job === undefined ? undefined : this.#settle(job, tenure, "refreshed")));
    const over = () => {
      tenure.renewal = undefined;
    };
    done.then(over, over); // Its failure reaches the calls that wait for the job, and `renewed`.
    tenure.renewal = { started, done };
    return tenure.renewal;
  }

  /**
   * Reads the store again first: another client of the same store may have used the refresh token, and a token that is used
   * twice, later than the server's grace, ends the session. It may also have signed in somebody else, who then is so here too.
   */
  async #startRenewal(tenure: Tenure): Promise<Job | undefined> {
    const { refresh, store } = this.#options;
    const { ok, value: stored } = await this.#stored(() => store.get());
    if (tenure !== this.#tenure || tenure.tokens === undefined) return undefined;
    if (ok && stored === undefined) {
      await this.end(tenure);
      return undefined;
    }
    if (stored !== undefined && stored.uid !== tenure.tokens.uid) {
      tenure.ended = true;
      this.#tenure = newTenure({ loaded: Promise.resolve(), tokens: stored });
      tellAll(this.#listeners, { type: "signed-in", uid: stored.uid });
      return undefined;
    }
    if (stored !== undefined && stored.refreshToken !== tenure.tokens.refreshToken) {
      tenure.tokens = stored;
      if (!this.#endsSoon(stored)) return undefined;
    }
    const job = refresh(tenure.tokens.refreshToken);
    tenure.pending = job;
    return job;
  }

  /** Waits for the job that opens or renews the session, and takes its tokens. */
  async #settle(job: Job, tenure: Tenure, type: "signed-in" | "refreshed"): Promise<void> {
    tenure.pending = job;
    let tokens: Tokens;
    try {
      tokens = this.#tokensOf(await job.done, job);
      if (tenure.ended) return;
      tenure.tokens = tokens;
    } catch (thrown) {
      const fault = toFault(thrown);
      if (type === "refreshed" && !tenure.ended) {
        tenure.pausedUntilMs = this.#options.now() + PAUSE_MS;
        if (fault.code === "unauthenticated") await this.end(tenure, fault);
      }
      throw fault;
    } finally {
      if (tenure.pending === job) tenure.pending = undefined;
    }
    if (tenure === this.#tenure) tenure.before = undefined;
    await tenure.loaded; // What is read for calls that were made before must not be what is stored now.
    if (tenure !== this.#signedIn) return;
    await this.#stored(() => this.#options.store.set(tokens));
    tellAll(this.#listeners, { type, uid: tokens.uid });
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
      tellAll(this.#listeners, { type: "store-failed", cause });
      return { ok: false, value: undefined };
    }
  }
}
