/**
 * Publications of late, of all streams of an object, in the order of their coming: to write one costs the same page as the one before it, whoever
 * it is for. Each names the one before it in its stream, and so those of a stream are a chain, from its head back.
 *
 * Storage:
 *   log(id, stream, offset, at_ms, expires_ms, data, op, extra, prev)   id: rises by one; prev: the id of the one before, 0 for none;
 *                                                                       the rest as in `publication`
 *   log_head(block, ids)        the last of each stream, as far as `saved`: the ids of HEADS_OF_BLOCK streams, 8 bytes each, 0 for none; one
 *                               may be gone from the log
 *   log_state(only, saved, dead)  saved: heads up to this id are in log_head, later ones are found by reading the log from there; dead: about
 *                               how many rows are not needed any more
 * Invariants:
 * - A row is needed while its offset is above its stream's floor and above all that its stream has in `publication`. No row is ever changed.
 * - Rows go from the log's beginning, so that whole pages do; what is still needed of them is moved to `publication` in that turn.
 * @module
 */
import type { Publication } from "../../proto/push/model.ts";
import { extraOf, PUBLICATION_COLUMNS, publicationOf, stored } from "./publication-rows.ts";
import { Recent } from "./recent.ts";

export interface LogLimits {
  /** After so many rows it is looked whether heads are worth saving. What is not saved is read when the object wakes. */
  readonly unsavedMin: number;
  /** After so many they are saved in any case: 3 ms of a wake. */
  readonly unsavedMax: number;
  /** A block is a page, and written twice: it is worth that for so many rows, of which each is some 100 bytes of it. */
  readonly blockRows: number;
  /** Rows that go from the beginning in one go, with what else the log has of their streams. */
  readonly segmentRows: number;
  /** Rows that nobody needs are no reason to tidy up before there are so many. */
  readonly deadMin: number;
}

const LIMITS: LogLimits = { unsavedMin: 2_048, unsavedMax: 8_192, blockRows: 40, segmentRows: 32, deadMin: 16_384 };
/** Nor before they are two of three: to move what is needed out of their way costs as much as to write it. */
const DEAD_RATIO = 1.5;
/** As many as fit a page. Ids of streams have no holes. */
const HEADS_OF_BLOCK = 500;
/** Blocks in memory, 4 KB each: what is not there costs a statement, and a shard's streams are there mostly. */
const BLOCKS_CACHED_MAX = 512;
/** Rows moved or removed in one {@link PublicationLog.tidy}: some 30 ms. */
const TIDIED_ROWS_MAX = 16_384;
/** Rows moved or removed for each that comes while there are too many: each is moved once at the most, and removed once. */
const WORK_RATIO = 2;
/** From the row ?1 back, as long as offsets are above ?2. */
const CHAIN = `WITH RECURSIVE chain AS (
    SELECT * FROM log WHERE id = ?1 AND offset > ?2
    UNION ALL SELECT log.* FROM chain JOIN log ON log.id = chain.prev WHERE log.offset > ?2)`;

/** The last of a stream. */
export interface Head {
  readonly id: number;
  readonly offset: number;
  readonly atMs: number;
  /** The last offset that its stream has in `publication`; 0 for none. */
  readonly sorted: number;
}

export class PublicationLog {
  readonly #sql: SqlStorage;
  readonly #limits: LogLimits;
  /** Its rows have the ids from here … */
  #first: number;
  /** … to before this. Ids are not used again, since heads that are not needed stay where they are. */
  #next: number;
  #saved: number;
  /** When this is next, it is looked whether heads are to be saved. */
  #lookAt: number;
  #dead: number;
  /** How many rows may be moved or removed now. */
  #credit = 0;
  /** Of rows after `saved`; undefined until they are asked for. */
  #unsaved: Map<number, number> | undefined;
  readonly #blocks = new Recent<number, Float64Array<ArrayBuffer>>(BLOCKS_CACHED_MAX);

  /** Needs the tables of streams.ts and publications.ts when it is used. */
  constructor(sql: SqlStorage, limits: Partial<LogLimits> = {}) {
    this.#sql = sql;
    this.#limits = { ...LIMITS, ...limits };
    sql.exec(`
      CREATE TABLE IF NOT EXISTS log(id INTEGER PRIMARY KEY, stream INTEGER NOT NULL, offset INTEGER NOT NULL, at_ms INTEGER NOT NULL,
        expires_ms INTEGER, data NOT NULL, op INTEGER NOT NULL, extra TEXT, prev INTEGER NOT NULL);
      CREATE TABLE IF NOT EXISTS log_head(block INTEGER PRIMARY KEY, ids BLOB NOT NULL);
      CREATE TABLE IF NOT EXISTS log_state(only INTEGER PRIMARY KEY, saved INTEGER NOT NULL, dead INTEGER NOT NULL);
    `);
    const [state] = sql.exec<{ saved: number; dead: number }>("SELECT saved, dead FROM log_state").toArray();
    this.#saved = state?.saved ?? 0;
    const { last } = sql.exec<{ last: number | null }>("SELECT MAX(id) AS last FROM log").one();
    const { first } = sql.exec<{ first: number | null }>("SELECT MIN(id) AS first FROM log").one();
    this.#next = Math.max(last ?? 0, this.#saved) + 1;
    this.#first = first ?? this.#next;
    this.#lookAt = this.#saved + 1 + this.#limits.unsavedMin;
    this.#dead = Math.min(state?.dead ?? 0, this.#next - this.#first);
  }

  /** @param prev its stream's head, or 0 where a chain begins @returns its id */
  append(stream: number, publication: Publication, prev: number): number {
    const { offset, data, op, publishedAtMs, expiresAtMs, tags, from } = publication;
    const id = this.#next;
    this.#sql.exec(
      "INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      id,
      stream,
      offset,
      publishedAtMs,
      expiresAtMs ?? null,
      stored(data),
      op,
      extraOf(tags, from) ?? null,
      prev,
    );
    this.#next++;
    this.#heads().set(stream, id);
    return id;
  }

  /** Undefined where the log has nothing of the stream. It may be one that is not needed. */
  head(stream: number): Head | undefined {
    const id = this.#headId(stream);
    if (id === undefined || id < this.#first) return undefined;
    return this.#sql
      .exec<{ id: number; offset: number; atMs: number; sorted: number }>(
        `SELECT id, offset, at_ms AS atMs, COALESCE((SELECT MAX(offset) FROM publication WHERE stream = ?2), 0) AS sorted
         FROM log WHERE id = ?1`,
        id,
        stream,
      )
      .toArray()[0];
  }

  /** Rising, what is above the offset. */
  chain(head: number, after: number): Publication[] {
    const rows = this.#sql.exec(`${CHAIN} SELECT ${PUBLICATION_COLUMNS} FROM chain ORDER BY offset`, head, after);
    return Array.from(rows.raw(), publicationOf);
  }

  /** Into `publication`, what is above the offset. The log's rows of them are not needed any more. @returns how many */
  settle(head: number, after: number): number {
    const { rowsWritten } = this.#sql.exec(
      `INSERT OR REPLACE INTO publication ${CHAIN} SELECT stream, ${PUBLICATION_COLUMNS} FROM chain ORDER BY offset`,
      head,
      after,
    );
    this.bury(rowsWritten);
    return rowsWritten;
  }

  /** So many rows are not needed any more. */
  bury(rows: number): void {
    this.#dead += rows;
  }

  any(): boolean {
    return this.#first < this.#next;
  }

  /**
   * What is due after a publication: a step, of which the longest takes some milliseconds.
   * @returns streams of which something was moved to `publication`
   */
  step(): readonly number[] {
    if (this.#isSaveDue()) this.#saveHeads();
    this.#credit = this.#isDue() ? this.#credit + WORK_RATIO : 0;
    return this.#credit > 0 ? this.#removeSegment() : [];
  }

  /** Ends where what follows is needed. @returns as {@link step} */
  tidy(): readonly number[] {
    const moved: number[] = [];
    const before = this.#first;
    this.#credit = TIDIED_ROWS_MAX;
    while (this.#credit > 0 && this.any()) {
      if (!this.#isDue() && this.#needing(this.#segmentEnd()).length > 0) break;
      moved.push(...this.#removeSegment());
    }
    if (this.#first > before) this.#saveState();
    return moved;
  }

  #isSaveDue(): boolean {
    if (this.#next < this.#lookAt) return false;
    const { unsavedMin, unsavedMax, blockRows } = this.#limits;
    this.#lookAt = this.#next + unsavedMin;
    const unsaved = this.#next - 1 - this.#saved;
    return unsaved >= unsavedMax || unsaved >= blockRows * new Set(Array.from(this.#heads().keys(), blockOf)).size;
  }

  #isDue(): boolean {
    return this.#dead >= this.#limits.deadMin && this.#dead * DEAD_RATIO > this.#next - this.#first;
  }

  #segmentEnd(): number {
    return Math.min(this.#first + this.#limits.segmentRows, this.#next);
  }

  /** Streams that need something before the id, and what they have elsewhere or need no more: all up to `before`. */
  #needing(end: number): { readonly id: number; readonly before: number }[] {
    return this.#sql
      .exec<{ id: number; before: number }>(
        `SELECT id, before FROM (
           SELECT stream.id, late.offset, MAX(stream.floor,
             COALESCE((SELECT MAX(offset) FROM publication WHERE publication.stream = stream.id), 0)) AS before
           FROM (SELECT stream, MAX(offset) AS offset FROM log WHERE id < ? GROUP BY stream) AS late JOIN stream ON stream.id = late.stream
         ) WHERE offset > before ORDER BY id`,
        end,
      )
      .toArray();
  }

  /** Of a stream that needs something of it all goes that the log has: what lies together is written together. */
  #removeSegment(): readonly number[] {
    const end = this.#segmentEnd();
    const needing = this.#needing(end);
    for (const { id, before } of needing) {
      const head = this.#headId(id);
      if (head === undefined) throw new Error(`stream ${id} has publications in the log, and no head`);
      this.#credit -= this.settle(head, before);
    }
    this.#sql.exec("DELETE FROM log WHERE id < ?", end);
    this.#credit -= end - this.#first;
    this.#dead = Math.max(0, this.#dead - (end - this.#first));
    this.#first = end;
    // Ids go on from here also when nothing is left.
    if (!this.any()) this.#saveHeads();
    return needing.map(({ id }) => id);
  }

  #heads(): Map<number, number> {
    this.#unsaved ??= new Map(
      // Rising, so that the last of a stream stays. To group them takes three times as long.
      this.#sql.exec("SELECT stream, id FROM log WHERE id > ? ORDER BY id", this.#saved).raw() as Iterable<
        [number, number]
      >,
    );
    return this.#unsaved;
  }

  #headId(stream: number): number | undefined {
    const unsaved = this.#heads().get(stream);
    if (unsaved !== undefined) return unsaved;
    return this.#block(blockOf(stream))[slotOf(stream)] || undefined;
  }

  #saveHeads(): void {
    const blocks = new Map<number, Float64Array<ArrayBuffer>>();
    for (const [stream, id] of this.#heads()) {
      const block = blockOf(stream);
      const ids = blocks.get(block) ?? this.#block(block);
      ids[slotOf(stream)] = id;
      blocks.set(block, ids);
    }
    for (const [block, ids] of blocks) {
      this.#sql.exec("INSERT OR REPLACE INTO log_head VALUES (?, ?)", block, ids.buffer);
    }
    this.#unsaved = new Map();
    this.#saved = this.#next - 1;
    this.#lookAt = this.#next + this.#limits.unsavedMin;
    this.#saveState();
  }

  /** As saved. */
  #block(block: number): Float64Array<ArrayBuffer> {
    const known = this.#blocks.get(block);
    if (known !== undefined) return known;
    const [row] = this.#sql.exec<{ ids: ArrayBuffer }>("SELECT ids FROM log_head WHERE block = ?", block).toArray();
    const ids = row === undefined ? new Float64Array(HEADS_OF_BLOCK) : new Float64Array(row.ids);
    this.#blocks.set(block, ids);
    return ids;
  }

  #saveState(): void {
    this.#sql.exec("INSERT OR REPLACE INTO log_state VALUES (0, ?, ?)", this.#saved, this.#dead);
  }
}

function blockOf(stream: number): number {
  return Math.floor(stream / HEADS_OF_BLOCK);
}

function slotOf(stream: number): number {
  return stream % HEADS_OF_BLOCK;
}
