/**
 * Tables are made when there is something to keep: whoever may name a channel must not make an object write by that alone.
 * @module
 */

/** Whether the object has kept something before. */
export function hasTable(sql: SqlStorage, name: string): boolean {
  return sql.exec("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", name).toArray().length > 0;
}
