/**
 * Migrations: the ordered, named steps that bring a room's tables up to date, and what the database remembers of them.
 *
 * The database keeps them in one table, a row per migration and room:
 *
 *     fairway_migration(room, position, name, started_at_ms, finished_at_ms)  primary key (room, position)
 *
 * `finished_at_ms` is null while a migration runs. SQLite undoes a migration that dies, row and all; MySQL commits each schema change by itself,
 * so there a row without an end is left behind and says that somebody has to look.
 * @module
 */
import type { Kysely, RawBuilder } from "kysely";
import { Fault } from "../../proto/fault.ts";

export type DialectName = "mysql" | "sqlite";

/** Long enough for any sensible name; part of a primary key on MySQL, whose keys are bounded. */
const NAME_LENGTH_MAX = 120;

export interface MigrationContext {
  /** The migration's own connection; use nothing else. Inside a transaction on SQLite; on MySQL each schema change commits by itself. */
  readonly database: Kysely<unknown>;
  readonly dialect: DialectName;
  /** For `.modifyEnd(tableOptions)` of every `createTable`. */
  readonly tableOptions: RawBuilder<unknown>;
}

export interface Migration {
  /** Unique in its room and never changed once released: `0001-accounts`. */
  readonly name: string;
  readonly up: (context: MigrationContext) => Promise<void>;
}

/** A row of the table above. */
export interface AppliedMigration {
  readonly name: string;
  readonly started_at_ms: bigint;
  readonly finished_at_ms: bigint | null;
}

export type MigrationTables = {
  fairway_migration: AppliedMigration & { readonly room: string; readonly position: bigint };
};

/** The schema that every session makes sure of; the same text serves both databases, apart from the end. */
export async function createMigrationTable(
  database: Kysely<unknown>,
  tableOptions: RawBuilder<unknown>,
): Promise<void> {
  await database.schema
    .createTable("fairway_migration")
    .ifNotExists()
    .addColumn("room", `varchar(${NAME_LENGTH_MAX})`, (column) => column.notNull())
    .addColumn("position", "integer", (column) => column.notNull())
    .addColumn("name", `varchar(${NAME_LENGTH_MAX})`, (column) => column.notNull())
    .addColumn("started_at_ms", "bigint", (column) => column.notNull())
    .addColumn("finished_at_ms", "bigint")
    .addPrimaryKeyConstraint("fairway_migration_pk", ["room", "position"])
    .modifyEnd(tableOptions)
    .execute();
}

/**
 * A room's list must be well formed, whatever the database holds.
 * @throws Error, a mistake in the program
 */
export function checkMigrations(room: string, migrations: readonly Migration[]): void {
  const names = migrations.map((migration) => migration.name);
  for (const name of [room, ...names]) {
    if (name === "" || name.length > NAME_LENGTH_MAX) throw new Error(`"${name}" is no name for a room or a migration`);
  }
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`room ${room} has two migrations named ${twice}`);
}

/**
 * The migrations that are still to run, when what the database has is a beginning of the list.
 * @param applied rows in the order of their position
 * @throws Fault failed_precondition otherwise; the message says what was found and what to do
 */
export function pendingMigrations(
  room: string,
  migrations: readonly Migration[],
  applied: readonly AppliedMigration[],
): readonly Migration[] {
  const known = new Set(migrations.map((migration) => migration.name));
  for (const [position, row] of applied.entries()) {
    const expected = migrations[position]?.name;
    if (!known.has(row.name)) throw new Fault("failed_precondition", downgradeMessage(room, row.name));
    if (row.name !== expected) throw new Fault("failed_precondition", orderMessage(room, row.name, expected));
    if (row.finished_at_ms === null) throw halfwayFault(room, row.name, row.started_at_ms);
  }
  return migrations.slice(applied.length);
}

export function halfwayFault(room: string, name: string, startedAtMs: bigint, cause?: unknown): Fault {
  const began = new Date(Number(startedAtMs)).toISOString();
  const message =
    `migration ${name} of room ${room} began at ${began} and did not finish. This database does not undo schema changes: look at what it ` +
    "changed and undo or complete that by hand; then, in table fairway_migration, delete its row to run it again or set its finished_at_ms " +
    "to count it as done; then start again";
  return new Fault("failed_precondition", message, { cause });
}

function downgradeMessage(room: string, name: string): string {
  return (
    `the database is ahead of this program: migration ${name} of room ${room} was applied by a newer version. ` +
    "Start that version or a later one; there is no way back but a backup"
  );
}

function orderMessage(room: string, applied: string, expected: string | undefined): string {
  return (
    `the migrations of room ${room} are out of order: the database applied ${applied} where this program has ${expected ?? "none"}. ` +
    "A released migration keeps its place; new ones go to the end of the list"
  );
}
