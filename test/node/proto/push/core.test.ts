/** What edge and objects share: names, the map of shards, settings, and the way to the object that keeps a channel. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  formerHomes,
  homeOf,
  hosts,
  mapReader,
  optionsOf,
  parseChannel,
  parsePushSettings,
  roomChannel,
  shardIndex,
  shardName,
  shardNames,
  userChannel,
  withCount,
} from "../../../../proto/push/push.ts";

const REGION = "main";

describe("names of channels", () => {
  test.each([
    ["news", { namespace: "", isPrivate: false, users: undefined }],
    ["chat:lobby", { namespace: "chat", isPrivate: false, users: undefined }],
    ["chat:$lobby", { namespace: "chat", isPrivate: true, users: undefined }],
    ["$lobby", { namespace: "", isPrivate: true, users: undefined }],
    ["$chat:lobby", { namespace: "chat", isPrivate: true, users: undefined }],
    ["dialog#42,43", { namespace: "", isPrivate: false, users: ["42", "43"] }],
    ["room:live://1#2", { namespace: "room", isPrivate: false, users: ["2"] }],
    ["user:a#b", { namespace: "user", isPrivate: false, users: undefined }],
  ])("%s", (name, parsed) => expect(parseChannel(name)).toMatchObject(parsed));

  test.each(["", "a b", "ü", "chat:", "x".repeat(256), "a\n"])("%j is none", (name) => {
    expect(() => parseChannel(name)).toThrow(/channel/);
  });

  test("of users and rooms refuse what cannot be one", () => {
    expect(userChannel("42")).toBe("user:42");
    expect(roomChannel("live://9")).toBe("room:live://9");
    expect(() => userChannel("")).toThrow();
    expect(() => userChannel("a b")).toThrow();
  });
});

describe("the map of shards", () => {
  const name = fc.string({ minLength: 1, maxLength: 20 });
  const count = fc.integer({ min: 1, max: 300 });

  test("a stream that moves when shards are added moves to one of the new", () => {
    fc.assert(
      fc.property(name, count, count, (channel, a, b) => {
        const [few, many] = [Math.min(a, b), Math.max(a, b)];
        const before = homeOf(channel, { region: REGION, counts: [few] });
        const after = homeOf(channel, { region: REGION, counts: [few, many] });
        expect(after === before || shardIndex(after) >= few).toBe(true);
        expect(formerHomes(channel, { region: REGION, counts: [few, many] })).toEqual(after === before ? [] : [before]);
      }),
    );
  });

  test("spreads evenly", () => {
    const counts = new Map<string, number>();
    for (let n = 0; n < 32_000; n++) {
      const home = homeOf(`user:${n}`, { region: REGION, counts: [32] });
      counts.set(home, (counts.get(home) ?? 0) + 1);
    }
    expect(counts.size).toBe(32);
    expect(Math.min(...counts.values())).toBeGreaterThan(850);
    expect(Math.max(...counts.values())).toBeLessThan(1_150);
  });

  test("is only ever added to", () => {
    expect(withCount([4], 4)).toEqual([4]);
    expect(withCount([4], 8)).toEqual([4, 8]);
    for (const wrong of [3, 4.5, 4_097, Number.NaN]) expect(() => withCount([4], wrong)).toThrow(RangeError);
  });

  test("names are read as they are written", () => {
    expect(shardIndex(shardName(REGION, 17))).toBe(17);
    for (const wrong of ["shard/main/", "shard/main/x", "shard/a/b/1", "other/main/1"])
      expect(shardIndex(wrong)).toBe(-1);
    expect(shardNames({ region: REGION, counts: [1, 2] })).toEqual(["shard/main/0", "shard/main/1"]);
  });
});

describe("settings", () => {
  test("without any there are users, keys, rooms, all, and names without a namespace", () => {
    const flaws: string[] = [];
    const settings = parsePushSettings(undefined, flaws);
    expect(flaws).toEqual([]);
    expect([...settings.namespaces.keys()].sort()).toEqual(["", "all", "key", "room", "user"]);
    expect(optionsOf("user:1", settings)?.options.subscribe).toBe("owner");
    expect(optionsOf("unknown:1", settings)).toBeUndefined();
  });

  test("change the options that they name, and no other", () => {
    const settings = parsePushSettings('{"namespaces":{"room":{"historySize":7},"chat":{"publish":"subscriber"}}}', []);
    expect(optionsOf("room:a://b", settings)?.options).toMatchObject({ historySize: 7, historyTtlSeconds: 300 });
    expect(optionsOf("chat:a", settings)?.options).toMatchObject({ publish: "subscriber", subscribe: "anyone" });
  });

  test.each([
    ["{", "no JSON"],
    ['{"shards":0}', "PUSH.shards"],
    ['{"pingSeconds":3}', "PUSH.pingSeconds"],
    ['{"shard":1}', "PUSH.shard: there is no such option"],
    ['{"namespaces":{"a":{"history":1}}}', "PUSH.namespaces.a.history: there is no such option"],
    ['{"region":"A B"}', "PUSH.region"],
    ['{"namespaces":{"a b":{}}}', "PUSH.namespaces"],
    ['{"namespaces":{"a":{"publish":"everyone"}}}', "PUSH.namespaces.a.publish"],
  ])("%s is refused: %s", (text, named) => {
    const flaws: string[] = [];
    parsePushSettings(text, flaws);
    expect(flaws.join("\n")).toContain(named);
  });
});

describe("the way to the object that keeps a channel", () => {
  const world = (moves: Readonly<Record<string, string>>) => {
    let asked = 0;
    const map = mapReader({
      region: REGION,
      initial: 1,
      now: () => 0,
      stub: () => ({
        counts: async () => {
          asked++;
          return [1];
        },
        raise: async () => [1],
      }),
    });
    const routes = hosts<string>({ map, channel: (name) => `channel ${name}`, shard: (name) => name });
    const call = (channel: string) =>
      routes.call<string>(channel, async (host) => (moves[host] === undefined ? host : { movedTo: moves[host] }));
    return { call, asked: () => asked };
  };

  test("is the channel's own, or the home of its user", async () => {
    const { call, asked } = world({});
    expect(await call("news")).toBe("channel news");
    expect(await call("user:1")).toBe("shard/main/0");
    expect(await call("key:1")).toBe("shard/main/0");
    expect(asked()).toBe(1);
  });

  test("is by a map that is asked for again after 10 s, and when the clock has gone back", async () => {
    let [nowMs, asked] = [1_000_000, 0];
    const stub = () => ({ counts: async () => [++asked], raise: async () => [1] });
    const map = mapReader({ region: REGION, initial: 1, now: () => nowMs, stub });
    const countAt = async (ms: number) => {
      nowMs = ms;
      return (await map.read()).counts;
    };
    expect(await countAt(1_000_000)).toEqual([1]);
    expect(await countAt(1_009_999)).toEqual([1]);
    expect(await countAt(1_010_000)).toEqual([2]);
    expect(await countAt(10_000)).toEqual([3]);
  });

  test("is by the old map while one asks for the new one, and another asks after a second without an answer", async () => {
    let nowMs = 0;
    const answers: ((counts: readonly number[]) => void)[] = [];
    const stub = () => ({
      counts: () => new Promise<readonly number[]>((answer) => answers.push(answer)),
      raise: async () => [1],
    });
    const map = mapReader({ region: REGION, initial: 1, now: () => nowMs, stub });
    const first = map.read();
    answers[0]?.([1]);
    await first;
    nowMs = 10_000;
    const asking = map.read();
    const others = await Promise.all(Array.from({ length: 100 }, () => map.read()));
    expect(others.every(({ counts }) => counts.at(-1) === 1)).toBe(true);
    expect(answers.length).toBe(2);
    nowMs = 11_000;
    const again = map.read();
    expect(answers.length).toBe(3);
    for (const answer of answers) answer([2]);
    await Promise.all([asking, again]);
    expect((await map.read()).counts).toEqual([2]);
  });

  test("goes on to where the stream has moved, and asks for a newer map", async () => {
    const { call, asked } = world({ "shard/main/0": "shard/main/5" });
    expect(await call("user:1")).toBe("shard/main/5");
    expect(await call("user:1")).toBe("shard/main/5");
    expect(asked()).toBe(2);
  });

  test("ends where it goes round in a circle", async () => {
    const { call } = world({ "shard/main/0": "shard/main/1", "shard/main/1": "shard/main/0" });
    await expect(call("user:1")).rejects.toMatchObject({ code: "unavailable" });
  });
});
