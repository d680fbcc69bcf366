import { describe, expect, test } from "vitest";
import { Answers, isServer } from "../../../../sdk/network/answers.ts";
import { Pace } from "../../../../sdk/network/pace.ts";
import { isAddress, type Path, renderAddress } from "../../../../sdk/network/path.ts";
import { race, STAGGER_MS } from "../../../../sdk/network/race.ts";
import { Ranking } from "../../../../sdk/network/ranking.ts";
import { testClock } from "./test-clock.ts";

const DAY_MS = 86_400_000;
const EDGE = "https://edge.example";
const path = (address: string): Path => ({ edge: EDGE, address, found: "memory" });
const SYSTEM: Path = { edge: EDGE, found: "system" };
const [A, B, C] = [path("192.0.2.1"), path("192.0.2.2"), path("192.0.2.3")] as const;

describe("an address", () => {
  test.each(["192.0.2.1", "0.0.0.0", "255.255.255.255", "2001:db8::1", "::1", "::ffff:192.0.2.1"])(
    "'%s' is one",
    (text) => {
      expect(isAddress(text)).toBe(true);
    },
  );
  test.each([
    "",
    "192.0.2",
    "192.0.2.256",
    "192.0.2.1.",
    "1.2.3.4.5",
    "edge.example",
    "2001:db8::g",
    ":",
    "1:2",
    "[::1]",
    "::1]",
    7,
    null,
  ])("'%s' is none", (text) => expect(isAddress(text)).toBe(false));
  test.each(["192.0.2.1", "192.0.2.1:8080", "[2001:db8::1]:80", "2001:db8::1", "[2001:db8::1]"])(
    "'%s' is a server",
    (text) => {
      expect(isServer(text)).toBe(true);
    },
  );
  test.each([
    "edge.example",
    "192.0.2.1:99999",
    "[192.0.2.1]:80",
    "192.0.2.1:",
    "192.0.2.1/x",
    "user@192.0.2.1",
    "",
    5,
  ])("'%s' is no server", (text) => expect(isServer(text)).toBe(false));
  test("is told with the port of its edge", () => {
    expect(renderAddress(A)).toBe("192.0.2.1:443");
    expect(renderAddress({ ...path("2001:db8::1"), edge: "http://edge.example:81" })).toBe("[2001:db8::1]:81");
    expect(renderAddress(SYSTEM)).toBeUndefined();
  });
});

describe("a race", () => {
  const never = () => new Promise<never>(() => {});

  test("gives the first 250 ms, and then takes whoever comes first", async () => {
    const clock = testClock();
    const begun: string[] = [];
    const aborted: string[] = [];
    const won = race(
      ["a", "b", "c"],
      (name, signal) => {
        begun.push(name);
        signal.addEventListener("abort", () => aborted.push(name));
        return name === "b" ? new Promise<string>((resolve) => void clock.after(100, () => resolve(name))) : never();
      },
      { clock },
    );
    await clock.advance(STAGGER_MS - 1);
    expect(begun).toEqual(["a"]);
    await clock.advance(1);
    expect(begun).toEqual(["a", "b"]);
    await clock.advance(100);
    expect(await won).toBe("b");
    expect(aborted).toEqual(["a"]);
    await clock.advance(1_000);
    expect(begun).toEqual(["a", "b"]);
  });

  test("goes on at once when one fails, and tells the last failure when all have", async () => {
    const clock = testClock();
    const failing = (name: string) => Promise.reject(new Error(name));
    await expect(race(["a", "b"], failing, { clock })).rejects.toThrow("b");
    await expect(race([], failing, { clock })).rejects.toThrow();
  });

  test("ends with its signal, and discards what wins too late", async () => {
    const clock = testClock();
    const discarded: string[] = [];
    const both = race(
      ["a", "b"],
      async (name) => {
        await new Promise<void>((resolve) => void clock.after(name === "a" ? STAGGER_MS + 5 : 5, resolve));
        return name;
      },
      { clock, discard: (name) => discarded.push(name) },
    );
    await clock.advance(STAGGER_MS + 5);
    expect(await both).toBe("a");
    expect(discarded).toEqual(["b"]);
    const controller = new AbortController();
    const off = race(["a"], never, { clock, signal: controller.signal });
    controller.abort(new Error("off"));
    await expect(off).rejects.toThrow("off");
    await expect(race(["a"], never, { clock, signal: controller.signal })).rejects.toThrow("off");
  });
});

describe("the ranking", () => {
  function ranking() {
    const clock = testClock();
    const made = new Ranking(clock);
    made.enter("wifi");
    return { clock, ranking: made };
  }

  test("puts the fastest first, what is not known behind it, and the platform's own DNS last", () => {
    const { ranking: made } = ranking();
    made.connected(A, 80);
    made.connected(C, 20);
    expect(made.rank([SYSTEM, A, B, C])).toEqual([C, A, B, SYSTEM]);
  });

  test("takes families in turns where nothing is known", () => {
    const [six, seven] = [path("2001:db8::6"), path("2001:db8::7")];
    expect(ranking().ranking.rank([A, B, six, seven])).toEqual([six, A, seven, B]);
  });

  test("smooths: one slow connection does not make a fast path a slow one", () => {
    const { ranking: made } = ranking();
    made.connected(A, 20);
    made.connected(B, 100);
    made.connected(A, 200);
    expect(made.rank([B, A])).toEqual([A, B]);
    made.connected(A, 200);
    expect(made.rank([B, A])).toEqual([B, A]);
  });

  test("puts behind what was outrun, silent or has failed once", () => {
    const { ranking: made } = ranking();
    for (const each of [A, B, C]) made.connected(each, 20);
    made.outrun(A, 500);
    expect(made.rank([A, B, C])).toEqual([B, C, A]);
    made.suspect(B, 1);
    expect(made.rank([A, B, C])).toEqual([C, A, B]);
    made.failed(C);
    expect(made.rank([A, B, C, SYSTEM])).toEqual([A, SYSTEM, B, C]);
    made.spoke(B);
    expect(made.rank([A, B, C])).toEqual([B, A, C]);
  });

  test("opens the circuit after two failures, tries again by one connection, and closes it by a success", async () => {
    const { ranking: made, clock } = ranking();
    made.failed(A);
    made.failed(A);
    expect(made.rank([A, B])).toEqual([B]);
    await clock.advance(1_000);
    expect(made.rank([A, B])).toEqual([B, A]);
    made.begin(A);
    expect(made.rank([A, B])).toEqual([B]);
    made.failed(A);
    await clock.advance(1_000);
    expect(made.rank([A, B])).toEqual([B]);
    await clock.advance(1_000);
    made.begin(A);
    made.connected(A, 10);
    expect(made.rank([A, B])).toEqual([A, B]);
  });

  test("all failed means all are tried", () => {
    const { ranking: made } = ranking();
    for (const each of [A, A, B, B]) made.failed(each);
    expect(made.rank([A, B])).toEqual([A, B]);
  });

  test("a path is never shut for longer than a minute", async () => {
    const { ranking: made, clock } = ranking();
    for (let failure = 0; failure < 40; failure++) made.failed(A);
    await clock.advance(60_000);
    expect(made.rank([A, B])).toEqual([B, A]);
  });

  test("each network has its own, and eight are remembered", () => {
    const { ranking: made } = ranking();
    made.connected(B, 10);
    made.enter("mobile");
    expect(made.rank([A, B])).toEqual([A, B]);
    made.enter("wifi");
    expect(made.rank([A, B])).toEqual([B, A]);
    for (let other = 0; other < 8; other++) made.enter(`other-${other}`);
    made.enter("wifi");
    expect(made.rank([A, B])).toEqual([A, B]);
  });
});

describe("the pace", () => {
  test("doubts after what answers take here, and four times how they vary", () => {
    const pace = new Pace();
    expect(pace.doubtMs(0)).toBe(1_000);
    for (let answer = 0; answer < 50; answer++) pace.answered(100);
    expect(pace.doubtMs(0)).toBe(200);
    expect(pace.doubtMs(1)).toBe(400);
    pace.answered(1_100);
    expect(pace.doubtMs(0)).toBeGreaterThan(1_000);
    expect(pace.doubtMs(9)).toBe(3_000);
    pace.reset();
    expect(pace.doubtMs(0)).toBe(1_000);
  });

  test("lets a tenth of the requests be sent twice", () => {
    const pace = new Pace();
    const spent = () => Array.from({ length: 20 }, () => pace.spend()).filter(Boolean).length;
    expect(spent()).toBe(10);
    for (let answer = 0; answer < 31; answer++) pace.answered(50);
    expect(spent()).toBe(3);
  });
});

describe("answers", () => {
  function kept() {
    const clock = testClock();
    return { clock, answers: new Answers(clock, DAY_MS) };
  }

  test("are fresh, due at three quarters, stale for a day, and then forgotten", async () => {
    const { clock, answers } = kept();
    answers.put("wifi", "a.example", ["192.0.2.1"], 400_000);
    const age = () => answers.get("wifi", "a.example")?.age;
    expect(age()).toBe("fresh");
    await clock.advance(300_000);
    expect(age()).toBe("due");
    await clock.advance(100_000);
    expect(age()).toBe("stale");
    await clock.advance(DAY_MS - 1);
    expect(age()).toBe("stale");
    await clock.advance(1);
    expect(age()).toBeUndefined();
  });

  test.each([
    [0, 60_000],
    [59_000, 60_000],
    [1e12, DAY_MS],
  ])("of a TTL of %i ms are kept %i", async (ttlMs, keptMs) => {
    const { clock, answers } = kept();
    answers.put("wifi", "a.example", ["192.0.2.1"], ttlMs);
    await clock.advance(keptMs - 1);
    expect(answers.get("wifi", "a.example")?.age).toBe("due");
    await clock.advance(1);
    expect(answers.get("wifi", "a.example")?.age).toBe("stale");
  });

  test("outlive the app, with the network that they are of", async () => {
    const { clock, answers } = kept();
    answers.put("wifi", "a.example", ["192.0.2.1", "2001:db8::1"], 400_000);
    answers.servers = ["192.0.2.53"];
    const next = new Answers(clock, DAY_MS);
    next.parse(answers.render());
    expect(next.get("wifi", "a.example")).toMatchObject({
      ips: ["192.0.2.1", "2001:db8::1"],
      from: "persistent",
      age: "fresh",
    });
    expect(next.get("mobile", "a.example")).toBeUndefined();
    expect(next.anywhere("a.example")?.ips).toEqual(["192.0.2.1", "2001:db8::1"]);
    expect(next.servers).toEqual(["192.0.2.53"]);
  });

  test("that are newer are not replaced by what a store had", () => {
    const { clock, answers } = kept();
    answers.put("wifi", "a.example", ["192.0.2.1"], 400_000);
    const next = new Answers(clock, DAY_MS);
    next.put("wifi", "a.example", ["192.0.2.9"], 400_000);
    next.parse(answers.render());
    expect(next.get("wifi", "a.example")?.ips).toEqual(["192.0.2.9"]);
  });

  test("that were put after the clock was set back are asked again", () => {
    const { clock, answers } = kept();
    answers.put("wifi", "a.example", ["192.0.2.1"], 400_000);
    clock.setNow(clock.now() - 3_600_000);
    expect(answers.get("wifi", "a.example")).toBeUndefined();
  });

  const good = ["wifi", "a.example", ["192.0.2.1"], 1_800_000_000_000, 400_000];
  test.each<[string, unknown]>([
    ["no text", 7],
    ["no JSON", "{"],
    ["null", "null"],
    ["a list", "[]"],
    ["another version", { v: 2, answers: [good] }],
    ["no answers", { v: 1 }],
    ["entries of another kind", { v: 1, answers: [7, null, {}, "x", []] }],
    ["no network", { v: 1, answers: [["", ...good.slice(1)]] }],
    ["a name too long", { v: 1, answers: [["wifi", "a".repeat(254), ...good.slice(2)]] }],
    ["no addresses", { v: 1, answers: [["wifi", "a.example", [], ...good.slice(3)]] }],
    ["names for addresses", { v: 1, answers: [["wifi", "a.example", ["evil.example", 7], ...good.slice(3)]] }],
    ["of the future", { v: 1, answers: [["wifi", "a.example", ["192.0.2.1"], 1_900_000_000_000, 400_000]] }],
    ["of long ago", { v: 1, answers: [["wifi", "a.example", ["192.0.2.1"], 1_000_000_000_000, 400_000]] }],
    ["a TTL without end", { v: 1, answers: [["wifi", "a.example", ["192.0.2.1"], 1_800_000_000_000, 1e15]] }],
    ["a time that is none", { v: 1, answers: [["wifi", "a.example", ["192.0.2.1"], "now", 400_000]] }],
    ["text without end", `{"v":1,"answers":[${JSON.stringify(good)}],"x":"${"x".repeat(140_000)}"}`],
  ])("are none where a store has %s", (_, text) => {
    const { answers } = kept();
    answers.parse(typeof text === "object" ? JSON.stringify(text) : text);
    expect(answers.get("wifi", "a.example")).toBeUndefined();
    expect(answers.servers).toEqual([]);
  });

  test("that can be read are taken from between those that cannot", () => {
    const { answers } = kept();
    const servers = ["192.0.2.53", "evil.example", 7, "[2001:db8::53]:81"];
    answers.parse(JSON.stringify({ v: 1, answers: [7, good, ["wifi"]], servers }));
    expect(answers.get("wifi", "a.example")?.ips).toEqual(["192.0.2.1"]);
    expect(answers.servers).toEqual(["192.0.2.53", "[2001:db8::53]:81"]);
  });

  test("are bounded: by names, and by addresses of one", () => {
    const { answers } = kept();
    const ips = Array.from({ length: 40 }, (_, index) => `192.0.2.${index}`);
    for (let index = 0; index <= 64; index++) answers.put("wifi", `n${index}.example`, ips, 400_000);
    expect(answers.get("wifi", "n0.example")).toBeUndefined();
    expect(answers.get("wifi", "n64.example")?.ips).toHaveLength(16);
    expect(answers.render().length).toBeLessThan(131_072);
  });
});
