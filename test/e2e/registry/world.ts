/**
 * An edge on workerd with its registry, and clients that send what bilibili discovery's Go client sends.
 * @module
 */
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { WebSocket } from "undici";
import { afterAll } from "vitest";
import { buildEdge } from "../../../scripts/build-edge.ts";
import { startEdge } from "../../../scripts/serve.ts";
import type { Workerd } from "../../../scripts/workerd.ts";

export const TOKEN = "token-of-shop-cart-0123456789";
export const OTHER_TOKEN = "token-of-shop-stock-012345678";
export const OPS_TOKEN = "token-of-operators-0123456789";

export interface Answer {
  readonly status: number;
  readonly code: number;
  readonly text: string;
  readonly data: Record<string, unknown> | undefined;
  readonly error: Record<string, string[]> | undefined;
}

export interface World {
  url: string;
  post(operation: string, fields: FieldList, token?: string): Promise<Answer>;
  get(operation: string, fields: FieldList, token?: string, signal?: AbortSignal): Promise<Answer>;
  /** Instances of a service that take requests, by hostname, whatever their status where `status` is 3. */
  hostnames(appid: string, status?: number): Promise<string[]>;
  hold(fields: Readonly<Record<string, string>>): Promise<WebSocket>;
  /** Kills workerd, as a crash does. */
  kill(): Promise<void>;
  /** Starts it anew on the same port, with what its objects stored. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export type FieldList = readonly (readonly [string, string])[] | Readonly<Record<string, string>>;

/** One bundle for all tests of a file: it takes a second to make. */
let built: Promise<string> | undefined;
afterAll(async () => {
  if (built !== undefined) await rm(dirname(await built), { recursive: true, force: true });
});

export interface WorldOptions {
  readonly routes?: object;
  readonly bindings?: Readonly<Record<string, string>>;
}

export async function startWorld({
  routes = { upstreams: {}, routes: [] },
  bindings = {},
}: WorldOptions = {}): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), "fairway-registry-"));
  built ??= mkdtemp(join(tmpdir(), "fairway-registry-edge-")).then(buildEdge);
  const module = await built;
  const start = (port: number): Promise<Workerd> =>
    startEdge({
      port,
      module,
      objectsFolder: join(folder, "objects"),
      routes: JSON.stringify(routes),
      bindings: {
        PROTOCOLS: '{"discovery":true}',
        OPS_TOKEN,
        REGISTRY_TOKENS: JSON.stringify({
          "shop.cart": { token: [TOKEN, "the-next-token-of-shop-cart"], reads: ["shop.stock"] },
          "shop.stock": { token: OTHER_TOKEN },
        }),
        ...bindings,
      },
      stdout: "ignore",
    });
  let edge = await start(0);
  const port = Number(new URL(edge.url).port);
  const world: World = {
    url: edge.url,
    async post(operation, fields, token = TOKEN) {
      const body = new URLSearchParams(pairsOf(fields));
      return answerOf(
        await fetch(`${edge.url}/discovery/${operation}`, { method: "POST", headers: basic(token), body }),
      );
    },
    async get(operation, fields, token = TOKEN, signal) {
      const query = new URLSearchParams(pairsOf(fields));
      const init = { headers: basic(token), ...(signal && { signal }) };
      return answerOf(await fetch(`${edge.url}/discovery/${operation}?${query}`, init));
    },
    async hostnames(appid, status = 3) {
      const { data } = await world.get("fetch", { env: "test", appid, status: String(status) }, OPS_TOKEN);
      const zones = Object.values((data?.instances ?? {}) as Record<string, { hostname: string }[]>);
      return zones.flatMap((instances) => instances.map(({ hostname }) => hostname)).sort();
    },
    async hold(fields) {
      const query = new URLSearchParams(fields);
      const url = `${edge.url.replace("http", "ws")}/discovery/hold?${query}`;
      const socket = new WebSocket(url, { headers: { authorization: `Bearer ${TOKEN}` } });
      await new Promise<void>((settle, fail) => {
        socket.addEventListener("open", () => settle());
        socket.addEventListener("error", () => fail(new Error("the socket cannot be opened")));
      });
      return socket;
    },
    kill: () => edge.kill(),
    async restart() {
      await edge.kill();
      edge = await start(port);
    },
    async stop() {
      await edge.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return world;
}

/** As the Go client's host with a token in it, `http://any:TOKEN@edge`, becomes a header. */
function basic(token: string): Record<string, string> {
  if (token === OPS_TOKEN) return { authorization: `Bearer ${token}` };
  return { authorization: `Basic ${Buffer.from(`any:${token}`).toString("base64")}` };
}

function pairsOf(fields: FieldList): [string, string][] {
  const pairs = Array.isArray(fields) ? fields : Object.entries(fields);
  return pairs.map(([name, value]) => [name, value]);
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const { code, data, error } = JSON.parse(text) as Answer;
  return { status: response.status, text, code, data, error };
}

/** What `naming.Discovery` registers with. */
export function registration(appid: string, hostname: string, changes: Readonly<Record<string, string>> = {}) {
  return {
    addrs: `http://${hostname}.example:8080`,
    appid,
    env: "test",
    hostname,
    metadata: '{"weight":"10"}',
    region: "sh",
    status: "1",
    version: "1.2.3",
    zone: "sh001",
    ...changes,
  };
}

export interface Backend {
  readonly url: string;
  /** `METHOD /path` of each request. */
  readonly seen: string[];
  /** From now on nothing is answered, until {@link release}. */
  hold(): void;
  release(): void;
  close(): Promise<void>;
}

/** A server that answers with its name. */
export async function startBackend(name: string): Promise<Backend> {
  const seen: string[] = [];
  const held: (() => void)[] = [];
  let isHolding = false;
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    if (isHolding) held.push(() => response.end(name));
    else response.end(name);
  });
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    hold() {
      isHolding = true;
    },
    release() {
      isHolding = false;
      for (const answer of held.splice(0)) answer();
    },
    close() {
      server.closeAllConnections();
      return new Promise<void>((settle) => server.close(() => settle()));
    },
  };
}
