/**
 * `GET /.well-known/jwks.json`: the public halves of the signing keys (RFC 7517), for edges and for every service that checks access tokens.
 * @module
 */
import type { PlainRoute } from "../rpc/route.ts";
import { JWKS_MAX_AGE_SECONDS } from "./key-schedule.ts";
import type { Keys } from "./keys.ts";

export function jwksRoute(keys: Keys): PlainRoute {
  return {
    method: "GET",
    path: "/.well-known/jwks.json",
    async handle() {
      const listed = await keys.listed();
      return {
        status: 200,
        headers: {
          "content-type": "application/jwk-set+json",
          "cache-control": `public, max-age=${JWKS_MAX_AGE_SECONDS}`,
        },
        body: JSON.stringify({ keys: listed.map((key) => key.jwk) }),
      };
    },
  };
}
