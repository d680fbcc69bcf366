/**
 * HTTP as the platform offers it: `fetch`, whose body streams in a browser and in Node and does not in React Native, and which
 * decodes gzip by itself, mostly.
 * @module
 */
import {
  type Bytes,
  type Compressor,
  concat,
  DICTIONARY_CODING,
  type Dictionary,
  decompress,
  isJsonType,
  isProtobufType,
  overLimit,
  PAGE_DICTIONARY,
  parseCoding,
  renderAvailableDictionary,
} from "../proto/codec/codec.ts";
import { Fault } from "../proto/fault.ts";
import type { Network } from "./network/exchange.ts";

/** What is used of `fetch`, so that any other HTTP stack can be given in its place. */
export type Fetch = (url: string, init: FetchInit) => Promise<Response>;

export interface FetchInit {
  method: string;
  headers: Record<string, string>;
  body?: Bytes;
  signal?: AbortSignal;
}

/** One request on the wire. */
export interface WireRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Bytes;
  /** Whether it carries several calls, whose replies are coded inside the body. */
  readonly merged?: boolean;
  /** Whether it may be sent twice. */
  readonly idempotent: boolean;
  /** Called off by it. */
  readonly signal: AbortSignal;
}

export interface TransportOptions {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly fetch: Fetch;
  /** In place of {@link fetch}. */
  readonly network: Network | undefined;
  readonly compressor: Compressor;
  readonly dictionary: Dictionary | undefined;
  /** Of one reply's body, before and after it is decompressed. */
  readonly replyBytesMax: number;
  /** The `traceparent` of the next request. */
  readonly traceparent: () => string;
}

export class Transport {
  readonly compressor: Compressor;
  readonly dictionary: Dictionary | undefined;
  readonly replyBytesMax: number;
  readonly #options: TransportOptions;
  readonly #inPage = dropsAcceptEncoding();

  constructor(options: TransportOptions) {
    this.#options = options;
    this.compressor = options.compressor;
    this.dictionary = options.dictionary;
    this.replyBytesMax = options.replyBytesMax;
  }

  /**
   * Sends, and gives the reply once its headers are here.
   * @throws Fault unavailable where the network failed, canceled where the signal aborted
   */
  async send({ method, path, headers, body, merged = false, idempotent, signal }: WireRequest): Promise<Response> {
    const { baseUrl, fetch, network, traceparent } = this.#options;
    const own = { ...this.#accepted(merged), traceparent: traceparent() };
    const init = { method, headers: { ...own, ...headers }, ...(body && { body }), signal };
    try {
      if (network === undefined) return await fetch(baseUrl + path, init);
      const more = { idempotent, streamed: merged, bytesMax: this.replyBytesMax };
      return await network.send(baseUrl + path, { ...init, ...more });
    } catch (cause) {
      throw networkFault(cause, signal);
    }
  }

  /**
   * The body in chunks as they come, or whole where the platform cannot stream.
   * @throws Fault unavailable, canceled, resource_exhausted (413)
   */
  async *chunks(response: Response, signal: AbortSignal): AsyncGenerator<Bytes> {
    const reader = response.body?.getReader?.();
    try {
      if (reader === undefined) {
        yield this.#bounded(new Uint8Array(await response.arrayBuffer()));
        return;
      }
      let size = 0;
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        size += value.length;
        if (size > this.replyBytesMax) throw overLimit(this.replyBytesMax);
        yield value as Bytes;
      }
    } catch (cause) {
      throw networkFault(cause, signal);
    } finally {
      // Whoever stops early has no more use for the connection's bytes; a failed stream cannot be cancelled and need not be.
      reader?.cancel().catch(() => {});
    }
  }

  /** The whole body, decompressed. @throws Fault as {@link chunks}, and as `decompress` */
  async body(response: Response, signal: AbortSignal): Promise<Bytes> {
    const chunks: Bytes[] = [];
    for await (const chunk of this.chunks(response, signal)) chunks.push(chunk);
    try {
      return this.#decoded(concat(chunks), response.headers);
    } catch (cause) {
      throw cause instanceof Fault && cause.code === "resource_exhausted" ? cause : damaged(cause);
    }
  }

  /**
   * A browser writes `Accept-Encoding` and `Available-Dictionary` itself, and never gives a page a body in our coding; merged
   * requests name the dictionary in a header of their own there. Other platforms are asked for gzip too, which they then may
   * leave to us: see {@link leftInGzip}.
   */
  #accepted(merged: boolean): Record<string, string> {
    if (this.dictionary === undefined) return {};
    const available = renderAvailableDictionary(this.dictionary);
    if (this.#inPage) return merged ? { [PAGE_DICTIONARY]: available } : {};
    return { "accept-encoding": `${DICTIONARY_CODING}, gzip`, "available-dictionary": available };
  }

  #decoded(body: Bytes, headers: Headers): Bytes {
    const { compressor, dictionary, replyBytesMax: bytesMax } = this;
    const coding = headers.get("content-encoding")?.trim().toLowerCase();
    if (coding === undefined || body.length === 0) return body;
    if (coding !== DICTIONARY_CODING && !leftInGzip(body, headers.get("content-type"))) return body;
    const dictionaries = dictionary === undefined ? [] : [dictionary];
    const availableDictionary = dictionary === undefined ? null : renderAvailableDictionary(dictionary);
    return decompress(body, parseCoding(coding), { compressor, bytesMax, dictionaries, availableDictionary });
  }

  #bounded(body: Bytes): Bytes {
    if (body.length > this.replyBytesMax) throw overLimit(this.replyBytesMax);
    return body;
  }
}

/**
 * The platform decodes what it knows and leaves the header as it was, so a header of gzip says little. Neither JSON nor protobuf
 * can start with gzip's magic bytes: 1f is no JSON, and as a tag has a wire type that does not exist.
 */
function leftInGzip(body: Bytes, contentType: string | null): boolean {
  return body[0] === 0x1f && body[1] === 0x8b && (isJsonType(contentType) || isProtobufType(contentType));
}

/** Whether this is a browser: its requests refuse the headers that it wants to write itself, without a word. */
function dropsAcceptEncoding(): boolean {
  if (typeof Request !== "function") return false;
  const request = new Request("http://page.invalid", { headers: { "accept-encoding": DICTIONARY_CODING } });
  return !request.headers.has("accept-encoding");
}

/** A reply that cannot be read, told as a fault of the peer. */
export function damaged(cause: unknown): Fault {
  return new Fault("internal", "the reply is damaged", { cause });
}

function networkFault(cause: unknown, signal: AbortSignal): Fault {
  if (cause instanceof Fault) return cause;
  if (signal.aborted) return new Fault("canceled", "the request was called off", { cause });
  return new Fault("unavailable", "the network failed", { cause });
}
