import { afterEach, describe, expect, test } from "vitest";
import { app } from "../../../../edge/app.ts";
import type { Identity } from "../../../../edge/auth/auth.ts";
import { type RateLimit, rateLimiter } from "../../../../edge/rate-limit/rate-limit.ts";
import { parseRouteTable, type RouteTableError } from "../../../../edge/route/route.ts";
import { parseSettings } from "../../../../edge/settings.ts";
import { pooledHex } from "../../../../proto/trace.ts";
import { COMPRESSOR } from "../codec/fixture.ts";

const LIMIT: RateLimit = { requests: 3, windowSeconds: 60, by: "network" };
const from = (ip: string | undefined) => ({ client: { ip, proto: "http", host: "edge.test" } as const });
const user = (uid: bigint, ip = "198.51.100.1") => ({
  ...from(ip),
  identity: { uid, sessionId: 1n, expiresAtMs: 0, headers: {} } satisfies Identity,
});

/** A limiter at a time that the test sets. */
function limiterAt(bucketsMax?: number) {
  const clock = { ms: 1_000_000 };
  const limiter = rateLimiter(() => clock.ms, bucketsMax);
  const take = (call: Parameters<typeof limiter.take>[0], rateLimit = LIMIT, name = "route") => {
    try {
      limiter.take(call, { name, rateLimit });
      return "taken";
    } catch (fault) {
      const { code, status, retryAfterSeconds } = fault as { code: string; status: number; retryAfterSeconds: number };
      return { code, status, retryAfterSeconds };
    }
  };
  const takeAll = (call: Parameters<typeof limiter.take>[0], rateLimit = LIMIT) => {
    let taken = 0;
    while (taken < 1_000 && take(call, rateLimit) === "taken") taken++;
    return taken;
  };
  return { clock, take, takeAll };
}

describe("a bucket", () => {
  test("gives what it holds at once, then says when there is more", () => {
    const { take, takeAll, clock } = limiterAt();
    expect(takeAll(from("192.0.2.1"))).toBe(3);
    expect(take(from("192.0.2.1"))).toEqual({ code: "resource_exhausted", status: 429, retryAfterSeconds: 20 });
    clock.ms += 19_000;
    expect(take(from("192.0.2.1"))).toMatchObject({ retryAfterSeconds: 1 });
    clock.ms += 1_000;
    expect(takeAll(from("192.0.2.1"))).toBe(1);
  });

  test("never holds more than its requests, and a clock that is set back gives and takes nothing", () => {
    const { takeAll, clock } = limiterAt();
    takeAll(from("192.0.2.1"));
    clock.ms += 3_600_000;
    expect(takeAll(from("192.0.2.1"))).toBe(3);
    clock.ms -= 7_200_000;
    expect(takeAll(from("192.0.2.1"))).toBe(0);
    clock.ms += 20_000;
    expect(takeAll(from("192.0.2.1"))).toBe(1);
  });

  test("is a network's: an IPv4 /24 or an IPv6 /56, and each has its own", () => {
    const { takeAll } = limiterAt();
    expect(takeAll(from("192.0.2.1"))).toBe(3);
    expect(takeAll(from("192.0.2.77"))).toBe(0);
    expect(takeAll(from("192.0.3.1"))).toBe(3);
    expect(takeAll(from("2001:db8:1:2::1"))).toBe(3);
    expect(takeAll(from("2001:db8:1:ff::9"))).toBe(0);
    expect(takeAll(from("2001:db8:1:100::9"))).toBe(3);
  });

  test("is a user's where the route says so, wherever the user is, and a stranger's network has its own", () => {
    const { takeAll } = limiterAt();
    const byUser: RateLimit = { ...LIMIT, by: "user" };
    expect(takeAll(user(7n), byUser)).toBe(3);
    expect(takeAll(user(7n, "203.0.113.9"), byUser)).toBe(0);
    expect(takeAll(user(8n), byUser)).toBe(3);
    expect(takeAll(from("198.51.100.1"), byUser)).toBe(3);
  });

  test("is of one route", () => {
    const { take, takeAll } = limiterAt();
    takeAll(from("192.0.2.1"));
    expect(take(from("192.0.2.1"), LIMIT, "another")).toBe("taken");
  });

  test("is not shared by all whose address nobody knows", () => {
    expect(limiterAt().takeAll(from(undefined))).toBe(1_000);
  });

  test.each(["127.0.0.1", "10.1.2.3", "172.31.0.1", "192.168.1.1", "100.64.0.1", "::1", "fd00::1", "fe80::1"])(
    "of %s, which is no network of the internet, is only kept where the limit wants it",
    (ip) => {
      const { takeAll } = limiterAt();
      expect(takeAll(from(ip), { ...LIMIT, publicOnly: true })).toBe(1_000);
      expect(takeAll(from(ip))).toBe(3);
    },
  );

  test.each(["11.0.0.1", "172.32.0.1", "192.169.0.1", "100.128.0.1", "2a00::1"])("of %s is always kept", (ip) => {
    expect(limiterAt().takeAll(from(ip), { ...LIMIT, publicOnly: true })).toBe(3);
  });

  test("is forgotten when there are too many, the one first that was quiet longest", () => {
    const { takeAll } = limiterAt(2);
    for (const ip of ["192.0.2.1", "192.0.3.1", "192.0.2.1", "192.0.4.1"]) takeAll(from(ip));
    expect(takeAll(from("192.0.2.1"))).toBe(0);
    expect(takeAll(from("192.0.3.1"))).toBe(3);
  });
});

describe("in the route table", () => {
  const table = (route: object) =>
    JSON.stringify({
      upstreams: { main: { urls: ["http://upstream.test"] }, origin: { urls: ["http://origin.test"] } },
      routes: [{ name: "one", match: { path: "/one" }, upstream: "main", ...route }],
    });
  const flawOf = (route: object) => {
    try {
      parseRouteTable(table(route));
      return undefined;
    } catch (error) {
      return (error as RouteTableError).flaws.join("\n");
    }
  };

  test.each([
    [{ requests: 0, windowSeconds: 1, by: "network" }, "routes[0].rateLimit.requests"],
    [{ requests: 1, windowSeconds: 86_401, by: "network" }, "routes[0].rateLimit.windowSeconds"],
    [{ requests: 1, windowSeconds: 1, by: "device" }, "routes[0].rateLimit.by"],
    [{ requests: 1, windowSeconds: 1 }, "routes[0].rateLimit.by: is missing"],
    [{ requests: 1, windowSeconds: 1, by: "user" }, "routes[0].rateLimit.by: 'user' needs auth"],
  ])("%o is refused", (rateLimit, flaw) => {
    expect(flawOf({ rateLimit })).toContain(flaw);
  });

  test("a limit by user with auth is taken", () => {
    const rateLimit = { requests: 1, windowSeconds: 1, by: "user" };
    expect(flawOf({ auth: "optional", rateLimit })).toBeUndefined();
  });
});

describe("through the edge", () => {
  const background: Promise<unknown>[] = [];
  afterEach(async () => {
    await Promise.all(background.splice(0));
  });

  const SIGN_IN = "/fairway.passport.v1.PassportService/SignInGuest";
  const ROUTES = JSON.stringify({
    upstreams: { main: { urls: ["http://upstream.test"] }, origin: { urls: ["http://origin.test"] } },
    routes: [
      { name: "few", match: { path: "/few/{id}" }, upstream: "main", rateLimit: LIMIT },
      { name: "many", match: { path: "/many" }, upstream: "main" },
    ],
  });

  function world() {
    const lines: string[] = [];
    const edge = app(parseSettings({ IDENTITY_KEY: btoa("k".repeat(32)) }, ROUTES), {
      fetch: async () => Response.json({}),
      now: () => 1_000_000,
      random: () => 0.5,
      randomHex: pooledHex(),
      sleep: async () => undefined,
      compressor: COMPRESSOR,
      dictionaries: [],
      write: (written) => void lines.push(...written),
      warn: (message, cause) => {
        throw new Error(message, { cause });
      },
    });
    const ask = async (path: string, init: RequestInit = {}, ip = "192.0.2.1") => {
      const headers = { "content-type": "application/json", "cf-connecting-ip": ip, ...init.headers };
      const request = new Request(`http://edge.test${path}`, { ...init, headers });
      const reply = await edge(request, { waitUntil: (promise) => void background.push(promise) });
      return new Response(await reply.arrayBuffer(), reply); // Until the body is read, its call is under way.
    };
    return { ask, lines };
  }

  test("a refusal is 429 in problem+json with Retry-After, and other networks go on", async () => {
    const { ask, lines } = world();
    for (let i = 0; i < 3; i++) expect((await ask(`/few/${i}`)).status).toBe(200);
    const refused = await ask("/few/3");
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("20");
    expect(refused.headers.get("content-type")).toBe("application/problem+json");
    expect((await ask("/many")).status).toBe(200);
    expect((await ask("/few/3", {}, "203.0.113.5")).status).toBe(200);
    await Promise.all(background);
    expect(lines.map((line) => JSON.parse(line)).find(({ status }) => status === 429)).toMatchObject({
      route: "few",
      fault: "resource_exhausted",
    });
  });

  test("items of a batch count like requests, and the others of theirs go on", async () => {
    const { ask } = world();
    const requests = ["/few/0", "/few/1", "/many", "/few/2", "/few/3"].map((url, at) => ({
      id: String(at),
      method: "GET",
      url,
    }));
    const reply = await ask("/$batch", { method: "POST", body: JSON.stringify({ requests }) });
    const { responses } = (await reply.json()) as { responses: { id: string; status: number; headers: object }[] };
    expect(responses.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 429]);
    expect(responses.find(({ status }) => status === 429)?.headers).toMatchObject({ "retry-after": "20" });
    expect((await ask("/few/5")).status).toBe(429);
  });

  test("SignInGuest is limited by network without being asked for, and refuses as Connect does", async () => {
    const { ask } = world();
    const signIn = (ip?: string) => ask(SIGN_IN, { method: "POST", body: "{}" }, ip);
    let signedIn = 0;
    let refused = await signIn();
    for (; refused.status === 200 && signedIn < 2_000; signedIn++) refused = await signIn("192.0.2.200");
    expect(signedIn).toBe(1_200);
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("1");
    expect(await refused.json()).toMatchObject({ code: "resource_exhausted" });
    expect((await signIn("203.0.113.5")).status).toBe(200);
    expect((await ask(SIGN_IN.replace("SignInGuest", "Refresh"), { method: "POST", body: "{}" })).status).toBe(200);
    for (let i = 0; i < 1_300; i++) expect((await signIn("127.0.0.1")).status).toBe(200);
  });
});
