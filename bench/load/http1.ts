/**
 * HTTP/1.1 as the load generator speaks it: requests are bytes made beforehand, replies are read only as far as is needed to
 * find their end (RFC 9112 §6.3) and their status.
 * @module
 */
import type { Outcome, Wire } from "./wire.ts";

export interface Http1Request {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** @param host `Host` of every request */
export function http1Bytes({ method = "GET", path, headers = {}, body }: Http1Request, host: string): Buffer {
  const payload = typeof body === "string" ? Buffer.from(body) : body;
  const lines = [
    `${method} ${path} HTTP/1.1`,
    `host: ${host}`,
    ...Object.entries(headers).map((pair) => pair.join(": ")),
  ];
  if (payload !== undefined) lines.push(`content-length: ${payload.length}`);
  return Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1"), payload ?? new Uint8Array()]);
}

const HEAD_BYTES_MAX = 65_536; // No server under test sends more; without an end it is not HTTP.
const LINE_FEED = 10;

type Part = "head" | "body" | "chunk-size" | "chunk" | "trailer" | "until-close";

/** Sends the same requests over and over, in turn; starts at `offset` so that connections do not move in step. */
export class Http1Wire implements Wire {
  readonly #requests: readonly { readonly bytes: Buffer; readonly isHead: boolean }[];
  #next: number;
  #part: Part = "head";
  #isHead = false;
  #status = 0;
  /** Bytes still to come of a body or a chunk. */
  #leftBytes = 0;
  /** An unfinished head or line. */
  #rest: Buffer = Buffer.alloc(0);
  last = false;

  constructor(requests: readonly { readonly bytes: Buffer; readonly isHead: boolean }[], offset: number) {
    this.#requests = requests;
    this.#next = offset % requests.length;
  }

  request(): Uint8Array {
    const request = this.#requests[this.#next];
    if (request === undefined) throw new Error("there is no request to send");
    this.#next = (this.#next + 1) % this.#requests.length;
    this.#isHead = request.isHead;
    return request.bytes;
  }

  read(bytes: Buffer): Outcome | undefined {
    let input = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
    this.#rest = EMPTY;
    while (input.length > 0) {
      const taken = this.#take(input);
      if (taken === 0) {
        if (input.length > HEAD_BYTES_MAX) throw new Error("endless head or chunk size");
        this.#rest = Buffer.from(input); // A copy: the bytes are the caller's.
        return undefined;
      }
      input = input.subarray(taken);
      if (this.#part === "head" && this.#status >= 200) return this.#finish(input);
    }
    return undefined;
  }

  close(): Outcome | undefined {
    return this.#part === "until-close" ? this.#outcome() : undefined;
  }

  #finish(rest: Buffer): Outcome {
    if (rest.length > 0) throw new Error("bytes after the end of the reply");
    const outcome = this.#outcome();
    this.#status = 0;
    return outcome;
  }

  #outcome(): Outcome {
    return this.#status < 300 ? "ok" : String(this.#status);
  }

  /** Takes the next part of the reply from the front. @returns its bytes, 0 when it is not complete */
  #take(input: Buffer): number {
    switch (this.#part) {
      case "head":
        return this.#takeHead(input);
      case "body":
      case "chunk": {
        const taken = Math.min(this.#leftBytes, input.length);
        this.#leftBytes -= taken;
        if (this.#leftBytes === 0) this.#part = this.#part === "body" ? "head" : "chunk-size";
        return taken;
      }
      case "chunk-size": {
        const end = input.indexOf(LINE_FEED) + 1;
        if (end > 0) this.#startChunk(input.toString("latin1", 0, end));
        return end;
      }
      case "trailer": {
        const end = input.indexOf(LINE_FEED) + 1;
        if (end === 1 || (end === 2 && input[0] === 13)) this.#part = "head";
        return end;
      }
      case "until-close":
        return input.length;
    }
  }

  #takeHead(input: Buffer): number {
    const end = input.indexOf("\r\n\r\n") + 4;
    if (end === 3) return 0;
    const head = input.toString("latin1", 0, end);
    const status = /^HTTP\/1\.[01] (\d{3})/.exec(head);
    if (status === null) throw new Error(`not HTTP/1.1: ${JSON.stringify(head.slice(0, 40))}`);
    this.#status = Number(status[1]);
    this.last = /\r\nconnection:[^\r]*\bclose\b/i.test(head);
    if (this.#isHead || this.#status < 200 || this.#status === 204 || this.#status === 304) return end;
    const length = /\r\ncontent-length:[ \t]*(\d+)/i.exec(head);
    if (/\r\ntransfer-encoding:[^\r]*\bchunked\b/i.test(head)) this.#part = "chunk-size";
    else if (length === null) this.#part = "until-close";
    else if (length[1] !== "0") {
      this.#part = "body";
      this.#leftBytes = Number(length[1]);
    }
    return end;
  }

  #startChunk(line: string): void {
    const size = /^([0-9a-f]{1,8})[;\r\n \t]/i.exec(line);
    if (size === null) throw new Error(`not a chunk size: ${JSON.stringify(line)}`);
    const bytes = Number.parseInt(size[1] ?? "", 16);
    this.#part = bytes === 0 ? "trailer" : "chunk";
    this.#leftBytes = bytes + 2; // With the line end after the data.
  }
}

const EMPTY = Buffer.alloc(0);
