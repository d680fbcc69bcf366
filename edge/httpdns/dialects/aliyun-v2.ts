/**
 * Aliyun's second version, `GET /v2/d`, which can be signed and sealed: proto/httpdns/httpdns.ts.
 *
 * A sealed request is another one each time, so the same signature again is a client's second try, or somebody who listened: it is answered
 * a few times and then refused. A request in mode 0 has nothing of its own: phones that ask the same in the same second send the same, so there
 * the time window and the account's quota are all that bounds who plays it again. Signatures are remembered by an isolate: an edge with
 * several answers as often in each.
 * @module
 */
import { LRUCache } from "lru-cache";
import type { Bytes } from "../../../proto/codec/codec.ts";
import {
  isSignedBy,
  type Mode,
  openRequest,
  SIGNATURE_SECONDS_MAX,
  sealReply,
  type V2Addresses,
  type V2Answer,
  type V2Asked,
  type V2Keys,
  v2Keys,
} from "../../../proto/httpdns/httpdns.ts";
import { HeldReply } from "../../codec/codec.ts";
import type { Call, Reply } from "../../route/call.ts";
import { type Answer, RCODE_FAILED, RCODE_NO_NAME, RCODE_REFUSED } from "../question.ts";
import type { Account, AccountKey } from "./accounts.ts";
import { type AliyunFound, accountOf, findAll, requireHosts, requireSubnet, requireWindow } from "./aliyun-asking.ts";
import { AliyunRefusal } from "./aliyun-refusal.ts";
import { addressesOf } from "./asking.ts";
import type { DialectDeps } from "./dialects.ts";
import { liveKeys, takeQuota } from "./gate.ts";
import { type Params, parseParams } from "./params.ts";

const MODES: ReadonlyMap<string, Mode> = new Map([
  ["", 0],
  ["0", 0],
  ["1", 1],
  ["2", 2],
]);
/** The vendor's clients try once or twice more, at another address of the service. */
const TRIES_MAX = 4;
/** Some 250 bytes each: 2.5 MB. Beyond it the oldest are forgotten, and could be played again until their time is over. */
const SIGNATURES_MAX = 10_000;

const TEXT = new TextEncoder();

/** A request whose sender is known, as far as the account asks for it. */
interface Admitted {
  readonly keys: V2Keys | undefined;
  readonly asked: V2Asked;
}

/** @returns answers `/v2/d`; throws AliyunRefusal, Fault resource_exhausted */
export function v2Answerer(deps: DialectDeps): (call: Call) => Promise<Reply> {
  const tries = new LRUCache<string, number>({ max: SIGNATURES_MAX });
  const imported = new WeakMap<AccountKey, Promise<V2Keys>>();

  function keysOf(key: AccountKey): Promise<V2Keys> | undefined {
    if (key.aliyun === undefined) return undefined;
    const known = imported.get(key);
    if (known !== undefined) return known;
    const made = v2Keys(key.aliyun);
    imported.set(key, made);
    return made;
  }

  /** @throws AliyunRefusal */
  async function admit(params: Params, mode: Mode, account: Account, nowMs: number): Promise<Admitted> {
    const content = mode === 0 ? params : params.get("enc");
    if (content === undefined) throw new AliyunRefusal("MissingArgument");
    const signature = params.get("s") ?? "";
    if (signature === "" && !account.unsigned) throw new AliyunRefusal("UnsignedInterfaceDisabled");
    if (signature !== "") requireWindow(params.get("exp"), nowMs);
    for (const key of liveKeys(account, nowMs)) {
      const keys = await keysOf(key);
      if (keys === undefined || (mode !== 0 && keys.gcm === undefined)) continue;
      if (signature !== "" && !(await isSignedBy(params, signature, keys))) continue;
      const asked = await openRequest(content, mode, keys);
      if (asked === undefined && mode === 0) throw missing(params);
      if (asked === undefined) continue;
      if (signature !== "" && mode !== 0) requireFresh(signature.toLowerCase());
      return { keys, asked };
    }
    if (signature !== "" || mode !== 0) throw new AliyunRefusal("InvalidSignature");
    const asked = await openRequest(content, mode, undefined);
    if (asked === undefined) throw missing(params);
    return { keys: undefined, asked };
  }

  /** @throws AliyunRefusal */
  function requireFresh(signature: string): void {
    const before = tries.get(signature) ?? 0;
    if (before >= TRIES_MAX) throw new AliyunRefusal("InvalidSignature");
    tries.set(signature, before + 1);
  }

  return async (call) => {
    const params = parseParams(call.target.query);
    if (params === undefined) throw new AliyunRefusal("InvalidArgument");
    const id = params.get("id");
    const account = accountOf(id, deps);
    const mode = MODES.get(params.get("m") ?? "");
    if (mode === undefined) throw new AliyunRefusal("InvalidArgument");
    const nowMs = deps.now();
    const { asked, keys } = await admit(params, mode, account, nowMs);
    takeQuota(deps.limiter, call, id, account);
    const hosts = requireHosts(asked.names);
    const found = await findAll(call, hosts, asked.families, requireSubnet(asked.clientIp), account, deps);
    const cip = asked.clientIp || call.client.ip;
    const data = { ...(cip !== undefined && { cip }), answers: answersOf(hosts, found), exp: expiryOf(found, nowMs) };
    return textReply(await sealReply(data, mode, keys, deps.randomBytes), nowMs);
  };
}

/** Why mode 0 has nothing to open. */
function missing(params: Params): AliyunRefusal {
  return new AliyunRefusal((params.get("dn") ?? "") === "" ? "MissingArgument" : "InvalidQuery");
}

function answersOf(hosts: readonly string[], found: readonly AliyunFound[]): V2Answer[] {
  return hosts.map((dn) => {
    const own = found.filter(({ host }) => host === dn);
    const [v4, v6] = ([4, 6] as const).map((wanted) => own.find(({ family }) => family === wanted));
    return { dn, ...(v4 && { v4: addresses(v4) }), ...(v6 && { v6: addresses(v6) }) };
  });
}

function addresses({ answer, family }: AliyunFound): V2Addresses {
  const ips = addressesOf(answer, family);
  const ttl = answer.ttlSeconds;
  return ips.length > 0 ? { ips, ttl } : { ips, ttl, no_ip_code: whyNone(answer) };
}

function whyNone({ rcode }: Answer): string {
  if (rcode === RCODE_NO_NAME) return "DomainNotExist";
  if (rcode === RCODE_REFUSED) return "DomainNotAllowed";
  return rcode === RCODE_FAILED ? "ResolveFailed" : "RRNotExist";
}

/** As long as the longest of it lives, but not shorter than a request: the client's clock may be as wrong here as there. */
function expiryOf(found: readonly AliyunFound[], nowMs: number): number {
  const seconds = Math.max(SIGNATURE_SECONDS_MAX, ...found.map(({ answer }) => answer.ttlSeconds));
  return Math.floor(nowMs / 1000) + seconds;
}

function textReply(text: string, nowMs: number): Reply {
  const body = TEXT.encode(text) as Bytes;
  return new HeldReply(body, {
    status: 200,
    headers: [
      ["content-type", "application/json"],
      ["cache-control", "no-store"],
      ["date", new Date(nowMs).toUTCString()],
    ],
  });
}
