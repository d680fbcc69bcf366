/** goim's and gopush's connections through the sleep of their shard: what they are must be in what sleeps with them. */
import { evictDurableObject } from "cloudflare:test";
import { describe, expect, test } from "vitest";
import type { ShardStub } from "../../../../durable/push/push.ts";
import {
  encodeGoimPacket,
  GOIM_OP,
  homeOf,
  keyChannel,
  OPEN_HEADER,
  randomText,
  unwrapGoimFrame,
  userChannel,
} from "../../../../proto/push/push.ts";
import { channelOf, shardOf, tokenOf } from "./client.ts";

const MAP = { region: "main", counts: [4] };
const UTF8 = new TextDecoder();
let made = 0;

async function connect(protocol: string, url: string, shard: string) {
  const opening = {
    protocol,
    ip: "192.0.2.1",
    secret: randomText(18),
    request: { connection: randomText(12), shard, url, clearAuth: false, pingMs: 0 },
  };
  const headers = { upgrade: "websocket", [OPEN_HEADER]: JSON.stringify(opening) };
  const { webSocket: socket } = await shardOf(shard).fetch(new Request("https://shard/socket", { headers }));
  if (socket === null) throw new Error("no socket");
  const frames: (string | Uint8Array)[] = [];
  let closed: number | undefined;
  socket.binaryType = "arraybuffer";
  socket.addEventListener("message", ({ data }) => {
    frames.push(typeof data === "string" ? data : new Uint8Array(data as ArrayBuffer));
  });
  socket.addEventListener("close", ({ code }) => {
    closed = code;
  });
  socket.accept();
  return { socket, frames, closed: () => closed };
}

async function goim(shard: string, auth: object) {
  const connection = await connect("goim", "/sub", shard);
  const packet = (op: number, body: string, seq = 1) =>
    connection.socket.send(encodeGoimPacket({ ver: 1, op, seq, body: new TextEncoder().encode(body) }));
  const headers = () =>
    connection.frames.map((frame) => {
      const bytes = unwrapGoimFrame(frame as Uint8Array) as Uint8Array;
      const view = new DataView(bytes.buffer, bytes.byteOffset);
      return [view.getInt32(8), view.getInt32(12), UTF8.decode(bytes.subarray(16))] as const;
    });
  packet(GOIM_OP.auth, JSON.stringify(auth));
  await expect.poll(headers).toEqual([[GOIM_OP.authReply, 1, ""]]);
  return { ...connection, packet, headers };
}

const send = async (host: Pick<ShardStub, "publish">, channel: string, op: number, data: string) =>
  expect(await host.publish([{ channel, message: { data, op } }])).toMatchObject([{ published: { channel } }]);

describe("a goim connection whose shard slept", () => {
  test("knows who it is, its room and its operations", async () => {
    const [user, room] = [`sleeper-${++made}`, `room:live://${made}`];
    const shard = homeOf(userChannel(user), MAP);
    const client = await goim(shard, { token: await tokenOf({ sub: user }), room_id: `live://${made}`, accepts: [1] });
    client.packet(GOIM_OP.subscribe, "2", 2);
    await expect.poll(() => client.headers().length).toBe(2);
    await evictDurableObject(shardOf(shard));
    for (const op of [1, 2, 3]) await send(shardOf(shard), userChannel(user), op, `"to ${op}"`);
    await send(channelOf(room), room, 3, '"to the room"');
    await expect
      .poll(() => client.headers().slice(2))
      .toEqual([
        [1, 0, '"to 1"'],
        [2, 0, '"to 2"'],
        [3, 0, '"to the room"'],
      ]);
    await evictDurableObject(shardOf(shard));
    client.packet(GOIM_OP.heartbeat, "", 9);
    await expect.poll(() => client.headers().at(-1)).toEqual([GOIM_OP.heartbeatReply, 9, "\0\0\0\u0001"]);
    client.socket.close();
  });

  test("is closed when its key connects elsewhere", async () => {
    const key = `device-${++made}`;
    const token = await tokenOf({ sub: "u", key });
    const first = await goim("shard/main/0", { token });
    await evictDurableObject(shardOf("shard/main/0"));
    const second = await goim("shard/main/1", { token });
    await expect.poll(first.closed).toBe(4409);
    expect(second.closed()).toBeUndefined();
    second.socket.close();
  });

  test("gets messages that were merged in one frame", async () => {
    const room = `room:merged://${++made}`;
    const shard = "shard/main/2";
    const client = await goim(shard, { token: await tokenOf({ sub: "m" }), room_id: `merged://${made}` });
    const messages = [1, 2, 3].map((n) => ({ channel: room, message: { data: String(n), op: n } }));
    await channelOf(room).publish(messages);
    await expect.poll(() => client.frames.length).toBe(2);
    const frame = client.frames[1] as Uint8Array;
    expect(new DataView(frame.buffer, frame.byteOffset).getInt32(8)).toBe(GOIM_OP.batch);
    expect(frame.length).toBe(16 + 3 * 17);
    client.socket.close();
  });
});

describe("a gopush connection whose shard sleeps", () => {
  test("has its heartbeats answered, and its messages numbered as before", async () => {
    const key = `old-${++made}`;
    const channel = keyChannel(key);
    const home = homeOf(channel, MAP);
    const token = await tokenOf({ key });
    const client = await connect("gopush", `/sub?key=${key}&heartbeat=30&token=${token}`, "shard/main/3");
    await expect.poll(() => client.frames).toEqual(["+h\r\n"]);
    await send(shardOf(home), channel, 0, "1");
    await expect.poll(() => client.frames.length).toBe(2);
    await evictDurableObject(shardOf("shard/main/3"));
    client.socket.send("h");
    await expect.poll(() => client.frames.at(-1)).toBe("+h\r\n");
    await send(shardOf(home), channel, 0, "2");
    await expect
      .poll(() => client.frames.slice(1))
      .toEqual(['{"msg":1,"mid":1,"gid":0}', "+h\r\n", '{"msg":2,"mid":2,"gid":0}']);
    client.socket.close();
  });
});
