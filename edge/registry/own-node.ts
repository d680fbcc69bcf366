/**
 * The registry as a service of its own. Clients of the API look for its nodes under this name before they do anything else, and go on
 * with what they find. There is one node: the edge that they have reached already.
 *
 * Its zone is nobody's: a client that finds a node in its own zone goes on with that address alone, and would lose the token that it was
 * given together with the first one.
 * @module
 */
import type { InstanceList, ServiceName } from "../../durable/registry/registry.ts";
import { STATUS_UP } from "../../proto/discovery.ts";
import type { Client } from "../route/call.ts";

export const OWN_APPID = "infra.discovery";
export const OWN_ZONE = "fairway";
/** It never changes: every isolate must say the same, or a client that asks two of them would never wait. */
export const OWN_LATEST_US = 1;

export function isOwn({ appid }: Pick<ServiceName, "appid">): boolean {
  return appid === OWN_APPID;
}

export function ownList({ proto, host }: Pick<Client, "proto" | "host">): InstanceList {
  const self = {
    zone: OWN_ZONE,
    hostname: OWN_ZONE,
    region: "",
    addrs: [`${proto}://${host}`],
    version: "",
    color: "",
    metadata: {},
    status: STATUS_UP,
    generation: OWN_LATEST_US,
    leaseMs: 0,
    registeredUs: OWN_LATEST_US,
    upUs: OWN_LATEST_US,
    renewedUs: OWN_LATEST_US,
    dirtyUs: OWN_LATEST_US,
    latestUs: OWN_LATEST_US,
  };
  return { latestUs: OWN_LATEST_US, instances: [self] };
}
