/**
 * The edge's configuration: its bindings, parsed into precise types. What is wrong is named by binding and field, so that whoever
 * set it finds it.
 *
 * | binding | meaning |
 * |---|---|
 * | `ROUTES` | the route table's JSON; without it the bundled one |
 * | `IDENTITY_KEY` | base64, at least 32 bytes, shared with the origin; needed where the table has the upstream `origin` |
 * | `TOKEN_ISSUER`, `TOKEN_AUDIENCE` | what access tokens must say |
 * | `CORS_ORIGINS` | origins of pages that may call, `https://app.example,https://admin.example`, or `*`; without it none |
 * | `OPS_TOKEN` | bearer token of operator-only paths; without it they are closed |
 * | `OPS_HOST` | host name under which alone operator-only paths answer; without it any |
 * | `REGISTRY_TOKENS` | JSON: who may use the registry, for which service: edge/registry/access.ts; without it operators alone |
 * | `PROTOCOLS` | which protocols the edge answers itself, and where: edge/face/mounts.ts; without it none |
 * | `IDS_DATACENTER`, `IDS_WORKERS`, `IDS_EPOCH_MS`, `IDS_TOKENS` | which ids it hands out, and to whom: edge/ids/settings.ts |
 * | `CONFIG_KEY` | base64 of 32 bytes each, the newest first: encrypts the secrets of configurations; without it none are kept |
 * | `EDGE_IDC`, `EDGE_NODE`, `EDGE_LABELS` | which published route table it runs, and who it is to gray releases: edge/live/settings.ts |
 * | `PUSH`, `PUSH_TOKENS`, `PUSH_TOKEN_KEY`, `PUSH_OFFLINE_AFTER_MS`, `PUSH_OFFLINE_TOKEN`, `GOIM_CLEAR_AUTH` | push: edge/push/settings.ts |
 * | `HTTPDNS` | zones, accounts and the rest of HTTPDNS while none is published: edge/httpdns/document.ts |
 * | `REPORT_ONE_IN` | one in so many exchanges is to be reported, whatever the apps say: docs/quality.md; without it as they say |
 * | `ZONE` | where this edge stands; an upstream's nodes of the same zone go first |
 * @module
 */
import { parseBase64 } from "../proto/base64.ts";
import { SECRET_TOKEN_LENGTH_MIN } from "../proto/bearer.ts";
import { IDENTITY_KEY_BYTES_MIN } from "../proto/identity.ts";
import { parseConfigKeys } from "./config/config.ts";
import { type Mounts, parseMounts } from "./face/face.ts";
import { type HttpdnsDocument, parseDocument } from "./httpdns/httpdns.ts";
import { type IdsSettings, parseIdsSettings } from "./ids/ids.ts";
import { type LiveSettings, parseLiveSettings } from "./live/live.ts";
import { PROTOCOL_PATHS } from "./protocols.ts";
import { type PushSettings, parsePushBindings } from "./push/push.ts";
import { type AccessList, parseRegistryTokens } from "./registry/registry.ts";
import { parseReportSettings, type ReportSettings } from "./report/report.ts";
import { ORIGIN_UPSTREAM, parseRouteTable, RouteTableError } from "./route/route.ts";
import type { RouteTable } from "./route/route-table.ts";

const TOKEN_ISSUER_DEFAULT = "https://fairway.local";
const TOKEN_AUDIENCE_DEFAULT = "fairway";

export interface Settings {
  readonly table: RouteTable;
  readonly issuer: string;
  readonly audience: string;
  /** Absent only where the table has no upstream `origin`: then nobody is ever identified. */
  readonly identityKey: Uint8Array | undefined;
  readonly opsToken: string | undefined;
  readonly opsHost: string | undefined;
  readonly mounts: Mounts;
  readonly registryTokens: AccessList;
  readonly ids: IdsSettings;
  readonly push: PushSettings;
  readonly report: ReportSettings;
  readonly corsOrigins: ReadonlySet<string>;
  /** Without one no secret can be stored. */
  readonly configKeys: readonly Uint8Array<ArrayBuffer>[];
  readonly httpdns: HttpdnsDocument;
  readonly zone: string | undefined;
  readonly live: LiveSettings;
}

/** Durable Objects that need each other: wrangler.toml binds all. */
const OBJECTS_TOGETHER = [
  ["CONFIG", "CONFIG_DIRECTORY"],
  ["REGISTRY", "REGISTRY_DIRECTORY"],
  ["PUSH_CHANNEL", "PUSH_SHARD", "PUSH_MAP", "PUSH_RELAY"],
];

export type SettingsResult =
  | { readonly settings: Settings; readonly flaws?: never }
  /** A line each, `BINDING: what` or `ROUTES.path.of.field: what`. */
  | { readonly flaws: readonly string[]; readonly settings?: never };

/** @param routes the route table to use where the bindings have none */
export function parseSettings(bindings: Readonly<Record<string, unknown>>, routes: string): SettingsResult {
  const flaws: string[] = [];
  const text = (name: string): string | undefined => {
    const value = bindings[name];
    if (value === undefined || typeof value === "string") return value;
    flaws.push(`${name}: must be text`);
    return undefined;
  };
  const table = tableOf(text("ROUTES") ?? routes, flaws);
  const encodedKey = text("IDENTITY_KEY");
  const identityKey = encodedKey === undefined ? undefined : parseBase64(encodedKey);
  if (encodedKey === undefined && table?.upstreams.has(ORIGIN_UPSTREAM)) {
    flaws.push(`IDENTITY_KEY: is missing; the upstream '${ORIGIN_UPSTREAM}' learns by it who is calling`);
  } else if (encodedKey !== undefined && (identityKey?.length ?? 0) < IDENTITY_KEY_BYTES_MIN) {
    flaws.push(`IDENTITY_KEY: must be base64 of at least ${IDENTITY_KEY_BYTES_MIN} bytes`);
  }
  const opsToken = text("OPS_TOKEN");
  if (opsToken !== undefined && opsToken.length < SECRET_TOKEN_LENGTH_MIN) {
    flaws.push(`OPS_TOKEN: must have at least ${SECRET_TOKEN_LENGTH_MIN} characters`);
  }
  const opsHost = text("OPS_HOST")?.toLowerCase();
  const mounts = parseMounts(text("PROTOCOLS"), PROTOCOL_PATHS, table, flaws);
  const registryTokens = parseRegistryTokens(text("REGISTRY_TOKENS"), flaws);
  const ids = parseIdsSettings(text, flaws);
  const push = parsePushBindings(text, flaws);
  const report = parseReportSettings(text, flaws);
  const configKeys = parseConfigKeys(text("CONFIG_KEY"), flaws);
  flaws.push(...halvesOf(bindings));
  const corsOrigins = originsOf(text("CORS_ORIGINS") ?? "", flaws);
  const issuer = text("TOKEN_ISSUER") ?? TOKEN_ISSUER_DEFAULT;
  const audience = text("TOKEN_AUDIENCE") ?? TOKEN_AUDIENCE_DEFAULT;
  const zone = text("ZONE");
  const live = parseLiveSettings(text, flaws);
  const { document: httpdns, flaws: httpdnsFlaws = [] } = parseDocument(text("HTTPDNS") ?? "{}");
  flaws.push(...httpdnsFlaws.map((flaw) => `HTTPDNS: ${flaw}`));
  if (issuer === "") flaws.push("TOKEN_ISSUER: must not be empty");
  if (audience === "") flaws.push("TOKEN_AUDIENCE: must not be empty");
  if (table === undefined || httpdns === undefined || flaws.length > 0) return { flaws };
  const parties = { identityKey, opsToken, opsHost, registryTokens, corsOrigins };
  return {
    settings: { table, issuer, audience, mounts, ids, push, report, configKeys, httpdns, zone, live, ...parties },
  };
}

/** Where only some are bound, as after an upgrade, faces would be missing without a word. */
function halvesOf(bindings: Readonly<Record<string, unknown>>): string[] {
  return OBJECTS_TOGETHER.flatMap((names) => {
    const there = names.filter((name) => bindings[name] !== undefined);
    if (there.length === 0) return [];
    const missing = names.filter((name) => bindings[name] === undefined);
    return missing.map((name) => `${name}: is missing; ${there.join(" and ")} cannot be used without it`);
  });
}

/** An origin is compared letter by letter with what browsers send, so it must be written as they write it. */
function originsOf(list: string, flaws: string[]): ReadonlySet<string> {
  const origins = list.split(",").flatMap((item) => (item.trim() === "" ? [] : [item.trim()]));
  for (const origin of origins) {
    if (origin === "*" || (URL.canParse(origin) && new URL(origin).origin === origin)) continue;
    flaws.push(`CORS_ORIGINS: '${origin}' is no origin, such as https://app.example`);
  }
  return new Set(origins);
}

function tableOf(json: string, flaws: string[]): RouteTable | undefined {
  try {
    return parseRouteTable(json);
  } catch (error) {
    if (!(error instanceof RouteTableError)) throw error;
    flaws.push(...error.flaws.map((flaw) => `ROUTES: ${flaw}`));
    return undefined;
  }
}
