/**
 * From a channel to the shards that have subscribers of it.
 *
 * - The first publication goes at once. What comes while it is under way, or within the merging time after it, goes together.
 * - Each target has one delivery under way at a time, so a slow one gets larger runs and holds up nobody else.
 * - A target that fails is tried again, from where it stands, until it takes the run or says that it has no subscribers.
 * - With more than {@link BRANCH_SIZE} members, shards are put together in branches, each served by a relay.
 *
 * Nothing here is stored: what is lost with the memory is found again by `fanned` of the stream (streams.ts), and shards drop what they have.
 * @module
 */
import type { Publication } from "../../proto/push/model.ts";
import { shardIndex } from "../../proto/push/push.ts";
import type { Delivery, DeliveryReport, Move } from "./delivery.ts";

/** What an object may be asked to do in one go: the platform's limit on calls at a time is several times this. */
export const BRANCH_SIZE = 64;
/** The named bound: nobody waits longer for the sake of merging. */
export const MERGE_MS_MAX = 50;
/** What a socket write costs a shard; a round is not started sooner than the one before can be done. */
const MERGE_MS_PER_CONNECTION = 0.02;
const DELIVERY_BYTES_MAX = 262_144;
/** Of what targets have not taken yet. Who lags further reads from disk. */
const LOG_BYTES_MAX = 4_194_304;
/** Structure around a publication on its way. */
const ITEM_BYTES = 64;
const DELIVER_MS_MAX = 10_000;
const RETRY_MS = 100;
const RETRY_MS_MAX = 30_000;

interface Item {
  /** 0 for what has no offset. */
  readonly offset: number;
  readonly bytes: number;
  readonly publication?: Publication;
  readonly move?: Move;
}

interface Target {
  /** Undefined for one shard alone. */
  readonly branch: string | undefined;
  readonly shards: Set<string>;
  /** It has all up to this offset. */
  sent: number;
  /** Of the next item of the log, counted from the first that there ever was. */
  next: number;
  busy: boolean;
  timer: (() => void) | undefined;
  startedMs: number;
  failures: number;
  connections: number;
}

interface Attempt {
  readonly shards: readonly string[];
  readonly delivery: Delivery;
  /** The target's next, once it has the delivery. */
  readonly next: number;
  readonly clock: number;
  readonly report: DeliveryReport;
}

export interface FanOutDeps {
  readonly channel: string;
  readonly now: () => number;
  /** In [0, 1). */
  readonly random: () => number;
  /** @returns how to call it off */
  readonly later: (ms: number, work: () => void) => () => void;
  /** The same for what hardly ever happens, and may be a little late. */
  readonly deadline: (ms: number, work: () => void) => () => void;
  readonly epoch: () => string;
  readonly top: () => number;
  readonly read: (
    after: number,
    bytesMax: number,
  ) => { readonly complete: boolean; readonly publications: Publication[] };
  /** @param branch the relay's, undefined for one shard; what is not a promise was delivered in this object, and needs no merging */
  readonly deliver: (
    branch: string | undefined,
    shards: readonly string[],
    delivery: Delivery,
  ) => DeliveryReport | PromiseLike<DeliveryReport>;
  readonly isLocal: (shard: string) => boolean;
  /** The shard has no subscribers. */
  readonly gone: (shard: string) => void;
  readonly warn: (message: string, cause: unknown) => void;
}

export class FanOut {
  readonly #deps: FanOutDeps;
  readonly #targets = new Map<string, Target>();
  readonly #log: Item[] = [];
  #logFirst = 0;
  #logBytes = 0;
  /** Every publication with an offset after this one is in the log. */
  #logAfter: number;
  #members = 0;
  /** Counts joins, so that a shard which had no subscribers when it was asked, and has joined since, stays. */
  #clock = 0;
  readonly #joined = new Map<string, number>();

  /** @param sent all members have what is up to it */
  constructor(deps: FanOutDeps, members: readonly string[], sent: number) {
    this.#deps = deps;
    this.#logAfter = deps.top();
    for (const shard of members) this.#place(shard, deps.isLocal(shard) ? deps.top() : sent);
  }

  get members(): number {
    return this.#members;
  }

  get connections(): number {
    let sum = 0;
    for (const { connections } of this.#targets.values()) sum += connections;
    return sum;
  }

  /** Whether everybody has everything. */
  get isDone(): boolean {
    const [top, end] = [this.#deps.top(), this.#logFirst + this.#log.length];
    return [...this.#targets.values()].every(({ sent, next, busy }) => !busy && sent >= top && next >= end);
  }

  join(shard: string): void {
    this.#joined.set(shard, ++this.#clock);
    if (this.#targetOf(shard) === undefined) this.#place(shard, this.#deps.top());
  }

  #leave(shard: string): void {
    const entry = this.#targetOf(shard);
    if (entry === undefined) return;
    const [name, target] = entry;
    target.shards.delete(shard);
    this.#joined.delete(shard);
    this.#members--;
    if (target.shards.size > 0) return;
    target.timer?.();
    this.#targets.delete(name);
    this.#trim();
  }

  /** {@link pump} sends it. */
  add(item: { readonly publication: Publication } | { readonly move: Move }): void {
    const publication = "publication" in item ? item.publication : undefined;
    if (this.#members === 0) {
      this.#logAfter = Math.max(this.#logAfter, publication?.offset ?? 0);
      return;
    }
    const bytes = ITEM_BYTES + (publication?.data.length ?? 0);
    this.#log.push({ ...item, offset: publication?.offset ?? 0, bytes });
    this.#logBytes += bytes;
    while (this.#logBytes > LOG_BYTES_MAX) this.#drop();
  }

  pump(): void {
    if (this.#members > BRANCH_SIZE) this.#fold();
    for (const [name, target] of [...this.#targets]) this.#pump(name, target);
  }

  /** Asks those who have everything whether somebody hears it still. */
  probe(): void {
    for (const [name, target] of [...this.#targets]) {
      if (!target.busy && target.timer === undefined) this.#send(name, target);
    }
  }

  #pump(name: string, target: Target): void {
    if (target.busy || target.timer !== undefined || this.#targets.get(name) !== target) return;
    if (!this.#hasWork(target)) return;
    const isLocal = target.branch === undefined && [...target.shards].every(this.#deps.isLocal);
    const nowMs = this.#deps.now();
    // The clock may have gone back since, and nobody waits for it to come to where it was.
    target.startedMs = Math.min(target.startedMs, nowMs);
    const waitMs = isLocal ? 0 : target.startedMs + this.#mergeMs() - nowMs;
    if (waitMs > 0) this.#wait(name, target, waitMs);
    else this.#send(name, target);
  }

  #wait(name: string, target: Target, ms: number): void {
    target.timer = this.#deps.later(ms, () => {
      target.timer = undefined;
      this.#pump(name, target);
    });
  }

  #send(name: string, target: Target): void {
    const { next, delivery } = this.#collect(target);
    const shards = [...target.shards];
    target.busy = true;
    target.startedMs = this.#deps.now();
    const clock = this.#clock;
    const settle = (report: DeliveryReport) => this.#settle(name, target, { shards, delivery, next, clock, report });
    try {
      const answer = this.#deps.deliver(target.branch, shards, delivery);
      // The promise of a call to another object is none of the runtime's own class.
      if (!("then" in answer)) settle(answer);
      else {
        this.#inTime(answer).then(settle, (cause) => {
          this.#deps.warn(
            `${this.#deps.channel}: ${name} did not take ${delivery.publications.length} publications`,
            cause,
          );
          settle({ gone: [], failed: shards, connections: target.connections });
        });
      }
    } catch (cause) {
      this.#deps.warn(`${this.#deps.channel}: ${name} failed`, cause);
      settle({ gone: [], failed: shards, connections: 0 });
    }
  }

  #settle(name: string, target: Target, { shards, delivery, next, clock, report }: Attempt): void {
    target.busy = false;
    target.connections = report.connections;
    for (const shard of report.gone) {
      if (!target.shards.has(shard) || (this.#joined.get(shard) ?? 0) > clock) continue;
      this.#leave(shard);
      this.#deps.gone(shard);
    }
    const failed = report.failed.filter((shard) => target.shards.has(shard));
    if (failed.length > 0 && failed.length === shards.length) {
      target.failures++;
      if (this.#targets.get(name) === target) this.#wait(name, target, this.#retryMs(target.failures));
      return;
    }
    for (const shard of failed) {
      // It goes on alone from where it stands, so that the others need not wait for it.
      target.shards.delete(shard);
      const alone = this.#add(shard, undefined, [shard], target.sent, target.next);
      alone.failures = 1;
      this.#wait(shard, alone, this.#retryMs(1));
    }
    target.failures = 0;
    target.sent = Math.max(target.sent, delivery.upTo);
    target.next = Math.max(target.next, next);
    this.#trim();
    this.#pump(name, target);
  }

  #collect(target: Target): { next: number; delivery: Delivery } {
    const { channel, epoch, read } = this.#deps;
    if (target.sent < this.#logAfter) {
      const { complete, publications } = read(target.sent, DELIVERY_BYTES_MAX);
      const first = publications[0]?.offset ?? this.#logAfter + 1;
      const after = complete && publications.length > 0 ? target.sent : first - 1;
      const upTo = publications.at(-1)?.offset ?? after;
      const behind = this.#log.findIndex(({ offset }) => offset > upTo);
      const next = this.#logFirst + (behind < 0 ? this.#log.length : behind);
      return { next, delivery: { channel, epoch: epoch(), after, upTo, publications, moves: [] } };
    }
    const publications: Publication[] = [];
    const moves: Move[] = [];
    let [bytes, upTo] = [0, target.sent];
    let next = Math.max(target.next, this.#logFirst);
    for (; next < this.#logFirst + this.#log.length; next++) {
      const item = this.#log[next - this.#logFirst] as Item;
      if (bytes > 0 && bytes + item.bytes > DELIVERY_BYTES_MAX) break;
      if (item.offset > 0 && item.offset <= target.sent) continue;
      bytes += item.bytes;
      if (item.publication !== undefined) publications.push(item.publication);
      if (item.move !== undefined) moves.push(item.move);
      upTo = Math.max(upTo, item.offset);
    }
    return { next, delivery: { channel, epoch: epoch(), after: target.sent, upTo, publications, moves } };
  }

  #hasWork({ sent, next }: Target): boolean {
    return sent < this.#deps.top() || next < this.#logFirst + this.#log.length;
  }

  #mergeMs(): number {
    return Math.min(MERGE_MS_MAX, this.connections * MERGE_MS_PER_CONNECTION);
  }

  #retryMs(failures: number): number {
    return this.#deps.random() * Math.min(RETRY_MS_MAX, RETRY_MS * 2 ** failures);
  }

  #inTime(answer: PromiseLike<DeliveryReport>): Promise<DeliveryReport> {
    return new Promise((resolve, reject) => {
      const cancel = this.#deps.deadline(DELIVER_MS_MAX, () =>
        reject(new Error(`no answer within ${DELIVER_MS_MAX} ms`)),
      );
      Promise.resolve(answer).then(resolve, reject).finally(cancel);
    });
  }

  #place(shard: string, sent: number): void {
    this.#members++;
    this.#add(shard, undefined, [shard], sent, this.#logFirst + this.#log.length);
  }

  #add(name: string, branch: string | undefined, shards: readonly string[], sent: number, next: number): Target {
    const target: Target = {
      branch,
      shards: new Set(shards),
      sent,
      next,
      busy: false,
      timer: undefined,
      startedMs: 0,
      failures: 0,
      connections: 0,
    };
    this.#targets.set(name, target);
    return target;
  }

  #targetOf(shard: string): [string, Target] | undefined {
    const alone = this.#targets.get(shard);
    if (alone !== undefined) return [shard, alone];
    for (const entry of this.#targets) if (entry[1].shards.has(shard)) return entry;
    return undefined;
  }

  /** Puts those who have everything into their branches. */
  #fold(): void {
    const [top, end] = [this.#deps.top(), this.#logFirst + this.#log.length];
    const isStill = ({ busy, timer, failures }: Target) => !busy && timer === undefined && failures === 0;
    for (const [shard, target] of [...this.#targets]) {
      if (target.branch !== undefined || !isStill(target) || this.#deps.isLocal(shard)) continue;
      const name = `branch/${Math.floor(shardIndex(shard) / BRANCH_SIZE)}`;
      const branch = this.#targets.get(name) ?? this.#add(name, name, [], target.sent, target.next);
      if (
        branch.sent !== target.sent ||
        branch.next !== target.next ||
        !isStill(branch) ||
        target.sent > top ||
        target.next > end
      )
        continue;
      branch.shards.add(shard);
      branch.connections += target.connections;
      this.#targets.delete(shard);
    }
    for (const [name, { shards }] of this.#targets) if (shards.size === 0) this.#targets.delete(name);
  }

  #trim(): void {
    let least = this.#logFirst + this.#log.length;
    for (const { next } of this.#targets.values()) least = Math.min(least, next);
    const count = least - this.#logFirst;
    for (const { offset, bytes } of this.#log.splice(0, Math.max(0, count))) {
      this.#logBytes -= bytes;
      this.#logFirst++;
      this.#logAfter = Math.max(this.#logAfter, offset);
    }
  }

  #drop(): void {
    const item = this.#log.shift();
    if (item === undefined) return;
    this.#logFirst++;
    this.#logBytes -= item.bytes;
    this.#logAfter = Math.max(this.#logAfter, item.offset);
  }
}
