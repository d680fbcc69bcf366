import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, describe, expect, test } from "vitest";
import { openStore, type StoreConfig } from "../../../../origin/store/store.ts";
import { account, databaseContract, faultOf, read } from "../../../contract/database.ts";
import { type ContractTables, contractMigrations } from "../../../contract/database-process.ts";

const folder = mkdtempSync(join(tmpdir(), "fairway-sqlite-"));
const children: ChildProcess[] = [];
let files = 0;

function freshFile(): string {
  return join(folder, `${++files}`, "fairway.db");
}

/** A process of its own that runs `code` with `database`, an open DatabaseSync, and then waits to be killed. */
async function inAnotherProcess(path: string, code: string): Promise<ChildProcess> {
  const program = `import { DatabaseSync } from "node:sqlite"; const database = new DatabaseSync(process.argv[1]); ${code}; console.log("done"); setInterval(() => {}, 60_000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program, path], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  await once(child.stdout, "data");
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

databaseContract("sqlite", {
  fresh: async () => ({ sqlitePath: freshFile() }),
  lockFromOutside: async (config: StoreConfig) => {
    const locker = await inAnotherProcess(config.sqlitePath ?? "", `database.exec("begin immediate")`);
    return () => kill(locker);
  },
  lockCode: "unavailable",
  keepsHalfMigration: false,
});

describe("sqlite alone", () => {
  test("a process killed in mid-transaction leaves what it committed and nothing else", async () => {
    const sqlitePath = freshFile();
    const before = await openStore<ContractTables>({ sqlitePath });
    await before.migrate("contract", contractMigrations);
    await before.close();
    const insert = (uid: number) => `database.exec("insert into session (sid, uid) values (${uid}, 1)")`;
    const child = await inAnotherProcess(
      sqlitePath,
      `database.exec("pragma foreign_keys = off"); ${insert(1)}; database.exec("begin immediate"); ${insert(2)}`,
    );
    await kill(child);
    const after = await openStore<ContractTables>({ sqlitePath });
    expect(await after.database.selectFrom("session").select("sid").execute()).toEqual([{ sid: 1n }]);
    await after.close();
  });

  test("the file is made with its folder, for its owner alone, in WAL mode with full synchronisation and foreign keys", async () => {
    const sqlitePath = freshFile();
    const store = await openStore({ sqlitePath });
    const pragma = async (name: string) =>
      Object.values((await sql`pragma ${sql.raw(name)}`.execute(store.database)).rows[0] ?? {})[0];
    expect(statSync(sqlitePath).mode & 0o777).toBe(0o600);
    expect(await pragma("journal_mode")).toBe("wal");
    expect(await pragma("synchronous")).toBe(2n);
    expect(await pragma("foreign_keys")).toBe(1n);
    expect(await pragma("busy_timeout")).toBe(0n);
    await store.close();
  });

  test("a file that is no database is data_loss, one that cannot be opened is unavailable", async () => {
    const garbage = join(folder, "garbage.db");
    writeFileSync(garbage, "x".repeat(10_000));
    expect(await faultOf(openStore({ sqlitePath: garbage }))).toMatchObject({ code: "data_loss" });
    expect(await faultOf(openStore({ sqlitePath: folder }))).toMatchObject({ code: "unavailable" });
  });

  test("while the file is gone nothing is written anywhere, and when it is back its rows are", async () => {
    const sqlitePath = freshFile();
    const store = await openStore<ContractTables>({ sqlitePath });
    await store.migrate("contract", contractMigrations);
    await store.database.insertInto("account").values(account(1n)).execute();
    renameSync(sqlitePath, `${sqlitePath}.away`);
    expect(await faultOf(store.database.insertInto("account").values(account(2n)).execute())).toMatchObject({
      code: "unavailable",
    });
    expect(await faultOf(store.ping())).toMatchObject({ code: "unavailable" });
    renameSync(`${sqlitePath}.away`, sqlitePath);
    await store.database.insertInto("account").values(account(3n)).execute();
    const uids = await store.database.selectFrom("account").select("uid").orderBy("uid").execute();
    expect(uids).toEqual([{ uid: 1n }, { uid: 3n }]);
    await store.close();
  });

  test("a file that was replaced, as by a backup, is the one used from then on", async () => {
    const sqlitePath = freshFile();
    const store = await openStore<ContractTables>({ sqlitePath });
    await store.migrate("contract", contractMigrations);
    await store.database.insertInto("account").values(account(1n)).execute();
    await sql`vacuum into ${`${sqlitePath}.backup`}`.execute(store.database);
    await store.database.insertInto("account").values(account(2n)).execute();
    renameSync(`${sqlitePath}.backup`, sqlitePath);
    expect(await read(store, 2n)).toBeUndefined();
    expect((await read(store, 1n))?.uid).toBe(1n);
    expect(
      (await sql<{ integrity_check: string }>`pragma integrity_check`.execute(store.database)).rows[0]?.integrity_check,
    ).toBe("ok");
    await store.close();
  });

  test("a migration may rebuild a table that others refer to, but not leave rows that refer to nothing", async () => {
    const store = await openStore<ContractTables>({ sqlitePath: ":memory:" });
    await store.migrate("contract", contractMigrations);
    await store.database.insertInto("account").values(account(1n)).execute();
    await store.database.insertInto("session").values({ sid: 1n, uid: 1n }).execute();
    const rebuild = {
      name: "0004-rebuild",
      up: async ({ database }: Parameters<(typeof contractMigrations)[number]["up"]>[0]) => {
        await sql`create table fresh as select * from account`.execute(database);
        await sql`drop table account`.execute(database);
        await sql`alter table fresh rename to account`.execute(database);
        await sql`create unique index account_uid on account (uid)`.execute(database);
      },
    };
    await store.migrate("contract", [...contractMigrations, rebuild]);
    expect(await store.database.selectFrom("session").select("sid").execute()).toEqual([{ sid: 1n }]);

    const lose = {
      name: "0005-lose",
      up: async ({ database }: Parameters<typeof rebuild.up>[0]) =>
        void (await sql`delete from account`.execute(database)),
    };
    const fault = await faultOf(store.migrate("contract", [...contractMigrations, rebuild, lose]));
    expect(fault).toMatchObject({
      code: "failed_precondition",
      message: expect.stringContaining("refer to missing ones"),
    });
    expect((await read(store, 1n))?.uid).toBe(1n);
    const orphan = store.database.insertInto("session").values({ sid: 2n, uid: 2n }).execute();
    expect(await faultOf(orphan)).toMatchObject({ code: "failed_precondition" });
    await store.close();
  });

  test("openStore() without a database to open names the key that is missing", async () => {
    await expect(openStore({})).rejects.toThrow("MYSQL_URL");
    await expect(openStore({ sqlitePath: ":memory:", limits: { poolSizeMax: 0 } })).rejects.toThrow("poolSizeMax");
  });
});
