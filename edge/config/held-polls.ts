/**
 * Long polls that wait for a release: however many there are in an isolate, one question to the object stands for all those of a service.
 *
 * workerd ends what a request began when that request ends, unless it is given to its `waitUntil`, and that too has its limits. So the question
 * belongs to one of those who wait, lasts no longer than {@link LEAD_MS}, and another then takes its place. Everyone looks now and then
 * whether someone still asks: a leader may die without a word.
 * @module
 */
import { LRUCache } from "lru-cache";
import { Fault } from "../../proto/fault.ts";
import { addressOf, type Place } from "./objects.ts";
import type { Reads, Seen, WaitUntil } from "./reads.ts";

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

export interface HeldPolls {
  /**
   * What this isolate heard of last. It may be behind by as much as it takes to hear: good enough to wait with, where it is no news to
   * the caller; for anything else the object is to be asked.
   */
  latest(place: Place): Seen | undefined;
  /**
   * What is seen when `isNews` says so of it, or when the time is over.
   * @param seen what the caller has seen already, which was no news
   * @throws Fault resource_exhausted, not_found, unavailable
   */
  wait(seen: Seen, isNews: (seen: Seen) => boolean, timeoutMs: number, waitUntil: WaitUntil): Promise<Seen>;
}

/** Told what is new, or that it ought to look around for itself. */
type Wake = (news: Seen | Fault | undefined) => void;

interface Group {
  readonly waiting: Set<Wake>;
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
   * All who wait, with when they last looked around, the one who did so longest ago first. A client that leaves takes its request along in the
   * middle of its wait, and nothing tells of it: who has not looked for twice the time has left.
   */
  const waiting = new Map<Wake, { readonly group: Group; readonly sinceMs: number }>();

  return {
    latest: (place) => groups.get(addressOf(place))?.latest,

    async wait(seen, isNews, timeoutMs, waitUntil) {
      forgetThoseWhoLeft();
      if (waiting.size >= HELD_MAX) {
        const words = `${HELD_MAX} clients wait here already`;
        throw new Fault("resource_exhausted", words, { retryAfterSeconds: RETRY_AFTER_SECONDS });
      }
      return await hold(groupOf(addressOf(seen.place)), seen, isNews, now() + timeoutMs, waitUntil);
    },
  };

  function groupOf(address: string): Group {
    const found = groups.get(address);
    if (found !== undefined) return found;
    const made: Group = { waiting: new Set(), latest: undefined, askedAtMs: undefined };
    groups.set(address, made);
    return made;
  }

  async function hold(
    group: Group,
    seen: Seen,
    isNews: (seen: Seen) => boolean,
    untilMs: number,
    waitUntil: WaitUntil,
  ) {
    let latest = seen;
    for (;;) {
      // Someone else may have heard of a release between this caller's read and its arrival here.
      const known = group.latest;
      if (known !== undefined && known.epoch === latest.epoch && known.release > latest.release) latest = known;
      const leftMs = untilMs - now();
      if (leftMs <= 0 || isNews(latest)) return latest;
      lead(group, latest, waitUntil);
      const news = await nextNews(group, Math.min(leftMs, LOOK_MS));
      if (news instanceof Fault) throw news;
      latest = news ?? latest;
    }
  }

  /** Puts the question for all, unless someone did. */
  function lead(group: Group, seen: Seen, waitUntil: WaitUntil): void {
    const nowMs = now();
    if (group.askedAtMs !== undefined && nowMs - group.askedAtMs < DEAD_AFTER_MS) return;
    group.askedAtMs = nowMs;
    const asked = reads.readAfter(seen.place, seen.release, LEAD_MS).catch(faultOf);
    waitUntil(
      asked.then((answer) => {
        if (group.askedAtMs === nowMs) group.askedAtMs = undefined;
        tell(group, seen, answer);
      }),
    );
  }

  function tell(group: Group, before: Seen, news: Seen | Fault): void {
    const isNew = news instanceof Fault || news.release !== before.release || news.epoch !== before.epoch;
    if (!(news instanceof Fault) && isNewer(news, group.latest)) group.latest = news;
    // Where nothing is new one of them is enough, which puts the next question: the one who looked last is there the most surely.
    const told = isNew ? [...group.waiting] : [...group.waiting].slice(-1);
    for (const wake of told) wake(isNew ? news : undefined);
  }

  /** @returns undefined where it is time to look around */
  function nextNews(group: Group, timeoutMs: number): Promise<Seen | Fault | undefined> {
    const { promise, resolve } = Promise.withResolvers<Seen | Fault | undefined>(); // Why so: edge/invocation.
    const wake: Wake = (news) => {
      forget(wake, group);
      resolve(news);
    };
    const timer = setTimeout(wake, timeoutMs, undefined);
    group.waiting.add(wake);
    waiting.set(wake, { group, sinceMs: now() });
    return promise.finally(() => clearTimeout(timer));
  }

  function forget(wake: Wake, group: Group): void {
    group.waiting.delete(wake);
    waiting.delete(wake);
  }

  function forgetThoseWhoLeft(): void {
    const nowMs = now();
    for (const [wake, { group, sinceMs }] of waiting) {
      if (nowMs - sinceMs <= 2 * LOOK_MS) return;
      forget(wake, group);
    }
  }
}

function isNewer(news: Seen, latest: Seen | undefined): boolean {
  return latest === undefined || latest.epoch !== news.epoch || latest.release < news.release;
}

function faultOf(cause: unknown): Fault {
  return cause instanceof Fault
    ? cause
    : new Fault("unavailable", "the configuration cannot be watched now", { cause });
}

export interface Watching<T> {
  readonly place: Place;
  readonly reads: Pick<Reads, "read">;
  readonly polls: HeldPolls;
  readonly holdMs: number;
  readonly waitUntil: WaitUntil;
  /** Who the caller is there. @throws Fault where they may not read */
  admit(seen: Seen): Promise<T>;
}

/** What a caller is told, and who they are at that moment: the right to read may have been withdrawn while they waited. */
export interface News<T> {
  readonly seen: Seen;
  readonly caller: T;
}

/** What is news to a caller, now or when there is some; or what is no news, after so long. @throws Fault */
export async function newsFor<T>(isNews: (seen: Seen) => boolean, watching: Watching<T>): Promise<News<T>> {
  const { place, reads, polls, holdMs, waitUntil, admit } = watching;
  const latest = polls.latest(place);
  // Most who come have just been answered, and know what this isolate knows.
  const known = latest === undefined || isNews(latest) ? undefined : await admitted(admit, latest);
  const begun = known ?? (await admittedAt(admit, await reads.read(place, waitUntil)));
  if (isNews(begun.seen)) return begun;
  const seen = await polls.wait(begun.seen, isNews, holdMs, waitUntil);
  // Who asks is looked at again where the rules are others by now. A signature or a digest costs more than all else of a reply.
  return seen.access === begun.seen.access ? { seen, caller: begun.caller } : await admittedAt(admit, seen);
}

async function admittedAt<T>(admit: Watching<T>["admit"], seen: Seen): Promise<News<T>> {
  return { seen, caller: await admit(seen) };
}

/** @returns undefined for who is turned away: by what may be old, so that they are looked at again */
async function admitted<T>(admit: Watching<T>["admit"], seen: Seen): Promise<News<T> | undefined> {
  try {
    return await admittedAt(admit, seen);
  } catch {
    return undefined;
  }
}
