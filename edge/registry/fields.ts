/**
 * The fields of a request: of its query and of its form together, as Go's `ParseForm` has them. Pure.
 *
 * A list is the field again and again, or one with commas in it: clients of either age are in use.
 * @module
 */
import type { Change, InstanceKey, Registration, ServiceName } from "../../durable/registry/registry.ts";
import { LEASE_MS_DEFAULT, LEASE_MS_MIN, STATUS_DRAINING, STATUS_UP } from "../../proto/discovery.ts";
import { Fault } from "../../proto/fault.ts";

/** Names are parts of an object's name and of lists with commas, and are shown in logs. */
const NAME = /^[\w.:@+~-]{1,128}$/;
/** A service's is a key of the configuration besides. */
export const SERVICE_NAME = NAME;
const TEXT_LENGTH_MAX = 128;
const ADDRS_MAX = 16;
const ADDR = /^[^\s,]{1,512}$/;
const METADATA_LENGTH_MAX = 8_192;
/** Of one request: `fetchs` and `polls` ask an object for each. Invocations have a limit for such calls, of 50 at the least. */
const SERVICES_MAX = 40;
const CHANGES_MAX = 1_000;

export type Fields = URLSearchParams;

/** @param query with its `?` @param body of a form, where there is one */
export function fieldsOf(query: string, body: string): Fields {
  const fields = new URLSearchParams(body);
  for (const [name, value] of new URLSearchParams(query)) fields.append(name, value);
  return fields;
}

export function serviceOf(fields: Fields): ServiceName {
  return { env: required(fields, "env"), appid: required(fields, "appid") };
}

export function servicesOf(fields: Fields): { readonly env: string; readonly appids: readonly string[] } {
  const env = required(fields, "env");
  const appids = listOf(fields, "appid");
  if (appids.length === 0) throw bad("appid is missing");
  if (appids.length > SERVICES_MAX) throw bad(`appid: at most ${SERVICES_MAX} of them`);
  for (const appid of appids) nameOf("appid", appid);
  return { env, appids };
}

export function instanceOf(fields: Fields): InstanceKey {
  return { zone: required(fields, "zone"), hostname: required(fields, "hostname") };
}

export function registrationOf(fields: Fields): Registration {
  const addrs = listOf(fields, "addrs");
  if (addrs.length === 0 || addrs.length > ADDRS_MAX || !addrs.every((addr) => ADDR.test(addr))) {
    throw bad(`addrs: from 1 to ${ADDRS_MAX} addresses such as http://10.0.0.1:8080`);
  }
  return {
    ...instanceOf(fields),
    region: textOf(fields, "region"),
    version: textOf(fields, "version"),
    color: textOf(fields, "color"),
    addrs,
    status: statusOf(required(fields, "status")),
    metadata: metadataOf(fields.get("metadata") ?? ""),
    leaseMs: wholeOf(fields, "lease_ms", LEASE_MS_MIN, LEASE_MS_DEFAULT) ?? LEASE_MS_DEFAULT,
    generation: generationOf(fields),
  };
}

/** Undefined for a client that knows of none. */
export function generationOf(fields: Fields): number | undefined {
  return wholeOf(fields, "generation", 1, Number.MAX_SAFE_INTEGER);
}

/** Each list is as long as that of hostnames, or empty. */
export function changesOf(fields: Fields): Change[] {
  const zone = required(fields, "zone");
  const hostnames = listOf(fields, "hostname");
  if (hostnames.length === 0 || hostnames.length > CHANGES_MAX) throw bad(`hostname: from 1 to ${CHANGES_MAX} of them`);
  if (new Set(hostnames).size < hostnames.length) throw bad("hostname: each only once");
  const each = (name: string, values: readonly string[]): readonly string[] => {
    if (values.length > 0 && values.length !== hostnames.length) throw bad(`${name}: one for each hostname`);
    return values;
  };
  const statuses = each("status", listOf(fields, "status")).map(statusOf);
  const colors = each("color", fields.getAll("color"));
  const metadatas = each("metadata", fields.getAll("metadata")).map(metadataOf); // JSON, whose commas part nothing.
  const generation = generationOf(fields);
  return hostnames.map((hostname, index): Change => {
    const [status, color, metadata] = [statuses[index], colors[index], metadatas[index]];
    return {
      zone,
      hostname: nameOf("hostname", hostname),
      generation,
      ...(status !== undefined && { status }),
      ...(color !== undefined && { color: shortText("color", color) }),
      ...(metadata !== undefined && { metadata }),
    };
  });
}

/** Bits: 1 up, 2 draining, 3 both. */
export function statusMaskOf(fields: Fields): number {
  const mask = wholeOf(fields, "status", STATUS_UP, STATUS_UP | STATUS_DRAINING);
  if (mask === undefined) throw bad("status is missing");
  return mask;
}

/** The zone to look at; undefined for all. */
export function zoneOf(fields: Fields): string | undefined {
  const zone = fields.get("zone") ?? "";
  return zone === "" ? undefined : nameOf("zone", zone);
}

/** What the caller knows, in microseconds; 0 where it knows nothing. */
export function latestTimestampsOf(fields: Fields): number[] {
  return listOf(fields, "latest_timestamp").map((text) => {
    if (!/^\d{1,19}$/.test(text)) throw bad("latest_timestamp: a time in nanoseconds");
    return Number(BigInt(text) / 1_000n);
  });
}

function required(fields: Fields, name: string): string {
  const value = fields.get(name) ?? "";
  if (value === "") throw bad(`${name} is missing`);
  return nameOf(name, value);
}

function nameOf(name: string, value: string): string {
  if (!NAME.test(value)) throw bad(`${name}: letters, digits and . : @ + ~ _ - expected, 128 at the most`);
  return value;
}

function textOf(fields: Fields, name: string): string {
  return shortText(name, fields.get(name) ?? "");
}

function shortText(name: string, value: string): string {
  if (value.length > TEXT_LENGTH_MAX) throw bad(`${name}: ${TEXT_LENGTH_MAX} characters at the most`);
  return value;
}

function listOf(fields: Fields, name: string): string[] {
  return fields.getAll(name).flatMap((value) => value.split(",").filter((part) => part !== ""));
}

function statusOf(text: string): number {
  if (text === String(STATUS_UP)) return STATUS_UP;
  if (text === String(STATUS_DRAINING)) return STATUS_DRAINING;
  throw bad("status: 1 (takes requests) or 2 (does not)");
}

function wholeOf(fields: Fields, name: string, min: number, max: number): number | undefined {
  const text = fields.get(name) ?? "";
  if (text === "") return undefined;
  const value = Number(text);
  if (/^\d{1,16}$/.test(text) && value >= min && value <= max) return value;
  throw bad(`${name}: a whole number from ${min} to ${max}`);
}

/** Text by name. A number or a truth is taken for its text: the API's own example has `{"weight":10}`. */
function metadataOf(text: string): Record<string, string> {
  if (text === "" || text === "null") return {};
  if (text.length > METADATA_LENGTH_MAX) throw bad(`metadata: ${METADATA_LENGTH_MAX} characters at the most`);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw bad("metadata: is no JSON", cause);
  }
  if (typeof json !== "object" || json === null || Array.isArray(json)) throw bad("metadata: an object of texts");
  return Object.fromEntries(
    Object.entries(json).map(([key, value]: [string, unknown]) => {
      if (typeof value === "string") return [key, value];
      if (typeof value === "number" || typeof value === "boolean") return [key, String(value)];
      throw bad("metadata: an object of texts");
    }),
  );
}

function bad(message: string, cause?: unknown): Fault {
  return new Fault("invalid_argument", message, cause === undefined ? {} : { cause });
}
