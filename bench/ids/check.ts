/**
 * Whether ids were given twice, or out of order: on runs, not on ids, so that a hundred million of them take a second.
 * @module
 */
import type { Run } from "../../proto/sequence.ts";

/** What one call was answered. */
export interface Answer {
  readonly runs: readonly Run[];
  /** The process that answered: a number, and each start has one of its own. */
  readonly process: number;
  readonly askedAtMs: number;
  readonly answeredAtMs: number;
}

/** When a process was there. One that is alive has not ended. */
export interface Life {
  readonly startedAtMs: number;
  endedAtMs: number;
}

export interface Verdict {
  readonly ids: number;
  /** Ids that are in more than one run. */
  readonly duplicates: number;
  /** Answers whose ids do not rise, or are not above those of an answer that had come before they were asked for. */
  readonly disorder: number;
}

/** As {@link Answer}, of the worker that its ids are of. */
interface Span {
  readonly first: bigint;
  readonly last: bigint;
  readonly process: number;
  readonly askedAtMs: number;
  readonly answeredAtMs: number;
}

export function check(answers: readonly Answer[], lives: readonly Life[]): Verdict {
  const spans = answers.flatMap(spanOf);
  let disorder = answers.filter(({ runs }) => !rises(runs)).length;
  for (const ofWorker of Map.groupBy(spans, ({ first }) => (first >> 12n) & 1023n).values()) {
    const byProcess = Map.groupBy(ofWorker, ({ process }) => process);
    for (const ofProcess of byProcess.values()) disorder += disorderWithin(ofProcess);
    disorder += disorderBetween(byProcess, lives);
  }
  const runs = answers.flatMap((answer) => answer.runs);
  return { ids: runs.reduce((sum, { count }) => sum + count, 0), duplicates: duplicates(runs), disorder };
}

function spanOf({ runs, ...rest }: Answer): Span[] {
  const [first, last] = [runs[0], runs.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [{ ...rest, first: first.start, last: last.start + BigInt(last.count) - 1n }];
}

function rises(runs: readonly Run[]): boolean {
  return runs.every(({ start, count }, at) => {
    const next = runs[at + 1];
    return count > 0 && (next === undefined || start + BigInt(count) <= next.start);
  });
}

function duplicates(runs: readonly Run[]): number {
  let highest = -1n;
  let found = 0;
  for (const { start, count } of runs.toSorted((a, b) => (a.start < b.start ? -1 : 1))) {
    const end = start + BigInt(count) - 1n;
    if (start <= highest) found += Number((end < highest ? end : highest) - start) + 1;
    if (end > highest) highest = end;
  }
  return found;
}

/** Of one process: who asks after an answer has come gets higher ids than that one. */
function disorderWithin(spans: readonly Span[]): number {
  const byAnswer = spans.toSorted((a, b) => a.answeredAtMs - b.answeredAtMs);
  let answered = 0;
  let highest = -1n;
  let found = 0;
  for (const span of spans.toSorted((a, b) => a.askedAtMs - b.askedAtMs)) {
    for (; (byAnswer[answered]?.answeredAtMs ?? Infinity) < span.askedAtMs; answered++) {
      const { last } = byAnswer[answered] as Span;
      if (last > highest) highest = last;
    }
    if (span.first <= highest) found++;
  }
  return found;
}

/**
 * Of two processes, the one started after the other had ended: all of its ids are above. Two that were there at the same time share
 * the worker by its lease, and only keep apart.
 */
function disorderBetween(byProcess: ReadonlyMap<number, readonly Span[]>, lives: readonly Life[]): number {
  const extents = [...byProcess].map(([process, spans]) => ({ life: lives[process] as Life, ...extentOf(spans) }));
  let found = 0;
  for (const before of extents) {
    for (const after of extents) {
      if (before.life.endedAtMs <= after.life.startedAtMs && after.first <= before.last) found++;
    }
  }
  return found;
}

function extentOf(spans: readonly Span[]): { readonly first: bigint; readonly last: bigint } {
  let [first, last] = [1n << 63n, -1n];
  for (const span of spans) {
    if (span.first < first) first = span.first;
    if (span.last > last) last = span.last;
  }
  return { first, last };
}
