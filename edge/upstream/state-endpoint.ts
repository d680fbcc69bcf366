/**
 * `GET /ops/upstreams`: what the isolate that answers knows of its upstreams' nodes, for operators.
 *
 *     {"upstreams": {"shop": {"inFlight": 3, "nodes": [
 *       {"id": "http://10.0.0.5:8080", "address": "http://10.0.0.5:8080", "weight": 1, "available": false, "out": "ejected",
 *        "inFlight": 0, "latencyMs": 12.5}]}}}
 *
 * Each isolate has learned by itself, so the same question may be answered in another way a moment later.
 * @module
 */
import { Fault } from "../../proto/fault.ts";
import type { IncomingRequest } from "../route/call.ts";
import type { KnownUpstreams } from "./upstream.ts";

export const UPSTREAMS_PATH = "/ops/upstreams";

/** @throws Fault unimplemented (405) */
export function stateEndpoint({ method }: Pick<IncomingRequest, "method">, { pools, state }: KnownUpstreams): Response {
  if (method !== "GET") {
    throw new Fault("unimplemented", "this path takes GET", { status: 405, headers: { allow: "GET" } });
  }
  const upstreams = Object.fromEntries(Array.from(pools.keys(), (name) => [name, state(name)]));
  return Response.json({ upstreams }, { headers: { "cache-control": "no-store" } });
}
