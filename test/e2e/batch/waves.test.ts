/** Items that travel together to an upstream that takes batches, and what becomes of them when it fails. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { batchWriter } from "../../../proto/batch/batch.ts";
import { open } from "../edge/world.ts";
import { answerOf, answerWave, FRAMES, runItems, startWorld, type World } from "./world.ts";

const THREE = ["a", "b", "c"].map((id) => ({ id, url: `/merging/${id}` }));
const WITH_POST = [...THREE, { id: "w", url: "/merging/w", method: "POST", body: { n: 1 } }];

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  await world?.stop();
});
beforeEach(() => {
  world.merging.onWave = answerWave;
  world.merging.waves.length = 0;
  world.merging.alone.length = 0;
});

const urlsOf = () => world.merging.waves.map((items) => items.map(({ url }) => url));
const aloneUrls = () => world.merging.alone.map(({ url }) => url).sort();

describe("items for an upstream that takes batches", () => {
  test("travel in one request, each with its trace, its time and the client's address", async () => {
    const trace = "4bf92f3577b34da6a3ce929d0e0e4737";
    const replies = await runItems(world, WITH_POST, { traceparent: `00-${trace}-00f067aa0ba902b7-01` });
    expect(Object.values(replies).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(urlsOf()).toEqual([["/merging/a", "/merging/b", "/merging/c", "/merging/w"]]);
    expect(world.merging.alone).toEqual([]);
    const [items = []] = world.merging.waves;
    const spans = items.map(({ headers, timeoutMs }) => {
      const fields = Object.fromEntries(headers);
      expect(timeoutMs).toBe(10_000);
      expect(fields).toMatchObject({ "x-forwarded-for": "127.0.0.1", via: "1.1 fairway" });
      expect(fields.traceparent).toContain(trace);
      return fields.traceparent;
    });
    expect(new Set(spans).size).toBe(4);
    await expect.poll(() => world.edge.log.filter((line) => line.traceId === trace).length).toBe(5);
    const lines = world.edge.log.filter((line) => line.traceId === trace && line.item !== undefined);
    for (const line of lines)
      expect(line).toMatchObject({ upstream: "merging", address: world.merging.url, attempts: 1 });
  });

  test("travel in waves, one for each moment in which some get ready", async () => {
    await runItems(world, [
      ...THREE,
      { id: "d", url: "/merging/d", dependsOn: ["a"] },
      { id: "e", url: "/merging/e", dependsOn: ["b", "c"] },
      { id: "f", url: "/merging/f", dependsOn: ["e"] },
    ]);
    expect(urlsOf()).toEqual([
      ["/merging/a", "/merging/b", "/merging/c"],
      ["/merging/d", "/merging/e"],
    ]);
    expect(aloneUrls()).toEqual(["/merging/f"]);
  });

  test("travel beside those for other upstreams", async () => {
    const replies = await runItems(world, [...THREE, { id: "p", url: "/plain/p" }]);
    expect(replies.p?.status).toBe(200);
    expect(urlsOf()).toEqual([["/merging/a", "/merging/b", "/merging/c"]]);
  });

  test("use the same connection again", async () => {
    const ports = new Set<number | undefined>();
    world.merging.onWave = (items, response, request) => {
      ports.add(request.socket.remotePort);
      answerWave(items, response, request);
    };
    for (let turn = 0; turn < 5; turn++) await runItems(world, THREE);
    expect(ports.size).toBeLessThan(5);
  });

  test("are answered to the client as they come from the upstream", async () => {
    const release = Promise.withResolvers<void>();
    world.merging.onWave = async (items, response) => {
      const writer = batchWriter("frames");
      const [first, ...rest] = items.map(answerOf);
      response.writeHead(200, { "content-type": FRAMES });
      response.write(writer.write(first === undefined ? [] : [first]));
      await release.promise;
      response.end(writer.write(rest));
    };
    const response = await open(world.edge.url, "/$batch", {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/jsonl" },
      body: JSON.stringify({ requests: THREE }),
    });
    const chunks: string[][] = [];
    for await (const chunk of response) {
      const lines = String(chunk).trim().split("\n");
      chunks.push(lines.map((line) => JSON.parse(line).id));
      release.resolve();
    }
    expect(chunks).toEqual([["a"], ["b", "c"]]);
  });
});

describe("an upstream that dies in the middle of its replies", () => {
  test.each<[string, (frame: Uint8Array) => Uint8Array]>([
    ["between two frames", () => new Uint8Array(0)],
    ["in a frame", (frame) => frame.subarray(0, frame.length - 3)],
    ["in the length of a frame", (frame) => frame.subarray(0, 1)],
  ])("%s loses no item that can be asked again, and repeats none that must not be", async (_, cut) => {
    world.merging.onWave = (items, response) => {
      const [first, second] = items.map((item) => batchWriter("frames").write([answerOf(item)]));
      response.writeHead(200, { "content-type": FRAMES });
      response.write(first);
      response.write(cut(second ?? new Uint8Array(0)), () => response.socket?.resetAndDestroy());
    };
    const replies = await runItems(world, WITH_POST);
    expect(replies.a).toMatchObject({ status: 200, body: { url: "/merging/a" } });
    for (const id of ["b", "c"]) expect(replies[id]).toMatchObject({ status: 200, body: { alone: `/merging/${id}` } });
    expect(replies.w).toMatchObject({ status: 502, body: { code: "unavailable" } });
    expect(aloneUrls()).toEqual(["/merging/b", "/merging/c"]);
  });

  test("before its first reply is the same", async () => {
    world.merging.onWave = (_, response) => response.socket?.resetAndDestroy();
    const replies = await runItems(world, WITH_POST);
    expect(Object.values(replies).map(({ status }) => status)).toEqual([200, 200, 200, 503]);
    expect(aloneUrls()).toEqual(["/merging/a", "/merging/b", "/merging/c"]);
  });
});

test("an upstream that answers garbage is asked one by one", async () => {
  world.merging.onWave = (_, response) => response.writeHead(200, { "content-type": FRAMES }).end("<html>");
  const replies = await runItems(world, THREE);
  expect(replies.a).toMatchObject({ status: 200, body: { alone: "/merging/a" } });
});

test("an upstream that is busy is not asked again for every item", async () => {
  world.merging.onWave = (_, response) => response.writeHead(503, { "retry-after": "3" }).end();
  const replies = await runItems(world, WITH_POST);
  for (const reply of Object.values(replies))
    expect(reply).toMatchObject({ status: 503, headers: { "retry-after": "3" } });
  expect(world.merging.alone).toEqual([]);
});

test("an item that is out of time is told so to the upstream, and the others go on", async () => {
  world.merging.onWave = (items, response) => {
    const writer = batchWriter("frames");
    response.writeHead(200, { "content-type": FRAMES });
    response.write(writer.write(items.filter(({ url }) => !url.endsWith("slow")).map(answerOf)));
  };
  const replies = await runItems(world, [...THREE, { id: "slow", url: "/merging/slow", timeoutMs: 100 }]);
  expect(replies.slow?.status).toBe(504);
  expect(replies.a?.status).toBe(200);
});

// Last, because the edge remembers it.
test("an upstream that has no batch after all gets every item one by one", async () => {
  world.merging.onWave = (_, response) => response.writeHead(404).end("no such path");
  const replies = await runItems(world, WITH_POST);
  expect(Object.values(replies).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(aloneUrls()).toEqual(["/merging/a", "/merging/b", "/merging/c", "/merging/w"]);
  world.merging.waves.length = 0;
  await runItems(world, THREE);
  expect(world.merging.waves).toEqual([]);
});
