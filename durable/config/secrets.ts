/**
 * Values that are secret, as the edge sealed them: the key never comes here. A version refers to them by number, so that they can be
 * sealed anew under another key while versions stay as they are.
 * @module
 */
import type { Sql } from "./tables.ts";

/** Base64 of what edge/config/secret-box.ts makes. */
export interface Sealed {
  readonly sealed: string;
  /** Names the key that opens it. */
  readonly keyId: string;
}

export interface SealedRow extends Sealed {
  readonly id: number;
  /** What it was sealed with beside the key: where it belongs. */
  readonly label: string;
}

/** @returns its number, as it stands in an entry's value */
export function keepSecret(sql: Sql, label: string, { sealed, keyId }: Sealed): string {
  const add = "INSERT INTO secret (label, sealed, key_id) VALUES (?, ?, ?) RETURNING id";
  return String(sql.exec<{ id: number }>(add, label, sealed, keyId).toArray()[0]?.id);
}

/** From now on a version refers to it, and versions are for ever. */
export function markReleased(sql: Sql, id: string): void {
  sql.exec("UPDATE secret SET released = 1 WHERE id = ?", Number(id));
}

/** Forgets one that was only ever in a draft. */
export function dropUnreleased(sql: Sql, id: string): void {
  sql.exec("DELETE FROM secret WHERE id = ? AND released = 0", Number(id));
}

export function dropSecret(sql: Sql, id: number): void {
  sql.exec("DELETE FROM secret WHERE id = ?", id);
}

/** @throws Error where one is missing: the object's own tables contradict one another */
export function secretsOf(sql: Sql, ids: readonly string[]): SealedRow[] {
  return ids.map((id) => {
    const select = "SELECT id, label, sealed, key_id FROM secret WHERE id = ?";
    const [row] = sql.exec<{ id: number; label: string; sealed: string; key_id: string }>(select, Number(id)).toArray();
    if (row === undefined) throw new Error(`secret ${id} is not there`);
    return { id: row.id, label: row.label, sealed: row.sealed, keyId: row.key_id };
  });
}

/** Those that another key than the newest sealed. */
export function sealedWithOthers(sql: Sql, keyId: string, limit: number): SealedRow[] {
  return sql
    .exec<{ id: number; label: string; sealed: string; key_id: string }>(
      "SELECT id, label, sealed, key_id FROM secret WHERE key_id <> ? ORDER BY id LIMIT ?",
      keyId,
      limit,
    )
    .toArray()
    .map(({ key_id, ...rest }) => ({ ...rest, keyId: key_id }));
}

/** One that was in a draft, and went meanwhile, needs no new seal. */
export function reseal(sql: Sql, id: number, { sealed, keyId }: Sealed): void {
  sql.exec("UPDATE secret SET sealed = ?, key_id = ? WHERE id = ?", sealed, keyId, id);
}
