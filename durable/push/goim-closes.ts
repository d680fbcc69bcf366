/**
 * How connections of goim and gopush end: neither has words of its own for it. 4000 and the status that HTTP has for such a thing, where it has one.
 * @module
 */
import type { Close, CloseReason } from "./protocol.ts";

export const CLOSES: Readonly<Record<CloseReason, Close>> = {
  "not-connected": { code: 4408, reason: "not connected in time" },
  "bad-request": { code: 4400, reason: "bad request" },
  unauthenticated: { code: 4401, reason: "unauthenticated" },
  "token-expired": { code: 4401, reason: "token expired" },
  "permission-denied": { code: 4403, reason: "permission denied" },
  revoked: { code: 4401, reason: "revoked" },
  kicked: { code: 4000, reason: "kicked" },
  replaced: { code: 4409, reason: "replaced" },
  slow: { code: 4008, reason: "slow" },
  silent: { code: 4408, reason: "no heartbeat" },
  flood: { code: 4429, reason: "too many messages" },
  "too-large": { code: 4413, reason: "too large" },
  "insufficient-state": { code: 4010, reason: "messages are missing" },
  shutdown: { code: 4001, reason: "shutdown" },
  internal: { code: 4500, reason: "internal error" },
};
