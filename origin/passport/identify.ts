/**
 * Who is calling the origin: an edge says so with a signed header, and an app that calls directly shows its access token.
 *
 * Both are checked once and then known by their SHA-256. Whether the session has been ended meanwhile is for each handler to ask (sessions.ts).
 * @module
 */
import { hash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { type VerificationKey, verifyAccessToken } from "../../proto/access-token.ts";
import { bearerToken, invalidToken, refusedCredentials } from "../../proto/bearer.ts";
import { CLOCK_LEEWAY_MS, IDENTITY_HEADER, type IdentityClaims, type IdentitySeal } from "../../proto/identity.ts";
import type { Keys } from "./keys.ts";

/** The name under which an edge addresses this service, in the header's `aud`. */
const AUDIENCE = "origin";
/** About 300 bytes each. */
const CALLERS_MAX = 20_000;

export interface IdentifyDeps {
  readonly seal: IdentitySeal;
  readonly keys: Keys;
  readonly now: () => number;
  readonly issuer: string;
  readonly audience: string;
}

/**
 * @returns undefined for a call without credentials
 * @throws Fault unauthenticated when the credentials are bad, unavailable when they cannot be checked
 */
export type Identify = (headers: {
  get(name: string): string | null;
}) => IdentityClaims | undefined | Promise<IdentityClaims | undefined>;

interface Known {
  readonly claims: IdentityClaims;
  /** Of an access token: when the key is withdrawn, so is what it signed. */
  readonly signedBy?: { readonly kid: string; readonly key: VerificationKey };
}

export function identifier({ seal, keys, now, issuer, audience }: IdentifyDeps): Identify {
  const known = new LRUCache<string, Known>({ max: CALLERS_MAX });

  return (headers) => {
    const vouched = headers.get(IDENTITY_HEADER);
    if (vouched !== null) {
      const digest = hash("sha256", vouched, "base64url");
      return recall(digest) ?? checkVouched(vouched, digest);
    }
    const token = bearerToken(headers.get("authorization"));
    if (token === undefined) return undefined;
    const digest = hash("sha256", token, "base64url");
    return recall(digest) ?? checkToken(token, digest);
  };

  function recall(digest: string): IdentityClaims | undefined {
    const entry = known.get(digest);
    if (entry === undefined) return undefined;
    const { claims, signedBy } = entry;
    const ended = claims.expiresAtMs + CLOCK_LEEWAY_MS <= now();
    if (!ended && (signedBy === undefined || keys.known(signedBy.kid)?.publicKey === signedBy.key)) return claims;
    known.delete(digest);
    return undefined; // The full check says why.
  }

  async function checkVouched(header: string, digest: string): Promise<IdentityClaims> {
    const check = await seal.verify(header, now(), AUDIENCE);
    if (check.kind === "valid") {
      known.set(digest, { claims: check.claims });
      return check.claims;
    }
    throw check.kind === "expired" ? invalidToken("expired") : refusedCredentials(`${IDENTITY_HEADER}: ${check.kind}`);
  }

  async function checkToken(token: string, digest: string): Promise<IdentityClaims> {
    const verify = () =>
      verifyAccessToken(token, { issuer, audience, nowMs: now(), keyOf: (kid) => keys.known(kid)?.publicKey });
    let check = await verify();
    if (check.kind === "invalid" && check.flaw === "unknown_key") {
      await keys.refresh();
      check = await verify();
    }
    if (check.kind === "invalid") throw invalidToken(check.flaw, check.cause);
    const key = keys.known(check.kid)?.publicKey;
    if (key !== undefined) known.set(digest, { claims: check.claims, signedBy: { kid: check.kid, key } });
    return check.claims;
  }
}
