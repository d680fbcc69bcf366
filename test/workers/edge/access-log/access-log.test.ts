import { describe, expect, test } from "vitest";
import { type AccessLog, accessLog } from "../../../../edge/access-log/access-log.ts";
import type { AccessEntry, Call } from "../../../../edge/route/call.ts";
import { networkOf } from "../../../../proto/network.ts";
import { itemRef, routeOf } from "../codec/fixture.ts";

const STARTED_AT_MS = Date.UTC(2026, 10, 22, 12, 0, 0, 250);

interface TestCall extends Call {
  readonly background: Promise<unknown>[];
}

function callOf(changes: Partial<Call> = {}, entry: Partial<AccessEntry> = {}): TestCall {
  const background: Promise<unknown>[] = [];
  const { route, identity } = changes;
  return {
    request: new Request("http://edge.test/", {
      headers: { authorization: "Bearer secret-token", cookie: "secret-cookie" },
    }),
    target: { path: "/api/x", query: "?password=secret-query" },
    client: { ip: "203.0.113.77", proto: "https", host: "edge.test" },
    trace: { traceId: "1".repeat(32), spanId: "2".repeat(16), flags: 1, state: "a=1" },
    entry: { startedAtMs: STARTED_AT_MS, ...(route && { route }), ...(identity && { identity }), ...entry },
    signal: new AbortController().signal,
    waitUntil: (promise) => void background.push(promise),
    background,
    ...changes,
  };
}

/** A log whose clock and sleep are the test's. */
interface World {
  readonly log: AccessLog;
  readonly writes: (readonly string[])[];
  nowMs: number;
  /** Every line that was written, parsed. */
  lines(): Record<string, unknown>[];
  /** Lets whoever sleeps go on, and what follows happen. */
  wake(): Promise<void>;
  /** A call from its beginning to its end. */
  pass(call: Call, status?: number): void;
}

function world(): World {
  const writes: (readonly string[])[] = [];
  const wakes: (() => void)[] = [];
  const it: World = {
    writes,
    nowMs: STARTED_AT_MS + 12,
    lines: () => writes.flat().map((line) => JSON.parse(line)),
    async wake() {
      for (const wake of wakes.splice(0)) wake();
      await new Promise((resolve) => setTimeout(resolve));
    },
    log: accessLog({
      write: (lines) => void writes.push(lines),
      now: () => it.nowMs,
      sleep: () => new Promise<void>((resolve) => void wakes.push(resolve)),
    }),
    pass(call, status = 200) {
      it.log.begin(call);
      it.log.end(call, status);
    },
  };
  return it;
}

describe("a line", () => {
  test("says all that is known of a call", async () => {
    const it = world();
    const identity = { uid: 42n, sessionId: 7n, expiresAtMs: 0, headers: { "fairway-identity": "secret-claims" } };
    const entry = {
      upstream: "main",
      address: "http://127.0.0.1:1",
      attempts: 2,
      upstreamMs: 9,
      bytesIn: 5,
      bytesInPlain: 50,
      bytesOut: 6,
      bytesOutPlain: 60,
    };
    const item = { ...itemRef(), batchId: "batch-1", id: "profile" };
    it.pass(callOf({ identity, item, route: routeOf({ name: "one" }) }, entry));
    await it.wake();
    expect(it.lines()).toEqual([
      {
        time: "2026-11-22T12:00:00.250Z",
        traceId: "1".repeat(32),
        spanId: "2".repeat(16),
        batch: "batch-1",
        item: "profile",
        route: "one",
        upstream: "main",
        address: "http://127.0.0.1:1",
        attempts: 2,
        method: "GET",
        path: "/api/x",
        status: 200,
        bytesIn: 5,
        bytesInPlain: 50,
        bytesOut: 6,
        bytesOutPlain: 60,
        totalMs: 12,
        upstreamMs: 9,
        client: "203.0.113.0/24",
        uid: "42",
      },
    ]);
  });

  test("leaves out what does not apply", async () => {
    const it = world();
    it.pass(callOf({ client: { ip: undefined, proto: "http", host: "x" } }), 404);
    await it.wake();
    expect(Object.keys(it.lines()[0] ?? {})).toEqual([
      "time",
      "traceId",
      "spanId",
      "method",
      "path",
      "status",
      "totalMs",
    ]);
  });

  test("says why a call failed", async () => {
    const it = world();
    it.pass(callOf({}, { fault: "unavailable", reason: "it is down", ended: "truncated", misfit: "no JSON" }), 503);
    await it.wake();
    expect(it.lines()[0]).toMatchObject({
      status: 503,
      fault: "unavailable",
      reason: "it is down",
      ended: "truncated",
      misfit: "no JSON",
    });
  });

  test("never has a token, a cookie, a query or a whole address", async () => {
    const it = world();
    it.pass(callOf());
    await it.wake();
    expect(it.writes.flat().join()).not.toMatch(/secret|password|203\.0\.113\.77/);
  });

  test("is one line, whatever the path", async () => {
    const it = world();
    it.pass(callOf({ target: { path: '/a\n{"forged":true}\r\u2028"', query: "" } }));
    await it.wake();
    expect(it.writes.flat()).toHaveLength(1);
    expect(it.writes.flat()[0]).not.toMatch(/[\n\r]/);
    expect(it.lines()[0]).toMatchObject({ path: '/a\n{"forged":true}\r\u2028"' });
  });

  test("has no more of a path than a log needs", async () => {
    const it = world();
    it.pass(callOf({ target: { path: `/${"x".repeat(60_000)}`, query: "" } }));
    await it.wake();
    expect(String(it.lines()[0]?.path)).toHaveLength(1025);
    expect(String(it.lines()[0]?.path).endsWith("…")).toBe(true);
  });
});

describe("the network of an address", () => {
  test.each([
    ["203.0.113.77", "203.0.113.0/24"],
    ["::ffff:203.0.113.77", "203.0.113.0/24"],
    ["2001:db8:1234:56ff:1:2:3:4", "2001:db8:1234:5600::/56"],
    ["2001:db8::1", "2001:db8:0:0::/56"],
    ["::1", "0:0:0:0::/56"],
    ["fe80::1:2", "fe80:0:0:0::/56"],
    ["::", "0:0:0:0::/56"],
  ])("of %s is %s", (ip, network) => {
    expect(networkOf(ip)).toBe(network);
  });

  test.each(["", "unix", "g::1:2:3:4", "1:2:3", "12345:1:1:1:1:1:1:1"])(
    "of '%s', which is none, is not known",
    (ip) => {
      expect(networkOf(ip)).toBeUndefined();
    },
  );
});

describe("lines are gathered:", () => {
  test("those of a moment are one write, for which the first call stays alive", async () => {
    const it = world();
    const calls = Array.from({ length: 5 }, () => callOf());
    for (const call of calls) it.pass(call);
    expect(it.writes).toHaveLength(0);
    expect(calls.map(({ background }) => background.length)).toEqual([1, 0, 0, 0, 0]);
    await it.wake();
    expect(it.writes.map((lines) => lines.length)).toEqual([5]);
    await Promise.all(calls.flatMap(({ background }) => background));
  });

  test("the next moment has a writer of its own", async () => {
    const it = world();
    it.pass(callOf());
    await it.wake();
    const next = callOf();
    it.pass(next);
    expect(next.background).toHaveLength(1);
    await it.wake();
    expect(it.writes.map((lines) => lines.length)).toEqual([1, 1]);
  });

  test("too many for memory are written at once", () => {
    const it = world();
    for (let count = 0; count < 1000; count++) it.pass(callOf());
    expect(it.writes.map((lines) => lines.length)).toEqual([256, 256, 256]);
  });

  test("a writer that never came back has a successor, who loses none of its lines", async () => {
    const it = world();
    it.pass(callOf());
    it.nowMs += 5_001;
    const next = callOf();
    it.pass(next);
    expect(next.background).toHaveLength(1);
    await it.wake();
    expect(it.lines()).toHaveLength(2);
  });

  test("nothing is written where there is nothing", async () => {
    const it = world();
    it.log.begin(callOf());
    await it.wake();
    expect(it.writes).toEqual([]);
  });
});

describe("a call", () => {
  test("has one line, however often it ends", async () => {
    const it = world();
    const call = callOf();
    it.pass(call);
    it.log.end(call, 500);
    await it.wake();
    expect(it.lines()).toHaveLength(1);
  });

  test("that nobody can be working on any more is logged as aborted, without a status, by the next one", async () => {
    const it = world();
    const lost = callOf({ route: routeOf({ name: "lost", timeoutMs: 1_000 }) }, { upstream: "main" });
    it.log.begin(lost);
    it.pass(callOf({}, { startedAtMs: STARTED_AT_MS + 7_001 }));
    await it.wake();
    expect(it.lines().map(({ route, ended }) => [route, ended])).toEqual([
      ["lost", "aborted"],
      [undefined, undefined],
    ]);
    expect(it.lines()[0]).not.toHaveProperty("status");
    expect(it.lines()[0]).not.toHaveProperty("totalMs");
    it.log.end(lost, 200);
    await it.wake();
    expect(it.lines()).toHaveLength(2);
  });

  test("that may still be answered is not given up", async () => {
    const it = world();
    const slow = callOf({ route: routeOf({ name: "slow", timeoutMs: 1_000 }) });
    it.log.begin(slow);
    it.pass(callOf({}, { startedAtMs: STARTED_AT_MS + 6_999 }));
    it.log.end(slow, 200);
    await it.wake();
    expect(it.lines().map(({ route, status }) => [route, status])).toEqual([
      [undefined, 200],
      ["slow", 200],
    ]);
  });

  test("whose reply streams is never given up: it ends by itself", async () => {
    const it = world();
    const stream = callOf({ route: routeOf({ name: "stream", timeoutMs: 1_000 }) }, { streams: true });
    it.log.begin(stream);
    it.pass(callOf({}, { startedAtMs: STARTED_AT_MS + 3_600_000 }));
    it.log.end(stream, 200);
    await it.wake();
    expect(it.lines().at(-1)).toMatchObject({ route: "stream", status: 200 });
    expect(it.lines().at(-1)).not.toHaveProperty("ended");
  });

  test.each([
    ["of no route", {}],
    ["of a face, which may hold a poll", { route: routeOf({ timeoutMs: 0 }) }],
    ["of a batch", { item: itemRef(), route: routeOf({ timeoutMs: 1_000 }) }],
  ])("%s is given up only after the longest time that there is", async (_, changes) => {
    const it = world();
    it.log.begin(callOf(changes));
    it.pass(callOf({}, { startedAtMs: STARTED_AT_MS + 124_000 }));
    await it.wake();
    expect(it.lines()).toHaveLength(1);
    it.pass(callOf({}, { startedAtMs: STARTED_AT_MS + 126_000 }));
    await it.wake();
    expect(it.lines().filter(({ ended }) => ended === "aborted")).toHaveLength(1);
  });
});
