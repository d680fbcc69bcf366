/**
 * Which format a body has and which one a client wants (RFC 9110 §8.3.1 and §12.5.1).
 * @module
 */
import { parseChoices, parseParameters, splitOutsideQuotes } from "./quality.ts";

export interface MediaType {
  /** Lower case, without parameters: `application/json`. */
  readonly type: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** A format that can be given. */
export interface MediaOffer<Kind extends string> {
  readonly kind: Kind;
  /** Names of one and the same format; a client is answered with the name that it used. */
  readonly types: readonly string[];
  /**
   * Exactly the parameters that a client must name, `{}` by default: `x;delimited=true` is another format than `x`.
   * `"any"` where they do not change the format, as `charset` of JSON.
   */
  readonly parameters?: Readonly<Record<string, string>> | "any";
}

/** The offer that was chosen, and the value of `Content-Type` for it. */
export interface MediaChoice<Kind extends string> {
  readonly kind: Kind;
  readonly contentType: string;
}

export const PROTOBUF_TYPES = ["application/x-protobuf", "application/protobuf", "application/proto"] as const;
export const JSON_TYPE = "application/json";

/** The two formats of a single message: JSON for who asks for nothing, protobuf for who names it. */
export const MESSAGE_OFFERS: readonly MediaOffer<"json" | "protobuf">[] = [
  { kind: "json", types: [JSON_TYPE], parameters: "any" },
  { kind: "protobuf", types: PROTOBUF_TYPES },
];

/**
 * The offer that a client likes best. The most specific range that fits an offer gives its weight. Between equals, an offer
 * that is named beats one that only a wildcard lets in; of those that are named the last wins, and of the others the first.
 * So offers go from the plainest, for clients that ask for nothing, to the best, for those that know of it.
 * @param accept the header; null means that anything will do
 * @returns undefined where no offer is acceptable: 406, or the first offer all the same (RFC 9110 §12.5.1 leaves it open)
 */
export function preferredMedia<Kind extends string>(
  accept: string | null,
  offers: readonly MediaOffer<Kind>[],
): MediaChoice<Kind> | undefined {
  const first = offers[0];
  if (first === undefined) return undefined;
  if (accept === null || accept === "*/*" || accept.trim() === "") return choiceOf(first, first.types[0] ?? "");
  const ranges = parseChoices(accept);
  let best: { offer: MediaOffer<Kind>; type: string; quality: number; named: boolean } | undefined;
  for (const offer of offers) {
    for (const type of offer.types) {
      let found: { rank: number; quality: number } | undefined;
      for (const { value, parameters, quality } of ranges) {
        const rank = rankOf(value, parameters, type, offer.parameters ?? {});
        if (rank > (found?.rank ?? 0)) found = { rank, quality };
      }
      if (found === undefined || found.quality === 0) continue;
      const named = found.rank >= NAMED;
      const { quality } = found;
      const better =
        best === undefined ||
        quality > best.quality ||
        (quality === best.quality && named && (!best.named || best.offer !== offer));
      if (better) best = { offer, type, quality, named };
    }
  }
  return best && choiceOf(best.offer, best.type);
}

/** `type/subtype;name=value`. A header that is missing or no media type has the type "". */
export function parseMediaType(contentType: string | null): MediaType {
  if (contentType === null) return { type: "", parameters: {} };
  const [head = "", ...rest] = splitOutsideQuotes(contentType, ";", 16);
  return { type: head.trim().toLowerCase(), parameters: rest.length === 0 ? {} : parseParameters(rest) };
}

/** JSON itself, and the types built on it such as `application/problem+json` (RFC 6839 §3.1). */
export function isJsonType(contentType: string | null): boolean {
  const { type } = parseMediaType(contentType);
  return type === JSON_TYPE || type.endsWith("+json");
}

/** A single protobuf message, under any of its names. */
export function isProtobufType(contentType: string | null): boolean {
  const { type, parameters } = parseMediaType(contentType);
  return (PROTOBUF_TYPES as readonly string[]).includes(type) && parameters.delimited === undefined;
}

const ANYTHING = 1;
const SAME_TYPE = 2;
const NAMED = 3;

/** How closely a range fits an offer; 0 where it does not. */
function rankOf(
  range: string,
  parameters: Readonly<Record<string, string>>,
  type: string,
  offered: Readonly<Record<string, string>> | "any",
): number {
  if (range === "*/*" || range === "*") return ANYTHING;
  if (range.endsWith("/*")) return type.startsWith(range.slice(0, -1)) ? SAME_TYPE : 0;
  if (range !== type) return 0;
  if (offered === "any") return NAMED;
  const names = Object.keys(parameters);
  const exact =
    names.length === Object.keys(offered).length && names.every((name) => parameters[name] === offered[name]);
  return exact ? NAMED + names.length : 0;
}

function choiceOf<Kind extends string>(offer: MediaOffer<Kind>, type: string): MediaChoice<Kind> {
  const parameters = offer.parameters === "any" ? [] : Object.entries(offer.parameters ?? {});
  return { kind: offer.kind, contentType: [type, ...parameters.map(([name, value]) => `${name}=${value}`)].join(";") };
}
