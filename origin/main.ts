/**
 * The origin: wires the rooms to the configuration, starts, and leaves when it is told to. The only reader of `process.env`.
 *
 * Exit codes: 0 stopped as asked · 1 could not start, or failed · 78 bad configuration · 130, 143 told twice to stop.
 * @module
 */
import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { DEFAULT_DICTIONARY } from "../proto/dictionary/dictionary.ts";
import { Fault } from "../proto/fault.ts";
import { PassportService } from "../proto/gen/passport.contract.ts";
import { snowflake } from "../proto/snowflake.ts";
import { openCache } from "./cache/cache.ts";
import { liveConfig } from "./config/config.ts";
import { type Config, ConfigError, type LiveConfigSource, parseConfig, type RegistryConfig } from "./config.ts";
import { drain, health, onStopSignals } from "./health/health.ts";
import { edgeIds } from "./ids/ids.ts";
import { fdSink, type Level, type Log, openLog } from "./log/log.ts";
import { OPERATING } from "./operating.ts";
import { type PassportTables, passport } from "./passport/passport.ts";
import { type PushRooms, type PushTables, pushRooms } from "./push-rooms.ts";
import { type Registration, register } from "./registry/registry.ts";
import { currentContext, implement, rpcServer } from "./rpc/rpc.ts";
import { openStore } from "./store/store.ts";

/** sysexits.h: EX_CONFIG. */
const EXIT_BAD_CONFIGURATION = 78;
const STDOUT = 1;
const IN_MEMORY = ":memory:";
/** For the first ids of an edge; one that comes later is as good, only that nobody can sign in until then. */
const IDS_WAIT_MS = 2_000;
/** For the edge's first answer; then it starts with the configuration on disk, or without. */
const LIVE_CONFIG_WAIT_MS = 2_000;
/** Between two attempts to prepare while the database is away. */
const PREPARE_AGAIN_MS = 1_000;

/** What the parent process is told, where one has opened a channel to us. */
type Report =
  | { readonly listening: string }
  | { readonly failed: { readonly message: string; readonly code?: unknown; readonly port?: unknown } };

/** @param setLevel undefined is the level of the environment */
async function start(config: Config, log: Log, setLevel: (level: Level | undefined) => void): Promise<void> {
  const follow = config.live === undefined ? undefined : { ...config.live, ...liveNode(config.live, config) };
  const live = liveConfig(follow, { log });
  const operating = live.configOf(OPERATING);
  operating.onChange((now) => setLevel(now.log.level));
  await live.start(LIVE_CONFIG_WAIT_MS);
  if (config.mysqlUrl === undefined && config.sqlitePath !== IN_MEMORY) {
    await mkdir(dirname(config.sqlitePath), { recursive: true });
  }
  const now = Date.now;
  const store = await openStore<PassportTables & PushTables>({
    mysqlUrl: config.mysqlUrl,
    sqlitePath: config.sqlitePath,
  });
  const cache = await openCache({
    redisUrl: config.redisUrl,
    redisSentinels: config.redisSentinels,
    onWarning: (message, error) => log.warn(message, { error }),
  });
  const ids = config.ids === undefined ? undefined : edgeIds({ ...config.ids, log });
  const push: PushRooms = await pushRooms(config.push, {
    store,
    requireLive: (context) => accounts.requireLive(context),
    log,
    now,
    random: Math.random,
  });
  const accounts = passport({
    store,
    cache,
    log,
    nextId: ids?.next ?? snowflake({ datacenterId: config.datacenterId, workerId: config.workerId, now }),
    now,
    randomBytes,
    issuer: config.tokenIssuer,
    audience: config.tokenAudience,
    keyEncryptionKeys: config.keyEncryptionKeys,
    identityKeys: config.identityKeys,
    limits() {
      const { accessTokenTtl: ttlMs, liveSessionsMax } = operating.current().passport;
      return { accessTokenTtlSeconds: Math.floor(ttlMs / 1_000), liveSessionsMax };
    },
    onSessionEnd: push.onSessionEnd,
  });

  let prepared = false;
  const requirePrepared = (): void => {
    if (!prepared) throw new Fault("unavailable", "the database has not been ready yet", { retryAfterSeconds: 1 });
  };
  const state = health({
    checks: {
      prepared: async () => requirePrepared(),
      store: () => store.ping(),
    },
    notes: () => {
      const up = cache.redisUp();
      return {
        ...(up === undefined ? {} : { redis: up ? "up" : "down" }),
        ...(ids === undefined ? {} : { ids: ids.size() }),
        ...(config.live === undefined ? {} : { configuration: live.version() }),
        ...push.notes(),
      };
    },
    services: [PassportService.name],
  });
  const server = rpcServer({
    services: [implement(PassportService, accounts.handlers), ...push.services, state.service],
    routes: [...state.routes, ...accounts.routes],
    identify: accounts.identify,
    admit: requirePrepared,
    dictionaries: [DEFAULT_DICTIONARY],
    log,
    inFlightMax: () => operating.current().rpc.inFlightMax,
  });
  let stopping = false;
  let registration: Registration | undefined;
  onStopSignals({
    source: process,
    graceMs: config.drainGraceMs,
    stop: async (graceMs) => {
      stopping = true;
      await registration?.drain(); // Before anything else: who finds this origin by the registry needs the grace to hear of it.
      const leave = async () => registration?.cancel();
      const close = [
        leave,
        push.close,
        () => store.close(),
        () => cache.close(),
        async () => ids?.close(),
        () => live.close(),
      ];
      await drain({ health: state, server, close, log, graceMs, finishTimeoutMs: config.drainTimeoutMs });
      await log.close();
    },
    exit: (code) => process.exit(code),
  });

  // Whoever opened a channel to us wants us no longer than it lives, and may not have lived to say so.
  process.channel?.unref();
  process.once("disconnect", () => process.emit("SIGINT"));

  // A database that is there is made ready before anybody is served; one that is away is waited for while livez answers.
  const prepareAll = async () => {
    await accounts.prepare();
    await push.prepare();
    push.start();
  };
  [prepared] = await Promise.all([prepare(prepareAll, log), ids?.ready(IDS_WAIT_MS)]);
  const { port } = await server.listen({ host: config.host, port: config.port });
  const url = `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${port}`;
  log.info("listening", { url, database: store.dialect, startedInMs: Math.round(process.uptime() * 1000) });
  report({ listening: url });
  while (!prepared && !stopping) {
    await new Promise((settle) => setTimeout(settle, PREPARE_AGAIN_MS).unref());
    prepared = await prepare(prepareAll, log);
  }
  if (!stopping && config.registry !== undefined) registration = registerAt(config.registry, url, port, log);
}

/** Who this origin is to those who release its configuration. */
function liveNode({ node }: LiveConfigSource, { host, port, registry, keyEncryptionKeys: keys }: Config) {
  const name = node ?? (port === 0 ? hostname() : `${hostname()}:${port}`);
  return { node: name, address: registry?.advertiseUrl ?? `${host}:${port}`, keys };
}

/** Only now, when it can serve: whoever finds it there sends requests at once. */
function registerAt(registry: RegistryConfig, url: string, port: number, log: Log): Registration {
  const { weight, advertiseUrl = url } = registry;
  return register({
    ...registry,
    hostname: `${hostname()}:${port}`,
    addrs: [advertiseUrl],
    version: "",
    metadata: { weight: String(weight) },
    generation: Date.now() * 1_000,
    log,
    random: Math.random,
  });
}

/** @returns whether it is done; else it is to be tried again @throws Error when trying again would not help */
async function prepare(work: () => Promise<void>, log: Log): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (!(error instanceof Fault) || !TRANSIENT.has(error.code)) throw error;
    log.warn("the database cannot be prepared yet", { error });
    return false;
  }
}

/** What passes by itself once the database, or another instance that is migrating it, is done with what it does. */
const TRANSIENT: ReadonlySet<string> = new Set(["unavailable", "deadline_exceeded", "resource_exhausted", "aborted"]);

function report(message: Report): void {
  process.send?.(message);
}

async function main(): Promise<void> {
  let config: Config;
  try {
    config = parseConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(`the origin cannot start, because its configuration is wrong:\n${error.message}`);
    report({ failed: { message: error.message } });
    process.exitCode = EXIT_BAD_CONFIGURATION;
    return;
  }
  let level = config.logLevel;
  const log = openLog({
    sink: fdSink({ fd: STDOUT, droppedLine }),
    level: () => level,
    now: Date.now,
    trace: () => currentContext()?.trace,
  });
  process.on("exit", () => log.flushSync());
  process.on("uncaughtExceptionMonitor", (error) => log.error("an exception that nobody caught", { error }));
  try {
    await start(config, log, (wanted) => {
      level = wanted ?? config.logLevel;
    });
  } catch (error) {
    log.error("the origin cannot go on", { error });
    const { message, code, port } = error as NodeJS.ErrnoException & { readonly port?: unknown };
    report({ failed: { message, code, port } });
    await log.close();
    process.exit(1);
  }
}

function droppedLine(count: number): string {
  const time = new Date().toISOString();
  return `${JSON.stringify({ time, level: "warn", message: "log lines were dropped, because nobody read them", count })}\n`;
}

await main();
