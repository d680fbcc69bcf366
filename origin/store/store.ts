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
import { setTimeout as delay } from "node:timers/promises";
import { type Dialect, Kysely, sql, type Transaction } from "kysely";
import { withDeadline } from "./deadline.ts";
import { PING_TIMEOUT_MS, type StoreLimits, storeLimits } from "./limits.ts";
import { runMigrations } from "./migrate.ts";
import type { DialectName, Migration } from "./migration.ts";
import { mysqlDialect } from "./mysql-driver.ts";
import { mysqlVerdict } from "./mysql-faults.ts";
import { migrationLimits, parseMysqlUrl } from "./mysql-session.ts";
import { sqliteDialect } from "./sqlite-driver.ts";
import { sqliteVerdict } from "./sqlite-faults.ts";
import { mayRetry, type VerdictOf } from "./verdict.ts";

export type { StoreLimits } from "./limits.ts";
export type { DialectName, Migration, MigrationContext } from "./migration.ts";

/** Before the second attempt at a transaction; doubles with each further one. */
const RETRY_DELAY_MS = 10;

export interface StoreConfig {
  /** `mysql://user:password@host:port/database`; when it is given, it is used. Options: see `parseMysqlUrl`. */
  readonly mysqlUrl?: string | undefined;
  /** The SQLite file, made when missing; or `:memory:`. Needed where `mysqlUrl` is not given. */
  readonly sqlitePath?: string | undefined;
  readonly limits?: Partial<StoreLimits>;
  /** Milliseconds since 1970, for the times of migrations. */
  readonly now?: () => number;
  /** In [0, 1), for the jitter of retries. */
  readonly random?: () => number;
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
   * @throws Fault deadline_exceeded | unavailable when another instance holds the lock for too long
   */
  migrate(room: string, migrations: readonly Migration[]): Promise<void>;
  /**
   * Runs `work` in one transaction and commits. On a deadlock or a serialization conflict it is rolled back and `work` runs again, a bounded
   * number of times: `work` must have no effect outside its transaction. Every query inside goes through the `transaction` it is given; one that
   * goes through `database` waits for a second connection, which SQLite does not have.
   * @throws what `work` throws, after the rollback; Fault deadline_exceeded when it takes too long
   */
  transaction<T>(work: (transaction: Transaction<DB>) => Promise<T>): Promise<T>;
  /** Whether the database answers now, for readyz. @throws Fault unavailable | deadline_exceeded | resource_exhausted */
  ping(): Promise<void>;
  /** Refuses new callers, waits a bounded time for the connections in use, and closes all. */
  close(): Promise<void>;
}

/**
 * Opens SQLite at once and MySQL with the first query, so that the origin starts while its database is away.
 * @throws Error when neither `mysqlUrl` nor `sqlitePath` is given, or the URL is malformed (a message that names the key, without the password)
 * @throws Fault unavailable when the SQLite file cannot be opened, data_loss when it is no database
 */
export async function openStore<DB>(config: StoreConfig): Promise<Store<DB>> {
  const engine = engineOf(config, storeLimits(config.limits));
  const database = new Kysely<DB>({ dialect: engine.dialect });
  if (engine.name === "sqlite") await ask(database);
  return {
    database,
    dialect: engine.name,
    migrate: (room, migrations) => migrate(engine, database, { room, migrations, now: config.now ?? Date.now }),
    transaction: (work) => transaction(engine, database, work, config.random ?? Math.random),
    ping: () => withDeadline(ask(database), PING_TIMEOUT_MS, "the database did not answer in time"),
    close: () => database.destroy(),
  };
}

interface Engine {
  readonly name: DialectName;
  readonly dialect: Dialect;
  /** For a connection that migrates, with time-outs of its own; undefined where all must share one. */
  readonly migrationDialect: Dialect | undefined;
  readonly verdictOf: VerdictOf;
  readonly limits: StoreLimits;
}

function engineOf(config: StoreConfig, limits: StoreLimits): Engine {
  if (config.mysqlUrl !== undefined) {
    const address = parseMysqlUrl(config.mysqlUrl);
    const dialect = mysqlDialect(address, limits);
    return {
      name: "mysql",
      dialect,
      migrationDialect: mysqlDialect(address, migrationLimits(limits)),
      verdictOf: mysqlVerdict,
      limits,
    };
  }
  const path = config.sqlitePath;
  if (path === undefined || path === "") throw new Error("the store needs MYSQL_URL or the path of a SQLite file");
  const migrationDialect = path === ":memory:" ? undefined : sqliteDialect(path, migrationLimits(limits));
  return { name: "sqlite", dialect: sqliteDialect(path, limits), migrationDialect, verdictOf: sqliteVerdict, limits };
}

async function ask<DB>(database: Kysely<DB>): Promise<void> {
  await sql`select 1`.execute(database);
}

async function migrate<DB>(
  engine: Engine,
  shared: Kysely<DB>,
  run: { readonly room: string; readonly migrations: readonly Migration[]; readonly now: () => number },
): Promise<void> {
  const own = engine.migrationDialect && new Kysely<unknown>({ dialect: engine.migrationDialect });
  try {
    const database = own ?? (shared as Kysely<unknown>);
    await runMigrations({
      ...run,
      database,
      dialect: engine.name,
      lockTimeoutMs: engine.limits.migrationLockTimeoutMs,
    });
  } finally {
    await own?.destroy();
  }
}

async function transaction<DB, T>(
  engine: Engine,
  database: Kysely<DB>,
  work: (transaction: Transaction<DB>) => Promise<T>,
  random: () => number,
): Promise<T> {
  const { transactionAttemptsMax, transactionTimeoutMs } = engine.limits;
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.transaction().execute((inside) => {
        return withDeadline(work(inside), transactionTimeoutMs, "a transaction took too long and was rolled back");
      });
    } catch (error) {
      if (attempt >= transactionAttemptsMax || !mayRetry(error, engine.verdictOf)) throw error;
    }
    await delay(random() * RETRY_DELAY_MS * 2 ** (attempt - 1));
  }
}
