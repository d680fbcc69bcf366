/**
 * Entity tags of what the edge makes of an upstream's reply.
 *
 * A strong tag stands for the exact bytes (RFC 9110 §8.8.3), so a reply that the edge transcodes or compresses needs a tag of
 * its own: the upstream's, with the name of the variant appended inside the quotes.
 *
 *     "abc"  →  "abc;fw=.gzip"   "abc;fw=pb-1k2j3h"   "abc;fw=pb-1k2j3h.gzip"
 *
 * The way back is exact: the suffix is cut off before the upstream sees the tag, so it can answer 304 and check If-Match.
 * A tag of the other media type, or of a coding that the client does not take now, is no match: 304 would tell a cache to
 * serve bytes that this client cannot read.
 * @module
 */

import type { EditableHeaders } from "../route/call.ts";

/** One form of a reply: what it is, and how it is coded. Both are tokens of letters, digits and `-`; "" means as the upstream gave it. */
export interface Variant {
  readonly media: string;
  readonly coding: string;
}

const SUFFIX = /;fw=([a-z0-9-]*)(?:\.([a-z0-9-]*))?$/;
const TAG = /(W\/)?"([\x21\x23-\x7e\x80-\xff]*)"/g;

/** The client's tag of this variant, for the upstream's tag. */
export function tagOfVariant(etag: string, { media, coding }: Variant): string {
  if (media === "" && coding === "") return etag;
  const end = etag.lastIndexOf('"');
  if (end < 1) return etag; // Not a tag at all: it compares equal to nothing, and so harms nobody.
  return `${etag.slice(0, end)};fw=${media}${coding === "" ? "" : `.${coding}`}"`;
}

/**
 * Makes a request's conditions the upstream's own. `headers` is changed in place.
 * @param media the media of the variant that this request would be answered with
 * @param codings those that the client takes now, beside identity
 */
export function conditionsForUpstream(headers: EditableHeaders, media: string, codings: readonly string[]): void {
  const ifMatch = headers.get("if-match");
  if (ifMatch?.includes(";fw="))
    headers.set(
      "if-match",
      ifMatch.replace(TAG, (tag) => splitTag(tag).tag),
    );
  const ifNoneMatch = headers.get("if-none-match");
  if (ifNoneMatch === null || ifNoneMatch.trim() === "*") return;
  if (media === "" && !ifNoneMatch.includes(";fw=")) return;
  const tags = readable(ifNoneMatch, media, codings).map(({ tag }) => tag);
  if (tags.length > 0) {
    headers.set("if-none-match", [...new Set(tags)].join(", "));
    return;
  }
  // If-Modified-Since was void beside If-None-Match (RFC 9110 §13.1.3), and must not come to life without it.
  headers.delete("if-none-match");
  headers.delete("if-modified-since");
}

/** The tag of a 304: the one of the client's own that the upstream found unchanged. */
export function tagOfNotModified(
  etag: string,
  ifNoneMatch: string | null,
  media: string,
  codings: readonly string[],
): string {
  const known = readable(ifNoneMatch ?? "", media, codings).find(({ tag }) => opaque(tag) === opaque(etag));
  return known === undefined ? tagOfVariant(etag, { media, coding: "" }) : known.original;
}

interface SplitTag extends Variant {
  readonly original: string;
  /** The upstream's. */
  readonly tag: string;
}

function readable(list: string, media: string, codings: readonly string[]): SplitTag[] {
  return Array.from(list.matchAll(TAG), ([tag]) => splitTag(tag)).filter(
    (split) => split.media === media && (split.coding === "" || codings.includes(split.coding)),
  );
}

function splitTag(original: string): SplitTag {
  const inner = original.slice(0, -1);
  const suffix = SUFFIX.exec(inner);
  if (suffix === null) return { original, tag: original, media: "", coding: "" };
  return { original, tag: `${inner.slice(0, suffix.index)}"`, media: suffix[1] ?? "", coding: suffix[2] ?? "" };
}

function opaque(tag: string): string {
  return tag.startsWith("W/") ? tag.slice(2) : tag;
}
