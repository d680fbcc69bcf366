/**
 * ProtoJSON (https://protobuf.dev/programming-guides/json/), interpreted from the field tables of a contract.
 *
 * In: both names of a field, 64-bit integers as strings (or as numbers while those are exact), enums by name or number,
 * base64 in either alphabet, `null` as absent; unknown fields and unknown enum names are ignored. Whatever else does not
 * fit is refused with the path of the field. Out: lowerCamelCase, 64-bit integers as strings, defaults left out.
 * @module
 */
import type { AnyMessage, EnumType, Field, ScalarType } from "./message.ts";
import { misfit, SCALARS } from "./scalar.ts";
import { WELL_KNOWN } from "./well-known.ts";

/** protobufjs's own limit when it reads bytes; the same here, so that both ways refuse the same documents. */
const DEPTH_MAX = 100;

/** JSON → plain message, complete with defaults. @throws Fault invalid_argument */
export function fromJson(type: AnyMessage, json: unknown, path = "", depth = 0): unknown {
  if (depth > DEPTH_MAX) throw misfit(path, `at most ${DEPTH_MAX} levels`);
  const special = WELL_KNOWN[type.name];
  if (special !== undefined) return special.fromJson(json, path);
  if (typeof json !== "object" || json === null || Array.isArray(json)) throw misfit(path, "an object");
  const object = json as Record<string, unknown>;
  const result: Record<string, unknown> = {};
  const oneofs = new Map<string, string>();
  for (const field of type.fields) {
    const value = read(object, field, path);
    const place = path === "" ? jsonName(field) : `${path}.${jsonName(field)}`;
    const parsed = value === undefined ? undefined : parseField(field, value, place, depth);
    if (parsed === undefined) {
      const absent = defaultOf(field);
      if (absent !== undefined) result[field.name] = absent;
      continue;
    }
    if (field.oneof !== undefined) {
      const other = oneofs.get(field.oneof);
      if (other !== undefined) throw misfit(place, `only one of ${other} and ${jsonName(field)}`);
      oneofs.set(field.oneof, jsonName(field));
    }
    result[field.name] = parsed;
  }
  return result;
}

/** Plain message → JSON. It gives a value for `JSON.stringify`, never a string of JSON. */
export function toJson(type: AnyMessage, message: unknown): unknown {
  const special = WELL_KNOWN[type.name];
  if (special !== undefined) return special.toJson(message);
  const source = message as Record<string, unknown>;
  const result: Record<string, unknown> = {};
  for (const field of type.fields) {
    const value = source[field.name];
    if (value === undefined || value === null) continue;
    const rendered = renderField(field, value);
    if (rendered !== undefined) result[jsonName(field)] = rendered;
  }
  return result;
}

function jsonName(field: Field): string {
  return field.json ?? field.name;
}

/** The value under either name; undefined where it is absent. `null` is absent, save for a field whose JSON may be null. */
function read(object: Record<string, unknown>, field: Field, path: string): unknown {
  const json = jsonName(field);
  let value = Object.hasOwn(object, json) ? object[json] : undefined;
  const original = field.proto ?? field.name;
  if (original !== json && Object.hasOwn(object, original)) {
    if (value !== undefined)
      throw misfit(path === "" ? json : `${path}.${json}`, `either ${json} or ${original}, not both,`);
    value = object[original];
  }
  return value === null && !takesNull(field) ? undefined : value;
}

function takesNull(field: Field): boolean {
  if (field.rule === "repeated" || field.rule === "map") return false;
  const name = field.of?.().name;
  return name === "google.protobuf.Value" || name === "google.protobuf.NullValue";
}

function defaultOf(field: Field): unknown {
  if (field.rule === "repeated") return [];
  if (field.rule === "map") return {};
  if (field.type === "message") return field.oneof === undefined ? null : undefined;
  if (field.rule === "optional") return undefined;
  if (field.type === "enum") return 0;
  return SCALARS[field.type].zero();
}

function parseField(field: Field, value: unknown, path: string, depth: number): unknown {
  if (field.rule === "repeated") {
    if (!Array.isArray(value)) throw misfit(path, "an array");
    return value
      .map((item, index) => parseOne(field, item, `${path}[${index}]`, depth))
      .filter((item) => item !== undefined);
  }
  if (field.rule === "map") {
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw misfit(path, "an object");
    const map: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) {
      const place = `${path}[${JSON.stringify(key)}]`;
      const parsed = parseOne(field, item, place, depth);
      if (parsed === undefined) continue;
      // `__proto__` as a map key must become a property, not the prototype.
      Object.defineProperty(map, parseKey(field.key ?? "string", key, place), {
        value: parsed,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
    return map;
  }
  return parseOne(field, value, path, depth);
}

function parseOne(field: Field, value: unknown, path: string, depth: number): unknown {
  if (field.type === "message") return fromJson(messageOf(field), value, path, depth + 1);
  if (field.type === "enum") return parseEnum(field.of?.() as EnumType, value, path);
  return SCALARS[field.type].parse(value, path);
}

function renderField(field: Field, value: unknown): unknown {
  if (field.rule === "repeated") {
    const items = value as readonly unknown[];
    return items.length === 0 ? undefined : items.map((item) => renderOne(field, item));
  }
  if (field.rule === "map") {
    const entries = Object.entries(value as Record<string, unknown>);
    return entries.length === 0
      ? undefined
      : Object.fromEntries(entries.map(([key, item]) => [key, renderOne(field, item)]));
  }
  if (field.rule === undefined && field.type !== "message" && isDefault(value)) return undefined;
  return renderOne(field, value);
}

function isDefault(value: unknown): boolean {
  if (value instanceof Uint8Array) return value.length === 0;
  return value === "" || value === false || value === 0n || Object.is(value, 0);
}

function renderOne(field: Field, value: unknown): unknown {
  if (field.type === "message") return toJson(messageOf(field), value);
  if (field.type === "enum") {
    const type = field.of?.() as EnumType;
    if (type.name === "google.protobuf.NullValue") return null;
    return Object.keys(type.values).find((name) => type.values[name] === value) ?? value;
  }
  return SCALARS[field.type].render(value);
}

function messageOf(field: Field): AnyMessage {
  return field.of?.() as AnyMessage;
}

function parseEnum(type: EnumType, value: unknown, path: string): number | undefined {
  if (value === null && type.name === "google.protobuf.NullValue") return 0;
  // An unknown name is a newer peer's, and is ignored as an unknown field is.
  if (typeof value === "string") return Object.hasOwn(type.values, value) ? type.values[value] : undefined;
  if (typeof value === "number" && Number.isInteger(value) && value === (value | 0)) return value;
  throw misfit(path, `a name of ${type.name}`);
}

/** protobufjs keeps a map's keys as the strings that its own decoder writes; this checks them against the key's type. */
function parseKey(type: ScalarType, key: string, path: string): string {
  if (type === "string") return key;
  if (type === "bool") {
    if (key !== "true" && key !== "false") throw misfit(path, "true or false as the key");
    return key;
  }
  return String(SCALARS[type].parse(key, path));
}
