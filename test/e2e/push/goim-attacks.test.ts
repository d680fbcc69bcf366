/** What clients of goim and gopush must not get away with, on a real edge and through the gateway. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { encodeGoimPacket, GOIM_OP } from "../../../proto/push/push.ts";
import {
  connectionToken,
  type GoimClient,
  goim,
  goimIn,
  gopush,
  gopushIn,
  startWorld,
  TRANSPORTS,
  type Transport,
  tcp,
  type World,
  webSocket,
} from "./goim-world.ts";

let open: World;
let strict: World;
let made = 0;
const unique = (prefix: string) => `${prefix}-${++made}`;

beforeAll(async () => {
  open = await startWorld();
  strict = await startWorld({ GOIM_CLEAR_AUTH: "false" });
}, 90_000);

afterAll(async () => {
  await open.stop();
  await strict.stop();
});

/** Over TCP a close has no code. */
const closedBy = (transport: Transport, code: number) => (transport === "TCP" ? 0 : code);

async function expectClosed(client: Pick<GoimClient, "closed">, transport: Transport, code: number) {
  await expect.poll(() => client.closed()).toBe(closedBy(transport, code));
}

describe.each(TRANSPORTS)("goim over %s", (transport) => {
  test.each([
    ["a packet above 4112 bytes", "0000101100100001000000020000000200"],
    ["a length below the header", "0000000f001000010000000200000002"],
    ["a length of zero", "00000000001000010000000200000002"],
    ["another header length", "00000010002000010000000200000002"],
  ])("closes at %s, before auth and after it, without a word", async (_what, wire) => {
    const [fresh, known] = [await goim(open, transport), await goimIn(open, transport, {})];
    for (const client of [fresh, known]) client.send(Buffer.from(wire, "hex"));
    for (const client of [fresh, known]) await expectClosed(client, transport, 4400);
    expect([fresh.packets().length, known.packets().length]).toEqual([0, 1]);
  });

  test.each([
    ["broken JSON", '{"mid":1'],
    ["no JSON", "mid"],
    ["a mid that is text", '{"mid":"123"}'],
    ["a key that is a number", '{"key":1}'],
    ["operations that are none", '{"accepts":["x"]}'],
    ["a list", "[]"],
    ["a room that cannot be", '{"room_id":"a room"}'],
    ["a room whose name is too long", JSON.stringify({ room_id: "x".repeat(300) })],
    ["a key that cannot be", '{"key":"a key"}'],
    ["an empty body", ""],
  ])("closes at auth of %s, without a word", async (_what, body) => {
    const client = await goim(open, transport);
    client.packet(GOIM_OP.auth, body);
    await expect.poll(() => client.closed()).toBeDefined();
    expect(client.packets()).toEqual([]);
  });

  test("closes who has not said who it is in 5 s, and answers nothing before", async () => {
    const [silent, chatty] = [await goim(open, transport), await goim(open, transport)];
    const startedMs = performance.now();
    for (const op of [GOIM_OP.heartbeat, GOIM_OP.changeRoom, GOIM_OP.subscribe, 4, 99]) chatty.packet(op, "1");
    for (const client of [silent, chatty]) await expectClosed(client, transport, 4408);
    const tookMs = performance.now() - startedMs;
    expect(tookMs).toBeGreaterThan(4_500);
    expect(tookMs).toBeLessThan(9_000);
    expect(chatty.packets()).toEqual([]);
  });

  test("answers operations that it does not know, with nothing", async () => {
    const client = await goimIn(open, transport, {});
    for (const [seq, op] of [0, 1, 5, 7, 9, 99, -1, 2 ** 31 - 1].entries()) client.packet(op, "body", seq + 10);
    await expect.poll(() => client.packets().length).toBe(9);
    expect(client.packets().slice(1)).toMatchObject(
      [0, 1, 5, 7, 9, 99, -1, 2 ** 31 - 1].map((op, at) => ({ op, seq: at + 10, body: "" })),
    );
    client.close();
  });

  test("closes at more operations than are kept, in one packet or in several", async () => {
    const client = await goimIn(open, transport, {});
    for (let from = 100; client.closed() === undefined && from < 2_000; from += 600) {
      client.packet(GOIM_OP.subscribe, Array.from({ length: 600 }, (_, n) => from + n).join());
    }
    await expectClosed(client, transport, 4400);
  });

  test("closes a change to a room that cannot be, rather than to let it believe that it is there", async () => {
    const client = await goimIn(open, transport, { room_id: "live://before" });
    client.packet(GOIM_OP.changeRoom, "no room");
    await expectClosed(client, transport, 4400);
    expect(client.packets().length).toBe(1);
  });

  test("closes a flood from one socket", async () => {
    const client = await goimIn(open, transport, {});
    const flood = Buffer.from(encodeGoimPacket({ ver: 1, op: GOIM_OP.heartbeat, seq: 1, body: new Uint8Array() }));
    for (let n = 0; n < 2_000; n++) client.send(flood);
    await expectClosed(client, transport, 4429);
  });

  test("lets nobody in without proof where that is not turned on", async () => {
    for (const auth of ["{}", '{"mid":1}', '{"key":"k"}']) {
      const client = await goim(strict, transport);
      client.packet(GOIM_OP.auth, auth);
      await expectClosed(client, transport, 4401);
      expect(client.packets()).toEqual([]);
    }
    const token = await connectionToken({ sub: "anna" });
    (await goimIn(strict, transport, { token })).close();
  });

  test.each([
    ["forged", async () => `${(await connectionToken({ sub: "1" })).slice(0, -4)}AAAA`],
    ["expired", () => connectionToken({ sub: "1" }, -60)],
    ["for a subscription", () => connectionToken({ sub: "1", channel: "room:x" })],
  ])("lets nobody in with a token that is %s", async (_what, make) => {
    for (const world of [open, strict]) {
      const client = await goim(world, transport);
      client.packet(GOIM_OP.auth, JSON.stringify({ token: await make(), mid: 1 }));
      await expectClosed(client, transport, 4401);
      expect(client.packets()).toEqual([]);
    }
  });
});

describe("goim over WebSocket", () => {
  test.each([
    ["shorter than a header", "0000000f00100001000000020000"],
    ["with less than it says", "00000020001000010000000200000002"],
    ["with more than it says", "0000001000100001000000020000000200"],
  ])("closes at a frame %s", async (_what, wire) => {
    const client = await goimIn(open, "WebSocket", {});
    client.send(Buffer.from(wire, "hex"));
    await expectClosed(client, "WebSocket", 4400);
  });

  test("takes text frames for the packets that they are", async () => {
    const client = await goim(open, "WebSocket");
    client.send(Buffer.from(encodeGoimPacket({ ver: 1, op: 7, seq: 5, body: Buffer.from("{}") })).toString("latin1"));
    await expect.poll(() => client.packets()).toEqual([{ ver: 1, op: 8, seq: 5, body: "" }]);
    client.close();
  });

  test("tells one who is no WebSocket what this path is for", async () => {
    expect((await fetch(`${open.url}/sub`)).status).toBe(426);
    expect((await fetch(`${open.url}/sub?key=k&heartbeat=60`)).status).toBe(426);
  });
});

describe.each(TRANSPORTS)("gopush over %s", (transport) => {
  test.each([
    ["no key", ["", "60"]],
    ["a key that cannot be", ["a b", "60"]],
    ["no heartbeat", ["k", ""]],
    ["a heartbeat that is no number", ["k", "1e3"]],
    ["a heartbeat under 30 s", ["k", "29"]],
    ["a heartbeat of days", ["k", "100000"]],
  ])("says -p to %s", async (_what, args) => {
    const client = await gopush(open, transport, ...args);
    await expect.poll(() => client.replies()).toBe("-p\r\n");
    await expectClosed(client, transport, 4400);
  });

  test("says -a to a token that is forged, expired or another's, and to nobody's where proof is asked for", async () => {
    const own = await connectionToken({ sub: "7", key: "own" });
    const wrong: [World, string[]][] = [
      [open, ["own", "60", `${own.slice(0, -3)}AAA`]],
      [open, ["own", "60", await connectionToken({ key: "own" }, -60)]],
      [open, ["other", "60", own]],
      [open, ["user:8", "60", own]],
      [strict, ["own", "60"]],
    ];
    for (const [world, args] of wrong) {
      const client = await gopush(world, transport, ...args);
      await expect.poll(() => client.replies()).toBe("-a\r\n");
      await expectClosed(client, transport, 4401);
    }
    for (const key of ["own", "user:7"]) (await gopushIn(strict, transport, key, "60", own)).close();
  });

  test("answers each h, and closes at anything else", async () => {
    const client = await gopushIn(open, transport, unique("h"));
    for (let n = 0; n < 5; n++) client.send("h");
    await expect.poll(() => client.replies()).toBe("+h\r\n".repeat(6));
    client.send("hello");
    await expectClosed(client, transport, 4400);
  });
});

describe("the gateway", () => {
  test.each([
    ["another protocol", "GET / HTTP/1.1\r\n\r\n"],
    ["a command that is none", "*1\r\n$2\r\nsub\r\n"],
    ["another command", "*2\r\n$3\r\nget\r\n$1\r\nk\r\n"],
    ["a command without end", `*2\r\n$3\r\nsub\r\n$8000\r\n${"x".repeat(9_000)}`],
    ["a packet of goim that lies", "\0\u0001\0\0\0\u0010\0\u0001\0\0\0\u0007\0\0\0\u0001"],
  ])("closes at %s without asking the edge", async (_what, text) => {
    const before = open.warnings.length;
    const client = await tcp(open.tcpPort);
    client.send(Buffer.from(text, "latin1"));
    await expect.poll(() => client.closed()).toBe(0);
    expect([client.pieces.length, open.warnings.length]).toEqual([0, before]);
  });

  test("puts packets together that come byte by byte, and takes apart those that come at once", async () => {
    const client = await goim(open, "TCP");
    const auth = encodeGoimPacket({ ver: 1, op: 7, seq: 1, body: Buffer.from('{"key":"pieces"}') });
    for (const byte of auth) client.send(Uint8Array.of(byte));
    const beat = encodeGoimPacket({ ver: 1, op: 2, seq: 2, body: new Uint8Array() });
    client.send(Buffer.concat([beat, beat, beat]));
    await expect.poll(() => client.packets().map(({ op }) => op)).toEqual([8, 3, 3, 3]);
    client.close();
  });

  test("lets go of the edge when the client goes, with a word or without", async () => {
    const room = `live://${unique("leaving")}`;
    const [polite, rude] = [await goimIn(open, "TCP", { room_id: room }), await tcp(open.tcpPort)];
    rude.send(encodeGoimPacket({ ver: 1, op: 7, seq: 1, body: Buffer.from(JSON.stringify({ room_id: room })) }));
    const watcher = await webSocket(open, "/sub");
    const count = async () => {
      const path = `/goim/online/room?type=live&rooms=${room.slice("live://".length)}`;
      return Object.values(((await (await open.api(path)).json()) as { data: Record<string, number> }).data)[0];
    };
    await expect.poll(count).toBe(2);
    polite.close();
    await expect.poll(count).toBe(1);
    rude.socket.resetAndDestroy();
    await expect.poll(count).toBe(0);
    watcher.close();
  });
});
