/**
 * The protocols that the edge can answer itself, by the name that `PROTOCOLS` mounts them under, with their paths. A room that speaks one
 * says here where.
 * @module
 */
import { AGENT_PREFIX, APOLLO_PATHS, OFREP_PREFIX } from "../proto/config/config.ts";
import { DISCOVERY_PREFIX } from "../proto/discovery.ts";
import { ConfigService } from "../proto/gen/config.contract.ts";
import { IdService } from "../proto/gen/ids.contract.ts";
import { PushService } from "../proto/gen/push.contract.ts";
import { HTTPDNS_PATHS } from "../proto/httpdns/httpdns.ts";
import { CENTRIFUGO_API_PATHS, CENTRIFUGO_PATHS, GOIM_PATHS, GOPUSH_PATHS } from "../proto/push/push.ts";
import { REPORT_PATH } from "../proto/report.ts";
import type { ProtocolPaths } from "./face/mounts.ts";

export const PROTOCOL_PATHS: ProtocolPaths = {
  apollo: APOLLO_PATHS,
  centrifugo: CENTRIFUGO_PATHS,
  "centrifugo-api": CENTRIFUGO_API_PATHS,
  config: [`/${ConfigService.name}/`, AGENT_PREFIX],
  discovery: [DISCOVERY_PREFIX],
  goim: GOIM_PATHS,
  gopush: GOPUSH_PATHS,
  ...HTTPDNS_PATHS,
  ids: ["/ids", `/${IdService.name}/`],
  push: [`/${PushService.name}/`],
  ofrep: [OFREP_PREFIX],
  report: [REPORT_PATH],
};
