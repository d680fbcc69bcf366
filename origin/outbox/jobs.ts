/**
 * Jobs in the database: taken in, claimed under a lease, settled, forgotten.
 *
 * The lease of a job is its `due_at_ms`: whoever moves it from the value that it was read with has the job until then. What was sent under a
 * lease that has ended is settled by nobody, and sent again: at least once.
 * @module
 */
import type { Transaction } from "kysely";
import type { Store } from "../store/store.ts";
import { DEAD, ERROR_LENGTH_MAX, type OutboxTable, type OutboxTables, SENT, WAITING } from "./tables.ts";

/** Rows in one statement: SQLite takes 32 766 parameters. */
const ROWS_MAX = 500;

export interface NewJob {
  /** A job whose id the queue knows is not taken in again. */
  readonly id: string;
  /** JSON. */
  readonly body: string;
  readonly collapse?: string | undefined;
  readonly expiresAtMs: number;
}

export interface Job {
  readonly id: string;
  readonly body: string;
  /** 1 for the first. */
  readonly attempt: number;
  readonly createdAtMs: number;
  readonly expiresAtMs: number;
  readonly leasedUntilMs: number;
}

export type Change =
  | { readonly kind: "sent"; readonly forgetAtMs: number }
  | { readonly kind: "removed" }
  | { readonly kind: "again"; readonly atMs: number; readonly error: string }
  | { readonly kind: "dead"; readonly forgetAtMs: number; readonly error: string };

/** @returns how many were new */
export async function insertJobs(
  transaction: Transaction<OutboxTables>,
  queue: string,
  jobs: readonly NewJob[],
  nowMs: number,
): Promise<number> {
  let inserted = 0;
  for (let at = 0; at < jobs.length; at += ROWS_MAX) {
    const part = new Map(jobs.slice(at, at + ROWS_MAX).map((job) => [job.id, job]));
    const known = await transaction
      .selectFrom("outbox")
      .select("id")
      .where("queue", "=", queue)
      .where("id", "in", [...part.keys()])
      .execute();
    for (const { id } of known) part.delete(id);
    const collapses = [...part.values()].flatMap(({ collapse }) => collapse ?? []);
    if (collapses.length > 0) await removeCollapsed(transaction, queue, collapses, nowMs);
    const rows = latestOf([...part.values()]).map((job) => rowOf(queue, job, nowMs));
    if (rows.length > 0) await transaction.insertInto("outbox").values(rows).execute();
    inserted += rows.length;
  }
  return inserted;
}

/** @returns the jobs that are the caller's until `leasedUntilMs`, and how many had expired */
export async function claimJobs(
  { transaction }: Store<OutboxTables>,
  queue: string,
  limit: number,
  { nowMs, leasedUntilMs }: { readonly nowMs: number; readonly leasedUntilMs: number },
): Promise<{ readonly jobs: readonly Job[]; readonly expired: number }> {
  return await transaction(async (inside) => {
    const due = await inside
      .selectFrom("outbox")
      .selectAll()
      .where("queue", "=", queue)
      .where("state", "=", WAITING)
      .where("due_at_ms", "<=", BigInt(nowMs))
      .orderBy("due_at_ms")
      .limit(limit)
      .execute();
    const jobs: Job[] = [];
    let expired = 0;
    for (const row of due) {
      const isExpired = row.expires_at_ms <= BigInt(nowMs);
      const mine = isExpired ? await removeRow(inside, row) : await leaseRow(inside, row, leasedUntilMs);
      if (mine && isExpired) expired++;
      else if (mine) jobs.push(jobOf(row, leasedUntilMs));
    }
    return { jobs, expired };
  });
}

/** In one commit. Does nothing for a job whose lease another has taken over. */
export async function settleJobs(
  { transaction }: Pick<Store<OutboxTables>, "transaction">,
  queue: string,
  settled: readonly (readonly [Job, Change])[],
): Promise<void> {
  await transaction(async (inside) => {
    for (const [job, change] of settled) await settleJob(inside, queue, job, change);
  });
}

/** Removes what was sent or died long enough ago, some at a time. */
export async function forgetJobs(
  { database }: Pick<Store<OutboxTables>, "database">,
  queue: string,
  nowMs: number,
): Promise<number> {
  const old = await database
    .selectFrom("outbox")
    .select("id")
    .where("queue", "=", queue)
    .where("state", "in", [SENT, DEAD])
    .where("due_at_ms", "<=", BigInt(nowMs))
    .limit(ROWS_MAX)
    .execute();
  if (old.length === 0) return 0;
  await database
    .deleteFrom("outbox")
    .where("queue", "=", queue)
    .where("state", "in", [SENT, DEAD])
    .where(
      "id",
      "in",
      old.map(({ id }) => id),
    )
    .execute();
  return old.length;
}

export async function countJobs(
  { database }: Pick<Store<OutboxTables>, "database">,
  queue: string,
): Promise<{ readonly waiting: number; readonly dead: number }> {
  const rows = await database
    .selectFrom("outbox")
    .select(["state", ({ fn }) => fn.countAll<bigint>().as("jobs")])
    .where("queue", "=", queue)
    .where("state", "in", [WAITING, DEAD])
    .groupBy("state")
    .execute();
  const of = (state: bigint) => Number(rows.find((row) => row.state === state)?.jobs ?? 0);
  return { waiting: of(WAITING), dead: of(DEAD) };
}

async function settleJob(
  transaction: Transaction<OutboxTables>,
  queue: string,
  { id, leasedUntilMs, attempt }: Job,
  change: Change,
): Promise<void> {
  const leased = { queue, id, due_at_ms: BigInt(leasedUntilMs), attempts: BigInt(attempt) };
  if (change.kind === "removed") {
    await transaction
      .deleteFrom("outbox")
      .where(({ and }) => and(leased))
      .execute();
    return;
  }
  const state = change.kind === "sent" ? SENT : change.kind === "dead" ? DEAD : WAITING;
  const atMs = change.kind === "again" ? change.atMs : change.forgetAtMs;
  await transaction
    .updateTable("outbox")
    .set({ state, due_at_ms: BigInt(Math.round(atMs)), error: change.kind === "sent" ? "" : cut(change.error) })
    .where(({ and }) => and(leased))
    .execute();
}

/** Those that wait; what is under way cannot be called back. */
async function removeCollapsed(
  transaction: Transaction<OutboxTables>,
  queue: string,
  collapses: readonly string[],
  nowMs: number,
): Promise<void> {
  await transaction
    .deleteFrom("outbox")
    .where("queue", "=", queue)
    .where("collapse", "in", [...new Set(collapses)])
    .where("state", "=", WAITING)
    .where(({ or, eb }) => or([eb("due_at_ms", "<=", BigInt(nowMs)), eb("error", "!=", "")]))
    .execute();
}

async function leaseRow(
  transaction: Transaction<OutboxTables>,
  { queue, id, due_at_ms, attempts }: OutboxTable,
  leasedUntilMs: number,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable("outbox")
    .set({ due_at_ms: BigInt(leasedUntilMs), attempts: attempts + 1n, error: "" })
    .where("queue", "=", queue)
    .where("id", "=", id)
    .where("state", "=", WAITING)
    .where("due_at_ms", "=", due_at_ms)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

async function removeRow(transaction: Transaction<OutboxTables>, { queue, id, due_at_ms }: OutboxTable) {
  const { numDeletedRows } = await transaction
    .deleteFrom("outbox")
    .where("queue", "=", queue)
    .where("id", "=", id)
    .where("due_at_ms", "=", due_at_ms)
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}

/** Of jobs that come together and collapse, the last. */
function latestOf(jobs: readonly NewJob[]): NewJob[] {
  const last = new Map(jobs.map((job) => [job.collapse ?? Symbol(), job]));
  return [...last.values()];
}

function rowOf(queue: string, { id, body, collapse, expiresAtMs }: NewJob, nowMs: number): OutboxTable {
  return {
    queue,
    id,
    collapse: collapse ?? null,
    body,
    state: WAITING,
    due_at_ms: BigInt(nowMs),
    expires_at_ms: BigInt(Math.round(expiresAtMs)),
    attempts: 0n,
    error: "",
    created_at_ms: BigInt(nowMs),
  };
}

function jobOf({ id, body, attempts, created_at_ms, expires_at_ms }: OutboxTable, leasedUntilMs: number): Job {
  return {
    id,
    body,
    attempt: Number(attempts) + 1,
    createdAtMs: Number(created_at_ms),
    expiresAtMs: Number(expires_at_ms),
    leasedUntilMs,
  };
}

function cut(error: string): string {
  return error.length > ERROR_LENGTH_MAX ? error.slice(0, ERROR_LENGTH_MAX) : error;
}
