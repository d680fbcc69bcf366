/** A repeatable source of choices: the same seed makes the same script. @module */
import { seeded } from "../../../test/seeded.ts";

export interface Random {
  /** From 0 to before `end`. */
  below(end: number): number;
  pick<T>(choices: readonly T[]): T;
}

export function randomOf(seed: number): Random {
  const next = seeded(seed);
  const below = (end: number) => Math.floor(next() * end);
  return {
    below,
    pick(choices) {
      const choice = choices[below(choices.length)];
      if (choice === undefined) throw new Error("nothing to choose from");
      return choice;
    },
  };
}
