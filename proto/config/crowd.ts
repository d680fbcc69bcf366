/**
 * How a crowd of agents comes back. A release answers thousands of held polls at once, and tells as many sockets; if each polled again, or
 * reported what it runs, the moment that it has its answer, the first of them would take the time of those who have none yet. So who
 * tells a crowd says with it when that may come, and each agent draws its own moment:
 *
 *     told ──────── nothing ────────┬──── somewhere in here ────┐
 *     0                          afterMs / 2                 afterMs
 *
 * The first half lets the last of the crowd have its answer, the second spreads the return. Nothing is missed: a poll names the version that its
 * agent has, and is answered at once where that is old. A small crowd is told 0, and comes back at once.
 * @module
 */

/** On news that answers a poll: milliseconds, decimal. */
export const POLL_AFTER_HEADER = "fairway-poll-after-ms";

/**
 * No edge asks for more, and no agent waits longer, whatever it is told: so much later may an agent that polls have a release that follows the
 * one before at its heels.
 */
export const POLL_AFTER_MS_MAX = 1_000;
/** The same for the status view, which is for people. */
export const REPORT_AFTER_MS_MAX = 10_000;

/** They are dealt with before anybody would notice. */
const SMALL_CROWD_MAX = 20;
/** workerd takes about 0.1 ms to wake and answer a poll, and as long to take in the next one: both have room in half of this. */
const POLL_MS = 0.5;
/** The object takes about 0.3 ms for a report, and half of this leaves most of its time to others. */
const REPORT_MS = 2;
/** Answers that say the same are made once. */
const STEP_MS = 50;

/** @param crowd how many are answered at once */
export function pollAfterMs(crowd: number): number {
  return afterMs(crowd, POLL_MS, POLL_AFTER_MS_MAX);
}

/** @param crowd how many sockets are told at once */
export function reportAfterMs(crowd: number): number {
  return afterMs(crowd, REPORT_MS, REPORT_AFTER_MS_MAX);
}

function afterMs(crowd: number, eachMs: number, msMax: number): number {
  if (crowd <= SMALL_CROWD_MAX) return 0;
  return Math.min(msMax, Math.ceil((crowd * eachMs) / STEP_MS) * STEP_MS);
}

/** @returns undefined where nothing is said, or nothing that makes sense: older edges say nothing */
export function parsePollAfter(header: string | null | undefined): number | undefined {
  if (header === null || header === undefined || !/^\d{1,9}$/.test(header)) return undefined;
  return Math.min(POLL_AFTER_MS_MAX, Number(header));
}

/** @param random in [0, 1) */
export function drawMomentMs(afterMs: number, random: number): number {
  return afterMs * (0.5 + random / 2);
}
