/**
 * What the objects of push need of the runtime, as their parts take it.
 * @module
 */
import { isYounger } from "../../proto/push/push.ts";

/** @returns how to call it off */
export function later(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}

/** @returns what was made last, unless that is as old as `ageMs` */
export function remembered<T>(ageMs: number, now: () => number, make: () => T): () => T {
  let known: { readonly atMs: number; readonly value: T } | undefined;
  return () => {
    const nowMs = now();
    if (known === undefined || !isYounger(known.atMs, ageMs, nowMs)) known = { atMs: nowMs, value: make() };
    return known.value;
  };
}
