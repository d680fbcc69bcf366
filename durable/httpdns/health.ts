/**
 * Whether an address is up, by what its probes said: so many failures in a row take it out, so many successes bring it back, and one that
 * falls again and again stays out for longer each time.
 * @module
 */
import type { Damping } from "./plan.ts";

/** What falls again within so long is flapping. */
const FLAPPING_MS = 600_000;
/** However often it fell. */
const HOLD_MS_MAX = 300_000;

export interface Health {
  /** Undefined before the first probes have decided. */
  readonly isUp: boolean | undefined;
  /** In a row. */
  readonly good: number;
  readonly bad: number;
  /** When it went down last; 0 where it never did. */
  readonly downAtMs: number;
  /** How often it went down, each time soon after the one before. */
  readonly falls: number;
}

export const UNKNOWN: Health = { isUp: undefined, good: 0, bad: 0, downAtMs: 0, falls: 0 };

export function noted(health: Health, isGood: boolean, nowMs: number, damping: Damping): Health {
  const good = isGood ? health.good + 1 : 0;
  const bad = isGood ? 0 : health.bad + 1;
  const counted = { ...health, good, bad };
  if (health.isUp === false) {
    const mayRise = good >= damping.upAfter && nowMs - health.downAtMs >= holdMs(health.falls, damping);
    return mayRise ? { ...counted, isUp: true } : counted;
  }
  if (bad >= damping.downAfter) {
    const isFlapping = health.falls > 0 && nowMs - health.downAtMs < FLAPPING_MS;
    return { ...counted, isUp: false, downAtMs: nowMs, falls: isFlapping ? health.falls + 1 : 1 };
  }
  return isGood ? { ...counted, isUp: true } : counted;
}

function holdMs(falls: number, damping: Damping): number {
  return Math.min(damping.holdMs * 2 ** Math.max(0, falls - 1), Math.max(HOLD_MS_MAX, damping.holdMs));
}
