/**
 * Push between the local edge and the local origin: the tokens by which each knows the other.
 * @module
 */
import { createHmac } from "node:crypto";
import type { Secrets } from "./secrets.ts";

/** A phone that was in a tunnel has time to come back. */
const OFFLINE_AFTER_MS = 10_000;

/** Where everybody may try: `chat:` is for the example, where who is there may write, and clients may call the passport over their connection. */
export const LOCAL_PUSH = JSON.stringify({
  rpc: "/fairway.passport.v1.PassportService/",
  namespaces: { chat: { presence: true, joinLeave: true, subscribe: "user", publish: "subscriber" } },
});

/** What the edge has to know. */
export function pushBindings(secrets: Secrets): Readonly<Record<string, string>> {
  return {
    PUSH_TOKEN_KEY: secrets.pushTokenKey,
    PUSH_TOKENS: `origin=${tokenOf(secrets, "push token")}`,
    PUSH_OFFLINE_AFTER_MS: String(OFFLINE_AFTER_MS),
    PUSH_OFFLINE_TOKEN: tokenOf(secrets, "notify token"),
  };
}

/** What the origin has to know. @param url of the edge */
export function pushEnv(secrets: Secrets, url: string): Readonly<Record<string, string>> {
  return { PUSH_URL: url, PUSH_TOKEN: tokenOf(secrets, "push token"), NOTIFY_TOKEN: tokenOf(secrets, "notify token") };
}

/** Made of a secret that edge and origin share anyway: less to keep, and nobody can learn one by another. */
function tokenOf({ identityKey }: Secrets, purpose: string): string {
  return createHmac("sha256", Buffer.from(identityKey, "base64")).update(purpose).digest("base64url");
}
