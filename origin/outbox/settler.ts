/**
 * Settles jobs, those that end at the same time in one commit: a commit of its own for each would take longer than sending it.
 * @module
 */
import type { Change, Job } from "./jobs.ts";

export interface Settler {
  /** Resolves when it is committed. @throws what the commit throws */
  settle(job: Job, change: Change): Promise<void>;
}

/** @param commit writes all of them, or none */
export function settler(commit: (settled: readonly (readonly [Job, Change])[]) => Promise<void>): Settler {
  let waiting: { readonly job: Job; readonly change: Change; readonly done: PromiseWithResolvers<void> }[] = [];
  let isCommitting = false;

  async function commitAll(): Promise<void> {
    isCommitting = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await commit(batch.map(({ job, change }) => [job, change] as const));
        for (const { done } of batch) done.resolve();
      } catch (error) {
        for (const { done } of batch) done.reject(error);
      }
    }
    isCommitting = false;
  }

  return {
    settle(job, change) {
      const done = Promise.withResolvers<void>();
      waiting.push({ job, change, done });
      if (!isCommitting) void commitAll();
      return done.promise;
    },
  };
}
