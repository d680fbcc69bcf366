/** One request: where it goes, when it is sent again, and how long it is waited for. */
import { describe, expect, test } from "vitest";
import { NEVER_ABORTS, startDeadline, upstreams } from "../../../../edge/upstream/upstream.ts";
import { Fault } from "../../../../proto/fault.ts";
import { seeded } from "../../../seeded.ts";
import { type Answer, broken, each, faultOf, never, ok, requestTimes, statusAnswer, world } from "./world.ts";

describe("a request", () => {
  test("is sent as it is, redirects and codings left to the client", async () => {
    let seen: [string, RequestInit] | undefined;
    const it = world("a", (url, init) => {
      seen = [url, init];
      return ok();
    });
    const headers = new Headers({ "x-a": "1" });
    const body = new Uint8Array([1]);
    await it.request({ method: "PUT", target: "/p%2F?q=%FF", headers, body });
    expect(seen).toEqual([
      "http://a/p%2F?q=%FF",
      { method: "PUT", headers, body, redirect: "manual", encodeResponseBody: "manual" },
    ]);
  });

  test("leaves in the log where it went, how often and for how long", async () => {
    const it = world("ab", (url) => {
      it.nowMs += 7;
      return url.startsWith("http://a") ? broken() : ok();
    });
    await it.request();
    expect(it.entry).toMatchObject({ upstream: "main", address: "http://b", attempts: 2, upstreamMs: 14 });
  });

  test.each([200, 204, 304, 400, 404, 429, 500, 501])(
    "whose reply is %i is answered, by the first node",
    async (status) => {
      const it = world("ab", () => new Response(null, { status }));
      expect((await it.request()).status).toBe(status);
      expect(it.asked).toEqual(["a"]);
    },
  );

  test("to an upstream that is not there is a programmer's error", async () => {
    const { send } = upstreams(new Map(), {
      fetch: async () => ok(),
      now: () => 0,
      random: () => 0,
      sleep: async () => {},
    });
    const request = { method: "GET", target: "/", headers: new Headers(), body: null };
    const policy = { timeoutMs: 1, attempts: 1, idempotent: true, signal: NEVER_ABORTS, entry: { startedAtMs: 0 } };
    await expect(send("lost", request, policy)).rejects.toThrow("no upstream is called 'lost'");
  });
});

describe("another node is asked", () => {
  const pair = each({ a: broken });

  test.each([502, 503, 504])("after a %i", async (status) => {
    const it = world("ab", each({ a: statusAnswer(status) }));
    expect((await it.request()).status).toBe(200);
    expect(it.asked.join("")).toBe("ab");
  });

  test("with the same bytes", async () => {
    const bodies: unknown[] = [];
    const it = world("ab", (url, { body }) => {
      bodies.push(body);
      return url.startsWith("http://a") ? broken() : ok();
    });
    const body = new Uint8Array([1, 2, 3]);
    await it.request({ method: "PUT", body });
    expect(bodies).toEqual([body, body]);
  });

  test("but not where the request is not idempotent", async () => {
    const it = world("ab", pair);
    expect(await faultOf(it.request({ method: "POST", idempotent: false }))).toMatchObject({ code: "unavailable" });
    expect(it.asked.join("")).toBe("a");
  });

  test("but not where the body is a stream, of which a part may be gone", async () => {
    const it = world("ab", pair);
    expect(await faultOf(it.request({ method: "PUT", body: new Response("x").body }))).toMatchObject({
      code: "unavailable",
    });
    expect(it.asked.join("")).toBe("a");
  });

  test("as often as the route allows, each node once before one twice", async () => {
    const it = world("abc", broken);
    it.random = () => 0.5;
    await faultOf(it.request({ attempts: 4 }));
    expect(it.asked.slice(0, 3).toSorted().join("")).toBe("abc");
    expect(it.asked).toHaveLength(4);
    expect(it.slept).toHaveLength(1);
  });

  test("and none is left: the last reply is the client's", async () => {
    const it = world("ab", each({ a: statusAnswer(503), b: statusAnswer(502) }));
    const reply = await it.request();
    expect(reply.status).toBe(502);
    expect(await reply.text()).toBe("not I");
  });

  test("and none is left: 503 that says when to try again, and the cause is for the log alone", async () => {
    const fault = await faultOf(world("ab", broken).request());
    expect(fault).toMatchObject({ code: "unavailable", status: 503, retryAfterSeconds: 1 });
    expect(fault).toMatchObject({ cause: { message: "connection refused" } });
    expect((fault as Fault).message).not.toContain("refused");
  });

  test("not at once where it is the same: longer each time, by chance", async () => {
    const it = world("a", broken);
    it.random = () => 0.5;
    await faultOf(it.request({ attempts: 4 }));
    expect(it.slept).toEqual([25, 50, 100]);
  });

  test("and the reply that is not used is let go", async () => {
    let cancelled = false;
    const body = new ReadableStream({
      cancel() {
        cancelled = true;
      },
    });
    await world("ab", each({ a: () => new Response(body, { status: 503 }) })).request();
    expect(cancelled).toBe(true);
  });
});

describe("the retry budget", () => {
  /** The breaker, which holds requests back by chance, lets each one pass. */
  const lucky = () => 0.9999;

  test("is used up by an upstream that fails, and then nothing is sent twice", async () => {
    const it = world("a", statusAnswer(503));
    it.random = lucky;
    await requestTimes(200, it);
    it.asked.length = 0;
    await requestTimes(10, it);
    expect(it.asked).toHaveLength(10);
  });

  test("bounds how much more is sent while everything fails", async () => {
    const it = world("a", statusAnswer(503));
    it.random = lucky;
    await requestTimes(1_000, it, { attempts: 5 });
    expect(it.asked.length).toBeLessThanOrEqual(1_100);
  });

  test("lets all go on that are under way to a node when it dies", async () => {
    const waiting: (() => void)[] = [];
    const dying: Answer = () => new Promise((_, reject) => void waiting.push(() => reject(new TypeError("reset"))));
    const it = world("ab", each({ a: dying }));
    const sent = Array.from({ length: 120 }, () => it.request());
    await expect.poll(() => it.asked).toHaveLength(120);
    expect(waiting.length).toBeGreaterThan(40);
    for (const die of waiting) die();
    expect((await Promise.all(sent)).map(({ status }) => status)).toEqual(Array(120).fill(200));
  });

  test("comes back with successes", async () => {
    let down = true;
    const it = world("a", () => new Response(null, { status: down ? 503 : 200 }));
    it.random = lucky;
    await requestTimes(200, it);
    down = false;
    await requestTimes(100, it);
    down = true;
    it.asked.length = 0;
    await it.request();
    expect(it.asked).toHaveLength(2);
  });

  test("is each upstream's own", async () => {
    const asked: string[] = [];
    const { send } = upstreams(
      new Map([
        ["bad", { urls: ["http://bad"], batch: false }],
        ["good", { urls: ["http://good"], batch: false }],
      ]),
      {
        async fetch(url) {
          asked.push(url);
          return new Response(null, { status: 503 });
        },
        now: () => 0,
        random: lucky,
        sleep: async () => {},
      },
    );
    const request = { method: "GET", target: "", headers: new Headers(), body: null };
    const policy = { timeoutMs: 1_000, attempts: 2, idempotent: true, signal: NEVER_ABORTS, entry: { startedAtMs: 0 } };
    for (let turn = 0; turn < 200; turn++) await send("bad", request, policy);
    asked.length = 0;
    await send("good", request, policy);
    expect(asked).toHaveLength(2);
  });
});

describe("the breaker", () => {
  test("holds back nine in ten while a node refuses everything", async () => {
    const it = world("a", statusAnswer(503));
    it.random = seeded(1);
    for (let turn = 0; turn < 2_000; turn++) {
      await it.request({ attempts: 1 }).catch(() => undefined);
      it.nowMs += 1;
    }
    expect(it.asked.length).toBeGreaterThan(100); // Else nobody would find out that it is back.
    expect(it.asked.length).toBeLessThan(300);
  });

  test("says 503 with a time to come back, and that it was held back, to the log alone", async () => {
    const it = world("a", broken);
    await requestTimes(30, it, { attempts: 1 });
    const fault = await faultOf(it.request());
    expect(fault).toMatchObject({ code: "unavailable", status: 503, retryAfterSeconds: 1 });
    expect(fault).toMatchObject({ cause: expect.stringContaining("refused") });
    expect(it.entry).toMatchObject({ upstream: "main" });
    expect(it.entry.attempts).toBeUndefined();
  });

  test("lets everything pass a moment after the node takes requests again", async () => {
    let down = true;
    const it = world("a", () => new Response(null, { status: down ? 503 : 200 }));
    it.random = seeded(2);
    for (let turn = 0; turn < 1_000; turn++) {
      await it.request({ attempts: 1 }).catch(() => undefined);
      it.nowMs += 2;
    }
    down = false;
    let held = 0;
    for (let turn = 0; turn < 1_000; turn++) {
      await it.request({ attempts: 1 }).catch(() => held++);
      it.nowMs += 2;
      if (turn === 200) held = 0;
    }
    expect(held).toBe(0);
  });

  test("is no reaction to what an application answers, nor to few requests, nor to a node that is only slow", async () => {
    const errors = world("a", statusAnswer(500));
    await requestTimes(100, errors);
    expect(errors.asked).toHaveLength(100);
    const few = world("a", statusAnswer(503));
    await requestTimes(10, few, { attempts: 1 });
    expect(few.asked).toHaveLength(10);
    const slow = world("a", never);
    for (let turn = 0; turn < 100; turn++) void slow.request().catch(() => undefined);
    expect(slow.asked).toHaveLength(100);
  });
});

describe("push-back", () => {
  test("of a node that names a time lets another node be asked at once, and itself not before", async () => {
    const it = world("ab", each({ a: statusAnswer(503, { "retry-after": "9" }) }));
    expect((await it.request()).status).toBe(200);
    expect(it.asked.join("")).toBe("ab");
    expect(it.slept).toEqual([]);
    const alone = world("a", statusAnswer(503, { "retry-after": "9" }));
    expect((await alone.request()).headers.get("retry-after")).toBe("9");
    expect(alone.asked).toHaveLength(1);
    const soon = world("a", statusAnswer(503, { "retry-after": "1" }));
    await soon.request();
    expect(soon.slept).toEqual([1000]);
  });

  test("in milliseconds is waited for, whoever is asked then", async () => {
    const it = world("ab", each({ a: statusAnswer(503, { "grpc-retry-pushback-ms": "70" }) }));
    expect((await it.request()).status).toBe(200);
    expect(it.slept).toEqual([70]);
  });

  test.each(["-1", "no", "", "1e3"])("of '%s' forbids to ask anybody", async (value) => {
    const it = world("ab", each({ a: statusAnswer(503, { "grpc-retry-pushback-ms": value }) }));
    expect((await it.request()).status).toBe(503);
    expect(it.asked.join("")).toBe("a");
  });

  test("beyond the deadline is the answer", async () => {
    const it = world("ab", each({ a: statusAnswer(503, { "grpc-retry-pushback-ms": "700" }) }));
    expect((await it.request({ timeoutMs: 500 })).status).toBe(503);
    expect(it.asked.join("")).toBe("a");
  });
});

describe("the time that is left", () => {
  test("is told to each node that is asked, and an RPC is told in its own words", async () => {
    const told: unknown[] = [];
    const answer: Answer = (url, { headers }) => {
      const { get } = headers as Headers;
      told.push(["fairway-timeout-ms", "connect-timeout-ms"].map((name) => get.call(headers, name)));
      it.nowMs += 300;
      return url.startsWith("http://a") ? broken() : ok();
    };
    let it = world("ab", answer);
    await it.request({ timeoutMs: 1_000 });
    it = world("ab", answer);
    await it.request({ timeoutMs: 1_000, headers: new Headers({ "connect-timeout-ms": "1000" }) });
    expect(told).toEqual([
      ["1000", null],
      ["700", null],
      ["1000", "1000"],
      ["700", "700"],
    ]);
  });
});

describe("time", () => {
  test("that has passed is a 504, and nobody else is asked", async () => {
    const it = world("ab", never);
    expect(await faultOf(it.request({ timeoutMs: 10 }))).toMatchObject({ code: "deadline_exceeded", status: 504 });
    expect(it.asked.join("")).toBe("a");
  });

  test("is for all attempts together", async () => {
    const it = world("ab", each({ a: broken, b: never }));
    expect(await faultOf(it.request({ timeoutMs: 10 }))).toMatchObject({ code: "deadline_exceeded" });
    expect(it.asked.join("")).toBe("ab");
  });

  test("may be the caller's own, which goes on after the reply's head", async () => {
    const deadline = startDeadline(10);
    await world("a", ok).request({ deadline, timeoutMs: 10_000 });
    await expect(deadline.race(new Promise(() => undefined))).rejects.toMatchObject({ code: "deadline_exceeded" });
    expect(deadline.isPassed()).toBe(true);
    expect(await faultOf(world("a", ok).request({ deadline }))).toMatchObject({ code: "deadline_exceeded" });
  });

  test("that is cleared never passes", async () => {
    const deadline = startDeadline(5);
    deadline.clear();
    // One that begins later and lasts longer has passed, so this one had its time.
    await expect(startDeadline(20).race(new Promise(() => undefined))).rejects.toMatchObject({
      code: "deadline_exceeded",
    });
    expect(await deadline.race(Promise.resolve("on"))).toBe("on");
    expect(deadline.isPassed()).toBe(false);
  });

  test("that has passed ends the fetch where other work of the invocation goes on", async () => {
    let ended = false;
    const it = world("a", (url, init) => {
      init.signal?.addEventListener("abort", () => {
        ended = true;
      });
      return never(url, init);
    });
    await faultOf(it.request({ timeoutMs: 10, signal: new AbortController().signal }));
    expect(ended).toBe(true);
  });
});

describe("an abort", () => {
  test("ends the fetch and is no reason to ask another node", async () => {
    const controller = new AbortController();
    const it = world("ab", (url, init) => {
      queueMicrotask(() => controller.abort());
      return never(url, init);
    });
    expect(await faultOf(it.request({ signal: controller.signal }))).toMatchObject({ code: "canceled" });
    expect(it.asked.join("")).toBe("a");
  });

  test("that came before ends the fetch too", async () => {
    const it = world("a", (_, init) => (init.signal?.aborted ? Promise.reject(init.signal.reason) : ok()));
    expect(await faultOf(it.request({ signal: AbortSignal.abort() }))).toMatchObject({ code: "canceled" });
  });

  test("of a body that will have no end is told as what broke it", async () => {
    const controller = new AbortController();
    const it = world("ab", async () => {
      controller.abort(new Fault("resource_exhausted", "too large", { status: 413 }));
      throw new DOMException("the fetch was aborted", "AbortError"); // Some runtimes keep the reason to themselves.
    });
    const body = new Response("x").body;
    expect(await faultOf(it.request({ method: "PUT", body, broken: controller.signal }))).toMatchObject({
      status: 413,
    });
    expect(it.asked.join("")).toBe("a");
  });

  test("that never comes is no signal of the fetch, which would cost", async () => {
    let signal: unknown;
    await world("a", (_, init) => {
      signal = init.signal;
      return ok();
    }).request();
    expect(signal).toBeUndefined();
  });
});
