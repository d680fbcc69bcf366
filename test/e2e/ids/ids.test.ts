/** Ids from the edge as it ships, on workerd: over HTTP, over RPC, in a batch, and into an origin. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type EdgeIds, edgeIds } from "../../../origin/ids/ids.ts";
import { rpcChannel, rpcClient } from "../../../origin/rpc/rpc.ts";
import { IdService } from "../../../proto/gen/ids.contract.ts";
import { idsOf } from "../../../proto/sequence.ts";
import { describeSnowflake, EPOCH_GOSNOWFLAKE_MS } from "../../../proto/snowflake.ts";
import { buildEdge } from "../../../scripts/build-edge.ts";
import { startOrigin } from "../../../scripts/origin.ts";
import { startEdge } from "../../../scripts/serve.ts";
import type { Workerd } from "../../../scripts/workerd.ts";
import { createClient } from "../../../sdk/client.ts";

const TOKEN = "a-service-token-of-29-letters";
const OPS_TOKEN = "an-operator-token-of-its-own";
const IDENTITY_KEY = Buffer.alloc(32, "k").toString("base64");

let folder: string;
let module: string;
let edge: Workerd;
const channels: { close(): Promise<void> }[] = [];

function start(bindings: Record<string, string> = {}, objects = "objects", port = 0): Promise<Workerd> {
  return startEdge({
    port,
    module,
    objectsFolder: join(folder, objects),
    bindings: { IDENTITY_KEY, PROTOCOLS: '{"ids":true}', IDS_TOKENS: TOKEN, OPS_TOKEN, ...bindings },
    stdout: "ignore",
    stderr: "ignore",
  });
}

function client(url = edge.url) {
  const channel = rpcChannel({ baseUrls: [url] });
  channels.push(channel);
  return rpcClient(IdService, channel);
}

const bearer = (token = TOKEN) => ({ headers: { authorization: `Bearer ${token}` } });
const ask = (path: string, init: RequestInit = bearer(), url = edge.url) => fetch(url + path, init);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fairway-ids-"));
  module = await buildEdge(join(folder, "edge"));
  edge = await start();
});

afterAll(async () => {
  await Promise.all(channels.map((channel) => channel.close()));
  await edge?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe("GET /ids", () => {
  test("gives as many as are asked for, as decimal strings that nothing loses a digit of", async () => {
    const response = await ask("/ids?n=1000");
    expect(response.headers.get("cache-control")).toBe("no-store");
    const { ids } = (await response.json()) as { ids: string[] };
    expect(ids).toHaveLength(1_000);
    expect(ids.every((id) => /^[1-9]\d{18}$/.test(id))).toBe(true);
    // What elsewhere went through parseInt: most ids are no numbers of JavaScript any more.
    expect(new Set(ids.map(BigInt)).size).toBe(1_000);
    expect(new Set(ids.map(Number)).size).toBeLessThan(1_000);
    expect(describeSnowflake(BigInt(ids[0] ?? "")).datacenterId).toBe(1);
  });

  test("gives one where nobody says how many, and lines of text where those are wanted", async () => {
    const headers = { ...bearer().headers, accept: "text/plain" };
    const response = await ask("/ids", { headers });
    expect(response.headers.get("content-type")).toBe("text/plain;charset=utf-8");
    expect(await response.text()).toMatch(/^\d{19}\n$/);
    expect((await (await ask("/ids?n=3", { method: "POST", headers })).text()).split("\n")).toHaveLength(4);
  });

  test.each([
    ["/ids?n=0", 400],
    ["/ids?n=100001", 400],
    ["/ids?n=-1", 400],
    ["/ids?n=1e3", 400],
    ["/ids?n=", 400],
    ["/ids?n=99999999999999999999", 400],
    ["/ids?worker=4", 400],
    ["/ids?worker=x", 400],
  ])("%s is answered with %i", async (path, status) => {
    const response = await ask(path);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code: "invalid_argument" });
  });

  test("may be asked of one worker", async () => {
    const { ids } = (await (await ask("/ids?n=2&worker=3")).json()) as { ids: string[] };
    expect(ids.map((id) => describeSnowflake(BigInt(id)).workerId)).toEqual([3, 3]);
  });

  test("is neither DELETE nor HEAD", async () => {
    for (const method of ["DELETE", "HEAD"]) {
      const response = await ask("/ids", { ...bearer(), method });
      expect(response.status).toBe(405);
      expect(response.headers.get("allow")).toBe("GET, POST");
    }
  });

  test("is for services and operators", async () => {
    expect((await ask("/ids", {})).status).toBe(401);
    expect((await ask("/ids", bearer("another-service-token-than-ours"))).status).toBe(401);
    expect((await ask("/ids", bearer(OPS_TOKEN))).status).toBe(200);
  });
});

describe("IdService", () => {
  test("gives single ids, lists and runs in protobuf, and all of them rise", async () => {
    const ids = client();
    const { id } = await ids.nextId({ worker: 2 }, bearer());
    const list = await ids.nextIds({ count: 5_000, worker: 2 }, bearer());
    const { runs } = await ids.nextIds({ count: 100_000, asRuns: true, worker: 2 }, bearer());
    const all = [id, ...list.ids, ...idsOf(runs)];
    expect(all).toHaveLength(105_001);
    for (const [at, each] of all.entries()) {
      if (at > 0 && each <= (all[at - 1] ?? 0n)) expect.fail(`${each} does not rise`);
    }
  });

  test("describes any id, by the epoch of the edge", async () => {
    const id = 2_124_602_658_286_338_048n;
    const { timestampMs, ...parts } = describeSnowflake(id);
    expect(await client().describe({ id })).toEqual({
      datacenter: parts.datacenterId,
      worker: parts.workerId,
      sequence: parts.sequence,
      time: { seconds: BigInt(Math.floor(timestampMs / 1_000)), nanos: (timestampMs % 1_000) * 1_000_000 },
    });
    await expect(client().describe({ id: 1n << 63n })).rejects.toMatchObject({ code: "invalid_argument" });
  });

  test("takes no id as a JSON number that has lost digits", async () => {
    const init = (body: string) => ({ method: "POST", headers: { "content-type": "application/json" }, body });
    const path = "/fairway.ids.v1.IdService/Describe";
    expect((await ask(path, init('{"id":2124602658286338048}'))).status).toBe(400);
    expect((await ask(path, init('{"id":"2124602658286338048"}'))).status).toBe(200);
  });

  test("tells its workers, its clock and that it is there", async () => {
    const ids = client();
    const { datacenter, workers } = await ids.workers({}, bearer());
    expect(datacenter).toBe(1);
    expect(workers.map(({ worker, reachable }) => [worker, reachable])).toEqual([0, 1, 2, 3].map((at) => [at, true]));
    const { seconds, ms } = await ids.timestamp({});
    expect(Math.abs(Number(ms) - Date.now())).toBeLessThan(10_000);
    expect(seconds).toBe(ms / 1_000n);
    expect(await ids.ping({})).toEqual({});
  });

  test.each([0, 100_001])("refuses %i ids", async (count) => {
    await expect(client().nextIds({ count }, bearer())).rejects.toMatchObject({ code: "invalid_argument" });
  });

  test("gives nothing to who has no token", async () => {
    await expect(client().nextId({})).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(client().workers({})).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("answers items of a batch, each with ids of its own", async () => {
    const requests = ["a", "b", "c"].map((id) => ({
      id,
      method: "POST",
      url: "/fairway.ids.v1.IdService/NextIds",
      headers: { "content-type": "application/json" },
      body: { count: 2 },
    }));
    const response = await ask("/$batch", {
      method: "POST",
      headers: { ...bearer().headers, "content-type": "application/json" },
      body: JSON.stringify({ requests }),
    });
    const { responses } = (await response.json()) as { responses: { status: number; body: { ids: string[] } }[] };
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(responses.flatMap(({ body }) => body.ids)).size).toBe(6);
  });

  test("is a call of the SDK", async () => {
    const sdk = createClient({ baseUrl: edge.url, fetch: (url, init) => fetch(url, withToken(init)) });
    const { ids } = await sdk.rpc(IdService).nextIds({ count: 3 });
    expect(new Set(ids).size).toBe(3);
  });
});

/** As the backend of an app might: its SDK has no token of its own. */
function withToken(init: RequestInit | undefined): RequestInit {
  const headers = new Headers(init?.headers);
  headers.set("authorization", bearer().headers.authorization);
  return { ...init, headers };
}

test("epoch and datacenter are those of the configuration, and what is not mounted is not there", async () => {
  const bindings = { IDS_DATACENTER: "31", IDS_WORKERS: "31", IDS_EPOCH_MS: String(EPOCH_GOSNOWFLAKE_MS) };
  const other = await start(bindings, "others");
  const without = await start({ PROTOCOLS: "{}" }, "none");
  try {
    const { id } = await client(other.url).nextId({}, bearer());
    const { datacenterId, workerId, timestampMs } = describeSnowflake(id, EPOCH_GOSNOWFLAKE_MS);
    expect([datacenterId, workerId]).toEqual([31, 31]);
    expect(Math.abs(timestampMs - Date.now())).toBeLessThan(10_000);
    expect((await ask("/ids", bearer(), without.url)).status).toBe(404);
    const call = await ask("/fairway.ids.v1.IdService/Ping", { method: "POST" }, without.url);
    expect(call.status).toBe(501);
    expect(await call.json()).toMatchObject({ code: "unimplemented" });
  } finally {
    await Promise.all([other.stop(), without.stop()]);
  }
});

describe("a restart", () => {
  test("after kill -9 goes on behind what was leased", async () => {
    let killed = await start({}, "killed");
    let last = 0n;
    for (let round = 0; round < 3; round++) {
      const { runs } = await client(killed.url).nextIds({ count: 10_000, asRuns: true, worker: 0 }, bearer());
      expect(runs[0]?.start).toBeGreaterThan(last);
      last = runs.at(-1)?.start ?? 0n;
      await killed.kill();
      killed = await start({}, "killed");
    }
    await killed.stop();
  });
});

describe("an origin", () => {
  let ids: EdgeIds | undefined;
  const silent = { warn: () => undefined };

  test("takes ids one by one without waiting, and goes on while the edge is away and after it came back", async () => {
    let mine = await start({}, "mine");
    ids = edgeIds({ edgeUrl: mine.url, token: TOKEN, holdMs: 60_000, log: silent });
    try {
      expect(await ids.ready(10_000)).toBe(true);
      const seen = new Set(Array.from({ length: 4_000 }, () => ids?.next()));
      await mine.kill();
      for (let count = 0; count < 4_000; count++) seen.add(ids.next());
      expect(seen.size).toBe(8_000);
      expect(() => {
        for (;;) seen.add(ids?.next());
      }).toThrow("there are no ids at the moment");
      mine = await start({}, "mine", Number(new URL(mine.url).port));
      await expect.poll(() => ids?.size()).toBeGreaterThan(0);
      expect(seen.has(ids.next())).toBe(false);
    } finally {
      await ids.close();
      await mine.stop();
    }
  });

  test("opens accounts with ids of the edge", async () => {
    const origin = await startOrigin({
      PORT: "0",
      SQLITE_PATH: ":memory:",
      IDENTITY_KEY,
      KEY_ENCRYPTION_KEY: Buffer.alloc(32, "e").toString("base64"),
      DRAIN_GRACE_MS: "0",
      EDGE_URL: edge.url,
      IDS_TOKEN: TOKEN,
      DATACENTER_ID: "0",
    });
    try {
      const response = await fetch(`${origin.url}/fairway.passport.v1.PassportService/SignInGuest`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: '{"deviceId":"a-device-of-ids-0001"}',
      });
      const { uid } = (await response.json()) as { uid: string };
      expect(describeSnowflake(BigInt(uid)).datacenterId).toBe(1);
      const ready = (await (await fetch(`${origin.url}/readyz`)).json()) as { ids: number };
      expect(ready.ids).toBeGreaterThan(5_000);
    } finally {
      await origin.stop();
    }
  });
});
