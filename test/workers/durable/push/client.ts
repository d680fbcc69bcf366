/** A client of a shard's object, without an edge in between: the upgrade as edge/push makes it, and Centrifugo's JSON on the socket. */
import { env } from "cloudflare:workers";
import { SignJWT } from "jose";
import { expect } from "vitest";
import type { HostStub, ShardStub } from "../../../../durable/push/push.ts";
import type { Position } from "../../../../proto/push/model.ts";
import { type MapStub, OPEN_HEADER, randomText } from "../../../../proto/push/push.ts";

const namespaces = env as Record<string, DurableObjectNamespace>;
const space = (name: string) => namespaces[name] as DurableObjectNamespace;
export const shardOf = (name: string) =>
  space("PUSH_SHARD").getByName(name) as unknown as ShardStub & DurableObjectStub;
export const channelOf = (name: string) =>
  space("PUSH_CHANNEL").getByName(name) as unknown as HostStub & DurableObjectStub;
export const mapOf = (region: string) => space("PUSH_MAP").getByName(region) as unknown as MapStub & DurableObjectStub;

const TOKEN_KEY = new TextEncoder().encode("k".repeat(32));

export async function tokenOf(claims: Record<string, unknown>, ttlSeconds = 600): Promise<string> {
  const exp = Math.floor(Date.now() / 1_000) + ttlSeconds;
  return await new SignJWT({ exp, ...claims }).setProtectedHeader({ alg: "HS256" }).sign(TOKEN_KEY);
}

/** A frame of the server's, parsed. */
export type Reply = Record<string, unknown> & {
  id?: number;
  error?: { code: number; message: string };
  connect?: { client: string; subs: Record<string, SubscribeResult> };
  subscribe?: SubscribeResult;
  push?: { channel: string; pub?: Pub; unsubscribe?: { code: number }; join?: unknown; leave?: unknown };
};
export interface SubscribeResult {
  epoch: string;
  offset: number;
  recovered?: boolean;
  was_recovering?: boolean;
  publications?: Pub[];
}
export interface Pub {
  data: unknown;
  offset: number;
}

export interface Client {
  readonly replies: Reply[];
  /** Set when the server closed it. */
  readonly closed: () => { code: number; reason: string } | undefined;
  raw(text: string): void;
  /** Sends a command and gives its reply. */
  ask(command: Record<string, unknown>): Promise<Reply>;
  /** Data of what was published in the channel, as it came. */
  data(channel: string): unknown[];
  offsets(channel: string): number[];
  close(): void;
}

let lastIp = 0;

/** An open socket that has said nothing. */
export async function open(shard: string): Promise<Client> {
  const opening = {
    protocol: "centrifugo",
    ip: `192.0.2.${++lastIp % 250}`,
    secret: randomText(18),
    request: { connection: randomText(12), shard, url: "/connection/websocket", clearAuth: false, pingMs: 0 },
  };
  const response = await shardOf(shard).fetch(
    new Request("https://shard/socket", { headers: { upgrade: "websocket", [OPEN_HEADER]: JSON.stringify(opening) } }),
  );
  const socket = response.webSocket;
  if (socket === null) throw new Error(`no socket, but ${response.status}`);
  const replies: Reply[] = [];
  let closed: { code: number; reason: string } | undefined;
  let lastId = 0;
  socket.addEventListener("message", ({ data }) => {
    for (const line of String(data).split("\n")) if (line !== "") replies.push(JSON.parse(line) as Reply);
  });
  socket.addEventListener("close", ({ code, reason }) => {
    closed = { code, reason };
    socket.close();
  });
  socket.accept();
  return {
    replies,
    closed: () => closed,
    raw: (text) => socket.send(text),
    async ask(command) {
      const id = ++lastId;
      socket.send(JSON.stringify({ id, ...command }));
      await expect.poll(() => replies.some((reply) => reply.id === id) || closed !== undefined).toBe(true);
      return replies.find((reply) => reply.id === id) ?? {};
    },
    data: (channel) => pubsOf(replies, channel).map(({ data }) => data),
    offsets: (channel) => pubsOf(replies, channel).map(({ offset }) => offset),
    close: () => socket.close(1000, "bye"),
  };
}

/** One that is connected: as a user where a name is given. */
export async function connect(
  shard: string,
  {
    user,
    subs = {},
    claims = {},
  }: { user?: string; subs?: Record<string, Position>; claims?: Record<string, unknown> } = {},
): Promise<Client & { readonly connected: NonNullable<Reply["connect"]> }> {
  const client = await open(shard);
  const token = user === undefined ? undefined : await tokenOf({ sub: user, ...claims });
  const wanted = Object.fromEntries(Object.entries(subs).map(([channel, at]) => [channel, { recover: true, ...at }]));
  const reply = await client.ask({ connect: { subs: wanted, ...(token !== undefined && { token }) } });
  if (reply.connect === undefined) throw new Error(`not connected: ${JSON.stringify(reply)}`);
  return { ...client, connected: reply.connect };
}

export async function subscribe(client: Client, channel: string, since?: Position): Promise<SubscribeResult> {
  const reply = await client.ask({ subscribe: { channel, ...(since && { recover: true, ...since }) } });
  if (reply.subscribe === undefined) throw new Error(`not subscribed: ${JSON.stringify(reply)}`);
  return reply.subscribe;
}

/** Publishes numbers, and gives the position of the last. */
export async function publish(host: HostStub, channel: string, ...data: unknown[]): Promise<Position> {
  const outcomes = await host.publish(data.map((each) => ({ channel, message: { data: JSON.stringify(each) } })));
  const last = outcomes.at(-1);
  if (last === undefined || !("published" in last)) throw new Error(`not published: ${JSON.stringify(outcomes)}`);
  return { epoch: last.published.epoch, offset: last.published.offset };
}

function pubsOf(replies: readonly Reply[], channel: string): Pub[] {
  return replies.flatMap(({ push }) => (push?.channel === channel && push.pub !== undefined ? [push.pub] : []));
}
