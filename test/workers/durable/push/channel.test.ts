/** Channels and the shards that hear them, on real storage in workerd. */
import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { describe, expect, test } from "vitest";
import { homeOf, userChannel } from "../../../../proto/push/push.ts";
import { channelOf, connect, publish, shardOf, subscribe } from "./client.ts";

let made = 0;
const unique = (namespace = "") => `${namespace}${namespace === "" ? "" : ":"}c${++made}`;
const shard = (n = 0) => `shard/main/${n}`;

describe("a subscriber", () => {
  test("gets what is published after it came, in order, on every shard", async () => {
    const channel = unique();
    const clients = [await connect(shard(0)), await connect(shard(1)), await connect(shard(1))];
    await publish(channelOf(channel), channel, "before");
    for (const client of clients) expect((await subscribe(client, channel)).offset).toBe(1);
    for (let n = 0; n < 20; n++) await publish(channelOf(channel), channel, n);
    for (const client of clients) {
      await expect.poll(() => client.data(channel)).toEqual(Array.from({ length: 20 }, (_, n) => n));
      expect(client.offsets(channel)).toEqual(Array.from({ length: 20 }, (_, n) => n + 2));
    }
  });

  test("hears on after its shard and the channel were evicted between two messages", async () => {
    const channel = unique();
    const client = await connect(shard());
    await subscribe(client, channel);
    for (let n = 0; n < 6; n++) {
      await publish(channelOf(channel), channel, n);
      await expect.poll(() => client.data(channel).length).toBe(n + 1);
      await evictDurableObject(n % 2 === 0 ? shardOf(shard()) : channelOf(channel));
      if (n === 3) await evictDurableObject(shardOf(shard()));
    }
    expect(client.offsets(channel)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("is answered from what sleep left, and keeps its channels", async () => {
    const channel = unique("chat");
    const client = await connect(shard(), { user: "anna" });
    await subscribe(client, channel);
    await evictDurableObject(shardOf(shard()));
    expect(await client.ask({ publish: { channel, data: "from a woken socket" } })).toMatchObject({ publish: {} });
    await expect.poll(() => client.data(channel)).toEqual(["from a woken socket"]);
  });

  test("that comes back with many others to a shard that knows nothing yet gets what each of them missed", async () => {
    const channel = unique();
    const gone = await connect(shard(3));
    await subscribe(gone, channel);
    const since = await publish(channelOf(channel), channel, 1, 2);
    gone.close();
    const later = await publish(channelOf(channel), channel, 3, 4);
    const clients = await Promise.all(Array.from({ length: 12 }, () => connect(shard(2))));
    const answers = await Promise.all(
      clients.map(async (client, at) => await subscribe(client, channel, at % 2 === 0 ? since : later)),
    );
    await publish(channelOf(channel), channel, 5);
    for (const [at, { recovered, publications = [] }] of answers.entries()) {
      expect([recovered, publications.map(({ data }) => data)]).toEqual([true, at % 2 === 0 ? [3, 4] : []]);
      await expect.poll(() => clients[at]?.data(channel)).toEqual([5]);
    }
  });

  test("that comes back gets all that it missed, and nothing twice", async () => {
    const channel = unique();
    const first = await connect(shard());
    await subscribe(first, channel);
    const since = await publish(channelOf(channel), channel, 1, 2);
    await expect.poll(() => first.data(channel)).toEqual([1, 2]);
    first.close();
    await publish(channelOf(channel), channel, 3, 4, 5);
    const second = await connect(shard(2));
    const { recovered, publications, offset } = await subscribe(second, channel, since);
    expect({ recovered, offset, data: publications?.map(({ data }) => data) }).toEqual({
      recovered: true,
      offset: 2,
      data: [3, 4, 5],
    });
    await publish(channelOf(channel), channel, 6);
    await expect.poll(() => second.offsets(channel)).toEqual([6]);
  });

  test("that comes while much is published has every offset once", async () => {
    const channel = unique();
    const host = channelOf(channel);
    const since = await publish(host, channel, 0);
    const earlier = await connect(shard());
    await subscribe(earlier, channel);
    const writing = (async () => {
      for (let n = 1; n <= 60; n++) await publish(host, channel, n);
    })();
    const clients = await Promise.all(Array.from({ length: 8 }, (_, n) => connect(shard(n % 2))));
    const starts = await Promise.all(clients.map((client) => subscribe(client, channel, since)));
    await writing;
    for (const [at, client] of clients.entries()) {
      const recovered = starts[at]?.publications?.map(({ offset }) => offset) ?? [];
      expect(starts[at]?.recovered).toBe(true);
      await expect
        .poll(() => [...recovered, ...client.offsets(channel)])
        .toEqual(Array.from({ length: 60 }, (_, n) => n + 2));
    }
  });
});

describe("recovery is refused", () => {
  test("where the history no longer reaches back", async () => {
    const channel = unique("small");
    const since = await publish(channelOf(channel), channel, 1);
    await publish(channelOf(channel), channel, ...Array.from({ length: 10 }, (_, n) => n));
    const client = await connect(shard());
    expect(await subscribe(client, channel, since)).toMatchObject({
      was_recovering: true,
      recovered: false,
    });
    expect((await subscribe(await connect(shard()), channel, { ...since, offset: 6 })).recovered).toBe(true);
  });

  test("where what was missed has become too old", async () => {
    const channel = unique("brief");
    const since = await publish(channelOf(channel), channel, 1);
    await publish(channelOf(channel), channel, 2);
    await runInDurableObject(channelOf(channel), (_instance, { storage }) => {
      storage.sql.exec("UPDATE publication SET at_ms = at_ms - 2000");
    });
    expect((await subscribe(await connect(shard()), channel, since)).recovered).toBe(false);
  });

  test("for a cursor of another epoch, or of the future", async () => {
    const channel = unique();
    const { epoch } = await publish(channelOf(channel), channel, 1, 2);
    const client = await connect(shard());
    expect((await subscribe(client, channel, { epoch: "another", offset: 1 })).recovered).toBe(false);
    expect((await subscribe(await connect(shard()), channel, { epoch, offset: 3 })).recovered).toBe(false);
  });
});

describe("the channel loses what it knew", () => {
  test("and tells its subscribers when it is written to again", async () => {
    const channel = unique();
    const client = await connect(shard());
    await subscribe(client, channel);
    await publish(channelOf(channel), channel, 1);
    await expect.poll(() => client.data(channel)).toEqual([1]);
    await runInDurableObject(channelOf(channel), (_instance, { storage }) => {
      for (const table of ["stream", "publication", "idempotency"]) storage.sql.exec(`DELETE FROM ${table}`);
    });
    await evictDurableObject(channelOf(channel));
    await publish(channelOf(channel), channel, 2);
    // Its members are lost as well: the shard finds out by the comparison that its alarm makes.
    await runInDurableObject(shardOf(shard()), (_instance, { storage }) => {
      storage.sql.exec("UPDATE due SET at_ms = 0 WHERE purpose = 'renew'");
    });
    await evictDurableObject(shardOf(shard()));
    await runDurableObjectAlarm(shardOf(shard()));
    await expect.poll(() => client.replies.some(({ push }) => push?.unsubscribe?.code === 2500)).toBe(true);
    expect(client.data(channel)).toEqual([1]);
  });

  test("and sends away whom the server had subscribed, so that it comes back with its position", async () => {
    const user = `lost-${unique()}`;
    const channel = userChannel(user);
    const home = homeOf(channel, { region: "main", counts: [4] });
    const away = home === "shard/main/0" ? "shard/main/1" : "shard/main/0";
    const client = await connect(away, { user });
    const since = await publish(shardOf(home), channel, 1);
    await expect.poll(() => client.data(channel)).toEqual([1]);
    await runInDurableObject(shardOf(home), (_instance, { storage }) => {
      storage.sql.exec("DELETE FROM stream WHERE channel = ?", channel);
    });
    await evictDurableObject(shardOf(home));
    await runInDurableObject(shardOf(away), (_instance, { storage }) => {
      storage.sql.exec("UPDATE due SET at_ms = 0 WHERE purpose = 'renew'");
    });
    await evictDurableObject(shardOf(away));
    await runDurableObjectAlarm(shardOf(away));
    await expect.poll(client.closed).toEqual({ code: 3010, reason: "insufficient state" });
    const back = await connect(away, { user, subs: { [channel]: since } });
    expect(back.connected.subs[channel]).toMatchObject({ was_recovering: true, recovered: false });
  });

  test("a shard that was never told fetches what it missed", async () => {
    const channel = unique();
    const client = await connect(shard());
    await subscribe(client, channel);
    await publish(channelOf(channel), channel, 1);
    await expect.poll(() => client.data(channel)).toEqual([1]);
    await runInDurableObject(channelOf(channel), (_instance, { storage }) => {
      storage.sql.exec("DELETE FROM member");
    });
    await evictDurableObject(channelOf(channel));
    await publish(channelOf(channel), channel, 2, 3);
    await runInDurableObject(shardOf(shard()), (_instance, { storage }) => {
      storage.sql.exec("UPDATE due SET at_ms = 0 WHERE purpose = 'renew'");
    });
    await evictDurableObject(shardOf(shard()));
    await runDurableObjectAlarm(shardOf(shard()));
    await expect.poll(() => client.offsets(channel)).toEqual([1, 2, 3]);
  });

  test("what had not been brought to members when it died is brought by its alarm", async () => {
    const channel = unique();
    const client = await connect(shard());
    await subscribe(client, channel);
    await publish(channelOf(channel), channel, 1);
    await expect.poll(() => client.data(channel)).toEqual([1]);
    // A publication on disk that no memory knows of: the object died after the commit.
    await runInDurableObject(channelOf(channel), (_instance, { storage }) => {
      storage.sql.exec(
        "INSERT INTO publication SELECT stream, 2, at_ms, NULL, '2', 0, NULL FROM publication WHERE offset = 1",
      );
      storage.sql.exec("INSERT OR REPLACE INTO due VALUES ('fanned/1', 0)");
    });
    await evictDurableObject(channelOf(channel));
    await channelOf(channel).count(channel);
    await runInDurableObject(channelOf(channel), (instance) =>
      (instance as unknown as { alarm(): Promise<void> }).alarm(),
    );
    await expect.poll(() => client.offsets(channel)).toEqual([1, 2]);
  });
});

describe("publishing", () => {
  test("with an idempotency key happens once, also after an eviction", async () => {
    const channel = unique();
    const item = { channel, message: { data: "1", idempotencyKey: "order-7" } };
    const [first] = await channelOf(channel).publish([item]);
    await evictDurableObject(channelOf(channel));
    const [second] = await channelOf(channel).publish([item]);
    expect(first).toMatchObject({ published: { offset: 1, duplicate: false } });
    expect(second).toMatchObject({ published: { offset: 1, duplicate: true } });
  });

  test("of what is too large, expired or nowhere is refused, each by itself", async () => {
    const channel = unique();
    const outcomes = await channelOf(channel).publish([
      { channel, message: { data: `"${"x".repeat(65_536)}"` } },
      { channel, message: { data: "1", expiresAtMs: Date.now() - 1 } },
      { channel: "nowhere:x", message: { data: "1" } },
      { channel, message: { data: "1", idempotencyKey: "k".repeat(129) } },
      { channel, message: { data: '"good"' } },
    ]);
    expect(outcomes.map((each) => ("refused" in each ? each.refused.code : "published"))).toEqual([
      "invalid_argument",
      "invalid_argument",
      "not_found",
      "invalid_argument",
      "published",
    ]);
  });

  test("what has expired is given to nobody, and leaves no doubt behind", async () => {
    const channel = unique();
    const since = await publish(channelOf(channel), channel, 1);
    await channelOf(channel).publish([{ channel, message: { data: "2", expiresAtMs: Date.now() + 60_000 } }]);
    await publish(channelOf(channel), channel, 3);
    await runInDurableObject(channelOf(channel), (_instance, { storage }) => {
      storage.sql.exec("UPDATE publication SET expires_ms = 1 WHERE expires_ms IS NOT NULL");
    });
    const { recovered, publications } = await subscribe(await connect(shard()), channel, since);
    expect([recovered, publications?.map(({ data }) => data)]).toEqual([true, [3]]);
  });

  test("what is transient goes to who is there, without an offset", async () => {
    const channel = unique();
    const client = await connect(shard());
    await subscribe(client, channel);
    await channelOf(channel).publish([{ channel, message: { data: '"now"', transient: true } }]);
    await publish(channelOf(channel), channel, "kept");
    await expect.poll(() => client.data(channel)).toEqual(["now", "kept"]);
    expect((await channelOf(channel).history(channel, { limit: 10 })) as object).toMatchObject({
      publications: [{ offset: 1 }],
    });
  });

  test("history is bounded by size, and its alarm removes what is too old", async () => {
    const [small, brief] = [unique("small"), unique("brief")];
    await publish(channelOf(small), small, ...Array.from({ length: 100 }, (_, n) => n));
    await runInDurableObject(channelOf(small), (_instance, { storage }) => {
      const { n } = storage.sql.exec<{ n: number }>("SELECT COUNT(*) AS n FROM publication").one();
      expect(n).toBeLessThanOrEqual(7);
    });
    await publish(channelOf(brief), brief, 1, 2, 3);
    await runInDurableObject(channelOf(brief), async (instance, { storage }) => {
      storage.sql.exec("UPDATE publication SET at_ms = at_ms - 2000");
      storage.sql.exec("UPDATE due SET at_ms = 0");
      expect(await storage.getAlarm()).not.toBeNull();
      void instance;
    });
    await evictDurableObject(channelOf(brief));
    await runDurableObjectAlarm(channelOf(brief));
    await runInDurableObject(channelOf(brief), (_instance, { storage }) => {
      expect(storage.sql.exec("SELECT * FROM publication").toArray()).toEqual([]);
    });
  });
});
