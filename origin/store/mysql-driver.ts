/**
 * Kysely's driver for MySQL and MariaDB over mysql2's pool.
 *
 * mysql2 can open, keep and drop connections, but its queue has no time-out. So callers queue before it, for as many permits as the pool has
 * connections, and inside the pool nobody ever waits. A statement has two deadlines: the server's own, which leaves the connection usable,
 * and a little later this driver's, for a server that hangs; after that the connection is destroyed, since its answer may still come.
 * @module
 */
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  MysqlAdapter,
  MysqlIntrospector,
  MysqlQueryCompiler,
  type QueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from "kysely";
import { createPool, type Pool, type PoolConnection, type QueryOptions, type ResultSetHeader } from "mysql2";
import { Fault } from "../../proto/fault.ts";
import { withDeadline } from "./deadline.ts";
import { Lease } from "./lease.ts";
import { CLOSE_TIMEOUT_MS, STATEMENT_GRACE_MS, type StoreLimits } from "./limits.ts";
import { mysqlVerdict } from "./mysql-faults.ts";
import { type MysqlAddress, poolOptions, sessionStatements } from "./mysql-session.ts";
import { boundValues } from "./parameters.ts";
import { savepointQuery } from "./savepoint.ts";
import { Semaphore } from "./semaphore.ts";
import { faultOf } from "./verdict.ts";

export function mysqlDialect(address: MysqlAddress, limits: StoreLimits): Dialect {
  return {
    createDriver: () => new MysqlDriver(address, limits),
    createQueryCompiler: () => new MysqlQueryCompiler(),
    createAdapter: () => new MysqlAdapter(),
    createIntrospector: (database: Kysely<unknown>) => new MysqlIntrospector(database),
  };
}

class MysqlDriver implements Driver {
  readonly #limits: StoreLimits;
  readonly #queue: Semaphore;
  readonly #pool: Pool;
  readonly #open = new Set<PoolConnection>();
  /** Connections whose session is set up. */
  readonly #known = new WeakMap<PoolConnection, MysqlConnection>();

  constructor(address: MysqlAddress, limits: StoreLimits) {
    this.#limits = limits;
    this.#queue = new Semaphore({ ...limits, permitsMax: limits.poolSizeMax });
    this.#pool = createPool(poolOptions(address, limits));
    this.#pool.on("connection", (connection) => {
      this.#open.add(connection);
      connection.once("end", () => this.#open.delete(connection));
      // A connection that breaks leaves the pool by itself, and the caller that uses it gets the error; the event only must not be unheard.
      connection.on("error", () => this.#open.delete(connection));
    });
  }

  /** Nothing: each connection is opened when it is first needed, so a database that is away now may come later. */
  async init(): Promise<void> {}

  async acquireConnection(): Promise<Lease<MysqlConnection>> {
    await this.#queue.acquire();
    try {
      return new Lease(await this.#connect());
    } catch (error) {
      this.#queue.release();
      throw faultOf(error, mysqlVerdict);
    }
  }

  async releaseConnection(lease: Lease<MysqlConnection>): Promise<void> {
    lease.shut();
    lease.connection.release();
    this.#queue.release();
  }

  async beginTransaction(lease: Lease<MysqlConnection>, settings: TransactionSettings): Promise<void> {
    lease.open();
    if (settings.isolationLevel !== undefined) {
      await lease.executeQuery(CompiledQuery.raw(`set transaction isolation level ${settings.isolationLevel}`));
    }
    const mode = settings.accessMode === undefined ? "" : ` ${settings.accessMode}`;
    await lease.executeQuery(CompiledQuery.raw(`start transaction${mode}`));
  }

  /** @throws Fault unknown when the connection broke: the server may have committed or not */
  async commitTransaction(lease: Lease<MysqlConnection>): Promise<void> {
    lease.shut();
    const { connection } = lease;
    try {
      await connection.executeQuery(CompiledQuery.raw("commit"));
    } catch (error) {
      if (!connection.isBroken()) throw error;
      throw new Fault("unknown", "the database connection broke during a commit, whose outcome is not known", {
        cause: error,
      });
    }
  }

  /** On a broken connection the server rolls back by itself, when it notices. */
  async rollbackTransaction(lease: Lease<MysqlConnection>): Promise<void> {
    lease.shut();
    if (lease.connection.isBroken()) return;
    try {
      await lease.connection.executeQuery(CompiledQuery.raw("rollback"));
    } catch {
      // The caller gets the error that made it roll back. A connection with an open transaction must not be used again.
      lease.connection.destroy();
    }
  }

  async savepoint(lease: Lease<MysqlConnection>, name: string, compile: QueryCompiler["compileQuery"]): Promise<void> {
    await lease.executeQuery(savepointQuery("savepoint", name, compile));
  }

  async rollbackToSavepoint(
    lease: Lease<MysqlConnection>,
    name: string,
    compile: QueryCompiler["compileQuery"],
  ): Promise<void> {
    await lease.executeQuery(savepointQuery("rollback to", name, compile));
  }

  async releaseSavepoint(
    lease: Lease<MysqlConnection>,
    name: string,
    compile: QueryCompiler["compileQuery"],
  ): Promise<void> {
    await lease.executeQuery(savepointQuery("release savepoint", name, compile));
  }

  async destroy(): Promise<void> {
    try {
      await withDeadline(this.#queue.close(), CLOSE_TIMEOUT_MS, "database connections are still in use");
      const ended = new Promise<void>((resolve, reject) =>
        this.#pool.end((error) => (error ? reject(error) : resolve())),
      );
      await withDeadline(ended, CLOSE_TIMEOUT_MS, "the database did not take leave in time");
    } finally {
      for (const connection of this.#open) connection.destroy(); // Or an open socket would keep the process alive.
    }
  }

  async #connect(): Promise<MysqlConnection> {
    const raw = await new Promise<PoolConnection>((resolve, reject) => {
      this.#pool.getConnection((error, connection) => (error ? reject(error) : resolve(connection)));
    });
    const known = this.#known.get(raw);
    if (known !== undefined) return known;
    const connection = new MysqlConnection(raw, this.#limits.statementTimeoutMs + STATEMENT_GRACE_MS);
    try {
      for (const statement of sessionStatements(this.#limits)) {
        await connection.executeQuery(CompiledQuery.raw(statement));
      }
    } catch (error) {
      connection.destroy();
      throw error;
    }
    this.#known.set(raw, connection);
    return connection;
  }
}

class MysqlConnection implements DatabaseConnection {
  readonly #raw: PoolConnection;
  readonly #timeoutMs: number;
  #broken = false;

  constructor(raw: PoolConnection, timeoutMs: number) {
    this.#raw = raw;
    this.#timeoutMs = timeoutMs;
  }

  isBroken(): boolean {
    return this.#broken;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const answer = await this.#ask(query);
    if (Array.isArray(answer)) return { rows: answer as R[] };
    const { affectedRows, changedRows, insertId } = answer as ResultSetHeader;
    return {
      rows: [],
      numAffectedRows: BigInt(affectedRows),
      numChangedRows: BigInt(changedRows ?? 0),
      ...(insertId === 0 ? {} : { insertId: BigInt(insertId) }),
    };
  }

  async *streamQuery<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    const stream = this.#raw.query(optionsOf(query)).stream({ highWaterMark: chunkSize });
    let complete = false;
    try {
      let chunk: R[] = [];
      for await (const row of stream) {
        chunk.push(row as R);
        if (chunk.length < chunkSize) continue;
        yield { rows: chunk };
        chunk = [];
      }
      if (chunk.length > 0) yield { rows: chunk };
      complete = true;
    } catch (error) {
      throw this.#judge(withoutValues(error, query));
    } finally {
      // The rest of the rows of a stream that was left early would still have to come before the connection can be used again.
      if (!complete) this.destroy();
    }
  }

  release(): void {
    if (this.#broken) return; // Destroyed: the pool has forgotten it.
    this.#raw.release();
  }

  destroy(): void {
    this.#broken = true;
    this.#raw.destroy();
  }

  async #ask(query: CompiledQuery): Promise<unknown> {
    if (this.#broken) throw new Fault("unavailable", "the database connection is broken");
    const options = optionsOf(query);
    const answer = new Promise<unknown>((resolve, reject) => {
      this.#raw.query(options, (error, result) => (error ? reject(error) : resolve(result)));
    });
    try {
      return await withDeadline(answer, this.#timeoutMs, "the database did not answer in time");
    } catch (error) {
      if (error instanceof Fault) this.destroy(); // Its answer may still come.
      throw this.#judge(withoutValues(error, query));
    }
  }

  #judge(error: unknown): Error {
    if (mysqlVerdict(error)?.drop) this.destroy();
    return faultOf(error, mysqlVerdict);
  }
}

/** mysql2 attaches the statement with its values, which belong in no log; the text with placeholders may stay. */
function withoutValues(error: unknown, query: CompiledQuery): unknown {
  if (error instanceof Error && "sql" in error) error.sql = query.sql;
  return error;
}

function optionsOf(query: CompiledQuery): QueryOptions {
  return { sql: query.sql, values: boundValues(query.parameters) };
}
