import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { edgePush, type Push } from "../../../origin/push/push.ts";
import { PUBLISHER, type PushWorld, pushClient, startPushWorld } from "./push-world.ts";

let world: PushWorld;
let push: Push;

beforeAll(async () => {
  world = await startPushWorld({ shards: 2 });
  push = edgePush({ edgeUrl: world.url(), token: PUBLISHER });
});
afterAll(async () => {
  await push.close();
  await world.close();
});

async function dataOf(channel: string): Promise<unknown[]> {
  const { body } = await world.rpc("History", { channel, limit: 1_000 });
  return (body.publications ?? []).map(({ json }) => JSON.parse(json));
}

describe("edgePush", () => {
  test("a message to a user arrives, and the receipt says where it is", async () => {
    const client = await pushClient(world, { user: "11" });
    const [receipt] = await push.publish({ users: [11n] }, { data: { text: "hello" } });
    expect(receipt).toMatchObject({ channel: "user:11", position: { offset: 1 }, shards: 1, duplicate: false });
    await expect.poll(() => client.got).toEqual([{ channel: "user:11", offset: 1, data: { text: "hello" } }]);
    client.close();
  });

  test("the same idempotency key publishes once", async () => {
    const message = { data: 1, idempotencyKey: "order-7" };
    const [first] = await push.publish({ channels: ["orders"] }, message);
    const [second] = await push.publish({ channels: ["orders"] }, message);
    expect(first?.duplicate).toBe(false);
    expect(second).toMatchObject({ duplicate: true, position: first?.position });
    expect(await dataOf("orders")).toEqual([1]);
  });

  test("a target that refuses it does not keep it from the others, and all refusing is a fault", async () => {
    const receipts = await push.publish({ channels: ["nowhere:1"], users: ["12"] }, { data: 1 });
    expect(receipts.map(({ channel, fault }) => [channel, fault?.code])).toEqual([
      ["user:12", undefined],
      ["nowhere:1", "not_found"],
    ]);
    await expect(push.publish({ channels: ["nowhere:1"] }, { data: 1 })).rejects.toMatchObject({ code: "not_found" });
    await expect(push.publish({}, { data: 1 })).rejects.toMatchObject({ code: "invalid_argument" });
    await expect(push.publish({ users: ["a b"] }, { data: 1 })).rejects.toMatchObject({ code: "invalid_argument" });
    await expect(push.publish({ all: true }, { data: undefined })).rejects.toMatchObject({ code: "invalid_argument" });
    await expect(push.publish({ all: true }, { data: "x".repeat(70_000) })).rejects.toMatchObject({
      code: "invalid_argument",
    });
  });

  test("many at once go together, each is published once, and a bad one among them spoils none", async () => {
    const all = Array.from({ length: 500 }, (_, at) => push.publish({ users: ["13"] }, { data: at }));
    const wrong = push.publish({ users: ["13"] }, { data: "wrong", expiresAtMs: Number.MAX_SAFE_INTEGER });
    const refused = wrong.catch((fault: unknown) => fault);
    const receipts = await Promise.all(all);
    expect(await refused).toMatchObject({ code: "invalid_argument" });
    const offsets = receipts.map(([receipt]) => receipt?.position?.offset ?? 0);
    expect(new Set(offsets).size).toBe(500);
    expect(await dataOf("user:13")).toHaveLength(500);
  });

  test("a token that is not known is refused at once", async () => {
    const stranger = edgePush({ edgeUrl: world.url(), token: "x".repeat(32) });
    await expect(stranger.publish({ all: true }, { data: 1 })).rejects.toMatchObject({ code: "unauthenticated" });
    await stranger.close();
  });

  test("an edge that is away fails a message when its time is over", async () => {
    const nobody = edgePush({ edgeUrl: "http://127.0.0.1:9", token: PUBLISHER });
    await expect(nobody.publish({ all: true }, { data: 1 }, { timeoutMs: 200 })).rejects.toMatchObject({
      code: "unavailable",
    });
    await nobody.close();
    await expect(nobody.publish({ all: true }, { data: 1 })).rejects.toMatchObject({ code: "unavailable" });
  });

  test("what is published while the edge is killed and restarted is published once", async () => {
    const port = Number(new URL(world.url()).port);
    const steady = edgePush({ edgeUrl: `http://127.0.0.1:${port}`, token: PUBLISHER });
    const receipts: Promise<unknown>[] = [];
    const send = (at: number) =>
      receipts.push(steady.publish({ users: ["14"] }, { data: at }, { timeoutMs: 25_000 }).then(([one]) => one?.fault));
    for (let at = 0; at < 50; at++) send(at);
    const crashed = world.crash(port);
    for (let at = 50; at < 100; at++) send(at);
    await crashed;
    for (let at = 100; at < 150; at++) send(at);
    expect((await Promise.all(receipts)).filter((fault) => fault !== undefined)).toEqual([]);
    const published = (await dataOf("user:14")) as number[];
    expect(published.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 150 }, (_, at) => at));
    await steady.close();
  });
});
