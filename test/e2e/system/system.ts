/**
 * The whole path on free ports: edge, origins and the API of before, each in a process of its own or on a port of its own, with all that
 * they log.
 * @module
 */
import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { startCountriesApi } from "../../../examples/countries-api/server.ts";
import { type OriginProcess, startOrigin } from "../../../scripts/origin.ts";
import { startEdge } from "../../../scripts/serve.ts";
import type { Workerd } from "../../../scripts/workerd.ts";

export const PASSPORT = "/fairway.passport.v1.PassportService";

export interface SystemOptions {
  /** How many origins, all on one database; one by default, and with none the table's upstream is at a dead port. */
  readonly origins?: number;
  /** Variables of all origins, beside keys, a SQLite file, and a worker id each. */
  readonly env?: Readonly<Record<string, string>>;
  /** Changes the bundled route table, in which the upstreams' addresses stand already. */
  readonly table?: (table: RouteTableDocument) => void;
}

export interface RouteTableDocument {
  readonly upstreams: Record<string, { urls: string[]; batch?: boolean; concurrency?: false }>;
  readonly routes: object[];
}

/** A line of a log: JSON, whose fields the tests know. */
export type LogLine = Readonly<Record<string, unknown>>;

export interface System {
  readonly edge: { readonly url: string; readonly pid: number };
  readonly origins: OriginProcess[];
  readonly countriesUrl: string;
  /** Of every origin, so that one more can be started. */
  readonly originEnv: Readonly<Record<string, string>>;
  readonly identityKey: Uint8Array;
  /** Access lines of the edge so far. */
  edgeLog(): LogLine[];
  /** Lines of all origins so far. */
  originLog(): LogLine[];
  /** Everything that edge and origins have written so far, warnings included. */
  written(): string;
  stop(): Promise<void>;
}

export async function startSystem({
  origins: count = 1,
  env = {},
  table: change,
}: SystemOptions = {}): Promise<System> {
  const folder = await mkdtemp(join(tmpdir(), "fairway-system-"));
  const stops: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const each of stops.splice(0).reverse()) await each();
  };
  const identityKey = randomBytes(32);
  const originEnv = {
    SQLITE_PATH: join(folder, "origin.sqlite"),
    IDENTITY_KEY: identityKey.toString("base64"),
    KEY_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    DRAIN_GRACE_MS: "0",
    ...env,
  };
  const origins: OriginProcess[] = [];
  stops.push(() => Promise.all(origins.map((origin) => origin.kill())));
  try {
    const countries = await startCountriesApi({ port: 0 });
    stops.push(() => countries.close());
    const started = Array.from({ length: count }, (_, at) => startOrigin({ ...originEnv, WORKER_ID: String(at) }));
    const settled = await Promise.allSettled(started);
    for (const each of settled) if (each.status === "fulfilled") origins.push(each.value);
    for (const each of settled) if (each.status === "rejected") throw each.reason;
    const table = await bundledTable();
    table.upstreams.origin = { urls: origins.map(({ url }) => url), batch: true };
    table.upstreams.countries = { urls: [countries.url] };
    change?.(table);
    const module = inject("edgeModule");
    const bindings = { IDENTITY_KEY: originEnv.IDENTITY_KEY };
    const edge = await startEdge({
      port: 0,
      module,
      routes: JSON.stringify(table),
      bindings,
      stdout: "pipe",
      stderr: "pipe",
    });
    stops.push(() => edge.stop());
    const output = outputOf(edge);
    return {
      edge,
      origins,
      countriesUrl: countries.url,
      originEnv,
      identityKey,
      edgeLog: () => parseLines(output.stdout().split("\n")),
      originLog: () => origins.flatMap((origin) => parseLines(origin.log())),
      written: () => [output.stdout(), output.stderr(), ...origins.flatMap((origin) => origin.log())].join("\n"),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The table as it ships, so that the tests cover it. */
async function bundledTable(): Promise<RouteTableDocument> {
  return JSON.parse(await readFile(new URL("../../../edge/route/default-routes.json", import.meta.url), "utf8"));
}

function outputOf({ process: { stdout, stderr } }: Workerd) {
  const texts = { stdout: "", stderr: "" };
  stdout?.setEncoding("utf8").on("data", (chunk: string) => {
    texts.stdout += chunk;
  });
  stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    texts.stderr += chunk;
  });
  return { stdout: () => texts.stdout, stderr: () => texts.stderr };
}

/** The last line may still be on its way. */
function parseLines(lines: readonly string[]): LogLine[] {
  return lines
    .filter((line, at) => line !== "" && (at < lines.length - 1 || line.endsWith("}")))
    .map((line) => JSON.parse(line) as LogLine);
}
