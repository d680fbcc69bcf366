/**
 * An edge on workerd with its configuration service, and a console for it.
 * @module
 */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { startEdge } from "../../../scripts/serve.ts";
import type { Workerd } from "../../../scripts/workerd.ts";

const ROUTES = '{"upstreams":{"main":{"urls":["http://127.0.0.1:9"]}},"routes":[]}';
export const OPS_TOKEN = "operator-token-of-the-tests-0001";

export interface World {
  /** Stays the same after a restart. */
  readonly url: string;
  /** Where objects keep what they know. */
  readonly objectsFolder: string;
  /** What edge and objects wrote to their logs. */
  written(): string;
  /** SIGKILL, as in a crash, and a new one on the same port and storage. */
  restart(bindings?: Record<string, string>): Promise<void>;
  kill(): Promise<void>;
  /** After a {@link kill}. */
  startAgain(bindings?: Record<string, string>): Promise<void>;
  stop(): Promise<void>;
}

export interface Service {
  readonly service: string;
  readonly idc: string;
}

/** An error of the console: Connect's JSON. */
export interface ConsoleError {
  readonly code: string;
  readonly message?: string;
  readonly details?: readonly { readonly type: string; readonly debug?: { readonly revision?: number } }[];
}

export class Refused extends Error {
  readonly status: number;
  readonly error: ConsoleError;

  constructor(status: number, error: ConsoleError) {
    super(`${status} ${error.code}: ${error.message ?? ""}`);
    this.status = status;
    this.error = error;
  }
}

export async function startWorld(given: Record<string, string> = {}): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), "fairway-config-"));
  const module = inject("edgeModule");
  const basic = {
    OPS_TOKEN,
    CONFIG_KEY: randomBytes(32).toString("base64"),
    PROTOCOLS: '{"config":true,"apollo":true,"ofrep":true}',
    ...given,
  };
  const objectsFolder = join(folder, "objects");
  let written = "";
  const start = async (port: number, bindings: Record<string, string>): Promise<Workerd> => {
    const started = await startEdge({
      port,
      module,
      routes: ROUTES,
      bindings: { ...basic, ...bindings },
      objectsFolder,
      stdout: "pipe",
      stderr: "pipe",
    });
    for (const stream of [started.process.stdout, started.process.stderr]) {
      stream?.setEncoding("utf8").on("data", (chunk: string) => {
        written += chunk;
      });
    }
    return started;
  };
  let edge = await start(0, {});
  const { url } = edge;
  const world: World = {
    url,
    objectsFolder,
    written: () => written,
    kill: () => edge.kill(),
    async startAgain(bindings = {}) {
      edge = await start(Number(new URL(url).port), bindings);
    },
    async restart(bindings) {
      await world.kill();
      await world.startAgain(bindings);
    },
    async stop() {
      await edge.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return world;
}

/** Calls a method of the console. @throws Refused */
export async function call<T = Record<string, unknown>>(
  url: string,
  method: string,
  request: object,
  token: string = OPS_TOKEN,
): Promise<T> {
  const response = await fetch(`${url}/fairway.config.v1.ConfigService/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token === "" ? {} : { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(request),
  });
  const body: unknown = await response.json();
  if (response.status !== 200) throw new Refused(response.status, body as ConsoleError);
  return body as T;
}

export interface EditInit {
  readonly section?: string;
  readonly key: string;
  readonly value?: string;
  /** A name, or a number. */
  readonly type?: string | number;
  readonly secret?: boolean;
  readonly comment?: string;
  readonly delete?: boolean;
  readonly revision?: number;
}

let services = 0;

/** A service of its own for a test. */
export async function newService(url: string, idc = "default"): Promise<Service> {
  const service = { service: `service-${services++}`, idc };
  await call(url, "CreateService", { service });
  return service;
}

export interface TreeView {
  readonly revision?: number;
  readonly version?: number;
  readonly gray?: { readonly version: number };
  readonly entries?: readonly {
    section: string;
    key: string;
    value?: string;
    revision: number;
    secret?: boolean;
    type: string;
  }[];
  readonly draft?: readonly {
    entry: { section: string; key: string; revision: number; value?: string };
    deleted?: boolean;
  }[];
}

export async function tree(url: string, service: Service, token?: string): Promise<TreeView> {
  return await call<TreeView>(url, "GetTree", { service }, token);
}

/** Edits keys as they are now. */
export async function edit(url: string, service: Service, edits: readonly EditInit[]): Promise<number> {
  const { entries = [], draft = [] } = await tree(url, service);
  const revisions = new Map(entries.map((entry) => [`${entry.section}/${entry.key}`, entry.revision]));
  for (const { entry } of draft) revisions.set(`${entry.section}/${entry.key}`, entry.revision);
  const full = edits.map((each) => {
    const section = each.section ?? "application";
    return { ...each, section, revision: each.revision ?? revisions.get(`${section}/${each.key}`) ?? 0 };
  });
  return (await call<{ revision: number }>(url, "Edit", { service, edits: full })).revision;
}

/** Edits and publishes. @returns the version */
export async function publish(
  url: string,
  service: Service,
  edits: readonly EditInit[],
  message = "",
): Promise<number> {
  const revision = await edit(url, service, edits);
  return (await call<{ version: number }>(url, "Publish", { service, revision, message })).version;
}

export async function newToken(url: string, service: Service, ...rights: string[]): Promise<string> {
  const name = `${rights.join("-")} ${randomBytes(4).toString("hex")}`;
  return (await call<{ token: string }>(url, "CreateToken", { service, name, rights })).token;
}

/** `key=value` of a section, as an Apollo client reads it. */
export async function apolloValues(
  url: string,
  { service, idc }: Service,
  token: string,
  query = "",
): Promise<Record<string, string>> {
  const response = await fetch(`${url}/configs/${service}/${idc}/application${query}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  return ((await response.json()) as { configurations: Record<string, string> }).configurations;
}
