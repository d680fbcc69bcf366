/** An edge with push alone, on disk, that can be killed and come back; publishers over RPC; clients that speak Centrifugo's JSON. */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SignJWT } from "jose";
import { expect } from "vitest";
import { buildEdge } from "../../../scripts/build-edge.ts";
import { startEdge } from "../../../scripts/serve.ts";
import type { Workerd } from "../../../scripts/workerd.ts";

const TOKEN_KEY = randomBytes(32);
export const PUBLISHER = randomBytes(24).toString("base64url");
export const OPERATOR = randomBytes(24).toString("base64url");
const SERVICE = "/fairway.push.v1.PushService";

export interface PushWorld {
  url(): string;
  readonly objectsFolder: string;
  /** SIGKILL, and then as it is started after a crash. @param port where it then listens; any that is free by default */
  crash(port?: number): Promise<void>;
  rpc(method: string, request: unknown, token?: string): Promise<{ status: number; body: Answer }>;
  close(): Promise<void>;
}

/** What the tests read of an answer in JSON. */
export interface Answer {
  readonly code?: string;
  readonly message?: string;
  readonly results?: readonly {
    channel: string;
    position?: { epoch: string; offset: string };
    refused?: string;
    duplicate?: boolean;
  }[];
  readonly publications?: readonly { offset: string; json: string }[];
  readonly position?: { epoch: string; offset: string };
  readonly connections?: unknown;
  readonly lifted?: boolean;
  readonly bans?: readonly { user?: string; key?: string; reason: string; until?: string }[];
  readonly nextPageToken?: string;
  readonly counts?: readonly number[];
}

export async function startPushWorld(push: Readonly<Record<string, unknown>> = {}): Promise<PushWorld> {
  const folder = await mkdtemp(join(tmpdir(), "fairway-push-"));
  const module = await buildEdge(join(folder, "edge"));
  const objectsFolder = join(folder, "objects");
  const start = (port = 0): Promise<Workerd> =>
    startEdge({
      port,
      module,
      routes: JSON.stringify({ upstreams: {}, routes: [] }),
      bindings: {
        PROTOCOLS: JSON.stringify({ push: true, centrifugo: true, "centrifugo-api": true }),
        PUSH: JSON.stringify(push),
        PUSH_TOKENS: `tests=${PUBLISHER}`,
        PUSH_TOKEN_KEY: TOKEN_KEY.toString("base64"),
        OPS_TOKEN: OPERATOR,
      },
      objectsFolder,
      stdout: "ignore",
    });
  let edge = await start();
  return {
    url: () => edge.url,
    objectsFolder,
    async crash(port) {
      await edge.kill();
      edge = await start(port);
    },
    async rpc(method, request, token = PUBLISHER) {
      const response = await fetch(`${edge.url}${SERVICE}/${method}`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: typeof request === "string" ? request : JSON.stringify(request),
      });
      return { status: response.status, body: (await response.json()) as Answer };
    },
    async close() {
      await edge.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** @param exp seconds since 1970, or how long from now */
export async function tokenOf(claims: Record<string, unknown>, exp: number | string = "10m"): Promise<string> {
  return await new SignJWT(claims).setProtectedHeader({ alg: "HS256" }).setExpirationTime(exp).sign(TOKEN_KEY);
}

export interface Position {
  readonly epoch: string;
  readonly offset: number;
}

export interface PushClient {
  /** Everything that came of a channel, recovered or live, in its order. */
  readonly got: { readonly channel: string; readonly offset: number; readonly data: unknown }[];
  /** What subscriptions were answered with. */
  readonly subscribed: Record<string, Position & { readonly recovered?: boolean }>;
  closed(): number | undefined;
  close(): void;
}

interface SubscribeResult extends Position {
  readonly recovered?: boolean;
  readonly publications?: readonly { offset: number; data: unknown }[];
}

/** Connects as the user, with its private stream from `since`, and subscribes to the channels. */
export async function pushClient(
  world: PushWorld,
  {
    user,
    channels = [],
    since = {},
    claims = {},
  }: {
    user: string;
    channels?: readonly string[];
    since?: Readonly<Record<string, Position>>;
    claims?: Record<string, unknown>;
  },
): Promise<PushClient> {
  const token = await tokenOf({ sub: user, ...claims });
  const socket = new WebSocket(`${world.url().replace("http", "ws")}/connection/websocket?home=${user}`);
  const got: { channel: string; offset: number; data: unknown }[] = [];
  const subscribed: PushClient["subscribed"] = {};
  let closed: number | undefined;
  const take = (channel: string, { publications = [], ...position }: SubscribeResult) => {
    subscribed[channel] = position;
    for (const each of publications) got.push({ channel, ...each });
  };
  socket.addEventListener("close", ({ code }) => {
    closed = code;
  });
  socket.addEventListener("message", ({ data }) => {
    for (const line of String(data).split("\n")) {
      const reply = JSON.parse(line) as {
        id?: number;
        connect?: { subs: Record<string, SubscribeResult> };
        subscribe?: SubscribeResult;
        push?: { channel: string; pub?: { offset: number; data: unknown } };
      };
      for (const [channel, result] of Object.entries(reply.connect?.subs ?? {})) take(channel, result);
      if (reply.subscribe !== undefined) take(channels[(reply.id ?? 0) - 2] ?? "", reply.subscribe);
      if (reply.push?.pub !== undefined) got.push({ channel: reply.push.channel, ...reply.push.pub });
    }
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve, { once: true });
    socket.addEventListener("error", () => reject(new Error("the socket failed")), { once: true });
  });
  const subs = Object.fromEntries(
    Object.entries(since).map(([channel, position]) => [channel, { recover: true, ...position }]),
  );
  socket.send(JSON.stringify({ id: 1, connect: { token, subs } }));
  for (const [at, channel] of channels.entries()) {
    const position = since[channel];
    socket.send(
      JSON.stringify({ id: at + 2, subscribe: { channel, ...(position && { recover: true, ...position }) } }),
    );
  }
  const isThere = () => Object.keys(subscribed).length >= channels.length + 1;
  await expect.poll(() => closed !== undefined || isThere()).toBe(true);
  if (!isThere()) throw new Error(`the edge closed the connection with ${closed}`);
  return { got, subscribed, closed: () => closed, close: () => socket.close() };
}
