/**
 * Refusals on their way through Durable Object RPC, where an error keeps its message and loses what else it says.
 * @module
 */
import { Fault, type FaultCode } from "../../proto/fault.ts";

/** Someone else was faster: `aborted`, with what is the case now. */
export class Stale extends Fault {
  /** Of the whole draft, or of the entry in question. */
  readonly revision: number;

  constructor(what: string, revision: number) {
    super("aborted", `${what} is at revision ${revision} by now: look at it again`);
    this.revision = revision;
  }
}

/** What an operation of the object comes to. */
export type Outcome<T> =
  | { readonly value: T; readonly refused?: never }
  | {
      readonly refused: { readonly code: FaultCode; readonly message: string; readonly revision?: number };
      readonly value?: never;
    };

/** Refusals become values; what is no refusal goes on as the error that it is. */
export function outcomeOf<T>(operation: () => T): Outcome<T> {
  try {
    return { value: operation() };
  } catch (thrown) {
    if (!(thrown instanceof Fault)) throw thrown;
    const { code, message } = thrown;
    return { refused: { code, message, ...(thrown instanceof Stale ? { revision: thrown.revision } : {}) } };
  }
}
