/** The HTTP APIs of goim and gopush: what they answer, to whom, and what they refuse. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectionToken, goimIn, gopushIn, startWorld, type World } from "./goim-world.ts";

let world: World;
let made = 0;
const unique = (prefix: string) => `${prefix}${++made}`;

beforeAll(async () => {
  world = await startWorld({ GOIM_NODES: '{"tcpPort":3101,"nodes":["a.example","b.example"]}' });
}, 60_000);

afterAll(() => world.stop());

async function ask(path: string, init?: RequestInit) {
  const response = await world.api(path, init);
  return { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
}
const post = (path: string, body = "x") => ask(path, { method: "POST", body });

describe("goim's API", () => {
  test.each([
    ["/goim/push/room?type=live&room=1", "operation"],
    ["/goim/push/room?operation=0&type=live&room=1", "operation"],
    ["/goim/push/room?operation=1&room=1", "type"],
    ["/goim/push/room?operation=1&type=live&room=", "room"],
    ["/goim/push/room?operation=x&type=live&room=1", "operation"],
    ["/goim/push/room?operation=2147483648&type=live&room=1", "operation"],
    ["/goim/push/room?operation=1&type=live&room=a%20b", "channel"],
    ["/goim/push/all", "operation"],
    ["/goim/push/all?operation=1&speed=x", "speed"],
    ["/goim/push/mids?operation=1&mids=x", "mids"],
    ["/goim/push/mids?operation=1&mids=9223372036854775808", "mids"],
    ["/goim/push/keys?operation=1&keys=", "channel"],
  ])("POST %s: 400 in plain text with code -400, naming %s", async (path, name) => {
    const { status, type, text } = await post(path);
    expect([status, type]).toEqual([400, "text/plain; charset=utf-8"]);
    expect(JSON.parse(text)).toEqual({ code: -400, message: expect.stringContaining(name) });
  });

  test.each([
    ["/goim/online/top?type=live", "limit"],
    ["/goim/online/top?limit=5", "type"],
    ["/goim/online/top?type=live&limit=0", "limit"],
    ["/goim/online/top?type=live&limit=1001", "limit"],
    ["/goim/online/room?type=live", "rooms"],
    ["/goim/online/room?rooms=1", "type"],
    [`/goim/online/room?type=live${"&rooms=1".repeat(51)}`, "rooms"],
  ])("GET %s: 400, naming %s", async (path, name) => {
    const { status, text } = await ask(path);
    expect([status, JSON.parse(text)]).toEqual([400, { code: -400, message: expect.stringContaining(name) }]);
  });

  test("a push to nobody, with no operation, or of bytes that are no text, is done", async () => {
    for (const path of ["/goim/push/keys?operation=1", "/goim/push/mids", "/goim/push/keys?keys=k"]) {
      expect(await post(path)).toEqual({ status: 200, type: "application/json", text: '{"code":0,"message":""}' });
    }
    const key = unique("bytes");
    const client = await goimIn(world, "TCP", { key, accepts: [1] });
    const body = Buffer.from([0, 255, 254, 10]);
    expect((await ask(`/goim/push/keys?operation=1&keys=${key}`, { method: "POST", body })).status).toBe(200);
    await expect.poll(() => client.pushed(1)).toEqual([body.toString("latin1")]);
    client.close();
  });

  test("a message that is too big is refused, with the limit named", async () => {
    const within = await post("/goim/push/keys?keys=k", "x".repeat(65_536));
    expect(within.status).toBe(200);
    const { status, text } = await post("/goim/push/keys?keys=k", "x".repeat(65_537));
    expect([status, JSON.parse(text).message]).toEqual([400, expect.stringContaining("65536")]);
    expect((await post("/goim/push/keys?keys=k", "x".repeat(200_000))).status).toBe(413);
  });

  test.each([
    ["/goim/push/keys?keys=k", "POST"],
    ["/goim/online/total", "GET"],
    ["/goim/online/top?type=live&limit=1", "GET"],
    ["/goim/nodes/instances", "GET"],
  ])("%s is for publishers and operators alone, on loopback too", async (path, method) => {
    for (const authorization of ["", "Bearer nonsense-nonsense-nonsense"]) {
      const headers = authorization === "" ? {} : { authorization };
      const response = await fetch(world.url + path, { method, headers });
      expect([response.status, ((await response.json()) as { code: number }).code]).toEqual([401, -401]);
    }
    const authorization = "Bearer operator-token-of-the-tests-0001";
    expect((await fetch(world.url + path, { method, headers: { authorization } })).status).toBe(200);
  });

  test.each([
    "/goim/",
    "/goim/push",
    "/goim/push/nobody",
    "/goim/push/keys/",
    "/goim/__proto__/x",
    "/goim/online/total/x",
  ])("%s is not there", async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  test("another method than the endpoint's is told which", async () => {
    expect((await ask("/goim/push/all?operation=1")).status).toBe(405);
    expect((await post("/goim/online/total")).status).toBe(405);
  });

  test("counts rooms, connections and addresses, the largest first", async () => {
    const type = unique("top");
    const clients = await Promise.all(
      ["1", "2", "2", "3", "3", "3"].map((id) => goimIn(world, "WebSocket", { room_id: `${type}://${id}` })),
    );
    const data = async (path: string) => JSON.parse((await ask(path)).text).data as unknown;
    await expect
      .poll(() => data(`/goim/online/top?type=${type}&limit=2`))
      .toEqual([
        { room_id: "3", count: 3 },
        { room_id: "2", count: 2 },
      ]);
    expect(await data(`/goim/online/room?type=${type}&rooms=1&rooms=2&rooms=none`)).toEqual({ 1: 1, 2: 2, none: 0 });
    await expect.poll(() => data("/goim/online/total")).toMatchObject({ conn_count: expect.any(Number) });
    for (const client of clients) client.close();
  });

  test("tells clients where to connect, without a token", async () => {
    const { host, hostname, port } = new URL(world.url);
    const weighted = (await (await fetch(`${world.url}/goim/nodes/weighted?platform=web`)).json()) as object;
    expect(host).toBe(`${hostname}:${port}`);
    expect(weighted).toEqual({
      code: 0,
      message: "",
      data: {
        domain: hostname,
        tcp_port: 3101,
        ws_port: Number(port),
        wss_port: 443,
        heartbeat: 240,
        nodes: ["a.example", "b.example"],
        backoff: { max_delay: 300, base_delay: 3, factor: 1.8, jitter: 0.3 },
        heartbeat_max: 2,
      },
    });
    expect(JSON.parse((await ask("/goim/nodes/instances")).text).data).toMatchObject([
      { hostname: "a.example", addrs: ["tcp://a.example:3101", `ws://a.example:${port}`] },
      { hostname: "b.example" },
    ]);
  });
});

describe("gopush's API", () => {
  const json = async (path: string, init?: RequestInit) => JSON.parse((await ask(path, init)).text) as unknown;
  const send = (path: string, body: string) => json(path, { method: "POST", body });

  test("tells where to connect, by protocol", async () => {
    const { host, hostname } = new URL(world.url);
    expect(await json("/1/server/get?k=a&p=1")).toEqual({ data: { server: host }, ret: 0 });
    expect(await json("/1/server/get?k=a&p=2")).toEqual({ data: { server: `${hostname}:3101` }, ret: 0 });
    expect(await json("/2/server/get?k=a&p=1")).toEqual({ data: { server: [host] }, ret: 0 });
    expect(await json("/2/server/get?k=a&p=3")).toEqual({ ret: 65534 });
    expect((await fetch(`${world.url}/2/other`)).status).toBe(404);
    for (const query of ["p=1", "k=a", "k=a&p=3", "k=&p=1"]) {
      expect(await json(`/1/server/get?${query}`)).toEqual({ ret: 65534 });
    }
  });

  test("gives what came after a mid, or after a time, once it is asked with a right to it", async () => {
    const key = unique("stored");
    const time = async () => ((await json("/1/time/get")) as { data: { timeid: number } }).data.timeid;
    const before = await time();
    expect(Number.isSafeInteger(before)).toBe(true);
    for (const n of [1, 2, 3])
      expect(await send(`/1/admin/push/private?key=${key}&expire=60`, `{"n":${n}}`)).toEqual({ ret: 0 });
    const message = (n: number) => ({ msg: { n }, mid: n, gid: 0 });
    expect(await json(`/1/msg/get?k=${key}&m=1`)).toEqual({ data: { msgs: [message(2), message(3)] }, ret: 0 });
    expect(await json(`/1/msg/get?k=${key}&m=3`)).toEqual({ ret: 0 });
    // A cursor of a stream that is no more: what there is was never read.
    expect(await json(`/1/msg/get?k=${key}&m=4000`)).toEqual({ data: { msgs: [1, 2, 3].map(message) }, ret: 0 });
    expect(await json(`/1/msg/get?k=${key}&m=${before - 1}`)).toEqual({
      data: { msgs: [1, 2, 3].map(message) },
      ret: 0,
    });
    expect(await json(`/1/msg/get?k=${key}&m=${(await time()) + 1_000_000}`)).toEqual({ ret: 0 });
    // As gopush itself counts: tenths of microseconds.
    expect(await json(`/1/msg/get?k=${key}&m=${before - 1}0`)).toMatchObject({
      data: { msgs: [1, 2, 3].map(message) },
    });
    expect(await json(`/1/msg/get?k=${key}&m=${(await time()) + 1_000_000}0`)).toEqual({ ret: 0 });
    for (const query of [`k=${key}`, "m=1", `k=${key}&m=-1`, `k=${key}&m=x`, "k=a%20b&m=0"]) {
      expect(await json(`/1/msg/get?${query}`)).toEqual({ ret: 65534 });
    }
    expect(await send("/1/admin/msg/del", `key=${key}`)).toEqual({ ret: 0 });
    expect(await json(`/1/msg/get?k=${key}&m=0`)).toEqual({ ret: 0 });
    const client = await gopushIn(world, "WebSocket", key);
    await send(`/1/admin/push/private?key=${key}&expire=60`, "4");
    // What is removed is not counted again.
    await expect.poll(() => client.messages()).toEqual([{ msg: 4, mid: 4, gid: 0 }]);
    client.close();
  });

  test("gives a client's messages to the client and to nobody else where proof is asked for", async () => {
    const strict = await startWorld({ GOIM_CLEAR_AUTH: "false" });
    try {
      await strict.api("/1/admin/push/private?key=mine&expire=60", { method: "POST", body: "1" });
      const read = async (token: string) => {
        const response = await fetch(`${strict.url}/1/msg/get?k=mine&m=0${token && `&token=${token}`}`);
        return [response.status, await response.json()];
      };
      expect(await read(await connectionToken({ key: "mine" }))).toEqual([
        200,
        { data: { msgs: [{ msg: 1, mid: 1, gid: 0 }] }, ret: 0 },
      ]);
      for (const token of [
        "",
        `${(await connectionToken({ key: "mine" })).slice(0, -4)}AAAA`,
        await connectionToken({ key: "other" }),
        await connectionToken({ key: "mine" }, -60),
      ]) {
        expect(await read(token)).toEqual([401, { ret: 65534 }]);
      }
    } finally {
      await strict.stop();
    }
  });

  test("a message with expire 0 reaches who is there, with a mid, and soon nobody else", async () => {
    const key = unique("now");
    const client = await gopushIn(world, "TCP", key);
    expect(await send(`/1/admin/push/private?key=${key}&expire=0`, '"now"')).toEqual({ ret: 0 });
    await expect.poll(() => client.messages()).toEqual([{ msg: "now", mid: 1, gid: 0 }]);
    await expect.poll(() => json(`/1/msg/get?k=${key}&m=0`)).toEqual({ ret: 0 });
    client.close();
  });

  test.each([
    ["/1/admin/push/private?key=k", '"no expire"'],
    ["/1/admin/push/private?key=k&expire=-1", '"x"'],
    ["/1/admin/push/private?key=k&expire=x", '"x"'],
    ["/1/admin/push/private?expire=1", '"no key"'],
    ["/1/admin/push/private?key=k&expire=1", "no JSON"],
    ["/1/admin/push/private?key=k&expire=1", JSON.stringify("x".repeat(70_000))],
    ["/1/admin/push/mprivate?expire=1", "no JSON"],
    ["/1/admin/push/mprivate?expire=1", "null"],
    ["/1/admin/push/mprivate?expire=1", '{"m":"1"}'],
    ["/1/admin/push/mprivate?expire=1", '{"k":"a"}'],
    ["/1/admin/push/mprivate?expire=1", '{"m":"{","k":"a"}'],
    ["/1/admin/push/mprivate?expire=1", '{"m":1,"k":"a"}'],
    ["/1/admin/push/mprivate?expire=1", '{"m":"1","k":"a,,b"}'],
    [
      "/1/admin/push/mprivate?expire=1",
      JSON.stringify({ m: "1", k: Array.from({ length: 1_001 }, (_, n) => n).join() }),
    ],
    ["/1/admin/msg/del", "key="],
    ["/1/admin/msg/del", "nothing"],
  ])("POST %s is refused: 65534", async (path, body) => {
    expect(await send(path, body)).toEqual({ ret: 65534 });
  });

  test("a callback must be a name and no more", async () => {
    const { text, type } = await ask("/1/time/get?cb=app.on_time");
    expect(type).toBe("text/javascript; charset=utf-8");
    expect(text).toMatch(/^\/\*\*\/app\.on_time\(\{"data":\{"timeid":\d+\},"ret":0\}\)$/);
    for (const cb of [
      "alert(1)//",
      "a;b",
      "<script>",
      "a-b",
      "a b",
      "a..b",
      "1a",
      ".a",
      "a\n",
      "a".repeat(65),
      "x=1",
      "a[0]",
      "ä",
    ]) {
      const refused = await ask(`/1/time/get?cb=${encodeURIComponent(cb)}`);
      expect([refused.type, refused.text]).toEqual(["application/json", '{"ret":65534}']);
    }
  });

  test("no reply to a callback closes the script that it stands in", async () => {
    const key = unique("script");
    await send(`/1/admin/push/private?key=${key}&expire=60`, '"</script><script>alert(1)"');
    const { text } = await ask(`/1/msg/get?k=${key}&m=0&cb=f`);
    expect(text).not.toContain("<");
    expect(JSON.parse(text.slice("/**/f(".length, -1)).data.msgs[0].msg).toBe("</script><script>alert(1)");
  });

  test("what services push through is for them alone, and by its method alone", async () => {
    for (const path of [
      "/1/admin/push/private?key=k&expire=1",
      "/1/admin/push/mprivate?expire=1",
      "/1/admin/msg/del",
    ]) {
      expect((await fetch(world.url + path, { method: "POST", body: "1" })).status).toBe(401);
      expect((await ask(path)).status).toBe(405);
    }
    expect((await post("/1/time/get")).status).toBe(405);
    expect((await ask("/1/admin/push/public")).status).toBe(404);
  });
});

describe("on loopback, where the configuration says so", () => {
  test("needs no token, but a page in a browser does, whoever a proxy speaks for, and a wrong one", async () => {
    const local = await startWorld({ GOIM_OPEN_API: "loopback" });
    try {
      const push = (headers: Record<string, string>) =>
        fetch(`${local.url}/goim/push/keys?keys=k`, { method: "POST", body: "x", headers });
      expect((await push({})).status).toBe(200);
      for (const headers of [
        { origin: "https://evil.example" },
        { "x-forwarded-for": "203.0.113.9" },
        { forwarded: "for=127.0.0.1" },
        { "x-real-ip": "127.0.0.1" },
        { via: "1.1 proxy" },
      ]) {
        expect((await push(headers as Record<string, string>)).status).toBe(401);
      }
      expect((await push({ authorization: "Bearer wrong-wrong-wrong-wrong" })).status).toBe(401);
      const gopush = await fetch(`${local.url}/1/admin/push/private?key=k&expire=1`, { method: "POST", body: "1" });
      expect(await gopush.json()).toEqual({ ret: 0 });
    } finally {
      await local.stop();
    }
  });
});
