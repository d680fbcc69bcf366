/**
 * A world on loopback for the client's network: edges at several addresses, each of which may fall silent, refuse or come back, and
 * resolvers that may lie.
 *
 *     client ──TLS──▶ 127.1.x.y: gate ──▶ edge, which answers `GET /…` with what it was asked
 *
 * @module
 */
import { once } from "node:events";
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createHttps } from "node:https";
import type { AddressInfo, Server } from "node:net";
import { type Gate, openGate } from "../../../../examples/commute/gate.ts";
import {
  type Mode,
  openRequest,
  sealReply,
  V2_PATH,
  type V2Answer,
  type V2Data,
  v2Keys,
} from "../../../../proto/httpdns/httpdns.ts";
import { type Certificate, selfSignedCertificate } from "../../../../scripts/certificate.ts";

export const EDGE_HOST = "edge.example";
export const ACCOUNT = "app-1";
export const SECRETS = { secret: "73656372657473656372657473656372", aes: "00112233445566778899aabbccddeeff" };

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;
export interface World {
  readonly url: string;
  readonly port: number;
  readonly ca: string;
  readonly gates: readonly Gate[];
  /** What the edges were asked, as `METHOD host path @address`. */
  readonly seen: string[];
  stop(): Promise<void>;
}

let subnet = Math.floor(Math.random() * 200);

/** It knows no batches, so that each call is a request. */
export const echo: Handler = (request, response) => {
  if (request.url === "/$batch") response.statusCode = 405;
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ url: request.url }));
};

/** An edge behind several addresses of its own, all at one port. */
export async function startWorld(addresses: number, handler: Handler = echo, host = EDGE_HOST): Promise<World> {
  const tls: Certificate = selfSignedCertificate([host], Date.now());
  const seen: string[] = [];
  const places = new Map<number, string>();
  const edge = createHttps({ ...tls, keepAliveTimeout: 60_000 }, (request, response) => {
    const at = places.get(request.socket.remotePort ?? 0);
    seen.push(`${request.method} ${request.headers.host} ${request.url} @${at}`);
    handler(request, response);
  });
  await listen(edge, "127.0.0.1", 0);
  const target = (edge.address() as AddressInfo).port;
  const net = ++subnet % 200;
  const gates: Gate[] = [];
  let port = 0;
  for (let index = 1; index <= addresses; index++) {
    const address = `127.1.${net}.${index}`;
    const gate = await openGate({
      address,
      port,
      target: () => ({ host: "127.0.0.1", port: target }),
      onConnected: (localPort) => places.set(localPort, address),
    });
    port = gate.port;
    gates.push(gate);
  }
  return {
    url: `https://${host}:${port}`,
    port,
    ca: tls.cert,
    gates,
    seen,
    async stop() {
      for (const gate of gates) await gate.close();
      edge.closeAllConnections();
      edge.close();
    },
  };
}

/** What a resolver answers to names, and how it spoils that. */
export interface ResolverScript {
  readonly answer: (name: string) => V2Answer;
  /** Unix seconds. */
  readonly exp?: () => number;
  /** Of the sealed reply. */
  readonly forge?: (body: string) => string;
  readonly secrets?: typeof SECRETS;
  readonly silent?: () => boolean;
}

export interface TestResolver {
  readonly server: string;
  /** Names of each question, in their order. */
  readonly asked: (readonly string[])[];
  stop(): Promise<void>;
}

/** The edge's resolver, of the real wire code. */
export async function startResolver(script: ResolverScript): Promise<TestResolver> {
  const keys = await v2Keys(script.secrets ?? SECRETS);
  const asked: (readonly string[])[] = [];
  const server = createHttp(async (request, response) => {
    if (script.silent?.()) return;
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://resolver");
    const question = await openRequest(searchParams.get("enc") ?? "", Number(searchParams.get("m")) as Mode, keys);
    if (pathname !== V2_PATH || question === undefined) {
      response.end('{"code":"InvalidSignature"}');
      return;
    }
    asked.push(question.names);
    const exp = script.exp?.() ?? Math.floor(Date.now() / 1000) + 300;
    const data: V2Data = { answers: question.names.map(script.answer), exp };
    const body = await sealReply(data, 2, keys, (length) => crypto.getRandomValues(new Uint8Array(length)));
    response.end(script.forge?.(body) ?? body);
  });
  await listen(server, "127.0.0.1", 0);
  return {
    server: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Names at these addresses. */
export function at(ips: readonly string[], ttl = 600): (name: string) => V2Answer {
  return (dn) => ({ dn, v4: { ips, ttl } });
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  server.listen(port, host);
  await once(server, "listening");
}
