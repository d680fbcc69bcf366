/**
 * Service discovery: bilibili discovery's HTTP API (https://github.com/bilibili/discovery/blob/master/doc/api.md), so that its clients
 * work unchanged, and the nodes of upstreams that are found by it. The front door of the room.
 *
 *     POST register renew cancel set · GET fetch fetchs fetch/all poll polls nodes · WebSocket hold
 *
 * Answers come with 200 and a code in the body, as the API has it; who is not let in gets 401 or 403 beside the code. What Fairway adds
 * to the API is in proto/discovery.ts.
 * @module
 */
import type { Outcome, ServiceName } from "../../durable/registry/registry.ts";
import { DISCOVERY_CODES as CODES, DISCOVERY_PREFIX, HOLD_PATH, STATUS_UP } from "../../proto/discovery.ts";
import { Fault, toFault } from "../../proto/fault.ts";
import { readWhole } from "../codec/codec.ts";
import { type Face, requireMethod } from "../face/face.ts";
import type { Operators } from "../ops/ops.ts";
import type { Call, Reply } from "../route/call.ts";
import { type AccessList, admission, type Grant } from "./access.ts";
import { type Answer, instanceJson, listJson, render } from "./answer.ts";
import {
  changesOf,
  type Fields,
  fieldsOf,
  generationOf,
  instanceOf,
  latestTimestampsOf,
  registrationOf,
  serviceOf,
  servicesOf,
  statusMaskOf,
  zoneOf,
} from "./fields.ts";
import { lists } from "./lists.ts";
import { type RegistryObjects, twice } from "./objects.ts";
import { isOwn, OWN_ZONE, ownList } from "./own-node.ts";
import { OverfullError, POLL_MS, poller, type Wanted } from "./poll.ts";

export { type AccessList, parseRegistryTokens } from "./access.ts";
export { type FollowedNodes, registryNodes } from "./nodes.ts";
export type { RegistryObjects, ServiceStub } from "./objects.ts";

export const DISCOVERY = "discovery";
/** A form with a thousand names and their metadata. */
const BODY_BYTES_MAX = 1_048_576;
/** Objects asked at a time by `fetch/all`. */
const FETCHED_AT_ONCE = 16;
const TEXT = new TextDecoder();

export interface RegistryDeps {
  readonly objects: RegistryObjects;
  readonly tokens: AccessList;
  readonly operators: Pick<Operators, "isOperator">;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
  readonly warn: (message: string, cause: unknown) => void;
}

/** What an operation gets; `client` tells under which name the edge was reached. */
interface Asked {
  readonly call: Call;
  readonly fields: Fields;
  readonly grant: Grant;
}

type Operation = (asked: Asked) => Promise<Answer>;

export function discoveryFace(deps: RegistryDeps): Face {
  const { objects } = deps;
  const admit = admission(deps.tokens, deps.operators);
  const poll = poller({ ...deps, lists: lists(objects) });
  const posts: Readonly<Record<string, Operation>> = { register, renew, cancel, set };
  const gets: Readonly<Record<string, Operation>> = {
    fetch: fetchOne,
    fetchs: fetchSeveral,
    "fetch/all": fetchAll,
    poll: pollOne,
    polls: pollSeveral,
    nodes,
  };

  return {
    name: DISCOVERY,
    paths: [DISCOVERY_PREFIX],
    async answer(call, path) {
      try {
        if (path === HOLD_PATH) return await hold(call);
        const name = path.slice(DISCOVERY_PREFIX.length);
        const isPost = Object.hasOwn(posts, name);
        const operation = isPost ? posts[name] : Object.hasOwn(gets, name) ? gets[name] : undefined;
        if (operation === undefined) throw new Fault("not_found", "nothing is at this path");
        requireMethod(call, isPost ? "POST" : "GET");
        const grant = await admit(call);
        const fields = fieldsOf(call.target.query, isPost ? await formOf(call) : "");
        return render(await operation({ call, fields, grant }));
      } catch (thrown) {
        return render(failure(thrown, call));
      }
    },
  };

  async function register({ fields, grant }: Asked): Promise<Answer> {
    const service = serviceOf(fields);
    const form = registrationOf(fields);
    mayWrite(grant, service);
    if (isOwn(service)) throw new Fault("invalid_argument", "appid: this name is the registry's own");
    // To send it twice changes nothing, unless it is a client without generations: that is only told to its readers twice.
    return answerOf(service, await twice(() => objects.service(service).register(service, form)));
  }

  async function renew({ fields, grant }: Asked): Promise<Answer> {
    const service = serviceOf(fields);
    const [key, generation] = [instanceOf(fields), generationOf(fields)];
    mayWrite(grant, service);
    return answerOf(service, await twice(() => objects.service(service).renew(key, generation)));
  }

  async function cancel({ fields, grant }: Asked): Promise<Answer> {
    const service = serviceOf(fields);
    const [key, generation] = [instanceOf(fields), generationOf(fields)];
    mayWrite(grant, service);
    return answerOf(service, await twice(() => objects.service(service).cancel(key, generation)));
  }

  async function set({ fields, grant }: Asked): Promise<Answer> {
    const service = serviceOf(fields);
    const changes = changesOf(fields);
    mayWrite(grant, service);
    const outcomes = await twice(() => objects.service(service).set(changes));
    const failed = outcomes.find(({ outcome }) => outcome !== "done");
    return failed === undefined ? { code: CODES.ok } : answerOf(service, failed);
  }

  async function fetchOne({ call, fields, grant }: Asked): Promise<Answer> {
    const service = serviceOf(fields);
    const [zone, mask] = [zoneOf(fields), statusMaskOf(fields)];
    mayRead(grant, service);
    return foundOf(await freshJson(service, zone, mask, call));
  }

  async function fetchSeveral({ call, fields, grant }: Asked): Promise<Answer> {
    const { env, appids } = servicesOf(fields);
    const [zone, mask] = [zoneOf(fields), statusMaskOf(fields)];
    const services = appids.map((appid) => ({ env, appid }));
    for (const service of services) mayRead(grant, service);
    const found = await Promise.all(services.map((service) => freshJson(service, zone, mask, call)));
    const texts = found.flatMap((text, index) =>
      text === undefined ? [] : [`${JSON.stringify(appids[index])}:${text}`],
    );
    return { code: CODES.ok, data: `{${texts.join(",")}}` };
  }

  /** All that the caller may read, whatever its status, by appid. */
  async function fetchAll({ grant }: Asked): Promise<Answer> {
    const services = (await twice(() => objects.services())).filter(({ appid }) => grant.reads(appid));
    const byAppid = new Map<string, string[]>();
    for (let at = 0; at < services.length; at += FETCHED_AT_ONCE) {
      const some = services.slice(at, at + FETCHED_AT_ONCE);
      const found = await Promise.all(some.map((service) => twice(() => objects.service(service).list())));
      for (const [index, { instances }] of found.entries()) {
        const service = some[index];
        if (service === undefined || instances.length === 0) continue;
        const texts = instances.map((instance) => instanceJson(service, instance));
        byAppid.set(service.appid, [...(byAppid.get(service.appid) ?? []), ...texts]);
      }
    }
    const texts = Array.from(byAppid, ([appid, each]) => `${JSON.stringify(appid)}:[${each.join(",")}]`);
    return { code: CODES.ok, data: `{${texts.join(",")}}` };
  }

  async function pollOne({ call, fields, grant }: Asked): Promise<Answer> {
    const service = serviceOf(fields);
    const [zone, [sinceUs = 0]] = [zoneOf(fields), latestTimestampsOf(fields)];
    mayRead(grant, service);
    const { changed, missing } = await poll([{ service, sinceUs }], call.client, waitMsOf(call), false);
    if (missing.length > 0) return foundOf(undefined);
    const list = changed.get(service.appid);
    return list === undefined ? UNCHANGED : foundOf(list.json(zone, STATUS_UP));
  }

  async function pollSeveral({ call, fields, grant }: Asked): Promise<Answer> {
    const { env, appids } = servicesOf(fields);
    const [zone, since] = [zoneOf(fields), latestTimestampsOf(fields)];
    if (since.length !== appids.length) throw new Fault("invalid_argument", "latest_timestamp: one for each appid");
    const wanted = appids.map((appid, index): Wanted => ({ service: { env, appid }, sinceUs: since[index] ?? 0 }));
    for (const { service } of wanted) mayRead(grant, service);
    const { changed, missing } = await poll(wanted, call.client, waitMsOf(call), true);
    if (changed.size === 0) return UNCHANGED;
    const gone = [...missing];
    const texts = Array.from(changed).flatMap(([appid, list]) => {
      const text = list.json(zone, STATUS_UP);
      if (text === undefined) gone.push(appid);
      return text === undefined ? [] : [`${JSON.stringify(appid)}:${text}`];
    });
    return { code: CODES.ok, data: `{${texts.join(",")}}`, missing: gone };
  }

  /** Clients spread themselves over the registry's nodes; an edge is one, whatever stands behind its name. */
  async function nodes({ call }: Asked): Promise<Answer> {
    return { code: CODES.ok, data: JSON.stringify([{ addr: call.client.host, status: 0, zone: OWN_ZONE }]) };
  }

  async function hold(call: Call): Promise<Reply> {
    requireMethod(call, "GET");
    const grant = await admit(call);
    const fields = fieldsOf(call.target.query, "");
    const service = serviceOf(fields);
    const { zone, hostname } = instanceOf(fields);
    const generation = generationOf(fields);
    mayWrite(grant, service);
    if (generation === undefined) throw new Fault("invalid_argument", "generation is missing");
    if (call.item !== undefined || call.request.headers.get("upgrade")?.toLowerCase() !== "websocket") {
      throw new Fault("invalid_argument", "this is a WebSocket", { status: 426, headers: { upgrade: "websocket" } });
    }
    const query = new URLSearchParams({ zone, hostname, generation: String(generation) });
    const upgrade = new Request(`https://registry/?${query}`, { headers: { upgrade: "websocket" } });
    return await objects.service(service).fetch(upgrade);
  }

  /** As the object knows it now, with the newest renewals. @returns undefined where there is no instance */
  async function freshJson(service: ServiceName, zone: string | undefined, mask: number, call: Call) {
    const own = isOwn(service);
    const list = own ? ownList(call.client) : await twice(() => objects.service(service).list());
    return listJson(service, list, zone, mask);
  }

  function failure(thrown: unknown, call: Call): Answer {
    if (thrown instanceof OverfullError) return { code: CODES.failed, message: thrown.message };
    const fault = toFault(thrown);
    call.entry.fault = fault.code;
    const { message, status, headers } = fault;
    switch (fault.code) {
      case "unauthenticated":
        return { code: CODES.unauthenticated, message, status, headers };
      case "permission_denied":
        return { code: CODES.denied, message, status, headers };
      case "not_found":
      case "unimplemented":
        return { code: CODES.notFound, message, status, headers }; // No such path or method: not the API's −404.
      case "invalid_argument":
        return { code: CODES.badRequest, message, ...(status === 400 ? {} : { status, headers }) };
      case "resource_exhausted":
      case "deadline_exceeded":
        return { code: CODES.badRequest, message, status, headers }; // The form is too large, or dawdles.
      default:
        deps.warn("the registry cannot be asked", thrown);
        return { code: CODES.failed, message: "the registry cannot be asked" };
    }
  }
}

const UNCHANGED: Answer = { code: CODES.notModified, message: "nothing has changed" };

/** A batch answers as a whole, and none of its items is held. */
function waitMsOf({ item }: Call): number {
  return item === undefined ? POLL_MS : 0;
}

async function formOf(call: Call): Promise<string> {
  const type = call.request.headers.get("content-type") ?? "";
  const bytes = call.item?.body ?? (await readWhole(call.request, BODY_BYTES_MAX));
  if (bytes.length > BODY_BYTES_MAX) throw new Fault("resource_exhausted", "the form is too large", { status: 413 });
  if (bytes.length > 0 && !/^application\/x-www-form-urlencoded\b/i.test(type)) {
    throw new Fault("invalid_argument", "application/x-www-form-urlencoded expected");
  }
  return TEXT.decode(bytes);
}

function mayWrite(grant: Grant, { appid }: ServiceName): void {
  if (!grant.writes(appid)) throw new Fault("permission_denied", `this token may not register ${appid}`);
}

function mayRead(grant: Grant, { appid }: ServiceName): void {
  if (!isOwn({ appid }) && !grant.reads(appid))
    throw new Fault("permission_denied", `this token may not read ${appid}`);
}

function foundOf(text: string | undefined): Answer {
  return text === undefined ? { code: CODES.notFound, message: "no such service" } : { code: CODES.ok, data: text };
}

function answerOf(service: ServiceName, outcome: Outcome): Answer {
  switch (outcome.outcome) {
    case "done":
      return { code: CODES.ok, data: instanceJson(service, outcome.instance) };
    case "unknown":
      return { code: CODES.notFound, message: "no such instance" };
    case "superseded":
      return {
        code: CODES.conflict,
        message: "a newer generation is registered",
        data: JSON.stringify({ generation: outcome.generation }),
      };
    case "full":
      return { code: CODES.failed, message: "the service has too many instances" };
  }
}
