/**
 * Whether what a handler returned is the message that its contract promises.
 *
 * The encoder trusts its input: text where a number belongs would go out as garbage, or as a default. What handlers
 * return often comes from a database, past the compiler's eyes, so it is looked at before it is encoded.
 * @module
 */
import { type AnyMessage, type Field, SCALARS } from "../message/message.ts";

/** @returns the path of the first value that does not fit, with what was expected; undefined when all fit */
export type Check = (value: unknown) => string | undefined;

const checks = new WeakMap<AnyMessage, Check>();

/** The check of a message's type, made once. */
export function replyCheck(type: AnyMessage): Check {
  const known = checks.get(type);
  if (known !== undefined) return known;
  const fields: { readonly name: string; readonly check: Check }[] = [];
  const check: Check = (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return `: a ${type.name} expected`;
    const message = value as Readonly<Record<string, unknown>>;
    for (const field of fields) {
      const item = message[field.name];
      if (item === undefined || item === null) continue; // Left out: the default.
      const wrong = field.check(item);
      if (wrong !== undefined) return `.${field.name}${wrong}`;
    }
    return undefined;
  };
  checks.set(type, check); // Before the fields, which may refer to the type itself.
  for (const field of type.fields) fields.push({ name: field.name, check: fieldCheck(field) });
  return check;
}

function fieldCheck(field: Field): Check {
  const one = valueCheck(field);
  if (field.rule === "repeated") {
    return (value) => (Array.isArray(value) ? firstWrong(value.entries(), one) : ": a list expected");
  }
  if (field.rule === "map") {
    return (value) =>
      typeof value === "object" ? firstWrong(Object.entries(value as object), one) : ": a map expected";
  }
  return one;
}

function firstWrong(entries: Iterable<[string | number, unknown]>, check: Check): string | undefined {
  for (const [key, item] of entries) {
    const wrong = check(item);
    if (wrong !== undefined) return `[${key}]${wrong}`;
  }
  return undefined;
}

function valueCheck(field: Field): Check {
  const of = field.of?.();
  if (field.type === "message") return replyCheck(of as AnyMessage);
  const { fits } = SCALARS[field.type === "enum" ? "int32" : field.type];
  const expected = of?.name ?? field.type;
  return (value) => (fits(value) ? undefined : `: ${expected} expected`);
}
