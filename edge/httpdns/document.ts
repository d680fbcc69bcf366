/**
 * What is configured, as it lies in service `dns` and in the binding `HTTPDNS`:
 *
 *     section     key            value, of type json
 *     zones       example.com    {"names": {"@": {"cname": "www.example.com"}, "www": {"sets": "web"}}}
 *     sets        web            {"addresses": ["192.0.2.1", "2001:db8::1"], "check": {"kind": "tcp", "port": 443}}
 *     networks    office         {"subnets": ["203.0.113.0/24"], "country": "DE", "continent": "EU", "region": "office"}
 *     resolvers   quad9          {"url": "https://dns.quad9.net/dns-query"}
 *     settings    foreign        {"suffixes": ["example.net"]}
 *     settings    health         {"intervalMs": 1000}
 *     settings    service        {"ips": ["192.0.2.1"], "ports": [443]}
 *     settings    open           {"dialects": ["doh"], "requestsPerSecond": 20}
 *     accounts    1234           a secret; see dialects/accounts.ts
 *
 * The binding is one JSON object of sections, each an object of keys.
 * @module
 */
import * as v from "valibot";
import type { Content } from "../../proto/config/config.ts";
import { parseNetwork } from "./address.ts";
import { type Account, type Allowance, accountSchema, isAccountId, openSchema } from "./dialects/accounts.ts";
import {
  type ForeignConfig,
  foreignSchema,
  type HealthConfig,
  healthSchema,
  hostName,
  type NetworkConfig,
  networkSchema,
  type ResolverConfig,
  resolverSchema,
  type ServiceList,
  type SetConfig,
  serviceSchema,
  setSchema,
  type ZoneConfig,
  zoneSchema,
} from "./schema.ts";

/** An invocation may wait for the heads of six replies at once on Cloudflare. */
const RESOLVERS_MAX = 6;
const NAME_LENGTH_MAX = 253;
/** One after another; resolvers elsewhere give up at 8 to 16. */
export const CNAMES_MAX = 8;
/** What is added to a flaw of an entry that cannot be read at all. */
const NO_OBJECT = "must be a JSON object";

export interface HttpdnsDocument {
  /** By the name of the zone. */
  readonly zones: ReadonlyMap<string, ZoneConfig>;
  readonly sets: ReadonlyMap<string, SetConfig>;
  readonly networks: readonly NetworkConfig[];
  readonly resolvers: ReadonlyMap<string, ResolverConfig>;
  readonly foreign: ForeignConfig;
  readonly health: HealthConfig;
  readonly service: ServiceList;
  /** By its id. */
  readonly accounts: ReadonlyMap<string, Account>;
  /** What anybody may ask. */
  readonly open: Allowance;
}

export type DocumentResult =
  | { readonly document: HttpdnsDocument; readonly flaws?: never }
  /** A line each: `zones/example.com.names.www: what`. */
  | { readonly flaws: readonly string[]; readonly document?: never };

/** One value, wherever it came from. */
interface Item {
  readonly section: string;
  readonly key: string;
  readonly json: unknown;
}

const SECTIONS = ["zones", "sets", "networks", "resolvers", "settings", "accounts"] as const;
const SETTINGS = { foreign: foreignSchema, health: healthSchema, service: serviceSchema, open: openSchema };

/** @param textOf the text of an entry; of a secret the one in clear */
export async function documentOfContent(
  content: Content,
  textOf: (entry: Content[number]) => Promise<string>,
): Promise<DocumentResult> {
  const flaws: string[] = [];
  const items: Item[] = [];
  for (const entry of content) {
    const { section, key, type, secret } = entry;
    const at = `${section}/${key}`;
    if (type !== "json") flaws.push(`${at}: must be of type json`);
    else if (secret && section !== "accounts") flaws.push(`${at}: must be no secret`);
    else if (!secret && section === "accounts") flaws.push(`${at}: must be a secret`);
    else items.push({ section, key, json: JSON.parse(await textOf(entry)) as unknown });
  }
  return documentOf(items, flaws);
}

/** @param text the binding's */
export function parseDocument(text: string): DocumentResult {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    return { flaws: [`is no JSON: ${cause instanceof Error ? cause.message : cause}`] };
  }
  if (!isObject(json)) return { flaws: [NO_OBJECT] };
  const flaws: string[] = [];
  const items = Object.entries(json).flatMap(([section, keys]) => {
    if (isObject(keys)) return Object.entries(keys).map(([key, value]): Item => ({ section, key, json: value }));
    flaws.push(`${section}: ${NO_OBJECT}`);
    return [];
  });
  return documentOf(items, flaws);
}

function documentOf(items: readonly Item[], flaws: string[]): DocumentResult {
  for (const { section, key } of items) {
    if (!SECTIONS.some((each) => each === section)) {
      flaws.push(`${section}/${key}: sections are called ${SECTIONS.join(", ")}`);
    } else if (section === "settings" && !Object.hasOwn(SETTINGS, key)) {
      flaws.push(`${section}/${key}: settings are called ${Object.keys(SETTINGS).join(", ")}`);
    } else if (section === "accounts" && !isAccountId(key)) {
      flaws.push(`${section}/${key}: accounts are called by numbers of up to ten digits`);
    }
  }
  const all = <T extends v.GenericSchema>(section: string, schema: T) => {
    const values = new Map<string, v.InferOutput<T>>();
    for (const item of items) {
      if (item.section !== section) continue;
      const value = parsed(item, schema, flaws);
      if (value !== undefined) values.set(item.key, value);
    }
    return values;
  };
  const setting = <T extends v.GenericSchema>(name: string, schema: T, fallback: unknown): v.InferOutput<T> => {
    const item = items.find(({ section, key }) => section === "settings" && key === name);
    const given = item === undefined ? undefined : parsed(item, schema, flaws);
    return given ?? v.parse(schema, fallback);
  };
  const document: HttpdnsDocument = {
    zones: all("zones", zoneSchema),
    sets: all("sets", setSchema),
    networks: [...all("networks", networkSchema).values()],
    resolvers: all("resolvers", resolverSchema),
    foreign: setting("foreign", foreignSchema, { suffixes: [] }),
    health: setting("health", healthSchema, {}),
    service: setting("service", serviceSchema, {}),
    accounts: all("accounts", accountSchema),
    open: setting("open", openSchema, {}),
  };
  flaws.push(...flawsBetween(document, items));
  return flaws.length > 0 ? { flaws } : { document };
}

function parsed<T extends v.GenericSchema>(
  { section, key, json }: Item,
  schema: T,
  flaws: string[],
): v.InferOutput<T> | undefined {
  const at = `${section}/${key}`;
  if (!isObject(json)) {
    flaws.push(`${at}: ${NO_OBJECT}`);
    return undefined;
  }
  const result = v.safeParse(schema, json);
  if (result.success) return result.output;
  for (const issue of result.issues) {
    const [inner = issue] = issue.issues?.filter(({ path }) => path !== undefined) ?? [];
    const path = [v.getDotPath(issue), inner === issue ? null : v.getDotPath(inner)].filter((part) => part !== null);
    flaws.push(`${[at, ...path].join(".")}: ${inner.message}`);
  }
  return undefined;
}

/** What is right in itself and wrong beside the rest. */
function* flawsBetween(document: HttpdnsDocument, items: readonly Item[]): Generator<string> {
  const { zones, sets, resolvers, foreign } = document;
  const setNames = new Set(items.flatMap(({ section, key }) => (section === "sets" ? [key] : [])));
  for (const [zone, { names }] of zones) {
    if (!v.is(hostName, zone)) yield `zones/${zone}: must be a name in lower case and A-labels`;
    for (const [label, config] of Object.entries(names)) {
      const at = `zones/${zone}.names.${label}`;
      if (label !== "@" && label.length + 1 + zone.length > NAME_LENGTH_MAX) {
        yield `${at}: with its zone longer than ${NAME_LENGTH_MAX} characters`;
      }
      for (const { sets: wanted = [], cname } of config.rules ?? [config]) {
        for (const name of wanted) if (!setNames.has(name)) yield `${at}: no set is called '${name}'`;
        if (cname !== undefined && !isServed(cname, document)) {
          yield `${at}: cname '${cname}' is in no zone here, and below none of settings/foreign.suffixes`;
        }
      }
    }
  }
  yield* flawedChains(zones);
  if (resolvers.size > RESOLVERS_MAX) yield `resolvers: at most ${RESOLVERS_MAX}`;
  if (foreign.suffixes.length > 0 && resolvers.size === 0 && !items.some(({ section }) => section === "resolvers")) {
    yield "settings/foreign.suffixes: need resolvers";
  }
  if (foreign.quorum !== undefined && resolvers.size > 0 && foreign.quorum > resolvers.size) {
    yield `settings/foreign.quorum: there are only ${resolvers.size} resolvers`;
  }
  yield* doubledNetworks(document.networks);
  for (const [name, { addresses }] of sets) {
    const seen = new Set<string>();
    for (const { address } of addresses) {
      if (seen.has(address)) yield `sets/${name}.addresses: ${address} is there twice`;
      seen.add(address);
    }
  }
}

function isServed(name: string, { zones, foreign }: HttpdnsDocument): boolean {
  if (foreign.suffixes.some(({ suffix }) => isBelow(name, suffix))) return true;
  return [...zones.keys()].some((zone) => isBelow(name, zone));
}

/** Whether the name is the suffix, or stands below it. */
export function isBelow(name: string, suffix: string): boolean {
  return name === suffix || (name.endsWith(suffix) && name[name.length - suffix.length - 1] === ".");
}

/** Of one label and its zone. */
export function fullName(label: string, zone: string): string {
  return label === "@" ? zone : `${label}.${zone}`;
}

/** Names that lead back to themselves, or on and on, by whatever rules are taken. */
function* flawedChains(zones: HttpdnsDocument["zones"]): Generator<string> {
  const open = new Map<string, readonly string[]>();
  for (const [zone, { names }] of zones) {
    for (const [label, config] of Object.entries(names)) {
      const cnames = (config.rules ?? [config]).flatMap(({ cname }) => (cname === undefined ? [] : [cname]));
      if (cnames.length > 0) open.set(fullName(label, zone), cnames);
    }
  }
  // Each round settles those whose targets are all settled: what is left after the last leads further than it may.
  for (let round = 0; round < CNAMES_MAX; round++) {
    const settled = [...open].filter(([, targets]) => !targets.some((target) => open.has(target)));
    for (const [name] of settled) open.delete(name);
  }
  const told = new Set<string>();
  for (const start of open.keys()) {
    const way: string[] = [];
    for (let at: string | undefined = start; at !== undefined && !told.has(at); ) {
      told.add(at);
      way.push(at);
      const next: string | undefined = open.get(at)?.find((target) => open.has(target));
      if (next !== undefined && way.includes(next)) {
        yield `zones: ${[...way.slice(way.indexOf(next)), next].join(" → ")} is a cycle of CNAMEs`;
      } else if (next === undefined) yield `zones: ${start} leads over more than ${CNAMES_MAX} CNAMEs`;
      at = next;
    }
  }
}

function* doubledNetworks(networks: readonly NetworkConfig[]): Generator<string> {
  const seen = new Set<string>();
  for (const { subnets } of networks) {
    for (const text of subnets) {
      const parsedSubnet = parseNetwork(text);
      const key = `${parsedSubnet?.bytes}/${parsedSubnet?.prefix}`;
      if (seen.has(key)) yield `networks: ${text} is there twice`;
      seen.add(key);
    }
  }
}

function isObject(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}
