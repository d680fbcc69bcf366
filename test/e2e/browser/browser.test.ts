/** The SDK where most of its users have it: in a browser, on a page of another origin than the edge's. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { coldStart, PHONE, REPLIES } from "../../../examples/phone/cold-start.ts";
import { PassportService } from "../../../proto/gen/passport.contract.ts";
import { createClient } from "../../../sdk/client.ts";
import { type Stack, startStack } from "../sdk/stack.ts";
import { type Chromium, type Page, startChromium, type WireRequest } from "./chromium.ts";

/** A browser's first start, a bundle and three servers, on a machine that runs other tests meanwhile. */
const START_MS_MAX = 120_000;

interface Site {
  readonly server: Server;
  readonly port: number;
  /** Requests to `/slow`, which is never answered. */
  readonly slow: { open: number };
}

let site: Site;
let stack: Stack;
let chromium: Chromium;
let page: Page;

beforeAll(async () => {
  site = await serveSite();
  stack = await startStack({
    bindings: { CORS_ORIGINS: `http://127.0.0.1:${site.port}` },
    table(table) {
      table.upstreams.site = { urls: [`http://127.0.0.1:${site.port}`] };
      table.routes.push({ name: "slow", match: { path: "/slow" }, upstream: "site", timeoutMs: 60_000 });
    },
  });
  chromium = await startChromium();
  page = await chromium.open(`http://127.0.0.1:${site.port}/`);
  page.takeRequests();
}, START_MS_MAX);

afterAll(async () => {
  await chromium?.stop();
  await stack?.stop();
  site?.server.closeAllConnections();
  site?.server.close();
}, START_MS_MAX);

/** The page, its script, and an API that never answers. */
async function serveSite(): Promise<Site> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("./page.ts", import.meta.url))],
    bundle: true,
    format: "esm",
    target: "es2022",
    platform: "browser",
    write: false,
  });
  const script = outputFiles[0]?.text ?? "";
  const slow = { open: 0 };
  const server = createServer((request, response) => {
    if (request.url === "/slow") {
      slow.open++;
    } else if (request.url === "/page.js") {
      response.setHeader("content-type", "text/javascript").end(script);
    } else {
      response
        .setHeader("content-type", "text/html")
        .end('<!doctype html><script type="module" src="/page.js"></script>');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, port: (server.address() as AddressInfo).port, slow };
}

/** Calls a function of page.ts. */
async function ask(of: Page, name: string, ...args: unknown[]): Promise<string> {
  return String(await of.evaluate(`fairway.${name}(${args.map((each) => JSON.stringify(each)).join(", ")})`));
}

async function open(compressed = true): Promise<void> {
  await ask(page, "open", stack.edge, compressed);
}

/** The page's requests to the edge, without the preflights. */
async function wire(count: number): Promise<WireRequest[]> {
  const seen: WireRequest[] = [];
  await expect
    .poll(() => {
      seen.push(...page.takeRequests().filter(({ method, url }) => method !== "OPTIONS" && url.startsWith(stack.edge)));
      return seen.length;
    })
    .toBe(count);
  return seen;
}

const phone = (name: string) => ({ ...PHONE, deviceId: `device-in-a-browser-${name}` });

describe("a page of another origin", () => {
  test("signs in and has its cold start in one merged request, packed with the dictionary", async () => {
    await open();
    const replies = JSON.parse(await ask(page, "coldStart", phone("one")));
    expect(Object.keys(replies)).toEqual(Object.keys(REPLIES));
    expect(BigInt(replies.session.uid)).toBeGreaterThan(2n ** 40n);
    expect(replies.profile.uid).toBe(replies.session.uid);
    const [request] = await wire(1);
    expect(request).toMatchObject({ method: "POST", url: `${stack.edge}/$batch`, status: 200 });
    expect(request?.requestHeaders["fairway-dictionary"]).toMatch(/^:[A-Za-z0-9+/]{43}=:$/);
    expect(request?.mimeType).toBe("application/x-protobuf");
  });

  test("gets what Node gets, and without the dictionary the same in more than twice the bytes", async () => {
    const client = createClient({ baseUrl: stack.edge, sessions: PassportService, merge: { itemsMax: 50 } });
    const { session, profile, ...expected } = await coldStart(client, phone("two"));
    const text = JSON.stringify(expected, (_key, part) => (typeof part === "bigint" ? String(part) : part));
    const bytes: number[] = [];
    for (const compressed of [true, false]) {
      await open(compressed);
      const { session: mine, profile: own, ...replies } = JSON.parse(await ask(page, "coldStart", phone("two")));
      expect(replies).toEqual(JSON.parse(text));
      expect([mine.uid, own.uid]).toEqual([String(session.uid), String(profile.uid)]);
      bytes.push((await wire(1))[0]?.bytes ?? 0);
    }
    const [packed = 0, plain = 0] = bytes;
    expect(packed).toBeGreaterThan(0);
    expect(packed * 2).toBeLessThan(plain);
  });

  test("gets protobuf in a request of its own", async () => {
    await open();
    expect(JSON.parse(await ask(page, "country", "JPN"))).toMatchObject({ cca3: "JPN", name: { official: "Japan" } });
    expect(await wire(1)).toMatchObject([
      { method: "GET", url: `${stack.edge}/api/countries/JPN`, status: 200, mimeType: "application/x-protobuf" },
    ]);
  });

  test("has its session renewed in the request of the calls that need it", async () => {
    await open();
    const { session } = JSON.parse(await ask(page, "coldStart", phone("three")));
    await wire(1);
    const { uid, status, before, after } = JSON.parse(await ask(page, "renewed", 595_000));
    expect([uid, status]).toEqual([session.uid, 200]);
    expect(after.accessToken).not.toBe(before.accessToken);
    expect(after.refreshToken).not.toBe(before.refreshToken);
    expect(await wire(1)).toMatchObject([{ method: "POST", url: `${stack.edge}/$batch`, status: 200 }]);
  });

  test("aborts a call, which is gone from the wire at once", async () => {
    await open();
    await ask(page, "startSlow", "/slow");
    await expect.poll(() => site.slow.open).toBe(1);
    expect(await ask(page, "abortSlow")).toBe("canceled");
    expect(await wire(1)).toMatchObject([{ url: `${stack.edge}/slow`, failed: "net::ERR_ABORTED" }]);
  });

  test("is told of an API's error as a fault", async () => {
    await open();
    expect(await ask(page, "faultOf", "/api/countries/XXX")).toBe("not_found");
    expect(await wire(1)).toMatchObject([{ status: 404 }]);
  });
});

test("a page whose origin the edge does not name reads nothing", async () => {
  const stranger = await chromium.open(`http://localhost:${site.port}/`);
  await ask(stranger, "open", stack.edge, false);
  expect(await ask(stranger, "faultOf", "/api/regions")).toBe("unavailable");
  expect(await ask(page, "faultOf", "/api/regions")).toBe("");
});
