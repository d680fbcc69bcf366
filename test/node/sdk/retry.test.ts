import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Fault } from "../../../proto/fault.ts";
import { PassportService, Profile } from "../../../proto/gen/passport.contract.ts";
import { createClient, path, replyOf } from "../../../sdk/client.ts";
import { type Script, scriptedEdge } from "./scripted-edge.ts";

const BASE = { baseUrl: "https://edge.test" };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Fails so often, then answers. */
function flaky(failures: number, fail: () => never): { script: Script; attempts: () => number } {
  let attempts = 0;
  return {
    script: ({ url }) => (++attempts <= failures ? fail() : { json: url }),
    attempts: () => attempts,
  };
}

const unavailable = (): never => {
  throw new Fault("unavailable", "overloaded");
};

async function run<T>(work: Promise<T>): Promise<T> {
  const settled = Promise.allSettled([work]);
  await vi.runAllTimersAsync();
  const [outcome] = await settled;
  if (outcome.status === "rejected") throw outcome.reason;
  return outcome.value;
}

describe("a failed call", () => {
  test.each([
    ["GET", {}, 3],
    ["PUT", {}, 3],
    ["DELETE", {}, 3],
    ["POST", {}, 1],
    ["PATCH", {}, 1],
    ["POST", { idempotent: true }, 3],
    ["GET", { idempotent: false }, 1],
  ])("of method %s %j is tried %i times in all", async (method, options, attempts) => {
    const { script, attempts: counted } = flaky(9, unavailable);
    const client = createClient({ ...BASE, fetch: scriptedEdge(script).fetch });
    await expect(run(client.fetch("/a", { method, ...options }))).rejects.toMatchObject({ code: "unavailable" });
    expect(counted()).toBe(attempts);
  });

  test.each([429, 502, 503, 504])("with status %i is repeated", async (status) => {
    const fail = () => {
      throw new Fault("unavailable", "no", { status });
    };
    const client = createClient({ ...BASE, fetch: scriptedEdge(flaky(2, fail).script).fetch });
    expect((await run(client.fetch("/a"))).json()).toBe("/a");
  });

  test.each([400, 403, 404, 409, 500, 501])("with status %i is not repeated", async (status) => {
    const { script, attempts } = flaky(1, () => {
      throw new Fault("internal", "no", { status });
    });
    const client = createClient({ ...BASE, fetch: scriptedEdge(script).fetch });
    await expect(run(client.fetch("/a"))).rejects.toMatchObject({ status });
    expect(attempts()).toBe(1);
  });

  test("whose connection broke is unavailable, and repeated", async () => {
    const edge = scriptedEdge(({ url }) => ({ json: url }), {
      intercept: (_, index) => {
        if (index < 2) throw new TypeError("fetch failed");
        return undefined;
      },
    });
    const fetch: typeof edge.fetch = async (url, init) => {
      const response = await edge.fetch(url, init);
      if (response.status === 500) throw new TypeError("fetch failed");
      return response;
    };
    const client = createClient({ ...BASE, fetch });
    expect((await run(client.fetch("/a"))).json()).toBe("/a");
    const broken = createClient({ ...BASE, fetch: () => Promise.reject(new TypeError("fetch failed")) });
    await expect(run(broken.fetch("/a"))).rejects.toMatchObject({ code: "unavailable", message: "the network failed" });
    await expect(run(broken.fetch("/a", { method: "POST" }))).rejects.toMatchObject({ code: "unavailable" });
  });

  test("is not repeated once its reply has begun", async () => {
    let requests = 0;
    const fetch = async () => {
      requests++;
      const body = new ReadableStream({
        start: (controller) => controller.enqueue(new TextEncoder().encode('{"half":')),
        pull: () => Promise.reject(new TypeError("terminated")),
      });
      return new Response(body, { headers: { "content-type": "application/json" } });
    };
    const client = createClient({ ...BASE, fetch });
    await expect(run(client.fetch("/a"))).rejects.toMatchObject({ code: "unavailable" });
    expect(requests).toBe(1);
  });

  test("keeps the API's own error document", async () => {
    const edge = scriptedEdge(() => ({ status: 422, json: { error: { code: "odd", message: "odd number" } } }));
    const client = createClient({ ...BASE, fetch: edge.fetch });
    const fault = await run(client.fetch("/a")).catch((thrown: unknown) => thrown);
    expect(fault).toMatchObject({ code: "invalid_argument", status: 422 });
    expect(replyOf(fault)?.json()).toEqual({ error: { code: "odd", message: "odd number" } });
  });
});

describe("the pause before a repetition", () => {
  test("is a random part of a growing time", async () => {
    const times: number[] = [];
    const fetch = async () => {
      times.push(Date.now());
      return new Response(null, { status: 503 });
    };
    const client = createClient({ ...BASE, fetch, random: () => 0.5, retry: { delayMs: 100, attemptsMax: 4 } });
    await expect(run(client.fetch("/a"))).rejects.toMatchObject({ code: "unavailable" });
    const pauses = times.slice(1).map((time, index) => time - (times[index] as number));
    // Half of 100, 200, 400, and the tick in which a call waits for company.
    expect(pauses.map((pause) => Math.round(pause / 10) * 10)).toEqual([50, 100, 200]);
  });

  test.each(["2", new Date(2000).toUTCString()])("is at least what Retry-After '%s' says", async (retryAfter) => {
    vi.setSystemTime(0);
    const times: number[] = [];
    const fetch = async () => {
      times.push(Date.now());
      if (times.length > 1) return Response.json("ok");
      return new Response(null, { status: 429, headers: { "retry-after": retryAfter } });
    };
    const client = createClient({ ...BASE, fetch, random: () => 0 });
    expect((await run(client.fetch("/a"))).json()).toBe("ok");
    expect((times[1] as number) - (times[0] as number)).toBeGreaterThanOrEqual(1990);
  });

  test("is not begun when nobody would wait so long", async () => {
    let requests = 0;
    const fetch = async () => {
      requests++;
      return new Response(null, { status: 503, headers: { "retry-after": "3600" } });
    };
    const client = createClient({ ...BASE, fetch });
    const startedMs = Date.now();
    await expect(run(client.fetch("/a"))).rejects.toMatchObject({ code: "unavailable", retryAfterSeconds: 3600 });
    expect(requests).toBe(1);
    expect(Date.now() - startedMs).toBeLessThanOrEqual(15_000);
  });

  test("ends at once when the caller aborts", async () => {
    const edge = scriptedEdge(unavailable);
    const client = createClient({ ...BASE, fetch: edge.fetch, random: () => 1 });
    const controller = new AbortController();
    const outcome = expect(client.fetch("/a", { signal: controller.signal })).rejects.toMatchObject({
      code: "canceled",
    });
    await vi.advanceTimersByTimeAsync(10);
    controller.abort();
    await outcome;
    await vi.runAllTimersAsync();
    expect(edge.seen).toHaveLength(1);
  });
});

describe("the budget", () => {
  test("ends repetitions when a server keeps failing, and fills again with successes", async () => {
    let failing = true;
    let requests = 0;
    const fetch = async () => {
      requests++;
      return failing ? new Response(null, { status: 503 }) : Response.json("ok");
    };
    const client = createClient({ ...BASE, fetch, random: () => 0 });
    const attemptsOf = async () => {
      const before = requests;
      await run(client.fetch("/a")).catch(() => {});
      return requests - before;
    };
    const first = [await attemptsOf(), await attemptsOf(), await attemptsOf(), await attemptsOf()];
    expect(first).toEqual([3, 3, 2, 1]);
    failing = false;
    for (let i = 0; i < 30; i++) await run(client.fetch("/a"));
    failing = true;
    expect(await attemptsOf()).toBe(3);
  });

  test("counts a failed batch once, however many calls were in it, and they meet again in one batch", async () => {
    const edge = scriptedEdge(({ url }) => ({ json: url }), {
      intercept: (_, index) => (index < 2 ? new Response(null, { status: 503 }) : undefined),
    });
    const client = createClient({ ...BASE, fetch: edge.fetch });
    const paths = Array.from({ length: 12 }, (_, index) => `/${index}`);
    const replies = await run(Promise.all(paths.map((path) => client.fetch(path))));
    expect(replies.map((reply) => reply.json())).toEqual(paths);
    expect(edge.seen.map(({ path }) => path)).toEqual(["/$batch", "/$batch", "/$batch"]);
    expect(edge.seen[2]?.items).toHaveLength(12);
  });
});

describe("in a batch", () => {
  test("only the calls that failed are repeated", async () => {
    const { script } = flaky(1, unavailable);
    const edge = scriptedEdge((call) => (call.url === "/flaky" ? script(call) : { json: call.url }));
    const client = createClient({ ...BASE, fetch: edge.fetch });
    const calls = Promise.all([client.fetch("/a"), client.fetch("/flaky"), client.fetch("/b")]);
    expect((await run(calls)).map((reply) => reply.json())).toEqual(["/a", "/flaky", "/b"]);
    expect(edge.seen.map(({ path }) => path)).toEqual(["/$batch", "/flaky"]);
  });

  test("what depends on a call that is repeated follows it", async () => {
    const { script } = flaky(1, unavailable);
    const edge = scriptedEdge((call) => (call.url === "/flaky" ? script(call) : { json: call.url }));
    const client = createClient({ ...BASE, fetch: edge.fetch });
    const first = client.fetch("/flaky");
    const second = client.fetch(path`/second${first.ref}`);
    expect((await run(second)).json()).toBe("/second%2Fflaky");
  });

  test("calls without a reply, because it broke off, are repeated where they may be", async () => {
    const edge = scriptedEdge(({ url }) => ({ json: url }));
    let first = true;
    const fetch: typeof edge.fetch = async (url, init) => {
      const response = await edge.fetch(url, init);
      if (!first) return response;
      first = false;
      // The first frame arrives, the others are lost with the connection.
      const reader = (response.body as ReadableStream<Uint8Array>).getReader();
      const { value } = await reader.read();
      const body = new ReadableStream({
        start: (controller) => controller.enqueue(value),
        pull: () => Promise.reject(new TypeError("terminated")),
      });
      return new Response(body, { headers: response.headers });
    };
    const client = createClient({ ...BASE, fetch });
    const calls = [client.fetch("/a"), client.fetch("/b"), client.fetch("/c", { method: "POST" })];
    const [a, b, c] = await run(Promise.allSettled(calls));
    expect(a).toMatchObject({ status: "fulfilled" });
    expect(b).toMatchObject({ status: "fulfilled" });
    expect(c).toMatchObject({ status: "rejected", reason: { code: "unavailable" } });
    expect(edge.seen.map(({ path }) => path)).toEqual(["/$batch", "/b"]);
  });
});

describe("an RPC call", () => {
  test("is repeated by what its contract says", async () => {
    let attempts = 0;
    const script: Script = () => {
      if (++attempts < 3) unavailable();
      return { message: [Profile, {}] };
    };
    const passport = createClient({ ...BASE, fetch: scriptedEdge(script).fetch }).rpc(PassportService);
    await run(passport.getProfile({}));
    expect(attempts).toBe(3);
    attempts = 0;
    await expect(run(passport.updateProfile({ nickname: "a" }))).rejects.toMatchObject({ code: "unavailable" });
    expect(attempts).toBe(1);
  });
});
