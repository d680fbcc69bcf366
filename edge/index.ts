/**
 * The Worker: bindings and the runtime's own functions, given to the rooms. Nothing else reads `env`.
 * @module
 */
import { exports, WorkerEntrypoint, waitUntil } from "cloudflare:workers";
import type { GateStub, HostStub, ServiceCall, ShardStub } from "../durable/push/push.ts";
import type { RegistryDirectory } from "../durable/registry/registry.ts";
import { sequenceName } from "../durable/sequence/sequence.ts";
import { DEFAULT_DICTIONARY } from "../proto/dictionary/dictionary.ts";
import type { Missed } from "../proto/push/model.ts";
import type { MapStub } from "../proto/push/push.ts";
import { pooledHex } from "../proto/trace.ts";
import { type App, app } from "./app.ts";
import type { CacheShardStub } from "./cache/cache.ts";
import { COMPRESSOR } from "./codec/codec.ts";
import type { ConfigStub, ConfigStubs, DirectoryStub } from "./config/config.ts";
import type { HealthStub, HealthStubs } from "./httpdns/httpdns.ts";
import type { SequenceOf, SequenceStub } from "./ids/ids.ts";
import type { PushObjects } from "./push/push.ts";
import type { RegistryObjects, ServiceStub } from "./registry/registry.ts";
import defaultRoutes from "./route/default-routes.json" with { type: "json" };
import { parseSettings } from "./settings.ts";

export { CacheShard } from "../durable/cache/cache.ts";
export { ConfigDirectory, ConfigObject } from "../durable/config/config.ts";
export { AddressHealth } from "../durable/httpdns/httpdns.ts";
export { PushChannel, PushMap, PushRelay, PushShard } from "../durable/push/push.ts";
export { RegistryDirectory, ServiceRegistry } from "../durable/registry/registry.ts";
export { Sequence } from "../durable/sequence/sequence.ts";

/**
 * Built with the first request, because a Worker may neither draw random numbers nor start timers before. One isolate has one
 * `env`. What the rooms remember in it are caches: losing them costs time and nothing else.
 */
let built: App | undefined;

export default {
  fetch(request, env, context) {
    built ??= build(env as Readonly<Record<string, unknown>>);
    return built(request, context);
  },
} satisfies ExportedHandler;

/** Checks tokens for push shards, calls services for their clients, and hands over what users missed; shards call it through `ctx.exports`. */
export class PushGate extends WorkerEntrypoint implements GateStub {
  identify(token: string): ReturnType<GateStub["identify"]> {
    return this.#gate().identify(token);
  }

  grant(token: string, channel: string, user: string): ReturnType<GateStub["grant"]> {
    return this.#gate().grant(token, channel, user);
  }

  call(call: ServiceCall): ReturnType<GateStub["call"]> {
    return this.#gate().call(call);
  }

  handOver(missed: readonly Missed[]): Promise<void> {
    return this.#gate().handOver(missed);
  }

  #gate(): GateStub {
    built ??= build(this.env as Readonly<Record<string, unknown>>);
    if (built.gate === undefined) throw new Error("this edge is not configured");
    return built.gate;
  }
}

/** Watches the deadlines of calls; called by the Worker itself, through `exports`. */
export class DeadlineWatch extends WorkerEntrypoint {
  /** In the isolate of the call that asks for it, or in vain. */
  begin(): void {
    if (built !== undefined) this.ctx.waitUntil(built.watch());
  }
}

function build(env: Readonly<Record<string, unknown>>): App {
  return app(parseSettings(env, JSON.stringify(defaultRoutes)), {
    fetch: (url, init) => fetch(url, init),
    now: () => Date.now(),
    random: () => Math.random(),
    randomHex: pooledHex(),
    sleep: (ms) => scheduler.wait(ms),
    waitUntil: (promise) => waitUntil(promise),
    compressor: COMPRESSOR,
    dictionaries: [DEFAULT_DICTIONARY],
    cacheShard: shardsOf(env.CACHE),
    platformCache: caches.default,
    sequence: sequencesOf(env.SEQUENCE),
    config: configsOf(env.CONFIG),
    configDirectory: configDirectoryOf(env.CONFIG_DIRECTORY),
    registry: registryOf(env.REGISTRY, env.REGISTRY_DIRECTORY),
    addressHealth: healthOf(env.ADDRESS_HEALTH),
    push: pushOf(env),
    write: (lines) => console.log(lines.join("\n")),
    beginWatch,
    warn: (message, cause) => console.error(`${message}: ${cause instanceof Error ? cause.stack : cause}`),
  });
}

function beginWatch(): void {
  const { DeadlineWatch: watch } = exports as unknown as { readonly DeadlineWatch: { begin(): Promise<void> } };
  watch.begin().catch(() => undefined); // Whoever asked is gone: the next one asks.
}

/** @param binding the Durable Object namespace of {@link CacheShard}, where there is one */
function shardsOf(binding: unknown): ((index: number) => CacheShardStub) | undefined {
  if (!isNamespace(binding)) return undefined;
  // The stub's types wrap each value for RPC; what comes is plain data all the same.
  return (index) => binding.getByName(`cache/${index}`) as unknown as CacheShardStub;
}

/** @param binding the namespace of {@link ConfigObject} */
function configsOf(binding: unknown): ConfigStubs | undefined {
  if (!isNamespace(binding)) return undefined;
  return (address) => binding.getByName(address) as unknown as ConfigStub;
}

/** @param binding the namespace of {@link ConfigDirectory} */
function configDirectoryOf(binding: unknown): (() => DirectoryStub) | undefined {
  if (!isNamespace(binding)) return undefined;
  return () => binding.getByName("directory") as unknown as DirectoryStub;
}

/** @param binding the namespace of {@link Sequence} */
function sequencesOf(binding: unknown): SequenceOf | undefined {
  if (!isNamespace(binding)) return undefined;
  return (claim) => binding.getByName(sequenceName(claim)) as unknown as SequenceStub;
}

/** @param services the namespace of {@link ServiceRegistry} @param directory that of {@link RegistryDirectory} */
function registryOf(services: unknown, directory: unknown): RegistryObjects | undefined {
  if (!isNamespace(services) || !isNamespace(directory)) return undefined;
  const list = directory as DurableObjectNamespace<RegistryDirectory>;
  return {
    service: ({ env, appid }) => services.getByName(`${env}/${appid}`) as unknown as ServiceStub,
    services: () => list.getByName("directory").list(),
  };
}

/** @param binding the namespace of {@link AddressHealth} */
function healthOf(binding: unknown): HealthStubs | undefined {
  if (!isNamespace(binding)) return undefined;
  return (name) => binding.getByName(`httpdns/${name}`) as unknown as HealthStub;
}

function pushOf(env: Readonly<Record<string, unknown>>): PushObjects | undefined {
  const { PUSH_CHANNEL: channels, PUSH_SHARD: shards, PUSH_MAP: maps } = env;
  if (!isNamespace(channels) || !isNamespace(shards) || !isNamespace(maps)) return undefined;
  return {
    channel: (name) => channels.getByName(name) as unknown as HostStub,
    shard: (name) => shards.getByName(name) as unknown as ShardStub,
    map: (region) => maps.getByName(region) as unknown as MapStub,
  };
}

function isNamespace(binding: unknown): binding is DurableObjectNamespace {
  return typeof binding === "object" && binding !== null;
}
