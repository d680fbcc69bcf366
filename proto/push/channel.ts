/**
 * Names of channels: `user:42`, `key:device-1`, `room:live://1000`, `all`, `chat:lobby`, `news`.
 *
 * The part before the first colon is the namespace, whose options a channel has; without a colon it is the empty one. `$` at the start of a
 * name asks for a subscription token; `#` ends it with the users who alone may subscribe: `dialog#42,43`.
 * @module
 */
import { Fault } from "../fault.ts";

/** Centrifugo's limit. */
const CHANNEL_LENGTH_MAX = 255;
/** Every connection that speaks goim hears it. */
export const ALL_CHANNEL = "all";
const USER_PREFIX = "user:";
const KEY_PREFIX = "key:";
const ROOM_PREFIX = "room:";
/** Printable ASCII: names stand in logs, headers and other people's URLs. */
const NAME = /^[!-~]+$/;

export interface ChannelName {
  readonly namespace: string;
  /** Whether it begins with `$`, in its namespace or alone. */
  readonly isPrivate: boolean;
  /** Who alone may subscribe; undefined where the name does not say. */
  readonly users: readonly string[] | undefined;
}

/** The private stream of a user. @throws Fault invalid_argument */
export function userChannel(uid: string): string {
  return checked(USER_PREFIX + uid);
}

/** The stream of a device. @throws Fault invalid_argument */
export function keyChannel(key: string): string {
  return checked(KEY_PREFIX + key);
}

/** @param room as goim writes it: `type://id` @throws Fault invalid_argument */
export function roomChannel(room: string): string {
  return checked(ROOM_PREFIX + room);
}

/** The `type://id` of a room's channel. */
export function roomOf(channel: string): string | undefined {
  return channel.startsWith(ROOM_PREFIX) ? channel.slice(ROOM_PREFIX.length) : undefined;
}

/** Whose private stream it is. */
export function userOf(channel: string): string | undefined {
  return channel.startsWith(USER_PREFIX) ? channel.slice(USER_PREFIX.length) : undefined;
}

/** Whether a shard keeps it, beside others like it; any other channel has an object of its own. */
export function isKeptByShard(channel: string): boolean {
  return channel.startsWith(USER_PREFIX) || channel.startsWith(KEY_PREFIX);
}

/** @throws Fault invalid_argument */
export function parseChannel(channel: string): ChannelName {
  checked(channel);
  const colon = channel.indexOf(":");
  const namespace = colon < 0 ? "" : channel.slice(0, colon);
  const isPrivate = namespace.startsWith("$") || channel[colon + 1] === "$";
  const hash = isKeptByShard(channel) ? -1 : channel.indexOf("#", colon + 1);
  return {
    namespace: namespace.startsWith("$") ? namespace.slice(1) : namespace,
    isPrivate,
    users: hash < 0 ? undefined : channel.slice(hash + 1).split(","),
  };
}

function checked(channel: string): string {
  if (channel.length > CHANNEL_LENGTH_MAX) {
    throw new Fault("invalid_argument", `channel: more than ${CHANNEL_LENGTH_MAX} characters`);
  }
  if (!NAME.test(channel) || channel.endsWith(":")) {
    throw new Fault("invalid_argument", "channel: a name of printable ASCII without spaces expected");
  }
  return channel;
}
