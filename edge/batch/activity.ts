/**
 * How busy the items of a batch are on this side of the network, so that what gets ready together can be told from what does not.
 *
 * An item is busy from its start to its end, save while it waits for an upstream. Once nobody is busy, every item that this
 * moment could bring forth is there: it is the time to send a wave, or to write a frame. A clock would only guess at it.
 * @module
 */

/**
 * From an item's reply to the dispatch of what depends on it there are some five promises (proto/batch/engine.ts). A few turns
 * too many cost a microsecond; one too few makes two waves of one.
 */
const QUIET_TURNS = 16;
/**
 * What goes on without the network, a token that is known already included, is over after so many turns. Only beyond them is it
 * worth a timer, which costs as much as 100 turns.
 */
const BUSY_TURNS_MAX = 64;
/**
 * Longer than this, nobody waits for an item that is stuck on something else, such as signing keys that must be fetched first.
 * Far less than a round trip to a phone.
 */
const WAIT_MS_MAX = 4;

export interface Activity {
  enter(): void;
  leave(): void;
  /** Resolves when nobody is busy, or when that takes too long. */
  quiet(): Promise<void>;
}

export function activity(): Activity {
  let busy = 0;
  let waiters: (() => void)[] = [];

  /** Whether it was quiet for long enough, after so many turns at the most. */
  async function settles(turnsMax: number): Promise<boolean> {
    let quiet = 0;
    for (let turn = 0; turn < turnsMax; turn++) {
      await null;
      quiet = busy === 0 ? quiet + 1 : 0;
      if (quiet === QUIET_TURNS) return true;
    }
    return false;
  }

  async function release(): Promise<void> {
    if (!(await settles(QUIET_TURNS))) return; // Whoever leaves last comes here again.
    const released = waiters;
    waiters = [];
    for (const waiter of released) waiter();
  }

  return {
    enter() {
      busy++;
    },
    leave() {
      busy--;
      if (busy === 0 && waiters.length > 0) void release();
    },
    async quiet() {
      if (await settles(BUSY_TURNS_MAX)) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, WAIT_MS_MAX);
      waiters.push(resolve);
      if (busy === 0) void release();
      await promise;
      clearTimeout(timer);
    },
  };
}
