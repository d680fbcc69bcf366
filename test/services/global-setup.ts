/**
 * Before the tests on Node: one MariaDB, one Redis and one bundle of the Worker for all of them, given through vitest's `inject`.
 * A test file takes a database of its own with `freshMysqlDatabase(inject("mysqlUrl"))` and a key prefix of its own in Redis; a test that kills,
 * pauses or restarts a server starts one of its own with `startMariadb()` or `startRedis()`.
 * @module
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { buildEdge } from "../../scripts/build-edge.ts";
import { installBrowser, installServices } from "../../scripts/install-services.ts";
import { startMariadb } from "./mariadb.ts";
import { startRedis } from "./redis.ts";

declare module "vitest" {
  export interface ProvidedContext {
    readonly mysqlUrl: string;
    readonly redisUrl: string;
    /** The Worker's bundle, as it is deployed. */
    readonly edgeModule: string;
  }
}

const stops: (() => Promise<void>)[] = [];

/** Called by vitest before the first test; must not leave one server behind when the other does not start. */
export async function setup(project: TestProject): Promise<void> {
  installServices((line) => console.log(`services: ${line}`));
  try {
    installBrowser((line) => console.log(`services: ${line}`));
  } catch (error) {
    // Most tests need none; those that do fail, and say what they miss.
    console.error(`services: there is no browser. ${error instanceof Error ? error.message : error}`);
  }
  const folder = await mkdtemp(join(tmpdir(), "fairway-edge-module-"));
  stops.push(() => rm(folder, { recursive: true, force: true }));
  project.provide("edgeModule", await buildEdge(folder));
  const [mariadb, redis] = await Promise.allSettled([startMariadb(), startRedis()]);
  for (const result of [mariadb, redis]) if (result.status === "fulfilled") stops.push(result.value.stop);
  if (mariadb.status === "rejected" || redis.status === "rejected") {
    await teardown();
    throw mariadb.status === "rejected" ? mariadb.reason : (redis as PromiseRejectedResult).reason;
  }
  project.provide("mysqlUrl", mariadb.value.url);
  project.provide("redisUrl", redis.value.url);
}

/** Called by vitest after the last test, also when the run is interrupted. */
export async function teardown(): Promise<void> {
  await Promise.all(stops.splice(0).map((stop) => stop()));
}
