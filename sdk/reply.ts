/**
 * A reply, complete: its body is in memory, because batches deliver it so and because an app's replies are small.
 * It is read like a `Response`; only that nothing has to be awaited, though it may be.
 * @module
 */
import { codeOfStatus, Fault, type FaultCode, faultOfConnectError, isFaultCode } from "../proto/fault.ts";
import type { AnyMessage, MessageType } from "../proto/message/message.ts";

export class Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly #body: Uint8Array;

  /** @param body owned by the reply from now on */
  constructor(status: number, headers: Headers, body: Uint8Array) {
    this.status = status;
    this.headers = headers;
    this.#body = body;
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }

  bytes(): Uint8Array {
    return this.#body;
  }

  /** As UTF-8; what is no UTF-8 becomes U+FFFD. */
  text(): string {
    return new TextDecoder().decode(this.#body);
  }

  /** @throws Fault internal where the body is no JSON */
  json(): unknown {
    try {
      return JSON.parse(this.text());
    } catch (cause) {
      throw new Fault("internal", "the reply is no JSON", { cause });
    }
  }

  /**
   * The body as a message, whether it came as protobuf or as JSON.
   * @throws Fault internal where it is neither, or does not fit
   */
  message<T>(type: MessageType<T>): T {
    return this.decode(type) as T;
  }

  /** {@link message} of a type that is known at run time only. */
  decode(type: AnyMessage): unknown {
    const mediaType = mediaTypeOf(this.headers);
    try {
      if (isProtobuf(mediaType)) return type.decode(this.#body);
      if (isJson(mediaType)) return type.fromJson(this.json());
    } catch (cause) {
      throw new Fault("internal", `the reply is no ${type.name}`, { cause });
    }
    throw new Fault("internal", `the reply is of type '${mediaType}', which is no ${type.name}`);
  }

  /**
   * The body as JSON, as a reference into it sees it.
   * @param type the contract, where there is one
   */
  toJson(type: AnyMessage | undefined): unknown {
    return type === undefined ? this.json() : type.toJson(this.decode(type) as never);
  }
}

/**
 * The fault that a reply means; its `cause` is the {@link Reply}, see {@link replyOf}.
 * @param rpc whether it is of a Connect call, whose errors and statuses have their own table
 * @param nowMs epoch milliseconds, for a `Retry-After` that is a date
 */
export function faultOfReply(reply: Reply, rpc: boolean, nowMs: number): Fault {
  const mediaType = mediaTypeOf(reply.headers);
  const body = isJson(mediaType) ? parseOrUndefined(reply.text()) : undefined;
  // What stands before the service, a batch or a proxy, answers an RPC call as any other.
  const connect = rpc && mediaType !== "application/problem+json";
  const known = connect ? faultOfConnectError(reply.status, body) : faultOfProblem(reply.status, body);
  const retryAfterMs = retryAfterMsOf(reply.headers, nowMs);
  return new Fault(known.code, known.message, {
    cause: reply,
    details: known.details,
    status: reply.status,
    ...(retryAfterMs === undefined ? {} : { retryAfterSeconds: retryAfterMs / 1000 }),
  });
}

/** The reply behind a fault, where the peer answered at all: an API's own error document is read from it. */
export function replyOf(fault: unknown): Reply | undefined {
  return fault instanceof Fault && fault.cause instanceof Reply ? fault.cause : undefined;
}

/** How long the peer asks to wait (RFC 9110 §10.2.3): seconds or a date. */
export function retryAfterMsOf(headers: Headers, nowMs: number): number | undefined {
  const value = headers.get("retry-after")?.trim();
  if (value === undefined || value === "") return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const atMs = Date.parse(value);
  return Number.isNaN(atMs) ? undefined : Math.max(0, atMs - nowMs);
}

export function mediaTypeOf(headers: Headers): string {
  return (headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
}

function isProtobuf(mediaType: string): boolean {
  return /^application\/(x-protobuf|protobuf|proto)$/.test(mediaType);
}

function isJson(mediaType: string): boolean {
  return mediaType === "application/json" || (mediaType.startsWith("application/") && mediaType.endsWith("+json"));
}

/** RFC 9457 with the `code` that Fairway adds, or the status alone. */
function faultOfProblem(status: number, body: unknown): Fault {
  const problem = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const code = isFaultCode(problem.code) ? problem.code : codeOfHttpStatus(status);
  const detail = [problem.detail, problem.title].find((text) => typeof text === "string");
  return new Fault(code, typeof detail === "string" ? detail : `the peer answered ${status}`);
}

/**
 * Plain HTTP means more by a status than the Connect table allows: an API that answers 404 lacks the thing, not the method.
 */
function codeOfHttpStatus(status: number): FaultCode {
  switch (status) {
    case 400:
    case 422:
      return "invalid_argument";
    case 404:
    case 410:
      return "not_found";
    case 405:
    case 501:
      return "unimplemented";
    case 408:
    case 504:
      return "deadline_exceeded";
    case 409:
      return "aborted";
    case 412:
    case 424:
    case 428:
      return "failed_precondition";
    case 416:
      return "out_of_range";
    case 413:
    case 429:
      return "resource_exhausted";
    case 499:
      return "canceled";
    case 500:
      return "internal";
    default:
      return codeOfStatus(status);
  }
}

function parseOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // An error whose body is not what its type says is still that error.
  }
}
