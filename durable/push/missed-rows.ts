/**
 * Messages with a notification that their user has not taken yet, each with when it is due.
 *
 * Storage: missed(channel, offset, due_ms, attempts, at_ms, expires_ms, id, shards, notification)
 *   shards: JSON, those with connections of the user at the time; notification: JSON
 * @module
 */
import type { Notification } from "../../proto/push/model.ts";
import type { Row } from "./publication-rows.ts";

/** Of one user: who misses more has enough to look at, and the oldest goes. */
const CHANNEL_ROWS_MAX = 100;

export interface MissedRow {
  readonly channel: string;
  readonly offset: number;
  readonly dueMs: number;
  /** How often it was handed over in vain. */
  readonly attempts: number;
  readonly publishedAtMs: number;
  readonly expiresAtMs: number;
  readonly id: string;
  /** Where the user had connections when it was published. */
  readonly shards: readonly string[];
  readonly notification: Notification;
}

export class MissedRows {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec(`
      CREATE TABLE IF NOT EXISTS missed(channel TEXT NOT NULL, offset INTEGER NOT NULL, due_ms INTEGER NOT NULL, attempts INTEGER NOT NULL,
        at_ms INTEGER NOT NULL, expires_ms INTEGER NOT NULL, id TEXT NOT NULL, shards TEXT NOT NULL, notification TEXT NOT NULL,
        PRIMARY KEY(channel, offset)) WITHOUT ROWID;
      CREATE INDEX IF NOT EXISTS missed_due ON missed(due_ms);
    `);
  }

  /** Takes the place of an earlier one with the same collapse key. */
  put(row: MissedRow): void {
    const { channel, offset, dueMs, attempts, publishedAtMs, expiresAtMs, id, shards, notification } = row;
    const others = this.ofChannel(channel).filter((other) => other.offset !== offset);
    const { collapseKey } = notification;
    for (const [at, other] of others.entries()) {
      const isTooMany = at <= others.length - CHANNEL_ROWS_MAX;
      const isReplaced = collapseKey !== "" && other.notification.collapseKey === collapseKey && other.offset < offset;
      if (isTooMany || isReplaced) this.remove(other);
    }
    this.#sql.exec(
      "INSERT OR REPLACE INTO missed VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      channel,
      offset,
      dueMs,
      attempts,
      publishedAtMs,
      expiresAtMs,
      id,
      JSON.stringify(shards),
      JSON.stringify(notification),
    );
  }

  due(nowMs: number, limit: number): MissedRow[] {
    return this.#sql
      .exec<Row>("SELECT * FROM missed WHERE due_ms <= ? ORDER BY due_ms LIMIT ?", nowMs, limit)
      .toArray()
      .map(missedOf);
  }

  nextDueMs(): number | undefined {
    return this.#sql.exec<{ at: number | null }>("SELECT MIN(due_ms) AS at FROM missed").one().at ?? undefined;
  }

  ofChannel(channel: string): MissedRow[] {
    return this.#sql
      .exec<Row>("SELECT * FROM missed WHERE channel = ? ORDER BY offset", channel)
      .toArray()
      .map(missedOf);
  }

  /** Does nothing where it is gone: the user came meanwhile. */
  postpone({ channel, offset }: MissedRow, dueMs: number, attempts: number): void {
    this.#sql.exec(
      "UPDATE missed SET due_ms = ?, attempts = ? WHERE channel = ? AND offset = ?",
      dueMs,
      attempts,
      channel,
      offset,
    );
  }

  remove({ channel, offset }: Pick<MissedRow, "channel" | "offset">): void {
    this.#sql.exec("DELETE FROM missed WHERE channel = ? AND offset = ?", channel, offset);
  }

  removeUpTo(channel: string, offset: number): void {
    this.#sql.exec("DELETE FROM missed WHERE channel = ? AND offset <= ?", channel, offset);
  }
}

function missedOf(row: Row): MissedRow {
  return {
    channel: row.channel as string,
    offset: row.offset as number,
    dueMs: row.due_ms as number,
    attempts: row.attempts as number,
    publishedAtMs: row.at_ms as number,
    expiresAtMs: row.expires_ms as number,
    id: row.id as string,
    shards: JSON.parse(row.shards as string) as string[],
    notification: JSON.parse(row.notification as string) as Notification,
  };
}
