import { connect, createServer, type Socket } from "node:net";
import { sql } from "kysely";
import mysql from "mysql2/promise";
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from "vitest";
import { openStore, type Store, type StoreConfig, type StoreLimits } from "../../../../origin/store/store.ts";
import { account, databaseContract, faultOf, read } from "../../../contract/database.ts";
import { type ContractTables, contractMigrations } from "../../../contract/database-process.ts";
import { freshMysqlDatabase, type Mariadb, startMariadb } from "../../../services/mariadb.ts";

databaseContract("mariadb", {
  fresh: async () => ({ mysqlUrl: await freshMysqlDatabase(inject("mysqlUrl")) }),
  lockFromOutside: async (config: StoreConfig) => {
    const locker = await mysql.createConnection(config.mysqlUrl ?? "");
    await locker.beginTransaction();
    await locker.query("select * from account for update");
    return () => locker.end();
  },
  lockCode: "aborted",
  keepsHalfMigration: true,
});

describe("mysql alone", () => {
  const opened: Store<ContractTables>[] = [];
  const open = async (mysqlUrl: string, limits: Partial<StoreLimits> = {}) => {
    const store = await openStore<ContractTables>({ mysqlUrl, limits });
    opened.push(store);
    return store;
  };
  const openMigrated = async (limits: Partial<StoreLimits> = {}) => {
    const store = await open(await freshMysqlDatabase(inject("mysqlUrl")), limits);
    await store.migrate("contract", contractMigrations);
    return store;
  };
  afterAll(() => Promise.all(opened.map((store) => store.close())));

  test("a deadlock's victim runs again, and both transactions take effect", async () => {
    const store = await openMigrated();
    await store.database
      .insertInto("account")
      .values([account(1n, { revision: 0n }), account(2n, { revision: 0n })])
      .execute();
    let attempts = 0;
    const bothHold = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const;
    const add = (first: bigint, second: bigint, own: number) =>
      store.transaction(async (transaction) => {
        attempts++;
        const increment = (uid: bigint) =>
          transaction.updateTable("account").set({ revision: sql`revision + 1` }).where("uid", "=", uid).execute();
        await increment(first);
        bothHold[own]?.resolve();
        await Promise.all(bothHold.map((one) => one.promise));
        await increment(second);
      });
    await Promise.all([add(1n, 2n, 0), add(2n, 1n, 1)]);
    expect([(await read(store, 1n))?.revision, (await read(store, 2n))?.revision]).toEqual([2n, 2n]);
    expect(attempts).toBe(3);
  });

  test("a deadlock that does not go away is aborted after a bounded number of attempts", async () => {
    const store = await openMigrated({ transactionAttemptsMax: 3 });
    let attempts = 0;
    const hopeless = store.transaction(async (transaction) => {
      attempts++;
      await sql`signal sqlstate '40001' set mysql_errno = 1213`.execute(transaction);
    });
    expect(await faultOf(hopeless)).toMatchObject({ code: "aborted" });
    expect(attempts).toBe(3);
  });

  test("other errors are not tried again", async () => {
    const store = await openMigrated();
    let attempts = 0;
    const taken = store.transaction(async (transaction) => {
      attempts++;
      await transaction
        .insertInto("account")
        .values([account(1n), account(1n)])
        .execute();
    });
    expect(await faultOf(taken)).toMatchObject({ code: "already_exists" });
    expect(attempts).toBe(1);
  });

  test("a statement beyond its deadline is stopped in the server, and its connection stays", async () => {
    const store = await openMigrated({ statementTimeoutMs: 200, poolSizeMax: 1 });
    const before = await connectionId(store);
    expect(await faultOf(sql`select sum(seq * 2) from seq_1_to_100000000000`.execute(store.database))).toMatchObject({
      code: "deadline_exceeded",
    });
    expect(await connectionId(store)).toBe(before);
  });

  test("a stream of a million rows that is left early does not keep its connection busy", async () => {
    const store = await openMigrated({ poolSizeMax: 1, statementTimeoutMs: 5_000 });
    const rows = sql<{ seq: bigint }>`select seq, repeat('x', 1000) as filling from seq_1_to_1000000`.compile(
      store.database,
    );
    for await (const row of store.database.getExecutor().stream<{ seq: bigint }>(rows, 10)) {
      expect(row.rows[0]?.seq).toBe(1n);
      break;
    }
    await store.ping();
  });

  test("a text that is too long, and a number out of range, are refused and not cut off", async () => {
    const store = await openMigrated();
    const long = store.database
      .insertInto("account")
      .values(account(1n, { nickname: "x".repeat(101) }))
      .execute();
    expect(await faultOf(long)).toMatchObject({ code: "invalid_argument" });
    const big = store.database
      .insertInto("account")
      .values(account(1n, { revision: 2n ** 31n }))
      .execute();
    expect(await faultOf(big)).toMatchObject({ code: "invalid_argument" });
    expect(await read(store, 1n)).toBeUndefined();
  });

  test("decimals, dates and JSON read as the text that the server sent", async () => {
    const store = await openMigrated();
    const { rows } = await sql`
      select cast(12345678901234567890.12 as decimal(30,2)) as money, timestamp('2026-01-02 03:04:05') as moment, json_object('a', 1) as json`.execute(
      store.database,
    );
    expect(rows).toEqual([{ money: "12345678901234567890.12", moment: "2026-01-02 03:04:05", json: '{"a": 1}' }]);
  });

  test("a session does not depend on the server's defaults", async () => {
    const admin = await mysql.createConnection(inject("mysqlUrl"));
    const store = await open(await freshMysqlDatabase(inject("mysqlUrl")));
    const [[before]] = (await admin.query("select @@global.sql_mode as mode")) as unknown as [[{ mode: string }]];
    await admin.query("set global sql_mode = 'NO_BACKSLASH_ESCAPES,ANSI_QUOTES'");
    try {
      const text = "\\' or 1=1 -- \"";
      const { rows } = await sql<{ value: string; zone: string }>`select ${text} as value, @@time_zone as zone`.execute(
        store.database,
      );
      expect(rows[0]).toEqual({ value: text, zone: "+00:00" });
    } finally {
      await admin.query("set global sql_mode = ?", [before.mode]);
      await admin.end();
    }
  });

  test("idle connections are closed", async () => {
    const store = await openMigrated({ idleTimeoutMs: 100, poolIdleMax: 1, poolSizeMax: 5 });
    const together = Promise.withResolvers<void>();
    let held = 0;
    const hold = async () => {
      held += 1;
      if (held === 5) together.resolve();
      await together.promise;
    };
    await Promise.all(Array.from({ length: 5 }, () => store.database.connection().execute(hold)));
    const admin = await openMigrated();
    const count = async () => {
      const { rows } = await sql<{
        count: bigint;
      }>`select count(*) as count from information_schema.processlist where db = ${await databaseName(store)}`.execute(
        admin.database,
      );
      return rows[0]?.count;
    };
    await expect.poll(count).toBeLessThanOrEqual(1n);
  });

  test("a password with every kind of sign signs in, a wrong one is internal and does not show", async () => {
    const admin = await mysql.createConnection(inject("mysqlUrl"));
    const password = "p@ss:w/rd?#%25 ü";
    await admin.query("create or replace user 'odd'@'127.0.0.1' identified by ?", [password]);
    await admin.query("grant all on *.* to 'odd'@'127.0.0.1'");
    await admin.end();
    const url = new URL(await freshMysqlDatabase(inject("mysqlUrl")));
    url.username = "odd";
    url.password = encodeURIComponent(password);
    await (await open(url.href)).ping();
    url.password = "wrong";
    const fault = await faultOf((await open(url.href)).ping());
    expect(fault).toMatchObject({ code: "internal" });
    expect(fault.message).not.toContain("wrong");
  });

  test.each([
    ["no URL", "127.0.0.1"],
    ["another protocol", "postgres://root@127.0.0.1/x"],
    ["no database", "mysql://root:secret@127.0.0.1"],
    ["two databases", "mysql://root:secret@127.0.0.1/a/b"],
    ["an unknown option", "mysql://root:secret@127.0.0.1/a?sslmode=require"],
    ["an unknown ssl-mode", "mysql://root:secret@127.0.0.1/a?ssl-mode=maybe"],
  ])("%s is refused by the name of its key, without the password", async (_, mysqlUrl) => {
    const refused = openStore({ mysqlUrl });
    await expect(refused).rejects.toThrow("MYSQL_URL");
    await expect(refused).rejects.not.toThrow("secret");
  });

  test("a server that must speak TLS and does not is not spoken to", async () => {
    const url = new URL(await freshMysqlDatabase(inject("mysqlUrl")));
    url.searchParams.set("ssl-mode", "REQUIRED");
    await expect((await open(url.href)).ping()).rejects.toThrow();
  });
});

test("a server that does not commit by itself, or isolates in another way, is told to", async () => {
  const mariadb = await startMariadb();
  onTestFinished(() => mariadb.stop());
  const admin = await mysql.createConnection(mariadb.url);
  await admin.query("set global autocommit = 0, global tx_isolation = 'READ-COMMITTED'");
  await admin.end();
  const mysqlUrl = await freshMysqlDatabase(mariadb.url);
  const [one, other] = await Promise.all([1, 2].map(() => openStore<ContractTables>({ mysqlUrl })));
  onTestFinished(async () => void (await Promise.all([one?.close(), other?.close()])));
  if (one === undefined || other === undefined) throw new Error("two stores are needed");
  await one.migrate("contract", contractMigrations);
  await one.database.insertInto("account").values(account(1n)).execute();
  expect(await read(other, 1n)).toBeDefined();
  await one.transaction(async (transaction) => {
    const seen = () => transaction.selectFrom("account").select("uid").execute();
    expect(await seen()).toEqual([{ uid: 1n }]);
    await other.database.insertInto("account").values(account(2n)).execute();
    expect(await seen()).toEqual([{ uid: 1n }]);
  });
});

describe("a mysql that goes away", () => {
  let mariadb: Mariadb;
  beforeAll(async () => {
    mariadb = await startMariadb();
  });
  afterAll(() => mariadb.stop());

  const openMigrated = async (limits: Partial<StoreLimits> = {}) => {
    const store = await openStore<ContractTables>({ mysqlUrl: await freshMysqlDatabase(mariadb.url), limits });
    await store.migrate("contract", contractMigrations);
    return store;
  };

  test("killed in mid-transaction: unavailable while it is gone; then used again by itself, with all that was committed and no more", async () => {
    const store = await openMigrated();
    await store.database.insertInto("account").values(account(1n)).execute();
    const dying = store.transaction(async (transaction) => {
      await transaction.insertInto("account").values(account(2n)).execute();
      await mariadb.kill();
      await transaction.insertInto("account").values(account(3n)).execute();
    });
    expect(await faultOf(dying)).toMatchObject({ code: "unavailable" });
    expect(await faultOf(store.ping())).toMatchObject({ code: "unavailable" });
    await mariadb.restart();
    const uids = await store.database.selectFrom("account").select("uid").execute();
    expect(uids).toEqual([{ uid: 1n }]);
    await store.close();
  });

  test("restarted while connections are idle: the next query gets a new one", async () => {
    const store = await openMigrated();
    await Promise.all(Array.from({ length: 5 }, () => store.ping()));
    await mariadb.restart();
    await Promise.all(Array.from({ length: 20 }, () => store.ping()));
    await store.close();
  });

  test("hanging: statements, new connections and pings end at their deadlines, and all is well when it goes on", async () => {
    const store = await openMigrated({ statementTimeoutMs: 300, connectTimeoutMs: 1_500, poolSizeMax: 2 });
    await store.ping();
    await mariadb.pause();
    try {
      expect(await faultOf(read(store, 1n))).toMatchObject({ code: "deadline_exceeded" }); // On an open connection.
      expect(await faultOf(read(store, 1n))).toMatchObject({ code: "unavailable" }); // On a new one.
      expect((await faultOf(store.ping())).code).toMatch(/unavailable|deadline_exceeded/);
    } finally {
      mariadb.resume();
    }
    await store.ping();
    await store.close();
  });

  test("away when the program starts: the store opens, and works once it is there", async () => {
    const mysqlUrl = await freshMysqlDatabase(mariadb.url);
    await mariadb.kill();
    const store = await openStore<ContractTables>({ mysqlUrl });
    expect(await faultOf(store.ping())).toMatchObject({ code: "unavailable" });
    expect(await faultOf(store.migrate("contract", contractMigrations))).toMatchObject({ code: "unavailable" });
    await mariadb.restart();
    await store.migrate("contract", contractMigrations);
    await store.database.insertInto("account").values(account(1n)).execute();
    await store.close();
  });

  test("gone during COMMIT: unknown, because nobody can tell whether it took effect", async () => {
    const relay = await startRelay(mariadb.port);
    const direct = await openMigrated();
    const name = await databaseName(direct);
    const store = await openStore<ContractTables>({ mysqlUrl: `mysql://root@127.0.0.1:${relay.port}/${name}` });
    const committing = store.transaction(async (transaction) => {
      await transaction.insertInto("account").values(account(1n)).execute();
      relay.cutAtNext("commit");
    });
    expect(await faultOf(committing)).toMatchObject({ code: "unknown" });
    await store.close();
    await direct.close();
    await relay.close();
  });

  test("close() ends in time though it hangs, and leaves no connection open", async () => {
    const store = await openMigrated({ poolSizeMax: 1 });
    await mariadb.pause();
    try {
      await expect(store.close()).resolves.toBeUndefined();
    } finally {
      mariadb.resume();
    }
  });
});

async function connectionId(store: Store<ContractTables>): Promise<bigint | undefined> {
  return (await sql<{ id: bigint }>`select connection_id() as id`.execute(store.database)).rows[0]?.id;
}

async function databaseName(store: Store<ContractTables>): Promise<string> {
  return (await sql<{ name: string }>`select database() as name`.execute(store.database)).rows[0]?.name ?? "";
}

/** A TCP relay that breaks the connection which sends a certain word, before the server sees it. */
async function startRelay(port: number) {
  let fatal: string | undefined;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(port, "127.0.0.1");
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => sockets.delete(socket));
    }
    client.on("data", (chunk) => {
      if (fatal !== undefined && chunk.includes(fatal)) return void client.destroy();
      upstream.write(chunk);
    });
    upstream.pipe(client);
    client.on("close", () => upstream.destroy());
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  return {
    port: typeof address === "object" ? (address?.port ?? 0) : 0,
    cutAtNext(word: string) {
      fatal = word;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
