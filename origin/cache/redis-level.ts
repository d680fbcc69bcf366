/**
 * The level in Redis, shared by processes, and the one place that decides whether a loaded value may be stored.
 *
 * A delete does not empty the key but leaves a tombstone of its own in it for a while. Who finds nothing, or a tombstone, loads from the source and
 * then stores only if the key still holds what it found: a delete in between has put another tombstone there, and the value, which may be from
 * before the delete, is not stored. Tombstones outlive the longest load, so an absent one cannot hide a delete.
 * @module
 */
import { randomBytes, randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { Counts } from "./counters.ts";
import { openEnvelope, sealTombstone, sealValue } from "./envelope.ts";
import { InvalidationChannel } from "./invalidation.ts";
import type { CacheLimits } from "./limits.ts";
import { PendingDeletes } from "./pending-deletes.ts";
import type { ConnectionOptions } from "./redis-address.ts";
import { connectionOptions, RedisLink } from "./redis-link.ts";

/** How much longer than the longest load a tombstone stays: for commands under way, clocks of different speed and a process that stood still. */
const TOMBSTONE_MARGIN_MS = 10_000;

const TOMBSTONE_ID_BYTES = 16;

/** What is expected of a key that held nothing. No envelope is empty. */
const NOTHING = Buffer.alloc(0);

/** Stores when the key holds what was expected, or nothing: a tombstone that has expired since. KEYS: key. ARGV: expected, value, lifetime in ms. */
const STORE_SCRIPT = `
local held = redis.call('GET', KEYS[1])
if held and held ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
return 1`;

export type Reading =
  | { readonly state: "hit"; readonly value: Uint8Array | undefined }
  /** `found` goes into {@link RedisLevel.store}. */
  | { readonly state: "miss"; readonly found: Uint8Array }
  | { readonly state: "away" };

export interface RedisLevelDeps {
  readonly address: ConnectionOptions;
  readonly prefix: string;
  readonly limits: CacheLimits;
  readonly counts: Counts;
  readonly random: () => number;
  readonly onWarning: (message: string, cause: unknown) => void;
  /** Another process deleted this key. */
  readonly onDeleted: (key: string) => void;
  /** Deletes of other processes may have been missed. */
  readonly onGap: () => void;
}

export class RedisLevel {
  readonly #deps: RedisLevelDeps;
  readonly #link: RedisLink;
  readonly #channel: InvalidationChannel;
  readonly #channelName: string;
  readonly #pending: PendingDeletes;
  readonly #tombstoneMs: number;

  constructor(deps: RedisLevelDeps) {
    this.#deps = deps;
    this.#tombstoneMs = deps.limits.loadTimeoutMs + TOMBSTONE_MARGIN_MS;
    this.#channelName = `${deps.prefix}:deleted`;
    const options = { ...connectionOptions(deps.limits, deps.random), ...deps.address };
    this.#channel = new InvalidationChannel({
      options,
      channel: this.#channelName,
      sender: randomUUID(),
      onDeleted: deps.onDeleted,
      onGap: deps.onGap,
    });
    this.#pending = new PendingDeletes({
      lengthMax: deps.limits.pendingDeletesMax,
      counts: deps.counts,
      send: (key) => this.#tell(key),
    });
    this.#link = new RedisLink({
      options,
      counts: deps.counts,
      onWarning: deps.onWarning,
      onReady: () => void this.#pending.repeat(),
      onHanging: () => this.#channel.reconnect(),
    });
  }

  /** Resolves when Redis is there, or known to be away for now, or has not decided within `connectTimeoutMs`: unreachable Sentinels are asked on and on. */
  async connect(): Promise<void> {
    const decided = new AbortController();
    const connecting = Promise.all([this.#link.connect(), this.#channel.connect()]);
    const late = delay(this.#deps.limits.connectTimeoutMs, undefined, { signal: decided.signal });
    try {
      await Promise.race([connecting, late]);
    } finally {
      decided.abort();
      late.catch(() => undefined); // Aborted: it was in time.
    }
  }

  isUp(): boolean {
    return this.#link.isUp();
  }

  get pendingDeletes(): number {
    return this.#pending.size;
  }

  /** @param isValid whether the payload is a value at all; one that is not is replaced by a tombstone */
  async read(key: string, isValid: (value: Uint8Array) => boolean): Promise<Reading> {
    if (this.#pending.has(key)) return { state: "away" };
    const outcome = await this.#link.run((client) => client.getBuffer(key));
    if (outcome.state === "away") return outcome;
    if (outcome.state === "refused")
      return outcome.error.message.startsWith("WRONGTYPE") ? this.#bury(key) : { state: "away" };
    const raw = outcome.value;
    if (raw === null) return { state: "miss", found: NOTHING };
    const envelope = openEnvelope(raw);
    switch (envelope?.kind) {
      case "tombstone":
        return { state: "miss", found: raw };
      case "absent":
        return { state: "hit", value: undefined };
      case "value":
        return isValid(envelope.bytes) ? { state: "hit", value: envelope.bytes } : this.#bury(key);
      default:
        return this.#bury(key);
    }
  }

  /**
   * Stores a loaded value if the key still holds what `read` found.
   * @param value undefined for a negative entry
   * @returns false when it holds something else: the value may be stale and must not be kept anywhere
   */
  async store(key: string, found: Uint8Array, value: Uint8Array | undefined, ttlMs: number): Promise<boolean> {
    if (this.#pending.has(key)) return false;
    const sealed = sealValue(value);
    const lifetime = String(Math.max(1, Math.round(ttlMs)));
    const outcome = await this.#link.run((client) =>
      client.eval(STORE_SCRIPT, 1, key, Buffer.from(found), sealed, lifetime),
    );
    return outcome.state !== "answered" || outcome.value === 1;
  }

  /** Deletes for all processes; when Redis is away, as soon as it is back. */
  delete(key: string): Promise<void> {
    return this.#pending.add(key);
  }

  async close(): Promise<void> {
    await this.#pending.close();
    this.#link.close();
    this.#channel.close();
  }

  /** What lies there is none of ours, or damaged. */
  async #bury(key: string): Promise<Reading> {
    this.#deps.counts.corruptedValues++;
    const tombstone = sealTombstone(randomBytes(TOMBSTONE_ID_BYTES));
    const outcome = await this.#link.run((client) => client.set(key, tombstone, "PX", this.#tombstoneMs));
    return outcome.state === "answered" ? { state: "miss", found: tombstone } : { state: "away" };
  }

  /** Leaves a tombstone and tells the others. Both go out together; only the first must succeed, as a lost message only costs time. */
  async #tell(key: string): Promise<boolean> {
    const tombstone = sealTombstone(randomBytes(TOMBSTONE_ID_BYTES));
    const [buried] = await Promise.all([
      this.#link.run((client) => client.set(key, tombstone, "PX", this.#tombstoneMs)),
      this.#link.run((client) => client.publish(this.#channelName, this.#channel.message(key))),
    ]);
    if (buried.state !== "refused") return buried.state === "answered";
    // A Redis that is out of memory takes no tombstone, but still lets go of values.
    const unlinked = await this.#link.run((client) => client.unlink(key));
    return unlinked.state === "answered";
  }
}
