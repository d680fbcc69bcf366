/** A batch room whose public way is short: an item goes to the upstream that the first segment of its path names. @module */
import { type Batch, type BatchDeps, batch } from "../../../../edge/batch/batch.ts";
import { nativeHeaders } from "../../../../edge/codec/codec.ts";
import type { Call } from "../../../../edge/route/call.ts";
import type { OutgoingRequest, SendPolicy } from "../../../../edge/upstream/upstream.ts";
import {
  type BatchItem,
  type BatchReply,
  batchReader,
  batchWriter,
  parseBatch,
} from "../../../../proto/batch/batch.ts";
import { problemResponse, toFault } from "../../../../proto/fault.ts";
import { pooledHex } from "../../../../proto/trace.ts";
import { COMPRESSOR, callOf, routeOf, type TestCall } from "../codec/fixture.ts";

export const FRAMES = "application/x-protobuf;delimited=true";
export const TEXT = new TextEncoder();

/** What an upstream was sent. */
export interface Sent {
  readonly upstream: string;
  readonly request: OutgoingRequest;
  readonly policy: SendPolicy;
}

export type Upstream = (sent: Sent) => Promise<Response> | Response;

export interface World {
  readonly batch: Batch;
  readonly sent: Sent[];
  /** The calls of items, in the order in which they came to the public way. */
  readonly calls: Call[];
  clockMs: number;
}

/** @param changes may replace the public way, or the clock */
export function world(upstream: Upstream, changes: Partial<BatchDeps> = {}): World {
  const sent: Sent[] = [];
  const calls: Call[] = [];
  const result: { batch: Batch; sent: Sent[]; calls: Call[]; clockMs: number } = {
    sent,
    calls,
    clockMs: 1_000_000,
    batch: batch({
      async handle(call) {
        calls.push(call);
        call.route = routeOf({ timeoutMs: 5_000 });
        try {
          return (await call.send?.send(upstreamOf(call), outgoingOf(call), policyOf(call))) ?? new Response(null);
        } catch (thrown) {
          return problemResponse(toFault(thrown));
        }
      },
      async send(name, request, policy) {
        const one = { upstream: name, request, policy };
        sent.push(one);
        return await upstream(one);
      },
      admit: (_, policy, send) => send(policy),
      takesBatch: (name) => name === "merged",
      compressor: COMPRESSOR,
      dictionaries: [],
      random: pooledHex(),
      now: () => result.clockMs,
      ...changes,
    }),
  };
  return result;
}

function upstreamOf({ target }: Call): string {
  return target.path.split("/")[1] ?? "";
}

function outgoingOf({ request, target, item }: Call): OutgoingRequest {
  return {
    method: request.method,
    target: target.path + target.query,
    headers: nativeHeaders(request.headers),
    body: item?.body ?? null,
  };
}

function policyOf({ request, entry, signal }: Call): SendPolicy {
  const idempotent = ["GET", "HEAD", "PUT", "DELETE"].includes(request.method);
  return { timeoutMs: 5_000, attempts: idempotent ? 2 : 1, idempotent, signal, entry };
}

/** Answers a single request with what it was, and a batch with what each of its items was. */
export const echo: Upstream = (sent) => {
  const items = itemsOf(sent);
  if (items === undefined) return Response.json({ alone: sent.request.target });
  return framesOf(items.map((item) => jsonReply(item.id, { together: item.url })));
};

/** The items of a wave; undefined where it is a single request. */
export function itemsOf({ request }: Sent): BatchItem[] | undefined {
  if (request.target !== "/$batch") return undefined;
  return parseBatch(request.body as Uint8Array, request.headers.get("content-type"));
}

export function jsonReply(id: string, value: unknown, status = 200): BatchReply {
  return { id, status, headers: [["content-type", "application/json"]], body: bytes(JSON.stringify(value)) };
}

export function framesOf(replies: readonly BatchReply[]): Response {
  return new Response(batchWriter("frames").write(replies), { headers: { "content-type": FRAMES } });
}

export function bytes(text: string): Uint8Array<ArrayBuffer> {
  return TEXT.encode(text) as Uint8Array<ArrayBuffer>;
}

export interface ItemInit {
  readonly id: string;
  readonly url: string;
  readonly [field: string]: unknown;
}

/** A call that posts these items as JSON. */
export function batchCall(
  items: readonly ItemInit[],
  headers: Record<string, string> = {},
  changes: Partial<Call> = {},
): TestCall {
  return callOf(
    {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ requests: items }),
    },
    routeOf(),
    changes,
  );
}

export interface JsonReply {
  readonly id: string;
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

/** Runs items and gives their replies by id. */
export async function runJson(
  { batch }: World,
  items: readonly ItemInit[],
  headers: Record<string, string> = {},
): Promise<Record<string, JsonReply>> {
  const response = await batch(batchCall(items, headers));
  const { responses } = (await response.json()) as { responses: JsonReply[] };
  return Object.fromEntries(responses.map((reply) => [reply.id, reply]));
}

export async function readFrames(response: Response): Promise<BatchReply[]> {
  const reader = batchReader("frames", 10_000_000);
  const replies: BatchReply[] = [];
  for await (const chunk of response.body as ReadableStream<Uint8Array>) replies.push(...reader.push(chunk));
  return [...replies, ...reader.end()];
}
