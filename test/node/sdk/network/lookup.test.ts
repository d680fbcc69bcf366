import { describe, expect, test } from "vitest";
import type { AddressStore } from "../../../../sdk/network/answers.ts";
import { Lookup } from "../../../../sdk/network/lookup.ts";
import type { Resolved } from "../../../../sdk/network/resolver.ts";
import { testClock } from "./test-clock.ts";

const DAY_MS = 86_400_000;

interface Asked {
  readonly names: readonly string[];
  readonly servers: readonly string[];
  readonly signal: AbortSignal;
  answer(ips: readonly string[], ttlMs?: number): void;
  fail(): void;
}

/** A lookup whose questions the test answers itself. */
function world(store?: AddressStore) {
  const clock = testClock();
  const asked: Asked[] = [];
  const failures: unknown[] = [];
  const lookup = new Lookup({
    clock,
    servers: ["192.0.2.53"],
    store,
    staleMs: DAY_MS,
    onStoreFailed: (cause) => failures.push(cause),
    ask: (names, servers, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
        asked.push({
          names,
          servers,
          signal,
          answer: (ips, ttlMs = 400_000) =>
            resolve(new Map(names.map((name): [string, Resolved] => [name, { ips, ttlMs }]))),
          fail: () => reject(new Error("silence")),
        });
      }),
  });
  lookup.enter("wifi");
  const last = () => asked.at(-1) as Asked;
  return { clock, asked, last, lookup, failures };
}

describe("a lookup", () => {
  test("asks once for all who want it, and knows it from then on", async () => {
    const { lookup, asked, last, clock } = world();
    const both = [lookup.find("a.example"), lookup.find("a.example")];
    await clock.advance(0);
    expect(asked).toHaveLength(1);
    last().answer(["192.0.2.1"]);
    expect(await Promise.all(both)).toEqual(Array(2).fill({ ips: ["192.0.2.1"], found: "httpdns" }));
    expect(await lookup.find("a.example")).toEqual({ ips: ["192.0.2.1"], found: "memory" });
    expect(asked).toHaveLength(1);
  });

  test("asks for five names together, and for those beyond in the next question", async () => {
    const { lookup, asked, last, clock } = world();
    lookup.add(["b.example", "c.example", "d.example", "e.example", "f.example"]);
    const found = lookup.find("a.example");
    await clock.advance(0);
    const late = lookup.find("z.example");
    await clock.advance(0);
    expect(asked.map(({ names }) => names)).toEqual([
      ["a.example", "b.example", "c.example", "d.example", "e.example"],
    ]);
    last().answer(["192.0.2.1"]);
    await clock.advance(0);
    expect(asked[1]?.names).toEqual(["z.example", "f.example"]);
    last().answer(["192.0.2.2"]);
    expect((await found).ips).toEqual(["192.0.2.1"]);
    expect((await late).ips).toEqual(["192.0.2.2"]);
  });

  test("asks again at three quarters of the TTL, before anybody waits", async () => {
    const { lookup, asked, last, clock } = world();
    const found = lookup.find("a.example");
    await clock.advance(0);
    last().answer(["192.0.2.1"], 400_000);
    await found;
    await clock.advance(299_999);
    expect(asked).toHaveLength(1);
    await clock.advance(1);
    expect(asked).toHaveLength(2);
    expect(await lookup.find("a.example")).toEqual({ ips: ["192.0.2.1"], found: "memory" });
    last().answer(["192.0.2.2"]);
    await clock.advance(0);
    expect(await lookup.find("a.example")).toEqual({ ips: ["192.0.2.2"], found: "memory" });
  });

  test("asks nothing ahead while the app sleeps, and what was due when it wakes", async () => {
    const { lookup, asked, last, clock } = world();
    const found = lookup.find("a.example");
    await clock.advance(0);
    last().answer(["192.0.2.1"], 400_000);
    await found;
    lookup.setAwake(false);
    await clock.advance(1_000_000);
    expect(asked).toHaveLength(1);
    lookup.setAwake(true);
    await clock.advance(0);
    expect(asked).toHaveLength(2);
  });

  test("waits two seconds for a resolver, then leaves it to the platform", async () => {
    const { lookup, clock, last } = world();
    const found = lookup.find("a.example");
    await clock.advance(2_000);
    expect(await found).toEqual({ ips: [], found: "system" });
    last().answer(["192.0.2.1"]); // Late, and of use to the next.
    await clock.advance(0);
    expect((await lookup.find("a.example")).found).toBe("memory");
  });

  test("gives a stale answer when nobody has a better one soon, and for a day at most", async () => {
    const { lookup, clock, last } = world();
    const first = lookup.find("a.example");
    await clock.advance(0);
    last().answer(["192.0.2.1"], 400_000);
    await first;
    lookup.setAwake(false);
    await clock.advance(400_000);
    const stale = lookup.find("a.example");
    await clock.advance(100);
    expect(await stale).toEqual({ ips: ["192.0.2.1"], found: "stale" });
    last().fail();
    await clock.advance(DAY_MS);
    const none = lookup.find("a.example");
    await clock.advance(2_000);
    expect((await none).found).toBe("system");
  });

  test("keeps the answers of each network, and takes another's as stale ones", async () => {
    const { lookup, clock, last, asked } = world();
    const atHome = lookup.find("a.example");
    await clock.advance(0);
    last().answer(["192.0.2.1"]);
    await atHome;
    lookup.enter("mobile");
    const outside = lookup.find("a.example");
    await clock.advance(100);
    expect(await outside).toEqual({ ips: ["192.0.2.1"], found: "stale" });
    last().answer(["198.51.100.1"]);
    await clock.advance(0);
    expect(await lookup.find("a.example")).toEqual({ ips: ["198.51.100.1"], found: "memory" });
    lookup.enter("wifi");
    expect(await lookup.find("a.example")).toEqual({ ips: ["192.0.2.1"], found: "memory" });
    expect(asked).toHaveLength(2);
  });

  test("a question of the network before is called off, and its answer is not of this one", async () => {
    const { lookup, clock, asked } = world();
    const found = lookup.find("a.example");
    await clock.advance(0);
    lookup.enter("mobile");
    expect(asked[0]?.signal.aborted).toBe(true);
    asked[0]?.answer(["192.0.2.1"]);
    await clock.advance(2_000);
    await found;
    const here = lookup.find("a.example");
    await clock.advance(0);
    asked.at(-1)?.answer(["198.51.100.1"]);
    expect((await here).ips).toEqual(["198.51.100.1"]);
  });

  test("leaves resolvers alone that fail, for a time that doubles up to a minute; another network begins anew", async () => {
    const { lookup, clock, asked, last } = world();
    const waits: number[] = [];
    void lookup.find("a.example");
    await clock.advance(0);
    for (let failure = 1; failure <= 9; failure++) {
      const before = asked.length;
      last().fail();
      const fromMs = clock.ticks();
      while (asked.length === before) await clock.advance(50);
      waits.push(Math.round((clock.ticks() - fromMs) / 750));
    }
    // 750 ms is three quarters of the first pause: the middle of its jitter.
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
    last().fail();
    await clock.advance(0);
    lookup.enter("mobile");
    await clock.advance(0);
    expect(asked).toHaveLength(11);
  });

  test("a name that there is not is not asked again and again", async () => {
    const { lookup, clock, asked, last } = world();
    const found = lookup.find("a.example");
    await clock.advance(0);
    last().answer([], 0);
    expect((await found).ips).toEqual([]);
    await clock.advance(44_000);
    expect(asked).toHaveLength(1);
  });

  test("asks servers that the edge has named first, and never without those that are built in", async () => {
    const { lookup, clock, last } = world();
    lookup.learnServers(["198.51.100.53", "evil.example", "192.0.2.1:0x50"]);
    void lookup.find("a.example");
    await clock.advance(0);
    expect(last().servers).toEqual(["198.51.100.53", "192.0.2.53"]);
  });

  test("without a resolver is the platform's business", async () => {
    const clock = testClock();
    const lookup = new Lookup({ clock, ask: undefined, servers: [], store: undefined, staleMs: 0, onStoreFailed() {} });
    lookup.enter("wifi");
    expect(await lookup.find("a.example")).toEqual({ ips: [], found: "system" });
  });
});

describe("a store of addresses", () => {
  test("answers the next start of the app, without a question", async () => {
    let text: string | undefined;
    const store: AddressStore = {
      get: () => text,
      set: (next) => {
        text = next;
      },
    };
    const first = world(store);
    const found = first.lookup.find("a.example");
    await first.clock.advance(0);
    first.last().answer(["192.0.2.1"]);
    await found;
    await expect.poll(() => text).toContain("192.0.2.1");
    const second = world(store);
    expect(await second.lookup.find("a.example")).toEqual({ ips: ["192.0.2.1"], found: "persistent" });
    expect(second.asked).toEqual([]);
  });

  test.each<[string, AddressStore]>([
    ["is broken", { get: () => "{{{", set: () => {} }],
    ["throws", { get: () => Promise.reject(new Error("no disk")), set: () => Promise.reject(new Error("no disk")) }],
  ])("that %s stops nothing", async (what, store) => {
    const { lookup, clock, last, failures } = world(store);
    const found = lookup.find("a.example");
    await clock.advance(0);
    last().answer(["192.0.2.1"]);
    expect(await found).toEqual({ ips: ["192.0.2.1"], found: "httpdns" });
    await clock.advance(0);
    expect(failures).toHaveLength(what === "throws" ? 2 : 0);
  });
});
