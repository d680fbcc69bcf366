/**
 * Many waits of the same length on few timers: workerd lets an object have 10 000 at a time, and a shard has more connections than that, each
 * of which is waited for now and then.
 * @module
 */

/** Waits that begin within so long of one another end together, with the last of them. */
const GROUP_MS = 100;

/** @returns how to call it off */
export type Later = (ms: number, work: () => void) => () => void;

interface Group {
  readonly sinceMs: number;
  readonly works: Set<() => void>;
  stop(): void;
}

/** The same as `later`, but that what it waits for may come up to {@link GROUP_MS} after its time. */
export function sharedTimers(later: Later, now: () => number): Later {
  /** Those that still take in others, by how long they wait. */
  const open = new Map<number, Group>();

  return (ms, work) => {
    const nowMs = now();
    const before = open.get(ms);
    const isOpen = before !== undefined && nowMs >= before.sinceMs && nowMs - before.sinceMs < GROUP_MS;
    const group = isOpen ? before : begin(ms, nowMs);
    const own = () => work(); // The same work may be waited for twice.
    group.works.add(own);
    return () => {
      if (!group.works.delete(own) || group.works.size > 0) return;
      group.stop(); // An object with a timer does not sleep.
      if (open.get(ms) === group) open.delete(ms);
    };
  };

  function begin(ms: number, sinceMs: number): Group {
    const works = new Set<() => void>();
    const stop = later(ms + GROUP_MS, () => {
      if (open.get(ms) === group) open.delete(ms);
      const all = [...works];
      works.clear();
      for (const work of all) queueMicrotask(work); // One that throws does not take the others along.
    });
    const group = { sinceMs, works, stop };
    open.set(ms, group);
    return group;
  }
}
