import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { access, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildEdge } from "../../../scripts/build-edge.ts";
import { type EdgeOptions, startEdge } from "../../../scripts/serve.ts";

const SERVE = resolve(import.meta.dirname, "../../../scripts/serve.ts");
const KEY = Buffer.alloc(32, "k").toString("base64");
const ROUTES = '{"upstreams":{"main":{"urls":["http://127.0.0.1:9"]}},"routes":[]}';
const BAD_ROUTES =
  '{"upstreams":{"main":{"urls":["nowhere"]}},"routes":[{"name":"x","match":{"path":"/x"},"upstream":"main"}]}';

let folder: string;
let module: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fairway-serve-test-"));
  module = await buildEdge(join(folder, "edge"));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function edgeWith(options: EdgeOptions) {
  return await startEdge({ port: 0, module, stdout: "ignore", ...options });
}

async function readyz(url: string): Promise<{ status: number; body: unknown }> {
  const reply = await fetch(`${url}/readyz`);
  return { status: reply.status, body: await reply.json() };
}

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

function serve(env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [SERVE], {
    env: { ...process.env, PORT: "0", ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
}

/** Everything that it says until its end, and how it ends. */
async function endOf(child: ChildProcess): Promise<{ code: number | null; said: string }> {
  if (child.stderr === null) throw new Error("stderr is a pipe");
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
  return { code, said };
}

describe("startEdge()", () => {
  test("gives the Worker its table and bindings", async () => {
    const edge = await edgeWith({ routes: ROUTES, bindings: { IDENTITY_KEY: KEY } });
    try {
      expect(await readyz(edge.url)).toEqual({ status: 200, body: { status: "ready" } });
    } finally {
      await edge.stop();
    }
  });

  test("has no secret in its arguments nor in its configuration, keeps what it has from others, and leaves no file behind", async () => {
    const objectsFolder = join(folder, "objects");
    const bindings = { IDENTITY_KEY: KEY, OPS_TOKEN: "o".repeat(43) };
    const edge = await edgeWith({ routes: ROUTES, bindings, objectsFolder });
    let config = "";
    try {
      const args = (await readFile(`/proc/${edge.pid}/cmdline`, "utf8")).split("\0");
      expect(args.join(" ")).not.toMatch(/ooo|kkk|a2tra/);
      config = args.find((arg) => arg.endsWith(".capnp")) ?? "";
      expect(await readFile(config, "utf8")).not.toMatch(/ooo|kkk|a2tra/);
      for (const each of [config, objectsFolder]) expect((await stat(each)).mode & 0o077).toBe(0);
    } finally {
      await edge.stop();
    }
    await expect(access(config)).rejects.toThrow("ENOENT");
  });

  test("fails where its port is taken", async () => {
    const first = await edgeWith({ routes: ROUTES, bindings: {} });
    try {
      const port = Number(new URL(first.url).port);
      await expect(edgeWith({ routes: ROUTES, bindings: {}, port })).rejects.toThrow(/before it listened/);
    } finally {
      await first.stop();
    }
  });
});

describe("npm run serve", () => {
  /** Where it listens, and what it has said until then. */
  async function listening(child: ChildProcess): Promise<{ url: string; said: string }> {
    let said = "";
    return await new Promise((resolve, reject) => {
      child.once("exit", () => reject(new Error(`it ended: ${said}`)));
      child.stderr?.on("data", (chunk) => {
        said += chunk;
        const [, url] = /edge: listening on (\S+)/.exec(said) ?? [];
        if (url !== undefined) resolve({ url, said });
      });
    });
  }

  test("serves the table of its file until it is told to stop", async () => {
    const child = serve({ ROUTES: await file("routes.json", ROUTES), IDENTITY_KEY: KEY });
    const { url, said } = await listening(child);
    expect(said).toContain("behind a proxy set OPEN=false");
    expect(await readyz(url)).toMatchObject({ status: 200 });
    expect((await fetch(`${url}/ids`)).status).toBe(200);
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
    await expect(fetch(url)).rejects.toThrow();
  });

  test("opens nothing to who comes through a proxy on the same machine, where it is told of one", async () => {
    const PROTOCOLS = '{"ids":true,"goim":true,"gopush":true}';
    const child = serve({ ROUTES: await file("routes.json", ROUTES), IDENTITY_KEY: KEY, OPEN: "false", PROTOCOLS });
    const { url, said } = await listening(child);
    expect(said).not.toContain("open to everybody");
    const statuses = await Promise.all(
      ["/ids", "/goim/online/total", "/1/msg/get?k=user:1&m=0"].map(async (path) => (await fetch(url + path)).status),
    );
    expect(statuses).toEqual([401, 401, 401]);
    child.kill("SIGTERM");
    await once(child, "exit");
  });

  test("is told by true or false whether it is open", async () => {
    const { code, said } = await endOf(serve({ ROUTES: await file("routes.json", ROUTES), OPEN: "no" }));
    expect(code).toBe(1);
    expect(said).toContain("OPEN: true or false, not 'no'");
  });

  test("names the field of the table in its file that is bad", async () => {
    const { code, said } = await endOf(serve({ ROUTES: await file("bad.json", BAD_ROUTES), IDENTITY_KEY: KEY }));
    expect(code).toBe(1);
    expect(said).toContain("ROUTES: upstreams.main.urls[0]: is not a URL");
    expect(said).not.toMatch(/\n\s+at /);
  });
});
