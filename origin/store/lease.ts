/**
 * One caller's use of a connection, from acquiring to releasing it.
 *
 * Work whose transaction has ended may still be under way: a time-out ended it, or one of several parallel statements failed. Its next statement
 * must not reach the connection any more, where it would run outside the transaction, or inside that of the next caller. So the lease is shut with
 * the first word of a commit or rollback, and for good when the connection goes back. Beginning another transaction opens it again.
 * @module
 */
import type { CompiledQuery, DatabaseConnection, QueryResult } from "kysely";

export class Lease<C extends DatabaseConnection> implements DatabaseConnection {
  readonly connection: C;
  #shut = false;

  constructor(connection: C) {
    this.connection = connection;
  }

  open(): void {
    this.#shut = false;
  }

  shut(): void {
    this.#shut = true;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    this.#assertOpen();
    return this.connection.executeQuery<R>(query);
  }

  streamQuery<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    this.#assertOpen();
    return this.connection.streamQuery<R>(query, chunkSize);
  }

  #assertOpen(): void {
    if (this.#shut) throw new Error("a statement came after the end of its transaction");
  }
}
