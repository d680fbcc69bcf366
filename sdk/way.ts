/** Which way a reply came, or a fault: kept beside what the app has in hand. @module */
import type { Way } from "./network/exchange.ts";

const WAYS = new WeakMap<object, Way>();

/** @returns the same thing */
export function withWay<T>(thing: T, way: Way | undefined): T {
  if (way !== undefined && typeof thing === "object" && thing !== null) WAYS.set(thing, way);
  return thing;
}

/**
 * Of a reply, of a message that a typed call gave, or of a fault; undefined where it took none, or the client has no network of its own.
 */
export function wayOf(thing: unknown): Way | undefined {
  if (typeof thing !== "object" || thing === null) return undefined;
  return WAYS.get(thing) ?? (thing instanceof Error ? wayOf(thing.cause) : undefined);
}
