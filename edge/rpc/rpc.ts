/**
 * RPC services that the edge answers itself: Connect's unary form as a face, for requests and items of a batch alike. The front
 * door of the room.
 *
 *     const face = rpcFace(IdService, { nextId: async (_request, context) => ({ id: … }) }, deps, { name: "ids" });
 *
 * It takes what the origin's server takes (origin/rpc): protobuf and JSON, gzip and the dictionary coding, GET for methods without
 * side effects, `connect-timeout-ms`. Replies are compressed behind it, as those of every face are.
 * @module
 */
import { type Bytes, type Compressor, DICTIONARY_CODING } from "../../proto/codec/codec.ts";
import {
  CONTENT_TYPES,
  decodeMessage,
  encodeMessage,
  type HandlersOf,
  implementedMethods,
  type MethodOf,
  messageOfGet,
  parseTimeout,
  replyCheck,
  type UnaryHead,
  unaryHead,
} from "../../proto/connect/connect.ts";
import { Fault } from "../../proto/fault.ts";
import type { AnyMethod, ServiceType } from "../../proto/message/message.ts";
import { type Codec, HeldReply, readWhole } from "../codec/codec.ts";
import { type Face, routeOfFace } from "../face/face.ts";
import type { Call, Reply } from "../route/call.ts";
import type { Route } from "../route/route-table.ts";
import { type Deadline, startDeadline } from "../upstream/upstream.ts";
import { CallContext, type ContextDeps, type RpcContext } from "./context.ts";

export type { RpcContext } from "./context.ts";

export interface RpcFaceDeps extends ContextDeps {
  readonly codec: Pick<Codec, "read">;
  readonly compressor: Compressor;
}

export interface RpcFaceOptions {
  /** The protocol that the service belongs to: see {@link Face.name}. */
  readonly name: string;
  /** What a call may take; a caller may ask for less, never for more. */
  readonly timeoutMs?: number;
  /** What a message may weigh, as it is sent and once it is unpacked. */
  readonly messageBytesMax?: number;
}

/** As much as the routes to the origin grant. */
const TIMEOUT_MS = 10_000;
/** As much as the edge lets through to the origin. */
const MESSAGE_BYTES_MAX = 1_048_576;
/** What the protocol calls `Content-Encoding` of a message, by the names that are taken. */
const CODINGS = new Set([undefined, "", "identity", "gzip", "x-gzip", DICTIONARY_CODING]);

interface Endpoint {
  readonly method: MethodOf<RpcContext>;
  readonly route: Route;
  readonly check: ReturnType<typeof replyCheck>;
  /** A reply may repeat what the request said, so the secrets of either forbid it to be compressed or stored. */
  readonly sensitive: boolean;
}

interface Limits {
  readonly timeoutMs: number;
  readonly messageBytesMax: number;
}

/**
 * @param handlers what they throw becomes the error of the call: a Fault as it is, anything else as `internal`
 * @throws Error when a method has no handler, or a handler no method: a programmer's mistake
 */
export function rpcFace<S extends ServiceType>(
  service: S,
  handlers: HandlersOf<S, RpcContext>,
  deps: RpcFaceDeps,
  { name, timeoutMs = TIMEOUT_MS, messageBytesMax = MESSAGE_BYTES_MAX }: RpcFaceOptions,
): Face {
  const prefix = `/${service.name}/`;
  const endpoints = new Map<string, Endpoint>();
  const limits = { timeoutMs, messageBytesMax };
  const face: Face = {
    name,
    paths: [prefix],
    answer(call, path) {
      const endpoint = endpoints.get(path);
      if (endpoint !== undefined) return serve(endpoint, call, deps, limits);
      throw new Fault("unimplemented", `no method is at '${path}'`, { status: 404 });
    },
  };
  for (const method of implementedMethods(service, handlers)) {
    const { input, output } = method.type;
    const sensitive = input.sensitive || output.sensitive;
    const route = { ...routeOfFace(face), name: method.procedure, rpc: method.type, sensitive };
    endpoints.set(`/${method.procedure}`, { method, route, check: replyCheck(output), sensitive });
  }
  return face;
}

async function serve(
  { method, route, check, sensitive }: Endpoint,
  call: Call,
  deps: RpcFaceDeps,
  limits: Limits,
): Promise<Reply> {
  // From here on the log names the method, and a fault is a Connect error wherever the face is mounted.
  call.route = route;
  call.entry.route = route;
  if (sensitive) call.sensitive = true;
  const { head, timeoutMs } = await acceptHead(method.type, call, limits);
  const bytes = await messageOf(call, head, deps, limits);
  const message = decodeMessage(method.type.input, head.codec, bytes);
  const deadline = call.item?.startDeadline(timeoutMs) ?? startDeadline(timeoutMs);
  call.deadline = deadline;
  const context = new CallContext(method.procedure, call, deadline, deps);
  try {
    const answer = await inTime(Promise.resolve(method.handle(message, context)), deadline, timeoutMs);
    const wrong = check(answer);
    if (wrong !== undefined)
      throw new Error(`${method.procedure}: what its handler returned does not fit: reply${wrong}`);
    const body = encodeMessage(method.type.output, head.codec, answer);
    if (head.codec === "proto") call.json = () => method.type.output.toJson(method.type.output.decode(body) as never);
    return reply(body, head, call, sensitive, context);
  } finally {
    deadline.clear();
  }
}

/** @throws Fault for a head that asks for what is not served */
async function acceptHead(type: AnyMethod, call: Call, limits: Limits) {
  const { request, target } = call;
  const header = (name: string) => request.headers.get(name) ?? undefined;
  try {
    const head = unaryHead(type, request.method, target.query.slice(1), header);
    requireKnownCoding(head);
    return { head, timeoutMs: timeoutOf(header("connect-timeout-ms"), limits) };
  } catch (refusal) {
    await readAway(call, limits);
    throw refusal;
  }
}

/** A client that is cut off while it sends never sees the reply, and takes it for a broken line. */
async function readAway({ request, item }: Call, { messageBytesMax }: Limits): Promise<void> {
  if (item !== undefined || request.headers.has("expect")) return;
  try {
    await readWhole(request, messageBytesMax);
  } catch {
    // Too large, or broken off: it was to be refused anyway.
  }
}

/** @throws Fault unimplemented, naming what is taken as the protocol asks */
function requireKnownCoding({ contentCoding }: UnaryHead): void {
  if (CODINGS.has(contentCoding?.trim().toLowerCase())) return;
  const named = JSON.stringify(contentCoding);
  throw new Fault(
    "unimplemented",
    `content coding ${named} is not supported, only gzip, ${DICTIONARY_CODING} and identity`,
  );
}

function timeoutOf(asked: string | undefined, { timeoutMs }: Limits): number {
  return asked === undefined ? timeoutMs : Math.min(timeoutMs, parseTimeout(asked));
}

async function messageOf(
  call: Call,
  { contentCoding }: UnaryHead,
  { codec, compressor }: RpcFaceDeps,
  { messageBytesMax }: Limits,
): Promise<Bytes> {
  if (call.request.method !== "GET") return await codec.read(call, messageBytesMax);
  const bytes = messageOfGet(call.target.query.slice(1));
  const coding = contentCoding?.toLowerCase() ?? "";
  if (coding === DICTIONARY_CODING)
    throw new Fault("unimplemented", `${DICTIONARY_CODING} is not for a message in a URL`);
  return coding.endsWith("gzip") && bytes.length > 0 ? compressor.gunzip(bytes, messageBytesMax) : bytes;
}

/** @throws Fault deadline_exceeded, or what the handler throws */
async function inTime(answer: Promise<unknown>, deadline: Deadline, timeoutMs: number): Promise<unknown> {
  try {
    return await deadline.race(answer);
  } catch (cause) {
    if (!deadline.isPassed()) throw cause;
    throw new Fault("deadline_exceeded", `the call took longer than ${timeoutMs} ms`, { cause });
  }
}

function reply(body: Bytes, { codec }: UnaryHead, call: Call, sensitive: boolean, context: CallContext): Reply {
  const headers: (readonly [string, string])[] = [
    ["content-type", CONTENT_TYPES[codec]],
    ["content-length", String(body.length)],
    ...context.replyHeaders,
  ];
  const decided = context.replyHeaders.some(([name]) => name === "cache-control");
  // What a service answers is of this moment; whether a GET of it may be stored is its handler's to say.
  if (!decided && (sensitive || call.request.method === "GET")) headers.push(["cache-control", "no-store"]);
  return new HeldReply(body, { status: 200, headers });
}
