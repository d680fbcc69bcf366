/** An item that failed, as a reply of its own. @module */
import { type Fault, faultHeaders, problemOf } from "../fault.ts";
import type { BatchReply } from "./model.ts";

const TEXT = new TextEncoder();

/** The fault as `application/problem+json`, for one item. */
export function problemReply(id: string, fault: Fault): BatchReply {
  const problem = problemOf(fault);
  return {
    id,
    status: fault.status,
    headers: Object.entries(faultHeaders(fault, "application/problem+json")),
    body: TEXT.encode(JSON.stringify(problem)),
    json: () => problem,
  };
}
