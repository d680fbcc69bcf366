/**
 * The tables of one configuration object, and the few numbers that it counts with.
 *
 *     state(name, value)                       the few numbers; see below
 *     version(number, kind, author, at_ms, message, content_of, of_version, sections)
 *     content(version, entries)                JSON; several versions may have the same one
 *     change(version, section, key, change)    what a version differs in from the main one before it: the history of a key
 *     draft(section, key, entry, author, at_ms, revision)   entry NULL: the key goes
 *     secret(id, label, sealed, key_id, released)
 *     token(id, name, digest, rights, at_ms, author)
 *     access_key(id, name, secret, at_ms, author)
 *     node(name, address, labels, running, seen_at_ms)
 *     audit(id, at_ms, actor, action, detail)
 *
 * They are made when a service is, and not when someone asks for one that is not there.
 * @module
 */

export type SqlValue = string | number | null;
export type Row = Record<string, SqlValue>;

/** What is used of `SqlStorage`; the tests on Node give `node:sqlite` in its place. */
export interface Sql {
  exec<T extends Row>(query: string, ...bindings: SqlValue[]): { toArray(): T[] };
}

/** One operation: who does it, and when. All that it writes is one commit. */
export interface Turn {
  readonly sql: Sql;
  readonly nowMs: number;
  /** The name of a token, or `operator`. */
  readonly actor: string;
}

const TABLES = [
  "CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
  `CREATE TABLE version (
    number INTEGER PRIMARY KEY, kind TEXT NOT NULL, author TEXT NOT NULL, at_ms INTEGER NOT NULL, message TEXT NOT NULL,
    content_of INTEGER NOT NULL, of_version INTEGER, sections TEXT NOT NULL)`,
  "CREATE TABLE content (version INTEGER PRIMARY KEY, entries TEXT NOT NULL)",
  `CREATE TABLE change (
    section TEXT, key TEXT, version INTEGER, change TEXT NOT NULL, PRIMARY KEY (section, key, version)) WITHOUT ROWID`,
  "CREATE INDEX change_version ON change (version)",
  `CREATE TABLE draft (
    section TEXT, key TEXT, entry TEXT, author TEXT NOT NULL, at_ms INTEGER NOT NULL, revision INTEGER NOT NULL,
    PRIMARY KEY (section, key)) WITHOUT ROWID`,
  `CREATE TABLE secret (
    id INTEGER PRIMARY KEY AUTOINCREMENT, label TEXT NOT NULL, sealed TEXT NOT NULL, key_id TEXT NOT NULL,
    released INTEGER NOT NULL DEFAULT 0)`,
  `CREATE TABLE token (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, digest TEXT NOT NULL, rights TEXT NOT NULL, at_ms INTEGER NOT NULL,
    author TEXT NOT NULL) WITHOUT ROWID`,
  `CREATE TABLE access_key (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, secret INTEGER NOT NULL, at_ms INTEGER NOT NULL, author TEXT NOT NULL) WITHOUT ROWID`,
  `CREATE TABLE node (
    name TEXT PRIMARY KEY, address TEXT NOT NULL, labels TEXT NOT NULL, running INTEGER NOT NULL, seen_at_ms INTEGER NOT NULL) WITHOUT ROWID`,
  "CREATE INDEX node_seen ON node (seen_at_ms)",
  `CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at_ms INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, detail TEXT NOT NULL)`,
];

export function hasTables(sql: Sql): boolean {
  return sql.exec("SELECT 1 AS here FROM sqlite_master WHERE type = 'table' AND name = 'state'").toArray().length > 0;
}

export function makeTables(sql: Sql): void {
  for (const statement of TABLES) sql.exec(statement);
}

/**
 * | name | value |
 * |---|---|
 * | `epoch` | drawn when the service is made: what was read from another life of it means nothing |
 * | `service`, `idc` | whose configuration it is |
 * | `main` | the version that everyone sees who is not in a gray release; 0 before the first |
 * | `gray` | JSON of version and rule, while there is one |
 * | `revision` | counts every change of drafts, releases and schema. Who changes something says which one they saw |
 * | `release` | counts what changes what anyone sees |
 * | `access` | counts every change of tokens, keys and openness |
 * | `open` | `1` where everyone may read what is no secret |
 * | `schema` | the JSON Schema, where there is one |
 */
export type StateName =
  | "epoch"
  | "service"
  | "idc"
  | "main"
  | "gray"
  | "revision"
  | "release"
  | "access"
  | "open"
  | "schema";

export function readState(sql: Sql, name: StateName): string | undefined {
  return sql.exec<{ value: string }>("SELECT value FROM state WHERE name = ?", name).toArray()[0]?.value;
}

export function readNumber(sql: Sql, name: StateName): number {
  return Number(readState(sql, name) ?? 0);
}

/** @param value undefined takes it away */
export function writeState(sql: Sql, name: StateName, value: string | number | undefined): void {
  if (value === undefined) sql.exec("DELETE FROM state WHERE name = ?", name);
  else sql.exec("INSERT OR REPLACE INTO state (name, value) VALUES (?, ?)", name, String(value));
}

/** @returns the new number */
export function count(sql: Sql, name: "revision" | "release" | "access"): number {
  const next = readNumber(sql, name) + 1;
  writeState(sql, name, next);
  return next;
}
