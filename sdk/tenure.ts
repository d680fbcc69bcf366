/**
 * One session from its beginning to its end, be it that nobody is signed in. A call keeps hold of the one in which it was made, so
 * that it goes with that session's token or not at all, whoever is signed in by the time it leaves.
 * @module
 */
import type { Job } from "./job.ts";
import type { Tokens } from "./token-store.ts";

export interface Renewal {
  /** Resolves when its job is there, or none is needed. */
  readonly started: Promise<unknown>;
  readonly done: Promise<void>;
}

export interface Tenure {
  /** Differs from that of any other tenure. */
  readonly id: string;
  tokens: Tokens | undefined;
  /** Resolves when what the store has is known; absent until somebody asks. */
  loaded: Promise<void> | undefined;
  /** The sign-in or renewal that is under way, whose reply has the next token. */
  pending: Job | undefined;
  renewal: Renewal | undefined;
  /** Until then no call starts a renewal on its own. */
  pausedUntilMs: number;
  /** Who is signed in as long as this session's sign-in is under way. */
  before: Tenure | undefined;
  /** The sign-in that opens it; absent where the store had it, and where nobody is signed in. */
  readonly opening: Job | undefined;
  /** Signed out, here or by the server, or never opened: none of its calls leaves any more. */
  ended: boolean;
}

export type TenureInit = Partial<Pick<Tenure, "loaded" | "before" | "opening" | "tokens">>;

/** Only tells tenures apart, so it may as well be shared by all clients. */
let count = 0;

export function newTenure({ loaded, before, opening, tokens }: TenureInit = {}): Tenure {
  return {
    id: String(count++),
    tokens,
    loaded,
    pending: undefined,
    renewal: undefined,
    pausedUntilMs: 0,
    before,
    opening,
    ended: false,
  };
}
