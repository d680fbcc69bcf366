/**
 * Apollo's access keys: a request is signed with a secret that client and server share.
 *
 *     Authorization: Apollo <appId>:<base64 of HMAC-SHA1(secret, timestamp "\n" path with query)>
 *     Timestamp: <ms since 1970>
 *
 * The path is the one that the client asked for, with the prefix that the protocol is mounted under.
 * @module
 */
import type { Access } from "../../durable/config/access.ts";
import { parseBase64 } from "../../proto/base64.ts";
import type { Call } from "../route/call.ts";
import { type Caller, unauthenticated } from "./callers.ts";
import type { SecretBox } from "./secret-box.ts";

/** As Apollo's server: clocks differ, and what is older is a recording. */
const WINDOW_MS = 60_000;
const HEADER = /^Apollo ([^:\s]{1,64}):([A-Za-z0-9+/]{27}=)$/;

export interface Signature {
  readonly appId: string;
  readonly signature: Uint8Array<ArrayBuffer>;
  readonly timestamp: string;
}

/** @returns undefined where the request is not signed. @throws Fault unauthenticated for a signature that is none, or old */
export function signatureOf({ request: { headers } }: Pick<Call, "request">, nowMs: number): Signature | undefined {
  const authorization = headers.get("authorization");
  if (authorization === null || !/^Apollo(?: |$)/.test(authorization)) return undefined;
  const [, appId = "", encoded = ""] = HEADER.exec(authorization) ?? [];
  const signature = parseBase64(encoded);
  const timestamp = headers.get("timestamp") ?? "";
  if (appId === "" || signature === undefined) throw unauthenticated("the signature is malformed");
  if (!/^\d{1,15}$/.test(timestamp) || Math.abs(nowMs - Number(timestamp)) > WINDOW_MS) {
    throw unauthenticated("the Timestamp is missing, or too far from now");
  }
  return { appId, signature, timestamp };
}

/** @throws Fault unauthenticated */
export async function callerBySignature(
  { appId, signature, timestamp }: Signature,
  { service, target, keys, box }: { service: string; target: Call["target"]; keys: Access["keys"]; box: SecretBox },
): Promise<Caller> {
  const signed = new TextEncoder().encode(`${timestamp}\n${target.path}${target.query}`);
  if (appId === service) {
    for (const key of keys) {
      const secret = new TextEncoder().encode(await box.open(key, key.label));
      const hmac = await crypto.subtle.importKey("raw", secret, { name: "HMAC", hash: "SHA-1" }, false, ["verify"]);
      if (await crypto.subtle.verify("HMAC", hmac, signature, signed)) {
        return { actor: `access key ${key.id}`, rights: new Set(["read"]), token: key.id };
      }
    }
  }
  throw unauthenticated("the signature is wrong");
}
