/**
 * Push from outside of a connection: what every protocol's HTTP API, the RPC service and the upgrades of all protocols stand on.
 * @module
 */
import type {
  Ban,
  BanRow,
  ChannelCounts,
  DirectQuery,
  HistoryPage,
  HistoryQuery,
  HostStub,
  KickQuery,
  Opening,
  ShardCensus,
  ShardStub,
  ShardTotals,
} from "../../durable/push/push.ts";
import { Fault, toFault } from "../../proto/fault.ts";
import type { ChannelMessage, ClientInfo, Position, PublishOutcome } from "../../proto/push/model.ts";
import {
  type Hosts,
  homeOf,
  hosts,
  isKeptByShard,
  isYounger,
  type MapStub,
  mapReader,
  OPEN_HEADER,
  randomText,
  type ShardMap,
  shardIndex,
  shardName,
  shardNames,
  userChannel,
} from "../../proto/push/push.ts";
import type { Call } from "../route/call.ts";
import type { PushSettings } from "./settings.ts";

export interface PushObjects {
  channel(name: string): HostStub;
  shard(name: string): ShardStub;
  map(region: string): MapStub;
}

export interface CoreDeps {
  readonly settings: PushSettings;
  readonly objects: PushObjects;
  readonly now: () => number;
  /** In [0, 1). */
  readonly random: () => number;
  readonly warn: (message: string, cause: unknown) => void;
}

/** What a face asks for in a client's name. */
export interface ConnectRequest {
  /** The protocol's name: durable/push/protocols.ts. */
  readonly protocol: string;
  /** A user or device whose shard is to have the connection. It proves nothing, and without it any shard is as good. */
  readonly home?: string | undefined;
  /** The body of a POST that opens a stream. */
  readonly body?: string | undefined;
}

export interface PushCore {
  /** Each message has an outcome of its own, in their order. */
  publish(items: readonly ChannelMessage[]): Promise<readonly PublishOutcome[]>;
  history(channel: string, query: HistoryQuery): Promise<HistoryPage>;
  clearHistory(channel: string): Promise<Position>;
  presence(channel: string, limit: number): Promise<readonly ClientInfo[]>;
  count(channel: string): Promise<ChannelCounts>;
  /** The channels with the most connections that begin with the prefix. */
  top(prefix: string, limit: number): Promise<readonly (readonly [channel: string, connections: number])[]>;
  totals(): Promise<ShardTotals>;
  /** Each shard by its name: for looking around, not for counting all the time. */
  census(): Promise<readonly (ShardCensus & { readonly shard: string })[]>;
  /** @returns how many connections it closed */
  kick(channel: string, query: KickQuery): Promise<number>;
  /** @param channel of a user or a device @returns how many connections it closed @throws Fault resource_exhausted */
  ban(channel: string, ban: Ban): Promise<number>;
  /** @returns whether there was one */
  liftBan(channel: string): Promise<boolean>;
  bansOf(channel: string): Promise<readonly BanRow[]>;
  /** By their channels, of so many channels that come after one. */
  bans(after: string, limit: number): Promise<readonly BanRow[]>;
  /** Subscribes the connections that have `channel`, such as a user's own, to another, or takes it from them. */
  direct(channel: string, query: DirectQuery): Promise<number>;
  /** A WebSocket. @throws Fault where the request is no upgrade */
  connect(call: Call, request: ConnectRequest): Promise<Response>;
  /** A reply that streams. Its headers are the face's to set. */
  stream(call: Call, request: ConnectRequest): Promise<Response>;
  /** What a client with a stream sends. @throws Fault not_found for a session that is not there */
  emulate(shard: string, session: string, data: string): Promise<void>;
  shards(): Promise<ShardMap>;
  /** @throws Fault invalid_argument */
  addShards(count: number): Promise<ShardMap>;
}

/** Of what is counted by asking every shard: one pull serves all who ask within it. */
const TOTALS_AGE_MS = 1_000;
const CONNECTION_ID_BYTES = 12;
const SECRET_BYTES = 18;
/** Channels asked of each shard for a list of the largest: one that is spread may be small on each. */
const TOP_MARGIN = 4;

export function pushCore(deps: CoreDeps): PushCore {
  const { settings, objects, now, random } = deps;
  const { region, shards: initial } = settings.channels;
  const map = mapReader({ region, initial, stub: () => objects.map(region), now });
  const homes: Hosts<ShardStub> = hosts<ShardStub>({ map, channel: noHome, shard: objects.shard });
  const routes: Hosts<HostStub> = hosts<HostStub>({ map, channel: objects.channel, shard: objects.shard });
  let known: { readonly atMs: number; readonly totals: ShardTotals } | undefined;

  async function open(call: Call, path: string, request: ConnectRequest, init: RequestInit): Promise<Response> {
    const current = await map.read();
    const count = current.counts.at(-1) ?? 1;
    const shard =
      request.home === undefined || request.home === ""
        ? shardName(region, Math.floor(random() * count))
        : homeOf(userChannel(request.home), current);
    const { body } = request;
    const opening: Opening = {
      protocol: request.protocol,
      ip: call.client.ip ?? "",
      secret: randomText(SECRET_BYTES),
      request: {
        connection: randomText(CONNECTION_ID_BYTES),
        shard,
        url: `${call.target.path}${call.target.query}`,
        clearAuth: settings.clearAuth,
        pingMs: settings.channels.pingMs,
      },
    };
    const headers = { ...(init.headers as Record<string, string>), [OPEN_HEADER]: JSON.stringify(opening) };
    const sent = new Request(`https://${region}${path}`, { ...init, headers, ...(body !== undefined && { body }) });
    return await objects.shard(shard).fetch(sent);
  }

  async function everyShard<T>(ask: (shard: ShardStub) => Promise<T>): Promise<T[]> {
    const names = shardNames(await map.read());
    return await Promise.all(names.map((name) => ask(objects.shard(name))));
  }

  return {
    publish: (items) => publishAll(items, deps, map.read, routes),
    history: (channel, query) => routes.call(channel, (host) => host.history(channel, query)),
    clearHistory: (channel) => routes.call(channel, (host) => host.clear(channel)),
    presence: (channel, limit) => routes.call(channel, (host) => host.presence(channel, limit)),
    count: (channel) => routes.call(channel, (host) => host.count(channel)),
    kick: (channel, query) => routes.call(channel, (host) => host.kick(channel, query)),
    ban: (channel, ban) => homes.call(channel, (home) => home.ban(channel, ban)),
    liftBan: (channel) => homes.call(channel, (home) => home.liftBan(channel)),
    bansOf: (channel) => homes.call(channel, (home) => home.bansOf(channel)),
    direct: (channel, query) => routes.call(channel, (host) => host.direct(channel, query)),

    async top(prefix, limit) {
      const counts = new Map<string, number>();
      for (const list of await everyShard((shard) => shard.top(prefix, limit * TOP_MARGIN))) {
        for (const [channel, count] of list) counts.set(channel, (counts.get(channel) ?? 0) + count);
      }
      return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, limit);
    },

    async bans(after, limit) {
      const all = (await everyShard((shard) => shard.bans(after, limit))).flat();
      all.sort((a, b) => (a.channel < b.channel ? -1 : a.channel > b.channel ? 1 : 0));
      const channels = [...new Set(all.map(({ channel }) => channel))].slice(0, limit);
      return all.slice(0, all.findLastIndex(({ channel }) => channel === channels.at(-1)) + 1);
    },

    async census() {
      const names = shardNames(await map.read());
      return await Promise.all(names.map(async (shard) => ({ shard, ...(await objects.shard(shard).census()) })));
    },

    async totals() {
      if (known !== undefined && isYounger(known.atMs, TOTALS_AGE_MS, now())) return known.totals;
      const all = await everyShard((shard) => shard.totals());
      const totals = {
        connections: all.reduce((sum, { connections }) => sum + connections, 0),
        addresses: all.reduce((sum, { addresses }) => sum + addresses, 0),
      };
      known = { atMs: now(), totals };
      return totals;
    },

    async connect(call, request) {
      if (call.request.headers.get("upgrade")?.toLowerCase() !== "websocket") {
        throw new Fault("failed_precondition", "this path is for WebSockets", {
          status: 426,
          headers: { upgrade: "websocket" },
        });
      }
      return await open(call, "/socket", request, { headers: { upgrade: "websocket" } });
    },

    async stream(call, request) {
      return await open(call, "/stream", request, { method: request.body === undefined ? "GET" : "POST" });
    },

    async emulate(shard, session, data) {
      const body = JSON.stringify({ session, data });
      const index = shardIndex(shard);
      // A name that a client made up must not make an object.
      if (index < 0 || index >= ((await map.read()).counts.at(-1) ?? 1) || shard !== shardName(region, index)) {
        throw new Fault("not_found", "no such session");
      }
      const { status } = await objects
        .shard(shard)
        .fetch(new Request(`https://${region}/emulate`, { method: "POST", body }));
      if (status === 404) throw new Fault("not_found", "no such session");
      if (status >= 300)
        throw new Fault("internal", "internal error", { cause: new Error(`a shard answered ${status}`) });
    },

    shards: () => map.read(),

    async addShards(count) {
      const counts = await objects.map(region).raise(initial, count);
      map.forget();
      return { region, counts };
    },
  };
}

/** Only users and devices have a home. */
function noHome(channel: string): never {
  throw new Error(`${channel} is no stream of a user or a device`);
}

/** One call an object for all that it keeps. */
async function publishAll(
  items: readonly ChannelMessage[],
  { objects, warn }: CoreDeps,
  readMap: () => Promise<ShardMap>,
  routes: Hosts<HostStub>,
): Promise<readonly PublishOutcome[]> {
  const map = items.some(({ channel }) => isKeptByShard(channel)) ? await readMap() : undefined;
  const groups = new Map<string, { readonly host: () => HostStub; readonly at: number[] }>();
  for (const [at, { channel }] of items.entries()) {
    const home = map !== undefined && isKeptByShard(channel) ? homeOf(channel, map) : undefined;
    const key = home ?? `channel ${channel}`;
    const host = () => (home === undefined ? objects.channel(channel) : objects.shard(home));
    const group = groups.get(key) ?? { host, at: [] };
    group.at.push(at);
    groups.set(key, group);
  }
  const outcomes: PublishOutcome[] = [];
  const again: number[] = [];
  await Promise.all(
    [...groups].map(async ([key, { host, at }]) => {
      const sent = at.map((index) => items[index] as ChannelMessage);
      const answers = await host()
        .publish(sent)
        .catch((thrown: unknown) => {
          warn(`publishing to ${key} failed`, thrown);
          return refusedAll(sent.length, thrown);
        });
      for (const [index, answer] of answers.entries()) {
        const place = at[index] as number;
        if ("movedTo" in answer) again.push(place);
        else outcomes[place] = answer;
      }
    }),
  );
  await Promise.all(
    again.map(async (at) => {
      const item = items[at] as ChannelMessage;
      const first = async (host: HostStub) => (await host.publish([item]))[0] as PublishOutcome;
      outcomes[at] = await routes
        .call(item.channel, first)
        .catch((thrown: unknown) => refusedAll(1, thrown)[0] as PublishOutcome);
    }),
  );
  return outcomes;
}

/** What became of them nobody knows, unless the object said so itself. */
function refusedAll(count: number, thrown: unknown): PublishOutcome[] {
  const { code, message } = toFault(thrown);
  const refused =
    code === "internal"
      ? ({ code: "unavailable", message: "the channel cannot be reached" } as const)
      : { code, message };
  return Array.from({ length: count }, () => ({ refused }));
}
