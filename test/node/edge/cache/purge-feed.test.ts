import { expect, test, vi } from "vitest";
import type { PurgesSince, ShardPurge } from "../../../../durable/cache/cache.ts";
import { purgeFeed } from "../../../../edge/cache/purge-feed.ts";

const PURGE: ShardPurge = { target: { kind: "tag", value: "t" }, soft: false };

/** A log that answers when it is told to, and a clock that moves when it is told to. */
function feedWithLog() {
  const clock = { nowMs: 1_000_000 };
  const asked: { seq: number | undefined; answer(with_: PurgesSince): void; fail(cause: Error): void }[] = [];
  const applied: (ShardPurge | undefined)[] = [];
  const warnings: unknown[] = [];
  const feed = purgeFeed({
    purgesSince: (seq) => new Promise((answer, fail) => asked.push({ seq, answer, fail })),
    apply: async (purge) => void applied.push(purge),
    now: () => clock.nowMs,
    warn: (_message, cause) => warnings.push(cause),
  });
  return { clock, asked, applied, warnings, request: () => feed(() => undefined) };
}

test("the first request waits for the log, and those of the next moment do not ask it", async () => {
  const { asked, request, applied } = feedWithLog();
  const waiting = [request(), request()];
  expect(asked).toHaveLength(1);
  asked[0]?.answer({ seq: 7, purges: [] });
  await Promise.all(waiting);
  expect(request()).toBeUndefined();
  expect(applied).toEqual([]);
  expect(asked).toHaveLength(1);
});

test("while requests come the log is asked behind their backs", async () => {
  const { clock, asked, request, applied } = feedWithLog();
  const first = request();
  asked[0]?.answer({ seq: 7, purges: [] });
  await first;
  clock.nowMs += 500;
  expect([request(), request()]).toEqual([undefined, undefined]);
  expect(asked.map(({ seq }) => seq)).toEqual([undefined, 7]);
  asked[1]?.answer({ seq: 8, purges: [PURGE] });
  await vi.waitFor(() => expect(applied).toEqual([PURGE]));
});

test("a request after a pause waits for what was purged in it", async () => {
  const { clock, asked, request, applied } = feedWithLog();
  const first = request();
  asked[0]?.answer({ seq: 7, purges: [] });
  await first;
  clock.nowMs += 60_000;
  const second = request();
  expect(second).toBeInstanceOf(Promise);
  asked[1]?.answer({ seq: 8, purges: [PURGE] });
  await second;
  expect(applied).toEqual([PURGE]);
});

test("what was purged without being remembered is everything", async () => {
  const { asked, request, applied } = feedWithLog();
  const first = request();
  asked[0]?.answer({ seq: 9, purges: undefined });
  await first;
  expect(applied).toEqual([undefined]);
});

test("a log that cannot be reached stops nobody, and is heard of", async () => {
  const { clock, asked, request, warnings } = feedWithLog();
  const first = request();
  asked[0]?.fail(new Error("gone"));
  await first;
  expect(request()).toBeUndefined();
  expect(warnings).toEqual([new Error("gone")]);
  clock.nowMs += 500;
  request();
  expect(asked).toHaveLength(2);
});

test("a question whose request was ended is put again by another", async () => {
  const { clock, asked, request } = feedWithLog();
  void request();
  clock.nowMs += 1_000;
  const second = request();
  expect(asked).toHaveLength(2);
  asked[1]?.answer({ seq: 7, purges: [] });
  await second;
  expect(request()).toBeUndefined();
});
