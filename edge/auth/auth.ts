/**
 * Who is calling: checks access tokens at the edge, against the signing keys that the origin publishes, and says it to the upstream.
 *
 * A token is checked once and then known by its SHA-256, so that the hot path makes one hash and no signature check. What the
 * upstream gets is signed once a token as well (proto/identity.ts). A token that was found good is good until it ends, or until
 * its key is withdrawn: a session that was revoked meanwhile is the origin's to refuse.
 * @module
 */
import { type AccessTokenCheck, type VerificationKey, verifyAccessToken } from "../../proto/access-token.ts";
import { bearerToken, invalidToken, missingToken } from "../../proto/bearer.ts";
import { sha256Key } from "../../proto/digest.ts";
import {
  CLOCK_LEEWAY_MS,
  IDENTITY_HEADER,
  type IdentityClaims,
  identitySeal,
  SESSION_HEADER,
  UID_HEADER,
} from "../../proto/identity.ts";
import { jwks, type Keys, type WaitUntil } from "./jwks.ts";
import { type TokenCache, tokenCache } from "./token-cache.ts";

/** What a route says of its callers. `optional`: without credentials the call is anonymous, with bad ones it is refused all the same. */
export type AuthMode = "none" | "optional" | "required";

export interface Identity {
  readonly uid: bigint;
  readonly sessionId: bigint;
  readonly expiresAtMs: number;
  /** What goes to the upstream, after IDENTITY_HEADERS (proto/identity.ts) were removed from what the client sent. Shared: not to be changed. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface AuthenticatorDeps {
  /** Fetches `/.well-known/jwks.json` of the origin; its Cache-Control decides how long the keys are fresh. Must honour the signal. */
  readonly fetchJwks: (signal: AbortSignal) => Promise<Response>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly issuer: string;
  readonly audience: string;
  /** Shared with the origin, at least 32 bytes. */
  readonly identityKey: Uint8Array;
  /** Told of each failed refresh of the keys, for the log. */
  readonly warn: (message: string, cause: unknown) => void;
}

export interface Authenticator {
  /**
   * @param authorization the header's value, null where the request has none
   * @param waitUntil the request's own: keys are refreshed in the background, and that must outlive the request
   * @returns the caller; undefined for an anonymous one
   * @throws Fault unauthenticated with WWW-Authenticate (RFC 6750 §3) when credentials are missing or bad
   * @throws Fault unavailable when the origin's keys cannot be had, so that nobody can say
   */
  verify(authorization: string | null, mode: AuthMode, waitUntil: WaitUntil): Promise<Identity | undefined>;
  /** The caller of whom the edge knows without a token: on a connection whose token it has verified, which has not ended. */
  vouch(claims: IdentityClaims): Promise<Identity>;
}

interface Known {
  readonly identity: Identity;
  readonly kid: string;
  /** When the origin withdraws the key, or lists another one under its kid, what it signed is forgotten. */
  readonly key: VerificationKey;
}

/** @throws Error when the identity key is too short */
export function authenticator({ identityKey, ...deps }: AuthenticatorDeps): Authenticator {
  const { now, issuer, audience } = deps;
  const signingKeys = jwks(deps);
  const seal = identitySeal([identityKey]);
  const known: TokenCache<Known> = tokenCache();

  return {
    async verify(authorization, mode, waitUntil) {
      if (mode === "none") return undefined;
      const token = bearerToken(authorization);
      if (token === undefined) {
        if (mode === "optional") return undefined;
        throw missingToken();
      }
      const digest = await sha256Key(token);
      const keys = await signingKeys.keys(waitUntil);
      return recall(digest, keys) ?? (await admit(token, digest, keys, waitUntil));
    },

    vouch: identityOf,
  };

  function recall(digest: string, keys: Keys): Identity | undefined {
    const entry = known.get(digest);
    if (entry === undefined) return undefined;
    const ended = entry.identity.expiresAtMs + CLOCK_LEEWAY_MS <= now();
    if (!ended && keys.get(entry.kid) === entry.key) return entry.identity;
    known.delete(digest);
    return undefined; // The full check says why.
  }

  async function admit(token: string, digest: string, current: Keys, waitUntil: WaitUntil): Promise<Identity> {
    let keys = current;
    let check = await verifyWith(token, keys);
    if (check.kind === "invalid" && check.flaw === "unknown_key") {
      keys = await signingKeys.newerKeys(waitUntil);
      check = await verifyWith(token, keys);
    }
    if (check.kind === "invalid") throw invalidToken(check.flaw, check.cause);
    const identity = await identityOf(check.claims);
    const key = keys.get(check.kid);
    if (key !== undefined) known.set(digest, { identity, kid: check.kid, key });
    return identity;
  }

  function verifyWith(token: string, keys: Keys): Promise<AccessTokenCheck> {
    return verifyAccessToken(token, { issuer, audience, nowMs: now(), keyOf: (kid) => keys.get(kid) });
  }

  async function identityOf({ uid, sessionId, expiresAtMs }: IdentityClaims): Promise<Identity> {
    const headers = {
      [IDENTITY_HEADER]: await seal.sign({ uid, sessionId, expiresAtMs }),
      [UID_HEADER]: String(uid),
      [SESSION_HEADER]: String(sessionId),
    };
    return { uid, sessionId, expiresAtMs, headers };
  }
}
