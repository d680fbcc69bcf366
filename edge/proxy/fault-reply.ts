/**
 * A fault as the client gets it: a Connect error where it called an RPC, else a problem.
 * @module
 */
import { connectErrorResponse, type Fault, problemResponse } from "../../proto/fault.ts";
import { isRefusal } from "../overload/overload.ts";
import type { Call } from "../route/call.ts";
import { RPC_PATH_PREFIX } from "../route/route.ts";

const REASON_LENGTH_MAX = 300;

/** Notes in the entry what the client is not told. */
export function faultReply(call: Call, fault: Fault): Response {
  call.entry.fault = fault.code;
  call.entry.reason = reasonOf(fault);
  if (isRefusal(fault)) call.entry.degraded = "shed";
  const isRpc = call.route?.rpc !== undefined || call.target.path.startsWith(RPC_PATH_PREFIX);
  const reply = isRpc ? connectErrorResponse(fault) : problemResponse(fault);
  return call.request.method === "HEAD" ? new Response(null, reply) : reply;
}

function reasonOf({ message, cause }: Fault): string {
  const inner = cause instanceof Error ? withoutExcerpt(cause) : cause === undefined ? "" : String(cause);
  return (inner === "" ? message : `${message}: ${inner}`).slice(0, REASON_LENGTH_MAX);
}

/** What `JSON.parse` throws quotes the text around the flaw, and that may be a piece of a token. */
function withoutExcerpt({ name, message }: Error): string {
  return name === "SyntaxError" ? message.replace(/(?:\.\.\.)?".*"(?:\.\.\.)?/s, "…") : message;
}
