/** Flags over OpenFeature's remote evaluation protocol, with its provider for servers, unchanged. */
import { OFREPProvider } from "@openfeature/ofrep-provider";
import { ErrorCode, OpenFeature } from "@openfeature/server-sdk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { call, newService, newToken, publish, Refused, type Service, startWorld, type World } from "./world.ts";

let world: World;
let service: Service;
let token: string;

const SHADED = {
  value: "grey",
  rules: [
    { when: { plan: ["pro", "team"] }, value: "gold", variant: "paying" },
    { percent: 50, value: "blue", variant: "half" },
  ],
};

beforeAll(async () => {
  world = await startWorld();
  service = await newService(world.url);
  token = await newToken(world.url, service, "read");
  await publish(world.url, service, [
    { section: "flags", key: "dark-mode", type: "VALUE_TYPE_BOOLEAN", value: "true" },
    { section: "flags", key: "page-size", type: "VALUE_TYPE_NUMBER", value: "25" },
    { section: "flags", key: "greeting", value: "hello" },
    { section: "flags", key: "limits", type: "VALUE_TYPE_JSON", value: '{"a":[1,2]}' },
    { section: "flags", key: "shade", type: "VALUE_TYPE_JSON", value: JSON.stringify(SHADED) },
    { section: "application", key: "no-flag", value: "x" },
  ]);
});

afterAll(async () => {
  await OpenFeature.close();
  await world.stop();
});

async function client(options: ConstructorParameters<typeof OFREPProvider>[0], domain: string) {
  await OpenFeature.setProviderAndWait(domain, new OFREPProvider(options));
  return OpenFeature.getClient(domain);
}

describe("@openfeature/ofrep-provider", () => {
  test("evaluates flags of every type for who has a token", async () => {
    const flags = await client({ baseUrl: world.url, headers: [["authorization", `Bearer ${token}`]] }, "typed");
    expect(await flags.getBooleanDetails("dark-mode", false)).toMatchObject({ value: true, reason: "STATIC" });
    expect(await flags.getNumberValue("page-size", 1)).toBe(25);
    expect(await flags.getStringValue("greeting", "")).toBe("hello");
    expect(await flags.getObjectValue("limits", {})).toEqual({ a: [1, 2] });
  });

  test("evaluates rules for whom a flag is asked", async () => {
    const flags = await client({ baseUrl: world.url, headers: [["x-api-key", token]] }, "ruled");
    const shade = (context: Record<string, string>) => flags.getStringDetails("shade", "none", context);
    expect(await shade({ targetingKey: "u", plan: "pro" })).toMatchObject({
      value: "gold",
      variant: "paying",
      reason: "TARGETING_MATCH",
    });
    const seen = await Promise.all(Array.from({ length: 200 }, (_, at) => shade({ targetingKey: `user-${at}` })));
    const blue = seen.filter(({ value }) => value === "blue");
    expect(blue.length).toBeGreaterThan(70);
    expect(blue.length).toBeLessThan(130);
    expect(new Set(seen.map(({ reason }) => reason))).toEqual(new Set(["SPLIT", "DEFAULT"]));
    const again = await Promise.all(Array.from({ length: 200 }, (_, at) => shade({ targetingKey: `user-${at}` })));
    expect(again.map(({ value }) => value)).toEqual(seen.map(({ value }) => value));
    expect(await shade({ plan: "free" })).toMatchObject({ value: "none", errorCode: ErrorCode.TARGETING_KEY_MISSING });
  });

  test("hears which flags there are not", async () => {
    const flags = await client({ baseUrl: world.url, headers: [["authorization", `Bearer ${token}`]] }, "absent");
    for (const key of ["nothing", "no-flag", "__proto__", "toString"]) {
      expect(await flags.getBooleanDetails(key, true)).toMatchObject({
        value: true,
        errorCode: ErrorCode.FLAG_NOT_FOUND,
      });
    }
  });

  test("needs no token for an open service, which its base URL names", async () => {
    const open = await newService(world.url);
    await call(world.url, "SetOpen", { service: open, open: true });
    await publish(world.url, open, [{ section: "flags", key: "on", type: "VALUE_TYPE_BOOLEAN", value: "true" }]);
    const flags = await client({ baseUrl: `${world.url}/ofrep/${open.service}/${open.idc}` }, "open");
    expect(await flags.getBooleanValue("on", false)).toBe(true);
  });

  test("is turned away without a token, and with one of another service", async () => {
    const other = await newService(world.url);
    const strange = await newToken(world.url, other, "read");
    const base = `${world.url}/ofrep/${service.service}/${service.idc}`;
    for (const options of [
      { baseUrl: world.url },
      { baseUrl: base },
      { baseUrl: base, headers: [["authorization", `Bearer ${strange}`] as [string, string]] },
      { baseUrl: world.url, headers: [["authorization", `Bearer ${token.slice(0, -1)}_`] as [string, string]] },
    ]) {
      const flags = await client(options, "stranger");
      expect(await flags.getBooleanDetails("dark-mode", false)).toMatchObject({ value: false, errorCode: "GENERAL" });
    }
  });
});

describe("the bulk evaluation", () => {
  const ask = (headers: Record<string, string> = {}, body: string = '{"context":{"targetingKey":"u"}}') =>
    fetch(`${world.url}/ofrep/v1/evaluate/flags`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
      body,
    });

  test("answers 304 to who has it, until a flag changes", async () => {
    const first = await ask();
    const { flags } = (await first.json()) as { flags: { key: string }[] };
    expect(flags.map(({ key }) => key)).toEqual(["dark-mode", "greeting", "limits", "page-size", "shade"]);
    const etag = first.headers.get("etag") ?? "";
    expect((await ask({ "if-none-match": etag })).status).toBe(304);
    await publish(world.url, service, [{ section: "flags", key: "page-size", value: "30" }]);
    const second = await ask({ "if-none-match": etag });
    expect(second.status).toBe(200);
    expect(second.headers.get("etag")).not.toBe(etag);
  });

  test.each(["{", "[]", '{"context":1}', '{"context":[]}', "null"])("refuses the body %s", async (body) => {
    const answer = await ask({}, body);
    expect([answer.status, await answer.json()]).toMatchObject([400, { errorCode: "INVALID_CONTEXT" }]);
  });

  test("is POST alone", async () => {
    const headers = { authorization: `Bearer ${token}` };
    expect((await fetch(`${world.url}/ofrep/v1/evaluate/flags`, { headers })).status).toBe(405);
    expect((await fetch(`${world.url}/ofrep/v2/evaluate/flags`, { method: "POST", headers })).status).toBe(404);
  });
});

describe("a flag that cannot be evaluated", () => {
  test.each([
    ["rules that are no list", { value: 1, rules: 1 }],
    ["a rule without a condition", { value: 1, rules: [{ value: 2 }] }],
    ["another type in a rule", { value: 1, rules: [{ percent: 1, value: "2" }] }],
    ["more than everyone", { value: 1, rules: [{ percent: 101, value: 2 }] }],
    ["a word that means nothing", { value: 1, rules: [], extra: true }],
  ])("is not released: %s", async (_what, flag) => {
    const own = await newService(world.url);
    const value = JSON.stringify(flag);
    const released = publish(world.url, own, [{ section: "flags", key: "odd", type: "VALUE_TYPE_JSON", value }]);
    await expect(released).rejects.toThrow(/400 invalid_argument: flags\/odd: /);
    await expect(released).rejects.toBeInstanceOf(Refused);
  });
});
