/**
 * Push at the edge: the RPC service, and the ways in of each protocol that push speaks. The front door of the room: docs/push.md.
 * @module
 */
import { PushService } from "../../proto/gen/push.contract.ts";
import type { Face } from "../face/face.ts";
import type { Call } from "../route/call.ts";
import { type RpcFaceDeps, rpcFace } from "../rpc/rpc.ts";
import { centrifugoFaces } from "./centrifugo.ts";
import { type CoreDeps, pushCore } from "./core.ts";
import { pushGate } from "./gate.ts";
import { goimFaces } from "./goim.ts";
import { goimAccess } from "./goim-access.ts";
import { gopushFaces } from "./gopush.ts";
import { publishLimit } from "./publish-limit.ts";
import { publishers } from "./publishers.ts";
import { pushService } from "./service.ts";

export type { PushObjects } from "./core.ts";
export { type GateDeps, pushGate } from "./gate.ts";
export { handOver } from "./hand-over.ts";
export { type ServiceCallDeps, serviceCall } from "./service-call.ts";
export { type PushSettings, parsePushBindings } from "./settings.ts";

const PROTOCOL = "push";
/** A batch of the most messages, each of a kilobyte. */
const MESSAGE_BYTES_MAX = 4_194_304;

export interface PushDeps extends CoreDeps {
  readonly rpc: RpcFaceDeps;
}

export function pushFaces(deps: PushDeps): readonly Face[] {
  const core = pushCore(deps);
  const known = publishers(deps.settings.publishers);
  const limit = publishLimit(deps.now);
  const { channels } = deps.settings;
  const service = pushService({ core, channels, publishers: known, limit, now: deps.now });
  const { authenticator, operators, codec } = deps.rpc;
  const { goim, tokenKey, clearAuth } = deps.settings;
  const access = goimAccess({ publishers: known, operators, isOpenToLoopback: goim.isOpenToLoopback });
  const gateOf = (call: Call) =>
    pushGate({ authenticator, tokenKey, now: deps.now, waitUntil: (promise) => call.waitUntil(promise) });
  const older = { core, codec, access, limit, nodes: goim.nodes, warn: deps.warn };
  return [
    ...goimFaces(older),
    ...gopushFaces({ ...older, gateOf, clearAuth, now: deps.now }),
    ...centrifugoFaces({
      core,
      codec,
      publishers: known,
      operators,
      limit,
      channels,
      now: deps.now,
      warn: deps.warn,
    }),
    rpcFace(PushService, service, deps.rpc, { name: PROTOCOL, messageBytesMax: MESSAGE_BYTES_MAX }),
  ];
}
