/**
 * An object that keeps streams: publishes into them, fans out to their members, and answers for what they have kept. A channel's object keeps
 * one, a shard those of its users.
 *
 * What is acknowledged is on disk, and an alarm is set with it that looks whether all members got it: fan-out survives the object.
 * @module
 */
import { Fault, toFault } from "../../proto/fault.ts";
import type { ChannelMessage, ClientInfo, Position, Publication, PublishOutcome } from "../../proto/push/model.ts";
import {
  type ChannelOptions,
  isYounger,
  type Moved,
  optionsOf,
  type PushSettings,
  userOf,
} from "../../proto/push/push.ts";
import type {
  ChannelCounts,
  Delivery,
  DeliveryReport,
  DirectQuery,
  HistoryPage,
  Joined,
  KickQuery,
  Move,
  RelayStub,
  ShardStub,
} from "./delivery.ts";
import { FanOut } from "./fan-out.ts";
import type { Missable } from "./offline.ts";
import type { HistoryQuery } from "./protocol.ts";
import type { Publications } from "./publications.ts";
import { sharedTimers } from "./shared-timers.ts";
import { positionOf, type Stream, Streams, UNKEPT } from "./streams.ts";
import { Vacancy } from "./vacancy.ts";

/** When the alarm looks whether all members have what was published. A burst has one. */
const FANNED_CHECK_MS = 5_000;
/** How often what is too old is removed from disk. Readers never see it. */
const SWEEP_MS = 600_000;
const SWEEP_STREAMS_MAX = 2_000;
/** Counts are pulled, and one pull serves all who ask within this. */
export const COUNT_AGE_MS = 1_000;
/** Shards asked at a time, so that a count of a large channel is no storm. */
const ASKED_MAX = 64;
const PRESENCE_MAX = 10_000;
/** Fan-outs in memory; each is small and made again from disk. */
const FAN_OUTS_MAX = 10_000;

export interface HostDeps {
  readonly sql: SqlStorage;
  readonly publications: Publications;
  readonly now: () => number;
  readonly random: () => number;
  readonly newEpoch: () => string;
  readonly later: (ms: number, work: () => void) => () => void;
  readonly settings: PushSettings;
  readonly shard: (name: string) => ShardStub;
  readonly relay: (name: string) => RelayStub;
  /** The shard that this object is, and what it does with a delivery for itself. */
  readonly local?: { readonly shard: string; readonly stub: LocalShard };
  /** Wakes the object not later than then. */
  readonly arm: (purpose: string, atMs: number) => void;
  readonly warn: (message: string, cause: unknown) => void;
  /** Told of what was published with a notification into a user's stream. */
  readonly missable?: (message: Missable) => void;
  /** Of an object that keeps one stream: see vacancy.ts. */
  readonly giveBack?: () => void;
}

export interface LocalShard {
  deliver(delivery: Delivery): DeliveryReport | Promise<DeliveryReport>;
  localPresence(channel: string, limit: number): readonly ClientInfo[];
  localCounts(channel: string): ChannelCounts;
  localReaders(channel: string, sinceMs: number): Promise<number>;
  localKick(channel: string, query: KickQuery): Promise<number>;
  localDirect(channel: string, query: DirectQuery): Promise<number>;
}

export class StreamHost {
  readonly streams: Streams;
  readonly #deps: HostDeps;
  /** A message to many shards has a deadline for each of them. */
  readonly #deadline: HostDeps["later"];
  readonly #vacancy: Vacancy | undefined;
  readonly #fanOuts = new Map<string, FanOut>();
  readonly #counts = new Map<string, { readonly atMs: number; readonly counts: Promise<ChannelCounts> }>();

  constructor(deps: HostDeps) {
    this.#deps = deps;
    this.#deadline = sharedTimers(deps.later, deps.now);
    this.streams = new Streams(deps);
    const { arm, now, giveBack } = deps;
    const options = (channel: string) => optionsOf(channel, deps.settings)?.options;
    const fanOut = (stream: Stream) => this.#fanOut(stream);
    this.#vacancy = giveBack && new Vacancy({ streams: this.streams, fanOut, options, arm, now, giveBack });
  }

  /** One commit for all. Never throws for a message: each has an outcome of its own. */
  publish(items: readonly ChannelMessage[]): (PublishOutcome | Moved)[] {
    const touched = new Map<string, FanOut>();
    const outcomes = items.map((item): PublishOutcome | Moved => {
      try {
        return this.#publish(item, touched);
      } catch (thrown) {
        const { code, message, cause } = toFault(thrown);
        if (code === "internal") this.#deps.warn(`publishing to ${item.channel} failed`, cause);
        return { refused: { code, message } };
      }
    });
    for (const [channel, fanOut] of touched) this.#pump(channel, fanOut);
    return outcomes;
  }

  join(channel: string, shard: string, since: Position | undefined): Joined | Moved {
    const stream = this.#stream(channel);
    if (stream.movedTo !== null) return { movedTo: stream.movedTo };
    const fanOut = this.#fanOut(stream);
    // So that after a restart it is not given again what it never lacked.
    if (fanOut.isDone) this.streams.fannedOut(stream, stream.top);
    const isNew = stream.id === UNKEPT;
    this.streams.addMember(stream, shard);
    this.#vacancy?.joined();
    fanOut.join(shard);
    if (since === undefined) return { position: positionOf(stream), recovered: false, publications: [], isNew };
    const { position, complete, publications } = this.streams.recover(stream, since, this.options(channel));
    return { position, recovered: complete, publications, isNew };
  }

  recover(channel: string, since: Position): HistoryPage | Moved {
    const stream = this.#stream(channel);
    if (stream.movedTo !== null) return { movedTo: stream.movedTo };
    return this.streams.recover(stream, since, this.options(channel));
  }

  history(channel: string, query: HistoryQuery): HistoryPage | Moved {
    const stream = this.#stream(channel);
    if (stream.movedTo !== null) return { movedTo: stream.movedTo };
    return this.streams.history(stream, query, this.options(channel));
  }

  clear(channel: string): Position | Moved {
    const stream = this.#stream(channel);
    if (stream.movedTo !== null) return { movedTo: stream.movedTo };
    this.streams.clear(stream);
    return positionOf(stream);
  }

  move(channel: string, moves: readonly Move[]): Moved | null {
    const stream = this.#stream(channel);
    if (stream.movedTo !== null) return { movedTo: stream.movedTo };
    const fanOut = this.#fanOut(stream);
    for (const move of moves) fanOut.add({ move });
    this.#pump(channel, fanOut);
    return null;
  }

  /** @returns the member's position is behind where it is not this one */
  renew(channel: string, shard: string): Position | Moved {
    const joined = this.join(channel, shard, undefined);
    return "movedTo" in joined ? joined : joined.position;
  }

  async presence(channel: string, limit: number): Promise<readonly ClientInfo[] | Moved> {
    const stream = this.#stream(channel);
    if (stream.movedTo !== null) return { movedTo: stream.movedTo };
    const capped = Math.min(limit, PRESENCE_MAX);
    const lists = await this.#askMembers(stream, (shard) => shard.localPresence(channel, capped), []);
    return lists.flat().slice(0, capped);
  }

  async count(channel: string): Promise<ChannelCounts | Moved> {
    const stream = this.streams.find(channel);
    if (stream === undefined) return { connections: 0, users: 0 };
    if (stream.movedTo !== null) return { movedTo: stream.movedTo };
    const known = this.#counts.get(channel);
    const nowMs = this.#deps.now();
    if (known !== undefined && isYounger(known.atMs, COUNT_AGE_MS, nowMs)) return await known.counts;
    const none = { connections: 0, users: 0 };
    const counts = this.#askMembers(stream, (shard) => shard.localCounts(channel), none).then((all) => ({
      connections: all.reduce((sum, { connections }) => sum + connections, 0),
      // A user whose devices are on several shards counts on each of them.
      users: all.reduce((sum, { users }) => sum + users, 0),
    }));
    if (this.#counts.size >= FAN_OUTS_MAX) this.#counts.clear();
    this.#counts.set(channel, { atMs: nowMs, counts });
    return await counts;
  }

  async kick(channel: string, query: KickQuery): Promise<number | Moved> {
    const stream = this.streams.find(channel);
    if (stream === undefined) return 0;
    if (stream.movedTo !== null) return { movedTo: stream.movedTo };
    const closed = await this.#askMembers(stream, (shard) => shard.localKick(channel, query));
    return closed.reduce((sum, count) => sum + count, 0);
  }

  async direct(channel: string, query: DirectQuery): Promise<number | Moved> {
    const stream = this.streams.find(channel);
    if (stream === undefined) return 0;
    if (stream.movedTo !== null) return { movedTo: stream.movedTo };
    const done = await this.#askMembers(stream, (shard) => shard.localDirect(channel, query));
    return done.reduce((sum, count) => sum + count, 0);
  }

  /** How many connections on these shards that were there by then are alive. A shard that does not answer has none. */
  async readers(channel: string, sinceMs: number, shards: readonly string[]): Promise<number> {
    const counts = await this.#ask(channel, shards, (shard) => shard.localReaders(channel, sinceMs), 0);
    return counts.reduce((sum, count) => sum + count, 0);
  }

  /** Another object keeps the stream now, and serves its members. */
  release(channel: string): void {
    this.#fanOuts.delete(channel);
    this.#counts.delete(channel);
  }

  /** @throws Fault not_found where the namespace is none that is set up */
  options(channel: string): ChannelOptions {
    const found = optionsOf(channel, this.#deps.settings);
    if (found === undefined) throw new Fault("not_found", `${channel}: no such namespace`);
    return found.options;
  }

  /** Of the purposes that {@link HostDeps.arm} was told. */
  alarm(purpose: string): void {
    if (purpose.startsWith("fanned/")) this.#checkFanned(Number(purpose.slice("fanned/".length)));
    else if (purpose.startsWith("sweep")) this.#sweep(Number(purpose.slice("sweep/".length)));
    else this.#vacancy?.alarm(purpose);
  }

  #publish(item: ChannelMessage, touched: Map<string, FanOut>): PublishOutcome | Moved {
    const { channel } = item;
    const options = this.options(channel);
    const stream = this.#stream(channel);
    if (stream.movedTo !== null) return { movedTo: stream.movedTo };
    // Made first: a member that is this object has all that was published until now, since it is given it in the same turn.
    const fanOut = this.#fanOutOfMembers(stream);
    const { publication, duplicate } = this.streams.append(stream, item, options);
    if (!duplicate) {
      if (fanOut !== undefined) {
        fanOut.add({ publication });
        touched.set(channel, fanOut);
      }
      const { notification, idempotencyKey } = item.message;
      if (publication.offset > 0 || idempotencyKey !== undefined)
        this.#deps.arm("sweep/0", this.#deps.now() + SWEEP_MS);
      if (notification !== undefined && publication.offset > 0 && userOf(channel) !== undefined)
        this.#deps.missable?.({
          channel,
          epoch: stream.epoch,
          shards: stream.members,
          publication,
          notification,
        });
    }
    return {
      published: { channel, epoch: stream.epoch, offset: publication.offset, shards: fanOut?.members ?? 0, duplicate },
    };
  }

  #pump(channel: string, fanOut: FanOut): void {
    if (fanOut.members === 0) return;
    fanOut.pump();
    const stream = this.streams.find(channel);
    if (stream === undefined || fanOut.isDone || stream.fanned >= stream.top) return;
    this.#deps.arm(`fanned/${stream.id}`, this.#deps.now() + FANNED_CHECK_MS);
  }

  #checkFanned(id: number): void {
    const stream = this.streams.byId(id);
    if (stream === undefined || stream.movedTo !== null) return;
    const fanOut = this.#fanOut(stream);
    fanOut.pump();
    if (fanOut.isDone) this.streams.fannedOut(stream, stream.top);
    else this.#deps.arm(`fanned/${id}`, this.#deps.now() + FANNED_CHECK_MS);
  }

  #sweep(afterId: number): void {
    const next = this.streams.sweep(
      afterId,
      SWEEP_STREAMS_MAX,
      (channel) => optionsOf(channel, this.#deps.settings)?.options,
    );
    if (next !== undefined) this.#deps.arm(`sweep/${next}`, this.#deps.now());
    else if (this.streams.keepsAny()) this.#deps.arm("sweep/0", this.#deps.now() + SWEEP_MS);
    else this.#vacancy?.emptied();
  }

  #stream(channel: string): Stream {
    this.options(channel);
    return this.streams.find(channel) ?? this.streams.create(channel);
  }

  /** Undefined where nobody hears the stream, as with most users at most times. */
  #fanOutOfMembers(stream: Stream): FanOut | undefined {
    const known = this.#fanOuts.get(stream.channel);
    return known ?? (stream.members.length === 0 ? undefined : this.#fanOut(stream));
  }

  #fanOut(stream: Stream): FanOut {
    const known = this.#fanOuts.get(stream.channel);
    if (known !== undefined) return known;
    const { channel } = stream;
    const fanOut = new FanOut(this.#fanOutDeps(channel), stream.members, stream.fanned);
    if (this.#fanOuts.size >= FAN_OUTS_MAX) this.#dropIdle();
    this.#fanOuts.set(channel, fanOut);
    return fanOut;
  }

  #dropIdle(): void {
    for (const [channel, fanOut] of this.#fanOuts) if (fanOut.isDone) this.#fanOuts.delete(channel);
  }

  #fanOutDeps(channel: string) {
    const { now, random, later, relay, local, warn } = this.#deps;
    const required = (): Stream => this.#stream(channel);
    return {
      channel,
      now,
      random,
      later,
      deadline: this.#deadline,
      warn,
      epoch: () => required().epoch,
      top: () => required().top,
      read: (after: number, bytesMax: number): { complete: boolean; publications: Publication[] } =>
        this.streams.after(required(), after, bytesMax),
      isLocal: (shard: string) => shard === local?.shard,
      deliver: (branch: string | undefined, shards: readonly string[], delivery: Delivery) => {
        if (branch !== undefined) return relay(`${channel}/${branch}`).deliver(shards, delivery);
        const [shard = ""] = shards;
        return shard === local?.shard ? local.stub.deliver(delivery) : this.#deps.shard(shard).deliver(delivery);
      },
      gone: (shard: string) => this.streams.removeMember(required(), shard),
    };
  }

  /** @param otherwise in place of the answer of a shard that does not give one; without it the failure is the caller's */
  #askMembers<T>(stream: Stream, ask: (shard: LocalShard | ShardStub) => T | Promise<T>, otherwise?: T): Promise<T[]> {
    return this.#ask(stream.channel, stream.members, ask, otherwise);
  }

  async #ask<T>(
    channel: string,
    members: readonly string[],
    ask: (shard: LocalShard | ShardStub) => T | Promise<T>,
    otherwise?: T,
  ): Promise<T[]> {
    const { local, shard, warn } = this.#deps;
    const answers: T[] = [];
    for (let at = 0; at < members.length; at += ASKED_MAX) {
      const asked = members.slice(at, at + ASKED_MAX).map(async (name) => {
        try {
          return await ask(name === local?.shard ? local.stub : shard(name));
        } catch (cause) {
          if (otherwise === undefined) throw cause;
          warn(`${channel}: ${name} does not answer`, cause);
          return otherwise;
        }
      });
      answers.push(...(await Promise.all(asked)));
    }
    return answers;
  }
}
