/**
 * Search of a country by its name in any of the languages that the data has, blind to case and accents.
 * @module
 */
import { COUNTRIES, type Country, type CountrySummary, summary } from "./countries.ts";

interface SearchHit {
  readonly country: CountrySummary;
  /** The name that matched; `language` (ISO 639-3) is absent for an alternative spelling. */
  readonly match: { readonly language?: string; readonly name: string };
}

export interface SearchResult {
  readonly q: string;
  /** All that match; `items` holds the best of them. */
  readonly total: number;
  readonly items: readonly SearchHit[];
}

interface IndexedName {
  readonly folded: string;
  readonly match: SearchHit["match"];
}

/** How well a name answers a query, the best first. */
const RANKS = [
  (name: string, query: string) => name === query,
  (name: string, query: string) => name.startsWith(query),
  (name: string, query: string) => name.includes(` ${query}`),
  (name: string, query: string) => name.includes(query),
];

const INDEX = COUNTRIES.map((country) => ({ country, names: indexedNames(country) }));

export function search(q: string, limit: number): SearchResult {
  const query = fold(q);
  const hits = INDEX.flatMap(({ country, names }) => {
    const best = bestMatch(names, query);
    return best === undefined ? [] : [{ country, ...best }];
  });
  hits.sort((a, b) => a.rank - b.rank || a.country.name.common.localeCompare(b.country.name.common, "en"));
  const items = hits.slice(0, limit).map(({ country, match }) => ({ country: summary(country), match }));
  return { q, total: hits.length, items };
}

function bestMatch(names: readonly IndexedName[], query: string) {
  for (const [rank, matches] of RANKS.entries()) {
    const name = names.find(({ folded }) => matches(folded, query));
    if (name !== undefined) return { rank, match: name.match };
  }
  return undefined;
}

/** English first, because the first of equally good names is the one that is reported. */
function indexedNames({ name, translations, altSpellings }: Country): IndexedName[] {
  const byLanguage = [["eng", name] as const, ...Object.entries(name.native), ...Object.entries(translations)];
  const named = byLanguage.flatMap(([language, { common, official }]) => [
    { language, name: common },
    { language, name: official },
  ]);
  return [...named, ...altSpellings.map((spelling) => ({ name: spelling }))].map((match) => ({
    folded: fold(match.name),
    match,
  }));
}

/** Lower case without combining marks: "Réunion" and "reunion" are one. */
function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
