/**
 * A short name of a message's contract. It is part of the tags of transcoded replies, so that a contract with a new field
 * ends the life of replies that apps have stored, although the upstream's own reply has not changed.
 * @module
 */
import type { AnyMessage, EnumType } from "../../proto/message/message.ts";

/** 32-bit FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/): no secret rests on it, it only has to differ after an edit. */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Contracts do not change while the process runs, so this can only ever hold what it would compute again. */
const known = new WeakMap<AnyMessage, string>();

export function fingerprint(message: AnyMessage): string {
  const before = known.get(message);
  if (before !== undefined) return before;
  const result = fnv1a(describe(message, new Set())).toString(36);
  known.set(message, result);
  return result;
}

function describe(type: AnyMessage | EnumType, seen: Set<object>): string {
  if (seen.has(type)) return type.name;
  seen.add(type);
  if ("values" in type) return `${type.name}${JSON.stringify(type.values)}`;
  const fields = type.fields.map((field) => {
    const of = field.of === undefined ? "" : describe(field.of(), seen);
    return [field.name, field.json, field.type, field.rule, field.key, of].join(" ");
  });
  return `${type.name}{${fields.join(";")}}`;
}

function fnv1a(text: string): number {
  let hash = FNV_OFFSET;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  }
  return hash >>> 0;
}
