/**
 * What a long poll is answered: what is news to the caller, at once or when there is some.
 *
 * The way from a release to the reply is short and, where it can be, without a promise: whoever is answered last has waited for all of them.
 * @module
 */
import type { HeldPolls, Watcher } from "./held-polls.ts";
import type { Place } from "./objects.ts";
import type { Reads, Seen } from "./reads.ts";

/** One poll. */
export interface Poll<Caller, Answer> extends Watcher {
  readonly place: Place;
  /** Who the caller is there. @throws Fault where they may not read */
  admit(seen: Seen): Caller | Promise<Caller>;
  /**
   * Told what is news to the caller, or what is none when the time is over.
   * @param crowd how many are answered at once
   */
  answer(seen: Seen, caller: Caller, crowd: number): Answer | Promise<Answer>;
}

export interface NewsDeps {
  readonly reads: Pick<Reads, "read">;
  readonly polls: HeldPolls;
}

/** @throws Fault as the object, the poll and those who hold it do */
export function answerWithNews<Caller, Answer>(poll: Poll<Caller, Answer>, deps: NewsDeps): Answer | Promise<Answer> {
  const latest = deps.polls.latest(poll.place);
  // Most who come have just been answered, and know what this isolate knows.
  if (latest === undefined || poll.isNews(latest)) return answerWithFresh(poll, deps);
  let caller: Caller | Promise<Caller>;
  try {
    caller = poll.admit(latest);
  } catch {
    return answerWithFresh(poll, deps); // They were turned away by what may be old: they are looked at again.
  }
  if (!(caller instanceof Promise)) return answerLater(latest, caller, poll, deps);
  return caller.then(
    (admitted) => answerLater(latest, admitted, poll, deps),
    () => answerWithFresh(poll, deps),
  );
}

async function answerWithFresh<Caller, Answer>(poll: Poll<Caller, Answer>, deps: NewsDeps): Promise<Answer> {
  const seen = await deps.reads.read(poll.place, (promise) => poll.waitUntil(promise));
  const caller = await poll.admit(seen);
  return await (poll.isNews(seen) ? poll.answer(seen, caller, 1) : answerLater(seen, caller, poll, deps));
}

function answerLater<Caller, Answer>(
  begun: Seen,
  caller: Caller,
  poll: Poll<Caller, Answer>,
  { polls }: NewsDeps,
): Promise<Answer> {
  return polls.wait(begun, poll).then(({ seen, crowd }) => {
    // Who asks is looked at again where the rules are others by now. A signature or a digest costs more than all else of a reply.
    return seen.access === begun.access ? poll.answer(seen, caller, crowd) : answerAgain(seen, crowd, poll);
  });
}

/** The right to read may have been withdrawn while they waited. */
async function answerAgain<Caller, Answer>(seen: Seen, crowd: number, poll: Poll<Caller, Answer>): Promise<Answer> {
  return await poll.answer(seen, await poll.admit(seen), crowd);
}
