/**
 * What Aliyun's two versions have in common: whose request it is, which names it is about, and what is known of them.
 * @module
 */
import { type Family, NAMES_MAX, normalName, SIGNATURE_SECONDS_MAX } from "../../../proto/httpdns/httpdns.ts";
import type { Call } from "../../route/call.ts";
import { type Answer, RCODE_FAILED, RCODE_REFUSED, type Subnet } from "../question.ts";
import type { Account } from "./accounts.ts";
import { AliyunRefusal } from "./aliyun-refusal.ts";
import { askAll, placedIn, REFUSED, subnetOf } from "./asking.ts";
import type { DialectDeps } from "./dialects.ts";

/** A client's clock may be ahead of ours by this much. */
const SKEW_SECONDS = 60;
/** Digits of a time that anybody means. */
const SECONDS = /^\d{1,12}$/;

/** What is known of a name for somebody. */
export interface AliyunFound {
  /** As it was asked for. */
  readonly host: string;
  readonly family: Family;
  readonly answer: Answer;
}

/** @throws AliyunRefusal */
export function accountOf(id: string | undefined, { resolver }: DialectDeps): Account {
  if (id === undefined || id === "") throw new AliyunRefusal("MissingArgument");
  const account = resolver.document().accounts.get(id);
  if (account === undefined) throw new AliyunRefusal("AccountNotExists");
  if (!account.dialects.has("aliyun")) throw new AliyunRefusal("InvalidAccount");
  return account;
}

/**
 * @param expires unix seconds
 * @throws AliyunRefusal
 */
export function requireWindow(expires: string | undefined, nowMs: number): number {
  if (expires === undefined || expires === "") throw new AliyunRefusal("MissingArgument");
  if (!SECONDS.test(expires)) throw new AliyunRefusal("InvalidArgument");
  const expiresAtSeconds = Number(expires);
  const leftSeconds = expiresAtSeconds - nowMs / 1000;
  if (leftSeconds <= 0) throw new AliyunRefusal("SignatureExpired");
  if (leftSeconds > SIGNATURE_SECONDS_MAX + SKEW_SECONDS) throw new AliyunRefusal("InvalidDuration");
  return expiresAtSeconds;
}

/** @throws AliyunRefusal */
export function requireHosts(hosts: readonly string[]): readonly string[] {
  if (hosts.length > NAMES_MAX) throw new AliyunRefusal("TooManyHosts");
  for (const host of hosts) if (normalName(host) === undefined) throw new AliyunRefusal("InvalidHost");
  return hosts;
}

/** @param ip of whom it is asked for, where that is not who calls @throws AliyunRefusal */
export function requireSubnet(ip: string | undefined): Subnet | undefined {
  if (ip === undefined || ip === "") return undefined;
  const subnet = subnetOf(ip);
  if (subnet === undefined) throw new AliyunRefusal("InvalidIP");
  return subnet;
}

/**
 * In the order of the hosts, and of the families of each.
 * @throws AliyunRefusal where none of the names may be asked for, or nobody knows any of them now
 */
export async function findAll(
  call: Call,
  hosts: readonly string[],
  families: readonly Family[],
  subnet: Subnet | undefined,
  account: Account,
  { resolver }: DialectDeps,
): Promise<readonly AliyunFound[]> {
  const place = placedIn(resolver.placeOf(call, subnet), account.region);
  const asked = hosts.flatMap((host) => families.map((family) => ({ host, family, name: normalName(host), place })));
  const answers = await askAll(asked, account, resolver, (promise) => call.waitUntil(promise));
  if (answers.every(({ rcode }) => rcode === RCODE_REFUSED)) throw new AliyunRefusal("HostNotAllowed");
  if (answers.every(({ rcode }) => rcode === RCODE_FAILED || rcode === RCODE_REFUSED)) {
    throw new AliyunRefusal("InternalError");
  }
  return asked.map(({ host, family }, at) => ({ host, family, answer: answers[at] ?? REFUSED }));
}
