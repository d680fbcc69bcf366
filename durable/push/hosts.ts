/**
 * Which object keeps a channel, and the way to it: also when the stream has just moved.
 * @module
 */
import { Fault } from "../../proto/fault.ts";
import { homeOf, isKeptByShard } from "../../proto/push/push.ts";
import { type HostStub, isMoved, type Moved, type ShardStub } from "./delivery.ts";
import type { MapReader } from "./map.ts";

/** A stream that moves twice while it is looked for is one too many. */
const MOVES_MAX = 3;

export interface HostsDeps {
  readonly map: MapReader;
  readonly channel: (name: string) => HostStub;
  readonly shard: (name: string) => ShardStub;
}

export interface Hosts {
  /**
   * @param call asks the object once, or again where the stream has moved
   * @throws Fault unavailable where it cannot be found, and what the call throws
   */
  call<T>(channel: string, call: (host: HostStub) => Promise<T | Moved>): Promise<T>;
  /** The shard that keeps the channel; undefined where it has an object of its own. */
  home(channel: string): Promise<string | undefined>;
}

export function hosts({ map, channel: channelStub, shard }: HostsDeps): Hosts {
  return {
    async call<T>(channel: string, call: (host: HostStub) => Promise<T | Moved>): Promise<T> {
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
