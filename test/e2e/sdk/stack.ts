/** The whole path, as `npm start` brings it up, on free ports and with a database of its own. @module */
import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startCountriesApi } from "../../../examples/countries-api/server.ts";
import { startOrigin } from "../../../scripts/origin.ts";
import { startEdge } from "../../../scripts/serve.ts";

export interface Stack {
  readonly edge: string;
  readonly origin: string;
  readonly countries: string;
  stop(): Promise<void>;
}

export interface StackOptions {
  /** Bindings of the edge beside keys. */
  readonly bindings?: Readonly<Record<string, string>>;
  /** Changes the bundled route table, in which the upstreams' addresses stand already. */
  readonly table?: (table: RouteTableDocument) => void;
}

export interface RouteTableDocument {
  readonly upstreams: Record<string, { urls: string[] }>;
  readonly routes: object[];
}

export async function startStack({ bindings = {}, table: change }: StackOptions = {}): Promise<Stack> {
  const folder = await mkdtemp(join(tmpdir(), "fairway-e2e-"));
  const stops: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const each of stops.splice(0).reverse()) await each();
  };
  try {
    const identityKey = randomBytes(32).toString("base64");
    const countries = await startCountriesApi({ port: 0 });
    stops.push(() => countries.close());
    const origin = await startOrigin({
      PORT: "0",
      SQLITE_PATH: join(folder, "origin.sqlite"),
      IDENTITY_KEY: identityKey,
      KEY_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
      DRAIN_GRACE_MS: "0",
    });
    stops.push(() => origin.stop());
    const table = JSON.parse(
      await readFile(new URL("../../../edge/route/default-routes.json", import.meta.url), "utf8"),
    );
    table.upstreams.origin.urls = [origin.url];
    table.upstreams.countries.urls = [countries.url];
    change?.(table);
    const edge = await startEdge({
      port: 0,
      routes: JSON.stringify(table),
      bindings: { IDENTITY_KEY: identityKey, OPS_TOKEN: randomBytes(16).toString("hex"), ...bindings },
      stdout: "ignore",
    });
    stops.push(() => edge.stop());
    return { edge: edge.url, origin: origin.url, countries: countries.url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
