/**
 * Merged requests at the origin: `POST /$batch`. Each item takes the same way as a request from a socket, from the endpoint
 * by its path to the access line, without the network; it has its own headers, credentials and deadline.
 *
 * | format of the reply | sent | compressed |
 * |---|---|---|
 * | JSON, protobuf | whole, when the last item is ready | in the smallest coding, unless an item carries a secret |
 * | JSON Lines | what got ready together | never: what comes later may carry a secret |
 * | frames | what got ready together | inside the frame, apart from the secrets, for a client that has the dictionary |
 * @module
 */
import * as zlib from "node:zlib";
import {
  BATCH_BYTES_MAX,
  type BatchFormat,
  type BatchItem,
  type BatchReply,
  type BatchWriter,
  batchFormat,
  batchWriter,
  parseBatch,
  readyReplies,
  runBatch,
  wholeReply,
} from "../../proto/batch/batch.ts";
import {
  acceptedCodings,
  type Bytes,
  type Dictionary,
  decompress,
  envelopeCodings,
  envelopeDictionary,
  framePacker,
  type MediaChoice,
  VARY,
  zlibCompressor,
} from "../../proto/codec/codec.ts";
import type { RpcContext } from "./context.ts";
import type { PlainReply, PlainRoute } from "./route.ts";

/** Sends one item on the way of all requests. Never rejects. */
export type DispatchItem = (item: BatchItem, outer: RpcContext, signal: AbortSignal) => Promise<BatchReply>;

const BATCH_PATH = "/$batch";

const compressor = zlibCompressor(zlib);

export interface BatchOptions {
  readonly dispatch: DispatchItem;
  /** Those that clients may compress with. */
  readonly dictionaries: readonly Dictionary[];
}

export function batchRoute({ dispatch, dictionaries }: BatchOptions): PlainRoute {
  return {
    method: "POST",
    path: BATCH_PATH,
    bodyBytesMax: BATCH_BYTES_MAX,
    handle(context, body) {
      const items = parseItems(context, body, dictionaries);
      const format = batchFormat(header(context, "accept"));
      const run: Run = (onReply) => {
        const { signal } = context;
        return runBatch(items, { dispatch: (item, aborted) => dispatch(item, context, aborted), signal, onReply });
      };
      return render(context, format, dictionaries, run);
    },
  };
}

type Run = (onReply: (reply: BatchReply) => void) => Promise<readonly BatchReply[]>;

function parseItems(context: RpcContext, body: Uint8Array, dictionaries: readonly Dictionary[]): BatchItem[] {
  const plain = decompress(body as Bytes, header(context, "content-encoding"), {
    compressor,
    bytesMax: BATCH_BYTES_MAX,
    dictionaries,
    availableDictionary: envelopeDictionary(headersOf(context)),
  });
  return parseBatch(plain, header(context, "content-type"));
}

function render(
  context: RpcContext,
  { kind, contentType }: MediaChoice<BatchFormat>,
  dictionaries: readonly Dictionary[],
  run: Run,
): PlainReply | Promise<PlainReply> {
  const asked = headersOf(context);
  const headers = { "content-type": contentType, "cache-control": "no-store", vary: VARY };
  if (kind === "jsonl" || kind === "frames") {
    const { dictionary } = kind === "frames" ? envelopeCodings(asked, dictionaries) : {};
    const packer = dictionary === undefined ? undefined : framePacker(dictionary, compressor);
    return { status: 200, headers, body: "", stream: streamed(batchWriter(kind, packer), run) };
  }
  const accepted = acceptedCodings(asked.get("accept-encoding"), asked.get("available-dictionary"), dictionaries);
  return run(() => undefined).then((replies) => {
    const { coding, bytes } = wholeReply(kind, replies, { accepted, compressor });
    return {
      status: 200,
      headers: coding === "identity" ? headers : { ...headers, "content-encoding": coding },
      body: bytes,
    };
  });
}

/**
 * Yields what got ready together, as soon as it did. Whoever reads slowly slows down nothing but this stream: what gets ready
 * meanwhile is in the next chunk.
 */
async function* streamed(writer: BatchWriter, run: Run): AsyncGenerator<Uint8Array> {
  const replies = readyReplies(run);
  while (await replies.any()) {
    await turn();
    yield writer.write(replies.take());
  }
  yield writer.end();
}

/** Lets everything happen that is due: replies that come of one event share a chunk. */
function turn(): Promise<void> {
  return new Promise((settle) => setImmediate(settle));
}

function header(context: RpcContext, name: string): string | null {
  return context.header(name) ?? null;
}

function headersOf(context: RpcContext): Pick<Headers, "get"> {
  return { get: (name) => header(context, name) };
}
