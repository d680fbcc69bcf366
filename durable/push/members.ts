/**
 * Which shards have subscribers of a stream.
 *
 * Storage: member(stream, shard)
 * @module
 */
export class Members {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec(
      "CREATE TABLE IF NOT EXISTS member(stream INTEGER NOT NULL, shard TEXT NOT NULL, PRIMARY KEY(stream, shard)) WITHOUT ROWID",
    );
  }

  of(stream: number): string[] {
    return this.#sql
      .exec<{ shard: string }>("SELECT shard FROM member WHERE stream = ? ORDER BY shard", stream)
      .toArray()
      .map(({ shard }) => shard);
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
