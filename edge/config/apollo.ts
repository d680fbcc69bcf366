/**
 * Apollo's client protocol, so that its clients (Java, Go, PHP, Node) work unchanged. Their words: appId = service, cluster = idc,
 * namespace = section.
 *
 *     GET /configs/{appId}/{cluster}/{namespace}?releaseKey=&ip=&label=     200 with the section, 304 where the releaseKey is the current one
 *     GET /configfiles/json/{appId}/{cluster}/{namespace}                   200 {key: value}
 *     GET /configfiles/{appId}/{cluster}/{namespace}                        200 a properties file
 *     GET /notifications/v2?appId=&cluster=&notifications=[…]               held 60 s: 200 with what changed, else 304
 *     GET /services/config                                                  where this service is: here
 *
 * `ip` names the node, for gray release and the status view; `label` is a label `label=…` of it, as in Apollo's gray rules. A number of a
 * section only changes when something in it does, and only rises.
 * @module
 */
import type { Bytes } from "../../proto/codec/codec.ts";
import { APOLLO_PATHS, isSectionName, type Reader } from "../../proto/config/config.ts";
import { Fault } from "../../proto/fault.ts";
import { type Face, jsonReply, requireMethod } from "../face/face.ts";
import type { Call, Reply } from "../route/call.ts";
import { callerBySignature, signatureOf } from "./apollo-signature.ts";
import { type Caller, callerByToken, readsSecrets, requireRight } from "./callers.ts";
import type { HeldPolls } from "./held-polls.ts";
import { answerWithNews, type Poll } from "./news.ts";
import { type Place, placeOf } from "./objects.ts";
import { propertiesText } from "./properties.ts";
import { bearerOf, queryOf, readerOf, segmentsOf } from "./query.ts";
import type { Kept, Reads, Seen } from "./reads.ts";
import { empty, textReply } from "./replies.ts";
import type { Report } from "./reports.ts";
import type { SecretBox } from "./secret-box.ts";
import { rendered, sectionsOf } from "./values.ts";

/** The protocol's: clients give up after 90 s. */
const HOLD_MS = 60_000;
/** A client watches what it uses: a handful. */
const NOTIFICATIONS_MAX = 100;

export interface ApolloDeps {
  readonly reads: Reads;
  readonly polls: HeldPolls;
  readonly box: SecretBox;
  readonly report: Report;
  readonly now: () => number;
}

export function apolloFace(deps: ApolloDeps): Face {
  return {
    name: "apollo",
    paths: APOLLO_PATHS,
    async answer(call, path) {
      requireMethod(call, "GET");
      if (path.startsWith("/configs/")) return await config(call, segmentsOf(path, "/configs/"), deps);
      if (path.startsWith("/configfiles/")) return await configFile(call, segmentsOf(path, "/configfiles/"), deps);
      if (path === "/notifications/v2") return await notifications(call, deps);
      if (path === "/services/config") return services(call, path);
      throw new Fault("not_found", "nothing is at this path");
    },
  };
}

interface Asked {
  readonly seen: Seen;
  readonly caller: Caller;
  readonly reader: Reader;
}

/** @throws Fault not_found, unauthenticated, permission_denied */
async function asked(call: Call, place: Place, deps: ApolloDeps): Promise<Asked> {
  const { reader, callerOf } = askerOf(call, deps);
  const seen = await deps.reads.read(place, (promise) => call.waitUntil(promise));
  return { seen, caller: await callerOf(seen), reader };
}

/** @throws Fault unauthenticated for a signature that is malformed or old */
function askerOf(call: Call, { now, box }: ApolloDeps) {
  const signature = signatureOf(call, now());
  const query = queryOf(call);
  const label = query.get("label") ?? "";
  const reader = readerOf(query.get("ip") ?? call.client.ip ?? "", label === "" ? "" : `label=${label}`);
  const callerOf = async ({ place, access }: Seen): Promise<Caller> => {
    if (signature !== undefined) {
      return await callerBySignature(signature, {
        service: place.service,
        target: call.target,
        keys: access.keys,
        box,
      });
    }
    const caller = await callerByToken(bearerOf(call), place, access);
    if (!access.open) requireRight(caller, "read");
    return caller;
  };
  return { reader, callerOf };
}

async function config(call: Call, segments: readonly string[], deps: ApolloDeps): Promise<Reply> {
  const { place, section } = sectionPlace(segments);
  const { seen, caller, reader } = await asked(call, place, deps);
  const kept = seen.visibleTo(reader);
  const number = numberOf(kept, section.name);
  const releaseKey = `${seen.epoch.slice(0, 8)}-${number}`;
  heardOf(call, place, reader, kept.version, deps);
  if (queryOf(call).get("releaseKey") === releaseKey) return empty(304);
  const sections = await sectionsOf(kept, readsSecrets(caller), deps.box);
  const text = rendered(kept, `apollo ${readsSecrets(caller)} ${section.asked}`, () =>
    JSON.stringify({
      appId: place.service,
      cluster: place.idc,
      namespaceName: section.asked,
      configurations: texts(sections[section.name]),
      releaseKey,
    }),
  );
  return textReply(call, text, "application/json", { kept, caller });
}

async function configFile(call: Call, segments: readonly string[], deps: ApolloDeps): Promise<Reply> {
  const json = segments[0] === "json" && segments.length === 4;
  const { place, section } = sectionPlace(json ? segments.slice(1) : segments);
  const { seen, caller, reader } = await asked(call, place, deps);
  const kept = seen.visibleTo(reader);
  numberOf(kept, section.name);
  heardOf(call, place, reader, kept.version, deps);
  const values = texts((await sectionsOf(kept, readsSecrets(caller), deps.box))[section.name]);
  const text = json ? JSON.stringify(values) : propertiesText(values);
  const contentType = json ? "application/json" : "text/plain; charset=utf-8";
  return textReply(call, new TextEncoder().encode(text) as Bytes, contentType, { kept, caller });
}

async function notifications(call: Call, deps: ApolloDeps): Promise<Reply> {
  const query = queryOf(call);
  const place = placeOf(query.get("appId") ?? "", query.get("cluster") ?? "");
  const watched = parseNotifications(query.get("notifications") ?? "");
  const { reader, callerOf } = askerOf(call, deps);
  const known = Object.fromEntries(watched.map(({ section, id }) => [section, id]));
  const poll: Poll<Caller, Reply> = {
    place,
    holdMs: HOLD_MS,
    isNews: (seen) => changedIn(seen.visibleTo(reader), known) !== undefined,
    async admit(seen) {
      const caller = await callerOf(seen);
      heardOf(call, place, reader, undefined, deps);
      return caller;
    },
    answer: (seen) => notificationsReply(place, watched, changedIn(seen.visibleTo(reader), known) ?? {}),
    waitUntil: (promise) => call.waitUntil(promise),
  };
  return await answerWithNews(poll, deps);
}

/** @param changed section → its number */
function notificationsReply(
  place: Place,
  watched: ReturnType<typeof parseNotifications>,
  changed: Readonly<Record<string, number>>,
): Reply {
  const news = watched.flatMap(({ asked: namespaceName, section }) => {
    const notificationId = changed[section];
    if (notificationId === undefined) return [];
    const messages = { details: { [`${place.service}+${place.idc}+${namespaceName}`]: notificationId } };
    return [{ namespaceName, notificationId, messages }];
  });
  return news.length === 0 ? empty(304) : jsonReply(news);
}

/** The sections that the client has not as they are. @param known section → its number there, 0 for none */
function changedIn(
  { sections }: Kept,
  known: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> | undefined {
  const changed = Object.entries(known).flatMap(([name, id]): [string, number][] => {
    const number = sections[name];
    return number === undefined || number === id ? [] : [[name, number]];
  });
  return changed.length === 0 ? undefined : Object.fromEntries(changed);
}

/** @throws Fault invalid_argument */
function parseNotifications(text: string) {
  const refuse = () =>
    new Fault(
      "invalid_argument",
      `notifications: a list of 1 to ${NOTIFICATIONS_MAX} {namespaceName, notificationId} expected`,
    );
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    throw refuse();
  }
  if (!Array.isArray(list) || list.length === 0 || list.length > NOTIFICATIONS_MAX) throw refuse();
  return list.map((item: unknown) => {
    const { namespaceName, notificationId } = (item ?? {}) as Record<string, unknown>;
    if (typeof namespaceName !== "string" || !Number.isSafeInteger(notificationId)) throw refuse();
    const { name, asked: given } = sectionOf(namespaceName);
    return { section: name, asked: given, id: Math.max(0, notificationId as number) };
  });
}

function sectionPlace(segments: readonly string[]) {
  const [service = "", idc = "", namespace = "", ...more] = segments;
  if (more.length > 0) throw new Fault("not_found", "nothing is at this path");
  return { place: placeOf(service, idc), section: sectionOf(namespace) };
}

/** Clients may write out the format of a plain namespace. @throws Fault invalid_argument */
function sectionOf(namespace: string) {
  if (!isSectionName(namespace)) throw new Fault("invalid_argument", "a namespace has 1 to 64 of A-Z a-z 0-9 . _ -");
  return { asked: namespace, name: namespace.replace(/\.properties$/i, "") };
}

/** @throws Fault not_found for a section that never was */
function numberOf({ sections }: Kept, name: string): number {
  const number = sections[name];
  if (number === undefined) throw new Fault("not_found", "nothing is released in this namespace");
  return number;
}

function texts(section: Readonly<Record<string, { readonly value: string }>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(section).map(([key, { value }]) => [key, value]));
}

function heardOf(call: Call, place: Place, reader: Reader, running: number | undefined, { report }: ApolloDeps): void {
  if (reader.node === "") return;
  report({ place, reader, address: call.client.ip ?? "", running }, call);
}

/** For clients that look their servers up: there is one, at the address that they asked. */
function services(call: Call, path: string): Reply {
  const prefix = call.target.path.slice(0, call.target.path.length - path.length);
  const { proto, host } = call.client;
  const homepageUrl = `${proto}://${host}${prefix}/`;
  return jsonReply([{ appName: "APOLLO-CONFIGSERVICE", instanceId: host, homepageUrl }]);
}
