/** Who is calling, as told to the services behind the edge: by the edge alone, whatever the client claims. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { identitySeal } from "../../../proto/identity.ts";
import { call, type SignedIn, send, signIn } from "./calls.ts";
import { PASSPORT, type System, startSystem } from "./system.ts";

const echo = createServer((request, response) => {
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(request.headers));
});

let system: System;
let url: string;
let originUrl: string;
let caller: SignedIn;
let victim: SignedIn;
beforeAll(async () => {
  await new Promise<void>((resolve) => echo.listen(0, "127.0.0.1", resolve));
  const echoUrl = `http://127.0.0.1:${(echo.address() as AddressInfo).port}`;
  system = await startSystem({
    table(table) {
      table.upstreams.echo = { urls: [echoUrl] };
      for (const auth of ["none", "optional", "required"]) {
        table.routes.push({ name: `echo.${auth}`, match: { path: `/echo/${auth}` }, upstream: "echo", auth });
      }
    },
  });
  url = system.edge.url;
  originUrl = system.origins[0]?.url ?? "";
  caller = await signIn(url);
  victim = await signIn(url);
});
afterAll(async () => {
  await system?.stop();
  echo.closeAllConnections();
  await new Promise((resolve) => echo.close(resolve));
});

/** Claims to be the victim in every way that there is. */
function forged(): Record<string, string> {
  const exp = Math.floor(Date.now() / 1000) + 600;
  const claims = Buffer.from(JSON.stringify({ uid: victim.uid, sid: "1", exp })).toString("base64url");
  return {
    "fairway-identity": `${claims}.${Buffer.alloc(32).toString("base64url")}`,
    "x-fairway-uid": victim.uid,
    "x-fairway-session": "1",
    x_fairway_uid: victim.uid,
    "x-forwarded-for": "203.0.113.9",
    forwarded: "for=203.0.113.9",
    "x-real-ip": "203.0.113.9",
  };
}

describe("a service behind the edge", () => {
  test.each(["optional", "required"])("is told who calls, with proof, where auth is %s", async (auth) => {
    const { status, body } = await send(`${url}/echo/${auth}`, { headers: { authorization: caller.authorization } });
    expect(status).toBe(200);
    expect(body["x-fairway-uid"]).toBe(caller.uid);
    const proof = await identitySeal([system.identityKey]).verify(String(body["fairway-identity"]), Date.now());
    expect(proof).toMatchObject({ kind: "valid", claims: { uid: BigInt(caller.uid) } });
  });

  test.each(["none", "optional"])("is told of nobody by a client that only claims, where auth is %s", async (auth) => {
    const { status, body } = await send(`${url}/echo/${auth}`, { headers: forged() });
    expect(status).toBe(200);
    expect(JSON.stringify(body)).not.toContain(victim.uid);
    expect(JSON.stringify(body)).not.toContain("203.0.113.9");
    expect(body["x-forwarded-for"]).toBe("127.0.0.1");
  });

  test("is told of the token's owner, whatever else the client claims", async () => {
    const headers = { ...forged(), authorization: caller.authorization };
    const { body } = await send(`${url}/echo/required`, { headers });
    expect(body["x-fairway-uid"]).toBe(caller.uid);
    const { authorization, ...others } = body;
    expect(authorization).toBe(caller.authorization);
    expect(JSON.stringify(others)).not.toContain(victim.uid);
  });

  test("is told neither by an item of a batch, and an item of one caller is not the other's", async () => {
    const requests = [
      { id: "claims", url: "/echo/optional", headers: forged() },
      { id: "own", url: "/echo/required", headers: { ...forged(), authorization: caller.authorization } },
      { id: "other", url: "/echo/required", headers: { authorization: victim.authorization } },
    ];
    const { status, body } = await send(`${url}/$batch`, {
      method: "POST",
      headers: { "content-type": "application/json", ...forged() },
      body: JSON.stringify({ requests }),
    });
    expect(status).toBe(200);
    const replies = body.responses as { id: string; status: number; body: Record<string, string> }[];
    const by = Object.fromEntries(replies.map((reply) => [reply.id, reply]));
    expect(by.claims?.status).toBe(200);
    expect(JSON.stringify(by.claims?.body)).not.toContain(victim.uid);
    expect(by.own?.body["x-fairway-uid"]).toBe(caller.uid);
    expect(by.other?.body["x-fairway-uid"]).toBe(victim.uid);
    for (const { body: seen } of replies) expect(seen["x-forwarded-for"]).toBe("127.0.0.1");
  });

  test("is not asked at all for a token that is bad", async () => {
    const [head, claims] = caller.accessToken.split(".");
    for (const auth of ["optional", "required"]) {
      const token = `${head}.${claims}.${Buffer.alloc(64).toString("base64url")}`;
      const { status, body } = await send(`${url}/echo/${auth}`, { headers: { authorization: `Bearer ${token}` } });
      expect([status, body.code]).toEqual([401, "unauthenticated"]);
    }
    const refused = () =>
      system.edgeLog().filter(({ path, status }) => status === 401 && /^\/echo\//.test(String(path)));
    await expect.poll(refused).toHaveLength(2);
    for (const line of refused()) expect(line).not.toHaveProperty("upstream");
  });
});

describe("passport", () => {
  test("gives a caller that only claims nobody's profile, at the edge nor at the origin", async () => {
    const { "fairway-identity": identity = "", ...plain } = forged();
    for (const base of [url, originUrl]) {
      for (const headers of [plain, { "fairway-identity": identity }, forged()]) {
        const { status, body } = await call(base, "GetProfile", {}, headers);
        expect([status, body.code]).toEqual([401, "unauthenticated"]);
      }
    }
  });

  test("gives the token's owner their own profile, whatever they claim at the edge", async () => {
    const { status, body } = await call(url, "GetProfile", {}, { ...forged(), authorization: caller.authorization });
    expect([status, body.uid]).toEqual([200, caller.uid]);
  });

  test("refuses a caller whose claim and token disagree at the origin, where only the edge may claim", async () => {
    const headers = { ...forged(), authorization: caller.authorization };
    expect((await call(originUrl, "GetProfile", {}, headers)).status).toBe(401);
  });

  test("believes the items of a wave each by itself", async () => {
    const item = (id: string, headers: Record<string, string>) => ({
      id,
      method: "POST",
      url: `${PASSPORT}/GetProfile`,
      headers: { "content-type": "application/json", ...headers },
      body: {},
    });
    const requests = [
      item("caller", { authorization: caller.authorization }),
      item("victim", { authorization: victim.authorization }),
      item("forged", forged()),
    ];
    const { body } = await send(`${url}/$batch`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ requests }),
    });
    const replies = body.responses as { id: string; status: number; body: { uid?: string } }[];
    expect(replies.map(({ id, status, body: reply }) => [id, status, reply.uid])).toEqual([
      ["caller", 200, caller.uid],
      ["victim", 200, victim.uid],
      ["forged", 401, undefined],
    ]);
  });
});
