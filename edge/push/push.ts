/**
 * Push at the edge: the RPC service, and the ways in of each protocol that push speaks. The front door of the room: docs/push.md.
 * @module
 */
import { PushService } from "../../proto/gen/push.contract.ts";
import type { Face } from "../face/face.ts";
import { type RpcFaceDeps, rpcFace } from "../rpc/rpc.ts";
import { type CoreDeps, pushCore } from "./core.ts";
import { publishLimit } from "./publish-limit.ts";
import { publishers } from "./publishers.ts";
import { pushService } from "./service.ts";

export type { PushObjects } from "./core.ts";
export { type GateDeps, pushGate } from "./gate.ts";
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
  const service = pushService({ core, publishers: known, limit });
  const websocket: Face = {
    name: "centrifugo",
    paths: ["/connection/websocket"],
    answer: (call) =>
      core.connect(call, {
        protocol: "centrifugo",
        home: new URLSearchParams(call.target.query).get("home") ?? undefined,
      }),
  };
  return [websocket, rpcFace(PushService, service, deps.rpc, { name: PROTOCOL, messageBytesMax: MESSAGE_BYTES_MAX })];
}
