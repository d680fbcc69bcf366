/**
 * The content of one version, and what changes between two.
 * @module
 */
import type { ValueType } from "./value.ts";

export interface Entry {
  readonly section: string;
  readonly key: string;
  readonly type: ValueType;
  /** Of a secret the number under which it is kept, sealed. */
  readonly value: string;
  readonly secret: boolean;
  readonly comment: string;
  /** Of its last edit. Who edits it says which one they saw. */
  readonly revision: number;
}

/** In the order of sections and keys. */
export type Content = readonly Entry[];

/** What becomes of one key. */
export interface Edit {
  readonly section: string;
  readonly key: string;
  /** Absent where the key goes. */
  readonly entry?: Entry;
}

export interface Change {
  readonly section: string;
  readonly key: string;
  readonly before?: Entry;
  readonly after?: Entry;
}

export function placeOf({ section, key }: Pick<Entry, "section" | "key">): string {
  return `${section}\n${key}`;
}

/** Edits on top of a content. */
export function applyEdits(content: Content, edits: readonly Edit[]): Content {
  const entries = new Map(content.map((entry) => [placeOf(entry), entry]));
  for (const edit of edits) {
    if (edit.entry === undefined) entries.delete(placeOf(edit));
    else entries.set(placeOf(edit), edit.entry);
  }
  return [...entries.values()].sort(byPlace);
}

/** What a reader would notice, in order: value, type, secrecy, comment. A new revision alone is no change. */
export function diff(before: Content, after: Content): Change[] {
  const old = new Map(before.map((entry) => [placeOf(entry), entry]));
  const changes: Change[] = [];
  for (const entry of after) {
    const place = placeOf(entry);
    const was = old.get(place);
    old.delete(place);
    if (was === undefined) changes.push({ section: entry.section, key: entry.key, after: entry });
    else if (!isSame(was, entry)) changes.push({ section: entry.section, key: entry.key, before: was, after: entry });
  }
  for (const entry of old.values()) changes.push({ section: entry.section, key: entry.key, before: entry });
  return changes.sort(byPlace);
}

/** Sections in which something is there that a client would read otherwise: comments are not for clients. */
export function changedSections(before: Content, after: Content): ReadonlySet<string> {
  const visible = diff(before, after).filter(
    ({ before: a, after: b }) => a?.value !== b?.value || a?.type !== b?.type || a?.secret !== b?.secret,
  );
  return new Set(visible.map(({ section }) => section));
}

function isSame(a: Entry, b: Entry): boolean {
  return a.value === b.value && a.type === b.type && a.secret === b.secret && a.comment === b.comment;
}

type Place = Pick<Entry, "section" | "key">;

function byPlace(a: Place, b: Place): number {
  if (a.section !== b.section) return a.section < b.section ? -1 : 1;
  if (a.key === b.key) return 0;
  return a.key < b.key ? -1 : 1;
}
