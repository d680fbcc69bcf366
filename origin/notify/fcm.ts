/**
 * Firebase Cloud Messaging, HTTP v1: https://firebase.google.com/docs/reference/fcm/rest/v1/projects.messages
 * @module
 */
import type { Notification } from "../../proto/push/model.ts";
import { type GoogleTokensDeps, googleTokens } from "./google-token.ts";
import { type Outcome, type Outgoing, type Provider, retryAfterMs } from "./provider.ts";

export interface FcmDeps extends GoogleTokensDeps {
  /** `https://fcm.googleapis.com` */
  readonly url: string;
}

const TIMEOUT_MS = 10_000;
/** What FCM asks for where it says 429 without a Retry-After. */
const QUOTA_MS = 60_000;
/** Errors have some hundred bytes. */
const REPLY_LENGTH_MAX = 65_536;

export function fcm({ url, account, now }: FcmDeps): Provider {
  const tokens = googleTokens({ account, now });
  const target = `${url.replace(/\/$/, "")}/v1/projects/${encodeURIComponent(account.project_id)}/messages:send`;
  return {
    async send(outgoing, signal) {
      const token = await tokens.get();
      const response = await fetch(target, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify({ message: messageOf(outgoing, now()) }),
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      });
      const text = (await response.text()).slice(0, REPLY_LENGTH_MAX);
      if (response.status === 401) tokens.forget(token);
      return outcomeOf(response, text, now());
    },
    close: async () => undefined,
  };
}

/** For Android, and for apps on iOS that FCM passes on to APNs. */
function messageOf({ notification, token, expiresAtMs }: Outgoing, nowMs: number): unknown {
  const { title, body, collapseKey, data, sound, badge } = notification;
  const isShown = title !== "" || body !== "";
  const ttlSeconds = Math.max(0, Math.floor((expiresAtMs - nowMs) / 1_000));
  const aps = {
    ...(sound !== "" && { sound }),
    ...(badge !== undefined && { badge }),
    ...(!isShown && { "content-available": 1 }),
  };
  return {
    token,
    ...(isShown && { notification: textOf(notification) }),
    ...(Object.keys(data).length > 0 && { data }),
    android: {
      priority: isShown ? "HIGH" : "NORMAL",
      ttl: `${ttlSeconds}s`,
      ...(collapseKey !== "" && { collapse_key: collapseKey }),
      ...(isShown && {
        notification: {
          ...(sound !== "" && { sound }),
          ...(collapseKey !== "" && { tag: collapseKey }),
          ...(badge !== undefined && { notification_count: badge }),
        },
      }),
    },
    apns: {
      headers: {
        "apns-priority": isShown ? "10" : "5",
        "apns-expiration": String(Math.floor(expiresAtMs / 1_000)),
        ...(collapseKey !== "" && { "apns-collapse-id": collapseKey }),
      },
      payload: { aps },
    },
  };
}

function textOf({ title, body }: Notification) {
  return { ...(title !== "" && { title }), ...(body !== "" && { body }) };
}

interface FcmError {
  readonly error?: {
    readonly status?: string;
    readonly message?: string;
    readonly details?: readonly {
      readonly errorCode?: string;
      readonly fieldViolations?: readonly { readonly field?: string }[];
    }[];
  };
}

/** https://firebase.google.com/docs/reference/fcm/rest/v1/ErrorCode */
function outcomeOf({ status, ok, headers }: Response, text: string, nowMs: number): Outcome {
  if (ok) return { kind: "sent" };
  const { error } = parse(text);
  const details = error?.details ?? [];
  const code = details.find(({ errorCode }) => errorCode !== undefined)?.errorCode ?? error?.status;
  const said = `FCM: ${status} ${code ?? ""} ${error?.message ?? ""}`.trim();
  // Only in FCM's own words: a 404 of something in between is no reason to forget a device.
  if (code === "UNREGISTERED" || (status === 404 && code === "NOT_FOUND")) return { kind: "gone" };
  if (code === "SENDER_ID_MISMATCH") return { kind: "gone" };
  const isBadToken = details.some(({ fieldViolations = [] }) =>
    fieldViolations.some(({ field }) => field === "message.token"),
  );
  if (status === 400 && isBadToken) return { kind: "gone" };
  const afterMs = retryAfterMs(headers.get("retry-after"), nowMs) ?? (status === 429 ? QUOTA_MS : 0);
  // 401 and 403 are about the service account: somebody is about to set it right, and the notifications wait for it.
  const passes = status === 429 || status >= 500 || status === 401 || status === 403 || status === 404;
  return passes ? { kind: "again", error: said, afterMs } : { kind: "refused", error: said };
}

function parse(text: string): FcmError {
  try {
    const value = JSON.parse(text) as FcmError | null;
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {}; // The status alone tells then.
  }
}
