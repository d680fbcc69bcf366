/**
 * One caller's view of a job: a promise with a deadline and an abort of its own, and references into the reply to come.
 * @module
 */
import { Fault } from "../proto/fault.ts";
import { type Hold, type Job, promiseWithResolvers } from "./job.ts";
import { bodyRef, headerRef, type Ref, type RefTo } from "./reference.ts";
import type { Reply } from "./reply.ts";

/** A call under way, whatever it answers. */
export interface AnyCall extends Promise<unknown> {
  /**
   * A header of the reply, to be used in later calls before it is there.
   * @throws TypeError for a typed call that has left already: its reply comes without headers
   */
  header(name: string): RefTo<string>;
}

/**
 * A call under way. It is a promise; nothing but awaiting it is ever necessary.
 * @typeParam T what it resolves to
 * @typeParam B what the reply's body is, where that is not T itself
 */
export interface Call<T, B = T> extends Promise<T> {
  /** Values of the reply's body, to be used in later calls before they are there. */
  readonly ref: Ref<B>;
  header(name: string): RefTo<string>;
}

export interface CallTime {
  /** Ends this caller's wait, and the work itself where nobody else waits for it. */
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs: number;
  readonly now: () => number;
}

const JOB = Symbol("fairway.job");

/**
 * @param read what the caller wants of the reply
 * @throws Fault (as a rejection) deadline_exceeded, canceled, or as the job fails
 */
export function openCall<T>(job: Job, read: (reply: Reply) => T, { signal, timeoutMs, now }: CallTime): Call<T> {
  const { promise, resolve, reject } = promiseWithResolvers<T>();
  const deadlineMs = now() + timeoutMs;
  const hold = job.hold(() => deadlineMs);
  const timer = setTimeout(
    () => giveUp(new Fault("deadline_exceeded", `${job.name} took over ${timeoutMs} ms`)),
    timeoutMs,
  );
  const abort = () => giveUp(new Fault("canceled", `${job.name} was aborted`, { cause: signal?.reason }));
  const giveUp = (fault: Fault) => {
    reject(fault);
    leave(hold, fault);
  };
  const leave = (left: Hold, why?: Fault) => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
    left.release(why);
  };
  job.done
    .then((reply) => resolve(read(reply)))
    .catch(reject)
    .finally(() => leave(hold));
  if (signal?.aborted) abort();
  else signal?.addEventListener("abort", abort);
  return withRefs(promise, job);
}

/** The same call with something done before its promise resolves. */
export function chainCall<T>(call: Call<T>, before: Promise<unknown>): Call<T> {
  const promise = Promise.all([call as Promise<T>, before]).then(([value]) => value as T);
  return withRefs(promise, jobOf(call));
}

/**
 * The job behind a call. Whoever asks makes other calls depend on it, and these tell of its failure.
 * @throws TypeError for a promise that no client has made
 */
export function jobOf(call: AnyCall): Job {
  const job = (call as { readonly [JOB]?: Job })[JOB];
  if (job === undefined) throw new TypeError("not a call of this client");
  call.catch(() => {});
  return job;
}

function withRefs<T>(promise: Promise<T>, job: Job): Call<T> {
  const told = <R>(reference: R): R => {
    promise.catch(() => {}); // As in jobOf.
    return reference;
  };
  return Object.defineProperties(promise, {
    [JOB]: { value: job },
    ref: { get: () => told(bodyRef(job, job.work.output)) },
    header: {
      value: (name: string) => {
        job.useHeaders();
        return told(headerRef(job, name));
      },
    },
  }) as Call<T>;
}
