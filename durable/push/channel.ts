/**
 * A channel of its own: a room, `all`, or any other name that is not of one user. Keeps its stream and brings it to the shards with subscribers.
 *
 * Owns: one stream (streams.ts) and its members. Address: the channel's name.
 * Invariants: those of streams.ts and host.ts. It stores nothing until there is something to keep, and gives all back when there is nothing any
 * more (vacancy.ts): anybody may have named it.
 * RPC: {@link HostStub}.
 * @module
 */
import { DurableObject } from "cloudflare:workers";
import type { ChannelMessage, ClientInfo, Position, PublishOutcome } from "../../proto/push/model.ts";
import { type Moved, newEpoch, parsePushSettings } from "../../proto/push/push.ts";
import { Alarms } from "./alarms.ts";
import type {
  ChannelCounts,
  DirectQuery,
  HistoryPage,
  HostStub,
  Joined,
  KickQuery,
  Move,
  RelayStub,
  ShardStub,
} from "./delivery.ts";
import { later } from "./effects.ts";
import { StreamHost } from "./host.ts";
import type { HistoryQuery } from "./protocol.ts";
import { SortedPublications } from "./publications.ts";

export interface ChannelBindings {
  readonly PUSH_SHARD: DurableObjectNamespace;
  readonly PUSH_RELAY: DurableObjectNamespace;
  /** proto/push/settings.ts; the edge has refused to start where it is wrong. */
  readonly PUSH?: string;
}

export class PushChannel extends DurableObject<ChannelBindings> implements HostStub {
  #alarms: Alarms;
  #host: StreamHost;

  constructor(context: DurableObjectState, env: ChannelBindings) {
    super(context, env);
    this.#alarms = new Alarms(context.storage);
    this.#host = this.#makeHost();
  }

  async publish(items: readonly ChannelMessage[]): Promise<readonly (PublishOutcome | Moved)[]> {
    return this.#host.publish(items);
  }

  async join(channel: string, shard: string, since: Position | undefined): Promise<Joined | Moved> {
    return this.#host.join(channel, shard, since);
  }

  async renew(channel: string, shard: string): Promise<Position | Moved> {
    return this.#host.renew(channel, shard);
  }

  async recover(channel: string, since: Position): Promise<HistoryPage | Moved> {
    return this.#host.recover(channel, since);
  }

  async history(channel: string, query: HistoryQuery): Promise<HistoryPage | Moved> {
    return this.#host.history(channel, query);
  }

  async clear(channel: string): Promise<Position | Moved> {
    return this.#host.clear(channel);
  }

  async move(channel: string, moves: readonly Move[]): Promise<Moved | null> {
    return this.#host.move(channel, moves);
  }

  async presence(channel: string, limit: number): Promise<readonly ClientInfo[] | Moved> {
    return await this.#host.presence(channel, limit);
  }

  async count(channel: string): Promise<ChannelCounts | Moved> {
    return await this.#host.count(channel);
  }

  async kick(channel: string, query: KickQuery): Promise<number | Moved> {
    return await this.#host.kick(channel, query);
  }

  async direct(channel: string, query: DirectQuery): Promise<number | Moved> {
    return await this.#host.direct(channel, query);
  }

  override async alarm(): Promise<void> {
    for (const purpose of this.#alarms.take(Date.now())) this.#host.alarm(purpose);
    this.#alarms.rearm();
  }

  #makeHost(): StreamHost {
    const { env } = this;
    const { sql } = this.ctx.storage;
    return new StreamHost({
      sql,
      publications: new SortedPublications(sql),
      now: () => Date.now(),
      random: () => Math.random(),
      newEpoch,
      later,
      settings: parsePushSettings(env.PUSH, []),
      shard: (name) => env.PUSH_SHARD.getByName(name) as unknown as ShardStub,
      relay: (name) => env.PUSH_RELAY.getByName(name) as unknown as RelayStub,
      arm: (purpose, atMs) => this.#alarms.arm(purpose, atMs),
      warn: (message, cause) => console.error(`${message}: ${cause}`),
      giveBack: () => this.#giveBack(),
    });
  }

  /** All of it is gone in this turn, alarm included, and what the object knew of it as well. */
  #giveBack(): void {
    void this.ctx.storage.deleteAll();
    this.#alarms = new Alarms(this.ctx.storage);
    this.#host = this.#makeHost();
  }
}
