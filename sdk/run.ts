/**
 * A job from its first attempt to its last: what each answer means, and whether another attempt follows it.
 * @module
 */
import { Fault } from "../proto/fault.ts";
import type { Answer } from "./answer.ts";
import type { Job } from "./job.ts";
import { faultOfReply, type Reply } from "./reply.ts";
import { isTransient, type Round } from "./retry.ts";
import type { Authorization, Session } from "./session.ts";

export interface RunDeps {
  readonly send: (job: Job) => Promise<Answer>;
  readonly session: Session;
  readonly now: () => number;
}

/** A dependency that was repeated and then succeeded may leave its dependents behind as often as it may be repeated itself. */
const UNBLOCKED_MAX = 3;

/** Settles the job; never throws. */
export async function run(job: Job, deps: RunDeps): Promise<void> {
  try {
    job.finish(await lastReply(job, deps));
  } catch (thrown) {
    job.fail(thrown instanceof Fault ? thrown : new Fault("internal", `${job.name} failed`, { cause: thrown }));
  }
}

async function lastReply(job: Job, { send, session, now }: RunDeps): Promise<Reply> {
  let renewed = false;
  let unblocked = 0;
  for (let attempt = 1; ; attempt++) {
    const answer = await send(job);
    if (answer.kind === "failed") throw answer.fault;
    if (answer.kind === "blocked") throw blockedBy(answer.by);
    if (answer.kind === "reply") {
      const { reply, authorization } = answer;
      if (reply.status < 400) return reply;
      if (reply.status === 424 && unblocked < UNBLOCKED_MAX && (await isUnblocked(job, authorization, session))) {
        unblocked++;
        continue;
      }
      if (reply.status === 401 && !renewed && authorization.kind !== "none") {
        renewed = true;
        if (await session.renewed(job, authorization.kind === "token" ? authorization.token : undefined)) continue;
      }
    }
    const fault = answer.kind === "lost" ? answer.fault : faultOfReply(answer.reply, job.work.rpc, now());
    if (answer.kind === "reply" && !isTransient(answer.reply.status)) throw fault;
    await pauseBefore(attempt + 1, { job, fault, round: answer.round, nowMs: now() });
  }
}

/**
 * Waits for all that the job depends on, which other attempts may still bring to a good end.
 * @returns whether the job can go again; false where it depends on nothing, so that its 424 means something else
 * @throws Fault of a dependency that has failed for good
 */
async function isUnblocked(job: Job, authorization: Authorization, session: Session): Promise<boolean> {
  const signIn = authorization.kind === "pending" ? authorization.job : undefined;
  if (job.dependencies.length === 0 && signIn === undefined) return false;
  for (const dependency of job.dependencies) {
    await dependency.done.catch(() => {
      throw blockedBy(dependency);
    });
  }
  await signIn?.done.catch(() => {
    // A renewal that failed for want of a network leaves the old token, which may still be good.
    if (session.authorization(job).kind === "none") throw blockedBy(signIn);
  });
  return true;
}

/** The fault of a call whose dependency has failed: its code, because an app treats both alike. */
function blockedBy({ name, fault }: Job): Fault {
  const { code, message, status, retryAfterSeconds } = fault ?? new Fault("internal", "it never ran");
  return new Fault(code, `needs ${name}, which failed: ${message}`, {
    cause: fault,
    status,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  });
}

interface Failure {
  readonly job: Job;
  readonly fault: Fault;
  readonly round: Round;
  readonly nowMs: number;
}

/**
 * Waits until the job may be repeated.
 * @throws Fault, the given one, where it may not, or nobody would wait so long
 */
async function pauseBefore(attempt: number, { job, fault, round, nowMs }: Failure): Promise<void> {
  if (job.work.idempotency === "unsafe") throw fault;
  const jitterMs = round.delayMs(attempt - 1);
  if (jitterMs === undefined) throw fault;
  const delayMs = Math.max(jitterMs, (fault.retryAfterSeconds ?? 0) * 1000);
  if (nowMs + delayMs >= job.deadlineMs) throw fault;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, delayMs);
    job.onCancel(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
