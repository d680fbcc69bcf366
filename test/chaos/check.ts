/**
 * What must hold of a log of publishes and deliveries, whatever was done to the servers meanwhile. Pure.
 *
 * | rule | holds if |
 * |---|---|
 * | durable | what was acknowledged is in its channel's history, where the acknowledgement says, once, in the one epoch that the channel has |
 * | access | nobody is given what is not for it: another's channel, a channel that it has left, an operation that it did not accept |
 * | order | what a connection is given of a channel rises strictly by offset |
 * | gap | with offsets, each follows the one before, from where the subscription began; without, nothing in between was stored for it |
 * | lost | who is connected at the end has all that came after its subscription; gopush's key and the SDK all that there ever was |
 * | signal | `recovered: false`, a gap, and the end of a subscription or connection for a loss are said only where what is missing cannot be had |
 * | twice | nothing comes twice through the client's dropping of what it has |
 * | stuck | who was thrown off could come back |
 * @module
 */
import { read } from "./check-reads.ts";
import { isExcused, passes, type Rule, ranges, type Violation, type World, worldOf } from "./check-world.ts";
import type { Case, Given, Position, SubscribedEntry, SubscriberFacts } from "./log.ts";

export type { Rule, Violation } from "./check-world.ts";

/** A recovery may bring so much: durable/push/streams.ts. */
const RECOVERED_MAX = 1_000;
const RECOVERED_BYTES_MAX = 1_048_576;
/** goim's and Centrifugo's codes for it. */
const CLOSED_FOR_LOSS = new Set([4_010, 3_010]);

/** From a subscription to its end. */
interface Window {
  readonly who: SubscriberFacts;
  readonly connection: number;
  readonly channel: string;
  /** In the log. */
  readonly openedAt: number;
  readonly subscribed: SubscribedEntry;
  readonly got: Given[];
  isOpen: boolean;
  endCode: number | undefined;
}

export function check(given: Case): Violation[] {
  const world = worldOf(given);
  const violations: Violation[] = [];
  const windows = windowsOf(world, violations);
  violations.push(...durable(world), ...stuck(world), ...twice(world));
  for (const window of windows) violations.push(...ordered(window, world), ...signalled(window, world));
  violations.push(...endedInVain(windows), ...closedInVain(windows, world));
  for (const window of windows) {
    const { position } = window.subscribed;
    violations.push(...(position === undefined ? unnumbered(window, world) : numbered(window, position, world)));
  }
  for (const who of given.subscribers) violations.push(...read(who, world));
  return violations;
}

/** Finds them, and what was given outside of any. */
function windowsOf({ entries, subscribers, published }: World, violations: Violation[]): Window[] {
  const windows: Window[] = [];
  const open = new Map<string, Window>();
  const end = (isMeant: (window: Window) => boolean, code: number | undefined) => {
    for (const [key, window] of open) {
      if (!isMeant(window)) continue;
      window.isOpen = false;
      window.endCode = code;
      open.delete(key);
    }
  };
  for (const [openedAt, entry] of entries.entries()) {
    if (entry.kind === "subscribed") {
      const { connection, channel } = entry;
      const who = subscribers.get(entry.who) as SubscriberFacts;
      const given = { who, connection, channel, openedAt, subscribed: entry };
      const window: Window = { ...given, got: [...entry.publications], isOpen: true, endCode: undefined };
      for (const each of entry.publications) violations.push(...accessed(window, each, published));
      windows.push(window);
      open.set(`${entry.who} ${connection} ${channel}`, window);
    } else if (entry.kind === "got") {
      const window = open.get(`${entry.who} ${entry.connection} ${entry.channel}`);
      const { who, channel, id, connection } = entry;
      if (window === undefined) {
        const detail = `${id} came on connection ${connection}, which had not subscribed to it`;
        violations.push({ rule: "access", who, channel, detail });
      } else {
        violations.push(...accessed(window, entry, published));
        window.got.push({ id, ...(entry.offset !== undefined && { offset: entry.offset }) });
      }
    } else if (entry.kind === "left") {
      const { who, connection, channel, code } = entry;
      end((w) => w.who.name === who && w.connection === connection && w.channel === channel, code);
    } else if (entry.kind === "closed") {
      end(({ who, connection }) => who.name === entry.who && connection === entry.connection, undefined);
    }
  }
  const alive = new Set(entries.flatMap((each) => (each.kind === "alive" ? [`${each.who} ${each.connection}`] : [])));
  end(({ who, connection }) => !alive.has(`${who.name} ${connection}`), undefined);
  return windows;
}

function accessed({ who, channel }: Window, { id }: Given, published: World["published"]): Violation[] {
  const of = (detail: string): Violation[] => [{ rule: "access", who: who.name, channel, detail }];
  const known = published.get(id)?.entry;
  if (known === undefined) return of(`${id} was never published`);
  if (known.channel !== channel) return of(`${id} was published to ${known.channel}`);
  if (!who.hears.includes(channel)) return of(`${id} is not for it`);
  return passes(who, known) ? [] : of(`${id} has operation ${known.op}, which it did not accept`);
}

function durable({ entries, published, doubtful, streams }: World): Violation[] {
  const violations: Violation[] = [];
  const of = (channel: string, detail: string) => violations.push({ rule: "durable", channel, detail });
  for (const [channel, { epochs, stored }] of streams) {
    if (epochs.size > 1) of(channel, `it has had ${epochs.size} epochs: ${[...epochs].join(" ")}`);
    const seen = new Map<string, number>();
    for (const { id, offset } of stored) {
      const before = seen.get(id);
      if (before !== undefined && !doubtful.has(id)) of(channel, `${id} is stored at ${before} and at ${offset}`);
      seen.set(id, offset);
      if (published.get(id)?.entry.channel !== channel) of(channel, `${id} is stored, and was not published to it`);
    }
  }
  for (const entry of entries) {
    if (entry.kind !== "acked") continue;
    const message = published.get(entry.id)?.entry;
    const stream = message && streams.get(message.channel);
    if (stream === undefined || message === undefined) continue;
    const at = stream.stored.find(({ id }) => id === entry.id)?.offset;
    const { position } = entry;
    const isDropped =
      position === undefined ? stream.top > stream.historySize : position.offset <= stream.top - stream.historySize;
    if (at === undefined && !isDropped && !message.expires)
      of(message.channel, `${entry.id} was acknowledged and is not stored`);
    if (at !== undefined && position !== undefined && at !== position.offset && !doubtful.has(entry.id)) {
      of(message.channel, `${entry.id} was acknowledged as ${position.offset} and is stored at ${at}`);
    }
  }
  return violations;
}

function offsetOf(given: Given, channel: string, { streams, doubtful }: World): number | undefined {
  if (given.offset === undefined && doubtful.has(given.id)) return undefined;
  return given.offset ?? streams.get(channel)?.offsets.get(given.id);
}

function ordered({ who, connection, channel, got }: Window, world: World): Violation[] {
  const violations: Violation[] = [];
  let highest = 0;
  for (const given of got) {
    const offset = offsetOf(given, channel, world);
    if (offset === undefined) continue;
    if (offset <= highest) {
      const detail = `${given.id} at ${offset} came after ${highest} on connection ${connection}`;
      violations.push({ rule: "order", who: who.name, channel, detail });
    }
    highest = Math.max(highest, offset);
  }
  return violations;
}

/** The client counts: each offset follows the one before. */
function numbered(window: Window, position: Position, world: World): Violation[] {
  const { who, channel, connection, subscribed, got, isOpen } = window;
  const stream = world.streams.get(channel);
  if (stream === undefined) return [];
  const violations: Violation[] = [];
  const { since, recovered, publications } = subscribed;
  let last = recovered === true && since !== undefined ? since.offset : position.offset;
  const upTo = (offset: number, rule: Rule, detail: string) => {
    const missing = [];
    for (let at = last + 1; at < offset; at++) if (!isExcused(at, stream, world)) missing.push(at);
    if (missing.length > 0) {
      violations.push({
        rule,
        who: who.name,
        channel,
        detail: `${detail} on connection ${connection} without ${ranges(missing)}`,
      });
    }
    last = Math.max(last, offset - 1);
  };
  for (const [at, { offset, id }] of got.entries()) {
    if (at === publications.length && recovered === true) upTo(position.offset + 1, "gap", "a recovery ended");
    if (offset === undefined) continue;
    upTo(offset, "gap", `${id} at ${offset} came`);
    last = Math.max(last, offset);
  }
  if (got.length <= publications.length && recovered === true) upTo(position.offset + 1, "gap", "a recovery ended");
  if (isOpen) upTo(stream.top + 1, "lost", "it is connected at the end");
  return violations;
}

/** It knows no offsets: all that was stored for it between the first and the last that it got, or to the end, where it is connected then. */
function unnumbered({ who, channel, connection, openedAt, got, isOpen }: Window, world: World): Violation[] {
  const stream = world.streams.get(channel);
  if (stream === undefined) return [];
  const ids = new Set(got.map(({ id }) => id));
  const offsets = got.flatMap((given) => offsetOf(given, channel, world) ?? []);
  const first = Math.min(...offsets);
  const last = isOpen ? Infinity : Math.max(...offsets);
  const missing = stream.stored.filter(({ id, offset }) => {
    const known = world.published.get(id);
    if (known === undefined || ids.has(id) || offset > last || !passes(who, known.entry)) return false;
    return !known.entry.expires && (known.at > openedAt || offset > first);
  });
  if (missing.length === 0) return [];
  const lately = Math.max(...offsets, 0);
  const rule = missing.some(({ offset }) => offset < lately) ? "gap" : "lost";
  const which = `${missing.map(({ id }) => id).join(" ")}, at ${ranges(missing.map(({ offset }) => offset))}`;
  return [{ rule, who: who.name, channel, detail: `connection ${connection} was not given ${which}` }];
}

/** The server gives up only what it cannot have. */
function signalled({ who, channel, connection, subscribed }: Window, { streams }: World): Violation[] {
  const { since, position, recovered } = subscribed;
  const stream = streams.get(channel);
  if (since === undefined || position === undefined || recovered === true || stream === undefined) return [];
  const missed = position.offset - since.offset;
  const bytes = stream.stored
    .filter(({ offset }) => offset > since.offset && offset <= position.offset)
    .reduce((sum, each) => sum + each.bytes, 0);
  const isHad = since.epoch === position.epoch && missed >= 0 && missed <= Math.min(stream.historySize, RECOVERED_MAX);
  if (!isHad || bytes > RECOVERED_BYTES_MAX) return [];
  const detail = `connection ${connection} asked from ${since.offset} to ${position.offset} and was told recovered: false`;
  return [{ rule: "signal", who: who.name, channel, detail }];
}

/** What was ended because something was missing could then be had after all. */
function endedInVain(windows: readonly Window[]): Violation[] {
  const last = new Map<string, Window>();
  return windows.flatMap((window): Violation[] => {
    const { who, channel, subscribed } = window;
    const before = last.get(`${who.name} ${channel}`);
    last.set(`${who.name} ${channel}`, window);
    if (before?.endCode === undefined || subscribed.recovered !== true) return [];
    const detail = `connection ${before.connection} was told ${before.endCode}, and the next subscription recovered all`;
    return [{ rule: "signal", who: who.name, channel, detail }];
  });
}

/** Who cannot be told of one channel is sent away. There was one of which more is missing than can be given at once, or than is kept. */
function closedInVain(windows: readonly Window[], { entries, streams, published }: World): Violation[] {
  const lacks = ({ channel, subscribed, got }: Window, closedAt: number): boolean => {
    const stream = streams.get(channel);
    if (stream === undefined) return false;
    const has = Math.max(subscribed.position?.offset ?? 0, ...got.map(({ id }) => stream.offsets.get(id) ?? 0));
    // Where a message is that the history has dropped may be known to nobody.
    const missing = [...published].filter(
      ([id, { at, entry }]) => at < closedAt && entry.channel === channel && (stream.offsets.get(id) ?? Infinity) > has,
    );
    const sizes = new Map(stream.stored.map(({ id, bytes }) => [id, bytes]));
    const bytes = missing.reduce((sum, [id]) => sum + (sizes.get(id) ?? 0), 0);
    return bytes > RECOVERED_BYTES_MAX || missing.length > Math.min(stream.historySize, RECOVERED_MAX);
  };
  return entries.flatMap((entry, closedAt): Violation[] => {
    if (entry.kind !== "closed" || !CLOSED_FOR_LOSS.has(entry.code ?? 0)) return [];
    const { who, connection, code } = entry;
    const all = windows.filter((window) => window.who.name === who && window.connection === connection);
    if (all.some((window) => lacks(window, closedAt))) return [];
    return [{ rule: "signal", who, detail: `connection ${connection} was closed with ${code}, and nothing was lost` }];
  });
}

function twice({ entries, doubtful }: World): Violation[] {
  const seen = new Set<string>();
  const violations: Violation[] = [];
  for (const entry of entries) {
    if (entry.kind !== "taken" || doubtful.has(entry.id)) continue;
    const { who, channel, id } = entry;
    const key = `${who} ${id}`;
    if (seen.has(key)) violations.push({ rule: "twice", who, channel, detail: `${id} was taken twice` });
    seen.add(key);
  }
  return violations;
}

function stuck({ entries, subscribers }: World): Violation[] {
  return entries.flatMap((entry): Violation[] => {
    if (entry.kind !== "stuck" && entry.kind !== "turned-away") return [];
    const isRight = entry.kind === "turned-away" && subscribers.get(entry.who)?.isIntruder === true;
    return isRight ? [] : [{ rule: "stuck", who: entry.who, detail: `${entry.kind}: ${entry.why}` }];
  });
}
