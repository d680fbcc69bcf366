/**
 * HTTPDNS: names resolved for clients that do not trust the network's DNS. The front door of the room.
 *
 *     dialects ─▶ httpdns.ts ─▶ own.ts ─▶ zones.ts    which rule of a name is for whoever asks
 *                                      ─▶ sets.ts     which addresses of its sets, best first
 *                                      ─▶ health.ts   and which of them are down, as durable/httpdns finds out
 *                            ─▶ foreign/              names of others, by resolvers that have to agree
 *                            ─▶ place.ts              where whoever asks is
 *
 * It runs by what is published in the configuration service `dns` (document.ts), and by the binding `HTTPDNS` while nothing is.
 * @module
 */
import type { Content } from "../../proto/config/config.ts";
import type { RandomHex } from "../../proto/trace.ts";
import type { ConfigStubs, SecretBox } from "../config/config.ts";
import { type LiveSettings, live, type ReadResult } from "../live/live.ts";
import type { Client } from "../route/call.ts";
import { documentOfContent, type HttpdnsDocument } from "./document.ts";
import { answerOwn, failed, type Onward } from "./own.ts";
import { placeFrom } from "./place.ts";
import {
  type Answer,
  type Place,
  type Question,
  RCODE_FAILED,
  RCODE_REFUSED,
  type Resolve,
  type Subnet,
  type WaitUntil,
} from "./question.ts";
import { documentRooms, type Rooms, type RoomsDeps } from "./rooms.ts";

export { httpdnsFaces } from "./dialects/dialects.ts";
export { type HttpdnsDocument, parseDocument } from "./document.ts";

/** The service whose configuration this room runs by. */
export const DNS_SERVICE = "dns";

export type { HealthStub, HealthStubs } from "./health.ts";
export type { Place } from "./question.ts";

export interface ResolverDeps extends Omit<RoomsDeps, "idc"> {
  /** What stands while nothing is published. */
  readonly document: HttpdnsDocument;
  /** The objects of configurations; absent where this edge has none. */
  readonly stubs: ConfigStubs | undefined;
  readonly settings: LiveSettings;
  readonly box: Pick<SecretBox, "open">;
  readonly randomHex: RandomHex;
}

export interface Resolver {
  readonly resolve: Resolve;
  /**
   * Where whoever asks is.
   * @param asked the network that the dialect was told, by `cutSubnet`; of prefix 0 where the client does not want to be located
   */
  placeOf(call: { readonly client: Pick<Client, "ip" | "cf"> }, asked: Subnet | undefined): Place;
  /** What runs now: accounts and the service list are read from it at each request. */
  document(): HttpdnsDocument;
  /** To be called with each request. @returns what it has to wait for, where what is known is too old */
  touch(waitUntil: WaitUntil): Promise<unknown> | undefined;
}

export function createResolver({ document, stubs, settings, box, randomHex, ...deps }: ResolverDeps): Resolver {
  const { now, sleep, warn } = deps;
  const followed = live<HttpdnsDocument, Rooms>({
    stubs,
    service: DNS_SERVICE,
    settings,
    box,
    own: document,
    read: readContent,
    build: (next, before) => documentRooms(next, before, { ...deps, idc: settings.idc }),
    randomHex,
    now,
    sleep,
    warn,
  });

  return {
    document: () => followed.current().document,
    touch: (waitUntil) => followed.touch(waitUntil),
    placeOf: ({ client }, asked) => placeFrom(client, asked, followed.current().locate),
    resolve(question, waitUntil) {
      const rooms = followed.current();
      const answer = answerIn(rooms, question, waitUntil, true);
      if (!(answer instanceof Promise)) return answer;
      return answer.catch((cause: unknown) => {
        warn("a name could not be resolved", cause);
        return failed();
      });
    },
  };
}

/** What is against a release of service `dns`. */
export async function checkDnsRelease(
  content: Content,
  textOf: (entry: Content[number]) => Promise<string>,
): Promise<readonly string[]> {
  return (await documentOfContent(content, textOf)).flaws ?? [];
}

async function readContent(
  content: Content,
  textOf: (entry: Content[number]) => Promise<string>,
): Promise<ReadResult<HttpdnsDocument>> {
  return content.length === 0 ? { document: undefined } : await documentOfContent(content, textOf);
}

/** @param waits whether what is known of addresses has to be of now */
function answerIn(rooms: Rooms, question: Question, waitUntil: WaitUntil, waits: boolean): Answer | Promise<Answer> {
  const own = answerOwn(question, rooms.zones, rooms.sets, waits ? waitUntil : undefined);
  if (own?.answer !== undefined) return own.answer;
  if (own?.behind !== undefined) return own.behind.then(() => answerIn(rooms, question, waitUntil, false));
  const name = own?.onward?.name ?? question.name;
  const found = rooms.foreign.resolve({ ...question, name }, waitUntil);
  if (found === undefined) return failed(own === undefined ? RCODE_REFUSED : RCODE_FAILED);
  if (own?.onward === undefined) return found;
  const { onward } = own;
  return found instanceof Promise
    ? found.then((answer) => continued(onward, answer, question))
    : continued(onward, found, question);
}

/** The answer to where an own name leads, as one to the own name. */
function continued({ cnames, isTailored }: Onward, answer: Answer, { place }: Question): Answer {
  const ttlSeconds = Math.min(answer.ttlSeconds, ...cnames.map((cname) => cname.ttlSeconds));
  const scopePrefix = Math.max(answer.scopePrefix, isTailored ? (place.subnet?.prefix ?? 0) : 0);
  return { ...answer, records: [...cnames, ...answer.records], ttlSeconds, scopePrefix };
}
