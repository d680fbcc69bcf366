import { describe, expect, onTestFinished, test } from "vitest";
import { type HealthOptions, health } from "../../../../origin/health/health.ts";
import { rpcChannel, rpcClient, rpcServer } from "../../../../origin/rpc/rpc.ts";
import { Fault } from "../../../../proto/fault.ts";
import { Health } from "../../../../proto/gen/health.contract.ts";
import { memoryLog, send } from "../rpc/server.ts";

async function serve(options: Partial<HealthOptions> = {}) {
  const room = health({ checks: {}, services: ["x.y.Service"], limits: { freshMs: 0 }, ...options });
  const { log, lines } = memoryLog();
  const server = rpcServer({ services: [room.service], routes: room.routes, identify: () => undefined, log });
  const { port } = await server.listen({ host: "127.0.0.1", port: 0 });
  const url = `http://127.0.0.1:${port}`;
  const channel = rpcChannel({ baseUrls: [url] });
  onTestFinished(async () => {
    await channel.close();
    await server.stop({ finishTimeoutMs: 0 });
  });
  const get = async (path: string) => {
    const { status, json } = await send(url, path, { method: "GET" });
    return { status, body: json() };
  };
  return { room, url, get, lines, client: rpcClient(Health, channel) };
}

const down = () => Promise.reject(new Fault("unavailable", "the database is away", { cause: new Error("10.1.2.3") }));

describe("readyz", () => {
  test("is 200 when every check passes", async () => {
    const { get } = await serve({ checks: { store: async () => undefined }, notes: () => ({ redis: "up" }) });
    expect(await get("/readyz")).toEqual({ status: 200, body: { status: "ready", redis: "up" } });
  });

  test("is 503 with what is wrong, and nothing of its cause", async () => {
    const checks = {
      store: down,
      other: () => Promise.reject(new Error("password 1234")),
      good: async () => undefined,
    };
    const { get } = await serve({ checks });
    expect(await get("/readyz")).toEqual({
      status: 503,
      body: { status: "not ready", flaws: ["store: the database is away", "other: internal error"] },
    });
  });

  test("does not wait for a check that hangs", async () => {
    const checks = { store: () => new Promise<never>(() => undefined) };
    const { get } = await serve({ checks, limits: { freshMs: 0, checkTimeoutMs: 20 } });
    expect(await get("/readyz")).toMatchObject({ status: 503, body: { flaws: ["store: no answer within 20 ms"] } });
  });

  test("asks once, however many ask it, and again when the answer is old", async () => {
    let asked = 0;
    let nowMs = 0;
    const room = health({
      checks: { store: async () => void asked++ },
      services: [],
      monotonicNow: () => nowMs,
      limits: { freshMs: 1_000 },
    });
    await Promise.all(Array.from({ length: 10 }, () => room.flaws()));
    expect(asked).toBe(1);
    nowMs = 999;
    await room.flaws();
    expect(asked).toBe(1);
    nowMs = 1_000;
    await room.flaws();
    expect(asked).toBe(2);
  });

  test("recovers with what it checks", async () => {
    let up = false;
    const { get } = await serve({ checks: { store: () => (up ? Promise.resolve() : down()) } });
    expect((await get("/readyz")).status).toBe(503);
    up = true;
    expect((await get("/readyz")).status).toBe(200);
  });

  test("fails at once when the server is to stop, while livez does not", async () => {
    const { room, get } = await serve({ limits: { freshMs: 60_000 } });
    expect((await get("/readyz")).status).toBe(200);
    room.stop();
    expect(await get("/readyz")).toEqual({ status: 503, body: { status: "not ready", flaws: ["stopping"] } });
    expect(await get("/livez")).toEqual({ status: 200, body: { status: "ok" } });
  });
});

test("livez answers whatever the checks say, to HEAD too, and to nothing else", async () => {
  const { get, url } = await serve({ checks: { store: down } });
  expect((await get("/livez")).status).toBe(200);
  const head = await send(url, "/livez", { method: "HEAD" });
  expect([head.status, head.body.length]).toEqual([200, 0]);
  const post = await send(url, "/livez", { method: "POST" });
  expect([post.status, post.headers.allow]).toEqual([405, "GET, HEAD"]);
});

test("what asks for health is not in the log at its usual level", async () => {
  const { get, lines, client } = await serve();
  await get("/livez");
  await client.check({});
  expect(lines()).toEqual([]);
});

describe("grpc.health.v1", () => {
  test.each(["", "x.y.Service"])("Check of %j serves while the server is ready", async (service) => {
    let up = true;
    const { client } = await serve({ checks: { store: () => (up ? Promise.resolve() : down()) } });
    expect(await client.check({ service })).toEqual({ status: 1 });
    up = false;
    expect(await client.check({ service })).toEqual({ status: 2 });
  });

  test("Check of an unknown service is not_found", async () => {
    const { client } = await serve();
    await expect(client.check({ service: "x.y.Other" })).rejects.toMatchObject({ code: "not_found" });
  });
});
