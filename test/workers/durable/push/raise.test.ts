/** More shards while everything runs: services that know of them and services that do not yet publish to the same users at the same time. */
import { expect, test } from "vitest";
import type { HostStub } from "../../../../durable/push/push.ts";
import type { PublishOutcome } from "../../../../proto/push/model.ts";
import { homeOf, hosts, mapReader, userChannel } from "../../../../proto/push/push.ts";
import { channelOf, connect, mapOf, shardOf } from "./client.ts";

const BEFORE = { region: "main", counts: [4] };
const USERS = 12;
/** Of each of the two services, to each user. */
const MESSAGES = 5;
const TIMEOUT_MS = 60_000;

test("nothing that was acknowledged is lost or comes twice, whoever wrote it by whichever map", {
  timeout: TIMEOUT_MS,
}, async () => {
  const users = Array.from({ length: USERS }, (_, n) => `raised-${n}`);
  const clients = await Promise.all(users.map((user) => connect(homeOf(userChannel(user), BEFORE), { user })));
  const late = service();
  await late.read();
  const raised = await mapOf("main").raise(4, 9);
  const early = service();
  const moved = users.filter(
    (user) => homeOf(userChannel(user), BEFORE) !== homeOf(userChannel(user), { region: "main", counts: raised }),
  );
  expect(moved.length).toBeGreaterThan(USERS / 4);

  await Promise.all(
    users.flatMap((user) =>
      [late, early].map(async (each, at) => {
        for (let n = 0; n < MESSAGES; n++) await each.publish(userChannel(user), `${at}-${n}`);
      }),
    ),
  );
  for (const [at, client] of clients.entries()) {
    const channel = userChannel(users[at] ?? "");
    await expect.poll(() => client.offsets(channel).length, { timeout: 10_000 }).toBe(2 * MESSAGES);
    expect(client.offsets(channel)).toEqual(Array.from({ length: 2 * MESSAGES }, (_, n) => n + 1));
    // Each service's in its order: it waits for one before it sends the next.
    for (const of of ["0", "1"]) {
      const data = client.data(channel).filter((each) => String(each).startsWith(of));
      expect(data).toEqual(Array.from({ length: MESSAGES }, (_, n) => `${of}-${n}`));
    }
  }
});

/** With a map of its own, as an isolate of the edge has one. */
function service() {
  const map = mapReader({ region: "main", initial: 4, stub: () => mapOf("main"), now: () => Date.now() });
  const routes = hosts<HostStub>({ map, channel: channelOf, shard: shardOf });
  return {
    read: () => map.read(),
    async publish(channel: string, data: string) {
      const outcome = await routes.call(
        channel,
        async (host) =>
          (await host.publish([{ channel, message: { data: JSON.stringify(data) } }]))[0] as PublishOutcome,
      );
      if (!("published" in outcome)) throw new Error(`not published: ${JSON.stringify(outcome)}`);
    },
  };
}
