/**
 * goim at the edge: `/sub`, where its WebSocket clients connect, and its HTTP API.
 * @module
 */

import { GOIM_API_PREFIX, GOIM_PATHS } from "../../proto/push/push.ts";
import type { Face } from "../face/face.ts";
import { type GoimApiDeps, goimApi } from "./goim-api.ts";

export function goimFaces(deps: GoimApiDeps): readonly Face[] {
  return [
    {
      name: "goim",
      paths: GOIM_PATHS,
      async answer(call, path) {
        if (path.startsWith(GOIM_API_PREFIX)) return await goimApi(deps, call, path);
        const home = new URLSearchParams(call.target.query).get("home") ?? undefined;
        return await deps.core.connect(call, { protocol: "goim", home });
      },
    },
  ];
}
