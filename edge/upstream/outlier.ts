/**
 * Outlier ejection: a node that does clearly worse than the others is put out of rotation for a while. After that one request finds
 * out how it is (pool.ts), and its share grows back from a tenth. A node that cannot be reached is tried every second, as that costs next
 * to nothing; for one that is slow or wrong the while doubles each time.
 *
 * | it is put out | why so |
 * |---|---|
 * | after 3 requests in a row that did not reach it | a single one is a kept connection that ended as the request was sent |
 * | after 3 time-outs in a row | a single one is a slow page |
 * | after 5 refusals (502, 503, 504) in a row, while half of the others' requests go well | all refuse when what is behind them is down |
 * | when it fails clearly more often than the others | a 500 is a bug on each node, or a flaw of this one |
 *
 * Never more than half of the nodes are out, rounded up, and never the last: when most fail, the reason is not in the nodes.
 * @module
 */
import type { Attempt, NodeState, Outcome } from "./node-state.ts";

const UNREACHABLE_MAX = 3;
const TIMEOUTS_MAX = 3;
const REFUSALS_MAX = 5;
/** Beyond it the others are no better. */
const OTHERS_FAILURES_MAX = 0.5;
/** A rate is judged from so many requests on, of the node and of the others. */
const REQUESTS_MIN = 20;
/** Ejected beyond three times the others' failures and a tenth: at 0 % of the others from 10 % on, at 30 % never. */
const FAILURES_FACTOR = 3;
const FAILURES_MARGIN = 0.1;
/** Of all nodes, rounded up. */
const EJECTED_SHARE_MAX = 0.5;

const EJECTED_MS = 1000;
/** To find out whether a node can be reached costs one failed connection, and a node that restarts is back soon. */
const UNREACHABLE_MS_MAX = 1000;
/** To find out whether it is still slow or wrong costs somebody a slow or wrong reply. */
const EJECTED_MS_MAX = 30_000;
/** In rotation for so long, a node begins at {@link EJECTED_MS} again. */
const FORGIVEN_AFTER_MS = 30_000;
/** A failed check of a node ends its probing; one that nobody hears of, after so long. */
const PROBE_MS = 1000;
/** ± a fifth, so that the isolates of an edge do not all try at once. */
const JITTER = 0.4;
/**
 * So many replies in a row that say `Connection: close` come from a server that is leaving, as Fairway's own origin says it before it
 * stops listening. A request that must not be repeated is sent elsewhere from then on. One such reply alone only ends a connection
 * that has served its time.
 */
const FAREWELLS_MAX = 3;
/** About the time for which a server that is leaving goes on serving. */
const LEAVING_MS = 5000;

/** @returns whether it is in or out of rotation now and was not before */
export function judge(
  nodes: readonly NodeState[],
  attempt: Attempt,
  outcome: Outcome,
  nowMs: number,
  random: number,
): boolean {
  const { node } = attempt;
  if (outcome === "abandoned" || outcome === "overtaken") return false;
  if (node.ejection !== undefined) {
    const { sinceMs, untilMs, byRate } = node.ejection;
    if (attempt.sentAtMs <= sinceMs) return false; // It was under way before, and is old news.
    const succeeded = outcome === "ok" || (outcome === "error" && !byRate);
    if (succeeded) node.restore(nowMs);
    else if (attempt.sentAtMs >= untilMs) eject(node, outcome, nowMs, random);
    return true;
  }
  count(node, outcome);
  if (outcome === "ok" || !isToBeEjected(node, nodes, outcome, nowMs)) return false;
  if (!mayEject(node, nodes, nowMs)) return false;
  if (nowMs - node.returnedAtMs >= FORGIVEN_AFTER_MS) node.ejections = 0;
  eject(node, outcome, nowMs, random);
  return true;
}

/** Lets nobody else try an ejected node until it is known how the one that tries it fares. */
export function probe(node: NodeState, nowMs: number): void {
  if (node.ejection !== undefined) node.ejection.probedUntilMs = nowMs + PROBE_MS;
}

/** Whether it is time to find out how an ejected node is. @param latestMs when its time must have been over */
export function isProbeDue({ ejection }: NodeState, latestMs: number, nowMs: number): boolean {
  if (ejection === undefined || ejection.sinceMs > nowMs) return ejection !== undefined; // The clock was set back.
  return ejection.probedUntilMs <= nowMs && ejection.untilMs <= latestMs;
}

/** Notes whether a reply ends its connection. @returns whether the node is leaving, or no longer, since this reply */
export function noteFarewell(node: NodeState, closes: boolean, nowMs: number): boolean {
  if (!closes) {
    const left = node.leavesUntilMs > nowMs;
    node.farewells = 0;
    node.leavesUntilMs = 0;
    return left;
  }
  if (++node.farewells < FAREWELLS_MAX) return false;
  const known = node.leavesUntilMs > nowMs;
  node.leavesUntilMs = nowMs + LEAVING_MS;
  return !known;
}

function count(node: NodeState, outcome: Outcome): void {
  if (outcome === "unreachable") node.unreachable++;
  else if (outcome === "timeout") node.timeouts++;
  else node.unreachable = node.timeouts = 0;
  node.refusals = outcome === "refused" ? node.refusals + 1 : 0;
}

function isToBeEjected(node: NodeState, nodes: readonly NodeState[], outcome: Outcome, nowMs: number): boolean {
  if (outcome === "unreachable" && node.unreachable >= UNREACHABLE_MAX) return true;
  if (outcome === "timeout" && node.timeouts >= TIMEOUTS_MAX) return true;
  const [ended, failed] = othersOf(node, nodes, nowMs);
  if (node.refusals >= REFUSALS_MAX) return ended > 0 && failed < ended * OTHERS_FAILURES_MAX;
  if (node.window.ended < REQUESTS_MIN || ended < REQUESTS_MIN) return false;
  return node.window.failed / node.window.ended > FAILURES_MARGIN + FAILURES_FACTOR * (failed / ended);
}

/** What became of the requests to all others that are in rotation. */
function othersOf(
  node: NodeState,
  nodes: readonly NodeState[],
  nowMs: number,
): readonly [ended: number, failed: number] {
  let [ended, failed] = [0, 0];
  for (const other of nodes) {
    if (other === node || other.ejection !== undefined) continue;
    other.window.advance(nowMs);
    ended += other.window.ended;
    failed += other.window.failed;
  }
  return [ended, failed];
}

function mayEject(node: NodeState, nodes: readonly NodeState[], nowMs: number): boolean {
  const ejectedMax = Math.ceil(nodes.length * EJECTED_SHARE_MAX);
  let [ejected, others] = [0, 0];
  for (const each of nodes) {
    if (each.ejection !== undefined) ejected++;
    else if (each !== node && each.isAvailable(nowMs)) others++;
  }
  return others > 0 && ejected < ejectedMax;
}

function eject(node: NodeState, outcome: Outcome, nowMs: number, random: number): void {
  const max = outcome === "unreachable" ? UNREACHABLE_MS_MAX : EJECTED_MS_MAX;
  const ms = Math.min(max, EJECTED_MS * 2 ** node.ejections) * (1 + JITTER * (random - 0.5));
  node.ejections++;
  const byRate = outcome === "error";
  node.ejection = { sinceMs: nowMs, untilMs: nowMs + ms, byRate, probedUntilMs: 0 };
}
