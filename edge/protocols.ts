/**
 * The protocols that the edge can answer itself, by the name that `PROTOCOLS` mounts them under, with their paths. A room that speaks one
 * says here where.
 * @module
 */
import { DISCOVERY_PREFIX } from "../proto/discovery.ts";
import { IdService } from "../proto/gen/ids.contract.ts";
import { CONFIG_PROTOCOLS } from "./config/config.ts";
import type { ProtocolPaths } from "./face/mounts.ts";

export const PROTOCOL_PATHS: ProtocolPaths = {
  ...CONFIG_PROTOCOLS,
  discovery: [DISCOVERY_PREFIX],
  ids: ["/ids", `/${IdService.name}/`],
};
