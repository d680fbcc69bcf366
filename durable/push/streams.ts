/**
 * Streams on disk: what was published in each channel that an object keeps, with offsets, bounds, and who has members of it.
 *
 * Storage:
 *   stream(id, channel, epoch, top, floor, fanned, moved_to)          top: the last offset, where none after it is kept; floor: all up to
 *                                                                     it was removed; fanned: all up to it reached its members;
 *                                                                     moved_to: another object has it
 *   publication(stream, offset, at_ms, expires_ms, data, op, extra)   data: TEXT for JSON, BLOB for bytes; extra: JSON of tags and sender
 *   idempotency(stream, key, offset, until_ms)
 *   member(stream, shard)                                             shards with subscribers
 * Invariants:
 * - Offsets of an epoch rise by one and are never used again; `at_ms` never falls with them, whatever the clock does.
 * - A reader at (epoch, offset) can be given all it missed if and only if floor ≤ offset ≤ top. What expired is not missed.
 * - A publication is one row written, however much is stored: what else is known of its stream follows from its rows.
 * - All writes of one call are one commit: nothing here waits.
 * @module
 */
import { Fault } from "../../proto/fault.ts";
import type { ChannelMessage, Position, Publication } from "../../proto/push/model.ts";
import { IDEMPOTENCY_MS } from "../../proto/push/push.ts";
import type { ChannelOptions } from "../../proto/push/settings.ts";
import { checked, extraOf, optional, publicationOf, type Row, stored } from "./publication-rows.ts";

/** What one recovery may bring. A reader that missed more reads history by pages: a frame of all would hold up everybody else. */
export const RECOVERY_PUBLICATIONS_MAX = 1_000;
export const RECOVERY_BYTES_MAX = 1_048_576;
/** Streams whose row is kept in memory: some 300 bytes each. */
const CACHED_MAX = 10_000;
/** Rows beyond the bound that may pile up before they are removed together: a removal costs as much as a publication. */
const SLACK_RATIO = 0.25;

export interface Stream {
  readonly id: number;
  readonly channel: string;
  epoch: string;
  top: number;
  floor: number;
  kept: number;
  fanned: number;
  movedTo: string | null;
  lastMs: number;
}

export interface Page {
  readonly position: Position;
  /** Whether all that was published after the position asked for is in `publications`. */
  readonly complete: boolean;
  readonly publications: readonly Publication[];
}

export interface Appended {
  readonly publication: Publication;
  readonly duplicate: boolean;
}

export interface StreamsDeps {
  readonly sql: SqlStorage;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Never the same twice. */
  readonly newEpoch: () => string;
}

export class Streams {
  readonly #deps: StreamsDeps;
  readonly #sql: SqlStorage;
  readonly #cached = new Map<string, Stream>();

  constructor(deps: StreamsDeps) {
    this.#deps = deps;
    this.#sql = deps.sql;
    this.#sql.exec(`
      CREATE TABLE IF NOT EXISTS stream(id INTEGER PRIMARY KEY, channel TEXT NOT NULL UNIQUE, epoch TEXT NOT NULL, top INTEGER NOT NULL,
        floor INTEGER NOT NULL, fanned INTEGER NOT NULL, moved_to TEXT);
      CREATE TABLE IF NOT EXISTS publication(stream INTEGER NOT NULL, offset INTEGER NOT NULL, at_ms INTEGER NOT NULL, expires_ms INTEGER,
        data NOT NULL, op INTEGER NOT NULL, extra TEXT, PRIMARY KEY(stream, offset)) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS idempotency(stream INTEGER NOT NULL, key TEXT NOT NULL, offset INTEGER NOT NULL, until_ms INTEGER NOT NULL,
        PRIMARY KEY(stream, key)) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS member(stream INTEGER NOT NULL, shard TEXT NOT NULL, PRIMARY KEY(stream, shard)) WITHOUT ROWID;
    `);
  }

  /** Undefined where it was never made here. One that moved away is found, with `movedTo`. */
  find(channel: string): Stream | undefined {
    const cached = this.#cached.get(channel);
    if (cached !== undefined) return cached;
    const [row] = this.#sql.exec<Row>("SELECT * FROM stream WHERE channel = ?", channel).toArray();
    return row && this.#cache(this.#streamOf(row));
  }

  byId(id: number): Stream | undefined {
    const [row] = this.#sql.exec<Row>("SELECT * FROM stream WHERE id = ?", id).toArray();
    return row && (this.#cached.get(row.channel as string) ?? this.#cache(this.#streamOf(row)));
  }

  create(channel: string, given: Partial<Pick<Stream, "epoch" | "top" | "floor" | "fanned" | "movedTo">> = {}): Stream {
    const { epoch = this.#deps.newEpoch(), top = 0, floor = 0, fanned = 0, movedTo = null } = given;
    const row = this.#sql
      .exec<Row>(
        "INSERT INTO stream(channel, epoch, top, floor, fanned, moved_to) VALUES (?, ?, ?, ?, ?, ?) RETURNING *",
        channel,
        epoch,
        top,
        floor,
        fanned,
        movedTo,
      )
      .one();
    return this.#cache(this.#streamOf(row));
  }

  /**
   * On disk when the object's reply leaves it.
   * @throws Fault invalid_argument for what no channel takes; nothing is then written
   */
  append(stream: Stream, { message }: ChannelMessage, { historySize }: ChannelOptions): Appended {
    const nowMs = this.#deps.now();
    const { data, op = 0, expiresAtMs, tags, from, idempotencyKey: key } = message;
    const extra = checked(message, nowMs);
    const known = key === undefined ? undefined : this.#recalled(stream, key, nowMs);
    if (known !== undefined) {
      return { publication: { offset: known, data, op, publishedAtMs: nowMs }, duplicate: true };
    }
    const atMs = Math.max(nowMs, stream.lastMs);
    const isKept = historySize > 0 && message.transient !== true;
    const offset = isKept ? stream.top + 1 : 0;
    if (isKept) {
      this.#sql.exec(
        "INSERT INTO publication VALUES (?, ?, ?, ?, ?, ?, ?)",
        stream.id,
        offset,
        atMs,
        expiresAtMs ?? null,
        stored(data),
        op,
        extra ?? null,
      );
      stream.top = offset;
      stream.kept++;
      stream.lastMs = atMs;
      if (stream.kept > historySize + Math.ceil(historySize * SLACK_RATIO))
        this.#removeUpTo(stream, offset - historySize);
    }
    if (key !== undefined) {
      this.#sql.exec(
        "INSERT OR REPLACE INTO idempotency VALUES (?, ?, ?, ?)",
        stream.id,
        key,
        offset,
        nowMs + IDEMPOTENCY_MS,
      );
    }
    return {
      publication: { offset, data, op, publishedAtMs: atMs, ...optional(expiresAtMs, tags, from) },
      duplicate: false,
    };
  }

  /** All after `since`, or the explicit word that this is not to be had. */
  recover(stream: Stream, since: Position, options: ChannelOptions): Page {
    this.#prune(stream, options);
    const position = positionOf(stream);
    const isOfThis = since.epoch === stream.epoch || (since.epoch === "" && stream.epoch !== "");
    const floor = Math.max(stream.floor, stream.top - options.historySize);
    if (!isOfThis || since.offset < floor || since.offset > stream.top)
      return { position, complete: false, publications: [] };
    const publications = this.#rows(stream, since.offset, RECOVERY_PUBLICATIONS_MAX + 1);
    const isTooMuch =
      publications.length > RECOVERY_PUBLICATIONS_MAX ||
      publications.reduce((sum, { data }) => sum + data.length, 0) > RECOVERY_BYTES_MAX;
    return isTooMuch
      ? { position, complete: false, publications: [] }
      : { position, complete: true, publications: this.#alive(publications) };
  }

  /** What is to be delivered next, at most so many bytes of it; `complete` where nothing between is gone. */
  after(
    stream: Stream,
    offset: number,
    bytesMax: number,
  ): { readonly complete: boolean; readonly publications: Publication[] } {
    const publications: Publication[] = [];
    let bytes = 0;
    for (const publication of this.#rows(stream, offset, RECOVERY_PUBLICATIONS_MAX)) {
      bytes += publication.data.length;
      if (bytes > bytesMax && publications.length > 0) break;
      publications.push(publication);
    }
    return { complete: offset >= stream.floor, publications };
  }

  /** @throws Fault failed_precondition for a position of another epoch */
  history(
    stream: Stream,
    {
      limit,
      since,
      reverse = false,
    }: { readonly limit: number; readonly since?: Position; readonly reverse?: boolean },
    options: ChannelOptions,
  ): Page {
    this.#prune(stream, options);
    const position = positionOf(stream);
    if (since !== undefined && since.epoch !== "" && since.epoch !== stream.epoch) {
      throw new Fault("failed_precondition", "the position is of another epoch");
    }
    const floor = Math.max(stream.floor, stream.top - options.historySize);
    const capped = Math.min(limit, RECOVERY_PUBLICATIONS_MAX);
    if (capped === 0) return { position, complete: true, publications: [] };
    if (!reverse) {
      const from = since?.offset ?? floor;
      const publications = this.#alive(this.#rows(stream, Math.max(from, floor), capped));
      return { position, complete: from >= floor, publications };
    }
    const before = since?.offset ?? stream.top + 1;
    const rows = this.#sql
      .exec<Row>(
        "SELECT * FROM publication WHERE stream = ? AND offset < ? AND offset > ? ORDER BY offset DESC LIMIT ?",
        stream.id,
        before,
        floor,
        capped,
      )
      .toArray();
    return { position, complete: true, publications: this.#alive(rows.map(publicationOf)) };
  }

  clear(stream: Stream): void {
    if (stream.kept > 0) this.#removeUpTo(stream, stream.top);
  }

  fannedOut(stream: Stream, offset: number): void {
    if (stream.fanned >= offset) return;
    stream.fanned = offset;
    this.#save(stream);
  }

  members(stream: Stream): string[] {
    return this.#sql
      .exec<{ shard: string }>("SELECT shard FROM member WHERE stream = ? ORDER BY shard", stream.id)
      .toArray()
      .map(({ shard }) => shard);
  }

  addMember(stream: Stream, shard: string): void {
    this.#sql.exec("INSERT OR IGNORE INTO member VALUES (?, ?)", stream.id, shard);
  }

  removeMember(stream: Stream, shard: string): void {
    this.#sql.exec("DELETE FROM member WHERE stream = ? AND shard = ?", stream.id, shard);
  }

  /** From now on this object answers for it no more, and keeps it until the other has it all. */
  moveTo(stream: Stream, object: string): void {
    stream.movedTo = object;
    this.#save(stream);
  }

  /** All of it is here. */
  arrived(stream: Stream): void {
    stream.movedTo = null;
    this.#save(stream);
  }

  /** What moved away and has arrived there. */
  forget(stream: Stream): void {
    for (const table of ["publication", "idempotency", "member"]) {
      this.#sql.exec(`DELETE FROM ${table} WHERE stream = ?`, stream.id);
    }
    stream.kept = 0;
    this.#save(stream);
  }

  /** Publications as they were elsewhere. */
  import(stream: Stream, publications: readonly Publication[]): void {
    for (const { offset, data, op, publishedAtMs, expiresAtMs, tags, from } of publications) {
      this.#sql.exec(
        "INSERT OR REPLACE INTO publication VALUES (?, ?, ?, ?, ?, ?, ?)",
        stream.id,
        offset,
        publishedAtMs,
        expiresAtMs ?? null,
        stored(data),
        op,
        extraOf(tags, from) ?? null,
      );
      stream.lastMs = Math.max(stream.lastMs, publishedAtMs);
    }
    stream.kept = this.#count(stream);
    this.#save(stream);
  }

  idempotencyOf(stream: Stream): { key: string; offset: number; until_ms: number }[] {
    return this.#sql
      .exec<{ key: string; offset: number; until_ms: number }>(
        "SELECT key, offset, until_ms FROM idempotency WHERE stream = ? AND until_ms > ?",
        stream.id,
        this.#deps.now(),
      )
      .toArray();
  }

  importIdempotency(stream: Stream, keys: readonly { key: string; offset: number; until_ms: number }[]): void {
    for (const { key, offset, until_ms } of keys) {
      this.#sql.exec("INSERT OR REPLACE INTO idempotency VALUES (?, ?, ?, ?)", stream.id, key, offset, until_ms);
    }
  }

  /**
   * Removes what is too old or too much, of some streams at a time.
   * @param afterId where the last call ended
   * @returns where the next is to go on; undefined after the last
   */
  sweep(
    afterId: number,
    countMax: number,
    optionsOf: (channel: string) => ChannelOptions | undefined,
  ): number | undefined {
    if (afterId === 0) this.#sql.exec("DELETE FROM idempotency WHERE until_ms <= ?", this.#deps.now());
    const rows = this.#sql
      .exec<{ id: number }>("SELECT id FROM stream WHERE id > ? ORDER BY id LIMIT ?", afterId, countMax)
      .toArray();
    for (const { id } of rows) {
      const stream = this.byId(id);
      const options = stream && optionsOf(stream.channel);
      if (stream !== undefined && options !== undefined && stream.kept > 0) this.#prune(stream, options);
    }
    return rows.length < countMax ? undefined : rows.at(-1)?.id;
  }

  /** Whether anything is kept that will be too old some day. */
  keepsAny(): boolean {
    return (
      this.#sql.exec("SELECT 1 FROM publication LIMIT 1").toArray().length > 0 ||
      this.#sql.exec("SELECT 1 FROM idempotency LIMIT 1").toArray().length > 0
    );
  }

  #prune(stream: Stream, { historyTtlSeconds }: ChannelOptions): void {
    if (stream.kept === 0) return;
    const cutoffMs = this.#deps.now() - historyTtlSeconds * 1_000;
    const { offset } = this.#sql
      .exec<{ offset: number | null }>(
        "SELECT MAX(offset) AS offset FROM publication WHERE stream = ? AND at_ms <= ?",
        stream.id,
        cutoffMs,
      )
      .one();
    if (offset !== null) this.#removeUpTo(stream, offset);
  }

  #removeUpTo(stream: Stream, offset: number): void {
    this.#sql.exec("DELETE FROM publication WHERE stream = ? AND offset <= ?", stream.id, offset);
    stream.kept = this.#count(stream);
    stream.floor = Math.max(stream.floor, offset);
    this.#save(stream);
  }

  #count(stream: Stream): number {
    return this.#sql.exec<{ n: number }>("SELECT COUNT(*) AS n FROM publication WHERE stream = ?", stream.id).one().n;
  }

  #rows(stream: Stream, afterOffset: number, limit: number): Publication[] {
    return this.#sql
      .exec<Row>(
        "SELECT * FROM publication WHERE stream = ? AND offset > ? ORDER BY offset LIMIT ?",
        stream.id,
        afterOffset,
        limit,
      )
      .toArray()
      .map(publicationOf);
  }

  #alive(publications: readonly Publication[]): Publication[] {
    const nowMs = this.#deps.now();
    return publications.filter(({ expiresAtMs }) => expiresAtMs === undefined || expiresAtMs > nowMs);
  }

  #recalled(stream: Stream, key: string, nowMs: number): number | undefined {
    return this.#sql
      .exec<{ offset: number }>(
        "SELECT offset FROM idempotency WHERE stream = ? AND key = ? AND until_ms > ?",
        stream.id,
        key,
        nowMs,
      )
      .toArray()[0]?.offset;
  }

  #save({ id, epoch, top, floor, fanned, movedTo }: Stream): void {
    this.#sql.exec(
      "UPDATE stream SET epoch = ?, top = ?, floor = ?, fanned = ?, moved_to = ? WHERE id = ?",
      epoch,
      top,
      floor,
      fanned,
      movedTo,
      id,
    );
  }

  #streamOf(row: Row): Stream {
    const { kept, top, lastMs } = this.#sql
      .exec<{ kept: number; top: number | null; lastMs: number | null }>(
        "SELECT COUNT(*) AS kept, MAX(offset) AS top, MAX(at_ms) AS lastMs FROM publication WHERE stream = ?",
        row.id,
      )
      .one();
    return {
      id: row.id as number,
      channel: row.channel as string,
      epoch: row.epoch as string,
      top: Math.max(row.top as number, top ?? 0),
      floor: row.floor as number,
      kept,
      fanned: row.fanned as number,
      movedTo: row.moved_to as string | null,
      lastMs: lastMs ?? 0,
    };
  }

  #cache(stream: Stream): Stream {
    if (this.#cached.size >= CACHED_MAX) {
      const oldest = this.#cached.keys().next().value;
      if (oldest !== undefined) this.#cached.delete(oldest);
    }
    this.#cached.set(stream.channel, stream);
    return stream;
  }
}

export function positionOf({ epoch, top }: Stream): Position {
  return { epoch, offset: top };
}
