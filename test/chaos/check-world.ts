/**
 * What the check (check.ts) knows of a schedule beside what each subscriber saw: its messages, and its channels as they are at the end.
 * @module
 */
import type { Case, Entry, PublishingEntry, SubscriberFacts } from "./log.ts";
import { isRoom } from "./log.ts";

export type Rule = "durable" | "access" | "order" | "gap" | "lost" | "signal" | "twice" | "stuck";

export interface Violation {
  readonly rule: Rule;
  readonly who?: string;
  readonly channel?: string;
  readonly detail: string;
}

interface Stored {
  readonly id: string;
  readonly offset: number;
  readonly bytes: number;
}

/** A channel as it is at the end. */
export interface Stream {
  readonly historySize: number;
  readonly epochs: ReadonlySet<string>;
  /** Rising by offset. */
  readonly stored: readonly Stored[];
  readonly offsets: ReadonlyMap<string, number>;
  readonly top: number;
  /** Something that may be over is stored, and nobody was told where. */
  readonly isVague: boolean;
}

export interface World {
  readonly entries: readonly Entry[];
  readonly published: ReadonlyMap<string, { readonly at: number; readonly entry: PublishingEntry }>;
  /** Messages that may be stored twice: the clock moved while they were tried again, and a key is remembered for five minutes of it. */
  readonly doubtful: ReadonlySet<string>;
  readonly streams: ReadonlyMap<string, Stream>;
  readonly subscribers: ReadonlyMap<string, SubscriberFacts>;
}

export function worldOf({ entries, subscribers, channels }: Case): World {
  const published = new Map<string, { at: number; entry: PublishingEntry }>();
  for (const [at, entry] of entries.entries()) if (entry.kind === "publishing") published.set(entry.id, { at, entry });
  const streams = new Map(channels.map(({ name, historySize }) => [name, streamOf(name, historySize, entries)]));
  return {
    entries,
    published,
    doubtful: doubtfulOf(entries),
    streams,
    subscribers: new Map(subscribers.map((each) => [each.name, each])),
  };
}

/** A try that nobody waits for any more may still be on its way. */
function doubtfulOf(entries: readonly Entry[]): Set<string> {
  const waiting = new Set<string>();
  const doubtful = new Set<string>();
  for (const entry of entries) {
    if (entry.kind === "publishing") waiting.add(entry.id);
    else if (entry.kind === "acked" && entry.isRetried !== true) waiting.delete(entry.id);
    else if (entry.kind === "clock") for (const id of waiting) doubtful.add(id);
  }
  return doubtful;
}

function streamOf(channel: string, historySize: number, entries: readonly Entry[]): Stream {
  const stored: Stored[] = [];
  const epochs = new Set<string>();
  const offsets = new Map<string, number>();
  const channelOf = new Map<string, string>();
  for (const entry of entries) {
    if (entry.kind === "publishing") channelOf.set(entry.id, entry.channel);
    if (entry.kind === "stored" && entry.channel === channel) {
      const { id, bytes, position } = entry;
      stored.push({ id, bytes, offset: position.offset });
      epochs.add(position.epoch);
      offsets.set(id, position.offset);
    }
    // What the history has dropped meanwhile is known from here alone.
    if (entry.kind === "acked" && entry.position !== undefined && channelOf.get(entry.id) === channel) {
      epochs.add(entry.position.epoch);
      if (!offsets.has(entry.id)) offsets.set(entry.id, entry.position.offset);
    }
    if (entry.kind === "subscribed" && entry.channel === channel && entry.position !== undefined) {
      epochs.add(entry.position.epoch);
    }
  }
  stored.sort((a, b) => a.offset - b.offset);
  const isVague = entries.some(
    (e) => e.kind === "publishing" && e.channel === channel && e.expires && !offsets.has(e.id),
  );
  return { historySize, epochs, stored, offsets, top: stored.at(-1)?.offset ?? 0, isVague };
}

/** Whether nobody need be given it. */
export function isExcused(offset: number, stream: Stream, { published }: World): boolean {
  const found = stream.stored.find((each) => each.offset === offset);
  if (found !== undefined) return published.get(found.id)?.entry.expires === true;
  if (stream.isVague && offset <= stream.top) return true;
  // It has expired and is not in the history either, or the history has dropped it.
  return [...stream.offsets].some(([id, at]) => at === offset && published.get(id)?.entry.expires === true);
}

export function passes({ accepts }: SubscriberFacts, { channel, op }: PublishingEntry): boolean {
  return accepts === undefined || op === 0 || isRoom(channel) || accepts.includes(op);
}

/** 3 4 5 9 as `3–5 9`. */
export function ranges(numbers: readonly number[]): string {
  const parts: [number, number][] = [];
  for (const each of numbers.toSorted((a, b) => a - b)) {
    const last = parts.at(-1);
    if (last !== undefined && each === last[1] + 1) last[1] = each;
    else parts.push([each, each]);
  }
  return parts.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(" ");
}
