/**
 * Centrifugo's client protocol in JSON (https://centrifugal.dev/docs/transports/client_protocol): over WebSocket, and for clients without one over
 * a reply that streams, as server-sent events or as lines, with `/emulation` as the way up. Wire: proto/push/centrifugo-*.ts.
 *
 * A stream carries the same replies as a socket; its close is a push, since HTTP has no codes for it.
 * @module
 */
import {
  CENTRIFUGO_DISCONNECTS,
  type CentrifugoCommand,
  centrifugoDisconnectPush,
  centrifugoError,
  centrifugoErrorReply,
  centrifugoPublication,
  centrifugoPush,
  parseCentrifugoFrame,
} from "../../proto/push/push.ts";
import { type CentrifugoState, eventTurn } from "./centrifugo-events.ts";
import type { Command, Frame, OpenRequest, Protocol, Turn } from "./protocol.ts";

/** Centrifugo's own: a connection that says nothing is stale. */
const STALE_MS = 10_000;
/**
 * As in Centrifugo: finds readers that vanished without closing. Those that close are found by {@link Carrier.probe}, sooner. It also keeps proxies
 * on the way, of which the edge is one, from taking the stream for dead.
 */
const STREAM_PING_MS = 25_000;
/** Of a page of history, as in Centrifugo. */
const HISTORY_LIMIT_MAX = 300;

/** How one transport carries replies. */
interface Carrier {
  readonly name: string;
  readonly isStream: boolean;
  /** @param lines of JSON, one or more */
  frame(lines: string): Frame;
  /** Nothing, in its words; undefined for a socket, whose end the runtime tells. */
  readonly probe?: Frame;
  /** What the client says with the request that opens the connection; undefined where it says it later. */
  first(request: OpenRequest): string | undefined;
}

const SOCKET: Carrier = {
  name: "centrifugo",
  isStream: false,
  frame: (lines) => lines,
  first: () => undefined,
};

/** https://html.spec.whatwg.org/multipage/server-sent-events.html */
const SSE: Carrier = {
  name: "centrifugo-sse",
  isStream: true,
  frame: (lines) => `data: ${lines.replaceAll("\n", "\ndata: ")}\n\n`,
  probe: ":\n", // A comment.
  first: ({ url }) => new URLSearchParams(url.slice(url.indexOf("?") + 1)).get("cf_connect") ?? "",
};

const LINES: Carrier = {
  name: "centrifugo-stream",
  isStream: true,
  frame: (lines) => `${lines}\n`,
  probe: " ", // White space before the next line: old clients would not pass over an empty one.
  first: ({ body = "" }) => body,
};

/** @param now milliseconds since 1970: the protocol tells how long a token lasts, not until when */
export function centrifugoProtocols(now: () => number): readonly Protocol<CentrifugoState>[] {
  return [SOCKET, SSE, LINES].map((carrier) => protocolOver(carrier, now));
}

function protocolOver(carrier: Carrier, now: () => number): Protocol<CentrifugoState> {
  /** Makes frames of lines, and says the end on a stream. */
  function carried(turn: Turn<CentrifugoState>): Turn<CentrifugoState> {
    const { frames = [], close } = turn;
    const lines = close !== undefined && carrier.isStream ? [...frames, centrifugoDisconnectPush(close)] : frames;
    return lines.length === 0 ? turn : { ...turn, frames: lines.map((line) => carrier.frame(line as string)) };
  }

  return {
    name: carrier.name,
    connectWithinMs: STALE_MS,
    ping: carrier.frame("{}"),
    ...(carrier.isStream && { pingMs: STREAM_PING_MS }),
    ...(carrier.probe !== undefined && { probe: carrier.probe }),

    open(request) {
      const state: CentrifugoState = {
        pingMs: carrier.isStream ? Math.min(request.pingMs || STREAM_PING_MS, STREAM_PING_MS) : request.pingMs,
        shard: carrier.isStream ? request.shard : "",
        serverSide: [],
      };
      const first = carrier.first(request);
      return first === undefined ? { state } : { state, ...carried(messageTurn(first)) };
    },

    onMessage: (_state, data) => carried(messageTurn(data)),
    onEvent: (state, event) => carried(eventTurn(state, event, now())),
    audience: () => "",

    render: (_audience, channel, publications) => [
      carrier.frame(publications.map((each) => centrifugoPush(channel, "pub", centrifugoPublication(each))).join("\n")),
    ],
  };
}

const BAD_REQUEST: Turn<CentrifugoState> = { close: CENTRIFUGO_DISCONNECTS.badRequest };

function messageTurn(data: string | Uint8Array): Turn<CentrifugoState> {
  const parsed = parseCentrifugoFrame(typeof data === "string" ? data : new TextDecoder().decode(data));
  if (parsed === undefined) return BAD_REQUEST;
  const commands: Command[] = [];
  const frames: string[] = [];
  for (const command of parsed) {
    // A message that no service waits for.
    if (command.method === "send") return { frames, close: CENTRIFUGO_DISCONNECTS.unavailable };
    const made = commandOf(command);
    if (typeof made === "string") frames.push(made);
    else commands.push(made);
  }
  return { frames, commands };
}

/** @returns a line where the command is answered at once */
function commandOf(command: Exclude<CentrifugoCommand, { method: "send" }>): Command | string {
  switch (command.method) {
    case "pong":
      return { kind: "pong" };
    case "unknown":
      return centrifugoErrorReply(command.id, centrifugoError(104));
    case "connect": {
      const { id: ref, token, name, version, positions } = command;
      const client = { ...(name !== "" && { name }), ...(version !== "" && { version }) };
      return { kind: "connect", ref, positions, client, ...(token !== "" && { token }) };
    }
    case "subscribe": {
      const { id, channel, token, position, joinLeave, rejectUnrecovered, unsupported } = command;
      if (channel === "") return missing(id, "channel");
      if (unsupported) {
        return centrifugoErrorReply(id, centrifugoError(108, "no such kind of subscription, and no filters"));
      }
      return {
        kind: "subscribe",
        ref: [id, rejectUnrecovered],
        channel,
        joinLeave,
        ...(token !== "" && { token }),
        ...(position && { position }),
      };
    }
    case "publish": {
      const { id: ref, channel, data } = command;
      if (channel === "") return missing(ref, "channel");
      return data === undefined ? missing(ref, "data") : { kind: "publish", ref, channel, data };
    }
    case "history": {
      const { id: ref, channel, limit, since, reverse } = command;
      const capped = limit < 0 ? HISTORY_LIMIT_MAX : Math.min(limit, HISTORY_LIMIT_MAX);
      return { kind: "history", ref, channel, limit: capped, reverse, ...(since && { since }) };
    }
    case "rpc":
      return { kind: "rpc", ref: command.id, method: command.name, data: command.data };
    case "refresh":
      return { kind: "refresh", ref: command.id, token: command.token };
    case "sub_refresh":
      return { kind: "sub-refresh", ref: command.id, channel: command.channel, token: command.token };
    case "presence_stats":
      return { kind: "presence-stats", ref: command.id, channel: command.channel };
    case "unsubscribe":
    case "presence":
      return { kind: command.method, ref: command.id, channel: command.channel };
  }
}

function missing(id: number, field: string): string {
  return centrifugoErrorReply(id, centrifugoError(107, `${field} is missing`));
}
