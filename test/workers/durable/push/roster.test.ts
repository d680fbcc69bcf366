/** Who is connected, written behind: what is read is what was written last, wherever it is. */
import { runInDurableObject } from "cloudflare:test";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Roster } from "../../../../durable/push/roster.ts";
import { shardOf } from "./client.ts";

const IDS = ["a", "b", "c", "d"];
const CHANNELS = ["x", "y", "z"];
/** The object that lends its storage speaks to no one. */
const lender = () => shardOf("shard/roster/0");

interface Timers {
  readonly later: (ms: number, work: () => void) => void;
  /** What is due, and what that makes due. */
  run(): void;
}

function timers(): Timers {
  let waiting: (() => void)[] = [];
  return {
    later: (_ms, work) => void waiting.push(work),
    run() {
      while (waiting.length > 0) {
        const due = waiting;
        waiting = [];
        for (const work of due) work();
      }
    },
  };
}

const id = fc.constantFrom(...IDS);
const channel = fc.constantFrom(...CHANNELS);
const step = fc.oneof(
  fc.record({ kind: fc.constant("enter" as const), id }),
  fc.record({ kind: fc.constant("note" as const), id, dueMs: fc.option(fc.nat(100), { nil: undefined }) }),
  fc.record({ kind: fc.constant("remove" as const), id }),
  fc.record({
    kind: fc.constant("subscribe" as const),
    id,
    channel,
    expiresAtMs: fc.option(fc.nat(100), { nil: undefined }),
  }),
  fc.record({ kind: fc.constant("unsubscribe" as const), id, channel }),
  fc.record({ kind: fc.constant("reached" as const), channel, offset: fc.nat(9) }),
  fc.record({ kind: fc.constant("forget" as const), channel }),
  fc.record({ kind: fc.constant("time" as const) }),
  fc.record({ kind: fc.constant("count" as const) }),
  fc.record({ kind: fc.constant("sleep" as const) }),
);

test("whatever happens, and whenever it is written, all that is read is as if it had been written at once", async () => {
  await runInDurableObject(lender(), (_instance, { storage: { sql } }) => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        for (const table of ["connection", "subscription", "view"]) sql.exec(`DELETE FROM ${table}`);
        const clock = timers();
        let roster = new Roster({ sql, later: clock.later });
        const there = new Map<string, Map<string, number | undefined>>();
        const views = new Map<string, number>();
        for (const each of steps) {
          if (each.kind === "enter" && !there.has(each.id)) {
            roster.enter(each.id, "192.0.2.1");
            there.set(each.id, new Map());
          } else if (each.kind === "note" && there.has(each.id)) roster.note(each.id, `user of ${each.id}`, each.dueMs);
          else if (each.kind === "remove") {
            const had = roster.remove(each.id).map((row) => row.channel);
            expect(had.sort()).toEqual([...(there.get(each.id)?.keys() ?? [])].sort());
            there.delete(each.id);
          } else if (each.kind === "subscribe" && there.has(each.id)) {
            const row = { channel: each.channel, connection: each.id, client: { client: each.id, user: "" } };
            roster.subscribe({ ...row, expiresAtMs: each.expiresAtMs });
            there.get(each.id)?.set(each.channel, each.expiresAtMs);
          } else if (each.kind === "unsubscribe") {
            roster.unsubscribe(each.channel, each.id);
            there.get(each.id)?.delete(each.channel);
          } else if (each.kind === "reached") {
            roster.reached(each.channel, { epoch: "e", offset: each.offset });
            views.set(each.channel, each.offset);
          } else if (each.kind === "forget") {
            roster.forgetView(each.channel);
            views.delete(each.channel);
          } else if (each.kind === "time") clock.run();
          else if (each.kind === "count") {
            expect(roster.totals().connections).toBe(there.size);
            expect(roster.countOf("x").connections).toBe([...there.values()].filter((has) => has.has("x")).length);
          } else if (each.kind === "sleep") {
            // The runtime lets no object sleep while a timer runs.
            clock.run();
            roster = new Roster({ sql, later: clock.later });
          }
          for (const name of CHANNELS) {
            const hearing = [...there].filter(([, has]) => has.has(name)).map(([key]) => key);
            expect(roster.subscribers(name).sort()).toEqual(hearing.sort());
            expect(roster.position(name)?.offset).toBe(views.get(name));
            for (const key of IDS) {
              expect(roster.subscription(name, key)?.expiresAtMs).toBe(there.get(key)?.get(name));
            }
          }
        }
        expect(roster.ids().sort()).toEqual([...there.keys()].sort());
      }),
      { numRuns: 200, seed: 5 },
    );
  });
});

test("ten thousand connections are written in many small commits, and those that have gone meanwhile not at all", async () => {
  await runInDurableObject(lender(), (_instance, { storage: { sql } }) => {
    sql.exec("DELETE FROM connection");
    const waiting: (() => void)[] = [];
    const roster = new Roster({ sql, later: (_ms, work) => void waiting.push(work) });
    for (let n = 0; n < 10_000; n++) roster.enter(`id-${n}`, "192.0.2.1");
    for (let n = 0; n < 4_000; n++) roster.remove(`id-${n}`);
    let rounds = 0;
    let most = 0;
    for (let work = waiting.shift(); work !== undefined; work = waiting.shift(), rounds++) {
      const before = rowsIn(sql);
      work();
      most = Math.max(most, rowsIn(sql) - before);
    }
    expect([rounds >= 12, most <= 500, rowsIn(sql)]).toEqual([true, true, 6_000]);
    sql.exec("DELETE FROM connection");
  });
});

function rowsIn(sql: SqlStorage): number {
  return sql.exec<{ n: number }>("SELECT COUNT(*) AS n FROM connection").one().n;
}
