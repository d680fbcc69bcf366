/**
 * What every database under the store must do, run on each of them with real files, servers and processes.
 * @module
 */
import type { ChildProcess } from "node:child_process";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Migration, openStore, type Store, type StoreConfig, type StoreLimits } from "../../origin/store/store.ts";
import { Fault, type FaultCode } from "../../proto/fault.ts";
import { type ContractTables, contractMigrations, startMigrating } from "./database-process.ts";

/** A database for one contract run. */
export interface DatabaseUnderTest {
  /** For an empty database of its own at each call. */
  fresh(): Promise<StoreConfig>;
  /** Takes a lock from outside that keeps rows of `account` from being written, until the returned function is called. */
  lockFromOutside(config: StoreConfig): Promise<() => Promise<void>>;
  /** What a writer gets that waited too long for that lock. */
  readonly lockCode: FaultCode;
  /** A migration that fails in its second statement leaves the first one's table behind. */
  readonly keepsHalfMigration: boolean;
}

const UINT63_MAX = 2n ** 63n - 1n;

export function databaseContract(name: string, database: DatabaseUnderTest): void {
  describe(name, () => {
    const opened: Store<ContractTables>[] = [];
    let store: Store<ContractTables>;

    const open = async (config: StoreConfig, limits: Partial<StoreLimits> = {}) => {
      const one = await openStore<ContractTables>({ ...config, limits });
      opened.push(one);
      return one;
    };
    const openMigrated = async (limits: Partial<StoreLimits> = {}) => {
      const config = await database.fresh();
      const one = await open(config, limits);
      await one.migrate("contract", contractMigrations);
      return { config, store: one };
    };
    beforeAll(async () => {
      ({ store } = await openMigrated());
    });
    afterAll(() => Promise.all(opened.map((one) => one.close())));

    describe("rows", () => {
      test("what is inserted is read back, updated and deleted", async () => {
        await store.database
          .insertInto("account")
          .values(account(10n, { nickname: "Ada", avatar: bytes(0, 1, 255) }))
          .execute();
        expect(await read(store, 10n)).toEqual(account(10n, { nickname: "Ada", avatar: bytes(0, 1, 255) }));

        const updated = await store.database
          .updateTable("account")
          .set({ nickname: null })
          .where("uid", "=", 10n)
          .executeTakeFirst();
        expect(updated.numUpdatedRows).toBe(1n);
        expect((await read(store, 10n))?.nickname).toBeNull();

        const deleted = await store.database.deleteFrom("account").where("uid", "=", 10n).executeTakeFirst();
        expect(deleted.numDeletedRows).toBe(1n);
        expect(await read(store, 10n)).toBeUndefined();
      });

      test("an update that changes nothing still counts the rows it matched", async () => {
        await store.database.insertInto("account").values(account(11n)).execute();
        const same = await store.database
          .updateTable("account")
          .set({ revision: 1n })
          .where("uid", "=", 11n)
          .executeTakeFirst();
        expect(same.numUpdatedRows).toBe(1n);
      });

      test.each([0n, 1n, 2n ** 31n, 2n ** 53n - 1n, 2n ** 53n + 1n, UINT63_MAX])(
        "the id %d keeps every digit",
        async (uid) => {
          await store.database.insertInto("account").values(account(uid)).execute();
          expect((await read(store, uid))?.uid).toBe(uid);
        },
      );

      test("negative 64-bit integers keep every digit", async () => {
        await store.database
          .insertInto("account")
          .values(account(20n, { created_at_ms: -(2n ** 63n) }))
          .execute();
        expect((await read(store, 20n))?.created_at_ms).toBe(-(2n ** 63n));
      });

      test("every integer reads as bigint, whatever its width and whether it was computed", async () => {
        await store.database
          .insertInto("account")
          .values(account(21n, { revision: 7n }))
          .execute();
        const row = await store.database
          .selectFrom("account")
          .select(({ fn, lit }) => [fn.countAll().as("count"), fn.max("revision").as("max"), lit(1).as("one")])
          .where("uid", "=", 21n)
          .executeTakeFirstOrThrow();
        expect(row).toEqual({ count: 1n, max: 7n, one: 1n });
      });

      test("a safe integer number is stored as the same integer, in a comparison too", async () => {
        const revision = 41 as unknown as bigint;
        await store.database.insertInto("account").values(account(22n, { revision })).execute();
        const found = await store.database
          .selectFrom("account")
          .select("revision")
          .where("revision", "=", revision)
          .execute();
        expect(found).toEqual([{ revision: 41n }]);
        const { rows } = await sql<{ value: bigint }>`select ${41} as value`.execute(store.database);
        expect(rows).toEqual([{ value: 41n }]); // Where no column gives it a type, too.
      });

      test.each([
        "",
        "ü 漢字 🛰️",
        "back\\slash",
        "quo'te\"s",
        "line\nbreak\ttab",
        "nul\0byte",
        "? and :name",
        "trailing  ",
      ])("the text %j reads back as it was written", async (nickname) => {
        await store.database.deleteFrom("account").where("uid", "=", 23n).execute();
        await store.database.insertInto("account").values(account(23n, { nickname })).execute();
        const found = await store.database
          .selectFrom("account")
          .select("nickname")
          .where("nickname", "=", nickname)
          .execute();
        expect(found).toEqual([{ nickname }]);
      });

      test("texts that differ in case, accents or trailing spaces are different keys", async () => {
        for (const [index, device_id] of ["abc", "ABC", "äbc", "abc ", "abc\t"].entries()) {
          await store.database
            .insertInto("account")
            .values(account(BigInt(100 + index), { device_id }))
            .execute();
        }
        const found = await store.database.selectFrom("account").select("uid").where("device_id", "=", "abc").execute();
        expect(found).toEqual([{ uid: 100n }]);
      });

      test("bytes read back as plain Uint8Array, none and all values alike", async () => {
        const avatar = Uint8Array.from({ length: 256 }, (_, value) => value);
        await store.database
          .insertInto("account")
          .values([account(24n, { avatar }), account(25n, { avatar: bytes() })])
          .execute();
        expect((await read(store, 24n))?.avatar).toStrictEqual(avatar);
        expect((await read(store, 25n))?.avatar).toStrictEqual(bytes());
      });

      test("a stream delivers all rows in order, and one left early harms nothing", async () => {
        const rows = Array.from({ length: 50 }, (_, index) => account(BigInt(1_000 + index)));
        await store.database.insertInto("account").values(rows).execute();
        const inOrder = store.database
          .selectFrom("account")
          .select("uid")
          .where("uid", ">=", 1_000n)
          .where("uid", "<", 1_050n)
          .orderBy("uid");
        const seen: bigint[] = [];
        for await (const row of inOrder.stream(7)) seen.push(row.uid);
        expect(seen).toEqual(rows.map((row) => row.uid));
        for await (const row of inOrder.stream(7)) {
          expect(row.uid).toBe(1_000n);
          break;
        }
        expect((await read(store, 1_001n))?.uid).toBe(1_001n);
      });
    });

    describe("parameters", () => {
      test.each([
        ["a Date", new Date(0)],
        ["an object", { uid: 1 }],
        ["an array", [1]],
        ["undefined", undefined],
        ["NaN", Number.NaN],
        ["infinity", Number.POSITIVE_INFINITY],
        ["an integer number beyond 2^53", 2 ** 53],
        ["an integer beyond 2^63-1", UINT63_MAX + 1n],
      ])("%s is refused", async (_, value) => {
        await expect(sql`select ${sql.val(value)} as value`.execute(store.database)).rejects.toThrow(/^parameter 0 /);
      });

      test("a string that is SQL stays a string", async () => {
        const text = "x' or 1=1; drop table account; -- \\";
        const { rows } = await sql<{ value: string }>`select ${text} as value`.execute(store.database);
        expect(rows[0]?.value).toBe(text);
      });
    });

    describe("faults", () => {
      test("a taken key is already_exists, with the driver's error as its cause", async () => {
        await store.database
          .insertInto("account")
          .values(account(200n, { device_id: "taken" }))
          .execute();
        const fault = await faultOf(
          store.database
            .insertInto("account")
            .values(account(201n, { device_id: "taken" }))
            .execute(),
        );
        expect(fault).toMatchObject({ code: "already_exists" });
        expect(fault.message).not.toContain("taken");
        expect(fault.cause).toBeInstanceOf(Error);
        expect(JSON.stringify(fault.cause)).not.toContain("private");
        expect(await faultOf(store.database.insertInto("account").values(account(200n)).execute())).toMatchObject({
          code: "already_exists",
        });
      });

      test("a reference to nothing is failed_precondition", async () => {
        const orphan = store.database.insertInto("session").values({ sid: 1n, uid: 999_999n }).execute();
        expect(await faultOf(orphan)).toMatchObject({ code: "failed_precondition" });
      });

      test("null where there must be a value is invalid_argument", async () => {
        const broken = account(202n, { device_id: null as unknown as string });
        expect(await faultOf(store.database.insertInto("account").values(broken).execute())).toMatchObject({
          code: "invalid_argument",
        });
      });

      test("a statement that makes no sense is internal, and says nothing about itself", async () => {
        const fault = await faultOf(sql`select * from no_such_table`.execute(store.database));
        expect(fault).toMatchObject({ code: "internal" });
        expect(fault.message).not.toContain("no_such_table");
      });
    });

    describe("transactions", () => {
      test("commit all or nothing, and hand on the very error that ended them", async () => {
        const reason = new Error("changed my mind");
        const failing = store.transaction(async (transaction) => {
          await transaction.insertInto("account").values(account(300n)).execute();
          throw reason;
        });
        await expect(failing).rejects.toBe(reason);
        expect(await read(store, 300n)).toBeUndefined();

        const result = await store.transaction(async (transaction) => {
          await transaction.insertInto("account").values(account(301n)).execute();
          return "done";
        });
        expect(result).toBe("done");
        expect((await read(store, 301n))?.uid).toBe(301n);
      });

      test("a statement that failed inside can be left behind by a savepoint", async () => {
        const controlled = await store.database.startTransaction().execute();
        await controlled.insertInto("account").values(account(310n)).execute();
        const saved = await controlled.savepoint("before").execute();
        await faultOf(saved.insertInto("account").values(account(310n)).execute());
        const back = await saved.rollbackToSavepoint("before").execute();
        await back.insertInto("account").values(account(311n)).execute();
        await back.commit().execute();
        expect([(await read(store, 310n))?.uid, (await read(store, 311n))?.uid]).toEqual([310n, 311n]);
      });

      test("many at once lose no update", async () => {
        await store.database
          .insertInto("account")
          .values(account(320n, { revision: 0n }))
          .execute();
        const increments = Array.from({ length: 40 }, () =>
          store.transaction(async (transaction) => {
            await transaction
              .updateTable("account")
              .set({ revision: sql`revision + 1` })
              .where("uid", "=", 320n)
              .execute();
            await transaction.selectFrom("account").select("revision").where("uid", "=", 320n).execute();
          }),
        );
        await Promise.all(increments);
        expect((await read(store, 320n))?.revision).toBe(40n);
      });

      test("one that takes too long is rolled back, and what it still tries reaches no one's transaction", async () => {
        const { store: hasty } = await openMigrated({ transactionTimeoutMs: 50, poolSizeMax: 1 });
        const goOn = Promise.withResolvers<void>();
        const late = Promise.withResolvers<unknown>();
        const slow = hasty.transaction(async (transaction) => {
          await transaction.insertInto("account").values(account(330n)).execute();
          await goOn.promise;
          late.resolve(transaction.insertInto("account").values(account(331n)).execute());
        });
        expect(await faultOf(slow)).toMatchObject({ code: "deadline_exceeded" });
        await hasty.database.transaction().execute(async (transaction) => {
          await transaction.insertInto("account").values(account(332n)).execute();
          goOn.resolve();
          await expect(late.promise).rejects.toThrow();
        });
        const rows = await hasty.database.selectFrom("account").select("uid").orderBy("uid").execute();
        expect(rows).toEqual([{ uid: 332n }]);
      });

      test("of parallel statements of which one failed, the others reach nothing after the rollback", async () => {
        const parallel = store.transaction(async (transaction) => {
          const chain = async () => {
            for (let uid = 341n; uid < 350n; uid++)
              await transaction.insertInto("account").values(account(uid)).execute();
          };
          await Promise.all([
            chain(),
            transaction
              .insertInto("account")
              .values({ uid: 340n } as never)
              .execute(),
          ]);
        });
        await expect(parallel).rejects.toThrow();
        const kept = await store.database
          .selectFrom("account")
          .select("uid")
          .where("uid", ">=", 340n)
          .where("uid", "<", 350n)
          .execute();
        expect(kept).toEqual([]);
      });
    });

    describe("waiting", () => {
      test("callers beyond the queue are refused at once, those in it after the time-out", async () => {
        const { store: small } = await openMigrated({ poolSizeMax: 1, queueLengthMax: 1, acquireTimeoutMs: 100 });
        await holding(small, async () => {
          const queued = faultOf(small.ping());
          expect(await faultOf(small.ping())).toMatchObject({ code: "resource_exhausted" });
          expect(await queued).toMatchObject({ code: "deadline_exceeded" });
        });
        await small.ping();
      });

      test("a lock held by another process ends a statement after its time-out, keeps the event loop free, and is forgotten when it goes", async () => {
        const { config, store: waiting } = await openMigrated({ lockTimeoutMs: 1_000 });
        await waiting.database.insertInto("account").values(account(1n)).execute();
        const unlock = await database.lockFromOutside(config);
        let ticks = 0;
        const ticking = setInterval(() => ticks++, 10);
        try {
          const refused = waiting.database.updateTable("account").set({ revision: 2n }).where("uid", "=", 1n).execute();
          expect(await faultOf(refused)).toMatchObject({ code: database.lockCode });
          expect(ticks).toBeGreaterThan(5);
        } finally {
          clearInterval(ticking);
          await unlock();
        }
        await waiting.database.updateTable("account").set({ revision: 3n }).where("uid", "=", 1n).execute();
        expect((await read(waiting, 1n))?.revision).toBe(3n);
      });

      test("a statement that meets a lock goes on when the lock goes in time", async () => {
        const { config, store: waiting } = await openMigrated({ lockTimeoutMs: 20_000 });
        await waiting.database.insertInto("account").values(account(1n)).execute();
        const unlock = await database.lockFromOutside(config);
        let settled = false;
        const update = waiting.database.updateTable("account").set({ revision: 2n }).where("uid", "=", 1n).execute();
        void update.finally(() => {
          settled = true;
        });
        await new Promise((resolve) => setImmediate(resolve));
        expect(settled).toBe(false);
        await unlock();
        await update;
        expect((await read(waiting, 1n))?.revision).toBe(2n);
      });

      test("close() lets the transaction in progress end and refuses whoever comes later", async () => {
        const { config, store: closing } = await openMigrated();
        const begun = Promise.withResolvers<void>();
        const goOn = Promise.withResolvers<void>();
        const working = closing.transaction(async (transaction) => {
          begun.resolve();
          await goOn.promise;
          await transaction.insertInto("account").values(account(1n)).execute();
        });
        await begun.promise;
        const closed = closing.close();
        const late = () =>
          closing.ping().then(
            () => "served",
            () => "refused",
          );
        await expect.poll(late).toBe("refused");
        goOn.resolve();
        await Promise.all([working, closed]);
        expect((await read(await open(config), 1n))?.uid).toBe(1n);
      });
    });

    describe("migrations", () => {
      test("run once, in order, and again only what is new", async () => {
        const one = await open(await database.fresh());
        const ran: string[] = [];
        const step = (name: string): Migration => ({ name, up: async () => void ran.push(name) });
        await one.migrate("room", [step("0001"), step("0002")]);
        await one.migrate("room", [step("0001"), step("0002"), step("0003")]);
        await one.migrate("other", [step("0001")]);
        expect(ran).toEqual(["0001", "0002", "0003", "0001"]);
      });

      test("several processes that start together run each migration once", async () => {
        const config = await database.fresh();
        const processes = await Promise.all(Array.from({ length: 4 }, () => startMigrating(config)));
        const outcomes = await Promise.all(processes.map((child) => child.go()));
        expect(outcomes).toEqual(["migrated", "migrated", "migrated", "migrated"]);
        const one = await open(config);
        const marks = await one.database.selectFrom("migration_mark").select("name").orderBy("name").execute();
        expect(marks.map((mark) => mark.name)).toEqual(contractMigrations.map((migration) => migration.name));
      });

      test("a process killed while it migrates does not keep the next one out", async () => {
        const config = await database.fresh();
        const dying = await startMigrating(config, "hang");
        await dying.hanging();
        await kill(dying.process);
        const one = await open(config, { migrationLockTimeoutMs: 20_000 });
        const next = one.migrate("contract", contractMigrations);
        if (database.keepsHalfMigration) {
          expect(await faultOf(next)).toMatchObject({
            code: "failed_precondition",
            message: expect.stringContaining("did not finish"),
          });
        } else {
          await next;
          await one.database.insertInto("account").values(account(1n)).execute();
        }
      });

      test("an older program refuses to start on a newer database, and says so", async () => {
        const { store: newer } = await openMigrated();
        const fault = await faultOf(newer.migrate("contract", contractMigrations.slice(0, 1)));
        expect(fault).toMatchObject({
          code: "failed_precondition",
          message: expect.stringContaining("ahead of this program"),
        });
        expect(fault.message).toContain(contractMigrations[1]?.name);
      });

      test("a list whose order was changed is refused", async () => {
        const { store: shuffled } = await openMigrated();
        const fault = await faultOf(shuffled.migrate("contract", contractMigrations.toReversed()));
        expect(fault).toMatchObject({ code: "failed_precondition", message: expect.stringContaining("out of order") });
      });

      test("one that fails half-way is undone, or reported at each start until somebody has looked", async () => {
        const one = await open(await database.fresh());
        let broken = true;
        const halfway: Migration = {
          name: "0001-halfway",
          up: async ({ database: inside, tableOptions }) => {
            await inside.schema.createTable("first_half").addColumn("id", "bigint").modifyEnd(tableOptions).execute();
            if (broken) throw new Error("pulled the plug");
          },
        };
        const first = await caught(one.migrate("room", [halfway]));
        broken = false;
        if (!database.keepsHalfMigration) {
          expect(first).toMatchObject({ message: "pulled the plug" });
          await one.migrate("room", [halfway]);
          return;
        }
        expect(first).toMatchObject({ code: "failed_precondition", message: expect.stringContaining("0001-halfway") });
        expect(await faultOf(one.migrate("room", [halfway]))).toMatchObject({
          code: "failed_precondition",
          message: (first as Error).message,
        });
        await sql`drop table first_half`.execute(one.database);
        await sql`delete from fairway_migration where room = 'room'`.execute(one.database);
        await one.migrate("room", [halfway]);
      });

      test("two of one name, or a nameless one, are a mistake of the program", async () => {
        const same = { name: "0001", up: async () => undefined };
        await expect(store.migrate("room", [same, same])).rejects.toThrow("two migrations named 0001");
        await expect(store.migrate("", [same])).rejects.toThrow("no name");
      });
    });
  });
}

export function account(uid: bigint, columns: Partial<ContractTables["account"]> = {}): ContractTables["account"] {
  return {
    uid,
    device_id: `device-${uid}`,
    nickname: "Guest",
    avatar: null,
    revision: 1n,
    created_at_ms: 1_700_000_000_000n,
    ...columns,
  };
}

export function read(store: Store<ContractTables>, uid: bigint) {
  return store.database.selectFrom("account").selectAll().where("uid", "=", uid).executeTakeFirst();
}

/** The fault that a promise rejects with; fails when it does not, or with something else. */
export async function faultOf(work: Promise<unknown>): Promise<Fault> {
  const error = await caught(work);
  expect(error).toBeInstanceOf(Fault);
  return error as Fault;
}

async function caught(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => expect.fail("it did not fail"),
    (error: unknown) => error,
  );
}

/** Runs `work` while a transaction holds one connection. */
export async function holding(store: Store<ContractTables>, work: () => Promise<void>): Promise<void> {
  await store.transaction(async (transaction) => {
    await transaction.selectFrom("account").select("uid").limit(1).execute();
    await work();
  });
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await ended;
}

function bytes(...values: number[]): Uint8Array {
  return Uint8Array.from(values);
}
