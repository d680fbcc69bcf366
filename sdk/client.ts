/**
 * The client of an app: for browsers, React Native and Node, on web standards alone. The front door of the SDK.
 *
 *     const client = createClient({ baseUrl: "https://edge.example", sessions: PassportService });
 *     const passport = client.rpc(PassportService);
 *
 *     const session = client.session.signIn(passport.signInGuest({ deviceId }));
 *     const profile = passport.getProfile({});
 *     const hits = client.fetch(path`/api/search?q=${text}`, { message: SearchResult });
 *     const best = client.fetch(path`/api/countries/${hits.ref.items.at(0).country.cca3}`, { message: Country });
 *
 * These four are one request: calls of one tick are merged, the profile is asked with the token that the sign-in is about to
 * give, and the country with what the search is about to find. Each is a promise of its own.
 * @module
 */
import { BATCH_ITEMS_MAX } from "../proto/batch/batch.ts";
import type { Compressor, Dictionary } from "../proto/codec/codec.ts";
import { Fault } from "../proto/fault.ts";
import type { AnyMessage, AnyMethod, MessageType, ServiceType } from "../proto/message/message.ts";
import { pooledHex, renderTraceparent, startTrace } from "../proto/trace.ts";
import { Batches } from "./batch.ts";
import { type AnyCall, type Call, chainCall, jobOf, openCall } from "./call.ts";
import { portableCompressor } from "./compressor.ts";
import { type FetchRequest, fetchWork } from "./fetch-work.ts";
import { Job, type Work } from "./job.ts";
import { Joins } from "./join.ts";
import { Line } from "./line.ts";
import type { Network } from "./network/exchange.ts";
import type { Path } from "./reference.ts";
import type { Reply } from "./reply.ts";
import { Retries, type RetryOptions } from "./retry.ts";
import { type Rpc, rpcWork } from "./rpc.ts";
import { run } from "./run.ts";
import { Session, type SessionEvent, type SessionReply, type SessionService } from "./session.ts";
import { sendSingle } from "./single.ts";
import type { Tenure } from "./tenure.ts";
import { memoryTokens, type TokenStore, type Tokens } from "./token-store.ts";
import { type Fetch, Transport } from "./transport.ts";
import { wayOf, withWay } from "./way.ts";

export type { Dictionary } from "../proto/codec/codec.ts";
export { Fault } from "../proto/fault.ts";
export type { AnyCall, Call } from "./call.ts";
export { type FetchRequest, type HeaderValue, type MessageBody, messageBody } from "./fetch-work.ts";
export type { Network, Way } from "./network/exchange.ts";
export { type Path, type PathValue, path, type Ref, type RefTo, type WithRefs } from "./reference.ts";
export { Reply, replyOf } from "./reply.ts";
export type { RetryOptions } from "./retry.ts";
export type { Rpc } from "./rpc.ts";
export type { SessionEvent, SessionReply, SessionService } from "./session.ts";
export { memoryTokens, type TokenStore, type Tokens } from "./token-store.ts";
export type { Fetch, FetchInit } from "./transport.ts";
export { wayOf } from "./way.ts";

export interface ClientOptions {
  /** Scheme and host of the edge, and a path before all others if there is one: `https://edge.example`. */
  readonly baseUrl: string;
  /** `globalThis.fetch` by default. */
  readonly fetch?: Fetch;
  /** In place of {@link fetch}: `createNetwork` of `sdk/network/network.ts`, whose first edge is that of {@link baseUrl}. */
  readonly network?: Network;
  readonly merge?: MergeOptions;
  /** The service that keeps sessions, usually `PassportService`; without it tokens are not renewed. */
  readonly sessions?: SessionService;
  /** In memory by default, so that a session ends with the app. */
  readonly tokens?: TokenStore;
  /** What both sides have before the first message; see `proto/dictionary/dictionary.ts`. Without one nothing is compressed but by gzip. */
  readonly dictionary?: Dictionary;
  /** fflate by default; an app with a native zlib may give that. */
  readonly compressor?: Compressor;
  /** Of a call without its own. */
  readonly timeoutMs?: number;
  readonly retry?: RetryOptions;
  /** Of one reply on the wire, which may be that of a whole batch. */
  readonly replyBytesMax?: number;
  /** The `traceparent` of the next request, where the app traces itself; otherwise each request starts a trace. */
  readonly traceparent?: () => string;
  /** Epoch milliseconds; the platform's clock by default. */
  readonly now?: () => number;
  /** Uniform in [0, 1): spreads retries, and makes trace ids where the platform has no `crypto`. */
  readonly random?: () => number;
}

export interface MergeOptions {
  /** How long a call may wait for company. 0, the default, waits for the end of the tick. At most {@link WINDOW_MS_MAX}. */
  readonly windowMs?: number;
  /** Calls in one request: 16 by default, {@link BATCH_ITEMS_MAX} at most; 1 merges nothing. */
  readonly itemsMax?: number;
}

/** Of any call. */
export interface CallOptions {
  /** Gives up this call, and no other that asks the same. */
  readonly signal?: AbortSignal;
  /** From now, retries included. */
  readonly timeoutMs?: number;
  /** Goes at once, in a request of its own. */
  readonly urgent?: boolean;
  /** In a batch, a higher one starts earlier; 0 is usual. */
  readonly priority?: number;
  /** Calls that must have succeeded before; those that this call refers to are meant anyway. */
  readonly after?: readonly AnyCall[];
  /**
   * `auto`: the session's token goes with it, and if somebody is just signing in, the call waits for that. `none`: it does not
   * care who is signed in, and its reply may be cached for all.
   */
  readonly auth?: "auto" | "none";
}

export type FetchOptions = FetchRequest & CallOptions;

export interface Client {
  /** Typed calls of a service. */
  rpc<S extends ServiceType>(service: S): Rpc<S, CallOptions>;
  /** A call whose reply is a message of a contract, be it sent as protobuf or as JSON. Statuses from 300 on are faults. */
  fetch<T>(to: string | Path, options: FetchOptions & { readonly message: MessageType<T> }): Call<T>;
  /** A call of any API. Statuses from 400 on are faults, see `replyOf`. */
  fetch(to: string | Path, options?: FetchOptions): Call<Reply, unknown>;
  readonly session: ClientSession;
  /** Calls off what is under way. */
  close(): void;
}

export interface ClientSession {
  /** Takes over the session that the call opens. Calls made from now on wait for it, those of the same tick in one request. */
  signIn<T extends SessionReply>(call: Call<T>): Call<T>;
  /**
   * Ends the session at the server and here. Here it ends in any case.
   * @throws Fault where the server could not be told
   */
  signOut(): Promise<void>;
  tokens(): Promise<Tokens | undefined>;
  /**
   * For a connection of one's own, as `sdk/push.ts` has: a token that is good for a while yet, renewed where it must be. Undefined where nobody is
   * signed in, or there is none but the one that was refused.
   * @throws Fault where no answer was to be had
   */
  accessToken(refused?: string): Promise<string | undefined>;
  /** @returns takes the listener away */
  listen(listener: (event: SessionEvent) => void): () => void;
}

/** A longer window would be felt at every call. */
export const WINDOW_MS_MAX = 8;
const ITEMS_MAX = 16;
/** Users give up about then. */
const TIMEOUT_MS = 10_000;
/** setTimeout counts in 31 bits. */
const TIMEOUT_MS_MAX = 2 ** 31 - 1;
const REPLY_BYTES_MAX = 16 * 1024 * 1024;

/** @throws TypeError for options that make no sense */
export function createClient(options: ClientOptions): Client {
  checkOptions(options);
  const { sessions } = options;
  const now = options.now ?? (() => Date.now());
  const { session, start, close } = machinery(options, now, (refreshToken) =>
    sessions === undefined ? undefined : jobOf(call(sessions, sessions.methods.refresh, { refreshToken }, PUBLIC)),
  );

  const call = (
    service: ServiceType,
    method: AnyMethod,
    request: unknown,
    own: CallOptions = {},
    tenure: Tenure = session.tenure,
  ): Call<unknown> => start(rpcWork(service, method, request), own, (reply) => messageOf(reply, method.output), tenure);

  return {
    rpc<S extends ServiceType>(service: S) {
      const entries = Object.entries(service.methods).map(([key, method]) => [
        key,
        (request: unknown, own?: CallOptions) => call(service, method, request, own),
      ]);
      return Object.fromEntries(entries) as Rpc<S, CallOptions>;
    },
    fetch: ((to: string | Path, own: FetchOptions & { readonly message?: AnyMessage } = {}) => {
      const { message } = own;
      const read = (reply: Reply): unknown => (message === undefined ? reply : messageOf(reply, message));
      const withToken = Object.keys(own.headers ?? {}).every((name) => name.toLowerCase() !== "authorization");
      return start(fetchWork(to, own, message), withToken ? own : { ...own, ...PUBLIC }, read);
    }) as Client["fetch"],
    session: {
      signIn: (opening) => chainCall(opening, session.adopt(jobOf(opening))),
      async signOut() {
        const { tenure } = session; // Not who is signed in by the time that the tokens are loaded.
        if ((await session.tokens()) === undefined) return;
        try {
          if (sessions !== undefined) await call(sessions, sessions.methods.signOut, {}, {}, tenure);
        } catch (thrown) {
          if (!(thrown instanceof Fault && thrown.code === "unauthenticated")) throw thrown; // It had ended already.
        } finally {
          await session.end(tenure);
        }
      },
      tokens: () => session.tokens(),
      accessToken: (refused) => session.accessToken(refused),
      listen: (listener) => session.listen(listener),
    },
    close,
  };
}

const PUBLIC: CallOptions = { auth: "none" };

/** What a call is without its caller. */
type OpenWork = Omit<Work, "auth" | "urgent" | "priority" | "after">;

/** The parts and how they are joined. */
function machinery(options: ClientOptions, now: () => number, refresh: (refreshToken: string) => Job | undefined) {
  const { windowMs = 0, itemsMax = ITEMS_MAX } = options.merge ?? {};
  const random = options.random ?? (() => Math.random());
  const session = new Session({ store: options.tokens ?? memoryTokens(), now, refresh });
  const transport = new Transport({
    baseUrl: options.baseUrl.replace(/\/+$/, ""),
    // Called as a plain function, a browser's fetch wants `globalThis` as its `this`.
    fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
    network: options.network,
    compressor: options.compressor ?? portableCompressor(),
    dictionary: options.dictionary,
    replyBytesMax: options.replyBytesMax ?? REPLY_BYTES_MAX,
    traceparent: options.traceparent ?? newTraces(options.random),
  });
  const wire = { transport, retries: new Retries(options.retry ?? {}, random), now };
  const batches = new Batches(wire);
  const line = new Line({
    windowMs,
    itemsMax: () => (batches.supported ? itemsMax : 1),
    session,
    depart: (members) => {
      const [only, ...others] = members;
      return only !== undefined && others.length === 0 ? sendSingle(only, wire) : batches.send(members);
    },
  });
  const joins = new Joins();
  const open = new Set<Job>();
  let sequence = 0;

  const openJob = (work: Work, tenure: Tenure): Job => {
    const job = new Job(work, sequence++, tenure);
    open.add(job);
    run(job, { send: (sent) => line.send(sent), session, now }).then(() => open.delete(job));
    return job;
  };

  return {
    session,
    /** @param tenure the session to which the call belongs */
    start<T>(asked: OpenWork, own: CallOptions, read: (reply: Reply) => T, tenure: Tenure = session.tenure): Call<T> {
      const { auth = "auto", urgent = false, priority = 0, after = [], signal, timeoutMs = options.timeoutMs } = own;
      const work: Work = { ...asked, auth: auth === "auto", urgent, priority, after: after.map(jobOf) };
      const job = joins.join(work, tenure.id, () => openJob(work, tenure));
      return openCall(job, read, { signal, timeoutMs: checkTimeout(timeoutMs ?? TIMEOUT_MS), now });
    },
    close() {
      for (const job of open) job.cancel();
    },
  };
}

/** @throws Fault internal where there is none */
function messageOf(reply: Reply, type: AnyMessage): unknown {
  if (!reply.ok) throw new Fault("internal", `the peer answered ${reply.status}, which is no ${type.name}`);
  return withWay(reply.decode(type), wayOf(reply));
}

function newTraces(random: (() => number) | undefined): () => string {
  const byRandom = (bytes: Uint8Array) => {
    for (let i = 0; i < bytes.length; i++) bytes[i] = Math.floor((random ?? Math.random)() * 256);
  };
  const platform = (globalThis as { readonly crypto?: Crypto }).crypto;
  const useful = random === undefined && typeof platform?.getRandomValues === "function";
  const hex = pooledHex(useful ? (bytes) => platform.getRandomValues(bytes) : byRandom);
  return () => renderTraceparent(startTrace(hex));
}

function checkOptions({ baseUrl, fetch, network, merge = {}, timeoutMs }: ClientOptions): void {
  if (!/^https?:\/\/[^/?#\s]+[^?#\s]*$/.test(baseUrl)) throw new TypeError(`baseUrl '${baseUrl}' is no http(s) URL`);
  if (network !== undefined && fetch !== undefined) throw new TypeError("a client has either fetch or network");
  const [edge = ""] = network?.edges ?? [baseUrl];
  if (baseUrl !== edge && !baseUrl.startsWith(`${edge}/`)) {
    throw new TypeError(`baseUrl '${baseUrl}' is not at the network's first edge, ${edge}`);
  }
  const { windowMs = 0, itemsMax = ITEMS_MAX } = merge;
  if (!(windowMs >= 0 && windowMs <= WINDOW_MS_MAX)) {
    throw new TypeError(`merge.windowMs is ${windowMs}, but must be 0 to ${WINDOW_MS_MAX}`);
  }
  if (!Number.isInteger(itemsMax) || itemsMax < 1 || itemsMax > BATCH_ITEMS_MAX) {
    throw new TypeError(`merge.itemsMax is ${itemsMax}, but must be 1 to ${BATCH_ITEMS_MAX}`);
  }
  if (timeoutMs !== undefined) checkTimeout(timeoutMs);
}

function checkTimeout(timeoutMs: number): number {
  if (timeoutMs > 0 && timeoutMs <= TIMEOUT_MS_MAX) return timeoutMs;
  throw new TypeError(`timeoutMs is ${timeoutMs}, but must be above 0 and at most ${TIMEOUT_MS_MAX}`);
}
