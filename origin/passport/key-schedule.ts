/**
 * Which signing key does what at which time. Everything follows from when each key becomes active, so that instances that read the same rows
 * agree without talking to each other:
 *
 *     published ──── PUBLISH_AHEAD ────▶ active: signs ────▶ next one is active ──── LISTED_AFTER ────▶ gone
 *     └───────────────────────── listed in the key set: edges trust it ─────────────────────────┘
 * @module
 */
import { ACCESS_TOKEN_TTL_SECONDS } from "../../proto/access-token.ts";

/** How long edges may use the key set before they ask again. */
export const JWKS_MAX_AGE_SECONDS = 300;
/** An instance reads the keys again after this. */
export const KEYS_RELOAD_MS = 60_000;
/** From a key's publication to its first signature: every instance has read it and every edge has fetched it, with room for one fetch that failed. */
export const PUBLISH_AHEAD_MS = 2 * (JWKS_MAX_AGE_SECONDS * 1000 + KEYS_RELOAD_MS);
/** From a key's last signature, by the last instance to notice, until the last token of it has ended; doubled, because it costs nothing. */
export const LISTED_AFTER_MS = 2 * (ACCESS_TOKEN_TTL_SECONDS * 1000 + KEYS_RELOAD_MS);

export interface ScheduledKey {
  readonly generation: bigint;
  readonly activeFromMs: number;
}

/** The one that signs; undefined only where there is no key. @param keys by generation, ascending */
export function signingKeyOf<K extends ScheduledKey>(keys: readonly K[], nowMs: number): K | undefined {
  // A clock that was set back behind the first activation still finds a key.
  return keys.findLast((key) => key.activeFromMs <= nowMs) ?? keys[0];
}

/** Those that the key set lists: the active one, the coming ones, and the old ones whose tokens may live. */
export function listedKeysOf<K extends ScheduledKey>(keys: readonly K[], nowMs: number): K[] {
  return keys.filter((_key, index) => {
    const successor = keys[index + 1];
    return successor === undefined || nowMs < successor.activeFromMs + LISTED_AFTER_MS;
  });
}

/** A key that is published and not active yet. */
export function pendingKeyOf<K extends ScheduledKey>(keys: readonly K[], nowMs: number): K | undefined {
  return keys.find((key) => key.activeFromMs > nowMs);
}
