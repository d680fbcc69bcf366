/** Passport behind its RPC server, and the edge's auth in workerd: what one makes the other takes, also while keys are replaced. */
import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { KEYS_RELOAD_MS, LISTED_AFTER_MS } from "../../../../origin/passport/key-schedule.ts";
import type { PassportTables } from "../../../../origin/passport/passport.ts";
import { replaceKeysAtOnce, rotateKeys } from "../../../../origin/passport/rotation.ts";
import { implement, rpcServer } from "../../../../origin/rpc/rpc.ts";
import { secretBox } from "../../../../origin/secret-box/secret-box.ts";
import { openStore, type Store } from "../../../../origin/store/store.ts";
import { PassportService } from "../../../../proto/gen/passport.contract.ts";
import { type EdgeWorker, startEdgeWorker } from "../../edge/auth/edge-worker.ts";
import {
  AUDIENCE,
  faultOf,
  headers,
  type Instance,
  ISSUER,
  KEY_ENCRYPTION_KEY,
  MINUTE_MS,
  newDevice,
  START_MS,
  startInstance,
} from "./harness.ts";

const clock = { nowMs: START_MS };
const SILENT = { debug() {}, info() {}, warn() {}, error() {}, access() {}, writes: () => false };
let store: Store<PassportTables>;
let instance: Instance;
let edge: EdgeWorker;
let originUrl: string;
const stops: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  clock.nowMs = START_MS;
  store = await openStore<PassportTables>({ sqlitePath: ":memory:" });
  stops.push(() => store.close());
  instance = await startInstance({ store, clock });
  stops.push(() => instance.close());
  await instance.prepare();
  const server = rpcServer({
    services: [implement(PassportService, instance.handlers)],
    routes: instance.routes,
    identify: instance.identify,
    log: { ...SILENT, close: async () => undefined, flushSync() {} },
  });
  const { port } = await server.listen({ host: "127.0.0.1", port: 0 });
  stops.push(() => server.stop({ finishTimeoutMs: 5_000 }));
  originUrl = `http://127.0.0.1:${port}`;
  edge = await startEdgeWorker({ jwksUrl: `${originUrl}/.well-known/jwks.json`, issuer: ISSUER, audience: AUDIENCE });
  stops.push(() => edge.stop());
});

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const rotation = () => ({
  store,
  box: secretBox([KEY_ENCRYPTION_KEY], randomBytes),
  now: () => clock.nowMs,
  randomBytes,
});
const check = async (accessToken: string) => edge.check(accessToken, { nowMs: clock.nowMs });

async function call(method: string, message: unknown, further: Readonly<Record<string, string>> = {}) {
  const reply = await fetch(`${originUrl}/fairway.passport.v1.PassportService/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...further },
    body: JSON.stringify(message),
  });
  return { status: reply.status, body: (await reply.json()) as Record<string, unknown>, headers: reply.headers };
}

test("a guest signs in over HTTP, the edge knows them by the token, and the origin by the edge's word", async () => {
  const signedIn = await call("SignInGuest", { deviceId: newDevice() });
  expect(signedIn.status).toBe(200);
  const identity = await check(String(signedIn.body.accessToken));
  expect(identity.status).toBe(200);
  const profile = await call("GetProfile", {}, { "fairway-identity": identity.text });
  expect(profile).toMatchObject({ status: 200, body: { uid: signedIn.body.uid, revision: 1 } });
  const direct = await call("GetProfile", {}, { authorization: `Bearer ${signedIn.body.accessToken}` });
  expect(direct.body).toEqual(profile.body);

  await call("SignOut", {}, { "fairway-identity": identity.text });
  expect(await call("GetProfile", {}, { "fairway-identity": identity.text })).toMatchObject({
    status: 401,
    body: { code: "unauthenticated", message: "the session has ended, sign in again" },
  });
});

test("a refresh works although the access token that comes with it has ended", async () => {
  const { session, refreshToken } = await instance.signIn(newDevice());
  clock.nowMs += 20 * MINUTE_MS;
  const authorization = `Bearer ${session.accessToken}`;
  expect(await call("Refresh", { refreshToken }, { authorization })).toMatchObject({ status: 200 });
  const refused = await call("GetProfile", {}, { authorization });
  expect(refused).toMatchObject({ status: 401, body: { message: "the access token has expired" } });
  expect(refused.headers.get("www-authenticate")).toContain('error="invalid_token"');
});

test("through a rotation no token is refused that has not ended", async () => {
  const tokens: { readonly accessToken: string; readonly endsMs: number }[] = [];
  const kids = new Set<string>();
  for (let minute = 0; minute < 60; minute++) {
    clock.nowMs = START_MS + minute * MINUTE_MS;
    if (minute === 5) await rotateKeys(rotation());
    const { accessToken } = (await instance.signIn(newDevice())).session;
    kids.add(accessToken.slice(0, accessToken.indexOf(".")));
    tokens.push({ accessToken, endsMs: clock.nowMs + 10 * MINUTE_MS });
    for (const token of tokens.filter(({ endsMs }) => endsMs > clock.nowMs)) {
      expect((await check(token.accessToken)).status).toBe(200);
    }
  }
  expect(kids.size).toBe(2);
  expect(60 * MINUTE_MS).toBeGreaterThan(LISTED_AFTER_MS + 20 * MINUTE_MS);
});

test("keys that are replaced at once reach the edge with the first token of the new one", async () => {
  const stolen = await instance.signIn(newDevice());
  expect((await check(stolen.session.accessToken)).status).toBe(200);
  await replaceKeysAtOnce(rotation());
  clock.nowMs += KEYS_RELOAD_MS;
  const renewed = await instance.refresh(stolen.refreshToken);
  expect((await check(renewed.session.accessToken)).status).toBe(200);
  expect(await check(stolen.session.accessToken)).toMatchObject({
    status: 401,
    text: "the access token is signed with an unknown key",
  });
});

test("the origin takes neither a forged identity nor one that has ended", async () => {
  const { session } = await instance.signIn(newDevice());
  const { text: identity } = await check(session.accessToken);
  expect(await instance.identify(headers({ "fairway-identity": identity }))).toMatchObject({ uid: session.uid });

  const [claims = ""] = identity.split(".");
  const forged = `${claims}.${randomBytes(32).toString("base64url")}`;
  const refused = { code: "unauthenticated", message: "fairway-identity: forged" };
  expect(await faultOf(() => instance.identify(headers({ "fairway-identity": forged })))).toMatchObject(refused);
  const beside = { "fairway-identity": forged, authorization: `Bearer ${session.accessToken}` };
  expect(await faultOf(() => instance.identify(headers(beside)))).toMatchObject(refused);
  expect(await faultOf(() => instance.identify(headers({ "fairway-identity": "" })))).toMatchObject({
    message: "fairway-identity: malformed",
  });
  clock.nowMs += 10 * MINUTE_MS + 10_000;
  for (const credentials of [{ "fairway-identity": identity }, { authorization: `Bearer ${session.accessToken}` }]) {
    expect(await faultOf(() => instance.identify(headers(credentials)))).toMatchObject({
      code: "unauthenticated",
      message: "the access token has expired",
    });
  }
});

test("the origin checks a token once, and an anonymous call not at all", async () => {
  const { session } = await instance.signIn(newDevice());
  const credentials = headers({ authorization: `Bearer ${session.accessToken}` });
  expect(instance.identify(credentials)).not.toBeInstanceOf(Promise);
  for (const anonymous of [{}, { authorization: "Basic dTpw" }, { "x-fairway-uid": "7", "x-fairway-session": "9" }]) {
    expect(await instance.identify(headers(anonymous as Record<string, string>))).toBeUndefined();
  }
  expect(await faultOf(() => instance.identify(headers({ authorization: "Bearer" })))).toMatchObject({
    code: "unauthenticated",
  });
});
