import { describe, expect, test } from "vitest";
import {
  JWKS_MAX_AGE_SECONDS,
  KEYS_RELOAD_MS,
  LISTED_AFTER_MS,
  listedKeysOf,
  PUBLISH_AHEAD_MS,
  pendingKeyOf,
  signingKeyOf,
} from "../../../../origin/passport/key-schedule.ts";
import { ACCESS_TOKEN_TTL_SECONDS } from "../../../../proto/access-token.ts";
import { CLOCK_LEEWAY_MS } from "../../../../proto/identity.ts";

const T = 1_790_000_000_000;
const KEYS = [0, T, T + 1_000_000_000].map((activeFromMs, i) => ({ generation: BigInt(i + 1), activeFromMs }));
const generations = (nowMs: number) => listedKeysOf(KEYS, nowMs).map((key) => Number(key.generation));

describe("a key", () => {
  test("signs from when it is active until the next one is", () => {
    expect(signingKeyOf(KEYS, T - 1)?.generation).toBe(1n);
    expect(signingKeyOf(KEYS, T)?.generation).toBe(2n);
    expect(signingKeyOf([], T)).toBeUndefined();
    expect(signingKeyOf(KEYS.slice(1), 0)?.generation).toBe(2n);
  });

  test("is listed before it signs, and until its last token has ended", () => {
    expect(generations(T - 1)).toEqual([1, 2, 3]);
    expect(generations(T + LISTED_AFTER_MS - 1)).toEqual([1, 2, 3]);
    expect(generations(T + LISTED_AFTER_MS)).toEqual([2, 3]);
    expect(generations(T * 2)).toEqual([3]);
  });

  test("is pending until it signs", () => {
    expect(pendingKeyOf(KEYS, T - 1)?.generation).toBe(2n);
    expect(pendingKeyOf(KEYS, T)?.generation).toBe(3n);
    expect(pendingKeyOf(KEYS, T * 2)).toBeUndefined();
  });
});

test("the times leave room for the caches of instances and edges", () => {
  expect(PUBLISH_AHEAD_MS).toBeGreaterThan(JWKS_MAX_AGE_SECONDS * 1000 + KEYS_RELOAD_MS);
  expect(LISTED_AFTER_MS).toBeGreaterThan(ACCESS_TOKEN_TTL_SECONDS * 1000 + KEYS_RELOAD_MS + CLOCK_LEEWAY_MS);
});
