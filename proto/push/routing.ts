/**
 * The way to the object that keeps a channel: by the map of shards, and on from there where the stream has moved. For edge and objects alike.
 * @module
 */
import { Fault } from "../fault.ts";
import { isKeptByShard } from "./channel.ts";
import { homeOf, type ShardMap, shardName } from "./shard-map.ts";

/** JSON on a request from the edge to a shard, which nobody else can reach: who connects, and with which protocol. */
export const OPEN_HEADER = "x-fairway-push";
/** How old a map may be that someone goes by. An old one costs a detour, never a message. */
const MAP_AGE_MS = 10_000;
/** How long one that asks for a new map is waited for, before another asks. */
const MAP_ASK_MS = 1_000;
/** A stream that moves more often while it is looked for is not to be found. */
const MOVES_MAX = 3;

/** The object that tells how many shards there are: durable/push/map.ts. */
export interface MapStub {
  counts(initial: number): Promise<readonly number[]>;
  raise(initial: number, count: number): Promise<readonly number[]>;
}

/** The stream is kept by another object from now on. */
export interface Moved {
  readonly movedTo: string;
}

function isMoved(value: unknown): value is Moved {
  return typeof value === "object" && value !== null && "movedTo" in value;
}

export interface MapReaderDeps {
  readonly region: string;
  readonly initial: number;
  readonly stub: () => MapStub;
  readonly now: () => number;
}

export interface MapReader {
  read(): Promise<ShardMap>;
  /** The next read asks. */
  forget(): void;
}

export function mapReader({ region, initial, stub, now }: MapReaderDeps): MapReader {
  let known: { readonly atMs: number; readonly map: ShardMap } | undefined;
  let askedMs = Number.NEGATIVE_INFINITY;
  return {
    async read() {
      const nowMs = now();
      if (known !== undefined && isYounger(known.atMs, MAP_AGE_MS, nowMs)) return known.map;
      // One asks, and the others go by the old map: thousands that connect at once would ask thousands of times. They cannot wait for the
      // answer, because an invocation may not wait for another's I/O.
      if (known !== undefined && isYounger(askedMs, MAP_ASK_MS, nowMs)) return known.map;
      askedMs = nowMs;
      const counts = await stub().counts(initial);
      known = { atMs: now(), map: { region, counts } };
      return known.map;
    },
    forget() {
      known = undefined;
    },
  };
}

export interface HostsDeps<Host> {
  readonly map: MapReader;
  readonly channel: (name: string) => Host;
  readonly shard: (name: string) => Host;
}

export interface Hosts<Host> {
  /**
   * @param call asks the object once, or again where the stream has moved
   * @throws Fault unavailable where it cannot be found, and what the call throws
   */
  call<T>(channel: string, call: (host: Host) => Promise<T | Moved>): Promise<T>;
  /** The shard that keeps the channel; undefined where it has an object of its own. */
  home(channel: string): Promise<string | undefined>;
}

export function hosts<Host>({ map, channel: channelStub, shard }: HostsDeps<Host>): Hosts<Host> {
  return {
    async call<T>(channel: string, call: (host: Host) => Promise<T | Moved>): Promise<T> {
      if (!isKeptByShard(channel)) return (await call(channelStub(channel))) as T;
      let home = homeOf(channel, await map.read());
      for (let moves = 0; moves <= MOVES_MAX; moves++) {
        const answer = await call(shard(home));
        if (!isMoved(answer)) return answer;
        map.forget();
        home = answer.movedTo;
      }
      throw new Fault("unavailable", `${channel} moves`, { retryAfterSeconds: 1 });
    },
    async home(channel) {
      return isKeptByShard(channel) ? homeOf(channel, await map.read()) : undefined;
    },
  };
}

/** Of what is kept for a while. What was learnt after now is of a clock that has gone back since, and may be of any age. */
export function isYounger(atMs: number, ageMs: number, nowMs: number): boolean {
  return atMs <= nowMs && nowMs - atMs < ageMs;
}

/** All shards of a map. */
export function shardNames({ region, counts }: ShardMap): string[] {
  return Array.from({ length: counts.at(-1) ?? 1 }, (_, index) => shardName(region, index));
}
