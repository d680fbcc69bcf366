/**
 * The same start of the same app without Fairway: twenty requests in JSON, each sent as soon as what it needs is known. That is
 * how a careful app does it; one that awaits call after call is slower still.
 * @module
 */
import type { ColdStart, Phone, ReplyName } from "./cold-start.ts";
import { HITS_LENGTH, REPLIES } from "./cold-start.ts";

/** One request of an app. */
export interface JsonRequest {
  readonly method: "GET" | "POST";
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Sends it and gives the JSON of the reply. @throws Error for any status but 2xx */
export type SendJson = (request: JsonRequest) => Promise<unknown>;

/** Of the replies, what the next calls need. */
interface Row {
  readonly cca3: string;
  readonly name: { readonly common: string };
}
interface Borders {
  readonly items: readonly Row[];
}
interface SearchResult {
  readonly items: readonly { readonly country: Row }[];
}

const PASSPORT = "/fairway.passport.v1.PassportService";
const ACCEPT = { accept: "application/json" };

/** @returns the JSON of each reply as it came */
export async function separateCalls(
  send: SendJson,
  { deviceId, home, searches }: Phone,
): Promise<Record<ReplyName, unknown>> {
  const get = (path: string) => send({ method: "GET", path, headers: ACCEPT });
  const rpc = (method: string, message: object, headers: Record<string, string> = {}) =>
    send({
      method: "POST",
      path: `${PASSPORT}/${method}`,
      headers: { ...ACCEPT, "content-type": "application/json", "connect-protocol-version": "1", ...headers },
      body: JSON.stringify(message),
    });
  const around = async (row: Promise<Row> | Pick<Row, "cca3">) =>
    (await get(`/api/countries/${encodeURIComponent((await row).cca3)}/borders`)) as Borders;
  const search = async (text: string) =>
    (await get(`/api/search?q=${encodeURIComponent(text)}&limit=${HITS_LENGTH}`)) as SearchResult;
  const like = async (row: Promise<Row>) => await search((await row).name.common);

  const session = rpc("SignInGuest", { deviceId });
  const token = session.then((reply) => (reply as { readonly accessToken: string }).accessToken);
  const neighbours = around(home);
  const aroundFirst = around(row(neighbours, 0));
  const aroundSecond = around(row(neighbours, 1));
  const aroundThird = around(row(neighbours, 2));
  const last = search(searches[0]);
  const before = search(searches[1]);
  const aroundBefore = around(hit(before, 1));

  const calls: Record<ReplyName, Promise<unknown>> = {
    session,
    profile: token.then((accessToken) => rpc("GetProfile", {}, { authorization: `Bearer ${accessToken}` })),
    regions: get("/api/regions"),
    home: search(home.name),
    neighbours,
    aroundFirst,
    aroundSecond,
    aroundThird,
    aroundFourth: around(row(neighbours, 3)),
    beyondFirst: around(row(aroundFirst, 2)),
    beyondSecond: around(row(aroundSecond, 1)),
    beyondThird: around(row(aroundThird, 2)),
    namesake: like(row(aroundFirst, 2)),
    last,
    aroundLast: around(hit(last, 1)),
    likeLast: like(hit(last, 0)),
    before,
    aroundFormer: around(hit(before, 0)),
    aroundBefore,
    likeBefore: like(row(aroundBefore, 0)),
  };
  const replies = await Promise.all(Object.entries(calls).map(async ([name, call]) => [name, await call] as const));
  return Object.fromEntries(replies) as Record<ReplyName, unknown>;
}

/** The replies as contracts see them, to be compared with those that came another way. @throws Fault for one that does not fit */
export function contractReplies(replies: Record<ReplyName, unknown>): ColdStart {
  const entries = Object.entries(REPLIES).map(([name, type]) => [name, type.fromJson(replies[name as ReplyName])]);
  return Object.fromEntries(entries) as ColdStart;
}

async function row(reply: Promise<Borders>, index: number): Promise<Row> {
  return known((await reply).items[index]);
}

async function hit(reply: Promise<SearchResult>, index: number): Promise<Row> {
  return known((await reply).items[index]).country;
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("the phone's countries have too few neighbours or hits");
  return value;
}
