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
import { type BatchFormat, type BatchReply, type BatchWriter, batchWriter } from "../../proto/batch/batch.ts";
import {
  type AcceptedCodings,
  acceptedCodings,
  type Bytes,
  type Compressor,
  compressSmallest,
  type Dictionary,
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
      return wholeReply(call, batchWriter(kind), replies, { accepted, compressor, headers });
    }
    case "jsonl":
      return new Response(streamed(call, batchWriter(kind), busy, run), { headers });
    case "frames": {
      const { dictionary } = accepted;
      const packer = dictionary === undefined ? undefined : framePacker(dictionary, compressor);
      return new Response(streamed(call, batchWriter(kind, packer), busy, run), { headers });
    }
  }
}

interface WholeOptions {
  readonly accepted: AcceptedCodings;
  readonly compressor: Compressor;
  readonly headers: Headers;
}

function wholeReply(
  call: Call,
  writer: BatchWriter,
  replies: readonly BatchReply[],
  { accepted, compressor, headers }: WholeOptions,
): Response {
  const body = joined(writer.write(replies), writer.end());
  const sensitive = replies.some((reply) => reply.sensitive === true);
  const { coding, bytes } = compressSmallest(body, { accepted, compressor, sensitive });
  if (coding !== "identity") headers.set("content-encoding", coding);
  headers.set("content-length", String(bytes.length));
  call.entry.bytesOutPlain = body.length;
  return new Response(bytes, { headers, encodeBody: "manual" });
}

/**
 * Starts the run and streams its replies. A chunk is handed on only when the last one was taken, so a slow reader slows nothing
 * down but its own stream, and no reply is lost: whatever gets ready meanwhile is in the next chunk. A reader that leaves ends
 * the run.
 */
function streamed(call: Call, writer: BatchWriter, busy: Activity, run: Run): ReadableStream<Uint8Array> {
  const left = new AbortController();
  const ready: BatchReply[] = [];
  let state: "running" | "over" | { readonly failure: unknown } = "running";
  let wake = () => {};
  const onReply = (reply: BatchReply) => {
    ready.push(reply);
    wake();
  };
  run(onReply, AbortSignal.any([call.signal, left.signal])).then(
    () => {
      state = "over";
      wake();
    },
    (failure: unknown) => {
      state = { failure };
      wake();
    },
  );
  return new ReadableStream<Uint8Array>({
    async pull(stream) {
      while (ready.length === 0 && state === "running") {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (ready.length > 0) {
        await busy.quiet();
        stream.enqueue(writer.write(ready.splice(0)));
      } else if (state === "over") {
        const end = writer.end();
        if (end.length > 0) stream.enqueue(end);
        stream.close();
      } else if (state !== "running") throw state.failure;
    },
    cancel: (reason) => left.abort(reason),
  });
}

function joined(first: Bytes, second: Bytes): Bytes {
  if (second.length === 0) return first;
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
