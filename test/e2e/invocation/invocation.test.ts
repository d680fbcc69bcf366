/**
 * Requests that wait for one another, in code that V8 has compiled: what follows a wait must run in the invocation of the one who waited, or
 * its reply is a bare 500. V8 compiles after some ten thousand calls, and here after a few.
 */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startEdge } from "../../../scripts/serve.ts";
import type { Workerd } from "../../../scripts/workerd.ts";
import { call, newService, OPS_TOKEN, publish } from "../config/world.ts";
import { registration } from "../registry/world.ts";

const CLIENTS = 40;
const ROUNDS = 12;
/** Longer than a call is young: the watch of edge/upstream/late-deadline.ts wakes it. */
const SLOW_MS = 300;

let origin: Server;
let edge: Workerd;

beforeAll(async () => {
  origin = createServer((request, response) => {
    if (request.url === "/slow") {
      setTimeout(() => response.end("slow"), SLOW_MS);
      return;
    }
    const whole = request.url?.startsWith("/whole") === true;
    response.writeHead(200, { "cache-control": "max-age=60", ...(whole ? { "content-length": 10 } : {}) });
    response.write("first");
    setTimeout(() => response.end("-last"), 20); // So that the others come while it is under way.
  });
  await new Promise<void>((settle) => origin.listen(0, "127.0.0.1", settle));
  const urls = [`http://127.0.0.1:${(origin.address() as AddressInfo).port}`];
  edge = await startEdge({
    port: 0,
    module: inject("edgeModule"),
    v8Flags: ["--jit-fuzzing"],
    bindings: { OPS_TOKEN, PROTOCOLS: '{"config":true,"apollo":true,"discovery":true}' },
    routes: JSON.stringify({
      upstreams: { api: { urls }, narrow: { urls, concurrency: { max: 4 } } },
      routes: [
        { name: "all", match: { path: "/{rest...}" }, upstream: "api" },
        { name: "slow", match: { path: "/slow" }, upstream: "api", cache: false },
        { name: "narrow", match: { path: "/narrow" }, upstream: "narrow", cache: false },
      ],
    }),
    stdout: "ignore",
  });
});

afterAll(async () => {
  await edge.stop();
  origin.closeAllConnections();
  await new Promise<void>((settle) => origin.close(() => settle()));
});

/** Asks as many clients at a time as there are. @returns what they were answered, each answer once */
async function answersTo(path: string, meanwhile?: () => Promise<unknown>): Promise<string[]> {
  const headers = { authorization: `Bearer ${OPS_TOKEN}` };
  const ask = async () => {
    const response = await fetch(edge.url + path, path.startsWith("/discovery") ? { headers } : {});
    return `${response.status} ${await response.text()}`;
  };
  const asked = Array.from({ length: CLIENTS }, ask);
  await meanwhile?.();
  return [...new Set(await Promise.all(asked))];
}

test("long polls for a configuration that one question answers, and the reads behind them", async () => {
  const service = await newService(edge.url);
  await call(edge.url, "SetOpen", { service, open: true });
  let notificationId = -1;
  for (let round = 0; round < ROUNDS; round++) {
    const notifications = encodeURIComponent(JSON.stringify([{ namespaceName: "application", notificationId }]));
    const query = `appId=${service.service}&cluster=default&notifications=${notifications}`;
    const [news, ...others] = await answersTo(`/notifications/v2?${query}`, () =>
      publish(edge.url, service, [{ key: "a", value: String(round) }]),
    );
    expect([news?.slice(0, 4), others]).toEqual(["200 ", []]);
    notificationId = (JSON.parse(news?.slice(4) ?? "") as { notificationId: number }[])[0]?.notificationId ?? 0;
    const read = await answersTo(`/configs/${service.service}/default/application`);
    expect(read).toEqual([expect.stringContaining(`"configurations":{"a":"${round}"}`)]);
  }
});

test("polls of the registry that fetch one list together", async () => {
  const register = async (hostname: string) => {
    const body = new URLSearchParams(registration("shop.cart", hostname));
    const headers = { authorization: `Bearer ${OPS_TOKEN}` };
    const response = await fetch(`${edge.url}/discovery/register`, { method: "POST", body, headers });
    expect(await response.json()).toMatchObject({ code: 0 });
  };
  await register("node-first");
  let latest = "0";
  for (let round = 0; round < ROUNDS; round++) {
    const query = `env=test&hostname=me&appid=shop.cart&latest_timestamp=${latest}`;
    const answers = await answersTo(`/discovery/polls?${query}`, () => register(`node-${round}`));
    for (const answer of answers) expect(answer).toMatch(/^200 \{"code":0,/);
    latest = answers.map((answer) => answer.match(/"latest_timestamp":(\d+)\}\}?[,}]/)?.[1] ?? "").sort()[0] ?? "";
  }
});

test.each(["/whole", "/stream"])("requests that the cache collapses into one: %s", async (path) => {
  for (let round = 0; round < ROUNDS; round++) expect(await answersTo(`${path}/${round}`)).toEqual(["200 first-last"]);
});

test("requests that wait until their upstream has room", async () => {
  const all = new Set<string>();
  for (let round = 0; round < ROUNDS; round++)
    for (const answer of await answersTo("/narrow")) all.add(answer.slice(0, 4));
  all.delete("503 "); // Some wait for too long.
  expect([...all]).toEqual(["200 "]);
});

test("plain calls that turn out to be slow", async () => {
  for (let round = 0; round < ROUNDS / 2; round++) expect(await answersTo("/slow")).toEqual(["200 slow"]);
});
