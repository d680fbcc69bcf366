/**
 * The headers of a request on its way to an upstream: the client's, less what is between it and the edge alone or not its to say,
 * plus what the edge knows.
 *
 * The copy is made natively, so that duplicates stay apart and bytes beyond ASCII stay as they are; a copy by way of strings
 * would join the former and destroy the latter.
 * @module
 */
import { renderTraceparent, type TraceContext } from "../../proto/trace.ts";
import { HeaderBag } from "../codec/codec.ts";
import type { Call, Client, EditableHeaders, ReadableHeaders } from "../route/call.ts";

/** Our name in `Via` (RFC 9110 §7.6.3), which hides what we are called on the network. */
export const VIA = "1.1 fairway";

/**
 * - RFC 9110 §7.6.1: hop-by-hop. `Expect` too, since the edge itself asks for the body.
 * - What says who is calling, from where or in which trace: the edge alone says that (CVE-2022-24112 is what becomes of it
 *   otherwise). `X-Original-URL` and `X-Rewrite-URL` make some frameworks serve another path than the one that was routed, and
 *   `X-HTTP-Method-Override` another method.
 * - All of them with `_` or another mark for `-` as well: CGI, and so PHP, WSGI and Rack, cannot tell these apart.
 * - `Content-Length`: the runtime writes that of the body that it sends.
 */
const REMOVED =
  /^(?:connection|keep-alive|te|trailer|transfer-encoding|upgrade|expect|content-length|host|http2-settings|proxy-.*|forwarded|x-forwarded(?:-.*)?|x-real-ip|x-client-ip|x-cluster-client-ip|x-originating-ip|x-remote-(?:ip|addr)|fastly-client-ip|x-envoy-.*|x-original-.*|x-rewrite-url|x-http-method(?:-override)?|x-method-override|true-client-ip|client-ip|cf-.*|traceparent|tracestate|b3|x-b3-.*|x-fairway-.*|fairway-.*)$/;
const ODD = /[^a-z0-9-]/;
const ODDS = /[^a-z0-9-]/g;
/** What a client may not have removed by naming it in `Connection`: then a token could be dropped on the way to who checks it. */
const KEPT = new Set(["authorization", "cookie", "accept", "content-type", "content-encoding"]);

/** A body, a condition, a part, a directive, or another meaning (edge/cache/key.ts): what a plain GET does not have. */
const MORE_THAN_A_GET: ReadonlySet<string> = new Set([
  "available-dictionary",
  "cache-control",
  "content-encoding",
  "content-length",
  "expect",
  "if-match",
  "if-modified-since",
  "if-none-match",
  "if-range",
  "if-unmodified-since",
  "pragma",
  "range",
  "transfer-encoding",
  "upgrade",
  "x-host",
  "x-http-host-override",
  "x-method-override",
  "x-url",
]);

/** Complete but for what edge/codec changes. */
export function outgoingHeaders(call: Call): EditableHeaders {
  const headers = call.item === undefined ? forwardable(call) : new HeaderBag(sharedForwardable(call));
  addTrace(headers, call.trace);
  if (call.identity !== undefined) {
    for (const name in call.identity.headers) headers.set(name, call.identity.headers[name] ?? "");
  }
  return headers;
}

/** What does not depend on trace and caller. */
function forwardable({ request: { headers: incoming }, client }: Call): EditableHeaders {
  const headers = incoming instanceof HeaderBag ? new HeaderBag(incoming) : new Headers(incoming as Headers);
  for (const name of incoming.keys()) {
    if ((kindOf(name) & OURS) !== 0) headers.delete(name);
  }
  removeNamedByConnection(incoming, headers);
  addForwarding(headers, client);
  return headers;
}

/** The same of a request from a client, in one go; undefined where one of its headers is {@link UNUSUAL}. */
export function usualHeaders({ request, client, trace }: Call): Headers | undefined {
  const incoming = request.headers as Headers;
  let ours: string[] | undefined;
  for (const name of incoming.keys()) {
    const kind = kindOf(name);
    if ((kind & UNUSUAL) !== 0) return undefined;
    if ((kind & OURS) === 0) continue;
    if (ours === undefined) ours = [name];
    else ours.push(name);
  }
  const headers = new Headers(incoming);
  if (ours !== undefined) {
    for (const name of ours) headers.delete(name);
    if (ours.includes("connection")) removeNamedByConnection(incoming, headers);
  }
  addForwarding(headers, client);
  addTrace(headers, trace);
  return headers;
}

/** Not the client's to say, */
const OURS = 1;
/** or something that makes more of a GET than that. */
const UNUSUAL = 2;

/** Clients send the same few dozen names over and over. What was found out about a name stays true, so losing it costs time only. */
const kinds = new Map<string, number>();
const KINDS_MAX = 1_000;

function kindOf(name: string): number {
  const known = kinds.get(name);
  if (known !== undefined) return known;
  const isOurs = REMOVED.test(ODD.test(name) ? name.replace(ODDS, "-") : name);
  const kind = (isOurs ? OURS : 0) | (MORE_THAN_A_GET.has(name) ? UNUSUAL : 0);
  if (kinds.size < KINDS_MAX) kinds.set(name, kind);
  return kind;
}

/** Most items of a batch share their headers, and all of them their client. Lives as long as the items' headers. */
const shared = new WeakMap<ReadableHeaders, HeaderBag>();

function sharedForwardable(call: Call): HeaderBag {
  const incoming = call.request.headers;
  const before = shared.get(incoming);
  if (before !== undefined) return before;
  const headers = forwardable(call) as HeaderBag;
  shared.set(incoming, headers);
  return headers;
}

/** `Connection: close, x-hop` makes `X-Hop` hop-by-hop as well. */
export function removeNamedByConnection(from: ReadableHeaders, to: EditableHeaders): void {
  const connection = from.get("connection");
  if (connection === null || connection === "keep-alive" || connection === "close") return;
  for (const part of connection.split(",")) {
    const name = part.trim().toLowerCase();
    if (TOKEN.test(name) && !KEPT.has(name)) to.delete(name);
  }
}

/** RFC 9110 §5.6.2. `Headers` throws on anything else. */
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9a-z]+$/;

/** RFC 7239, the older names that most software reads, and `Via`. */
function addForwarding(headers: EditableHeaders, { ip, proto, host }: Client): void {
  const forwardedFor = ip === undefined ? "unknown" : ip.includes(":") ? `"[${ip}]"` : ip;
  headers.set("forwarded", `for=${forwardedFor};host="${host}";proto=${proto}`);
  if (ip !== undefined) headers.set("x-forwarded-for", ip);
  headers.set("x-forwarded-host", host);
  headers.set("x-forwarded-proto", proto);
  headers.append("via", VIA);
}

function addTrace(headers: EditableHeaders, trace: TraceContext): void {
  headers.set("traceparent", renderTraceparent(trace));
  if (trace.state !== undefined) headers.set("tracestate", trace.state);
}
