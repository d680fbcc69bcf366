/**
 * What agents speak: the whole configuration of a node with its types, and word of every new version.
 *
 *     GET /config/v1/<service>/<idc>?node=&address=&labels=a=1,b=2   200 the document, with an ETag; 304
 *     GET /config/v1/<service>/<idc>?node=&labels=&after=12          held 60 s until the node is to run another version than 12; else 304
 *     GET /config/v1/<service>/<idc>/watch?node=&labels=             a WebSocket: proto/config/watch.ts
 *
 * The document is that of proto/config/watch.ts. `Authorization: Bearer` is a token with the right `read`; an open service needs none.
 * @module
 */
import type { SocketReader } from "../../durable/config/sockets.ts";
import { AGENT_PREFIX, type Reader } from "../../proto/config/config.ts";
import { Fault } from "../../proto/fault.ts";
import { type Face, requireMethod } from "../face/face.ts";
import type { Call, Reply } from "../route/call.ts";
import { type Caller, callerByToken, readsSecrets, requireRight } from "./callers.ts";
import { type HeldPolls, newsFor } from "./held-polls.ts";
import { addressOf, type ConfigStubs, type Place, placeOf, reached, refusalOf } from "./objects.ts";
import { bearerOf, queryOf, readerOf, segmentsOf } from "./query.ts";
import type { Reads, Seen } from "./reads.ts";
import { empty, textReply } from "./replies.ts";
import type { Report } from "./reports.ts";
import type { SecretBox } from "./secret-box.ts";
import { documentOf, rendered, sectionsOf } from "./values.ts";

const HOLD_MS = 60_000;
/** Where the node can be reached, as it says itself. */
const ADDRESS = /^[!-~]{1,128}$/;

export interface AgentDeps {
  readonly reads: Reads;
  readonly stubs: ConfigStubs;
  readonly polls: HeldPolls;
  readonly box: SecretBox;
  readonly report: Report;
}

export function agentFace(deps: AgentDeps): Face {
  return {
    name: "config",
    paths: [AGENT_PREFIX],
    async answer(call, path) {
      requireMethod(call, "GET");
      const [service = "", idc = "", last, ...more] = segmentsOf(path, AGENT_PREFIX);
      if (more.length > 0 || (last !== undefined && last !== "watch")) {
        throw new Fault("not_found", "nothing is at this path");
      }
      const place = placeOf(service, idc);
      return last === "watch" ? await watch(call, place, deps) : await read(call, place, deps);
    },
  };
}

interface Asker {
  readonly reader: Reader;
  readonly address: string;
  /** The version that it has already. */
  readonly after: number | undefined;
}

/** @throws Fault invalid_argument */
function askerOf(call: Call): Asker {
  const query = queryOf(call);
  const after = afterOf(query.get("after"));
  const reader = readerOf(query.get("node") ?? "", query.get("labels") ?? "");
  const address = query.get("address") ?? call.client.ip ?? "";
  if (address !== "" && !ADDRESS.test(address)) throw new Fault("invalid_argument", "address: host and port expected");
  return { reader, address, after };
}

/** @throws Fault unauthenticated, permission_denied */
async function callerOf(call: Call, { place, access }: Seen): Promise<Caller> {
  const caller = await callerByToken(bearerOf(call), place, access);
  if (!access.open) requireRight(caller, "read");
  return caller;
}

async function read(call: Call, place: Place, deps: AgentDeps): Promise<Reply> {
  const { reader, address, after } = askerOf(call);
  const waitUntil = (promise: Promise<unknown>) => call.waitUntil(promise);
  const admit = async (each: Seen) => {
    const caller = await callerOf(call, each);
    const running = after === undefined ? {} : { running: after };
    if (reader.node !== "") deps.report(place, { ...reader, address, ...running }, waitUntil);
    return caller;
  };
  if (after === undefined) {
    const seen = await deps.reads.read(place, waitUntil);
    return await document(call, await admit(seen), seen, reader, deps);
  }
  const isNews = (each: Seen) => each.visibleTo(reader).version !== after;
  const { seen, caller } = await newsFor(isNews, { ...deps, place, holdMs: HOLD_MS, waitUntil, admit });
  return isNews(seen) ? await document(call, caller, seen, reader, deps) : empty(304);
}

async function document(call: Call, caller: Caller, seen: Seen, reader: Reader, { box }: AgentDeps): Promise<Reply> {
  const kept = seen.visibleTo(reader);
  if (kept.version === 0) throw new Fault("not_found", "nothing is released yet");
  const clear = readsSecrets(caller);
  const etag = `"${seen.epoch.slice(0, 8)}-${kept.version}${clear ? "" : "-open"}"`;
  if (call.request.headers.get("if-none-match") === etag) return empty(304, { etag });
  const sections = await sectionsOf(kept, clear, box);
  const text = rendered(kept, `document ${clear}`, () => JSON.stringify(documentOf(seen.place, kept, sections)));
  return textReply(call, text, "application/json", { kept, caller }, { etag });
}

/** @throws Fault invalid_argument */
function afterOf(text: string | null): number | undefined {
  if (text === null) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new Fault("invalid_argument", "after: a version expected");
  return Number(text);
}

async function watch(call: Call, place: Place, deps: AgentDeps): Promise<Reply> {
  if (call.request.headers.get("upgrade")?.toLowerCase() !== "websocket") {
    throw new Fault("failed_precondition", "this path takes a WebSocket", {
      status: 426,
      headers: { upgrade: "websocket" },
    });
  }
  if (call.item !== undefined) throw new Fault("invalid_argument", "a WebSocket is no item of a batch");
  const { reader, address } = askerOf(call);
  const caller = await callerOf(call, await deps.reads.read(place, (promise) => call.waitUntil(promise)));
  const socket: SocketReader = { ...reader, address, token: caller.token };
  const headers = { upgrade: "websocket", "x-config-reader": JSON.stringify(socket) };
  const answer = await reached(deps.stubs(addressOf(place)).fetch(new Request("https://config/", { headers })));
  if (answer.webSocket === null) throw refusalOf(await answer.json());
  return answer;
}
