import { describe, expect, test } from "vitest";
import { ConfigError, parseConfig } from "../../../../origin/config.ts";

const KEY = Buffer.alloc(32, 1).toString("base64");
const OTHER = Buffer.alloc(32, 2).toString("base64");
const REQUIRED = { IDENTITY_KEY: KEY, KEY_ENCRYPTION_KEY: OTHER };

function problemsOf(env: Record<string, string>): string {
  try {
    parseConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  throw new Error("the configuration was taken");
}

test("the keys are enough; all else has a default", () => {
  expect(parseConfig(REQUIRED)).toEqual({
    host: "127.0.0.1",
    port: 8788,
    mysqlUrl: undefined,
    sqlitePath: ".fairway/origin.sqlite",
    redisUrl: undefined,
    redisSentinels: undefined,
    tokenIssuer: "https://fairway.local",
    tokenAudience: "fairway",
    identityKeys: [Buffer.alloc(32, 1)],
    keyEncryptionKeys: [Buffer.alloc(32, 2)],
    datacenterId: 0,
    workerId: 0,
    logLevel: "info",
    drainGraceMs: 5_000,
    drainTimeoutMs: 25_000,
    push: { edge: undefined, edgeToken: undefined, fcm: undefined, apns: undefined },
  });
});

test("every variable is read", () => {
  const config = parseConfig({
    HOST: "0.0.0.0",
    PORT: "0",
    MYSQL_URL: "mysql://root:x@db:3306/fairway",
    SQLITE_PATH: ":memory:",
    REDIS_URL: "rediss://cache:6379",
    REDIS_SENTINELS: "a:26379,b:26379#main",
    TOKEN_ISSUER: "https://id.example",
    TOKEN_AUDIENCE: "app",
    IDENTITY_KEY: `${KEY},${OTHER}`,
    KEY_ENCRYPTION_KEY: OTHER,
    DATACENTER_ID: "31",
    WORKER_ID: "7",
    LOG_LEVEL: "silent",
    DRAIN_GRACE_MS: "0",
    DRAIN_TIMEOUT_MS: "1",
  });
  expect(config).toMatchObject({
    host: "0.0.0.0",
    port: 0,
    mysqlUrl: "mysql://root:x@db:3306/fairway",
    sqlitePath: ":memory:",
    redisUrl: "rediss://cache:6379",
    redisSentinels: "a:26379,b:26379#main",
    tokenIssuer: "https://id.example",
    tokenAudience: "app",
    identityKeys: [Buffer.alloc(32, 1), Buffer.alloc(32, 2)],
    datacenterId: 31,
    workerId: 7,
    logLevel: "silent",
    drainGraceMs: 0,
    drainTimeoutMs: 1,
  });
});

test("an origin is found by a registry only where it is told of one", () => {
  expect(parseConfig(REQUIRED).registry).toBeUndefined();
  const told = { ...REQUIRED, REGISTRY_URL: "https://edge.example/d", REGISTRY_TOKEN: "secret" };
  expect(parseConfig(told).registry).toEqual({
    url: "https://edge.example/d",
    token: "secret",
    appid: "fairway.origin",
    env: "prod",
    advertiseUrl: undefined,
    region: "",
    zone: "default",
    weight: 10,
    color: "",
  });
  expect(problemsOf({ ...told, REGISTRY_TOKEN: "" })).toMatch(/^REGISTRY_TOKEN: missing/);
  expect(problemsOf({ ...told, HOST: "0.0.0.0" })).toMatch(/^ADVERTISE_URL: missing/);
  const advertised = { ...told, HOST: "0.0.0.0", ADVERTISE_URL: "http://10.0.0.1:8788", ZONE: "sh001", WEIGHT: "7" };
  expect(parseConfig(advertised).registry).toMatchObject({
    advertiseUrl: "http://10.0.0.1:8788",
    zone: "sh001",
    weight: 7,
  });
});

test("an edge for push needs a token", () => {
  const edge = { url: "http://127.0.0.1:8787", token: "t" };
  expect(parseConfig({ ...REQUIRED, PUSH_URL: edge.url, PUSH_TOKEN: edge.token }).push).toMatchObject({ edge });
  expect(problemsOf({ ...REQUIRED, PUSH_URL: edge.url })).toMatch(/^PUSH_TOKEN: missing/);
});

test("services that reach phones are there with all that they need, or not at all", () => {
  const apple = { APNS_KEY: "k.p8", APNS_KEY_ID: "id", APNS_TEAM_ID: "team", APNS_TOPIC: "app" };
  const given = { ...REQUIRED, ...apple, FCM_SERVICE_ACCOUNT: "g.json", NOTIFY_TOKEN: "x".repeat(22) };
  expect(parseConfig(given).push).toEqual({
    edge: undefined,
    edgeToken: "x".repeat(22),
    fcm: { serviceAccountFile: "g.json", url: "https://fcm.googleapis.com" },
    apns: { keyFile: "k.p8", keyId: "id", teamId: "team", topic: "app", url: "https://api.push.apple.com" },
  });
  for (const missing of ["APNS_KEY_ID", "APNS_TEAM_ID", "APNS_TOPIC"]) {
    expect(problemsOf({ ...given, [missing]: "" })).toMatch(/^APNS_KEY: /);
  }
  expect(problemsOf({ ...given, NOTIFY_TOKEN: "x".repeat(21) })).toMatch(/^NOTIFY_TOKEN: /);
  expect(problemsOf({ ...given, APNS_URL: "ftp://x" })).toMatch(/^APNS_URL: /);
});

test("an empty variable counts as missing, and others' variables are none of ours", () => {
  expect(parseConfig({ ...REQUIRED, PORT: "", MYSQL_URL: "", PATH: "/bin" })).toEqual(parseConfig(REQUIRED));
});

describe("a bad value names its variable and what is expected, and is not repeated", () => {
  test.each([
    ["PORT", "65536", "a whole number from 0 to 65535 expected"],
    ["PORT", "80a", "a whole number from 0 to 65535 expected"],
    ["PORT", "-1", "a whole number from 0 to 65535 expected"],
    ["PORT", "1e3", "a whole number from 0 to 65535 expected"],
    ["HOST", "   ", "a text that is not blank expected"],
    ["MYSQL_URL", "postgres://u:hunter2@h/d", "a URL that starts with mysql:// expected"],
    ["MYSQL_URL", "hunter2", "a URL that starts with mysql:// expected"],
    ["REDIS_URL", "http://:hunter2@h", "a URL that starts with redis:// or rediss:// expected"],
    ["IDENTITY_KEY", "hunter2", "32 bytes in base64 expected"],
    ["KEY_ENCRYPTION_KEY", Buffer.alloc(16).toString("base64"), "32 bytes in base64 expected"],
    ["KEY_ENCRYPTION_KEY", `${KEY},${KEY},${KEY}`, "32 bytes in base64 expected"],
    ["DATACENTER_ID", "32", "a whole number from 0 to 31 expected"],
    ["WORKER_ID", "1.5", "a whole number from 0 to 31 expected"],
    ["LOG_LEVEL", "loud", "one of debug, info, warn, error, silent expected"],
    ["DRAIN_GRACE_MS", "5s", "a whole number from 0 to 600000 expected"],
    ["DRAIN_TIMEOUT_MS", "99999999999", "a whole number from 0 to 600000 expected"],
  ])("%s=%s", (name, value, expected) => {
    const problems = problemsOf({ ...REQUIRED, [name]: value });
    expect(problems).toMatch(new RegExp(`^${name}: ${expected}`));
    expect(problems).not.toContain(value.trim() === "" ? "value" : value);
    expect(problems.split("\n")).toHaveLength(1);
  });
});

test("all that is wrong is told at once", () => {
  expect(problemsOf({ PORT: "x", LOG_LEVEL: "y" }).split("\n")).toEqual([
    "PORT: a whole number from 0 to 65535 expected",
    "IDENTITY_KEY: missing; it must be given",
    "KEY_ENCRYPTION_KEY: missing; it must be given",
    "LOG_LEVEL: one of debug, info, warn, error, silent expected",
  ]);
});

describe("ids", () => {
  test("are the origin's own, unless an edge is named", () => {
    expect(parseConfig(REQUIRED).ids).toBeUndefined();
    expect(parseConfig({ ...REQUIRED, EDGE_URL: "http://127.0.0.1:8787" }).ids).toEqual({
      edgeUrl: "http://127.0.0.1:8787",
      token: undefined,
      holdMs: 60_000,
    });
    const given = { EDGE_URL: "https://edge.example", IDS_TOKEN: "a-token", IDS_HOLD_SECONDS: "600" };
    expect(parseConfig({ ...REQUIRED, ...given }).ids).toEqual({
      edgeUrl: "https://edge.example",
      token: "a-token",
      holdMs: 600_000,
    });
  });

  test.each([
    ["EDGE_URL", "edge.example"],
    ["EDGE_URL", "ftp://edge.example"],
    ["IDS_HOLD_SECONDS", "601"],
    ["IDS_HOLD_SECONDS", "1.5"],
  ])("%s may not be '%s'", (name, value) => {
    expect(problemsOf({ ...REQUIRED, [name]: value })).toMatch(new RegExp(`^${name}: `));
  });
});
