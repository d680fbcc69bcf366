/**
 * Faults on the wire: Connect's error object for RPC, problem+json for everything else.
 * @module
 */
import { connectErrorOf, connectStatus, type Fault, faultHeaders, problemOf } from "../../proto/fault.ts";
import type { Reply } from "./endpoint.ts";

/** @param headers what the handler had set, which goes out with an error too */
export function connectFaultReply(fault: Fault, headers: readonly string[] = []): Reply {
  return faultReply(fault, connectStatus(fault), connectErrorOf(fault), "application/json", headers);
}

export function problemReply(fault: Fault, headers: readonly string[] = []): Reply {
  return faultReply(fault, fault.status, problemOf(fault), "application/problem+json", headers);
}

function faultReply(fault: Fault, status: number, body: unknown, type: string, headers: readonly string[]): Reply {
  const own = Object.entries(faultHeaders(fault, type)).flat();
  return {
    status,
    code: fault.code,
    faultMessage: fault.message,
    headers: [...own, ...headers],
    body: JSON.stringify(body),
  };
}
