// Generated from proto/*.proto by `npm run gen`. Do not edit.

import { message } from "../message/message.ts";
import type { MessageType } from "../message/message.ts";
import { example as exampleCode } from "./countries.js";

/** GET /countries/{code}/borders */

export interface Borders {
  readonly cca3: string;
  readonly total?: number;
  readonly items: readonly CountrySummary[];
}
export const Borders: MessageType<Borders> = message<Borders>("example.countries.v1.Borders", exampleCode.countries.v1.Borders, [
  { name: "cca3", type: "string" },
  { name: "total", type: "uint32", rule: "optional" },
  { name: "items", type: "message", of: () => CountrySummary, rule: "repeated" },
]);

/** GET /countries/{code} */

export interface Country {
  readonly name: CountryName | null;
  /** ISO 3166-1 alpha-2. */
  readonly cca2: string;
  /** ISO 3166-1 alpha-3; the country's key in this API. */
  readonly cca3: string;
  /** The flag as an emoji; empty where Unicode has none. */
  readonly flag?: string;
  readonly region: string;
  /** Empty for Antarctic lands. */
  readonly subregion?: string;
  readonly capital: readonly string[];
  /** Latitude and longitude in degrees. */
  readonly latlng: readonly number[];
  /** Land area in km²; -1 where unknown. */
  readonly area: number;
  /** By ISO 4217 code. */
  readonly currencies: Readonly<Record<string, Currency>>;
  /** English names of the official languages by ISO 639-3 code. */
  readonly languages: Readonly<Record<string, string>>;
  /** By ISO 639-3 code. */
  readonly translations: Readonly<Record<string, Name>>;
  /** cca3 codes of the neighbours by land. */
  readonly borders: readonly string[];
  readonly landlocked?: boolean;
  /** Unset where it is disputed. */
  readonly independent?: boolean;
  readonly unMember?: boolean;
  readonly unRegionalGroup?: string;
  /** ISO 3166-1 numeric, three digits. */
  readonly ccn3?: string;
  /** The code of the International Olympic Committee. */
  readonly cioc?: string;
  /** Of the ISO 3166-1 assignment: "officially-assigned" or "user-assigned". */
  readonly status: string;
  /** Top-level domains with their dots. */
  readonly tld: readonly string[];
  readonly idd: DialingCode | null;
  readonly altSpellings: readonly string[];
  /** What its people are called, by ISO 639-3 code. */
  readonly demonyms: Readonly<Record<string, Demonym>>;
}
export const Country: MessageType<Country> = message<Country>("example.countries.v1.Country", exampleCode.countries.v1.Country, [
  { name: "name", type: "message", of: () => CountryName, rule: "optional" },
  { name: "cca2", type: "string" },
  { name: "cca3", type: "string" },
  { name: "flag", type: "string", rule: "optional" },
  { name: "region", type: "string" },
  { name: "subregion", type: "string", rule: "optional" },
  { name: "capital", type: "string", rule: "repeated" },
  { name: "latlng", type: "double", rule: "repeated" },
  { name: "area", type: "double" },
  { name: "currencies", type: "message", of: () => Currency, rule: "map", key: "string" },
  { name: "languages", type: "string", rule: "map", key: "string" },
  { name: "translations", type: "message", of: () => Name, rule: "map", key: "string" },
  { name: "borders", type: "string", rule: "repeated" },
  { name: "landlocked", type: "bool", rule: "optional" },
  { name: "independent", type: "bool", rule: "optional" },
  { name: "unMember", proto: "un_member", type: "bool", rule: "optional" },
  { name: "unRegionalGroup", proto: "un_regional_group", type: "string", rule: "optional" },
  { name: "ccn3", type: "string", rule: "optional" },
  { name: "cioc", type: "string", rule: "optional" },
  { name: "status", type: "string" },
  { name: "tld", type: "string", rule: "repeated" },
  { name: "idd", type: "message", of: () => DialingCode, rule: "optional" },
  { name: "altSpellings", proto: "alt_spellings", type: "string", rule: "repeated" },
  { name: "demonyms", type: "message", of: () => Demonym, rule: "map", key: "string" },
]);


export interface CountryName {
  /** In English. */
  readonly common: string;
  readonly official: string;
  /** In the official languages, by ISO 639-3 code. */
  readonly native: Readonly<Record<string, Name>>;
}
export const CountryName: MessageType<CountryName> = message<CountryName>("example.countries.v1.CountryName", exampleCode.countries.v1.CountryName, [
  { name: "common", type: "string" },
  { name: "official", type: "string" },
  { name: "native", type: "message", of: () => Name, rule: "map", key: "string" },
]);

/** GET /countries */

export interface CountryPage {
  readonly items: readonly Country[];
  /** Countries that match, on all pages together. */
  readonly total?: number;
  /** Counted from 1. */
  readonly page: number;
  readonly perPage: number;
  /** The path and query of the next page. Absent on the last. */
  readonly next?: string;
}
export const CountryPage: MessageType<CountryPage> = message<CountryPage>("example.countries.v1.CountryPage", exampleCode.countries.v1.CountryPage, [
  { name: "items", type: "message", of: () => Country, rule: "repeated" },
  { name: "total", type: "uint32", rule: "optional" },
  { name: "page", type: "uint32" },
  { name: "perPage", json: "per_page", proto: "per_page", type: "uint32" },
  { name: "next", type: "string", rule: "optional" },
]);

/** A country in a list: enough for a row with flag and name. */

export interface CountrySummary {
  readonly cca2: string;
  readonly cca3: string;
  /** In English. */
  readonly name: Name | null;
  readonly flag?: string;
  readonly capital: readonly string[];
  readonly region: string;
  readonly subregion?: string;
}
export const CountrySummary: MessageType<CountrySummary> = message<CountrySummary>("example.countries.v1.CountrySummary", exampleCode.countries.v1.CountrySummary, [
  { name: "cca2", type: "string" },
  { name: "cca3", type: "string" },
  { name: "name", type: "message", of: () => Name, rule: "optional" },
  { name: "flag", type: "string", rule: "optional" },
  { name: "capital", type: "string", rule: "repeated" },
  { name: "region", type: "string" },
  { name: "subregion", type: "string", rule: "optional" },
]);


export interface Currency {
  readonly name: string;
  readonly symbol: string;
}
export const Currency: MessageType<Currency> = message<Currency>("example.countries.v1.Currency", exampleCode.countries.v1.Currency, [
  { name: "name", type: "string" },
  { name: "symbol", type: "string" },
]);

/** Female and male form; empty where the language or the data has none. */

export interface Demonym {
  readonly f?: string;
  readonly m?: string;
}
export const Demonym: MessageType<Demonym> = message<Demonym>("example.countries.v1.Demonym", exampleCode.countries.v1.Demonym, [
  { name: "f", type: "string", rule: "optional" },
  { name: "m", type: "string", rule: "optional" },
]);

/** International direct dialling: a number begins with the root and one of the suffixes. */

export interface DialingCode {
  readonly root?: string;
  readonly suffixes: readonly string[];
}
export const DialingCode: MessageType<DialingCode> = message<DialingCode>("example.countries.v1.DialingCode", exampleCode.countries.v1.DialingCode, [
  { name: "root", type: "string", rule: "optional" },
  { name: "suffixes", type: "string", rule: "repeated" },
]);


export interface Name {
  readonly common: string;
  readonly official: string;
}
export const Name: MessageType<Name> = message<Name>("example.countries.v1.Name", exampleCode.countries.v1.Name, [
  { name: "common", type: "string" },
  { name: "official", type: "string" },
]);


export interface Region {
  readonly region: string;
  readonly countries: number;
  readonly subregions: readonly Subregion[];
}
export const Region: MessageType<Region> = message<Region>("example.countries.v1.Region", exampleCode.countries.v1.Region, [
  { name: "region", type: "string" },
  { name: "countries", type: "uint32" },
  { name: "subregions", type: "message", of: () => Subregion, rule: "repeated" },
]);

/** GET /regions */

export interface Regions {
  readonly total?: number;
  readonly items: readonly Region[];
}
export const Regions: MessageType<Regions> = message<Regions>("example.countries.v1.Regions", exampleCode.countries.v1.Regions, [
  { name: "total", type: "uint32", rule: "optional" },
  { name: "items", type: "message", of: () => Region, rule: "repeated" },
]);


export interface SearchHit {
  readonly country: CountrySummary | null;
  readonly match: SearchMatch | null;
}
export const SearchHit: MessageType<SearchHit> = message<SearchHit>("example.countries.v1.SearchHit", exampleCode.countries.v1.SearchHit, [
  { name: "country", type: "message", of: () => CountrySummary, rule: "optional" },
  { name: "match", type: "message", of: () => SearchMatch, rule: "optional" },
]);

/** The name that matched the query. */

export interface SearchMatch {
  /** ISO 639-3 code. Absent where an alternative spelling matched, whose language the data does not tell. */
  readonly language?: string;
  readonly name: string;
}
export const SearchMatch: MessageType<SearchMatch> = message<SearchMatch>("example.countries.v1.SearchMatch", exampleCode.countries.v1.SearchMatch, [
  { name: "language", type: "string", rule: "optional" },
  { name: "name", type: "string" },
]);

/** GET /search */

export interface SearchResult {
  /** The query as it was understood: trimmed. */
  readonly q: string;
  /** Countries that match, of which `items` holds the best. */
  readonly total?: number;
  readonly items: readonly SearchHit[];
}
export const SearchResult: MessageType<SearchResult> = message<SearchResult>("example.countries.v1.SearchResult", exampleCode.countries.v1.SearchResult, [
  { name: "q", type: "string" },
  { name: "total", type: "uint32", rule: "optional" },
  { name: "items", type: "message", of: () => SearchHit, rule: "repeated" },
]);


export interface Subregion {
  /** Empty for the lands of a region that belong to no subregion. */
  readonly subregion?: string;
  readonly countries: number;
}
export const Subregion: MessageType<Subregion> = message<Subregion>("example.countries.v1.Subregion", exampleCode.countries.v1.Subregion, [
  { name: "subregion", type: "string", rule: "optional" },
  { name: "countries", type: "uint32" },
]);
