/**
 * Push at the edge, from its bindings.
 *
 * | binding | meaning |
 * |---|---|
 * | `PUSH` | JSON: shards, namespaces and their options: proto/push/settings.ts |
 * | `PUSH_TOKENS` | services that may publish: publishers.ts |
 * | `PUSH_TOKEN_KEY` | base64, at least 32 bytes: checks connection and subscription tokens (HS256); without it there are none |
 * | `PUSH_OFFLINE_AFTER_MS` | after how long a message with a notification goes to the phone of a user who has not taken it; without it none does |
 * | `PUSH_OFFLINE_TOKEN` | the origin's `NOTIFY_TOKEN`, must be given with it |
 * | `GOIM_CLEAR_AUTH` | `true` lets goim's and gopush's clients say who they are without proof |
 *
 * Those of the HTTP APIs of goim and gopush: goim-settings.ts.
 * @module
 */
import { parseBase64 } from "../../proto/base64.ts";
import { SECRET_TOKEN_LENGTH_MIN } from "../../proto/bearer.ts";
import { type PushSettings as Channels, parsePushSettings } from "../../proto/push/push.ts";
import { type GoimSettings, parseGoimBindings } from "./goim-settings.ts";
import { type PublisherToken, parsePublishers } from "./publishers.ts";

/** RFC 7518 §3.2: a key of HS256 is at least as long as its hash. */
const TOKEN_KEY_BYTES_MIN = 32;
/** An hour: a message that is told of later is a surprise. */
const OFFLINE_AFTER_MS_MAX = 3_600_000;

export interface PushSettings {
  readonly channels: Channels;
  readonly publishers: readonly PublisherToken[];
  readonly tokenKey: Uint8Array<ArrayBuffer> | undefined;
  readonly clearAuth: boolean;
  readonly goim: GoimSettings;
  /** What the origin knows this edge by; undefined where nothing is handed over. */
  readonly offlineToken: string | undefined;
}

/** @param flaws gets a line for each bad binding */
export function parsePushBindings(text: (name: string) => string | undefined, flaws: string[]): PushSettings {
  const encoded = text("PUSH_TOKEN_KEY");
  const tokenKey = encoded === undefined ? undefined : parseBase64(encoded);
  if (encoded !== undefined && (tokenKey?.length ?? 0) < TOKEN_KEY_BYTES_MIN) {
    flaws.push(`PUSH_TOKEN_KEY: must be base64 of at least ${TOKEN_KEY_BYTES_MIN} bytes`);
  }
  const clear = text("GOIM_CLEAR_AUTH") ?? "false";
  if (clear !== "true" && clear !== "false") flaws.push("GOIM_CLEAR_AUTH: true or false expected");
  return {
    channels: parsePushSettings(text("PUSH"), flaws),
    publishers: parsePublishers(text("PUSH_TOKENS"), flaws),
    tokenKey: tokenKey as Uint8Array<ArrayBuffer> | undefined,
    clearAuth: clear === "true",
    goim: parseGoimBindings(text, flaws),
    offlineToken: offlineTokenOf(text, flaws),
  };
}

function offlineTokenOf(text: (name: string) => string | undefined, flaws: string[]): string | undefined {
  const [afterMs, token] = [text("PUSH_OFFLINE_AFTER_MS"), text("PUSH_OFFLINE_TOKEN")];
  if (afterMs === undefined) return undefined;
  if (!/^\d{1,9}$/.test(afterMs) || Number(afterMs) > OFFLINE_AFTER_MS_MAX) {
    flaws.push(`PUSH_OFFLINE_AFTER_MS: a whole number up to ${OFFLINE_AFTER_MS_MAX} expected`);
  }
  if ((token?.length ?? 0) < SECRET_TOKEN_LENGTH_MIN) {
    flaws.push(
      `PUSH_OFFLINE_TOKEN: at least ${SECRET_TOKEN_LENGTH_MIN} characters expected, with PUSH_OFFLINE_AFTER_MS`,
    );
  }
  return token;
}
