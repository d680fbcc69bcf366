/**
 * Nodes among which a request may be sent, drawn by weight: two of them by chance, of which the better one takes it (power of two
 * choices). All isolates that took the best of all would take the same one.
 *
 * The first of the two is drawn by weight and stays unless the other is clearly better. So where all are alike each gets its share.
 * @module
 */
import type { NodeState } from "./node-state.ts";

/** How much better is clearly better. */
const CLEARLY = 1.25;
/** For so long nobody knows how a node is that lost each draw, and then a request finds out that can go elsewhere when it fails. */
const IDLE_MS_MAX = 3000;
/** After so long any request does: there may be none that can. */
const FORGOTTEN_MS = 10_000;
/** A second draw that gives the same again is repeated so often; then the next in line is taken. */
const DRAWS_MAX = 4;

/** The node to take, then the other one of the two; the latter is missing in a group of one, both in an empty one. */
export type Choice = readonly [NodeState | undefined, NodeState | undefined];

export interface Group {
  readonly nodes: readonly NodeState[];
  /** Of the node at the same index. */
  readonly shares: readonly number[];
  /** Sum of the shares up to and with the node at the same index. */
  readonly sums: readonly number[];
}

export function groupOf(nodes: readonly NodeState[], nowMs: number, slowStartMs: number): Group {
  const shares = nodes.map((node) => node.shareAt(nowMs, slowStartMs));
  let sum = 0;
  return { nodes, shares, sums: shares.map((share) => (sum += share)) };
}

/**
 * @param repeatable whether the request can go elsewhere when it fails
 */
export function chooseTwo(group: Group, nowMs: number, random: () => number, repeatable: boolean): Choice {
  const { nodes, shares } = group;
  if (nodes.length <= 1) return [nodes[0], undefined];
  const first = drawn(group, random());
  let second = first;
  for (let draw = 0; draw < DRAWS_MAX && second === first; draw++) second = drawn(group, random());
  if (second === first) second = (first + 1) % nodes.length;
  const [one, other] = [nodes[first], nodes[second]];
  if (one === undefined || other === undefined) return [one, other];
  const swaps = one.costAt(nowMs, shares[first] ?? 1) > CLEARLY * other.costAt(nowMs, shares[second] ?? 1);
  const [better, worse] = swaps ? [other, one] : [one, other];
  const idleMsMax = repeatable ? IDLE_MS_MAX : FORGOTTEN_MS;
  return nowMs - worse.pickedAtMs >= idleMsMax ? [worse, better] : [better, worse];
}

/** By bisection: the first node whose sum is above the point. */
function drawn({ sums }: Group, random: number): number {
  const point = random * (sums.at(-1) ?? 0);
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > point) high = middle;
    else low = middle + 1;
  }
  return low;
}
