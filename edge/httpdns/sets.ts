/**
 * The addresses of a set, and which of them an asker gets, best first: nearer ones before others, and among equally near ones by chance in
 * proportion to their weights. One that is down is left out, unless there is none of its type that is up: then all are answered, because a
 * check that is wrong must not take a service away.
 *
 * Where a rule names several sets, a later one stands in for those before it while none of theirs is up, for IPv4 and IPv6 apart; but not
 * for a set that is up and has no addresses of one type at all. An address of weight 0 stands in for the rest of its set in the same way.
 * @module
 */
import { parseAddress } from "./address.ts";
import type { HttpdnsDocument } from "./document.ts";
import { type Place, TYPE_A, TYPE_AAAA, type WaitUntil } from "./question.ts";
import type { SetConfig } from "./schema.ts";

export interface SetAddress {
  readonly type: typeof TYPE_A | typeof TYPE_AAAA;
  readonly address: string;
  readonly weight: number;
  readonly region?: string | undefined;
  readonly country?: string | undefined;
  readonly continent?: string | undefined;
  /** It is about to go, and is answered only where there is no other. */
  readonly isLeaving?: boolean;
}

/** Of the same set the same array, as long as nothing changes. */
export type AddressesOf = (set: string) => readonly SetAddress[];

export type IsDown = (set: string, address: string) => boolean;

export interface SetsDeps {
  /** Beside those of the configuration. */
  readonly listed: AddressesOf;
  readonly isDown: IsDown;
  /** Of one set. */
  readonly behind: (set: string, waitUntil: WaitUntil) => Promise<unknown> | undefined;
  /** From 0 to below 1. */
  readonly random: () => number;
}

export interface Picked {
  readonly addresses: readonly string[];
  /** Whether it depends on the place which come first. */
  readonly isTailored: boolean;
}

export interface Sets {
  /** What has to be waited for before enough is known of these sets; undefined where it is. */
  behind(sets: readonly string[], waitUntil: WaitUntil): Promise<unknown> | undefined;
  pick(sets: readonly string[], type: number, place: Place, most: number): Picked;
}

interface Known {
  readonly fixed: readonly SetAddress[];
  listed: readonly SetAddress[] | undefined;
  all: readonly SetAddress[];
}

export function addressSets(configs: HttpdnsDocument["sets"], { listed, isDown, behind, random }: SetsDeps): Sets {
  const known = new Map(
    Array.from(configs, ([name, config]): [string, Known] => {
      const fixed = fixedOf(config);
      return [name, { fixed, listed: undefined, all: fixed }];
    }),
  );

  return {
    behind(sets, waitUntil) {
      let all: Promise<unknown> | undefined;
      for (const set of sets) {
        const one = behind(set, waitUntil);
        if (one !== undefined) all = all === undefined ? one : Promise.all([all, one]);
      }
      return all;
    },

    pick(sets, type, place, most) {
      for (const set of sets) {
        const all = allOf(set);
        const up = upOf(set, ofType(all, type));
        // A set that is well and has none of this type has nobody stand in for it.
        if (up.length > 0 || (!hasType(all, type) && upOf(set, all).length > 0)) return ordered(up, place, most);
      }
      return ordered(ofType(sets.flatMap(allOf), type), place, most);
    },
  };

  function allOf(set: string): readonly SetAddress[] {
    const found = known.get(set);
    if (found === undefined) return [];
    const now = listed(set);
    if (now !== found.listed) {
      found.listed = now;
      found.all = now.length === 0 ? found.fixed : [...found.fixed, ...now];
    }
    return found.all;
  }

  function upOf(set: string, addresses: readonly SetAddress[]): readonly SetAddress[] {
    const isUsed = ({ address, weight, isLeaving }: SetAddress) =>
      weight > 0 && isLeaving !== true && !isDown(set, address);
    if (addresses.every(isUsed)) return addresses;
    const used = addresses.filter(isUsed);
    return used.length > 0 ? used : addresses.filter(({ address }) => !isDown(set, address));
  }

  function ordered(addresses: readonly SetAddress[], place: Place, most: number): Picked {
    const drawn: { readonly address: string; readonly rank: number; readonly draw: number }[] = [];
    let isTailored = false;
    for (const each of addresses) {
      isTailored ||= each.region !== undefined || each.country !== undefined || each.continent !== undefined;
      // An order by -ln(u)/w is the order of drawing one after another by weight (Efraimidis and Spirakis, 2006).
      const draw = -Math.log(1 - random()) / (each.weight === 0 ? 1 : each.weight);
      drawn.push({ address: each.address, rank: farness(each, place), draw });
    }
    if (drawn.length > 1) drawn.sort((a, b) => a.rank - b.rank || a.draw - b.draw);
    return { addresses: drawn.slice(0, most).map(({ address }) => address), isTailored };
  }
}

function ofType(addresses: readonly SetAddress[], type: number): readonly SetAddress[] {
  return addresses.every((each) => each.type === type) ? addresses : addresses.filter((each) => each.type === type);
}

function hasType(addresses: readonly SetAddress[], type: number): boolean {
  return addresses.some((each) => each.type === type);
}

function fixedOf({ addresses }: SetConfig): readonly SetAddress[] {
  return addresses.map((each) => ({ ...each, type: typeOf(each.address) }));
}

/** @param address a valid one */
export function typeOf(address: string): SetAddress["type"] {
  return parseAddress(address)?.length === 4 ? TYPE_A : TYPE_AAAA;
}

function farness({ region, country, continent }: SetAddress, place: Place): number {
  if (region !== undefined && region === place.region) return 0;
  if (country !== undefined && country === place.country) return 1;
  return continent !== undefined && continent === place.continent ? 2 : 3;
}
