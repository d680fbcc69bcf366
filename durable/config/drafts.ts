/**
 * The draft: edits on top of the main version, which nobody sees before they are released.
 *
 * Who edits a key says which revision of it they saw: that of the edit in the draft, else that of the published entry, else 0. So two
 * people never overwrite one another unawares.
 * @module
 */
import { applyEdits, type Content, type Edit, type Entry, type ValueType } from "../../proto/config/config.ts";
import { Fault } from "../../proto/fault.ts";
import { note, shownEdits } from "./audit.ts";
import { Stale } from "./refusal.ts";
import { dropUnreleased, keepSecret, type Sealed } from "./secrets.ts";
import { count, readNumber, type Sql, type Turn } from "./tables.ts";
import { checkSize, contentOfVersion, readReleases } from "./versions.ts";

/** What is asked for. Names and values have been checked against their types by then. */
export interface DraftEdit {
  readonly section: string;
  readonly key: string;
  /** That was seen. */
  readonly revision: number;
  /** Absent: the key goes. */
  readonly set?: {
    readonly type: ValueType;
    readonly comment: string;
    readonly secret: boolean;
    /** Absent where only the comment changes. */
    readonly value?: string;
    /** In place of `value` where it is a secret. */
    readonly sealed?: Sealed & { readonly label: string };
  };
}

export interface DraftRow extends Edit {
  readonly author: string;
  readonly atMs: number;
  readonly revision: number;
}

/** All edits, or none. @returns the revision that each key has now. @throws Stale, Fault */
export function edit(turn: Turn, edits: readonly DraftEdit[]): number {
  const { sql } = turn;
  const main = contentOfVersion(sql, readReleases(sql).main);
  const published = new Map(main.map((entry) => [`${entry.section}\n${entry.key}`, entry]));
  const revision = count(sql, "revision");
  const done: Edit[] = [];
  for (const asked of edits) {
    const place = `${asked.section}/${asked.key}`;
    const was = draftRow(sql, asked.section, asked.key);
    const base = was === undefined ? published.get(`${asked.section}\n${asked.key}`) : was.entry;
    const current = was?.revision ?? base?.revision ?? 0;
    if (asked.revision !== current) throw new Stale(place, current);
    if (asked.set === undefined && base === undefined) throw new Fault("not_found", `there is no ${place}`);
    const entry = asked.set === undefined ? undefined : entryOf(sql, asked, base, revision);
    if (was?.entry?.secret === true && was.entry.value !== entry?.value) dropUnreleased(sql, was.entry.value);
    put(turn, { section: asked.section, key: asked.key, ...(entry === undefined ? {} : { entry }) }, revision);
    done.push({ section: asked.section, key: asked.key, ...(entry === undefined ? {} : { entry }) });
  }
  checkSize(draftedContent(sql));
  note(turn, "edit", shownEdits(done));
  return revision;
}

function entryOf(
  sql: Sql,
  { section, key, set }: DraftEdit,
  base: Entry | undefined,
  revision: number,
): Entry | undefined {
  if (set === undefined) return undefined;
  const { type, secret, comment, value, sealed } = set;
  const entry = { section, key, type, secret, comment, revision };
  if (sealed !== undefined) return { ...entry, value: keepSecret(sql, sealed.label, sealed) };
  const refuse = (what: string) => new Fault("invalid_argument", `${section}/${key}: ${what}`);
  if (value === undefined) {
    // Only the comment changes: what is secret stays so, and what is not becomes so with a new value alone.
    if (base === undefined || base.type !== type || (secret && !base.secret)) throw refuse("a value is needed");
    return { ...base, comment, revision };
  }
  // Whoever forgets the mark must not put the next password where everyone reads it.
  if (base?.secret === true) throw refuse("is a secret: mark its new value as one, or delete it first");
  return { ...entry, value };
}

/** Takes edits back. @param places empty for all. @returns how many. @throws Stale */
export function discard(turn: Turn, seen: number, places: readonly Pick<Edit, "section" | "key">[]): number {
  const { sql } = turn;
  requireRevision(sql, seen);
  const rows = places.length === 0 ? draftRows(sql) : places.map(({ section, key }) => knownRow(sql, section, key));
  for (const row of rows) drop(sql, row);
  if (rows.length === 0) return 0;
  count(sql, "revision");
  note(turn, "discard", {
    places: rows.map(({ section, key }) => `${section}/${key}`).slice(0, 100),
    count: rows.length,
  });
  return rows.length;
}

function knownRow(sql: Sql, section: string, key: string): DraftRow {
  const row = draftRow(sql, section, key);
  if (row === undefined) throw new Fault("not_found", `${section}/${key} is not in the draft`);
  return row;
}

function drop(sql: Sql, { section, key, entry }: Edit): void {
  if (entry?.secret === true) dropUnreleased(sql, entry.value);
  sql.exec("DELETE FROM draft WHERE section = ? AND key = ?", section, key);
}

/** What is in a version now is no longer in the draft. */
export function clearDraft(sql: Sql): void {
  sql.exec("DELETE FROM draft");
}

/** Edits of a release that was given up come back, where nobody has edited the same key since. */
export function restoreDraft(turn: Turn, edits: readonly Edit[], revision: number): void {
  for (const each of edits) {
    if (draftRow(turn.sql, each.section, each.key) !== undefined) continue;
    put(turn, each.entry === undefined ? each : { ...each, entry: { ...each.entry, revision } }, revision);
  }
}

function put({ sql, nowMs, actor }: Turn, { section, key, entry }: Edit, revision: number): void {
  sql.exec(
    "INSERT OR REPLACE INTO draft (section, key, entry, author, at_ms, revision) VALUES (?, ?, ?, ?, ?, ?)",
    section,
    key,
    entry === undefined ? null : JSON.stringify(entry),
    actor,
    nowMs,
    revision,
  );
}

/** The main version with the draft on top. */
export function draftedContent(sql: Sql): Content {
  return applyEdits(contentOfVersion(sql, readReleases(sql).main), draftRows(sql));
}

/** @throws Stale */
export function requireRevision(sql: Sql, seen: number): void {
  const current = readNumber(sql, "revision");
  if (seen !== current) throw new Stale("the configuration", current);
}

type Columns = { section: string; key: string; entry: string | null; author: string; at_ms: number; revision: number };
const SELECT = "SELECT section, key, entry, author, at_ms, revision FROM draft";

export function draftRows(sql: Sql): DraftRow[] {
  return sql.exec<Columns>(`${SELECT} ORDER BY section, key`).toArray().map(rowOf);
}

function draftRow(sql: Sql, section: string, key: string): DraftRow | undefined {
  return sql.exec<Columns>(`${SELECT} WHERE section = ? AND key = ?`, section, key).toArray().map(rowOf)[0];
}

function rowOf({ entry, at_ms: atMs, ...rest }: Columns): DraftRow {
  return { ...rest, atMs, ...(entry === null ? {} : { entry: JSON.parse(entry) as Entry }) };
}
