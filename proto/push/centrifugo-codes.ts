/**
 * The codes of Centrifugo's protocol and API (https://centrifugal.dev/docs/server/codes), and where its clients and services look for it.
 * @module
 */
export const CENTRIFUGO_API_PREFIX = "/api/";
export const CENTRIFUGO_PATHS = [
  "/connection/websocket",
  "/connection/sse",
  "/connection/http_stream",
  "/emulation",
] as const;
/** Apart from the clients' paths: services of others often have the same. */
export const CENTRIFUGO_API_PATHS = ["/api", CENTRIFUGO_API_PREFIX] as const;

/** A client tries again what is temporary, and gets a new token for `token expired`; anything else is final. */
export const CENTRIFUGO_ERRORS = {
  100: "internal server error",
  101: "unauthorized",
  102: "unknown channel",
  103: "permission denied",
  104: "method not found",
  105: "already subscribed",
  106: "limit exceeded",
  107: "bad request",
  108: "not available",
  109: "token expired",
  110: "expired",
  111: "too many requests",
  112: "unrecoverable position",
  113: "conflict",
} as const;

export type CentrifugoErrorCode = keyof typeof CENTRIFUGO_ERRORS;

const TEMPORARY: readonly CentrifugoErrorCode[] = [100, 111];

export interface CentrifugoError {
  readonly code: CentrifugoErrorCode;
  readonly message: string;
  readonly temporary?: true;
}

/** @param detail what is wrong in particular, for a person who reads it */
export function centrifugoError(code: CentrifugoErrorCode, detail = ""): CentrifugoError {
  const message = CENTRIFUGO_ERRORS[code];
  return {
    code,
    message: detail === "" || detail === message ? message : `${message}: ${detail}`,
    ...(TEMPORARY.includes(code) && { temporary: true }),
  };
}

/** Below 2500 the client stays unsubscribed; from there on it subscribes again. */
export const CENTRIFUGO_UNSUBSCRIBES = {
  server: { code: 2000, reason: "server unsubscribe" },
  insufficient: { code: 2500, reason: "insufficient state" },
  expired: { code: 2501, reason: "expired" },
} as const;

/** From 3000 to 3499 the client comes back, from 3500 to 3999 it does not. */
export const CENTRIFUGO_DISCONNECTS = {
  shutdown: { code: 3001, reason: "shutdown" },
  internal: { code: 3004, reason: "internal server error" },
  expired: { code: 3005, reason: "connection expired" },
  slow: { code: 3008, reason: "slow" },
  insufficient: { code: 3010, reason: "insufficient state" },
  reconnect: { code: 3011, reason: "force reconnect" },
  noPong: { code: 3012, reason: "no pong" },
  tooMany: { code: 3013, reason: "too many requests" },
  invalidToken: { code: 3500, reason: "invalid token" },
  badRequest: { code: 3501, reason: "bad request" },
  stale: { code: 3502, reason: "stale" },
  final: { code: 3503, reason: "force disconnect" },
  limit: { code: 3504, reason: "connection limit" },
  denied: { code: 3507, reason: "permission denied" },
  unavailable: { code: 3508, reason: "not available" },
} as const;
