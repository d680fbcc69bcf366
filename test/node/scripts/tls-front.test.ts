/** WebSockets through the local edge by TLS; its HTTP is tested with what needs it, DNS over HTTPS. */
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { freePort } from "../../../scripts/ports.ts";
import { localCertificate, startTlsFront, type TlsFront } from "../../../scripts/tls-front.ts";

let folder: string;
let ca: string;
let edge: Server;
let front: TlsFront;
const asked: { readonly url: string | undefined; readonly token: string | undefined }[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fairway-tls-front-"));
  const certificate = await localCertificate(Date.now(), folder);
  ca = certificate.cert;
  edge = createServer();
  const sockets = new WebSocketServer({ noServer: true });
  edge.on("upgrade", (request, socket, head) => {
    asked.push({ url: request.url, token: request.headers.authorization });
    if (request.url === "/refused") {
      socket.end("HTTP/1.1 401 Unauthorized\r\nwww-authenticate: Bearer\r\ncontent-length: 2\r\n\r\nno");
      return;
    }
    sockets.handleUpgrade(request, socket, head, (accepted) => {
      accepted.send("hello");
      accepted.on("message", (data, isBinary) => accepted.send(data, { binary: isBinary }));
    });
  });
  edge.listen(0, "127.0.0.1");
  await once(edge, "listening");
  const target = `http://127.0.0.1:${(edge.address() as AddressInfo).port}`;
  front = await startTlsFront({ port: 0, target, certificate });
});

afterAll(async () => {
  await front.stop();
  edge.closeAllConnections();
  edge.close();
  await rm(folder, { recursive: true, force: true });
});

function socketTo(path: string, at: TlsFront = front) {
  return new WebSocket(at.url.replace("https", "wss") + path, { ca, headers: { authorization: "Bearer t" } });
}

test("a WebSocket goes through both ways, with what it asked for, and ends with its code", async () => {
  const socket = socketTo("/sub?home=42");
  const got: string[] = [];
  socket.on("message", (data) => got.push(data.toString()));
  await once(socket, "open");
  socket.send("x".repeat(100_000));
  await expect.poll(() => got.map((each) => each.length)).toEqual(["hello".length, 100_000]);
  expect(asked.at(-1)).toEqual({ url: "/sub?home=42", token: "Bearer t" });
  socket.close(4001);
  expect((await once(socket, "close"))[0]).toBe(4001);
});

test("one that the edge refuses gets the edge's answer", async () => {
  const socket = socketTo("/refused");
  const [, reply] = await once(socket, "unexpected-response");
  expect([reply.statusCode, reply.headers["www-authenticate"]]).toEqual([401, "Bearer"]);
  expect((await reply.toArray()).join("")).toBe("no");
});

test("without an edge it is 502", async () => {
  const certificate = await localCertificate(Date.now(), folder);
  const alone = await startTlsFront({ port: 0, target: `http://127.0.0.1:${await freePort()}`, certificate });
  const [, reply] = await once(socketTo("/sub", alone), "unexpected-response");
  expect(reply.statusCode).toBe(502);
  await alone.stop();
});
