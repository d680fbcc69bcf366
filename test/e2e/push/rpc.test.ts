/** Calls of a service over the push connection: by the route table, with the passport's word for who calls. */
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Centrifuge } from "centrifuge";
import { SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PassportService } from "../../../proto/gen/passport.contract.ts";
import { createClient } from "../../../sdk/client.ts";
import { type Stack, startStack } from "../sdk/stack.ts";

const TOKEN_KEY = randomBytes(32);
let stack: Stack;
let service: Server;
let asked: { url: string; headers: IncomingMessage["headers"]; body: string }[] = [];
/** Calls off the wait of `/slow`. */
let go: () => void = () => {};

beforeAll(async () => {
  service = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    const { url = "", headers } = request;
    asked.push({ url, headers, body });
    const answers: Record<string, readonly [number, string]> = {
      "/v1/sum": [200, '{"sum":\n7}'],
      "/v1/nothing": [204, ""],
      "/v1/refuse": [409, '{"detail":"sold out"}'],
      "/v1/break": [500, "<html>"],
      "/v1/large": [200, JSON.stringify("x".repeat(300_000))],
      "/v1/html": [200, "<html>"],
    };
    if (url === "/v1/slow") await new Promise<void>((resolve) => (go = resolve));
    const [status, text] = answers[url] ?? [200, "{}"];
    response.writeHead(status, { "content-type": "application/json" }).end(text);
  });
  service.listen(0, "127.0.0.1");
  await once(service, "listening");
  stack = await startStack({
    bindings: {
      PROTOCOLS: JSON.stringify({ centrifugo: true }),
      PUSH: JSON.stringify({ rpc: "/rpc/", namespaces: { chat: {} } }),
      PUSH_TOKEN_KEY: TOKEN_KEY.toString("base64"),
    },
    table(table) {
      table.upstreams.service = { urls: [`http://127.0.0.1:${(service.address() as AddressInfo).port}`] };
      table.routes.push(
        { name: "own", match: { methods: ["POST"], path: "/rpc/whoami" }, upstream: "service", auth: "required" },
        {
          name: "rpc",
          match: { methods: ["POST"], path: "/rpc/{method}" },
          upstream: "service",
          rewrite: "/v1/{method}",
        },
      );
    },
  });
});
afterAll(async () => {
  await stack.stop();
  service.close();
});

async function clientWith(token: string): Promise<Centrifuge> {
  const client = new Centrifuge(`${stack.edge.replace("http", "ws")}/connection/websocket`, { token });
  client.connect();
  await client.ready();
  return client;
}

async function account(deviceId: string) {
  const app = createClient({ baseUrl: stack.edge, sessions: PassportService });
  const { uid, accessToken } = await app.session.signIn(app.rpc(PassportService).signInGuest({ deviceId }));
  return { uid: String(uid), client: await clientWith(accessToken) };
}

const byService = async (claims: Record<string, unknown>) =>
  await new SignJWT(claims).setProtectedHeader({ alg: "HS256" }).setExpirationTime("10m").sign(TOKEN_KEY);

describe("a call", () => {
  test("reaches the route's service with what was said, and its answer the client", async () => {
    const { client } = await account("rpc-device-one-0123456789");
    asked = [];
    expect((await client.rpc("sum", { a: 1 })).data).toEqual({ sum: 7 });
    expect((await client.rpc("nothing", null)).data).toBeNull();
    expect(asked).toMatchObject([
      { url: "/v1/sum", body: '{"a":1}', headers: { "content-type": "application/json" } },
      { url: "/v1/nothing", body: "null" },
    ]);
    client.disconnect();
  });

  test("says who calls where the passport has said it, and to nobody else's token", async () => {
    const { uid, client } = await account("rpc-device-two-0123456789");
    asked = [];
    await client.rpc("whoami", {});
    expect(asked[0]?.headers).toMatchObject({ "fairway-identity": expect.any(String), "x-fairway-uid": uid });
    client.disconnect();
    // A service that shares the key for push must not be able to call others in the name of an account.
    const posing = await clientWith(await byService({ sub: uid, sid: "1" }));
    await expect(posing.rpc("whoami", {})).rejects.toMatchObject({ code: 401 });
    await posing.rpc("sum", {});
    expect(asked.at(-1)?.headers["x-fairway-uid"]).toBeUndefined();
    posing.disconnect();
  });

  test.each([
    ["refuse", 409, "sold out", false],
    ["break", 500, "the service answered 500", true],
    ["large", 502, "262144", true],
    ["html", 502, "no JSON", true],
  ])("%s: what the service refuses has its status as the code", async (method, code, message, temporary) => {
    const client = await clientWith(await byService({ sub: "anna" }));
    await expect(client.rpc(method, {})).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
      temporary,
    });
    client.disconnect();
  });

  test.each(["../ops/upstreams", "a/b", "a%2Fb", "", ".", "x".repeat(65), "a?b"])(
    "of the method %j is refused",
    async (method) => {
      const client = await clientWith(await byService({ sub: "anna" }));
      asked = [];
      await expect(client.rpc(method, {})).rejects.toMatchObject({ code: 107 });
      expect(asked).toEqual([]);
      client.disconnect();
    },
  );

  test("that takes long holds nothing else up", async () => {
    const client = await clientWith(await byService({ sub: "anna" }));
    const slow = client.rpc("slow", {});
    const subscription = client.newSubscription("chat:x");
    subscription.subscribe();
    await subscription.ready();
    await expect.poll(() => asked.at(-1)?.url).toBe("/v1/slow");
    go();
    expect((await slow).data).toEqual({});
    client.disconnect();
  });
});
