import { describe, expect, test } from "vitest";
import { Fault } from "../../../../proto/fault.ts";
import { dial, gate, JSON_HEADERS, PROTO_HEADERS, SERVICE, send, startTestServer, until } from "./server.ts";

const PATH = `${SERVICE}/UpdateProfile`;
const LIVEZ = {
  method: "GET",
  path: "/livez",
  vital: true,
  handle: () => ({ status: 200, headers: {}, body: "ok" }),
} as const;

describe("a body", () => {
  const limits = { messageBytesMax: 1_000 };

  test("up to the limit is taken", async () => {
    const { url } = await startTestServer({ limits });
    const body = JSON.stringify({ nickname: "x".repeat(900) }).padEnd(1_000);
    expect((await send(url, PATH, { headers: JSON_HEADERS, body })).status).toBe(200);
  });

  test.each([
    ["with a length", { "content-length": "1001" }],
    ["in chunks", { "transfer-encoding": "chunked" }],
  ])("beyond the limit %s is refused, and the connection can be used again", async (_, framing) => {
    const { url, port, calls } = await startTestServer({ limits });
    const reply = await send(url, PATH, { headers: { ...JSON_HEADERS, ...framing }, body: " ".repeat(1_001) });
    expect(reply.status).toBe(429);
    expect(reply.json()).toMatchObject({ code: "resource_exhausted" });
    expect(calls()).toMatchObject([{ code: "resource_exhausted" }]);

    const { socket, received } = await dial(port);
    socket.write(`POST ${PATH} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1001\r\n\r\n`);
    await until(() => received().includes("resource_exhausted"));
    socket.write(" ".repeat(1_001));
    socket.write(`POST ${PATH} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}`);
    await until(() => received().includes("HTTP/1.1 200"));
  });

  test("that is refused and never ends is cut off", async () => {
    const { port } = await startTestServer({ limits: { ...limits, discardBytesMax: 100_000 } });
    const { socket, closed, received } = await dial(port);
    socket.write(
      `POST ${PATH} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000000000\r\n\r\n`,
    );
    await until(() => received().includes("resource_exhausted"));
    const flood = setInterval(() => socket.write(" ".repeat(20_000)), 1);
    await closed;
    clearInterval(flood);
  });

  test("is refused while others fill the memory, and taken when they are gone", async () => {
    const { port, url } = await startTestServer({ limits: { bufferedBytesMax: 10_000 } });
    const { socket, closed } = await dial(port);
    socket.write(`POST ${PATH} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 20000\r\n\r\n`);
    socket.write(" ".repeat(9_000));
    const half = () =>
      send(url, PATH, { headers: { ...JSON_HEADERS, "transfer-encoding": "chunked" }, body: `{}${" ".repeat(3_000)}` });
    let refused = await half();
    while (refused.status === 200) refused = await half(); // Until the first 9 000 bytes have arrived.
    expect(refused.status).toBe(503);
    expect(refused.headers["retry-after"]).toBe("1");
    socket.destroy();
    await closed;
    let taken = await half();
    while (taken.status === 503) taken = await half();
    expect(taken.status).toBe(200);
  });

  test("that waits for leave is asked for when it will be taken, and not when it will not", async () => {
    const { port } = await startTestServer({ limits });
    const head = (length: number) =>
      `POST ${PATH} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nexpect: 100-continue\r\ncontent-length: ${length}\r\n\r\n`;
    const good = await dial(port);
    good.socket.write(head(2));
    await until(() => good.received().includes("HTTP/1.1 100 Continue"));
    good.socket.write("{}");
    await until(() => good.received().includes("HTTP/1.1 200"));
    expect(good.received()).not.toMatch(/connection: close/i);

    const wrong = await dial(port);
    wrong.socket.write(head(2).replace("application/json", "text/plain"));
    expect(await wrong.closed).toMatch(/^HTTP\/1\.1 415.*connection: close/is);
  });
});

describe("a server that is full", () => {
  test("refuses calls with unavailable and Retry-After, but tells that it lives", async () => {
    const started = gate();
    const finish = gate();
    const { url } = await startTestServer({
      limits: { inFlightMax: 1 },
      routes: [LIVEZ],
      handlers: {
        async getProfile() {
          started.open();
          await finish.opened;
          return {};
        },
      },
    });
    const first = send(url, `${SERVICE}/GetProfile`, { headers: PROTO_HEADERS });
    await started.opened;
    const second = await send(url, `${SERVICE}/GetProfile`, { headers: PROTO_HEADERS });
    expect(second.status).toBe(503);
    expect(second.headers["retry-after"]).toBe("1");
    expect(second.json()).toMatchObject({ code: "unavailable" });
    expect((await send(url, "/livez", { method: "GET" })).status).toBe(200);
    finish.open();
    expect((await first).status).toBe(200);
    expect((await send(url, `${SERVICE}/SignOut`, { headers: PROTO_HEADERS })).status).toBe(200);
  });

  test("counts a handler that goes on after its deadline, because it still takes what it takes", async () => {
    const finish = gate();
    const { url } = await startTestServer({
      limits: { inFlightMax: 1 },
      handlers: { getProfile: () => finish.opened.then(() => ({})) },
    });
    const headers = { ...PROTO_HEADERS, "connect-timeout-ms": "10" };
    expect((await send(url, `${SERVICE}/GetProfile`, { headers })).status).toBe(504);
    expect((await send(url, `${SERVICE}/SignOut`, { headers: PROTO_HEADERS })).status).toBe(503);
    finish.open();
    let reply = await send(url, `${SERVICE}/SignOut`, { headers: PROTO_HEADERS });
    while (reply.status === 503) reply = await send(url, `${SERVICE}/SignOut`, { headers: PROTO_HEADERS });
    expect(reply.status).toBe(200);
  });

  test("takes no more connections than its limit, and says so, but not each time", async () => {
    let nowMs = 0;
    const { port, url, log } = await startTestServer({
      limits: { connectionsMax: 2 },
      routes: [LIVEZ],
      monotonicNow: () => nowMs,
    });
    const kept = [await dial(port), await dial(port)];
    for (const { socket, received } of kept) {
      socket.write("GET /livez HTTP/1.1\r\nhost: x\r\n\r\n");
      await until(() => received().includes("ok"));
    }
    const told = () => log().filter((line) => line.level === "warn");
    for (let i = 0; i < 3; i++) await expect(send(url, "/livez", { method: "GET" })).rejects.toThrow();
    expect(told()).toMatchObject([{ connectionsMax: 2, dropped: 1 }]);
    nowMs = 60_000;
    await expect(send(url, "/livez", { method: "GET" })).rejects.toThrow();
    expect(told()).toMatchObject([{ dropped: 1 }, { dropped: 3 }]);
    kept[0]?.socket.destroy();
    await kept[0]?.closed;
    const again = async () => (await send(url, "/livez", { method: "GET" }).catch(() => undefined))?.status;
    while ((await again()) !== 200);
  });
});

describe("a connection that sends without waiting for replies", () => {
  const request = (procedure: string) =>
    `POST ${SERVICE}/${procedure} HTTP/1.1\r\nhost: x\r\ncontent-type: application/proto\r\ncontent-length: 0\r\n\r\n`;

  test("has them all in their order, up to the limit, and goes on", async () => {
    const { port, calls } = await startTestServer({ limits: { pipelinedMax: 4 } });
    const { socket, received } = await dial(port);
    for (const rounds of [1, 2, 3]) {
      socket.write(request("GetProfile").repeat(3) + request("SignOut"));
      await until(() => calls().length === rounds * 4);
    }
    await until(() => received().split("HTTP/1.1 200 ").length === 13);
  });

  test("has what is beyond the limit refused once, and ends; others are served meanwhile", async () => {
    const finish = gate();
    let running = 0;
    const { port, url, calls } = await startTestServer({
      limits: { inFlightMax: 8, pipelinedMax: 4 },
      handlers: {
        async getProfile() {
          running += 1;
          await finish.opened;
          return {};
        },
      },
    });
    const { socket, closed } = await dial(port);
    socket.write(request("GetProfile").repeat(200));
    await until(() => calls().length === 1);
    expect(running).toBe(4);
    expect((await send(url, `${SERVICE}/SignOut`, { headers: PROTO_HEADERS })).status).toBe(200);
    finish.open();
    const statuses = [...(await closed).matchAll(/HTTP\/1\.1 (\d+) /g)].map((match) => match[1]);
    expect(statuses).toEqual(["200", "200", "200", "200", "503"]);
  });

  test("and reads nothing has few replies kept for it", async () => {
    const { port, calls, server } = await startTestServer({
      limits: { pipelinedMax: 4, silenceTimeoutMs: 200 },
      handlers: { getProfile: () => ({ nickname: "x".repeat(8 * 1024 * 1024) }) },
    });
    const { socket } = await dial(port);
    socket.pause();
    socket.write(request("GetProfile").repeat(200));
    await server.stop({ finishTimeoutMs: 600_000 });
    expect(calls()).toHaveLength(5);
  });
});

test("a client that does not read its reply is cut off after a time", async () => {
  const { port, calls, server } = await startTestServer({
    limits: { silenceTimeoutMs: 200 },
    handlers: { getProfile: () => ({ nickname: "x".repeat(32 * 1024 * 1024) }) },
  });
  const { socket } = await dial(port);
  socket.pause();
  socket.write(
    `POST ${SERVICE}/GetProfile HTTP/1.1\r\nhost: x\r\ncontent-type: application/proto\r\ncontent-length: 0\r\n\r\n`,
  );
  await until(() => calls().length === 1);
  // Resolves when no connection is left, which this client alone would prevent for ever.
  expect(await server.stop({ finishTimeoutMs: 600_000 })).toEqual({ aborted: 0 });
});

describe("bytes that are no request, or no whole one", () => {
  test.each([
    ["noise", "\u0016\u0003\u0001\u0002\r\n\r\n", 400],
    ["two lengths", "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n", 400],
    [
      "a length and chunks",
      "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n",
      400,
    ],
    ["headers without end", `GET / HTTP/1.1\r\nhost: x\r\nx-long: ${"x".repeat(40_000)}\r\n\r\n`, 431],
  ])("%s", async (_, bytes, status) => {
    const { port } = await startTestServer();
    const { socket, closed } = await dial(port);
    socket.write(bytes);
    const text = await closed;
    expect(text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(text).toContain("application/problem+json");
  });

  test.each([
    ["headers", `POST ${PATH} HTTP/1.1\r\nhost: x\r\n`, "x-drip: 1\r\n"],
    [
      "a body",
      `POST ${PATH} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n`,
      " ",
    ],
  ])("that drip in as %s are cut off after a time", async (_, head, drop) => {
    const limits = { headersTimeoutMs: 150, requestTimeoutMs: 250, timeoutCheckMs: 50 };
    const { port } = await startTestServer({ limits });
    const { socket, closed } = await dial(port);
    socket.write(head);
    const drip = setInterval(() => socket.write(drop), 20);
    const text = await closed;
    clearInterval(drip);
    expect(text).toMatch(/^HTTP\/1\.1 408 /);
  });
});

test("a server that does not admit calls yet refuses all but the vital", async () => {
  let open = false;
  const { url } = await startTestServer({
    routes: [LIVEZ],
    admit() {
      if (!open) throw new Fault("unavailable", "not yet", { retryAfterSeconds: 1 });
    },
  });
  expect((await send(url, `${SERVICE}/SignOut`, { headers: PROTO_HEADERS })).json()).toMatchObject({
    message: "not yet",
  });
  expect((await send(url, "/livez", { method: "GET" })).status).toBe(200);
  open = true;
  expect((await send(url, `${SERVICE}/SignOut`, { headers: PROTO_HEADERS })).status).toBe(200);
});
