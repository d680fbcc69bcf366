import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect as connectHttp2 } from "node:http2";
import { Agent, get as httpsGet } from "node:https";
import { connect } from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CountryPage } from "../../../examples/countries-api/countries.ts";
import { acceptsGzip } from "../../../examples/countries-api/reply.ts";
import type { SearchResult } from "../../../examples/countries-api/search.ts";
import { type CountriesApi, startCountriesApi } from "../../../examples/countries-api/server.ts";
import { selfSignedCertificate } from "../../../scripts/certificate.ts";

let api: CountriesApi;
beforeAll(async () => {
  api = await startCountriesApi({ port: 0 });
});
afterAll(() => api.close());

async function json<T>(path: string): Promise<T> {
  const response = await fetch(api.url + path);
  expect(response.status, path).toBe(200);
  return (await response.json()) as T;
}

async function search(query: string): Promise<SearchResult> {
  return await json<SearchResult>(`/search?q=${encodeURIComponent(query)}`);
}

describe("lists", () => {
  test("following `next` from the first page meets every country once", async () => {
    const codes: string[] = [];
    let pages = 0;
    for (let next: string | undefined = "/countries?per_page=100"; next !== undefined; pages++) {
      const page: CountryPage = await json(next);
      expect(page).toMatchObject({ total: 250, page: pages + 1, per_page: 100 });
      codes.push(...page.items.map((country) => country.cca3));
      next = page.next;
    }
    expect(pages).toBe(3);
    expect(new Set(codes).size).toBe(250);
  });

  test("a region narrows the list and its next page, in any case of its letters", async () => {
    const page = await json<CountryPage>("/countries?region=europe&per_page=5&page=2");
    expect(page.items.map((country) => country.region)).toEqual(Array(5).fill("Europe"));
    expect(page.next).toBe("/countries?page=3&per_page=5&region=Europe");
    expect(page.total).toBeLessThan(100);
  });

  test("a page beyond the end is empty and has no next", async () => {
    expect(await json("/countries?page=999")).toEqual({ items: [], total: 250, page: 999, per_page: 20 });
  });

  test("the regions count every country once, by region and by subregion", async () => {
    const { items } = await json<{ items: { countries: number; subregions: { countries: number }[] }[] }>("/regions");
    const sum = (of: readonly { countries: number }[]) => of.reduce((total, { countries }) => total + countries, 0);
    expect(sum(items)).toBe(250);
    expect(sum(items.flatMap(({ subregions }) => subregions))).toBe(250);
  });
});

describe("one country", () => {
  test.each(["DEU", "deu", "DE", "de"])("is found by %s", async (code) => {
    expect(await json(`/countries/${code}`)).toMatchObject({ cca3: "DEU", capital: ["Berlin"] });
  });

  test("its borders are its neighbours with names and flags", async () => {
    const borders = await json<{ items: object[] }>("/countries/prt/borders");
    expect(borders).toEqual({
      cca3: "PRT",
      total: 1,
      items: [
        {
          cca2: "ES",
          cca3: "ESP",
          name: { common: "Spain", official: "Kingdom of Spain" },
          flag: "🇪🇸",
          capital: ["Madrid"],
          region: "Europe",
          subregion: "Southern Europe",
        },
      ],
    });
  });

  test("an island has no borders, which is an empty list and not an error", async () => {
    expect(await json("/countries/ISL/borders")).toEqual({ cca3: "ISL", total: 0, items: [] });
  });
});

describe("search", () => {
  test.each([
    ["Alemania", "DEU", "spa"],
    ["германия", "DEU", "rus"],
    ["cote d'ivoire", "CIV", "fra"],
    ["日本", "JPN", "jpn"],
  ])("'%s' finds %s by its name in %s", async (query, cca3, language) => {
    const { items } = await search(query);
    expect(items[0]).toMatchObject({ country: { cca3 }, match: { language } });
  });

  test("an exact name comes before a longer one", async () => {
    const { items } = await search("niger");
    expect(items.slice(0, 2).map(({ country }) => country.cca3)).toEqual(["NER", "NGA"]);
  });

  test("an alternative spelling is found, and tells no language", async () => {
    expect((await search("Nippon")).items[0]?.match).toEqual({ name: "Nippon" });
  });

  test("the hits are capped, their total is not", async () => {
    const result = await json<SearchResult>("/search?q=a&limit=3");
    expect(result.items).toHaveLength(3);
    expect(result.total).toBeGreaterThan(200);
  });
});

describe("a request that cannot be answered says what is wrong", () => {
  test.each([
    ["/", 404, "nothing is at '/'"],
    ["/countries/", 404, "no country has the code ''"],
    ["/countries/zzz", 404, "no country has the code 'zzz'"],
    ["/countries/deu/rivers", 404, "nothing is at '/countries/deu/rivers'"],
    ["/countries/deu/borders/aut", 404, "nothing is at '/countries/deu/borders/aut'"],
    ["/countries/%ff", 400, "the path is not valid percent-encoding"],
    ["/countries?page=0", 400, "'page' is '0', but must be a whole number from 1 to 1000000"],
    ["/countries?page=1.5", 400, "'page' is '1.5', but must be a whole number from 1 to 1000000"],
    ["/countries?page=99999999999999999999", 400, /^'page' is/],
    ["/countries?per_page=101", 400, "'per_page' is '101', but must be a whole number from 1 to 100"],
    ["/countries?per_page=", 400, "'per_page' is '', but must be a whole number from 1 to 100"],
    ["/countries?page=1&page=2", 400, "'page' is given 2 times"],
    ["/countries?region=Atlantis", 400, /must be one of Africa, Americas/],
    ["/search", 400, /^'q' is missing/],
    ["/search?q=%20", 400, /^'q' is missing/],
    [`/search?q=${"x".repeat(101)}`, 400, /longer than 100 characters/],
    ["/search?q=a&limit=51", 400, /^'limit' is '51'/],
  ])("%s is a %i", async (path, status, message) => {
    const response = await fetch(api.url + path);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-store");
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    expect(error.message).toMatch(message);
    expect(error.code).toMatch(/^[a-z_]+$/);
  });

  test.each(["POST", "PUT", "DELETE", "OPTIONS"])("%s is a 405 that names what is allowed", async (method) => {
    const response = await fetch(`${api.url}/countries`, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD");
  });
});

describe("HTTP", () => {
  test("HEAD has the headers of GET and no body", async () => {
    const [head, get] = await Promise.all([
      fetch(`${api.url}/regions`, { method: "HEAD", headers: { "accept-encoding": "identity" } }),
      fetch(`${api.url}/regions`, { headers: { "accept-encoding": "identity" } }),
    ]);
    expect(await head.text()).toBe("");
    expect(head.headers.get("content-length")).toBe(String((await get.arrayBuffer()).byteLength));
    expect(head.headers.get("etag")).toBe(get.headers.get("etag"));
  });

  test("the reply's own ETag or date asks again for nothing", async () => {
    const first = await fetch(`${api.url}/countries`);
    const etag = first.headers.get("etag") ?? "";
    const date = first.headers.get("last-modified") ?? "";
    await first.arrayBuffer();
    for (const headers of [
      { "if-none-match": etag },
      { "if-none-match": `"other", ${etag.slice(2)}` },
      { "if-none-match": "*" },
      { "if-modified-since": date },
    ]) {
      const again = await fetch(`${api.url}/countries`, { headers });
      expect(again.status, JSON.stringify(headers)).toBe(304);
      expect(again.headers.get("etag")).toBe(etag);
      expect(await again.text()).toBe("");
    }
  });

  test("another ETag, an older date and a broken date get the body; the ETag outweighs the date", async () => {
    const date = (await fetch(`${api.url}/regions`)).headers.get("last-modified") ?? "";
    for (const headers of [
      { "if-none-match": '"other"' },
      { "if-none-match": '"other"', "if-modified-since": date },
      { "if-modified-since": "Thu, 01 Jan 1970 00:00:00 GMT" },
      { "if-modified-since": "yesterday" },
    ]) {
      const response = await fetch(`${api.url}/regions`, { headers });
      expect(response.status, JSON.stringify(headers)).toBe(200);
      await response.arrayBuffer();
    }
  });

  test("gzip is sent to who asks for it, varies by that, and is the same JSON", async () => {
    const plain = await fetch(`${api.url}/countries`, { headers: { "accept-encoding": "identity" } });
    const gzip = await fetch(`${api.url}/countries`, { headers: { "accept-encoding": "br, gzip;q=0.5" } });
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(gzip.headers.get("content-encoding")).toBe("gzip");
    expect(gzip.headers.get("vary")).toBe("accept-encoding");
    expect(Number(gzip.headers.get("content-length"))).toBeLessThan(Number(plain.headers.get("content-length")) / 3);
    expect(await gzip.json()).toEqual(await plain.json());
  });

  test.each([
    [undefined, false],
    ["", false],
    ["gzip", true],
    ["GZIP", true],
    ["deflate, gzip;q=1.0, *;q=0.5", true],
    ["*", true],
    ["gzip;q=0, *", false],
    ["gzip; q=0", false],
    ["br", false],
    ["gzipped", false],
  ])("Accept-Encoding %s accepts gzip: %s", (header, accepted) => {
    expect(acceptsGzip(header)).toBe(accepted);
  });
});

describe("TLS", () => {
  const certificate = selfSignedCertificate(["localhost", "127.0.0.1"], Date.now());
  let secure: CountriesApi;
  beforeAll(async () => {
    secure = await startCountriesApi({ port: 0, tls: certificate });
  });
  afterAll(() => secure.close());

  test("HTTP/2 answers many requests on one connection", async () => {
    const session = connectHttp2(secure.url, { ca: certificate.cert });
    try {
      const paths = ["/countries", "/regions", "/countries/FRA", "/countries/FRA/borders", "/search?q=fr"];
      const bodies = await Promise.all(
        paths.map(async (path) => {
          const stream = session.request({ ":path": path, "accept-encoding": "gzip" });
          const [headers] = await once(stream, "response");
          expect(headers).toMatchObject({ ":status": 200, "content-encoding": "gzip" });
          return JSON.parse(gunzipSync(Buffer.concat(await stream.toArray())).toString()) as object;
        }),
      );
      expect(bodies).toEqual(await Promise.all(paths.map((path) => json<object>(path))));
    } finally {
      session.destroy();
    }
  });

  test("HTTP/1.1 is served on the same port", async () => {
    const agent = new Agent({ ca: certificate.cert, keepAlive: true });
    try {
      const [response] = await once(httpsGet(`${secure.url}/countries/ITA`, { agent }), "response");
      expect([response.httpVersion, response.statusCode]).toEqual(["1.1", 200]);
      expect(JSON.parse(Buffer.concat(await response.toArray()).toString())).toEqual(await json("/countries/ITA"));
    } finally {
      agent.destroy();
    }
  });

  test("a client that does not know the certificate is turned away by its own check", async () => {
    const session = connectHttp2(secure.url);
    const [error] = await once(session, "error");
    expect(error.code).toBe("DEPTH_ZERO_SELF_SIGNED_CERT");
  });
});

describe("the process", () => {
  const file = fileURLToPath(new URL("../../../examples/countries-api/server.ts", import.meta.url));

  test("SIGTERM ends it with 0 even while a keep-alive connection is open", async () => {
    const child = spawn(process.execPath, [file, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
    const [line] = await once(createInterface(child.stdout), "line");
    const port = Number(/:(\d+)$/.exec(line)?.[1]);
    const socket = connect(port, "127.0.0.1");
    socket.write("GET /regions HTTP/1.1\r\nhost: api\r\n\r\n");
    await once(socket, "data");
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
    socket.destroy();
  });

  test.each([
    [["--port", "http"], "--port is 'http', not a port"],
    [["--port", "0", "--key", "key.pem"], "--key and --cert belong together"],
    [["--colour"], "Unknown option '--colour'"],
  ])("%j stops the start and says why", async (args, message) => {
    const child = spawn(process.execPath, [file, ...args], { stdio: ["ignore", "ignore", "pipe"] });
    const [output, [code]] = await Promise.all([child.stderr.toArray(), once(child, "exit")]);
    expect(Buffer.concat(output).toString()).toContain(`countries-api: ${message}`);
    expect(code).toBe(1);
  });

  test("a port that is taken rejects the start", async () => {
    const { port } = new URL(api.url);
    await expect(startCountriesApi({ port: Number(port) })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});
