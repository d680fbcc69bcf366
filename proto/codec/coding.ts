/**
 * Content codings: which of them a client accepts (RFC 9110 §12.5.3, RFC 9842 §2.2), and which one a body has.
 * @module
 */
import { Fault } from "../fault.ts";
import { type Dictionary, findDictionary } from "./dictionary.ts";
import { parseChoices } from "./quality.ts";

/** `x-dcd` is raw deflate with a preset dictionary; see dictionary.ts. */
export type Coding = "identity" | "gzip" | "x-dcd";

/** The token of the dictionary coding. */
export const DICTIONARY_CODING = "x-dcd";
/** What a reply varies by once its format and coding are negotiated. */
export const VARY = "Accept, Accept-Encoding, Available-Dictionary";

/** What a client takes. */
export interface AcceptedCodings {
  /** False only where the client refuses a plain body in so many words. */
  readonly identity: boolean;
  readonly gzip: boolean;
  /** Present where the client takes `x-dcd` and has a dictionary that is known here. */
  readonly dictionary?: Dictionary;
}

/**
 * @param acceptEncoding the header; null counts as "plain only", although it allows anything, because a client that says nothing
 *   most likely decodes nothing
 * @param known the dictionaries that may be used
 */
export function acceptedCodings(
  acceptEncoding: string | null,
  availableDictionary: string | null,
  known: readonly Dictionary[],
): AcceptedCodings {
  if (acceptEncoding === null || acceptEncoding === "") return { identity: true, gzip: false };
  const weights = new Map<string, number>();
  for (const { value, quality } of parseChoices(acceptEncoding)) {
    const name = value === "x-gzip" ? "gzip" : value; // RFC 9110 §8.4.1.3: the same coding.
    if (!weights.has(name)) weights.set(name, quality);
  }
  const rest = weights.get("*");
  const named = weights.get(DICTIONARY_CODING) ?? 0; // A private token is never meant by `*`.
  const dictionary = named > 0 ? findDictionary(availableDictionary, known) : undefined;
  return {
    identity: (weights.get("identity") ?? rest ?? 1) > 0,
    gzip: (weights.get("gzip") ?? rest ?? 0) > 0,
    ...(dictionary === undefined ? {} : { dictionary }),
  };
}

/**
 * What a merged request from a page says in place of `Available-Dictionary` and `Accept-Encoding: x-dcd`, with the same value:
 * browsers write these two themselves, and Chromium fails a fetch that sets the first. Only merged requests have it, because a
 * page never sees a coding of the HTTP body that its browser does not know.
 */
export const PAGE_DICTIONARY = "fairway-dictionary";

/** The value that names the dictionary of a merged request, whoever wrote it. */
export function envelopeDictionary(headers: Pick<Headers, "get">): string | null {
  return headers.get("available-dictionary") ?? headers.get(PAGE_DICTIONARY);
}

/** {@link acceptedCodings} of what is inside the reply to a merged request. */
export function envelopeCodings(headers: Pick<Headers, "get">, known: readonly Dictionary[]): AcceptedCodings {
  const accepted = acceptedCodings(headers.get("accept-encoding"), headers.get("available-dictionary"), known);
  const dictionary = accepted.dictionary ?? findDictionary(headers.get(PAGE_DICTIONARY), known);
  return dictionary === undefined ? accepted : { ...accepted, dictionary };
}

/**
 * The coding that `Content-Encoding` names.
 * @throws Fault invalid_argument (415) for another one, and for several on top of each other, which no honest client sends
 */
export function parseCoding(contentEncoding: string | null): Coding {
  const name = contentEncoding?.trim().toLowerCase() ?? "";
  if (name === "" || name === "identity") return "identity";
  if (name === "gzip" || name === "x-gzip") return "gzip";
  if (name === DICTIONARY_CODING) return DICTIONARY_CODING;
  throw unsupportedCoding("the content coding is not known here");
}

/** 415 with the codings that are taken in its `Accept-Encoding` (RFC 9110 §12.5.3, RFC 7694 §3). */
export function unsupportedCoding(message: string): Fault {
  return new Fault("invalid_argument", message, {
    status: 415,
    headers: { "accept-encoding": `gzip, ${DICTIONARY_CODING}` },
  });
}
