import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { type Dictionary, dictionary } from "../../../proto/codec/codec.ts";
import { Fault, problemResponse } from "../../../proto/fault.ts";
import { Country, CountryPage } from "../../../proto/gen/countries.contract.ts";
import { PassportService, Session } from "../../../proto/gen/passport.contract.ts";
import { createClient, path } from "../../../sdk/client.ts";
import { type Script, scriptedEdge } from "./scripted-edge.ts";

const BASE = { baseUrl: "https://edge.test/" };
const WORDS =
  "application/x-protobuf application/json GET /countries/ accept authorization Bearer Germany Federal Republic";
const echo: Script = (call) => ({ json: { url: call.url } });

let known: Dictionary;
beforeAll(async () => {
  known = await dictionary(new TextEncoder().encode(WORDS.repeat(8)));
});

function indexOf(bytes: Uint8Array, text: string): number {
  return Buffer.from(bytes).indexOf(text);
}

describe("the dictionary", () => {
  const page: Script = ({ url }) => ({
    message: [CountryPage, { items: [{ name: { common: "Germany", official: "Federal Republic" }, cca3: url }] }],
  });

  test("shortens requests and replies of a batch, and every reply arrives whole", async () => {
    const sizes: number[] = [];
    for (const options of [{}, { dictionary: known }]) {
      const edge = scriptedEdge(page, options);
      const fetch: typeof edge.fetch = async (url, init) => {
        const response = await edge.fetch(url, init);
        const bytes = new Uint8Array(await response.arrayBuffer());
        sizes.push(init.body?.length ?? 0, bytes.length);
        return new Response(bytes, { headers: response.headers });
      };
      const client = createClient({ ...BASE, fetch, ...options });
      const paths = ["/countries/a", "/countries/b", "/countries/c"];
      const pages = await Promise.all(paths.map((to) => client.fetch(to, { message: CountryPage })));
      expect(pages.map(({ items }) => items[0]?.cca3)).toEqual(paths);
      expect(pages[0]?.items[0]?.name?.official).toBe("Federal Republic");
    }
    const [plainUp = 0, plainDown = 0, up = 0, down = 0] = sizes;
    expect(up).toBeLessThan(plainUp / 2);
    expect(down).toBeLessThan(plainDown / 2);
  });

  test("does not compress what is secret: it is in the request as it is, and the rest is not", async () => {
    const edge = scriptedEdge(
      ({ url }) => (url.endsWith("Guest") ? { message: [Session, {}] } : echo({ url } as never)),
      {
        dictionary: known,
      },
    );
    const client = createClient({ ...BASE, fetch: edge.fetch, dictionary: known });
    const deviceId = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"; // Would shrink to nothing.
    await Promise.all([
      client.rpc(PassportService).signInGuest({ deviceId }),
      client.fetch("/countries/1"),
      client.fetch("/countries/2", { headers: { authorization: "Bearer Bearer-Bearer-Bearer" } }),
      client.fetch("/countries/3", { method: "POST", json: { pin: "1111" }, sensitive: true }),
    ]);
    const [request] = edge.seen;
    expect(request?.headers.get("content-encoding")).toBe("x-dcd");
    const body = request?.body ?? new Uint8Array();
    for (const secret of [deviceId, "Bearer Bearer-Bearer-Bearer", '{"pin":"1111"}']) {
      expect(indexOf(body, secret)).toBeGreaterThan(0);
    }
    expect(indexOf(body, "/countries/1")).toBe(-1);
    expect(request?.items.map(({ url }) => url).toSorted()).toEqual([
      "/countries/1",
      "/countries/2",
      "/countries/3",
      "/fairway.passport.v1.PassportService/SignInGuest",
    ]);
  });

  test("that the edge does not know is given up after one 415, and not tried again", async () => {
    const edge = scriptedEdge(echo, { dictionary: await dictionary(new TextEncoder().encode("another")) });
    const client = createClient({ ...BASE, fetch: edge.fetch, dictionary: known });
    const both = () => Promise.all([client.fetch("/countries/a"), client.fetch("/countries/b")]);
    expect((await both()).map((reply) => reply.json())).toEqual([{ url: "/countries/a" }, { url: "/countries/b" }]);
    expect(edge.seen.map(({ headers }) => headers.get("content-encoding"))).toEqual(["x-dcd", null]);
    await both();
    expect(edge.seen.map(({ headers }) => headers.get("content-encoding"))).toEqual(["x-dcd", null, null]);
  });

  test("reads a single reply in the dictionary's coding", async () => {
    const { deflateRawSync } = await import("node:zlib");
    const coded = deflateRawSync(Country.encode({ cca3: "DEU" }), { dictionary: known.bytes });
    const headers = { "content-type": "application/x-protobuf", "content-encoding": "x-dcd" };
    const client = createClient({ ...BASE, fetch: async () => new Response(coded, { headers }), dictionary: known });
    expect((await client.fetch("/a", { message: Country })).cca3).toBe("DEU");
  });
});

describe("an edge", () => {
  test.each([404, 405, 501])(
    "that answers %i to a batch gets plain requests, and keeps getting them",
    async (status) => {
      const edge = scriptedEdge(echo, {
        intercept: (request) => (request.url.endsWith("/$batch") ? new Response(null, { status }) : undefined),
      });
      let now = 0;
      const client = createClient({ ...BASE, fetch: edge.fetch, now: () => now });
      const first = client.fetch("/a");
      const second = client.fetch(path`/b${first.ref.at("url")}`, { method: "POST" });
      expect((await second).json()).toEqual({ url: "/b%2Fa" });
      await Promise.all([client.fetch("/c"), client.fetch("/d")]);
      expect(edge.seen.map(({ path }) => path)).toEqual(["/$batch", "/a", "/b%2Fa", "/c", "/d"]);
      now = 300_000;
      await Promise.all([client.fetch("/c"), client.fetch("/d")]);
      expect(edge.seen[5]?.path).toBe("/$batch");
    },
  );

  test.each([400, 413, 415])("that refuses a batch as a whole (%i) gets its calls one by one", async (status) => {
    const refuse = () => problemResponse(new Fault("invalid_argument", "requests[0] is odd", { status }));
    const edge = scriptedEdge(echo, {
      intercept: (request) => (request.url.endsWith("/$batch") ? refuse() : undefined),
    });
    const client = createClient({ ...BASE, fetch: edge.fetch });
    await Promise.all([client.fetch("/a"), client.fetch("/b", { method: "POST" })]);
    expect(edge.seen.map(({ path }) => path)).toEqual(["/$batch", "/a", "/b"]);
    await Promise.all([client.fetch("/a"), client.fetch("/b")]);
    expect(edge.seen[3]?.path).toBe("/$batch");
  });

  test("that refuses the sender tells each call so", async () => {
    const edge = scriptedEdge(echo, { intercept: () => problemResponse(new Fault("permission_denied", "blocked")) });
    const client = createClient({ ...BASE, fetch: edge.fetch });
    for (const outcome of await Promise.allSettled([client.fetch("/a"), client.fetch("/b")])) {
      expect(outcome).toMatchObject({ status: "rejected", reason: { code: "permission_denied", message: "blocked" } });
    }
  });

  test("gets a traceparent with every request, or the app's own", async () => {
    const edge = scriptedEdge(echo);
    const client = createClient({ ...BASE, fetch: edge.fetch });
    await Promise.all([client.fetch("/a"), client.fetch("/b")]);
    await client.fetch("/c");
    const [one = "", two = ""] = edge.seen.map(({ headers }) => headers.get("traceparent") ?? "");
    expect(one).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-03$/);
    expect(two).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-03$/);
    expect(one.slice(3, 35)).not.toBe(two.slice(3, 35));
    const own = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    await createClient({ ...BASE, fetch: edge.fetch, traceparent: () => own }).fetch("/d");
    expect(edge.seen.at(-1)?.headers.get("traceparent")).toBe(own);
  });

  test("may be below a path", async () => {
    const urls: string[] = [];
    const fetch = async (url: string) => {
      urls.push(url);
      return Response.json({});
    };
    await createClient({ baseUrl: "https://example.test/fairway/", fetch }).fetch("/a");
    expect(urls).toEqual(["https://example.test/fairway/a"]);
  });
});

describe("the platform", () => {
  test("without streams, as React Native, gets all replies at the end", async () => {
    const edge = scriptedEdge(echo, { dictionary: known });
    const fetch: typeof edge.fetch = async (url, init) => {
      const response = await edge.fetch(url, init);
      const { status, headers } = response;
      return { status, headers, body: undefined, arrayBuffer: () => response.arrayBuffer() } as unknown as Response;
    };
    const client = createClient({ ...BASE, fetch, dictionary: known });
    const replies = await Promise.all([client.fetch("/a"), client.fetch("/b")]);
    expect(replies.map((reply) => reply.json())).toEqual([{ url: "/a" }, { url: "/b" }]);
  });

  test("that writes Accept-Encoding itself, as a browser, gets merged replies packed and others as it likes", async () => {
    // What Chromium does: the request's headers refuse it silently, and `Available-Dictionary` fails the fetch.
    class PageRequest extends Request {
      constructor(input: string | URL | Request, init?: RequestInit) {
        super(input, init);
        this.headers.delete("accept-encoding");
      }
    }
    const edge = scriptedEdge(echo, { dictionary: known });
    vi.stubGlobal("Request", PageRequest);
    const client = createClient({ ...BASE, fetch: edge.fetch, dictionary: known });
    vi.unstubAllGlobals();
    const replies = await Promise.all([client.fetch("/countries/a"), client.fetch("/countries/b")]);
    expect(replies.map((reply) => reply.json())).toEqual([{ url: "/countries/a" }, { url: "/countries/b" }]);
    await client.fetch("/countries/c");
    const [merged, single] = edge.seen;
    expect(merged?.headers.get("content-encoding")).toBe("x-dcd");
    expect(merged?.headers.get("fairway-dictionary")).toBe(`:${known.hash}:`);
    for (const name of ["accept-encoding", "available-dictionary"]) expect(merged?.headers.has(name)).toBe(false);
    expect([...(single?.headers.keys() ?? [])].toSorted()).toEqual(["accept", "traceparent"]);
  });

  test.each([true, false])("may have taken gzip off or left it on (%s)", async (left) => {
    const json = Buffer.from('{"a":1}');
    const headers = { "content-type": "application/json", "content-encoding": "gzip" };
    const fetch = async () => new Response(left ? gzipSync(json) : json, { headers });
    expect((await createClient({ ...BASE, fetch }).fetch("/a")).json()).toEqual({ a: 1 });
  });

  test("without crypto still makes trace ids", async () => {
    const edge = scriptedEdge(echo);
    let next = 0;
    const random = () => (next++ % 16) / 16;
    await createClient({ ...BASE, fetch: edge.fetch, random }).fetch("/a");
    expect(edge.seen[0]?.headers.get("traceparent")).toMatch(/^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-03$/);
  });
});

describe("a reply", () => {
  const replying = (body: string | Uint8Array, headers: Record<string, string>, options = {}) =>
    createClient({
      ...BASE,
      fetch: async () => new Response(body as Uint8Array<ArrayBuffer>, { headers }),
      ...options,
    });

  test("is a message, from protobuf or from JSON", async () => {
    const bytes = Country.encode({ cca3: "DEU", area: 357114 });
    const proto = replying(bytes, { "content-type": "application/x-protobuf" });
    const json = replying('{"cca3":"DEU","area":357114}', { "content-type": "application/json; charset=utf-8" });
    const country = await proto.fetch("/a", { message: Country });
    expect(country).toMatchObject({ cca3: "DEU", area: 357114 });
    expect(await json.fetch("/a", { message: Country })).toEqual(country);
    expect((await proto.fetch("/a")).message(Country)).toEqual(country);
  });

  test("is read like a Response", async () => {
    const reply = await replying("grüße", { "content-type": "text/plain", "x-own": "1" }).fetch("/a");
    expect(reply.ok).toBe(true);
    expect(reply.status).toBe(200);
    expect(reply.headers.get("X-Own")).toBe("1");
    expect(reply.text()).toBe("grüße");
    expect(reply.bytes()).toEqual(new TextEncoder().encode("grüße"));
    expect(() => reply.json()).toThrow("no JSON");
  });

  test.each([
    ["bytes that are no message", "\x0a\x7f", "application/x-protobuf"],
    ["JSON that does not fit", '{"cca3":[]}', "application/json"],
    ["half a JSON document", '{"cca3":', "application/json"],
    ["a web page", "<html>", "text/html"],
    ["gzip cut short", gzipSync('{"a":1}').subarray(0, 12), "application/json"],
  ])("of %s is a fault of the peer", async (_, body, contentType) => {
    const coding = typeof body === "string" ? {} : { "content-encoding": "gzip" };
    const client = replying(body, { "content-type": contentType, ...coding });
    await expect(client.fetch("/a", { message: Country })).rejects.toMatchObject({ code: "internal" });
  });

  test("above the limit is refused, compressed or not", async () => {
    const large = replying("x".repeat(2000), { "content-type": "text/plain" }, { replyBytesMax: 1000 });
    await expect(large.fetch("/a")).rejects.toMatchObject({ code: "resource_exhausted" });
    const bomb = gzipSync(`"${"x".repeat(1_000_000)}"`);
    const headers = { "content-type": "application/json", "content-encoding": "gzip" };
    await expect(replying(bomb, headers, { replyBytesMax: 10_000 }).fetch("/a")).rejects.toMatchObject({
      code: "resource_exhausted",
    });
  });

  const batchReplying = (body: Uint8Array | string, contentType: string) => {
    const client = replying(body, { "content-type": contentType }, { retry: { attemptsMax: 1 } });
    return Promise.allSettled([client.fetch("/a"), client.fetch("/b")]);
  };

  test.each([
    ["from somebody else, as a log-in page of a network,", "<html>", "text/html", "unavailable"],
    ["that is empty", "", "application/x-protobuf;delimited=true", "unavailable"],
    ["that ends in a frame", "\x20\x0a", "application/x-protobuf;delimited=true", "internal"],
    ["for calls that were not made", '{"responses":[{"id":"zz","status":200}]}', "application/json", "internal"],
    ["that is no JSON", "{", "application/json", "internal"],
  ])("to a batch %s fails its calls", async (_, body, contentType, code) => {
    const outcomes = await batchReplying(body, contentType);
    expect(outcomes).toMatchObject([{ reason: { code } }, { reason: { code } }]);
  });

  test("to a batch in JSON is read too", async () => {
    const body =
      '{"responses":[{"id":"1","status":200,"headers":{"content-type":"application/json"},"body":{"b":2}},{"id":"0","status":204}]}';
    const [a, b] = await batchReplying(body, "application/json");
    expect(a).toMatchObject({ value: { status: 204 } });
    expect(b.status === "fulfilled" && b.value.json()).toEqual({ b: 2 });
  });
});
