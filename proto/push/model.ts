/**
 * What is pushed, and what is known of it: the terms that edge, objects and protocols share. Types alone.
 *
 * A channel is a stream of publications. Its **epoch** names one life of the stream; within it offsets begin with 1 and rise by one with each
 * publication. A subscriber that knows (epoch, offset) can be given what it missed, or be told that this cannot be done.
 * @module
 */

/** Where a reader of a channel stands: it has all up to and with `offset`. */
export interface Position {
  /** Empty where the reader knows none; it then fits every epoch. */
  readonly epoch: string;
  readonly offset: number;
}

/** Text is JSON; bytes are anything else. */
export type Data = string | Uint8Array<ArrayBuffer>;

/** Who published from a connection, or is present in a channel. */
export interface ClientInfo {
  /** Of the connection. */
  readonly client: string;
  /** Empty for one who is not signed in. */
  readonly user: string;
  /** JSON that the connection's token carries for others to see. */
  readonly connInfo?: string;
  /** JSON that the subscription's token carries. */
  readonly chanInfo?: string;
}

export interface Publication {
  /** From 1; 0 in a channel that keeps no history, where nothing can be missed knowingly. */
  readonly offset: number;
  readonly data: Data;
  /** goim's operation; 0 where the publisher gave none. */
  readonly op: number;
  readonly publishedAtMs: number;
  /** From then on nobody gets it any more. */
  readonly expiresAtMs?: number;
  readonly tags?: Readonly<Record<string, string>>;
  /** Set where a connection published it. */
  readonly from?: ClientInfo;
}

/** A publication on its way in. */
export interface Message {
  readonly data: Data;
  readonly op?: number;
  readonly expiresAtMs?: number;
  readonly tags?: Readonly<Record<string, string>>;
  readonly from?: ClientInfo;
  /** A message with a key that its channel has seen within {@link IDEMPOTENCY_MS} is not published again, and answered as it was then. */
  readonly idempotencyKey?: string;
  /** A message that is not newer than the last of its channel is not published again, where the channel keeps history. */
  readonly version?: Version;
  /** Goes to who is connected now and is kept for nobody. It has no offset. */
  readonly transient?: boolean;
  /** For the phone of a user who does not take it in time. */
  readonly notification?: Notification;
}

/** Of what a channel tells the whole of, each time anew. */
export interface Version {
  /** The publisher's own; a version of another epoch is always newer. */
  readonly epoch: string;
  readonly version: number;
}

/** What mobile notification services are given: proto/push.proto. */
export interface Notification {
  readonly title: string;
  readonly body: string;
  readonly collapseKey: string;
  readonly ttlSeconds: number;
  readonly data: Readonly<Record<string, string>>;
  readonly sound: string;
  readonly badge?: number;
}

/** A message that its user did not take in time. */
export interface Missed {
  /** Of this message to this user, the same however often it is handed over. */
  readonly id: string;
  readonly user: string;
  readonly notification: Notification;
  readonly expiresAtMs: number;
}

/** The answer to a publisher: the message is on disk, unless it is transient. */
export interface Published extends Position {
  readonly channel: string;
  /** How many shards have subscribers of the channel, and will be given it. */
  readonly shards: number;
  /** Whether an earlier message with the same idempotency key is meant, or the last one because this is not of a newer version. */
  readonly duplicate: boolean;
}

/** A message for one channel of a batch. */
export interface ChannelMessage {
  readonly channel: string;
  readonly message: Message;
}

/** One of a batch; the others go their own way. */
export type PublishOutcome = { readonly published: Published } | { readonly refused: Refusal };

/** A Fault, as it passes between objects and into protocols. */
export interface Refusal {
  readonly code: import("../fault.ts").FaultCode;
  readonly message: string;
}

/** Further than that nobody's retry reaches back. */
export const IDEMPOTENCY_MS = 300_000;
