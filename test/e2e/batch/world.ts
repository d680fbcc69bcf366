/**
 * An edge on real workerd, an upstream that takes requests one by one, one that takes batches, and the envelope as a client writes it.
 * @module
 */

import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type BatchItem, type BatchReply, batchWriter, parseBatch } from "../../../proto/batch/batch.ts";
import { BatchRequest } from "../../../proto/gen/batch.contract.ts";
import { type Edge, type Reply, request, startTestEdge, startUpstream, type Upstream } from "../edge/world.ts";

export const FRAMES = "application/x-protobuf;delimited=true";
export const PROTOBUF = "application/x-protobuf";

/** Answers a wave; {@link answerWave} by default. */
export type OnWave = (items: readonly BatchItem[], response: ServerResponse, request: IncomingMessage) => void;

export interface MergingUpstream {
  readonly url: string;
  /** The URLs of each wave, oldest first. */
  readonly waves: BatchItem[][];
  /** Single requests. */
  readonly alone: { readonly method: string; readonly url: string }[];
  onWave: OnWave;
  stop(): Promise<void>;
}

/** Answers an item with what it was. */
export function answerOf({ id, method, url, headers, body }: BatchItem): BatchReply {
  const text = JSON.stringify({ method, url, headers: Object.fromEntries(headers), body: textOf(body) });
  return { id, status: 200, headers: [["content-type", "application/json"]], body: bytesOf(text) };
}

export const answerWave: OnWave = (items, response) => {
  response.writeHead(200, { "content-type": FRAMES });
  response.end(batchWriter("frames").write(items.map(answerOf)));
};

export async function startMergingUpstream(): Promise<MergingUpstream> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = "", url = "" } = request;
    if (url !== "/$batch") {
      upstream.alone.push({ method, url });
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ alone: url }));
      return;
    }
    const items = parseBatch(Buffer.concat(chunks), request.headers["content-type"] ?? null);
    upstream.waves.push(items);
    upstream.onWave(items, response, request);
  });
  server.keepAliveTimeout = 0;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const upstream: MergingUpstream = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    waves: [],
    alone: [],
    onWave: answerWave,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return upstream;
}

export interface World {
  readonly edge: Edge;
  readonly plain: Upstream;
  readonly merging: MergingUpstream;
  stop(): Promise<void>;
}

/** What upstreams see is looked at here, and what comes from them: nothing must stand in for either. */
const UNCACHED = { timeoutMs: 10_000, cache: false };

/** @param routes beside `/plain/…` and `/merging/…`, whose upstreams have these names */
export async function startWorld(routes: readonly object[] = []): Promise<World> {
  const plain = await startUpstream();
  const merging = await startMergingUpstream();
  const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
  try {
    const edge = await startTestEdge({
      upstreams: { plain: { urls: [plain.url] }, merging: { urls: [merging.url], batch: true } },
      routes: [
        { name: "plain", match: { methods, path: "/plain/{rest...}" }, upstream: "plain", ...UNCACHED },
        { name: "merging", match: { methods, path: "/merging/{rest...}" }, upstream: "merging", ...UNCACHED },
        ...routes,
      ],
    });
    const stop = async () => {
      await edge.stop();
      await plain.stop();
      await merging.stop();
    };
    return { edge, plain, merging, stop };
  } catch (error) {
    await plain.stop();
    await merging.stop();
    throw error;
  }
}

export interface JsonItem {
  readonly id: string;
  readonly url?: unknown;
  readonly [field: string]: unknown;
}

export interface JsonReply {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: unknown;
}

export async function post(
  { edge }: Pick<World, "edge">,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
): Promise<Reply> {
  return await request(edge.url, "/$batch", {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : Buffer.from(body),
  });
}

export async function postItems(
  world: Pick<World, "edge">,
  requests: readonly JsonItem[],
  headers: Record<string, string> = {},
): Promise<Reply> {
  return await post(world, JSON.stringify({ requests }), headers);
}

/** The replies to items by id, as JSON shows them. */
export async function runItems(
  world: Pick<World, "edge">,
  requests: readonly JsonItem[],
  headers: Record<string, string> = {},
): Promise<Readonly<Record<string, JsonReply>>> {
  const { status, body } = await postItems(world, requests, headers);
  if (status !== 200) throw new Error(`the batch is answered with ${status}: ${body}`);
  const { responses } = JSON.parse(body.toString()) as { responses: JsonReply[] };
  return Object.fromEntries(responses.map((reply) => [reply.id, reply]));
}

export function protobufEnvelope(requests: Parameters<typeof BatchRequest.encode>[0]["requests"]): Uint8Array {
  return BatchRequest.encode({ requests: requests ?? [] });
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function textOf(body: Uint8Array | undefined): string | undefined {
  return body && new TextDecoder().decode(body);
}
