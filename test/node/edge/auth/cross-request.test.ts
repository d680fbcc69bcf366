/** On workerd one request's promises are another's to wait for only within limits. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type EdgeWorker, startEdgeWorker } from "./edge-worker.ts";

const ISSUER = "https://issuer.test";
const AUDIENCE = "app";
const WAIT_MS = 10_000;

let edge: EdgeWorker;
let token: string;
let fetches: number;
/** Lets all fetches of the keys be answered, those that wait included. */
let release: () => void;
const stops: (() => Promise<unknown>)[] = [];

/** An origin whose key set is held back until it is released, and a workerd with the edge's auth in it. */
beforeEach(async () => {
  const { privateKey, publicKey } = await generateKeyPair("EdDSA", { extractable: true });
  const claims = { iss: ISSUER, aud: AUDIENCE, sub: "7", sid: "9", jti: "a" };
  const header = { alg: "EdDSA", typ: "at+jwt", kid: "first" };
  const jwt = new SignJWT(claims).setProtectedHeader(header).setIssuedAt().setExpirationTime("10m");
  token = await jwt.sign(privateKey);
  const body = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: "first" }] });

  fetches = 0;
  const released = Promise.withResolvers<void>();
  release = released.resolve;
  const origin = createServer(async (_request, reply) => {
    fetches += 1;
    await released.promise;
    reply.setHeader("cache-control", "max-age=300").end(body);
  });
  await new Promise<void>((settle) => origin.listen(0, "127.0.0.1", settle));
  stops.push(() => {
    origin.closeAllConnections();
    return new Promise((settle) => origin.close(settle));
  });
  const jwksUrl = `http://127.0.0.1:${(origin.address() as AddressInfo).port}/`;
  edge = await startEdgeWorker({ jwksUrl, issuer: ISSUER, audience: AUDIENCE });
  stops.push(() => edge.stop());
});

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

test("requests that come together share the fetch that the first of them began", async () => {
  const replies = Array.from({ length: 20 }, () => edge.check(token));
  await vi.waitFor(async () => expect(await edge.checking()).toBe(20), WAIT_MS);
  release();
  for (const { status } of await Promise.all(replies)) expect(status).toBe(200);
  expect((await edge.check(token)).status).toBe(200);
  expect(fetches).toBe(1);
});

test("requests that wait for the fetch of a client that left are answered all the same", async () => {
  const leaving = new AbortController();
  const left = edge.check(token, { signal: leaving.signal }).catch((error: unknown) => String(error));
  await vi.waitFor(() => expect(fetches).toBe(1), WAIT_MS);
  const replies = Array.from({ length: 10 }, () => edge.check(token));
  await vi.waitFor(async () => expect(await edge.checking()).toBe(11), WAIT_MS);
  leaving.abort();
  expect(await left).toContain("AbortError");
  release();
  for (const { status } of await Promise.all(replies)) expect(status).toBe(200);
});
