/**
 * What a caller is told when the edge does not let it in: 401 with the challenge of RFC 6750 §3. The token itself is never repeated.
 * @module
 */
import type { AccessTokenFlaw } from "../../proto/access-token.ts";
import { Fault } from "../../proto/fault.ts";

const REALM = 'Bearer realm="fairway"';

/** For the client's developer. Characters are those that RFC 6750 §3 allows in error_description. */
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

/** No credentials where they are needed: the challenge has no error code then (RFC 6750 §3.1). */
export function missingToken(): Fault {
  return new Fault("unauthenticated", "this needs an access token", { headers: { "www-authenticate": REALM } });
}

export function invalidToken(flaw: AccessTokenFlaw, cause?: unknown): Fault {
  const words = WORDS[flaw];
  return new Fault("unauthenticated", words, {
    cause,
    headers: { "www-authenticate": `${REALM}, error="invalid_token", error_description="${words}"` },
  });
}
