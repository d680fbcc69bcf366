/**
 * The way from a client to the addresses of a service: a pool of connections and one attempt of a call over it.
 * @module
 */
import type { Agent } from "undici";
import { codeOfStatus, Fault, faultOfConnectError } from "../../proto/fault.ts";
import { unpack } from "./coding.ts";
import { exchange, type RawReply, type RawRequest } from "./exchange.ts";
import { type RetryBudget, retryBudget } from "./retry.ts";

export interface ChannelOptions {
  /** `http://host:port`, one or more; calls go round. */
  readonly baseUrls: readonly string[];
  /** Of a call that does not say its own. */
  readonly timeoutMs?: number;
  /** Connections to each address at most; further calls wait for one, within their deadline. */
  readonly connectionsMax?: number;
  readonly connectTimeoutMs?: number;
  /** A reply's message at most, as received and unpacked. */
  readonly messageBytesMax?: number;
  /** In [0, 1), for jitter. */
  readonly random?: () => number;
}

export interface Channel {
  readonly timeoutMs: number;
  readonly budget: RetryBudget;
  readonly random: () => number;
  readonly addresses: number;
  /** @throws AttemptError */
  attempt(path: string, headers: Record<string, string>, body: Uint8Array, signal: AbortSignal): Promise<ReceivedReply>;
  /** Waits for the calls under way and closes the connections. */
  close(): Promise<void>;
}

export interface ReceivedReply {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Uint8Array;
}

/** An attempt that failed, with what a retry depends on. */
export class AttemptError extends Error {
  override readonly name = "AttemptError";
  readonly fault: Fault;
  /** The server cannot have seen the request. */
  readonly unsent: boolean;
  /** The server asked to be left alone. */
  readonly overloaded: boolean;

  constructor(fault: Fault, { unsent = false, overloaded = false } = {}) {
    super(fault.message, { cause: fault });
    this.fault = fault;
    this.unsent = unsent;
    this.overloaded = overloaded;
  }
}

/** A handler's caller rarely waits longer. */
const TIMEOUT_MS = 10_000;
/** Two cores keep some thirty calls busy; beyond this, waiting here is better than queueing there. */
const CONNECTIONS_MAX = 64;
/** SYN and one retransmission after a second. */
const CONNECT_TIMEOUT_MS = 1_500;
/** gRPC's default for a received message. */
const MESSAGE_BYTES_MAX = 4 * 1024 * 1024;
/** Shorter than the server's, so that the client closes an idle connection first. */
const KEEP_ALIVE_MS = 60_000;

/** No byte of the request can have arrived. */
const UNSENT: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** @throws Error when there is no address, or one is no HTTP origin */
export function rpcChannel(options: ChannelOptions): Channel {
  const { timeoutMs = TIMEOUT_MS, messageBytesMax = MESSAGE_BYTES_MAX, random = Math.random } = options;
  const origins = options.baseUrls.map(originOf);
  if (origins.length === 0) throw new Error("baseUrls: at least one address is needed");
  // Loaded with the first call: a server that calls nobody starts a tenth of a second sooner.
  let agent: Promise<Agent> | undefined;
  const connect = async (): Promise<Agent> => {
    const undici = await import("undici");
    return new undici.Agent({
      connections: options.connectionsMax ?? CONNECTIONS_MAX,
      connectTimeout: options.connectTimeoutMs ?? CONNECT_TIMEOUT_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      keepAliveMaxTimeout: KEEP_ALIVE_MS,
      maxResponseSize: messageBytesMax,
      // The deadline of each call covers both.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  };
  let next = Math.floor(random() * origins.length);

  return {
    timeoutMs,
    random,
    budget: retryBudget(),
    addresses: origins.length,
    async attempt(path, headers, body, signal) {
      const origin = origins[next++ % origins.length] as string;
      agent ??= connect();
      const reply = await send(await agent, { origin, path, headers, body, signal });
      const packed = reply.headers["content-encoding"] === "gzip" && reply.body.length > 0;
      const plain = packed ? await unpackReply(reply.body, messageBytesMax) : reply.body;
      if (reply.status === 200 && reply.headers["content-type"] === headers["content-type"]) {
        return { headers: reply.headers, body: plain };
      }
      throw refusal(reply.status, reply.headers, plain);
    },
    close: async () => (await agent)?.close(),
  };
}

function originOf(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.pathname !== "/" || url.search !== "") {
    throw new Error(`baseUrls: ${JSON.stringify(baseUrl)} is not an http or https origin`);
  }
  return url.origin;
}

async function send(agent: Agent, request: RawRequest): Promise<RawReply> {
  try {
    return await exchange(agent, request);
  } catch (error) {
    throw broken(error, request.signal);
  }
}

function broken(error: unknown, signal: AbortSignal): AttemptError {
  if (signal.aborted) return new AttemptError(signal.reason as Fault);
  const code = String((error as { code?: unknown }).code);
  if (code === "UND_ERR_RES_EXCEEDED_MAX_SIZE") {
    return new AttemptError(new Fault("resource_exhausted", "the reply is larger than is taken", { cause: error }));
  }
  const fault = new Fault("unavailable", "the service cannot be reached", { cause: error });
  return new AttemptError(fault, { unsent: UNSENT.has(code) });
}

async function unpackReply(bytes: Uint8Array, bytesMax: number): Promise<Uint8Array> {
  try {
    return await unpack(bytes, bytesMax);
  } catch (cause) {
    const tooLarge = (cause as Fault).code === "resource_exhausted";
    const message = tooLarge ? "the reply is larger than is taken" : "the reply is not valid gzip";
    throw new AttemptError(new Fault(tooLarge ? "resource_exhausted" : "internal", message, { cause }));
  }
}

function refusal(status: number, headers: ReceivedReply["headers"], body: Uint8Array): AttemptError {
  const retryAfter = Number(headers["retry-after"]);
  const overloaded = Number.isFinite(retryAfter);
  if (status === 200) {
    const type = JSON.stringify(headers["content-type"] ?? "");
    return new AttemptError(new Fault(codeOfStatus(status), `the service answered with the content type ${type}`));
  }
  const { code, message, details } = faultOfConnectError(status, parseJson(body));
  const fault = new Fault(code, message, { details, ...(overloaded ? { retryAfterSeconds: retryAfter } : {}) });
  return new AttemptError(fault, { overloaded });
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString());
  } catch {
    return undefined; // The status alone tells then.
  }
}
