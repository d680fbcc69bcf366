/**
 * Stored responses in Durable Objects: shared between isolates, and there again after a restart. URLs are spread over shards by their
 * hash; purges go to all of them.
 * @module
 */
import type { ShardEntry, ShardPurge, ShardVariant } from "../../durable/cache/cache.ts";
import type { CacheKey } from "./key.ts";
import type { StoredHead } from "./policy/head.ts";
import { matches } from "./policy/vary.ts";
import { type Bytes, type CacheStore, type Purge, type StoredEntry, variantOf } from "./store.ts";

/** One object handles some 1 000 requests a second, and only misses come here. Another number means another place for every URL. */
export const SHARDS = 8;

/** A shard as it is called over RPC: each call may fail, and takes its time. */
export interface Shard {
  find(url: string, parts: string): Promise<ShardVariant[]>;
  read(id: number): Promise<Bytes | undefined>;
  put(entry: ShardEntry, body: Bytes): Promise<void>;
  freshen(entry: ShardEntry): Promise<void>;
  remove(url: string): Promise<void>;
  purge(purge: ShardPurge): Promise<number>;
}

/** @param shardOf the object of a number from 0 to before {@link SHARDS} */
export function durableStore(shardOf: (index: number) => Shard): CacheStore {
  const shard = (url: string) => shardOf(hash(url) % SHARDS);

  return {
    async find(key, request) {
      const owner = shard(key.url);
      for (const variant of await owner.find(key.url, key.parts)) {
        const head = headOf(variant);
        if (!matches(head.vary, head.selecting, request)) continue;
        const body = variant.body ?? (await owner.read(variant.id));
        return body === undefined ? undefined : entryOf(head, body);
      }
      return undefined;
    },

    async put(key, head, chunks) {
      await shard(key.url).put(rowOf(key, head), joined(chunks));
    },

    async freshen(key, _before, head) {
      await shard(key.url).freshen(rowOf(key, head));
    },

    async delete(url) {
      await shard(url).remove(url);
    },

    async purge(purge) {
      const counts = Array.from({ length: SHARDS }, (_, index) => shardOf(index).purge(shardPurge(purge)));
      return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
    },
  };
}

function shardPurge({ target, soft }: Purge): ShardPurge {
  switch (target.kind) {
    case "url":
      return { target: { kind: "url", value: target.url }, soft };
    case "prefix":
      return { target: { kind: "prefix", value: target.prefix }, soft };
    case "tag":
      return { target: { kind: "tag", value: target.tag }, soft };
    case "all":
      return { target: { kind: "all", value: "" }, soft };
  }
}

/** The way back, for purges that another isolate made. */
export function purgeOf({ target: { kind, value }, soft }: ShardPurge): Purge {
  switch (kind) {
    case "url":
      return { target: { kind, url: value }, soft };
    case "prefix":
      return { target: { kind, prefix: value }, soft };
    case "tag":
      return { target: { kind, tag: value }, soft };
    case "all":
      return { target: { kind }, soft };
  }
}

function rowOf({ url, parts }: CacheKey, head: StoredHead): ShardEntry {
  return { url, parts, variant: variantOf(head), head: JSON.stringify(head), tags: head.tags };
}

function headOf({ head, staleFromMs }: ShardVariant): StoredHead {
  const parsed = JSON.parse(head) as StoredHead;
  return staleFromMs === null ? parsed : { ...parsed, staleFromMs };
}

function entryOf(head: StoredHead, body: Bytes): StoredEntry {
  return {
    head,
    bodyBytes: body.length,
    read: (start, end) => (start === undefined ? body : body.subarray(start, end)),
  };
}

function joined(chunks: readonly Bytes[]): Bytes {
  const body = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.length;
  }
  return body;
}

/** FNV-1a. It spreads load and proves nothing. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}
