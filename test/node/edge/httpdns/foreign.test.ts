/** Resolvers are real servers on loopback; only the clock is a variable. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type DohResolver, FORGED, startDohResolver, type Truth } from "../../../../bench/dns-hijack/doh-resolver.ts";
import { cutSubnet, parseAddress } from "../../../../edge/httpdns/address.ts";
import { parseDocument } from "../../../../edge/httpdns/document.ts";
import { type Foreign, foreign } from "../../../../edge/httpdns/foreign/foreign.ts";
import type { Answer, Place } from "../../../../edge/httpdns/question.ts";

const NAME = "www.example.net";
const TRUE = "192.0.2.10";
/** Long enough for a busy machine: hardly a test waits for it. */
const TIMEOUT_MS = 2_000;

let resolvers: DohResolver[] = [];
let nowMs: number;
let truth: Truth | undefined;
let warned: string[];
let background: Promise<unknown>[];

beforeEach(async () => {
  nowMs = 1_000_000;
  truth = { addresses: [TRUE], ttlSeconds: 100 };
  warned = [];
  background = [];
  resolvers = await Promise.all([1, 2, 3].map(() => startDohResolver(() => truth)));
});

afterEach(async () => {
  await Promise.allSettled(background);
  await Promise.all(resolvers.map((resolver) => resolver.close()));
});

function setUp(settings: Record<string, unknown> = {}): Foreign {
  const { document, flaws } = parseDocument(
    JSON.stringify({
      resolvers: Object.fromEntries(resolvers.map(({ url }, at) => [`r${at}`, { url }])),
      settings: { foreign: { suffixes: ["example.net"], timeoutMs: TIMEOUT_MS, ...settings } },
    }),
  );
  if (document === undefined) throw new Error(flaws?.join("\n"));
  return foreign(document.foreign, document.resolvers, () => undefined, {
    fetch,
    now: () => nowMs,
    random: Math.random,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    warn: (message) => warned.push(message),
  });
}

async function ask(from: Foreign, name = NAME, place: Place = {}, type = 1): Promise<Answer> {
  const answer = from.resolve({ name, type, place }, (promise) => background.push(promise));
  if (answer === undefined) throw new Error("not allowed");
  return await answer;
}

const settled = async () => {
  await Promise.allSettled(background.splice(0));
};
const addressesOf = ({ records }: Answer) => records.filter(({ type }) => type === 1).map(({ data }) => data);
const asked = () => resolvers.reduce((sum, { heard }) => sum + heard.length, 0);

function sick(...illnesses: (DohResolver["illness"] | undefined)[]): void {
  for (const [at, resolver] of resolvers.entries()) resolver.illness = illnesses[at];
}

describe("one of three resolvers", () => {
  test.each([
    "lying",
    "dead",
    "hanging",
    "truncating",
    "wrong id",
    "other question",
    "extra records",
    "adding",
    "no name",
    "failing",
    "garbage",
  ] as const)("that is %s changes nothing, whichever it is", async (illness) => {
    for (const at of [0, 1, 2]) {
      sick(...[0, 1, 2].map((each) => (each === at ? illness : undefined)));
      const answer = await ask(setUp());
      expect(addressesOf(answer)).toEqual([TRUE]);
      expect(answer.rcode).toBe(0);
    }
  });

  test("that lies first of all is waited out", async () => {
    sick("lying", "slow", "slow");
    for (const resolver of resolvers) resolver.slowMs = 50;
    expect(addressesOf(await ask(setUp()))).toEqual([TRUE]);
  });
});

describe("two of three resolvers", () => {
  test.each([
    ["dead", "hanging"],
    ["truncating", "dead"],
    ["failing", "garbage"],
  ] as const)("that are %s and %s leave the third believed", async (one, other) => {
    sick(one, other, undefined);
    expect(addressesOf(await ask(setUp()))).toEqual([TRUE]);
  });

  test("of which one lies and one is dead are refused, where nothing is known of the liar or the name", async () => {
    sick("lying", "dead", undefined);
    const answer = await ask(setUp());
    expect(answer.rcode).toBe(2);
    expect(answer.records).toEqual([]);
  });

  test("of which one was caught lying and one dies leave the third believed", async () => {
    const from = setUp();
    sick("lying", undefined, undefined);
    await ask(from);
    await settled();
    expect(warned).toContain("resolver r0 contradicts the others");
    sick("lying", "dead", undefined);
    expect(addressesOf(await ask(from, "other.example.net"))).toEqual([TRUE]);
  });

  test("of which one lies and one is dead leave what was believed before", async () => {
    const from = setUp();
    await ask(from);
    nowMs += 100_000;
    sick("lying", "dead", undefined);
    const answer = await ask(from);
    expect(addressesOf(answer)).toEqual([TRUE]);
    expect(answer.isStale).toBe(false);
  });

  test("of which one lies for the first time as another dies leave the third believed, which names known before confirm", async () => {
    const from = setUp();
    for (const name of ["a", "b"]) await ask(from, `${name}.example.net`);
    await settled();
    sick("lying", "dead", undefined);
    expect(addressesOf(await ask(from))).toEqual([TRUE]);
    expect(warned).toContain("resolver r0 contradicts the others");
  });

  test("of which one lies about this name alone are refused: nobody can tell which it is", async () => {
    const from = setUp();
    for (const name of ["a", "b", "c"]) await ask(from, `${name}.example.net`);
    await settled();
    sick("lying", "dead", undefined);
    for (const resolver of resolvers) resolver.liesAbout = (name) => name === NAME;
    expect((await ask(from)).rcode).toBe(2);
    expect(addressesOf(await ask(from, "other.example.net"))).toEqual([TRUE]);
  });

  test("are no reason to distrust the honest one, where what was known has changed meanwhile", async () => {
    const from = setUp();
    for (const name of ["a", "b"]) await ask(from, `${name}.example.net`);
    await settled();
    truth = { addresses: ["203.0.113.5"], ttlSeconds: 100 };
    sick("lying", "dead", undefined);
    expect((await ask(from)).rcode).toBe(2); // Both contradict what was known: nobody is caught.
  });

  test("a liar that is left alone is not believed where the configuration says so", async () => {
    sick("lying", "dead", "dead");
    expect((await ask(setUp({ alone: "never" }))).rcode).toBe(2);
  });
});

test("a resolver that was away and came back has its voice as soon as another one lies", async () => {
  const from = setUp();
  sick("dead");
  for (const name of ["a", "b", "c", "d"]) await ask(from, `${name}.example.net`);
  await settled();
  expect(warned).toEqual(["resolver r0 fails; nobody waits for it now"]);
  sick(undefined, "lying", undefined);
  expect(addressesOf(await ask(from))).toEqual([TRUE]);
});

test("a liar that was alone is not believed once the others are back", async () => {
  const from = setUp();
  sick(undefined, "dead", "dead");
  for (const name of ["a", "b", "c", "d"]) await ask(from, `${name}.example.net`);
  await settled();
  sick("lying", undefined, undefined);
  expect(addressesOf(await ask(from))).toEqual([TRUE]);
});

test("where all resolvers are dead the old answer is given as stale, and not for ever", async () => {
  const from = setUp({ staleSecondsMax: 1_000 });
  await ask(from);
  sick("dead", "dead", "dead");
  nowMs += 101_000;
  const stale = await ask(from);
  expect(stale).toMatchObject({ isStale: true, ttlSeconds: 30, rcode: 0 });
  expect(addressesOf(stale)).toEqual([TRUE]);
  nowMs += 1_000_000;
  expect((await ask(from)).rcode).toBe(2);
});

test("an answer is kept for its time, counted down, and asked for again at three quarters of it", async () => {
  const from = setUp();
  await ask(from);
  await settled();
  const before = asked();
  nowMs += 40_000;
  expect((await ask(from)).ttlSeconds).toBe(60);
  expect(asked()).toBe(before);
  nowMs += 35_000;
  truth = { addresses: ["192.0.2.20"], ttlSeconds: 100 };
  const ahead = from.resolve({ name: NAME, type: 1, place: {} }, (promise) => background.push(promise));
  expect(ahead).toMatchObject({ ttlSeconds: 25 });
  await settled();
  expect(addressesOf(await ask(from))).toEqual(["192.0.2.20"]);
});

test("that there is no such name is kept as its SOA says", async () => {
  truth = undefined;
  const from = setUp();
  const answer = await ask(from, "no.example.net");
  expect(answer).toMatchObject({ rcode: 3, ttlSeconds: 60, soa: { type: 6, name: "example.net" } });
  await settled();
  const before = asked();
  nowMs += 59_000;
  expect((await ask(from, "no.example.net")).ttlSeconds).toBe(1);
  expect(asked()).toBe(before);
  nowMs += 2_000;
  truth = { addresses: [TRUE], ttlSeconds: 100 };
  expect(addressesOf(await ask(from, "no.example.net"))).toEqual([TRUE]);
});

test("a hundred who ask for the same at once cost one question to each resolver", async () => {
  const from = setUp();
  const answers = await Promise.all(Array.from({ length: 100 }, () => ask(from)));
  await settled();
  expect(new Set(answers.map((answer) => addressesOf(answer)[0]))).toEqual(new Set([TRUE]));
  expect(asked()).toBe(3);
});

test("a lookup whose request died is taken over by who waited for it", async () => {
  sick("hanging", "hanging", "hanging");
  const from = setUp();
  const lost = from.resolve({ name: NAME, type: 1, place: {} }, () => undefined);
  await expect.poll(asked).toBe(3);
  nowMs += TIMEOUT_MS + 500;
  sick(undefined, undefined, undefined);
  expect(addressesOf(await ask(from))).toEqual([TRUE]);
  expect((await lost)?.rcode).toBe(2);
});

test("names outside of the allowed suffixes are not asked for", async () => {
  const from = setUp();
  for (const name of ["example.org", "badexample.net", "net", "example.net.evil.org"]) {
    expect(from.resolve({ name, type: 1, place: {} }, () => undefined)).toBeUndefined();
  }
  expect(asked()).toBe(0);
});

test("resolvers hear nothing of the client where it is not allowed, and its cut network where it is", async () => {
  const place = { subnet: cutSubnet(parseAddress("203.0.113.77") ?? new Uint8Array(4)) };
  await ask(setUp(), NAME, place);
  await settled();
  expect(resolvers.flatMap(({ heard }) => heard.map(({ subnet }) => subnet))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  await ask(setUp({ suffixes: [{ suffix: "example.net", clientSubnet: true }] }), NAME, place);
  await settled();
  const told = resolvers[0]?.heard.at(-1)?.subnet;
  expect(told).toMatchObject({ family: 1, sourcePrefixLength: 24, scopePrefixLength: 0, ip: "203.0.113.0" });
});

test("an answer for a network is given to that network alone, and one of scope 0 to everybody", async () => {
  const from = setUp({ suffixes: [{ suffix: "example.net", clientSubnet: true }] });
  const subnetOf = (ip: string) => ({ subnet: cutSubnet(parseAddress(ip) ?? new Uint8Array(4)) });
  truth = { addresses: [TRUE], ttlSeconds: 100, scopePrefix: 16 };
  expect((await ask(from, NAME, subnetOf("203.0.113.1"))).scopePrefix).toBe(16);
  await settled();
  const before = asked();
  await ask(from, NAME, subnetOf("203.0.7.1"));
  expect(asked()).toBe(before);
  await ask(from, NAME, subnetOf("198.51.100.1"));
  await settled();
  expect(asked()).toBe(before + 3);
  truth = { addresses: [TRUE], ttlSeconds: 100 };
  await ask(from, "all.example.net", subnetOf("203.0.113.1"));
  await settled();
  await ask(from, "all.example.net", subnetOf("198.51.100.1"));
  expect(asked()).toBe(before + 6);
});

test("a client that does not want to be told of is not, at resolvers either", async () => {
  const from = setUp({ suffixes: [{ suffix: "example.net", clientSubnet: true }] });
  await ask(from, NAME, { subnet: cutSubnet(new Uint8Array(4), 0) });
  await settled();
  expect(resolvers[0]?.heard[0]?.subnet).toMatchObject({ sourcePrefixLength: 0, ip: "0.0.0.0" });
});

describe("names with other addresses at other resolvers", () => {
  const perResolver = ["192.0.2.1", "192.0.77.1", "203.0.113.1"];

  beforeEach(async () => {
    await Promise.all(resolvers.map((resolver) => resolver.close()));
    resolvers = await Promise.all(
      perResolver.map((address) =>
        startDohResolver(() => ({ cname: "cdn.example.net", addresses: [address], ttlSeconds: 60 })),
      ),
    );
  });

  test("are believed where they are in one network, and those elsewhere left out", async () => {
    const answer = await ask(setUp());
    expect(addressesOf(answer).toSorted()).toEqual(["192.0.2.1", "192.0.77.1"]);
    expect(answer.records[0]).toMatchObject({ type: 5, data: "cdn.example.net" });
  });

  test("are not believed where each address needs its own quorum", async () => {
    expect((await ask(setUp({ suffixes: [{ suffix: "example.net", agreement: "address" }] }))).rcode).toBe(2);
  });

  test("are believed by the chain of CNAMEs where that is enough", async () => {
    const answer = await ask(setUp({ suffixes: [{ suffix: "example.net", agreement: "chain" }] }));
    expect(addressesOf(answer).length).toBeGreaterThan(1);
  });
});

test("no address that one resolver forged is ever believed, whatever the order of replies", async () => {
  for (let round = 0; round < 20; round++) {
    sick("lying", round % 2 === 0 ? "slow" : undefined, round % 3 === 0 ? "slow" : undefined);
    for (const resolver of resolvers) resolver.slowMs = round;
    const answer = await ask(setUp(), `n${round}.example.net`);
    expect(addressesOf(answer)).not.toContain(FORGED.A);
    expect(answer.rcode).toBe(0);
  }
});
