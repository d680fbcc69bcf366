/**
 * Long polls that wait for a release: however many there are in an isolate, one question to the object stands for all those of a service.
 *
 * workerd ends what a request began when that request ends, unless it is given to its `waitUntil`, and that too has its limits. So the question
 * belongs to one of those who wait, lasts no longer than {@link LEAD_MS}, and another then takes its place. Everyone looks now and then
 * whether someone still asks: a leader may die without a word.
 *
 * A release wakes all of them at once, each in its own invocation, and the last to be answered has waited for all that is done for the others.
 * So little is done: who hears of it decides for everyone whether it is news to them, one promise wakes each, and their timers are
 * left to find out that they are late.
 * @module
 */
import { LRUCache } from "lru-cache";
import { Fault } from "../../proto/fault.ts";
import { addressOf, type Place } from "./objects.ts";
import type { Reads, Seen } from "./reads.ts";

/** Of an isolate. A held request costs some 20 KB. */
const HELD_MAX = 10_000;
const RETRY_AFTER_SECONDS = 5;
/** Remembered while nobody waits. */
const SERVICES_MAX = 1_000;
/** Less than the 30 s that Cloudflare grants `waitUntil` behind a request that has ended. */
const LEAD_MS = 20_000;
/** So late one hears of a release where the leader died. */
const LOOK_MS = 5_000;
/** Beyond its time a question is dead. */
const DEAD_AFTER_MS = LEAD_MS + LOOK_MS;

/** Who waits for news of a service. */
export interface Watcher {
  /** How long at most. */
  readonly holdMs: number;
  /** Whether it is news to them. It is called in the invocations of others too, and never throws. */
  isNews(seen: Seen): boolean;
  /** Of their own invocation. */
  waitUntil(background: Promise<unknown>): void;
}

/** What wakes who waits. */
export interface News {
  readonly seen: Seen;
  /** How many are told at once, this one included; 1 for who was told alone, or whose time is over. */
  readonly crowd: number;
}

export interface HeldPolls {
  /**
   * What this isolate heard of last. It may be behind by as much as it takes to hear: good enough to wait with, where it is no news to
   * the caller; for anything else the object is to be asked.
   */
  latest(place: Place): Seen | undefined;
  /**
   * What is seen when it is news to the watcher, or when their time is over.
   * @param seen what they have seen already, which was no news
   * @throws Fault resource_exhausted at once; the promise rejects with not_found, unavailable
   */
  wait(seen: Seen, watcher: Watcher): Promise<News>;
}

/** One who waits. */
interface Waiter {
  readonly group: Group;
  readonly watcher: Watcher;
  readonly untilMs: number;
  /** What they know. */
  seen: Seen;
  lookedAtMs: number;
  /** What they are woken with: a fault, what is seen by then, or undefined to look around for themselves. */
  news: Seen | Fault | undefined;
  /** Those who are told with them. */
  crowd: Crowd;
  /** Goes on in their own invocation, whoever calls it: why so, says edge/invocation. */
  wake(self: Waiter): void;
}

/** It is known when all have been told, and they go on later. */
interface Crowd {
  size: number;
}

interface Group {
  /** Who looked around longest ago comes first. */
  readonly waiting: Set<Waiter>;
  /** The newest that this isolate has heard of. */
  latest: Seen | undefined;
  /** When the question was put that is under way; undefined where none is. */
  askedAtMs: number | undefined;
}

export interface HeldPollsDeps {
  readonly reads: Pick<Reads, "readAfter">;
  readonly now: () => number;
}

export function heldPolls({ reads, now }: HeldPollsDeps): HeldPolls {
  const groups = new LRUCache<string, Group>({ max: SERVICES_MAX });
  /**
   * All who wait, the one who looked around longest ago first. A client that leaves takes its request along in the middle of its wait, and
   * nothing tells of it: who has not looked for twice the time has left.
   */
  const waiting = new Set<Waiter>();

  return {
    latest: (place) => groups.get(addressOf(place))?.latest,

    wait(seen, watcher) {
      forgetThoseWhoLeft();
      if (waiting.size >= HELD_MAX) {
        const words = `${HELD_MAX} clients wait here already`;
        throw new Fault("resource_exhausted", words, { retryAfterSeconds: RETRY_AFTER_SECONDS });
      }
      const nowMs = now();
      const untilMs = nowMs + watcher.holdMs;
      const group = groupOf(addressOf(seen.place));
      return hold({ group, watcher, untilMs, seen, lookedAtMs: nowMs, news: undefined, crowd: ALONE, wake });
    },
  };

  function groupOf(address: string): Group {
    const found = groups.get(address);
    if (found !== undefined) return found;
    const made: Group = { waiting: new Set(), latest: undefined, askedAtMs: undefined };
    groups.set(address, made);
    return made;
  }

  function hold(waiter: Waiter): Promise<News> {
    const { promise, resolve } = Promise.withResolvers<Waiter>();
    waiter.wake = resolve;
    stay(waiter);
    return promise.then(woken);
  }

  /** In the invocation of the one who waited. */
  function woken(waiter: Waiter): News | Promise<News> {
    const { news, crowd } = waiter;
    if (news === undefined) return hold(waiter);
    if (news instanceof Fault) throw news;
    return { seen: news, crowd: crowd.size };
  }

  /** Waits, unless it is over; and someone asks. In the invocation of the one who waits. */
  function stay(waiter: Waiter): void {
    const { group, watcher, untilMs } = waiter;
    // Someone else may have heard of a release between this caller's read and its arrival here.
    catchUp(waiter);
    waiter.lookedAtMs = now();
    const leftMs = untilMs - waiter.lookedAtMs;
    if (leftMs <= 0 || watcher.isNews(waiter.seen)) {
      end(waiter, waiter.seen);
      return;
    }
    group.waiting.add(waiter);
    waiting.add(waiter);
    lead(group, waiter);
    setTimeout(look, Math.min(leftMs, LOOK_MS), waiter);
  }

  function look(waiter: Waiter): void {
    if (!waiting.has(waiter)) return; // They have their answer. To stop a timer costs more than to let it come here.
    leave(waiter);
    stay(waiter); // As the last one who looked.
  }

  /** Puts the question for all, unless someone did. */
  function lead(group: Group, { seen, watcher, lookedAtMs: nowMs }: Waiter): void {
    if (group.askedAtMs !== undefined && nowMs - group.askedAtMs < DEAD_AFTER_MS) return;
    group.askedAtMs = nowMs;
    const asked = reads.readAfter(seen.place, seen.release, LEAD_MS).catch(faultOf);
    watcher.waitUntil(
      asked.then((answer) => {
        if (group.askedAtMs === nowMs) group.askedAtMs = undefined;
        tell(group, seen, answer);
      }),
    );
  }

  function tell(group: Group, before: Seen, news: Seen | Fault): void {
    if (news instanceof Fault) {
      for (const waiter of [...group.waiting]) end(waiter, news);
      return;
    }
    if (isNewer(news, group.latest)) group.latest = news;
    if (news.release !== before.release || news.epoch !== before.epoch) {
      const crowd: Crowd = { size: 0 };
      for (const waiter of [...group.waiting]) {
        waiter.seen = news;
        catchUp(waiter);
        if (!waiter.watcher.isNews(waiter.seen)) continue;
        waiter.crowd = crowd;
        crowd.size++;
        end(waiter, waiter.seen);
      }
    }
    // One of the others puts the next question: the one who looked last is there the most surely.
    const last = [...group.waiting].at(-1);
    if (last !== undefined) end(last, undefined);
  }

  /**
   * In anybody's invocation. For one who has left nothing follows, and workerd may warn of a promise that was resolved from another request:
   * nobody else waits for that promise. Where they were to put the next question, the others find that nobody did when they next look.
   */
  function end(waiter: Waiter, news: Waiter["news"]): void {
    leave(waiter);
    waiter.news = news;
    waiter.wake(waiter);
  }

  function leave(waiter: Waiter): void {
    waiter.group.waiting.delete(waiter);
    waiting.delete(waiter);
  }

  function forgetThoseWhoLeft(): void {
    const nowMs = now();
    for (const waiter of waiting) {
      if (nowMs - waiter.lookedAtMs <= 2 * LOOK_MS) return;
      leave(waiter);
    }
  }
}

const ALONE: Crowd = { size: 1 };

/** Until someone waits for it. */
function wake(): void {}

function catchUp(waiter: Waiter): void {
  const { latest } = waiter.group;
  const { seen } = waiter;
  if (latest !== undefined && latest.epoch === seen.epoch && latest.release > seen.release) waiter.seen = latest;
}

function isNewer(news: Seen, latest: Seen | undefined): boolean {
  return latest === undefined || latest.epoch !== news.epoch || latest.release < news.release;
}

function faultOf(cause: unknown): Fault {
  return cause instanceof Fault
    ? cause
    : new Fault("unavailable", "the configuration cannot be watched now", { cause });
}
