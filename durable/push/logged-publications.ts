/**
 * Publications of an object with many streams: the last few of each stream in a log that all share (publication-log.ts), the others in their
 * places (publications.ts).
 *
 * Each in its place by itself would cost each message a page, 4 KiB written twice: those of a user lie together, and so those of a moment do not.
 * What is in the log is read one by one, so that it is few: then they go to their places together, which is a page or two for all of them.
 *
 * Invariants:
 * - Of a stream, what is in the log comes after all that is in its place. Together they are the offsets from floor + 1 to top.
 * - What `publication` has of old, from before there was a log, is in its place.
 * @module
 */
import type { Publication } from "../../proto/push/model.ts";
import { type LogLimits, PublicationLog } from "./publication-log.ts";
import { type Extent, type Publications, SortedPublications } from "./publications.ts";
import { Recent } from "./recent.ts";

export interface LoggedLimits extends LogLimits {
  /** Of one stream in the log. */
  readonly chainMax: number;
  /** A larger one is a page for itself wherever it lies. */
  readonly loggedBytesMax: number;
}

const LIMITS = { chainMax: 64, loggedBytesMax: 1_024 } as const;
/** Streams of which it is kept in memory what the log has: some 60 bytes each, and as many streams as streams.ts keeps. */
const CACHED_MAX = 131_072;

/** What the log has of a stream. */
interface Tail {
  /** The id of the last; 0 where it has nothing. */
  head: number;
  /** The offset of the first, or of the next publication where it has nothing. */
  first: number;
  /** When the first was published; undefined where that is not known. */
  firstMs: number | undefined;
}

export class LoggedPublications implements Publications {
  readonly #sorted: SortedPublications;
  readonly #log: PublicationLog;
  readonly #limits: Pick<LoggedLimits, "chainMax" | "loggedBytesMax">;
  readonly #tails = new Recent<number, Tail>(CACHED_MAX);

  constructor(sql: SqlStorage, limits: Partial<LoggedLimits> = {}) {
    this.#sorted = new SortedPublications(sql);
    this.#sorted.make();
    this.#log = new PublicationLog(sql, limits);
    this.#limits = { ...LIMITS, ...limits };
  }

  /** They are made with it: an object with many streams has some of them. */
  make(): void {}

  put(stream: Extent, publication: Publication): void {
    // First what may fail, and what forgets tails.
    this.#forget(this.#log.step());
    const { offset, publishedAtMs } = publication;
    const tail = this.#tail(stream);
    const isLogged = this.#isSmall(publication);
    if (!isLogged || offset - tail.first >= this.#limits.chainMax) this.#settle(tail, offset);
    if (!isLogged) {
      this.#sorted.put(stream, publication);
      tail.first = offset + 1;
      return;
    }
    const head = this.#log.append(stream.id, publication, tail.head);
    if (tail.head === 0) {
      tail.first = offset;
      tail.firstMs = publishedAtMs;
    }
    tail.head = head;
  }

  import(stream: Extent, publication: Publication): void {
    const tail = this.#tail(stream);
    this.#settle(tail, publication.offset);
    this.#sorted.put(stream, publication);
    tail.first = publication.offset + 1;
  }

  after(stream: Extent, offset: number, limit: number): Publication[] {
    const tail = this.#tail(stream);
    const sorted = offset < tail.first - 1 ? this.#sorted.after(stream, offset, limit) : [];
    return sorted.length === limit ? sorted : [...sorted, ...this.#chain(tail, offset).slice(0, limit - sorted.length)];
  }

  aliveAfter(stream: Extent, offset: number, limit: number, nowMs: number): Publication[] {
    const tail = this.#tail(stream);
    const sorted = offset < tail.first - 1 ? this.#sorted.aliveAfter(stream, offset, limit, nowMs) : [];
    if (sorted.length === limit) return sorted;
    const logged = this.#chain(tail, offset).filter(isAlive(nowMs));
    return [...sorted, ...logged.slice(0, limit - sorted.length)];
  }

  aliveBefore(stream: Extent, offset: number, floor: number, limit: number, nowMs: number): Publication[] {
    const tail = this.#tail(stream);
    const logged = (offset > tail.first ? this.#chain(tail, floor) : [])
      .filter((publication) => publication.offset < offset && isAlive(nowMs)(publication))
      .reverse()
      .slice(0, limit);
    if (logged.length === limit) return logged;
    return [...logged, ...this.#sorted.aliveBefore(stream, offset, floor, limit - logged.length, nowMs)];
  }

  lastUntil(stream: Extent, atMs: number): number | undefined {
    const tail = this.#tail(stream);
    const isSorted = tail.first - 1 > stream.floor;
    const sorted = isSorted ? this.#sorted.lastUntil(stream, atMs) : undefined;
    if (tail.head === 0 || (isSorted && sorted !== tail.first - 1)) return sorted;
    tail.firstMs ??= this.#chain(tail, 0)[0]?.publishedAtMs;
    if (tail.firstMs === undefined || tail.firstMs > atMs) return sorted;
    return this.#chain(tail, 0).findLast(({ publishedAtMs }) => publishedAtMs <= atMs)?.offset;
  }

  removeUpTo(stream: Extent, offset: number): void {
    const tail = this.#tail(stream);
    if (tail.first - 1 > stream.floor) this.#sorted.removeUpTo(stream, offset);
    if (tail.head === 0 || offset < tail.first) return;
    this.#log.bury(offset - tail.first + 1);
    tail.first = offset + 1;
    tail.firstMs = undefined;
    if (offset >= stream.top) tail.head = 0;
  }

  removeAll(stream: Extent): void {
    this.removeUpTo(stream, stream.top);
    this.#sorted.removeAll(stream);
  }

  last(stream: Extent): { readonly offset: number; readonly atMs: number } | undefined {
    const head = this.#log.head(stream.id);
    const isNeeded = head !== undefined && head.offset > Math.max(stream.floor, head.sorted);
    const last = isNeeded ? head : this.#sorted.last(stream);
    const before = Math.max(stream.floor, (isNeeded ? head.sorted : last?.offset) ?? 0);
    this.#tails.set(stream.id, { head: isNeeded ? head.id : 0, first: before + 1, firstMs: undefined });
    return last;
  }

  any(): boolean {
    return this.#log.any() || this.#sorted.any();
  }

  tidy(): void {
    this.#forget(this.#log.tidy());
  }

  /** Rising, what the log has above the offset. */
  #chain({ head, first }: Tail, after: number): Publication[] {
    return head === 0 ? [] : this.#log.chain(head, Math.max(after, first - 1));
  }

  /** All in its place. @param next the offset that comes next */
  #settle(tail: Tail, next: number): void {
    if (tail.head === 0) return;
    this.#log.settle(tail.head, tail.first - 1);
    tail.head = 0;
    tail.first = next;
  }

  #tail(stream: Extent): Tail {
    const known = this.#tails.get(stream.id);
    if (known !== undefined) return known;
    this.last(stream);
    return this.#tails.get(stream.id) as Tail;
  }

  /** The log has less of them than is remembered. */
  #forget(streams: readonly number[]): void {
    for (const id of streams) this.#tails.delete(id);
  }

  #isSmall({ data, tags, from }: Publication): boolean {
    // Tags and sender are rare, and rarely long; without them nothing is rendered here.
    const extra = tags === undefined && from === undefined ? 0 : JSON.stringify({ tags, from }).length;
    return data.length + extra <= this.#limits.loggedBytesMax;
  }
}

function isAlive(nowMs: number) {
  return ({ expiresAtMs }: Publication) => expiresAtMs === undefined || expiresAtMs > nowMs;
}
