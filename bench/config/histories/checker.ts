/**
 * Whether a history is linearizable (Herlihy and Wing, 1990): whether its operations could have happened one after the other, each at some
 * moment between its call and its answer, and answered what they answered. The search is that of Wing and Gong, with Lowe's memory of what
 * was tried already.
 * @module
 */
import { isDeepStrictEqual } from "node:util";
import { apply, EMPTY, type Operation, type Result, type State } from "./model.ts";

export interface Call {
  readonly operation: Operation;
  /** Moments of one clock. */
  readonly calledAt: number;
  readonly answeredAt: number;
  /** Absent where the caller never heard: it may have happened within its time, or not at all. */
  readonly result?: Result;
}

export type Verdict =
  | { readonly linearizable: true }
  /** The longest beginning that makes sense, and who could not come next. */
  | { readonly linearizable: false; readonly explained: readonly Call[]; readonly stuck: readonly Call[] };

/** @param calls fewer than a hundred: the search is exponential where everything overlaps */
export function checkHistory(calls: readonly Call[]): Verdict {
  const tried = new Set<string>();
  let best: { readonly explained: readonly Call[]; readonly stuck: readonly Call[] } = { explained: [], stuck: calls };
  return search(EMPTY, calls, []) ? { linearizable: true } : { linearizable: false, ...best };

  function search(state: State, left: readonly Call[], explained: readonly Call[]): boolean {
    if (left.every(({ result }) => result === undefined)) return true;
    const key = `${left.map((call) => calls.indexOf(call)).join(",")} ${JSON.stringify(state)}`;
    if (tried.has(key)) return false;
    tried.add(key);
    // Whoever was answered before another was called came first.
    const deadline = Math.min(...left.map(({ answeredAt, result }) => (result === undefined ? Infinity : answeredAt)));
    const candidates = left.filter(({ calledAt }) => calledAt <= deadline);
    if (explained.length >= best.explained.length) best = { explained, stuck: candidates };
    return candidates.some((call) => {
      // What nobody heard of happened within its time, or never.
      const rest = left.filter(
        (each) => each !== call && (each.result !== undefined || each.answeredAt >= call.calledAt),
      );
      const { state: next, result } = apply(state, call.operation);
      const fits = call.result === undefined || isDeepStrictEqual(call.result, result);
      return fits && search(next, rest, [...explained, call]);
    });
  }
}

/** For a person who reads what went wrong. */
export function describeCall({ operation, calledAt, answeredAt, result }: Call): string {
  const { name, ...rest } = operation;
  const answer = result === undefined ? "never heard" : JSON.stringify(result);
  return `${calledAt.toFixed(1)}…${answeredAt.toFixed(1)} ${name} ${JSON.stringify(rest)} → ${answer}`;
}
