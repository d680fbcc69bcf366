/**
 * Bodies of requests, read whole under two limits: of one body, and of all that are coming in at one time.
 * @module
 */
import type { IncomingMessage } from "node:http";
import { Fault } from "../../proto/fault.ts";
import { overloaded, type RpcLimits } from "./limits.ts";

const EMPTY = new Uint8Array(0);

export interface BodyEvents {
  /** The body is going to be read: the time to tell a client that waits for leave to send it. */
  onWanted(): void;
  /** With the whole body; never after `onRefused`. */
  onBody(body: Uint8Array): void;
  /** The body is, or gets, too large; the rest of it is read and thrown away. */
  onRefused(fault: Fault): void;
}

export interface BodyReader {
  /** When the client leaves before the end, neither a body nor a refusal comes. */
  read(request: IncomingMessage, bytesMax: number, events: BodyEvents): void;
  /**
   * Reads a body that nobody wants: a client that is still sending reads no reply, and would lose it if the connection
   * were cut. One that sends without end is cut all the same.
   */
  discard(request: IncomingMessage): void;
}

export function bodyReader(limits: RpcLimits): BodyReader {
  /** Of bodies of which more is to come. */
  let bufferedBytes = 0;

  function read(request: IncomingMessage, bytesMax: number, events: BodyEvents): void {
    const length = lengthOf(request);
    if (length !== undefined && length > bytesMax) {
      events.onRefused(tooLarge(bytesMax));
      discard(request);
      return;
    }
    events.onWanted();
    if (length === 0) {
      request.resume();
      events.onBody(EMPTY);
    } else if (length === undefined) collect(request, length, bytesMax, events);
    else {
      // Most bodies come in one piece: nothing has to be kept, nor the end to be waited for.
      const onFirst = (first: Buffer): void => {
        if (first.length === length) {
          events.onBody(first);
          return;
        }
        request.off("data", onFirst);
        collect(request, length, bytesMax, events)(first);
      };
      request.on("data", onFirst);
    }
  }

  /** @returns takes a piece that has already come */
  function collect(
    request: IncomingMessage,
    length: number | undefined,
    bytesMax: number,
    events: BodyEvents,
  ): (piece: Buffer) => void {
    let pieces: Buffer[] = [];
    let bytes = 0;
    const take = (piece: Buffer): void => {
      pieces.push(piece);
      bytes += piece.length;
      bufferedBytes += piece.length;
      const refusal = refusalOf(bytes, bytesMax);
      if (refusal !== undefined) {
        release();
        events.onRefused(refusal);
        discard(request);
      } else if (bytes === length) finish();
    };
    const release = (): void => {
      request.off("data", take);
      request.off("end", finish);
      request.off("close", release);
      bufferedBytes -= bytes;
      bytes = 0;
    };
    const finish = (): void => {
      release();
      const body = Buffer.concat(pieces);
      pieces = [];
      events.onBody(body);
    };
    request.on("data", take);
    request.on("end", finish);
    request.on("close", release);
    return take;
  }

  function refusalOf(bytes: number, bytesMax: number): Fault | undefined {
    if (bytes > bytesMax) return tooLarge(bytesMax);
    return bufferedBytes > limits.bufferedBytesMax ? overloaded(limits) : undefined;
  }

  function discard(request: IncomingMessage): void {
    let bytes = 0;
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > limits.discardBytesMax) request.destroy();
    });
  }

  return { read, discard };
}

/** @returns undefined where only the end of the body will tell */
function lengthOf({ headers }: IncomingMessage): number | undefined {
  const length = headers["content-length"];
  if (length !== undefined) return Number(length);
  return headers["transfer-encoding"] === undefined ? 0 : undefined;
}

function tooLarge(bytesMax: number): Fault {
  return new Fault("resource_exhausted", `the body is larger than ${bytesMax} bytes`, { status: 413 });
}
