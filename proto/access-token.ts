/**
 * The access token: what makes one valid, said once for the edge and the origin.
 *
 * A JWT of RFC 9068: header `{"alg":"EdDSA","kid","typ":"at+jwt"}`, claims `iss`, `aud`, `sub` (the uid, a decimal), `sid` (the session's id,
 * a decimal), `jti`, `iat`, `exp`. EdDSA over Ed25519 is the only algorithm, so that no header can talk a verifier into another one
 * (RFC 8725 §3.1).
 * @module
 */
import { errors, type CryptoKey as JoseKey, type JWTPayload, jwtVerify } from "jose";
import { CLOCK_LEEWAY_MS, type IdentityClaims, parseIdentityId } from "./identity.ts";

export const ACCESS_TOKEN_ALGORITHM = "EdDSA";
export const ACCESS_TOKEN_TYPE = "at+jwt";
/** Nothing can take a token back at the edge before it ends, so it is short. */
export const ACCESS_TOKEN_TTL_SECONDS = 600;
/** No token lives longer than this at our verifiers, whatever its `exp` says: an issuer's mistake must not last for years. */
const ACCESS_TOKEN_AGE_SECONDS_MAX = 3600;
/** Ours has about 430 characters; servers commonly take 8 KiB of all headers together. */
export const ACCESS_TOKEN_LENGTH_MAX = 4096;
const KID_LENGTH_MAX = 64;

/** The public half of an Ed25519 key, as Web Crypto has it. */
export type VerificationKey = JoseKey;

export interface AccessTokenRules {
  readonly issuer: string;
  readonly audience: string;
  readonly nowMs: number;
  /** The key that a token names; undefined where there is none. */
  readonly keyOf: (kid: string) => VerificationKey | undefined;
}

/** Why a token is refused; the words may be told to the peer. */
export type AccessTokenFlaw =
  | "malformed"
  | "algorithm"
  | "type"
  | "unknown_key"
  | "signature"
  | "issuer"
  | "audience"
  | "expired"
  | "not_yet"
  | "claims";

export type AccessTokenCheck =
  | { readonly kind: "valid"; readonly kid: string; readonly claims: IdentityClaims }
  | { readonly kind: "invalid"; readonly flaw: AccessTokenFlaw; readonly cause?: unknown };

/** Thrown through jose, which asks for the key in the middle of its work. */
class UnknownKey extends Error {}

/** Never throws because of the token. */
export async function verifyAccessToken(token: string, rules: AccessTokenRules): Promise<AccessTokenCheck> {
  if (token.length > ACCESS_TOKEN_LENGTH_MAX) return { kind: "invalid", flaw: "malformed" };
  try {
    const { payload, protectedHeader } = await jwtVerify(token, ({ kid }) => keyOf(kid, rules), {
      algorithms: [ACCESS_TOKEN_ALGORITHM],
      typ: ACCESS_TOKEN_TYPE,
      issuer: rules.issuer,
      audience: rules.audience,
      requiredClaims: ["sub", "sid", "jti", "iat", "exp"],
      clockTolerance: CLOCK_LEEWAY_MS / 1000,
      maxTokenAge: ACCESS_TOKEN_AGE_SECONDS_MAX,
      currentDate: new Date(rules.nowMs),
    });
    const claims = parseClaims(payload);
    if (claims === undefined) return { kind: "invalid", flaw: "claims" };
    if (claims.expiresAtMs + CLOCK_LEEWAY_MS <= rules.nowMs) return { kind: "invalid", flaw: "expired" };
    return { kind: "valid", kid: String(protectedHeader.kid), claims };
  } catch (cause) {
    return { kind: "invalid", flaw: flawOf(cause), cause };
  }
}

function keyOf(kid: unknown, rules: AccessTokenRules): VerificationKey {
  const key = typeof kid === "string" && kid.length <= KID_LENGTH_MAX ? rules.keyOf(kid) : undefined;
  if (key === undefined) throw new UnknownKey("no key has this kid");
  return key;
}

function parseClaims({ sub, sid, jti, iat = 0, exp = 0 }: JWTPayload): IdentityClaims | undefined {
  const uid = parseIdentityId(sub);
  const sessionId = parseIdentityId(sid);
  if (uid === undefined || sessionId === undefined || typeof jti !== "string" || jti === "") return undefined;
  const endsSeconds = Math.floor(Math.min(exp, iat + ACCESS_TOKEN_AGE_SECONDS_MAX));
  return { uid, sessionId, expiresAtMs: endsSeconds * 1000 };
}

function flawOf(cause: unknown): AccessTokenFlaw {
  if (cause instanceof UnknownKey) return "unknown_key";
  if (cause instanceof errors.JOSEAlgNotAllowed) return "algorithm";
  if (cause instanceof errors.JWSSignatureVerificationFailed) return "signature";
  if (cause instanceof errors.JWTExpired) return "expired";
  if (cause instanceof errors.JWTClaimValidationFailed) return flawOfClaim(cause);
  return "malformed";
}

function flawOfClaim({ claim, reason }: { readonly claim: string; readonly reason: string }): AccessTokenFlaw {
  if (reason === "check_failed") {
    if (claim === "iss") return "issuer";
    if (claim === "aud") return "audience";
    if (claim === "typ") return "type";
    if (claim === "nbf" || claim === "iat") return "not_yet";
  }
  return "claims";
}
