/**
 * What is wrong with a call of Centrifugo's server API, in its codes.
 * @module
 */
import * as v from "valibot";
import { Fault, type FaultCode } from "../../proto/fault.ts";
import type { CentrifugoErrorCode } from "../../proto/push/push.ts";

export function centrifugoCodeOf(code: FaultCode): CentrifugoErrorCode {
  switch (code) {
    case "unauthenticated":
      return 101;
    case "not_found":
      return 102;
    case "permission_denied":
      return 103;
    case "invalid_argument":
      return 107;
    case "unimplemented":
      return 108;
    case "resource_exhausted":
      return 111;
    case "failed_precondition":
    case "out_of_range":
      return 112;
    case "already_exists":
    case "aborted":
      return 113;
    default:
      return 100;
  }
}

/** As in Centrifugo's documentation, with 429 for what it has no word for. */
export function centrifugoStatusOf(code: CentrifugoErrorCode): number {
  switch (code) {
    case 102:
    case 104:
      return 404;
    case 107:
    case 108:
      return 400;
    case 111:
      return 429;
    case 112:
      return 416;
    case 113:
      return 409;
    default:
      return 500;
  }
}

/** @throws Fault invalid_argument */
export function checked<S extends v.GenericSchema>(schema: S, params: unknown): v.InferOutput<S> {
  const parsed = v.safeParse(schema, params);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const field = v.getDotPath(issue);
  if (field === null) throw new Fault("invalid_argument", "the body: an object in JSON expected");
  throw new Fault("invalid_argument", `${field}: ${issue.received === "undefined" ? "is missing" : issue.message}`);
}
