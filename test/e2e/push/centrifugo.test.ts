/** The npm client `centrifuge`, as it is, over WebSocket, server-sent events and HTTP streams. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { connected, publish, subscribed, TRANSPORTS, type Watched } from "./centrifugo-world.ts";
import { type PushWorld, startPushWorld } from "./push-world.ts";

let world: PushWorld;
const open: Watched[] = [];
beforeAll(async () => {
  world = await startPushWorld({ shards: 2, namespaces: { chat: { publish: "subscriber", joinLeave: true } } });
});
afterEach(() => {
  for (const { client } of open.splice(0)) client.disconnect();
});
afterAll(() => world.close());

describe.each(TRANSPORTS)("over %s", (transport) => {
  const as = async (user: string) => {
    const watched = await connected(world, transport, user);
    open.push(watched);
    return watched;
  };

  test("a client subscribes, publishes and hears it", async () => {
    const anna = await as("anna");
    const { subscription, data, offsets } = await subscribed(anna, `chat:${transport}`);
    await subscription.publish({ text: "héllo" });
    await publish(world, `chat:${transport}`, { text: "from a service" });
    await expect.poll(data).toEqual([{ text: "héllo" }, { text: "from a service" }]);
    expect(offsets()).toEqual([1, 2]);
  });
});
