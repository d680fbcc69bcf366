/**
 * One shard of stored responses, and the log of purges.
 *
 * Owns: the responses whose URL hashes to it; a copy of every purge of the last {@link PURGES_KEPT_MS}, which isolates ask for.
 * Address: `cache/<shard>`. Which responses it holds is the caller's arithmetic; all shards get every purge.
 *
 * Storage:
 *     entry(id primary key, url, path, parts, variant, head, stale_from_ms, bytes, used_at_ms), unique (url, parts, variant)
 *     chunk(entry_id, seq, data), primary key (entry_id, seq): the body in rows of at most CHUNK_BYTES
 *     tag(tag, entry_id), primary key (tag, entry_id)
 *     purge(seq primary key, target, soft, at_ms)
 * Invariants:
 * - An entry has all its chunks or is not there: both are written in one go without an await, which is one transaction.
 * - `head` is the edge's, and means nothing here. What is asked of an entry stands in columns of its own.
 * - `seq` only grows. A reader whose last `seq` has been forgotten is told so, and must take everything for purged.
 * - No more than `BYTES_MAX` are kept, heads included: the entries that were used longest ago go first.
 * - No more than `VARIANTS_MAX` under one URL and parts: the oldest go.
 * - Nothing lives only in memory: eviction may come between any two calls.
 * RPC: {@link find}, {@link read}, {@link put}, {@link freshen}, {@link remove}, {@link purge}, {@link purgesSince}. Losing it all costs
 * fetches and nothing else.
 * @module
 */
import { DurableObject } from "cloudflare:workers";

/** A row has at most 2 MB; a round number well below. */
const CHUNK_BYTES = 1_048_576;
/** Of one shard. An object may have 10 GB; this much is read back from disk in good time. */
const BYTES_MAX = 1_073_741_824;
/** A client that sends ever new values of a selecting header gets no further than this; each `find` reads them all. */
const VARIANTS_MAX = 64;
/** What rows and indexes of an entry take beyond head, URL and body; a generous guess, so that empty bodies are not free. */
const ENTRY_OVERHEAD_BYTES = 1_024;
/** What an entry counts for. The URL stands in three indexes. */
const WEIGHT = `(bytes + length(head) + 3 * length(url) + ${ENTRY_OVERHEAD_BYTES})`;
/** Entries are thrown out in batches, so that not every `put` of a full shard has to look for one. */
const EVICTED_AT_ONCE = 32;
/** `used_at_ms` is only as exact as eviction needs it: a write for each read would cost more than the read. */
const USED_STEP_MS = 60_000;
/** An isolate asks every second while it serves anyone; one that slept longer starts anew. */
const PURGES_KEPT_MS = 3_600_000;
const PURGES_MAX = 1_000;
/** A body up to this size comes along with its head: one call instead of two. */
const INLINE_BYTES_MAX = 262_144;

export interface ShardVariant {
  readonly id: number;
  /** The edge's own JSON. */
  readonly head: string;
  readonly staleFromMs: number | null;
  readonly bytes: number;
  /** Where it is the only variant, and small. */
  readonly body?: Uint8Array<ArrayBuffer>;
}

export interface ShardEntry {
  readonly url: string;
  readonly parts: string;
  /** Tells the variants under one URL and parts apart. */
  readonly variant: string;
  readonly head: string;
  readonly tags: readonly string[];
}

/** As edge/cache knows it: url, prefix (of the whole URL, or of path and query where it begins with `/`), tag, all. */
export interface ShardPurgeTarget {
  readonly kind: "url" | "prefix" | "tag" | "all";
  /** Empty for `all`. */
  readonly value: string;
}

export interface ShardPurge {
  readonly target: ShardPurgeTarget;
  readonly soft: boolean;
}

export interface PurgesSince {
  readonly seq: number;
  /** Oldest first; undefined where some are no longer known. */
  readonly purges: readonly ShardPurge[] | undefined;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS entry (
    id INTEGER PRIMARY KEY, url TEXT NOT NULL, path TEXT NOT NULL, parts TEXT NOT NULL, variant TEXT NOT NULL,
    head TEXT NOT NULL, stale_from_ms INTEGER, bytes INTEGER NOT NULL, used_at_ms INTEGER NOT NULL,
    UNIQUE (url, parts, variant)
  );
  CREATE INDEX IF NOT EXISTS entry_path ON entry (path);
  CREATE INDEX IF NOT EXISTS entry_used ON entry (used_at_ms);
  CREATE TABLE IF NOT EXISTS chunk (entry_id INTEGER, seq INTEGER, data BLOB NOT NULL, PRIMARY KEY (entry_id, seq)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS tag (tag TEXT, entry_id INTEGER, PRIMARY KEY (tag, entry_id)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS tag_entry ON tag (entry_id);
  CREATE TABLE IF NOT EXISTS purge (seq INTEGER PRIMARY KEY AUTOINCREMENT, target TEXT NOT NULL, soft INTEGER NOT NULL, at_ms INTEGER NOT NULL);
`;

export class CacheShard extends DurableObject {
  readonly #sql: SqlStorage;
  /** Of all entries; added up once an instance, because a sum over all rows for each `put` would be dear. */
  #bytes: number;

  constructor(context: DurableObjectState, env: unknown) {
    super(context, env as never);
    this.#sql = context.storage.sql;
    this.#sql.exec(SCHEMA);
    this.#bytes = this.#sql
      .exec<{ total: number }>(`SELECT coalesce(sum(${WEIGHT}), 0) AS total FROM entry`)
      .one().total;
  }

  /** All variants under a URL and the rest of its key, the newest first. */
  find(url: string, parts: string): ShardVariant[] {
    const rows = this.#sql
      .exec<{ id: number; head: string; stale_from_ms: number | null; bytes: number; used_at_ms: number }>(
        "SELECT id, head, stale_from_ms, bytes, used_at_ms FROM entry WHERE url = ? AND parts = ? ORDER BY id DESC",
        url,
        parts,
      )
      .toArray();
    const nowMs = Date.now();
    for (const { id, used_at_ms } of rows) {
      if (nowMs - used_at_ms > USED_STEP_MS) this.#sql.exec("UPDATE entry SET used_at_ms = ? WHERE id = ?", nowMs, id);
    }
    const inline = rows.length === 1 && (rows[0]?.bytes ?? 0) <= INLINE_BYTES_MAX;
    return rows.map(({ id, head, stale_from_ms: staleFromMs, bytes }) => {
      const body = inline ? this.read(id) : undefined;
      return { id, head, staleFromMs, bytes, ...(body === undefined ? {} : { body }) };
    });
  }

  /** A body; undefined where the entry is gone meanwhile. */
  read(id: number): Uint8Array<ArrayBuffer> | undefined {
    const [entry] = this.#sql.exec<{ bytes: number }>("SELECT bytes FROM entry WHERE id = ?", id);
    if (entry === undefined) return undefined;
    const body = new Uint8Array(entry.bytes);
    let at = 0;
    for (const { data } of this.#sql.exec<{ data: ArrayBuffer }>(
      "SELECT data FROM chunk WHERE entry_id = ? ORDER BY seq",
      id,
    )) {
      body.set(new Uint8Array(data), at);
      at += data.byteLength;
    }
    return body;
  }

  /** Takes the place of the same variant. */
  put({ url, parts, variant, head, tags }: ShardEntry, body: Uint8Array<ArrayBuffer>): void {
    const same = "SELECT id FROM entry WHERE url = ? AND parts = ? AND variant = ?";
    for (const { id } of this.#sql.exec<{ id: number }>(same, url, parts, variant).toArray()) this.#drop(id);
    const older = "SELECT id FROM entry WHERE url = ? AND parts = ? ORDER BY id DESC LIMIT -1 OFFSET ?";
    for (const { id } of this.#sql.exec<{ id: number }>(older, url, parts, VARIANTS_MAX - 1).toArray()) this.#drop(id);
    this.#makeRoom(body.length);
    const { id, weight } = this.#sql
      .exec<{ id: number; weight: number }>(
        `INSERT INTO entry (url, path, parts, variant, head, bytes, used_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?)
         RETURNING id, ${WEIGHT} AS weight`,
        url,
        pathOf(url),
        parts,
        variant,
        head,
        body.length,
        Date.now(),
      )
      .one();
    this.#bytes += weight;
    for (let at = 0; at < body.length; at += CHUNK_BYTES) {
      const data = body.slice(at, at + CHUNK_BYTES);
      this.#sql.exec("INSERT INTO chunk (entry_id, seq, data) VALUES (?, ?, ?)", id, at / CHUNK_BYTES, data);
    }
    for (const tag of new Set(tags)) this.#sql.exec("INSERT INTO tag (tag, entry_id) VALUES (?, ?)", tag, id);
  }

  /** A new head for a body that still holds; nothing where it is gone. */
  freshen({ url, parts, variant, head }: ShardEntry): void {
    const weighed = `SELECT ${WEIGHT} AS weight FROM entry WHERE url = ? AND parts = ? AND variant = ?`;
    const [before] = this.#sql.exec<{ weight: number }>(weighed, url, parts, variant);
    const change = `UPDATE entry SET head = ?, stale_from_ms = NULL WHERE url = ? AND parts = ? AND variant = ?
                    RETURNING ${WEIGHT} AS weight`;
    const [after] = this.#sql.exec<{ weight: number }>(change, head, url, parts, variant);
    this.#bytes += (after?.weight ?? 0) - (before?.weight ?? 0);
  }

  /** All that is stored under a URL. */
  remove(url: string): void {
    for (const { id } of this.#sql.exec<{ id: number }>("SELECT id FROM entry WHERE url = ?", url).toArray())
      this.#drop(id);
  }

  /** @returns how many entries it changed */
  purge(purge: ShardPurge): number {
    const nowMs = Date.now();
    const add = "INSERT INTO purge (target, soft, at_ms) VALUES (?, ?, ?)";
    this.#sql.exec(add, JSON.stringify(purge.target), purge.soft ? 1 : 0, nowMs);
    this.#sql.exec("DELETE FROM purge WHERE at_ms < ?", nowMs - PURGES_KEPT_MS);
    const ids = this.#matching(purge.target);
    for (const id of ids) {
      if (!purge.soft) this.#drop(id);
      else this.#sql.exec("UPDATE entry SET stale_from_ms = coalesce(stale_from_ms, ?) WHERE id = ?", nowMs, id);
    }
    return ids.length;
  }

  /** @param seq what the last call returned; undefined for a caller that holds nothing yet */
  purgesSince(seq: number | undefined): PurgesSince {
    const [last] = this.#sql.exec<{ seq: number }>("SELECT seq FROM sqlite_sequence WHERE name = 'purge'");
    const lastSeq = last?.seq ?? 0;
    if (seq === undefined || seq === lastSeq) return { seq: lastSeq, purges: [] };
    const rows = this.#sql
      .exec<{ seq: number; target: string; soft: number }>(
        "SELECT seq, target, soft FROM purge WHERE seq > ? ORDER BY seq LIMIT ?",
        seq,
        PURGES_MAX + 1,
      )
      .toArray();
    // A shard that lost its storage counts from the beginning again.
    if (seq > lastSeq || rows.length > PURGES_MAX || rows[0]?.seq !== seq + 1)
      return { seq: lastSeq, purges: undefined };
    const purges = rows.map(({ target, soft }) => ({
      target: JSON.parse(target) as ShardPurgeTarget,
      soft: soft === 1,
    }));
    return { seq: lastSeq, purges };
  }

  #matching({ kind, value }: ShardPurgeTarget): number[] {
    return this.#sql
      .exec<{ id: number }>(...matching(kind, value))
      .toArray()
      .map(({ id }) => id);
  }

  #makeRoom(bytes: number): void {
    while (this.#bytes + bytes > BYTES_MAX) {
      const oldest = this.#sql
        .exec<{ id: number }>("SELECT id FROM entry ORDER BY used_at_ms LIMIT ?", EVICTED_AT_ONCE)
        .toArray();
      if (oldest.length === 0) return;
      for (const { id } of oldest) this.#drop(id);
    }
  }

  #drop(id: number): void {
    this.#sql.exec("DELETE FROM chunk WHERE entry_id = ?", id);
    this.#sql.exec("DELETE FROM tag WHERE entry_id = ?", id);
    const remove = `DELETE FROM entry WHERE id = ? RETURNING ${WEIGHT} AS weight`;
    for (const { weight } of this.#sql.exec<{ weight: number }>(remove, id)) this.#bytes -= weight;
  }
}

function matching(kind: ShardPurgeTarget["kind"], value: string): [string, ...string[]] {
  const column = value.startsWith("/") ? "path" : "url";
  switch (kind) {
    case "all":
      return ["SELECT id FROM entry"];
    case "tag":
      return ["SELECT entry_id AS id FROM tag WHERE tag = ?", value];
    case "url":
      return [`SELECT id FROM entry WHERE ${column} = ?`, value];
    case "prefix":
      // Not LIKE, for which `_` and `%` are more than themselves.
      return [`SELECT id FROM entry WHERE substr(${column}, 1, length(?)) = ?`, value, value];
  }
}

/** What comes after scheme and host. */
function pathOf(url: string): string {
  return url.slice(url.indexOf("/", url.indexOf("//") + 2));
}
