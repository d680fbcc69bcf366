/**
 * Which nodes a request may go to, and in which zone: made when something has changed, not with each request.
 *
 * The edge's own zone goes first. Where only a part of it is in rotation, a part of the requests goes elsewhere: 1.4 times what is left
 * stays, so that the loss of a node in four is borne at home and that of most is not. A node without a zone is at home everywhere.
 * @module
 */
import { type Choice, chooseTwo, type Group, groupOf } from "./group.ts";
import type { NodeState } from "./node-state.ts";

/** What the nodes that are left can bear beyond their own share, as Envoy's overprovisioning factor. */
const OVERPROVISION = 1.4;
/** A node with so many requests under way, for each weight of one, may be overloaded; then the other zones' cost is looked at. */
const BUSY_IN_FLIGHT = 8;
/** How much dearer a node at home has to be: the way to another zone is paid in latency, which is a part of the cost. */
const SPILL_FACTOR = 4;
/** How often shares that grow are computed anew. */
const RAMP_STEP_MS = 100;

export interface View {
  readonly home: Group;
  readonly away: Group;
  /** How much of the traffic stays at home, 0 to 1. */
  readonly homeShare: number;
  /** Until when it may be used unless something changes. */
  readonly validUntilMs: number;
}

export interface ViewOptions {
  readonly zone: string | undefined;
  readonly slowStartMs: number;
}

/** @param nodes those of the request's colour, at least one */
export function viewOf(nodes: readonly NodeState[], nowMs: number, { zone, slowStartMs }: ViewOptions): View {
  const available = preferred(nodes, nowMs);
  const isHome = ({ node }: NodeState) => zone === undefined || node.zone === undefined || node.zone === zone;
  const home = groupOf(available.filter(isHome), nowMs, slowStartMs);
  const away = groupOf(
    available.filter((node) => !isHome(node)),
    nowMs,
    slowStartMs,
  );
  const wholeWeight = nodes.filter(isHome).reduce((sum, { weight }) => sum + weight, 0);
  // A node that starts slowly is in rotation: it counts whole here, else the others would be spared what they can bear.
  const homeWeight = home.nodes.reduce((sum, { weight }) => sum + weight, 0);
  const homeShare =
    away.nodes.length === 0 ? 1 : wholeWeight === 0 ? 0 : Math.min(1, (OVERPROVISION * homeWeight) / wholeWeight);
  let validUntilMs = Number.POSITIVE_INFINITY;
  for (const { rampFromMs } of available) {
    if (nowMs - rampFromMs < slowStartMs) validUntilMs = nowMs + RAMP_STEP_MS;
  }
  for (const { leavesUntilMs } of nodes) {
    if (leavesUntilMs > nowMs) validUntilMs = Math.min(validUntilMs, leavesUntilMs);
  }
  return { home, away, homeShare, validUntilMs };
}

/** The one to take, and another one in case its breaker holds it back. */
export function chooseIn(view: View, nowMs: number, random: () => number, repeatable: boolean): Choice {
  const { home, away, homeShare } = view;
  if (away.nodes.length === 0) return chooseTwo(home, nowMs, random, repeatable);
  if (home.nodes.length === 0 || (homeShare < 1 && random() >= homeShare)) {
    return chooseTwo(away, nowMs, random, repeatable);
  }
  const [best, second] = chooseTwo(home, nowMs, random, repeatable);
  if (best === undefined || best.inFlight < BUSY_IN_FLIGHT * best.weight) return [best, second];
  const [rival] = chooseTwo(away, nowMs, random, repeatable);
  if (rival === undefined) return [best, second];
  const spills = best.costAt(nowMs, best.weight) > SPILL_FACTOR * rival.costAt(nowMs, rival.weight);
  return spills ? [rival, best] : [best, second];
}

/** Those in rotation; where there are none, those that are not known to be leaving; else all: one of them may be back. */
function preferred(nodes: readonly NodeState[], nowMs: number): readonly NodeState[] {
  const available = nodes.filter((node) => node.isAvailable(nowMs));
  if (available.length > 0) return available;
  const staying = nodes.filter(({ node, health }) => node.draining !== true && health !== "draining");
  return staying.length > 0 ? staying : nodes;
}
