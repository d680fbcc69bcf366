/**
 * Making access tokens; what they look like is said in proto/access-token.ts.
 * @module
 */
import { SignJWT } from "jose";
import { ACCESS_TOKEN_ALGORITHM, ACCESS_TOKEN_TYPE } from "../../proto/access-token.ts";
import type { Keys } from "./keys.ts";

/** RFC 9068 §2.2 demands a client; there is one, the app. */
const CLIENT_ID = "app";
/** 128 random bits never meet again. */
const JTI_BYTES = 16;

export interface AccessTokenDeps {
  readonly keys: Keys;
  readonly now: () => number;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly issuer: string;
  readonly audience: string;
  readonly ttlSeconds: number;
}

export async function makeAccessToken(
  { keys, now, randomBytes, issuer, audience, ttlSeconds }: AccessTokenDeps,
  { uid, sessionId }: { readonly uid: bigint; readonly sessionId: bigint },
): Promise<string> {
  const { kid, privateKey } = await keys.signing();
  const iat = Math.floor(now() / 1000);
  return new SignJWT({
    iss: issuer,
    aud: audience,
    sub: String(uid),
    sid: String(sessionId),
    client_id: CLIENT_ID,
    jti: Buffer.from(randomBytes(JTI_BYTES)).toString("base64url"),
    iat,
    exp: iat + ttlSeconds,
  })
    .setProtectedHeader({ alg: ACCESS_TOKEN_ALGORITHM, typ: ACCESS_TOKEN_TYPE, kid })
    .sign(privateKey);
}
