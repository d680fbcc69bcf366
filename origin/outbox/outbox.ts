/**
 * What must reach another system some day, written in the transaction of what it is about, and sent until that system has it: at least once. The
 * front door of the room.
 *
 *     const mails = outbox({ store, queue: "mail", send, log, now, random });
 *     await store.transaction(async (transaction) => {
 *       …
 *       await mails.add(transaction, [{ id: "welcome/42", body, expiresAtMs }]);
 *     });
 *     mails.wake();
 *
 * Any number of instances may work on one queue: a job is leased by one at a time, and free again when its instance died.
 * @module
 */
import type { Transaction } from "kysely";
import { Fault } from "../../proto/fault.ts";
import type { Log } from "../log/log.ts";
import type { Store } from "../store/store.ts";
import {
  type Change,
  claimJobs,
  countJobs,
  forgetJobs,
  insertJobs,
  type Job,
  type NewJob,
  settleJobs,
} from "./jobs.ts";
import { settler } from "./settler.ts";
import { BODY_LENGTH_MAX, ID_LENGTH_MAX, OUTBOX_MIGRATIONS, type OutboxTables } from "./tables.ts";

export type { Job, NewJob } from "./jobs.ts";
export type { OutboxTables } from "./tables.ts";

/** What became of an attempt. */
export type Verdict =
  | { readonly kind: "sent" }
  /** Nobody needs it any more. */
  | { readonly kind: "dropped" }
  /** @property afterMs not sooner than that, as the other side asked */
  | { readonly kind: "again"; readonly error: string; readonly afterMs?: number }
  /** It can never succeed. */
  | { readonly kind: "dead"; readonly error: string };

export interface OutboxPolicy {
  /** Attempts at a time. */
  readonly concurrency: number;
  /** An attempt is over by then; an instance that dies holds its jobs up for as long. */
  readonly leaseMs: number;
  /** Doubles with each attempt, with jitter, up to the second. */
  readonly backoffMs: number;
  readonly backoffMsMax: number;
  /** Then it is a dead letter. */
  readonly attemptsMax: number;
  /** For how long the id of what was sent is remembered. */
  readonly rememberMs: number;
  /** How often the database is asked; {@link Outbox.wake} asks at once. */
  readonly pollMs: number;
}

export interface OutboxDeps {
  readonly store: Store<OutboxTables>;
  /** 32 characters at most. */
  readonly queue: string;
  /** What it throws counts as `again`. The signal ends with the lease. */
  readonly send: (job: Job, signal: AbortSignal) => Promise<Verdict>;
  readonly log: Pick<Log, "warn">;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** In [0, 1), for jitter. */
  readonly random: () => number;
  readonly policy?: Partial<OutboxPolicy>;
}

export interface OutboxStats {
  /** As counted some seconds ago at most. */
  readonly waiting: number;
  readonly deadLetters: number;
  /** Since this process started, by it. */
  readonly sent: number;
  readonly failedAttempts: number;
  readonly expired: number;
}

export interface Outbox {
  /**
   * Part of the caller's transaction. Ids that are known are left out, and of those that collapse the last stays.
   * @throws Fault resource_exhausted while too many wait · invalid_argument for one that is too long
   */
  add(transaction: Transaction<OutboxTables>, jobs: readonly NewJob[]): Promise<void>;
  /** To be called after the commit: there is something to send. */
  wake(): void;
  /** Begins to send. The table must be there: {@link prepareOutbox}. */
  start(): void;
  stats(): OutboxStats;
  /** Sends no more, and waits for what is under way. */
  close(): Promise<void>;
}

const POLICY: OutboxPolicy = {
  concurrency: 64,
  leaseMs: 30_000,
  backoffMs: 1_000,
  backoffMsMax: 600_000,
  attemptsMax: 20,
  rememberMs: 3_600_000,
  pollMs: 1_000,
};
/** At a kilobyte each it is a table of some hundred MB; more than that nobody catches up with. */
const WAITING_MAX = 200_000;
const COUNT_MS = 10_000;
const FORGET_MS = 60_000;
/** A dead letter is there for somebody to look at. */
const DEAD_KEEP_MS = 7 * 86_400_000;
/** Attempts that fail one after the other: then one at a time, until one succeeds. */
const FAILURES_MAX = 8;

/** Makes the table of all queues. @throws Fault as {@link Store.migrate} */
export function prepareOutbox(store: Pick<Store<OutboxTables>, "migrate">): Promise<void> {
  return store.migrate("outbox", OUTBOX_MIGRATIONS);
}

export function outbox({ store, queue, send, log, now, random, policy }: OutboxDeps): Outbox {
  const { concurrency, leaseMs, backoffMs, backoffMsMax, attemptsMax, rememberMs, pollMs } = { ...POLICY, ...policy };
  const active = new Set<Promise<void>>();
  const { settle } = settler((settled) => settleJobs(store, queue, settled));
  const stats = { waiting: 0, deadLetters: 0, sent: 0, failedAttempts: 0, expired: 0 };
  let failuresInRow = 0;
  let [countAtMs, forgetAtMs] = [0, 0];
  let isClosed = false;
  let bell = Promise.withResolvers<void>();
  let running: Promise<void> | undefined;

  return {
    async add(transaction, jobs) {
      if (stats.waiting + jobs.length > WAITING_MAX) {
        throw new Fault("resource_exhausted", `too many wait in the outbox ${queue}`, { retryAfterSeconds: 10 });
      }
      for (const { id, body } of jobs) {
        if (id.length > ID_LENGTH_MAX || body.length > BODY_LENGTH_MAX) {
          throw new Fault("invalid_argument", `what goes to the outbox ${queue} is too long`);
        }
      }
      stats.waiting += await insertJobs(transaction, queue, jobs, now());
    },
    wake,
    start() {
      running ??= run();
    },
    stats: () => ({ ...stats }),
    async close() {
      isClosed = true;
      wake();
      await running;
      await Promise.all(active);
    },
  };

  function wake(): void {
    bell.resolve();
  }

  async function run(): Promise<void> {
    let isAway = false;
    while (!isClosed) {
      bell = Promise.withResolvers<void>();
      try {
        const free = (failuresInRow >= FAILURES_MAX ? 1 : concurrency) - active.size;
        const found = free > 0 ? await startDue(free) : 0;
        await keepUp();
        isAway = false;
        if (found > 0 && found === free) continue;
      } catch (error) {
        if (!isAway) log.warn(`the outbox ${queue} cannot be read`, { error });
        isAway = true;
      }
      await ringOr(pollMs);
    }
  }

  /** @returns how many were started */
  async function startDue(limit: number): Promise<number> {
    const nowMs = now();
    const { jobs, expired } = await claimJobs(store, queue, limit, { nowMs, leasedUntilMs: nowMs + leaseMs });
    stats.expired += expired;
    for (const job of jobs) {
      const attempt = work(job).finally(() => {
        active.delete(attempt);
        wake();
      });
      active.add(attempt);
    }
    return jobs.length;
  }

  /** Never rejects: a job that cannot be settled is tried again when its lease has ended. */
  async function work(job: Job): Promise<void> {
    const signal = AbortSignal.timeout(leaseMs);
    const verdict = await send(job, signal).catch(
      (error: unknown): Verdict => ({ kind: "again", error: textOf(error) }),
    );
    const isFailure = verdict.kind === "again" || verdict.kind === "dead";
    failuresInRow = verdict.kind === "again" ? failuresInRow + 1 : 0;
    if (isFailure) stats.failedAttempts++;
    else stats.sent += verdict.kind === "sent" ? 1 : 0;
    const change = changeOf(verdict, job);
    if (change.kind === "dead") log.warn(`the outbox ${queue} has a dead letter`, { id: job.id, error: change.error });
    try {
      await settle(job, change);
      if (change.kind !== "again") stats.waiting = Math.max(0, stats.waiting - 1);
    } catch (error) {
      log.warn(`a job of the outbox ${queue} cannot be settled, and will be sent again`, { id: job.id, error });
    }
  }

  function changeOf(verdict: Verdict, job: Job): Change {
    const nowMs = now();
    switch (verdict.kind) {
      case "sent":
        return rememberMs > 0 ? { kind: "sent", forgetAtMs: nowMs + rememberMs } : { kind: "removed" };
      case "dropped":
        return { kind: "removed" };
      case "dead":
        return { kind: "dead", forgetAtMs: nowMs + DEAD_KEEP_MS, error: verdict.error };
      case "again": {
        const { error, afterMs = 0 } = verdict;
        if (job.attempt >= attemptsMax) return { kind: "dead", forgetAtMs: nowMs + DEAD_KEEP_MS, error };
        // Half of it is fixed: full jitter would bring some back at once.
        const bound = Math.min(backoffMsMax, backoffMs * 2 ** (job.attempt - 1));
        return {
          kind: "again",
          atMs: nowMs + Math.max(afterMs, (bound / 2) * (1 + random())),
          error: error || "failed",
        };
      }
    }
  }

  /** Counts, and removes what is old: as often as is enough. */
  async function keepUp(): Promise<void> {
    const nowMs = now();
    if (nowMs >= countAtMs) {
      countAtMs = nowMs + COUNT_MS;
      const { waiting, dead } = await countJobs(store, queue);
      stats.waiting = waiting;
      stats.deadLetters = dead;
    }
    if (nowMs >= forgetAtMs) {
      forgetAtMs = (await forgetJobs(store, queue, nowMs)) > 0 ? nowMs : nowMs + FORGET_MS;
    }
  }

  async function ringOr(ms: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const elapsed = new Promise<void>((settle) => {
      timer = setTimeout(settle, ms);
    });
    await Promise.race([bell.promise, elapsed]).finally(() => clearTimeout(timer));
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
