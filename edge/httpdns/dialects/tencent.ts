/**
 * Tencent's dialect (DNSPod HTTPDNS): `GET` or `POST /d`.
 *
 *     /d?dn=a.example,b.example                       open to anybody, where the configuration says so
 *     /d?dn=a.example&id=1234&token=…                 an account, told by its token: over HTTPS
 *     /d?dn=<hex>&id=1234&alg=des|aes[&ip=<hex>]      an account, told by its key; the reply is hex too
 *
 * with `ttl=1`, `clientip=1`, `query=1`, `type=aaaa|addrs`, `ip=` for whom; names of parameters in any case. Newer clients put the time
 * until when the request is good behind the names, `a.example;1800000000`. The reply: tencent-reply.ts.
 *
 * 404: no names, or nobody who may ask for them. 429: too many. 501: an algorithm or type that there is not. 503: nobody knows now. Why a
 * request was refused is not said: that would tell a wrong key from a damaged text.
 *
 * A client reads a raw socket: a reply has its length, is never chunked and never compressed.
 * @module
 */
import { LRUCache } from "lru-cache";
import type { Bytes } from "../../../proto/codec/codec.ts";
import { Fault } from "../../../proto/fault.ts";
import {
  type Family,
  HTTPDNS_PATHS,
  normalName,
  SIGNATURE_SECONDS_MAX,
  TENCENT,
} from "../../../proto/httpdns/httpdns.ts";
import { HeldReply } from "../../codec/codec.ts";
import { type Face, requireMethod } from "../../face/face.ts";
import type { Call, Reply } from "../../route/call.ts";
import { type Answer, RCODE_FAILED, RCODE_REFUSED, type Subnet } from "../question.ts";
import type { Account, Allowance } from "./accounts.ts";
import { addressesOf, askAll, placedIn, REFUSED, subnetOf } from "./asking.ts";
import type { DialectDeps } from "./dialects.ts";
import { isSameText, liveKeys, takeQuota } from "./gate.ts";
import { type Params, parseParams } from "./params.ts";
import { type Algorithm, openText, sealText } from "./tencent-cipher.ts";
import { type Found, renderTencent, type TencentWish } from "./tencent-reply.ts";

/** As many as the vendor's clients put into one request. */
const NAMES_MAX = 8;
/** Of a form: as of a URL. */
const FORM_BYTES_MAX = 16_384;
/** With some 600 bytes each, 1 MB. */
const QUERIES_MAX = 2_000;
/** A longer one is read each time, as what is sealed mostly is another one each time. */
const QUERY_LENGTH_MAX = 256;
/** A client's clock may be ahead of ours by this much. */
const SKEW_SECONDS = 60;
const FORM_TYPE = /^application\/x-www-form-urlencoded(?:;|$)/i;
/** Blocks of 8 bytes: what both ciphers give. */
const SEALED = /^(?:[0-9a-f]{16})+$/i;
const UNKNOWN_CLIENT = "0.0.0.0";

const FAMILIES: ReadonlyMap<string, readonly Family[]> = new Map([
  ["a", [4]],
  ["aaaa", [6]],
  ["addrs", [4, 6]],
]);

const TEXT = new TextEncoder();

interface AskedName {
  /** As the client wrote it, without a dot at the end. */
  readonly text: string;
  /** In its normal form; undefined where it has none. */
  readonly name: string | undefined;
}

/** What a request turned out to ask for, and with whose leave. */
interface Asked {
  readonly allowance: Allowance;
  readonly account?: { readonly id: string; readonly region: string | undefined };
  readonly names: readonly AskedName[];
  /** For whom, where that is not who calls. */
  readonly subnet: Subnet | undefined;
  readonly seal?: { readonly algorithm: Algorithm; readonly key: string };
}

interface TencentDeps extends DialectDeps {
  /** Queries as they were read before: clients send the same ones over and over. */
  readonly known: LRUCache<string, Params>;
}

export function tencentFace(given: DialectDeps): Face {
  const deps = { ...given, known: new LRUCache<string, Params>({ max: QUERIES_MAX }) };
  return { name: TENCENT, paths: HTTPDNS_PATHS[TENCENT], compress: false, answer: (call) => answer(call, deps) };
}

function answer(call: Call, deps: TencentDeps): Reply | Promise<Reply> {
  requireMethod(call, "GET", "POST");
  const behind = deps.resolver.touch((promise) => call.waitUntil(promise));
  const { method } = call.request;
  if (behind === undefined && method === "GET") return answerTo(call.target.query, call, deps);
  return later(behind, method, call, deps);
}

async function later(
  behind: Promise<unknown> | undefined,
  method: string,
  call: Call,
  deps: TencentDeps,
): Promise<Reply> {
  await behind;
  return await answerTo(method === "POST" ? await formOf(call, deps) : call.target.query, call, deps);
}

function answerTo(query: string, call: Call, deps: TencentDeps): Reply | Promise<Reply> {
  const { resolver, limiter } = deps;
  const params = paramsOf(query, deps);
  const families = FAMILIES.get(params.get("type")?.toLowerCase() ?? "a");
  if (families === undefined) return textReply("", 501);
  const asked = askedOf(params, deps);
  if (typeof asked === "number") return textReply("", asked);
  takeQuota(limiter, call, asked.account?.id, asked.allowance);
  const place = placedIn(resolver.placeOf(call, asked.subnet), asked.account?.region);
  const questions = asked.names.flatMap(({ name }) => families.map((family) => ({ name, family, place })));
  const answers = askAll(questions, asked.allowance, resolver, (promise) => call.waitUntil(promise));
  const wish: TencentWish = {
    ttl: params.get("ttl") === "1",
    client: params.get("clientip") === "1" ? (call.client.ip ?? UNKNOWN_CLIENT) : undefined,
    named: asked.names.length > 1 || params.get("query") === "1",
    sdk: params.has("sdk"),
  };
  const render = (known: readonly Answer[]) => answered(known, asked, families, wish, deps);
  return answers instanceof Promise ? answers.then(render) : render(answers);
}

function answered(
  answers: readonly Answer[],
  { names, seal }: Asked,
  families: readonly Family[],
  wish: TencentWish,
  { randomBytes }: DialectDeps,
): Reply {
  const refusal = refusalOf(answers);
  if (refusal !== undefined) return textReply("", refusal);
  const lines = names.map(({ text }, line) => ({
    name: text,
    found: families.map((family, at) => foundOf(answers[line * families.length + at] ?? REFUSED, family)),
  }));
  const text = renderTencent(lines, wish);
  if (seal === undefined || text === "") return textReply(text, 200);
  return textReply(sealText(text, seal.algorithm, seal.key, randomBytes), 200);
}

const NO_PARAMS: Params = new Map();

function paramsOf(query: string, { known }: TencentDeps): Params {
  const before = known.get(query);
  if (before !== undefined) return before;
  const params = parseParams(query, true) ?? NO_PARAMS;
  if (query.length <= QUERY_LENGTH_MAX) known.set(query, params);
  return params;
}

/** The form, behind what the query has already. @throws Fault invalid_argument (415), resource_exhausted (413) */
async function formOf(call: Call, { codec }: DialectDeps): Promise<string> {
  const type = call.request.headers.get("content-type");
  if (type !== null && !FORM_TYPE.test(type)) {
    throw new Fault("invalid_argument", "this path takes a form", { status: 415 });
  }
  const { query } = call.target;
  const form = new TextDecoder().decode(await codec.read(call, FORM_BYTES_MAX));
  return query.length > 1 && form !== "" ? `${query}&${form}` : form || query;
}

/** @returns a status where nothing can be answered */
function askedOf(params: Params, deps: TencentDeps): Asked | number {
  const [dn, id, algorithm] = [params.get("dn") ?? "", params.get("id"), params.get("alg")?.toLowerCase()];
  const { open, accounts } = deps.resolver.document();
  const nowMs = deps.now();
  if (dn === "") return 404;
  if (id === undefined) {
    if (!open.dialects.has("tencent")) return 404;
    return namesFrom(dn, params.get("ip"), nowMs, { allowance: open }) ?? 404;
  }
  const account = accounts.get(id);
  if (account === undefined || !account.dialects.has("tencent")) return 404;
  const known = { allowance: account, account: { id, region: account.region } };
  const token = params.get("token");
  if (token !== undefined) {
    if (
      !liveKeys(account, nowMs).some(({ tencent }) => tencent?.token !== undefined && isSameText(tencent.token, token))
    )
      return 404;
    return namesFrom(dn, params.get("ip"), nowMs, known) ?? 404;
  }
  if (algorithm === undefined && !SEALED.test(dn)) {
    return (account.unsigned && namesFrom(dn, params.get("ip"), nowMs, known)) || 404;
  }
  if (algorithm !== undefined && algorithm !== "des" && algorithm !== "aes") return 501;
  return opened(account, dn, params.get("ip"), algorithm ?? "des", nowMs, known) ?? 404;
}

function opened(
  account: Account,
  dn: string,
  ip: string | undefined,
  algorithm: Algorithm,
  nowMs: number,
  known: Pick<Asked, "allowance" | "account">,
): Asked | undefined {
  for (const { tencent } of liveKeys(account, nowMs)) {
    const key = tencent?.[algorithm];
    const names = key === undefined ? undefined : openText(dn, algorithm, key);
    if (key === undefined || names === undefined) continue;
    // Some of the vendor's clients leave the address in clear.
    const place = ip === undefined || !SEALED.test(ip) ? ip : openText(ip, algorithm, key);
    const asked = namesFrom(names, place, nowMs, { ...known, seal: { algorithm, key } });
    if (asked !== undefined) return asked;
  }
  return undefined;
}

/** @returns undefined where there are no names, too many, none that is one, or their time is over */
function namesFrom(
  text: string,
  ip: string | undefined,
  nowMs: number,
  known: Pick<Asked, "allowance" | "account" | "seal">,
): Asked | undefined {
  const [list = "", expires, ...more] = text.split(";");
  if (more.length > 0 || (expires !== undefined && !isGood(expires, nowMs))) return undefined;
  const names = list.split(",").map((written): AskedName => {
    return { text: written.endsWith(".") ? written.slice(0, -1) : written, name: normalName(written) };
  });
  if (names.length > NAMES_MAX || names.every(({ name }) => name === undefined)) return undefined;
  const subnet = ip === undefined || ip === "" ? undefined : subnetOf(ip);
  if (subnet === undefined && ip !== undefined && ip !== "") return undefined;
  return { ...known, names, subnet };
}

/** @param expires unix seconds */
function isGood(expires: string, nowMs: number): boolean {
  const leftSeconds = Number(expires) - nowMs / 1000;
  return /^\d{1,12}$/.test(expires) && leftSeconds > 0 && leftSeconds <= SIGNATURE_SECONDS_MAX + SKEW_SECONDS;
}

/** Where there is nothing at all to tell: no name may be asked for, or nobody knows any. */
function refusalOf(answers: readonly Answer[]): number | undefined {
  if (answers.every(({ rcode }) => rcode === RCODE_REFUSED)) return 404;
  if (answers.every(({ rcode }) => rcode === RCODE_FAILED || rcode === RCODE_REFUSED)) return 503;
  return undefined;
}

function foundOf(answer: Answer, family: Family): Found {
  return { addresses: addressesOf(answer, family), ttlSeconds: answer.ttlSeconds };
}

/** Of every reply, never changed: the runtime takes it faster than anything that it has to be made of. */
const HEADERS = new Headers({ "content-type": "text/plain;charset=utf-8", "cache-control": "no-store" });

/** With its length, which the runtime adds. */
function textReply(text: string, status: number): Reply {
  return new HeldReply(TEXT.encode(text) as Bytes, { status, headers: HEADERS });
}
