/** What somebody without a right learns of services, and leaves behind on the disk. */
import { readdir } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { call, newService, newToken, publish, startWorld, type World } from "./world.ts";

/** Names that may be looked for in all, and are no services: durable/config/directory.ts. */
const LOOKS_MAX = 1_000;
const AT_ONCE = 50;

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

async function objectFiles(): Promise<number> {
  const names = await readdir(`${world.objectsFolder}/fairway-ConfigObject`);
  return names.filter((name) => /^[0-9a-f]{64}\.sqlite$/.test(name)).length;
}

/** Everything of an answer but when it was made, and which call it was. */
async function answerOf(path: string, init: RequestInit): Promise<unknown[]> {
  const response = await fetch(world.url + path, init);
  const headers = ["content-type", "www-authenticate", "cache-control", "retry-after"];
  return [response.status, headers.map((name) => response.headers.get(name)), await response.text()];
}

async function guess(from: number, count: number): Promise<void> {
  for (let at = from; at < from + count; at += AT_ONCE) {
    const names = Array.from({ length: AT_ONCE }, (_, n) => `guess-${at + n}`);
    await Promise.all(names.map((name) => fetch(`${world.url}/configs/${name}/default/application`)));
  }
}

test("a service that is there and one that is not have one answer, on each way, with each wrong proof", async () => {
  const closed = await newService(world.url);
  await publish(world.url, closed, [{ key: "a", value: "1" }]);
  const token = await newToken(world.url, closed, "read");
  const paths = (name: string) => [
    `/configs/${name}/default/application`,
    `/configfiles/json/${name}/default/application`,
    `/configfiles/${name}/default/application`,
    `/notifications/v2?appId=${name}&cluster=default&notifications=${encodeURIComponent('[{"namespaceName":"application","notificationId":-1}]')}`,
    `/config/v1/${name}/default`,
    `/config/v1/${name}/default?after=3`,
  ];
  const wrong: Record<string, string>[] = [
    {},
    { authorization: "Bearer nonsense" },
    { authorization: `Bearer ${token.slice(0, -2)}zz` },
  ];
  for (const headers of wrong) {
    const there = paths(closed.service);
    for (const [at, path] of paths("there-is-none").entries()) {
      const answer = await answerOf(path, { headers });
      expect(answer, path).toEqual(await answerOf(there[at] ?? "", { headers }));
      expect(answer[0], path).toBe(401);
    }
    const ask = (service: string) =>
      answerOf("/fairway.config.v1.ConfigService/GetTree", {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify({ service: { service } }),
      });
    expect(await ask("there-is-none")).toEqual(await ask(closed.service));
    const flags = (service: string) =>
      answerOf(`/ofrep/${service}/default/ofrep/v1/evaluate/flags`, { method: "POST", headers, body: "{}" });
    expect(await flags("there-is-none")).toEqual(await flags(closed.service));
  }
});

test("guessed names make a thousand objects in the life of an installation, none after that, and none are left after a start", async () => {
  const kept = await newService(world.url);
  await publish(world.url, kept, [{ key: "a", value: "1" }]);
  const token = await newToken(world.url, kept, "read");
  await guess(0, LOOKS_MAX);
  const files = await objectFiles();
  await guess(LOOKS_MAX, 200);
  expect(await objectFiles()).toBe(files);
  await world.restart();
  await guess(2_000, AT_ONCE); // With the first request the edge asks for what it follows itself.
  const left = await objectFiles();
  expect(left).toBeLessThan(10);
  await guess(3_000, 100);
  expect(await objectFiles()).toBe(left);
  const read = await fetch(`${world.url}/configs/${kept.service}/default/application`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(((await read.json()) as { configurations: unknown }).configurations).toEqual({ a: "1" });
  const later = { service: "guess-7", idc: "default" };
  await call(world.url, "CreateService", { service: later });
  await call(world.url, "SetOpen", { service: later, open: true });
  expect((await fetch(`${world.url}/config/v1/guess-7/default`)).status).toBe(404); // Nothing is released yet.
});
