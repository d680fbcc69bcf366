/** Origins that follow their configuration: what is published acts without a restart, and the disk stands in for an edge that is away. */
import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from "vitest";
import type { OriginProcess } from "../../../scripts/origin.ts";
import {
  call,
  edit,
  newService,
  newToken,
  publish,
  type Service,
  startWorld,
  tree,
  type World,
} from "../config/world.ts";
import { deviceId, freshEnv, originWith, passportAt } from "../origin/process.ts";

let world: World;
let service: Service;
let token: string;
let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

beforeEach(async () => {
  service = await newService(world.url);
  token = await newToken(world.url, service, "read");
  const folder = await mkdtemp(join(tmpdir(), "fairway-agent-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  env = await freshEnv({
    CONFIG_URL: world.url,
    CONFIG_TOKEN: token,
    CONFIG_SERVICE: service.service,
    CONFIG_NODE: "origin-1",
    CONFIG_FILE: join(folder, "config.json"),
  });
});

const ttl = (value: string) => ({ section: "passport", key: "accessTokenTtl", type: "VALUE_TYPE_DURATION", value });
const level = (value: string) => ({ section: "log", key: "level", value });

async function expiresIn(origin: OriginProcess): Promise<number> {
  const { expiresInSeconds } = await passportAt([origin.url]).signInGuest({ deviceId: deviceId() });
  return Number(expiresInSeconds);
}

interface NodeView {
  readonly node: string;
  readonly address?: string;
  readonly running?: number;
  readonly target?: number;
  readonly connected?: boolean;
}

async function nodes(): Promise<readonly NodeView[]> {
  return (await call<{ nodes?: NodeView[] }>(world.url, "ListNodes", { service })).nodes ?? [];
}

const lines = (origin: OriginProcess) => origin.log().map((line) => JSON.parse(line) as Record<string, unknown>);
const runs = (origin: OriginProcess) => lines(origin).findLast(({ message }) => message === "configuration")?.version;

test("what is published acts in a running origin, and the status view says that it runs", async () => {
  await publish(world.url, service, [ttl("5m")]);
  const origin = await originWith(env);
  expect(await expiresIn(origin)).toBe(300);
  expect(lines(origin).some(({ level: name }) => name === "debug")).toBe(false);

  await publish(world.url, service, [ttl("90s"), level("debug")]);
  await expect.poll(() => expiresIn(origin)).toBe(90);
  await expect.poll(() => lines(origin).some(({ level: name }) => name === "debug")).toBe(true);
  await expect
    .poll(nodes)
    .toEqual([expect.objectContaining({ node: "origin-1", running: 2, target: 2, connected: true })]);
  const ready = (await (await fetch(`${origin.url}/readyz`)).json()) as Record<string, unknown>;
  expect(ready.configuration).toBe(2);
});

test("a version that the origin cannot take changes nothing of it, and the status view shows that", async () => {
  await publish(world.url, service, [ttl("5m")]);
  const origin = await originWith(env);
  const secret = "a-value-that-belongs-in-no-log";
  await publish(world.url, service, [ttl("90s"), level(secret)]);
  await expect.poll(() => lines(origin).filter(({ level: name }) => name === "error")).toHaveLength(1);
  const [line] = lines(origin).filter(({ level: name }) => name === "error");
  expect(line).toMatchObject({
    version: 2,
    running: 1,
    flaws: ["log/level: one of debug, info, warn, error, silent expected"],
  });
  expect(origin.log().join("\n")).not.toContain(secret);
  expect(await expiresIn(origin)).toBe(300);
  await expect.poll(nodes).toEqual([expect.objectContaining({ running: 1, target: 2 })]);

  await publish(world.url, service, [ttl("90s"), level("warn")]);
  await expect.poll(nodes).toEqual([expect.objectContaining({ running: 3, target: 3 })]);
  expect(await expiresIn(origin)).toBe(90);
});

test("an origin starts from its disk while the edge is away, and follows again when it is back", async () => {
  await publish(world.url, service, [ttl("5m"), { key: "password", value: "hunter2-hunter2", secret: true }]);
  const first = await originWith(env);
  expect(await expiresIn(first)).toBe(300);
  await expect.poll(() => stat(env.CONFIG_FILE ?? "").then(({ mode }) => mode & 0o777)).toBe(0o600);
  await first.kill();
  const text = await readFile(env.CONFIG_FILE ?? "", "utf8");
  expect(text).not.toMatch(/hunter2|5m|accessTokenTtl/);

  await world.kill();
  const second = await originWith(env);
  expect(lines(second).find(({ message }) => message === "configuration")).toMatchObject({ version: 1, from: "disk" });
  expect(await expiresIn(second)).toBe(300);
  await world.startAgain();
  await publish(world.url, service, [ttl("90s")]);
  await expect.poll(() => expiresIn(second)).toBe(90);
  await expect.poll(async () => JSON.parse(await readFile(env.CONFIG_FILE ?? "", "utf8")).version).toBe(2);
  expect(await second.stop()).toBe(0);
});

test.each([
  [
    "damaged",
    async (path: string) => await writeFile(path, (await readFile(path, "utf8")).replace('"sealed":"A', '"sealed":"B')),
  ],
  ["cut off", async (path: string) => await writeFile(path, (await readFile(path, "utf8")).slice(0, 100))],
  ["empty", async (path: string) => await writeFile(path, "")],
])(
  "a file that is %s is told of and left alone: the origin starts with what its environment says",
  async (_what, harm) => {
    await publish(world.url, service, [ttl("5m")]);
    const first = await originWith(env);
    await expect.poll(() => stat(env.CONFIG_FILE ?? "").then(({ size }) => size)).toBeGreaterThan(0);
    await first.kill();
    await harm(env.CONFIG_FILE ?? "");
    await world.kill();
    const second = await originWith(env);
    expect(lines(second).map(({ message }) => message)).toContain("the configuration on disk cannot be used");
    expect(await expiresIn(second)).toBe(600);
    await world.startAgain();
    await expect.poll(() => expiresIn(second)).toBe(300);
  },
);

test("a file that another key has sealed is not opened", async () => {
  await publish(world.url, service, [ttl("5m")]);
  const first = await originWith(env);
  await expect.poll(() => stat(env.CONFIG_FILE ?? "").then(({ size }) => size)).toBeGreaterThan(0);
  await first.kill();
  const other = await freshEnv({ CONFIG_URL: "http://127.0.0.1:9", CONFIG_SERVICE: service.service });
  const second = await originWith({
    ...other,
    CONFIG_FILE: env.CONFIG_FILE ?? "",
    KEY_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
  });
  const told = lines(second).find(({ message }) => message === "the configuration on disk cannot be used");
  expect(JSON.stringify(told)).toContain("another KEY_ENCRYPTION_KEY");
  expect(await expiresIn(second)).toBe(600);
});

test("a wrong token is told of once, and the origin serves all the same", async () => {
  await publish(world.url, service, [ttl("5m")]);
  const origin = await originWith({ ...env, CONFIG_TOKEN: `${token.slice(0, -1)}!` });
  expect(await expiresIn(origin)).toBe(600);
  const told = lines(origin).filter(({ message }) =>
    String(message).startsWith("the configuration cannot be followed"),
  );
  expect(told).toHaveLength(1);
  expect(JSON.stringify(told)).toContain("401");
  expect(origin.log().join("\n")).not.toContain(token.slice(-20, -1));
});

test("a service that nothing is released of yet, and one that is not there yet, are followed from their first release on", async () => {
  const early = await originWith(env);
  const place = { service: "made-later", idc: "default" };
  const earlier = await originWith({
    ...env,
    CONFIG_SERVICE: place.service,
    CONFIG_FILE: `${env.CONFIG_FILE}.2`,
    CONFIG_TOKEN: "",
  });
  await publish(world.url, service, [ttl("5m")]);
  await expect.poll(() => expiresIn(early)).toBe(300);
  await call(world.url, "CreateService", { service: place });
  await call(world.url, "SetOpen", { service: place, open: true });
  await publish(world.url, place, [ttl("2m")]);
  await expect.poll(() => expiresIn(earlier)).toBe(120);
});

test("where no socket gets through, held questions tell of each release", async () => {
  const target = new URL(world.url);
  const proxy = createServer((incoming, outgoing) => {
    const onward = httpRequest(
      { host: target.hostname, port: target.port, path: incoming.url, headers: incoming.headers },
      (reply) => {
        outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
        reply.pipe(outgoing);
      },
    );
    onward.on("error", () => outgoing.destroy());
    incoming.pipe(onward);
  });
  proxy.on("upgrade", (_request, socket) => socket.end("HTTP/1.1 502 Bad Gateway\r\nconnection: close\r\n\r\n"));
  await new Promise<void>((settle) => proxy.listen(0, "127.0.0.1", settle));
  onTestFinished(() => {
    proxy.closeAllConnections();
    proxy.close();
  });
  await publish(world.url, service, [ttl("5m")]);
  const origin = await originWith({ ...env, CONFIG_URL: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` });
  expect(await expiresIn(origin)).toBe(300);
  for (const seconds of [90, 80, 70]) {
    await publish(world.url, service, [ttl(`${seconds}s`)]);
    await expect.poll(() => expiresIn(origin)).toBe(seconds);
  }
  await expect.poll(nodes).toEqual([expect.objectContaining({ running: 4 })]);
});

test("a gray release reaches the origin whose label it names, and no other", async () => {
  await publish(world.url, service, [ttl("5m")]);
  const canary = await originWith({ ...env, CONFIG_LABELS: "tier=canary" });
  const main = await originWith({
    ...env,
    CONFIG_NODE: "origin-2",
    CONFIG_FILE: `${env.CONFIG_FILE}.2`,
    SQLITE_PATH: `${env.SQLITE_PATH}.2`,
  });
  let revision = await edit(world.url, service, [ttl("90s")]);
  await call(world.url, "StartGray", { service, revision, rule: { labels: { tier: "canary" } } });
  await expect.poll(() => runs(canary)).toBe(2);
  expect([await expiresIn(canary), await expiresIn(main)]).toEqual([90, 300]);
  revision = (await tree(world.url, service)).revision ?? 0;
  await call(world.url, "Abandon", { service, revision });
  await expect.poll(() => runs(canary)).toBe(3);
  expect([await expiresIn(canary), await expiresIn(main)]).toEqual([300, 300]);
});
