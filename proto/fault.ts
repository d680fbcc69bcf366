/**
 * The error model of every tier: one class, Connect's sixteen codes, one table to HTTP, and the two renderings on the wire.
 *
 * - Plain HTTP: `application/problem+json` (RFC 9457).
 * - RPC: the Connect protocol's error object (https://connectrpc.com/docs/protocol#error-end-stream).
 *
 * `message` and `details` are for the peer; `cause` is for the log and never leaves the process.
 * @module
 */

/** Connect's codes and the HTTP status of each (https://connectrpc.com/docs/protocol#error-codes). */
const HTTP_STATUS = {
  canceled: 499,
  unknown: 500,
  invalid_argument: 400,
  deadline_exceeded: 504,
  not_found: 404,
  already_exists: 409,
  permission_denied: 403,
  resource_exhausted: 429,
  failed_precondition: 400,
  aborted: 409,
  out_of_range: 400,
  unimplemented: 501,
  internal: 500,
  unavailable: 503,
  data_loss: 500,
  unauthenticated: 401,
} as const;

/** RFC 9110 §15, and RFC 4918 (424), RFC 6585 (429, 431); 499 has none. */
const PHRASES: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  408: "Request Timeout",
  409: "Conflict",
  413: "Content Too Large",
  414: "URI Too Long",
  415: "Unsupported Media Type",
  417: "Expectation Failed",
  424: "Failed Dependency",
  426: "Upgrade Required",
  429: "Too Many Requests",
  431: "Request Header Fields Too Large",
  500: "Internal Server Error",
  501: "Not Implemented",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
};

export type FaultCode = keyof typeof HTTP_STATUS;

/** A detail of a Connect error: a protobuf message by its full name, already encoded. */
export interface FaultDetail {
  readonly type: string;
  readonly value: Uint8Array;
  /** The same in JSON, for a person who reads the wire. */
  readonly debug?: unknown;
}

export interface FaultOptions {
  readonly cause?: unknown;
  readonly details?: readonly FaultDetail[];
  /** Overrides the table's HTTP status on plain HTTP, where HTTP knows better: 405, 413, 415, 424, 431. */
  readonly status?: number;
  /** Seconds after which the peer may try again; becomes `Retry-After`. */
  readonly retryAfterSeconds?: number;
  /** Further reply headers that the status demands, such as `Allow` of a 405 or `WWW-Authenticate` of a 401. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a caller did or met, told to the peer. A programmer's error is a plain `Error` instead, and the peer sees `internal`. */
export class Fault extends Error {
  override readonly name = "Fault";
  readonly code: FaultCode;
  readonly details: readonly FaultDetail[];
  readonly status: number;
  readonly retryAfterSeconds: number | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: FaultCode, message: string, options: FaultOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.details = options.details ?? [];
    this.status = options.status ?? HTTP_STATUS[code];
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.headers = options.headers ?? {};
  }
}

export function isFaultCode(value: unknown): value is FaultCode {
  return typeof value === "string" && Object.hasOwn(HTTP_STATUS, value);
}

/** The Connect HTTP status of a code. */
export function httpStatus(code: FaultCode): number {
  return HTTP_STATUS[code];
}

/**
 * Any thrown value as a Fault. A fault is recognised by shape, because its class is lost across Durable Object RPC.
 * Anything else becomes `internal` with a message that tells nothing, and itself as the cause.
 */
export function toFault(thrown: unknown): Fault {
  if (thrown instanceof Fault) return thrown;
  if (thrown instanceof Error && thrown.name === "Fault" && isFaultCode((thrown as { code?: unknown }).code)) {
    return new Fault((thrown as unknown as { code: FaultCode }).code, thrown.message, { cause: thrown.cause });
  }
  return new Fault("internal", "internal error", { cause: thrown });
}

/** The code of a reply that failed without a Connect error in its body (https://connectrpc.com/docs/protocol#http-to-error-code). */
export function codeOfStatus(status: number): FaultCode {
  switch (status) {
    case 400:
      return "internal";
    case 401:
      return "unauthenticated";
    case 403:
      return "permission_denied";
    case 404:
      return "unimplemented";
    case 429:
    case 502:
    case 503:
    case 504:
      return "unavailable";
    default:
      return "unknown";
  }
}

/** RFC 9457, with the Connect code as an extension member. `type` is omitted, which means `about:blank`, so `title` is the status's phrase. */
export interface Problem {
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: FaultCode;
}

export function problemOf(fault: Fault): Problem {
  return {
    title: PHRASES[fault.status] ?? titleOf(fault.code),
    status: fault.status,
    detail: fault.message,
    code: fault.code,
  };
}

/** A reply for plain HTTP. */
export function problemResponse(fault: Fault): Response {
  return new Response(JSON.stringify(problemOf(fault)), {
    status: fault.status,
    headers: faultHeaders(fault, "application/problem+json"),
  });
}

/** The Connect error object; `details[].value` is unpadded base64 there. */
export interface ConnectError {
  readonly code: FaultCode;
  readonly message?: string;
  readonly details?: readonly { readonly type: string; readonly value: string; readonly debug?: unknown }[];
}

export function connectErrorOf(fault: Fault): ConnectError {
  return {
    code: fault.code,
    ...(fault.message === "" ? {} : { message: fault.message }),
    ...(fault.details.length === 0 ? {} : { details: fault.details.map(renderDetail) }),
  };
}

/** A reply for RPC: always JSON, whatever the request's coding, with the code's own status. */
export function connectErrorResponse(fault: Fault): Response {
  return new Response(JSON.stringify(connectErrorOf(fault)), {
    status: connectStatus(fault),
    headers: faultHeaders(fault, "application/json"),
  });
}

/** The status of an RPC reply. Connect fixes it by code, with one exception: an unknown content type is a bare 415. */
export function connectStatus(fault: Fault): number {
  return fault.status === 415 || fault.status === 405 ? fault.status : HTTP_STATUS[fault.code];
}

/**
 * The fault that an RPC reply's body describes; `status` decides where the body is not a Connect error.
 * @param body the parsed JSON of the reply, or undefined where it was no JSON
 */
export function faultOfConnectError(status: number, body: unknown): Fault {
  const error = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const code = isFaultCode(error.code) ? error.code : codeOfStatus(status);
  const message = typeof error.message === "string" ? error.message : `the peer answered ${status}`;
  const details = Array.isArray(error.details) ? error.details.flatMap(parseDetail) : [];
  return new Fault(code, message, { details, status });
}

/** Headers of an error reply in either rendering. */
export function faultHeaders(fault: Fault, contentType: string): Record<string, string> {
  const headers: Record<string, string> = {
    "content-type": contentType,
    "cache-control": "no-store",
    ...fault.headers,
  };
  if (fault.retryAfterSeconds !== undefined) headers["retry-after"] = String(Math.ceil(fault.retryAfterSeconds));
  return headers;
}

function titleOf(code: FaultCode): string {
  const words = code.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function renderDetail(detail: FaultDetail) {
  const value = btoa(String.fromCharCode(...detail.value)).replace(/=+$/, "");
  return { type: detail.type, value, ...(detail.debug === undefined ? {} : { debug: detail.debug }) };
}

function parseDetail(value: unknown): FaultDetail[] {
  const detail = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  if (typeof detail.type !== "string" || typeof detail.value !== "string") return [];
  try {
    const bytes = Uint8Array.from(atob(detail.value), (char) => char.charCodeAt(0));
    return [{ type: detail.type, value: bytes, ...(detail.debug === undefined ? {} : { debug: detail.debug }) }];
  } catch {
    return []; // A detail that is not base64 is lost, the error itself is not.
  }
}
