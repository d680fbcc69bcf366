/**
 * Bodies of requests, read whole under two limits: of one body, and of all that are coming in at one time.
 * @module
 */
import type { IncomingMessage } from "node:http";
import { Fault } from "../../proto/fault.ts";
import { overloaded, type RpcLimits } from "./limits.ts";

const EMPTY = new Uint8Array(0);

export interface BodyReader {
  /**
   * @param onBody called with the whole body, never after `onRefused`; neither is called when the client leaves before
   * @param onRefused called when the body is, or gets, too large; the rest of it is then read and thrown away
   */
  read(
    request: IncomingMessage,
    bytesMax: number,
    onBody: (body: Uint8Array) => void,
    onRefused: (fault: Fault) => void,
  ): void;
  /**
   * Reads a body that nobody wants: a client that is still sending reads no reply, and would lose it if the connection
   * were cut. One that sends without end is cut all the same.
   */
  discard(request: IncomingMessage): void;
}

export function bodyReader(limits: RpcLimits): BodyReader {
  /** Of bodies of which more is to come. */
  let bufferedBytes = 0;

  function read(
    request: IncomingMessage,
    bytesMax: number,
    onBody: (body: Uint8Array) => void,
    onRefused: (fault: Fault) => void,
  ): void {
    const length = lengthOf(request);
    if (length === 0) {
      request.resume();
      onBody(EMPTY);
    } else if (length !== undefined && length > bytesMax) {
      onRefused(tooLarge(bytesMax));
      discard(request);
    } else {
      // Most bodies come in one piece of known length: nothing has to be kept, nor the end to be waited for.
      const onFirst = (first: Buffer): void => {
        if (first.length === length) {
          onBody(first);
          return;
        }
        request.off("data", onFirst);
        collect(request, first, length, bytesMax, onBody, onRefused);
      };
      request.on("data", onFirst);
    }
  }

  function collect(
    request: IncomingMessage,
    first: Buffer,
    length: number | undefined,
    bytesMax: number,
    onBody: (body: Uint8Array) => void,
    onRefused: (fault: Fault) => void,
  ): void {
    let chunks: Buffer[] = [];
    let bytes = 0;
    const take = (chunk: Buffer): void => {
      chunks.push(chunk);
      bytes += chunk.length;
      bufferedBytes += chunk.length;
      const refusal = bytes > bytesMax ? tooLarge(bytesMax) : bufferedBytes > limits.bufferedBytesMax;
      if (refusal !== false) {
        release();
        onRefused(refusal === true ? overloaded(limits) : refusal);
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
      const body = Buffer.concat(chunks);
      chunks = [];
      onBody(body);
    };
    request.on("data", take);
    request.on("end", finish);
    request.on("close", release);
    take(first);
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
