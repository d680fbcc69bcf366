/** What becomes of an item on its way: it is a request as any other, and no more than that. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Region } from "../../../proto/gen/countries.contract.ts";
import { request, type Seen } from "../edge/world.ts";
import { readResponse } from "./golden.ts";
import {
  type JsonReply,
  PROTOBUF,
  post,
  postItems,
  protobufEnvelope,
  runItems,
  startWorld,
  type World,
} from "./world.ts";

const REGION = { region: "Oceania", countries: 27, subregions: [{ subregion: "Polynesia", countries: 10 }] };

let world: World;
beforeAll(async () => {
  const messages = { request: "example.countries.v1.Region", response: "example.countries.v1.Region" };
  world = await startWorld([
    {
      name: "region",
      match: { methods: ["GET", "PUT"], path: "/regions/{name}" },
      upstream: "plain",
      messages,
      timeoutMs: 1_000,
    },
    { name: "secret", match: { path: "/secret" }, upstream: "plain", rewrite: "/plain/secret", sensitive: true },
  ]);
});
afterAll(async () => {
  await world?.stop();
});
beforeEach(() => {
  world.plain.seen.length = 0;
});

function seen(reply: JsonReply | undefined): Seen {
  expect(reply?.status).toBe(200);
  return reply?.body as Seen;
}

describe("an item", () => {
  test("is the same request as it would be alone", async () => {
    const outer = { "accept-language": "de", "user-agent": "app/1", authorization: "Bearer t", cookie: "a=b" };
    const own = { "x-own": "1", "if-none-match": '"e"', accept: "application/json" };
    const alone = await request(world.edge.url, "/plain/same?q=1", { headers: { ...outer, ...own } });
    const { same } = await runItems(world, [{ id: "same", url: "/plain/same?q=1", headers: own }], outer);
    const [one, other] = [JSON.parse(alone.body.toString()) as Seen, seen(same)];
    expect(other.url).toBe(one.url);
    // These differ from one request to the next: the span, and the time that is left of the same limit.
    for (const seenHeaders of [one.headers, other.headers]) {
      delete seenHeaders.traceparent;
      expect(Number(seenHeaders["fairway-timeout-ms"])).toBeGreaterThan(0);
      delete seenHeaders["fairway-timeout-ms"];
    }
    expect({ ...other.headers, "accept-encoding": undefined }).toEqual({
      ...one.headers,
      "accept-encoding": undefined,
    });
  });

  test("cannot claim to be someone or somewhere else", async () => {
    const forged = {
      "Fairway-Identity": "forged",
      "x-fairway-uid": "1",
      "X-Fairway-Session": "1",
      "x-fairway-anything": "1",
      x_fairway_uid: "1",
      Forwarded: "for=6.6.6.6",
      "X-Forwarded-For": "6.6.6.6",
      x_forwarded_for: "6.6.6.6",
      "X-Forwarded-Host": "evil.test",
      "X-Forwarded-Proto": "gopher",
      "X-Real-IP": "6.6.6.6",
      "CF-Connecting-IP": "6.6.6.6",
      "True-Client-IP": "6.6.6.6",
      Via: "6.6 forged",
      Host: "evil.test",
      Connection: "authorization, x-own",
      "Proxy-Authorization": "Basic forged",
      traceparent: `00-${"6".repeat(32)}-${"6".repeat(16)}-01`,
      Origin: "https://evil.test",
      "X-Original-URL": "/forged",
      "Transfer-Encoding": "chunked",
      "Content-Length": "666",
      "x-own": "kept",
    };
    const items = ["plain", "merging"].map((id) => ({ id, url: `/${id}/forged`, headers: forged }));
    const twin = { id: "twin", url: "/merging/twin", headers: forged }; // So that there is a wave.
    const replies = await runItems(world, [...items, twin], { authorization: "Bearer theirs" });
    for (const id of ["plain", "merging"]) {
      const { headers } = seen(replies[id]);
      const host = new URL(world.edge.url).host;
      expect(headers).toMatchObject({
        authorization: "Bearer theirs",
        "x-own": "kept",
        "x-forwarded-for": "127.0.0.1",
        "x-forwarded-host": host,
        "x-forwarded-proto": "http",
        forwarded: `for=127.0.0.1;host="${host}";proto=http`,
        via: "1.1 fairway",
      });
      const text = JSON.stringify(headers);
      for (const claim of ["forged", "6.6.6.6", "evil.test", "666666", "gopher", "fairway-uid", "fairway_uid"]) {
        expect(text).not.toContain(claim);
      }
    }
  });

  test("is written to the access log with the batch that it came in, as a child of its span", async () => {
    const trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    const traceparent = `00-${trace}-00f067aa0ba902b7-01`;
    await runItems(
      world,
      [
        { id: "good", url: "/plain/log?secret=1" },
        { id: "bad", url: "/nowhere" },
      ],
      { traceparent },
    );
    const lines = () => world.edge.log.filter(({ traceId }) => traceId === trace);
    await expect.poll(() => lines().length).toBe(3);
    const outer = lines().find(({ item }) => item === undefined);
    expect(outer).toMatchObject({ method: "POST", path: "/$batch", status: 200 });
    expect(lines().find(({ item }) => item === "good")).toMatchObject({
      batch: outer?.spanId,
      route: "plain",
      upstream: "plain",
      status: 200,
      path: "/plain/log",
      bytesOut: expect.any(Number),
    });
    expect(lines().find(({ item }) => item === "bad")).toMatchObject({ batch: outer?.spanId, status: 404 });
    expect(JSON.stringify(lines())).not.toContain("secret");
  });

  test("that fails leaves the others alone, and those that depend on it are not run", async () => {
    world.plain.on("/plain/fails", (_, response) => response.writeHead(500).end("no"));
    world.plain.on("/plain/breaks", (request) => request.socket.destroy());
    const replies = await runItems(world, [
      { id: "fails", url: "/plain/fails" },
      { id: "breaks", url: "/plain/breaks", method: "POST", body: {} },
      { id: "nowhere", url: "/nowhere" },
      { id: "fine", url: "/plain/fine" },
      { id: "after", url: "/plain/after", dependsOn: ["fails"] },
      { id: "afterAfter", url: "/plain/after", dependsOn: ["after"] },
      { id: "afterFine", url: "/plain/{fine.body.method}", dependsOn: ["fine"] },
    ]);
    expect(Object.fromEntries(Object.entries(replies).map(([id, { status }]) => [id, status]))).toEqual({
      fails: 500,
      breaks: 503,
      nowhere: 404,
      fine: 200,
      after: 424,
      afterAfter: 424,
      afterFine: 200,
    });
    expect(seen(replies.afterFine).url).toBe("/plain/GET");
    expect(world.plain.seen.map(({ url }) => url)).not.toContain("/plain/after");
  });

  test("that takes too long is answered in its place, and its upstream hears of it", async () => {
    const left = Promise.withResolvers<void>();
    world.plain.on("/plain/hangs", (request) => request.socket.on("close", () => left.resolve()));
    const replies = await runItems(world, [
      { id: "hangs", url: "/plain/hangs", timeoutMs: 100 },
      { id: "fine", url: "/plain/fine" },
    ]);
    expect(replies.hangs).toMatchObject({ status: 504, body: { code: "deadline_exceeded" } });
    expect(replies.fine?.status).toBe(200);
    await left.promise;
  });

  test("has no more time than its route grants", async () => {
    world.plain.on("/regions/slow", () => undefined);
    const replies = await runItems(world, [{ id: "slow", url: "/regions/slow", timeoutMs: 60_000 }]);
    expect(replies.slow?.status).toBe(504);
  });

  test("that is identical to another safe one is asked once", async () => {
    const replies = await runItems(world, [
      ...["a", "b", "c"].map((id) => ({ id, url: "/plain/joined" })),
      { id: "other", url: "/plain/joined", headers: { "x-own": "1" } },
      ...["w1", "w2"].map((id) => ({ id, url: "/plain/joined", method: "POST", body: {} })),
    ]);
    expect(Object.values(replies).map(({ status }) => status)).toEqual(Array(6).fill(200));
    expect(world.plain.seen.filter(({ method }) => method === "GET")).toHaveLength(2);
    expect(world.plain.seen.filter(({ method }) => method === "POST")).toHaveLength(2);
  });

  test("may have any body, empty ones included", async () => {
    const replies = await runItems(world, [
      { id: "json", url: "/plain/x", method: "PUT", body: { n: 1, list: [] } },
      { id: "text", url: "/plain/x", method: "PUT", headers: { "content-type": "text/plain" }, body: btoa("plain") },
      { id: "none", url: "/plain/x", method: "DELETE" },
    ]);
    expect(seen(replies.json)).toMatchObject({ method: "PUT", headers: { "content-type": "application/json" } });
    expect(seen(replies.text)).toMatchObject({
      body: "plain",
      headers: { "content-type": "text/plain", "content-length": "5" },
    });
    expect(seen(replies.none)).toMatchObject({ method: "DELETE", body: "" });
  });

  test("keeps the digits of its JSON", async () => {
    const body = '{"n":12345678901234567890,"x":1.50,"e":1E5}';
    const { status, body: reply } = await post(
      world,
      `{"requests":[{"id":"n","url":"/plain/n","method":"PUT","body":${body}}]}`,
    );
    expect(status).toBe(200);
    expect(JSON.parse(reply.toString()).responses[0].body.body).toBe(body);
  });

  test("with a reply of another kind has it in base64, with its own status and headers", async () => {
    world.plain.on("/plain/image", (_, response) => {
      response.writeHead(200, { "content-type": "image/png", etag: '"e"', "set-cookie": ["a=1", "b=2"], server: "x" });
      response.end(Buffer.from([0x89, 0x50, 0xff]));
    });
    world.plain.on("/plain/gone", (_, response) => response.writeHead(204).end());
    world.plain.on("/plain/moved", (_, response) => response.writeHead(302, { location: "/plain/there" }).end());
    const { image, gone, moved } = await runItems(
      world,
      ["image", "gone", "moved"].map((id) => ({ id, url: `/plain/${id}` })),
    );
    expect(image).toEqual({
      id: "image",
      status: 200,
      headers: { "content-type": "image/png", etag: '"e"', "set-cookie": ["a=1", "b=2"] },
      body: Buffer.from([0x89, 0x50, 0xff]).toString("base64"),
    });
    expect(gone).toEqual({ id: "gone", status: 204, headers: {} });
    expect(moved).toEqual({ id: "moved", status: 302, headers: { location: "/plain/there" } });
  });
});

describe("an item of a route with messages", () => {
  beforeAll(() => {
    world.plain.on("/regions/oceania", (_, response) => {
      response.writeHead(200, { "content-type": "application/json", etag: '"r"' }).end(JSON.stringify(REGION));
    });
    world.plain.on("/regions/misfit", (_, response) => {
      response.writeHead(200, { "content-type": "application/json" }).end('{"region":7}');
    });
  });

  test("is protobuf in an envelope of protobuf, and its JSON can still be referred to", async () => {
    const envelope = protobufEnvelope([
      { id: "r", url: "/regions/oceania" },
      { id: "m", url: "/regions/misfit" },
      { id: "next", url: "/plain/{r.body.region}/{r.body.subregions.0.countries}", dependsOn: ["r"] },
    ]);
    const { body, headers } = await post(world, envelope, { "content-type": PROTOBUF, accept: PROTOBUF });
    expect(headers["content-type"]).toBe(PROTOBUF);
    const [r, m, next] = readResponse(body);
    expect(Object.fromEntries(r?.headers ?? [])).toMatchObject({ "content-type": PROTOBUF });
    expect(Region.decode(r?.body as Uint8Array)).toEqual(REGION);
    expect(Object.fromEntries(m?.headers ?? [])).toMatchObject({ "content-type": "application/json" });
    expect(m?.body.toString()).toBe('{"region":7}');
    expect(JSON.parse(String(next?.body)).url).toBe("/plain/Oceania/10");
  });

  test("is JSON in an envelope of JSON, unless it asks for protobuf", async () => {
    const { json, protobuf } = await runItems(world, [
      { id: "json", url: "/regions/oceania" },
      { id: "protobuf", url: "/regions/oceania", headers: { accept: PROTOBUF } },
    ]);
    expect(json?.body).toEqual(REGION);
    expect(protobuf?.headers["content-type"]).toBe(PROTOBUF);
    expect(Region.decode(Buffer.from(String(protobuf?.body), "base64"))).toEqual(REGION);
  });

  test("takes its own body in protobuf, and refuses one that is none", async () => {
    const headers = [{ name: "content-type", value: PROTOBUF }];
    const put = { method: "PUT", url: "/regions/any", headers };
    const envelope = protobufEnvelope([
      { id: "good", ...put, body: Region.encode(REGION) },
      { id: "bad", ...put, body: Buffer.from([0xff, 0xff]) },
      { id: "text", ...put, headers: [{ name: "content-type", value: "text/plain" }], body: Buffer.from("x") },
    ]);
    const { body } = await post(world, envelope, { "content-type": PROTOBUF, accept: PROTOBUF });
    const [good, bad, text] = readResponse(body);
    expect([good?.status, bad?.status, text?.status]).toEqual([200, 400, 415]);
  });
});

describe("values from a sign-in that comes first", () => {
  const TOKEN = "s3cr3t.token-of/this caller";
  beforeAll(() => {
    world.plain.on("/plain/secret", (_, response) => {
      response.setHeader("content-type", "application/json");
      response.setHeader("x-session", "s/1");
      response.end(JSON.stringify({ uid: "12345678901234567890", token: TOKEN, age: 7, list: [{ ok: true }] }));
    });
  });

  test("reach URL, headers and body of later items", async () => {
    const replies = await runItems(world, [
      { id: "signIn", url: "/secret" },
      {
        id: "later",
        method: "PUT",
        url: "/plain/{signIn.body.uid}/{signIn.headers.x-session}?t={signIn.body.token}",
        headers: { authorization: "Bearer {signIn.body.token}" },
        body: {
          uid: "{signIn.body.uid}",
          age: "{signIn.body.age}",
          all: "{signIn.body.list}",
          text: "is {signIn.body.age}",
        },
        dependsOn: ["signIn"],
      },
    ]);
    const later = seen(replies.later);
    expect(later.url).toBe(`/plain/12345678901234567890/s%2F1?t=${encodeURIComponent(TOKEN)}`);
    expect(later.headers.authorization).toBe(`Bearer ${TOKEN}`);
    expect(JSON.parse(later.body)).toEqual({ uid: "12345678901234567890", age: 7, all: [{ ok: true }], text: "is 7" });
  });

  test.each<[string, Record<string, unknown>]>([
    ["is not there", { url: "/plain/{signIn.body.nobody}" }],
    ["is an object", { url: "/plain/{signIn.body.list}" }],
    ["would climb", { url: "/plain/{signIn.body.token}/../../x" }],
  ])("fail the item where the value %s", async (_, item) => {
    const { later } = await runItems(world, [
      { id: "signIn", url: "/secret" },
      { id: "later", ...item, dependsOn: ["signIn"] },
    ]);
    expect(later?.status).toBe(424);
  });

  test("cannot break out of a header", async () => {
    world.plain.on("/plain/hostile", (_, response) => {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ value: "x\r\nx-fairway-uid: 7" }));
    });
    const { later } = await runItems(world, [
      { id: "first", url: "/plain/hostile" },
      { id: "later", url: "/plain/x", headers: { "x-own": "{first.body.value}" }, dependsOn: ["first"] },
    ]);
    expect(later?.status).toBe(424);
  });

  test("are never compressed together with what others sent", async () => {
    const items = [
      { id: "signIn", url: "/secret" },
      { id: "echo", url: `/plain/${"s3cr3t".repeat(50)}` },
    ];
    const { headers, body } = await postItems(world, items, { "accept-encoding": "gzip" });
    expect(headers["content-encoding"]).toBeUndefined();
    expect(JSON.parse(body.toString()).responses).toHaveLength(2);
  });
});

test("an item that is not compressed for itself is compressed with the others", async () => {
  const items = [{ id: "long", url: `/plain/${"long".repeat(100)}` }];
  const { headers } = await postItems(world, items, { "accept-encoding": "gzip" });
  expect(headers["content-encoding"]).toBe("gzip");
});
