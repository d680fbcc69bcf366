/**
 * A request from a client as a call: what it asks for, who it comes from, and where it stands in its trace.
 * @module
 */
import { Fault } from "../../proto/fault.ts";
import { type RandomHex, receiveTrace, type TraceContext } from "../../proto/trace.ts";
import type { AccessEntry, Call, Client, Target } from "../route/call.ts";

/** As on Cloudflare, whose clients may therefore count on no more. */
const URL_LENGTH_MAX = 16_384;
/** Authority of RFC 3986 §3.2 without user information: anything else would move the border between host and path. */
const HOST = /^(?:[A-Za-z0-9\-._~]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?$/;

const IP = /^[0-9A-Fa-f:.]+$/;

/** What a request brings along: the runtime's `ExecutionContext`. */
export interface Invocation {
  waitUntil(promise: Promise<unknown>): void;
}

export interface ClientCallDeps {
  readonly randomHex: RandomHex;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * A call whose signal is made for the few that ask for it: it is never aborted, see {@link Call.signal}. What is found out about it later has
 * its fields from the beginning, here and in its entry, because an object that grows is made anew each time.
 */
export class ClientCall implements Call {
  readonly request: Request;
  readonly target: Target;
  readonly client: Client;
  readonly trace: TraceContext;
  readonly entry: AccessEntry;
  route?: Call["route"];
  deadline?: Call["deadline"];
  identity?: Call["identity"];
  sensitive?: Call["sensitive"];
  cache?: Call["cache"];
  json?: Call["json"];
  #signal: AbortSignal | undefined;
  readonly #invocation: Invocation;

  /** @throws Fault invalid_argument (400, 414) for a request line or Host that nobody can understand in one way only */
  constructor(request: Request, invocation: Invocation, { randomHex: random, now }: ClientCallDeps) {
    const { headers } = request;
    const { proto, host, target } = parseUrl(request.url, headers.get("host"));
    const { cf } = request;
    this.request = asAsked(request, cf);
    this.target = target;
    this.client = { ip: clientIp(headers, cf), proto, host, cf };
    const traceparent = headers.get("traceparent");
    this.trace = receiveTrace(traceparent, traceparent === null ? null : headers.get("tracestate"), random);
    this.entry = new ClientEntry(now());
    this.#invocation = invocation;
  }

  get signal(): AbortSignal {
    this.#signal ??= new AbortController().signal;
    return this.#signal;
  }

  waitUntil(promise: Promise<unknown>): void {
    this.#invocation.waitUntil(promise);
  }
}

class ClientEntry implements AccessEntry {
  readonly startedAtMs: number;
  route?: AccessEntry["route"];
  identity?: AccessEntry["identity"];
  upstream?: AccessEntry["upstream"];
  address?: AccessEntry["address"];
  attempts?: AccessEntry["attempts"];
  upstreamMs?: AccessEntry["upstreamMs"];
  bytesOut?: AccessEntry["bytesOut"];

  constructor(startedAtMs: number) {
    this.startedAtMs = startedAtMs;
  }
}

/**
 * Cloudflare and `wrangler dev` write into `Accept-Encoding` what they take themselves, and tell in `cf` what the client does. Who takes no coding,
 * such as curl, would be answered in one.
 */
function asAsked(request: Request, cf: unknown): Request {
  const accepted = (cf as { readonly clientAcceptEncoding?: unknown } | undefined)?.clientAcceptEncoding;
  if (typeof accepted !== "string" || /gzip|\*/i.test(accepted)) return request;
  const headers = new Headers(request.headers);
  headers.delete("accept-encoding");
  return new Request(request, { headers });
}

/**
 * `request.url` is scheme, Host and request target put together, not parsed: a Host of `x/ops` would become a part of the path.
 * @param hostHeader null where the request was made in code
 */
function parseUrl(url: string, hostHeader: string | null) {
  if (url.length > URL_LENGTH_MAX) throw new Fault("invalid_argument", "the URL is too long", { status: 414 });
  const proto = url.startsWith("https:") ? "https" : "http";
  const start = proto.length + "://".length;
  let host = hostHeader ?? "";
  if (host === "" || !url.startsWith(host, start)) {
    const end = url.indexOf("/", start);
    host = end < 0 ? "" : url.slice(start, end);
  }
  if (!HOST.test(host)) throw new Fault("invalid_argument", "the Host is not valid");
  const target = url.slice(start + host.length);
  if (!target.startsWith("/")) throw new Fault("invalid_argument", "the request target is no path");
  const query = target.indexOf("?");
  const path = query < 0 ? target : target.slice(0, query);
  return { proto, host, target: { path, query: query < 0 ? "" : target.slice(query) } } as const;
}

/**
 * workerd tells `address:port` of the connection in `cf`. Cloudflare does not, and writes its own header, which no client can: it
 * replaces one that is there.
 */
function clientIp(headers: Headers, cf: unknown): string | undefined {
  const peer = (cf as { readonly clientIp?: unknown } | undefined)?.clientIp;
  if (peer === undefined) return headers.get("cf-connecting-ip") ?? undefined;
  if (typeof peer !== "string") return undefined;
  const colon = peer.lastIndexOf(":");
  const bracketed = peer.startsWith("[");
  const ip = peer.slice(bracketed ? 1 : 0, bracketed ? colon - 1 : colon);
  return IP.test(ip) ? ip : undefined; // A Unix socket has no address.
}
