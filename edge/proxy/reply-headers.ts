/**
 * The headers of an upstream's reply on its way to the client. What is hop-by-hop between the two connections (RFC 9110 §7.6.1), the
 * runtime drops by itself, except for what only `Connection` names.
 *
 * A gateway may leave `Via` out of a reply (RFC 9110 §7.6.3), and this one does: a reply whose headers are clean is then passed on as
 * the very object that `fetch` gave, which costs a tenth of a request less.
 * @module
 */
import { TELLING } from "../cache/cache.ts";
import type { EditableHeaders, ReadableHeaders } from "../route/call.ts";
import { removeNamedByConnection } from "./outgoing-headers.ts";

/**
 * What the upstream runs on, which helps only an attacker; `Alt-Svc`, which speaks of the upstream's own address (RFC 7838 §2.1); and
 * hop-by-hop names of old.
 */
const REMOVED = ["server", "x-powered-by", "x-aspnet-version", "alt-svc", "proxy-connection", "proxy-authenticate"];

/** What the names of a reply's headers tell, found out in one pass: to ask for each of them by name takes several times as long. */
export interface Look {
  /** Null where it is not told. */
  readonly length: string | null;
  readonly isToBeCleaned: boolean;
  /** Whether it says anything of how it may be stored. */
  readonly tells: boolean;
}

const LENGTH = 1;
const CONNECTION = 2;
const CLEANED = 4;
const TELLS = 8;
const KINDS = new Map<string, number>([
  ["content-length", LENGTH],
  ["connection", CONNECTION],
  ...REMOVED.map((name) => [name, CLEANED] as const),
  ...TELLING.map((name) => [name, TELLS] as const),
]);

export function lookAt(headers: ReadableHeaders): Look {
  let kinds = 0;
  for (const name of headers.keys()) kinds |= KINDS.get(name) ?? 0;
  return {
    length: (kinds & LENGTH) === 0 ? null : headers.get("content-length"),
    isToBeCleaned: (kinds & CLEANED) !== 0 || ((kinds & CONNECTION) !== 0 && namesOthers(headers.get("connection"))),
    tells: (kinds & TELLS) !== 0,
  };
}

function namesOthers(connection: string | null): boolean {
  return connection !== null && connection !== "keep-alive" && connection !== "close";
}

/** Makes an upstream's headers, of which these are a copy, the client's. */
export function cleanReplyHeaders(headers: EditableHeaders): void {
  removeNamedByConnection(headers, headers);
  for (const name of REMOVED) headers.delete(name);
}
