/**
 * Which messages a stream has had of late, by their idempotency keys.
 *
 * Storage: idempotency(stream, key, offset, until_ms)
 * @module
 */
export interface IdempotencyRow {
  readonly key: string;
  readonly offset: number;
  readonly until_ms: number;
}

export class Idempotency {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** Before anything is asked of it. */
  make(): void {
    this.#sql.exec(`
      CREATE TABLE IF NOT EXISTS idempotency(stream INTEGER NOT NULL, key TEXT NOT NULL, offset INTEGER NOT NULL, until_ms INTEGER NOT NULL,
        PRIMARY KEY(stream, key)) WITHOUT ROWID;
    `);
  }

  /** The offset that the message got; undefined for one that is new. */
  offsetOf(stream: number, key: string, nowMs: number): number | undefined {
    return this.#sql
      .exec<{ offset: number }>(
        "SELECT offset FROM idempotency WHERE stream = ? AND key = ? AND until_ms > ?",
        stream,
        key,
        nowMs,
      )
      .toArray()[0]?.offset;
  }

  put(stream: number, { key, offset, until_ms }: IdempotencyRow): void {
    this.#sql.exec("INSERT OR REPLACE INTO idempotency VALUES (?, ?, ?, ?)", stream, key, offset, until_ms);
  }

  ofStream(stream: number, nowMs: number): IdempotencyRow[] {
    return this.#sql
      .exec<{ key: string; offset: number; until_ms: number }>(
        "SELECT key, offset, until_ms FROM idempotency WHERE stream = ? AND until_ms > ?",
        stream,
        nowMs,
      )
      .toArray();
  }

  removeExpired(nowMs: number): void {
    this.#sql.exec("DELETE FROM idempotency WHERE until_ms <= ?", nowMs);
  }

  removeAll(stream: number): void {
    this.#sql.exec("DELETE FROM idempotency WHERE stream = ?", stream);
  }

  any(): boolean {
    return this.#sql.exec("SELECT 1 FROM idempotency LIMIT 1").toArray().length > 0;
  }
}
