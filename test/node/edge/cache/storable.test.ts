import { describe, expect, test } from "vitest";
import { parseDirectives, requestDirectives } from "../../../../edge/cache/policy/directives.ts";
import { parseAge } from "../../../../edge/cache/policy/freshness.ts";
import { type CachePolicy, storability } from "../../../../edge/cache/policy/storable.ts";

const NOW_MS = Date.UTC(2026, 10, 22, 12);
const date = (offsetSeconds: number) => new Date(NOW_MS + offsetSeconds * 1000).toUTCString();

interface Case {
  readonly status?: number;
  readonly request?: Record<string, string>;
  readonly authorized?: boolean;
  readonly policy?: CachePolicy;
  readonly delayMs?: number;
}

function decide(headers: Record<string, string> | [string, string][], options: Case = {}) {
  const { status = 200, request = {}, authorized = false, policy = {}, delayMs = 0 } = options;
  const asked = new Headers(request);
  return storability(
    {
      headers: asked,
      directives: requestDirectives(parseDirectives(asked.get("cache-control"))),
      authorized,
      url: "http://edge.test/a",
    },
    { status, statusText: "", headers: new Headers(headers) },
    policy,
    { requestedAtMs: NOW_MS - delayMs, respondedAtMs: NOW_MS },
  );
}

function stored(headers: Record<string, string> | [string, string][], options: Case = {}) {
  const verdict = decide(headers, options);
  if (verdict.kind !== "store") throw new Error(`refused: ${verdict.reason}`);
  return verdict.head;
}

const reason = (headers: Record<string, string>, options: Case = {}) => {
  const verdict = decide(headers, options);
  return verdict.kind === "refuse" ? verdict.reason : "stored";
};

describe("what may be stored (RFC 9111 §3)", () => {
  test("private, no-store and Vary: * are not", () => {
    expect(reason({ "cache-control": "private, max-age=60" })).toBe("private");
    expect(reason({ "cache-control": "max-age=60, No-StOrE" })).toBe("no-store");
    for (const vary of ["*", "*, *", ", *", "foo, *"]) {
      expect(reason({ "cache-control": "max-age=60", vary }), vary).toBe("vary");
    }
    expect(reason({ "cache-control": "max-age=60" }, { request: { "cache-control": "no-store" } })).toBe(
      "request-no-store",
    );
  });

  test("206, 304 and 1xx are not", () => {
    for (const status of [101, 206, 304]) expect(reason({ "cache-control": "max-age=60" }, { status })).toBe("status");
  });

  test("any final status with explicit freshness is", () => {
    for (const status of [200, 201, 302, 400, 404, 499, 500, 503, 599]) {
      expect(stored({ "cache-control": "max-age=60" }, { status }).lifetimeSeconds, String(status)).toBe(60);
    }
  });

  test("must-understand stores a status that is known here in spite of no-store, and no other (§5.2.2.3)", () => {
    const headers = { "cache-control": "max-age=60, no-store, must-understand" };
    expect(reason(headers)).toBe("stored");
    expect(reason(headers, { status: 599 })).toBe("not-understood");
  });

  test("a reply to credentials is only with public, must-revalidate or s-maxage (§3.5)", () => {
    const authorized = { authorized: true };
    expect(reason({ "cache-control": "max-age=60" }, authorized)).toBe("authorization");
    for (const directive of ["public", "must-revalidate", "s-maxage=60"]) {
      expect(stored({ "cache-control": `max-age=60, ${directive}` }, authorized).forAuthorized, directive).toBe(true);
    }
    expect(stored({ "cache-control": "max-age=60" }).forAuthorized).toBe(false);
  });

  test("a cookie is only where the origin names shared caches", () => {
    const cookie = { "set-cookie": "session=1" };
    expect(reason({ ...cookie, "cache-control": "max-age=60" })).toBe("set-cookie");
    expect(reason({ ...cookie, expires: date(60) })).toBe("set-cookie");
    expect(reason({ ...cookie, "cache-control": "max-age=60, public" })).toBe("stored");
    expect(reason({ ...cookie, "cache-control": "s-maxage=60" })).toBe("stored");
    expect(reason({ ...cookie, "cdn-cache-control": "max-age=60" })).toBe("stored");
    expect(reason({ ...cookie }, { policy: { ttlSeconds: 60 } })).toBe("set-cookie");
    const withheld = stored({ ...cookie, "cache-control": 'max-age=60, no-cache="set-cookie"' });
    expect(withheld.headers.map(([name]) => name)).not.toContain("set-cookie");
  });

  test("what would be stale at once and cannot be validated is of no use", () => {
    expect(reason({})).toBe("no-freshness");
    expect(reason({ "cache-control": "max-age=0" })).toBe("no-freshness");
    expect(reason({ "cache-control": "no-cache" })).toBe("no-freshness");
    expect(reason({ "cache-control": "no-cache", etag: '"a"' })).toBe("stored");
    expect(reason({ "cache-control": "max-age=0, stale-while-revalidate=60" })).toBe("stored");
    expect(reason({ etag: '"a"' }, { status: 201 })).toBe("no-freshness");
  });

  test("a body that is coded is only for those who take the coding", () => {
    expect(stored({ "cache-control": "max-age=60", "content-encoding": "gzip" }).vary).toEqual(["accept-encoding"]);
  });

  test("fields of the connection, and those that Connection lists, stay out (§3.1)", () => {
    const names = stored({
      "cache-control": "max-age=60",
      connection: "close, X-Hop",
      "x-hop": "1",
      "keep-alive": "timeout=5",
      "proxy-authenticate": "Basic",
      age: "3",
      "x-kept": "1",
    }).headers.map(([name]) => name);
    expect(names).toContain("x-kept");
    expect(names).toContain("date");
    for (const name of ["connection", "x-hop", "keep-alive", "proxy-authenticate", "age"])
      expect(names).not.toContain(name);
  });
});

describe("how long it is fresh (RFC 9111 §4.2.1)", () => {
  test("s-maxage before max-age before Expires", () => {
    expect(stored({ "cache-control": "max-age=1, s-maxage=60", expires: date(9) }).lifetimeSeconds).toBe(60);
    expect(stored({ "cache-control": "max-age=60", expires: date(-9) }).lifetimeSeconds).toBe(60);
    expect(stored({ expires: date(9), date: date(0) }).lifetimeSeconds).toBe(9);
  });

  test("CDN-Cache-Control before all of them, and they have no say beside it (RFC 9213 §2.2)", () => {
    const targeted = { "cdn-cache-control": "max-age=60" };
    expect(stored({ ...targeted, "cache-control": "no-store" }).lifetimeSeconds).toBe(60);
    expect(reason({ "cdn-cache-control": "no-store", "cache-control": "max-age=60" })).toBe("no-store");
    expect(reason({ "cdn-cache-control": "foo", "cache-control": "no-store", expires: date(60) })).toBe("no-freshness");
  });

  test("a broken Expires, or one not after Date, is the past (§5.3)", () => {
    for (const expires of ["0", "soon", date(0), date(-60)]) {
      expect(stored({ expires, etag: '"a"', date: date(0) }).lifetimeSeconds, expires).toBe(0);
    }
    expect(stored({ expires: date(10), date: "junk" }).lifetimeSeconds).toBe(10);
  });

  test("a tenth of the time since the last change, a day at most, where nothing is said (§4.2.2)", () => {
    expect(stored({ "last-modified": date(-1000), date: date(0) }).lifetimeSeconds).toBe(100);
    expect(stored({ "last-modified": date(-1e9), date: date(0) }).lifetimeSeconds).toBe(86_400);
    expect(stored({ "last-modified": date(1000), date: date(0) }).lifetimeSeconds).toBe(0);
  });

  test.each([200, 203, 204, 300, 301, 308, 404, 405, 410, 414, 501])("guessed for %d", (status) => {
    expect(stored({ "last-modified": date(-1000), date: date(0) }, { status }).lifetimeSeconds).toBe(100);
  });

  test.each([201, 202, 302, 403, 500, 502, 503, 504, 599])("not guessed for %d, unless it is public", (status) => {
    const headers = { "last-modified": date(-1000), date: date(0) };
    expect(reason(headers, { status })).toBe("no-freshness");
    expect(stored({ ...headers, "cache-control": "public" }, { status }).lifetimeSeconds).toBe(100);
  });

  test("nothing is guessed about a reply to a cookie", () => {
    const headers = { "last-modified": date(-1000), date: date(0) };
    expect(stored(headers, { request: { cookie: "session=1" } }).lifetimeSeconds).toBe(0);
  });

  test("a route's own lifetime stands in for the reply's, and lifts no prohibition", () => {
    const policy = { ttlSeconds: 30 };
    expect(stored({ "cache-control": "max-age=0" }, { policy }).lifetimeSeconds).toBe(30);
    expect(stored({}, { policy }).lifetimeSeconds).toBe(30);
    expect(reason({ "cache-control": "no-store" }, { policy })).toBe("no-store");
    expect(reason({ "cache-control": "private" }, { policy })).toBe("private");
    expect(reason({}, { policy, status: 500 })).toBe("no-freshness");
    expect(reason({}, { policy, authorized: true })).toBe("authorization");
  });
});

describe("how old it is (RFC 9111 §4.2.3)", () => {
  test("Age, the time on the way, or the distance from Date, whichever is most", () => {
    const fresh = { "cache-control": "max-age=600" };
    expect(stored({ ...fresh, age: "30" }).initialAgeSeconds).toBe(30);
    expect(stored({ ...fresh, age: "30" }, { delayMs: 2000 }).initialAgeSeconds).toBe(32);
    expect(stored({ ...fresh, date: date(-90), age: "30" }).initialAgeSeconds).toBe(90);
    expect(stored({ ...fresh, date: date(90) }).initialAgeSeconds).toBe(0);
  });

  test.each([
    ["30", 30],
    ["7200, 0", 7200],
    ["0, 7200", 0],
    ["-1", 0],
    ["1.5", 0],
    ["abc", 0],
    ["7;foo=1", 0],
    ["2147483649", 2_147_483_648],
    ["99999999999", 2_147_483_648],
  ])("Age '%s' is %d", (value, seconds) => expect(parseAge(value)).toBe(seconds));
});
