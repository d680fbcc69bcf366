/**
 * An item of a batch as a call of its own: what it has from itself, and what it has from the request that brought it.
 *
 * Trusted facts come from the outer connection alone: address, scheme, host and trace. Headers of the item that claim such facts
 * are dropped here, although the public way drops them from every request: two walls against one known attack (CVE-2022-24112).
 * @module
 */
import type { BatchItem } from "../../proto/batch/batch.ts";
import { IDENTITY_HEADERS } from "../../proto/identity.ts";
import { child, type RandomHex } from "../../proto/trace.ts";
import { HeaderBag } from "../codec/codec.ts";
import type { Call, EditableHeaders, IncomingRequest, ReadableHeaders, Reply, SendOverride } from "../route/call.ts";
import type { Deadline } from "../upstream/upstream.ts";

/** What an item has from the outer request, unless it says otherwise: who calls, with what, and in which language. */
const INHERITED_HEADERS = ["authorization", "cookie", "accept-language", "user-agent"];
/** What an item has from the outer request whatever it says, because a browser lets no page write it. */
const OUTER_HEADERS = ["origin", "referer", "sec-fetch-site", "sec-fetch-mode", "sec-fetch-dest"];
/** Identity, address, trace and connection: facts that are not the client's to tell. */
const FORBIDDEN = new Set<string>([
  ...IDENTITY_HEADERS,
  ...OUTER_HEADERS,
  "forwarded",
  "via",
  "x-real-ip",
  "x-client-ip",
  "x-original-url",
  "x-rewrite-url",
  "true-client-ip",
  "client-ip",
  "traceparent",
  "tracestate",
  "host",
  "connection",
  "content-length",
  "transfer-encoding",
]);
const FORBIDDEN_PREFIXES = ["x-forwarded-", "x-fairway-", "fairway-", "cf-", "proxy-", "sec-"];

export interface ItemContext {
  readonly outer: Call;
  /** The same for every item of a batch. */
  readonly batchId: string;
  /** Headers of an item that has none of its own: {@link inheritedHeaders}. */
  readonly inherited: HeaderBag;
  readonly send: SendOverride;
  readonly startDeadline: (timeoutMs: number) => Deadline;
  readonly random: RandomHex;
  readonly now: () => number;
}

/**
 * @param item with its references already replaced
 * @param read takes its reply
 */
export function itemCall(
  item: BatchItem,
  signal: AbortSignal,
  { outer, batchId, inherited, send, startDeadline, random, now }: ItemContext,
  read: (call: Call, reply: Reply) => Promise<void>,
): Call {
  const { id, method, priority, body } = item;
  const url = ascii(item.url);
  const query = url.indexOf("?");
  const call: Call = {
    request: { method, headers: headersOf(item, inherited), body: null, arrayBuffer: noBody },
    target: query < 0 ? { path: url, query: "" } : { path: url.slice(0, query), query: url.slice(query) },
    client: outer.client,
    trace: child(outer.trace, random),
    entry: { startedAtMs: now() },
    item: {
      batchId,
      id,
      priority,
      startDeadline,
      read: (reply) => read(call, reply),
      ...(body === undefined ? {} : { body }),
    },
    send: {
      takes: (upstream) => send.takes(upstream),
      send: async (upstream, request, policy) => {
        const reply = await send.send(upstream, request, policy);
        if (reply.sensitive === true) call.sensitive = true;
        return reply;
      },
    },
    signal,
    waitUntil: (promise) => outer.waitUntil(promise),
  };
  return call;
}

/** @param accept of an item that does not say what it accepts */
export function inheritedHeaders(outer: IncomingRequest, accept: string): HeaderBag {
  const headers = new HeaderBag([["accept", accept]]);
  for (const name of [...INHERITED_HEADERS, ...OUTER_HEADERS]) copy(name, outer.headers, headers);
  return headers;
}

async function noBody(): Promise<ArrayBuffer> {
  return new ArrayBuffer(0);
}

/** As a browser writes it into a request line. What is ASCII stays as it is, escapes included. */
function ascii(url: string): string {
  return url.replace(/[^\x21-\x7e]+/g, encodeURIComponent);
}

/** Not to be changed: most items have the very same. */
function headersOf(item: BatchItem, inherited: HeaderBag): HeaderBag {
  if (item.headers.length === 0) return inherited;
  const headers = new HeaderBag();
  for (const [name, value] of item.headers) {
    if (!isForbidden(name)) headers.append(name, value);
  }
  for (const name of [...INHERITED_HEADERS, "accept"]) {
    if (!headers.has(name)) copy(name, inherited, headers);
    // Empty, it says that the item wants none of it: nothing for an upstream.
    else if (headers.get(name) === "") headers.delete(name);
  }
  for (const name of OUTER_HEADERS) copy(name, inherited, headers);
  return headers;
}

function isForbidden(name: string): boolean {
  return FORBIDDEN.has(name) || FORBIDDEN_PREFIXES.some((prefix) => name.startsWith(prefix));
}

function copy(name: string, from: ReadableHeaders, to: EditableHeaders): void {
  const value = from.get(name);
  if (value !== null) to.set(name, value);
}
