/**
 * Gray release: which nodes see a version before the others do.
 * @module
 */
import type { Labels } from "./names.ts";

export interface GrayRule {
  /** 0 to 100, in hundredths: of the nodes, by their names' hash. */
  readonly percent: number;
  /** A node that carries all of these is chosen; without any none is chosen by them. */
  readonly labels: Labels;
  /** Chosen by name. */
  readonly nodes: readonly string[];
}

/** Who reads. A reader without a name is in no gray release, unless its labels say so. */
export interface Reader {
  readonly node: string;
  readonly labels: Labels;
}

export const GRAY_NODES_MAX = 1_000;
/** Hundredths of a percent. */
const SHARES = 10_000;

export function isGray({ percent, labels, nodes }: GrayRule, reader: Reader): boolean {
  if (reader.node !== "" && nodes.includes(reader.node)) return true;
  const wanted = Object.entries(labels);
  if (wanted.length > 0 && wanted.every(([name, value]) => reader.labels[name] === value)) return true;
  return reader.node !== "" && shareOf(reader.node) < Math.round(percent * 100);
}

/** Whether no node that the first rule chose is left out by the second. It may say no where that is too hard to tell. */
export function onlyWidens(before: GrayRule, after: GrayRule): boolean {
  const wanted = Object.entries(after.labels);
  const was = Object.keys(before.labels).length;
  const labelsHold = was === 0 || (wanted.length > 0 && wanted.every(([name, value]) => before.labels[name] === value));
  return after.percent >= before.percent && labelsHold && before.nodes.every((node) => after.nodes.includes(node));
}

/**
 * From 0 to 9999, the same for a name wherever and whenever it is asked. FNV-1a, whose low bits alone hardly differ for names that differ in
 * their last letter, and the mixing steps of MurmurHash3 behind it.
 */
export function shareOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % SHARES;
}
