/**
 * What went wrong, what to do about it, and the exit code.
 *
 * | code | |
 * |---|---|
 * | 0 | done |
 * | 1 | refused: what was asked for is wrong, or cannot be done now |
 * | 2 | the command line is wrong |
 * | 3 | somebody else was faster: look, and do it again |
 * | 4 | the edge cannot be reached |
 * | 5 | the token is missing, unknown, or may not do that |
 * @module
 */
import { Fault } from "../../proto/fault.ts";
import { Unreachable } from "./console.ts";
import { printable } from "./show.ts";
import { UsageError } from "./usage.ts";

export const EXIT = { done: 0, refused: 1, usage: 2, stale: 3, unreachable: 4, denied: 5 } as const;

/** A publish that was refused after the same command had made its edits: they are in the draft, and the next publish meets them again. */
export class LeftInDraft extends Error {
  override readonly name = "LeftInDraft";

  constructor(refusal: Fault) {
    super("the edits are made, and not published", { cause: refusal });
  }
}

export interface Trouble {
  readonly exit: number;
  readonly code: string;
  readonly message: string;
  /** What to do; empty where the message says it. */
  readonly hint: string;
}

/** @param url of the edge @param service as it was named */
export function troubleOf(error: unknown, url: string, service: string | undefined): Trouble {
  if (error instanceof LeftInDraft) {
    const trouble = troubleOf(error.cause, url, service);
    const left = `It is in the draft of ${service}: mend it and publish, or take it back with \`discard ${service}\`.`;
    return { ...trouble, hint: [left, trouble.hint].filter((line) => line !== "").join("\n") };
  }
  if (error instanceof UsageError) return { exit: EXIT.usage, code: "usage", message: error.message, hint: "" };
  if (error instanceof Unreachable) {
    const hint = "Is it running (npm start)? Another one is named with --url or FAIRWAY_URL.";
    return {
      exit: EXIT.unreachable,
      code: "unreachable",
      message: `no edge answers at ${url}: ${error.message}`,
      hint,
    };
  }
  if (error instanceof Fault) return { code: error.code, message: shown(error), ...adviceOn(error, service) };
  const message = error instanceof Error ? error.message : String(error);
  return { exit: EXIT.refused, code: "failed", message, hint: "" };
}

/** Several flaws come as one line; each gets one of its own. */
function shown({ message }: Fault): string {
  const flaws = message.split("; ").map(printable);
  return flaws.length === 1 ? printable(message) : flaws.map((flaw) => `\n  ${flaw}`).join("");
}

function adviceOn({ code, message, status }: Fault, service = "<service>"): Pick<Trouble, "exit" | "hint"> {
  switch (code) {
    case "unauthenticated":
      return {
        exit: EXIT.denied,
        hint: "Give a token with --token or FAIRWAY_TOKEN. The operator's of `npm start` is in .fairway/secrets.json, and is used for addresses of this machine alone.",
      };
    case "permission_denied":
      return {
        exit: EXIT.denied,
        hint: `Who may more makes a token that may: npm run conf -- token ${service} create <name> --right …`,
      };
    case "aborted":
      return { exit: EXIT.stale, hint: `Look at it with \`diff ${service}\`, and do it again.` };
    case "unavailable":
    case "deadline_exceeded":
      return { exit: EXIT.unreachable, hint: "Try again in a moment." };
    case "not_found":
      return {
        exit: EXIT.refused,
        hint: message.includes("no such service") ? `Make it: npm run conf -- create ${service}` : "",
      };
    case "unimplemented":
      return {
        exit: EXIT.refused,
        hint: status === 404 ? "Does this edge mount `config`? Its binding PROTOCOLS says." : "",
      };
    case "failed_precondition":
      return {
        exit: EXIT.refused,
        hint: message.includes("gray release: promote") ? `\`promote ${service}\` or \`abandon ${service}\`.` : "",
      };
    default:
      return { exit: EXIT.refused, hint: "" };
  }
}
