/** Centrifugo's protocol: what is malformed, too much, forged, or somebody else's. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rawSocket, readStream } from "./centrifugo-raw.ts";
import { publish } from "./centrifugo-world.ts";
import { type PushWorld, startPushWorld, tokenOf } from "./push-world.ts";

let world: PushWorld;
beforeAll(async () => {
  world = await startPushWorld({
    shards: 2,
    anonymous: true,
    namespaces: { chat: { publish: "subscriber" }, secret: { subscribe: "token" } },
  });
});
afterAll(() => world.close());

const secondsFromNow = (seconds: number) => Math.floor(Date.now() / 1_000) + seconds;

async function connectedSocket(connect: Record<string, unknown> = {}) {
  const socket = await rawSocket(world);
  expect((await socket.ask({ connect })).connect).toBeDefined();
  return socket;
}

describe("a socket is closed", () => {
  const MALFORMED: readonly (readonly [string, string | Uint8Array])[] = [
    ["broken JSON", '{"id":1,'],
    ["no JSON", "hello"],
    ["an empty frame", ""],
    ["a list", "[1]"],
    ["null", "null"],
    ["a command without an id", '{"connect":{}}'],
    ["an id that is no number", '{"id":"1","connect":{}}'],
    ["a field of the wrong type", '{"id":1,"connect":{"token":7}}'],
    ["a negative offset", '{"id":1,"connect":{"subs":{"news":{"recover":true,"offset":-1}}}}'],
    ["an offset that no number holds", '{"id":1,"connect":{"subs":{"news":{"offset":1e300}}}}'],
    ["bytes that are no text", new Uint8Array([0xff, 0xfe])],
    ["one bad line among good ones", '{"id":1,"connect":{}}\n{"id":2,'],
    ["a command before connect", '{"id":1,"subscribe":{"channel":"news"}}'],
    ["two connects", '{"id":1,"connect":{}}\n{"id":2,"connect":{}}'],
    ["a message larger than 128 KiB", `{"id":1,"connect":{"token":"${"x".repeat(131_072)}"}}`],
  ];
  test.each(MALFORMED)("for %s: 3501", async (_what, data) => {
    const socket = await rawSocket(world);
    socket.send(data);
    await expect.poll(socket.closed).toEqual({ code: 3501, reason: "bad request" });
  });

  test("for a message that no service waits for: 3508", async () => {
    const socket = await connectedSocket();
    socket.send('{"send":{"data":1}}');
    await expect.poll(socket.closed).toEqual({ code: 3508, reason: "not available" });
  });

  test("for a flood: 3013", async () => {
    const socket = await connectedSocket();
    for (let n = 0; n < 2_000; n++) socket.send(`{"id":${n + 10},"presence":{"channel":"news"}}`);
    await expect.poll(socket.closed).toEqual({ code: 3013, reason: "too many requests" });
  });

  test.each([
    ["forged", async () => `${(await tokenOf({ sub: "anna" })).slice(0, -4)}AAAA`, 3500],
    ["of no key", async () => "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbm5hIn0.", 3500],
    ["no token at all", async () => "hello", 3500],
    ["for a subscription", async () => await tokenOf({ sub: "anna", channel: "news" }), 3500],
  ])("for a token that is %s", async (_what, token, code) => {
    const socket = await rawSocket(world);
    await socket.ask({ connect: { token: await token() } });
    await expect.poll(socket.closed).toMatchObject({ code });
  });

  test("for an expired token, after the error that makes a client get a new one", async () => {
    const socket = await rawSocket(world);
    const { error } = await socket.ask({ connect: { token: await tokenOf({ sub: "anna" }, secondsFromNow(-60)) } });
    expect(error).toMatchObject({ code: 109 });
    await expect.poll(socket.closed).toEqual({ code: 3005, reason: "connection expired" });
    const just = await rawSocket(world);
    const token = await tokenOf({ sub: "anna" }, secondsFromNow(-1));
    expect((await just.ask({ connect: { token } })).error).toMatchObject({ code: 109 });
  });

  test("when its token ends, or is renewed with what is none of its user's", async () => {
    const brief = await connectedSocket({ token: await tokenOf({ sub: "anna" }, secondsFromNow(4)) });
    expect(brief.lines()[0]?.connect).toMatchObject({ expires: true, ttl: expect.any(Number) });
    const other = await connectedSocket({ token: await tokenOf({ sub: "anna" }) });
    await other.ask({ refresh: { token: await tokenOf({ sub: "bert" }) } });
    await expect.poll(other.closed).toEqual({ code: 3507, reason: "permission denied" });
    const late = await connectedSocket({ token: await tokenOf({ sub: "anna" }) });
    await late.ask({ refresh: { token: await tokenOf({ sub: "anna" }, secondsFromNow(-60)) } });
    await expect.poll(late.closed).toEqual({ code: 3005, reason: "connection expired" });
    await expect.poll(brief.closed).toEqual({ code: 3005, reason: "connection expired" });
  });
});

describe("a command is refused", () => {
  test("that there is not: 104, and one of a kind that there is not: 108", async () => {
    const socket = await connectedSocket();
    expect((await socket.ask({ dance: {} })).error).toEqual({ code: 104, message: "method not found" });
    expect((await socket.ask({ subscribe: { channel: "news", type: 4 } })).error?.code).toBe(108);
    expect((await socket.ask({ subscribe: { channel: "news", tf: { op: "" } } })).error?.code).toBe(108);
    expect((await socket.ask({ rpc: { method: "x", data: {} } })).error?.code).toBe(108);
    expect(socket.closed()).toBeUndefined();
  });

  test("that is not whole, or about what is no channel: 107", async () => {
    const socket = await connectedSocket();
    for (const command of [
      { subscribe: {} },
      { subscribe: { channel: "has space" } },
      { subscribe: { channel: "x".repeat(256) } },
      { publish: { channel: "chat:x" } },
      { publish: { data: 1 } },
    ]) {
      expect((await socket.ask(command)).error?.code).toBe(107);
    }
  });

  test("by rights: 102, 103 and 105", async () => {
    const socket = await connectedSocket({ token: await tokenOf({ sub: "anna" }) });
    const codeOf = async (command: Record<string, unknown>) => (await socket.ask(command)).error?.code;
    expect(await codeOf({ subscribe: { channel: "nowhere:x" } })).toBe(102);
    expect(await codeOf({ subscribe: { channel: "secret:x" } })).toBe(103);
    expect(await codeOf({ subscribe: { channel: "user:bert" } })).toBe(103);
    expect(await codeOf({ subscribe: { channel: "dialog#bert,carl" } })).toBe(103);
    expect(await codeOf({ subscribe: { channel: "user:anna" } })).toBe(105);
    expect(await codeOf({ publish: { channel: "chat:x", data: 1 } })).toBe(103);
    expect(await codeOf({ presence: { channel: "news" } })).toBe(103);
    expect(await codeOf({ sub_refresh: { channel: "news", token: "x" } })).toBe(101);
    const token = await tokenOf({ sub: "bert", channel: "secret:x" });
    expect(await codeOf({ subscribe: { channel: "secret:x", token } })).toBe(103);
    const expired = await tokenOf({ sub: "anna", channel: "secret:x" }, secondsFromNow(-60));
    expect(await codeOf({ subscribe: { channel: "secret:x", token: expired } })).toBe(109);
  });

  test("for the 129th channel: 106, and the 128 stay", async () => {
    const socket = await connectedSocket({ token: await tokenOf({ sub: "anna" }) });
    const commands = Array.from({ length: 128 }, (_, n) => ({ id: n + 10, subscribe: { channel: `many-${n}` } }));
    socket.send(commands.map((command) => JSON.stringify(command)).join("\n"));
    await expect.poll(() => socket.lines().filter(({ id = 0 }) => id >= 10).length).toBe(128);
    const refused = socket.lines().filter(({ error }) => error !== undefined);
    expect(refused).toMatchObject([{ id: 137, error: { code: 106 } }]);
    await publish(world, "many-126", "heard");
    await expect.poll(() => socket.lines().at(-1)?.push?.pub?.data).toBe("heard");
  });

  test("for a publication that is too large: 107, and the limit is named", async () => {
    const socket = await connectedSocket();
    await socket.ask({ subscribe: { channel: "chat:x" } });
    const { error } = await socket.ask({ publish: { channel: "chat:x", data: "x".repeat(65_536) } });
    expect(error).toEqual({ code: 107, message: expect.stringContaining("65536") });
  });
});

test("a subscription whose token ends is taken away: 2501", async () => {
  const socket = await connectedSocket({ token: await tokenOf({ sub: "anna" }) });
  const token = await tokenOf({ sub: "anna", channel: "secret:x" }, secondsFromNow(4));
  expect((await socket.ask({ subscribe: { channel: "secret:x", token } })).subscribe).toMatchObject({ expires: true });
  await expect
    .poll(() => socket.lines().find(({ push }) => push?.unsubscribe !== undefined)?.push)
    .toEqual({ channel: "secret:x", unsubscribe: { code: 2501, reason: "expired" } });
  expect(socket.closed()).toBeUndefined();
});

test("data passes through as it was written: long numbers, and white space that would end a line", async () => {
  const socket = await connectedSocket();
  await socket.ask({ subscribe: { channel: "chat:exact" } });
  socket.send('{"id":50,"publish":{"channel":"chat:exact","data":{"id":12345678901234567890,"f":1.50}}}');
  const text = () => socket.texts.find((line) => line.includes('"pub"')) ?? "";
  await expect.poll(text).toContain('{"id":12345678901234567890,');
  const pretty = '{\n  "a": "x\\ny",\r\n  "n": 98765432109876543210\n}';
  await world.rpc("Publish", { targets: { channels: ["chat:exact"] }, message: { json: pretty } });
  await expect.poll(() => socket.texts.at(-1)).toContain("98765432109876543210");
  expect(socket.lines().at(-1)?.push?.pub?.data).toMatchObject({ a: "x\ny" });
});

describe("a stream over HTTP", () => {
  const streamUrl = (commands: string) => `${world.url()}/connection/sse?cf_connect=${encodeURIComponent(commands)}`;
  const JSON_TYPE = { "content-type": "application/json" };
  const emulate = (body: unknown) =>
    fetch(`${world.url()}/emulation`, { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body) });

  test.each([
    ["nothing", "", 3501],
    ["broken JSON", "{", 3501],
    ["a forged token", '{"id":1,"connect":{"token":"x.y.z"}}', 3500],
  ])("that begins with %s ends with its code", async (_what, commands, code) => {
    expect(await readStream(await fetch(streamUrl(commands)))).toContain(`{"push":{"disconnect":{"code":${code},`);
    const lines = await fetch(`${world.url()}/connection/http_stream`, { method: "POST", body: commands });
    expect(await readStream(lines)).toContain(`{"push":{"disconnect":{"code":${code},`);
  });

  test("is not stored nor compressed on its way", async () => {
    const response = await fetch(streamUrl('{"id":1,"connect":{}}'), { headers: { "accept-encoding": "gzip" } });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/event-stream",
      "cache-control": "no-store, no-transform",
    });
    expect(response.headers.get("content-encoding")).toBeNull();
    await readStream(response, "connect");
  });

  test("is spoken for by who has its session, and by nobody else", async () => {
    const abort = new AbortController();
    const response = await fetch(streamUrl('{"id":1,"connect":{}}'), { signal: abort.signal });
    const [, id = "", secret = "", node = ""] =
      /"session":"([^".]+)\.([^"]+)","node":"([^"]+)"/.exec(await readStream(response, "session")) ?? [];
    expect(id).not.toBe("");
    const data = '{"id":2,"subscribe":{"channel":"news"}}';
    const session = `${id}.${secret}`;
    const other = node.endsWith("0") ? node.replace("0", "1") : node.replace("1", "0");
    for (const foreign of [
      { session: `${id}.${"x".repeat(secret.length)}`, node, data },
      { session: id, node, data },
      { session: "", node, data },
      { session, node: other, data },
      { session, node: "shard/main/999999", data },
      { session, node: "../../other", data },
    ]) {
      expect((await emulate(foreign)).status).toBe(404);
    }
    for (const broken of ["{", "[]", { session, node }, { session, node, data: 7 }]) {
      expect((await emulate(broken)).status).toBe(400);
    }
    expect((await emulate({ session, node, data: "x".repeat(300_000) })).status).toBe(413);
    expect((await emulate({ session, node, data })).status).toBe(204);
    abort.abort();
  });

  test("is no item of a batch, whose replies are read whole", async () => {
    const requests = [
      { id: "sse", url: "/connection/sse?cf_connect=%7B%7D" },
      { id: "lines", method: "POST", url: "/connection/http_stream", body: { id: 1, connect: {} } },
    ];
    const body = JSON.stringify({ requests });
    const reply = await fetch(`${world.url()}/$batch`, { method: "POST", headers: JSON_TYPE, body });
    const { responses } = (await reply.json()) as { responses: { status: number; body: { detail: string } }[] };
    for (const { status, body } of responses) {
      expect([status, body.detail]).toEqual([400, "a stream is no item of a batch: ask for it on its own"]);
    }
    expect(responses).toHaveLength(2);
  });

  test("takes its own methods only", async () => {
    expect((await fetch(`${world.url()}/connection/http_stream`)).status).toBe(405);
    expect((await fetch(`${world.url()}/emulation`)).status).toBe(405);
    expect((await fetch(`${world.url()}/connection/sse`, { method: "POST" })).status).toBe(405);
    expect((await fetch(`${world.url()}/connection/websocket`)).status).toBe(426);
  });
});
