/**
 * Finds the route of a path: a tree of segments, built once.
 *
 * The most specific pattern wins: from the left, a literal segment before `{param}` before `{rest...}`. A pattern whose methods do
 * not fit is passed over for a less specific one whose methods do.
 * @module
 */
import { canonicalSegment } from "./path.ts";
import type { PathPattern } from "./pattern.ts";

export interface Entry<T> {
  readonly pattern: PathPattern;
  readonly methods: readonly string[];
  readonly value: T;
}

export interface Found<T> {
  readonly value: T;
  readonly pattern: PathPattern;
  /** The request's segments from which the pattern's wild parts take their values, still encoded. */
  readonly segments: readonly string[];
}

export interface Router<T> {
  find(method: string, path: string): Found<T> | undefined;
  /** Methods that some route takes at this path, in the order of the alphabet. */
  allowed(path: string): string[];
}

interface Node<T> {
  readonly literals: Map<string, Node<T>>;
  param?: Node<T>;
  /** Entries that end with this segment. */
  readonly ends: Entry<T>[];
  /** Entries whose `{rest...}` begins after this segment. */
  readonly rests: Entry<T>[];
}

export function router<T>(entries: readonly Entry<T>[]): Router<T> {
  const root = emptyNode<T>();
  for (const entry of entries) insert(root, entry);
  return {
    find(method, path) {
      const segments = segmentsOf(path);
      const entry = search(root, segments, 0, (candidate) => candidate.methods.includes(method));
      return entry === undefined ? undefined : { value: entry.value, pattern: entry.pattern, segments };
    },
    allowed(path) {
      const methods = new Set<string>();
      search(root, segmentsOf(path), 0, (candidate) => {
        for (const method of candidate.methods) methods.add(method);
        return false; // All of them are wanted, so none ends the search.
      });
      return [...methods].sort();
    },
  };
}

function insert<T>(root: Node<T>, entry: Entry<T>): void {
  let node = root;
  for (const segment of entry.pattern.segments) {
    if (segment.kind === "rest") {
      node.rests.push(entry);
      return;
    }
    node = segment.kind === "literal" ? literalChild(node, canonicalSegment(segment.text)) : paramChild(node);
  }
  node.ends.push(entry);
}

/** Depth first, the most specific branch first. Patterns are few and shallow, so that turning back costs next to nothing. */
function search<T>(
  node: Node<T>,
  segments: readonly string[],
  at: number,
  fits: (entry: Entry<T>) => boolean,
): Entry<T> | undefined {
  const segment = segments[at];
  if (segment === undefined) return node.ends.find(fits);
  const literal = node.literals.get(canonicalSegment(segment));
  const found = literal === undefined ? undefined : search(literal, segments, at + 1, fits);
  if (found !== undefined) return found;
  // An empty segment is no value: `/countries/` is not `/countries/{code}`.
  const wild = node.param === undefined || segment === "" ? undefined : search(node.param, segments, at + 1, fits);
  return wild ?? node.rests.find(fits);
}

function segmentsOf(path: string): string[] {
  return path.slice(1).split("/");
}

function literalChild<T>(node: Node<T>, text: string): Node<T> {
  const existing = node.literals.get(text);
  if (existing !== undefined) return existing;
  const made = emptyNode<T>();
  node.literals.set(text, made);
  return made;
}

function paramChild<T>(node: Node<T>): Node<T> {
  node.param ??= emptyNode<T>();
  return node.param;
}

function emptyNode<T>(): Node<T> {
  return { literals: new Map(), ends: [], rests: [] };
}
