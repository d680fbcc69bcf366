/**
 * The reply to a batch in each of its four formats: at once when the last item is ready, or as a stream while they get ready.
 *
 * | format | body | compressed |
 * |---|---|---|
 * | `json`, `protobuf` | whole | in the smallest coding, unless an item carries a secret |
 * | `jsonl` | lines of what got ready together | never: what comes later may carry a secret |
 * | `frames` | a frame of what got ready together | inside the frame, apart from the secrets, for who has the dictionary |
 * @module
 */
import {
  type BatchFormat,
  type BatchReply,
  type BatchWriter,
  batchWriter,
  readyReplies,
  wholeReply,
} from "../../proto/batch/batch.ts";
import {
  acceptedCodings,
  type Bytes,
  type Compressor,
  type Dictionary,
  envelopeCodings,
  framePacker,
  type MediaChoice,
  VARY,
} from "../../proto/codec/codec.ts";
import type { Call } from "../route/call.ts";
import type { Activity } from "./activity.ts";

export interface ReplyDeps {
  readonly compressor: Compressor;
  readonly dictionaries: readonly Dictionary[];
}

/** Runs the items of a batch, until `signal` aborts. Gives each reply to `onReply`, and all of them in the end. */
export type Run = (onReply: (reply: BatchReply) => void, signal: AbortSignal) => Promise<readonly BatchReply[]>;

/** @param busy with the items, so that replies that get ready together are written together */
export async function replyWith(
  call: Call,
  { kind, contentType }: MediaChoice<BatchFormat>,
  busy: Activity,
  { compressor, dictionaries }: ReplyDeps,
  run: Run,
): Promise<Response> {
  const asked = call.request.headers;
  const accepted = acceptedCodings(asked.get("accept-encoding"), asked.get("available-dictionary"), dictionaries);
  const headers = new Headers({ "content-type": contentType, "cache-control": "no-store", vary: VARY });
  switch (kind) {
    case "json":
    case "protobuf": {
      const replies = await run(() => undefined, call.signal);
      return wholeResponse(call, wholeReply(kind, replies, { accepted, compressor }), headers);
    }
    case "jsonl":
      return await streamedReply(call, batchWriter(kind), busy, run, headers);
    case "frames": {
      const { dictionary } = envelopeCodings(asked, dictionaries);
      const packer = dictionary === undefined ? undefined : framePacker(dictionary, compressor);
      return await streamedReply(call, batchWriter(kind, packer), busy, run, headers);
    }
  }
}

const NOTHING: Bytes = new Uint8Array(0);

function wholeResponse(
  call: Call,
  { coding, bytes, plainBytes }: ReturnType<typeof wholeReply>,
  headers: Headers,
): Response {
  if (coding !== "identity") headers.set("content-encoding", coding);
  headers.set("content-length", String(bytes.length));
  call.entry.bytesOutPlain = plainBytes;
  return new Response(bytes, { headers, encodeBody: "manual" });
}

/**
 * Starts the run and streams its replies. A chunk is handed on only when the last one was taken, so a slow reader slows nothing
 * down but its own stream, and no reply is lost: whatever gets ready meanwhile is in the next chunk. A reader that leaves ends
 * the run. Where all replies get ready together there is nothing to stream, and they go out in one piece, with a length.
 */
async function streamedReply(
  call: Call,
  writer: BatchWriter,
  busy: Activity,
  run: Run,
  headers: Headers,
): Promise<Response> {
  const left = new AbortController();
  const replies = readyReplies((onReply) => run(onReply, AbortSignal.any([call.signal, left.signal])));
  const next = async () => {
    if (!(await replies.any())) return NOTHING;
    await busy.quiet();
    return writer.write(replies.take());
  };
  let first: Bytes | undefined = await next();
  if (replies.areAllTaken()) {
    const body = joined(first, writer.end());
    headers.set("content-length", String(body.length));
    return new Response(body, { headers });
  }
  const body = new ReadableStream<Uint8Array>({
    async pull(stream) {
      const chunk = first ?? (await next());
      first = undefined;
      if (chunk.length > 0) stream.enqueue(chunk);
      if (!replies.areAllTaken()) return;
      const last = writer.end();
      if (last.length > 0) stream.enqueue(last);
      stream.close();
    },
    cancel: (reason) => left.abort(reason),
  });
  return new Response(body, { headers });
}

function joined(first: Bytes, second: Bytes): Bytes {
  if (second.length === 0) return first;
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
