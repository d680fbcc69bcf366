/**
 * Who is calling: checks access tokens at the edge, against the signing keys that the origin publishes, and says it to the upstream.
 *
 * A token is checked once and then known by its SHA-256, so that the hot path makes one hash and no signature check. What the
 * upstream gets is signed once a token as well (proto/identity.ts).
 * @module
 */
import { IDENTITY_HEADERS } from "../../proto/identity.ts";

export { IDENTITY_HEADERS };

/** What a route says of its callers. `optional`: without credentials the call is anonymous, with bad ones it is refused all the same. */
export type AuthMode = "none" | "optional" | "required";

export interface Identity {
  readonly uid: bigint;
  readonly sessionId: bigint;
  readonly expiresAtMs: number;
  /** What goes to the upstream, after {@link IDENTITY_HEADERS} were removed from what the client sent. Shared: not to be changed. */
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
}

export interface Authenticator {
  /**
   * @param authorization the header's value, null where the request has none
   * @param waitUntil the request's own: keys are refreshed in the background, and that must outlive the request
   * @returns the caller; undefined for an anonymous one
   * @throws Fault unauthenticated with WWW-Authenticate (RFC 6750 §3) when credentials are missing or bad
   * @throws Fault unavailable when the origin's keys cannot be had, so that nobody can say
   */
  verify(
    authorization: string | null,
    mode: AuthMode,
    waitUntil: (background: Promise<unknown>) => void,
  ): Promise<Identity | undefined>;
}

export declare function authenticator(deps: AuthenticatorDeps): Authenticator;
