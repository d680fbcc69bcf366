/**
 * What a connection asks for: runs its commands, one after the other, and answers each with one event.
 * @module
 */
import { toFault } from "../../proto/fault.ts";
import type { ClientInfo, Position, PublishOutcome } from "../../proto/push/model.ts";
import { type Hosts, keyChannel, type Moved, type PushSettings, userOf } from "../../proto/push/push.ts";
import { type Connection, clientOf } from "./connection.ts";
import type { DirectOptions, HostStub, Joined, KickQuery } from "./delivery.ts";
import { codeOf, failureOf, Refused, refuse } from "./failures.ts";
import type { GateStub, Identity, ServiceReply } from "./gate.ts";
import { NewChannels } from "./new-channels.ts";
import { ownChannels, passOf } from "./own-channels.ts";
import type {
  CloseReason,
  Command,
  ConnectCommand,
  Ref,
  ShardEvent,
  SubscribeCommand,
  Subscribed,
} from "./protocol.ts";
import { denyLook, denyPublish, denySubscribe, isDenied, known } from "./rights.ts";
import type { Roster, SubscriptionRow } from "./roster.ts";
import type { Views } from "./views.ts";

/** Centrifugo's limit. */
export const CHANNELS_MAX = 128;
const PRESENCE_MAX = 1_000;
/** The last segment of a path: never one that leads elsewhere. */
const RPC_METHOD = /^[A-Za-z0-9_-][A-Za-z0-9_.-]{0,63}$/;

export interface SessionDeps {
  readonly self: string;
  readonly settings: PushSettings;
  readonly clearAuth: boolean;
  readonly roster: Roster;
  readonly views: Views;
  readonly hosts: Hosts<HostStub>;
  /** This object, for what it keeps itself. */
  readonly own: HostStub;
  readonly gate: () => GateStub;
  readonly now: () => number;
  /** Sends it before all that is held back. */
  readonly answer: (connection: Connection, event: ShardEvent) => void;
  readonly end: (connection: Connection, reason: CloseReason) => void;
  /** When the connection is next to be looked at has changed. */
  readonly schedule: (connection: Connection) => void;
  /** A subscription's token ends then. */
  readonly due: (atMs: number) => void;
  /** It hears the channel from now on. */
  readonly joined: (channel: string, connection: Connection) => void;
  /** It hears a channel that another object keeps. */
  readonly renewed: () => void;
  readonly warn: (message: string, cause: unknown) => void;
}

type JoinOptions = { [Name in keyof DirectOptions]: DirectOptions[Name] | undefined } & {
  /** The client named it, and showed nothing for it. */
  readonly byName?: boolean;
};

export class Session {
  readonly #deps: SessionDeps;
  /** Calls under way, by who may share them. */
  readonly #joining = new Map<string, Promise<Joined>>();
  readonly #newChannels: NewChannels;

  constructor(deps: SessionDeps) {
    this.#deps = deps;
    this.#newChannels = new NewChannels(deps.now, deps.clearAuth);
  }

  /** Never rejects. */
  async run(connection: Connection, command: Command): Promise<void> {
    if (connection.isClosed) return;
    if (command.kind === "pong") return connection.pong();
    const { answer, end, warn } = this.#deps;
    // What is published while the answer is made comes after it.
    if (command.kind === "connect" || command.kind === "subscribe") connection.hold();
    try {
      const event = await this.#answer(connection, command);
      if (!connection.isClosed) answer(connection, event);
    } catch (thrown) {
      const failure = thrown instanceof Refused ? thrown.denied.failure : failureOf(thrown);
      const { code, message } = toFault(thrown instanceof Refused ? undefined : thrown);
      if (failure === "internal")
        warn(`${command.kind} of a ${connection.protocol.name} connection failed`, toFault(thrown).cause);
      if (connection.isClosed) return;
      const refusal =
        thrown instanceof Refused ? { code: codeOf(failure), message: thrown.message } : { code, message };
      answer(connection, { kind: "failed", ref: command.ref, command: command.kind, failure, refusal });
      if (command.kind === "connect")
        end(connection, failure === "token-expired" ? "token-expired" : "unauthenticated");
    } finally {
      connection.release();
    }
  }

  async #answer(connection: Connection, command: Exclude<Command, { kind: "pong" }>): Promise<ShardEvent> {
    if (command.kind === "connect") return await this.#connect(connection, command);
    if (!connection.kept.isConnected) throw refuse("not-connected", "connect first");
    const { ref } = command;
    switch (command.kind) {
      case "subscribe":
        return await this.#subscribe(connection, command);
      case "unsubscribe":
        await this.leave(connection, command.channel);
        return { kind: "unsubscribed", ref, channel: command.channel, reason: "asked" };
      case "publish":
        return await this.#publish(connection, command);
      case "presence": {
        this.#look(connection, command.channel, "presence");
        const clients = await this.call(command.channel, (host) => host.presence(command.channel, PRESENCE_MAX));
        return { kind: "presence", ref, channel: command.channel, clients };
      }
      case "presence-stats": {
        this.#look(connection, command.channel, "presence");
        const { connections, users } = await this.call(command.channel, (host) => host.count(command.channel));
        return { kind: "presence-stats", ref, channel: command.channel, clients: connections, users };
      }
      case "history": {
        const { channel, limit, since, reverse } = command;
        this.#look(connection, channel, "history");
        const isOwn = userOf(channel) === connection.kept.user;
        const query = { limit, ...(since && { since }), ...(reverse !== undefined && { reverse }), isOwn };
        const page = await this.call(channel, (host) => host.history(channel, query));
        if (since !== undefined && !page.complete) throw refuse("unrecoverable", "what came after is no longer kept");
        return { kind: "history", ref, channel, position: page.position, publications: page.publications };
      }
      case "refresh":
        return await this.#refresh(connection, ref, command.token);
      case "sub-refresh":
        return await this.#subRefresh(connection, ref, command.channel, command.token);
      case "count": {
        const { channel } = command;
        if (channel === undefined) return { kind: "count", ref, channel, count: 0 };
        const ask = () => this.call(channel, (host) => host.count(channel));
        const { connections } = await this.#newChannels.ask(
          connection.kept,
          channel,
          ask,
          (counts) => counts.connections === 0,
        );
        return { kind: "count", ref, channel, count: connections };
      }
      case "rpc":
        return { kind: "rpc", ref, reply: await this.#callService(connection, command.method, command.data) };
    }
  }

  /** On the object that keeps the channel, which may be this one. */
  async call<T>(channel: string, call: (host: HostStub) => Promise<T | Moved>): Promise<T> {
    const { hosts, own, self } = this.#deps;
    return await hosts.call(channel, async (host) => await call((await hosts.home(channel)) === self ? own : host));
  }

  async #connect(connection: Connection, command: ConnectCommand): Promise<ShardEvent> {
    const { clearAuth, gate, settings } = this.#deps;
    if (connection.kept.isConnected) throw refuse("already-connected", "the connection is connected");
    const { token, claim, positions = {}, channels = [] } = command;
    let identity: Identity = { user: "", session: "", key: "", expiresAtMs: undefined, channels: [] };
    if (token !== undefined && token !== "") {
      const checked = await gate().identify(token);
      if (isDenied(checked)) throw new Refused(checked);
      identity = checked.identity;
    } else if (claim !== undefined && clearAuth) {
      identity = { ...identity, user: claim.uid ?? "", key: claim.key ?? "" };
    } else if (!settings.anonymous) {
      throw refuse("unauthenticated", "a token is missing");
    }
    if (connection.isClosed) throw refuse("not-connected", "the connection closed");
    const { user, session, key, expiresAtMs, issuedMs, connInfo, isAccount = false } = identity;
    // Whoever checked it allowed for clocks that differ; a connection would end with its first look at the time.
    if (expiresAtMs !== undefined && expiresAtMs <= this.#deps.now())
      throw refuse("token-expired", "the token has expired");
    connection.change({ isConnected: true, isAccount, user, session, key, expiresAtMs, issuedMs, connInfo });
    this.#deps.schedule(connection);
    const all = [...new Set([...ownChannels(identity), ...identity.channels, ...channels])];
    if (all.length > CHANNELS_MAX) throw refuse("too-many-channels", `more than ${CHANNELS_MAX} channels`);
    for (const channel of channels) this.#permit(connection, channel, false);
    const subscriptions = await Promise.all(
      all.map((channel) => {
        const byName = !identity.channels.includes(channel);
        return this.join(connection, channel, { position: positions[channel], byName });
      }),
    );
    if (command.exclusiveKey === true && key !== "") await this.#replaceOthers(connection, keyChannel(key));
    connection.save();
    const { id, secret } = connection.kept;
    return {
      kind: "connected",
      ref: command.ref,
      connection: id,
      user,
      key,
      session: `${id}.${secret}`,
      expiresAtMs,
      subscriptions,
    };
  }

  async #callService({ kept }: Connection, method: string, data: string): Promise<ServiceReply> {
    const { settings, gate } = this.#deps;
    if (settings.rpcPath === undefined) throw refuse("not-available", "no routes are set up for rpc");
    if (!RPC_METHOD.test(method)) throw refuse("bad-request", "rpc: a method of letters, digits, _ . - expected");
    const { user, session, isAccount, expiresAtMs, ip } = kept;
    const account = isAccount && expiresAtMs !== undefined ? { user, session, expiresAtMs } : undefined;
    return await gate().call({ path: settings.rpcPath + method, data, ip, account });
  }

  async #replaceOthers(connection: Connection, channel: string): Promise<void> {
    const before = { openedMs: connection.kept.openedMs, connection: connection.id };
    const query: KickQuery = { before, reason: "replaced" };
    await this.call(channel, (host) => host.kick(channel, query));
  }

  async #subscribe(connection: Connection, command: SubscribeCommand): Promise<ShardEvent> {
    const { roster, gate } = this.#deps;
    const { ref, channel, token, position, leave = [] } = command;
    const isThere = roster.subscription(channel, connection.id) !== undefined;
    if (isThere && !leave.includes(channel)) throw refuse("already-subscribed", "the connection has the channel");
    const left = leave.filter((each) => roster.subscription(each, connection.id) !== undefined);
    if (roster.ofConnection(connection.id).length - left.length >= CHANNELS_MAX) {
      throw refuse("too-many-channels", `more than ${CHANNELS_MAX} channels`);
    }
    const checked = token === undefined ? undefined : await gate().grant(token, channel, connection.kept.user);
    if (checked !== undefined && isDenied(checked)) throw new Refused(checked);
    this.#permit(connection, channel, checked !== undefined);
    for (const each of left) await this.leave(connection, each);
    const byName = checked === undefined;
    const subscription = await this.join(connection, channel, { position, byName, ...checked?.grant });
    return { kind: "subscribed", ref, subscription };
  }

  #permit(connection: Connection, channel: string, hasToken: boolean): void {
    const found = known(channel, this.#deps.settings);
    if (isDenied(found)) throw new Refused(found);
    const denied = denySubscribe(channel, found, connection.kept, hasToken);
    if (denied !== undefined) throw new Refused(denied);
  }

  /** Whatever the rights are. */
  async join(
    connection: Connection,
    channel: string,
    { position, expiresAtMs, chanInfo, data, joinLeave, recoverable = true, byName = false }: JoinOptions = {},
  ): Promise<Subscribed> {
    const { views, roster, settings } = this.#deps;
    const found = known(channel, settings);
    if (isDenied(found)) throw new Refused(found);
    views.subscribing(channel);
    const joined =
      views.near(channel, position) ??
      (await this.#askToJoin(connection, channel, position, byName).catch((thrown: unknown) => {
        views.failed(channel);
        throw thrown;
      }));
    if (connection.isClosed) {
      views.failed(channel);
      throw refuse("not-connected", "the connection closed");
    }
    const client = clientOf(connection, chanInfo);
    const row = { channel, connection: connection.id, client, expiresAtMs };
    roster.subscribe(joinLeave === undefined ? row : { ...row, joinLeave });
    const { position: at, recovered, publications } = views.subscribed(channel, connection, joined);
    this.#deps.joined(channel, connection);
    if (joinLeave ?? found.options.joinLeave) this.#announce(channel, { kind: "joined", client });
    if (expiresAtMs !== undefined) this.#deps.due(expiresAtMs);
    this.#deps.renewed();
    return {
      channel,
      position: at,
      recoverable: recoverable && found.options.historySize > 0,
      wasRecovering: position !== undefined,
      recovered,
      publications,
      ...(expiresAtMs !== undefined && { expiresAtMs }),
      ...(data !== undefined && { data }),
    };
  }

  /**
   * One call for all who stand at the same position: what the first is answered holds for who comes while it is asked, because what is delivered
   * from then on is kept for them all (views.ts). A shard whose sockets were all cut has thousands that come back before it knows anything.
   */
  #askToJoin(
    connection: Connection,
    channel: string,
    position: Position | undefined,
    byName: boolean,
  ): Promise<Joined> {
    const pass = passOf(connection.kept, channel);
    const key = JSON.stringify([channel, position?.epoch, position?.offset, pass?.session, pass?.issuedMs]);
    const known = this.#joining.get(key);
    if (known !== undefined) return known;
    const ask = () => {
      const asked = this.call(channel, (host) => host.join(channel, this.#deps.self, position, pass));
      const shared = asked.finally(() => this.#joining.delete(key));
      this.#joining.set(key, shared);
      return shared;
    };
    const isNew = (joined: Joined) => joined.isNew === true;
    return byName ? this.#newChannels.ask(connection.kept, channel, ask, isNew) : ask();
  }

  /** Does nothing for a channel that the connection has not. */
  async leave(connection: Connection, channel: string): Promise<void> {
    const { roster, views } = this.#deps;
    const had = roster.subscription(channel, connection.id);
    if (had === undefined) return;
    roster.unsubscribe(channel, connection.id);
    views.unsubscribed(channel, connection.id);
    this.#left(had);
  }

  /** The connection is gone. */
  gone(id: string): void {
    const { roster, views } = this.#deps;
    for (const row of roster.remove(id)) {
      views.unsubscribed(row.channel, id);
      this.#left(row);
    }
  }

  #left({ channel, client, joinLeave }: SubscriptionRow): void {
    const found = known(channel, this.#deps.settings);
    const isTold = joinLeave ?? (!isDenied(found) && found.options.joinLeave);
    if (isTold) this.#announce(channel, { kind: "left", client });
  }

  #announce(channel: string, move: { kind: "joined" | "left"; client: ClientInfo }): void {
    this.call(channel, (host) => host.move(channel, [move])).catch((cause: unknown) =>
      this.#deps.warn(`${channel} was not told who ${move.kind}`, cause),
    );
  }

  async #publish(connection: Connection, command: Extract<Command, { kind: "publish" }>): Promise<ShardEvent> {
    const { channel, data, op, tags, ref } = command;
    const found = known(channel, this.#deps.settings);
    if (isDenied(found)) throw new Refused(found);
    const had = this.#deps.roster.subscription(channel, connection.id);
    const denied = denyPublish(found, connection.kept, had !== undefined);
    if (denied !== undefined) throw new Refused(denied);
    const from = had?.client ?? clientOf(connection, undefined);
    const message = { data, from, ...(op !== undefined && { op }), ...(tags && { tags }) };
    const ask = () =>
      this.call(channel, async (host) => {
        const [first] = await host.publish([{ channel, message }]);
        if (first === undefined) throw new Error("a publish has no outcome");
        return first;
      });
    const isNew = (first: PublishOutcome) =>
      "published" in first && first.published.offset <= 1 && first.published.shards === 0;
    const outcome = had === undefined ? await this.#newChannels.ask(connection.kept, channel, ask, isNew) : await ask();
    if ("refused" in outcome)
      throw refuse(outcome.refused.code === "invalid_argument" ? "too-large" : "unavailable", outcome.refused.message);
    const { epoch, offset } = outcome.published;
    return { kind: "published", ref, channel, position: { epoch, offset } };
  }

  #look(connection: Connection, channel: string, what: "presence" | "history"): void {
    const found = known(channel, this.#deps.settings);
    if (isDenied(found)) throw new Refused(found);
    const isSubscribed = this.#deps.roster.subscription(channel, connection.id) !== undefined;
    const denied = denyLook(found, isSubscribed, what);
    if (denied !== undefined) throw new Refused(denied);
  }

  async #refresh(connection: Connection, ref: Ref, token: string): Promise<ShardEvent> {
    const checked = await this.#deps.gate().identify(token);
    if (isDenied(checked)) throw new Refused(checked);
    const { user, session, expiresAtMs, issuedMs, isAccount = false } = checked.identity;
    if (user !== connection.kept.user) throw refuse("permission-denied", "the token is another user's");
    // Whoever checked it does not know who was sent away since it was made. The home does.
    const pass = { session, issuedMs };
    for (const own of ownChannels(connection.kept))
      await this.call(own, (host) => host.join(own, this.#deps.self, undefined, pass));
    if (connection.isClosed) throw refuse("not-connected", "the connection closed");
    connection.change({ session, expiresAtMs, issuedMs, isAccount });
    connection.save();
    this.#deps.schedule(connection);
    return { kind: "refreshed", ref, expiresAtMs };
  }

  async #subRefresh(connection: Connection, ref: Ref, channel: string, token: string): Promise<ShardEvent> {
    const { roster, gate, due } = this.#deps;
    const checked = await gate().grant(token, channel, connection.kept.user);
    if (isDenied(checked)) throw new Refused(checked);
    const had = roster.subscription(channel, connection.id);
    if (had === undefined) throw refuse("not-subscribed", "the connection has not the channel");
    const { expiresAtMs } = checked.grant;
    roster.subscribe({ ...had, expiresAtMs });
    if (expiresAtMs !== undefined) due(expiresAtMs);
    return { kind: "sub-refreshed", ref, channel, expiresAtMs };
  }
}
