/**
 * Who lies, where two resolvers contradict one another and there is no third: both are asked about names that a quorum has just answered.
 * Who contradicts all of those, while another one confirms all of them, is caught.
 *
 * One who lies about some names only is not caught by this, and neither is anybody while there are no such names. An honest resolver would
 * have to be wrong about each of several answers whose time is not over.
 * @module
 */
import type { SuffixConfig } from "../schema.ts";
import { isRefuted, type Likeness } from "./agreement.ts";
import type { Asked, Told } from "./exchange.ts";

/** As many are asked about; fewer than two prove nothing. */
const WITNESSES = 3;
const WITNESSES_MIN = 2;
const REMEMBERED_MAX = 16;

export interface Trial<M> {
  /** A quorum said so, and it holds for so long. */
  remember(asked: Asked, told: Told, suffix: SuffixConfig, untilMs: number): void;
  /** @returns those of the suspects that lie. Never rejects. */
  hold(suspects: readonly M[], suffix: SuffixConfig, nowMs: number): Promise<readonly M[]>;
}

interface Witness {
  readonly asked: Asked;
  readonly told: Told;
  readonly suffix: SuffixConfig;
  readonly untilMs: number;
}

/** @param question puts one; rejects where there is no answer */
export function trial<M>(question: (suspect: M, asked: Asked) => Promise<Told>, asnOf: Likeness["asnOf"]): Trial<M> {
  /** The newest last. */
  let witnesses: readonly Witness[] = [];

  return {
    remember(asked, told, suffix, untilMs) {
      if (told.addresses.length === 0) return; // That there is nothing is what many a liar says, too.
      const others = witnesses.filter((other) => other.asked.name !== asked.name || other.asked.type !== asked.type);
      witnesses = [...others, { asked, told, suffix, untilMs }].slice(-REMEMBERED_MAX);
    },

    async hold(suspects, suffix, nowMs) {
      const fresh = witnesses.filter(({ untilMs }) => untilMs > nowMs).toReversed();
      const [near, far] = [
        fresh.filter((each) => each.suffix === suffix),
        fresh.filter((each) => each.suffix !== suffix),
      ];
      const asked = [...near, ...far].slice(0, WITNESSES);
      if (asked.length < WITNESSES_MIN) return [];
      const heard = await Promise.all(
        suspects.map(async (suspect) => ({
          suspect,
          refuted: await Promise.all(asked.map((witness) => isRefutedBy(suspect, witness))),
        })),
      );
      const isConfirmed = heard.some(({ refuted }) => refuted.every((each) => each === false));
      if (!isConfirmed) return [];
      return heard.filter(({ refuted }) => refuted.every((each) => each === true)).map(({ suspect }) => suspect);
    },
  };

  /** @returns undefined where the suspect has no answer */
  async function isRefutedBy(suspect: M, { asked, told, suffix }: Witness): Promise<boolean | undefined> {
    try {
      return isRefuted(await question(suspect, asked), told, { agreement: suffix.agreement, asnOf });
    } catch {
      return undefined; // Silence says nothing about honesty.
    }
  }
}
