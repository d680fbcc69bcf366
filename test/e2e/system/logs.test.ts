/** What edge and origin write: one trace for both, a line for each item, and nothing that would let its reader be somebody. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { call, deviceId, send, signIn } from "./calls.ts";
import { type LogLine, PASSPORT, type System, startSystem } from "./system.ts";

const JSON_BODY = { "content-type": "application/json" };

let system: System;
let url: string;
let originUrl: string;
beforeAll(async () => {
  system = await startSystem({ env: { LOG_LEVEL: "debug" } });
  url = system.edge.url;
  originUrl = system.origins[0]?.url ?? "";
});
afterAll(() => system?.stop());

/** A trace as a client begins it, by which a test finds its lines. */
function newTrace() {
  const traceId = crypto.randomUUID().replaceAll("-", "");
  return { traceId, traceparent: `00-${traceId}-00f067aa0ba902b7-01` };
}

/** The access lines of a trace, once there are as many. */
async function linesOf(log: () => LogLine[], traceId: string, count: number): Promise<LogLine[]> {
  const lines = () => log().filter((line) => line.traceId === traceId && "status" in line);
  await expect.poll(() => lines().length).toBeGreaterThanOrEqual(count);
  return lines();
}

const edgeLines = (traceId: string, count: number) => linesOf(system.edgeLog, traceId, count);
const originLines = (traceId: string, count: number) => linesOf(system.originLog, traceId, count);

describe("a call", () => {
  test("has one line at either tier, of one trace, the origin's below the edge's", async () => {
    const { uid, authorization } = await signIn(url);
    const { traceId, traceparent } = newTrace();
    await call(url, "GetProfile", {}, { authorization, traceparent });
    const [[edge], [origin]] = [await edgeLines(traceId, 1), await originLines(traceId, 1)];
    expect(edge).toMatchObject({
      route: "fairway.passport.v1.PassportService/GetProfile",
      upstream: "origin",
      address: originUrl,
      attempts: 1,
      method: "POST",
      path: `${PASSPORT}/GetProfile`,
      status: 200,
      uid,
    });
    expect(origin).toMatchObject({ procedure: `${PASSPORT.slice(1)}/GetProfile`, code: "ok", status: 200, uid });
    expect(origin?.parentId).toBe(edge?.spanId);
    expect(edge?.bytesOut).toBe(origin?.bytesOut);
    expect(edge?.bytesIn).toBe(origin?.bytesIn);
    expect(edge?.totalMs).toBeGreaterThanOrEqual(Number(edge?.upstreamMs));
  });

  test("that begins no trace gets one, and both tiers name it", async () => {
    const { authorization } = await signIn(url);
    const before = system.edgeLog().length;
    await call(url, "UpdateProfile", { nickname: "x", revision: 77 }, { authorization });
    const conflict = () =>
      system
        .edgeLog()
        .slice(before)
        .find(({ status }) => status === 409);
    await expect.poll(conflict).toBeDefined();
    const traceId = String(conflict()?.traceId);
    expect(traceId).toMatch(/^[0-9a-f]{32}$/);
    const [origin] = await originLines(traceId, 1);
    expect(origin).toMatchObject({ code: "aborted", status: 409, parentId: conflict()?.spanId });
  });

  test("that the edge refuses has a line there with the reason, and none at the origin", async () => {
    const { traceId, traceparent } = newTrace();
    await call(url, "GetProfile", {}, { authorization: "Bearer a.b.c", traceparent });
    const [edge] = await edgeLines(traceId, 1);
    expect(edge).toMatchObject({ status: 401, fault: "unauthenticated" });
    expect(edge).not.toHaveProperty("upstream");
    expect(system.originLog().filter((line) => line.traceId === traceId)).toEqual([]);
  });
});

test("each item of a batch has a line at both tiers, with its batch, and the origin's is below the item's own", async () => {
  const { traceId, traceparent } = newTrace();
  const authorization = "Bearer {session.body.accessToken}";
  const rpc = (id: string, method: string, body: object, more: object = {}) => ({
    id,
    method: "POST",
    url: `${PASSPORT}/${method}`,
    headers: JSON_BODY,
    body,
    ...more,
  });
  const requests = [
    rpc("session", "SignInGuest", { deviceId: deviceId() }),
    rpc("other", "GetProfile", {}),
    rpc("profile", "GetProfile", {}, { headers: { ...JSON_BODY, authorization }, dependsOn: ["session"] }),
    { id: "home", url: "/api/countries/AUT" },
    { id: "never", url: "/api/countries/{other.body.nickname}", dependsOn: ["other"] },
  ];
  const headers = { ...JSON_BODY, traceparent };
  await send(`${url}/$batch`, { method: "POST", headers, body: JSON.stringify({ requests }) });

  const edge = await edgeLines(traceId, 5);
  const [outer] = edge.filter(({ path }) => path === "/$batch");
  const items = edge.filter(({ path }) => path !== "/$batch");
  expect(outer).toMatchObject({ method: "POST", status: 200 });
  expect(items.map(({ item, status, upstream }) => [item, status, upstream]).sort()).toEqual([
    ["home", 200, "countries"],
    ["other", 401, "origin"],
    ["profile", 200, "origin"],
    ["session", 200, "origin"],
  ]);
  expect(new Set(items.map(({ batch }) => batch))).toEqual(new Set([outer?.spanId]));

  // `session` and `other` travel in one wave; `profile` comes later and alone.
  const origin = await originLines(traceId, 4);
  const calls = origin.filter(({ procedure }) => procedure !== "/$batch");
  const spanOf = (item: string) => items.find((line) => line.item === item)?.spanId;
  expect(calls.map(({ procedure, parentId }) => [String(procedure).split("/")[1], parentId]).sort()).toEqual(
    [
      ["GetProfile", spanOf("other")],
      ["GetProfile", spanOf("profile")],
      ["SignInGuest", spanOf("session")],
    ].sort(),
  );
  expect(origin.filter(({ procedure }) => procedure === "/$batch")).toHaveLength(1);
});

test("no token, no device id and no query is in any log, not even at debug level, whatever becomes of the call", async () => {
  const { uid, deviceId: device, accessToken, refreshToken, authorization } = await signIn(url);
  const secrets = new Map(Object.entries({ device, accessToken, refreshToken }));
  const later: Record<string, unknown>[] = [];
  const calls: [string, object, Record<string, string>][] = [
    ["GetProfile", {}, { authorization }],
    ["GetProfile", { token: accessToken }, { authorization }],
    ["UpdateProfile", { nickname: "x", revision: 9 }, { authorization }],
    ["SignInGuest", { deviceId: `${device}\n` }, {}],
    ["SignInGuest", { deviceId: [device] }, {}],
    ["Nothing", { deviceId: device }, { authorization }],
    ["GetProfile", {}, { authorization: `Bearer ${accessToken}x` }],
    ["GetProfile", {}, { authorization: `Basic ${refreshToken}` }],
    ["GetProfile", {}, { "fairway-identity": `${accessToken}` }],
    ["Refresh", { refreshToken: `${refreshToken}x` }, {}],
    ["Refresh", { refreshToken }, {}],
    ["SignOut", {}, { authorization }],
  ];
  for (const [method, message, headers] of calls) {
    for (const base of [url, originUrl]) later.push((await call(base, method, message, headers)).body);
  }
  for (const base of [url, originUrl]) {
    const at = `${base}${PASSPORT}`;
    await send(
      `${at}/SignInGuest?message=${encodeURIComponent(JSON.stringify({ deviceId: device }))}&encoding=json`,
    ).catch(() => undefined);
    await send(`${at}/GetProfile?access_token=${accessToken}&encoding=json&message=%7B`);
    await send(`${at}/SignInGuest`, { method: "POST", headers: JSON_BODY, body: `{"deviceId":"${device}"` });
    await send(`${base}/$batch`, {
      method: "POST",
      headers: JSON_BODY,
      body: JSON.stringify({
        requests: [
          { id: "s", method: "POST", url: `${PASSPORT}/SignInGuest`, headers: JSON_BODY, body: { deviceId: device } },
          {
            id: "p",
            url: `${PASSPORT}/GetProfile?encoding=json&message=%7B%7D`,
            headers: { authorization: "Bearer {s.body.accessToken}" },
            dependsOn: ["s"],
          },
          { id: "q", url: `/api/search?q=${device}` },
          { id: "r", url: `/api/search?q={s.body.accessToken}`, dependsOn: ["s"] },
        ],
      }),
    });
    await send(`${base}/nowhere?token=${accessToken}`);
  }
  for (const { accessToken: access, refreshToken: refresh } of later) {
    if (typeof access === "string") secrets.set(`later access ${secrets.size}`, access);
    if (typeof refresh === "string") secrets.set(`later refresh ${secrets.size}`, refresh);
  }
  secrets.set("identity key", system.originEnv.IDENTITY_KEY ?? "");
  secrets.set("key encryption key", system.originEnv.KEY_ENCRYPTION_KEY ?? "");

  // A last call at each tier: when its line is there, all lines before it are.
  const { traceId, traceparent } = newTrace();
  await call(url, "SignInGuest", { deviceId: deviceId() }, { traceparent });
  await edgeLines(traceId, 1);
  await originLines(traceId, 1);
  const written = system.written();
  expect(written).toContain(uid);
  // The signature of a token is as good as the token to who has the rest; a piece of one is a leak too.
  const pieces = [...secrets].flatMap(([name, secret]) => secret.split(".").map((piece) => [name, piece] as const));
  expect(pieces.filter(([, piece]) => piece.length >= 12 && written.includes(piece))).toEqual([]);
});
