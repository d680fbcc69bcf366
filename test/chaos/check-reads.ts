/**
 * What must hold of who reads a stream from the first message to the last, whatever connections it has, and takes each once: gopush's clients, which
 * ask for what they missed, and the SDK's.
 * @module
 */
import { isExcused, passes, ranges, type Stream, type Violation, type World } from "./check-world.ts";
import type { Entry, SubscriberFacts } from "./log.ts";

type Taken = Extract<Entry, { kind: "taken" }>;
type Gap = Extract<Entry, { kind: "gap" }>;
type Begun = Extract<Entry, { kind: "begun" }>;

export function read(who: SubscriberFacts, world: World): Violation[] {
  const { name, reads = [] } = who;
  const isRead = (channel: string) => reads.includes(channel);
  const taken = world.entries.filter(
    (each): each is Taken => each.kind === "taken" && each.who === name && isRead(each.channel),
  );
  const gaps = world.entries.filter((each): each is Gap => each.kind === "gap" && each.who === name);
  const begun = world.entries.filter((each): each is Begun => each.kind === "begun" && each.who === name);
  const isAlive = world.entries.some((entry) => entry.kind === "alive" && entry.who === name);
  const violations = taken.flatMap((each) => misdirected(who, each, world));
  for (const channel of reads) {
    const stream = world.streams.get(channel);
    if (stream === undefined) continue;
    const of = (each: Taken | Gap | Begun) => each.channel === channel;
    const own = { taken: taken.filter(of), gaps: gaps.filter(of), stream };
    const from = begun.find(of)?.position.offset ?? 0;
    const to = isAlive ? stream.top : Math.max(0, ...own.taken.map(({ offset = 0 }) => offset));
    const found = [...inOrder(own.taken), ...toldInVain(own.gaps, stream), ...begunLate(from, stream)];
    found.push(...complete(own, from, to, world));
    violations.push(...found.map((each) => ({ ...each, who: name, channel })));
  }
  return violations;
}

function misdirected(who: SubscriberFacts, { id, channel }: Taken, { published }: World): Violation[] {
  const of = (detail: string): Violation[] => [{ rule: "access", who: who.name, channel, detail }];
  const known = published.get(id)?.entry;
  if (known === undefined) return of(`${id} was never published`);
  if (known.channel !== channel) return of(`${id} was published to ${known.channel}`);
  return who.hears.includes(channel) && passes(who, known) ? [] : of(`${id} is not for it`);
}

function inOrder(taken: readonly Taken[]): Violation[] {
  let before = 0;
  return taken.flatMap(({ offset = 0 }): Violation[] => {
    const found: Violation[] = offset > before ? [] : [{ rule: "order", detail: `took ${offset} after ${before}` }];
    before = offset;
    return found;
  });
}

/** What is said to be gone is kept even at the end. */
function toldInVain(gaps: readonly Gap[], { top, historySize, epochs }: Stream): Violation[] {
  return gaps.flatMap(({ from, to }): Violation[] => {
    const isGone = to.offset > from.offset && to.offset <= top - historySize && epochs.has(to.epoch);
    return isGone ? [] : [{ rule: "signal", detail: `was told that ${from.offset + 1}–${to.offset} are gone` }];
  });
}

/** It begins with all that is kept. */
function begunLate(from: number, { top, historySize }: Stream): Violation[] {
  const isAll = from <= Math.max(0, top - historySize);
  return isAll ? [] : [{ rule: "lost", detail: `began after ${from}, and what was before is kept` }];
}

interface Reading {
  readonly taken: readonly Taken[];
  readonly gaps: readonly Gap[];
  readonly stream: Stream;
}

function complete({ taken, gaps, stream }: Reading, from: number, to: number, world: World): Violation[] {
  const offsets = new Set(taken.map(({ offset = 0 }) => offset));
  const isTold = (at: number) => gaps.some(({ from, to }) => from.offset < at && at <= to.offset);
  const missing = [];
  for (let at = from + 1; at <= to; at++) {
    if (!offsets.has(at) && !isTold(at) && !isExcused(at, stream, world)) missing.push(at);
  }
  return missing.length === 0 ? [] : [{ rule: "lost", detail: `never took ${ranges(missing)}` }];
}
