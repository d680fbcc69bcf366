/**
 * The nodes of upstreams that the route table finds by the registry:
 *
 *     {"registry": {"appid": "shop.cart", "env": "prod", "zone": "sh1", "color": "blue"}, "urls": ["http://10.0.0.1:8080"]}
 *
 * `urls` and `nodes` beside it stand in while the registry knows no instance.
 * @module
 */
import type { Instance, InstanceList } from "../../durable/registry/registry.ts";
import { STATUS_DRAINING } from "../../proto/discovery.ts";
import type { NodeSource, RegistryRef, UpstreamNode } from "../upstream/upstream.ts";
import { type FollowDeps, Follower } from "./follow.ts";

/** What clients of the API take for the weight of an instance that has none. */
const WEIGHT_DEFAULT = 10;
const WEIGHT_MAX = 1_000;

export interface FollowedNodes extends NodeSource {
  /** What a request to the upstream has to wait for before its nodes are known. Resolves in good time, whatever the registry does. */
  fresh(upstream: string): Promise<void> | undefined;
  /** By environment and appid, for those who take its place. */
  readonly followers: ReadonlyMap<string, Follower>;
}

interface Followed {
  readonly ref: RegistryRef;
  readonly follower: Follower;
  of: InstanceList | undefined;
  nodes: readonly UpstreamNode[];
}

/**
 * @param fixed the nodes of all upstreams as the table has them
 * @param before whose place this takes: lists that are followed go on being followed
 */
export function registryNodes(
  upstreams: ReadonlyMap<string, { readonly registry?: RegistryRef | undefined }>,
  fixed: NodeSource,
  deps: FollowDeps,
  before?: Pick<FollowedNodes, "followers">,
): FollowedNodes {
  const followers = new Map<string, Follower>();
  const followed = new Map<string, Followed>();
  for (const [upstream, { registry: ref }] of upstreams) {
    if (ref === undefined) continue;
    const key = `${ref.env}/${ref.appid}`;
    const follower = followers.get(key) ?? before?.followers.get(key) ?? new Follower(ref, deps);
    followers.set(key, follower);
    followed.set(upstream, { ref, follower, of: undefined, nodes: [] });
  }

  return {
    followers,
    fresh: (upstream) => followed.get(upstream)?.follower.touch(),
    nodes(upstream) {
      const known = followed.get(upstream);
      if (known === undefined) return fixed.nodes(upstream);
      const { list } = known.follower;
      if (list !== undefined && list !== known.of) {
        known.of = list;
        known.nodes = nodesIn(list, known.ref);
        // A list without anybody tells of a fault more often than of a service that is meant to be gone.
        const { lastListed } = known.follower;
        if (list.instances.length === 0 && lastListed !== undefined && fixed.nodes(upstream).length === 0) {
          known.nodes = nodesIn(lastListed, known.ref);
        }
      }
      return known.nodes.length > 0 ? known.nodes : fixed.nodes(upstream);
    },
  };
}

function nodesIn({ instances }: InstanceList, wanted: RegistryRef): readonly UpstreamNode[] {
  return instances.flatMap((instance) => nodeOf(instance, wanted));
}

/** Empty for an instance that the upstream does not ask for, or that does not speak HTTP. */
function nodeOf(instance: Instance, wanted: RegistryRef): UpstreamNode[] {
  const { zone, hostname, generation, metadata, status, addrs } = instance;
  const color = instance.color === "" ? (metadata.color ?? "") : instance.color;
  if (wanted.zone !== undefined && wanted.zone !== zone) return [];
  if (wanted.color !== undefined && wanted.color !== color) return [];
  const url = addrs.flatMap((addr) => baseUrlOf(addr) ?? [])[0];
  if (url === undefined) return [];
  const node: UpstreamNode = {
    id: `${zone}/${hostname}/${generation}`,
    url,
    zone,
    weight: weightOf(metadata.weight),
    draining: status === STATUS_DRAINING,
    metadata,
  };
  // An upstream of one colour is for all who ask for that upstream.
  return [color === "" || wanted.color !== undefined ? node : { ...node, color }];
}

function baseUrlOf(addr: string): string | undefined {
  if (!/^https?:\/\//i.test(addr) || !URL.canParse(addr)) return undefined;
  const { username, password, search, hash } = new URL(addr);
  return username + password + search + hash === "" ? addr.replace(/\/+$/, "") : undefined;
}

function weightOf(text: string | undefined): number {
  const weight = Number(text ?? "");
  return weight > 0 && weight <= WEIGHT_MAX ? weight : WEIGHT_DEFAULT;
}
