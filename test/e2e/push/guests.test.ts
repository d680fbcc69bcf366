/** What anybody leaves behind on the disk of an edge who may name channels. */
import { readdir } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PushWorld, pushClient, startPushWorld } from "./push-world.ts";

const ROOMS = 40;
let world: PushWorld;
beforeAll(async () => {
  world = await startPushWorld({ namespaces: { chat: { historySize: 10, historyTtlSeconds: 3_600 } } });
});
afterAll(() => world.close());

async function channelFiles(): Promise<number> {
  const names = await readdir(`${world.objectsFolder}/fairway-PushChannel`);
  return names.filter((name) => /^[0-9a-f]{64}\.sqlite$/.test(name)).length;
}

test("names that services asked for, and nobody hears, are gone with the next start; what was kept is not", async () => {
  for (let room = 0; room < ROOMS; room++) {
    const { status } = await world.rpc("History", { channel: `chat:asked-${room}`, limit: 10 });
    expect(status).toBe(200);
  }
  await world.rpc("Publish", { targets: { channels: ["chat:kept"] }, message: { json: "1" } });
  const guest = await pushClient(world, { user: "guest", channels: ["chat:heard"] });
  expect(await channelFiles()).toBe(ROOMS + 2);
  guest.close();
  await world.crash();
  expect(await channelFiles()).toBe(2);
  const { body } = await world.rpc("History", { channel: "chat:kept", limit: 10 });
  expect(body.publications?.map(({ json }) => json)).toEqual(["1"]);
});
