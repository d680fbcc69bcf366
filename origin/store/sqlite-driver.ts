/**
 * Kysely's driver for node:sqlite: one connection, used by one caller at a time.
 *
 * SQLite has one writer, and node:sqlite runs on the event loop's own thread. Hence two rules:
 * - Callers queue for the connection. With two connections in one process, a statement on the second would wait for a transaction on the first,
 *   block the event loop meanwhile, and so keep the first from ever ending.
 * - SQLite's own waiting (busy_timeout) is off for the same reason. A statement that meets another process' lock is tried again from here,
 *   between turns of the event loop, until `lockTimeoutMs`.
 *
 * Transactions begin IMMEDIATE: they take the write lock at once, so a transaction that reads first cannot fail later because another process wrote.
 * @module
 */
import { closeSync, mkdirSync, openSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { setTimeout as delay } from "node:timers/promises";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryCompiler,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from "kysely";
import { LRUCache } from "lru-cache";
import { Fault } from "../../proto/fault.ts";
import { withDeadline } from "./deadline.ts";
import { Lease } from "./lease.ts";
import { CLOSE_TIMEOUT_MS, type StoreLimits } from "./limits.ts";
import { boundValues } from "./parameters.ts";
import { savepointQuery } from "./savepoint.ts";
import { Semaphore } from "./semaphore.ts";
import { isLocked, sqliteVerdict } from "./sqlite-faults.ts";
import { faultOf } from "./verdict.ts";

/** SQLite's name for a database without a file. */
const MEMORY = ":memory:";

/** A prepared statement is a few kilobytes, and a program has far fewer texts than this; lists of varying length are the exception. */
const STATEMENTS_MAX = 500;

/** Between tries at a lock: short at first, because most transactions end within a millisecond. */
const LOCK_RETRY_MS_MIN = 1;
const LOCK_RETRY_MS_MAX = 50;

/** The file holds sessions: only its owner reads it. SQLite gives its companions (-wal, -shm) the same mode. */
const FILE_MODE = 0o600;

/**
 * WAL: readers of other processes do not block the writer. FULL: a commit is on the disk when it returns, as MySQL's is.
 * trusted_schema: the schema of a file that someone tampered with cannot call functions.
 */
const PRAGMAS = [
  "pragma journal_mode = wal",
  "pragma synchronous = full",
  "pragma foreign_keys = on",
  "pragma trusted_schema = off",
];

/** @param path a file, made with its folder when missing, or `:memory:` */
export function sqliteDialect(path: string, limits: StoreLimits): Dialect {
  return {
    createDriver: () => new SqliteDriver(path, limits),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new QueuedSqliteAdapter(),
    createIntrospector: (database: Kysely<unknown>) => new SqliteIntrospector(database),
  };
}

/** Kysely would queue callers itself, without a bound, for a dialect that says it has one connection. This driver has its own queue. */
class QueuedSqliteAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

class SqliteDriver implements Driver {
  readonly #path: string;
  readonly #limits: StoreLimits;
  readonly #queue: Semaphore;
  #connection: SqliteConnection | undefined;
  /** Of the file that is or was open; undefined before the first opening. */
  #identity: string | undefined;

  constructor(path: string, limits: StoreLimits) {
    this.#path = path;
    this.#limits = limits;
    this.#queue = new Semaphore({ ...limits, permitsMax: 1 });
  }

  /** Nothing: the connection is opened by the first caller, and again after it was dropped. */
  async init(): Promise<void> {}

  async acquireConnection(): Promise<Lease<SqliteConnection>> {
    await this.#queue.acquire();
    try {
      return new Lease(await this.#connect());
    } catch (error) {
      this.#queue.release();
      throw faultOf(error, sqliteVerdict);
    }
  }

  async releaseConnection(lease: Lease<SqliteConnection>): Promise<void> {
    lease.shut();
    try {
      if (lease.connection.isBroken() && this.#path !== MEMORY) this.#disconnect();
    } finally {
      this.#queue.release();
    }
  }

  async beginTransaction(lease: Lease<SqliteConnection>, settings: TransactionSettings): Promise<void> {
    lease.open();
    const begin = settings.accessMode === "read only" ? "begin" : "begin immediate";
    await lease.executeQuery(CompiledQuery.raw(begin));
  }

  async commitTransaction(lease: Lease<SqliteConnection>): Promise<void> {
    lease.shut();
    await lease.connection.executeQuery(CompiledQuery.raw("commit"));
  }

  /** Some errors (disk full, I/O) make SQLite roll back by itself; there is nothing left to do then. */
  async rollbackTransaction(lease: Lease<SqliteConnection>): Promise<void> {
    lease.shut();
    if (lease.connection.isInTransaction()) await lease.connection.executeQuery(CompiledQuery.raw("rollback"));
  }

  async savepoint(lease: Lease<SqliteConnection>, name: string, compile: QueryCompiler["compileQuery"]): Promise<void> {
    await lease.executeQuery(savepointQuery("savepoint", name, compile));
  }

  async rollbackToSavepoint(
    lease: Lease<SqliteConnection>,
    name: string,
    compile: QueryCompiler["compileQuery"],
  ): Promise<void> {
    await lease.executeQuery(savepointQuery("rollback to", name, compile));
  }

  async releaseSavepoint(
    lease: Lease<SqliteConnection>,
    name: string,
    compile: QueryCompiler["compileQuery"],
  ): Promise<void> {
    await lease.executeQuery(savepointQuery("release", name, compile));
  }

  async destroy(): Promise<void> {
    try {
      await withDeadline(this.#queue.close(), CLOSE_TIMEOUT_MS, "a database connection is still in use");
    } finally {
      this.#disconnect();
    }
  }

  /**
   * The open connection, if it still is that of the file at the path. SQLite itself does not notice when its file is moved away or replaced: it would
   * go on writing into a file that nobody finds again.
   */
  async #connect(): Promise<SqliteConnection> {
    const identity = fileIdentity(this.#path);
    if (this.#connection !== undefined && identity === this.#identity) return this.#connection;
    // Only the first opening makes a file: an empty one in place of a lost one would hide the loss.
    if (identity === undefined && this.#identity !== undefined)
      throw new Fault("unavailable", "the database file is gone");
    this.#connection?.emptyLog();
    this.#disconnect();
    this.#connection = await openConnection(this.#path, this.#limits);
    this.#identity = fileIdentity(this.#path);
    return this.#connection;
  }

  #disconnect(): void {
    const connection = this.#connection;
    this.#connection = undefined;
    connection?.close();
  }
}

class SqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync;
  readonly #lockTimeoutMs: number;
  readonly #statements = new LRUCache<string, StatementSync>({ max: STATEMENTS_MAX });
  #broken = false;

  constructor(database: DatabaseSync, lockTimeoutMs: number) {
    this.#database = database;
    this.#lockTimeoutMs = lockTimeoutMs;
  }

  isBroken(): boolean {
    return this.#broken;
  }

  isInTransaction(): boolean {
    return this.#database.isTransaction;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const parameters = boundValues(query.parameters);
    try {
      // Inside a transaction the locks are already held: to wait there would only delay an error, past the transaction's end perhaps.
      const timeoutMs = this.#database.isTransaction ? 0 : this.#lockTimeoutMs;
      return await untilUnlocked(() => this.#run<R>(query.sql, parameters), timeoutMs);
    } catch (error) {
      throw this.#judge(error);
    }
  }

  async *streamQuery<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    const parameters = boundValues(query.parameters);
    try {
      // A statement of its own: a cached one would be reset under the reader when the same text is run meanwhile.
      const rows = this.#database.prepare(query.sql).iterate(...parameters);
      let chunk: R[] = [];
      for (const row of rows) {
        chunk.push(row as R);
        if (chunk.length < chunkSize) continue;
        yield { rows: chunk };
        chunk = [];
      }
      if (chunk.length > 0) yield { rows: chunk };
    } catch (error) {
      throw this.#judge(error);
    }
  }

  /**
   * Moves what is in the write-ahead log into the file it belongs to. Before another file is opened at the same path: it would find that log by its
   * name, take it for its own and be damaged (https://sqlite.org/howtocorrupt.html §1.4).
   */
  emptyLog(): void {
    const outcome = this.#database.prepare("pragma wal_checkpoint(truncate)").get();
    if (outcome?.busy !== 0n)
      throw new Fault("unavailable", "the database file was replaced while another process uses it");
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  #run<R>(text: string, parameters: ReturnType<typeof boundValues>): QueryResult<R> {
    const statement = this.#prepare(text);
    if (statement.columns().length > 0) return { rows: statement.all(...parameters) as R[] };
    const { changes, lastInsertRowid } = statement.run(...parameters);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  #prepare(text: string): StatementSync {
    const known = this.#statements.get(text);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(text);
    this.#statements.set(text, statement);
    return statement;
  }

  #judge(error: unknown): Error {
    if (sqliteVerdict(error)?.drop) this.#broken = true;
    return faultOf(error, sqliteVerdict);
  }
}

async function openConnection(path: string, limits: StoreLimits): Promise<SqliteConnection> {
  if (path !== MEMORY) createFile(path);
  const database = new DatabaseSync(path, { readBigInts: true, timeout: 0 });
  try {
    for (const pragma of PRAGMAS) await untilUnlocked(() => database.exec(pragma), limits.lockTimeoutMs);
    return new SqliteConnection(database, limits.lockTimeoutMs);
  } catch (error) {
    database.close();
    throw error;
  }
}

/** What tells a file from another one at the same path; undefined where there is none. */
function fileIdentity(path: string): string | undefined {
  if (path === MEMORY) return MEMORY;
  const found = statSync(path, { throwIfNoEntry: false });
  return found && `${found.dev}:${found.ino}`;
}

function createFile(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    closeSync(openSync(path, "a", FILE_MODE));
  } catch {
    // SQLite meets the same obstacle when it opens the file, and its error is the one with a verdict.
  }
}

/** Tries again while another process holds a lock: a statement that was refused for it has done nothing. */
async function untilUnlocked<T>(work: () => T, timeoutMs: number): Promise<T> {
  const deadlineMs = performance.now() + timeoutMs;
  for (let waitMs = LOCK_RETRY_MS_MIN; ; waitMs = Math.min(waitMs * 2, LOCK_RETRY_MS_MAX)) {
    try {
      return work();
    } catch (error) {
      if (!isLocked(error) || performance.now() >= deadlineMs) throw error;
    }
    await delay(waitMs);
  }
}
