import { describe, expect, test } from "vitest";
import { WaitQueue } from "../../../../edge/overload/wait-queue.ts";

interface One {
  readonly name: string;
  readonly rank: number;
  readonly sinceMs: number;
  readonly batchId?: string;
}

function queueOf(...ones: One[]): WaitQueue<One> {
  const queue = new WaitQueue<One>();
  for (const one of ones) queue.add(one);
  return queue;
}

const one = (name: string, rank: number, sinceMs: number, batchId?: string): One => {
  return { name, rank, sinceMs, ...(batchId === undefined ? {} : { batchId }) };
};

describe("who is next", () => {
  test("is the highest rank, and of that the oldest", () => {
    const queue = queueOf(one("a", 5, 1_000), one("b", 7, 1_001), one("c", 7, 1_002), one("d", 0, 999));
    const order: string[] = [];
    for (let next = queue.first(); next !== undefined; next = queue.first()) {
      queue.delete(next, 2_000);
      order.push(next.name);
    }
    expect(order).toEqual(["b", "c", "a", "d"]);
    expect(queue.size).toBe(0);
  });

  test("counts all of its rank and above as ahead of it", () => {
    const queue = queueOf(one("a", 5, 1), one("b", 7, 1), one("c", 3, 1));
    expect([queue.ahead(9), queue.ahead(7), queue.ahead(5), queue.ahead(0)]).toEqual([0, 1, 2, 3]);
  });
});

describe("who is dropped first", () => {
  test("is the oldest of the lowest rank", () => {
    const queue = queueOf(one("high", 7, 1), one("old", 3, 2), one("new", 3, 3));
    expect(queue.last()?.name).toBe("old");
  });

  test("is the least important item of a batch that came as a whole", () => {
    const queue = queueOf(one("first", 5, 1, "x"), one("second", 5, 1, "x"), one("other", 5, 2, "y"));
    expect(queue.last()?.name).toBe("second");
  });

  test("is nobody where nobody waits", () => {
    expect(queueOf().last()).toBeUndefined();
  });
});

describe("a queue stands", () => {
  test("since it was last empty for a while", () => {
    const queue = queueOf();
    const first = one("a", 5, 1_000);
    queue.add(first);
    expect(queue.standingMs(5, 1_400)).toBe(400);
    queue.delete(first, 1_400);
    expect(queue.standingMs(5, 1_400)).toBe(0);
    queue.add(one("b", 5, 2_000));
    expect(queue.standingMs(5, 2_100)).toBe(100);
  });

  test("and goes on to stand when it was empty for a moment only", () => {
    const queue = queueOf();
    const first = one("a", 5, 1_000);
    queue.add(first);
    queue.delete(first, 1_400);
    queue.add(one("b", 5, 1_450));
    expect(queue.standingMs(5, 1_500)).toBe(500);
  });

  test("for a rank since some of it or above wait, whoever waits below", () => {
    const high = one("high", 7, 1_200);
    const queue = queueOf(one("low", 5, 1_000), high, one("highest", 9, 1_300));
    expect([0, 5, 7, 9].map((rank) => queue.standingMs(rank, 1_500))).toEqual([500, 500, 300, 200]);
    queue.delete(high, 1_500);
    expect([0, 5, 7, 9].map((rank) => queue.standingMs(rank, 1_600))).toEqual([600, 600, 400, 300]);
  });

  test("for a rank no longer once none of it or above waits", () => {
    const high = one("high", 7, 1_200);
    const queue = queueOf(one("low", 5, 1_000), high);
    queue.delete(high, 1_500);
    expect([5, 7].map((rank) => queue.standingMs(rank, 1_600))).toEqual([600, 0]);
    queue.add(one("again", 7, 1_800));
    expect([5, 7].map((rank) => queue.standingMs(rank, 1_900))).toEqual([900, 100]);
  });

  test("for so much less long with each turn that somebody below gets", () => {
    const queue = queueOf(one("low", 5, 1_000), one("high", 7, 1_000));
    queue.noteTurn(5, 200, 1_500);
    expect([5, 7].map((rank) => queue.standingMs(rank, 1_500))).toEqual([500, 300]);
    queue.noteTurn(5, 10_000, 1_500);
    expect([queue.standingMs(7, 1_500), queue.standingMs(7, 2_500)]).toEqual([0, 1_000]);
  });

  test("for so much longer with each of its own that is dropped, up to an age", () => {
    const queue = queueOf(one("low", 5, 1_000), one("high", 7, 1_000));
    queue.noteDrop(7, 200, 800, 1_500);
    expect([5, 7].map((rank) => queue.standingMs(rank, 1_500))).toEqual([500, 700]);
    queue.noteDrop(7, 200, 800, 1_500);
    queue.noteDrop(7, 200, 800, 2_500);
    expect(queue.standingMs(7, 2_500)).toBe(1_800);
  });
});

describe("a rank goes before others", () => {
  test("as long as some are below, and for a moment more", () => {
    const low = one("low", 3, 1_000);
    const queue = queueOf(low, one("high", 7, 1_000));
    expect([3, 5, 7].map((rank) => queue.hasBelow(rank, 5_000))).toEqual([false, true, true]);
    queue.delete(low, 5_000);
    expect([queue.hasBelow(7, 5_500), queue.hasBelow(7, 6_000)]).toEqual([true, false]);
  });

  test("only where there ever were others", () => {
    expect(queueOf(one("high", 7, 1_000)).hasBelow(7, 1_000)).toBe(false);
  });
});

test("who left is not there any more, and nobody leaves twice", () => {
  const gone = one("a", 5, 1);
  const queue = queueOf(gone, one("b", 5, 2));
  expect([queue.delete(gone, 3), queue.delete(gone, 3), queue.size]).toEqual([true, false, 1]);
});

test("those who came before a moment are found in every rank", () => {
  const queue = queueOf(one("a", 5, 1), one("b", 5, 9), one("c", 7, 2));
  expect([...queue.before(5)].map(({ name }) => name)).toEqual(["a", "c"]);
});
