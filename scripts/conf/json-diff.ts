/**
 * What differs between two JSON documents, field by field.
 * @module
 */

/** `path: before → after`, a line each; a side that is not there is left out. Documents that are no JSON have no fields: undefined. */
export function jsonDifference(before: string, after: string): readonly string[] | undefined {
  try {
    return [...differences("", JSON.parse(before), JSON.parse(after))];
  } catch {
    return undefined;
  }
}

function* differences(path: string, before: unknown, after: unknown): Generator<string> {
  if (isFields(before) && isFields(after)) {
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const at = path === "" ? name : `${path}.${name}`;
      yield* differences(at, own(before, name), own(after, name));
    }
    return;
  }
  const [was, is] = [JSON.stringify(before), JSON.stringify(after)];
  if (was === is) return;
  const at = path === "" ? "" : `${path}: `;
  if (was === undefined) yield `+ ${at}${is}`;
  else if (is === undefined) yield `- ${at}${was}`;
  else yield `~ ${at}${was} → ${is}`;
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function own(fields: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}
