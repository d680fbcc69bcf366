/** Publications of many streams in a log that all share: what is read is what was put, wherever it lies by now. */
import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import fc from "fast-check";
import { expect, test } from "vitest";
import { LoggedPublications } from "../../../../durable/push/logged-publications.ts";
import { makeStreamTable } from "../../../../durable/push/stream-rows.ts";
import { type Stream, Streams } from "../../../../durable/push/streams.ts";
import type { Publication } from "../../../../proto/push/model.ts";
import { homeOf, userChannel } from "../../../../proto/push/push.ts";
import type { ChannelOptions } from "../../../../proto/push/settings.ts";
import { publish, shardOf } from "./client.ts";

/** So small that a run of some dozen steps meets each of them. */
const LIMITS = {
  chainMax: 4,
  loggedBytesMax: 20,
  unsavedMin: 2,
  unsavedMax: 5,
  blockRows: 3,
  segmentRows: 3,
  deadMin: 4,
};
/** The objects that lend their storage speak to no one. */
const lender = (name: string) => shardOf(`shard/logged/${name}`);

/** Names of users at home on a shard. */
function channelsOf(shard: string, count: number): string[] {
  const all = Array.from({ length: 10 * count }, (_, n) => userChannel(`logged-${n}`));
  return all.filter((channel) => homeOf(channel, { region: "main", counts: [4] }) === shard).slice(0, count);
}

/** A stream as it is to be. */
interface Model {
  id: number;
  top: number;
  floor: number;
  kept: Publication[];
}

/** A log on the storage of an object, and what is expected of it. */
class Bench {
  readonly #sql: SqlStorage;
  readonly #limits: Partial<typeof LIMITS>;
  #publications: LoggedPublications;
  readonly streams: Model[];
  #clockMs = 1_000;

  constructor(sql: SqlStorage, streams: number, limits: Partial<typeof LIMITS> = LIMITS) {
    this.#sql = sql;
    this.#limits = limits;
    for (const table of ["publication", "log", "log_head", "log_state"]) sql.exec(`DROP TABLE IF EXISTS ${table}`);
    makeStreamTable(sql);
    sql.exec("DELETE FROM stream");
    this.#publications = new LoggedPublications(sql, limits);
    this.streams = Array.from({ length: streams }, (_, at) => ({ id: at + 1, top: 0, floor: 0, kept: [] }));
    for (const { id } of this.streams)
      sql.exec("INSERT INTO stream VALUES (?, ?, 'e', 0, 0, 0, NULL)", id, `user:${id}`);
  }

  put(stream: Model, bytes: number, expiresAtMs?: number): void {
    this.#clockMs++;
    const publication = {
      offset: stream.top + 1,
      data: "x".repeat(bytes),
      op: stream.id,
      publishedAtMs: this.#clockMs,
      ...(expiresAtMs !== undefined && { expiresAtMs }),
    };
    this.#publications.put(stream, publication);
    stream.top++;
    stream.kept.push(publication);
  }

  /** All but the last so many. */
  trim(stream: Model, kept: number): void {
    this.#removed(stream, Math.max(stream.floor, stream.top - kept));
  }

  /** What was published until then. */
  prune(stream: Model, atMs: number): void {
    const until = this.#publications.lastUntil(stream, atMs);
    expect(until).toBe(stream.kept.findLast(({ publishedAtMs }) => publishedAtMs <= atMs)?.offset);
    if (until !== undefined) this.#removed(stream, until);
  }

  forget(stream: Model): void {
    this.#publications.removeAll(stream);
    this.#floor(stream, stream.top);
  }

  /** As from another object, the last of them twice. */
  import(stream: Model, count: number): void {
    for (let n = 0; n < count; n++) {
      const publication = { offset: ++stream.top, data: "y", op: 0, publishedAtMs: ++this.#clockMs };
      stream.kept.push(publication);
      this.#publications.import(stream, publication);
    }
    const last = stream.kept.at(-1);
    if (last !== undefined && count > 0) this.#publications.import(stream, last);
  }

  wake(): void {
    this.#publications = new LoggedPublications(this.#sql, this.#limits);
  }

  tidy(): void {
    this.#publications.tidy();
  }

  any(): boolean {
    return this.#publications.any();
  }

  /** Of the log, up to which row heads are saved. */
  saved(): number {
    return this.#sql.exec<{ saved: number }>("SELECT saved FROM log_state").toArray()[0]?.saved ?? 0;
  }

  rows(table: "log" | "publication"): number {
    return this.#sql.exec<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`).one().n;
  }

  /** Whatever may be asked of a stream. */
  check(stream: Model, from: number, limit: number): void {
    const { kept, floor } = stream;
    const isAlive = ({ expiresAtMs = Number.POSITIVE_INFINITY }: Publication) => expiresAtMs > 50;
    const [after, before] = [kept.filter(({ offset }) => offset > from), kept.filter(({ offset }) => offset < from)];
    expect(this.#publications.after(stream, from, limit)).toEqual(after.slice(0, limit));
    expect(this.#publications.aliveAfter(stream, from, limit, 50)).toEqual(after.filter(isAlive).slice(0, limit));
    const falling = before.filter(isAlive).reverse().slice(0, limit);
    expect(this.#publications.aliveBefore(stream, from, floor, limit, 50)).toEqual(falling);
    const last = kept.at(-1);
    const lastRow = last && { offset: last.offset, atMs: last.publishedAtMs };
    expect(pick(this.#publications.last(stream))).toEqual(lastRow);
  }

  #removed(stream: Model, offset: number): void {
    this.#publications.removeUpTo(stream, offset);
    this.#floor(stream, offset);
  }

  #floor(stream: Model, offset: number): void {
    stream.floor = Math.max(stream.floor, offset);
    stream.kept = stream.kept.filter((publication) => publication.offset > offset);
    this.#sql.exec("UPDATE stream SET floor = ?, top = ? WHERE id = ?", stream.floor, stream.top, stream.id);
  }
}

function pick(last: { offset: number; atMs: number } | undefined) {
  return last && { offset: last.offset, atMs: last.atMs };
}

const at = fc.nat(2);
const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant("put" as const), at, count: fc.integer({ min: 1, max: 9 }) }) },
  fc.record({ kind: fc.constant("large" as const), at }),
  fc.record({ kind: fc.constant("expiring" as const), at }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("trim" as const), at, kept: fc.nat(8) }) },
  fc.record({ kind: fc.constant("prune" as const), at, atMs: fc.integer({ min: 1_000, max: 1_060 }) }),
  fc.record({ kind: fc.constant("forget" as const), at }),
  fc.record({ kind: fc.constant("import" as const), at, count: fc.nat(4) }),
  fc.record({ kind: fc.constant("wake" as const) }),
  fc.record({ kind: fc.constant("tidy" as const) }),
);

function take(bench: Bench, each: typeof step extends fc.Arbitrary<infer T> ? T : never): void {
  const stream = bench.streams["at" in each ? each.at : 0] as Model;
  if (each.kind === "put") for (let n = 0; n < each.count; n++) bench.put(stream, n);
  else if (each.kind === "large") bench.put(stream, LIMITS.loggedBytesMax + 1);
  else if (each.kind === "expiring") bench.put(stream, 1, 20);
  else if (each.kind === "trim") bench.trim(stream, each.kept);
  else if (each.kind === "prune") bench.prune(stream, each.atMs);
  else if (each.kind === "forget") bench.forget(stream);
  else if (each.kind === "import") bench.import(stream, each.count);
  else if (each.kind === "wake") bench.wake();
  else bench.tidy();
}

test("any order of coming, going, waking and tidying up leaves what is kept of each stream, and nothing else", async () => {
  await runInDurableObject(lender("0"), (_, state) => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 40 }),
        fc.nat(20),
        fc.integer({ min: 1, max: 12 }),
        (steps, from, limit) => {
          const bench = new Bench(state.storage.sql, 3);
          for (const each of steps) {
            take(bench, each);
            for (const stream of bench.streams) bench.check(stream, from, limit);
          }
          bench.wake();
          for (const stream of bench.streams) bench.check(stream, 0, 1_000);
          for (const stream of bench.streams) bench.trim(stream, 0);
          bench.tidy();
          expect([bench.any(), bench.rows("log"), bench.rows("publication")]).toEqual([false, 0, 0]);
        },
      ),
      { numRuns: 150 },
    );
  });
});

test("a busy stream among quiet ones leaves no more behind than is kept", async () => {
  await runInDurableObject(lender("1"), (_, state) => {
    const bench = new Bench(state.storage.sql, 21, { deadMin: 100, segmentRows: 10 });
    const [busy, ...quiet] = bench.streams as [Model, ...Model[]];
    for (const stream of quiet) for (let n = 0; n < 3; n++) bench.put(stream, 5);
    for (let n = 0; n < 3_000; n++) {
      bench.put(busy, 5);
      if (busy.kept.length > 120) bench.trim(busy, 100);
    }
    // As much as is needed, what is put up with, and one step.
    expect(bench.rows("log")).toBeLessThan(3 * (60 + 120) + 100 + 10);
    expect(bench.rows("publication")).toBeLessThan(60 + 120 + 1);
    bench.wake();
    for (const stream of bench.streams) bench.check(stream, 0, 1_000);
  });
});

test("heads are saved when there are enough rows for each block that is written, or too many to read on a wake", async () => {
  await runInDurableObject(lender("3"), (_, state) => {
    // 600 streams are two blocks.
    const savedAfter = (streams: number, limits: Partial<typeof LIMITS>) => {
      const bench = new Bench(state.storage.sql, streams, { chainMax: 1_000, unsavedMin: 5, ...limits });
      for (let rows = 1; rows <= 200; rows++) {
        bench.put(bench.streams[rows % 2 === 0 ? 0 : streams - 1] as Model, 1);
        if (bench.saved() > 0) return bench.saved();
      }
      return undefined;
    };
    expect(savedAfter(2, { unsavedMax: 1_000, blockRows: 40 })).toBe(40);
    expect(savedAfter(600, { unsavedMax: 1_000, blockRows: 40 })).toBe(80);
    expect(savedAfter(600, { unsavedMax: 60, blockRows: 40 })).toBe(60);
    expect(savedAfter(600, { unsavedMax: 1_000, blockRows: 1_000 })).toBeUndefined();
    // What was put by one is found by the next, which goes on counting.
    const bench = new Bench(state.storage.sql, 600, {
      chainMax: 1_000,
      unsavedMin: 5,
      unsavedMax: 1_000,
      blockRows: 40,
    });
    for (let rows = 0; rows < 150; rows++) {
      bench.put(bench.streams[rows * 4] as Model, 1);
      bench.wake();
      bench.check(bench.streams[rows * 4] as Model, 0, 10);
    }
    expect(bench.saved()).toBeGreaterThanOrEqual(80);
    for (const stream of bench.streams) bench.check(stream, 0, 10);
  });
});

test("heads that are saved and heads that are not are found when the object wakes", async () => {
  const home = shardOf("shard/main/1");
  const channels = channelsOf("shard/main/1", 50);
  // More than are left unsaved, and more than a stream may have in the log.
  for (let round = 0; round < 60; round++) {
    await home.publish(channels.map((channel) => ({ channel, message: { data: String(round) } })));
  }
  await publish(home, channels[0] as string, ...Array.from({ length: 100 }, (_, n) => 60 + n));
  await evictDurableObject(home);
  for (const [n, channel] of channels.entries()) {
    const page = await home.history(channel, { limit: 1_000, reverse: false });
    const expected = Array.from({ length: n === 0 ? 160 : 60 }, (_, each) => String(each));
    expect("publications" in page && page.publications.map(({ data }) => data)).toEqual(expected);
  }
  expect((await publish(home, channels[0] as string, "next")).offset).toBe(161);
});

test("a shard's storage from before there was a log is read on, and goes on", async () => {
  const home = shardOf("shard/main/2");
  const [channel = ""] = channelsOf("shard/main/2", 1);
  const { epoch } = await publish(home, channel, ...Array.from({ length: 10 }, (_, n) => n));
  await runInDurableObject(home, (_, state) => {
    const { sql } = state.storage;
    const rows = [...sql.exec("SELECT stream, offset, at_ms, expires_ms, data, op, extra FROM log").raw()];
    expect(rows).toHaveLength(10);
    for (const table of ["publication", "log", "log_head", "log_state"]) sql.exec(`DROP TABLE ${table}`);
    sql.exec(`CREATE TABLE publication(stream INTEGER NOT NULL, offset INTEGER NOT NULL, at_ms INTEGER NOT NULL, expires_ms INTEGER,
      data NOT NULL, op INTEGER NOT NULL, extra TEXT, PRIMARY KEY(stream, offset)) WITHOUT ROWID`);
    for (const row of rows) sql.exec("INSERT INTO publication VALUES (?, ?, ?, ?, ?, ?, ?)", ...row);
  });
  await evictDurableObject(home);
  expect(await publish(home, channel, 10, 11)).toEqual({ epoch, offset: 12 });
  await evictDurableObject(home);
  const recovered = await home.recover(channel, { epoch, offset: 4 });
  expect("publications" in recovered && recovered.publications.map(({ offset, data }) => [offset, data])).toEqual(
    Array.from({ length: 8 }, (_, n) => [n + 5, String(n + 4)]),
  );
  const backwards = await home.history(channel, { limit: 4, reverse: true, since: { epoch, offset: 12 } });
  expect("publications" in backwards && backwards.publications.map(({ offset }) => offset)).toEqual([11, 10, 9, 8]);
});

test("a sweep takes what is too old from every stream, in memory or not, and leaves the others' as it is", async () => {
  await runInDurableObject(lender("4"), (_, state) => {
    const { sql } = state.storage;
    for (const table of ["publication", "log", "log_head", "log_state"]) sql.exec(`DROP TABLE IF EXISTS ${table}`);
    sql.exec("DELETE FROM stream");
    let nowMs = 1_000_000;
    const open = () =>
      new Streams({ sql, now: () => nowMs, publications: new LoggedPublications(sql), newEpoch: () => "e" });
    const options = (historyTtlSeconds: number) => ({ historySize: 100, historyTtlSeconds }) as ChannelOptions;
    const names = Array.from({ length: 25 }, (_, n) => `user:${n}`);
    const before = open();
    for (const channel of names) {
      const stream = before.create(channel);
      for (let n = 0; n < 3; n++) before.append(stream, { channel, message: { data: `${n}` } }, options(60));
    }
    before.addMember(before.find("user:3") as Stream, "shard/main/0");
    nowMs += 61_000;
    const late = before.find("user:7") as Stream;
    before.append(late, { channel: "user:7", message: { data: "late" } }, options(60));

    const streams = open();
    const known = streams.find("user:5") as Stream;
    // Those whose names end with 9 keep theirs for an hour.
    const optionsOf = (channel: string) => (channel.endsWith("9") ? options(3_600) : options(60));
    let pages = 0;
    for (let at: number | undefined = 0; at !== undefined; pages++) at = streams.sweep(at, 4, optionsOf);
    expect([pages, known.floor, known.top]).toEqual([7, 3, 3]);
    for (const again of [streams, open()]) {
      const kept = names.map((channel) => {
        const stream = again.find(channel) as Stream;
        return [
          channel,
          again
            .after(stream, 0, 1_000)
            .publications.map(({ data }) => data)
            .join(),
        ] as const;
      });
      const expected = (channel: string) => (channel.endsWith("9") ? "0,1,2" : channel === "user:7" ? "late" : "");
      expect(kept).toEqual(names.map((channel) => [channel, expected(channel)]));
      expect(again.find("user:3")?.members).toEqual(["shard/main/0"]);
    }
  });
});
