/**
 * Fair comparison on a machine whose speed drifts: contenders take turns, round after round, and are compared within a round.
 * @module
 */

/** One measurement. Higher or lower may be better; that is for the caller to know. */
export type Measure = () => Promise<number>;

/** Runs A B C, A B C, … @returns what each measured, in the order of the rounds */
export async function takeTurns<Name extends string>(
  rounds: number,
  contenders: Readonly<Record<Name, Measure>>,
  say: (line: string) => void = () => {},
): Promise<Record<Name, number[]>> {
  const entries = Object.entries(contenders) as [Name, Measure][];
  const measured = Object.fromEntries(entries.map(([name]) => [name, []])) as unknown as Record<Name, number[]>;
  for (let round = 1; round <= rounds; round++) {
    for (const [name, measure] of entries) {
      const value = await measure();
      measured[name].push(value);
      say(`round ${round} of ${rounds}: ${name} ${value.toPrecision(4)}`);
    }
  }
  return measured;
}

/** @throws Error for no values */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new Error("no values, no median");
  return (low + high) / 2;
}

/** The median over the rounds of ours ÷ theirs: what slows a whole round down cancels out. */
export function medianRatio(ours: readonly number[], theirs: readonly number[]): number {
  if (ours.length !== theirs.length) throw new Error(`${ours.length} rounds cannot be compared with ${theirs.length}`);
  return median(ours.map((value, round) => value / (theirs[round] ?? Number.NaN)));
}
