/**
 * What the default dictionary is trained on, and what it is measured on. Only public data and made-up values: a dictionary is
 * given to everyone.
 *
 * The countries are split by every other one, so that no sample that is measured has taught the dictionary: its lists, borders
 * and searches name countries of its own half only.
 * @module
 */
import { createHash } from "node:crypto";
import { borders, COUNTRIES, type Country } from "../../examples/countries-api/countries.ts";
import { answer } from "../../examples/countries-api/routes.ts";
import { search } from "../../examples/countries-api/search.ts";
import type { BatchItem, BatchReply, HeaderField } from "../../proto/batch/batch.ts";
import { batchWriter, problemReply, renderBatch } from "../../proto/batch/batch.ts";
import { Fault } from "../../proto/fault.ts";
import { MESSAGES } from "../../proto/gen/registry.ts";

/** A reply: the JSON of the API, and the protobuf of its contract. */
export interface Sample {
  readonly kind: string;
  readonly json: Uint8Array<ArrayBuffer>;
  readonly protobuf: Uint8Array<ArrayBuffer>;
}

export interface SampleSet {
  readonly trained: readonly Sample[];
  readonly heldOut: readonly Sample[];
  /** Envelopes and small messages, for training only. */
  readonly envelopes: readonly Uint8Array[];
}

const PAGE_LENGTH = 20;
const QUERIES = [
  "ger",
  "isl",
  "united",
  "al",
  "nor",
  "new",
  "chi",
  "fran",
  "gui",
  "land",
  "日",
  "rep",
  "saint",
  "stan",
];
const TEXT = new TextEncoder();

export function samples(): SampleSet {
  const halves = [0, 1].map((rest) => COUNTRIES.filter((_, index) => index % 2 === rest));
  const [trained = [], heldOut = []] = halves.map(repliesAbout);
  // There is only one reply of this kind. It says nothing of a single country.
  const all = sample("regions", "Regions", answer("/regions", new URLSearchParams()));
  return { trained: [...trained, all], heldOut, envelopes: [...requests(halves[0] ?? []), ...replies(trained)] };
}

function repliesAbout(countries: readonly Country[]): Sample[] {
  const codes = new Set(countries.map(({ cca3 }) => cca3));
  const one = countries.map((country) => sample("country", "Country", country));
  const neighbours = countries.map((country) => {
    const { cca3, items } = borders(country);
    const own = items.filter((item) => codes.has(item.cca3));
    return sample("borders", "Borders", { cca3, total: own.length, items: own });
  });
  const pages = [1, 2, 3, 4, 5, 6].map((page) => {
    const items = countries.slice((page - 1) * PAGE_LENGTH, page * PAGE_LENGTH);
    const next = `/countries?page=${page + 1}&per_page=${PAGE_LENGTH}`;
    return sample("page", "CountryPage", { items, total: countries.length, page, per_page: PAGE_LENGTH, next });
  });
  const searches = QUERIES.map((q) => {
    const items = search(q, 50).items.filter(({ country }) => codes.has(country.cca3));
    return sample("search", "SearchResult", { q, total: items.length, items: items.slice(0, 10) });
  });
  return [...one, ...neighbours, ...pages, ...searches];
}

function sample(kind: string, message: string, reply: object): Sample {
  const json = JSON.stringify(reply);
  return { kind, json: TEXT.encode(json), protobuf: encode(`example.countries.v1.${message}`, JSON.parse(json)) };
}

function encode(name: string, json: unknown): Uint8Array<ArrayBuffer> {
  const type = MESSAGES.get(name);
  if (type === undefined) throw new Error(`no contract has ${name}`);
  return type.encode(type.fromJson(json) as never);
}

/** Batches as an app sends them when it starts, each a little different. */
function requests(countries: readonly Country[]): Uint8Array[] {
  return countries.map(({ cca3, name }, index) => {
    const items: BatchItem[] = [
      item("0", "POST", "/fairway.passport.v1.PassportService/SignInGuest", RPC_HEADERS),
      item("1", "GET", "/fairway.passport.v1.PassportService/GetProfile?connect=v1&encoding=proto&message=", [
        ["authorization", "Bearer {0.body.accessToken}"],
        ["connect-protocol-version", "1"],
      ]),
      item("2", "GET", "/api/regions", [["accept", "application/x-protobuf"]]),
      item("3", "GET", `/api/countries/${cca3}`, [["accept", "application/x-protobuf, application/json;q=0.5"]]),
      item("4", "GET", `/api/countries/${cca3}/borders`, [["accept", "application/x-protobuf"]]),
      item("5", "GET", `/api/countries?page=${index + 1}&per_page=20`, []),
      item("6", "GET", `/api/search?q=${encodeURIComponent(name.common.slice(0, 4))}&limit=10`, []),
      item("7", "GET", "/api/countries/{4.body.items.0.cca3}", [["accept", "application/json"]], ["4"]),
    ];
    const format = index % 4 === 0 ? "json" : "protobuf";
    return renderBatch(index % 2 === 0 ? items : sdkItems(cca3, name.common), format);
  });
}

/** As the SDK writes them: what the envelope implies is left out, and so are headers of replies that nobody reads. */
function sdkItems(cca3: string, name: string): BatchItem[] {
  const signIn = item("0", "POST", "/fairway.passport.v1.PassportService/SignInGuest", SDK_RPC_HEADERS);
  const profile = "/fairway.passport.v1.PassportService/GetProfile?connect=v1&encoding=proto&message=";
  const search = `/api/search?q=${encodeURIComponent(name.slice(0, 4))}&limit=3`;
  const items = [
    signIn,
    item("1", "GET", profile, [["authorization", "Bearer {0.body.accessToken}"]], ["0"]),
    item("2", "GET", "/api/regions", []),
    item("3", "GET", `/api/countries/${cca3}/borders`, []),
    item("4", "GET", "/api/countries/{3.body.items.0.cca3}/borders", [], ["3"]),
    item("5", "GET", "/api/countries/{3.body.items.1.cca3}", [], ["3"]),
    item("6", "GET", search, []),
    item("7", "GET", "/api/countries/{6.body.items.0.country.cca3}/borders", [], ["6"]),
    item("8", "GET", "/api/search?q={4.body.items.0.name.common}&limit=3", [], ["4"]),
    item("9", "GET", "/api/search?q={6.body.items.0.country.name.common}&limit=3", [], ["6"]),
  ];
  return items.map((one) => ({ ...one, bare: true }));
}

const SDK_RPC_HEADERS: readonly HeaderField[] = [["content-type", "application/proto"]];

const RPC_HEADERS: readonly HeaderField[] = [
  ["content-type", "application/proto"],
  ["connect-protocol-version", "1"],
  ["accept-language", "en-US"],
];

function item(id: string, method: string, url: string, headers: readonly HeaderField[], dependsOn: string[] = []) {
  return { id, method, url, headers, dependsOn, timeoutMs: 10_000, priority: 0 };
}

/** Batches of replies, with the headers that servers send and with problems, each a little different. */
function replies(trained: readonly Sample[]): Uint8Array[] {
  return trained.map(({ protobuf }, index) => {
    const id = (index % 20).toString(36);
    const frame: BatchReply[] = [
      { id, status: 200, headers: replyHeaders(index), body: protobuf.slice(0, 32) },
      { id: "1", status: 200, headers: [["content-type", "application/proto"]], body: profile(index) },
      problemReply("2", FAULTS[index % FAULTS.length] as Fault),
      problemReply("3", FAULTS[(index + 1) % FAULTS.length] as Fault),
    ];
    return batchWriter(index % 6 === 0 ? "json" : "frames").write(frame);
  });
}

/** As the edge leaves them in an item's reply. The rest of a tag is random, and no two samples share it. */
function replyHeaders(index: number): HeaderField[] {
  const tag = createHash("sha256").update(String(index)).digest("base64url").slice(0, 22);
  return [
    [
      "cache-control",
      ["public, max-age=300, stale-while-revalidate=3600", "no-store", "private, max-age=60"][index % 3] as string,
    ],
    ["content-type", "application/x-protobuf"],
    ["etag", `W/"${tag};fw=pb-${tag.slice(0, 6).toLowerCase()}"`],
    ["last-modified", new Date(Date.UTC(2026, 10, 1 + (index % 28), index % 24)).toUTCString()],
  ];
}

function profile(index: number): Uint8Array<ArrayBuffer> {
  return encode("fairway.passport.v1.Profile", {
    uid: String(2_000_000_000_000_000_000n + BigInt(index) * 7919n),
    nickname: "",
    avatarUrl: "https://",
    locale: ["en-US", "de-DE", "zh-CN", "pt-BR"][index % 4],
    revision: 1 + (index % 3),
    createdAt: new Date(Date.UTC(2026, 10, 1 + (index % 28))).toISOString(),
  });
}

const FAULTS: readonly Fault[] = [
  new Fault("deadline_exceeded", "no answer within 10000 ms"),
  new Fault("failed_precondition", "not run, because '0' failed with 401", { status: 424 }),
  new Fault("unavailable", "the upstream cannot be reached", { retryAfterSeconds: 1 }),
  new Fault("not_found", "no route has this path"),
  new Fault("unauthenticated", "the token has expired", { headers: { "www-authenticate": "Bearer" } }),
  new Fault("resource_exhausted", "too many requests", { retryAfterSeconds: 1 }),
  new Fault("internal", "internal error"),
  new Fault("invalid_argument", "the body is not JSON in UTF-8"),
];
