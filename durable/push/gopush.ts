/**
 * gopush-cluster's protocol over WebSocket (https://github.com/Terry-Mao/gopush-cluster): proto/push/gopush.ts.
 *
 * All that the client says is the query of its upgrade; afterwards it only sends `h`, which the runtime answers while the object sleeps. A
 * connection hears the stream that its key names, and `all`.
 * @module
 */
import {
  ALL_CHANNEL,
  GOPUSH_ERROR,
  GOPUSH_HEARTBEAT,
  GOPUSH_OK,
  gopushMessage,
  keyChannel,
  PRIVATE_GROUP,
  PUBLIC_GROUP,
  parseGopushSubscription,
  userChannel,
  userOf,
} from "../../proto/push/push.ts";
import { CLOSES } from "./goim-closes.ts";
import type { Failure, OpenRequest, Protocol, Turn } from "./protocol.ts";

/** What it has to say came with the upgrade; this is for the check of its token. */
const CONNECT_MS = 5_000;

interface State {
  /** The stream that its key names; empty where it was refused. */
  readonly channel: string;
  readonly heartbeatMs: number;
}

export const GOPUSH: Protocol<State> = {
  name: "gopush",
  connectWithinMs: CONNECT_MS,

  open(request) {
    const subscription = parseGopushSubscription(queryOf(request));
    if (subscription === undefined) {
      return { state: { channel: "", heartbeatMs: 0 }, frames: [GOPUSH_ERROR.param], close: CLOSES["bad-request"] };
    }
    const { channel, heartbeatSeconds, token, key } = subscription;
    const uid = userOf(channel);
    const claim = uid === undefined ? { key } : { uid };
    return {
      state: { channel, heartbeatMs: heartbeatSeconds * 1_000 },
      commands: [
        {
          kind: "connect",
          ref: null,
          ...(token === "" ? { claim } : { token }),
          channels: [ALL_CHANNEL],
          client: { name: "gopush" },
        },
      ],
    };
  },

  onMessage: (_state, data) => (isHeartbeat(data) ? { frames: [GOPUSH_OK] } : { close: CLOSES["bad-request"] }),

  onEvent(state, event) {
    switch (event.kind) {
      case "connected": {
        // A token is no leave to hear somebody else's key.
        const own = [event.user && userChannel(event.user), event.key && keyChannel(event.key)];
        if (!own.includes(state.channel)) return refused("permission-denied");
        return { frames: [GOPUSH_OK], heartbeatMs: state.heartbeatMs };
      }
      case "failed":
        return refused(event.failure);
      case "unsubscribed":
        // It reads what it missed by its `mid` when it comes back, as it does after each connect.
        return event.reason === "insufficient-state" ? { close: CLOSES["insufficient-state"] } : {};
      case "closing":
        return { close: CLOSES[event.reason] };
      default:
        return {};
    }
  },

  audience: (state, channel) => String(channel === state.channel ? PRIVATE_GROUP : PUBLIC_GROUP),

  render: (audience, _channel, publications) => publications.map((each) => gopushMessage(each, Number(audience))),
};

function refused(failure: Failure): Turn<State> {
  switch (failure) {
    case "unauthenticated":
    case "token-expired":
    case "permission-denied":
      return { frames: [GOPUSH_ERROR.auth], close: CLOSES.unauthenticated };
    case "bad-request":
      return { frames: [GOPUSH_ERROR.param], close: CLOSES["bad-request"] };
    case "unavailable":
    case "internal":
      return { frames: [GOPUSH_ERROR.node], close: CLOSES.internal };
    default:
      return { frames: [GOPUSH_ERROR.channel], close: CLOSES["permission-denied"] };
  }
}

function queryOf({ url }: OpenRequest): URLSearchParams {
  const at = url.indexOf("?");
  return new URLSearchParams(at < 0 ? "" : url.slice(at));
}

function isHeartbeat(data: string | Uint8Array): boolean {
  return typeof data === "string"
    ? data === GOPUSH_HEARTBEAT
    : data.length === 1 && data[0] === GOPUSH_HEARTBEAT.charCodeAt(0);
}
