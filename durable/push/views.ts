/**
 * The channels that connections of a shard hear, and the way of a delivery to them.
 *
 * A view is what a shard knows of a channel: who hears it, and the last offset that they were given. Connections that get equal frames are one
 * audience, for which a run of publications is rendered once.
 *
 * Invariants:
 * - Offsets that a connection is given of an epoch rise without a gap, from the position that its subscription was answered with. Where that
 *   cannot be, it is told `insufficient-state` and hears nothing more.
 * - The offset of a view is stored after its frames went out, with much else in one commit (roster.ts): no frame waits for the disk, and sleep
 *   loses and repeats nothing. An object that dies before takes its sockets along; should it ever not, its subscribers get again what it had
 *   not noted.
 * @module
 */
import type { Position, Publication } from "../../proto/push/model.ts";
import { isKeptByShard } from "../../proto/push/push.ts";
import type { Connection } from "./connection.ts";
import type { Delivery, DeliveryReport, HistoryPage, Joined } from "./delivery.ts";
import type { Frame, Protocol, ShardEvent } from "./protocol.ts";
import type { Roster } from "./roster.ts";
import { PUBLICATION_BYTES, runsOf } from "./runs.ts";

/** Of what is kept for subscriptions under way: as much as a recovery may bring. Who would need more is told that it did not recover. */
const RECENT_BYTES_MAX = 1_048_576;
/** Views without a subscriber that is awake are found again on disk. */
const VIEWS_MAX = 20_000;

interface View {
  readonly channel: string;
  isLocal: boolean;
  epoch: string;
  offset: number;
  readonly members: Map<string, Connection>;
  /** Made when it is needed, and again when a member changes. */
  audiences: readonly Audience[] | undefined;
  /** Connections that have more than the view: all up to this offset came with the answer to their subscription. */
  readonly late: Map<string, number>;
  /** Subscriptions under way; what is delivered meanwhile is kept for them. */
  pending: number;
  recent: Publication[];
  recentBytes: number;
  /** Up to this offset `recent` has forgotten what it had. */
  recentFloor: number;
  filling: Promise<unknown> | undefined;
}

interface Audience {
  readonly protocol: Protocol;
  readonly name: string;
  readonly connections: Connection[];
}

export interface ViewsDeps {
  /** The shard's own name. */
  readonly self: string;
  readonly roster: Roster;
  readonly now: () => number;
  /** Undefined for one that is gone. */
  readonly connection: (id: string) => Connection | undefined;
  /** The position of a channel that this object keeps itself; undefined for others. */
  readonly localPosition: (channel: string) => Position | undefined;
  readonly recover: (channel: string, since: Position) => Promise<HistoryPage>;
  readonly emit: (connection: Connection, event: ShardEvent) => void;
  /** It does not read. */
  readonly slow: (connection: Connection) => void;
  /** It is to be asked whether it reads. */
  readonly ask: (connection: Connection) => void;
  /** So many frames went out. */
  readonly wrote: (frames: number) => void;
}

export class Views {
  readonly #deps: ViewsDeps;
  readonly #views = new Map<string, View>();

  constructor(deps: ViewsDeps) {
    this.#deps = deps;
  }

  deliver(delivery: Delivery): DeliveryReport | Promise<DeliveryReport> {
    const view = this.#open(delivery.channel);
    if (view.members.size === 0 && view.pending === 0) {
      this.#drop(view);
      return { gone: [this.#deps.self], failed: [], connections: 0 };
    }
    if (view.filling !== undefined) return view.filling.then(() => this.deliver(delivery));
    // The stream is here, and is delivered in the turn that it grows in.
    if (view.isLocal) this.#set(view, { epoch: delivery.epoch, offset: delivery.after });
    if (view.epoch === "") this.#set(view, { epoch: delivery.epoch, offset: delivery.after });
    if (view.epoch !== delivery.epoch) this.#lost(view, { epoch: delivery.epoch, offset: delivery.after });
    if (delivery.after > view.offset) return this.#fill(view, delivery);
    return this.#take(view, delivery);
  }

  /**
   * What the channel's object would answer, where the shard knows it: a room that a million join is asked by each of their shards once. The
   * position may be behind the channel's own; what lies between comes as it comes to the others.
   * @returns undefined where it must be asked: nobody here hears the channel yet, something was missed that is not here, or it is a private
   * stream, whose home also knows which sessions were ended
   */
  near(channel: string, since: Position | undefined): Joined | undefined {
    if (isKeptByShard(channel)) return undefined;
    const view = this.#open(channel);
    if (view.members.size === 0 || view.filling !== undefined || view.epoch === "") return undefined;
    const { epoch, offset } = view;
    if (since === undefined) return { position: { epoch, offset }, recovered: false, publications: [] };
    if (since.epoch !== epoch || since.offset !== offset) return undefined;
    return { position: { epoch, offset }, recovered: true, publications: [] };
  }

  /** Before the channel's object is asked; {@link subscribed} or {@link failed} comes after. */
  subscribing(channel: string): void {
    this.#open(channel).pending++;
  }

  failed(channel: string): void {
    const view = this.#open(channel);
    this.#settle(view);
    if (view.members.size === 0 && view.pending === 0) this.#drop(view);
  }

  /**
   * From now on the connection hears the channel.
   * @returns where it begins, and what it missed, with all that was delivered since the answer was made
   */
  subscribed(channel: string, connection: Connection, joined: Joined): Joined {
    const view = this.#open(channel);
    const { position } = joined;
    if (view.epoch !== "" && view.epoch !== position.epoch && view.members.size > 0) this.#lost(view, position);
    const isFirst = view.epoch !== position.epoch;
    if (isFirst || view.isLocal) this.#set(view, position);
    if (isFirst) view.recentFloor = position.offset; // Nobody was given what lies before: an answer that is older and comes later lacks it.
    const since = view.recent.filter(({ offset }) => offset > position.offset);
    const recovered = joined.recovered && view.recentFloor <= position.offset;
    const offset = Math.max(view.offset, position.offset);
    this.#settle(view);
    const isAlone = view.members.size === 0 && view.pending === 0;
    view.members.set(connection.id, connection);
    view.audiences = undefined;
    if (view.offset < position.offset) {
      if (isAlone) this.#set(view, position);
      else this.#catchUp(view, connection, position);
    }
    return {
      position: { epoch: position.epoch, offset },
      recovered,
      publications: recovered ? [...joined.publications, ...since] : [],
    };
  }

  unsubscribed(channel: string, connectionId: string): void {
    const view = this.#views.get(channel);
    if (view === undefined) return;
    view.members.delete(connectionId);
    view.late.delete(connectionId);
    view.audiences = undefined;
    if (view.members.size === 0 && view.pending === 0) this.#drop(view);
  }

  /** Whether subscriptions to it are under way. */
  isJoined(channel: string): boolean {
    return (this.#views.get(channel)?.pending ?? 0) > 0;
  }

  /** The connection's frames for the channel are others than before. */
  regroup(channel: string): void {
    const view = this.#views.get(channel);
    if (view !== undefined) view.audiences = undefined;
  }

  members(channel: string): readonly Connection[] {
    return [...this.#open(channel).members.values()];
  }

  /** The channel is kept by another object from now on. */
  moved(channel: string, position: Position): void {
    const view = this.#open(channel);
    view.isLocal = false;
    if (view.members.size > 0) this.#set(view, position);
  }

  /** Compares with what the channel's object says, for who was not told of something. */
  async check(channel: string, position: Position): Promise<void> {
    const view = this.#open(channel);
    if (view.members.size === 0 || view.isLocal || view.filling !== undefined) return;
    if (view.epoch !== position.epoch) this.#lost(view, position);
    else if (view.offset < position.offset) {
      const upTo = {
        channel,
        epoch: view.epoch,
        after: position.offset,
        upTo: position.offset,
        publications: [],
        moves: [],
      };
      await this.#fill(view, upTo);
    }
  }

  /**
   * The connection has more than the others. They are given it now: what `late` says is gone with the memory, and the object may sleep before
   * the next delivery, but not while it waits for an answer.
   */
  #catchUp(view: View, { id }: Connection, position: Position): void {
    view.late.set(id, position.offset);
    // Where it fails, the next delivery lacks the same and asks again.
    this.check(view.channel, position).catch(() => {});
  }

  async #fill(view: View, delivery: Delivery): Promise<DeliveryReport> {
    const { epoch, offset } = view;
    const missing = this.#deps.recover(view.channel, { epoch, offset });
    view.filling = missing.catch(() => undefined);
    const page = await missing.finally(() => {
      view.filling = undefined;
    });
    const { position, complete, publications } = page;
    if (position.epoch === view.epoch && !complete) {
      // Who asked may have left meanwhile, and another have begun further on.
      if (view.offset === offset) this.#lostBehind(view, position);
      return await this.deliver(delivery);
    }
    if (position.epoch !== view.epoch) this.#lost(view, { ...position, epoch: delivery.epoch });
    else this.#take(view, { ...delivery, after: view.offset, upTo: position.offset, publications, moves: [] });
    return this.#take(view, delivery);
  }

  /** What the others lack is too much; who has more than they do lacks less, and goes on from there. */
  #lostBehind(view: View, position: Position): void {
    const ahead = [...view.late].filter(([, had]) => had > view.offset);
    const offset = Math.min(position.offset, ...ahead.map(([, had]) => had));
    const members = ahead.flatMap(([id]) => view.members.get(id) ?? []);
    for (const { id } of members) view.members.delete(id);
    this.#lost(view, { ...position, offset });
    for (const connection of members) view.members.set(connection.id, connection);
    for (const [id, had] of ahead) if (had > offset) view.late.set(id, had);
  }

  #take(view: View, { upTo, publications, moves }: Delivery): DeliveryReport {
    const nowMs = this.#deps.now();
    const fresh = publications.filter(
      ({ offset, expiresAtMs }) =>
        (offset === 0 || offset > view.offset) && (expiresAtMs === undefined || expiresAtMs > nowMs),
    );
    if (view.pending > 0) this.#remember(view, fresh);
    this.#send(view, fresh);
    for (const { kind, client } of moves) this.#tell(view, { kind, channel: view.channel, client });
    if (upTo > view.offset) {
      view.offset = upTo;
      this.#note(view);
    }
    for (const [id, offset] of view.late) if (offset <= view.offset) view.late.delete(id);
    return { gone: [], failed: [], connections: view.members.size };
  }

  #remember(view: View, publications: readonly Publication[]): void {
    for (const publication of publications) {
      if (publication.offset === 0) continue;
      view.recent.push(publication);
      view.recentBytes += PUBLICATION_BYTES + publication.data.length;
    }
    while (view.recentBytes > RECENT_BYTES_MAX) {
      const forgotten = view.recent.shift();
      if (forgotten === undefined) break;
      view.recentBytes -= PUBLICATION_BYTES + forgotten.data.length;
      view.recentFloor = forgotten.offset;
    }
  }

  #send(view: View, publications: readonly Publication[]): void {
    if (publications.length === 0) return;
    const { slow, ask, now, wrote } = this.#deps;
    let written = 0;
    const suspects: [Connection, "ask" | "slow"][] = [];
    const sendAll = (connection: Connection, frames: readonly Frame[]) => {
      for (const frame of frames) {
        const verdict = connection.send(frame, now);
        if (verdict !== "fine") suspects.push([connection, verdict]);
      }
      written += frames.length;
    };
    view.audiences ??= audiencesOf(view);
    const runs = runsOf(publications);
    for (const { protocol, name, connections } of view.audiences) {
      const frames = runs.flatMap((run) => protocol.render(name, view.channel, run));
      for (const connection of connections) {
        const had = view.late.size === 0 ? undefined : view.late.get(connection.id);
        if (had === undefined) sendAll(connection, frames);
        else {
          const rest = publications.filter(({ offset }) => offset === 0 || offset > had);
          sendAll(connection, rest.length === 0 ? [] : protocol.render(name, view.channel, rest));
        }
      }
    }
    wrote(written);
    for (const [connection, verdict] of suspects) (verdict === "slow" ? slow : ask)(connection);
  }

  #tell(view: View, event: ShardEvent): void {
    for (const connection of [...view.members.values()]) this.#deps.emit(connection, event);
  }

  /** Something is missing that nobody has any more. */
  #lost(view: View, position: Position): void {
    const members = [...view.members.values()];
    view.members.clear();
    view.late.clear();
    view.audiences = undefined;
    forgetRecent(view);
    if (view.pending > 0) view.recentFloor = position.offset; // An answer that was made before lacks what lies between.
    this.#set(view, position);
    for (const connection of members) {
      this.#deps.roster.unsubscribe(view.channel, connection.id);
      this.#deps.emit(connection, {
        kind: "unsubscribed",
        ref: undefined,
        channel: view.channel,
        reason: "insufficient-state",
      });
    }
  }

  #set(view: View, { epoch, offset }: Position): void {
    view.epoch = epoch;
    view.offset = offset;
    this.#note(view);
  }

  #note(view: View): void {
    if (!view.isLocal) this.#deps.roster.reached(view.channel, view);
  }

  #settle(view: View): void {
    view.pending--;
    if (view.pending === 0) forgetRecent(view);
  }

  #open(channel: string): View {
    const known = this.#views.get(channel);
    if (known !== undefined) return known;
    const { roster, connection, localPosition } = this.#deps;
    const local = localPosition(channel);
    const { epoch, offset } = local ?? roster.position(channel) ?? { epoch: "", offset: 0 };
    const members = new Map<string, Connection>();
    for (const id of roster.subscribers(channel)) {
      const found = connection(id);
      if (found === undefined) roster.unsubscribe(channel, id);
      else members.set(id, found);
    }
    const view: View = {
      channel,
      isLocal: local !== undefined,
      epoch,
      offset,
      members,
      audiences: undefined,
      late: new Map(),
      pending: 0,
      recent: [],
      recentBytes: 0,
      recentFloor: 0,
      filling: undefined,
    };
    if (this.#views.size >= VIEWS_MAX) this.#dropSome();
    this.#views.set(channel, view);
    return view;
  }

  #drop(view: View): void {
    this.#views.delete(view.channel);
    if (!view.isLocal) this.#deps.roster.forgetView(view.channel);
  }

  /** Only from memory: what they say is stored. */
  #dropSome(): void {
    for (const [channel, { pending, late, filling }] of this.#views) {
      if (pending === 0 && late.size === 0 && filling === undefined) this.#views.delete(channel);
      if (this.#views.size < VIEWS_MAX / 2) return;
    }
  }
}

function forgetRecent(view: View): void {
  view.recent = [];
  view.recentBytes = 0;
  view.recentFloor = 0;
}

function audiencesOf({ channel, members }: View): Audience[] {
  const audiences = new Map<string, Audience>();
  for (const connection of members.values()) {
    const { protocol, kept } = connection;
    const name = protocol.audience(kept.state, channel);
    const key = `${protocol.name}\n${name}`;
    const audience = audiences.get(key) ?? { protocol, name, connections: [] };
    audience.connections.push(connection);
    audiences.set(key, audience);
  }
  return [...audiences.values()];
}
