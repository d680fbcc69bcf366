/**
 * What the faces read out of a request: who asks, for what, and as which node.
 * @module
 */
import { findBearer } from "../../proto/bearer.ts";
import { isNodeName, parseLabels, type Reader } from "../../proto/config/config.ts";
import { Fault } from "../../proto/fault.ts";
import type { Call } from "../route/call.ts";

/** A name that is there twice counts as its first. */
export interface Query {
  /** @param name not empty */
  get(name: string): string | null;
}

export function queryOf(call: Pick<Call, "target">): Query {
  const { query } = call.target;
  return ESCAPED.test(query) ? new URLSearchParams(query) : new PlainQuery(query);
}

const ESCAPED = /[%+]/;

/** A query without escapes, read where it stands: the runtime's own copies every name and value first. */
class PlainQuery implements Query {
  readonly #text: string;

  /** @param text with its `?`, or empty */
  constructor(text: string) {
    this.#text = text;
  }

  get(name: string): string | null {
    const text = this.#text;
    for (let start = 1; start < text.length; ) {
      const next = text.indexOf("&", start);
      const end = next < 0 ? text.length : next;
      const equals = text.indexOf("=", start);
      const nameEnd = equals < 0 || equals > end ? end : equals;
      if (nameEnd - start === name.length && text.startsWith(name, start)) return text.slice(nameEnd + 1, end);
      start = end + 1;
    }
    return null;
  }
}

/** Of `Authorization: Bearer`, or `X-API-Key`, which OpenFeature's providers know too. */
export function bearerOf(call: Pick<Call, "request">): string | undefined {
  const { headers } = call.request;
  return findBearer(headers.get("authorization")) ?? headers.get("x-api-key") ?? undefined;
}

/**
 * @param node what the request says; empty for a reader that does not say
 * @param labels `a=1,b=2`
 * @throws Fault invalid_argument
 */
export function readerOf(node: string, labels: string): Reader {
  if (node !== "" && !isNodeName(node)) throw new Fault("invalid_argument", "node: a host name or address expected");
  const parsed = parseLabels(labels);
  if (parsed === undefined) throw new Fault("invalid_argument", "labels: a=1,b=2 expected, at most 8");
  return { node, labels: parsed };
}

/** Segments below a prefix, decoded. @throws Fault invalid_argument for an escape that is none */
export function segmentsOf(path: string, prefix: string): string[] {
  const segments = path.slice(prefix.length).split("/");
  if (!path.includes("%")) return segments;
  try {
    return segments.map(decodeURIComponent);
  } catch (cause) {
    throw new Fault("invalid_argument", "the path is not valid", { cause });
  }
}
