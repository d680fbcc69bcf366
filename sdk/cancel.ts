/** Calls a request off when nobody waits for any of its calls any more. @module */
import type { Fault } from "../proto/fault.ts";
import type { Job } from "./job.ts";

export interface RequestControl {
  readonly signal: AbortSignal;
  /** The job has its answer. */
  done(job: Job): void;
  /** The request is over. */
  stop(): void;
}

/**
 * A request whose calls are all answered is read to its end, so that its connection can be used again; one with a call in it
 * that nobody wants is not worth that, for that call may be the slow one.
 */
export function requestControl(jobs: readonly Job[]): RequestControl {
  const controller = new AbortController();
  const unanswered = new Set(jobs);
  let unwanted = false;
  const leave = (job: Job, why?: Fault) => {
    unanswered.delete(job);
    if (unwanted && unanswered.size === 0) controller.abort(why);
  };
  const cancel = (job: Job, why?: Fault) => {
    unwanted = true;
    leave(job, why);
  };
  const stops = jobs.map((job) => job.onCancel((why) => cancel(job, why)));
  return {
    signal: controller.signal,
    done: (job) => leave(job),
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}
