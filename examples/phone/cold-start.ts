/**
 * What an app asks when it starts: twenty calls, three deep, over two services that know nothing of each other.
 *
 *     sign-in ─────────▶ profile
 *     neighbours ──┬───▶ around the first ───┬─▶ around one of these
 *      of home     │                         └─▶ what is named like it
 *                  ├───▶ around the second ────▶ around one of these
 *                  ├───▶ around the third ─────▶ around one of these
 *                  └───▶ around the fourth
 *     last search ─┬───▶ around the second hit
 *                  └───▶ what is named like the first hit
 *     search ──────┬───▶ around the first hit
 *      before it   └───▶ around the second hit ──▶ what is named like one of these
 *     regions, home
 *
 * All of it is rows for the first screen. A whole record is loaded when its row is tapped.
 *
 * Here with Fairway; in separate-calls.ts as an app without it does the same.
 * @module
 */
import { Borders, Regions, SearchResult } from "../../proto/gen/countries.contract.ts";
import { PassportService, Profile, Session } from "../../proto/gen/passport.contract.ts";
import type { AnyMessage } from "../../proto/message/message.ts";
import { type Client, type PathValue, path } from "../../sdk/client.ts";

/** What the app knows before it has asked anything. */
export interface Phone {
  /** Chosen at the first start, 16 characters at least. */
  readonly deviceId: string;
  /** The country of the device's settings: its name, and its ISO 3166-1 alpha-3 code. */
  readonly home: { readonly name: string; readonly cca3: string };
  /** What its user looked for last, and before that. */
  readonly searches: readonly [string, string];
}

/**
 * A phone for which every call finds what it needs: Austria has four neighbours, of which three have three themselves; both
 * searches find two countries, and the second hit of each has neighbours.
 */
export const PHONE: Phone = {
  deviceId: "5d1e7a0c-3b7f-4c55-9d0a-cold-start",
  home: { name: "Austria", cca3: "AUT" },
  searches: ["is", "gui"],
};

/** The replies by their names, each with its contract. */
export const REPLIES = {
  session: Session,
  profile: Profile,
  regions: Regions,
  home: SearchResult,
  neighbours: Borders,
  aroundFirst: Borders,
  aroundSecond: Borders,
  aroundThird: Borders,
  aroundFourth: Borders,
  beyondFirst: Borders,
  beyondSecond: Borders,
  beyondThird: Borders,
  namesake: SearchResult,
  last: SearchResult,
  aroundLast: Borders,
  likeLast: SearchResult,
  before: SearchResult,
  aroundFormer: Borders,
  aroundBefore: Borders,
  likeBefore: SearchResult,
} satisfies Record<string, AnyMessage>;

export type ReplyName = keyof typeof REPLIES;

/** What the app has in hand when it has started. */
export type ColdStart = {
  readonly [K in ReplyName]: ReturnType<(typeof REPLIES)[K]["decode"]>;
};

/** Hits of a search that its card shows. */
export const HITS_LENGTH = 3;
/** Nobody has to be signed in for these. */
const PUBLIC = { auth: "none" } as const;

/** All calls are made at once; each says what it needs of another, and one request carries them. */
export async function coldStart(client: Client, { deviceId, home, searches }: Phone): Promise<ColdStart> {
  const passport = client.rpc(PassportService);
  const around = (code: PathValue) =>
    client.fetch(path`/api/countries/${code}/borders`, { message: Borders, ...PUBLIC });
  const search = (text: PathValue) =>
    client.fetch(path`/api/search?q=${text}&limit=${HITS_LENGTH}`, { message: SearchResult, ...PUBLIC });

  const session = client.session.signIn(passport.signInGuest({ deviceId }));
  const neighbours = around(home.cca3);
  const aroundFirst = around(neighbours.ref.items.at(0).cca3);
  const aroundSecond = around(neighbours.ref.items.at(1).cca3);
  const aroundThird = around(neighbours.ref.items.at(2).cca3);
  const last = search(searches[0]);
  const before = search(searches[1]);
  const aroundBefore = around(before.ref.items.at(1).country.cca3);

  return await all({
    session,
    profile: passport.getProfile({}),
    regions: client.fetch("/api/regions", { message: Regions, ...PUBLIC }),
    home: search(home.name),
    neighbours,
    aroundFirst,
    aroundSecond,
    aroundThird,
    aroundFourth: around(neighbours.ref.items.at(3).cca3),
    beyondFirst: around(aroundFirst.ref.items.at(2).cca3),
    beyondSecond: around(aroundSecond.ref.items.at(1).cca3),
    beyondThird: around(aroundThird.ref.items.at(2).cca3),
    namesake: search(aroundFirst.ref.items.at(2).name.common),
    last,
    aroundLast: around(last.ref.items.at(1).country.cca3),
    likeLast: search(last.ref.items.at(0).country.name.common),
    before,
    aroundFormer: around(before.ref.items.at(0).country.cca3),
    aroundBefore,
    likeBefore: search(aroundBefore.ref.items.at(0).name.common),
  });
}

async function all<T extends Record<string, unknown>>(calls: { [K in keyof T]: Promise<T[K]> }): Promise<T> {
  const replies = await Promise.all(Object.entries(calls).map(async ([name, call]) => [name, await call] as const));
  return Object.fromEntries(replies) as T;
}
