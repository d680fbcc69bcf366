/**
 * The replies of the example API, each as JSON and as the protobuf of its contract: every reply that it can give for a country,
 * every page, and searches.
 * @module
 */
import { COUNTRIES, REGIONS } from "../../examples/countries-api/countries.ts";
import { answer } from "../../examples/countries-api/routes.ts";
import { MESSAGES } from "../../proto/gen/registry.ts";
import type { Sample } from "../../scripts/dictionary/samples.ts";

/** The API's own default. */
const PER_PAGE = 20;
const TEXT = new TextEncoder();

export function apiReplies(): Sample[] {
  const pages = Math.ceil(COUNTRIES.length / PER_PAGE);
  const names = COUNTRIES.map(({ name }) => name.common);
  return [
    reply("regions", "Regions", "/regions"),
    ...COUNTRIES.map(({ cca3 }) => reply("country", "Country", `/countries/${cca3}`)),
    ...COUNTRIES.map(({ cca3 }) => reply("borders", "Borders", `/countries/${cca3}/borders`)),
    ...Array.from({ length: pages }, (_, at) => reply("page", "CountryPage", `/countries?page=${at + 1}`)),
    ...REGIONS.map((region) => reply("page", "CountryPage", `/countries?region=${region}`)),
    ...names.map((name) => reply("search", "SearchResult", `/search?q=${encodeURIComponent(name)}`)),
    ...names.map((name) => reply("search", "SearchResult", `/search?q=${encodeURIComponent(name.slice(0, 3))}`)),
  ];
}

function reply(kind: string, message: string, target: string): Sample {
  const { pathname, searchParams } = new URL(target, "http://countries.invalid");
  const json = JSON.stringify(answer(decodeURI(pathname), searchParams));
  const type = MESSAGES.get(`example.countries.v1.${message}`);
  if (type === undefined) throw new Error(`no contract has ${message}`);
  return { kind, json: TEXT.encode(json), protobuf: type.encode(type.fromJson(JSON.parse(json)) as never) };
}
