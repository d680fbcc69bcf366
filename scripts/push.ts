/**
 * Push between the local edge and the local origin: the token by which each knows the other.
 * @module
 */
import { createHmac } from "node:crypto";
import type { Secrets } from "./secrets.ts";

/** What the edge has to know. */
export function pushBindings(secrets: Secrets): { readonly PUSH_TOKENS: string } {
  return { PUSH_TOKENS: `origin=${tokenOf(secrets)}` };
}

/** What the origin has to know. @param url of the edge */
export function pushEnv(secrets: Secrets, url: string): Readonly<Record<string, string>> {
  return { PUSH_URL: url, PUSH_TOKEN: tokenOf(secrets) };
}

/** Made of a secret that edge and origin share anyway: one less to keep, and one that nobody can learn another by. */
function tokenOf({ identityKey }: Secrets): string {
  return createHmac("sha256", Buffer.from(identityKey, "base64")).update("push token").digest("base64url");
}
