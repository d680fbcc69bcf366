/** A message of any API, at subscribers of every protocol: goim and gopush over WebSocket and TCP, Centrifugo, and the service. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GOIM_OP } from "../../../proto/push/push.ts";
import {
  centrifugo,
  connectionToken,
  goim,
  goimIn,
  gopush,
  gopushIn,
  startWorld,
  TRANSPORTS,
  type World,
} from "./goim-world.ts";

let world: World;
let made = 0;
const unique = (prefix: string) => `${prefix}-${++made}`;

beforeAll(async () => {
  world = await startWorld();
}, 60_000);

afterAll(() => world.stop());

async function push(path: string, body: string) {
  const response = await world.api(path, { method: "POST", body });
  return { status: response.status, body: await response.json() };
}

const DONE = { status: 200, body: { code: 0, message: "" } };

describe("a message to a user", () => {
  test("reaches goim over WebSocket and TCP, gopush over both, and Centrifugo, whoever sent it", async () => {
    const uid = String(900_000 + ++made);
    const sockets = [
      await goimIn(world, "WebSocket", { mid: Number(uid), accepts: [1000] }),
      await goimIn(world, "TCP", { mid: Number(uid), accepts: [1000] }),
    ];
    const gopushes = [await gopushIn(world, "WebSocket", `user:${uid}`), await gopushIn(world, "TCP", `user:${uid}`)];
    const browser = await centrifugo(world, { token: await connectionToken({ sub: uid }) });

    expect(await push(`/goim/push/mids?operation=1000&mids=${uid}`, '{"from":"goim"}')).toEqual(DONE);
    const sent = await push(`/1/admin/push/private?key=user:${uid}&expire=600`, '{"from":"gopush"}');
    expect(sent).toEqual({ status: 200, body: { ret: 0 } });
    const answer = await world.rpc("Publish", {
      targets: { users: [uid] },
      message: { json: '{"from":"rpc"}', op: 1000 },
    });
    expect(answer.shards).toBeGreaterThan(0);

    const all = [{ from: "goim" }, { from: "gopush" }, { from: "rpc" }];
    for (const client of gopushes) {
      await expect.poll(() => client.messages().map(({ msg }) => msg)).toEqual(all);
      expect(client.messages().map(({ mid, gid }) => [mid, gid])).toEqual([1, 2, 3].map((mid) => [mid, 0]));
    }
    for (const client of sockets) {
      await expect.poll(() => client.pushed(1000)).toEqual(['{"from":"goim"}', '{"from":"rpc"}']);
      // Without an operation it passes every filter, as goim's own operation of messages.
      expect(client.pushed(GOIM_OP.sendReply)).toEqual(['{"from":"gopush"}']);
    }
    await expect.poll(() => browser.data(`user:${uid}`)).toEqual(all);
    for (const client of [...sockets, ...gopushes, browser]) client.close();
  });
});

describe("a message to a device, to a room and to all", () => {
  test("reaches who has the key, in every protocol that has keys", async () => {
    const [first, second, third] = [unique("key"), unique("key"), unique("key")];
    const web = await goimIn(world, "WebSocket", { key: first, accepts: [7] });
    const wire = await goimIn(world, "TCP", { key: second, accepts: [7] });
    const old = await gopushIn(world, "WebSocket", third);
    expect(await push(`/goim/push/keys?operation=7&keys=${first}&keys=${second}&keys=${third}`, "plain text")).toEqual(
      DONE,
    );
    for (const client of [web, wire]) await expect.poll(() => client.pushed(7)).toEqual(["plain text"]);
    await expect.poll(() => old.messages()).toEqual([{ msg: "plain text", mid: 1, gid: 0 }]);
    const many = await push("/1/admin/push/mprivate?expire=60", JSON.stringify({ m: "[1]", k: `${first},${third}` }));
    expect(many.body).toEqual({ ret: 0 });
    await expect.poll(() => web.pushed(GOIM_OP.sendReply)).toEqual(["[1]"]);
    await expect.poll(() => old.messages().map(({ mid }) => mid)).toEqual([1, 2]);
    expect(wire.pushed(GOIM_OP.sendReply)).toEqual([]);
    for (const client of [web, wire, old]) client.close();
  });

  test("reaches goim's and Centrifugo's clients of the room whatever they accept, and no other", async () => {
    const room = `live://${unique("room")}`;
    const [type, id] = room.split("://");
    const there = [await goimIn(world, "WebSocket", { room_id: room }), await goimIn(world, "TCP", { room_id: room })];
    const elsewhere = await goimIn(world, "TCP", { room_id: "live://elsewhere", accepts: [5000] });
    const page = await centrifugo(world, { token: await connectionToken({ sub: unique("u") }) }, `room:${room}`);
    expect(await push(`/goim/push/room?operation=5000&type=${type}&room=${id}`, '{"n":1}')).toEqual(DONE);
    await world.rpc("Publish", { targets: { channels: [`room:${room}`] }, message: { json: "2", op: 5000 } });
    for (const client of there) await expect.poll(() => client.pushed(5000)).toEqual(['{"n":1}', "2"]);
    await expect.poll(() => page.data(`room:${room}`)).toEqual([{ n: 1 }, 2]);
    expect(elsewhere.pushed(5000)).toEqual([]);
    for (const client of [...there, elsewhere, page]) client.close();
  });

  test("reaches everybody who accepts it, and gopush in the group of all", async () => {
    const wants = [await goimIn(world, "WebSocket", { accepts: [42] }), await goimIn(world, "TCP", { accepts: [42] })];
    const refuses = await goimIn(world, "WebSocket", { accepts: [43] });
    const olds = [await gopushIn(world, "WebSocket", unique("k")), await gopushIn(world, "TCP", unique("k"))];
    expect(await push("/goim/push/all?operation=42&speed=100", '"all"')).toEqual(DONE);
    for (const client of wants) await expect.poll(() => client.pushed(42)).toEqual(['"all"']);
    for (const client of olds) await expect.poll(() => client.messages()).toMatchObject([{ msg: "all", gid: 1 }]);
    refuses.packet(GOIM_OP.heartbeat);
    await expect.poll(() => refuses.packets().at(-1)?.op).toBe(GOIM_OP.heartbeatReply);
    expect(refuses.pushed(42)).toEqual([]);
    for (const client of [...wants, refuses, ...olds]) client.close();
  });
});

describe.each(TRANSPORTS)("a goim client over %s", (transport) => {
  test("counts its room, changes it, and hears the new one alone", async () => {
    const [one, two] = [`live://${unique("one")}`, `live://${unique("two")}`];
    const client = await goimIn(world, transport, { room_id: one });
    const other = await goimIn(world, "WebSocket", { room_id: one });
    const beat = async (seq: number) => {
      client.packet(GOIM_OP.heartbeat, "", seq);
      await expect.poll(() => client.packets().at(-1)?.seq).toBe(seq);
      return client.packets().at(-1);
    };
    expect(await beat(2)).toEqual({ ver: 1, op: 3, seq: 2, body: "\0\0\0\u0002" });
    client.packet(GOIM_OP.changeRoom, two, 3);
    await expect.poll(() => client.packets().at(-1)).toEqual({ ver: 1, op: 13, seq: 3, body: two });
    expect((await beat(4))?.body).toBe("\0\0\0\u0001");
    const room = (name: string) => `/goim/push/room?operation=9000&type=live&room=${name.slice("live://".length)}`;
    await push(room(one), "one");
    await push(room(two), "two");
    await expect.poll(() => client.pushed(9000)).toEqual(["two"]);
    await expect.poll(() => other.pushed(9000)).toEqual(["one"]);
    client.packet(GOIM_OP.changeRoom, "", 5);
    await expect.poll(() => client.packets().at(-1)).toEqual({ ver: 1, op: 13, seq: 5, body: "" });
    expect((await beat(6))?.body).toBe("\0\0\0\0");
    for (const each of [client, other]) each.close();
  });

  test("accepts more operations and fewer, and a bad list changes nothing and is repeated", async () => {
    const key = unique("ops");
    const client = await goimIn(world, transport, { key, accepts: [1] });
    const ask = async (op: number, body: string, seq: number) => {
      client.packet(op, body, seq);
      await expect.poll(() => client.packets().at(-1)).toEqual({ ver: 1, op: op + 1, seq, body });
    };
    await ask(GOIM_OP.subscribe, "1002,1003", 2);
    await ask(GOIM_OP.subscribe, "1004,x", 3);
    await ask(GOIM_OP.subscribe, "", 4);
    await ask(GOIM_OP.unsubscribe, "1002", 5);
    await ask(GOIM_OP.unsubscribe, "1003,,", 6);
    for (const op of [1, 1002, 1003, 1004]) await push(`/goim/push/keys?operation=${op}&keys=${key}`, `${op}`);
    await expect.poll(() => client.pushed(1003)).toEqual(["1003"]);
    expect([1, 1002, 1004].map((op) => client.pushed(op).length)).toEqual([1, 0, 0]);
    client.close();
  });

  test("has 40 packets in flight answered, in their order", async () => {
    const client = await goim(world, transport);
    client.packet(GOIM_OP.auth, '{"room_id":"live://pipeline"}', 0);
    for (let seq = 1; seq <= 40; seq++) client.packet(seq % 2 === 0 ? GOIM_OP.heartbeat : 4, "up", seq);
    await expect
      .poll(() => client.packets().map(({ seq }) => seq))
      .toEqual(Array.from({ length: 41 }, (_, seq) => seq));
    expect(client.packets()[1]).toEqual({ ver: 1, op: 4, seq: 1, body: "" });
    expect(client.closed()).toBeUndefined();
    client.close();
  });

  test("is closed when its key connects again", async () => {
    const key = unique("twice");
    const first = await goimIn(world, transport, { key });
    const second = await goimIn(world, transport, { key });
    await expect.poll(() => first.closed()).toBe(transport === "TCP" ? 0 : 4409);
    await push(`/goim/push/keys?keys=${key}`, "x");
    await expect.poll(() => second.pushed(GOIM_OP.sendReply)).toEqual(["x"]);
    second.close();
  });

  test("may have a mid beyond 2^53", async () => {
    const client = await goim(world, transport);
    client.packet(GOIM_OP.auth, '{"mid":9007199254740993,"accepts":[8]}');
    await expect.poll(() => client.packets().length).toBe(1);
    await push("/goim/push/mids?operation=8&mids=9007199254740992&mids=9007199254740993", "exact");
    await expect.poll(() => client.pushed(8)).toEqual(["exact"]);
    client.close();
  });

  test("is who its token says, and its mid says nothing", async () => {
    const [sub, key] = [unique("token"), unique("device")];
    const token = await connectionToken({ sub, key });
    const client = await goimIn(world, transport, { token, mid: 1, key: "somebody-else", accepts: [3] });
    await push("/goim/push/keys?operation=3&keys=somebody-else", "not yours");
    await push(`/goim/push/keys?operation=3&keys=${key}`, "yours");
    await world.rpc("Publish", { targets: { users: [sub] }, message: { json: "2", op: 3 } });
    await expect.poll(() => client.pushed(3)).toEqual(["yours", "2"]);
    client.close();
  });
});

test("who is banned gets in with neither protocol, and reads nothing, before anything was heard of it", async () => {
  const [uid, key] = [String(900_000 + ++made), unique("banned")];
  await world.rpc("Ban", { user: uid });
  await world.rpc("Ban", { key });
  const phone = await goim(world, "WebSocket");
  phone.packet(GOIM_OP.auth, JSON.stringify({ mid: Number(uid) }));
  await expect.poll(phone.closed).toBe(4403);
  for (const transport of TRANSPORTS) {
    const device = await gopush(world, transport, key);
    await expect.poll(() => device.replies()).toBe("-a\r\n");
    await expect.poll(device.closed).toBeDefined();
  }
  const read = async () => await (await fetch(`${world.url}/1/msg/get?k=${key}&m=0`)).json();
  expect(await read()).toEqual({ ret: 65534 });
  await world.rpc("LiftBan", { key });
  expect(await read()).toEqual({ ret: 0 });
  (await gopushIn(world, "TCP", key)).close();
});

test("a channel that a service orders brings what came after a position to gopush's clients too", async () => {
  const [uid, channel] = [String(900_000 + ++made), unique("ordered")];
  const phone = await gopushIn(world, "TCP", `user:${uid}`);
  for (const n of [1, 2, 3])
    await world.rpc("Publish", { targets: { channels: [channel] }, message: { json: `${n}` } });
  const order = { user: uid, channel, recover_since: { offset: 1, epoch: "" } };
  const answer = await world.api("/api/subscribe", { method: "POST", body: JSON.stringify(order) });
  expect(await answer.json()).toEqual({ result: {} });
  await expect.poll(() => phone.messages()).toEqual([2, 3].map((n) => ({ msg: n, mid: n, gid: 1 })));
  phone.close();
});
