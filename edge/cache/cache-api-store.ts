/**
 * Stored responses in the platform's Cache API: shared between the isolates of one location, and there again after they have gone.
 *
 * It uses of that API only what every implementation does right: put, match and delete by URL. Some ignore `Vary`, some give out what has
 * expired, and none can list what it has. So a URL has one index, which is plain data, and each of its variants a body of its own:
 *
 *     https://cache.fairway.invalid/index/<digest of the URL>   {"variants": [Variant, …]}, the newest first
 *     https://cache.fairway.invalid/body/<version>              the bytes
 *     https://cache.fairway.invalid/purges                      {"epoch", "notes": [Note, …]}, the oldest first
 *
 * - An index names the version of each body, so that no head is ever given another's bytes. Two writers at once lose one of their variants,
 *   which costs a fetch.
 * - What a URL holds stands behind a digest: no client can name an index or a body.
 * - What a purge hits cannot be looked for, so the purge is written down, and what was stored before it is held against it when it is
 *   found. A variant counts only with the notes of its own epoch: where the platform lost the notes, it has lost everything.
 * - Nothing here is atomic: of two purges in the same moment one may be lost. Durable Objects are for those who cannot have that.
 * @module
 */
import { renderHex, sha256 } from "../../proto/digest.ts";
import type { StoredHead } from "./policy/head.ts";
import { matches } from "./policy/vary.ts";
import { type Bytes, type CacheStore, isTarget, type Purge, type StoredEntry, variantOf } from "./store.ts";

/** The part of the platform's `Cache` that is used. */
export interface PlatformCache {
  match(url: string): Promise<Response | undefined>;
  put(url: string, response: Response): Promise<void>;
  delete(url: string): Promise<boolean>;
}

export interface CacheApiStoreDeps {
  readonly cache: PlatformCache;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Another one each time, for bodies and epochs. */
  readonly version: () => string;
}

/** Nobody's (RFC 2606 §2): nothing that is served can have such a URL. */
const BASE = "https://cache.fairway.invalid";
const PURGES = `${BASE}/purges`;
/** The platform may drop things earlier; how fresh they are stands in their heads. */
const KEPT = "public, max-age=2592000";
/** As in memory: a client that sends ever new values of a selecting header gets no further than this. */
const VARIANTS_MAX = 64;
/** Beyond it the older half becomes one: everything that was stored until then is taken for purged. */
const NOTES_MAX = 200;

interface Variant {
  readonly parts: string;
  readonly head: StoredHead;
  readonly version: string;
  readonly bytes: number;
  readonly storedAtMs: number;
  readonly epoch: string;
}

interface Note extends Purge {
  readonly atMs: number;
}

interface Purges {
  readonly epoch: string;
  readonly notes: readonly Note[];
}

export function cacheApiStore({ cache, now, version }: CacheApiStoreDeps): CacheStore {
  return {
    async find(key, request) {
      const [variants, purges] = await Promise.all([variantsOf(key.url), purgesNow()]);
      for (const variant of variants) {
        const head = purges === undefined ? undefined : after(purges, variant);
        if (head === undefined || variant.parts !== key.parts) continue;
        if (!matches(head.vary, head.selecting, request)) continue;
        return await entryOf(variant, head);
      }
      return undefined;
    },

    async put({ url, parts }, head, chunks) {
      const made = version();
      const body = new Blob(chunks as Bytes[]);
      const [variants, epoch] = await Promise.all([variantsOf(url), epochNow(), cache.put(bodyUrl(made), kept(body))]);
      const isSame = (one: Variant) => one.parts === parts && variantOf(one.head) === variantOf(head);
      const variant = { parts, head, version: made, bytes: body.size, storedAtMs: now(), epoch };
      const rest = variants.filter((one) => !isSame(one));
      await setVariants(url, [variant, ...rest].slice(0, VARIANTS_MAX));
      await Promise.all(variants.filter(isSame).map((one) => cache.delete(bodyUrl(one.version))));
    },

    async freshen({ url, parts }, before, head) {
      const [variants, epoch] = await Promise.all([variantsOf(url), epochNow()]);
      const isSame = (one: Variant) =>
        one.parts === parts &&
        one.head.respondedAtMs === before.respondedAtMs &&
        variantOf(one.head) === variantOf(before);
      if (!variants.some(isSame)) return;
      const freshened = (one: Variant) => ({ ...one, head, storedAtMs: now(), epoch });
      await setVariants(
        url,
        variants.map((one) => (isSame(one) ? freshened(one) : one)),
      );
    },

    async delete(url) {
      await cache.delete(await indexUrl(url));
    },

    /** @returns 0: what it will hit is not known */
    async purge({ target, soft }) {
      const { epoch, notes } = (await purgesNow()) ?? { epoch: version(), notes: [] };
      await setPurges({ epoch, notes: shortened([...notes, { target, soft, atMs: now() }]) });
      return 0;
    },
  };

  async function variantsOf(url: string): Promise<readonly Variant[]> {
    const index = await cache.match(await indexUrl(url));
    return index === undefined ? [] : ((await index.json()) as { variants: Variant[] }).variants;
  }

  async function setVariants(url: string, variants: readonly Variant[]): Promise<void> {
    await cache.put(await indexUrl(url), kept(JSON.stringify({ variants })));
  }

  async function entryOf({ version, bytes }: Variant, head: StoredHead): Promise<StoredEntry | undefined> {
    const response = await cache.match(bodyUrl(version));
    const body = response === undefined ? undefined : new Uint8Array(await response.arrayBuffer());
    if (body?.length !== bytes) return undefined; // The platform dropped it, or another writer has replaced it meanwhile.
    const read = (start?: number, end?: number) => (start === undefined ? body : body.subarray(start, end));
    return { head, bodyBytes: bytes, read };
  }

  async function purgesNow(): Promise<Purges | undefined> {
    return (await (await cache.match(PURGES))?.json()) as Purges | undefined;
  }

  async function setPurges(purges: Purges): Promise<void> {
    await cache.put(PURGES, kept(JSON.stringify(purges)));
  }

  async function epochNow(): Promise<string> {
    const known = await purgesNow();
    if (known !== undefined) return known.epoch;
    const epoch = version();
    await setPurges({ epoch, notes: [] });
    return epoch;
  }
}

/** The head as the purges since it was stored leave it; undefined where they leave nothing. */
function after({ epoch, notes }: Purges, variant: Variant): StoredHead | undefined {
  if (variant.epoch !== epoch) return undefined;
  let { head } = variant;
  for (const { target, soft, atMs } of notes) {
    if (atMs < variant.storedAtMs || !isTarget(head, target)) continue;
    if (!soft) return undefined;
    if (head.staleFromMs === undefined) head = { ...head, staleFromMs: atMs };
  }
  return head;
}

function shortened(notes: readonly Note[]): readonly Note[] {
  if (notes.length <= NOTES_MAX) return notes;
  const older = notes.slice(0, NOTES_MAX / 2);
  const atMs = Math.max(...older.map((note) => note.atMs));
  return [{ target: { kind: "all" }, soft: false, atMs }, ...notes.slice(NOTES_MAX / 2)];
}

function kept(body: string | Blob): Response {
  return new Response(body, { headers: { "cache-control": KEPT } });
}

function bodyUrl(version: string): string {
  return `${BASE}/body/${version}`;
}

async function indexUrl(url: string): Promise<string> {
  return `${BASE}/index/${renderHex(await sha256(url))}`;
}
