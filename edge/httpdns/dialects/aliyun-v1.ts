/**
 * Aliyun's first version, which has the account in the path:
 *
 *     GET /1234/d?host=a.example[&ip=][&query=4,6]           {"host","ips","ipsv6","ttl","origin_ttl","client_ip"}
 *     GET /1234/resolve?host=a.example,b.example[&query=4,6] {"dns":[{"host","client_ip","ips","type":1|28,"ttl","origin_ttl"}]}
 *     GET /1234/sign_d, /1234/sign_resolve                   the same, with t=<unix seconds>&s=<hex of MD5(host-secret-t)>
 *     GET /1234/ss                                           {"service_ip","service_ipv6","service_ip_port","service_status"}
 *
 * `ip` is not signed. Several addresses in it, `ip=1.2.3.4,5.6.7.8`, go with one host of `/resolve`.
 * @module
 */
import { createHash } from "node:crypto";
import { renderHex } from "../../../proto/digest.ts";
import { FAMILIES_BY_QUERY, type Family } from "../../../proto/httpdns/httpdns.ts";
import { jsonReply } from "../../face/face.ts";
import type { Call, Reply } from "../../route/call.ts";
import type { Account } from "./accounts.ts";
import { type AliyunFound, accountOf, findAll, requireHosts, requireSubnet, requireWindow } from "./aliyun-asking.ts";
import { AliyunRefusal } from "./aliyun-refusal.ts";
import { addressesOf, TYPE_OF } from "./asking.ts";
import type { DialectDeps } from "./dialects.ts";
import { isSameText, liveKeys, takeQuota } from "./gate.ts";
import { type Params, parseParams } from "./params.ts";

/** As of hosts. */
const CLIENTS_MAX = 5;

/** @param path `/1234/d` @throws AliyunRefusal, Fault resource_exhausted */
export async function answerV1(call: Call, path: string, deps: DialectDeps): Promise<Reply> {
  const [, id = "", what = ""] = path.split("/");
  const account = accountOf(id, deps);
  if (what === "ss") {
    takeQuota(deps.limiter, call, id, account);
    return serviceReply(deps);
  }
  const params = parseParams(call.target.query);
  const host = params?.get("host") ?? "";
  if (params === undefined || host === "") throw new AliyunRefusal("MissingArgument");
  if (what.startsWith("sign_")) requireSignature(host, params, account, deps.now());
  else if (!account.unsigned) throw new AliyunRefusal("UnsignedInterfaceDisabled");
  takeQuota(deps.limiter, call, id, account);
  const families = FAMILIES_BY_QUERY.get(params.get("query") ?? "");
  if (families === undefined) throw new AliyunRefusal("InvalidQuery");
  const ips = (params.get("ip") ?? "").split(",");
  if (what.endsWith("resolve")) return await batchReply(call, host.split(","), ips, families, account, deps);
  if (host.includes(",")) throw new AliyunRefusal("TooManyHosts");
  requireHosts([host]);
  const [ip = "", another] = ips;
  if (another !== undefined) throw new AliyunRefusal("InvalidIP");
  const found = await findAll(call, [host], families, requireSubnet(ip), account, deps);
  return singleReply(host, found, ip || call.client.ip);
}

/** @throws AliyunRefusal */
function requireSignature(host: string, params: Params, account: Account, nowMs: number): void {
  const [expires, signature] = [params.get("t"), params.get("s")?.toLowerCase() ?? ""];
  if (signature === "") throw new AliyunRefusal("MissingArgument");
  requireWindow(expires, nowMs);
  const isSigned = liveKeys(account, nowMs).some(
    ({ aliyun }) => aliyun !== undefined && isSameText(md5(`${host}-${aliyun.secret}-${expires}`), signature),
  );
  if (!isSigned) throw new AliyunRefusal("InvalidSignature");
}

function md5(text: string): string {
  return renderHex(createHash("md5").update(text).digest());
}

function singleReply(host: string, found: readonly AliyunFound[], client: string | undefined): Reply {
  const full = found.filter(({ answer, family }) => addressesOf(answer, family).length > 0);
  // A family without addresses is asked for again sooner, which is no reason to do so with the other.
  const counted = (full.length > 0 ? full : found).map(({ answer }) => answer);
  const hasV6 = found.some(({ family }) => family === 6);
  return jsonReply({
    host,
    ips: found.flatMap(({ family, answer }) => (family === 4 ? addressesOf(answer, 4) : [])),
    ...(hasV6 && { ipsv6: found.flatMap(({ family, answer }) => (family === 6 ? addressesOf(answer, 6) : [])) }),
    ttl: Math.min(...counted.map(({ ttlSeconds }) => ttlSeconds)),
    origin_ttl: Math.min(...counted.map(({ originTtlSeconds }) => originTtlSeconds)),
    client_ip: client,
  });
}

/** @throws AliyunRefusal */
async function batchReply(
  call: Call,
  hosts: readonly string[],
  ips: readonly string[],
  families: readonly Family[],
  account: Account,
  deps: DialectDeps,
): Promise<Reply> {
  requireHosts(hosts);
  if (ips.length > CLIENTS_MAX || (ips.length > 1 && hosts.length > 1)) throw new AliyunRefusal("InvalidIP");
  const subnets = ips.map((ip) => requireSubnet(ip));
  const found = await Promise.all(subnets.map((subnet) => findAll(call, hosts, families, subnet, account, deps)));
  const dns = found.flatMap((each, at) =>
    each.map(({ host, family, answer }) => ({
      host,
      client_ip: ips[at] || call.client.ip,
      ips: addressesOf(answer, family),
      type: TYPE_OF[family],
      ttl: answer.ttlSeconds,
      origin_ttl: answer.originTtlSeconds,
    })),
  );
  return jsonReply({ dns });
}

/** Where this service is to be found without DNS: what clients take for their next start. */
function serviceReply({ resolver }: DialectDeps): Reply {
  const { ips, ipsv6, ports } = resolver.document().service;
  return jsonReply({
    service_ip: ips,
    service_ipv6: ipsv6,
    ...(ports.length > 0 && { service_ip_port: ports, service_ipv6_port: ports }),
    service_status: "enable",
  });
}
