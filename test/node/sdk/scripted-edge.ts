/**
 * An edge inside `fetch`: it takes plain and merged requests as a real one does, with the real envelope, codec and engine, and
 * answers each call from a script. Faults of the network are injected at an exact point.
 * @module
 */
import zlib from "node:zlib";
import type { BatchItem, BatchReply, HeaderField } from "../../../proto/batch/batch.ts";
import { BATCH_OFFERS, batchWriter, parseBatch, problemReply, runBatch } from "../../../proto/batch/batch.ts";
import {
  type Bytes,
  type Dictionary,
  decompress,
  envelopeCodings,
  envelopeDictionary,
  framePacker,
  isProtobufType,
  preferredMedia,
  zlibCompressor,
} from "../../../proto/codec/codec.ts";
import { problemResponse, toFault } from "../../../proto/fault.ts";
import type { AnyMessage } from "../../../proto/message/message.ts";
import type { Fetch } from "../../../sdk/client.ts";

/** One call as the script sees it, merged or not. */
export interface ScriptedCall {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: Bytes;
  readonly signal: AbortSignal;
  /** The id of the item, where it came in a batch. */
  readonly id?: string;
}

export interface ScriptedReply {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly json?: unknown;
  /** As protobuf to who accepts it, else as JSON. */
  readonly message?: readonly [type: AnyMessage, init: object];
}

export type Script = (call: ScriptedCall) => Promise<ScriptedReply> | ScriptedReply;

/** One request on the wire. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: Bytes;
  readonly signal: AbortSignal;
  /** Of a merged request that was understood. */
  readonly items: readonly BatchItem[];
}

export interface ScriptedEdge {
  readonly fetch: Fetch;
  readonly seen: Seen[];
}

export interface EdgeOptions {
  readonly dictionary?: Dictionary;
  /** Answers a request in the edge's stead; undefined lets the edge answer. */
  readonly intercept?: (request: Request, index: number) => Promise<Response | undefined> | Response | undefined;
}

const compressor = zlibCompressor(zlib);
const TEXT = new TextEncoder();

export function scriptedEdge(script: Script, options: EdgeOptions = {}): ScriptedEdge {
  const seen: Seen[] = [];
  const fetch: Fetch = async (url, init) => {
    const request = new Request(url, { ...init, duplex: "half" } as RequestInit);
    const { pathname, search } = new URL(url);
    const body = new Uint8Array(await request.clone().arrayBuffer());
    const record = { method: init.method, path: pathname + search, headers: request.headers, body, items: [] };
    const index = seen.push({ ...record, signal: request.signal }) - 1;
    const aborted = new Promise<never>((_, reject) => {
      request.signal.addEventListener("abort", () => reject(request.signal.reason));
    });
    const answer = async () => {
      const intercepted = await options.intercept?.(request.clone(), index);
      if (intercepted !== undefined) return intercepted;
      if (pathname !== "/$batch") return await single(script, request, pathname + search, body);
      const items = itemsOf(request, body, options.dictionary);
      seen[index] = { ...(seen[index] as Seen), items };
      return merged(script, request, items, options.dictionary);
    };
    return await Promise.race([answer().catch((thrown) => problemResponse(toFault(thrown))), aborted]);
  };
  return { fetch, seen };
}

/** A promise that the test settles. */
export function gate(): { readonly opened: Promise<void>; open(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: () => resolve() };
}

export function itemsOf(request: Request, body: Bytes, dictionary: Dictionary | undefined): BatchItem[] {
  const plain = decompress(body, request.headers.get("content-encoding"), {
    compressor,
    bytesMax: 1_048_576,
    dictionaries: dictionary === undefined ? [] : [dictionary],
    availableDictionary: envelopeDictionary(request.headers),
  });
  return parseBatch(plain, request.headers.get("content-type"));
}

async function single(script: Script, request: Request, url: string, body: Bytes): Promise<Response> {
  const { method, headers, signal } = request;
  const reply = await answerOf(script, { method, url, headers, body, signal });
  const fields = reply.headers.map(([name, value]): [string, string] => [name, value]);
  return new Response(reply.body.length === 0 ? null : reply.body, { status: reply.status, headers: fields });
}

function merged(
  script: Script,
  request: Request,
  items: readonly BatchItem[],
  dictionary: Dictionary | undefined,
): Response {
  const choice = preferredMedia(request.headers.get("accept"), BATCH_OFFERS) ?? {
    kind: "json" as const,
    contentType: "application/json",
  };
  const accepted = envelopeCodings(request.headers, dictionary === undefined ? [] : [dictionary]);
  const writer = batchWriter(choice.kind, accepted.dictionary && framePacker(accepted.dictionary, compressor));
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const enqueue = (bytes: Uint8Array) => bytes.length > 0 && controller.enqueue(bytes);
      await runBatch(items, {
        dispatch: async (item, signal) => {
          const outer = request.headers.get("authorization");
          const headers = new Headers(outer === null ? {} : { authorization: outer });
          for (const [name, value] of item.headers) headers.set(name, value);
          if (headers.get("authorization") === "") headers.delete("authorization");
          if (!headers.has("accept"))
            headers.set("accept", "application/x-protobuf, application/json;q=0.5, */*;q=0.1");
          const { id, method, url, body = new Uint8Array(0) } = item;
          return { ...(await answerOf(script, { id, method, url, headers, body, signal })), id };
        },
        signal: request.signal,
        onReply: (reply) => enqueue(writer.write([reply])),
      }).catch((error) => controller.error(error));
      enqueue(writer.end());
      controller.close();
    },
  });
  return new Response(body, { headers: { "content-type": choice.contentType } });
}

async function answerOf(script: Script, call: ScriptedCall): Promise<BatchReply> {
  let reply: ScriptedReply;
  try {
    reply = await script(call);
  } catch (thrown) {
    return problemReply(call.id ?? "", toFault(thrown));
  }
  const { status = 200, headers = {}, json, message } = reply;
  const fields: HeaderField[] = Object.entries(headers);
  const id = call.id ?? "";
  if (message !== undefined) {
    const [type, init] = message;
    const rpc = call.headers.get("content-type") ?? (call.url.includes("encoding=proto") ? "application/proto" : null);
    const wanted = rpc ?? call.headers.get("accept");
    if (wanted !== null && (isProtobufType(wanted) || wanted.includes("application/x-protobuf"))) {
      const contentType: HeaderField = ["content-type", rpc ?? "application/x-protobuf"];
      const body = type.encode(init as never);
      const sensitive = type.sensitive;
      return { id, status, headers: [contentType, ...fields], body, sensitive, json: () => type.toJson(init as never) };
    }
    const body = TEXT.encode(JSON.stringify(type.toJson(init as never)));
    return { id, status, headers: [["content-type", "application/json"], ...fields], body, sensitive: type.sensitive };
  }
  if (json === undefined) return { id, status, headers: fields, body: new Uint8Array(0) };
  const body = TEXT.encode(JSON.stringify(json));
  return { id, status, headers: [["content-type", "application/json"], ...fields], body };
}
