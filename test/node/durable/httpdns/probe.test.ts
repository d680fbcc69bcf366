/** Probes of real servers, over sockets of Node that look like those of the runtime. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer, type Server, Socket } from "node:net";
import { Duplex } from "node:stream";
import { connect as connectTls, createServer as createTlsServer } from "node:tls";
import { afterEach, describe, expect, test } from "vitest";
import type { Check } from "../../../../durable/httpdns/plan.ts";
import { type Connect, type ProbeSocket, probe } from "../../../../durable/httpdns/probe.ts";
import { selfSignedCertificate } from "../../../../scripts/certificate.ts";

const NAME = "app.example.com";
const TIMEOUT_MS = 5_000;
const { key, cert } = selfSignedCertificate([NAME], Date.now());

const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.close();
    await once(server, "close");
  }
});

async function listening(server: Server): Promise<number> {
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

const connect: Connect = ({ hostname, port }) => {
  const socket = new Socket();
  const opened = once(socket, "connect");
  socket.connect(port, hostname.replace(/^\[|\]$/g, ""));
  return wrapped(socket, opened);
};

function wrapped(socket: Socket, opened: Promise<unknown>): ProbeSocket {
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  socket.on("error", () => undefined); // `opened` tells.
  opened.catch(() => undefined);
  const streams = () => Duplex.toWeb(socket) as unknown as Pick<ProbeSocket, "readable" | "writable">;
  let over: Socket | undefined;
  let made: ReturnType<typeof streams> | undefined;
  const both = () => {
    made ??= streams();
    return made;
  };
  return {
    opened,
    closed,
    get readable() {
      return both().readable;
    },
    get writable() {
      return both().writable;
    },
    async close() {
      // Node does not bear it that a socket goes before the TLS that was laid over it.
      if (over === undefined) socket.destroy();
      else over.once("close", () => socket.destroy()).destroy();
      await closed;
    },
    startTls({ expectedServerHostname: servername }) {
      const secure = connectTls({ socket, servername, ca: cert });
      over = secure;
      return wrapped(secure, once(secure, "secureConnect"));
    },
  };
}

function ask(check: Check, timeoutMs = TIMEOUT_MS): Promise<boolean> {
  const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms).unref());
  return probe("127.0.0.1", check, timeoutMs, { connect, sleep });
}

/** Says the same to everybody, once it has been asked something. */
const saying = (text: string, heard: string[] = []) =>
  createServer((socket) => {
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      heard.push(chunk.toString());
      socket.end(text);
    });
  });

const http = (port: number, more: Partial<Extract<Check, { kind: "http" }>> = {}): Check => ({
  kind: "http",
  port,
  tls: false,
  path: "/readyz",
  ...more,
});

test("a port that is open is well for TCP, and one that is not is not", async () => {
  const port = await listening(saying(""));
  expect(await ask({ kind: "tcp", port })).toBe(true);
  const [server] = servers.splice(0);
  server?.close();
  if (server !== undefined) await once(server, "close");
  expect(await ask({ kind: "tcp", port })).toBe(false);
});

describe("over TLS", () => {
  const secure = (heard: string[] = []) =>
    createTlsServer({ key, cert }, (socket) => {
      socket.on("error", () => undefined);
      socket.on("data", (chunk) => {
        heard.push(chunk.toString());
        socket.end("HTTP/1.1 200 OK\r\n\r\n");
      });
    }).on("tlsClientError", () => undefined);

  test("the certificate has to be for the name", async () => {
    const port = await listening(secure());
    expect(await ask({ kind: "tls", port, host: NAME })).toBe(true);
    expect(await ask({ kind: "tls", port, host: "other.example.com" })).toBe(false);
  });

  test("HTTP goes on with the name in Host", async () => {
    const heard: string[] = [];
    const port = await listening(secure(heard));
    expect(await ask(http(port, { tls: true, host: NAME }))).toBe(true);
    expect(heard.join("")).toContain(`Host: ${NAME}:${port}\r\n`);
    expect(await ask(http(port, { tls: true, host: "other.example.com" }))).toBe(false);
  });
});

describe("over HTTP", () => {
  test.each([
    ["HTTP/1.1 200 OK\r\n\r\n", undefined, true],
    ["HTTP/1.0 204\r\n\r\n", undefined, true],
    ["HTTP/1.1 302 Found\r\n\r\n", undefined, true],
    ["HTTP/1.1 404 Not Found\r\n\r\n", undefined, false],
    ["HTTP/1.1 503 Busy\r\n\r\n", 503, true],
    ["HTTP/1.1 200 OK\r\n\r\n", 204, false],
    ["SSH-2.0-OpenSSH\r\n", undefined, false],
    ["HTTP/1.1 2000 Odd\r\n", undefined, false],
    ["x".repeat(5_000), undefined, false],
    ["", undefined, false],
  ])("%j is judged, where %s is wanted: %s", async (text, status, isWell) => {
    const port = await listening(saying(text));
    expect(await ask(http(port, status === undefined ? {} : { status }))).toBe(isWell);
  });

  test("the path and the address are asked for, where no host is named", async () => {
    const heard: string[] = [];
    const port = await listening(saying("HTTP/1.1 200 OK\r\n\r\n", heard));
    await ask(http(port));
    expect(heard.join("")).toMatch(/^GET \/readyz HTTP\/1\.1\r\nHost: 127\.0\.0\.1:\d+\r\n/);
  });

  test("a server that says nothing is not well, in time", async () => {
    const port = await listening(createServer((socket) => void socket.on("error", () => undefined).resume()));
    expect(await ask(http(port), 50)).toBe(false);
  });
});
