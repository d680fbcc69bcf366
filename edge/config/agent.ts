/**
 * What agents speak: the whole configuration of a node with its types, and word of every new version.
 *
 *     GET /config/v1/<service>/<idc>?node=&address=&labels=a=1,b=2   200 the document, with an ETag; 304
 *     GET /config/v1/<service>/<idc>?node=&labels=&after=12          held 60 s until the node is to run another version than 12; else 304
 *     GET /config/v1/<service>/<idc>/watch?node=&labels=             a WebSocket: proto/config/watch.ts
 *
 * The news that a poll is answered with says in `Fairway-Poll-After-Ms` when the next one may come: proto/config/crowd.ts.
 *
 * The document is that of proto/config/watch.ts. `Authorization: Bearer` is a token with the right `read`; an open service needs none.
 * @module
 */
import type { SocketReader } from "../../durable/config/sockets.ts";
import type { Bytes } from "../../proto/codec/codec.ts";
import { AGENT_PREFIX, POLL_AFTER_HEADER, pollAfterMs, type Reader } from "../../proto/config/config.ts";
import { Fault } from "../../proto/fault.ts";
import { type Face, requireMethod } from "../face/face.ts";
import type { Call, Reply } from "../route/call.ts";
import { type Caller, callerByToken, readsSecrets, requireRight } from "./callers.ts";
import type { HeldPolls } from "./held-polls.ts";
import { answerWithNews, type Poll } from "./news.ts";
import { addressOf, type ConfigStubs, type Place, placeOf, reached, refusalOf } from "./objects.ts";
import { bearerOf, queryOf, readerOf, segmentsOf } from "./query.ts";
import type { Kept, Reads, Seen } from "./reads.ts";
import { asShown, empty, uncached } from "./replies.ts";
import type { Report } from "./reports.ts";
import type { SecretBox } from "./secret-box.ts";
import { documentOf, sectionsOf } from "./values.ts";

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
    answer(call, path) {
      requireMethod(call, "GET");
      const [service = "", idc = "", last, ...more] = segmentsOf(path, AGENT_PREFIX);
      if (more.length > 0 || (last !== undefined && last !== "watch")) {
        throw new Fault("not_found", "nothing is at this path");
      }
      const place = placeOf(service, idc);
      if (last === "watch") return watch(call, place, deps);
      const asker = askerOf(call);
      const { after } = asker;
      if (after === undefined) return read(call, place, asker, deps);
      return answerWithNews(new AgentPoll(call, place, { ...asker, after }, deps), deps);
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
function callerOf(call: Call, { place, access }: Seen): Caller | Promise<Caller> {
  const caller = callerByToken(bearerOf(call), place, access);
  if (access.open) return caller;
  return caller instanceof Promise ? caller.then(requireRead) : requireRead(caller);
}

/** @throws Fault permission_denied, unauthenticated */
function requireRead(caller: Caller): Caller {
  requireRight(caller, "read");
  return caller;
}

async function read(call: Call, place: Place, { reader, address }: Asker, deps: AgentDeps): Promise<Reply> {
  const seen = await deps.reads.read(place, (promise) => call.waitUntil(promise));
  const caller = await callerOf(call, seen);
  if (reader.node !== "") deps.report({ place, reader, address, running: undefined }, call);
  const reply = await document(call, caller, { seen, reader, afterMs: undefined }, deps);
  const known = call.request.headers.get("if-none-match");
  return known !== null && known === reply.headers.get("etag") ? empty(304, { etag: known }) : reply;
}

/** Thousands of them wait: each is one object, and not a handful of functions. */
class AgentPoll implements Poll<Caller, Reply> {
  readonly holdMs = HOLD_MS;
  readonly place: Place;
  readonly #call: Call;
  readonly #asker: Asker & { readonly after: number };
  readonly #deps: AgentDeps;

  constructor(call: Call, place: Place, asker: Asker & { readonly after: number }, deps: AgentDeps) {
    this.place = place;
    this.#call = call;
    this.#asker = asker;
    this.#deps = deps;
  }

  isNews(seen: Seen): boolean {
    return seen.visibleTo(this.#asker.reader).version !== this.#asker.after;
  }

  admit(seen: Seen): Caller | Promise<Caller> {
    const caller = callerOf(this.#call, seen);
    return caller instanceof Promise ? caller.then((admitted) => this.#noted(admitted)) : this.#noted(caller);
  }

  answer(seen: Seen, caller: Caller, crowd: number): Reply | Promise<Reply> {
    if (!this.isNews(seen)) return empty(304);
    const afterMs = pollAfterMs(crowd);
    return document(this.#call, caller, { seen, reader: this.#asker.reader, afterMs }, this.#deps);
  }

  waitUntil(background: Promise<unknown>): void {
    this.#call.waitUntil(background);
  }

  #noted(caller: Caller): Caller {
    const { reader, address, after } = this.#asker;
    if (reader.node !== "") this.#deps.report({ place: this.place, reader, address, running: after }, this.#call);
    return caller;
  }
}

interface Wanted {
  readonly seen: Seen;
  readonly reader: Reader;
  /** When the next poll may come; undefined where this is none. */
  readonly afterMs: number | undefined;
}

/** One reply for all who read the same of a version. */
function document(
  call: Call,
  caller: Caller,
  { seen, reader, afterMs }: Wanted,
  { box }: AgentDeps,
): Reply | Promise<Reply> {
  const kept = seen.visibleTo(reader);
  if (kept.version === 0) throw new Fault("not_found", "nothing is released yet");
  const clear = readsSecrets(caller);
  const name = `document ${clear} ${afterMs}`;
  const ready = kept.made.get(name) as Reply | undefined;
  if (ready !== undefined) return asShown(call, { kept, caller }, ready);
  return makeReply({ seen, kept, clear, afterMs }, box).then((made) => {
    kept.made.set(name, made);
    return asShown(call, { kept, caller }, made);
  });
}

interface Making extends Pick<Wanted, "seen" | "afterMs"> {
  readonly kept: Kept;
  readonly clear: boolean;
}

async function makeReply({ seen: { epoch, place }, kept, clear, afterMs }: Making, box: SecretBox): Promise<Reply> {
  const etag = `"${epoch.slice(0, 8)}-${kept.version}${clear ? "" : "-open"}"`;
  const text = JSON.stringify(documentOf(place, kept, await sectionsOf(kept, clear, box)));
  const headers = { etag, ...(afterMs === undefined ? {} : { [POLL_AFTER_HEADER]: String(afterMs) }) };
  return uncached(new TextEncoder().encode(text) as Bytes, "application/json", headers);
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
