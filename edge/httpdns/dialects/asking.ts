/**
 * Several questions to the resolver at once, and what dialects take from the answers.
 * @module
 */
import type { Family } from "../../../proto/httpdns/httpdns.ts";
import { cutSubnet, parseAddress } from "../address.ts";
import type { Resolver } from "../httpdns.ts";
import { failed } from "../own.ts";
import { type Answer, type Place, RCODE_REFUSED, type Subnet, TYPE_A, TYPE_AAAA, type WaitUntil } from "../question.ts";
import type { Allowance } from "./accounts.ts";
import { mayAsk } from "./gate.ts";

export const TYPE_OF: Readonly<Record<Family, number>> = { 4: TYPE_A, 6: TYPE_AAAA };

/** What a name that may not be asked for is answered with, without anybody being asked. */
export const REFUSED = failed(RCODE_REFUSED);

/** What is asked of a name: its addresses of one family. */
export interface AddressQuestion {
  /** In its normal form; undefined where it has none. */
  readonly name: string | undefined;
  readonly family: Family;
  readonly place: Place;
}

/** In order; a promise only where one of them is not known yet. */
export function askAll(
  questions: readonly AddressQuestion[],
  allowance: Allowance,
  { resolve }: Pick<Resolver, "resolve">,
  waitUntil: WaitUntil,
): readonly Answer[] | Promise<readonly Answer[]> {
  const answers = questions.map(({ name, family, place }) => {
    if (name === undefined || !mayAsk(allowance, name)) return REFUSED;
    return resolve({ name, type: TYPE_OF[family], place }, waitUntil);
  });
  return answers.some((answer) => answer instanceof Promise) ? Promise.all(answers) : (answers as readonly Answer[]);
}

/** Best first. */
export function addressesOf({ records }: Answer, family: Family): string[] {
  const type = TYPE_OF[family];
  const addresses: string[] = [];
  for (const record of records) if (record.type === type) addresses.push(record.data);
  return addresses;
}

/** The network of an address that a client named; undefined where it is none. */
export function subnetOf(text: string): Subnet | undefined {
  const address = parseAddress(text);
  return address && cutSubnet(address);
}

/** The account's clients are where it says, whatever their network. */
export function placedIn(place: Place, region: string | undefined): Place {
  return region === undefined ? place : { ...place, region };
}
