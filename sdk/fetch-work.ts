/** A `fetch`-like call as work. @module */
import type { Bytes } from "../proto/codec/codec.ts";
import type { AnyMessage, Init, MessageType } from "../proto/message/message.ts";
import type { Body, Idempotency, Work } from "./job.ts";
import { type Path, type RefTo, type Text, targetOf, targetsIn } from "./reference.ts";

/** Text, a value of an earlier reply, or both put together. */
export type HeaderValue = string | RefTo<unknown> | readonly (string | RefTo<unknown>)[];

/** A protobuf message to be sent. */
export interface MessageBody {
  readonly type: AnyMessage;
  readonly bytes: Bytes;
}

export interface FetchRequest {
  /** GET by default. */
  readonly method?: string;
  readonly headers?: Readonly<Record<string, HeaderValue>>;
  readonly body?: string | Uint8Array | MessageBody;
  /** In place of `body`: any value of JSON, in which references may stand. */
  readonly json?: unknown;
  /** Whether the request carries a secret. Tokens in `authorization` and messages that say so themselves count in any case. */
  readonly sensitive?: boolean;
  /** Whether it may be repeated. By default what RFC 9110 §9.2.2 says of the method. */
  readonly idempotent?: boolean;
}

type FetchWork = Pick<
  Work,
  "name" | "method" | "url" | "headers" | "body" | "secret" | "output" | "idempotency" | "rpc"
>;

/** Of a call for a message: JSON is welcome where it is smaller, or all that there is. */
export const ACCEPT_MESSAGE = "application/x-protobuf, application/json;q=0.5";
const ACCEPT_ANYTHING = "application/json, */*;q=0.5";
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const HEADER_VALUE = /^[\t\u0020-\u007e\u0080-\u00ff]*$/;
const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);
const IDEMPOTENT = new Set(["PUT", "DELETE"]);
const SECRET_HEADERS = new Set(["authorization", "cookie", "proxy-authorization"]);

/** A message as the body of a request to a route that takes protobuf. */
export function messageBody<T>(type: MessageType<T>, init: Init<T>): MessageBody {
  return { type, bytes: type.encode(init) };
}

/** @throws TypeError where the request could not be sent by any HTTP client, or would go to another host */
export function fetchWork(to: string | Path, request: FetchRequest, output: AnyMessage | undefined): FetchWork {
  const url = typeof to === "string" ? [to] : to.text;
  checkUrl(url);
  const method = (request.method ?? "GET").toUpperCase();
  if (!TOKEN.test(method)) throw new TypeError(`'${method}' is no HTTP method`);
  const body = bodyOf(request);
  if (body !== undefined && (method === "GET" || method === "HEAD")) throw new TypeError(`${method} has no body`);
  const given = Object.entries(request.headers ?? {}).map(([name, value]) => header(name, value));
  const names = new Set(given.map(([name]) => name));
  const accept = output === undefined ? ACCEPT_ANYTHING : ACCEPT_MESSAGE;
  const implied: [string, Text][] = [["accept", [accept]]];
  if (body !== undefined) implied.push(["content-type", [body.contentType]]);
  const secretHeader = given.some(([name]) => SECRET_HEADERS.has(name));
  const secretBody = isMessageBody(request.body) && request.body.type.sensitive;
  return {
    name: `${method} ${url.map((part) => (typeof part === "string" ? part : "{…}")).join("")}`,
    method,
    url,
    headers: [...implied.filter(([name]) => !names.has(name)), ...given],
    ...(body === undefined ? {} : { body }),
    secret: request.sensitive === true || secretHeader || secretBody,
    ...(output === undefined ? {} : { output }),
    idempotency: idempotencyOf(method, request.idempotent),
    rpc: false,
  };
}

function idempotencyOf(method: string, idempotent: boolean | undefined): Idempotency {
  if (idempotent === false) return "unsafe";
  if (SAFE.has(method)) return "safe";
  return idempotent === true || IDEMPOTENT.has(method) ? "idempotent" : "unsafe";
}

/** Only a path: with `//host` or a scheme, a token of this client's would go elsewhere. */
function checkUrl(url: Text): void {
  const first = url[0];
  if (typeof first !== "string" || !first.startsWith("/") || /^\/[/\\]/.test(first)) {
    throw new TypeError("a call goes to a path that starts with one slash");
  }
  for (const part of url) {
    if (typeof part === "string" && /[\s\\#\p{Cc}]/u.test(part)) {
      throw new TypeError(`'${part}' has a character that no URL may have: use path\`...\` to encode values`);
    }
  }
}

function header(name: string, value: HeaderValue): [string, Text] {
  const lower = name.toLowerCase();
  if (!TOKEN.test(lower)) throw new TypeError(`'${name}' is no name of a header`);
  const parts = Array.isArray(value) ? (value as readonly (string | RefTo<unknown>)[]) : [value as string];
  const text = parts.map((part) => targetOf(part) ?? String(part));
  for (const part of text) {
    if (typeof part === "string" && !HEADER_VALUE.test(part)) {
      throw new TypeError(`the value of '${name}' has a character that no header may have`);
    }
  }
  return [lower, text];
}

function bodyOf({ body, json }: FetchRequest): Body | undefined {
  if (json !== undefined) {
    if (body !== undefined) throw new TypeError("a request has either body or json");
    const contentType = "application/json";
    if (targetsIn(json).length > 0) return { contentType, json };
    return { contentType, bytes: new TextEncoder().encode(JSON.stringify(json)) };
  }
  if (body === undefined) return undefined;
  if (typeof body === "string") {
    return { contentType: "text/plain;charset=UTF-8", bytes: new TextEncoder().encode(body) };
  }
  if (isMessageBody(body)) return { contentType: "application/x-protobuf", bytes: body.bytes };
  return { contentType: "application/octet-stream", bytes: new Uint8Array(body) };
}

function isMessageBody(body: FetchRequest["body"]): body is MessageBody {
  return typeof body === "object" && !(body instanceof Uint8Array);
}
