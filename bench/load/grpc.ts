/**
 * gRPC over HTTP/2 in the clear, as far as a unary call made beforehand needs it (RFC 9113, gRPC's PROTOCOL-HTTP2).
 *
 * The request's headers are sent as literals that no table remembers, so that every call is the same bytes but for its stream.
 * Of the reply only frames are looked at: a call is good when a whole message came before the stream ended without a reset.
 * Trailers are compressed and not read; that the server answers `grpc-status: 0` is for the bench to check with a real client.
 * @module
 */
import type { Outcome, Wire } from "./wire.ts";

const PREFACE = Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
const FRAME_HEADER_BYTES = 9;
const FRAME = { data: 0, headers: 1, reset: 3, settings: 4, ping: 6, goAway: 7, windowUpdate: 8 } as const;
const FLAG = { endStream: 1, ack: 1, endHeaders: 4 } as const;
/** A window that no short run uses up; it is filled again once half of it is gone. */
const WINDOW_BYTES = 2 ** 30;

export class GrpcWire implements Wire {
  readonly greeting: Uint8Array;
  readonly #headers: Uint8Array;
  readonly #body: Uint8Array;
  #stream = -1;
  #input: Buffer = Buffer.alloc(0);
  #messageBytes = 0;
  #unacknowledgedBytes = 0;
  #answer: Buffer[] = [];

  /** @param path `/package.Service/Method` @param message the encoded request */
  constructor(path: string, authority: string, message: Uint8Array) {
    // SETTINGS_INITIAL_WINDOW_SIZE covers the streams, a WINDOW_UPDATE on stream 0 the connection.
    const settings = Buffer.alloc(6);
    settings.writeUInt16BE(4, 0);
    settings.writeUInt32BE(WINDOW_BYTES, 2);
    this.greeting = Buffer.concat([PREFACE, frame(FRAME.settings, 0, 0, settings), windowUpdate(WINDOW_BYTES)]);
    this.#headers = Buffer.concat(
      [
        [":method", "POST"],
        [":scheme", "http"],
        [":path", path],
        [":authority", authority],
        ["te", "trailers"],
        ["content-type", "application/grpc"],
      ].map(([name = "", value = ""]) => literalHeader(name, value)),
    );
    const prefix = Buffer.alloc(5); // Not compressed, length.
    prefix.writeUInt32BE(message.length, 1);
    this.#body = Buffer.concat([prefix, message]);
  }

  request(): Uint8Array {
    this.#stream += 2;
    return Buffer.concat([
      frame(FRAME.headers, FLAG.endHeaders, this.#stream, this.#headers),
      frame(FRAME.data, FLAG.endStream, this.#stream, this.#body),
    ]);
  }

  read(bytes: Buffer): Outcome | undefined {
    let input = this.#input.length === 0 ? bytes : Buffer.concat([this.#input, bytes]);
    let outcome: Outcome | undefined;
    while (input.length >= FRAME_HEADER_BYTES) {
      const length = input.readUIntBE(0, 3);
      if (input.length < FRAME_HEADER_BYTES + length) break;
      const payload = input.subarray(FRAME_HEADER_BYTES, FRAME_HEADER_BYTES + length);
      outcome = this.#frame(input.readUInt8(3), input.readUInt8(4), input.readUInt32BE(5), payload) ?? outcome;
      input = input.subarray(FRAME_HEADER_BYTES + length);
    }
    this.#input = Buffer.from(input); // A copy: the bytes are the caller's.
    return outcome;
  }

  takeAnswer(): Uint8Array | undefined {
    if (this.#unacknowledgedBytes > WINDOW_BYTES / 2) {
      this.#answer.push(windowUpdate(this.#unacknowledgedBytes));
      this.#unacknowledgedBytes = 0;
    }
    if (this.#answer.length === 0) return undefined;
    const answer = Buffer.concat(this.#answer);
    this.#answer = [];
    return answer;
  }

  #frame(type: number, flags: number, stream: number, payload: Buffer): Outcome | undefined {
    switch (type) {
      case FRAME.settings:
        if ((flags & FLAG.ack) === 0) this.#answer.push(frame(FRAME.settings, FLAG.ack, 0, EMPTY));
        return undefined;
      case FRAME.ping:
        if ((flags & FLAG.ack) === 0) this.#answer.push(frame(FRAME.ping, FLAG.ack, 0, Buffer.from(payload)));
        return undefined;
      case FRAME.goAway:
        throw new Error(`GOAWAY with error ${payload.readUInt32BE(4)}`);
      case FRAME.reset:
        return stream === this.#stream ? this.#end("reset") : undefined;
      case FRAME.data:
        this.#messageBytes += payload.length;
        this.#unacknowledgedBytes += payload.length;
        break;
    }
    const isEnd = (type === FRAME.data || type === FRAME.headers) && (flags & FLAG.endStream) !== 0;
    // Without a message the trailers carry an error; five bytes are the prefix of an empty one.
    return isEnd && stream === this.#stream ? this.#end(this.#messageBytes >= 5 ? "ok" : "no message") : undefined;
  }

  #end(outcome: Outcome): Outcome {
    this.#messageBytes = 0;
    return outcome;
  }
}

const EMPTY = Buffer.alloc(0);

function frame(type: number, flags: number, stream: number, payload: Uint8Array): Buffer {
  const header = Buffer.alloc(FRAME_HEADER_BYTES);
  header.writeUIntBE(payload.length, 0, 3);
  header.writeUInt8(type, 3);
  header.writeUInt8(flags, 4);
  header.writeUInt32BE(stream, 5);
  return Buffer.concat([header, payload]);
}

function windowUpdate(bytes: number): Buffer {
  const payload = Buffer.alloc(4);
  payload.writeUInt32BE(bytes);
  return frame(FRAME.windowUpdate, 0, 0, payload);
}

/** RFC 7541 §6.2.2, a new name, neither string compressed, both shorter than 127 bytes. */
function literalHeader(name: string, value: string): Buffer {
  for (const text of [name, value])
    if (text.length >= 127) throw new Error(`'${text}' is too long for a short literal`);
  return Buffer.concat([
    Buffer.of(0, name.length),
    Buffer.from(name, "latin1"),
    Buffer.of(value.length),
    Buffer.from(value, "latin1"),
  ]);
}
