/**
 * The log of who did what. It never holds the value of a secret, sealed or not.
 * @module
 */
import type { Entry } from "../../proto/config/config.ts";
import type { Sql, Turn } from "./tables.ts";

/** The newest are kept: at most some 100 MB. Older ones are in the versions all the same. */
const ROWS_MAX = 100_000;
/** Thrown out in batches, so that not every write has to look for one. */
const SLACK = 1_000;
/** Enough to recognise a value. All of it is in the version. */
const VALUE_LENGTH_MAX = 200;
/** An import of thousands of keys is one line. */
const PLACES_MAX = 100;

export type AuditAction =
  | "create"
  | "edit"
  | "discard"
  | "publish"
  | "rollback"
  | "gray"
  | "move"
  | "promote"
  | "abandon"
  | "schema"
  | "open"
  | "token"
  | "token-drop"
  | "access-key"
  | "access-key-drop"
  | "reveal"
  | "reseal";

export interface AuditRow {
  readonly id: number;
  readonly atMs: number;
  readonly actor: string;
  readonly action: AuditAction;
  /** JSON, whose fields depend on the action. */
  readonly detail: string;
}

export function note({ sql, nowMs, actor }: Turn, action: AuditAction, detail: object): void {
  const add = "INSERT INTO audit (at_ms, actor, action, detail) VALUES (?, ?, ?, ?) RETURNING id";
  const id = sql.exec<{ id: number }>(add, nowMs, actor, action, JSON.stringify(detail)).toArray()[0]?.id ?? 0;
  if (id % SLACK === 0) sql.exec("DELETE FROM audit WHERE id <= ?", id - ROWS_MAX);
}

/** The newest first. @param before an id; 0 for the end of the log */
export function auditRows(sql: Sql, before: number, limit: number): AuditRow[] {
  return sql
    .exec<{ id: number; at_ms: number; actor: string; action: AuditAction; detail: string }>(
      "SELECT id, at_ms, actor, action, detail FROM audit WHERE id < ? ORDER BY id DESC LIMIT ?",
      before === 0 ? Number.MAX_SAFE_INTEGER : before,
      limit,
    )
    .toArray()
    .map(({ at_ms: atMs, ...rest }) => ({ ...rest, atMs }));
}

/** What became of keys, as the log shows it. */
export function shownEdits(
  edits: readonly { readonly section: string; readonly key: string; readonly entry?: Entry }[],
) {
  const shown = edits.slice(0, PLACES_MAX).map(({ section, key, entry }) => ({
    place: `${section}/${key}`,
    ...(entry === undefined ? { deleted: true } : { type: entry.type, value: shownValue(entry) }),
  }));
  return { edits: shown, ...(edits.length > PLACES_MAX ? { more: edits.length - PLACES_MAX } : {}) };
}

function shownValue({ secret, value }: Entry): string {
  if (secret) return "(secret)";
  return value.length > VALUE_LENGTH_MAX ? `${value.slice(0, VALUE_LENGTH_MAX)}…` : value;
}
