/**
 * The zones that this edge answers for: which rule of a name matches an asker, and what there is where no name is.
 *
 * Of the rules that match the most specific is taken: the longest client subnet first; then a rule that names the network (ASN), then a
 * region, a country, a continent; and of equals the one that is written first. A rule matches where each of its conditions does, a condition
 * where any of its values does.
 * @module
 */
import { parseNetwork, sharesPrefix } from "./address.ts";
import { fullName, type HttpdnsDocument } from "./document.ts";
import { type DnsRecord, type Place, type Subnet, TYPE_SOA } from "./question.ts";
import type { NameConfig, WhenConfig, ZoneConfig } from "./schema.ts";

/** Addresses in an answer where the name does not say. */
const ANSWERS_DEFAULT = 8;
/** Secondaries would go by these (RFC 1035 §3.3.13); there are none. */
const SERIAL = 1;
const REFRESH_SECONDS = 3_600;
const RETRY_SECONDS = 600;
const EXPIRE_SECONDS = 86_400;

export interface Rule {
  readonly sets: readonly string[];
  readonly cname: string | undefined;
}

export interface OwnName {
  readonly name: string;
  readonly ttlSeconds: number;
  readonly answersMax: number;
  /** Whether it depends on the place which rule matches. */
  readonly isTailored: boolean;
  /** @returns undefined where no rule matches */
  ruleFor(place: Place): Rule | undefined;
}

export interface Zone {
  readonly name: string;
  readonly soa: DnsRecord;
}

export type Found =
  | { readonly zone: Zone; readonly own: OwnName }
  /** In the zone, but without records: names below it have some (RFC 8020 §2), or it is the zone's own name. */
  | { readonly zone: Zone; readonly own?: never; readonly exists: boolean };

export interface Zones {
  /** @returns undefined where no zone has the name */
  find(name: string): Found | undefined;
}

export function compileZones(configs: HttpdnsDocument["zones"]): Zones {
  const zones = new Map<string, Zone>();
  const found = new Map<string, Found>();
  for (const [name, config] of configs) zones.set(name, { name, soa: soaOf(name, config) });
  for (const [zoneName, { ttlSeconds, names }] of configs) {
    const zone = zones.get(zoneName);
    if (zone === undefined) continue;
    for (const [label, config] of Object.entries(names)) {
      const name = fullName(label, zoneName);
      if (zoneOf(name) !== zone) continue; // A zone of its own hides what the one above says.
      found.set(name, { zone, own: ownName(name, config, ttlSeconds) });
      for (let above = parentOf(name); above !== zoneName && above.length > zoneName.length; above = parentOf(above)) {
        if (!found.has(above)) found.set(above, { zone, exists: true });
      }
    }
    if (!found.has(zoneName)) found.set(zoneName, { zone, exists: true });
  }
  const absent = new Map(Array.from(zones.values(), (zone) => [zone, { zone, exists: false }]));

  return {
    find(name) {
      const known = found.get(name);
      if (known !== undefined) return known;
      const zone = zoneOf(name);
      return zone === undefined ? undefined : absent.get(zone);
    },
  };

  /** The closest one. */
  function zoneOf(name: string): Zone | undefined {
    for (let above = name; above !== ""; above = parentOf(above)) {
      const zone = zones.get(above);
      if (zone !== undefined) return zone;
    }
    return undefined;
  }
}

/** Without its first label; empty where it has only one. */
export function parentOf(name: string): string {
  const dot = name.indexOf(".");
  return dot < 0 ? "" : name.slice(dot + 1);
}

function soaOf(name: string, { primary, contact, negativeTtlSeconds }: ZoneConfig): DnsRecord {
  const fields = [
    primary ?? name,
    contact ?? `hostmaster.${name}`,
    SERIAL,
    REFRESH_SECONDS,
    RETRY_SECONDS,
    EXPIRE_SECONDS,
    negativeTtlSeconds,
  ];
  return { name, type: TYPE_SOA, ttlSeconds: negativeTtlSeconds, data: fields.join(" ") };
}

function ownName(name: string, config: NameConfig, ttlSeconds: number): OwnName {
  const rules = config.rules?.map(({ when, ...target }) => ({ rule: ruleOf(target), ...condition(when) })) ?? [
    { rule: ruleOf(config), ...condition({}) },
  ];
  const common = {
    name,
    ttlSeconds: config.ttlSeconds ?? ttlSeconds,
    answersMax: config.answers ?? ANSWERS_DEFAULT,
  };
  const [only] = rules;
  if (rules.length === 1 && only?.isAlways) return { ...common, isTailored: false, ruleFor: () => only.rule };
  return {
    ...common,
    isTailored: true,
    ruleFor(place) {
      let [best, bestRank]: [Rule | undefined, number] = [undefined, -1];
      for (const { rule, rank } of rules) {
        const ranked = rank(place);
        if (ranked > bestRank) [best, bestRank] = [rule, ranked];
      }
      return best;
    },
  };
}

function ruleOf({ sets = [], cname }: Pick<NameConfig, "sets" | "cname">): Rule {
  return { sets, cname };
}

/** What outweighs all the conditions after it. */
const WEIGHTS = { subnet: 16, asn: 8, region: 4, country: 2, continent: 1 };

/** How specific a match is; -1 where there is none. */
function condition({ subnet, asn, region, country, continent }: WhenConfig) {
  const subnets = subnet?.flatMap((text) => parseNetwork(text) ?? []);
  const rest =
    (asn === undefined ? 0 : WEIGHTS.asn) +
    (region === undefined ? 0 : WEIGHTS.region) +
    (country === undefined ? 0 : WEIGHTS.country) +
    (continent === undefined ? 0 : WEIGHTS.continent);
  const isAlways = subnets === undefined && rest === 0;
  const rank = (place: Place): number => {
    if (asn !== undefined && (place.asn === undefined || !asn.includes(place.asn))) return -1;
    if (region !== undefined && (place.region === undefined || !region.includes(place.region))) return -1;
    if (country !== undefined && (place.country === undefined || !country.includes(place.country))) return -1;
    if (continent !== undefined && !continent.some((each) => each === place.continent)) return -1;
    if (subnets === undefined) return rest;
    const prefix = place.subnet === undefined ? undefined : longestMatch(subnets, place.subnet);
    // 1 more, so that even /0 outweighs having no subnet at all.
    return prefix === undefined ? -1 : (prefix + 1) * WEIGHTS.subnet + rest;
  };
  return { isAlways, rank };
}

/** Of the networks that contain the whole subnet. */
function longestMatch(networks: readonly Subnet[], { bytes, prefix }: Subnet): number | undefined {
  let longest: number | undefined;
  for (const network of networks) {
    if (network.prefix > prefix || !sharesPrefix(network.bytes, bytes, network.prefix)) continue;
    if (longest === undefined || network.prefix > longest) longest = network.prefix;
  }
  return longest;
}
