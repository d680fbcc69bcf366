/**
 * What goes through the edge in the memory bench: each thing that it can do, good and bad, in about the shares of an app's life.
 * @module
 */
import zlib from "node:zlib";
import { type BatchItem, renderBatch } from "../../proto/batch/batch.ts";
import { renderAvailableDictionary, zlibCompressor } from "../../proto/codec/codec.ts";
import { DEFAULT_DICTIONARY } from "../../proto/dictionary/dictionary.ts";
import { GetProfileRequest, SignInGuestRequest, UpdateProfileRequest } from "../../proto/gen/passport.contract.ts";
import type { Http1Request } from "../load/http1.ts";

export const PASSPORT = "/fairway.passport.v1.PassportService";

/** Statuses that some of the requests ask for. Any other above 299 is a failure of the run. */
export const EXPECTED_STATUSES: ReadonlySet<string> = new Set(["400", "401", "404", "405", "413", "415", "501"]);

const AVAILABLE_DICTIONARY = renderAvailableDictionary(DEFAULT_DICTIONARY);
const OURS = { "accept-encoding": "x-dcd, gzip", "available-dictionary": AVAILABLE_DICTIONARY };
const PROTOBUF = "application/x-protobuf";
const CODES = ["AUT", "DEU", "FRA", "ITA", "JPN", "KEN", "BRA", "NZL", "CAN", "IND"];
const SEARCHES = ["is", "gui", "an", "land", "rep"];

export interface Callers {
  /** Access tokens that are good for the time of the requests. */
  readonly tokens: readonly string[];
  /** Ids of devices that sign in once more. */
  readonly devices: readonly string[];
}

/** A list whose requests are sent in turn, over and over. */
export function requests(callers: Callers): Http1Request[] {
  const shares = [
    spread(plainReads(), 18),
    spread(codedReads(), 18),
    spread(merged(callers), 8),
    spread(profiles(callers), 14),
    spread(signIns(callers), 4),
    spread(mistakes(), 12),
  ];
  return interleaved(shares);
}

function plainReads(): Http1Request[] {
  return [
    ...CODES.flatMap((code) => [{ path: `/api/countries/${code}` }, { path: `/api/countries/${code}/borders` }]),
    { path: "/api/countries?per_page=20" },
    { path: "/api/regions", method: "HEAD" },
    { path: "/readyz" },
  ];
}

function codedReads(): Http1Request[] {
  const variants = [
    { "accept-encoding": "gzip" },
    { ...OURS, accept: "application/json" },
    { ...OURS, accept: `${PROTOBUF}, application/json;q=0.5` },
    { accept: PROTOBUF },
  ];
  return variants.flatMap((headers) => [
    ...CODES.map((code) => ({ path: `/api/countries/${code}`, headers })),
    ...SEARCHES.map((text) => ({ path: `/api/search?q=${text}`, headers })),
    { path: "/api/countries?per_page=50", headers },
  ]);
}

/** Envelopes as the SDK sends them, and as curl does. */
function merged({ tokens }: Callers): Http1Request[] {
  const { deflateRaw } = zlibCompressor(zlib);
  return tokens.flatMap((token, at): Http1Request[] => {
    const items = itemsOf(at);
    const authorization = `Bearer ${token}`;
    const envelope = renderBatch(items, "protobuf");
    const frames = { authorization, accept: `${PROTOBUF};delimited=true`, "content-type": PROTOBUF, ...OURS };
    return [
      { method: "POST", path: "/$batch", headers: frames, body: envelope },
      {
        method: "POST",
        path: "/$batch",
        headers: { ...frames, "content-encoding": "x-dcd" },
        body: deflateRaw(envelope, DEFAULT_DICTIONARY.bytes),
      },
      {
        method: "POST",
        path: "/$batch",
        headers: { authorization, "content-type": "application/json", accept: "application/jsonl" },
        body: renderBatch(items, "json"),
      },
      {
        method: "POST",
        path: "/$batch",
        headers: { authorization, "content-type": "application/json", "accept-encoding": "gzip" },
        body: renderBatch(items, "json"),
      },
    ];
  });
}

/** That the items of a batch are answered as meant: the load generator sees the status of the whole alone. */
export async function checkMerged(url: string, { tokens: [token = ""] }: Callers): Promise<void> {
  const response = await fetch(`${url}/$batch`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: renderBatch(itemsOf(0), "json"),
  });
  const { responses } = (await response.json()) as { responses: { id: string; status: number }[] };
  const wrong = responses.filter(({ id, status }) => status !== (MERGED_FAILURES[id] ?? 200));
  if (wrong.length > 0) throw new Error(`items of a batch fail: ${JSON.stringify(wrong)}`);
}

const MERGED_FAILURES: Readonly<Record<string, number>> = { nowhere: 404, never: 424 };

/** Eight: two for the origin in one wave, two that are the same, one that depends on another, one that fails and one that then is not run. */
function itemsOf(at: number): BatchItem[] {
  const code = CODES[at % CODES.length] ?? "AUT";
  const get = (id: string, url: string, dependsOn: readonly string[] = []): BatchItem => ({
    id,
    method: "GET",
    url,
    headers: [],
    dependsOn,
    priority: 0,
  });
  const profile = (id: string): BatchItem => ({
    ...get(id, `${PASSPORT}/GetProfile`),
    method: "POST",
    headers: [["content-type", "application/json"]],
    body: new TextEncoder().encode("{}"),
  });
  return [
    profile("me"),
    profile("me-again"),
    get("home", `/api/countries/${code}`),
    get("home-again", `/api/countries/${code}`),
    get("around", `/api/countries/${code}/borders`),
    get("next", "/api/countries/{home.body.cca3}/borders", ["home"]),
    get("nowhere", "/api/countries/XXX"),
    get("never", "/api/countries/{nowhere.body.cca3}", ["nowhere"]),
  ];
}

function profiles({ tokens }: Callers): Http1Request[] {
  const path = `${PASSPORT}/GetProfile`;
  const message = Buffer.from(GetProfileRequest.encode({})).toString("base64url");
  return tokens.flatMap((token, at): Http1Request[] => {
    const authorization = `Bearer ${token}`;
    const proto = { authorization, "content-type": "application/proto", "connect-protocol-version": "1" };
    return [
      { method: "POST", path, headers: proto, body: GetProfileRequest.encode({}) },
      { method: "POST", path, headers: { authorization, "content-type": "application/json" }, body: "{}" },
      { path: `${path}?connect=v1&encoding=proto&base64=1&message=${message}`, headers: { authorization } },
      {
        method: "POST",
        path: `${PASSPORT}/UpdateProfile`,
        headers: proto,
        body: UpdateProfileRequest.encode({ nickname: `Guest ${at}`, revision: 0 }),
      },
    ];
  });
}

function signIns({ devices }: Callers): Http1Request[] {
  return devices.map((deviceId, at) => ({
    method: "POST",
    path: `${PASSPORT}/SignInGuest`,
    headers: { "content-type": at % 2 === 0 ? "application/proto" : "application/json" },
    body: at % 2 === 0 ? SignInGuestRequest.encode({ deviceId }) : JSON.stringify({ deviceId }),
  }));
}

function mistakes(): Http1Request[] {
  const json = { "content-type": "application/json" };
  const batch = (headers: Record<string, string>, body: string | Uint8Array) => ({
    method: "POST",
    path: "/$batch",
    headers,
    body,
  });
  const cycle = [
    { id: "a", url: "/api/regions", dependsOn: ["b"] },
    { id: "b", url: "/api/regions", dependsOn: ["a"] },
  ];
  return [
    { path: "/nowhere" },
    { path: "/api/countries/XXX", headers: OURS },
    { path: "/api/countries?page=0", headers: { accept: PROTOBUF } },
    { method: "DELETE", path: "/api/countries/AUT" },
    { method: "POST", path: "/fairway.passport.v1.PassportService/Nothing", headers: json, body: "{}" },
    { method: "POST", path: "/fairway.nothing.v1.Nothing/Nothing", headers: json, body: "{}" },
    { method: "POST", path: `${PASSPORT}/GetProfile`, headers: json, body: "{}" },
    { method: "POST", path: `${PASSPORT}/GetProfile`, headers: { ...json, authorization: "Bearer a.b.c" }, body: "{}" },
    { method: "POST", path: `${PASSPORT}/SignInGuest`, headers: json, body: '{"deviceId":' },
    { method: "POST", path: `${PASSPORT}/SignInGuest`, headers: { "content-type": "text/plain" }, body: "hello" },
    {
      method: "POST",
      path: `${PASSPORT}/SignInGuest`,
      headers: { "content-type": "application/proto" },
      body: "\xff\xff",
    },
    batch(json, '{"requests":['),
    batch(json, JSON.stringify({ requests: cycle })),
    batch({ "content-type": PROTOBUF }, new Uint8Array(200).fill(255)),
    batch({ ...json, "content-encoding": "gzip" }, "this is no gzip"),
    batch({ ...json, "content-encoding": "x-dcd", "available-dictionary": ":AAAA:" }, "x"),
    batch({ ...json, "content-encoding": "gzip" }, zlib.gzipSync(new Uint8Array(4_000_000))),
  ];
}

/** `count` of them, in turn. */
function spread(
  list: readonly Http1Request[],
  count: number,
): { readonly list: readonly Http1Request[]; readonly count: number } {
  return { list, count };
}

/** Every kind in its share, evenly mixed, until each request of the longest kind has had its turn. */
function interleaved(shares: readonly ReturnType<typeof spread>[]): Http1Request[] {
  const cycles = Math.max(...shares.map(({ list, count }) => Math.ceil(list.length / count)));
  const all: { readonly at: number; readonly request: Http1Request }[] = [];
  for (const { list, count } of shares) {
    for (let index = 0; index < cycles * count; index++) {
      const request = list[index % list.length];
      if (request !== undefined) all.push({ at: index / count, request });
    }
  }
  return all.sort((a, b) => a.at - b.at).map(({ request }) => request);
}
