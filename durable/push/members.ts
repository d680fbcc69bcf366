/**
 * Which shards have subscribers of a stream.
 *
 * Storage: member(stream, shard)
 * @module
 */
/** Of a row of `stream`, as JSON: a statement of its own for each stream that is read would cost half as much as the row. */
export const MEMBERS_OF_STREAM = "(SELECT json_group_array(shard) FROM member WHERE member.stream = stream.id)";
/** As most streams have them. */
export const NO_MEMBERS: readonly string[] = [];

export function membersOf(json: string): readonly string[] {
  return json === "[]" ? NO_MEMBERS : (JSON.parse(json) as string[]);
}

export class Members {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** Before anything is asked of it. */
  make(): void {
    this.#sql.exec(
      "CREATE TABLE IF NOT EXISTS member(stream INTEGER NOT NULL, shard TEXT NOT NULL, PRIMARY KEY(stream, shard)) WITHOUT ROWID",
    );
  }

  add(stream: number, shard: string): void {
    this.#sql.exec("INSERT OR IGNORE INTO member VALUES (?, ?)", stream, shard);
  }

  remove(stream: number, shard: string): void {
    this.#sql.exec("DELETE FROM member WHERE stream = ? AND shard = ?", stream, shard);
  }

  removeAll(stream: number): void {
    this.#sql.exec("DELETE FROM member WHERE stream = ?", stream);
  }
}
