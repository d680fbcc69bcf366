/**
 * HTTPDNS: names resolved for clients that do not trust the network's DNS. The front door of the room.
 *
 *     dialects ─▶ httpdns.ts ─▶ own.ts ─▶ zones.ts   which rule of a name is for whoever asks
 *                                      ─▶ sets.ts    which addresses of its sets, best first
 *                            ─▶ place.ts             where whoever asks is
 * @module
 */
import type { Client } from "../route/call.ts";
import type { HttpdnsDocument } from "./document.ts";
import { answerOwn, failed } from "./own.ts";
import { locator, placeFrom } from "./place.ts";
import { type Place, RCODE_REFUSED, type Resolve, type Subnet, type WaitUntil } from "./question.ts";
import { addressSets } from "./sets.ts";
import { compileZones } from "./zones.ts";

export { httpdnsFaces } from "./dialects/dialects.ts";
export { type HttpdnsDocument, parseDocument } from "./document.ts";

export interface ResolverDeps {
  /** What stands while nothing is published. */
  readonly document: HttpdnsDocument;
  readonly random: () => number;
}

export interface Resolver {
  readonly resolve: Resolve;
  /**
   * Where whoever asks is.
   * @param asked the network that the dialect was told, by {@link cutSubnet}; of prefix 0 where the client does not want to be located
   */
  placeOf(call: { readonly client: Pick<Client, "ip" | "cf"> }, asked: Subnet | undefined): Place;
  /** What runs now: accounts and the service list are read from it at each request. */
  document(): HttpdnsDocument;
  /** To be called with each request. @returns what it has to wait for, where what is known is too old */
  touch(waitUntil: WaitUntil): Promise<unknown> | undefined;
}

export function createResolver({ document, random }: ResolverDeps): Resolver {
  const locate = locator(document.networks);
  const zones = compileZones(document.zones, 1);
  const sets = addressSets(document.sets, { listed: () => NOBODY, isDown: () => false, random });
  return {
    document: () => document,
    touch: () => undefined,
    placeOf: ({ client }, asked) => placeFrom(client, asked, locate),
    resolve(question) {
      const own = answerOwn(question, zones, sets);
      return own?.answer ?? failed(RCODE_REFUSED);
    },
  };
}

const NOBODY: readonly never[] = [];
