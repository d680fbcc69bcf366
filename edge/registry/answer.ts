/**
 * Answers as the API has them: `{"code", "message", "data"}`. Times are in nanoseconds, beyond what a number holds, so the JSON is
 * written here and its digits with it.
 * @module
 */
import type { Instance, InstanceList, ServiceName } from "../../durable/registry/registry.ts";
import type { Bytes } from "../../proto/codec/codec.ts";
import { DISCOVERY_CODES } from "../../proto/discovery.ts";
import { HeldReply } from "../codec/codec.ts";
import type { Reply } from "../route/call.ts";

const TEXT = new TextEncoder();
const HEADERS = [
  ["content-type", "application/json; charset=utf-8"],
  ["cache-control", "no-store"],
] as const;

export interface Answer {
  readonly code: number;
  readonly message?: string;
  /** JSON. */
  readonly data?: string | undefined;
  /** Services that `polls` could not find. */
  readonly missing?: readonly string[];
  /** Beside the code: 200, as the API has it with all that it knows. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export function render({ code, message = "", data, missing = [], status = 200, headers = {} }: Answer): Reply {
  const parts = [`"code":${code}`, `"message":${JSON.stringify(message)}`];
  if (data !== undefined) parts.push(`"data":${data}`);
  if (missing.length > 0) parts.push(`"error":{"${DISCOVERY_CODES.notFound}":${JSON.stringify(missing)}}`);
  const bytes = TEXT.encode(`{${parts.join(",")}}`) as Bytes;
  return new HeldReply(bytes, { status, headers: [...HEADERS, ...Object.entries(headers)] });
}

/**
 * A service's instances by zone, as a reader sees them.
 * @param mask which statuses, as bits
 * @returns undefined where the zone asked for has none
 */
export function listJson(
  service: ServiceName,
  list: InstanceList,
  zone: string | undefined,
  mask: number,
): string | undefined {
  const zones = new Map<string, string[]>();
  for (const instance of list.instances) {
    if (zone !== undefined && instance.zone !== zone) continue;
    const texts = zones.get(instance.zone) ?? [];
    zones.set(instance.zone, texts);
    if ((instance.status & mask) !== 0) texts.push(instanceJson(service, instance));
  }
  if (zones.size === 0) return undefined;
  const byZone = Array.from(zones, ([name, texts]) => `${JSON.stringify(name)}:[${texts.join(",")}]`);
  return `{"instances":{${byZone.join(",")}},"latest_timestamp":${nanoseconds(list.latestUs)}}`;
}

export function instanceJson({ env, appid }: ServiceName, instance: Instance): string {
  const { region, zone, hostname, addrs, version, color, metadata, status, generation } = instance;
  const said = { region, zone, env, appid, hostname, addrs, version, color, metadata, status, generation };
  const times = {
    reg_timestamp: instance.registeredUs,
    up_timestamp: instance.upUs,
    renew_timestamp: instance.renewedUs,
    dirty_timestamp: instance.dirtyUs,
    latest_timestamp: instance.latestUs,
  };
  const rendered = Object.entries(times).map(([name, us]) => `"${name}":${nanoseconds(us)}`);
  return `${JSON.stringify(said).slice(0, -1)},${rendered.join(",")}}`;
}

/** The digits: microseconds have room for three more only as text. */
function nanoseconds(us: number): string {
  return us === 0 ? "0" : `${us}000`;
}
