/** Each dialect as its clients speak it on the wire, against an edge set up as `npm start` does, in clear and by TLS. */
import { X509Certificate } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { connect as connectHttp2 } from "node:http2";
import { request as httpsRequest } from "node:https";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer as bufferOf, text as textOf } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decodeMessage, encodeMessage } from "../../../proto/dns/dns.ts";
import { openReply, sealRequest, v2Keys } from "../../../proto/httpdns/httpdns.ts";
import { type HttpdnsKeys, httpdnsBindings, LOCAL_EDGE_NAME, localHttpdnsKeys } from "../../../scripts/httpdns.ts";
import { startEdge } from "../../../scripts/serve.ts";
import { localCertificate, startTlsFront, type TlsFront } from "../../../scripts/tls-front.ts";
import type { Workerd } from "../../../scripts/workerd.ts";

const ROUTES = '{"upstreams":{"main":{"urls":["http://127.0.0.1:9"]}},"routes":[]}';
const PROTOCOLS = '{"httpdns-tencent":true,"httpdns-aliyun":true,"httpdns-doh":true}';
const ADDRESS = "127.0.0.1";

let folder: string;
let keys: HttpdnsKeys;
let edge: Workerd;
let front: TlsFront;
let ca: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fairway-httpdns-"));
  keys = await localHttpdnsKeys(folder);
  const bindings = { ...httpdnsBindings(keys), PROTOCOLS };
  edge = await startEdge({ port: 0, routes: ROUTES, bindings, stdout: "ignore" });
  const certificate = await localCertificate(Date.now(), folder);
  front = await startTlsFront({ port: 0, target: edge.url, certificate });
  ca = await readFile(join(folder, "edge.crt"), "utf8");
});

afterAll(async () => {
  await front?.stop();
  await edge?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** All that comes back on a socket, as the vendor's client for Android reads it. */
async function raw(target: string): Promise<string> {
  const socket = connect(Number(new URL(edge.url).port), ADDRESS);
  socket.write(`GET ${target} HTTP/1.1\r\nHost: ${ADDRESS}\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n`);
  return await textOf(socket);
}

test.each([
  [`/d?dn=${LOCAL_EDGE_NAME}&clientip=1&ttl=1&id=0`, "404 Not Found", ""],
  [`/d?dn=${LOCAL_EDGE_NAME}&clientip=1&ttl=1`, "200 OK", `${ADDRESS},60|127.0.0.1`],
  ["/d?dn=none.fairway.test", "200 OK", ""],
  [`/d?dn=${LOCAL_EDGE_NAME},none.fairway.test`, "200 OK", `${LOCAL_EDGE_NAME}.:${ADDRESS}\nnone.fairway.test.:0`],
])("%s is %s with its length, in one piece", async (target, status, body) => {
  const [head = "", rest, ...more] = (await raw(target)).split("\r\n\r\n");
  expect(head.split("\r\n")[0]).toBe(`HTTP/1.1 ${status}`);
  expect(head).toMatch(new RegExp(`^content-length: ${body.length}$`, "im"));
  expect(head).not.toMatch(/^(?:transfer|content)-encoding:/im);
  expect([rest, ...more]).toEqual([body]);
});

test("Aliyun's /v2/d is sealed and opened with the local account's keys", async () => {
  const { account, secret, aes } = keys;
  const own = await v2Keys({ secret, aes });
  const expiresAtSeconds = Math.floor(Date.now() / 1000) + 300;
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  const asked = { names: [LOCAL_EDGE_NAME, "example.com"], families: [4] } as const;
  const reply = await fetch(
    `${edge.url}/v2/d?${await sealRequest(asked, { account, mode: 2, expiresAtSeconds }, own, random)}`,
  );
  expect((await openReply(await reply.text(), 2, own)).answers).toEqual([
    { dn: LOCAL_EDGE_NAME, v4: { ips: [ADDRESS], ttl: 60 } },
    { dn: "example.com", v4: { ips: [], ttl: 0, no_ip_code: "DomainNotAllowed" } },
  ]);
});

describe("by TLS", () => {
  const query = encodeMessage({
    type: "query",
    flags: 256,
    questions: [{ name: LOCAL_EDGE_NAME, type: "A", class: "IN" }],
  });

  test("DNS is answered in HTTP/2, to who checks the certificate", async () => {
    const session = connectHttp2(front.url, { ca });
    try {
      const stream = session.request({
        ":method": "POST",
        ":path": "/dns-query",
        "content-type": "application/dns-message",
      });
      stream.end(query);
      const [headers] = (await once(stream, "response")) as [Record<string, unknown>];
      expect(headers).toMatchObject({ ":status": 200, "content-type": "application/dns-message" });
      const message = decodeMessage(await bufferOf(stream));
      expect(message.answers).toMatchObject([{ name: LOCAL_EDGE_NAME, data: ADDRESS }]);
    } finally {
      session.destroy();
    }
  });

  test("JSON is answered in HTTP/1.1, under each of the certificate's names", async () => {
    for (const host of [LOCAL_EDGE_NAME, "localhost"]) {
      const { port } = new URL(front.url);
      const path = `/resolve?name=${LOCAL_EDGE_NAME}`;
      const asked = httpsRequest({ host: ADDRESS, port, path, ca, servername: host, headers: { host } }).end();
      const [incoming] = await once(asked, "response");
      expect(JSON.parse(await textOf(incoming))).toMatchObject({ Status: 0, Answer: [{ data: ADDRESS }] });
    }
  });

  test("what is wrong with the edge behind it is 502", async () => {
    const dead = await startTlsFront({
      port: 0,
      target: "http://127.0.0.1:9",
      certificate: await localCertificate(Date.now(), folder),
    });
    try {
      const asked = httpsRequest(`${dead.url}/livez`, { ca }).end();
      const [incoming] = await once(asked, "response");
      incoming.resume();
      expect(incoming.statusCode).toBe(502);
    } finally {
      await dead.stop();
    }
  });
});

describe("what is kept in .fairway", () => {
  test("stays the same, for its owner alone", async () => {
    expect(await localHttpdnsKeys(folder)).toEqual(keys);
    expect(await localCertificate(Date.now(), folder)).toMatchObject({ cert: ca });
    for (const file of ["httpdns.json", "edge.pem"]) expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);
  });

  test("is a certificate that is made anew a month before it ends", async () => {
    const other = await mkdtemp(join(tmpdir(), "fairway-certificate-"));
    try {
      const [first, day] = [await localCertificate(Date.now(), other), 86_400_000];
      expect(await localCertificate(Date.now() + 360 * day, other)).toEqual(first);
      const { cert } = await localCertificate(Date.now() + 370 * day, other);
      expect(new X509Certificate(cert).validToDate.getTime()).toBeGreaterThan(Date.now() + 700 * day);
    } finally {
      await rm(other, { recursive: true, force: true });
    }
  });
});
