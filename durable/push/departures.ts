/**
 * Who left in an orderly way: a client that says goodbye has had all that was sent to it before.
 *
 * Storage: departure(channel, opened_ms, left_ms)   channel: of the user whose connection it was
 * @module
 */
/** Beyond the time that a user has to come, for the object that asks. */
const KEEP_MARGIN_MS = 60_000;

export class Departures {
  readonly #sql: SqlStorage;
  readonly #keepMs: number;

  /** @param afterMs how long a user has time to come and take a message */
  constructor(sql: SqlStorage, afterMs: number) {
    this.#sql = sql;
    this.#keepMs = afterMs + KEEP_MARGIN_MS;
    sql.exec(`
      CREATE TABLE IF NOT EXISTS departure(channel TEXT NOT NULL, opened_ms INTEGER NOT NULL, left_ms INTEGER NOT NULL,
        PRIMARY KEY(channel, opened_ms)) WITHOUT ROWID;
      CREATE INDEX IF NOT EXISTS departure_left ON departure(left_ms);
    `);
  }

  put(channel: string, openedMs: number, leftMs: number): void {
    this.#sql.exec("DELETE FROM departure WHERE left_ms < ?", leftMs - this.#keepMs);
    this.#sql.exec("INSERT OR REPLACE INTO departure VALUES (?, ?, ?)", channel, openedMs, leftMs);
  }

  /** How many were there at the time, and left after it. */
  count(channel: string, atMs: number): number {
    const query = "SELECT COUNT(*) AS n FROM departure WHERE channel = ? AND opened_ms <= ? AND left_ms >= ?";
    return this.#sql.exec<{ n: number }>(query, channel, atMs, atMs).one().n;
  }
}
