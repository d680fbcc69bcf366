/**
 * Apple Push Notification service, HTTP/2 with provider tokens:
 * https://developer.apple.com/documentation/usernotifications/sending-notification-requests-to-apns
 *
 * One connection carries all requests, as Apple wants it; it is made again when it is lost, or when a request on it gets no answer.
 * @module
 */
import { createHash } from "node:crypto";
import { type ClientHttp2Session, connect, constants, type IncomingHttpHeaders } from "node:http2";
import { type ApnsKey, apnsTokens } from "./apns-token.ts";
import { type Outcome, type Outgoing, type Provider, retryAfterMs } from "./provider.ts";

export interface ApnsDeps {
  /** `https://api.push.apple.com`, or its sandbox. */
  readonly url: string;
  readonly key: ApnsKey;
  /** The app's bundle id. */
  readonly topic: string;
  readonly now: () => number;
}

const TIMEOUT_MS = 10_000;
/** Reasons have some ten bytes. */
const REPLY_LENGTH_MAX = 4_096;
/** Key, team or topic are wrong: somebody has to set it right, and the notifications wait for it. */
const MISTAKE_MS = 60_000;
const SHOWN_PRIORITY = "10";
/** What is not shown must say so, or Apple refuses it. */
const SILENT_PRIORITY = "5";

interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export function apns({ url, key, topic, now }: ApnsDeps): Provider {
  const tokens = apnsTokens(key, now);
  let session: ClientHttp2Session | undefined;
  let isClosed = false;

  function connected(): ClientHttp2Session {
    if (isClosed) throw new Error("this origin is stopping");
    if (session !== undefined && !session.closed && !session.destroyed) return session;
    const fresh = connect(url);
    const forget = () => {
      if (session === fresh) session = undefined;
    };
    // Requests on it fail with the same error, each by itself.
    fresh.on("error", forget);
    fresh.on("goaway", forget);
    fresh.on("close", forget);
    session = fresh;
    return fresh;
  }

  function exchange(headers: Record<string, string>, body: string, signal: AbortSignal): Promise<Reply> {
    return new Promise((settle, fail) => {
      const used = connected();
      const request = used.request(headers, { signal });
      let [received, text]: [IncomingHttpHeaders, string] = [{}, ""];
      const late = setTimeout(() => {
        // A connection that does not answer one request will not answer the next: APNs answers within milliseconds.
        used.destroy();
        fail(new Error("APNs did not answer in time"));
      }, TIMEOUT_MS);
      request.setEncoding("utf8");
      request.on("response", (each) => {
        received = each;
      });
      request.on("data", (chunk: string) => {
        if (text.length < REPLY_LENGTH_MAX) text += chunk;
      });
      request.on("error", fail);
      request.on("close", () => {
        clearTimeout(late);
        const status = Number(received[":status"] ?? 0);
        if (status === 0) fail(new Error("APNs closed the connection"));
        else settle({ status, headers: received, body: text });
      });
      request.end(body);
    });
  }

  return {
    async send(outgoing, signal) {
      const token = await tokens.get();
      const reply = await exchange(headersOf(outgoing, topic, token), payloadOf(outgoing), signal);
      const { reason = "", timestamp } = parse(reply.body);
      if (reason === "ExpiredProviderToken") tokens.expired(token);
      return outcomeOf(reply, reason, timestamp, now());
    },

    async close() {
      isClosed = true;
      if (session === undefined || session.destroyed) return;
      const ending = session;
      await new Promise<void>((settle) => {
        ending.once("close", settle);
        ending.close();
        setTimeout(() => ending.destroy(), TIMEOUT_MS).unref();
      });
    },
  };
}

function headersOf({ notification, token, id, expiresAtMs }: Outgoing, topic: string, jwt: string) {
  const { title, body, collapseKey } = notification;
  const isShown = title !== "" || body !== "";
  return {
    [constants.HTTP2_HEADER_METHOD]: "POST",
    [constants.HTTP2_HEADER_PATH]: `/3/device/${token}`,
    authorization: `bearer ${jwt}`,
    "apns-id": uuidOf(id),
    "apns-topic": topic,
    "apns-push-type": isShown ? "alert" : "background",
    "apns-priority": isShown ? SHOWN_PRIORITY : SILENT_PRIORITY,
    "apns-expiration": String(Math.floor(expiresAtMs / 1_000)),
    ...(collapseKey !== "" && { "apns-collapse-id": collapseKey }),
  };
}

function payloadOf({ notification }: Outgoing): string {
  const { title, body, data, sound, badge } = notification;
  const isShown = title !== "" || body !== "";
  const alert = { ...(title !== "" && { title }), ...(body !== "" && { body }) };
  const aps = {
    ...(isShown ? { alert } : { "content-available": 1 }),
    ...(isShown && sound !== "" && { sound }),
    ...(badge !== undefined && { badge }),
  };
  return JSON.stringify({ ...data, aps });
}

/** https://developer.apple.com/documentation/usernotifications/handling-notification-responses-from-apns */
function outcomeOf({ status, headers }: Reply, reason: string, timestamp: number | undefined, nowMs: number): Outcome {
  if (status === 200) return { kind: "sent" };
  const error = `APNs: ${status} ${reason}`.trim();
  if (status === 410) return { kind: "gone", ...(timestamp !== undefined && { sinceMs: timestamp }) };
  const afterMs = retryAfterMs(headers["retry-after"], nowMs) ?? 0;
  if (reason === "ExpiredProviderToken" || status === 429 || status >= 500) return { kind: "again", error, afterMs };
  if (status === 403) return { kind: "again", error, afterMs: MISTAKE_MS };
  // Also BadDeviceToken: it is said of every device when sandbox and production are mixed up, and must not empty the registry.
  return { kind: "refused", error };
}

function parse(body: string): { readonly reason?: string; readonly timestamp?: number } {
  try {
    const { reason, timestamp } = (JSON.parse(body) ?? {}) as { reason?: unknown; timestamp?: unknown };
    return {
      ...(typeof reason === "string" && { reason }),
      ...(typeof timestamp === "number" && { timestamp }),
    };
  } catch {
    return {}; // A reply without a body has none to parse; the status alone tells.
  }
}

/** The same for the same notification, so that Apple's log shows repetitions as such. */
function uuidOf(id: string): string {
  const hex = createHash("sha256").update(id).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}
