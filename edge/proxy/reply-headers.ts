/**
 * The headers of an upstream's reply on its way to the client.
 * @module
 */
import { removeNamedByConnection, VIA } from "./outgoing-headers.ts";

/**
 * RFC 9110 §7.6.1; what the upstream runs on, which helps only an attacker; and `Alt-Svc`, which speaks of the upstream's own
 * address (RFC 7838 §2.1).
 */
const REMOVED =
  /^(?:connection|keep-alive|proxy-connection|te|trailer|transfer-encoding|upgrade|server|x-powered-by|x-aspnet-version|alt-svc)$/;

export function replyHeaders(upstream: Headers): Headers {
  const headers = new Headers(upstream);
  for (const name of upstream.keys()) {
    if (REMOVED.test(name)) headers.delete(name);
  }
  removeNamedByConnection(upstream, headers);
  headers.append("via", VIA);
  return headers;
}
