/**
 * The tables of the database contract, and a process of its own that migrates them: run as a program, it says `ready`, waits for a line, migrates,
 * and says how that ended.
 * @module
 */
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { type Migration, openStore, type StoreConfig } from "../../origin/store/store.ts";

export interface ContractTables {
  account: {
    uid: bigint;
    device_id: string;
    nickname: string | null;
    avatar: Uint8Array | null;
    revision: bigint;
    created_at_ms: bigint;
  };
  session: { sid: bigint; uid: bigint };
  /** A row for each run of a migration, so that one which ran twice is seen. */
  migration_mark: { name: string };
}

export const contractMigrations: readonly Migration[] = [
  {
    name: "0001-marks",
    up: async ({ database, tableOptions }) => {
      await database.schema
        .createTable("migration_mark")
        .addColumn("name", "varchar(50)")
        .modifyEnd(tableOptions)
        .execute();
      await mark(database, "0001-marks");
    },
  },
  {
    name: "0002-accounts",
    up: async ({ database, tableOptions }) => {
      await database.schema
        .createTable("account")
        .addColumn("uid", "bigint", (column) => column.unsigned().notNull().primaryKey())
        .addColumn("device_id", "varchar(100)", (column) => column.notNull().unique())
        .addColumn("nickname", "varchar(100)")
        .addColumn("avatar", "varbinary(1000)")
        .addColumn("revision", "integer", (column) => column.notNull())
        .addColumn("created_at_ms", "bigint", (column) => column.notNull())
        .modifyEnd(tableOptions)
        .execute();
      await mark(database, "0002-accounts");
    },
  },
  {
    name: "0003-sessions",
    up: async ({ database, tableOptions }) => {
      await database.schema
        .createTable("session")
        .addColumn("sid", "bigint", (column) => column.unsigned().notNull().primaryKey())
        .addColumn("uid", "bigint", (column) => column.unsigned().notNull())
        .addForeignKeyConstraint("session_uid_fk", ["uid"], "account", ["uid"])
        .modifyEnd(tableOptions)
        .execute();
      await mark(database, "0003-sessions");
    },
  },
];

export interface MigratingProcess {
  readonly process: ChildProcess;
  /** Lets it migrate. @returns `migrated`, or what went wrong */
  go(): Promise<string>;
  /** Lets it migrate, and resolves when it hangs in the middle, as it was told to. */
  hanging(): Promise<void>;
}

/** Starts the process and waits until it is loaded, so that several can be let go at the same moment. */
export async function startMigrating(config: StoreConfig, mode: "run" | "hang" = "run"): Promise<MigratingProcess> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), mode, JSON.stringify(config)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = async () => String((await lines.next()).value);
  if ((await line()) !== "ready") throw new Error("the migrating process did not start");
  const go = () => {
    child.stdin.write("go\n");
    return line();
  };
  return {
    process: child,
    go,
    async hanging() {
      if ((await go()) !== "hanging") throw new Error("the migrating process did not hang");
    },
  };
}

async function mark(database: Parameters<Migration["up"]>[0]["database"], name: string): Promise<void> {
  await database
    .withTables<Pick<ContractTables, "migration_mark">>()
    .insertInto("migration_mark")
    .values({ name })
    .execute();
}

/** Says so in the middle of the second migration, and never goes on. */
const hangingMigrations = contractMigrations.map((migration, index) => {
  if (index !== 1) return migration;
  const up: Migration["up"] = async (context) => {
    await migration.up(context);
    console.log("hanging");
    await new Promise(() => setInterval(() => undefined, 60_000));
  };
  return { ...migration, up };
});

async function main(mode: string, config: StoreConfig): Promise<void> {
  const store = await openStore(config);
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  console.log("ready");
  if ((await lines.next()).done) return; // Whoever started this is gone.
  try {
    await store.migrate("contract", mode === "hang" ? hangingMigrations : contractMigrations);
    console.log("migrated");
  } catch (error) {
    console.log(String(error));
  } finally {
    await store.close();
    process.stdin.destroy();
  }
}

if (import.meta.main) {
  const [mode = "run", config = "{}"] = process.argv.slice(2);
  await main(mode, JSON.parse(config) as StoreConfig);
}
