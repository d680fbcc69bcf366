/**
 * The local origin in the local registry: who may register it, and what it is told.
 * @module
 */
import { createHmac } from "node:crypto";
import type { Secrets } from "./secrets.ts";

/** As in edge/route/default-routes.json. */
const APPID = "fairway.origin";
const ENV = "local";

/** What the edge has to know. */
export function registryBindings(secrets: Secrets): { readonly REGISTRY_TOKENS: string } {
  return { REGISTRY_TOKENS: JSON.stringify({ [APPID]: { token: tokenOf(secrets) } }) };
}

/** What the origin has to know. @param url of the edge */
export function registryEnv(secrets: Secrets, url: string): Readonly<Record<string, string>> {
  return { REGISTRY_URL: url, REGISTRY_TOKEN: tokenOf(secrets), REGISTRY_APPID: APPID, REGISTRY_ENV: ENV };
}

/** Made of a secret that edge and origin share anyway: one less to keep, and one that nobody can learn another by. */
function tokenOf({ identityKey }: Secrets): string {
  return createHmac("sha256", Buffer.from(identityKey, "base64")).update("registry token").digest("base64url");
}
