/**
 * The origin's configuration, from environment variables. Nothing else reads them.
 *
 * | variable | value | default |
 * |---|---|---|
 * | `HOST`, `PORT` | where to listen; port 0 for any | `127.0.0.1`, `8788` |
 * | `MYSQL_URL` | `mysql://user:password@host:port/database`; TLS: docs/database.md | SQLite |
 * | `SQLITE_PATH` | the file, where `MYSQL_URL` is not given | `.fairway/origin.sqlite` |
 * | `REDIS_URL` | `redis://…` or `rediss://…` | a cache in the process alone |
 * | `REDIS_SENTINELS` | `host:port,host:port#master`; wins over `REDIS_URL` | |
 * | `TOKEN_ISSUER`, `TOKEN_AUDIENCE` | `iss` and `aud` of access tokens | `https://fairway.local`, `fairway` |
 * | `IDENTITY_KEY` | secret shared with the edge: 32 bytes in base64; `new,old` while it is replaced | must be given |
 * | `KEY_ENCRYPTION_KEY` | encrypts secrets in the database: likewise | must be given |
 * | `EDGE_URL` | the edge whose ids it uses: docs/ids.md | it makes its own |
 * | `IDS_TOKEN` | one of that edge's `IDS_TOKENS` | none, where the edge lets in everybody |
 * | `IDS_HOLD_SECONDS` | how long its reserve of ids is to last while the edge is away | `60` |
 * | `DATACENTER_ID`, `WORKER_ID` | 0 to 31, of who makes its own ids: no two running origins may have the same pair, and no edge the datacenter | `0`, `0` |
 * | `LOG_LEVEL` | `debug`, `info`, `warn`, `error`, `silent` | `info` |
 * | `CONFIG_URL` | the edge whose configuration it follows: docs/configuration.md | it does not |
 * | `CONFIG_TOKEN` | a token of the service with the right `read`; without one no secret comes | none, where the service is open |
 * | `CONFIG_SERVICE`, `CONFIG_IDC` | whose configuration; keys: origin/operating.ts | `origin`, `default` |
 * | `CONFIG_NODE`, `CONFIG_LABELS` | its name and labels, `region=eu,tier=canary`, for gray releases | host name and port, none |
 * | `CONFIG_FILE` | where it is kept for when the edge is away | `.fairway/origin-config.json` |
 * | `PUSH_URL` | the edge at which sessions that end close their push connections: docs/push.md | none close before their token ends |
 * | `PUSH_TOKEN` | one of that edge's `PUSH_TOKENS` | must be given with `PUSH_URL` |
 * | `NOTIFY_TOKEN` | what edges show that hand over messages for phones: their `PUSH_OFFLINE_TOKEN` | none may |
 * | `FCM_SERVICE_ACCOUNT` | file of the service account's key, Google's JSON | no notifications on Android |
 * | `FCM_URL` | another place than Google's | `https://fcm.googleapis.com` |
 * | `APNS_KEY`, `APNS_KEY_ID`, `APNS_TEAM_ID`, `APNS_TOPIC` | file of Apple's key (.p8), its id, the team's, and the app's bundle id; all of them | no notifications on iOS |
 * | `APNS_URL` | Apple's sandbox, or another place | `https://api.push.apple.com` |
 * | `DRAIN_GRACE_MS` | to serve on after SIGTERM, for balancers to notice | `5000` |
 * | `DRAIN_TIMEOUT_MS` | for calls under way after that | `25000` |
 * | `REGISTRY_URL` | the edge at which it registers: docs/discovery.md | it does not |
 * | `REGISTRY_TOKEN` | its service's token there | must be given with `REGISTRY_URL` |
 * | `REGISTRY_APPID`, `REGISTRY_ENV` | the service, and the environment | `fairway.origin`, `prod` |
 * | `ADVERTISE_URL` | where others reach it; must be given where it listens on all addresses | where it listens |
 * | `REGION`, `ZONE` | where it stands | none, `default` |
 * | `WEIGHT` | its share of the requests beside the others' | `10` |
 * | `COLOR` | the colour of the requests that it takes | none |
 * @module
 */
import * as v from "valibot";
import { SECRET_TOKEN_LENGTH_MIN } from "../proto/bearer.ts";
import { isName, isNodeName, type Labels, parseLabels } from "../proto/config/config.ts";
import { DATACENTER_ID_MAX, WORKER_ID_MAX } from "../proto/snowflake.ts";
import { LEVEL_NAMES, type Level } from "./log/log.ts";
import { parseKeyList } from "./passport/passport.ts";

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly mysqlUrl: string | undefined;
  readonly sqlitePath: string;
  readonly redisUrl: string | undefined;
  readonly redisSentinels: string | undefined;
  readonly tokenIssuer: string;
  readonly tokenAudience: string;
  readonly identityKeys: readonly Uint8Array[];
  readonly keyEncryptionKeys: readonly Uint8Array[];
  readonly datacenterId: number;
  readonly workerId: number;
  readonly logLevel: Level;
  readonly drainGraceMs: number;
  readonly drainTimeoutMs: number;
  /** Undefined where it makes its ids itself. */
  readonly ids: IdsConfig | undefined;
  /** Undefined where it is not to be found by a registry. */
  readonly registry: RegistryConfig | undefined;
  /** Undefined where its environment is all that it is configured with. */
  readonly live: LiveConfigSource | undefined;
  readonly push: PushConfig;
}

export interface PushConfig {
  /** Undefined where it has nothing to do with push. */
  readonly edge: { readonly url: string; readonly token: string } | undefined;
  /** Undefined where no edge hands over. */
  readonly edgeToken: string | undefined;
  readonly fcm: { readonly serviceAccountFile: string; readonly url: string } | undefined;
  readonly apns: ApnsConfig | undefined;
}

export interface ApnsConfig {
  readonly keyFile: string;
  readonly keyId: string;
  readonly teamId: string;
  readonly topic: string;
  readonly url: string;
}

export interface LiveConfigSource {
  readonly url: string;
  readonly token: string | undefined;
  readonly service: string;
  readonly idc: string;
  /** Host name and port where undefined. */
  readonly node: string | undefined;
  readonly labels: Labels;
  readonly path: string;
}

export interface IdsConfig {
  readonly edgeUrl: string;
  readonly token: string | undefined;
  readonly holdMs: number;
}

export interface RegistryConfig {
  readonly url: string;
  readonly token: string;
  readonly appid: string;
  readonly env: string;
  /** Where it listens where undefined. */
  readonly advertiseUrl: string | undefined;
  readonly region: string;
  readonly zone: string;
  readonly weight: number;
  readonly color: string;
}

/** What is wrong with the configuration: a line for each variable, without its value, which may be a secret. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

const PORT_MAX = 65_535;
/** Kubernetes kills after 30 s where nobody said otherwise; ten minutes suit any supervisor that was told. */
const DRAIN_MS_MAX = 600_000;
/** Ten minutes: ids are that old then. */
const HOLD_SECONDS_MAX = 600;
/** Ten is usual; a share a hundred times that is what nobody means. */
const WEIGHT_MAX = 1_000;

const TOKEN_EXPECTED = `at least ${SECRET_TOKEN_LENGTH_MIN} characters expected`;
const NAME_EXPECTED = "1 to 64 of A-Z a-z 0-9 . _ - expected";

const SCHEMA = v.object({
  HOST: v.optional(text(), "127.0.0.1"),
  PORT: v.optional(whole(0, PORT_MAX), "8788"),
  MYSQL_URL: v.optional(url("mysql:")),
  SQLITE_PATH: v.optional(text(), ".fairway/origin.sqlite"),
  REDIS_URL: v.optional(url("redis:", "rediss:")),
  REDIS_SENTINELS: v.optional(text()),
  TOKEN_ISSUER: v.optional(text(), "https://fairway.local"),
  TOKEN_AUDIENCE: v.optional(text(), "fairway"),
  IDENTITY_KEY: keys("IDENTITY_KEY"),
  KEY_ENCRYPTION_KEY: keys("KEY_ENCRYPTION_KEY"),
  DATACENTER_ID: v.optional(whole(0, DATACENTER_ID_MAX), "0"),
  WORKER_ID: v.optional(whole(0, WORKER_ID_MAX), "0"),
  LOG_LEVEL: v.optional(v.picklist(LEVEL_NAMES, `one of ${LEVEL_NAMES.join(", ")} expected`), "info"),
  DRAIN_GRACE_MS: v.optional(whole(0, DRAIN_MS_MAX), "5000"),
  DRAIN_TIMEOUT_MS: v.optional(whole(0, DRAIN_MS_MAX), "25000"),
  EDGE_URL: v.optional(url("http:", "https:")),
  IDS_TOKEN: v.optional(text()),
  IDS_HOLD_SECONDS: v.optional(whole(0, HOLD_SECONDS_MAX), "60"),
  REGISTRY_URL: v.optional(url("http:", "https:")),
  REGISTRY_TOKEN: v.optional(text()),
  REGISTRY_APPID: v.optional(text(), "fairway.origin"),
  REGISTRY_ENV: v.optional(text(), "prod"),
  ADVERTISE_URL: v.optional(url("http:", "https:")),
  REGION: v.optional(v.string(), ""),
  ZONE: v.optional(text(), "default"),
  WEIGHT: v.optional(whole(1, WEIGHT_MAX), "10"),
  COLOR: v.optional(v.string(), ""),
  PUSH_URL: v.optional(url("http:", "https:")),
  PUSH_TOKEN: v.optional(text()),
  NOTIFY_TOKEN: v.optional(v.pipe(text(), v.minLength(SECRET_TOKEN_LENGTH_MIN, TOKEN_EXPECTED))),
  FCM_SERVICE_ACCOUNT: v.optional(text()),
  FCM_URL: v.optional(url("http:", "https:"), "https://fcm.googleapis.com"),
  APNS_KEY: v.optional(text()),
  APNS_KEY_ID: v.optional(text()),
  APNS_TEAM_ID: v.optional(text()),
  APNS_TOPIC: v.optional(text()),
  APNS_URL: v.optional(url("http:", "https:"), "https://api.push.apple.com"),
  CONFIG_URL: v.optional(url("http:", "https:")),
  CONFIG_TOKEN: v.optional(text()),
  CONFIG_SERVICE: v.optional(v.pipe(v.string(), v.check(isName, NAME_EXPECTED)), "origin"),
  CONFIG_IDC: v.optional(v.pipe(v.string(), v.check(isName, NAME_EXPECTED)), "default"),
  CONFIG_NODE: v.optional(v.pipe(v.string(), v.check(isNodeName, "a host name, with a port or without, expected"))),
  CONFIG_LABELS: v.optional(labels(), ""),
  CONFIG_FILE: v.optional(text(), ".fairway/origin-config.json"),
});
/** Where a server that listens there is reached, nobody can tell. */
const ALL_ADDRESSES = new Set(["0.0.0.0", "::"]);

/** @param env `process.env`; an empty variable counts as missing @throws ConfigError naming each bad variable */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = v.safeParse(SCHEMA, given);
  if (!parsed.success) throw new ConfigError(parsed.issues.map(describe).join("\n"));
  const values = parsed.output;
  return {
    host: values.HOST,
    port: values.PORT,
    mysqlUrl: values.MYSQL_URL,
    sqlitePath: values.SQLITE_PATH,
    redisUrl: values.REDIS_URL,
    redisSentinels: values.REDIS_SENTINELS,
    tokenIssuer: values.TOKEN_ISSUER,
    tokenAudience: values.TOKEN_AUDIENCE,
    identityKeys: values.IDENTITY_KEY,
    keyEncryptionKeys: values.KEY_ENCRYPTION_KEY,
    datacenterId: values.DATACENTER_ID,
    workerId: values.WORKER_ID,
    logLevel: values.LOG_LEVEL,
    drainGraceMs: values.DRAIN_GRACE_MS,
    drainTimeoutMs: values.DRAIN_TIMEOUT_MS,
    ids: idsOf(values),
    registry: registryOf(values),
    live: liveOf(values),
    push: pushOf(values),
  };
}

function idsOf(values: v.InferOutput<typeof SCHEMA>): IdsConfig | undefined {
  const { EDGE_URL: edgeUrl, IDS_TOKEN: token, IDS_HOLD_SECONDS: holdSeconds } = values;
  return edgeUrl === undefined ? undefined : { edgeUrl, token, holdMs: holdSeconds * 1_000 };
}

function liveOf(values: v.InferOutput<typeof SCHEMA>): LiveConfigSource | undefined {
  const { CONFIG_URL: url, CONFIG_TOKEN: token, CONFIG_SERVICE: service, CONFIG_IDC: idc, CONFIG_NODE: node } = values;
  if (url === undefined) return undefined;
  return { url, token, service, idc, node, labels: values.CONFIG_LABELS, path: values.CONFIG_FILE };
}

/** @throws ConfigError */
function pushOf(values: v.InferOutput<typeof SCHEMA>): PushConfig {
  const { PUSH_URL: url, PUSH_TOKEN: token, FCM_SERVICE_ACCOUNT: serviceAccountFile } = values;
  if (url !== undefined && token === undefined) {
    throw new ConfigError("PUSH_TOKEN: missing; it must be given with PUSH_URL");
  }
  return {
    edge: url === undefined || token === undefined ? undefined : { url, token },
    edgeToken: values.NOTIFY_TOKEN,
    fcm: serviceAccountFile === undefined ? undefined : { serviceAccountFile, url: values.FCM_URL },
    apns: apnsOf(values),
  };
}

/** @throws ConfigError */
function apnsOf(values: v.InferOutput<typeof SCHEMA>): ApnsConfig | undefined {
  const { APNS_KEY: keyFile, APNS_KEY_ID: keyId, APNS_TEAM_ID: teamId, APNS_TOPIC: topic, APNS_URL: url } = values;
  if (keyFile === undefined) return undefined;
  if (keyId === undefined || teamId === undefined || topic === undefined) {
    throw new ConfigError("APNS_KEY: APNS_KEY_ID, APNS_TEAM_ID and APNS_TOPIC must be given with it");
  }
  return { keyFile, keyId, teamId, topic, url };
}

/** @throws ConfigError */
function registryOf(values: v.InferOutput<typeof SCHEMA>): RegistryConfig | undefined {
  const { REGISTRY_URL: url, REGISTRY_TOKEN: token, ADVERTISE_URL: advertiseUrl } = values;
  if (url === undefined) return undefined;
  if (token === undefined) throw new ConfigError("REGISTRY_TOKEN: missing; it must be given with REGISTRY_URL");
  if (advertiseUrl === undefined && ALL_ADDRESSES.has(values.HOST)) {
    throw new ConfigError("ADVERTISE_URL: missing; from HOST nobody can tell where others reach this origin");
  }
  return {
    url,
    token,
    appid: values.REGISTRY_APPID,
    env: values.REGISTRY_ENV,
    advertiseUrl,
    region: values.REGION,
    zone: values.ZONE,
    weight: values.WEIGHT,
    color: values.COLOR,
  };
}

function describe(issue: v.BaseIssue<unknown>): string {
  const missing = issue.received === "undefined";
  return `${v.getDotPath(issue)}: ${missing ? "missing; it must be given" : issue.message}`;
}

function text() {
  return v.pipe(v.string(), v.trim(), v.minLength(1, "a text that is not blank expected"));
}

function whole(min: number, max: number) {
  const message = `a whole number from ${min} to ${max} expected`;
  return v.pipe(
    v.string(),
    v.regex(/^\d{1,9}$/, message),
    v.transform(Number),
    v.minValue(min, message),
    v.maxValue(max, message),
  );
}

function url(...protocols: readonly string[]) {
  const message = `a URL that starts with ${protocols.map((protocol) => `${protocol}//`).join(" or ")} expected`;
  const fits = (value: string): boolean => URL.canParse(value) && protocols.includes(new URL(value).protocol);
  return v.pipe(v.string(), v.check(fits, message));
}

function labels() {
  return v.pipe(
    v.string(),
    v.rawTransform(({ dataset, addIssue, NEVER }): Labels => {
      const parsed = parseLabels(dataset.value);
      if (parsed !== undefined) return parsed;
      addIssue({ message: "at most 8 labels such as region=eu,tier=canary expected" });
      return NEVER;
    }),
  );
}

function keys(name: string) {
  return v.pipe(
    v.string(),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      try {
        return parseKeyList(name, dataset.value);
      } catch {
        addIssue({ message: "32 bytes in base64 expected, or two such keys with a comma in between" });
        return NEVER;
      }
    }),
  );
}
