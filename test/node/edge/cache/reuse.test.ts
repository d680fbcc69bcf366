import { describe, expect, test } from "vitest";
import { parseDirectives, requestDirectives } from "../../../../edge/cache/policy/directives.ts";
import { assess, STALE_DISCONNECTED_SECONDS_MAX } from "../../../../edge/cache/policy/reuse.ts";
import { type CachePolicy, storability } from "../../../../edge/cache/policy/storable.ts";

const NOW_MS = Date.UTC(2026, 10, 22, 12);
const NO_DIRECTIVES = requestDirectives(parseDirectives(null));

function assessed(seconds: number, cacheControl: string, asked = "", policy: CachePolicy = {}) {
  const verdict = storability(
    { headers: new Headers(), directives: NO_DIRECTIVES, authorized: false, url: "http://edge.test/a" },
    { status: 200, statusText: "OK", headers: new Headers({ "cache-control": cacheControl, etag: '"a"' }) },
    policy,
    { requestedAtMs: NOW_MS, respondedAtMs: NOW_MS },
  );
  if (verdict.kind !== "store") throw new Error(verdict.reason);
  return assess(verdict.head, requestDirectives(parseDirectives(asked)), NOW_MS + seconds * 1000);
}

describe("a stored response answers (RFC 9111 §4)", () => {
  test("while it is fresh, and not from the second on in which it has reached its lifetime", () => {
    expect(assessed(59, "max-age=60")).toMatchObject({ use: "fresh", ageSeconds: 59, ttlSeconds: 1 });
    expect(assessed(60, "max-age=60")).toMatchObject({ use: "validate", ttlSeconds: 0 });
  });

  test("never unasked with no-cache, nor while a clock that went back makes it younger than nothing", () => {
    expect(assessed(0, "max-age=60, no-cache").use).toBe("validate");
    expect(assessed(-60, "max-age=60").ageSeconds).toBe(0);
  });

  test.each([
    ["no-cache", "validate"],
    ["max-age=0", "validate"],
    ["max-age=29", "validate"],
    ["max-age=30", "fresh"],
    ["min-fresh=31", "validate"],
    ["min-fresh=30", "fresh"],
    ["", "fresh"],
  ])("to a client that says '%s' at half of its life: %s", (asked, use) => {
    expect(assessed(30, "max-age=60", asked).use).toBe(use);
  });

  test.each([
    ["max-stale", "stale-allowed"],
    ["max-stale=30", "stale-allowed"],
    ["max-stale=29", "validate"],
    ["max-stale=30, max-age=60", "stale-allowed"],
  ])("stale by 30 s to '%s': %s (§5.2.1.2)", (asked, use) => {
    expect(assessed(90, "max-age=60", asked).use).toBe(use);
  });

  test("stale within stale-while-revalidate, and not beyond (RFC 5861 §3)", () => {
    expect(assessed(90, "max-age=60, stale-while-revalidate=30").use).toBe("while-revalidate");
    expect(assessed(91, "max-age=60, stale-while-revalidate=30").use).toBe("validate");
    expect(assessed(90, "max-age=60", "", { staleWhileRevalidateSeconds: 30 }).use).toBe("while-revalidate");
  });

  test("stale after an error within stale-if-error, of the reply, the client or the route (RFC 5861 §4)", () => {
    expect(assessed(90, "max-age=60, stale-if-error=30").staleIfError).toBe(true);
    expect(assessed(91, "max-age=60, stale-if-error=30").staleIfError).toBe(false);
    expect(assessed(90, "max-age=60", "stale-if-error=30").staleIfError).toBe(true);
    expect(assessed(90, "max-age=60", "", { staleIfErrorSeconds: 30 }).staleIfError).toBe(true);
  });

  test("stale for a day while nobody can be reached (§4.2.4)", () => {
    expect(assessed(61, "max-age=60")).toMatchObject({ staleIfDisconnected: true, staleIfError: false });
    expect(assessed(61 + STALE_DISCONNECTED_SECONDS_MAX, "max-age=60").staleIfDisconnected).toBe(false);
  });

  test.each(["must-revalidate", "proxy-revalidate", "no-cache", "s-maxage=60"])("never stale with %s", (directive) => {
    const assessment = assessed(90, `max-age=60, ${directive}`, "max-stale, stale-if-error=99");
    expect(assessment).toMatchObject({ use: "validate", staleIfError: false, staleIfDisconnected: false });
  });

  test("stale with s-maxage only where somebody says so beside it", () => {
    expect(assessed(90, "s-maxage=60, stale-while-revalidate=30").use).toBe("while-revalidate");
    expect(assessed(90, "s-maxage=60, stale-if-error=30")).toMatchObject({
      staleIfError: true,
      staleIfDisconnected: true,
    });
    expect(assessed(99, "s-maxage=60, stale-if-error=30").staleIfDisconnected).toBe(false);
    expect(assessed(90, "s-maxage=60", "", { staleIfErrorSeconds: 60 }).staleIfError).toBe(true);
    const forbidden = assessed(90, "max-age=60, must-revalidate, stale-while-revalidate=99", "", {
      staleIfErrorSeconds: 60,
    });
    expect(forbidden).toMatchObject({ use: "validate", staleIfError: false });
  });
});
