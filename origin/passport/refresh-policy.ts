/**
 * What becomes of a refresh token that is shown again. Pure: the session as it is stored and the time in, the decision out.
 *
 * A token is replaced when it is used. Used again within the grace it gives the same successor, because its reply may have been lost, or two parts
 * of an app refreshed at once. Used after that, somebody has an old copy, and nobody can say whether it is the app or a thief who has the
 * current one: the session ends.
 * @module
 */

/** A lost reply is noticed and asked for again in this time, also on a bad network. */
export const GRACE_MS = 30_000;
/** Rotations within one grace at most; an app needs one in ten minutes. It bounds what is remembered of each session. */
export const ROTATIONS_PER_GRACE_MAX = 8;
/** A session that is not refreshed for so long ends: an app that is opened every other month stays signed in. */
export const SESSION_IDLE_MS_MAX = 60 * 86_400_000;
/** A session ends in any case then, so that no credential lives for ever. */
export const SESSION_MS_MAX = 365 * 86_400_000;

export interface SessionState {
  /** Of the current token. */
  readonly generation: number;
  /** When the latest generations were replaced; the last entry is that of `generation - 1`. */
  readonly replacedAtMs: readonly number[];
  readonly expiresAtMs: number;
  readonly revoked: boolean;
}

export type RefreshDecision =
  /** Replace the token; the session's new list of replacements comes with it. */
  | { readonly kind: "rotate"; readonly replacedAtMs: readonly number[] }
  /** It was replaced a moment ago: give its successor again, and change nothing. */
  | { readonly kind: "repeat"; readonly generation: number }
  /** It was replaced long ago: end the session. */
  | { readonly kind: "reuse" }
  | { readonly kind: "too_often"; readonly retryAfterMs: number }
  | { readonly kind: "ended" }
  /** A token that is yet to come: the database was restored from a copy that is older than the token. */
  | { readonly kind: "unknown" };

/** @param generation of the token, which was found to be genuine */
export function decideRefresh(session: SessionState, generation: number, nowMs: number): RefreshDecision {
  if (session.revoked || nowMs >= session.expiresAtMs) return { kind: "ended" };
  if (generation > session.generation) return { kind: "unknown" };
  if (generation < session.generation) return decideOld(session, generation, nowMs);

  // Cut off at the front only: what is left must still tell by its place which generation it is of, also when clocks differ.
  const firstRecent = session.replacedAtMs.findIndex((atMs) => isRecent(atMs, nowMs));
  const recent = firstRecent < 0 ? [] : session.replacedAtMs.slice(firstRecent);
  const [first] = recent;
  if (recent.length >= ROTATIONS_PER_GRACE_MAX && first !== undefined) {
    return { kind: "too_often", retryAfterMs: first + GRACE_MS - nowMs };
  }
  return { kind: "rotate", replacedAtMs: [...recent, nowMs] };
}

export function sessionExpiresAtMs(createdAtMs: number, nowMs: number): number {
  return Math.min(nowMs + SESSION_IDLE_MS_MAX, createdAtMs + SESSION_MS_MAX);
}

function decideOld(session: SessionState, generation: number, nowMs: number): RefreshDecision {
  const replacedAtMs = session.replacedAtMs.at(generation - session.generation);
  return replacedAtMs !== undefined && isRecent(replacedAtMs, nowMs)
    ? { kind: "repeat", generation: generation + 1 }
    : { kind: "reuse" };
}

/** A time that is yet to come is one of another instance, whose clock is ahead. */
function isRecent(atMs: number, nowMs: number): boolean {
  return nowMs - atMs < GRACE_MS;
}
