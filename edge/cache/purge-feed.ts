/**
 * Purges that other isolates made, so that this one knows of each within a second (of its own requests: an isolate that serves nobody
 * needs to know nothing).
 *
 * While requests come, the shared log is asked every {@link ASK_MS}, behind their backs. A request that finds the last answer too old waits
 * for the next one: it is the first after a pause. Where the log cannot be reached, what is stored goes on being served, and `warn`
 * hears of it: a cache that stops when its purges stop would be a second way to be down.
 * @module
 */
import type { PurgesSince, ShardPurge } from "../../durable/cache/cache.ts";
import { inTime } from "../invocation/invocation.ts";

const ASK_MS = 400;
/** Under a second, by as much as an answer may take. */
const OLD_MS = 800;
/** An answer that is not there by then does not come: its request ended and took it along. */
const ANSWER_MS_MAX = 1_000;

export interface PurgeFeedDeps {
  readonly purgesSince: (seq: number | undefined) => Promise<PurgesSince>;
  /** Everything, where it is undefined. */
  readonly apply: (purge: ShardPurge | undefined) => Promise<void>;
  readonly now: () => number;
  readonly warn: (message: string, cause: unknown) => void;
}

/** Call it with each request; a promise is to be awaited before anything stored is used. */
export type PurgeFeed = (waitUntil: (promise: Promise<unknown>) => void) => Promise<void> | undefined;

export function purgeFeed({ purgesSince, apply, now, warn }: PurgeFeedDeps): PurgeFeed {
  let seq: number | undefined;
  /** When the question was put that was answered last. */
  let knownAtMs = Number.NEGATIVE_INFINITY;
  let askedAtMs = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | undefined;

  return (waitUntil) => {
    const nowMs = now();
    const ageMs = nowMs - knownAtMs;
    if (ageMs < ASK_MS) return undefined;
    if (asking === undefined || nowMs - askedAtMs >= ANSWER_MS_MAX) {
      askedAtMs = nowMs;
      const asked = ask(nowMs);
      asking = asked;
      waitUntil(asked);
    }
    return ageMs < OLD_MS ? undefined : inTime(asking, ANSWER_MS_MAX, () => undefined);
  };

  async function ask(startedAtMs: number): Promise<void> {
    try {
      const answer = await purgesSince(seq);
      if (answer.purges === undefined) await apply(undefined);
      else for (const purge of answer.purges) await apply(purge);
      seq = answer.seq;
    } catch (cause) {
      warn("purges of other isolates cannot be heard of", cause);
    } finally {
      // After a failure too: otherwise every request would wait.
      knownAtMs = startedAtMs;
      if (askedAtMs === startedAtMs) asking = undefined;
    }
  }
}
