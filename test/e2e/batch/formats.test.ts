/** The four kinds of reply as they are on the wire, read by readers that share no code with what writes them. */

import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { gunzipSync, inflateRawSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEFAULT_DICTIONARY } from "../../../proto/dictionary/dictionary.ts";
import { open, type Reply } from "../edge/world.ts";
import { type GoldenReply, readFrames, readResponse } from "./golden.ts";
import { FRAMES, type JsonItem, PROTOBUF, postItems, startWorld, type World } from "./world.ts";

const SECRET = "s3cr3t-of-this-caller-and-of-nobody-else";
const LONG = JSON.stringify({ text: "long and dull ".repeat(200) });
const ITEMS: JsonItem[] = [
  { id: "long", url: "/plain/long" },
  { id: "secret", url: "/secret" },
  { id: "bytes", url: "/plain/bytes" },
  { id: "bad", url: "/nowhere" },
];
const WITH_DICTIONARY = { "accept-encoding": "gzip, x-dcd", "available-dictionary": `:${DEFAULT_DICTIONARY.hash}:` };

let world: World;
beforeAll(async () => {
  world = await startWorld([
    { name: "secret", match: { path: "/secret" }, upstream: "plain", rewrite: "/plain/secret", sensitive: true },
  ]);
  const json = { "content-type": "application/json", etag: '"l"' };
  world.plain.on("/plain/long", (_, response) => response.writeHead(200, json).end(LONG));
  world.plain.on("/plain/secret", (_, response) => response.writeHead(200, json).end(JSON.stringify(SECRET)));
  world.plain.on("/plain/bytes", (_, response) => {
    response.writeHead(201, { "content-type": "image/png" }).end(Buffer.from([0, 0xff, 0x0a, 0x22]));
  });
});
afterAll(async () => {
  await world?.stop();
});

/** What each item must be, in whatever format. */
function expectItems(replies: readonly (Pick<GoldenReply, "id" | "status"> & { headers: object; body: Buffer })[]) {
  const byId = new Map(replies.map((reply) => [reply.id, reply]));
  expect([...byId.keys()].sort()).toEqual(["bad", "bytes", "long", "secret"]);
  expect(byId.get("long")).toMatchObject({ status: 200, body: Buffer.from(LONG) });
  expect(byId.get("secret")).toMatchObject({ status: 200, body: Buffer.from(JSON.stringify(SECRET)) });
  expect(byId.get("bytes")).toMatchObject({ status: 201, body: Buffer.from([0, 0xff, 0x0a, 0x22]) });
  expect(byId.get("bad")?.status).toBe(404);
}

function fromJson({
  id,
  status,
  headers,
  body,
}: {
  id: string;
  status: number;
  headers: Record<string, string>;
  body: unknown;
}) {
  const json = /json$/.test(headers["content-type"] ?? "");
  return { id, status, headers, body: json ? Buffer.from(JSON.stringify(body)) : Buffer.from(String(body), "base64") };
}

async function reply(accept: string, headers: Record<string, string> = {}): Promise<Reply> {
  const result = await postItems(world, ITEMS, { accept, ...headers });
  expect(result.status).toBe(200);
  expect(result.headers).toMatchObject({ "content-type": accept, "cache-control": "no-store" });
  expect(result.headers.vary).toBe("Accept, Accept-Encoding, Available-Dictionary");
  return result;
}

describe("all items come through", () => {
  test("as JSON, with a length", async () => {
    const { headers, body } = await reply("application/json");
    expect(headers["content-length"]).toBe(String(body.length));
    expectItems(JSON.parse(body.toString()).responses.map(fromJson));
  });

  test("as JSON Lines", async () => {
    const { body } = await reply("application/jsonl");
    const lines = body.toString().split("\n");
    expect(lines.pop()).toBe("");
    expectItems(lines.map((line) => fromJson(JSON.parse(line))));
  });

  test("as protobuf, with a length", async () => {
    const { headers, body } = await reply(PROTOBUF);
    expect(headers["content-length"]).toBe(String(body.length));
    expectItems(readResponse(body));
  });

  test("as frames", async () => {
    const { headers, body } = await reply(FRAMES);
    expect(headers["content-encoding"]).toBeUndefined();
    expectItems(readFrames(body).flat());
  });

  test("as frames for who has the dictionary: packed, but for the secret", async () => {
    const { headers, body } = await reply(FRAMES, WITH_DICTIONARY);
    expect(headers["content-encoding"]).toBeUndefined();
    const replies = readFrames(body, DEFAULT_DICTIONARY.bytes).flat();
    expectItems(replies);
    expect(replies.filter(({ packed }) => !packed).map(({ id }) => id)).toEqual(["secret"]);
    expect(replies.filter(({ sensitive }) => sensitive).map(({ id }) => id)).toEqual(["secret"]);
    expect(body.length).toBeLessThan(LONG.length / 2);
  });
});

test("a dictionary that the edge has not is no dictionary", async () => {
  const headers = { ...WITH_DICTIONARY, "available-dictionary": `:${Buffer.alloc(32).toString("base64")}:` };
  expectItems(readFrames((await reply(FRAMES, headers)).body).flat());
});

describe("a whole reply without a secret is compressed", () => {
  const items = ITEMS.filter(({ id }) => id !== "secret");

  test.each(["application/json", PROTOBUF])("as %s", async (accept) => {
    const plain = await postItems(world, items, { accept });
    const gzip = await postItems(world, items, { accept, "accept-encoding": "gzip" });
    const packed = await postItems(world, items, { accept, ...WITH_DICTIONARY });
    const refused = await postItems(world, items, { accept, "accept-encoding": "gzip;q=0, x-dcd;q=0" });
    expect([plain, gzip, packed, refused].map(({ headers }) => headers["content-encoding"])).toEqual([
      undefined,
      "gzip",
      "x-dcd",
      undefined,
    ]);
    expect(gunzipSync(gzip.body)).toEqual(plain.body);
    expect(inflateRawSync(packed.body, { dictionary: DEFAULT_DICTIONARY.bytes })).toEqual(plain.body);
    expect(packed.body.length).toBeLessThan(gzip.body.length);
    for (const { headers, body } of [gzip, packed]) expect(headers["content-length"]).toBe(String(body.length));
  });
});

describe("a format is chosen by weight:", () => {
  test.each([
    ["", "application/json"],
    ["text/html", "application/json"],
    ["application/json;q=0.4, application/jsonl;q=0.5", "application/jsonl"],
    [`${FRAMES};q=0.5, application/json;q=0.6`, "application/json"],
    [`application/json, ${PROTOBUF}`, PROTOBUF],
    [`${FRAMES}, application/json`, FRAMES],
    ["application/protobuf;q=1, */*;q=0.1", "application/protobuf"],
    [`${PROTOBUF};q=0, */*`, "application/json"],
  ])("%s → %s", async (accept, type) => {
    expect((await postItems(world, ITEMS, { accept })).headers["content-type"]).toBe(type);
  });
});

describe("a slow item does not hold up the others", () => {
  const items = [
    { id: "slow", url: "/plain/slow" },
    { id: "quick", url: "/plain/long" },
    { id: "next", url: "/plain/bytes", dependsOn: ["quick"] },
  ];

  test.each<[string, (chunk: Buffer) => string[]]>([
    [
      "application/jsonl",
      (chunk) =>
        chunk
          .toString()
          .trim()
          .split("\n")
          .map((line) => JSON.parse(line).id),
    ],
    [
      FRAMES,
      (chunk) =>
        readFrames(chunk)
          .flat()
          .map(({ id }) => id),
    ],
  ])("in %s", async (accept, idsOf) => {
    const release = Promise.withResolvers<void>();
    world.plain.on("/plain/slow", async (_, response) => {
      await release.promise;
      response.end("slow");
    });
    const response = await open(world.edge.url, "/$batch", {
      method: "POST",
      headers: { "content-type": "application/json", accept },
      body: JSON.stringify({ requests: items }),
    });
    const ids: string[] = [];
    for await (const chunk of response) {
      ids.push(...idsOf(chunk as Buffer));
      if (ids.includes("next")) release.resolve();
    }
    expect(ids).toEqual(["quick", "next", "slow"]);
  });
});

describe("a client that leaves", () => {
  async function leaves(accept: string, when: (socket: Socket) => Promise<unknown>): Promise<void> {
    const left = Promise.withResolvers<void>();
    const here = Promise.withResolvers<void>();
    world.plain.on("/plain/hangs", (request) => {
      here.resolve();
      request.socket.on("close", () => left.resolve());
    });
    const body = JSON.stringify({ requests: [{ id: "hangs", url: "/plain/hangs" }, ...ITEMS] });
    const { hostname, port } = new URL(world.edge.url);
    const socket = connect(Number(port), hostname);
    socket.on("error", () => undefined);
    socket.write(
      `POST /$batch HTTP/1.1\r\nhost: edge\r\ncontent-type: application/json\r\naccept: ${accept}\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
    await here.promise;
    await when(socket);
    socket.resetAndDestroy();
    await left.promise;
  }

  test.each(["application/json", PROTOBUF])(
    "before a reply in %s takes its upstream requests with it",
    async (accept) => {
      await leaves(accept, async () => undefined);
    },
  );

  test.each(["application/jsonl", FRAMES])(
    "in the middle of %s takes its upstream requests with it",
    async (accept) => {
      await leaves(accept, async (socket) => await once(socket, "data"));
    },
  );
});
