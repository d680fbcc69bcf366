/**
 * Identical safe calls are one: while the first is under way, whoever asks the same gets the same reply.
 *
 * A call that may change something ends that, both when it starts and when it ends: what is asked after it must not be answered
 * by a reply from before it.
 * @module
 */
import type { Job, Work } from "./job.ts";

export class Joins {
  readonly #jobs = new Map<string, Job>();
  #epoch = 0;

  /**
   * The job for this work: one that is under way already, or a new one.
   * @param scope keeps apart what looks the same and is not, such as the calls of two users
   */
  join(work: Work, scope: string, open: () => Job): Job {
    if (work.idempotency !== "safe") {
      const job = open();
      this.#epoch++;
      const ended = () => {
        this.#epoch++;
      };
      job.done.then(ended, ended);
      return job;
    }
    const key = keyOf(work, `${this.#epoch} ${scope}`);
    if (key === undefined) return open();
    const known = this.#jobs.get(key);
    if (known !== undefined && !known.settled) return known;
    const job = open();
    this.#jobs.set(key, job);
    const ended = () => {
      if (this.#jobs.get(key) === job) this.#jobs.delete(key);
    };
    job.done.then(ended, ended);
    return job;
  }
}

/** Undefined for work that waits for other calls: to compare references is not worth it, and the edge joins such items anyway. */
function keyOf(work: Work, scope: string): string | undefined {
  if (work.after.length > 0 || work.body !== undefined) return undefined;
  const url = textOnly(work.url);
  const headers = work.headers.map(([name, value]) => [name, textOnly(value)]);
  if (url === undefined || headers.some(([, value]) => value === undefined)) return undefined;
  return JSON.stringify([scope, work.method, url, work.auth, work.urgent, work.output?.name, headers]);
}

function textOnly(text: Work["url"]): string | undefined {
  return text.every((part) => typeof part === "string") ? text.join("") : undefined;
}
