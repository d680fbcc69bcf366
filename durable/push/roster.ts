/**
 * Who is connected to a shard, and to which channels: what must be known of sockets while the object sleeps, and of channels that others keep.
 *
 * Storage: roster-rows.ts, written behind: what changed within {@link WRITE_BEHIND_MS} goes to disk in one commit. All of it is worth only as
 * long as the sockets are there, and they end with the process; it is on disk for sleep alone, and a timer keeps the object from sleep until it is.
 * A commit for each step of each connection is what would make a storm of reconnections last a minute: it takes half a millisecond and stops
 * all else.
 *
 * Invariant: what is read is what was written last, wherever it is.
 * @module
 */
import type { ClientInfo, Position } from "../../proto/push/model.ts";
import { type RosterBatch, RosterRows, type SubscriptionRow } from "./roster-rows.ts";

export type { SubscriptionRow } from "./roster-rows.ts";

/** A room that is written to all the time costs its shards a row a second for their positions. */
export const WRITE_BEHIND_MS = 1_000;
/** Connections whose changes are written in one go, some 30 ms: others wait for it. */
const SLICE_MAX = 500;

/** What is not on disk yet, of one connection. */
interface Change {
  /** Undefined where its row is not touched. */
  row: { readonly user: string; readonly dueMs: number | undefined; readonly newIp: string | undefined } | undefined;
  /** It is not on disk at all. */
  readonly isNew: boolean;
  isRemoved: boolean;
  /** Undefined for a channel that it has left. */
  readonly subscriptions: Map<string, SubscriptionRow | undefined>;
}

export interface RosterDeps {
  readonly sql: SqlStorage;
  readonly later: (ms: number, work: () => void) => void;
}

export class Roster {
  readonly #rows: RosterRows;
  readonly #later: RosterDeps["later"];
  readonly #changes = new Map<string, Change>();
  /** Connections with a change to the channel. */
  readonly #changed = new Map<string, Set<string>>();
  readonly #views = new Map<string, Position | undefined>();
  /** The channels of each connection that came, or was asked for, since the object woke: what it does next is about them. */
  readonly #known = new Map<string, Map<string, SubscriptionRow>>();
  #isWaiting = false;

  constructor({ sql, later }: RosterDeps) {
    this.#rows = new RosterRows(sql);
    this.#later = later;
  }

  enter(id: string, ip: string): void {
    const row = { user: "", dueMs: undefined, newIp: ip };
    this.#changes.set(id, { row, isNew: true, isRemoved: false, subscriptions: new Map() });
    this.#known.set(id, new Map());
    this.#wait();
  }

  note(id: string, user: string, dueMs: number | undefined): void {
    const change = this.#changeOf(id);
    change.row = { user, dueMs, newIp: change.row?.newIp };
  }

  /** @returns the channels that it had */
  remove(id: string): SubscriptionRow[] {
    const had = this.ofConnection(id);
    this.#known.delete(id);
    const change = this.#changeOf(id);
    for (const channel of change.subscriptions.keys()) this.#unmark(channel, id);
    change.subscriptions.clear();
    change.isRemoved = true;
    // One that came and went between two commits was never there.
    if (change.isNew) this.#changes.delete(id);
    return had;
  }

  subscribe(row: SubscriptionRow): void {
    this.#change(row.channel, row.connection, row);
  }

  unsubscribe(channel: string, connection: string): void {
    this.#change(channel, connection, undefined);
  }

  subscription(channel: string, connection: string): SubscriptionRow | undefined {
    return this.#channelsOf(connection).get(channel);
  }

  ofConnection(connection: string): SubscriptionRow[] {
    return [...this.#channelsOf(connection).values()];
  }

  subscribers(channel: string): string[] {
    const changed = this.#changed.get(channel);
    const kept = this.#rows
      .subscribers(channel)
      .filter((id) => this.#changes.get(id)?.isRemoved !== true && !changed?.has(id));
    const come = [...(changed ?? [])].filter((id) => this.#changes.get(id)?.subscriptions.get(channel) !== undefined);
    return [...kept, ...come];
  }

  position(channel: string): Position | undefined {
    return this.#views.has(channel) ? this.#views.get(channel) : this.#rows.position(channel);
  }

  reached(channel: string, { epoch, offset }: Position): void {
    this.#views.set(channel, { epoch, offset });
    this.#wait();
  }

  forgetView(channel: string): void {
    this.#views.set(channel, undefined);
    this.#wait();
  }

  // What is asked of all goes to disk first.

  ids(): string[] {
    return this.#whole().ids();
  }

  due(nowMs: number, limit: number): string[] {
    return this.#whole().due(nowMs, limit);
  }

  nextDueMs(): number | undefined {
    return this.#whole().nextDueMs();
  }

  clients(channel: string, limit: number): ClientInfo[] {
    return this.#whole().clients(channel, limit);
  }

  countOf(channel: string): ReturnType<RosterRows["countOf"]> {
    return this.#whole().countOf(channel);
  }

  totals(): ReturnType<RosterRows["totals"]> {
    return this.#whole().totals();
  }

  census(): ReturnType<RosterRows["census"]> {
    return this.#whole().census();
  }

  top(prefix: string, limit: number): [string, number][] {
    return this.#whole().top(prefix, limit);
  }

  /** Channels that have subscribers here. */
  channels(): string[] {
    return this.#whole().channels();
  }

  nextExpiryMs(): number | undefined {
    return this.#whole().nextExpiryMs();
  }

  /** Expired subscriptions. */
  expired(nowMs: number, limit: number): SubscriptionRow[] {
    return this.#whole().expired(nowMs, limit);
  }

  #whole(): RosterRows {
    this.#write(Number.POSITIVE_INFINITY);
    return this.#rows;
  }

  #channelsOf(connection: string): Map<string, SubscriptionRow> {
    const known = this.#known.get(connection);
    if (known !== undefined) return known;
    const change = this.#changes.get(connection);
    const channels = new Map<string, SubscriptionRow>();
    if (change?.isRemoved) return channels;
    if (!change?.isNew) for (const row of this.#rows.ofConnection(connection)) channels.set(row.channel, row);
    for (const [channel, row] of change?.subscriptions ?? []) {
      if (row === undefined) channels.delete(channel);
      else channels.set(channel, row);
    }
    // What is asked of one that is gone is not kept.
    if (channels.size > 0) this.#known.set(connection, channels);
    return channels;
  }

  #change(channel: string, connection: string, row: SubscriptionRow | undefined): void {
    if (row === undefined) this.#known.get(connection)?.delete(channel);
    else this.#known.get(connection)?.set(channel, row);
    this.#changeOf(connection).subscriptions.set(channel, row);
    const changed = this.#changed.get(channel);
    if (changed === undefined) this.#changed.set(channel, new Set([connection]));
    else changed.add(connection);
  }

  #changeOf(id: string): Change {
    this.#wait();
    const known = this.#changes.get(id);
    if (known !== undefined) return known;
    const change: Change = { row: undefined, isNew: false, isRemoved: false, subscriptions: new Map() };
    this.#changes.set(id, change);
    return change;
  }

  #unmark(channel: string, connection: string): void {
    const changed = this.#changed.get(channel);
    changed?.delete(connection);
    if (changed?.size === 0) this.#changed.delete(channel);
  }

  #wait(ms = WRITE_BEHIND_MS): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    this.#later(ms, () => {
      this.#isWaiting = false;
      this.#write(SLICE_MAX);
      if (this.#changes.size > 0 || this.#views.size > 0) this.#wait(0);
    });
  }

  #write(connectionsMax: number): void {
    let left = connectionsMax;
    const batch = newBatch();
    for (const [id, change] of this.#changes) {
      if (left-- === 0) break;
      collect(batch, id, change);
      for (const channel of change.subscriptions.keys()) this.#unmark(channel, id);
      this.#changes.delete(id);
    }
    this.#rows.write(batch);
    for (const [channel, position] of this.#views) {
      if (left-- <= 0) return;
      if (position === undefined) this.#rows.forgetView(channel);
      else this.#rows.reached(channel, position);
      this.#views.delete(channel);
    }
  }
}

function newBatch(): RosterBatch {
  return { removed: [], entered: [], noted: [], left: [], subscribed: [] };
}

function collect(batch: RosterBatch, id: string, { row, isRemoved, subscriptions }: Change): void {
  if (isRemoved) {
    batch.removed.push(id);
    return;
  }
  if (row?.newIp !== undefined) batch.entered.push([id, row.newIp, row.user, row.dueMs ?? null]);
  else if (row !== undefined) batch.noted.push([id, row.user, row.dueMs ?? null]);
  for (const [channel, subscription] of subscriptions) {
    if (subscription === undefined) batch.left.push([channel, id]);
    else batch.subscribed.push(subscription);
  }
}
