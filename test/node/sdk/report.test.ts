import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { afterEach, describe, expect, test, vi } from "vitest";
import { Accepted, Found, Network as NetworkNames, Outcome, Report } from "../../../proto/gen/report.contract.ts";
import type { Exchange, LifeEvent, Network, NetworkRequest, NetworkState } from "../../../sdk/network/exchange.ts";
import { FOUNDS, NETWORKS, OUTCOMES } from "../../../sdk/report/message.ts";
import { pathPattern } from "../../../sdk/report/path-pattern.ts";
import { createReports, type ReportsOptions } from "../../../sdk/report/report.ts";
import { SDK_VERSION } from "../../../sdk/version.ts";

const WIFI: NetworkState = { id: "home", type: "wifi" };
const CELLULAR: NetworkState = { id: "operator", type: "cellular" };
/** The platform packs a report in threads of its own. */
const WAIT = { timeout: 10_000 };
const START_MS = Date.UTC(2026, 10, 23, 12);

const exchange = (changes: Partial<Exchange> = {}): Exchange => ({
  method: "GET",
  target: "/api/users/42?token=secret",
  way: {
    found: "httpdns",
    edge: "https://edge.example:8443/base",
    address: "203.0.113.7:8443",
    attempts: 1,
    moved: false,
  },
  network: WIFI,
  outcome: "answered",
  status: 200,
  dnsMs: 0,
  totalMs: 120.4,
  bytesOut: 200,
  bytesIn: 4000,
  ...changes,
});

/** A network without one: what is sent goes to `answer`. */
function world(
  options: Partial<ReportsOptions> = {},
  answer: (report: Report) => Response | Promise<Response> = () => new Response(null, { status: 204 }),
) {
  const listeners = new Set<(exchange: Exchange) => void>();
  const watchers = new Set<(event: LifeEvent) => void>();
  const sent: { url: string; request: NetworkRequest; report: Report; bytes: number }[] = [];
  const clock = { nowMs: START_MS };
  const network: Pick<Network, "edges" | "listen" | "watch" | "send"> = {
    edges: ["https://edge.example:8443"],
    async send(url, request) {
      const body = request.body ?? new Uint8Array(0);
      const plain = request.headers["content-encoding"] === "gzip" ? gunzipSync(body) : body;
      const report = Report.decode(plain);
      sent.push({ url, request, report, bytes: body.length });
      return await answer(report);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    watch(listener) {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
  };
  const reports = createReports({ network, oneIn: 1, now: () => clock.nowMs, random: () => 0.5, ...options });
  return {
    reports,
    sent,
    samples: () => sent.flatMap(({ report }) => report.samples),
    tell: (changes?: Partial<Exchange>, times = 1) => {
      for (let at = 0; at < times; at++) for (const listener of listeners) listener(exchange(changes));
    },
    say: (event: LifeEvent) => {
      for (const watcher of watchers) watcher(event);
    },
    pass: (ms: number) => {
      clock.nowMs += ms;
    },
    listening: () => listeners.size + watchers.size,
  };
}

afterEach(() => {
  vi.useRealTimers();
});

describe("a report", () => {
  test("tells of an exchange what the contract has words for, and of nobody", async () => {
    const it = world({ appVersion: "4.2.0-rc.1", platform: "ios" });
    it.tell({ dnsMs: 12.6, connectMs: 40, tlsMs: 80, firstByteMs: 119.5, method: "POST" });
    it.pass(2_000);
    await it.reports.flush();
    const [only, ...others] = it.sent;
    expect(others).toEqual([]);
    expect(only?.url).toBe("https://edge.example:8443/report");
    expect(only?.request).toMatchObject({ method: "POST", idempotent: false, streamed: false });
    expect(only?.request.headers["content-type"]).toBe("application/x-protobuf");
    expect(only?.report).toEqual({
      sdkVersion: SDK_VERSION,
      appVersion: "4.2.0-rc.1",
      platform: "ios",
      dropped: 0,
      samples: [
        {
          ageMs: 2_000,
          weight: 1,
          method: "POST",
          path: "/api/users/{}",
          outcome: Outcome.ANSWERED,
          status: 200,
          network: NetworkNames.WIFI,
          found: Found.HTTPDNS,
          edge: "edge.example:8443",
          address: "203.0.113.7:8443",
          attempts: 1,
          moved: false,
          dnsMs: 13,
          connectMs: 40,
          tlsMs: 80,
          firstByteMs: 120,
          totalMs: 120,
          bytesOut: 200,
          bytesIn: 4000,
        },
      ],
    });
  });

  test("says 0 ms where it was 0, and nothing where nothing was measured", async () => {
    const it = world();
    it.tell({ dnsMs: 0 });
    await it.reports.flush();
    expect(it.samples()[0]).toMatchObject({ dnsMs: 0 });
    expect(it.samples()[0]).not.toHaveProperty("connectMs");
  });

  test("keeps within what the edge takes, whatever a platform says", async () => {
    const it = world();
    it.tell({
      method: "wéird",
      target: "no path",
      status: 0,
      totalMs: Number.NaN,
      dnsMs: -5,
      connectMs: 1e12,
      bytesIn: 2 ** 40,
      way: { found: "new" as "memory", edge: "https://é", address: "a b", attempts: 1e9, moved: false },
    });
    await it.reports.flush();
    expect(it.samples()).toEqual([
      expect.objectContaining({ method: "OTHER", path: "/{}", status: 0, totalMs: 0, dnsMs: 0, connectMs: 3_600_000 }),
    ]);
    expect(it.samples()).toEqual([
      expect.objectContaining({ found: 0, edge: "", address: "", attempts: 100, bytesIn: 0xffff_ffff }),
    ]);
  });

  test("names outcomes, networks and ways as the contract does", () => {
    const lower = (names: Readonly<Record<string, number>>) =>
      Object.fromEntries(
        Object.entries(names).flatMap(([name, value]) => (value === 0 ? [] : [[name.toLowerCase(), value]])),
      );
    expect(OUTCOMES).toEqual(lower(Outcome));
    expect(NETWORKS).toEqual(lower(NetworkNames));
    expect(FOUNDS).toEqual(lower(Found));
  });

  test("has the version of the package", async () => {
    const { version } = JSON.parse(await readFile(new URL("../../../package.json", import.meta.url), "utf8"));
    expect(SDK_VERSION).toBe(version);
  });

  test("is in gzip where that is smaller", async () => {
    const it = world({ budget: { perMinute: 100_000 } });
    it.tell({}, 60);
    await it.reports.flush();
    expect(it.sent[0]?.request.headers["content-encoding"]).toBe("gzip");
    expect(it.sent[0]?.bytes).toBeLessThan(600);
    const small = world();
    small.tell();
    await small.reports.flush();
    expect(small.sent[0]?.request.headers["content-encoding"]).toBeUndefined();
  });

  test("never tells of itself", async () => {
    const it = world();
    it.tell({ target: "/report", method: "POST" });
    it.tell({ target: "/api/report" });
    await it.reports.flush();
    expect(it.samples().map(({ path }) => path)).toEqual(["/api/report"]);
  });
});

describe("what is drawn", () => {
  test("is one in so many of what went well, and says so", async () => {
    let turn = 0;
    const it = world({ oneIn: 10, random: () => (turn++ % 10) / 10 });
    it.tell({}, 100);
    await it.reports.flush();
    expect(it.samples().map(({ weight }) => weight)).toEqual(Array(10).fill(10));
  });

  test("is as many as the edge says, until it says something else, in the next start too", async () => {
    const kept: { text?: string } = {};
    const store = {
      get: () => kept.text,
      set: (text: string) => {
        kept.text = text;
      },
    };
    let says = 1000;
    const answer = () =>
      new Response(says === 0 ? null : Accepted.encode({ oneIn: says }), { status: says === 0 ? 204 : 200 });
    const it = world({ random: () => 0, store }, answer);
    const next = async () => {
      it.tell();
      await it.reports.flush();
      it.pass(60_000);
      return it.samples().at(-1)?.weight;
    };
    expect([await next(), await next()]).toEqual([1, 1000]);
    const second = world({ random: () => 0, store }, answer);
    await second.reports.flush();
    second.tell();
    await second.reports.flush();
    expect(second.samples().at(-1)?.weight).toBe(1000);
    says = 0;
    expect([await next(), await next()]).toEqual([1000, 1]);
    says = 0xffff_ffff;
    expect([await next(), await next()]).toEqual([1, 10_000]);
  });

  test("is what the app says where the edge's answer is none of its own", async () => {
    const it = world({}, () => new Response("<html>Welcome to our Wi-Fi", { status: 200 }));
    it.tell();
    await it.reports.flush();
    it.pass(60_000);
    await it.reports.flush();
    expect(it.sent.map(({ report }) => report.samples.map(({ weight }) => weight))).toEqual([[1], [1]]);
  });

  test.each([
    ["an edge that was not reached", { outcome: "unreachable" }],
    ["a connection that died", { outcome: "lost" }],
    ["a full queue", { outcome: "refused" }],
    ["a server's error", { status: 503 }],
    ["a call that was moved", { way: { ...exchange().way, moved: true } }],
  ] as const)("is each of %s, up to ten a minute", async (_, changes) => {
    const it = world({ oneIn: 1000 });
    it.tell(changes, 25);
    it.pass(60_000);
    it.tell(changes, 3);
    await it.reports.flush();
    expect(it.samples().map(({ weight }) => weight)).toEqual(Array(13).fill(1));
  });

  test.each([[{ outcome: "offline" }], [{ outcome: "canceled" }], [{ status: 404 }]] as const)(
    "is %j no more than what went well",
    async (changes) => {
      const it = world({ oneIn: 1000 });
      it.tell(changes, 25);
      await it.reports.flush();
      expect(it.sent).toEqual([]);
    },
  );
});

describe("sending", () => {
  test("waits until calls are quiet, and not for ever", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const it = world();
    const step = async (ms: number) => {
      it.pass(ms);
      await vi.advanceTimersByTimeAsync(ms);
    };
    it.tell();
    await step(1_400);
    it.tell();
    await step(1_400);
    expect(it.sent).toEqual([]);
    await step(200);
    await vi.waitFor(() => expect(it.samples()).toHaveLength(2), WAIT);
    await step(61_000);
    for (let ms = 0; ms < 17_000; ms += 1_000) {
      it.tell();
      await step(1_000);
    }
    await vi.waitFor(() => expect(it.sent).toHaveLength(2), WAIT);
  });

  test("is once a minute, what came meanwhile together", async () => {
    const it = world();
    it.tell();
    await it.reports.flush();
    it.tell({}, 3);
    await it.reports.flush();
    expect(it.sent).toHaveLength(1);
    it.pass(60_000);
    await it.reports.flush();
    expect(it.sent.map(({ report }) => report.samples.length)).toEqual([1, 3]);
  });

  test("does not happen without a network, and does when there is one", async () => {
    const it = world();
    it.say({ type: "online", isOnline: false });
    it.tell();
    await it.reports.flush();
    it.say({ type: "online", isOnline: true });
    it.say({ type: "network", state: { id: "", type: "none" } });
    await it.reports.flush();
    expect(it.sent).toEqual([]);
    it.say({ type: "network", state: CELLULAR });
    await it.reports.flush();
    expect(it.samples()).toHaveLength(1);
  });

  test("happens when the app goes to the background, but where a store keeps what is to be sent", async () => {
    const it = world();
    it.tell();
    it.say({ type: "app", state: "background" });
    await expect.poll(() => it.sent.length).toBe(1);
    const kept: string[] = [];
    const store = { get: () => undefined, set: (text: string) => void kept.push(text) };
    const keeps = world({ store });
    keeps.tell();
    keeps.say({ type: "app", state: "background" });
    await expect.poll(() => kept.length).toBe(1);
    expect(JSON.parse(kept[0] ?? "").samples).toHaveLength(1);
    expect(keeps.sent).toEqual([]);
  });

  test("ends with close()", async () => {
    const it = world();
    it.tell();
    it.reports.close();
    await it.reports.flush();
    expect(it.sent).toEqual([]);
    expect(it.listening()).toBe(0);
  });

  test("that fails keeps the samples, and waits longer each time", async () => {
    let isUp = false;
    const it = world({}, () => {
      if (!isUp) throw new Error("no network");
      return new Response(null, { status: 204 });
    });
    it.tell();
    const tries: number[] = [];
    for (let minute = 0; minute < 40; minute++) {
      const before = it.sent.length;
      await it.reports.flush();
      if (it.sent.length > before) tries.push(minute);
      it.pass(60_000);
    }
    expect(tries).toEqual([0, 1, 3, 7, 15, 31]);
    isUp = true;
    it.pass(3_600_000);
    await it.reports.flush();
    it.pass(60_000);
    await it.reports.flush();
    expect(it.sent).toHaveLength(7);
    expect(it.sent.at(-1)?.report.samples).toHaveLength(1);
  });

  test("waits as long as the edge asks", async () => {
    const it = world({}, () => new Response(null, { status: 429, headers: { "retry-after": "600" } }));
    it.tell();
    await it.reports.flush();
    it.pass(599_000);
    await it.reports.flush();
    expect(it.sent).toHaveLength(1);
    it.pass(1_000);
    await it.reports.flush();
    expect(it.sent.map(({ report }) => report.samples.length)).toEqual([1, 1]);
  });

  test("rests for hours where the edge takes none", async () => {
    const it = world({}, () => new Response(null, { status: 404 }));
    it.tell();
    await it.reports.flush();
    it.tell();
    it.pass(6 * 3_600_000 - 1);
    await it.reports.flush();
    expect(it.sent).toHaveLength(1);
    it.pass(1);
    await it.reports.flush();
    expect(it.sent).toHaveLength(2);
  });

  test("does not repeat what an edge refuses", async () => {
    const it = world({}, () => new Response(null, { status: 400 }));
    it.tell();
    await it.reports.flush();
    it.pass(60_000);
    await it.reports.flush();
    expect(it.sent).toHaveLength(1);
  });
});

describe("the budget", () => {
  test("of a minute takes the oldest, and leaves the others for the next", async () => {
    const it = world({ budget: { perMinute: 1_000 } });
    for (let at = 0; at < 64; at++)
      it.tell({ target: `/${"abcdefgh"[at % 8]}${"ijklmnop"[at >> 3]}`, totalMs: at * 977, bytesIn: at * 7919 });
    await it.reports.flush();
    const first = it.samples().length;
    expect(first).toBeGreaterThan(5);
    expect(first).toBeLessThan(64);
    expect(it.samples()[0]?.totalMs).toBe(0);
    for (let minute = 0; minute < 20; minute++) {
      it.pass(60_000);
      await it.reports.flush();
    }
    expect(it.samples().map(({ totalMs }) => totalMs)).toEqual(Array.from({ length: 64 }, (_, at) => at * 977));
    for (const { bytes } of it.sent) expect(bytes + 400).toBeLessThanOrEqual(1_000);
  });

  test("of a day is another for each type of network", async () => {
    const perDay = { wifi: 600, cellular: 1_800, ethernet: 0, other: 0, none: 0 };
    const it = world({ budget: { perDay } });
    const tries = async (network: NetworkState) => {
      const before = it.sent.length;
      for (let minute = 0; minute < 10; minute++) {
        it.tell({ network });
        await it.reports.flush();
        it.pass(60_000);
      }
      return it.sent.length - before;
    };
    expect(await tries(WIFI)).toBe(1);
    expect(await tries(CELLULAR)).toBe(3);
    expect(await tries({ id: "", type: "other" })).toBe(0);
    it.pass(86_400_000);
    expect(await tries(WIFI)).toBe(1);
  });

  test("that is spent lets the oldest fall out, and says how many", async () => {
    const it = world({ budget: { perMinute: 0 } });
    it.tell({}, 250);
    await it.reports.flush();
    expect(it.sent).toEqual([]);
    const rich = world();
    rich.say({ type: "online", isOnline: false });
    for (let at = 0; at < 250; at++) rich.tell({ totalMs: at });
    rich.say({ type: "online", isOnline: true });
    await rich.reports.flush();
    expect(rich.sent[0]?.report.dropped).toBe(50);
    expect(rich.samples()[0]?.totalMs).toBe(50);
    rich.pass(60_000);
    await rich.reports.flush();
    expect(rich.sent[1]?.report.dropped).toBe(0);
  });

  test("does not pay for what is older than a week", async () => {
    const it = world();
    it.say({ type: "online", isOnline: false });
    it.tell({}, 3);
    it.pass(7 * 86_400_000 + 1);
    it.tell();
    it.say({ type: "online", isOnline: true });
    await it.reports.flush();
    expect(it.sent.map(({ report }) => [report.samples.length, report.dropped])).toEqual([[1, 3]]);
  });
});

describe("a store", () => {
  const memory = () => {
    const state: { text: string | undefined } = { text: undefined };
    const set = async (text: string) => {
      state.text = text;
    };
    return { state, get: async () => state.text, set };
  };

  test("brings samples and what was spent into the next start", async () => {
    const store = memory();
    const first = world({ store });
    first.tell();
    await first.reports.flush();
    first.tell({ totalMs: 77 }, 2);
    first.say({ type: "app", state: "background" });
    await expect.poll(() => JSON.parse(store.state.text ?? "{}").samples?.length).toBe(2);
    expect(JSON.parse(store.state.text ?? "{}").spent.bytes.wifi).toBeGreaterThan(400);
    const second = world({ store, budget: { perDay: { wifi: 100, cellular: 9_999, ethernet: 0, other: 0, none: 0 } } });
    second.tell();
    await second.reports.flush();
    expect(second.sent).toEqual([]);
    second.say({ type: "network", state: CELLULAR });
    await second.reports.flush();
    expect(second.samples().map(({ totalMs }) => totalMs)).toEqual([77, 77, 120]);
  });

  test.each([
    "",
    "{",
    "null",
    '{"samples":7}',
    `{"spent":{"day":1,"bytes":{}},"samples":[null,7,{"path":"/"},{"endedAtMs":${START_MS},"path":"/","way":null}]}`,
    `{"spent":{"day":1,"bytes":{}},"samples":[{"endedAtMs":${START_MS},"path":"x","way":{"edge":""}}]}`,
  ])("that holds '%s' is as good as none", async (text) => {
    const it = world({ store: { get: () => text, set: () => undefined } });
    it.tell();
    await it.reports.flush();
    expect(it.samples()).toHaveLength(1);
  });

  test("that throws stops no report", async () => {
    const broken = () => {
      throw new Error("the disk is full");
    };
    const it = world({ store: { get: broken, set: broken } });
    it.tell();
    await it.reports.flush();
    it.pass(60_000);
    it.tell();
    await it.reports.flush();
    expect(it.sent).toHaveLength(2);
  });
});

test.each([
  ["/", "/"],
  ["/$batch", "/$batch"],
  ["/api/search?q=alice#x", "/api/search"],
  ["/v2/order-items/orderItems/order_items", "/v2/order-items/orderItems/order_items"],
  ["/users/8467123/orders", "/users/{}/orders"],
  ["/users/0b7f6c1e-7a52-4c0e-9d3c-8a6f2f1f0c11", "/users/{}"],
  ["/users/alice@example.com", "/users/{}"],
  ["/users/a%40b", "/users/{}"],
  ["/reset/QmFzZTY0VG9rZW4", "/reset/{}"],
  ["/reset/dGhpcyBpcyBhIHRva2Vu", "/reset/{}"],
  ["/files/report.final.pdf", "/files/{}"],
  ["/fairway.passport.v1.PassportService/GetProfile", "/fairway.passport.v1.PassportService/GetProfile"],
  ["/Müller/é", "/{}/{}"],
  ["/a//b/", "/a//b/"],
  [`/${"abc/".repeat(60)}`, "/{}"],
  [`/${"a".repeat(33)}`, "/{}"],
  ["http://edge.example/x", "/{}"],
])("the path of %s is told as %s", (target, expected) => {
  expect(pathPattern(target)).toBe(expected);
});

test("an app may say what its paths are called, as long as that is a path", async () => {
  const it = world({ pathOf: (path, method) => (path === "/users/alice" ? `/users/{name}` : `not ${method}`) });
  it.tell({ target: "/users/alice?x=1" });
  it.tell({ target: "/other" });
  await it.reports.flush();
  expect(it.samples().map(({ path }) => path)).toEqual(["/users/{name}", "/{}"]);
});

test.each([{ oneIn: 0 }, { oneIn: 1.5 }, { oneIn: 10_001 }, { appVersion: "4 2" }, { platform: "x".repeat(33) }])(
  "options that make no sense are refused: %j",
  (options) => {
    expect(() => world(options)).toThrow(TypeError);
  },
);
