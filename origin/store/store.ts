/**
 * The database of the origin: MySQL or MariaDB where a URL is given, else SQLite in a file of its own, behind the same Kysely types.
 *
 * What both databases promise, so that a room is written once:
 * - **Every integer reads as `bigint`**, whatever its width, and may be written as `bigint` or as a safe integer `number`.
 *   No 64-bit id ever passes through a JS number. Ids are below 2^63, SQLite's limit.
 * - **Times are `bigint` columns of milliseconds since 1970 UTC**; `Number(row.created_at_ms)` is exact.
 * - Text reads as `string`, bytes as `Uint8Array`, decimals and JSON as `string`; a boolean is written as 1 or 0.
 * - Parameters of any other type (Date, objects, undefined, unsafe numbers) are refused with a TypeError.
 * - A driver's error arrives as a {@link Fault} with the driver's error as its cause:
 *   `already_exists` a unique key is taken · `failed_precondition` a foreign key or check failed · `invalid_argument` a value does not fit ·
 *   `aborted` deadlock or lock time-out · `unavailable` the database is gone, or locked by another process ·
 *   `resource_exhausted` too many callers wait for a connection, or the disk is full · `deadline_exceeded` no connection or no answer in time ·
 *   `unknown` the connection broke during COMMIT, so nobody knows the outcome · `internal` the rest.
 * - A database that went away is used again as soon as it is back; nothing has to be restarted.
 *
 * Tables are written once for both: `bigint unsigned` ids, `bigint` times, `varchar(n)`, `varbinary(n)`, ended with `tableOptions` of
 * {@link MigrationContext}, which makes MySQL compare text by its bytes as SQLite does.
 * @module
 */
import type { Kysely, RawBuilder, Transaction } from "kysely";

export type DialectName = "mysql" | "sqlite";

export interface StoreConfig {
  /** `mysql://user:password@host:port/database`; when it is given, it is used. */
  readonly mysqlUrl?: string | undefined;
  /** The SQLite file, made when missing; or `:memory:`. Needed where `mysqlUrl` is not given. */
  readonly sqlitePath?: string | undefined;
  readonly limits?: Partial<StoreLimits>;
  /** For migration times. */
  readonly now?: () => number;
  /** In [0, 1), for the jitter of retries. */
  readonly random?: () => number;
}

/** Bounds of the pool and of waiting; the defaults and their reasons are in `limits.ts`. */
export interface StoreLimits {
  /** Connections at most. SQLite always has one. */
  readonly poolSizeMax: number;
  /** Idle connections kept at most. */
  readonly poolIdleMax: number;
  /** An idle connection above none is closed after this. */
  readonly idleTimeoutMs: number;
  /** Callers waiting for a connection at most; one more is refused with `resource_exhausted`. */
  readonly queueLengthMax: number;
  /** A caller waits this long for a connection, then gets `deadline_exceeded`. */
  readonly acquireTimeoutMs: number;
  /** Time to open a connection. */
  readonly connectTimeoutMs: number;
  /** A statement may run this long, then it is stopped with `deadline_exceeded`. SQLite runs in the process and cannot be stopped. */
  readonly statementTimeoutMs: number;
  /** A statement waits this long for a lock of another transaction (MySQL) or another process (SQLite). */
  readonly lockTimeoutMs: number;
  /** Times that `transaction` runs its function at most. */
  readonly transactionAttemptsMax: number;
  /** An instance waits this long for another one that is migrating. */
  readonly migrationLockTimeoutMs: number;
}

export interface MigrationContext {
  /** The migration's own connection; use nothing else. Inside a transaction on SQLite; on MySQL each DDL statement commits itself. */
  readonly database: Kysely<unknown>;
  readonly dialect: DialectName;
  /** For `.modifyEnd(tableOptions)` of every `createTable`. */
  readonly tableOptions: RawBuilder<unknown>;
}

export interface Migration {
  /** Unique in its room and never changed: `0001-accounts`. */
  readonly name: string;
  readonly up: (context: MigrationContext) => Promise<void>;
}

export interface Store<DB> {
  readonly database: Kysely<DB>;
  readonly dialect: DialectName;
  /**
   * Brings the tables of one room up to date; to be awaited before the room serves. Each migration runs once, in the order of the list,
   * even when several processes start together.
   * @param room owner of the list, such as `passport`
   * @throws Fault failed_precondition when the database is ahead of this program (a downgrade), when the order of the list was changed,
   *   or when an earlier run died half-way through a migration on MySQL; the message names the migration and says what to do
   * @throws Fault deadline_exceeded when another instance holds the migration lock for too long
   */
  migrate(room: string, migrations: readonly Migration[]): Promise<void>;
  /**
   * Runs `work` in one transaction and commits. On a deadlock or a serialization conflict it is rolled back and `work` runs again, a bounded
   * number of times: `work` must have no effect outside its transaction. Every query inside goes through the `transaction` it is given; one that
   * goes through `database` waits for a second connection, which SQLite does not have.
   */
  transaction<T>(work: (transaction: Transaction<DB>) => Promise<T>): Promise<T>;
  /** Whether the database answers now, for readyz. @throws Fault unavailable | deadline_exceeded | resource_exhausted */
  ping(): Promise<void>;
  /** Waits for the connections in use and closes all. No query may follow. */
  close(): Promise<void>;
}

/**
 * Opens SQLite at once and MySQL with the first query, so that the origin starts while its database is away.
 * @throws Error when neither `mysqlUrl` nor `sqlitePath` is given, or the URL is malformed (a message that names the key, without the password)
 * @throws Fault unavailable when the SQLite file cannot be opened
 */
export declare function openStore<DB>(config: StoreConfig): Promise<Store<DB>>;
