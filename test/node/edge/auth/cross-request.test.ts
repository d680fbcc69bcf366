/** What only workerd itself can show: one request's promises are another's to wait for only within limits. */
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const ROOT = resolve(import.meta.dirname, "../../../..");
const WORKERD = join(ROOT, "node_modules/.bin/workerd");

const ISSUER = "https://issuer.test";
const AUDIENCE = "app";

/** Without a token it says how many requests are being checked. */
const SOURCE = `
  import { authenticator } from "./edge/auth/auth.ts";
  let auth;
  let checking = 0;
  export default {
    async fetch(request, env, context) {
      auth ??= authenticator({
        fetchJwks: (signal) => fetch(env.JWKS_URL, { signal }),
        now: () => Date.now(),
        issuer: ${JSON.stringify(ISSUER)},
        audience: ${JSON.stringify(AUDIENCE)},
        identityKey: new Uint8Array(32).fill(1),
        warn: (message, cause) => console.warn(message, cause),
      });
      if (!request.headers.has("authorization")) return new Response(String(checking));
      checking += 1;
      try {
        const identity = await auth.verify(request.headers.get("authorization"), "required", (p) => context.waitUntil(p));
        return new Response(String(identity.uid));
      } catch (fault) {
        return new Response(String(fault), { status: fault.status ?? 500 });
      } finally {
        checking -= 1;
      }
    },
  };`;

const CONFIG = (jwksUrl: string) => `
  using Workerd = import "/workerd/workerd.capnp";
  const config :Workerd.Config = (
    services = [
      ( name = "edge", worker = (
        modules = [ ( name = "edge.js", esModule = embed "edge.js" ) ],
        bindings = [ ( name = "JWKS_URL", text = "${jwksUrl}" ) ],
        compatibilityDate = "2026-08-15",
        globalOutbound = "loopback"
      ) ),
      ( name = "loopback", network = ( allow = ["private"] ) )
    ],
    sockets = [ ( name = "http", address = "127.0.0.1:0", http = (), service = "edge" ) ]
  );`;

interface Edge {
  readonly fetches: () => number;
  /** Lets all fetches of the keys be answered, those that wait included. */
  readonly release: () => void;
  get(signal?: AbortSignal): Promise<string>;
  /** Requests that wait for their check. */
  checking(): Promise<number>;
}

let edge: Edge;
const stops: (() => unknown)[] = [];

beforeEach(async () => {
  edge = await startEdge();
});

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** workerd with the edge's auth in it, and an origin whose key set is held back until it is released. */
async function startEdge(): Promise<Edge> {
  const { token, jwk } = await issue();
  let fetches = 0;
  let release = (): void => undefined;
  const released = new Promise<void>((settle) => {
    release = settle;
  });
  const origin = createServer(async (_request, reply) => {
    fetches += 1;
    await released;
    reply.setHeader("cache-control", "max-age=300").end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((settle) => origin.listen(0, "127.0.0.1", settle));
  stops.push(() => {
    origin.closeAllConnections();
    return new Promise((settle) => origin.close(settle));
  });
  const url = await startWorkerd(`http://127.0.0.1:${(origin.address() as AddressInfo).port}/`);
  return {
    fetches: () => fetches,
    release,
    async get(signal = AbortSignal.timeout(20_000)) {
      const reply = await fetch(url, { headers: { authorization: `Bearer ${token}` }, signal });
      return `${reply.status} ${await reply.text()}`;
    },
    checking: async () => Number(await (await fetch(url)).text()),
  };
}

async function issue() {
  const { privateKey, publicKey } = await generateKeyPair("EdDSA", { extractable: true });
  const token = await new SignJWT({ sid: "9" })
    .setProtectedHeader({ alg: "EdDSA", typ: "at+jwt", kid: "first" })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject("7")
    .setJti("a")
    .setIssuedAt()
    .setExpirationTime("10m")
    .sign(privateKey);
  return { token, jwk: { ...(await exportJWK(publicKey)), kid: "first" } };
}

/** @returns its URL, once it serves */
async function startWorkerd(jwksUrl: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "fairway-auth-"));
  stops.push(() => rm(folder, { recursive: true, force: true }));
  await build({
    stdin: { contents: SOURCE, resolveDir: ROOT },
    bundle: true,
    format: "esm",
    outfile: join(folder, "edge.js"),
    external: ["node:*"],
    logLevel: "error",
  });
  await writeFile(join(folder, "config.capnp"), CONFIG(jwksUrl));
  const child = spawn(WORKERD, ["serve", "--control-fd=3", join(folder, "config.capnp")], {
    stdio: ["ignore", "inherit", "inherit", "pipe"],
  });
  const exited = new Promise((settle) => child.once("exit", settle));
  stops.push(() => {
    child.kill();
    return exited;
  });
  const port = await new Promise<number>((settle, fail) => {
    exited.then(() => fail(new Error("workerd did not start")));
    child.stdio[3]?.on("data", (chunk) => {
      // One JSON object a line; the one with the event `listen` has the port.
      const port = /"event":"listen".*"port":(\d+)/.exec(String(chunk))?.[1];
      if (port !== undefined) settle(Number(port));
    });
  });
  return `http://127.0.0.1:${port}/`;
}

test("requests that come together share the fetch that the first of them began", async () => {
  const replies = Array.from({ length: 20 }, () => edge.get());
  await vi.waitFor(async () => expect(await edge.checking()).toBe(20), 10_000);
  edge.release();
  expect(new Set(await Promise.all(replies))).toEqual(new Set(["200 7"]));
  expect(edge.fetches()).toBe(1);
  expect(await edge.get()).toBe("200 7");
});

test("requests that wait for the fetch of a client that left are answered all the same", async () => {
  const leaving = new AbortController();
  const left = edge.get(leaving.signal).catch((error: unknown) => String(error));
  await vi.waitFor(() => expect(edge.fetches()).toBe(1), 10_000);
  const replies = Array.from({ length: 10 }, () => edge.get());
  await vi.waitFor(async () => expect(await edge.checking()).toBe(11), 10_000);
  leaving.abort();
  expect(await left).toContain("AbortError");
  edge.release();
  expect(new Set(await Promise.all(replies))).toEqual(new Set(["200 7"]));
});
