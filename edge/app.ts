/**
 * The edge without its runtime: rooms wired to one another, and which of them answers a request.
 * @module
 */
import type { GateStub } from "../durable/push/push.ts";
import type { Compressor, Dictionary } from "../proto/codec/codec.ts";
import type { Content } from "../proto/config/config.ts";
import { parseHex } from "../proto/digest.ts";
import { Fault, problemResponse, toFault } from "../proto/fault.ts";
import type { RandomHex } from "../proto/trace.ts";
import { type AccessLog, accessLog } from "./access-log/access-log.ts";
import { type Authenticator, authenticator } from "./auth/auth.ts";
import { BATCH_PATH } from "./batch/batch.ts";
import { type CacheShardStub, cache, type PlatformCache, PURGE_PATH } from "./cache/cache.ts";
import { codec, DICTIONARY_PATH } from "./codec/codec.ts";
import { type ConfigStubs, configFaces, type DirectoryStub, type ReleaseCheck, secretBox } from "./config/config.ts";
import { cors } from "./cors/cors.ts";
import { type Face, findFace, routeClashes } from "./face/face.ts";
import { livez, readyz } from "./health/health.ts";
import {
  checkDnsRelease,
  createResolver,
  DNS_SERVICE,
  type HealthStubs,
  httpdnsFaces,
  type Place,
} from "./httpdns/httpdns.ts";
import { idsFaces, type SequenceOf } from "./ids/ids.ts";
import { EDGE_SERVICE, live, type ReadResult, tableOf } from "./live/live.ts";
import { operators } from "./ops/ops.ts";
import { PRIORITY_HIGHEST, PRIORITY_LOWEST } from "./overload/overload.ts";
import { PROTOCOL_PATHS } from "./protocols.ts";
import { BODY_IDLE_MS, ClientCall, type Delivery, deliverOwn, type Invocation, logged } from "./proxy/proxy.ts";
import { handOver, type PushObjects, pushFaces, pushGate, serviceCall } from "./push/push.ts";
import { rateLimiter } from "./rate-limit/rate-limit.ts";
import { discoveryFace, type RegistryObjects } from "./registry/registry.ts";
import { reportFace } from "./report/report.ts";
import type { BatchItemRef, Call, Reply } from "./route/call.ts";
import { LIVEZ_PATH, ORIGIN_UPSTREAM, READYZ_PATH } from "./route/route.ts";
import type { RouteTable } from "./route/route-table.ts";
import type { Settings, SettingsResult } from "./settings.ts";
import { type LastingRooms, type TableRooms, tableRooms } from "./table-rooms.ts";
import {
  type LateDeadlines,
  lateDeadlines,
  type Send,
  stateEndpoint,
  UPSTREAMS_PATH,
  type UpstreamDeps,
} from "./upstream/upstream.ts";

export interface AppDeps extends UpstreamDeps {
  readonly randomHex: RandomHex;
  readonly compressor: Compressor;
  readonly dictionaries: readonly Dictionary[];
  /** Complete lines of the access log. */
  readonly write: (lines: readonly string[]) => void;
  readonly warn: (message: string, cause: unknown) => void;
  /** The shards of the shared store; absent where this edge has none. */
  readonly cacheShard?: ((index: number) => CacheShardStub) | undefined;
  /** The platform's own cache, used where there are no shards. */
  readonly platformCache?: PlatformCache | undefined;
  /** The objects that make ids; absent where this edge has none. */
  readonly sequence?: SequenceOf | undefined;
  /** The objects of configurations; absent where this edge has none. */
  readonly config?: ConfigStubs | undefined;
  /** Which services there are; there where `config` is. */
  readonly configDirectory?: (() => DirectoryStub) | undefined;
  /** The objects of service discovery; absent where this edge has none. */
  readonly registry?: RegistryObjects | undefined;
  /** The objects that probe addresses; absent where this edge has none. */
  readonly addressHealth?: HealthStubs | undefined;
  /** The objects of push; absent where this edge has none. */
  readonly push?: PushObjects | undefined;
  /** Has {@link App.watch} called in an invocation that outlasts any client, and lasts until it resolves; see edge/upstream/late-deadline.ts. */
  readonly beginWatch?: (() => void) | undefined;
}

export interface App {
  /** Never rejects. */
  (request: Request, invocation: Invocation): Promise<Response>;
  /** Who checks the tokens that clients show to a push shard; undefined where this edge is not configured. */
  readonly gate?: GateStub | undefined;
  /** See {@link AppDeps.beginWatch}. */
  watch(): Promise<void>;
}

/** A router, and who checks tokens with its authenticator. */
interface Routed {
  readonly answer: (call: Call) => Promise<Response>;
  readonly gate?: GateStub;
}

/** `$` needs no escape in a path (RFC 3986 §3.3), but some clients escape it all the same. */
const BATCH_PATHS = new Set([BATCH_PATH, BATCH_PATH.replace("$", "%24")]);
const JWKS_TARGET = "/.well-known/jwks.json";
/** The authenticator sets the time, by its signal; this only bounds it. */
const JWKS_TIMEOUT_MS = 10_000;
const JWKS_ATTEMPTS = 2;
/** A shard tries again later; meanwhile nobody waits. */
const HAND_OVER_MS_MAX = 10_000;

/** With a bad configuration it answers too: `/readyz` names what is wrong, everything else is 503. */
export function app({ settings, flaws }: SettingsResult, deps: AppDeps): App {
  const deadlines = lateDeadlines(deps);
  const { answer, gate }: Routed =
    settings === undefined ? { answer: unconfigured } : router(settings, deps, deadlines);
  const others = { gate, watch: deadlines.watch };
  for (const flaw of flaws ?? []) deps.warn("bad configuration", flaw);
  const origins = settings?.corsOrigins ?? new Set();
  if (origins.size === 0) return Object.assign(respond, others); // A preflight is then a request like any other, and no reply depends on the page.
  const pages = cors(origins);
  const respondToPages = async (request: Request, invocation: Invocation) =>
    pages.preflight(request) ?? pages.allow(request, await respond(request, invocation));
  return Object.assign(respondToPages, others);

  function respond(request: Request, invocation: Invocation): Promise<Response> {
    try {
      const call = new ClientCall(request, invocation, deps);
      const { path } = call.target;
      if (path === LIVEZ_PATH) return Promise.resolve(livez(request.method));
      if (path === READYZ_PATH) return Promise.resolve(readyz(request.method, flaws ?? []));
      return answer(call).catch((thrown) => refused(thrown, deps));
    } catch (thrown) {
      return Promise.resolve(refused(thrown, deps));
    }
  }
}

/** What went wrong before there was a call, or beyond what its line of the access log tells. */
function refused(thrown: unknown, { warn }: Pick<AppDeps, "warn">): Response {
  const fault = toFault(thrown);
  if (fault.code === "internal") warn("a request failed outside its call", fault.cause);
  return problemResponse(fault);
}

function unconfigured(): never {
  throw new Fault("unavailable", "this edge is not configured");
}

/** Answers a call by the route table of now: a promise where it has to be asked for first. */
function router(settings: Settings, deps: AppDeps, late: LateDeadlines): Routed {
  const { compressor, dictionaries, randomHex: random, now, warn } = deps;
  const coded = codec({ compressor, dictionaries });
  const log: AccessLog = accessLog(deps);
  let sharesAny = false;
  const cached = cache({
    shard: deps.cacheShard,
    platformCache: deps.platformCache,
    sharesAny: () => sharesAny,
    now,
    random: deps.random,
    newId: () => random(16),
    warn,
  });
  const ops = operators(settings.opsToken, settings.opsHost);
  const authenticator = authenticatorOf(settings, (...request) => tables.current().send(...request), deps);
  const box = secretBox(settings.configKeys);
  const limiter = rateLimiter(now);
  const resolver = createResolver({
    ...deps,
    document: settings.httpdns,
    stubs: deps.config,
    settings: settings.live,
    box,
    registry: deps.registry,
    health: deps.addressHealth,
    waitUntil: deps.waitUntil,
  });
  const faceOf = findFace(faces(), settings.mounts);
  const lasting: LastingRooms = {
    cache: cached,
    codec: coded,
    authenticator,
    limiter,
    late,
    log,
    byFace,
    zone: settings.zone,
  };
  const tables = live<RouteTable, TableRooms>({
    ...deps,
    stubs: deps.config,
    service: EDGE_SERVICE,
    settings: settings.live,
    box,
    own: settings.table,
    read: readTable,
    build(table, before) {
      sharesAny ||= table.routes.some((route) => route.cache?.shared === true);
      return tableRooms(table, before, lasting, deps);
    },
  });

  function answer(call: Call): Promise<Response> {
    const behind = tables.touch((promise) => call.waitUntil(promise));
    return behind === undefined ? serve(call) : behind.then(() => serve(call));
  }

  const { tokenKey, offlineToken } = settings.push;
  const inBackground = (promise: Promise<unknown>) => void deps.waitUntil?.(promise);
  const gate: GateStub = {
    ...pushGate({ authenticator, tokenKey, now, waitUntil: inBackground }),
    call: (asked) => serviceCall(asked, { answer, authenticator, random, now, waitUntil: inBackground }),
    handOver: (missed) => handOver(missed, { token: offlineToken, send: sendMissed }),
  };
  return { answer, gate };

  function sendMissed(target: string, headers: Headers, body: Uint8Array<ArrayBuffer>): Promise<Response> {
    const signal = AbortSignal.timeout(HAND_OVER_MS_MAX);
    const policy = { timeoutMs: HAND_OVER_MS_MAX, attempts: 1, idempotent: true, signal, priority: PRIORITY_LOWEST };
    const request = { method: "POST", target, headers, body };
    return tables.current().send(ORIGIN_UPSTREAM, request, { ...policy, entry: { startedAtMs: now() } });
  }

  function serve(call: Call): Promise<Response> {
    const { handle, batch } = tables.current();
    const { path } = call.target;
    if (BATCH_PATHS.has(path)) return own(call, () => batch(call));
    if (path === DICTIONARY_PATH) return own(call, async () => coded.dictionary(call.request));
    if (path === PURGE_PATH) {
      return own(call, async () => {
        await ops.authorize(call);
        return await cached.purge(call.request);
      });
    }
    if (path === UPSTREAMS_PATH) {
      return own(call, async () => {
        await ops.authorize(call);
        return stateEndpoint(call.request, tables.current().known.upstreams);
      });
    }
    return handle(call);
  }

  function readTable(content: Content): ReadResult<RouteTable> {
    const { table, flaws } = tableOf(content, check);
    return flaws === undefined ? { document: table } : { flaws };
  }

  /** What this edge has against a table that others may take. */
  function check(table: RouteTable): string[] {
    const flaws = routeClashes(settings.mounts, PROTOCOL_PATHS, table);
    if (settings.identityKey === undefined && table.upstreams.has(ORIGIN_UPSTREAM)) {
      flaws.push(`upstreams.${ORIGIN_UPSTREAM}: needs the edge's IDENTITY_KEY, which is missing`);
    }
    return flaws;
  }

  /** The protocols that this edge can answer itself; which of them it does, says the configuration. */
  function faces(): readonly Face[] {
    const { registry: objects, sequence, config, configDirectory: directory, push } = deps;
    const releaseChecks = new Map<string, ReleaseCheck>([
      [EDGE_SERVICE, (content) => readTable(content).flaws ?? []],
      [DNS_SERVICE, checkDnsRelease],
    ]);
    const rpc = { codec: coded, compressor, authenticator, operators: ops };
    return [
      reportFace({ ...deps, settings: settings.report, codec: coded, limiter, placeOf }),
      ...httpdnsFaces({ resolver, limiter, codec: coded, now, randomBytes: (length) => bytesOfHex(random(length)) }),
      ...(objects === undefined
        ? []
        : [discoveryFace({ ...deps, objects, tokens: settings.registryTokens, operators: ops })]),
      ...(config === undefined || directory === undefined
        ? []
        : configFaces({ ...deps, stubs: config, directory, box, rpc, checks: releaseChecks })),
      ...(sequence === undefined ? [] : idsFaces({ ...deps, settings: settings.ids, sequence, rpc })),
      ...(push === undefined ? [] : pushFaces({ ...deps, settings: settings.push, objects: push, rpc })),
    ];
  }

  async function placeOf(call: Call): Promise<Place> {
    await resolver.touch((promise) => call.waitUntil(promise));
    return resolver.placeOf(call, undefined);
  }

  function byFace(call: Call): Promise<Response> | undefined {
    const found = faceOf(call);
    if (found === undefined) return undefined;
    const { face, path, route } = found;
    call.route = route;
    call.entry.route = route;
    let answered: Reply | Promise<Reply>;
    try {
      answered = face.answer(call, path);
    } catch (thrown) {
      answered = Promise.reject(thrown);
    }
    const isReady = !(answered instanceof Promise) && answered.held !== undefined && route.compress === false;
    if (!isReady || call.item !== undefined)
      return logged(call, { accessLog: log, warn }, () => answerOf(answered, call));
    const { response } = deliverOwn(answered as Reply, call.entry, BODY_IDLE_MS);
    log.ended(call, response.status);
    return Promise.resolve(response);
  }

  /** In as few turns as it takes: of a thousand long polls that a release answers, the last waits for them all. */
  function answerOf(pending: Reply | Promise<Reply>, call: Call): Promise<Delivery> {
    return Promise.resolve(pending).then((answered) => {
      const isSocket = answered instanceof Response && answered.webSocket !== null;
      const reply = isSocket ? answered : coded.response(call, answered);
      if (call.item !== undefined) return deliverToBatch(reply, call.item);
      if (isSocket) return { response: answered, done: undefined };
      if (reply instanceof Promise) return reply.then((each) => deliverOwn(each, call.entry, BODY_IDLE_MS));
      return deliverOwn(reply, call.entry, BODY_IDLE_MS);
    });
  }

  async function deliverToBatch(pending: Reply | Promise<Reply>, item: BatchItemRef): Promise<Delivery> {
    const reply = await pending;
    await item.read(reply);
    return { response: reply as Response, done: undefined };
  }

  function own(call: Call, produce: () => Promise<Response>): Promise<Response> {
    const deliver = async () => deliverOwn(await produce(), call.entry, BODY_IDLE_MS);
    return logged(call, { accessLog: log, warn }, deliver);
  }
}

/** Of the runtime's own digits. */
function bytesOfHex(digits: string): Uint8Array<ArrayBuffer> {
  const bytes = parseHex(digits);
  if (bytes === undefined) throw new Error("these are no hexadecimal digits");
  return bytes;
}

/** Without the passport no token is one of its accounts. */
function noAccounts(): never {
  throw new Error("this edge knows no accounts");
}

/** Without an origin there are no accounts, and parseRouteTable lets no route ask for one. */
function authenticatorOf(
  { identityKey, issuer, audience }: Settings,
  send: Send,
  { now, warn }: AppDeps,
): Authenticator {
  if (identityKey === undefined) return { verify: async () => undefined, vouch: noAccounts };
  const fetchJwks = (signal: AbortSignal) =>
    send(
      ORIGIN_UPSTREAM,
      { method: "GET", target: JWKS_TARGET, headers: new Headers({ accept: "application/json" }), body: null },
      {
        timeoutMs: JWKS_TIMEOUT_MS,
        attempts: JWKS_ATTEMPTS,
        idempotent: true,
        signal,
        entry: { startedAtMs: now() },
        priority: PRIORITY_HIGHEST,
      },
    );
  return authenticator({ fetchJwks, now, issuer, audience, identityKey, warn });
}
