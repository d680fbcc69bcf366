/** What the outbox must do on every database, with two instances of the origin on one queue. */
import { afterEach, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { claimJobs, settleJobs } from "../../../../origin/outbox/jobs.ts";
import {
  type Job,
  type NewJob,
  type Outbox,
  type OutboxPolicy,
  type OutboxTables,
  outbox,
  prepareOutbox,
  type Verdict,
} from "../../../../origin/outbox/outbox.ts";
import type { Store } from "../../../../origin/store/store.ts";

const QUICK: Partial<OutboxPolicy> = { pollMs: 10, backoffMs: 4, backoffMsMax: 20, leaseMs: 10_000 };
const HOUR_MS = 3_600_000;

export function outboxContract(
  name: string,
  fresh: () => Promise<readonly [Store<OutboxTables>, Store<OutboxTables>]>,
): void {
  describe(name, () => {
    let stores: readonly [Store<OutboxTables>, Store<OutboxTables>];
    let queues = 0;
    const open: Outbox[] = [];
    const warnings: string[] = [];

    beforeAll(async () => {
      stores = await fresh();
      await Promise.all(stores.map(prepareOutbox));
    });
    afterEach(async () => {
      warnings.length = 0;
      await Promise.all(open.splice(0).map((each) => each.close()));
    });

    const queueName = () => `queue-${++queues}`;
    function instance(
      queue: string,
      send: (job: Job, signal: AbortSignal) => Verdict | Promise<Verdict>,
      { policy, at = 0 }: { readonly policy?: Partial<OutboxPolicy>; readonly at?: 0 | 1 } = {},
    ): Outbox {
      const made = outbox({
        store: stores[at],
        queue,
        send: async (job, signal) => send(job, signal),
        log: { warn: (message) => warnings.push(message) },
        now: Date.now,
        random: Math.random,
        policy: { ...QUICK, ...policy },
      });
      open.push(made);
      return made;
    }
    const job = (id: string, more: Partial<NewJob> = {}): NewJob => ({
      id,
      body: JSON.stringify({ id }),
      expiresAtMs: Date.now() + HOUR_MS,
      ...more,
    });
    const add = (to: Outbox, ...jobs: NewJob[]) => stores[0].transaction((transaction) => to.add(transaction, jobs));
    const rowsOf = (queue: string) =>
      stores[0].database.selectFrom("outbox").selectAll().where("queue", "=", queue).orderBy("id").execute();

    test("what was committed is sent once, and what was rolled back is not", async () => {
      const sent: string[] = [];
      const queue = instance(queueName(), ({ id }) => {
        sent.push(id);
        return { kind: "sent" };
      });
      queue.start();
      const failed = stores[0].transaction(async (transaction) => {
        await queue.add(transaction, [job("rolled back")]);
        throw new Error("no");
      });
      await expect(failed).rejects.toThrow("no");
      await add(queue, job("a"), job("b"));
      queue.wake();
      await expect.poll(() => sent.toSorted()).toEqual(["a", "b"]);
      await add(queue, job("a"), job("c"));
      await expect.poll(() => sent.toSorted()).toEqual(["a", "b", "c"]);
      expect(queue.stats()).toMatchObject({ sent: 3 });
    });

    test("what fails is tried again after growing pauses, until it succeeds", async () => {
      const atMs: number[] = [];
      const queue = instance(queueName(), ({ attempt }) => {
        atMs.push(Date.now());
        if (attempt === 1) throw new Error("the line is cut");
        return attempt < 4 ? { kind: "again", error: "busy" } : { kind: "sent" };
      });
      queue.start();
      await add(queue, job("a"));
      await expect.poll(() => queue.stats()).toMatchObject({ sent: 1, failedAttempts: 3 });
      expect(atMs).toHaveLength(4);
    });

    test("the other side's wish for patience is kept", async () => {
      const atMs: number[] = [];
      const queue = instance(queueName(), ({ attempt }) => {
        atMs.push(Date.now());
        return attempt === 1 ? { kind: "again", error: "429", afterMs: 150 } : { kind: "sent" };
      });
      queue.start();
      await add(queue, job("a"));
      await expect.poll(() => atMs).toHaveLength(2);
      expect((atMs[1] ?? 0) - (atMs[0] ?? 0)).toBeGreaterThanOrEqual(150);
    });

    test("what can never succeed, or has failed too often, is a dead letter with the reason", async () => {
      const name = queueName();
      const queue = instance(
        name,
        ({ id }) => (id === "never" ? { kind: "dead", error: "refused" } : { kind: "again", error: "x".repeat(9_000) }),
        { policy: { attemptsMax: 3 } },
      );
      queue.start();
      await add(queue, job("never"), job("often"));
      await expect.poll(async () => (await rowsOf(name)).map(({ state }) => state)).toEqual([2n, 2n]);
      const [never, often] = await rowsOf(name);
      expect(never).toMatchObject({ error: "refused", attempts: 1n });
      expect(often).toMatchObject({ error: "x".repeat(512), attempts: 3n });
      expect(warnings).toHaveLength(2);
    });

    test("what has expired, or nobody needs any more, is dropped", async () => {
      const name = queueName();
      const asked: string[] = [];
      const queue = instance(name, ({ id }) => {
        asked.push(id);
        return { kind: "dropped" };
      });
      await add(queue, job("late", { expiresAtMs: Date.now() - 1 }), job("needless"));
      queue.start();
      await expect.poll(() => rowsOf(name)).toEqual([]);
      expect(asked).toEqual(["needless"]);
      expect(queue.stats()).toMatchObject({ expired: 1, sent: 0 });
    });

    test("of those that collapse, the last that waits is sent", async () => {
      const sent: string[] = [];
      const queue = instance(queueName(), ({ id }) => {
        sent.push(id);
        return { kind: "sent" };
      });
      await add(queue, job("1", { collapse: "x" }), job("2", { collapse: "x" }), job("3", { collapse: "y" }));
      await add(queue, job("4", { collapse: "x" }), job("5"));
      queue.start();
      await expect.poll(() => sent.toSorted()).toEqual(["3", "4", "5"]);
    });

    test("two instances on one queue send each job once", async () => {
      const name = queueName();
      const sent: string[] = [];
      const send = ({ id }: Job): Verdict => {
        sent.push(id);
        return { kind: "sent" };
      };
      const [one, two] = [instance(name, send), instance(name, send, { at: 1 })];
      const ids = Array.from({ length: 120 }, (_, at) => `job-${at}`);
      await add(one, ...ids.map((id) => job(id)));
      one.start();
      two.start();
      await expect.poll(() => sent.toSorted()).toEqual(ids.toSorted());
      await expect.poll(() => one.stats().sent + two.stats().sent).toBe(120);
    });

    test("a job of an instance that died is sent by another when the lease has ended, and the dead one changes nothing", async () => {
      const name = queueName();
      const sent: number[] = [];
      const alive = instance(name, ({ attempt }) => {
        sent.push(attempt);
        return { kind: "sent" };
      });
      await add(alive, job("a"));
      const nowMs = Date.now();
      const { jobs } = await claimJobs(stores[1], name, 10, { nowMs, leasedUntilMs: nowMs + 200 });
      expect(jobs.map(({ id }) => id)).toEqual(["a"]);
      alive.start();
      await expect.poll(() => sent).toEqual([2]);
      expect(Date.now()).toBeGreaterThanOrEqual(nowMs + 200);
      await expect.poll(async () => (await rowsOf(name))[0]?.state).toBe(1n);
      await settleJobs(stores[1], name, [[jobs[0] as Job, { kind: "again", atMs: 0, error: "late" }]]);
      expect((await rowsOf(name))[0]).toMatchObject({ state: 1n, error: "" });
    });

    test("closing waits for what is under way", async () => {
      const name = queueName();
      const gate = Promise.withResolvers<void>();
      const begun = Promise.withResolvers<void>();
      const queue = instance(name, async () => {
        begun.resolve();
        await gate.promise;
        return { kind: "sent" };
      });
      queue.start();
      await add(queue, job("a"));
      queue.wake();
      await begun.promise;
      const closed = queue.close();
      gate.resolve();
      await closed;
      expect((await rowsOf(name))[0]?.state).toBe(1n);
    });

    test("what is sent is forgotten in time, and what is too long is refused", async () => {
      const name = queueName();
      const queue = instance(name, () => ({ kind: "sent" }), { policy: { rememberMs: 0 } });
      queue.start();
      await add(queue, job("a"));
      await expect.poll(() => rowsOf(name)).toEqual([]);
      await expect(add(queue, job("x".repeat(129)))).rejects.toMatchObject({ code: "invalid_argument" });
      await expect(add(queue, job("b", { body: "x".repeat(8_193) }))).rejects.toMatchObject({
        code: "invalid_argument",
      });
      onTestFinished(() => expect(warnings).toEqual([]));
    });
  });
}
