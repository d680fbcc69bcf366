/**
 * The reply to a client that is refused while it is still sending.
 *
 * Most clients read only when all is sent, and one whose connection is closed before that sees a broken pipe and never the reply:
 * an app would try again what it should not have tried at all. workerd closes soon after the end of the reply, whatever else is to
 * come. So the end waits until the client has sent what it announced. The reply itself is there at once, and its length says that
 * it is complete.
 * @module
 */
import type { IncomingRequest } from "../route/call.ts";

/** Less than this workerd itself reads past the end of a reply. */
const LINGER_BYTES_MIN = 65_536;
/** As the origin does. Who sends more is cut off: it costs too much to be polite. */
const LINGER_BYTES_MAX = 16_777_216;
const LINGER_MS_MAX = 10_000;
const CHUNK_BYTES = 65_536;

/** Whether a body is on its way that nobody reads, and that its sender does not hold back until it is asked for. */
export function isStillSending({ headers, body }: IncomingRequest): boolean {
  const length = Number(headers.get("content-length") ?? 0);
  if (!(length > LINGER_BYTES_MIN && length <= LINGER_BYTES_MAX)) return false;
  return body !== null && !body.locked && !headers.has("expect");
}

/** The same reply, whose end waits for the end of the request. */
export async function lingering(reply: Response, { body }: IncomingRequest): Promise<Response> {
  const bytes = new Uint8Array(await reply.arrayBuffer());
  const pipe = new FixedLengthStream(bytes.length);
  void sendAndWait(pipe.writable.getWriter(), bytes, body);
  return new Response(pipe.readable, reply);
}

/** Never rejects: a client that leaves has what it wanted. */
async function sendAndWait(
  writer: WritableStreamDefaultWriter<Uint8Array>,
  bytes: Uint8Array,
  body: IncomingRequest["body"],
): Promise<void> {
  const reader = body?.getReader({ mode: "byob" });
  const late = setTimeout(() => void reader?.cancel().catch(() => undefined), LINGER_MS_MAX);
  try {
    await writer.write(bytes);
    let buffer = new ArrayBuffer(CHUNK_BYTES);
    for (;;) {
      const read = await reader?.read(new Uint8Array(buffer));
      if (read?.value === undefined || read.done) break;
      buffer = read.value.buffer as ArrayBuffer;
    }
  } catch {
    // It broke off, or left: there is nobody any more to wait for.
  }
  clearTimeout(late);
  await writer.close().catch(() => undefined);
}
