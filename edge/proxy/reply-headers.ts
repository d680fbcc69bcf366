/**
 * The headers of an upstream's reply on its way to the client. What is hop-by-hop between the two connections (RFC 9110 §7.6.1), the
 * runtime drops by itself, except for what only `Connection` names.
 *
 * A gateway may leave `Via` out of a reply (RFC 9110 §7.6.3), and this one does: a reply whose headers are clean is then passed on as
 * the very object that `fetch` gave, which costs a tenth of a request less.
 * @module
 */
import type { EditableHeaders, ReadableHeaders } from "../route/call.ts";
import { removeNamedByConnection } from "./outgoing-headers.ts";

/**
 * What the upstream runs on, which helps only an attacker; `Alt-Svc`, which speaks of the upstream's own address (RFC 7838 §2.1); and
 * hop-by-hop names of old.
 */
const REMOVED = ["server", "x-powered-by", "x-aspnet-version", "alt-svc", "proxy-connection", "proxy-authenticate"];

export function isToBeCleaned(headers: ReadableHeaders): boolean {
  const connection = headers.get("connection");
  if (connection !== null && connection !== "keep-alive" && connection !== "close") return true;
  for (const name of REMOVED) if (headers.has(name)) return true;
  return false;
}

/** Makes an upstream's headers, of which these are a copy, the client's. */
export function cleanReplyHeaders(headers: EditableHeaders): void {
  removeNamedByConnection(headers, headers);
  for (const name of REMOVED) headers.delete(name);
}
