/**
 * The last version of what a stream tells, where its publishers say one: what is older, or the same again, is not published.
 *
 * Storage: version(stream, epoch, version)   epoch: the publisher's own, within which versions rise
 * @module
 */
import type { Version } from "../../proto/push/model.ts";

export class Versions {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** Before anything is asked of it. */
  make(): void {
    this.#sql.exec(
      "CREATE TABLE IF NOT EXISTS version(stream INTEGER PRIMARY KEY, epoch TEXT NOT NULL, version INTEGER NOT NULL)",
    );
  }

  of(stream: number): Version | undefined {
    const query = "SELECT epoch, version FROM version WHERE stream = ?";
    return this.#sql.exec<{ epoch: string; version: number }>(query, stream).toArray()[0];
  }

  isOld(stream: number, { epoch, version }: Version): boolean {
    const last = this.of(stream);
    return last !== undefined && last.epoch === epoch && version <= last.version;
  }

  put(stream: number, { epoch, version }: Version): void {
    this.#sql.exec("INSERT OR REPLACE INTO version VALUES (?, ?, ?)", stream, epoch, version);
  }

  removeAll(stream: number): void {
    this.#sql.exec("DELETE FROM version WHERE stream = ?", stream);
  }
}
