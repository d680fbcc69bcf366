/**
 * The connections of a shard while it is awake: made of what was kept, heard, judged, and ended.
 * @module
 */
import type { PushSettings } from "../../proto/push/push.ts";
import { type Connection, Connection as ConnectionClass, type Kept, type Link, PONG_MS } from "./connection.ts";
import { Probes } from "./probes.ts";
import type { Close, CloseReason, Command, OpenRequest, Protocol, ShardEvent, Turn } from "./protocol.ts";
import { STATE_BYTES_MAX } from "./protocol.ts";
import type { Roster } from "./roster.ts";

/** Commands of one connection that wait; goim's clients may pipeline 40 packets. */
const QUEUED_MAX = 256;
/** Centrifugo's limit of a message from a client, and room for its frame. */
const MESSAGE_BYTES_MAX = 131_072;
/** A client may send so many messages in one go, and then so many a second. */
const FLOOD_BURST = 400;
const FLOOD_PER_SECOND = 100;
/** What a protocol is given to say when it has no words for the end. */
const CLOSE_DEFAULT: Close = { code: 3000, reason: "closed" };
/** Beyond the time that a client promised. */
const SILENCE_GRACE_MS = 5_000;

export interface SessionsDeps {
  readonly roster: Roster;
  readonly settings: PushSettings;
  readonly protocols: Readonly<Record<string, Protocol>>;
  readonly now: () => number;
  readonly later: (ms: number, work: () => void) => () => void;
  /** The link of a socket that sleeps or woke; undefined where there is none of this id. */
  readonly wake: (id: string) => { readonly link: Link; readonly kept: Kept } | undefined;
  readonly run: (connection: Connection, command: Command) => Promise<void>;
  /** It hears nothing any more. */
  readonly gone: (id: string) => void;
  /** One of the channel's connections is of another audience than before. */
  readonly regroup: (channel: string) => void;
  readonly arm: (purpose: string, atMs: number) => void;
}

export interface Opening {
  readonly protocol: string;
  readonly ip: string;
  readonly secret: string;
  readonly request: OpenRequest;
}

export class Sessions {
  readonly #deps: SessionsDeps;
  readonly #connections = new Map<string, Connection>();
  readonly #probes: Probes;

  constructor(deps: SessionsDeps) {
    this.#deps = deps;
    this.#probes = new Probes(deps.later);
  }

  /** @returns undefined where no such protocol is spoken */
  open({ protocol: name, ip, secret, request }: Opening, link: Link): Connection | undefined {
    const protocol = this.#deps.protocols[name];
    if (protocol === undefined) return undefined;
    const nowMs = this.#deps.now();
    const id = request.connection;
    const kept: Kept = {
      protocol: name,
      state: null,
      id,
      secret,
      ip,
      openedMs: nowMs,
      isConnected: false,
      isAccount: false,
      user: "",
      session: "",
      key: "",
      connInfo: undefined,
      expiresAtMs: undefined,
      issuedMs: undefined,
      heartbeatMs: 0,
      heardMs: nowMs,
    };
    const connection = new ConnectionClass(link, protocol, kept, nowMs, FLOOD_BURST);
    this.#connections.set(id, connection);
    this.#deps.roster.enter(id, ip);
    this.#probes.add(connection);
    connection.awaited = this.#deps.later(protocol.connectWithinMs, () => {
      connection.awaited = undefined;
      // Where it has asked and is not answered, the fault is not the client's: it is not to be told to stay away.
      if (!connection.kept.isConnected) this.end(connection, connection.queued > 0 ? "internal" : "not-connected");
    });
    void this.#apply(connection, protocol.open(request));
    connection.change({});
    connection.save();
    return connection;
  }

  find(id: string): Connection | undefined {
    const known = this.#connections.get(id);
    if (known !== undefined) return known.isClosed ? undefined : known;
    const woken = this.#deps.wake(id);
    const protocol = woken && this.#deps.protocols[woken.kept.protocol];
    if (woken === undefined || protocol === undefined) return undefined;
    const connection = new ConnectionClass(woken.link, protocol, woken.kept, this.#deps.now(), FLOOD_BURST);
    this.#connections.set(id, connection);
    return connection;
  }

  /** Settles when the commands that came with it are done. */
  async message(connection: Connection, data: string | Uint8Array): Promise<void> {
    if (connection.isClosed) return;
    const nowMs = this.#deps.now();
    connection.heard(nowMs);
    if (data.length > MESSAGE_BYTES_MAX) return this.end(connection, "too-large");
    if (!this.#admit(connection, nowMs)) return this.end(connection, "flood");
    await this.#apply(connection, connection.protocol.onMessage(connection.kept.state, data));
  }

  /** Tells of something. */
  emit(connection: Connection, event: ShardEvent, isAnswer = false): void {
    if (connection.isClosed) return;
    if (event.kind === "connected") this.#connected(connection);
    void this.#apply(connection, connection.protocol.onEvent(connection.kept.state, event), isAnswer);
  }

  /** @param said by who wants its end, in place of what the protocol says for the reason */
  end(connection: Connection, reason: CloseReason, said?: Close): void {
    if (connection.isClosed) return;
    const { frames = [], close = CLOSE_DEFAULT } = connection.protocol.onEvent(connection.kept.state, {
      kind: "closing",
      reason,
      ...(said && { close: said }),
    });
    connection.release();
    for (const frame of frames) connection.answer(frame);
    this.#close(connection, close);
  }

  /** Its token ends then, whatever it said itself. What the passport said holds no longer than it said. */
  expire(connection: Connection, atMs: number): void {
    const { isAccount, expiresAtMs } = connection.kept;
    connection.change({ expiresAtMs: atMs, isAccount: isAccount && expiresAtMs !== undefined && atMs <= expiresAtMs });
    connection.save();
    this.schedule(connection);
  }

  /** The link is gone. */
  lost(id: string): void {
    const connection = this.find(id);
    if (connection === undefined) this.#deps.gone(id);
    else this.#close(connection, CLOSE_DEFAULT);
  }

  /** Asks whether it reads, and takes silence for an end. */
  ask(connection: Connection): void {
    const { now, later } = this.#deps;
    if (!connection.ping(now())) return;
    const askedMs = connection.pingedMs;
    later(PONG_MS, () => {
      if (!connection.isClosed && connection.pingedMs === askedMs) this.end(connection, "silent");
    });
  }

  /** When it is next to be looked at, by its heartbeat or its token. */
  schedule(connection: Connection): void {
    const { roster, arm } = this.#deps;
    const { heartbeatMs, expiresAtMs, id, user } = connection.kept;
    const silentMs = heartbeatMs === 0 ? undefined : connection.heardMs() + heartbeatMs + SILENCE_GRACE_MS;
    const times = [silentMs, expiresAtMs].filter((each) => each !== undefined);
    const dueMs = times.length === 0 ? undefined : Math.min(...times);
    roster.note(id, user, dueMs);
    if (dueMs !== undefined) arm("connections", dueMs);
  }

  /** @param ids of connections that are due: ended, or looked at again later */
  check(ids: readonly string[]): void {
    const { now, roster } = this.#deps;
    const nowMs = now();
    for (const id of ids) {
      const connection = this.find(id);
      if (connection === undefined) {
        roster.remove(id);
        continue;
      }
      const { heartbeatMs, expiresAtMs } = connection.kept;
      if (expiresAtMs !== undefined && expiresAtMs <= nowMs) this.end(connection, "token-expired");
      else if (heartbeatMs > 0 && connection.heardMs() + heartbeatMs + SILENCE_GRACE_MS <= nowMs)
        this.end(connection, "silent");
      else this.schedule(connection);
    }
  }

  #apply(connection: Connection, turn: Turn<unknown>, isAnswer = false): Promise<void> {
    const { frames = [], commands = [], heartbeatMs, close } = turn;
    if (turn.state !== undefined) this.#newState(connection, turn.state);
    for (const frame of frames) {
      if (isAnswer) connection.answer(frame);
      else if (connection.send(frame, this.#deps.now) === "slow") this.end(connection, "slow");
    }
    if (heartbeatMs !== undefined && heartbeatMs !== connection.kept.heartbeatMs) {
      connection.change({ heartbeatMs });
      this.schedule(connection);
    }
    connection.save();
    if (close !== undefined) {
      this.#close(connection, close);
      return Promise.resolve();
    }
    for (const command of commands) this.#enqueue(connection, command);
    return connection.tail;
  }

  /** Asks everybody who is asked by the clock. Who is silent is found by {@link check}. */
  pingAll(): void {
    const { roster, arm, now, settings } = this.#deps;
    // Without the operator's clock only streams have one, and they are in memory: no socket is woken for it.
    const ids = settings.pingMs === 0 ? [...this.#connections.keys()] : roster.ids();
    let nextMs = Number.POSITIVE_INFINITY;
    for (const id of ids) {
      const connection = this.find(id);
      const ping = connection?.protocol.ping;
      if (connection === undefined || ping === undefined || !connection.kept.isConnected) continue;
      const everyMs = this.#pingMs(connection);
      if (everyMs === 0) continue;
      connection.answer(ping);
      nextMs = Math.min(nextMs, everyMs);
    }
    if (nextMs < Number.POSITIVE_INFINITY) arm("ping", now() + nextMs);
  }

  /** 0 where it is not asked by the clock. */
  #pingMs({ protocol }: Connection): number {
    const { pingMs } = this.#deps.settings;
    if (protocol.ping === undefined) return 0;
    if (protocol.pingMs === undefined) return pingMs;
    return pingMs === 0 ? protocol.pingMs : Math.min(pingMs, protocol.pingMs);
  }

  #connected(connection: Connection): void {
    const { arm, now } = this.#deps;
    this.#awaited(connection);
    const everyMs = this.#pingMs(connection);
    if (everyMs === 0) return;
    connection.change({ heartbeatMs: everyMs });
    this.schedule(connection);
    arm("ping", now() + everyMs);
  }

  #awaited(connection: Connection): void {
    connection.awaited?.();
    connection.awaited = undefined;
  }

  #newState(connection: Connection, state: unknown): void {
    const before = connection.kept.state;
    connection.change({ state });
    if (JSON.stringify(state).length > STATE_BYTES_MAX) this.end(connection, "too-large");
    else if (connection.kept.isConnected) this.#regroup(connection, before);
  }

  #regroup({ id, protocol, kept }: Connection, before: unknown): void {
    const { roster, regroup } = this.#deps;
    for (const { channel } of roster.ofConnection(id)) {
      if (protocol.audience(before, channel) !== protocol.audience(kept.state, channel)) regroup(channel);
    }
  }

  #enqueue(connection: Connection, command: Command): void {
    if (connection.queued >= QUEUED_MAX) {
      this.end(connection, "flood");
      return;
    }
    connection.queued++;
    const done = connection.tail
      .then(() => this.#deps.run(connection, command))
      .finally(() => {
        connection.queued--;
      });
    // A service takes its time, and what comes after does not wait for it.
    if (command.kind !== "rpc") connection.tail = done;
  }

  #admit(connection: Connection, nowMs: number): boolean {
    const gained = ((nowMs - connection.tokensMs) / 1_000) * FLOOD_PER_SECOND;
    connection.tokens = Math.min(FLOOD_BURST, connection.tokens + Math.max(0, gained)) - 1;
    connection.tokensMs = nowMs;
    return connection.tokens >= 0;
  }

  #close(connection: Connection, close: Close): void {
    if (connection.isClosed) return;
    this.#awaited(connection);
    connection.close(close);
    this.#connections.delete(connection.id);
    this.#deps.gone(connection.id);
  }
}
