/**
 * Merged requests at the edge: `POST /$batch`. The front door of the room.
 *
 *     envelope ──▶ items ──▶ one call each, through the public way ──▶ replies, in the format that the client accepts
 *                                 │
 *                                 └─ those for an upstream with `batch: true` travel to it in waves (coalescer.ts)
 *
 * Nothing is reachable in a batch that is not reachable alone: an item has no rights of its own, and its headers cannot tell
 * who the caller is or where it comes from (item-call.ts). The status of the whole is 200 once the envelope was understood;
 * what went wrong with an item stands in its own reply.
 * @module
 */
import {
  BATCH_BYTES_MAX,
  type BatchItem,
  type BatchReply,
  type BatchRun,
  batchFormat,
  parseBatch,
  runBatch,
} from "../../proto/batch/batch.ts";
import {
  type Compressor,
  type Dictionary,
  decompress,
  envelopeDictionary,
  isProtobufType,
  JSON_TYPE,
  PROTOBUF_TYPES,
} from "../../proto/codec/codec.ts";
import { Fault } from "../../proto/fault.ts";
import type { RandomHex } from "../../proto/trace.ts";
import { readWhole } from "../codec/codec.ts";
import type { Admit } from "../overload/overload.ts";
import type { Call, Reply } from "../route/call.ts";
import type { Send } from "../upstream/upstream.ts";
import { type Activity, activity } from "./activity.ts";
import { coalescer } from "./coalescer.ts";
import { sharedDeadlines } from "./deadlines.ts";
import { inheritedHeaders, itemCall } from "./item-call.ts";
import { bareReply, itemReply, REPLY_BYTES_MAX } from "./item-reply.ts";
import { type Refusals, refusals } from "./refusals.ts";
import { replyWith } from "./reply.ts";

export const BATCH_PATH = "/$batch";

/** What an item accepts that does not say. The formats are those of its envelope; anything else is better than nothing. */
const ACCEPT_JSON = `${JSON_TYPE}, */*;q=0.1`;
const ACCEPT_PROTOBUF = `${PROTOBUF_TYPES[0]}, ${JSON_TYPE};q=0.5, */*;q=0.1`;

export interface BatchDeps {
  /** The public way of a call: router, token, limits, transcoding, access log. Every item takes it. */
  readonly handle: (call: Call) => Promise<Reply>;
  /** Past edge/overload: whoever calls it has been admitted, */
  readonly send: Send;
  /** by this, one item at a time. */
  readonly admit: Admit;
  /** Whether the upstream declares `batch: true`. */
  readonly takesBatch: (upstream: string) => boolean;
  readonly compressor: Compressor;
  readonly dictionaries: readonly Dictionary[];
  readonly random: RandomHex;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Answers a call of {@link BATCH_PATH}. What comes back is to be sent as it is: it is coded already.
 * @throws Fault invalid_argument (400, 415), resource_exhausted (413), unimplemented (405): the envelope was not understood
 */
export type Batch = (call: Call) => Promise<Response>;

export function batch(deps: BatchDeps): Batch {
  const refused = refusals(deps.now);
  return async (call) => {
    const items = await itemsOf(call, deps);
    const format = batchFormat(call.request.headers.get("accept"));
    const busy = activity();
    const bare = new Set(items.flatMap((item) => (item.bare === true ? [item.id] : [])));
    const protobuf = format.kind === "protobuf" || format.kind === "frames";
    const shown = (reply: BatchReply) => (bare.has(reply.id) ? bareReply(reply, protobuf) : reply);
    return await replyWith(call, format, busy, deps, async (onReply, signal) => {
      const dispatch = dispatcher(items, call, signal, busy, refused, deps);
      const replies = await runBatch(items, { dispatch, onReply: (reply) => onReply(shown(reply)), signal });
      return replies.map(shown);
    });
  };
}

async function itemsOf(call: Call, { compressor, dictionaries }: BatchDeps): Promise<BatchItem[]> {
  const { method, headers } = call.request;
  if (call.item !== undefined) throw new Fault("invalid_argument", "a batch must not be in a batch");
  if (method !== "POST") {
    throw new Fault("unimplemented", "a batch is posted", { status: 405, headers: { allow: "POST" } });
  }
  const wire = await readWhole(call.request, BATCH_BYTES_MAX);
  const plain = decompress(wire, headers.get("content-encoding"), {
    compressor,
    bytesMax: BATCH_BYTES_MAX,
    dictionaries,
    availableDictionary: envelopeDictionary(headers),
  });
  call.entry.bytesIn = wire.length;
  call.entry.bytesInPlain = plain.length;
  return parseBatch(plain, headers.get("content-type"));
}

/**
 * Sends an item on the public way.
 * @param gone aborts when nobody waits for the batch any more
 */
function dispatcher(
  items: readonly BatchItem[],
  outer: Call,
  gone: AbortSignal,
  busy: Activity,
  refused: Refusals,
  { handle, send, admit, takesBatch, compressor, random, now }: BatchDeps,
): BatchRun["dispatch"] {
  const { trace } = outer;
  const waitUntil = (promise: Promise<unknown>) => outer.waitUntil(promise);
  const startDeadline = sharedDeadlines(now);
  const room = { send, admit, takesBatch, refusals: refused, activity: busy, startDeadline, waitUntil };
  const waves = coalescer({ ...room, trace, random, now });
  const protobuf = isProtobufType(outer.request.headers.get("content-type"));
  const accept = protobuf ? ACCEPT_PROTOBUF : ACCEPT_JSON;
  const inherited = inheritedHeaders(outer.request, accept);
  const context = { outer, batchId: trace.spanId, inherited, send: waves, startDeadline, random, now };
  const wanted = new Set(items.flatMap(({ dependsOn }) => dependsOn));
  const replies = { compressor, budget: { bytesLeft: REPLY_BYTES_MAX }, wanted };
  return async (item, signal) => {
    busy.enter();
    try {
      let taken: BatchReply | undefined;
      // An item without a time of its own ends with the batch: then one signal, and one listener, is enough for all.
      const call = itemCall(item, item.timeoutMs === undefined ? gone : signal, context, async (from, reply) => {
        taken = await itemReply(item, from, reply, replies);
        from.entry.bytesOut = taken.body.length;
      });
      const response = await handle(call);
      return taken ?? (await itemReply(item, call, response, replies));
    } finally {
      busy.leave();
    }
  };
}
