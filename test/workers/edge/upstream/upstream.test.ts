import { describe, expect, test } from "vitest";
import type { AccessEntry } from "../../../../edge/route/call.ts";
import {
  NEVER_ABORTS,
  type OutgoingRequest,
  type SendPolicy,
  startDeadline,
  type UpstreamDeps,
  upstreams,
} from "../../../../edge/upstream/upstream.ts";
import { Fault } from "../../../../proto/fault.ts";

type Answer = (url: string, init: RequestInit) => Response | Promise<Response>;

interface World {
  /** Requests that were sent, by address, oldest first. */
  readonly asked: string[];
  readonly slept: number[];
  nowMs: number;
  entry: AccessEntry;
  send(changes?: Partial<OutgoingRequest & SendPolicy>): Promise<Response>;
}

/** An upstream `main` of addresses `http://a`, `http://b` and so on, whose replies are these. */
function world(names: string, answer: Answer): World {
  const asked: string[] = [];
  const slept: number[] = [];
  const deps: UpstreamDeps = {
    async fetch(url, init) {
      asked.push(new URL(url).hostname);
      return await answer(url, init);
    },
    now: () => it.nowMs,
    random: () => 0.5,
    sleep: async (ms) => void slept.push(ms),
  };
  const urls = Array.from(names, (name) => `http://${name}`);
  const { send } = upstreams(new Map([["main", { urls, batch: false }]]), deps);
  const it: World = {
    asked,
    slept,
    nowMs: 1_000_000,
    entry: { startedAtMs: 0 },
    send({ method = "GET", target = "/x?y", headers = new Headers(), body = null, broken, ...policy } = {}) {
      it.entry = { startedAtMs: 0 };
      return send(
        "main",
        { method, target, headers, body, ...(broken && { broken }) },
        { timeoutMs: 10_000, attempts: 2, idempotent: true, signal: NEVER_ABORTS, entry: it.entry, ...policy },
      );
    },
  };
  return it;
}

function ok(): Response {
  return new Response("ok");
}

function broken(): never {
  throw new TypeError("connection refused");
}

/** Answers as each address's own function does. */
function each(answers: Record<string, Answer>): Answer {
  return (url, init) => (answers[new URL(url).hostname] ?? ok)(url, init);
}

function statusAnswer(status: number): Answer {
  return () => new Response("not I", { status });
}

/** Answers never, and ends as `fetch` does when it is aborted. */
const never: Answer = (_, init) =>
  new Promise((_resolve, reject) => {
    init.signal?.addEventListener("abort", () => reject(init.signal?.reason));
  });

function faultOf(sent: Promise<Response>): Promise<unknown> {
  return sent.then(
    () => Promise.reject(new Error("it was answered")),
    (fault) => fault,
  );
}

async function sendTimes(count: number, it: World, changes?: Parameters<World["send"]>[0]): Promise<void> {
  for (let turn = 0; turn < count; turn++) await it.send(changes).catch(() => undefined);
}

describe("a request", () => {
  test("is sent as it is, redirects and codings left to the client", async () => {
    let seen: [string, RequestInit] | undefined;
    const it = world("a", (url, init) => {
      seen = [url, init];
      return ok();
    });
    const headers = new Headers({ "x-a": "1" });
    const body = new Uint8Array([1]);
    await it.send({ method: "PUT", target: "/p%2F?q=%FF", headers, body });
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
    await it.send();
    expect(it.entry).toMatchObject({ upstream: "main", address: "http://b", attempts: 2, upstreamMs: 14 });
  });

  test.each([200, 204, 304, 400, 404, 429, 500, 501])(
    "whose reply is %i is answered, by the first address",
    async (status) => {
      const it = world("ab", () => new Response(null, { status }));
      expect((await it.send()).status).toBe(status);
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

describe("addresses", () => {
  test("take turns", async () => {
    const it = world("abc", ok);
    await sendTimes(6, it);
    expect(it.asked.join("")).toBe("abcabc");
  });

  test("that are down are left out for a while, longer each time, and then tried again", async () => {
    const it = world("ab", each({ a: broken }));
    await sendTimes(1, it);
    expect(it.asked.join("")).toBe("ab");
    await sendTimes(4, it);
    expect(it.asked.join("")).toBe("abbbbb");
    it.nowMs += 1_001;
    await sendTimes(2, it);
    expect(it.asked.slice(6).filter((name) => name === "a")).toHaveLength(1);
    it.asked.length = 0;
    it.nowMs += 1_001;
    await sendTimes(4, it);
    expect(it.asked).not.toContain("a");
    it.nowMs += 1_001;
    await sendTimes(2, it);
    expect(it.asked).toContain("a");
  });

  test("that are down for long are still tried every ten seconds", async () => {
    const it = world("ab", each({ a: broken }));
    for (let turn = 0; turn < 10; turn++) {
      it.asked.length = 0;
      await sendTimes(2, it);
      expect(it.asked).toContain("a");
      it.nowMs += 10_001;
    }
  });

  test("that fail many requests in one moment are left out no longer than for one", async () => {
    let down = true;
    const waiting: (() => void)[] = [];
    const dying: Answer = () => new Promise((_, reject) => void waiting.push(() => reject(new TypeError("reset"))));
    const it = world("ab", each({ a: (...sent) => (down ? dying(...sent) : ok()) }));
    const sent = Array.from({ length: 16 }, () => it.send());
    await expect.poll(() => waiting).toHaveLength(8);
    for (const die of waiting) die();
    await Promise.all(sent);
    down = false;
    it.asked.length = 0;
    it.nowMs += 1_001;
    await sendTimes(4, it);
    expect(it.asked).toContain("a");
  });

  test("that were down are tried by one request, while the others go elsewhere", async () => {
    const waiting: (() => void)[] = [];
    let down = true;
    const slow: Answer = () => new Promise((resolve) => void waiting.push(() => resolve(ok())));
    const it = world("ab", each({ a: (...sent) => (down ? broken() : slow(...sent)) }));
    await sendTimes(1, it);
    down = false;
    it.nowMs += 1_001;
    it.asked.length = 0;
    const sent = Array.from({ length: 10 }, () => it.send());
    await expect.poll(() => it.asked).toHaveLength(10);
    expect(it.asked.filter((name) => name === "a")).toHaveLength(1);
    for (const answer of waiting) answer();
    await Promise.all(sent);
    it.asked.length = 0;
    const more = Array.from({ length: 10 }, () => it.send());
    await expect.poll(() => it.asked).toHaveLength(10);
    expect(it.asked.filter((name) => name === "a")).toHaveLength(5);
    for (const answer of waiting) answer();
    await Promise.all(more);
  });

  test("that are back take turns again", async () => {
    let down = true;
    const it = world("ab", each({ a: () => (down ? broken() : ok()) }));
    await sendTimes(1, it);
    down = false;
    it.nowMs += 1_001;
    await sendTimes(2, it);
    it.asked.length = 0;
    await sendTimes(4, it);
    expect(it.asked.toSorted().join("")).toBe("aabb");
  });

  test("that say goodbye with reply after reply are left out before they are gone", async () => {
    const leaving = () => new Response("ok", { headers: { connection: "close" } });
    const it = world("ab", each({ a: leaving }));
    await sendTimes(6, it);
    expect(it.asked.join("")).toBe("ababab");
    await sendTimes(4, it);
    expect(it.asked.slice(6).join("")).toBe("bbbb");
    it.nowMs += 5_001;
    await sendTimes(2, it);
    expect(it.asked.slice(10)).toContain("a");
  });

  test("that close a connection now and then, or all of them always, take turns all the same", async () => {
    let turn = 0;
    const closing = (each: number) => () =>
      new Response("ok", { headers: turn++ % each === 0 ? { connection: "Close" } : {} });
    const sometimes = world("ab", closing(3));
    await sendTimes(12, sometimes);
    expect(sometimes.asked.join("")).toBe("ab".repeat(6));
    const always = world("ab", closing(1));
    await sendTimes(20, always);
    expect(always.asked.join("")).toBe("ab".repeat(10));
  });

  test("that are all down are asked all the same: one may be back", async () => {
    let down = true;
    const it = world("ab", () => (down ? broken() : ok()));
    await sendTimes(1, it);
    down = false;
    expect((await it.send()).status).toBe(200);
  });

  test("that answer 503 are not left out", async () => {
    const it = world("ab", each({ a: statusAnswer(503) }));
    await sendTimes(3, it, { attempts: 1 });
    expect(it.asked.join("")).toBe("aba");
  });

  test("are not blamed for a body that its client broke off", async () => {
    const it = world("ab", each({ a: broken }));
    await sendTimes(3, it, { method: "POST", idempotent: false, body: new Response("x").body });
    expect(it.asked.join("")).toBe("aba");
  });

  test("that let three requests in a row wait in vain are left out", async () => {
    const it = world("ab", each({ a: never }));
    await sendTimes(6, it, { timeoutMs: 5 });
    expect(it.asked.join("")).toBe("ababab");
    await sendTimes(2, it, { timeoutMs: 5 });
    expect(it.asked.slice(6).join("")).toBe("bb");
  });
});

describe("another address is asked", () => {
  const pair = each({ a: broken });

  test.each([502, 503, 504])("after a %i", async (status) => {
    const it = world("ab", each({ a: statusAnswer(status) }));
    expect((await it.send()).status).toBe(200);
    expect(it.asked.join("")).toBe("ab");
  });

  test("with the same bytes", async () => {
    const bodies: unknown[] = [];
    const it = world("ab", (url, { body }) => {
      bodies.push(body);
      return url.startsWith("http://a") ? broken() : ok();
    });
    const body = new Uint8Array([1, 2, 3]);
    await it.send({ method: "PUT", body });
    expect(bodies).toEqual([body, body]);
  });

  test("but not where the request is not idempotent", async () => {
    const it = world("ab", pair);
    expect(await faultOf(it.send({ method: "POST", idempotent: false }))).toMatchObject({ code: "unavailable" });
    expect(it.asked.join("")).toBe("a");
  });

  test("but not where the body is a stream, of which a part may be gone", async () => {
    const it = world("ab", pair);
    expect(await faultOf(it.send({ method: "PUT", body: new Response("x").body }))).toMatchObject({
      code: "unavailable",
    });
    expect(it.asked.join("")).toBe("a");
  });

  test("as often as the route allows, each address once before one twice", async () => {
    const it = world("abc", broken);
    await faultOf(it.send({ attempts: 4 }));
    expect(it.asked.slice(0, 3).toSorted().join("")).toBe("abc");
    expect(it.asked).toHaveLength(4);
    expect(it.slept).toHaveLength(1);
  });

  test("and none is left: the last reply is the client's", async () => {
    const it = world("ab", each({ a: statusAnswer(503), b: statusAnswer(502) }));
    const reply = await it.send();
    expect(reply.status).toBe(502);
    expect(await reply.text()).toBe("not I");
  });

  test("and none is left: 503 that says when to try again, and the cause is for the log alone", async () => {
    const fault = await faultOf(world("ab", broken).send());
    expect(fault).toMatchObject({ code: "unavailable", status: 503, retryAfterSeconds: 1 });
    expect(fault).toMatchObject({ cause: { message: "connection refused" } });
    expect((fault as Fault).message).not.toContain("refused");
  });

  test("not at once where it is the same: longer each time, by chance", async () => {
    const it = world("a", broken);
    await faultOf(it.send({ attempts: 4 }));
    expect(it.slept).toEqual([25, 50, 100]);
  });

  test("and the reply that is not used is let go", async () => {
    let cancelled = false;
    const body = new ReadableStream({
      cancel() {
        cancelled = true;
      },
    });
    await world("ab", each({ a: () => new Response(body, { status: 503 }) })).send();
    expect(cancelled).toBe(true);
  });
});

describe("the retry budget", () => {
  test("is used up by an upstream that fails, and then nothing is sent twice", async () => {
    const it = world("a", statusAnswer(503));
    await sendTimes(200, it);
    it.asked.length = 0;
    await sendTimes(10, it);
    expect(it.asked).toHaveLength(10);
  });

  test("bounds how much more is sent while everything fails", async () => {
    const it = world("a", statusAnswer(503));
    await sendTimes(1_000, it, { attempts: 5 });
    expect(it.asked.length).toBeLessThanOrEqual(1_100);
  });

  test("lets all go on that are under way to an address when it dies", async () => {
    const waiting: (() => void)[] = [];
    const dying: Answer = () => new Promise((_, reject) => void waiting.push(() => reject(new TypeError("reset"))));
    const it = world("ab", each({ a: dying }));
    const sent = Array.from({ length: 120 }, () => it.send());
    await expect.poll(() => waiting).toHaveLength(60);
    for (const die of waiting) die();
    expect((await Promise.all(sent)).map(({ status }) => status)).toEqual(Array(120).fill(200));
  });

  test("comes back with successes", async () => {
    let down = true;
    const it = world("a", () => new Response(null, { status: down ? 503 : 200 }));
    await sendTimes(200, it);
    down = false;
    await sendTimes(100, it);
    down = true;
    it.asked.length = 0;
    await it.send();
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
        random: () => 0,
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

describe("time", () => {
  test("that has passed is a 504, and nobody else is asked", async () => {
    const it = world("ab", never);
    expect(await faultOf(it.send({ timeoutMs: 10 }))).toMatchObject({ code: "deadline_exceeded", status: 504 });
    expect(it.asked.join("")).toBe("a");
  });

  test("is for all attempts together", async () => {
    const it = world("ab", each({ a: broken, b: never }));
    expect(await faultOf(it.send({ timeoutMs: 10 }))).toMatchObject({ code: "deadline_exceeded" });
    expect(it.asked.join("")).toBe("ab");
  });

  test("may be the caller's own, which goes on after the reply's head", async () => {
    const deadline = startDeadline(10);
    await world("a", ok).send({ deadline, timeoutMs: 10_000 });
    await expect(deadline.race(new Promise(() => undefined))).rejects.toMatchObject({ code: "deadline_exceeded" });
    expect(deadline.isPassed()).toBe(true);
    expect(await faultOf(world("a", ok).send({ deadline }))).toMatchObject({ code: "deadline_exceeded" });
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
    await faultOf(it.send({ timeoutMs: 10, signal: new AbortController().signal }));
    expect(ended).toBe(true);
  });
});

describe("an abort", () => {
  test("ends the fetch and is no reason to ask another address", async () => {
    const controller = new AbortController();
    const it = world("ab", (url, init) => {
      queueMicrotask(() => controller.abort());
      return never(url, init);
    });
    expect(await faultOf(it.send({ signal: controller.signal }))).toMatchObject({ code: "canceled" });
    expect(it.asked.join("")).toBe("a");
  });

  test("that came before ends the fetch too", async () => {
    const it = world("a", (_, init) => (init.signal?.aborted ? Promise.reject(init.signal.reason) : ok()));
    expect(await faultOf(it.send({ signal: AbortSignal.abort() }))).toMatchObject({ code: "canceled" });
  });

  test("of a body that will have no end is told as what broke it", async () => {
    const controller = new AbortController();
    const it = world("ab", async () => {
      controller.abort(new Fault("resource_exhausted", "too large", { status: 413 }));
      throw new DOMException("the fetch was aborted", "AbortError"); // Some runtimes keep the reason to themselves.
    });
    const body = new Response("x").body;
    expect(await faultOf(it.send({ method: "PUT", body, broken: controller.signal }))).toMatchObject({ status: 413 });
    expect(it.asked.join("")).toBe("a");
  });

  test("that never comes is no signal of the fetch, which would cost", async () => {
    let signal: unknown;
    await world("a", (_, init) => {
      signal = init.signal;
      return ok();
    }).send();
    expect(signal).toBeUndefined();
  });
});
