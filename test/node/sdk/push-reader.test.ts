/** The reader of a channel against a server that forgets, stalls, repeats and is gone: each message once and in order, or a gap that is told. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Cursor, memoryCursors, type PushGap, type PushMessage } from "../../../sdk/push.ts";
import { type Page, Reader } from "../../../sdk/push-reader.ts";

/** A stream as a server keeps it: offsets from 1, of which all up to `floor` are gone. */
class Stream {
  epoch = "e1";
  top = 0;
  floor = 0;
  failures = 0;
  asked = 0;

  position(): Cursor {
    return { epoch: this.epoch, offset: this.top };
  }

  history(since: Cursor | undefined, limit: number): Page {
    this.asked++;
    if (this.failures > 0) {
      this.failures--;
      throw Object.assign(new Error("timeout"), { code: 1 });
    }
    const isLost = since !== undefined && (since.epoch !== this.epoch || since.offset < this.floor);
    if (isLost) throw Object.assign(new Error("unrecoverable position"), { code: 112 });
    const from = Math.max(since?.offset ?? 0, this.floor);
    const length = Math.max(0, Math.min(limit, this.top - from));
    return { ...this.position(), publications: Array.from({ length }, (_, n) => this.message(from + n + 1)) };
  }

  message(offset: number) {
    return { data: `${this.epoch}/${offset}`, offset };
  }
}

function readerOf(stream: Stream, { from = "kept" as "kept" | "now", cursors = memoryCursors() } = {}) {
  const messages: PushMessage[] = [];
  const gaps: PushGap[] = [];
  const troubles: string[] = [];
  let failures = 0;
  let block: Promise<void> | undefined;
  const reader = new Reader({
    key: "anna/news",
    channel: "news",
    cursors,
    from,
    handlers: {
      async onMessage(message) {
        await block;
        if (failures > 0) {
          failures--;
          throw new Error("the app's disk is full");
        }
        messages.push(message);
      },
      onGap: (gap) => {
        gaps.push(gap);
      },
    },
    history: async (since, limit) => stream.history(since, limit),
    tell: ({ type }) => troubles.push(type),
    wait: () => new Promise((resolve) => setTimeout(resolve, 0)),
  });
  return {
    reader,
    gaps,
    troubles,
    data: () => messages.map(({ data }) => data),
    offsets: () => messages.map(({ cursor }) => cursor?.offset),
    fail: (times: number) => {
      failures = times;
    },
    /** The app takes its time until the result is called. */
    stall(): () => void {
      const { promise, resolve } = Promise.withResolvers<void>();
      block = promise;
      return resolve;
    },
  };
}

const upTo = (last: number, first = 1) => Array.from({ length: last - first + 1 }, (_, n) => first + n);

describe("a reader", () => {
  test("without a cursor begins with what is kept, or with now", async () => {
    const stream = new Stream();
    stream.top = 250;
    const [kept, now] = [readerOf(stream), readerOf(stream, { from: "now" })];
    for (const { reader } of [kept, now]) reader.subscribed(stream.position(), false);
    await expect.poll(() => kept.offsets().length).toBe(250);
    stream.top = 251;
    for (const { reader } of [kept, now]) reader.publication(stream.message(251));
    await expect.poll(() => [kept.offsets(), now.offsets()]).toEqual([upTo(251), [251]]);
    expect([...kept.gaps, ...now.gaps]).toEqual([]);
  });

  test("goes on from its cursor after the app was started again, also where nothing had come yet", async () => {
    const cursors = memoryCursors();
    const stream = new Stream();
    const first = readerOf(stream, { from: "now", cursors });
    first.reader.subscribed(stream.position(), false);
    await expect.poll(() => cursors.get("anna/news")).toEqual({ epoch: "e1", offset: 0 });
    first.reader.stop();
    stream.top = 3;
    const second = readerOf(stream, { from: "now", cursors });
    second.reader.subscribed(stream.position(), false);
    await expect.poll(second.offsets).toEqual([1, 2, 3]);
    second.reader.stop();
    const third = readerOf(stream, { cursors });
    third.reader.subscribed(stream.position(), false);
    stream.top = 4;
    third.reader.publication(stream.message(4));
    await expect.poll(third.offsets).toEqual([4]);
  });

  test.each([0, 3])(
    "is told what was lost before the app, which began with %i kept, had handled the first",
    async (top) => {
      const cursors = memoryCursors();
      const stream = new Stream();
      stream.top = top;
      const first = readerOf(stream, { cursors });
      const handled = first.stall();
      first.reader.subscribed(stream.position(), false);
      await expect.poll(() => cursors.get("anna/news")).toEqual({ epoch: "e1", offset: 0 });
      first.reader.stop();
      Object.assign(stream, { top: 9, floor: 5 });
      const second = readerOf(stream, { cursors });
      second.reader.subscribed(stream.position(), false);
      await expect.poll(second.offsets).toEqual([6, 7, 8, 9]);
      expect(second.gaps).toMatchObject([{ from: { offset: 0 }, to: { offset: 5 } }]);
      handled();
    },
  );

  test("takes what the server recovers without asking for it again, and nothing twice", async () => {
    const stream = new Stream();
    stream.top = 2;
    const { reader, offsets } = readerOf(stream);
    reader.subscribed(stream.position(), false);
    await expect.poll(offsets).toEqual([1, 2]);
    const { asked } = stream;
    reader.disconnected();
    stream.top = 4;
    reader.subscribed({ epoch: "e1", offset: 2 }, true);
    for (const offset of [2, 3, 4, 3]) reader.publication(stream.message(offset));
    await expect.poll(offsets).toEqual([1, 2, 3, 4]);
    expect(stream.asked).toBe(asked);
  });

  test("tells a gap in its place, and goes on with what is kept", async () => {
    const stream = new Stream();
    stream.top = 2;
    const { reader, gaps, data } = readerOf(stream);
    reader.subscribed(stream.position(), false);
    await expect.poll(data).toEqual(["e1/1", "e1/2"]);
    stream.top = 9;
    stream.floor = 6;
    reader.subscribed(stream.position(), false);
    await expect.poll(data).toEqual(["e1/1", "e1/2", "e1/7", "e1/8", "e1/9"]);
    Object.assign(stream, { epoch: "e2", top: 1, floor: 0 });
    reader.subscribed(stream.position(), false);
    await expect.poll(() => data().at(-1)).toBe("e2/1");
    stream.top = 0;
    reader.subscribed(stream.position(), false);
    await expect
      .poll(() => gaps)
      .toMatchObject([
        { from: { offset: 2 }, to: { epoch: "e1", offset: 6 } },
        { from: { epoch: "e1", offset: 9 }, to: { epoch: "e2", offset: 0 } },
        { from: { epoch: "e2", offset: 1 }, to: { epoch: "e2", offset: 0 } },
      ]);
  });

  test("passes over what has expired", async () => {
    const stream = new Stream();
    const { reader, offsets, gaps } = readerOf(stream);
    stream.top = 1;
    reader.subscribed(stream.position(), false);
    await expect.poll(offsets).toEqual([1]);
    stream.top = 3;
    const history = stream.history.bind(stream);
    stream.history = (since, limit) => ({ ...history(since, limit), publications: [] });
    reader.subscribed(stream.position(), false);
    stream.history = history;
    stream.top = 4;
    await expect.poll(() => stream.asked).toBeGreaterThan(1);
    reader.publication(stream.message(4));
    await expect.poll(() => offsets().at(-1)).toBe(4);
    expect(gaps).toEqual([]);
  });

  test("leaves on the server what a slow app has no place for", async () => {
    const stream = new Stream();
    const slow = readerOf(stream);
    const go = slow.stall();
    slow.reader.subscribed(stream.position(), false);
    for (let n = 1; n <= 5_000; n++) {
      stream.top = n;
      slow.reader.publication(stream.message(n));
    }
    go();
    await expect.poll(() => slow.offsets().length).toBe(5_000);
    expect(slow.offsets()).toEqual(upTo(5_000));
    expect(stream.asked).toBeLessThan(60);
  });

  test("gives a message again to a handler that failed, before any other, and tells of it", async () => {
    const stream = new Stream();
    const { reader, offsets, troubles, fail } = readerOf(stream);
    fail(3);
    stream.top = 2;
    reader.subscribed(stream.position(), false);
    await expect.poll(offsets).toEqual([1, 2]);
    expect(troubles).toEqual(["handler-failed", "handler-failed", "handler-failed"]);
  });

  test("does not need its store to go on", async () => {
    const stream = new Stream();
    stream.top = 2;
    const broken = () => {
      throw new Error("no disk");
    };
    const { reader, offsets, troubles } = readerOf(stream, { cursors: { get: broken, set: broken } });
    reader.subscribed(stream.position(), false);
    await expect.poll(offsets).toEqual([1, 2]);
    expect(new Set(troubles)).toEqual(new Set(["store-failed"]));
  });

  test("hands on what a channel without history says, as it comes", async () => {
    const { reader, data } = readerOf(new Stream());
    reader.subscribed(undefined, false);
    for (const each of ["a", "b"]) reader.publication({ data: each });
    await expect.poll(data).toEqual(["a", "b"]);
  });
});

test("whatever happens in whatever order, offsets rise without a gap that is not told, and all arrive", async () => {
  const step = fc.constantFrom(
    "publish",
    "publish",
    "publish",
    "lose",
    "recover",
    "come back",
    "fail",
    "forget",
    "tick",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const stream = new Stream();
      const { reader, gaps, offsets } = readerOf(stream);
      let hears = true;
      let had = 0;
      reader.subscribed(stream.position(), false);
      for (const each of steps) {
        if (each === "publish") {
          stream.top++;
          if (hears) {
            had = stream.top;
            reader.publication(stream.message(had));
          }
        } else if (each === "lose") {
          hears = false;
          reader.disconnected();
        } else if (each === "come back" && !hears) {
          hears = true;
          had = stream.top;
          reader.subscribed(stream.position(), false);
        } else if (each === "recover" && !hears && had >= stream.floor) {
          hears = true;
          reader.subscribed({ epoch: stream.epoch, offset: had }, true);
          for (; had < stream.top; had++) reader.publication(stream.message(had + 1));
        } else if (each === "fail") stream.failures = 1;
        else if (each === "forget") stream.floor = Math.max(stream.floor, stream.top - 2);
        else if (each === "tick") await new Promise((resolve) => setTimeout(resolve, 0));
      }
      if (!hears) reader.subscribed(stream.position(), false);
      const told = () => [
        ...offsets().map((offset = 0) => offset),
        ...gaps.flatMap(({ from, to }) => upTo(to.offset, from.offset + 1)),
      ];
      // What was forgotten before anything was read is no gap: nobody has promised it.
      await expect
        .poll(() => Math.max(0, ...told()), { interval: 1 })
        .toBe(stream.top === stream.floor ? Math.max(0, ...told()) : stream.top);
      const all = told().sort((a, b) => a - b);
      expect(offsets()).toEqual([...offsets()].sort((a, b) => (a ?? 0) - (b ?? 0)));
      expect(all).toEqual(all.length === 0 ? [] : upTo(stream.top, all[0]).slice(0, all.length));
      reader.stop();
    }),
    { numRuns: 200 },
  );
});
