/** Every reply of the example API fits its message in proto/countries.proto, and survives the way there and back. */
import { fileURLToPath } from "node:url";
import protobuf from "protobufjs";
import protojson from "protobufjs/ext/protojson.js";
import { describe, expect, test } from "vitest";
import { COUNTRIES } from "../../../examples/countries-api/countries.ts";
import { answer } from "../../../examples/countries-api/routes.ts";

const root = protobuf.loadSync(fileURLToPath(new URL("../../../proto/countries.proto", import.meta.url)));

/** JSON → message → bytes → message → JSON, strictly: an unknown key or a value of another type throws. */
function roundTrip(message: string, reply: unknown): unknown {
  const type = root.lookupType(`example.countries.v1.${message}`);
  const bytes = type.encode(protojson.fromJson(type, reply)).finish();
  return protojson.toJson(type, type.decode(bytes));
}

/** What ProtoJSON cannot tell from an absent key: null, an empty list, an empty map. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([, item]) => !isEmpty(item));
  return Object.fromEntries(kept.map(([key, item]) => [key, withoutEmpty(item)]));
}

function isEmpty(value: unknown): boolean {
  return value === null || (typeof value === "object" && Object.keys(value).length === 0);
}

function get(target: string): object {
  const url = new URL(target, "http://api");
  return JSON.parse(JSON.stringify(answer(url.pathname, url.searchParams))) as object;
}

function expectFaithful(message: string, target: string) {
  const reply = get(target);
  expect(roundTrip(message, reply), target).toEqual(withoutEmpty(reply));
}

describe("replies that fit their messages and come back unchanged", () => {
  const codes = COUNTRIES.map((country) => country.cca3);

  test("every country", () => {
    expect(codes).toHaveLength(250);
    for (const code of codes) expectFaithful("Country", `/countries/${code}`);
  });

  test("every country's borders", () => {
    for (const code of codes) expectFaithful("Borders", `/countries/${code}/borders`);
  });

  test("every page of every list, the last and the empty one too", () => {
    for (const region of ["", "&region=Africa", "&region=Antarctic", "&region=Europe"]) {
      for (let page = 1; page <= 14; page++) expectFaithful("CountryPage", `/countries?page=${page}${region}`);
    }
    for (let page = 1; page <= 4; page++) expectFaithful("CountryPage", `/countries?page=${page}&per_page=100`);
  });

  test("searches with many, one and no hits, by language and by spelling", () => {
    for (const q of ["a", "stan", "alemania", "Nippon", "日", "no such land"]) {
      expectFaithful("SearchResult", `/search?limit=50&q=${encodeURIComponent(q)}`);
    }
  });

  test("the regions", () => expectFaithful("Regions", "/regions"));
});

describe("the check itself", () => {
  test("sees a key that the contract lacks", () => {
    expect(() => roundTrip("Country", { ...get("/countries/DEU"), population: 1 })).toThrow(/population/);
  });

  test("sees a value of another type", () => {
    expect(() => roundTrip("Country", { ...get("/countries/DEU"), area: "wide" })).toThrow();
    expect(() => roundTrip("Country", { ...get("/countries/DEU"), borders: "FRA" })).toThrow();
  });

  test("keeps defaults that say something, and drops only what is empty", () => {
    expect(withoutEmpty({ a: "", b: 0, c: false, d: null, e: [], f: {}, g: [0], h: { i: null } })).toEqual({
      a: "",
      b: 0,
      c: false,
      g: [0],
      h: {},
    });
  });
});
