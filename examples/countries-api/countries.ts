/**
 * What the API knows: the countries of the npm package `world-countries`, and the five questions that can be asked about them.
 * Everything is read once and never changes while the process runs.
 * @module
 */
import { readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

interface Name {
  readonly common: string;
  readonly official: string;
}

/** A record of the data set, replied as it is. Only the keys that the questions need are named here. */
export interface Country {
  readonly cca2: string;
  readonly cca3: string;
  readonly name: Name & { readonly native: Readonly<Record<string, Name>> };
  readonly translations: Readonly<Record<string, Name>>;
  readonly altSpellings: readonly string[];
  readonly flag: string;
  readonly capital: readonly string[];
  readonly region: string;
  readonly subregion: string;
  readonly borders: readonly string[];
}

export interface CountrySummary extends Pick<Country, "cca2" | "cca3" | "flag" | "capital" | "region" | "subregion"> {
  readonly name: Name;
}

export interface CountryPage {
  readonly items: readonly Country[];
  readonly total: number;
  readonly page: number;
  readonly per_page: number;
  /** Path and query of the next page; absent on the last. */
  readonly next?: string;
}

export interface PageQuery {
  readonly page: number;
  readonly perPage: number;
  /** One of {@link REGIONS}. */
  readonly region: string | undefined;
}

const DATA_FILE = fileURLToPath(import.meta.resolve("world-countries/countries.json"));
const COUNTRIES = JSON.parse(readFileSync(DATA_FILE, "utf8")) as readonly Country[];
const BY_CODE = new Map(COUNTRIES.flatMap((country) => [country.cca2, country.cca3].map((code) => [code, country])));

/** When the data was put in place: the `Last-Modified` of every reply, in whole seconds as HTTP dates are. */
export const DATA_MODIFIED_MS = Math.floor(statSync(DATA_FILE).mtimeMs / 1000) * 1000;

export const REGIONS: readonly string[] = [...new Set(COUNTRIES.map((country) => country.region))].sort();

export function countryPage({ page, perPage, region }: PageQuery): CountryPage {
  const matching = region === undefined ? COUNTRIES : COUNTRIES.filter((country) => country.region === region);
  const end = page * perPage;
  const query = new URLSearchParams({ page: String(page + 1), per_page: String(perPage) });
  if (region !== undefined) query.set("region", region);
  return {
    items: matching.slice(end - perPage, end),
    total: matching.length,
    page,
    per_page: perPage,
    ...(end < matching.length ? { next: `/countries?${query}` } : {}),
  };
}

/** @param code cca3 or cca2, in any case */
export function countryByCode(code: string): Country | undefined {
  return BY_CODE.get(code.toUpperCase());
}

export function borders(country: Country) {
  const items = country.borders.flatMap((code) => BY_CODE.get(code) ?? []).map(summary);
  return { cca3: country.cca3, total: items.length, items };
}

export function regions() {
  const items = REGIONS.map((region) => {
    const inRegion = COUNTRIES.filter((country) => country.region === region);
    const names = [...new Set(inRegion.map((country) => country.subregion))].sort();
    const subregions = names.map((subregion) => ({
      subregion,
      countries: inRegion.filter((country) => country.subregion === subregion).length,
    }));
    return { region, countries: inRegion.length, subregions };
  });
  return { total: items.length, items };
}

export function summary({ cca2, cca3, name, flag, capital, region, subregion }: Country): CountrySummary {
  return { cca2, cca3, name: { common: name.common, official: name.official }, flag, capital, region, subregion };
}

export { COUNTRIES };
