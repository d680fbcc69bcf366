/** Replies of a batch that got ready, kept until a stream takes them: who reads slowly slows down nothing but that stream. @module */
import type { BatchReply } from "./model.ts";

export interface ReadyReplies {
  /** Whether there is a reply, as soon as that is sure. @throws what the run threw */
  any(): Promise<boolean>;
  take(): readonly BatchReply[];
  /** Whether nothing is left and nothing will come, not even what the run may still throw. */
  areAllTaken(): boolean;
}

/** Starts the run, and keeps the replies until they are taken. */
export function readyReplies(run: (onReply: (reply: BatchReply) => void) => Promise<unknown>): ReadyReplies {
  const ready: BatchReply[] = [];
  let state: "running" | "over" | { readonly failure: unknown } = "running";
  let wake = () => {};
  const end = (how: typeof state) => {
    state = how;
    wake();
  };
  const onReply = (reply: BatchReply) => {
    ready.push(reply);
    wake();
  };
  run(onReply).then(
    () => end("over"),
    (failure: unknown) => end({ failure }),
  );
  return {
    async any() {
      while (ready.length === 0 && state === "running") {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (ready.length === 0 && typeof state === "object") throw state.failure;
      return ready.length > 0;
    },
    take: () => ready.splice(0),
    areAllTaken: () => ready.length === 0 && state === "over",
  };
}
