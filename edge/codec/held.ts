/**
 * Replies whose bytes are in memory already.
 *
 * Making a `Response` of bytes and reading them back takes a turn of the event loop and some 50 µs on workerd; in a batch of twenty
 * that was most of the work. So who makes a reply of bytes makes a {@link HeldReply}, and who reads one looks at `held` first.
 * Everything else sees a reply as any other: headers and body come into being when they are asked for.
 * @module
 */
import type { HeaderField } from "../../proto/batch/batch.ts";
import type { Bytes } from "../../proto/codec/codec.ts";
import type { Reply } from "../route/call.ts";

export interface HeldInit {
  readonly status: number;
  readonly statusText?: string;
  /** As the one or the other; fields are taken over and must not be changed any more. */
  readonly headers: Headers | readonly HeaderField[];
  readonly sensitive?: boolean;
}

export class HeldReply implements Reply {
  readonly status: number;
  readonly statusText: string;
  readonly held: Bytes;
  readonly sensitive: boolean;
  /** The bytes are in the coding that the headers name. Where a reply is the model of a `Response`, that is told by this. */
  readonly encodeBody = "manual";
  #headers: Headers | undefined;
  #fields: readonly HeaderField[] | undefined;
  #init: ResponseInit | undefined;
  #body: ReadableStream<Uint8Array> | null | undefined;

  /** @param held not to be changed any more */
  constructor(held: Bytes, { status, statusText = "", headers, sensitive = false }: HeldInit) {
    this.held = held;
    this.status = status;
    this.statusText = statusText;
    this.sensitive = sensitive;
    if (headers instanceof Headers) this.#headers = headers;
    else this.#fields = headers;
  }

  /** @throws TypeError for a name or value that is none */
  get headers(): Headers {
    if (this.#headers === undefined) {
      this.#headers = new Headers();
      for (const [name, value] of this.#fields ?? []) this.#headers.append(name, value);
    }
    return this.#headers;
  }

  get fields(): readonly HeaderField[] {
    this.#fields ??= fieldsOf(this.headers);
    return this.#fields;
  }

  /**
   * What a `Response` of these bytes is made with. workerd takes 10 µs for a record or a `Headers`, and 35 for a list of fields or a `Headers`
   * that has to be filled first. Some replies go to many: it is made once.
   */
  get init(): ResponseInit {
    this.#init ??= this.#makeInit();
    return this.#init;
  }

  /** What goes without saying is left out: the runtime takes as long for a status and how the body is coded as for all headers. */
  #makeInit(): ResponseInit {
    const { status, statusText, encodeBody } = this;
    const headers = this.#headers ?? recordOf(this.#fields ?? []) ?? this.headers;
    const isCoded = headers instanceof Headers ? headers.has("content-encoding") : "content-encoding" in headers;
    return {
      headers,
      ...(status !== 200 && { status }),
      ...(statusText !== "" && { statusText }), // Without one the runtime has the usual one.
      ...(isCoded && { encodeBody }),
    };
  }

  get body(): ReadableStream<Uint8Array> | null {
    if (this.#body === undefined) this.#body = this.held.length === 0 ? null : new Response(this.held).body;
    return this.#body;
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    const { buffer, byteOffset, length } = this.held;
    return length === buffer.byteLength ? buffer : buffer.slice(byteOffset, byteOffset + length);
  }
}

/** @returns undefined where a name stands there twice, in whatever case */
function recordOf(fields: readonly HeaderField[]): Record<string, string> | undefined {
  const record: Record<string, string> = {};
  let count = 0;
  for (const [name, value] of fields) {
    record[name.toLowerCase()] = value;
    count++;
  }
  return Object.keys(record).length === count ? record : undefined;
}

/** The header fields of a reply; each `Set-Cookie` is a field of its own. */
export function fieldsOfReply(reply: Reply): readonly HeaderField[] {
  return reply instanceof HeldReply ? reply.fields : fieldsOf(reply.headers);
}

/** `forEach` is several times as fast as iterating. */
function fieldsOf(headers: Headers): HeaderField[] {
  const fields: HeaderField[] = [];
  headers.forEach((value, name) => {
    if (name !== "set-cookie") fields.push([name, value]);
  });
  for (const cookie of headers.getSetCookie()) fields.push(["set-cookie", cookie]);
  return fields;
}
