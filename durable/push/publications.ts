/**
 * Publications on disk, those of all streams of an object.
 *
 * Storage: publication(stream, offset, at_ms, expires_ms, data, op, extra)   data: TEXT for JSON, BLOB for bytes; extra: JSON of tags and sender
 * @module
 */
import type { Publication } from "../../proto/push/model.ts";
import { extraOf, PUBLICATION_COLUMNS, publicationOf, stored } from "./publication-rows.ts";

/** Of a stream, what its publications need to know. */
export interface Extent {
  readonly id: number;
  readonly top: number;
  /** As it is on disk, too. */
  readonly floor: number;
}

export interface Publications {
  /** Before anything is asked of it, save where there is nothing of a stream. */
  make(): void;
  /** The next of its stream. */
  put(stream: Extent, publication: Publication): void;
  /** One of a stream that comes from elsewhere, rising; the same may come again. */
  import(stream: Extent, publication: Publication): void;
  /** Rising, with those that expired. */
  after(stream: Extent, offset: number, limit: number): Publication[];
  /** A page, rising, of what has not expired by then: an empty one means that nothing follows. */
  aliveAfter(stream: Extent, offset: number, limit: number, nowMs: number): Publication[];
  /** A page, falling, between the two, of what has not expired by then. */
  aliveBefore(stream: Extent, offset: number, floor: number, limit: number, nowMs: number): Publication[];
  /** The last that was published until then; undefined for none. Times rise with offsets, so mostly the first says it. */
  lastUntil(stream: Extent, atMs: number): number | undefined;
  /** The stream's floor follows in the same turn. */
  removeUpTo(stream: Extent, offset: number): void;
  removeAll(stream: Extent): void;
  /** Undefined where there is none. */
  last(stream: Extent): { readonly offset: number; readonly atMs: number } | undefined;
  /** Whether there is anything on disk. */
  any(): boolean;
  /** A little of what can wait: to be called now and then. */
  tidy(): void;
}

/** Each in its place by stream and offset: right where an object has one stream, whose publications then lie in the order of their coming. */
export class SortedPublications implements Publications {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  make(): void {
    this.#sql.exec(`
      CREATE TABLE IF NOT EXISTS publication(stream INTEGER NOT NULL, offset INTEGER NOT NULL, at_ms INTEGER NOT NULL, expires_ms INTEGER,
        data NOT NULL, op INTEGER NOT NULL, extra TEXT, PRIMARY KEY(stream, offset)) WITHOUT ROWID;
    `);
  }

  put({ id }: Extent, { offset, data, op, publishedAtMs, expiresAtMs, tags, from }: Publication): void {
    this.#sql.exec(
      "INSERT OR REPLACE INTO publication VALUES (?, ?, ?, ?, ?, ?, ?)",
      id,
      offset,
      publishedAtMs,
      expiresAtMs ?? null,
      stored(data),
      op,
      extraOf(tags, from) ?? null,
    );
  }

  import(stream: Extent, publication: Publication): void {
    this.put(stream, publication);
  }

  after({ id }: Extent, offset: number, limit: number): Publication[] {
    const rows = this.#sql.exec(
      `SELECT ${PUBLICATION_COLUMNS} FROM publication WHERE stream = ? AND offset > ? ORDER BY offset LIMIT ?`,
      id,
      offset,
      limit,
    );
    return Array.from(rows.raw(), publicationOf);
  }

  aliveAfter({ id }: Extent, offset: number, limit: number, nowMs: number): Publication[] {
    const rows = this.#sql.exec(
      `SELECT ${PUBLICATION_COLUMNS} FROM publication WHERE stream = ? AND offset > ? AND (expires_ms IS NULL OR expires_ms > ?)
         ORDER BY offset LIMIT ?`,
      id,
      offset,
      nowMs,
      limit,
    );
    return Array.from(rows.raw(), publicationOf);
  }

  aliveBefore({ id }: Extent, offset: number, floor: number, limit: number, nowMs: number): Publication[] {
    const rows = this.#sql.exec(
      `SELECT ${PUBLICATION_COLUMNS} FROM publication WHERE stream = ? AND offset < ? AND offset > ? AND (expires_ms IS NULL OR expires_ms > ?)
         ORDER BY offset DESC LIMIT ?`,
      id,
      offset,
      floor,
      nowMs,
      limit,
    );
    return Array.from(rows.raw(), publicationOf);
  }

  lastUntil({ id }: Extent, atMs: number): number | undefined {
    const [first] = this.#sql
      .exec<{ at_ms: number }>("SELECT at_ms FROM publication WHERE stream = ? ORDER BY offset LIMIT 1", id)
      .toArray();
    if (first === undefined || first.at_ms > atMs) return undefined;
    const { offset } = this.#sql
      .exec<{ offset: number | null }>(
        "SELECT MAX(offset) AS offset FROM publication WHERE stream = ? AND at_ms <= ?",
        id,
        atMs,
      )
      .one();
    return offset ?? undefined;
  }

  removeUpTo({ id }: Extent, offset: number): void {
    this.#sql.exec("DELETE FROM publication WHERE stream = ? AND offset <= ?", id, offset);
  }

  removeAll({ id }: Extent): void {
    this.#sql.exec("DELETE FROM publication WHERE stream = ?", id);
  }

  last({ id }: Extent): { readonly offset: number; readonly atMs: number } | undefined {
    return this.#sql
      .exec<{ offset: number; atMs: number }>(
        "SELECT offset, at_ms AS atMs FROM publication WHERE stream = ? ORDER BY offset DESC LIMIT 1",
        id,
      )
      .toArray()[0];
  }

  any(): boolean {
    return this.#sql.exec("SELECT 1 FROM publication LIMIT 1").toArray().length > 0;
  }

  tidy(): void {}
}
