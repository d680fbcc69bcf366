/** What people try first: the real `curl`, against the edge. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Country } from "../../../proto/gen/countries.contract.ts";
import { deviceId } from "./calls.ts";
import { PASSPORT, type System, startSystem } from "./system.ts";

const REPLY_BYTES_MAX = 4_194_304;

let system: System;
let url: string;
beforeAll(async () => {
  system = await startSystem();
  url = system.edge.url;
});
afterAll(() => system?.stop());

interface Curled {
  readonly status: number;
  readonly head: string;
  readonly body: Buffer;
}

async function curl(...args: readonly string[]): Promise<Curled> {
  const all = ["--silent", "--show-error", "--noproxy", "*", "--max-time", "20", "--include", ...args];
  const { stdout } = await promisify(execFile)("curl", all, { encoding: "buffer", maxBuffer: REPLY_BYTES_MAX });
  // An interim reply comes with a head of its own.
  const text = stdout.toString("latin1");
  const start = /^(?:HTTP\/1\.1 100[\s\S]*?\r\n\r\n)*/.exec(text)?.[0].length ?? 0;
  const end = text.indexOf("\r\n\r\n", start);
  const head = text.slice(start, end);
  return { status: Number(head.split(" ", 2)[1]), head, body: Buffer.from(text.slice(end + 4), "latin1") };
}

test("a country in JSON, in protobuf, and in gzip that curl unpacks or does not", async () => {
  const at = `${url}/api/countries/AUT`;
  const plain = await curl(at);
  expect(plain.status).toBe(200);
  expect(plain.head).toMatch(/^content-type: application\/json/im);
  const country = JSON.parse(plain.body.toString());
  expect(country.cca3).toBe("AUT");

  const protobuf = await curl(at, "-H", "accept: application/x-protobuf");
  expect(protobuf.head).toMatch(/^content-type: application\/x-protobuf/im);
  expect(Country.decode(protobuf.body).cca3).toBe("AUT");
  expect(protobuf.body.length).toBeLessThan(plain.body.length);

  const unpacked = await curl(at, "--compressed");
  expect(JSON.parse(unpacked.body.toString())).toEqual(country);
  const packed = await curl(at, "-H", "accept-encoding: gzip");
  expect(packed.head).toMatch(/^content-encoding: gzip/im);
  expect(JSON.parse(gunzipSync(packed.body).toString())).toEqual(country);
});

test("HEAD, a country that has not changed, and one that is not there", async () => {
  const at = `${url}/api/countries/AUT`;
  const head = await curl("--head", at);
  expect([head.status, head.body.length]).toEqual([200, 0]);
  const tag = /^etag: (.*)\r/im.exec((await curl(at)).head)?.[1] ?? "";
  expect((await curl(at, "-H", `if-none-match: ${tag}`)).status).toBe(304);
  const missing = await curl(`${url}/api/countries/XXX`);
  expect([missing.status, JSON.parse(missing.body.toString())]).toMatchObject([404, { error: { code: "not_found" } }]);
});

test("a path of nobody, and a method that its path does not take, are problems", async () => {
  const nowhere = await curl(`${url}/nowhere`);
  expect(nowhere.head).toMatch(/^content-type: application\/problem\+json/im);
  expect(JSON.parse(nowhere.body.toString())).toMatchObject({ status: 404, code: "not_found" });
  const refused = await curl("-X", "DELETE", `${url}/api/countries/AUT`);
  expect(refused.status).toBe(405);
  expect(refused.head).toMatch(/^allow: GET, HEAD\r?$/im);
});

test("one request for a sign-in and what needs it, line by line", async () => {
  const requests = [
    { id: "session", method: "POST", url: `${PASSPORT}/SignInGuest`, body: { deviceId: deviceId() } },
    {
      id: "profile",
      url: `${PASSPORT}/GetProfile?encoding=json&message=%7B%7D`,
      headers: { authorization: "Bearer {session.body.accessToken}" },
      dependsOn: ["session"],
    },
    { id: "home", url: "/api/countries/AUT" },
    { id: "next", url: "/api/countries/{home.body.borders.0}", dependsOn: ["home"] },
  ];
  const json = ["-H", "content-type: application/json", "-H", "accept: application/jsonl"];
  const { status, body } = await curl(`${url}/$batch`, ...json, "--data-binary", JSON.stringify({ requests }));
  expect(status).toBe(200);
  const lines = body.toString().trimEnd().split("\n");
  const replies = Object.fromEntries(lines.map((line) => [JSON.parse(line).id, JSON.parse(line)]));
  expect(requests.map(({ id }) => replies[id]?.status)).toEqual([200, 200, 200, 200]);
  expect(replies.profile.body.uid).toBe(replies.session.body.uid);
  expect(replies.home.body.borders).toContain(replies.next.body.cca3);
});

test("a request that waits for leave to send gets it, and one that is refused hears why", async () => {
  const json = ["-H", "content-type: application/json", "-H", "expect: 100-continue"];
  const at = `${url}${PASSPORT}/SignInGuest`;
  const allowed = await curl(at, ...json, "-d", JSON.stringify({ deviceId: deviceId() }));
  expect(allowed.status).toBe(200);
  const large = "x".repeat(100_000);
  const refused = await curl("-X", "PUT", at, ...json, "-d", large);
  expect(refused.status).toBe(405);
});

test("health", async () => {
  for (const path of ["livez", "readyz"]) expect((await curl(`${url}/${path}`)).status).toBe(200);
});
