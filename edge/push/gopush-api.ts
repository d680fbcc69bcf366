/**
 * gopush-cluster's HTTP API (https://github.com/Terry-Mao/gopush-cluster): what its clients ask before they connect, and what services push through.
 *
 * It answers 200 with `{"ret":0}`, and `data` where there is some; other values of `ret` are {@link RET}. `cb` makes a script of it that calls the
 * function of that name, which must be a name and no more. A missing token is 401 and `ret` 65534.
 *
 * A `mid` up to {@link TIME_ID_MIN} is an offset of the stream; a larger one is a time of `/1/time/get`, with which a client begins that has no `mid`.
 * One of gopush itself counts tenths of microseconds, and is what a client brings along that has moved here: what came after that time is new to it.
 * @module
 */

import type { GateStub, Pass } from "../../durable/push/push.ts";
import type { Bytes } from "../../proto/codec/codec.ts";
import { Fault, toFault } from "../../proto/fault.ts";
import type { Message, Publication } from "../../proto/push/model.ts";
import {
  GOPUSH_SERVERS_PATH,
  gopushChannel,
  gopushMessage,
  keyChannel,
  PRIVATE_GROUP,
  userChannel,
} from "../../proto/push/push.ts";
import type { Codec } from "../codec/codec.ts";
import { HeldReply } from "../codec/codec.ts";
import { requireMethod } from "../face/face.ts";
import type { Call, Reply } from "../route/call.ts";
import type { PushCore } from "./core.ts";
import type { GoimAccess } from "./goim-access.ts";
import { placesOf } from "./goim-nodes.ts";
import type { GoimNodes } from "./goim-settings.ts";
import type { PublishLimit } from "./publish-limit.ts";

export interface GopushApiDeps {
  readonly core: PushCore;
  readonly codec: Pick<Codec, "read">;
  readonly access: GoimAccess;
  readonly gateOf: (call: Call) => Pick<GateStub, "identify">;
  /** Whether clients may say who they are without proof. */
  readonly clearAuth: boolean;
  readonly limit: PublishLimit;
  readonly nodes: GoimNodes;
  readonly now: () => number;
  readonly warn: (message: string, cause: unknown) => void;
}

const RET = { ok: 0, noServer: 1_001, param: 65_534, internal: 65_535 } as const;
/** Offsets stay far below it, and microseconds since 1970 far above. */
const TIME_ID_MIN = 1e12;
/** Microseconds reach it in the year 2286, and gopush's own ids were beyond it in 2001. */
const GOPUSH_ID_MIN = 1e16;
/** One message, and a thousand keys beside it. */
const BODY_BYTES_MAX = 262_144;
const KEYS_MAX = 1_000;
/** As many as a user's stream keeps. */
const MESSAGES_MAX = 1_000;
/** `expire=0` says that it is for who is there now. It has a `mid` all the same, or clients would take it for one that they had. */
const UNSTORED_MS = 5_000;
const EXPIRE_SECONDS = /^\d{1,10}$/;
/** Of 64 bits, as gopush has them. */
const MID = /^\d{1,19}$/;
/** A name of ECMAScript, or several with dots in between: anything else would be somebody's program. */
const CALLBACK = /^[A-Za-z_$][\w$]{0,63}(?:\.[A-Za-z_$][\w$]{0,63}){0,3}$/;
const TEXT = new TextEncoder();
const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

type Answer = Readonly<Record<string, unknown>> | undefined;
type Handler = (deps: GopushApiDeps, call: Call, query: URLSearchParams) => Promise<Answer> | Answer;

const FOR_CLIENTS: Readonly<Record<string, Handler>> = {
  "/1/server/get": (...asked) => ({ server: server(...asked) }),
  [GOPUSH_SERVERS_PATH]: (...asked) => ({ server: [server(...asked)] }),
  "/1/msg/get": messages,
  "/1/time/get": ({ now }) => ({ timeid: now() * 1_000 }),
};
const FOR_SERVICES: Readonly<Record<string, Handler>> = {
  "/1/admin/push/private": pushPrivate,
  "/1/admin/push/mprivate": pushMany,
  "/1/admin/msg/del": removeMessages,
};

/** @throws Fault not_found for a path that gopush has not, unimplemented for a method */
export async function gopushApi(deps: GopushApiDeps, call: Call, path: string): Promise<Reply> {
  const query = new URLSearchParams(call.target.query);
  const callback = query.get("cb") ?? "";
  const isForClients = Object.hasOwn(FOR_CLIENTS, path);
  const handler = isForClients ? FOR_CLIENTS[path] : Object.hasOwn(FOR_SERVICES, path) ? FOR_SERVICES[path] : undefined;
  if (handler === undefined) throw new Fault("not_found", "gopush has nothing at this path");
  if (isForClients) requireMethod(call, "GET", "HEAD");
  else requireMethod(call, "POST");
  if (callback !== "" && !CALLBACK.test(callback)) return reply({ ret: RET.param }, "");
  try {
    const data = await handler(deps, call, query);
    return reply({ ...(data !== undefined && { data }), ret: RET.ok }, callback);
  } catch (thrown) {
    const { code, status, headers, cause, message } = toFault(thrown);
    if (code === "unauthenticated") return reply({ ret: RET.param }, callback, 401, headers);
    if (code === "resource_exhausted" && status === 429) return reply({ ret: RET.internal }, callback, 429, headers);
    if (status >= 400 && status < 500) return reply({ ret: RET.param }, callback);
    deps.warn("a call of gopush's API failed", cause ?? message);
    return reply({ ret: code === "unavailable" ? RET.noServer : RET.internal }, callback);
  }
}

function server({ nodes }: GopushApiDeps, { client }: Call, query: URLSearchParams): string {
  gopushChannel(query.get("k") ?? "");
  const { domain, wsPort, wssPort, tcpPort } = placesOf(nodes, client);
  const protocol = query.get("p");
  if (protocol === "1") return `${domain}:${client.proto === "https" ? wssPort : wsPort}`;
  if (protocol !== "2") throw bad("p: 1 or 2 expected");
  if (tcpPort === 0) throw new Fault("unavailable", "no TCP gateway is configured");
  return `${domain}:${tcpPort}`;
}

async function messages(deps: GopushApiDeps, call: Call, query: URLSearchParams): Promise<Answer> {
  const channel = gopushChannel(query.get("k") ?? "");
  const text = query.get("m") ?? "";
  if (!MID.test(text)) throw bad("m: a number expected");
  const pass = await mayRead(deps, call, channel, query.get("token") ?? "");
  const found = await after(deps.core, channel, Number(text), pass);
  if (found.length === 0) return undefined;
  return { msgs: found.map((each) => JSON.parse(gopushMessage(each, PRIVATE_GROUP)) as unknown) };
}

async function after(
  core: PushCore,
  channel: string,
  mid: number,
  pass: Pass | undefined,
): Promise<readonly Publication[]> {
  const query = { limit: MESSAGES_MAX, ...(pass && { pass }) };
  if (mid >= TIME_ID_MIN) {
    const { publications } = await core.history(channel, query);
    const us = mid >= GOPUSH_ID_MIN ? mid / 10 : mid;
    return publications.filter(({ publishedAtMs }) => publishedAtMs * 1_000 > us);
  }
  const page = await core.history(channel, { ...query, since: { epoch: "", offset: mid } });
  if (page.position.offset >= mid) return page.publications;
  // The stream is younger than the cursor: none of what it has was read.
  return (await core.history(channel, query)).publications;
}

/**
 * gopush lets everybody read everything; here that is so only where clients need no proof at all.
 * @returns what the stream's home asks of its owner; undefined for a publisher
 */
async function mayRead(
  { access, gateOf, clearAuth }: GopushApiDeps,
  call: Call,
  channel: string,
  token: string,
): Promise<Pass | undefined> {
  if (token === "") {
    if (clearAuth) return { session: "", issuedMs: undefined };
    await access.publisher(call);
    return undefined;
  }
  const checked = await gateOf(call).identify(token);
  if ("failure" in checked) {
    throw new Fault(checked.failure === "unavailable" ? "unavailable" : "unauthenticated", checked.message);
  }
  const { user, key, session, issuedMs } = checked.identity;
  const own = [user && userChannel(user), key && keyChannel(key)];
  if (!own.includes(channel)) throw new Fault("unauthenticated", "the token is for another key");
  return { session, issuedMs };
}

async function pushPrivate(deps: GopushApiDeps, call: Call, query: URLSearchParams): Promise<Answer> {
  const publisher = await deps.access.publisher(call);
  const expiresAtMs = expiryOf(query, deps.now());
  const channel = gopushChannel(query.get("key") ?? "");
  const message = { data: jsonOf(await textOf(deps, call)), expiresAtMs };
  const failed = await publish(deps, publisher, [channel], message);
  if (failed.length > 0) throw new Fault("unavailable", "the message was not taken");
  return undefined;
}

async function pushMany(deps: GopushApiDeps, call: Call, query: URLSearchParams): Promise<Answer> {
  const publisher = await deps.access.publisher(call);
  const body = manyOf(await textOf(deps, call));
  const expiresAtMs = expiryOf(query, deps.now());
  const failed = await publish(deps, publisher, body.keys.map(gopushChannel), {
    data: jsonOf(body.message),
    expiresAtMs,
  });
  return failed.length === 0 ? undefined : { fk: failed.map((at) => body.keys[at]) };
}

async function removeMessages(deps: GopushApiDeps, call: Call): Promise<Answer> {
  await deps.access.publisher(call);
  const fields = new URLSearchParams(await textOf(deps, call));
  await deps.core.clearHistory(gopushChannel(fields.get("key") ?? ""));
  return undefined;
}

/** @returns the places of those that did not take it */
async function publish(
  { core, limit, warn }: GopushApiDeps,
  publisher: string,
  channels: readonly string[],
  message: Message,
): Promise<readonly number[]> {
  limit.take(publisher, channels.length);
  const outcomes = await core.publish(channels.map((channel) => ({ channel, message })));
  return outcomes.flatMap((outcome, at) => {
    if (!("refused" in outcome)) return [];
    if (outcome.refused.code === "invalid_argument") throw bad(outcome.refused.message);
    warn(`a message through gopush's API was not taken by ${channels[at]}`, outcome.refused.message);
    return [at];
  });
}

function expiryOf(query: URLSearchParams, nowMs: number): number {
  const text = query.get("expire") ?? "";
  if (!EXPIRE_SECONDS.test(text)) throw bad("expire: seconds expected");
  const seconds = Number(text);
  return nowMs + (seconds === 0 ? UNSTORED_MS : seconds * 1_000);
}

function manyOf(text: string): { readonly message: string; readonly keys: readonly string[] } {
  const body = JSON.parse(jsonOf(text)) as { readonly m?: unknown; readonly k?: unknown } | null;
  const { m, k } = body ?? {};
  if (typeof m !== "string" || m === "" || typeof k !== "string" || k === "") throw bad("m and k: texts expected");
  const keys = [...new Set(k.split(","))];
  if (keys.length > KEYS_MAX) throw bad(`k: more than ${KEYS_MAX} keys`);
  return { message: m, keys };
}

async function textOf({ codec }: GopushApiDeps, call: Call): Promise<string> {
  const bytes = await codec.read(call, BODY_BYTES_MAX);
  try {
    return UTF8.decode(bytes);
  } catch (cause) {
    throw new Fault("invalid_argument", "the body is no UTF-8", { cause });
  }
}

/** @returns the text as it is */
function jsonOf(text: string): string {
  try {
    JSON.parse(text);
    return text;
  } catch (cause) {
    throw new Fault("invalid_argument", "the message is no JSON", { cause });
  }
}

/** The comment keeps a reply from being taken for a file of another kind, by what its first bytes are. */
function reply(value: object, callback: string, status = 200, headers: Readonly<Record<string, string>> = {}): Reply {
  const json = JSON.stringify(value);
  const isScript = callback !== "";
  const body = isScript ? `/**/${callback}(${json.replaceAll("<", "\\u003c")})` : json;
  const type = isScript ? "text/javascript; charset=utf-8" : "application/json";
  const all = { "content-type": type, "cache-control": "no-store", "x-content-type-options": "nosniff", ...headers };
  return new HeldReply(TEXT.encode(body) as Bytes, { status, headers: Object.entries(all) });
}

function bad(message: string): Fault {
  return new Fault("invalid_argument", message);
}
