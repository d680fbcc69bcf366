/**
 * The test projects, one per runtime. `node` runs on Node against real MariaDB and Redis, which `test/services` starts for it; `workers` runs
 * inside workerd.
 * @module
 */
import { availableParallelism } from "node:os";
import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { COMPATIBILITY_DATE } from "./scripts/serve.ts";

/** A test that starts a server of its own takes seconds on a busy machine. */
const TEST_TIMEOUT_MS = 30_000;

/** Waiting for something to happen, as opposed to for how long it takes. */
const POLL_TIMEOUT_MS = 15_000;

/** Files at a time. Most of their time they wait for something to happen, so two of them do not need two cores. */
const WORKERS = Math.max(2, availableParallelism() - 1);

/**
 * On a shared machine a process that is paused for a second fails a test that is right. There, and only there, a test has a second try, which
 * the report names; one that fails twice fails.
 */
const RETRIES = process.env.CI === undefined ? 0 : 1;

/** What push shards read of their bindings, and the Worker that checks tokens for them. */
const PUSH_BINDINGS = {
  IDENTITY_KEY: Buffer.alloc(32, "i").toString("base64"),
  PUSH_TOKEN_KEY: Buffer.alloc(32, "k").toString("base64"),
  PUSH: JSON.stringify({
    anonymous: true,
    namespaces: {
      small: { historySize: 5 },
      brief: { historyTtlSeconds: 1 },
      lossy: { historySize: 0 },
      chat: { publish: "subscriber", joinLeave: true },
      members: { subscribe: "user", publish: "user" },
      sealed: { subscribe: "token" },
    },
  }),
};

export default defineConfig({
  test: {
    maxWorkers: WORKERS,
    projects: [
      {
        test: {
          name: "node",
          include: ["test/{node,e2e,chaos}/**/*.test.ts"],
          globalSetup: ["test/services/global-setup.ts"],
          testTimeout: TEST_TIMEOUT_MS,
          hookTimeout: TEST_TIMEOUT_MS,
          retry: RETRIES,
          expect: { poll: { timeout: POLL_TIMEOUT_MS } },
        },
      },
      {
        plugins: [
          cloudflareTest({
            main: "edge/index.ts",
            miniflare: {
              compatibilityDate: COMPATIBILITY_DATE,
              bindings: PUSH_BINDINGS,
              durableObjects: {
                ADDRESS_HEALTH: { className: "AddressHealth", useSQLite: true },
                CACHE: { className: "CacheShard", useSQLite: true },
                CONFIG: { className: "ConfigObject", useSQLite: true },
                CONFIG_DIRECTORY: { className: "ConfigDirectory", useSQLite: true },
                REGISTRY: { className: "ServiceRegistry", useSQLite: true },
                REGISTRY_DIRECTORY: { className: "RegistryDirectory", useSQLite: true },
                PUSH_CHANNEL: { className: "PushChannel", useSQLite: true },
                PUSH_MAP: { className: "PushMap", useSQLite: true },
                PUSH_RELAY: { className: "PushRelay", useSQLite: true },
                PUSH_SHARD: { className: "PushShard", useSQLite: true },
                SEQUENCE: { className: "Sequence", useSQLite: true },
              },
            },
          }),
        ],
        test: {
          name: "workers",
          include: ["test/workers/**/*.test.ts"],
          testTimeout: TEST_TIMEOUT_MS,
          hookTimeout: TEST_TIMEOUT_MS,
          retry: RETRIES,
        },
      },
    ],
  },
});
