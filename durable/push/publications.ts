/**
 * Publications on disk, those of all streams of an object in one table.
 *
 * Storage: publication(stream, offset, at_ms, expires_ms, data, op, extra)   data: TEXT for JSON, BLOB for bytes; extra: JSON of tags and sender
 * @module
 */
import type { Publication } from "../../proto/push/model.ts";
import { extraOf, publicationOf, type Row, stored } from "./publication-rows.ts";

export class Publications {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec(`
      CREATE TABLE IF NOT EXISTS publication(stream INTEGER NOT NULL, offset INTEGER NOT NULL, at_ms INTEGER NOT NULL, expires_ms INTEGER,
        data NOT NULL, op INTEGER NOT NULL, extra TEXT, PRIMARY KEY(stream, offset)) WITHOUT ROWID;
    `);
  }

  /** One that is there already is replaced: it is the same. */
  put(stream: number, { offset, data, op, publishedAtMs, expiresAtMs, tags, from }: Publication): void {
    this.#sql.exec(
      "INSERT OR REPLACE INTO publication VALUES (?, ?, ?, ?, ?, ?, ?)",
      stream,
      offset,
      publishedAtMs,
      expiresAtMs ?? null,
      stored(data),
      op,
      extraOf(tags, from) ?? null,
    );
  }

  /** Rising, with those that expired. */
  after(stream: number, offset: number, limit: number): Publication[] {
    return this.#sql
      .exec<Row>(
        "SELECT * FROM publication WHERE stream = ? AND offset > ? ORDER BY offset LIMIT ?",
        stream,
        offset,
        limit,
      )
      .toArray()
      .map(publicationOf);
  }

  /** A page, rising, of what has not expired by then: an empty one means that nothing follows. */
  aliveAfter(stream: number, offset: number, limit: number, nowMs: number): Publication[] {
    return this.#sql
      .exec<Row>(
        `SELECT * FROM publication WHERE stream = ? AND offset > ? AND (expires_ms IS NULL OR expires_ms > ?)
         ORDER BY offset LIMIT ?`,
        stream,
        offset,
        nowMs,
        limit,
      )
      .toArray()
      .map(publicationOf);
  }

  /** A page, falling, between the two, of what has not expired by then. */
  aliveBefore(stream: number, offset: number, floor: number, limit: number, nowMs: number): Publication[] {
    return this.#sql
      .exec<Row>(
        `SELECT * FROM publication WHERE stream = ? AND offset < ? AND offset > ? AND (expires_ms IS NULL OR expires_ms > ?)
         ORDER BY offset DESC LIMIT ?`,
        stream,
        offset,
        floor,
        nowMs,
        limit,
      )
      .toArray()
      .map(publicationOf);
  }

  /** The last that was published until then; undefined for none. Times rise with offsets, so mostly the first row says it. */
  lastUntil(stream: number, atMs: number): number | undefined {
    const [first] = this.#sql
      .exec<{ at_ms: number }>("SELECT at_ms FROM publication WHERE stream = ? ORDER BY offset LIMIT 1", stream)
      .toArray();
    if (first === undefined || first.at_ms > atMs) return undefined;
    const { offset } = this.#sql
      .exec<{ offset: number | null }>(
        "SELECT MAX(offset) AS offset FROM publication WHERE stream = ? AND at_ms <= ?",
        stream,
        atMs,
      )
      .one();
    return offset ?? undefined;
  }

  removeUpTo(stream: number, offset: number): void {
    this.#sql.exec("DELETE FROM publication WHERE stream = ? AND offset <= ?", stream, offset);
  }

  removeAll(stream: number): void {
    this.#sql.exec("DELETE FROM publication WHERE stream = ?", stream);
  }

  /** Undefined where there is none. */
  last(stream: number): { readonly offset: number; readonly atMs: number } | undefined {
    return this.#sql
      .exec<{ offset: number; atMs: number }>(
        "SELECT offset, at_ms AS atMs FROM publication WHERE stream = ? ORDER BY offset DESC LIMIT 1",
        stream,
      )
      .toArray()[0];
  }

  any(): boolean {
    return this.#sql.exec("SELECT 1 FROM publication LIMIT 1").toArray().length > 0;
  }
}
