/** Edge and origin that know each other, with accounts and push: both can be killed and come back where they were. */
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, inject } from "vitest";
import type { SignInGuestRequest } from "../../../proto/gen/passport.contract.ts";
import { type OriginProcess, startOrigin } from "../../../scripts/origin.ts";
import { startEdge } from "../../../scripts/serve.ts";
import type { Workerd } from "../../../scripts/workerd.ts";

export interface Account {
  readonly uid: string;
  readonly accessToken: string;
  readonly refreshToken: string;
}

export interface AccountsWorld {
  readonly url: string;
  readonly publisherToken: string;
  readonly operatorToken: string;
  origin(): OriginProcess;
  /** Over the edge, in JSON. @throws Error naming the reply's status and body */
  rpc<T>(procedure: string, request: unknown, token?: string): Promise<T>;
  signIn(device?: SignInGuestRequest): Promise<Account>;
  stopEdge(): Promise<void>;
  startEdge(): Promise<void>;
  /** SIGKILL, and then as it is started after a crash. */
  crashOrigin(): Promise<void>;
  close(): Promise<void>;
}

export interface AccountsWorldOptions {
  /** Bindings of the edge, and variables of the origin, beside those that make them know each other. */
  readonly bindings?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

export async function startAccountsWorld({ bindings = {}, env = {} }: AccountsWorldOptions = {}) {
  const folder = await mkdtemp(join(tmpdir(), "fairway-accounts-"));
  const identityKey = randomBytes(32).toString("base64");
  const [publisherToken, operatorToken] = [
    randomBytes(24).toString("base64url"),
    randomBytes(24).toString("base64url"),
  ];
  const [edgePort, originPort] = await freePorts(2);
  const url = `http://127.0.0.1:${edgePort}`;
  const runEdge = (): Promise<Workerd> =>
    startEdge({
      port: edgePort as number,
      module: inject("edgeModule"),
      routes: JSON.stringify({ upstreams: { origin: { urls: [`http://127.0.0.1:${originPort}`] } }, routes: [] }),
      bindings: {
        PROTOCOLS: JSON.stringify({ push: true, centrifugo: true, goim: true }),
        PUSH_TOKENS: `origin=${publisherToken}`,
        OPS_TOKEN: operatorToken,
        IDENTITY_KEY: identityKey,
        ...bindings,
      },
      objectsFolder: join(folder, "objects"),
      stdout: "ignore",
    });
  const originEnv = {
    PORT: String(originPort),
    SQLITE_PATH: join(folder, "origin.sqlite"),
    IDENTITY_KEY: identityKey,
    KEY_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    DRAIN_GRACE_MS: "0",
    PUSH_URL: url,
    PUSH_TOKEN: publisherToken,
    ...env,
  };
  let [edge, origin] = await Promise.all([runEdge(), startOrigin(originEnv)]);
  const world: AccountsWorld = {
    url,
    publisherToken,
    operatorToken,
    origin: () => origin,
    async rpc<T>(procedure: string, request: unknown, token?: string): Promise<T> {
      const response = await fetch(`${url}/${procedure}`, {
        method: "POST",
        headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
        body: JSON.stringify(request),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${procedure} answered ${response.status}: ${text}`);
      return JSON.parse(text) as T;
    },
    signIn: (device = { deviceId: randomBytes(16).toString("hex") }) =>
      world.rpc<Account>("fairway.passport.v1.PassportService/SignInGuest", device),
    stopEdge: () => edge.kill(),
    async startEdge() {
      edge = await runEdge();
    },
    async crashOrigin() {
      await origin.kill();
      origin = await startOrigin(originEnv);
    },
    async close() {
      await Promise.all([edge.stop(), origin.kill()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
  return world;
}

export interface Listener {
  /** Data of each publication, in its order. */
  readonly got: unknown[];
  /** How often it was asked whether it is there, and answered. */
  pings(): number;
  /** Where the private stream stood when it was subscribed. */
  readonly position: { readonly epoch: string; readonly offset: number };
  closed(): { readonly code: number; readonly atMs: number } | undefined;
  close(): void;
}

/** Connects with the account's access token, in Centrifugo's JSON. */
export async function listen(
  world: Pick<AccountsWorld, "url">,
  { uid, accessToken }: Pick<Account, "uid" | "accessToken">,
  since?: { readonly epoch: string; readonly offset: number },
): Promise<Listener> {
  const socket = new WebSocket(`${world.url.replace("http", "ws")}/connection/websocket`);
  const got: unknown[] = [];
  let pings = 0;
  let closed: { code: number; atMs: number } | undefined;
  let position: Listener["position"] | undefined;
  socket.addEventListener("close", ({ code }) => {
    closed = { code, atMs: performance.now() };
  });
  socket.addEventListener("message", ({ data }) => {
    for (const line of String(data).split("\n")) {
      const reply = JSON.parse(line) as {
        connect?: { subs: Record<string, Listener["position"] & { publications?: { data: unknown }[] }> };
        push?: { pub?: { data: unknown } };
      };
      const sub = reply.connect?.subs[`user:${uid}`];
      if (sub !== undefined) {
        position = { epoch: sub.epoch, offset: sub.offset };
        got.push(...(sub.publications ?? []).map((each) => each.data));
      }
      if (reply.push?.pub !== undefined) got.push(reply.push.pub.data);
      if (line === "{}") {
        pings++;
        socket.send("{}");
      }
    }
  });
  await once(socket, "open");
  const subs = since === undefined ? {} : { [`user:${uid}`]: { recover: true, ...since } };
  socket.send(JSON.stringify({ id: 1, connect: { token: accessToken, subs } }));
  await expect.poll(() => position ?? closed).toBeDefined();
  if (position === undefined) throw new Error(`the edge closed the connection with ${closed?.code}`);
  return { got, position, pings: () => pings, closed: () => closed, close: () => socket.close() };
}

/** Those that nobody listens on now. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, "127.0.0.1");
      await once(server, "listening");
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), "close")));
  return ports;
}
