/** The object on its real storage, in workerd. */
import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { Sequence, type SequenceClaim, sequenceName } from "../../../../durable/sequence/sequence.ts";
import { idsOf, LEASE_MS, type Run } from "../../../../proto/sequence.ts";
import { describeSnowflake, EPOCH_GOSNOWFLAKE_MS, EPOCH_TWITTER_MS } from "../../../../proto/snowflake.ts";

const { SEQUENCE } = env as { SEQUENCE: DurableObjectNamespace };
const NOW = Date.UTC(2026, 10, 22);
let workers = 0;

const claimOf = (workerId = workers++ % 32, datacenterId = 7): SequenceClaim => ({
  datacenterId,
  workerId,
  epochMs: EPOCH_TWITTER_MS,
});

interface Stub {
  take(claim: SequenceClaim, count: number): Promise<readonly Run[]>;
  state(claim: SequenceClaim): Promise<{ aheadMs: number; leases: number }>;
}
const stubOf = (claim: SequenceClaim) => SEQUENCE.getByName(sequenceName(claim)) as unknown as Stub & DurableObjectStub;

/** Instances of one object over its one storage: what a takeover, a restart or an eviction leaves behind. */
function inObject<T>(claim: SequenceClaim, work: (start: (now: () => number) => Sequence, sql: SqlStorage) => T) {
  return runInDurableObject(SEQUENCE.getByName(sequenceName(claim)), (_instance, state) =>
    work((now) => new Sequence(state, env, now), state.storage.sql),
  );
}

const firstOf = (runs: readonly Run[]): bigint => runs[0]?.start ?? 0n;
const leaseOf = (sql: SqlStorage) =>
  sql.exec<{ until_ms: number; generation: number }>("SELECT until_ms, generation FROM lease").one();

describe("ids", () => {
  test("are of the worker that was asked, of now, and rise", async () => {
    const claim = claimOf(31, 31); // Worker 31 crashes elsewhere.
    const before = Date.now();
    const ids = [...idsOf(await stubOf(claim).take(claim, 5_000)), ...idsOf(await stubOf(claim).take(claim, 5_000))];
    expect(new Set(ids).size).toBe(10_000);
    expect(ids).toEqual(ids.toSorted((a, b) => (a < b ? -1 : 1)));
    const { datacenterId, workerId, timestampMs } = describeSnowflake(ids[0] ?? 0n);
    expect([datacenterId, workerId]).toEqual([31, 31]);
    expect(timestampMs).toBeGreaterThanOrEqual(before);
    expect(timestampMs).toBeLessThanOrEqual(Date.now());
  });

  test("of calls that run at the same time are apart", async () => {
    const claim = claimOf();
    const runs = await Promise.all(Array.from({ length: 50 }, () => stubOf(claim).take(claim, 100)));
    expect(new Set(runs.flatMap((each) => idsOf(each))).size).toBe(5_000);
  });

  test("go on behind the lease after an eviction", async () => {
    const claim = claimOf();
    const before = firstOf(await stubOf(claim).take(claim, 10));
    await evictDurableObject(stubOf(claim));
    const after = firstOf(await stubOf(claim).take(claim, 10));
    const gapMs = describeSnowflake(after).timestampMs - describeSnowflake(before).timestampMs;
    expect(gapMs).toBeGreaterThanOrEqual(LEASE_MS);
    expect((await stubOf(claim).state(claim)).leases).toBe(2);
    expect((await stubOf(claim).state(claim)).aheadMs).toBeGreaterThan(0);
  });
});

describe("storage", () => {
  test("is written once in a lease, and not at all by who only asks for the state", async () => {
    const claim = claimOf();
    await inObject(claim, (start, sql) => {
      let clock = NOW;
      const it = start(() => clock);
      expect(it.state(claim)).toEqual({ aheadMs: 0, leases: 0 });
      for (; clock < NOW + 2 * LEASE_MS; clock += 10) it.take(claim, 100);
      expect(leaseOf(sql)).toEqual({ until_ms: NOW + 2 * LEASE_MS - EPOCH_TWITTER_MS, generation: 2 });
      expect(it.state(claim).leases).toBe(2);
    });
  });

  test("covers what is given out by a clock that stands still", async () => {
    const claim = claimOf();
    await inObject(claim, (start, sql) => {
      const it = start(() => NOW);
      for (let round = 0; round < 41; round++) {
        const last = it.take(claim, 100_000).at(-1);
        expect(Number((last?.start ?? 0n) >> 22n)).toBeLessThan(leaseOf(sql).until_ms);
      }
      expect(() => it.take(claim, 100_000)).toThrow("ids run 1000 ms ahead of the clock");
    });
  });

  test("outlives a clock that goes back while nobody is there", async () => {
    const claim = claimOf();
    await inObject(claim, (start) => {
      let last = 0n;
      for (const clock of [NOW, NOW - 1, NOW - 3_600_000, NOW - 86_400_000 * 365]) {
        const run = start(() => clock).take(claim, 3)[0] as Run;
        expect(run.start).toBeGreaterThan(last);
        last = run.start + 2n;
      }
    });
  });

  test("keeps ids apart where the epoch is changed", async () => {
    const claim = claimOf();
    await inObject(claim, (start) => {
      const it = start(() => NOW);
      const before = firstOf(it.take(claim, 1));
      expect(firstOf(it.take({ ...claim, epochMs: EPOCH_GOSNOWFLAKE_MS }, 1))).toBeGreaterThan(before);
      expect(firstOf(start(() => NOW).take({ ...claim, epochMs: EPOCH_GOSNOWFLAKE_MS }, 1))).toBeGreaterThan(before);
    });
  });
});

describe("a superseded instance", () => {
  test("ends inside its lease, and cannot extend it", async () => {
    const claim = claimOf();
    await inObject(claim, (start) => {
      let clock = NOW;
      const old = start(() => clock);
      const seen = new Set(idsOf(old.take(claim, 10)));
      const young = start(() => clock);
      for (const id of [...idsOf(young.take(claim, 10)), ...idsOf(old.take(claim, 10))]) seen.add(id);
      expect(seen.size).toBe(30);
      clock += LEASE_MS;
      expect(() => old.take(claim, 1)).toThrow("another instance has this worker");
      // From here on it is a new one, behind the lease of the other.
      clock += LEASE_MS;
      const again = idsOf(old.take(claim, 10));
      expect(() => young.take(claim, 1)).toThrow("another instance has this worker");
      for (const id of [...again, ...idsOf(young.take(claim, 10))]) seen.add(id);
      expect(seen.size).toBe(50);
    });
  });

  test("of a worker that was never used before finds that another one was first", async () => {
    const claim = claimOf();
    await inObject(claim, (start) => {
      const [one, other] = [start(() => NOW), start(() => NOW)];
      expect(other.state(claim).leases).toBe(0);
      one.take(claim, 1);
      expect(() => other.take(claim, 1)).toThrow("another instance has this worker");
    });
  });
});

describe("refused is", () => {
  test.each([
    ["datacenter 32", { datacenterId: 32 }],
    ["worker 32", { workerId: 32 }],
    ["worker −1", { workerId: -1 }],
    ["a worker that is no number", { workerId: "1" as unknown as number }],
  ])("%s", async (_, wrong) => {
    const claim = { ...claimOf(), ...wrong };
    await inObject(claim, (start) => {
      expect(() => start(() => NOW).take(claim, 1)).toThrow("is out of range");
    });
  });

  test("a claim of another worker than the object's", async () => {
    const [mine, other] = [claimOf(), claimOf()];
    const error = await stubOf(mine)
      .take(other, 1)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "failed_precondition" });
    await inObject(mine, (start) => {
      start(() => NOW).take(mine, 1);
    });
  });

  test.each([0, 100_001, 2.5])("a count of %d, with a code that the edge can read", async (count) => {
    const claim = claimOf();
    const error = await stubOf(claim)
      .take(claim, count)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "Fault", code: "invalid_argument" });
  });
});
