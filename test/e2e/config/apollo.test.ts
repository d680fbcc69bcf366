/** Apollo's protocol: with its client for Node, unchanged, and by hand where that has no word for it. */
import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import apollo from "ctrip-apollo";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { apolloValues, call, newService, newToken, publish, type Service, startWorld, type World } from "./world.ts";

let world: World;

beforeAll(async () => {
  world = await startWorld();
});

afterAll(async () => {
  await world.stop();
});

async function openService(): Promise<Service> {
  const service = await newService(world.url);
  await call(world.url, "SetOpen", { service, open: true });
  return service;
}

function sign(secret: string, timestamp: string, target: string): string {
  return createHmac("sha1", secret).update(`${timestamp}\n${target}`).digest("base64");
}

/** Stands between a client and the edge, and signs what goes through, as Apollo's Java client does by itself. */
async function signer(appId: string, secret: string): Promise<{ url: string; close(): Promise<void> }> {
  const server: Server = createServer(async (request, response) => {
    const timestamp = String(Date.now());
    const target = request.url ?? "";
    const headers = { timestamp, authorization: `Apollo ${appId}:${sign(secret, timestamp, target)}` };
    try {
      const answer = await fetch(world.url + target, { headers });
      response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "text/plain" });
      response.end(await answer.text());
    } catch {
      response.destroy(); // The edge is gone, or the client is: either way there is nobody to tell.
    }
  });
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((settle) => server.close(() => settle()));
    },
  };
}

/** What the client hears of, in order. */
function heardBy(namespace: ReturnType<ReturnType<typeof apollo>["namespace"]>): unknown[] {
  const events: unknown[] = [];
  for (const name of ["change", "add", "delete"]) {
    namespace.on(name, (event: object) => events.push({ name, ...event }));
  }
  return events;
}

describe("ctrip-apollo", () => {
  test("reads an open service, and hears of each release", async () => {
    const service = await openService();
    await publish(world.url, service, [
      { key: "timeout", value: "5s", type: "VALUE_TYPE_DURATION" },
      { key: "old", value: "1" },
      { key: "password", value: "hunter2", secret: true },
    ]);
    const app = apollo({ host: world.url, appId: service.service, cluster: service.idc });
    const config = await app.namespace("application").ready();
    try {
      expect(config.config()).toEqual({ timeout: "5s", old: "1" });
      const events = heardBy(config);
      await publish(world.url, service, [
        { key: "timeout", value: "6s" },
        { key: "new", value: "2" },
        { key: "old", delete: true },
      ]);
      await expect.poll(() => config.config()).toEqual({ timeout: "6s", new: "2" });
      expect(events).toEqual([
        { name: "change", key: "timeout", oldValue: "5s", newValue: "6s" },
        { name: "add", key: "new", value: "2" },
        { name: "delete", key: "old", value: "1" },
      ]);
    } finally {
      app.cluster(service.idc).enableUpdateNotification(false);
      await publish(world.url, service, [{ key: "last", value: "word" }]); // Ends the poll that is still held.
    }
  });

  test("reads a closed service, secrets and all, with signed requests", async () => {
    const service = await newService(world.url);
    await publish(world.url, service, [{ key: "password", value: "hunter2", secret: true }]);
    const { secret } = await call<{ secret: string }>(world.url, "CreateAccessKey", { service, name: "first" });
    const right = await signer(service.service, secret);
    const wrong = await signer(service.service, `${secret}x`);
    try {
      const options = { appId: service.service, enableUpdateNotification: false };
      const config = await apollo({ ...options, host: right.url })
        .namespace()
        .ready();
      expect(config.config()).toEqual({ password: "hunter2" });
      await expect(
        apollo({ ...options, host: wrong.url })
          .namespace()
          .ready(),
      ).rejects.toThrow(/401/);
    } finally {
      await right.close();
      await wrong.close();
    }
  });
});

describe("an access key", () => {
  async function signedBy(
    secret: string,
    { target, appId, timestamp }: { target: string; appId: string; timestamp: number },
  ) {
    const text = String(timestamp);
    const headers = { timestamp: text, authorization: `Apollo ${appId}:${sign(secret, text, target)}` };
    return (await fetch(world.url + target, { headers })).status;
  }

  test("lets in who signs with it, for a minute, and until it is dropped", async () => {
    const service = await newService(world.url);
    const other = await newService(world.url);
    await publish(world.url, service, [{ key: "a", value: "1" }]);
    await publish(world.url, other, [{ key: "a", value: "1" }]);
    const made = await call<{ id: string; secret: string }>(world.url, "CreateAccessKey", { service, name: "app" });
    const target = `/configs/${service.service}/default/application?ip=10.0.0.1`;
    const good = { target, appId: service.service, timestamp: Date.now() };
    expect(await signedBy(made.secret, good)).toBe(200);
    expect(await signedBy(`${made.secret}x`, good)).toBe(401);
    expect(await signedBy(made.secret, { ...good, timestamp: Date.now() - 61_000 })).toBe(401);
    expect(await signedBy(made.secret, { ...good, timestamp: Date.now() + 61_000 })).toBe(401);
    expect(await signedBy(made.secret, { ...good, appId: other.service })).toBe(401);
    const elsewhere = `/configs/${other.service}/default/application`;
    expect(await signedBy(made.secret, { ...good, target: elsewhere, appId: other.service })).toBe(401);
    await call(world.url, "DropAccessKey", { service, id: made.id });
    expect(await signedBy(made.secret, good)).toBe(401);
  });

  test.each(["Apollo", "Apollo ", "Apollo x", "Apollo a:b", "Apollo :AAAAAAAAAAAAAAAAAAAAAAAAAAA="])(
    "is not proved by '%s'",
    async (authorization) => {
      const service = await openService();
      await publish(world.url, service, [{ key: "a", value: "1" }]);
      const target = `${world.url}/configs/${service.service}/default/application`;
      const headers = { authorization, timestamp: String(Date.now()) };
      expect((await fetch(target, { headers })).status).toBe(401);
    },
  );
});

describe("GET /configs", () => {
  test("answers 304 to who has the release, and leaves out secrets where the service is open", async () => {
    const service = await openService();
    await publish(world.url, service, [
      { key: "a", value: "1" },
      { key: "b", value: "2", secret: true },
    ]);
    const url = `${world.url}/configs/${service.service}/default/application`;
    const first = (await (await fetch(url)).json()) as { releaseKey: string };
    expect(first).toEqual({
      appId: service.service,
      cluster: "default",
      namespaceName: "application",
      configurations: { a: "1" },
      releaseKey: first.releaseKey,
    });
    expect((await fetch(`${url}?releaseKey=${first.releaseKey}`)).status).toBe(304);
    await publish(world.url, service, [{ section: "other", key: "x", value: "1" }]);
    expect((await fetch(`${url}?releaseKey=${first.releaseKey}`)).status).toBe(304);
    await publish(world.url, service, [{ key: "a", value: "2" }]);
    expect((await fetch(`${url}?releaseKey=${first.releaseKey}`)).status).toBe(200);
  });

  test.each([
    ["an unknown service", "/configs/nobody/default/application", 401],
    ["a namespace that never was", "/configs/{service}/default/other", 404],
    ["a service that is no name", "/configs/%20/default/application", 400],
    ["an escape that is none", "/configs/%zz/default/application", 400],
    ["one segment more", "/configs/{service}/default/application/x", 404],
    ["an ip that is none", "/configs/{service}/default/application?ip=%0a", 400],
  ])("refuses %s", async (_what, path, status) => {
    const service = await openService();
    await publish(world.url, service, [{ key: "a", value: "1" }]);
    expect((await fetch(world.url + path.replace("{service}", service.service))).status).toBe(status);
  });

  test("wants a token where the service is not open", async () => {
    const service = await newService(world.url);
    await publish(world.url, service, [{ key: "a", value: "1" }]);
    const url = `${world.url}/configs/${service.service}/default/application`;
    expect((await fetch(url)).status).toBe(401);
    const editor = await newToken(world.url, service, "edit");
    await expect(apolloValues(world.url, service, editor)).rejects.toThrow("403");
    expect(await apolloValues(world.url, service, await newToken(world.url, service, "read"))).toEqual({ a: "1" });
  });
});

describe("GET /configfiles", () => {
  test("gives a section as JSON and as a properties file", async () => {
    const service = await openService();
    await publish(world.url, service, [
      { key: "a", value: " two\nlines \\ and a tab\t" },
      { key: "b", value: "grün" },
    ]);
    const path = `${service.service}/default/application`;
    expect(await (await fetch(`${world.url}/configfiles/json/${path}`)).json()).toEqual({
      a: " two\nlines \\ and a tab\t",
      b: "grün",
    });
    const text = await (await fetch(`${world.url}/configfiles/${path}.properties`)).text();
    expect(text).toBe("a=\\ two\\nlines \\\\ and a tab\\t\nb=grün\n");
  });
});

describe("GET /notifications/v2", () => {
  function notificationsUrl(service: Service, notifications: unknown): string {
    const text = typeof notifications === "string" ? notifications : JSON.stringify(notifications);
    const query = new URLSearchParams({ appId: service.service, cluster: service.idc, notifications: text });
    return `${world.url}/notifications/v2?${query}`;
  }

  test("tells at once what the client has not, and holds the rest until it changes", async () => {
    const service = await openService();
    await publish(world.url, service, [{ key: "a", value: "1" }]);
    const fresh = await fetch(notificationsUrl(service, [{ namespaceName: "application", notificationId: -1 }]));
    expect(await fresh.json()).toMatchObject([{ namespaceName: "application", notificationId: 1 }]);
    const held = fetch(
      notificationsUrl(service, [
        { namespaceName: "application.properties", notificationId: 1 },
        { namespaceName: "later", notificationId: -1 },
      ]),
    );
    await publish(world.url, service, [{ section: "elsewhere", key: "b", value: "1" }]);
    await publish(world.url, service, [{ section: "later", key: "b", value: "1" }]);
    expect(await (await held).json()).toMatchObject([{ namespaceName: "later", notificationId: 3 }]);
  });

  test.each([
    ["no list", ""],
    ["no JSON", "["],
    ["an object", "{}"],
    ["an empty list", "[]"],
    ["a number", "[1]"],
    ["null", "[null]"],
    ["no name", '[{"notificationId":1}]'],
    ["an id that is text", '[{"namespaceName":"application","notificationId":"1"}]'],
    ["a fraction", '[{"namespaceName":"application","notificationId":1.5}]'],
    ["a name that is none", '[{"namespaceName":"../x","notificationId":1}]'],
    [
      "too many",
      JSON.stringify(Array.from({ length: 101 }, (_, at) => ({ namespaceName: `n${at}`, notificationId: 1 }))),
    ],
  ])("refuses %s", async (_what, notifications) => {
    const service = await openService();
    expect((await fetch(notificationsUrl(service, notifications))).status).toBe(400);
  });

  test("is cut off where the edge dies, and the next one tells what was missed", async () => {
    const service = await openService();
    await publish(world.url, service, [{ key: "a", value: "1" }]);
    const ask = () => fetch(notificationsUrl(service, [{ namespaceName: "application", notificationId: 1 }]));
    const held = ask().then(
      ({ status }) => status,
      () => "cut off",
    );
    await world.restart();
    expect(await held).toBe("cut off");
    await publish(world.url, service, [{ key: "a", value: "2" }]);
    expect(await (await ask()).json()).toMatchObject([{ notificationId: 2 }]);
  });
});

test("GET /services/config leads clients back to where they are", async () => {
  const found = await (await fetch(`${world.url}/services/config?appId=x`)).json();
  expect(found).toEqual([
    { appName: "APOLLO-CONFIGSERVICE", instanceId: new URL(world.url).host, homepageUrl: `${world.url}/` },
  ]);
});
