/**
 * What is known of keys whose replies are not in the store, or not yet: that they are nobody else's, so that nobody waits for another in
 * vain; by which headers they vary, so that only those wait together that will get the same; and that a refresh has just failed.
 * @module
 */
import { LRUCache } from "lru-cache";
import type { Fetched } from "./flight.ts";
import { selectingValues } from "./policy/vary.ts";
import type { CacheRequest } from "./request.ts";

/**
 * How long replies of a key are taken to be nobody else's, counted from the last one that was. Short, because in that time a crowd costs
 * the upstream a request each; renewed, because those who wait together for a long poll would each wait for two.
 */
const PRIVATE_MS = 10_000;
/** A refresh that failed is tried again after so long at the earliest, while stale replies go on being served. */
const REFRESH_RETRY_MS = 1_000;
/** Keys about which something is remembered. */
const TRAITS_MAX = 10_000;

interface Known {
  readonly privateUntilMs: number;
  readonly vary: readonly string[];
  readonly refreshFromMs: number;
}

const NOTHING: Known = { privateUntilMs: 0, vary: [], refreshFromMs: 0 };

export class Traits {
  readonly #known = new LRUCache<string, Known>({ max: TRAITS_MAX });
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  isPrivate(request: CacheRequest): boolean {
    return this.#of(request).privateUntilMs > this.#now();
  }

  mayRefresh(request: CacheRequest): boolean {
    return this.#of(request).refreshFromMs <= this.#now();
  }

  refreshFailed(request: CacheRequest): void {
    this.#known.set(traitKey(request), { ...this.#of(request), refreshFromMs: this.#now() + REFRESH_RETRY_MS });
  }

  /** What was known to be nobody else's still is. Written once in a while only: it is said of every request. */
  staysPrivate(request: CacheRequest): void {
    const known = this.#of(request);
    if (known.privateUntilMs - this.#now() < PRIVATE_MS / 2) this.#setPrivate(request, known);
  }

  remember(request: CacheRequest, fetched: Fetched): void {
    if (fetched.kind === "failed") return;
    if (fetched.kind === "private") {
      if (!fetched.serverError) this.#setPrivate(request, this.#of(request));
      return;
    }
    const { vary, noCache, lifetimeSeconds } = fetched.entry.head;
    const privateUntilMs = noCache || lifetimeSeconds === 0 ? this.#now() + PRIVATE_MS : 0;
    if (privateUntilMs === 0 && vary.length === 0) this.#known.delete(traitKey(request));
    else this.#known.set(traitKey(request), { privateUntilMs, vary, refreshFromMs: 0 });
  }

  /** Of what requests that will get the same reply have in common. @param vary where it is known better from what is stored */
  flightKey(request: CacheRequest, vary: readonly string[] = this.#of(request).vary): string {
    const trait = traitKey(request);
    return vary.length === 0 ? trait : `${trait}\n${JSON.stringify(selectingValues(vary, request.headers))}`;
  }

  #of(request: CacheRequest): Known {
    return this.#known.get(traitKey(request)) ?? NOTHING;
  }

  #setPrivate(request: CacheRequest, known: Known): void {
    this.#known.set(traitKey(request), { ...known, privateUntilMs: this.#now() + PRIVATE_MS });
  }
}

function traitKey({ key, authorized }: CacheRequest): string {
  return `${key.url}\n${key.parts}\n${authorized}`;
}
