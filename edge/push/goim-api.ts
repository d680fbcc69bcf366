/**
 * goim's HTTP API (https://github.com/Terry-Mao/goim/blob/master/docs/push.md), for the services that push through it. The body of a push is the
 * message; a list is the parameter again and again.
 *
 * It answers as goim does: 200 `{"code":0,"message":""}` with `data` where there is some, 400 in `text/plain` with code -400 for bad parameters, 200
 * with code -500 where the message could not be taken. What goim has no answer for, a missing token and too many messages, has the status of HTTP
 * with its negative as the code. A push is answered when its message is on disk.
 * @module
 */
import { Fault, toFault } from "../../proto/fault.ts";
import type { ChannelMessage, Message } from "../../proto/push/model.ts";
import { ALL_CHANNEL, GOIM_API_PREFIX, keyChannel, roomChannel, userChannel } from "../../proto/push/push.ts";
import type { Codec } from "../codec/codec.ts";
import { jsonReply, requireMethod } from "../face/face.ts";
import type { Call, Reply } from "../route/call.ts";
import type { PushCore } from "./core.ts";
import type { GoimAccess } from "./goim-access.ts";
import { instances, placesOf, weighted } from "./goim-nodes.ts";
import type { GoimNodes } from "./goim-settings.ts";
import type { PublishLimit } from "./publish-limit.ts";

export interface GoimApiDeps {
  readonly core: PushCore;
  readonly codec: Pick<Codec, "read">;
  readonly access: GoimAccess;
  readonly limit: PublishLimit;
  readonly nodes: GoimNodes;
  readonly warn: (message: string, cause: unknown) => void;
}

/** Beyond what one message may be, so that what is too large is told by its size and not by a limit of this API. */
const BODY_BYTES_MAX = 131_072;
/** Of one call: as many as objects answer for within its time. The URL has room for no more. */
const TARGETS_MAX = 1_000;
/** Each room is a question to an object. */
const ROOMS_MAX = 50;
const TOP_MAX = 1_000;
const INT32 = /^[+-]?\d{1,10}$/;
const INT32_MAX = 2 ** 31 - 1;
const MID = /^\d{1,19}$/;
const INT64_MAX = 2n ** 63n - 1n;
const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** @throws Fault not_found for a path that goim has not, unimplemented for a method */
export async function goimApi(deps: GoimApiDeps, call: Call, path: string): Promise<Reply> {
  const [, , area, what] = path.split("/");
  const name = `${area}/${what}`;
  if (Object.hasOwn(PUSHES, name) && path === `${GOIM_API_PREFIX}${name}`) {
    requireMethod(call, "POST");
    return await answered(deps, () => push(deps, call, PUSHES[name] as TargetsOf));
  }
  if (Object.hasOwn(VIEWS, name) && path === `${GOIM_API_PREFIX}${name}`) {
    requireMethod(call, "GET", "HEAD");
    return await answered(deps, () => view(deps, call, VIEWS[name] as View));
  }
  throw new Fault("not_found", "goim has nothing at this path");
}

type TargetsOf = (fields: URLSearchParams) => readonly string[];
type View = (fields: URLSearchParams, deps: GoimApiDeps, call: Call) => unknown;

const PUSHES: Readonly<Record<string, TargetsOf>> = {
  "push/keys": (fields) => fields.getAll("keys").map(keyChannel),
  "push/mids": (fields) => fields.getAll("mids").map(midOf).map(userChannel),
  "push/room": (fields) => {
    required(fields, "operation");
    return [roomChannel(`${required(fields, "type")}://${required(fields, "room")}`)];
  },
  "push/all": (fields) => {
    required(fields, "operation");
    int32(fields.get("speed") ?? "", "speed"); // How fast goim is to send it; here every shard does at once.
    return [ALL_CHANNEL];
  },
};

/** What is told about who is where is for publishers too. */
const VIEWS: Readonly<Record<string, View>> = {
  async "online/top"(fields, { core }) {
    const type = required(fields, "type");
    const limit = int32(required(fields, "limit"), "limit");
    if (limit < 1 || limit > TOP_MAX) throw bad(`limit: 1 to ${TOP_MAX} expected`);
    const top = await core.top(roomChannel(type), limit);
    return top.map(([channel, count]) => ({ room_id: channel.slice(channel.indexOf("://") + 3), count }));
  },
  async "online/room"(fields, { core }) {
    const type = required(fields, "type");
    const rooms = fields.getAll("rooms").filter((room) => room !== "");
    if (rooms.length === 0) throw bad("rooms: is missing");
    if (rooms.length > ROOMS_MAX) throw bad(`rooms: at most ${ROOMS_MAX}`);
    const counts = await Promise.all(
      rooms.map(async (room) => [room, (await core.count(roomChannel(`${type}://${room}`))).connections] as const),
    );
    return Object.fromEntries(counts);
  },
  async "online/total"(_fields, { core }) {
    const { connections, addresses } = await core.totals();
    return { conn_count: connections, ip_count: addresses };
  },
  "nodes/weighted": (_fields, { nodes }, { client }) => weighted(placesOf(nodes, client)),
  "nodes/instances": (_fields, { nodes }, { client }) => instances(placesOf(nodes, client)),
};

async function push({ core, codec, access, limit }: GoimApiDeps, call: Call, targetsOf: TargetsOf): Promise<Reply> {
  const publisher = await access.publisher(call);
  const fields = new URLSearchParams(call.target.query);
  const op = int32(fields.get("operation") ?? "", "operation");
  const targets = targetsOf(fields);
  if (targets.length > TARGETS_MAX) throw bad(`more than ${TARGETS_MAX} targets`);
  const bytes = await codec.read(call, BODY_BYTES_MAX);
  limit.take(publisher, targets.length);
  const message: Message = { data: goimData(bytes), op };
  const items: ChannelMessage[] = targets.map((channel) => ({ channel, message }));
  const outcomes = items.length === 0 ? [] : await core.publish(items);
  const refused = outcomes.flatMap((outcome) => ("refused" in outcome ? [outcome.refused] : []));
  const [first] = refused;
  if (first !== undefined) throw new Fault(first.code, first.message);
  return ok();
}

async function view(deps: GoimApiDeps, call: Call, produce: View): Promise<Reply> {
  // Clients ask for nodes, before they have anything to show.
  const isForClients = produce === VIEWS["nodes/weighted"];
  if (!isForClients) await deps.access.publisher(call);
  return ok(await produce(new URLSearchParams(call.target.query), deps, call));
}

/** A message that is JSON goes as JSON to those who speak JSON; anything else as bytes. To a goim client either is what was sent. */
export function goimData(bytes: Uint8Array<ArrayBuffer>): Message["data"] {
  try {
    const text = UTF8.decode(bytes);
    JSON.parse(text);
    return text;
  } catch {
    return bytes;
  }
}

function ok(data?: unknown): Reply {
  return jsonReply({ code: 0, message: "", ...(data !== undefined && { data }) });
}

async function answered({ warn }: GoimApiDeps, produce: () => Promise<Reply>): Promise<Reply> {
  try {
    return await produce();
  } catch (thrown) {
    const fault = toFault(thrown);
    const { code, message, status, headers } = fault;
    if (code === "unauthenticated" || code === "permission_denied" || code === "resource_exhausted") {
      const retry = fault.retryAfterSeconds;
      const more = { ...headers, ...(retry !== undefined && { "retry-after": String(retry) }) };
      return jsonReply({ code: -status, message }, status, more);
    }
    if (status >= 400 && status < 500) {
      return jsonReply({ code: -400, message }, 400, { "content-type": "text/plain; charset=utf-8" });
    }
    warn("a push through goim's API failed", fault.cause ?? fault);
    return jsonReply({ code: -500, message });
  }
}

/** @throws Fault: to goim 0 and the empty text are missing */
function required(fields: URLSearchParams, name: string): string {
  const value = fields.get(name) ?? "";
  if (value === "" || (name !== "type" && name !== "room" && Number(value) === 0)) throw bad(`${name}: is missing`);
  return value;
}

/** Empty is 0. */
function int32(text: string, name: string): number {
  if (text === "") return 0;
  const value = Number(text);
  if (!INT32.test(text) || Math.abs(value) > INT32_MAX) throw bad(`${name}: a whole number of 32 bits expected`);
  return value;
}

function midOf(text: string): string {
  if (!MID.test(text) || BigInt(text) > INT64_MAX) throw bad("mids: whole numbers of 64 bits expected");
  return String(BigInt(text));
}

function bad(message: string): Fault {
  return new Fault("invalid_argument", message);
}
