/**
 * The headers of an upstream's reply on its way to the client.
 * @module
 */
import { removeNamedByConnection, VIA } from "./outgoing-headers.ts";

/**
 * RFC 9110 §7.6.1; what the upstream runs on, which helps only an attacker; and `Alt-Svc`, which speaks of the upstream's own
 * address (RFC 7838 §2.1). Each is deleted unasked, which is cheaper than to look which are there.
 */
const REMOVED = [
  "keep-alive",
  "proxy-authenticate",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "server",
  "x-powered-by",
  "x-aspnet-version",
  "alt-svc",
];

/** Makes an upstream's headers, of which these are a copy, the client's. */
export function cleanReplyHeaders(headers: Headers): void {
  removeNamedByConnection(headers, headers);
  headers.delete("connection");
  for (const name of REMOVED) headers.delete(name);
  headers.append("via", VIA);
}
