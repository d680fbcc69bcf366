/** A room that outgrows one object: more shards than a channel calls itself. */
import { expect, test } from "vitest";
import { channelOf, connect, publish, shardOf, subscribe } from "./client.ts";

const SHARDS = 66;
/** So many objects are started one after the other. */
const TIMEOUT_MS = 120_000;

test("a room on 66 shards is served by relays, each message once to each of them", {
  timeout: TIMEOUT_MS,
}, async () => {
  const channel = "wide";
  const clients = await Promise.all(Array.from({ length: SHARDS }, (_, n) => connect(`shard/main/${n}`)));
  for (const client of clients) await subscribe(client, channel);
  for (let n = 0; n < 3; n++) {
    await publish(channelOf(channel), channel, n);
    for (const client of clients) await expect.poll(() => client.data(channel).length).toBe(n + 1);
  }
  for (const client of clients) expect(client.offsets(channel)).toEqual([1, 2, 3]);

  // Shards of a branch that have lost their subscribers leave it; one that joins is there for the next message.
  for (const client of clients.slice(0, 30)) client.close();
  await expect.poll(async () => (await shardOf("shard/main/0").localCounts(channel)).connections).toBe(0);
  const late = await connect("shard/main/5");
  expect((await subscribe(late, channel)).offset).toBe(3);
  await publish(channelOf(channel), channel, "after");
  for (const client of [late, ...clients.slice(30)]) await expect.poll(() => client.data(channel).at(-1)).toBe("after");
  const outcome = await channelOf(channel).publish([{ channel, message: { data: '"last"' } }]);
  expect(outcome).toMatchObject([{ published: { shards: 37 } }]);
});
