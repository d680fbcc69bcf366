/** What came of one attempt at a call. @module */
import type { Fault } from "../proto/fault.ts";
import type { Job } from "./job.ts";
import type { Reply } from "./reply.ts";
import type { Round } from "./retry.ts";
import type { Authorization } from "./session.ts";

export type Answer =
  /** The peer has answered, be it with an error. `round` is of the request that it came with. */
  | { readonly kind: "reply"; readonly reply: Reply; readonly round: Round; readonly authorization: Authorization }
  /** No answer, nor the beginning of one. */
  | { readonly kind: "lost"; readonly fault: Fault; readonly round: Round }
  /** It must not or cannot be tried again. */
  | { readonly kind: "failed"; readonly fault: Fault }
  /** It never left, because a call that it needs has failed. */
  | { readonly kind: "blocked"; readonly by: Job };

/** A call on its way out. */
export interface Departure {
  readonly job: Job;
  readonly authorization: Authorization;
  /** Whether it must not share a request with others. */
  readonly apart: boolean;
  answer(answer: Answer): void;
  /** The batch was not taken, and nothing of it was run: the call is to go again, alone. */
  goApart(): void;
}
