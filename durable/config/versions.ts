/**
 * Versions: numbered, immutable, and never given twice. What readers see is one of two of them, the main one and, for some, the gray one.
 *
 * Invariant: main < gray, and every version that becomes visible to anyone is higher than what was visible to them before. So no reader
 * ever sees a number go down; where old content comes back, it comes under a new number.
 * @module
 */
import {
  type Change,
  CONTENT_BYTES_MAX,
  type Content,
  changedSections,
  diff,
  ENTRIES_MAX,
  type GrayRule,
  isGray,
  type Reader,
} from "../../proto/config/config.ts";
import { Fault } from "../../proto/fault.ts";
import { markReleased } from "./secrets.ts";
import { readNumber, readState, type Sql, type Turn, writeState } from "./tables.ts";

/** A secret travels beside the content: 500 × 16 KB is what one answer over RPC carries with ease. */
const SECRETS_MAX = 500;

export type VersionKind = "publish" | "rollback" | "gray" | "move" | "promote" | "abandon";

export interface VersionRow {
  readonly number: number;
  readonly kind: VersionKind;
  readonly author: string;
  readonly atMs: number;
  readonly message: string;
  /** The version under which its content is kept: its own number, or that of an older one with the same. */
  readonly contentOf: number;
  /** Of a rollback the version whose content came back. */
  readonly ofVersion: number | null;
}

/** Section → the version that last changed it. One that was emptied stays, so that who watches it hears of that. */
export type SectionVersions = Readonly<Record<string, number>>;

export interface GrayState {
  readonly version: number;
  readonly rule: GrayRule;
}

/** What is visible to whom. */
export interface Releases {
  /** 0 before the first. */
  readonly main: number;
  readonly gray: GrayState | undefined;
}

export function readReleases(sql: Sql): Releases {
  const gray = readState(sql, "gray");
  return { main: readNumber(sql, "main"), gray: gray === undefined ? undefined : (JSON.parse(gray) as GrayState) };
}

/** The version that a reader sees. */
export function visibleTo({ main, gray }: Releases, reader: Reader): number {
  return gray !== undefined && isGray(gray.rule, reader) ? gray.version : main;
}

export interface NewVersion {
  readonly kind: VersionKind;
  readonly message: string;
  readonly content: Content;
  /** Where an older version has the same content. */
  readonly contentOf?: number;
  readonly ofVersion?: number;
}

/**
 * Writes the next version. It is visible to nobody yet.
 * @returns its number
 * @throws Fault resource_exhausted where it is too large
 */
export function addVersion(turn: Turn, { kind, message, content, contentOf, ofVersion }: NewVersion): number {
  const { sql, nowMs, actor } = turn;
  const number = lastVersion(sql) + 1;
  const releases = readReleases(sql);
  const main = contentOfVersion(sql, releases.main);
  if (contentOf === undefined) storeContent(sql, number, content);
  const sections: Record<string, number> = { ...sectionsOfVersion(sql, releases.main) };
  for (const section of changedSections(main, content)) sections[section] = number;
  if (releases.gray !== undefined) {
    // Who is in the gray release notices other differences than everyone else.
    for (const section of changedSections(contentOfVersion(sql, releases.gray.version), content))
      sections[section] = number;
    for (const section of changedSections(main, contentOfVersion(sql, releases.gray.version)))
      sections[section] = number;
  }
  sql.exec(
    "INSERT INTO version (number, kind, author, at_ms, message, content_of, of_version, sections) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    number,
    kind,
    actor,
    nowMs,
    message,
    contentOf ?? number,
    ofVersion ?? null,
    JSON.stringify(sections),
  );
  for (const change of diff(main, content)) {
    const add = "INSERT INTO change (section, key, version, change) VALUES (?, ?, ?, ?)";
    sql.exec(add, change.section, change.key, number, JSON.stringify(change));
  }
  return number;
}

function storeContent(sql: Sql, number: number, content: Content): void {
  checkSize(content);
  sql.exec("INSERT INTO content (version, entries) VALUES (?, ?)", number, JSON.stringify(content));
  for (const { secret, value } of content) if (secret) markReleased(sql, value);
}

/** @throws Fault resource_exhausted */
export function checkSize(content: Content): void {
  if (content.length > ENTRIES_MAX) {
    throw new Fault("resource_exhausted", `a configuration has at most ${ENTRIES_MAX} keys`, { status: 413 });
  }
  if (content.filter(({ secret }) => secret).length > SECRETS_MAX) {
    throw new Fault("resource_exhausted", `a configuration has at most ${SECRETS_MAX} secrets`, { status: 413 });
  }
  const bytes = new TextEncoder().encode(JSON.stringify(content)).length;
  if (bytes <= CONTENT_BYTES_MAX) return;
  throw new Fault("resource_exhausted", `a configuration has at most ${CONTENT_BYTES_MAX} bytes, not ${bytes}`, {
    status: 413,
  });
}

function lastVersion(sql: Sql): number {
  return sql.exec<{ last: number | null }>("SELECT max(number) AS last FROM version").toArray()[0]?.last ?? 0;
}

export function setMain(sql: Sql, number: number): void {
  writeState(sql, "main", number);
}

export function setGray(sql: Sql, gray: GrayState | undefined): void {
  writeState(sql, "gray", gray === undefined ? undefined : JSON.stringify(gray));
}

const VERSION_COLUMNS = "number, kind, author, at_ms, message, content_of, of_version";
type Columns = {
  number: number;
  kind: VersionKind;
  author: string;
  at_ms: number;
  message: string;
  content_of: number;
  of_version: number | null;
};

/** @throws Fault not_found */
export function versionRow(sql: Sql, number: number): VersionRow {
  const [row] = sql.exec<Columns>(`SELECT ${VERSION_COLUMNS} FROM version WHERE number = ?`, number).toArray();
  if (row === undefined) throw new Fault("not_found", `there is no version ${number}`);
  return rowOf(row);
}

/** The newest first. @param before a number; 0 for the newest */
export function versionRows(sql: Sql, before: number, limit: number): VersionRow[] {
  const below = before === 0 ? Number.MAX_SAFE_INTEGER : before;
  const select = `SELECT ${VERSION_COLUMNS} FROM version WHERE number < ? ORDER BY number DESC LIMIT ?`;
  return sql.exec<Columns>(select, below, limit).toArray().map(rowOf);
}

function rowOf({ at_ms: atMs, content_of: contentOf, of_version: ofVersion, ...rest }: Columns): VersionRow {
  return { ...rest, atMs, contentOf, ofVersion };
}

/** @param number 0 for the emptiness before the first version. @throws Fault not_found */
export function contentOfVersion(sql: Sql, number: number): Content {
  return JSON.parse(contentText(sql, number)) as Content;
}

/** The same as the JSON that it is stored as. */
export function contentText(sql: Sql, number: number): string {
  if (number === 0) return "[]";
  const select = "SELECT entries FROM content JOIN version ON content.version = content_of WHERE number = ?";
  const [row] = sql.exec<{ entries: string }>(select, number).toArray();
  if (row === undefined) throw new Fault("not_found", `there is no version ${number}`);
  return row.entries;
}

export function sectionsOfVersion(sql: Sql, number: number): SectionVersions {
  const [row] = sql.exec<{ sections: string }>("SELECT sections FROM version WHERE number = ?", number).toArray();
  return row === undefined ? {} : (JSON.parse(row.sections) as SectionVersions);
}

export function changesOfVersion(sql: Sql, number: number): Change[] {
  return sql
    .exec<{ change: string }>("SELECT change FROM change WHERE version = ? ORDER BY section, key", number)
    .toArray()
    .map(({ change }) => JSON.parse(change) as Change);
}

/** What became of a key in versions below `before`, the newest first. */
export function keyHistory(sql: Sql, section: string, key: string, before: number, limit: number) {
  return sql
    .exec<{ version: number; change: string }>(
      "SELECT version, change FROM change WHERE section = ? AND key = ? AND version < ? ORDER BY version DESC LIMIT ?",
      section,
      key,
      before === 0 ? Number.MAX_SAFE_INTEGER : before,
      limit,
    )
    .toArray()
    .map(({ version, change }) => ({ version: versionRow(sql, version), change: JSON.parse(change) as Change }));
}
