/**
 * Sessions that were ended, by the streams of their users: a token that is still good for minutes opens no connection any more, and one that is
 * being opened while its session ends does not slip through.
 *
 * Storage: revocation(channel, session, until_ms)
 * @module
 */
/** No access token is believed for longer after it was made: proto/access-token.ts. */
const REVOCATION_MS = 3_600_000;

export class Revocations {
  readonly #sql: SqlStorage;
  readonly #now: () => number;

  constructor(sql: SqlStorage, now: () => number) {
    this.#sql = sql;
    this.#now = now;
    sql.exec(`
      CREATE TABLE IF NOT EXISTS revocation(channel TEXT NOT NULL, session TEXT NOT NULL, until_ms INTEGER NOT NULL,
        PRIMARY KEY(channel, session)) WITHOUT ROWID;
      CREATE INDEX IF NOT EXISTS revocation_until ON revocation(until_ms);
    `);
  }

  put(channel: string, session: string): void {
    const nowMs = this.#now();
    this.#sql.exec("DELETE FROM revocation WHERE until_ms <= ?", nowMs);
    this.#sql.exec("INSERT OR REPLACE INTO revocation VALUES (?, ?, ?)", channel, session, nowMs + REVOCATION_MS);
  }

  has(channel: string, session: string): boolean {
    const rows = this.#sql.exec(
      "SELECT 1 FROM revocation WHERE channel = ? AND session = ? AND until_ms > ?",
      channel,
      session,
      this.#now(),
    );
    return rows.toArray().length > 0;
  }

  /** For the object that keeps the channel from now on. */
  ofChannel(channel: string): string[] {
    return this.#sql
      .exec<{ session: string }>("SELECT session FROM revocation WHERE channel = ?", channel)
      .toArray()
      .map(({ session }) => session);
  }
}
