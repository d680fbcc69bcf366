/**
 * Which instances are dead, from what was heard of them and when. Pure.
 *
 * An instance is *suspect* when its lease ran out, or when its socket closed and it did not come back. Few suspects are taken for dead at
 * once. Many within a minute are more likely alive behind something that broke (their switch, a balancer, this registry's own network),
 * and to forget them all would turn a fault of the registry into an outage of everything that asks it. Then the registry protects itself:
 *
 * | in the last minute | evidence | evicted |
 * |---|---|---|
 * | at most 3, or 15 % | its socket closed: its host said so | at once |
 * | | silent, while another was heard since it should have been | at once |
 * | | silent, and there is no other: readers keep their last list if it was a mistake | at once |
 * | | silent, and nobody was heard | as below |
 * | more: fewer than 85 % are alive | any | 15 % of all a minute, at least one |
 *
 * Sweeps come when a lease ends, so those who fall silent together are suspect one after the other: this is why a minute is looked at.
 * The figures 15 %, 85 % and a minute are bilibili discovery's, and Eureka's.
 * @module
 */

/** A socket that closes without a word may only have lost its connection: its holder is back at once, or dead. */
export const CLOSED_GRACE_MS = 1_000;
/** A crash of so many at a time is taken for what it looks like: a share is no measure for a handful. */
const CRASHES_MAX = 3;
const EVICTED_SHARE_MAX = 0.15;
export const PROTECTED_SWEEP_MS = 60_000;
/** While anybody is suspect, they are looked at this often: a witness may be heard. */
const SUSPECT_SWEEP_MS = 1_000;

export interface Sign {
  readonly key: string;
  readonly leaseMs: number;
  /** When it was heard last. */
  readonly heardMs: number;
  /** When its last socket closed, where it has not been heard since. */
  readonly closedMs: number | undefined;
}

export interface Past {
  /** How many were taken for dead in the last {@link PROTECTED_SWEEP_MS} without another instance having come since. */
  readonly evicted: number;
  /** Of the last verdict. */
  readonly protectedMs: number | undefined;
}

export interface Verdict {
  readonly dead: readonly string[];
  /** Where the registry protects itself: when the minute began. To be given to the next judgement. */
  readonly protectedMs: number | undefined;
  /** When to judge again; undefined where nobody is left. */
  readonly nextMs: number | undefined;
}

/** @param random from 0 to less than 1: who goes first under protection, so that no service is emptied before the others */
export function judge(
  signs: readonly Sign[],
  nowMs: number,
  { evicted, protectedMs }: Past,
  random: () => number,
): Verdict {
  const suspects = signs.filter((sign) => suspectFromMs(sign) <= nowMs);
  if (suspects.length === 0) return { dead: [], protectedMs: undefined, nextMs: earliest(signs, []) };
  const isFew = suspects.length + evicted <= Math.max(CRASHES_MAX, shareOf(signs.length + evicted));
  const proven = isFew ? suspects.filter((sign) => isProven(sign, signs, suspects)) : [];
  if (proven.length === suspects.length) return verdict(proven, undefined);
  if (protectedMs === undefined) return verdict(proven, nowMs);
  if (nowMs < protectedMs + PROTECTED_SWEEP_MS) return verdict(proven, protectedMs);
  const some = pick(without(suspects, proven), Math.max(1, shareOf(signs.length)), random);
  return verdict([...proven, ...some], nowMs);

  function verdict(dead: readonly Sign[], since: number | undefined): Verdict {
    const left = without(suspects, dead);
    const alive = earliest(without(signs, dead), suspects);
    const again = left.length === 0 ? undefined : nowMs + SUSPECT_SWEEP_MS;
    const times = [alive, again].filter((time) => time !== undefined);
    return {
      dead: dead.map(({ key }) => key),
      protectedMs: since,
      nextMs: times.length === 0 ? undefined : Math.min(...times),
    };
  }
}

/** When it becomes suspect unless it is heard before. */
export function suspectFromMs({ heardMs, leaseMs, closedMs }: Sign): number {
  return Math.min(heardMs + leaseMs, closedMs === undefined ? Number.POSITIVE_INFINITY : closedMs + CLOSED_GRACE_MS);
}

function shareOf(count: number): number {
  return Math.floor(count * EVICTED_SHARE_MAX);
}

function isProven(sign: Sign, signs: readonly Sign[], suspects: readonly Sign[]): boolean {
  if (signs.length === 1 || sign.closedMs !== undefined) return true;
  // It should have been heard well before its lease ran out; who was heard since shows that one can be.
  const dueMs = sign.heardMs + sign.leaseMs / 2;
  return signs.some((other) => other.heardMs > dueMs && !suspects.includes(other));
}

function earliest(signs: readonly Sign[], suspects: readonly Sign[]): number | undefined {
  const alive = without(signs, suspects);
  return alive.length === 0 ? undefined : alive.reduce((min, sign) => Math.min(min, suspectFromMs(sign)), Infinity);
}

function without(signs: readonly Sign[], left: readonly Sign[]): readonly Sign[] {
  if (left.length === 0) return signs;
  const gone = new Set(left);
  return signs.filter((sign) => !gone.has(sign));
}

function pick(signs: readonly Sign[], count: number, random: () => number): Sign[] {
  return signs
    .map((sign) => ({ sign, order: random() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, count)
    .map(({ sign }) => sign);
}
