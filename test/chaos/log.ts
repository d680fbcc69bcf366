/**
 * What happened in a schedule, as its publishers and subscribers saw it: the one thing that the check (check.ts) reads. The order of entries is
 * the order of events, since all of them are written by one thread.
 * @module
 */

export interface Position {
  readonly epoch: string;
  readonly offset: number;
}

/** A publication as a client was given it. Without an offset where its protocol has none. */
export interface Given {
  readonly id: string;
  readonly offset?: number;
}

export type Entry =
  | PublishingEntry
  /** The publisher was told that it is taken; where it is, if its API tells. */
  | { readonly kind: "acked"; readonly id: string; readonly position?: Position; readonly isRetried?: true }
  /** Refused, or nobody knows. */
  | { readonly kind: "unacked"; readonly id: string; readonly why: string }
  | SubscribedEntry
  /** A frame with it came. */
  | ({ readonly kind: "got"; readonly channel: string; readonly epoch?: string } & Given & Whose)
  /** It was read by a call, from behind an offset. */
  | { readonly kind: "read"; readonly who: string; readonly channel: string; readonly given: readonly Given[] }
  /** An app has its first cursor: from here on it is given all, or told. */
  | { readonly kind: "begun"; readonly who: string; readonly channel: string; readonly position: Position }
  /** It was told that what lies between is not to be had any more. */
  | {
      readonly kind: "gap";
      readonly who: string;
      readonly channel: string;
      readonly from: Position;
      readonly to: Position;
    }
  /** What came through the client's dropping of what it has, to who uses the client. */
  | ({ readonly kind: "taken"; readonly who: string; readonly channel: string } & Given)
  /** It hears the channel no more: it asked for that, or was told so by the server, which then says a code. */
  | ({ readonly kind: "left"; readonly channel: string; readonly code?: number } & Whose)
  /** Undefined where the client, or the network between, ended it. */
  | ({ readonly kind: "closed"; readonly code: number | undefined } & Whose)
  /** The client was told something after which it would not come back. */
  | { readonly kind: "turned-away"; readonly who: string; readonly why: string }
  /** It is connected at the end, and has all its channels. */
  | ({ readonly kind: "alive" } & Whose)
  /** It could not come back, or did not get what it waits for, in the time there is at the end. */
  | { readonly kind: "stuck"; readonly who: string; readonly why: string }
  /** At the end, in the history of its channel. */
  | {
      readonly kind: "stored";
      readonly channel: string;
      readonly id: string;
      readonly bytes: number;
      readonly position: Position;
    }
  /** The servers' clock moves, or has moved. */
  | { readonly kind: "clock" }
  /** Something that was done to it, or to all. */
  | { readonly kind: "event"; readonly what: string };

interface Whose {
  readonly who: string;
  readonly connection: number;
}

export interface PublishingEntry {
  readonly kind: "publishing";
  readonly id: string;
  /** The API, for who counts. */
  readonly way?: string;
  readonly channel: string;
  /** goim's operation; 0 for none. */
  readonly op: number;
  /** It may be over before all have it. */
  readonly expires: boolean;
}

export interface SubscribedEntry extends Whose {
  readonly kind: "subscribed";
  readonly channel: string;
  /** Asked for: what came after. */
  readonly since?: Position;
  /** Where it begins; undefined in protocols without offsets. */
  readonly position?: Position;
  readonly recovered?: boolean;
  /** What was missed, as the answer says. */
  readonly publications: readonly Given[];
}

/** What is right for a subscriber. */
export interface SubscriberFacts {
  readonly name: string;
  /** Where it may hear something. */
  readonly hears: readonly string[];
  /** goim's filter of operations; undefined for who takes all. It does not hold in rooms. */
  readonly accepts?: readonly number[];
  /** Streams that it reads from the first to the last message, whatever connections it has: gopush's key, and all that the SDK reads. */
  readonly reads?: readonly string[];
  /** It does what it must not, and being turned away is its lot. */
  readonly isIntruder: boolean;
}

export interface ChannelFacts {
  readonly name: string;
  readonly historySize: number;
}

export interface Case {
  readonly entries: readonly Entry[];
  readonly subscribers: readonly SubscriberFacts[];
  readonly channels: readonly ChannelFacts[];
}

/** The room that filters do not hold in. */
export function isRoom(channel: string): boolean {
  return channel.startsWith("room:");
}

/** Entries with the time since the log began, for who reads it. */
export class Log {
  readonly entries: Entry[] = [];
  readonly #atMs: number[] = [];
  readonly #now: () => number;
  readonly #startedMs: number;

  /** @param now milliseconds that never fall */
  constructor(now: () => number) {
    this.#now = now;
    this.#startedMs = now();
  }

  add(entry: Entry): void {
    this.entries.push(entry);
    this.#atMs.push(this.#now() - this.#startedMs);
  }

  /** Lines of those that are about the subscriber or the channel, and what was done to them. */
  render(isMeant: (entry: Entry) => boolean): string[] {
    return this.entries.flatMap((entry, at) =>
      isMeant(entry) ? [`${(this.#atMs[at] ?? 0).toFixed(0).padStart(7)} ${renderEntry(entry)}`] : [],
    );
  }
}

function renderEntry(entry: Entry): string {
  const { kind, ...rest } = entry;
  return kind === "event" ? `*** ${entry.what}` : `${kind.padEnd(11)} ${JSON.stringify(rest)}`;
}
