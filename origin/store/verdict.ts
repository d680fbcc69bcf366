/**
 * What a driver's error means. Each driver has one table from its own codes to a verdict; this turns a verdict into the fault that callers see.
 * @module
 */
import { Fault, type FaultCode } from "../../proto/fault.ts";

export interface Verdict {
  readonly code: FaultCode;
  /** For the peer, so without names of tables or hosts. */
  readonly message: string;
  /** The whole transaction was undone by no fault of its own and may run again. */
  readonly retry?: boolean;
  /** The connection is of no more use. */
  readonly drop?: boolean;
}

/** A verdict for a driver's error; undefined for what the table does not know. */
export type VerdictOf = (error: unknown) => Verdict | undefined;

/** Verdicts that both tables use. */
export const VERDICTS = {
  taken: { code: "already_exists", message: "a row with this key exists already" },
  reference: {
    code: "failed_precondition",
    message: "a row that this one refers to does not exist, or is still referred to",
  },
  check: { code: "failed_precondition", message: "a rule of the table forbids this" },
  value: { code: "invalid_argument", message: "a value does not fit its column" },
  conflict: { code: "aborted", message: "the transaction conflicted with another one", retry: true },
  lockTimeout: { code: "aborted", message: "another transaction holds a lock for too long" },
  gone: { code: "unavailable", message: "the database is not available", drop: true },
  locked: { code: "unavailable", message: "the database is locked by another process" },
  full: { code: "resource_exhausted", message: "the database has no room left" },
  slow: { code: "deadline_exceeded", message: "the database did not answer in time" },
} as const satisfies Record<string, Verdict>;

/** The fault of a driver's error. Faults pass, and an error that the table does not know is internal. */
export function faultOf(error: unknown, verdictOf: VerdictOf): Fault {
  if (error instanceof Fault) return error;
  const verdict = verdictOf(error);
  if (verdict === undefined) return new Fault("internal", "the database refused a statement", { cause: error });
  return new Fault(verdict.code, verdict.message, { cause: error });
}

/** Whether the transaction that ended with `error` may simply run again. */
export function mayRetry(error: unknown, verdictOf: VerdictOf): boolean {
  return error instanceof Fault && verdictOf(error.cause)?.retry === true;
}
