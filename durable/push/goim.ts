/**
 * goim's protocol over WebSocket (https://github.com/Terry-Mao/goim): packets of proto/push/goim-frame.ts.
 *
 * A connection hears its user, its key, `all` and one room. goim has no cursor: who was away, or cannot be given what is missing, is closed and
 * connects again. Replies go behind all that was asked for before them, by the shard's queue: also those that need nothing of it.
 *
 * Of its pushes those by user, by key and to all pass the filter of operations that the client accepts; a message without an operation passes
 * every filter, and is sent as operation 5, goim's own of messages.
 * @module
 */
import type { Publication } from "../../proto/push/model.ts";
import {
  ALL_CHANNEL,
  decodeGoimPacket,
  encodeGoimBatch,
  encodeGoimPacket,
  GOIM_OP,
  type GoimPacket,
  parseGoimAuth,
  parseGoimOperations,
  roomChannel,
  roomOf,
} from "../../proto/push/push.ts";
import { CLOSES } from "./goim-closes.ts";
import type { Close, Command, Protocol, Ref, ShardEvent, Turn } from "./protocol.ts";

/** goim's own: the first packet has to be there by then. */
const HANDSHAKE_MS = 5_000;
/** The least that goim grants, in which its clients send one every 30 to 240 s. */
const HEARTBEAT_MS = 600_000;
/** What a connection may accept at a time: as JSON it is kept with the socket, at 12 bytes each. */
const ACCEPTS_MAX = 1_000;
const ROOM_AUDIENCE = "room";

interface State {
  /** Whether it has said who it is. Until then nothing else is answered. */
  readonly isAuthenticated: boolean;
  /** Empty for none. */
  readonly room: string;
  /** Rising. */
  readonly accepts: readonly number[];
}

/** A packet that answers, when its turn comes. */
type Reply = {
  readonly op: number;
  readonly ver: number;
  readonly seq: number;
  /** A character for each byte. */
  readonly body: string;
};

const TEXT = new TextEncoder();
/** goim takes bytes that are no UTF-8 for the replacement character too. */
const UTF8 = new TextDecoder();

const BAD_PACKET: Close = { code: 4400, reason: "bad packet" };
const BAD_AUTH: Close = { code: 4400, reason: "bad auth" };
const TOO_MANY: Close = { code: 4400, reason: "too many operations" };

export const GOIM: Protocol<State> = {
  name: "goim",
  connectWithinMs: HANDSHAKE_MS,

  open: () => ({ state: { isAuthenticated: false, room: "", accepts: [] } }),

  onMessage(state, data) {
    const packet = decodeGoimPacket(typeof data === "string" ? TEXT.encode(data) : data);
    if (packet === undefined) return { close: BAD_PACKET };
    if (state.isAuthenticated) return take(state, packet);
    return packet.op === GOIM_OP.auth ? authenticate(packet) : {};
  },

  onEvent(state, event) {
    switch (event.kind) {
      case "connected":
        return { frames: [encoded(event.ref)], heartbeatMs: HEARTBEAT_MS };
      case "subscribed":
        return { frames: [encoded(event.ref)] };
      case "count":
        return { frames: [counted(event.ref, event.count)] };
      case "unsubscribed":
        return unsubscribed(state, event);
      case "failed":
        return failed(event);
      case "closing":
        return { close: CLOSES[event.reason] };
      default:
        return {};
    }
  },

  audience: ({ accepts }, channel) => (roomOf(channel) === undefined ? accepts.join() : ROOM_AUDIENCE),

  render(audience, _channel, publications) {
    const accepts =
      audience === ROOM_AUDIENCE ? undefined : new Set(audience === "" ? [] : audience.split(",").map(Number));
    const wanted = publications.filter(({ op }) => op === 0 || accepts === undefined || accepts.has(op));
    return wanted.length === 0 ? [] : [encodeGoimBatch(wanted.map(messageOf))];
  },
};

function authenticate({ ver, seq, body }: GoimPacket): Turn<State> {
  const auth = parseGoimAuth(UTF8.decode(body));
  if (auth === undefined) return { close: BAD_AUTH };
  const accepts = sorted(auth.accepts);
  if (accepts.length > ACCEPTS_MAX) return { close: TOO_MANY };
  const room = auth.room === "" ? undefined : channelOf(auth.room);
  if (room === null) return { close: BAD_AUTH };
  const ref: Reply = { op: GOIM_OP.authReply, ver, seq, body: "" };
  const connect: Command = {
    kind: "connect",
    ref,
    ...(auth.token === "" ? { claim: { uid: auth.mid, key: auth.key } } : { token: auth.token }),
    channels: [ALL_CHANNEL, ...(room === undefined ? [] : [room])],
    exclusiveKey: true,
    client: { name: "goim", platform: auth.platform },
  };
  return { state: { isAuthenticated: true, room: room ?? "", accepts }, commands: [connect] };
}

function take(state: State, packet: GoimPacket): Turn<State> {
  const { op, body } = packet;
  switch (op) {
    case GOIM_OP.heartbeat: {
      const channel = state.room === "" ? undefined : state.room;
      return { commands: [{ kind: "count", ref: replyTo(packet, GOIM_OP.heartbeatReply, ""), channel }] };
    }
    case GOIM_OP.changeRoom:
      return changeRoom(state, packet);
    case GOIM_OP.subscribe:
    case GOIM_OP.unsubscribe: {
      const asked = parseGoimOperations(UTF8.decode(body));
      const reply = answer(replyTo(packet, op + 1, latin1(body)));
      if (asked === undefined) return reply;
      const isAdded = op === GOIM_OP.subscribe;
      const accepts = isAdded
        ? sorted([...state.accepts, ...asked])
        : state.accepts.filter((each) => !asked.includes(each));
      return accepts.length > ACCEPTS_MAX ? { close: TOO_MANY } : { ...reply, state: { ...state, accepts } };
    }
    default:
      // goim hands these to the service behind it, and answers that it has.
      return answer(replyTo(packet, op, ""));
  }
}

function changeRoom(state: State, packet: GoimPacket): Turn<State> {
  const ref = replyTo(packet, GOIM_OP.changeRoomReply, latin1(packet.body));
  if (packet.body.length === 0) {
    if (state.room === "") return answer(ref);
    return { state: { ...state, room: "" }, commands: [{ kind: "unsubscribe", ref, channel: state.room }] };
  }
  const channel = channelOf(UTF8.decode(packet.body));
  if (channel === null) return { close: { code: 4400, reason: "bad room" } };
  // To leave and enter again would pass over what is published in between.
  if (channel === state.room) return answer(ref);
  const leave = state.room === "" ? [] : [state.room];
  return { state: { ...state, room: channel }, commands: [{ kind: "subscribe", ref, channel, leave }] };
}

/** Nobody asked: the room is gone from the connection, or what it missed in it is. */
function unsubscribed(state: State, event: Extract<ShardEvent, { kind: "unsubscribed" }>): Turn<State> {
  if (event.ref !== undefined) return { frames: [encoded(event.ref)] };
  if (event.reason !== "server") return { close: CLOSES["insufficient-state"] };
  return event.channel === state.room ? { state: { ...state, room: "" } } : {};
}

function failed({ command, failure, ref }: Extract<ShardEvent, { kind: "failed" }>): Turn<State> {
  // A heartbeat is about the connection. That nobody can count the room now is no reason to lose it.
  if (command === "count") return { frames: [counted(ref, 0)] };
  // It has no word for a refusal, and must not believe that it is in the room.
  if (failure === "permission-denied") return { close: CLOSES["permission-denied"] };
  if (failure === "unauthenticated" || failure === "token-expired") return { close: CLOSES.unauthenticated };
  if (failure === "unavailable" || failure === "internal") return { close: CLOSES.internal };
  return { close: BAD_PACKET };
}

/** Behind all that is under way: a count of nothing is the shortest way through the queue. */
function answer(ref: Reply): Turn<State> {
  return { commands: [{ kind: "count", ref, channel: undefined }] };
}

function replyTo({ ver, seq }: GoimPacket, op: number, body: string): Reply {
  return { op, ver, seq, body };
}

function encoded(ref: Ref): Uint8Array<ArrayBuffer> {
  const { body, ...header } = ref as Reply;
  return encodeGoimPacket({ ...header, body: Uint8Array.from(body, (character) => character.charCodeAt(0)) });
}

function counted(ref: Ref, count: number): Uint8Array<ArrayBuffer> {
  const reply = ref as Reply;
  if (reply.op !== GOIM_OP.heartbeatReply) return encoded(ref);
  const body = new Uint8Array(4);
  new DataView(body.buffer).setInt32(0, count);
  return encodeGoimPacket({ ...reply, body });
}

function messageOf({ op, data }: Publication): Pick<GoimPacket, "op" | "body"> {
  return { op: op === 0 ? GOIM_OP.sendReply : op, body: typeof data === "string" ? TEXT.encode(data) : data };
}

/** @returns null for what can be no channel's name */
function channelOf(room: string): string | null {
  try {
    return roomChannel(room);
  } catch {
    return null;
  }
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function sorted(operations: readonly number[]): readonly number[] {
  return [...new Set(operations)].sort((a, b) => a - b);
}
