/**
 * What the objects of push need of the runtime, as their parts take it.
 * @module
 */

/** @returns how to call it off */
export function later(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}
