/**
 * Bearer credentials (RFC 6750): the token out of an Authorization header, and the challenge of a 401. A token is never repeated in it.
 * @module
 */
import { ACCESS_TOKEN_LENGTH_MAX, type AccessTokenFlaw } from "./access-token.ts";
import { Fault } from "./fault.ts";

/** Of a token that servers and operators are given: long enough that nobody guesses it, 128 bits in base64url. */
export const SECRET_TOKEN_LENGTH_MIN = 22;

const REALM = 'Bearer realm="fairway"';

/** For the client's developer, in the characters that RFC 6750 §3 allows in error_description. */
const WORDS: Readonly<Record<AccessTokenFlaw, string>> = {
  malformed: "the access token is malformed",
  algorithm: "the access token is signed with an algorithm that is not accepted",
  type: "the token is not an access token",
  unknown_key: "the access token is signed with an unknown key",
  signature: "the signature of the access token is wrong",
  issuer: "the access token is of another issuer",
  audience: "the access token is for another audience",
  expired: "the access token has expired",
  not_yet: "the access token is not valid yet",
  claims: "the access token lacks a claim, or has a bad one",
};

/**
 * The token of RFC 6750 §2.1; undefined where there is none. Another scheme is not ours to judge: it counts as no credentials.
 * @throws Fault unauthenticated when the scheme is Bearer and what follows is no token, or too long for one
 */
export function bearerToken(authorization: string | null): string | undefined {
  if (authorization === null || !/^bearer(?: |$)/i.test(authorization)) return undefined;
  const token = authorization.slice("bearer ".length).trim();
  if (token.length > ACCESS_TOKEN_LENGTH_MAX || !/^[A-Za-z0-9._~+/-]+=*$/.test(token)) throw invalidToken("malformed");
  return token;
}

/** What stands after `Bearer` in the Authorization header, unjudged: for tokens that are compared whole. */
export function findBearer(authorization: string | null | undefined): string | undefined {
  return /^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1];
}

/** No credentials where they are needed: the challenge has no error code then (RFC 6750 §3.1). */
export function missingToken(): Fault {
  return new Fault("unauthenticated", "this needs an access token", { headers: { "www-authenticate": REALM } });
}

export function invalidToken(flaw: AccessTokenFlaw, cause?: unknown): Fault {
  return refusedCredentials(WORDS[flaw], cause);
}

/** @param words in US-ASCII, without `"` and `\` */
export function refusedCredentials(words: string, cause?: unknown): Fault {
  return new Fault("unauthenticated", words, {
    cause,
    headers: { "www-authenticate": `${REALM}, error="invalid_token", error_description="${words}"` },
  });
}
