/**
 * What a service publishes, and what became of it, as its code has them; on the wire they are proto/push.proto.
 * @module
 */
import { Fault, isFaultCode } from "../../proto/fault.ts";
import type { Message, Notification, Result } from "../../proto/gen/push.contract.ts";
import type { Init } from "../../proto/message/message.ts";
import { ALL_CHANNEL, keyChannel, userChannel } from "../../proto/push/push.ts";

/** Where a message goes: at least one target. */
export interface Targets {
  /** Private streams: all devices of a user. */
  readonly users?: readonly (string | bigint)[];
  /** Private streams of devices. */
  readonly keys?: readonly string[];
  readonly channels?: readonly string[];
  /** Everybody who is connected. */
  readonly all?: boolean;
}

export interface OutgoingMessage {
  /** Bytes as they are, anything else as JSON. */
  readonly data: unknown;
  /** goim's operation. */
  readonly op?: number;
  readonly tags?: Readonly<Record<string, string>>;
  /** From then on nobody is given it. */
  readonly expiresAtMs?: number;
  /** Whoever publishes with the same key within five minutes publishes the same message. By default one is made, so that retries are safe. */
  readonly idempotencyKey?: string;
  /** For who is connected now and nobody else. */
  readonly transient?: boolean;
  /** For the phone of a user who does not take the message in time. */
  readonly notification?: Init<Notification>;
}

/** What became of a message in one of its channels. */
export interface Receipt {
  readonly channel: string;
  /** Where it is; undefined where it was refused. */
  readonly position: { readonly epoch: string; readonly offset: number } | undefined;
  /** How many shards have subscribers. */
  readonly shards: number;
  /** Whether it had been published before. */
  readonly duplicate: boolean;
  /** Why it was refused. */
  readonly fault: Fault | undefined;
}

/** @throws Fault invalid_argument for a message to nobody, or to what is no name */
export function channelsOf({ users = [], keys = [], channels = [], all = false }: Targets): string[] {
  const names = [
    ...users.map((user) => userChannel(String(user))),
    ...keys.map(keyChannel),
    ...channels,
    ...(all ? [ALL_CHANNEL] : []),
  ];
  if (names.length === 0) throw new Fault("invalid_argument", "targets: the message is for nobody");
  return names;
}

/** @throws Fault invalid_argument for data that is no JSON */
export function wireMessage(
  { data, op = 0, tags = {}, expiresAtMs, transient = false, notification }: OutgoingMessage,
  idempotencyKey: string,
): Init<Message> {
  return {
    ...(data instanceof Uint8Array ? { binary: data } : { json: jsonOf(data) }),
    op,
    tags,
    ...(expiresAtMs !== undefined && { expiresAt: timestampOf(expiresAtMs) }),
    idempotencyKey,
    transient,
    ...(notification !== undefined && { notification }),
  };
}

export function receiptOf({ channel, position, shards, duplicate, refused, reason }: Result): Receipt {
  const code = isFaultCode(refused) ? refused : "unknown";
  return {
    channel,
    position: position === null ? undefined : { epoch: position.epoch, offset: Number(position.offset) },
    shards,
    duplicate,
    fault: refused === "" ? undefined : new Fault(code, reason),
  };
}

function jsonOf(data: unknown): string {
  const json = JSON.stringify(data) as string | undefined;
  if (json === undefined) throw new Fault("invalid_argument", "data: is no JSON");
  return json;
}

function timestampOf(ms: number) {
  return { seconds: BigInt(Math.floor(ms / 1_000)), nanos: (Math.floor(ms) % 1_000) * 1_000_000 };
}
