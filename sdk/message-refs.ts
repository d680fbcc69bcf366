/**
 * A message with references among its values, as ProtoJSON: the values as the contract says, the references left in their places.
 * @module
 */
import type { AnyMessage, Field } from "../proto/message/message.ts";
import { targetOf, targetsIn } from "./reference.ts";

/** @throws TypeError for a reference inside a well-known type, whose JSON is one piece */
export function jsonWithRefs(type: AnyMessage, init: unknown): unknown {
  if (targetOf(init) !== undefined) return init;
  if (targetsIn(init).length === 0) return type.toJson(init as never);
  if (type.name.startsWith("google.protobuf.")) throw new TypeError(`a reference cannot be a part of a ${type.name}`);
  const source = init as Readonly<Record<string, unknown>>;
  const entries = type.fields.flatMap((field): [string, unknown][] => {
    const value = source[field.name];
    if (value === undefined || value === null) return [];
    return [[field.json ?? field.name, fieldJson(type, field, value)]];
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function fieldJson(type: AnyMessage, field: Field, value: unknown): unknown {
  if (targetOf(value) !== undefined) return value;
  if (field.rule === "repeated") return (value as readonly unknown[]).map((item) => elementJson(type, field, item));
  if (field.rule === "map") {
    const entries = Object.entries(value as Record<string, unknown>);
    return Object.fromEntries(entries.map(([key, item]) => [key, elementJson(type, field, item)]));
  }
  return elementJson(type, field, value);
}

function elementJson(type: AnyMessage, field: Field, value: unknown): unknown {
  if (targetOf(value) !== undefined) return value;
  if (field.type === "message") return jsonWithRefs(field.of?.() as AnyMessage, value);
  // One element as the contract renders it: alone in its field.
  const single = field.rule === "repeated" ? [value] : field.rule === "map" ? { key: value } : value;
  const json = type.toJson({ [field.name]: single } as never) as Record<string, unknown>;
  const rendered = json[field.json ?? field.name];
  if (field.rule === "repeated") return (rendered as readonly unknown[] | undefined)?.[0];
  return field.rule === "map" ? (rendered as { readonly key: unknown } | undefined)?.key : rendered;
}
