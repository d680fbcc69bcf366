import { describe, expect, test } from "vitest";
import { redisAddress } from "../../../../origin/cache/redis-address.ts";

describe("REDIS_URL", () => {
  test.each([
    ["redis://127.0.0.1", { host: "127.0.0.1", port: 6379, db: 0 }],
    ["redis://cache.example:7000/3", { host: "cache.example", port: 7000, db: 3 }],
    ["redis://:p%40ss@h", { host: "h", port: 6379, db: 0, password: "p@ss" }],
    ["rediss://user:pass@[::1]:1", { host: "::1", port: 1, db: 0, username: "user", password: "pass", tls: {} }],
  ])("%s is understood", (url, expected) => {
    expect(redisAddress(url, undefined)).toEqual(expected);
  });

  test.each([
    "127.0.0.1:6379",
    "http://h",
    "redis://",
    "redis://:secret@h/db",
    "redis://:secret@h?db=1",
    "redis://:secret@h:99999",
  ])("%s is refused by its key's name, without the password", (url) => {
    expect(() => redisAddress(url, undefined)).toThrow("REDIS_URL");
    expect(() => redisAddress(url, undefined)).not.toThrow("secret");
  });
});

describe("REDIS_SENTINELS", () => {
  const two = [
    { host: "a", port: 26379 },
    { host: "b", port: 5 },
  ];
  test.each([
    ["a,b:5", { sentinels: two, name: "mymaster", role: "master", db: 0 }],
    ["redis-sentinel://a,b:5/2#main", { sentinels: two, name: "main", role: "master", db: 2 }],
    [
      "redis-sentinel://u:p%40s@a,b:5",
      { sentinels: two, name: "mymaster", role: "master", db: 0, username: "u", password: "p@s" },
    ],
    ["[::1]:7", { sentinels: [{ host: "::1", port: 7 }], name: "mymaster", role: "master", db: 0 }],
  ])("%s is understood", (text, expected) => {
    expect(redisAddress(undefined, text)).toEqual(expected);
  });

  test("wins over REDIS_URL", () => {
    expect(redisAddress("redis://h", "a")).toHaveProperty("sentinels");
  });

  test.each(["redis://:secret@h", "a,,b", "a/x", "user:secret@", "a:99999", "#main"])(
    "%s is refused by its key's name",
    (text) => {
      expect(() => redisAddress(undefined, text)).toThrow("REDIS_SENTINELS");
      expect(() => redisAddress(undefined, text)).not.toThrow("secret");
    },
  );
});

test("no address at all means no Redis", () => {
  expect(redisAddress(undefined, undefined)).toBeUndefined();
  expect(redisAddress("", "")).toBeUndefined();
});
