/**
 * What a place for stored responses must do. `find` may answer at once or later; the memory of the isolate answers at once, so that
 * a hit waits for nothing.
 *
 * A store decides nothing: it does not know what is fresh. It may forget anything at any time, and never gives out half a body.
 * @module
 */
import type { CacheKey } from "./key.ts";
import type { HeaderReader } from "./policy/freshness.ts";
import type { StoredHead } from "./policy/head.ts";
import { matches } from "./policy/vary.ts";

export type Bytes = Uint8Array<ArrayBuffer>;

/** A stored response, or one whose body is still coming in. */
export interface StoredEntry {
  readonly head: StoredHead;
  /** Undefined while the body is still coming in. */
  readonly bodyBytes: number | undefined;
  /** What the upstream says of a body that is still coming in. */
  readonly bytesStated?: number | undefined;
  /** The body, or its part from `start` to before `end`; a part only where `bodyBytes` is known. */
  read(start?: number, end?: number): Bytes | ReadableStream<Uint8Array>;
}

export type PurgeTarget =
  /** One URL; one that begins with `/` is of any host. */
  | { readonly kind: "url"; readonly url: string }
  /** All URLs that begin so. */
  | { readonly kind: "prefix"; readonly prefix: string }
  | { readonly kind: "tag"; readonly tag: string }
  | { readonly kind: "all" };

export interface Purge {
  readonly target: PurgeTarget;
  /** Soft: what matches is stale from now on, and may still serve as stale. */
  readonly soft: boolean;
}

type Later<T> = T | Promise<T>;

export interface CacheStore {
  /** The newest response stored under the key whose selecting headers match the request's. */
  find(key: CacheKey, request: HeaderReader): Later<StoredEntry | undefined>;
  /** Takes the place of the variant with the same selecting headers. `chunks` are the store's from now on. */
  put(key: CacheKey, head: StoredHead, chunks: readonly Bytes[]): Later<void>;
  /** Replaces the head of a response that was validated; does nothing where it is gone. */
  freshen(key: CacheKey, before: StoredHead, head: StoredHead): Later<void>;
  /** Forgets all that is stored under a URL, whatever the rest of its key. */
  delete(url: string): Later<void>;
  /** @returns how many responses it changed */
  purge(purge: Purge, nowMs: number): Later<number>;
}

/** Whether the variant under the key's parts answers this request. */
export function answers(head: StoredHead, parts: string, key: CacheKey, request: HeaderReader): boolean {
  return parts === key.parts && matches(head.vary, head.selecting, request);
}

export function isSameVariant(a: StoredHead, b: StoredHead): boolean {
  return variantOf(a) === variantOf(b);
}

/** What tells the variants under one key apart. */
export function variantOf({ vary, selecting }: StoredHead): string {
  return vary.length === 0 ? "" : JSON.stringify([vary, selecting]);
}

export function isTarget(head: StoredHead, target: PurgeTarget): boolean {
  return target.kind === "tag" ? head.tags.includes(target.tag) : isTargetUrl(head.url, target);
}

export function isTargetUrl(url: string, target: Exclude<PurgeTarget, { kind: "tag" }>): boolean {
  switch (target.kind) {
    case "all":
      return true;
    case "url":
      return comparable(url, target.url) === target.url;
    case "prefix":
      return comparable(url, target.prefix).startsWith(target.prefix);
  }
}

/** The part of the URL that the operator wrote: all of it, or what comes after the host. */
function comparable(url: string, wanted: string): string {
  return wanted.startsWith("/") ? url.slice(url.indexOf("/", url.indexOf("//") + 2)) : url;
}
