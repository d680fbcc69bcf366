import { getEventListeners } from "node:events";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { type BatchItem, type BatchReply, type BatchRun, runBatch } from "../../../../proto/batch/batch.ts";
import { Fault } from "../../../../proto/fault.ts";

const TEXT = new TextEncoder();

function item(id: string, fields: Partial<BatchItem> = {}): BatchItem {
  return { id, method: "GET", url: `/${id}`, headers: [], dependsOn: [], priority: 0, ...fields };
}

function ok(id: string, body: unknown = {}, status = 200): BatchReply {
  return { id, status, headers: [["content-type", "application/json"]], body: TEXT.encode(JSON.stringify(body)) };
}

function problemOf(reply: BatchReply | undefined): { status: number; detail: string; code: string } {
  return JSON.parse(new TextDecoder().decode(reply?.body));
}

/** Dispatches that wait until the test answers them. */
function upstream() {
  const open = new Map<
    string,
    { item: BatchItem; signal: AbortSignal; resolve(reply: BatchReply): void; reject(reason: unknown): void }
  >();
  const started: string[] = [];
  return {
    open,
    started,
    dispatch(given: BatchItem, signal: AbortSignal): Promise<BatchReply> {
      started.push(given.id);
      return new Promise((resolve, reject) => open.set(given.id, { item: given, signal, resolve, reject }));
    },
    async answer(id: string, body: unknown = {}, status = 200) {
      open.get(id)?.resolve(ok(id, body, status));
      await settled();
    },
  };
}

/** All that can happen without anybody outside has happened. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

/** Time that passes when the test says so. */
function clock() {
  let nowMs = 0;
  const timers = new Set<{ atMs: number; callback: () => void }>();
  return {
    timers,
    after(delayMs: number, callback: () => void) {
      const timer = { atMs: nowMs + delayMs, callback };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    async pass(ms: number) {
      nowMs += ms;
      for (const timer of [...timers].filter(({ atMs }) => atMs <= nowMs)) {
        timers.delete(timer);
        timer.callback();
      }
      await settled();
    },
  };
}

describe("order", () => {
  test("items without dependencies all start at once, the important ones first", async () => {
    const { started, dispatch, open } = upstream();
    const run = runBatch(
      [item("a"), item("b", { priority: 5 }), item("c", { priority: -1 }), item("d", { priority: 5 })],
      { dispatch },
    );
    expect(started).toEqual(["b", "d", "a", "c"]);
    for (const [id, { resolve }] of open) resolve(ok(id));
    expect((await run).map(({ id }) => id)).toEqual(["a", "b", "c", "d"]);
  });

  test("no more run at the same time than allowed, and a free slot goes to the most important", async () => {
    const { started, dispatch, answer } = upstream();
    const run = runBatch([item("a"), item("b"), item("c"), item("d", { priority: 1 })], {
      dispatch,
      concurrencyMax: 2,
    });
    expect(started).toEqual(["d", "a"]);
    await answer("a");
    expect(started).toEqual(["d", "a", "b"]);
    await answer("b");
    await answer("c");
    await answer("d");
    expect(await run).toHaveLength(4);
  });

  test("an item starts as soon as its own dependencies are there, not those of others", async () => {
    const { started, dispatch, answer } = upstream();
    const run = runBatch(
      [item("slow"), item("a"), item("b", { dependsOn: ["a"] }), item("c", { dependsOn: ["b", "slow"] })],
      { dispatch },
    );
    await answer("a");
    expect(started).toEqual(["slow", "a", "b"]);
    await answer("b");
    expect(started).toEqual(["slow", "a", "b"]);
    await answer("slow");
    expect(started).toEqual(["slow", "a", "b", "c"]);
    await answer("c");
    expect((await run).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

  test("items that get ready together start in the same tick", async () => {
    const { started, dispatch, open } = upstream();
    const run = runBatch([item("a"), item("b", { dependsOn: ["a"] }), item("c", { dependsOn: ["a"] })], { dispatch });
    open.get("a")?.resolve(ok("a"));
    await Promise.resolve()
      .then(() => {})
      .then(() => {})
      .then(() => {});
    expect(started).toEqual(["a", "b", "c"]);
    open.get("b")?.resolve(ok("b"));
    open.get("c")?.resolve(ok("c"));
    await run;
  });

  test("replies are told as they get ready", async () => {
    const { dispatch, answer } = upstream();
    const told: string[] = [];
    const run = runBatch([item("a"), item("b")], { dispatch, onReply: ({ id }) => told.push(id) });
    await answer("b");
    expect(told).toEqual(["b"]);
    await answer("a");
    expect(told).toEqual(["b", "a"]);
    expect((await run).map(({ id }) => id)).toEqual(["a", "b"]);
  });

  test("every item gets one reply and never runs before its dependencies, in any graph", async () => {
    const graph = fc.array(
      fc.tuple(fc.array(fc.nat(), { maxLength: 3 }), fc.boolean(), fc.integer({ min: -3, max: 3 })),
      { minLength: 1, maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(graph, fc.integer({ min: 1, max: 5 }), async (nodes, concurrencyMax) => {
        const items = nodes.map(([needs, , priority], index) =>
          item(`${index}`, {
            priority,
            dependsOn: index === 0 ? [] : [...new Set(needs.map((need) => `${need % index}`))],
          }),
        );
        const done = new Map<string, number>();
        let running = 0;
        const run: BatchRun = {
          concurrencyMax,
          async dispatch({ id, dependsOn }) {
            expect(++running).toBeLessThanOrEqual(concurrencyMax);
            for (const need of dependsOn) expect(done.get(need)).toBe(200);
            await Promise.resolve();
            running--;
            return ok(id, {}, nodes[Number(id)]?.[1] ? 200 : 500);
          },
          onReply({ id, status }) {
            expect(done.has(id)).toBe(false);
            done.set(id, status);
          },
        };
        const replies = await runBatch(items, run);
        expect(replies.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
        for (const { id, dependsOn } of items) {
          const blocked = dependsOn.some((need) => (done.get(need) ?? 0) >= 400);
          expect(done.get(id)).toBe(blocked ? 424 : nodes[Number(id)]?.[1] ? 200 : 500);
        }
      }),
    );
  });
});

describe("dependencies", () => {
  test("what depends on a failure is not run, nor what depends on that, and says on whom", async () => {
    const { started, dispatch, answer } = upstream();
    const run = runBatch([item("a"), item("b", { dependsOn: ["a"] }), item("c", { dependsOn: ["b"] }), item("d")], {
      dispatch,
    });
    await answer("a", {}, 401);
    await answer("d");
    const [, b, c, d] = await run;
    expect(started).toEqual(["a", "d"]);
    expect(b).toMatchObject({ id: "b", status: 424 });
    expect(problemOf(b)).toMatchObject({
      status: 424,
      code: "failed_precondition",
      detail: "not run, because 'a' failed with 401",
    });
    expect(problemOf(c).detail).toBe("not run, because 'b' failed with 424");
    expect(d?.status).toBe(200);
  });

  test.each([[200], [204], [304], [399]])("status %i is no failure", async (status) => {
    const dispatch = async ({ id }: BatchItem) => ok(id, {}, status);
    const replies = await runBatch([item("a"), item("b", { dependsOn: ["a"] })], { dispatch });
    expect(replies.map((reply) => reply.status)).toEqual([status, status]);
  });

  test("a value of an earlier reply is in the URL of the later", async () => {
    const urls: string[] = [];
    const dispatch = async ({ id, url }: BatchItem) => {
      urls.push(url);
      return ok(id, { uid: "7/8" });
    };
    await runBatch([item("a"), item("b", { dependsOn: ["a"], url: "/users/{a.body.uid}" })], { dispatch });
    expect(urls).toEqual(["/a", "/users/7%2F8"]);
  });

  test("a value that is missing fails its item alone, with its name", async () => {
    const dispatch = async ({ id }: BatchItem) => ok(id);
    const [, b, c] = await runBatch(
      [item("a"), item("b", { dependsOn: ["a"], url: "/{a.body.uid}" }), item("c", { dependsOn: ["a"] })],
      { dispatch },
    );
    expect(problemOf(b)).toMatchObject({ status: 424, detail: "'{a.body.uid}' is not in the reply of 'a'" });
    expect(c?.status).toBe(200);
  });

  test("a reply that shows a secret of another reply is itself secret", async () => {
    const dispatch = async ({ id, url }: BatchItem): Promise<BatchReply> =>
      id === "a"
        ? { ...ok(id, { token: "0123456789" }), sensitive: true }
        : ok(id, { message: `nothing is at ${url}` });
    const [, b, c] = await runBatch(
      [item("a"), item("b", { dependsOn: ["a"], url: "/{a.body.token}" }), item("c", { dependsOn: ["a"] })],
      { dispatch },
    );
    expect(b?.sensitive).toBe(true);
    expect(c?.sensitive).toBeUndefined();
  });
});

describe("identical safe items", () => {
  const same = {
    url: "/same",
    headers: [
      ["accept", "a"],
      ["x", "1"],
    ],
  } as const;
  const reordered = {
    url: "/same",
    headers: [
      ["x", "1"],
      ["accept", "a"],
    ],
  } as const;

  test("run once, and each gets the reply under its own id", async () => {
    const { started, dispatch, answer } = upstream();
    const run = runBatch([item("a", same), item("b", reordered), item("c", { ...same, method: "HEAD" })], { dispatch });
    expect(started).toEqual(["a", "c"]);
    await answer("a", { n: 1 });
    await answer("c");
    const [a, b] = await run;
    expect(a).toEqual(ok("a", { n: 1 }));
    expect(b).toEqual(ok("b", { n: 1 }));
  });

  test("share a problem, too", async () => {
    const dispatch = vi.fn(async () => {
      throw new Fault("unavailable", "gone");
    });
    const replies = await runBatch([item("a", same), item("b", same)], { dispatch });
    expect(dispatch).toHaveBeenCalledTimes(1);
    expect(replies.map(({ id, status }) => [id, status])).toEqual([
      ["a", 503],
      ["b", 503],
    ]);
  });

  test.each([
    ["another URL", { ...same, url: "/other" }],
    ["another header", { ...same, headers: [["accept", "b"]] as const }],
    ["another method", { ...same, method: "DELETE" }],
  ])("with %s are not identical", async (_, other) => {
    const dispatch = vi.fn(async ({ id }: BatchItem) => ok(id));
    await runBatch([item("a", same), item("b", other)], { dispatch });
    expect(dispatch).toHaveBeenCalledTimes(2);
  });

  test("are never joined where they are not safe", async () => {
    const dispatch = vi.fn(async ({ id }: BatchItem) => ok(id));
    await runBatch([item("a", { ...same, method: "POST" }), item("b", { ...same, method: "POST" })], { dispatch });
    expect(dispatch).toHaveBeenCalledTimes(2);
  });

  test("a read after a write is not the read before it", async () => {
    const dispatch = vi.fn(async ({ id }: BatchItem) => ok(id));
    await runBatch(
      [item("before", same), item("write", { method: "POST" }), item("after", { ...same, dependsOn: ["write"] })],
      { dispatch },
    );
    expect(dispatch).toHaveBeenCalledTimes(3);
  });

  test("are identical by what their references have become", async () => {
    const { started, dispatch, answer } = upstream();
    const run = runBatch(
      [
        item("a"),
        item("b", { dependsOn: ["a"], url: "/{a.body.x}" }),
        item("c", { dependsOn: ["a"], url: "/{a.body.y}" }),
      ],
      { dispatch },
    );
    await answer("a", { x: 1, y: 1 });
    expect(started).toEqual(["a", "b"]);
    await answer("b");
    expect((await run).map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  test("that find no slot are joined when they get one", async () => {
    const dispatch = vi.fn(async ({ id }: BatchItem) => ok(id));
    const replies = await runBatch([item("a", same), item("b", same), item("c", same)], {
      dispatch,
      concurrencyMax: 1,
    });
    expect(dispatch).toHaveBeenCalledTimes(1);
    expect(replies.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });

  test("each have their own time: one that gives up does not abort the other", async () => {
    const { pass, after } = clock();
    const { dispatch, answer, open } = upstream();
    const run = runBatch([item("a", { ...same, timeoutMs: 100 }), item("b", same)], { dispatch, after });
    await pass(100);
    expect(open.get("a")?.signal.aborted).toBe(false);
    await answer("a");
    expect((await run).map(({ status }) => status)).toEqual([504, 200]);
  });
});

describe("time-outs", () => {
  test("a dispatch that was given up answers nobody any more: the next identical item has one of its own", async () => {
    const { pass, after } = clock();
    const { dispatch, answer, started } = upstream();
    const items = [item("a", { url: "/same", timeoutMs: 50 }), item("b", { url: "/same" })];
    const run = runBatch(items, { dispatch, after, concurrencyMax: 1 });
    await pass(50);
    expect(started).toEqual(["a", "b"]);
    await answer("b");
    expect((await run).map(({ status }) => status)).toEqual([504, 200]);
  });

  test("an item past its time is a 504, its dispatch is aborted, and the others go on", async () => {
    const { pass, after, timers } = clock();
    const { dispatch, answer, open } = upstream();
    const run = runBatch(
      [item("slow", { timeoutMs: 50 }), item("b", { timeoutMs: 1000 }), item("c", { dependsOn: ["slow"] })],
      { dispatch, after },
    );
    await pass(49);
    expect(open.get("slow")?.signal.aborted).toBe(false);
    await pass(1);
    expect(open.get("slow")?.signal.aborted).toBe(true);
    expect(open.get("b")?.signal.aborted).toBe(false);
    await answer("b");
    const [slow, b, c] = await run;
    expect(problemOf(slow)).toMatchObject({ status: 504, code: "deadline_exceeded", detail: "no answer within 50 ms" });
    expect(b?.status).toBe(200);
    expect(c?.status).toBe(424);
    expect(timers.size).toBe(0);
  });

  test("a reply that comes too late changes nothing", async () => {
    const { pass, after } = clock();
    const { dispatch, answer } = upstream();
    const told: BatchReply[] = [];
    const run = runBatch([item("slow", { timeoutMs: 50 }), item("b")], {
      dispatch,
      after,
      onReply: (reply) => told.push(reply),
    });
    await pass(50);
    await answer("slow");
    await answer("b");
    expect((await run).map(({ status }) => status)).toEqual([504, 200]);
    expect(told).toHaveLength(2);
  });

  test("the time runs from the item's start, and a dispatch that ignores its signal frees its slot", async () => {
    const { pass, after } = clock();
    const { dispatch, answer, started } = upstream();
    const run = runBatch([item("hangs", { timeoutMs: 50 }), item("b", { timeoutMs: 50 })], {
      dispatch,
      after,
      concurrencyMax: 1,
    });
    await pass(50);
    expect(started).toEqual(["hangs", "b"]);
    await pass(49);
    await answer("b");
    expect((await run).map(({ status }) => status)).toEqual([504, 200]);
  });

  test("real time works, too", async () => {
    const dispatch = (_: BatchItem, signal: AbortSignal) =>
      new Promise<BatchReply>((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    const [reply] = await runBatch([item("a", { timeoutMs: 5 })], { dispatch });
    expect(reply?.status).toBe(504);
  });
});

describe("failures", () => {
  test("what dispatch throws is the item's problem, and nobody else's", async () => {
    const dispatch = async ({ id }: BatchItem) => {
      if (id === "fault") throw new Fault("resource_exhausted", "too many", { retryAfterSeconds: 3 });
      if (id === "bug") throw new TypeError("secret internals");
      return ok(id);
    };
    const [fault, bug, fine] = await runBatch([item("fault"), item("bug"), item("fine")], { dispatch });
    expect(fault).toMatchObject({ status: 429 });
    expect(fault?.headers).toContainEqual(["retry-after", "3"]);
    expect(fault?.headers).toContainEqual(["content-type", "application/problem+json"]);
    expect(problemOf(bug)).toMatchObject({ status: 500, code: "internal", detail: "internal error" });
    expect(fine?.status).toBe(200);
  });

  test("dispatch may throw at once, without a promise", async () => {
    const dispatch = () => {
      throw new Fault("not_found", "no route");
    };
    expect((await runBatch([item("a")], { dispatch }))[0]?.status).toBe(404);
  });

  test("a reply under a wrong id goes to the item that was asked", async () => {
    const replies = await runBatch([item("a"), item("b")], { dispatch: async () => ok("x") });
    expect(replies.map(({ id }) => id)).toEqual(["a", "b"]);
  });

  test("onReply that throws ends the batch and aborts what runs", async () => {
    const { dispatch, open } = upstream();
    const error = new Error("the stream is closed");
    const run = runBatch([item("a"), item("b")], {
      dispatch,
      onReply: () => {
        throw error;
      },
    });
    open.get("a")?.resolve(ok("a"));
    await expect(run).rejects.toBe(error);
    expect(open.get("b")?.signal.aborted).toBe(true);
  });
});

describe("an abort from outside", () => {
  test("aborts what runs, starts nothing more, tells nothing more, and leaves no timer", async () => {
    const { after, timers } = clock();
    const { dispatch, open, started, answer } = upstream();
    const controller = new AbortController();
    const told: BatchReply[] = [];
    const run = runBatch([item("a"), item("b", { timeoutMs: 1000 }), item("c", { dependsOn: ["a"] })], {
      dispatch,
      after,
      signal: controller.signal,
      onReply: (reply) => told.push(reply),
    });
    const reason = new Error("the client is gone");
    controller.abort(reason);
    await expect(run).rejects.toMatchObject({ code: "canceled", cause: reason });
    expect([...open.values()].map(({ signal }) => signal.aborted)).toEqual([true, true]);
    await answer("a");
    expect(started).toEqual(["a", "b"]);
    expect(told).toEqual([]);
    expect(timers.size).toBe(0);
  });

  test("before the start starts nothing", async () => {
    const dispatch = vi.fn(async ({ id }: BatchItem) => ok(id));
    await expect(runBatch([item("a")], { dispatch, signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: "canceled",
    });
    expect(dispatch).not.toHaveBeenCalled();
  });

  test("after the end changes nothing", async () => {
    const controller = new AbortController();
    const signals: AbortSignal[] = [];
    const dispatch = async ({ id }: BatchItem, signal: AbortSignal) => {
      signals.push(signal);
      return ok(id);
    };
    await runBatch([item("a")], { dispatch, signal: controller.signal });
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(0); // A signal may outlive many batches.
    controller.abort();
    expect(signals[0]?.aborted).toBe(false);
  });
});
