/**
 * What a command fails with, from the codes of faults to the words of protocols and back.
 * @module
 */
import { type FaultCode, toFault } from "../../proto/fault.ts";
import type { Denied } from "./gate.ts";
import type { Failure } from "./protocol.ts";

/** A command that is refused; the connection goes on. */
export class Refused extends Error {
  readonly denied: Denied;
  constructor(denied: Denied) {
    super(denied.message);
    this.denied = denied;
  }
}

export function refuse(failure: Failure, message: string): Refused {
  return new Refused({ failure, message });
}

export function failureOf(thrown: unknown): Failure {
  const { code } = toFault(thrown);
  if (code === "unauthenticated") return "unauthenticated";
  if (code === "permission_denied") return "permission-denied";
  if (code === "failed_precondition") return "unrecoverable";
  if (code === "invalid_argument") return "bad-request";
  if (code === "not_found") return "unknown-channel";
  return code === "unavailable" || code === "resource_exhausted" ? "unavailable" : "internal";
}

export function codeOf(failure: Failure): FaultCode {
  switch (failure) {
    case "unauthenticated":
    case "token-expired":
    case "not-connected":
      return "unauthenticated";
    case "permission-denied":
      return "permission_denied";
    case "unknown-channel":
    case "not-subscribed":
      return "not_found";
    case "already-connected":
    case "already-subscribed":
      return "already_exists";
    case "too-many-channels":
    case "rate-limited":
      return "resource_exhausted";
    case "not-available":
      return "unimplemented";
    case "unrecoverable":
      return "failed_precondition";
    case "unavailable":
      return "unavailable";
    case "internal":
      return "internal";
    case "bad-request":
    case "too-large":
      return "invalid_argument";
  }
}
