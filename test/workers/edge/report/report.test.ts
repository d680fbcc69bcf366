import { describe, expect, test } from "vitest";
import { app } from "../../../../edge/app.ts";
import { parseSettings } from "../../../../edge/settings.ts";
import { DICTIONARY_CODING, renderAvailableDictionary } from "../../../../proto/codec/codec.ts";
import { Accepted, Found, Network, Outcome, Report, type Sample } from "../../../../proto/gen/report.contract.ts";
import type { Init } from "../../../../proto/message/message.ts";
import { pooledHex } from "../../../../proto/trace.ts";
import { COMPRESSOR, dictionaryOf, gzipOf, TEXT } from "../codec/fixture.ts";

const NOW_MS = Date.UTC(2026, 10, 23, 1, 2, 3);
const PROTOBUF = { "content-type": "application/x-protobuf" };
const ROUTES = JSON.stringify({ upstreams: { main: { urls: ["http://upstream.test"] } }, routes: [] });
const SAMPLE: Init<Sample> = {
  ageMs: 3_000,
  weight: 100,
  method: "POST",
  path: "/$batch",
  outcome: Outcome.ANSWERED,
  status: 200,
  network: Network.CELLULAR,
  found: Found.HTTPDNS,
  edge: "edge.example:443",
  address: "203.0.113.7:443",
  attempts: 1,
  dnsMs: 0,
  connectMs: 40,
  tlsMs: 80,
  firstByteMs: 120,
  totalMs: 250,
  bytesOut: 200,
  bytesIn: 4_000,
};

const sample = (changes: Init<Sample>) => ({ samples: [{ ...SAMPLE, ...changes }] });

interface WorldOptions {
  readonly ip?: string;
  readonly cf?: object;
  readonly origins?: string;
  readonly oneIn?: string;
  readonly httpdns?: string;
}

async function world({ ip = "198.51.100.7", cf, origins, oneIn, httpdns }: WorldOptions = {}) {
  const lines: string[] = [];
  const warned: unknown[] = [];
  const dictionary = await dictionaryOf("POST /$batch edge.example:443 203.0.113.7:443");
  const bindings = {
    PROTOCOLS: '{"report":true}',
    ...(origins === undefined ? {} : { CORS_ORIGINS: origins }),
    ...(oneIn === undefined ? {} : { REPORT_ONE_IN: oneIn }),
    ...(httpdns === undefined ? {} : { HTTPDNS: httpdns }),
  };
  const edge = app(parseSettings(bindings, ROUTES), {
    fetch: () => Promise.reject(new Error("nothing is sent on")),
    now: () => NOW_MS,
    random: () => 0.5,
    randomHex: pooledHex(),
    sleep: () => new Promise(() => undefined),
    compressor: COMPRESSOR,
    dictionaries: [dictionary],
    write: (written) => void lines.push(...written),
    warn: (...words) => void warned.push(words),
  });
  const send = (init: RequestInit & { path?: string } = {}) => {
    const { path = "/report", ...rest } = init;
    const headers = new Headers(rest.headers);
    headers.set("cf-connecting-ip", ip);
    const request = new Request(`http://edge.test${path}`, { method: "POST", ...rest, headers });
    if (cf !== undefined) Object.defineProperty(request, "cf", { value: cf });
    return edge(request, { waitUntil: () => undefined });
  };
  const report = (init: Init<Report>, headers: Record<string, string> = {}) =>
    send({ headers: { ...PROTOBUF, ...headers }, body: Report.encode(init) });
  const read = () => lines.map((line) => JSON.parse(line)).filter((line) => "report" in line);
  return { send, report, read, lines, warned, dictionary };
}

const problemOf = async (reply: Response) => {
  const { status, detail } = (await reply.json()) as { status: number; detail: string };
  return { status, detail };
};

describe("a report", () => {
  test("becomes a line for each exchange, and one for those that were dropped", async () => {
    const it = await world({ cf: { country: "DE", asn: 3320 } });
    const reply = await it.report({
      sdkVersion: "0.1.0",
      appVersion: "4.2",
      platform: "ios",
      samples: [
        SAMPLE,
        { weight: 1, method: "GET", path: "/x", outcome: Outcome.UNREACHABLE, moved: true, attempts: 2 },
      ],
      dropped: 7,
    });
    expect(reply.status).toBe(204);
    expect(reply.headers.get("cache-control")).toBe("no-store");
    expect(await reply.text()).toBe("");
    const origin = { client: "198.51.100.0/24", country: "DE", asn: 3320, platform: "ios", app: "4.2", sdk: "0.1.0" };
    expect(it.read()).toEqual([
      {
        report: "exchange",
        time: "2026-11-23T01:02:00.000Z",
        weight: 100,
        method: "POST",
        path: "/$batch",
        outcome: "answered",
        status: 200,
        network: "cellular",
        found: "httpdns",
        edge: "edge.example:443",
        address: "203.0.113.7:443",
        attempts: 1,
        dnsMs: 0,
        connectMs: 40,
        tlsMs: 80,
        firstByteMs: 120,
        totalMs: 250,
        bytesOut: 200,
        bytesIn: 4_000,
        ...origin,
      },
      {
        report: "exchange",
        time: "2026-11-23T01:02:03.000Z",
        weight: 1,
        method: "GET",
        path: "/x",
        outcome: "unreachable",
        network: "unknown",
        found: "unknown",
        attempts: 2,
        moved: true,
        totalMs: 0,
        bytesOut: 0,
        bytesIn: 0,
        ...origin,
      },
      { report: "dropped", time: "2026-11-23T01:02:03.000Z", count: 7, ...origin },
    ]);
    expect(it.warned).toEqual([]);
  });

  test("comes from where the configuration of the resolver says, which knows better than the platform", async () => {
    const networks = { carrier: { subnets: ["198.51.100.0/24"], country: "AT", asn: 8447, region: "vienna" } };
    const it = await world({ cf: { country: "DE", asn: 3320 }, httpdns: JSON.stringify({ networks }) });
    expect((await it.report(sample({}))).status).toBe(204);
    expect(it.read()).toMatchObject([{ country: "AT", asn: 8447, region: "vienna" }]);
  });

  test("is taken in gzip, in the dictionary coding, and in JSON", async () => {
    const it = await world();
    const body = Report.encode({ samples: [SAMPLE] });
    expect((await it.send({ headers: { ...PROTOBUF, "content-encoding": "gzip" }, body: gzipOf(body) })).status).toBe(
      204,
    );
    const coded = {
      ...PROTOBUF,
      "content-encoding": DICTIONARY_CODING,
      "available-dictionary": renderAvailableDictionary(it.dictionary),
    };
    const deflated = COMPRESSOR.deflateRaw(body, it.dictionary.bytes);
    expect((await it.send({ headers: coded, body: deflated })).status).toBe(204);
    const json = JSON.stringify({
      samples: [{ ...SAMPLE, outcome: "ANSWERED", network: "CELLULAR", found: "HTTPDNS" }],
    });
    expect((await it.send({ headers: { "content-type": "application/json" }, body: json })).status).toBe(204);
    const [first, ...others] = it.read();
    expect(others).toEqual([first, first]);
  });

  test("is answered with what is to be drawn from now on, where the operator says so", async () => {
    const it = await world({ oneIn: "1000" });
    const reply = await it.report(sample({}));
    expect([reply.status, reply.headers.get("content-type")]).toEqual([200, "application/x-protobuf"]);
    expect(Accepted.decode(new Uint8Array(await reply.arrayBuffer()))).toEqual({ oneIn: 1000 });
    const json = await it.send({ headers: { "content-type": "application/json" }, body: "{}" });
    expect(await json.json()).toEqual({ oneIn: 1000 });
    for (const oneIn of ["", "-1", "1.5", "many", "10001"]) {
      expect(parseSettings({ REPORT_ONE_IN: oneIn }, ROUTES).flaws).toEqual([
        expect.stringMatching(/^REPORT_ONE_IN: /),
      ]);
    }
  });

  test("that says nothing writes nothing", async () => {
    const it = await world();
    expect((await it.report({})).status).toBe(204);
    expect(it.read()).toEqual([]);
  });

  test("of a newer SDK, with words that this edge does not know, is taken all the same", async () => {
    const it = await world();
    expect((await it.report(sample({ outcome: 99, network: 99, found: 99 }))).status).toBe(204);
    expect(it.read()).toMatchObject([{ outcome: "unknown", network: "unknown", found: "unknown" }]);
  });

  test.each([
    ["samples[0].path", { path: "" }],
    ["samples[0].path", { path: "x" }],
    ["samples[0].path", { path: "/a?token=x" }],
    ["samples[0].path", { path: "/a b" }],
    ["samples[0].path", { path: '/a","uid":"1' }],
    ["samples[0].path", { path: "/a\n{}" }],
    ["samples[0].path", { path: "/é" }],
    ["samples[0].path", { path: "/\u2028" }],
    ["samples[0].path", { path: `/${"a".repeat(128)}` }],
    ["samples[0].method", { method: "" }],
    ["samples[0].method", { method: "get" }],
    ["samples[0].method", { method: "GET\u0000" }],
    ["samples[0].edge", { edge: "edge.example/path" }],
    ["samples[0].edge", { edge: "a".repeat(129) }],
    ["samples[0].address", { address: "\u001b[31m" }],
    ["samples[0].status", { status: 99 }],
    ["samples[0].status", { status: 600 }],
    ["samples[0].weight", { weight: 0 }],
    ["samples[0].weight", { weight: 10_001 }],
    ["samples[0].ageMs", { ageMs: 604_800_001 }],
    ["samples[0].totalMs", { totalMs: 3_600_001 }],
    ["samples[0].dnsMs", { dnsMs: 0xffff_ffff }],
    ["samples[0].attempts", { attempts: 101 }],
  ])("with a wrong %s is refused by that name: %j", async (field, changes) => {
    const it = await world();
    const problem = await problemOf(await it.report(sample(changes)));
    expect(problem).toEqual({
      status: 400,
      detail: expect.stringMatching(`^${field.replaceAll(/[[\].]/g, "\\$&")}: .+ expected$`),
    });
    expect(it.read()).toEqual([]);
  });

  test.each([
    ["sdkVersion", { sdkVersion: "1 " }],
    ["appVersion", { appVersion: "a".repeat(33) }],
    ["platform", { platform: "ios\n" }],
    ["samples", { samples: Array(101).fill(SAMPLE) }],
  ])("with a wrong %s is refused by that name", async (field, init) => {
    const it = await world();
    const problem = await problemOf(await it.report(init));
    expect(problem).toEqual({ status: 400, detail: expect.stringMatching(`^${field}: .+ expected$`) });
    expect(it.read()).toEqual([]);
  });

  test.each([
    ["protobuf that is none", PROTOBUF, Uint8Array.from([0xff, 0xff]), 400],
    ["JSON that is none", { "content-type": "application/json" }, "{", 400],
    ["JSON of another shape", { "content-type": "application/json" }, '{"samples":7}', 400],
    ["gzip that is none", { ...PROTOBUF, "content-encoding": "gzip" }, "x", 400],
    ["a coding that nobody knows", { ...PROTOBUF, "content-encoding": "br" }, "x", 415],
    ["another type", { "content-type": "text/plain" }, "x", 415],
    ["too many bytes", PROTOBUF, new Uint8Array(32_769), 413],
  ])("of %s is refused", async (_, headers, body, status) => {
    const it = await world();
    expect((await it.send({ headers: headers as Record<string, string>, body })).status).toBe(status);
    expect(it.read()).toEqual([]);
  });

  test("that is small and swells is refused before it has swollen", async () => {
    const it = await world();
    const bomb = gzipOf(new Uint8Array(20_000_000));
    expect(bomb.length).toBeLessThan(32_768);
    const reply = await it.send({ headers: { ...PROTOBUF, "content-encoding": "gzip" }, body: bomb });
    expect(await problemOf(reply)).toEqual({
      status: 413,
      detail: "the body is larger than 32768 bytes once it is decompressed",
    });
  });

  test("has to be a POST to the path itself", async () => {
    const it = await world();
    const reply = await it.send({ method: "GET" });
    expect([reply.status, reply.headers.get("allow")]).toEqual([405, "POST"]);
    expect((await it.send({ path: "/report/x", headers: PROTOBUF })).status).toBe(404);
  });

  test("is taken 300 times a minute from one network, and from another all the same", async () => {
    const it = await world();
    for (let count = 0; count < 300; count++) expect((await it.report(sample({}))).status).toBe(204);
    const refused = await it.report(sample({}));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(it.read()).toHaveLength(300);
    expect((await (await world({ ip: "203.0.113.9" })).report(sample({}))).status).toBe(204);
  });

  test("is of nobody: a token beside it is in no line", async () => {
    const it = await world();
    await it.report(sample({}), { authorization: "Bearer secret-token", "user-agent": "phone" });
    expect(it.lines.join("\n")).not.toMatch(/secret-token|phone|198\.51\.100\.7/);
    expect(it.read()).toHaveLength(1);
  });

  test("may come from a page that may call, in gzip", async () => {
    const it = await world({ origins: "https://app.example" });
    const preflight = await it.send({
      method: "OPTIONS",
      headers: {
        origin: "https://app.example",
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-encoding,content-type",
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-headers")).toBe("content-encoding,content-type");
    const reply = await it.send({ headers: { ...PROTOBUF, origin: "https://app.example" }, body: Report.encode({}) });
    expect(reply.headers.get("access-control-allow-origin")).toBe("https://app.example");
  });

  test("is not there where it is not mounted", async () => {
    const { settings } = parseSettings({}, ROUTES);
    expect(settings?.mounts.has("report")).toBe(false);
    const clash = JSON.stringify({
      upstreams: { main: { urls: ["http://upstream.test"] } },
      routes: [{ name: "own", match: { path: "/report" }, upstream: "main" }],
    });
    expect(parseSettings({ PROTOCOLS: '{"report":true}' }, clash).flaws).toEqual([
      expect.stringContaining("PROTOCOLS.report answers at /report"),
    ]);
    expect(parseSettings({ PROTOCOLS: '{"report":{"prefix":"/q"}}' }, clash).flaws).toBeUndefined();
  });
});

test("the JSON of a report is text that any reader of the log can take apart", async () => {
  const it = await world();
  await it.report(sample({ path: "/a/{}/%00/'&;=" }));
  const raw = it.lines.filter((line) => line.includes('"report"'));
  expect(raw).toHaveLength(1);
  expect(TEXT.encode(raw[0] ?? "").every((byte) => byte >= 0x20 && byte < 0x7f)).toBe(true);
});
