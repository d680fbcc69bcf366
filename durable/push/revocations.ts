/**
 * Sessions that were ended, by the streams of their users: a token that is still good for minutes opens no connection any more, and one that is
 * being opened while its session ends does not slip through.
 *
 * Storage: revocation(channel, session, until_ms), at most {@link SESSIONS_MAX} a channel
 * @module
 */
/** No access token is believed for longer after it was made: proto/access-token.ts. */
export const REVOCATION_MS = 3_600_000;
/** Of one user. Who signs in and out more often within the hour has the first ones forgotten, whose tokens ended long before. */
const SESSIONS_MAX = 100;

export class Revocations {
  readonly #sql: SqlStorage;
  readonly #now: () => number;
  /** Whether there may be any: most shards have none at most times, and are not asked for it with each connection. */
  #mayHave = true;

  constructor(sql: SqlStorage, now: () => number) {
    this.#sql = sql;
    this.#now = now;
    sql.exec(`
      CREATE TABLE IF NOT EXISTS revocation(channel TEXT NOT NULL, session TEXT NOT NULL, until_ms INTEGER NOT NULL,
        PRIMARY KEY(channel, session)) WITHOUT ROWID;
      CREATE INDEX IF NOT EXISTS revocation_until ON revocation(until_ms);
    `);
    this.#mayHave = sql.exec("SELECT 1 FROM revocation LIMIT 1").toArray().length > 0;
  }

  put(channel: string, session: string): void {
    const nowMs = this.#now();
    this.#sql.exec("DELETE FROM revocation WHERE until_ms <= ?", nowMs);
    this.#sql.exec("INSERT OR REPLACE INTO revocation VALUES (?, ?, ?)", channel, session, nowMs + REVOCATION_MS);
    this.#sql.exec(
      `DELETE FROM revocation WHERE channel = ?1 AND session IN
        (SELECT session FROM revocation WHERE channel = ?1 ORDER BY until_ms DESC LIMIT -1 OFFSET ?2)`,
      channel,
      SESSIONS_MAX,
    );
    this.#mayHave = true;
  }

  has(channel: string, session: string): boolean {
    if (!this.#mayHave || session === "") return false;
    const query = "SELECT 1 FROM revocation WHERE channel = ? AND session = ? AND until_ms > ?";
    return this.#sql.exec(query, channel, session, this.#now()).toArray().length > 0;
  }

  /** For the object that keeps the channel from now on. */
  ofChannel(channel: string): string[] {
    return this.#sql
      .exec<{ session: string }>("SELECT session FROM revocation WHERE channel = ?", channel)
      .toArray()
      .map(({ session }) => session);
  }

  removeAll(channel: string): void {
    this.#sql.exec("DELETE FROM revocation WHERE channel = ?", channel);
  }
}
