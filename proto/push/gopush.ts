/**
 * What gopush-cluster's clients send and get (https://github.com/Terry-Mao/gopush-cluster).
 *
 * Over WebSocket the subscription is the query of the upgrade, and a message one text frame of bare JSON: `{"msg":…,"mid":7,"gid":0}`. Over TCP
 * the subscription is a command in RESP, and a message the same JSON behind its length: `$30\r\n…\r\n`.
 *
 * A `key` names a device, or a user where it is written `user:<uid>`. `mid` is the offset in the stream that the key names, which stands far
 * below 2^53; `gid` is 0 for messages of this stream, and 1 for all others, whose `mid` counts in a stream of its own.
 * @module
 */
import { Fault } from "../fault.ts";
import { keyChannel, userChannel, userOf } from "./channel.ts";
import type { Data, Publication } from "./model.ts";

export const GOPUSH_OK = "+h\r\n";
/** What a client is told before it is closed: a parameter, the token, the channel, or the node behind it. */
export const GOPUSH_ERROR = { param: "-p\r\n", auth: "-a\r\n", channel: "-c\r\n", node: "-n\r\n" } as const;
export const GOPUSH_HEARTBEAT = "h";
export const PRIVATE_GROUP = 0;
export const PUBLIC_GROUP = 1;

/** gopush's own: more often is of no use and costs everybody. */
const HEARTBEAT_SECONDS_MIN = 30;
/** A connection that is heard once a day is as good as dead. */
const HEARTBEAT_SECONDS_MAX = 86_400;

export interface GopushSubscription {
  readonly key: string;
  /** The stream that the key names. */
  readonly channel: string;
  readonly heartbeatSeconds: number;
  readonly token: string;
}

/** @returns undefined where a parameter is missing or wrong */
export function parseGopushSubscription(query: Pick<URLSearchParams, "get">): GopushSubscription | undefined {
  const key = query.get("key") ?? "";
  const heartbeat = query.get("heartbeat") ?? "";
  const heartbeatSeconds = /^\d{1,6}$/.test(heartbeat) ? Number(heartbeat) : 0;
  if (heartbeatSeconds < HEARTBEAT_SECONDS_MIN || heartbeatSeconds > HEARTBEAT_SECONDS_MAX) return undefined;
  try {
    return { key, channel: gopushChannel(key), heartbeatSeconds, token: query.get("token") ?? "" };
  } catch {
    return undefined;
  }
}

/** @throws Fault invalid_argument for what is no key */
export function gopushChannel(key: string): string {
  if (key === "") throw new Fault("invalid_argument", "key: is missing");
  const uid = userOf(key);
  return uid === undefined ? keyChannel(key) : userChannel(uid);
}

export function gopushMessage({ data, offset }: Pick<Publication, "data" | "offset">, gid: number): string {
  return `{"msg":${jsonOf(data)},"mid":${offset},"gid":${gid}}`;
}

const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Bytes that are text become a text in JSON, and others one in base64. */
function jsonOf(data: Data): string {
  if (typeof data === "string") return data;
  try {
    return JSON.stringify(UTF8.decode(data));
  } catch {
    let binary = "";
    for (const byte of data) binary += String.fromCharCode(byte);
    return JSON.stringify(btoa(binary));
  }
}
