/**
 * What depends on the configuration, wired for one document of it. Another document gets a set of its own, which takes over what was found
 * out: lists of the registry that are followed, health, and what is remembered of foreign names.
 * @module
 */
import { type FollowedNodes, type RegistryObjects, registryNodes } from "../registry/registry.ts";
import type { UpstreamNode } from "../upstream/upstream.ts";
import { cutSubnet, parseAddress, renderAddress } from "./address.ts";
import type { HttpdnsDocument } from "./document.ts";
import { type Foreign, foreign } from "./foreign/foreign.ts";
import { type HealthDeps, type KnownHealth, knownHealth } from "./health.ts";
import { type LocateNetwork, locator } from "./place.ts";
import { addressSets, type SetAddress, type Sets, typeOf } from "./sets.ts";
import { compileZones, type Zones } from "./zones.ts";

export interface RoomsDeps extends HealthDeps {
  /** Absent where this edge has no registry: then sets have the addresses of the configuration alone. */
  readonly registry: RegistryObjects | undefined;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly waitUntil: ((promise: Promise<unknown>) => void) | undefined;
  readonly random: () => number;
}

export interface Rooms {
  readonly document: HttpdnsDocument;
  readonly locate: LocateNetwork;
  readonly zones: Zones;
  readonly sets: Sets;
  readonly foreign: Foreign;
  readonly known: {
    readonly nodes: FollowedNodes | undefined;
    readonly health: KnownHealth;
    readonly foreignConfig: string;
  };
}

export function documentRooms(document: HttpdnsDocument, before: Rooms | undefined, deps: RoomsDeps): Rooms {
  const locate = locator(document.networks);
  const nodes = nodesOf(document, before?.known.nodes, deps);
  const health = knownHealth(document, deps, before?.known.health);
  const sets = addressSets(document.sets, {
    listed: addressesOf(nodes),
    isDown: health.isDown,
    behind(set, waitUntil) {
      const [listed, probed] = [nodes?.fresh(set), health.touch(set, waitUntil)];
      return listed === undefined || probed === undefined ? (listed ?? probed) : Promise.all([listed, probed]);
    },
    random: deps.random,
  });
  const foreignConfig = JSON.stringify([document.foreign, [...document.resolvers], document.networks]);
  const asnOf = (address: Uint8Array) => locate(cutSubnet(address))?.asn;
  const others =
    before?.known.foreignConfig === foreignConfig
      ? before.foreign
      : foreign(document.foreign, document.resolvers, asnOf, deps);
  const zones = compileZones(document.zones);
  return { document, locate, zones, sets, foreign: others, known: { nodes, health, foreignConfig } };
}

const NOBODY: readonly never[] = [];
/** Instances are followed whatever stands in for them: that is up to the set. */
const NO_NODES = { nodes: () => NOBODY };

function nodesOf(
  { sets }: HttpdnsDocument,
  before: FollowedNodes | undefined,
  { registry: objects, waitUntil, ...deps }: RoomsDeps,
): FollowedNodes | undefined {
  if (objects === undefined || waitUntil === undefined) return undefined;
  return registryNodes(sets, NO_NODES, { ...deps, objects, waitUntil }, before);
}

/** The instances of a set's service as addresses, made once for each list of them. */
function addressesOf(nodes: FollowedNodes | undefined): (set: string) => readonly SetAddress[] {
  if (nodes === undefined) return () => NOBODY;
  const made = new WeakMap<readonly UpstreamNode[], readonly SetAddress[]>();
  return (set) => {
    const listed = nodes.nodes(set);
    const known = made.get(listed);
    if (known !== undefined) return known;
    const addresses = listed.flatMap(addressOf);
    made.set(listed, addresses);
    return addresses;
  };
}

/** Empty for an instance that is registered by a name: it cannot be answered with. */
function addressOf({ url, zone, weight, draining }: UpstreamNode): SetAddress[] {
  const bytes = parseAddress(new URL(url).hostname.replace(/^\[|\]$/g, ""));
  if (bytes === undefined) return [];
  const address = renderAddress(bytes);
  return [{ type: typeOf(address), address, weight: weight ?? 1, region: zone, isLeaving: draining ?? false }];
}
