/** One stored entry in every form that clients ask for, none of which goes to the origin; after a restart too. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, inflateRawSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DEFAULT_DICTIONARY } from "../../../proto/dictionary/dictionary.ts";
import { Region } from "../../../proto/gen/countries.contract.ts";
import { request } from "../edge/world.ts";
import { type Answer, type EdgeAndOrigin, edgeAndOrigin } from "./edge-and-origin.ts";

const REGION = {
  region: "Oceania ".repeat(60),
  countries: 27,
  subregions: [{ subregion: "Polynesia", countries: 10 }],
};
const JSON_TEXT = JSON.stringify(REGION);
const DICTIONARY = Buffer.from(DEFAULT_DICTIONARY.bytes);
const PACKED = { "accept-encoding": "gzip, x-dcd", "available-dictionary": `:${DEFAULT_DICTIONARY.hash}:` };
const PROTOBUF = { accept: "application/x-protobuf" };

const answer: Answer = (_request, response) => {
  const headers = { "cache-control": "max-age=600", "content-type": "application/json", etag: '"r1"' };
  response.writeHead(200, { ...headers, "content-length": Buffer.byteLength(JSON_TEXT) }).end(JSON_TEXT);
};

interface Form {
  readonly method?: string;
  readonly headers: Record<string, string>;
  readonly status?: number;
  readonly coding?: string;
  /** What the body says, uncoded. */
  read(body: Buffer): unknown;
  readonly is: unknown;
}

const asJson = (body: Buffer) => JSON.parse(body.toString());
const asRegion = (body: Buffer) => Region.decode(body);

const FORMS: Readonly<Record<string, Form>> = {
  JSON: { headers: {}, read: asJson, is: REGION },
  "JSON, gzip": {
    headers: { "accept-encoding": "gzip" },
    coding: "gzip",
    read: (body) => asJson(gunzipSync(body)),
    is: REGION,
  },
  "JSON, packed": {
    headers: PACKED,
    coding: "x-dcd",
    read: (body) => asJson(inflateRawSync(body, { dictionary: DICTIONARY })),
    is: REGION,
  },
  protobuf: { headers: PROTOBUF, read: asRegion, is: REGION },
  "protobuf, gzip": {
    headers: { ...PROTOBUF, "accept-encoding": "gzip" },
    coding: "gzip",
    read: (body) => asRegion(gunzipSync(body)),
    is: REGION,
  },
  "protobuf, packed": {
    headers: { ...PROTOBUF, ...PACKED },
    coding: "x-dcd",
    read: (body) => asRegion(inflateRawSync(body, { dictionary: DICTIONARY })),
    is: REGION,
  },
  HEAD: { method: "HEAD", headers: {}, read: (body) => body.length, is: 0 },
  "HEAD, protobuf": { method: "HEAD", headers: PROTOBUF, read: (body) => body.length, is: 0 },
  "a range": {
    headers: { range: "bytes=2-7" },
    status: 206,
    read: (body) => body.toString(),
    is: JSON_TEXT.slice(2, 8),
  },
  "the end of it": {
    headers: { range: "bytes=-5", "if-range": '"r1"' },
    status: 206,
    read: (body) => body.toString(),
    is: JSON_TEXT.slice(-5),
  },
  "not modified": { headers: { "if-none-match": '"r1"' }, status: 304, read: (body) => body.length, is: 0 },
};

let folder: string;
let both: EdgeAndOrigin;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "fairway-forms-"));
  const messages = { response: "example.countries.v1.Region" };
  both = await edgeAndOrigin(answer, { route: { messages, cache: { shared: true } }, objectsFolder: folder });
});

afterEach(async () => {
  await both.stop();
  await rm(folder, { recursive: true, force: true });
});

async function expectForm(
  name: string,
  { method = "GET", headers, status = 200, coding, read, is }: Form,
): Promise<void> {
  const reply = await request(both.url, "/region", { method, headers });
  expect(reply.status, name).toBe(status);
  expect(reply.headers["cache-status"], name).toContain("hit");
  expect(reply.headers["content-encoding"], name).toBe(coding);
  expect(read(reply.body), name).toEqual(is);
}

async function batchOf(
  ...accept: string[]
): Promise<{ status: number; headers: Record<string, string>; body: unknown }[]> {
  const requests = accept.map((media, id) => ({ id: String(id), url: "/region", headers: { accept: media } }));
  const reply = await fetch(`${both.url}/$batch`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ requests }),
  });
  return ((await reply.json()) as { responses: Awaited<ReturnType<typeof batchOf>> }).responses;
}

async function expectBatch(): Promise<void> {
  const items = await batchOf("application/json", "application/x-protobuf");
  expect(items.map(({ status }) => status)).toEqual([200, 200]);
  for (const { headers } of items) expect(headers["cache-status"]).toContain("hit");
  expect(items[0]?.body).toEqual(REGION);
  expect(Region.decode(Buffer.from(String(items[1]?.body), "base64"))).toEqual(REGION);
}

test("one request to the origin is enough for every form, and as often as is asked", async () => {
  await request(both.url, "/region", { headers: PROTOBUF });
  for (let round = 0; round < 3; round++) {
    for (const [name, form] of Object.entries(FORMS)) await expectForm(name, form);
    await expectBatch();
  }
  expect(both.seen).toEqual(["GET /region"]);
});

test.each(Object.keys(FORMS))("after a restart what is in the Durable Objects is enough: %s", async (name) => {
  await request(both.url, "/region");
  await both.restartEdge();
  await expectForm(name, FORMS[name] as Form);
  for (const [other, form] of Object.entries(FORMS)) await expectForm(other, form);
  expect(both.seen).toEqual(["GET /region"]);
});

test("after a restart items of a batch are answered from the Durable Objects", async () => {
  await request(both.url, "/region");
  await both.restartEdge();
  await expectBatch();
  expect(both.seen).toEqual(["GET /region"]);
});
