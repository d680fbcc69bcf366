/**
 * A shard of push: the connections that were placed on it, and the streams of users and devices that hash to it.
 *
 * Owns: sockets (hibernating) and streams over HTTP; who of them hears what; the private streams whose home it is.
 * Address: `shard/<region>/<n>`, proto/push/shard-map.ts.
 * Storage: streams.ts, publication-log.ts, roster.ts, alarms.ts. Attachments of sockets: connection.ts. A socket's one tag is the id of its connection.
 * Invariants: those of views.ts and streams.ts; what is needed on wake is in attachments and SQLite, and read only for who is concerned.
 * RPC: {@link ShardStub}. `fetch` takes what edge/push sends: `/socket`, `/stream`, `/emulate`, with {@link OPEN_HEADER}.
 * Wire: protocol.ts and the protocols behind it. Text `h` is answered `+h` by the runtime, also while the object sleeps: that is gopush's heartbeat.
 * @module
 */
import { DurableObject } from "cloudflare:workers";
import type { ChannelMessage, ClientInfo, Position, PublishOutcome } from "../../proto/push/model.ts";
import {
  type Hosts,
  hosts,
  isKeptByShard,
  type MapStub,
  type Moved,
  mapReader,
  newEpoch,
  parsePushSettings,
  userChannel,
} from "../../proto/push/push.ts";
import { Admission } from "./admission.ts";
import { Adoption } from "./adoption.ts";
import { Alarms } from "./alarms.ts";
import type { Kept } from "./connection.ts";
import type {
  Ban,
  BanRow,
  ChannelCounts,
  Delivery,
  DeliveryReport,
  DirectQuery,
  HandOver,
  HistoryPage,
  HostStub,
  Joined,
  KickQuery,
  Move,
  Pass,
  RelayStub,
  ShardCensus,
  ShardStub,
  ShardTotals,
} from "./delivery.ts";
import { Departures } from "./departures.ts";
import { later, remembered } from "./effects.ts";
import { Entrance, wokenSocket } from "./entrance.ts";
import type { GateStub } from "./gate.ts";
import { COUNT_AGE_MS, StreamHost } from "./host.ts";
import { type Collect, IdleCollector } from "./idle-collector.ts";
import { publishKept } from "./kept-publish.ts";
import { LoggedPublications } from "./logged-publications.ts";
import { OFFLINE_PURPOSE, Offline } from "./offline.ts";
import { Orders } from "./orders.ts";
import { PrivateStreams } from "./private-streams.ts";
import type { HistoryQuery } from "./protocol.ts";
import { PROTOCOLS } from "./protocols.ts";
import { Readers } from "./readers.ts";
import { Roster } from "./roster.ts";
import { Session } from "./session.ts";
import { Sessions } from "./sessions.ts";
import { sharedTimers } from "./shared-timers.ts";
import { positionOf } from "./streams.ts";
import { RENEW_MS, Upkeep } from "./upkeep.ts";
import { Views } from "./views.ts";

export interface ShardBindings {
  readonly PUSH_SHARD: DurableObjectNamespace;
  readonly PUSH_CHANNEL: DurableObjectNamespace;
  readonly PUSH_RELAY: DurableObjectNamespace;
  readonly PUSH_MAP: DurableObjectNamespace;
  readonly PUSH?: string;
  /** `true` where goim and gopush clients may say who they are without proof. */
  readonly GOIM_CLEAR_AUTH?: string;
  /** Milliseconds after which a message goes to the phone of a user who has not taken it; without it none does. */
  readonly PUSH_OFFLINE_AFTER_MS?: string;
}

export class PushShard extends DurableObject<ShardBindings> implements Omit<ShardStub, "fetch"> {
  readonly #self: string;
  readonly #alarms: Alarms;
  readonly #roster: Roster;
  readonly #host: StreamHost;
  readonly #views: Views;
  readonly #sessions: Sessions;
  readonly #session: Session;
  readonly #hosts: Hosts<HostStub>;
  readonly #adoption: Adoption;
  readonly #upkeep: Upkeep;
  readonly #orders: Orders;
  readonly #entrance: Entrance;
  readonly #private: PrivateStreams;
  readonly #offline: Offline | undefined;
  readonly #readers: Readers;
  readonly #admission: Admission;
  readonly #totals: () => ShardTotals;

  constructor(context: DurableObjectState, env: ShardBindings) {
    super(context, env);
    const now = () => Date.now();
    const warn = (message: string, cause: unknown) => console.error(`${message}: ${cause}`);
    const shard = (name: string) => env.PUSH_SHARD.getByName(name) as unknown as ShardStub;
    const settings = parsePushSettings(env.PUSH, []);
    const arm = (purpose: string, atMs: number) => this.#alarms.arm(purpose, atMs);
    const map = mapReader({
      region: settings.region,
      initial: settings.shards,
      stub: () => env.PUSH_MAP.getByName(settings.region) as unknown as MapStub,
      now,
    });
    const collector = new IdleCollector({ collect: (globalThis as { gc?: Collect }).gc, now, later });
    this.#self = context.id.name ?? "";
    this.#alarms = new Alarms(context.storage);
    this.#roster = new Roster({ sql: context.storage.sql, later });
    this.#totals = remembered(COUNT_AGE_MS, now, () => this.#roster.totals());
    this.#admission = new Admission(context.storage.sql, now);
    const gate = () => (context.exports as unknown as { PushGate: GateStub }).PushGate;
    const afterMs = env.PUSH_OFFLINE_AFTER_MS === undefined ? undefined : Number(env.PUSH_OFFLINE_AFTER_MS);
    this.#offline =
      afterMs === undefined
        ? undefined
        : new Offline({
            sql: context.storage.sql,
            now,
            random: () => Math.random(),
            arm,
            afterMs,
            readers: (...query) => this.#host.readers(...query),
            handOver: (missed) => gate().handOver(missed),
            warn,
          });
    this.#readers = new Readers({
      members: (channel) => this.#views.members(channel),
      ask: (connection) => this.#sessions.ask(connection),
      departures: afterMs === undefined ? undefined : new Departures(context.storage.sql, afterMs),
      userChannel,
      now,
      later,
    });
    this.#host = new StreamHost({
      sql: context.storage.sql,
      publications: new LoggedPublications(context.storage.sql),
      now,
      random: () => Math.random(),
      newEpoch,
      later,
      settings,
      shard,
      relay: (name) => env.PUSH_RELAY.getByName(name) as unknown as RelayStub,
      local: { shard: this.#self, stub: this.#localShard() },
      arm,
      warn,
      missable: (message) => this.#offline?.note(message),
    });
    this.#hosts = hosts<HostStub>({
      map,
      channel: (name) => env.PUSH_CHANNEL.getByName(name) as unknown as HostStub,
      shard,
    });
    this.#private = new PrivateStreams({ host: this.#host, admission: this.#admission, offline: this.#offline });
    this.#adoption = new Adoption({
      self: this.#self,
      streams: this.#host.streams,
      admission: this.#admission,
      offline: this.#offline,
      map,
      shard,
    });
    this.#sessions = new Sessions({
      roster: this.#roster,
      settings,
      protocols: PROTOCOLS,
      now,
      later: sharedTimers(later, now),
      wake: (id) => wokenSocket(context, id),
      run: (connection, command) => this.#session.run(connection, command),
      gone: (id) => this.#session.gone(id),
      regroup: (channel) => this.#views.regroup(channel),
      arm,
    });
    this.#views = new Views({
      self: this.#self,
      roster: this.#roster,
      now,
      connection: (id) => this.#sessions.find(id),
      localPosition: (channel) => this.#localPosition(channel),
      recover: (channel, since) => this.#session.call(channel, (host) => host.recover(channel, since)),
      emit: (connection, event) => this.#sessions.emit(connection, event),
      slow: (connection) => this.#sessions.end(connection, "slow"),
      ask: (connection) => this.#sessions.ask(connection),
      wrote: (frames) => collector.wrote(frames),
    });
    this.#session = new Session({
      self: this.#self,
      settings,
      clearAuth: env.GOIM_CLEAR_AUTH === "true",
      roster: this.#roster,
      views: this.#views,
      hosts: this.#hosts,
      own: this,
      gate,
      now,
      answer: (connection, event) => this.#sessions.emit(connection, event, true),
      end: (connection, reason) => this.#sessions.end(connection, reason),
      schedule: (connection) => this.#sessions.schedule(connection),
      due: (atMs) => arm("connections", atMs),
      joined: (channel, connection) => this.#orders.joined(channel, connection),
      renewed: () => arm("renew", now() + RENEW_MS),
      warn,
    });
    context.setWebSocketAutoResponse(new WebSocketRequestResponsePair("h", "+h\r\n"));
    this.#upkeep = new Upkeep({
      self: this.#self,
      roster: this.#roster,
      views: this.#views,
      sessions: this.#sessions,
      session: this.#session,
      isLocal: (channel) => this.#localPosition(channel) !== undefined,
      sockets: () => context.getWebSockets().flatMap((socket) => context.getTags(socket)),
      arm,
      now,
      warn,
    });
    this.#orders = new Orders({
      roster: this.#roster,
      views: this.#views,
      sessions: this.#sessions,
      session: this.#session,
    });
    this.#entrance = new Entrance({ self: this.#self, sockets: context, sessions: this.#sessions, warn });
    this.#upkeep.removeLost();
  }

  // Streams that are kept here.

  async publish(items: readonly ChannelMessage[]): Promise<readonly (PublishOutcome | Moved)[]> {
    return await publishKept(items, this.#adoption, this.#host);
  }

  async join(channel: string, shard: string, since: Position | undefined, pass?: Pass): Promise<Joined | Moved> {
    return await this.#kept(channel, () => this.#private.join(channel, shard, since, pass));
  }

  async renew(channel: string, shard: string): Promise<Position | Moved> {
    return await this.#kept(channel, () => this.#host.renew(channel, shard));
  }

  async recover(channel: string, since: Position): Promise<HistoryPage | Moved> {
    return await this.#kept(channel, () => this.#host.recover(channel, since));
  }

  async history(channel: string, query: HistoryQuery): Promise<HistoryPage | Moved> {
    return await this.#kept(channel, () => this.#private.history(channel, query));
  }

  async clear(channel: string): Promise<Position | Moved> {
    return await this.#kept(channel, () => this.#private.clear(channel));
  }

  async move(channel: string, moves: readonly Move[]): Promise<Moved | null> {
    return await this.#kept(channel, () => this.#host.move(channel, moves));
  }

  async presence(channel: string, limit: number): Promise<readonly ClientInfo[] | Moved> {
    return await this.#kept(channel, () => this.#host.presence(channel, limit));
  }

  async count(channel: string): Promise<ChannelCounts | Moved> {
    return await this.#kept(channel, () => this.#host.count(channel));
  }

  async kick(channel: string, query: KickQuery): Promise<number | Moved> {
    return await this.#kept(channel, () => this.#private.kick(channel, query));
  }

  async ban(channel: string, ban: Ban): Promise<number | Moved> {
    return await this.#kept(channel, () => this.#private.ban(channel, ban));
  }

  async liftBan(channel: string): Promise<boolean | Moved> {
    return await this.#kept(channel, () => this.#admission.lift(channel));
  }

  async bansOf(channel: string): Promise<readonly BanRow[] | Moved> {
    return await this.#kept(channel, () => this.#admission.bansOf(channel));
  }

  async bans(after: string, limit: number): Promise<readonly BanRow[]> {
    return this.#admission.bans(after, limit);
  }

  async direct(channel: string, query: DirectQuery): Promise<number | Moved> {
    return await this.#kept(channel, () => this.#host.direct(channel, query));
  }

  async handOver(channel: string, to: string, afterOffset: number): Promise<HandOver> {
    const page = this.#adoption.handOver(channel, to, afterOffset);
    if (page.stream !== undefined) {
      this.#host.release(channel);
      this.#views.moved(channel, { epoch: page.stream.epoch, offset: page.stream.top });
    }
    return page;
  }

  async handedOver(channel: string): Promise<void> {
    this.#adoption.handedOver(channel);
  }

  // Connections that are here.

  async deliver(delivery: Delivery): Promise<DeliveryReport> {
    return await this.#views.deliver(delivery);
  }

  async localPresence(channel: string, limit: number): Promise<readonly ClientInfo[]> {
    return this.#roster.clients(channel, limit);
  }

  async localReaders(channel: string, sinceMs: number): Promise<number> {
    return await this.#readers.count(channel, sinceMs);
  }

  async localCounts(channel: string): Promise<ChannelCounts> {
    return this.#roster.countOf(channel);
  }

  async localKick(channel: string, query: KickQuery): Promise<number> {
    return this.#orders.kick(channel, query);
  }

  async localDirect(channel: string, query: DirectQuery): Promise<number> {
    return await this.#orders.direct(channel, query);
  }

  async totals(): Promise<ShardTotals> {
    return this.#totals();
  }

  async census(): Promise<ShardCensus> {
    return this.#roster.census();
  }

  async top(prefix: string, limit: number): Promise<readonly (readonly [string, number])[]> {
    return this.#roster.top(prefix, limit);
  }

  // Sockets.

  override async fetch(request: Request): Promise<Response> {
    return await this.#entrance.fetch(request);
  }

  override async webSocketMessage(socket: WebSocket, data: string | ArrayBuffer): Promise<void> {
    const connection = this.#entrance.connectionOf(socket);
    if (connection === undefined) return;
    await this.#sessions.message(connection, typeof data === "string" ? data : new Uint8Array(data));
  }

  override webSocketClose(socket: WebSocket, code: number): void {
    this.#readers.left(socket.deserializeAttachment() as Kept | null, code);
    this.#entrance.lost(socket);
  }

  override webSocketError(socket: WebSocket): void {
    this.#entrance.lost(socket);
  }

  override async alarm(): Promise<void> {
    const nowMs = Date.now();
    for (const purpose of this.#alarms.take(nowMs)) {
      if (purpose === "connections") await this.#upkeep.checkConnections(nowMs);
      else if (purpose === "renew") await this.#upkeep.renew();
      else if (purpose === "ping") this.#sessions.pingAll();
      else if (purpose === OFFLINE_PURPOSE) this.#offline?.alarm();
      else this.#host.alarm(purpose);
    }
    this.#alarms.rearm();
  }

  /** @param answer made in the turn in which the stream is known to be here */
  async #kept<T>(channel: string, answer: () => T | Promise<T>): Promise<T | Moved> {
    const moved = await this.#adoption.ensure(channel);
    return moved ?? (await answer());
  }

  #localShard() {
    return {
      deliver: (delivery: Delivery) => this.#views.deliver(delivery),
      localPresence: (channel: string, limit: number) => this.#roster.clients(channel, limit),
      localCounts: (channel: string) => this.#roster.countOf(channel),
      localReaders: (channel: string, sinceMs: number) => this.#readers.count(channel, sinceMs),
      localKick: async (channel: string, query: KickQuery) => this.#orders.kick(channel, query),
      localDirect: (channel: string, query: DirectQuery) => this.#orders.direct(channel, query),
    };
  }

  #localPosition(channel: string): Position | undefined {
    const stream = isKeptByShard(channel) ? this.#host.streams.find(channel) : undefined;
    return stream === undefined || stream.movedTo !== null ? undefined : positionOf(stream);
  }
}
