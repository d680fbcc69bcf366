/**
 * Streams on disk: what was published in each channel that an object keeps, with offsets, bounds, and who has members of it.
 *
 * Storage:
 *   stream(id, channel, epoch, top, floor, fanned, moved_to)   top: the last offset, where none after it is kept; floor: all up to
 *                                                              it was removed; fanned: all up to it reached its members;
 *                                                              moved_to: another object has it
 *   and the tables of publications.ts, or publication-log.ts, of idempotency.ts, versions.ts and members.ts
 * Invariants:
 * - Offsets of an epoch rise by one and are never used again; `at_ms` never falls with them, whatever the clock does.
 * - A reader at (epoch, offset) can be given all it missed if and only if floor ≤ offset ≤ top. What expired is not missed.
 * - What is kept are the offsets from floor + 1 to top, without a hole.
 * - A publication is one row written in its turn, however much is stored: what else is known of its stream follows from its rows.
 * - All writes of one call are one commit: nothing here waits.
 * - A stream is on disk when it holds something: a member, a publication, a key. Until then its epoch is in memory, and another after that is lost.
 * @module
 */
import { Fault } from "../../proto/fault.ts";
import type { ChannelMessage, Position, Publication, Version } from "../../proto/push/model.ts";
import { IDEMPOTENCY_MS } from "../../proto/push/push.ts";
import type { ChannelOptions } from "../../proto/push/settings.ts";
import { Idempotency, type IdempotencyRow } from "./idempotency.ts";
import { MEMBERS_OF_STREAM, Members, membersOf, NO_MEMBERS } from "./members.ts";
import type { HistoryQuery } from "./protocol.ts";
import { check, optional, type Row } from "./publication-rows.ts";
import type { Publications } from "./publications.ts";
import { Recent } from "./recent.ts";
import { insertStream, makeStreamTable, updateStream } from "./stream-rows.ts";
import { hasTable } from "./tables.ts";
import { Versions } from "./versions.ts";

/** What one recovery may bring. A reader that missed more reads history by pages: a frame of all would hold up everybody else. */
export const RECOVERY_PUBLICATIONS_MAX = 1_000;
export const RECOVERY_BYTES_MAX = 1_048_576;
const STREAM = `SELECT *, ${MEMBERS_OF_STREAM} AS members FROM stream`;
/** Of streams whose row is kept in memory: 130 000 with names as they are mostly, so that a publication for one of 100 000 users reads nothing. */
const CACHED_BYTES_MAX = 20_971_520;
/** A stream's, beside its name: its object, its epoch, and its place in the map. */
const STREAM_BYTES = 136;
/** Rows beyond the bound that may pile up before they are removed together: a removal costs as much as a publication. */
const SLACK_RATIO = 0.25;

/** Of a stream that is not on disk. */
export const UNKEPT = 0;

export interface Stream {
  id: number;
  readonly channel: string;
  epoch: string;
  top: number;
  floor: number;
  fanned: number;
  movedTo: string | null;
  lastMs: number;
  /** Shards with subscribers. */
  members: readonly string[];
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
  readonly publications: Publications;
  /** Never the same twice. */
  readonly newEpoch: () => string;
  /** Of an object that may hold nothing; it then has no tables either. */
  readonly giveBack?: () => void;
}

export class Streams {
  readonly #deps: StreamsDeps;
  readonly #sql: SqlStorage;
  readonly #publications: Publications;
  readonly #idempotency: Idempotency;
  readonly #members: Members;
  readonly #versions: Versions;
  readonly #cached = new Recent<string, Stream>(CACHED_BYTES_MAX, ({ channel }) => STREAM_BYTES + channel.length);
  #isMade = false;

  constructor(deps: StreamsDeps) {
    this.#deps = deps;
    this.#sql = deps.sql;
    this.#publications = deps.publications;
    this.#idempotency = new Idempotency(deps.sql);
    this.#members = new Members(deps.sql);
    this.#versions = new Versions(deps.sql);
    if (deps.giveBack === undefined || hasTable(deps.sql, "stream")) this.#make();
  }

  /** Undefined where it was never made here. One that moved away is found, with `movedTo`. */
  find(channel: string): Stream | undefined {
    const cached = this.#cached.get(channel);
    if (cached !== undefined || !this.#isMade) return cached;
    const [row] = this.#sql.exec<Row>(`${STREAM} WHERE channel = ?`, channel).toArray();
    return row && this.#cache(this.#streamOf(row));
  }

  byId(id: number): Stream | undefined {
    if (!this.#isMade) return undefined;
    const [row] = this.#sql.exec<Row>(`${STREAM} WHERE id = ?`, id).toArray();
    return row && (this.#cached.get(row.channel as string) ?? this.#cache(this.#streamOf(row)));
  }

  create(channel: string, given: Partial<Pick<Stream, "epoch" | "top" | "floor" | "fanned" | "movedTo">> = {}): Stream {
    const { epoch = this.#deps.newEpoch(), top = 0, floor = 0, fanned = 0, movedTo = null } = given;
    const extent = { id: UNKEPT, channel, epoch, top, floor, fanned, movedTo };
    const stream = this.#cache({ ...extent, lastMs: 0, members: NO_MEMBERS });
    if (movedTo !== null) this.#keep(stream);
    return stream;
  }

  /** The stream of an object that has one; undefined where nothing is on disk. */
  only(): Stream | undefined {
    const [row] = this.#isMade ? this.#sql.exec<{ id: number }>("SELECT id FROM stream LIMIT 1").toArray() : [];
    return row && this.byId(row.id);
  }

  /**
   * On disk when the object's reply leaves it.
   * @throws Fault invalid_argument for what no channel takes; nothing is then written
   */
  append(stream: Stream, { message }: ChannelMessage, { historySize }: ChannelOptions): Appended {
    const nowMs = this.#deps.now();
    const { data, op = 0, expiresAtMs, tags, from, idempotencyKey: key, version } = message;
    check(message, nowMs);
    const isNew = key === undefined || stream.id === UNKEPT;
    const known = isNew ? undefined : this.#idempotency.offsetOf(stream.id, key, nowMs);
    if (known !== undefined) {
      return { publication: { offset: known, data, op, publishedAtMs: nowMs }, duplicate: true };
    }
    const isKept = historySize > 0 && message.transient !== true;
    if (isKept || key !== undefined) this.#keep(stream);
    if (isKept && version !== undefined) {
      if (this.#versions.isOld(stream.id, version))
        return { publication: { offset: stream.top, data, op, publishedAtMs: nowMs }, duplicate: true };
      this.#versions.put(stream.id, version);
    }
    const publication = {
      offset: isKept ? stream.top + 1 : 0,
      data,
      op,
      publishedAtMs: Math.max(nowMs, stream.lastMs),
      ...optional(expiresAtMs, tags, from),
    };
    const { offset } = publication;
    if (isKept) {
      this.#publications.put(stream, publication);
      stream.top = offset;
      stream.lastMs = publication.publishedAtMs;
      if (keptOf(stream) > historySize + Math.ceil(historySize * SLACK_RATIO))
        this.#removeUpTo(stream, offset - historySize);
    }
    if (key !== undefined) this.#idempotency.put(stream.id, { key, offset, until_ms: nowMs + IDEMPOTENCY_MS });
    return { publication, duplicate: false };
  }

  /** All after `since`, or the explicit word that this is not to be had. */
  recover(stream: Stream, since: Position, options: ChannelOptions): Page {
    this.#prune(stream, options);
    const position = positionOf(stream);
    const isOfThis = since.epoch === stream.epoch || (since.epoch === "" && stream.epoch !== "");
    const floor = Math.max(stream.floor, stream.top - options.historySize);
    if (!isOfThis || since.offset < floor || since.offset > stream.top)
      return { position, complete: false, publications: [] };
    if (keptOf(stream) === 0) return { position, complete: true, publications: [] };
    const publications = this.#publications.after(stream, since.offset, RECOVERY_PUBLICATIONS_MAX + 1);
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
    if (keptOf(stream) === 0) return { complete: offset >= stream.floor, publications };
    let bytes = 0;
    for (const publication of this.#publications.after(stream, offset, RECOVERY_PUBLICATIONS_MAX)) {
      bytes += publication.data.length;
      if (bytes > bytesMax && publications.length > 0) break;
      publications.push(publication);
    }
    return { complete: offset >= stream.floor, publications };
  }

  /** @throws Fault failed_precondition for a position of another epoch */
  history(stream: Stream, { limit, since, reverse = false }: HistoryQuery, options: ChannelOptions): Page {
    this.#prune(stream, options);
    const position = positionOf(stream);
    if (since !== undefined && since.epoch !== "" && since.epoch !== stream.epoch) {
      throw new Fault("failed_precondition", "the position is of another epoch");
    }
    const floor = Math.max(stream.floor, stream.top - options.historySize);
    const capped = Math.min(limit, RECOVERY_PUBLICATIONS_MAX);
    if (capped === 0) return { position, complete: true, publications: [] };
    if (keptOf(stream) === 0)
      return { position, complete: reverse || (since?.offset ?? floor) >= floor, publications: [] };
    const nowMs = this.#deps.now();
    if (reverse) {
      const before = since?.offset ?? stream.top + 1;
      const publications = this.#publications.aliveBefore(stream, before, floor, capped, nowMs);
      return { position, complete: true, publications };
    }
    const from = since?.offset ?? floor;
    const publications = this.#publications.aliveAfter(stream, Math.max(from, floor), capped, nowMs);
    return { position, complete: from >= floor, publications };
  }

  clear(stream: Stream): void {
    if (keptOf(stream) > 0) this.#removeUpTo(stream, stream.top);
  }

  fannedOut(stream: Stream, offset: number): void {
    if (stream.fanned >= offset) return;
    stream.fanned = offset;
    this.#save(stream);
  }

  addMember(stream: Stream, shard: string): void {
    if (stream.members.includes(shard)) return;
    this.#keep(stream);
    this.#members.add(stream.id, shard);
    stream.members = [...stream.members, shard];
  }

  removeMember(stream: Stream, shard: string): void {
    this.#members.remove(stream.id, shard);
    stream.members = stream.members.filter((each) => each !== shard);
  }

  /** From now on this object answers for it no more, and keeps it until the other has it all. */
  moveTo(stream: Stream, object: string): void {
    stream.movedTo = object;
    this.#keep(stream);
    this.#save(stream);
  }

  /** All of it is here. */
  arrived(stream: Stream): void {
    stream.movedTo = null;
    this.#save(stream);
  }

  /** What moved away and has arrived there. */
  forget(stream: Stream): void {
    this.#publications.removeAll(stream);
    for (const table of [this.#idempotency, this.#versions, this.#members]) table.removeAll(stream.id);
    stream.members = NO_MEMBERS;
    stream.floor = stream.top;
    this.#save(stream);
  }

  /** Publications as they were elsewhere. */
  import(stream: Stream, publications: readonly Publication[]): void {
    for (const publication of publications) {
      this.#publications.import(stream, publication);
      stream.lastMs = Math.max(stream.lastMs, publication.publishedAtMs);
    }
  }

  idempotencyOf(stream: Stream): IdempotencyRow[] {
    return this.#idempotency.ofStream(stream.id, this.#deps.now());
  }

  importIdempotency(stream: Stream, keys: readonly IdempotencyRow[]): void {
    for (const row of keys) this.#idempotency.put(stream.id, row);
  }

  versionOf(stream: Stream): Version | undefined {
    return this.#versions.of(stream.id);
  }

  importVersion(stream: Stream, version: Version | undefined): void {
    if (version !== undefined) this.#versions.put(stream.id, version);
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
    if (!this.#isMade) return undefined;
    if (afterId === 0) this.#idempotency.removeExpired(this.#deps.now());
    const rows = this.#sql.exec<Row>(`${STREAM} WHERE id > ? ORDER BY id LIMIT ?`, afterId, countMax).toArray();
    for (const row of rows) {
      const channel = row.channel as string;
      const options = optionsOf(channel);
      // Not to be kept in memory: that would drive out those who are asked for.
      if (options !== undefined) this.#prune(this.#cached.get(channel) ?? this.#streamOf(row), options);
    }
    this.#publications.tidy();
    return rows.length < countMax ? undefined : (rows.at(-1)?.id as number);
  }

  /** Whether anything is kept that will be too old some day. */
  keepsAny(): boolean {
    return this.#isMade && (this.#publications.any() || this.#idempotency.any());
  }

  /** Of an object that keeps one: whether all that it says is where it stands. */
  isBare(stream: Stream, options: ChannelOptions): boolean {
    this.#idempotency.removeExpired(this.#deps.now());
    this.#prune(stream, options);
    const nobody = stream.members.length === 0 && stream.movedTo === null;
    return nobody && !this.keepsAny() && this.#versions.of(stream.id) === undefined;
  }

  #make(): void {
    if (this.#isMade) return;
    makeStreamTable(this.#sql);
    for (const tables of [this.#publications, this.#idempotency, this.#members, this.#versions]) tables.make();
    this.#isMade = true;
  }

  #keep(stream: Stream): void {
    if (stream.id !== UNKEPT) return;
    this.#make();
    stream.id = insertStream(this.#sql, stream);
  }

  #prune(stream: Stream, { historyTtlSeconds }: ChannelOptions): void {
    if (keptOf(stream) === 0) return;
    const offset = this.#publications.lastUntil(stream, this.#deps.now() - historyTtlSeconds * 1_000);
    if (offset !== undefined) this.#removeUpTo(stream, offset);
  }

  #removeUpTo(stream: Stream, offset: number): void {
    this.#publications.removeUpTo(stream, offset);
    stream.floor = Math.max(stream.floor, offset);
    this.#save(stream);
  }

  #alive(publications: readonly Publication[]): Publication[] {
    const nowMs = this.#deps.now();
    return publications.filter(({ expiresAtMs }) => expiresAtMs === undefined || expiresAtMs > nowMs);
  }

  #save(stream: Stream): void {
    updateStream(this.#sql, stream.id, stream);
  }

  #streamOf(row: Row): Stream {
    const extent = { id: row.id as number, top: row.top as number, floor: row.floor as number };
    const last = this.#publications.last(extent);
    return {
      ...extent,
      channel: row.channel as string,
      epoch: row.epoch as string,
      top: Math.max(extent.top, last?.offset ?? 0),
      fanned: row.fanned as number,
      movedTo: row.moved_to as string | null,
      lastMs: last?.atMs ?? 0,
      members: membersOf(row.members as string),
    };
  }

  #cache(stream: Stream): Stream {
    this.#cached.set(stream.channel, stream);
    return stream;
  }
}

/** How many publications. */
function keptOf({ top, floor }: Stream): number {
  return top - floor;
}

export function positionOf({ epoch, top }: Stream): Position {
  return { epoch, offset: top };
}
