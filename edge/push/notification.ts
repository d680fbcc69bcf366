/**
 * What a notification may be: what both FCM and APNs take.
 * @module
 */
import { Fault } from "../../proto/fault.ts";
import type { Notification } from "../../proto/push/model.ts";

/** Both services take 4 KB, of which the structure around it needs a part. */
const BYTES_MAX = 3_072;
/** apns-collapse-id's limit. */
const COLLAPSE_KEY_BYTES_MAX = 64;
/** FCM's: 28 days. */
const TTL_SECONDS_MAX = 2_419_200;
/** What FCM keeps for itself (https://firebase.google.com/docs/cloud-messaging/concept-options), and APNs' own part of a payload. */
const RESERVED_KEY = /^(from|message_type|aps|google.*|gcm.*)$/;

/** @throws Fault invalid_argument */
export function checkedNotification(notification: Notification): Notification {
  const { title, body, collapseKey, ttlSeconds, data } = notification;
  if (title === "" && body === "" && Object.keys(data).length === 0) throw wrong("has neither text nor data");
  if (bytesOf(collapseKey) > COLLAPSE_KEY_BYTES_MAX) {
    throw wrong(`collapse_key has more than ${COLLAPSE_KEY_BYTES_MAX} bytes`);
  }
  if (ttlSeconds > TTL_SECONDS_MAX) throw wrong(`ttl_seconds is more than ${TTL_SECONDS_MAX}`);
  const reserved = Object.keys(data).find((key) => RESERVED_KEY.test(key));
  if (reserved !== undefined) throw wrong(`data.${reserved} is reserved`);
  if (bytesOf(JSON.stringify(notification)) > BYTES_MAX) throw wrong(`is more than ${BYTES_MAX} bytes`);
  return notification;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

function wrong(what: string): Fault {
  return new Fault("invalid_argument", `message.notification: ${what}`);
}
