/**
 * Stored responses in the memory of the isolate: the least recently used go when the bytes are used up.
 * @module
 */
import { LRUCache } from "lru-cache";
import type { CacheKey } from "./key.ts";
import type { HeaderReader } from "./policy/freshness.ts";
import type { StoredHead } from "./policy/head.ts";
import {
  answers,
  type Bytes,
  type CacheStore,
  isSameVariant,
  isTarget,
  type Purge,
  type StoredEntry,
} from "./store.ts";

/** An isolate has 128 MB. With what flight.ts and ready-replies.ts may take it is 72 MiB; the rest is for requests in flight. */
export const STORE_BYTES_MAX = 50_331_648;
/** Variants of one URL; a client that sends ever new values of a selecting header gets no further than this. */
export const VARIANTS_MAX = 64;
/** What an object, its strings and its place in the map take beyond what is counted; estimated from heap snapshots, rounded up. */
const OVERHEAD_BYTES = 1_024;

interface Variant extends StoredEntry {
  head: StoredHead;
  readonly parts: string;
  readonly bodyBytes: number;
  /** Of head and body. */
  bytes: number;
}

/** All variants under one URL, the newest first. */
type Resource = readonly Variant[];

export function memoryStore(bytesMax = STORE_BYTES_MAX): CacheStore {
  const resources = new LRUCache<string, Resource>({
    maxSize: bytesMax,
    // A single resource must not throw everything else out.
    maxEntrySize: Math.ceil(bytesMax / 2),
    sizeCalculation: (resource, url) =>
      resource.reduce((sum, { bytes }) => sum + bytes, OVERHEAD_BYTES + url.length * 2),
  });

  return {
    find(key: CacheKey, request: HeaderReader): StoredEntry | undefined {
      const resource = resources.get(key.url);
      if (resource === undefined) return undefined;
      for (const variant of resource) if (answers(variant.head, variant.parts, key, request)) return variant;
      return undefined;
    },

    put(key, head, chunks) {
      const others = (resources.peek(key.url) ?? []).filter(
        (variant) => variant.parts !== key.parts || !isSameVariant(variant.head, head),
      );
      resources.set(key.url, [variantOf(key, head, join(chunks)), ...others].slice(0, VARIANTS_MAX));
    },

    freshen(key, before, head) {
      const resource = resources.peek(key.url);
      const variant = resource?.find((one) => one.head === before || isSameSource(one.head, before));
      if (resource === undefined || variant === undefined) return;
      const freshened = { ...variant, head, bytes: headBytes(head) + variant.bodyBytes };
      const others = resource.filter(
        (one) => one !== variant && (one.parts !== variant.parts || !isSameVariant(one.head, head)),
      );
      resources.set(key.url, [freshened, ...others]);
    },

    delete(url) {
      resources.delete(url);
    },

    purge(purge, nowMs) {
      return purgeAll(resources, purge, nowMs);
    },
  };
}

function purgeAll(resources: LRUCache<string, Resource>, { target, soft }: Purge, nowMs: number): number {
  let count = 0;
  for (const [url, resource] of [...resources.entries()]) {
    const hit = resource.filter(({ head }) => isTarget(head, target));
    if (hit.length === 0) continue;
    count += hit.length;
    if (soft) {
      for (const variant of hit) variant.head = { ...variant.head, staleFromMs: variant.head.staleFromMs ?? nowMs };
      continue;
    }
    const rest = resource.filter((variant) => !hit.includes(variant));
    if (rest.length === 0) resources.delete(url);
    else resources.set(url, rest);
  }
  return count;
}

function variantOf(key: CacheKey, head: StoredHead, body: Bytes): Variant {
  return {
    head,
    parts: key.parts,
    bodyBytes: body.length,
    bytes: headBytes(head) + body.length,
    read: (start, end) => (start === undefined ? body : body.subarray(start, end)),
  };
}

/** A head that went through another store is another object, but the same response. */
function isSameSource(a: StoredHead, b: StoredHead): boolean {
  return a.respondedAtMs === b.respondedAtMs && a.etag === b.etag && isSameVariant(a, b);
}

function headBytes({ headers, tags, selecting }: StoredHead): number {
  let chars = 0;
  for (const [name, value] of headers) chars += name.length + value.length;
  for (const tag of tags) chars += tag.length;
  for (const value of selecting) chars += value?.length ?? 0;
  return OVERHEAD_BYTES + chars * 2;
}

function join(chunks: readonly Bytes[]): Bytes {
  if (chunks.length === 1) return chunks[0] as Bytes;
  const joined = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}
