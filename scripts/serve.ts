/**
 * `npm run serve`: a self-hosted edge. Builds the Worker and runs it on workerd directly.
 *
 * | variable | meaning | default |
 * |---|---|---|
 * | `HOST`, `PORT` | where it listens | 127.0.0.1, 8787 |
 * | `OPEN` | whether an edge on loopback is open to everybody on this machine, as the defaults below say; `false` behind a proxy, through which the world comes | true |
 * | `ROUTES` | file of the route table | the bundled one |
 * | `EDGE_TLS_KEY`, `EDGE_TLS_CERT` | PEM files; the edge then speaks HTTPS | plain HTTP |
 * | `REGISTRY_TOKENS` | JSON: who may use the registry, see edge/registry/access.ts | operators, and the local origin |
 * | `TOKEN_ISSUER`, `TOKEN_AUDIENCE` | what access tokens must say | see edge/index.ts |
 * | `OPS_HOST` | host name under which alone operator-only paths answer | any |
 * | `PROTOCOLS` | JSON: the protocols that the edge answers itself, see edge/face/mounts.ts | on loopback all, else none |
 * | `CORS_ORIGINS` | origins of pages that may call, or `*` | none |
 * | `PUSH`, `PUSH_TOKENS`, `PUSH_TOKEN_KEY`, `GOIM_CLEAR_AUTH` | push: edge/push/settings.ts | on loopback goim needs no proof, and there is a namespace `chat` |
 * | `PUSH_OFFLINE_AFTER_MS`, `PUSH_OFFLINE_TOKEN` | what users miss goes to their phones: edge/push/settings.ts | after 10 s, to the local origin |
 * | `GOIM_OPEN_API`, `GOIM_NODES` | goim's and gopush's HTTP APIs: edge/push/goim-settings.ts | on loopback they need no token |
 * | `HTTPDNS` | JSON: zones, accounts and the rest of HTTPDNS while none is published, see edge/httpdns/document.ts | a local zone and account, see scripts/httpdns.ts |
 * | `REPORT_ONE_IN` | one in so many exchanges that phones are to report, see docs/quality.md | as apps say |
 * | `ZONE` | where this edge stands; nodes of the same zone go first | none |
 * | `EDGE_IDC`, `EDGE_NODE`, `EDGE_LABELS` | whose published route table it runs, and who it is: edge/live/settings.ts | `default`, `edge`, none |
 * | `IDS_DATACENTER`, `IDS_WORKERS`, `IDS_EPOCH_MS`, `IDS_TOKENS` | ids: edge/ids/settings.ts | on loopback anybody may take ids |
 * | `IDENTITY_KEY`, `OPS_TOKEN` | shared with the origin; operators' token | `.fairway/secrets.json` |
 * | `CONFIG_KEY` | encrypts the secrets of configurations: base64 of 32 bytes, the newest first | `.fairway/secrets.json` |
 * @module
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PROTOCOL_PATHS } from "../edge/protocols.ts";
import defaultRoutes from "../edge/route/default-routes.json" with { type: "json" };
import { parseSettings } from "../edge/settings.ts";
import { buildEdge } from "./build-edge.ts";
import { httpdnsBindings, localHttpdnsKeys } from "./httpdns.ts";
import { PORTS } from "./ports.ts";
import { LOCAL_PUSH, pushBindings } from "./push.ts";
import { registryBindings } from "./registry.ts";
import { localSecrets, STATE_FOLDER } from "./secrets.ts";
import { startWorkerd, type Workerd } from "./workerd.ts";

/** Keep in step with wrangler.toml, which has the same two. */
export const COMPATIBILITY_DATE = "2026-08-15";
/**
 * - The timers of the web, and not those of Node, which are a wrapper around them and cost a request 8 µs.
 * - One `ctx` for all requests: a new one for each, with a copy of the handlers, costs a fortieth of a request. Nothing is kept on it, and its `waitUntil`
 *   is that of the request that calls it either way.
 */
export const COMPATIBILITY_FLAGS: readonly string[] = [
  "no_nodejs_global_timers",
  "nonclass_entrypoint_reuses_ctx_across_invocations",
];

/** Binding → class. Keep in step with wrangler.toml. */
const OBJECT_CLASSES = {
  ADDRESS_HEALTH: "AddressHealth",
  CACHE: "CacheShard",
  CONFIG: "ConfigObject",
  CONFIG_DIRECTORY: "ConfigDirectory",
  PUSH_CHANNEL: "PushChannel",
  PUSH_MAP: "PushMap",
  PUSH_RELAY: "PushRelay",
  PUSH_SHARD: "PushShard",
  REGISTRY: "ServiceRegistry",
  REGISTRY_DIRECTORY: "RegistryDirectory",
  SEQUENCE: "Sequence",
};

export interface EdgeOptions {
  readonly host?: string;
  /** 0 = any free one; 8787 by default. */
  readonly port?: number;
  /** The route table's JSON; the bundled one by default. */
  readonly routes?: string | undefined;
  /** Bindings beside `ROUTES`; without them the local secrets. */
  readonly bindings?: Readonly<Record<string, string>>;
  readonly tls?: { readonly key: string; readonly cert: string } | undefined;
  /** A bundle made before; by default it is built. */
  readonly module?: string;
  /** Where Durable Objects keep their storage; without one it goes with the process. */
  readonly objectsFolder?: string;
  readonly stdout?: "inherit" | "ignore" | "pipe" | number;
  readonly stderr?: "inherit" | "ignore" | "pipe" | number;
  readonly args?: readonly string[];
  /** Another workerd than the installed one. */
  readonly binary?: string | undefined;
  /** Beside those of every edge; tests need some. */
  readonly v8Flags?: readonly string[];
  /** Beside those of every edge; tests need some. */
  readonly compatibilityFlags?: readonly string[];
}

/**
 * Starts an edge in a process of its own.
 * @throws Error naming each bad binding and field of the route table, before anything is started
 */
export async function startEdge(options: EdgeOptions = {}): Promise<Workerd> {
  const given = options.bindings ?? { ...OPEN_BINDINGS, ...(await localBindings()) };
  const bindings = options.routes === undefined ? given : { ...given, ROUTES: options.routes };
  const { flaws } = parseSettings(bindings, JSON.stringify(defaultRoutes));
  if (flaws !== undefined) throw new Error(`the configuration is wrong:\n${flaws.join("\n")}`);
  return await startWorkerd({
    module: options.module ?? (await buildEdge()),
    host: options.host ?? "127.0.0.1",
    port: options.port ?? 8787,
    compatibilityDate: COMPATIBILITY_DATE,
    compatibilityFlags: [...COMPATIBILITY_FLAGS, ...(options.compatibilityFlags ?? [])],
    bindings,
    objects: OBJECT_CLASSES,
    objectsFolder: options.objectsFolder,
    tls: options.tls,
    args: options.args,
    binary: options.binary,
    v8Flags: options.v8Flags,
    stdout: options.stdout,
    stderr: options.stderr,
  });
}

/** @param given what needs no making; where that is both, nothing is read and nothing made */
async function localBindings(given: NodeJS.ProcessEnv = {}): Promise<Record<string, string>> {
  const { IDENTITY_KEY, OPS_TOKEN, CONFIG_KEY } = given;
  const config = CONFIG_KEY === undefined ? {} : { CONFIG_KEY };
  if (IDENTITY_KEY !== undefined && OPS_TOKEN !== undefined) return { IDENTITY_KEY, OPS_TOKEN, ...config };
  const { secrets, fresh } = await localSecrets();
  if (fresh) console.error(`operator token, shown once and kept in .fairway/secrets.json: ${secrets.opsToken}`);
  const { identityKey, opsToken, configKey } = secrets;
  const httpdns = httpdnsBindings(await localHttpdnsKeys());
  const shared = { ...registryBindings(secrets), ...pushBindings(secrets), ...httpdns };
  return { IDENTITY_KEY: identityKey, OPS_TOKEN: opsToken, CONFIG_KEY: configKey, ...shared };
}

/** Where only this machine is let in, so that everything can be tried. */
const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);
/** `/api/` is what services of one's own have too, so Centrifugo's API stands below a prefix. */
const ALL_PROTOCOLS = JSON.stringify({
  ...Object.fromEntries(Object.keys(PROTOCOL_PATHS).map((name) => [name, true])),
  "centrifugo-api": { prefix: "/centrifugo" },
});
/** Every protocol, for everybody. */
export const OPEN_BINDINGS: Readonly<Record<string, string>> = {
  PROTOCOLS: ALL_PROTOCOLS,
  IDS_TOKENS: "*",
  PUSH: LOCAL_PUSH,
  GOIM_CLEAR_AUTH: "true",
  GOIM_OPEN_API: "loopback",
  GOIM_NODES: JSON.stringify({ tcpPort: PORTS.pushTcp }),
};

/** Variables that a self-hosted edge may set itself; the others have defaults in the Worker. */
const BINDING_NAMES = [
  "IDENTITY_KEY",
  "OPS_TOKEN",
  "OPS_HOST",
  "PROTOCOLS",
  "CONFIG_KEY",
  "REGISTRY_TOKENS",
  "IDS_DATACENTER",
  "IDS_WORKERS",
  "IDS_EPOCH_MS",
  "IDS_TOKENS",
  "PUSH",
  "PUSH_TOKENS",
  "PUSH_TOKEN_KEY",
  "PUSH_OFFLINE_AFTER_MS",
  "PUSH_OFFLINE_TOKEN",
  "GOIM_CLEAR_AUTH",
  "GOIM_OPEN_API",
  "GOIM_NODES",
  "TOKEN_ISSUER",
  "TOKEN_AUDIENCE",
  "CORS_ORIGINS",
  "HTTPDNS",
  "REPORT_ONE_IN",
  "ZONE",
  "EDGE_IDC",
  "EDGE_NODE",
  "EDGE_LABELS",
];

/** @param all `process.env`; an empty variable counts as missing, as at the origin */
async function serve(all: NodeJS.ProcessEnv): Promise<void> {
  const env: NodeJS.ProcessEnv = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ""));
  const given = BINDING_NAMES.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]]));
  const isOpen = isOpenTo(env);
  const edge = await startEdge({
    host: env.HOST ?? "127.0.0.1",
    port: portOf(env.PORT),
    routes: env.ROUTES === undefined ? undefined : await readNamed("ROUTES", env.ROUTES),
    bindings: {
      ...(isOpen ? OPEN_BINDINGS : {}),
      ...(await localBindings(env)),
      ...Object.fromEntries(given),
    },
    objectsFolder: join(STATE_FOLDER, "objects"),
    tls: await tlsOf(env),
  });
  if (isOpen) console.error("edge: open to everybody on this machine; behind a proxy set OPEN=false");
  console.error(`edge: listening on ${edge.url}`);
  let asked = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      asked = true;
      void edge.stop();
    });
  }
  edge.process.once("exit", (code, signal) => {
    if (!asked) console.error(`edge: workerd ended with ${code ?? signal}`);
    process.exitCode = asked ? 0 : 1;
  });
}

/** Whether everybody who reaches it may have everything. */
function isOpenTo({ HOST: host = "127.0.0.1", OPEN: open = "true" }: NodeJS.ProcessEnv): boolean {
  if (open !== "true" && open !== "false") throw new Error(`OPEN: true or false, not '${open}'`);
  return open === "true" && LOOPBACK.has(host);
}

function portOf(text: string | undefined): number {
  if (text === undefined) return 8787;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new Error(`PORT: a number from 0 to 65535, not '${text}'`);
  return port;
}

async function tlsOf({ EDGE_TLS_KEY: key, EDGE_TLS_CERT: cert }: NodeJS.ProcessEnv) {
  if (key === undefined && cert === undefined) return undefined;
  if (key === undefined || cert === undefined) throw new Error("EDGE_TLS_KEY and EDGE_TLS_CERT go together");
  return { key: await readNamed("EDGE_TLS_KEY", key), cert: await readNamed("EDGE_TLS_CERT", cert) };
}

/** @throws Error naming the variable that names the file */
async function readNamed(variable: string, file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new Error(`${variable}: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await serve(process.env).catch((error: unknown) => {
    console.error(`edge: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  });
}
