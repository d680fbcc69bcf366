/**
 * The API that a team already has: countries in plain JSON over HTTP, without a line of Fairway.
 *
 *     node examples/countries-api/server.ts --port 8790
 *
 * With `--key FILE --cert FILE` it serves TLS, HTTP/2 and HTTP/1.1 on one port (ALPN chooses). PORT, TLS_KEY and TLS_CERT in
 * the environment mean the same. SIGTERM and SIGINT let the requests in flight finish.
 * @module
 */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { createSecureServer } from "node:http2";
import type { AddressInfo, Server, Socket } from "node:net";
import { parseArgs } from "node:util";
import { type Conditions, errorReply, type Rendered, type Reply, render, replyOf } from "./reply.ts";
import { ApiError, answer } from "./routes.ts";

export interface CountriesApiOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host?: string;
  /** PEM. With it the server speaks HTTP/2 and HTTP/1.1 over TLS, without it HTTP/1.1 in the clear. */
  readonly tls?: { readonly key: string | Uint8Array; readonly cert: string | Uint8Array };
}

export interface CountriesApi {
  /** Without a slash at the end. */
  readonly url: string;
  /** Stops accepting, lets the requests in flight finish, and cuts off what is left after {@link DRAIN_MS}. */
  close(): Promise<void>;
}

/** What node:http and node:http2 have in common. */
interface ApiRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: IncomingHttpHeaders;
}
interface ApiResponse {
  writeHead(status: number, headers: Record<string, string>): unknown;
  end(body: Uint8Array): unknown;
}

const DRAIN_MS = 10_000; // Well within the 30 s that process supervisors usually grant.
const KEEP_ALIVE_MS = 65_000; // Longer than the 60 s that proxies commonly keep an idle connection, so that they close first.
const RENDERED_MAX = 200; // Replies kept ready: all that an app asks for, and 60 MB if every one were the largest page.
const NO_BODY = new Uint8Array();

export async function startCountriesApi({ port, host = "127.0.0.1", tls }: CountriesApiOptions): Promise<CountriesApi> {
  const listener = requestListener();
  const server =
    tls === undefined
      ? createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, listener)
      : createSecureServer(
          {
            key: Buffer.from(tls.key),
            cert: Buffer.from(tls.cert),
            allowHTTP1: true,
            http1Options: { keepAliveTimeout: KEEP_ALIVE_MS },
          },
          listener,
        );
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.listen(port, host);
  await once(server, "listening");
  const { port: boundPort } = server.address() as AddressInfo;
  const scheme = tls === undefined ? "http" : "https";
  return { url: `${scheme}://${host}:${boundPort}`, close: () => drain(server, sockets) };
}

/** One listener for all three kinds of server. The data never changes, so a reply is rendered once and kept while it is in use. */
function requestListener(): (request: ApiRequest, response: ApiResponse) => void {
  const kept = new Map<string, Rendered>();
  return (request, response) => {
    const reply = handle(request, kept);
    response.writeHead(reply.status, { ...reply.headers });
    response.end(request.method === "HEAD" || reply.body === undefined ? NO_BODY : reply.body);
  };
}

function handle(request: ApiRequest, kept: Map<string, Rendered>): Reply {
  if (request.method !== "GET" && request.method !== "HEAD") {
    const reply = errorReply({ status: 405, code: "method_not_allowed", message: "only GET and HEAD are served" });
    return { ...reply, headers: { ...reply.headers, allow: "GET, HEAD" } };
  }
  try {
    return replyOf(renderedFor(request.url ?? "/", kept), conditionsOf(request.headers));
  } catch (error) {
    if (error instanceof ApiError) return errorReply(error);
    console.error("countries-api: request failed", error);
    return errorReply({ status: 500, code: "internal", message: "internal error" });
  }
}

function renderedFor(target: string, kept: Map<string, Rendered>): Rendered {
  const found = kept.get(target);
  if (found !== undefined) return found;
  const [path = "/", query = ""] = splitOnce(target, "?");
  const rendered = render(answer(path, new URLSearchParams(query)));
  const oldest = kept.keys().next();
  if (kept.size >= RENDERED_MAX && oldest.done === false) kept.delete(oldest.value);
  kept.set(target, rendered);
  return rendered;
}

function conditionsOf(headers: IncomingHttpHeaders): Conditions {
  return {
    acceptEncoding: headers["accept-encoding"]?.toString(),
    ifNoneMatch: headers["if-none-match"],
    ifModifiedSince: headers["if-modified-since"],
  };
}

function splitOnce(text: string, separator: string): [string] | [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}

async function drain(server: Server, sockets: Set<Socket>): Promise<void> {
  const cutOff = setTimeout(() => {
    for (const socket of sockets) socket.destroy();
  }, DRAIN_MS);
  const closed = once(server, "close");
  server.close();
  await closed;
  clearTimeout(cutOff);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: process.env.PORT ?? "8790" },
      host: { type: "string", default: "127.0.0.1" },
      key: { type: "string", default: process.env.TLS_KEY ?? "" },
      cert: { type: "string", default: process.env.TLS_CERT ?? "" },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port is '${values.port}', not a port`);
  if ((values.key === "") !== (values.cert === "")) throw new Error("--key and --cert belong together");
  const tls = values.key === "" ? {} : { tls: { key: readFileSync(values.key), cert: readFileSync(values.cert) } };
  const api = await startCountriesApi({ port, host: values.host, ...tls });
  console.log(`countries-api: listening on ${api.url}`);
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => void api.close());
  }
}

if (import.meta.main) {
  try {
    await main();
  } catch (error) {
    console.error(`countries-api: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
