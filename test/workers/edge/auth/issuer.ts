/**
 * An issuer of access tokens for tests: real Ed25519 keys, and the key set that an origin would publish of them.
 * @module
 */
import { exportJWK, generateKeyPair, type JWTHeaderParameters, type JWTPayload, SignJWT } from "jose";

export const ISSUER = "https://issuer.test";
export const AUDIENCE = "app";
export const UID = 7n;
export const SESSION_ID = 9n;
/** A header parameter that no verifier knows, for `crit`. */
export const UNKNOWN_EXTENSION = "x-unknown";

export interface TestKey {
  readonly kid: string;
  readonly publicJwk: Readonly<Record<string, unknown>>;
  /** An access token as the origin makes it; `claims` and `header` change or add to it, undefined removes. */
  token(
    nowMs: number,
    claims?: Readonly<Record<string, unknown>>,
    header?: Readonly<Record<string, unknown>>,
  ): Promise<string>;
}

export async function testKey(kid: string): Promise<TestKey> {
  const { privateKey, publicKey } = await generateKeyPair("EdDSA", { extractable: true });
  const { kty, crv, x } = await exportJWK(publicKey);
  return {
    kid,
    publicJwk: { kty, crv, x, kid, use: "sig", alg: "EdDSA" },
    token(nowMs, claims = {}, header = {}) {
      const iat = Math.floor(nowMs / 1000);
      const payload: Record<string, unknown> = {
        iss: ISSUER,
        aud: AUDIENCE,
        sub: String(UID),
        sid: String(SESSION_ID),
        jti: "a",
        iat,
        exp: iat + 600,
        ...claims,
      };
      return new SignJWT(defined(payload) as JWTPayload)
        .setProtectedHeader(defined({ alg: "EdDSA", typ: "at+jwt", kid, ...header }) as unknown as JWTHeaderParameters)
        .sign(privateKey, { crit: { [UNKNOWN_EXTENSION]: true } });
    },
  };
}

/** An origin that publishes keys. `answer` may be replaced at any time. */
export interface TestOrigin {
  fetches: number;
  answer: (signal: AbortSignal) => Promise<Response>;
  publish(...keys: readonly TestKey[]): void;
}

export function testOrigin(...keys: readonly TestKey[]): TestOrigin {
  const origin: TestOrigin = {
    fetches: 0,
    answer: async () => new Response(null, { status: 404 }),
    publish(...published) {
      origin.answer = async () => jwksReply(published.map((key) => key.publicJwk));
    },
  };
  origin.publish(...keys);
  return origin;
}

export function jwksReply(keys: readonly unknown[], cacheControl = "public, max-age=300"): Response {
  return new Response(JSON.stringify({ keys }), { headers: { "cache-control": cacheControl } });
}

export function down(): Promise<Response> {
  return Promise.reject(new Error("connection refused"));
}

function defined(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
