/**
 * An edge on workerd with its cache, before an origin that a test writes.
 * @module
 */

import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { inject } from "vitest";
import { startEdge } from "../../../scripts/serve.ts";
import type { Workerd } from "../../../scripts/workerd.ts";

export type Answer = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

export interface EdgeAndOrigin {
  /** Of the edge; another one after each restart. */
  url: string;
  /** `METHOD /path` of each request that reached the origin, in order. */
  readonly seen: string[];
  /** Of the edge's process. */
  pid(): number;
  /** Headers of the last request that reached the origin. */
  last(): IncomingMessage["headers"];
  answer: Answer;
  /** Kills the edge, as a crash does, and starts it anew. Its port, and so its URLs' host, stay. */
  restartEdge(): Promise<void>;
  /** Closes the origin's port and breaks its connections. */
  killOrigin(): Promise<void>;
  get(path: string, init?: RequestInit): Promise<Response>;
  stop(): Promise<void>;
}

export interface EdgeOptions {
  /** Fields of the one route, beside its match and upstream. */
  readonly route?: Record<string, unknown>;
  readonly bindings?: Record<string, string>;
  readonly objectsFolder?: string;
}

const CONDITIONS = ["if-none-match", "if-modified-since", "if-range"];
const ALL_METHODS = ["GET", "HEAD", "POST", "PUT", "DELETE"];

export async function edgeAndOrigin(answer: Answer, options: EdgeOptions = {}): Promise<EdgeAndOrigin> {
  const seen: string[] = [];
  let last: IncomingMessage["headers"] = {};
  const origin = createServer(async (request, response) => {
    seen.push(`${request.method} ${request.url}`);
    last = request.headers;
    await both.answer(request, response);
  });
  await new Promise<void>((settle) => origin.listen(0, "127.0.0.1", settle));
  const module = inject("edgeModule");
  const startOne = (port: number) =>
    startEdge({
      port,
      module,
      ...(options.objectsFolder === undefined ? {} : { objectsFolder: options.objectsFolder }),
      stdout: "ignore",
      bindings: options.bindings ?? {},
      routes: JSON.stringify({
        upstreams: { api: { urls: [`http://127.0.0.1:${(origin.address() as AddressInfo).port}`] } },
        routes: [
          {
            name: "all",
            match: { methods: ALL_METHODS, path: "/{rest...}" },
            upstream: "api",
            retry: { attempts: 1 },
            ...options.route,
          },
        ],
      }),
    });
  let edge: Workerd = await startOne(0);
  const killOrigin = () => {
    origin.closeAllConnections();
    return new Promise<void>((settle) => origin.close(() => settle()));
  };
  const both: EdgeAndOrigin = {
    url: edge.url,
    seen,
    pid: () => edge.pid,
    last: () => last,
    answer,
    async restartEdge() {
      const port = Number(new URL(edge.url).port);
      await edge.kill();
      edge = await startOne(port);
      both.url = edge.url;
    },
    killOrigin,
    get(path, init) {
      const headers = new Headers(init?.headers);
      // fetch() says no-cache beside a condition, unless its caller says something (Fetch Standard, HTTP-network-or-cache fetch).
      if (CONDITIONS.some((name) => headers.has(name)) && !headers.has("cache-control"))
        headers.set("cache-control", "no-transform");
      return fetch(edge.url + path, { ...init, headers });
    },
    async stop() {
      await Promise.all([edge.stop(), killOrigin()]);
    },
  };
  return both;
}

/** A request whose connection the test may cut: closed as a client does that leaves, or reset as a network does that breaks. */
export function cuttable(url: string): { readonly sent: Promise<void>; close(): void; reset(): void } {
  const request = httpRequest(url, { agent: false });
  request.on("error", () => undefined); // It is cut: that is the point.
  const sent = new Promise<void>((settle) => request.end(settle));
  return { sent, close: () => void request.destroy(), reset: () => void request.socket?.resetAndDestroy() };
}
