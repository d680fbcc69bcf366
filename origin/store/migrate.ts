/**
 * Runs a room's migrations once, however many processes start together. The two databases differ in what can guard that:
 *
 * - MySQL has named locks. The whole run holds one on the connection that migrates, so that when this process dies, lock and work end together.
 * - SQLite has one writer. Each migration is one transaction, which takes the write lock before it looks what is still to do.
 * @module
 */
import { type Kysely, sql } from "kysely";
import { Fault } from "../../proto/fault.ts";
import {
  type AppliedMigration,
  checkMigrations,
  createMigrationTable,
  type DialectName,
  halfwayFault,
  type Migration,
  type MigrationContext,
  type MigrationTables,
  pendingMigrations,
} from "./migration.ts";

export interface MigrationRun {
  /** On MySQL of this run alone, and closed after it. */
  readonly database: Kysely<unknown>;
  readonly dialect: DialectName;
  readonly room: string;
  readonly migrations: readonly Migration[];
  readonly lockTimeoutMs: number;
  readonly now: () => number;
}

/** @throws Fault as `Store.migrate` says */
export async function runMigrations(run: MigrationRun): Promise<void> {
  checkMigrations(run.room, run.migrations);
  if (run.dialect === "sqlite") return runOnSqlite(run);
  await run.database.connection().execute((connection) => runOnMysql({ ...run, database: connection }));
}

/**
 * Text compared by its code points, trailing spaces included, as in SQLite. The collation that does so has a name of its own in MariaDB and in
 * MySQL 8; each server reads its own conditional comment.
 */
const MYSQL_TABLE_OPTIONS = sql`engine = InnoDB default charset = utf8mb4 collate /*M! utf8mb4_nopad_bin */ /*!80017 utf8mb4_0900_bin */`;

async function runOnMysql(run: MigrationRun): Promise<void> {
  const context: MigrationContext = { database: run.database, dialect: "mysql", tableOptions: MYSQL_TABLE_OPTIONS };
  await takeLock(run); // Given back when the connection closes, which the end of every run does.
  await createMigrationTable(run.database, context.tableOptions);
  const pending = pendingMigrations(run.room, run.migrations, await appliedMigrations(run));
  for (const migration of pending) await applyOnMysql(run, context, migration);
}

async function applyOnMysql(run: MigrationRun, context: MigrationContext, migration: Migration): Promise<void> {
  const tables = run.database.withTables<MigrationTables>();
  const row = startedRow(run, migration);
  await tables.insertInto("fairway_migration").values(row).execute();
  try {
    await migration.up(context);
  } catch (cause) {
    throw halfwayFault(run.room, migration.name, row.started_at_ms, cause);
  }
  await tables
    .updateTable("fairway_migration")
    .set({ finished_at_ms: BigInt(run.now()) })
    .where("room", "=", row.room)
    .where("position", "=", row.position)
    .execute();
}

async function takeLock({ database, lockTimeoutMs }: MigrationRun): Promise<void> {
  // Named locks belong to the server, not to the database, and their names are at most 64 characters long.
  const name = sql`concat('fairway.migrate.', sha1(database()))`;
  const seconds = lockTimeoutMs / 1_000;
  const { rows } = await sql<{ taken: bigint | null }>`select get_lock(${name}, ${seconds}) as taken`.execute(database);
  if (rows[0]?.taken !== 1n)
    throw new Fault("deadline_exceeded", "another instance has been migrating the database for too long");
}

async function runOnSqlite(run: MigrationRun): Promise<void> {
  // Rebuilding a table, SQLite's way to alter one, deletes its rows on the way: with foreign keys on, what refers to them would go too.
  // The switch does nothing inside a transaction (https://sqlite.org/foreignkeys.html), and each migration is checked at its end.
  await sql`pragma foreign_keys = off`.execute(run.database);
  try {
    while (await applyNextOnSqlite(run));
  } finally {
    await sql`pragma foreign_keys = on`.execute(run.database);
  }
}

/** @returns whether there may be more to do */
function applyNextOnSqlite(run: MigrationRun): Promise<boolean> {
  return run.database.transaction().execute(async (database) => {
    const context: MigrationContext = { database, dialect: "sqlite", tableOptions: sql`` };
    const inside = { ...run, database };
    await createMigrationTable(database, context.tableOptions);
    const [next] = pendingMigrations(run.room, run.migrations, await appliedMigrations(inside));
    if (next === undefined) return false;
    await next.up(context);
    await refuseDanglingReferences(database, run.room, next.name);
    const row = { ...startedRow(inside, next), finished_at_ms: BigInt(run.now()) };
    await database.withTables<MigrationTables>().insertInto("fairway_migration").values(row).execute();
    return true;
  });
}

async function refuseDanglingReferences(database: Kysely<unknown>, room: string, name: string): Promise<void> {
  const { rows } = await sql`pragma foreign_key_check`.execute(database);
  if (rows.length === 0) return;
  throw new Fault(
    "failed_precondition",
    `migration ${name} of room ${room} leaves rows that refer to missing ones; it was undone`,
  );
}

function appliedMigrations(run: MigrationRun): Promise<AppliedMigration[]> {
  return run.database
    .withTables<MigrationTables>()
    .selectFrom("fairway_migration")
    .select(["name", "started_at_ms", "finished_at_ms"])
    .where("room", "=", run.room)
    .orderBy("position")
    .execute();
}

function startedRow(run: MigrationRun, migration: Migration) {
  return {
    room: run.room,
    position: BigInt(run.migrations.indexOf(migration)),
    name: migration.name,
    started_at_ms: BigInt(run.now()),
    finished_at_ms: null,
  };
}
