/**
 * The edge by TLS on this machine, in HTTP/2 and HTTP/1.1: workerd speaks HTTP/1.1 alone, and clients of DNS over HTTPS such as kdig speak
 * nothing but HTTP/2. Elsewhere a balancer or Cloudflare does this. The certificate is made here and kept in `.fairway/`:
 * `edge.pem` with its key, which only its owner may read, and `edge.crt` for clients to trust.
 *
 * The edge sees this process as its client: whose request it was, nobody may tell it in a header.
 * @module
 */
import { X509Certificate } from "node:crypto";
import { once } from "node:events";
import { rename, rm, writeFile } from "node:fs/promises";
import {
  Agent,
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
} from "node:http";
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from "node:http2";
import type { AddressInfo, Socket } from "node:net";
import { join } from "node:path";
import { type Duplex, pipeline } from "node:stream";
import { type Certificate, selfSignedCertificate } from "./certificate.ts";
import { LOCAL_EDGE_NAME } from "./httpdns.ts";
import { keptFile } from "./kept.ts";
import { STATE_FOLDER } from "./secrets.ts";

const DAY_MS = 86_400_000;
/** Browsers take none of more than 398 days. */
const CERTIFICATE_DAYS = 397;
const RENEWED_DAYS_BEFORE = 30;
const HOSTS = [LOCAL_EDGE_NAME, "localhost", "127.0.0.1"] as const;
/** RFC 9113 §8.2.2: of the connection, not of the message. */
const HOP_BY_HOP = new Set(["connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade", "te"]);

export interface TlsFront {
  readonly url: string;
  stop(): Promise<void>;
}

export interface TlsFrontOptions {
  /** 0 = any free one. */
  readonly port: number;
  /** Of the edge. */
  readonly target: string;
  readonly certificate: Certificate;
}

/** @param nowMs one that ends soon is made anew */
export async function localCertificate(nowMs: number, folder = STATE_FOLDER): Promise<Certificate> {
  const file = join(folder, "edge.pem");
  const make = () => {
    const { key, cert } = selfSignedCertificate(HOSTS, nowMs, CERTIFICATE_DAYS);
    return cert + key;
  };
  let { value } = await keptFile(file, parse, make);
  if (new X509Certificate(value.cert).validToDate.getTime() - nowMs < RENEWED_DAYS_BEFORE * DAY_MS) {
    await rm(file, { force: true });
    value = (await keptFile(file, parse, make)).value;
  }
  const draft = join(folder, `edge.crt.${process.pid}`);
  await writeFile(draft, value.cert);
  await rename(draft, join(folder, "edge.crt"));
  return value;
}

function parse(text: string): Certificate {
  const [cert, key] = text.split(/(?<=-----END CERTIFICATE-----\n)/);
  if (cert === undefined || key === undefined) throw new Error("edge.pem is damaged: delete it, and another is made");
  return { cert, key };
}

export async function startTlsFront({ port, target, certificate }: TlsFrontOptions): Promise<TlsFront> {
  const agent = new Agent({ keepAlive: true });
  const { hostname, port: targetPort } = new URL(target);
  const sockets = new Set<Socket>();
  const server = createSecureServer({ ...certificate, allowHTTP1: true }, (request, response) => {
    const outgoing = httpRequest(
      {
        agent,
        hostname,
        port: targetPort,
        method: request.method,
        path: request.url,
        headers: requestHeaders(request),
      },
      (incoming) => {
        response.writeHead(incoming.statusCode ?? 502, withoutConnection(incoming.headers));
        pipeline(incoming, response as Http2ServerResponse, () => undefined); // Whoever broke off is gone.
      },
    );
    outgoing.on("error", () => {
      if (!response.headersSent) response.writeHead(502);
      response.end();
    });
    request.pipe(outgoing);
    response.once("close", () => outgoing.destroy());
  });
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    relay(request, socket, head, { hostname, port: targetPort });
  });
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      const closed = once(server, "close");
      server.close();
      for (const socket of sockets) socket.destroy();
      agent.destroy();
      await closed;
    },
  };
}

/** A WebSocket: once the edge has agreed, bytes both ways. It comes by HTTP/1.1, as clients ask for one. */
function relay(
  { method, url, headers }: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  target: { readonly hostname: string; readonly port: string },
): void {
  const outgoing = httpRequest({ ...target, agent: false, method, path: url, headers });
  outgoing.on("upgrade", (reply, upstream, first) => {
    socket.write(headOf(reply, reply.rawHeaders));
    socket.unshift(head);
    upstream.unshift(first);
    pipeline(socket, upstream, socket, () => upstream.destroy()); // Whoever broke off is gone.
  });
  outgoing.on("response", (reply) => {
    const kept = Object.entries(withoutConnection(reply.headers)).flatMap(([name, value]) => [name, String(value)]);
    socket.write(headOf(reply, [...kept, "connection", "close"]));
    pipeline(reply, socket, () => undefined);
  });
  outgoing.on("error", () => socket.end("HTTP/1.1 502 Bad Gateway\r\nconnection: close\r\n\r\n"));
  socket.on("error", () => outgoing.destroy());
  outgoing.end();
}

/** @param fields names and values in turn */
function headOf({ statusCode, statusMessage }: IncomingMessage, fields: readonly string[]): string {
  const lines = fields.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${fields[at + 1]}`] : []));
  return `HTTP/1.1 ${[[statusCode, statusMessage].join(" "), ...lines].join("\r\n")}\r\n\r\n`;
}

function requestHeaders(request: Http2ServerRequest): OutgoingHttpHeaders {
  const { ":authority": authority, ...headers } = request.headers;
  const host = headers.host ?? authority;
  return { ...withoutConnection(headers), ...(host !== undefined && { host }) };
}

function withoutConnection(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(":") && !HOP_BY_HOP.has(name)));
}
