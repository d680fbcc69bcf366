/**
 * gopush-cluster at the edge: `/sub?key=…`, where its WebSocket clients connect, and its HTTP API.
 * @module
 */
import {
  GOPUSH_API_PREFIX,
  GOPUSH_PATHS,
  GOPUSH_SERVERS_PATH,
  parseGopushSubscription,
  userOf,
} from "../../proto/push/push.ts";
import type { Face } from "../face/face.ts";
import { type GopushApiDeps, gopushApi } from "./gopush-api.ts";

export function gopushFaces(deps: GopushApiDeps): readonly Face[] {
  return [
    {
      name: "gopush",
      paths: GOPUSH_PATHS,
      async answer(call, path) {
        if (path.startsWith(GOPUSH_API_PREFIX) || path === GOPUSH_SERVERS_PATH)
          return await gopushApi(deps, call, path);
        // One whose subscription is wrong is told so by the protocol, wherever it is.
        const subscription = parseGopushSubscription(new URLSearchParams(call.target.query));
        const home = subscription && (userOf(subscription.channel) ?? subscription.key);
        return await deps.core.connect(call, { protocol: "gopush", home });
      },
    },
  ];
}
