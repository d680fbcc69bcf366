/**
 * Users and devices that are not let in, by their streams: whatever they show, or with tokens that were made up to a time. A ban needs nobody to be
 * connected, and outlasts connections, sleep and the process.
 *
 * Storage: ban(channel, scope, before_ms, since_ms, until_ms, reason)   scope: `all`, or `tokens` made up to before_ms. At most
 * {@link BANS_MAX} rows; what has ended is removed when another comes, and never counts.
 * @module
 */
import { Fault } from "../../proto/fault.ts";
import type { Ban, BanRow, Pass } from "./delivery.ts";

/** Of a shard: some 200 bytes each, index included. Who bans more than that wants accounts that are closed. */
const BANS_MAX = 100_000;

type Columns = { channel: string; before_ms: number; since_ms: number; until_ms: number; reason: string };

export class Bans {
  readonly #sql: SqlStorage;
  readonly #now: () => number;
  /** Undefined where they must be counted. */
  #count: number | undefined;

  constructor(sql: SqlStorage, now: () => number) {
    this.#sql = sql;
    this.#now = now;
    sql.exec(`
      CREATE TABLE IF NOT EXISTS ban(channel TEXT NOT NULL, scope TEXT NOT NULL, before_ms INTEGER NOT NULL, since_ms INTEGER NOT NULL,
        until_ms INTEGER NOT NULL, reason TEXT NOT NULL, PRIMARY KEY(channel, scope)) WITHOUT ROWID;
      CREATE INDEX IF NOT EXISTS ban_until ON ban(until_ms);
    `);
  }

  /**
   * One of all takes the place of the one before. Of tokens the longer one holds: what was taken back once comes to nobody again.
   * @throws Fault resource_exhausted where there are too many
   */
  put(channel: string, { issuedBeforeMs, untilMs, reason }: Ban): void {
    this.#prune();
    if (this.#counted() >= BANS_MAX && this.ofChannel(channel).length === 0) {
      throw new Fault("resource_exhausted", `a shard keeps at most ${BANS_MAX} bans`);
    }
    this.#sql.exec(
      `INSERT INTO ban VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET since_ms = excluded.since_ms, reason = excluded.reason,
        before_ms = max(before_ms, excluded.before_ms),
        until_ms = CASE scope WHEN 'all' THEN excluded.until_ms ELSE max(until_ms, excluded.until_ms) END`,
      channel,
      issuedBeforeMs === undefined ? "all" : "tokens",
      issuedBeforeMs ?? 0,
      this.#now(),
      untilMs,
      reason,
    );
    this.#count = undefined;
  }

  /** The one that keeps its bearer out; undefined where none does. */
  against(channel: string, { issuedMs }: Pass): BanRow | undefined {
    if (this.#counted() === 0) return undefined;
    return this.ofChannel(channel).find((ban) => isMeant(ban, issuedMs));
  }

  /** @returns whether there was one */
  lift(channel: string): boolean {
    const had = this.ofChannel(channel).length > 0;
    this.#sql.exec("DELETE FROM ban WHERE channel = ?", channel);
    this.#count = undefined;
    return had;
  }

  ofChannel(channel: string): BanRow[] {
    const query = "SELECT * FROM ban WHERE channel = ? AND until_ms > ? ORDER BY scope";
    return this.#sql.exec<Columns>(query, channel, this.#now()).toArray().map(rowOf);
  }

  /** In the order of their channels. @param after the channel that the last page ended with; all of a channel's are on one page */
  list(after: string, limit: number): BanRow[] {
    const query = `SELECT * FROM ban WHERE until_ms > ?2 AND channel IN
      (SELECT DISTINCT channel FROM ban WHERE channel > ?1 AND until_ms > ?2 ORDER BY channel LIMIT ?3) ORDER BY channel, scope`;
    return this.#sql.exec<Columns>(query, after, this.#now(), limit).toArray().map(rowOf);
  }

  /** As they were elsewhere. */
  import(rows: readonly BanRow[]): void {
    for (const { channel, issuedBeforeMs, sinceMs, untilMs, reason } of rows) {
      const scope = issuedBeforeMs === undefined ? "all" : "tokens";
      const values = [channel, scope, issuedBeforeMs ?? 0, sinceMs, untilMs, reason];
      this.#sql.exec("INSERT OR REPLACE INTO ban VALUES (?, ?, ?, ?, ?, ?)", ...values);
    }
    this.#count = undefined;
  }

  #prune(): void {
    this.#sql.exec("DELETE FROM ban WHERE until_ms <= ?", this.#now());
    this.#count = undefined;
  }

  #counted(): number {
    this.#count ??= this.#sql.exec<{ n: number }>("SELECT COUNT(*) AS n FROM ban").one().n;
    return this.#count;
  }
}

/** A token that does not say when it was made may be of any age. */
export function isMeant({ issuedBeforeMs }: Pick<Ban, "issuedBeforeMs">, issuedMs: number | undefined): boolean {
  return issuedBeforeMs === undefined || issuedMs === undefined || issuedMs <= issuedBeforeMs;
}

function rowOf({ channel, before_ms, since_ms, until_ms, reason }: Columns): BanRow {
  const ban = { channel, sinceMs: since_ms, untilMs: until_ms, reason };
  return before_ms === 0 ? ban : { ...ban, issuedBeforeMs: before_ms };
}
