/**
 * What may be bound to a statement: one rule for both databases, checked before either sees it.
 *
 * The drivers themselves accept more, in ways that differ and hurt: mysql2 renders an object as SQL assignments, node:sqlite takes it for named
 * parameters or binds NULL, and numbers beyond 2^53 have lost digits before they arrive.
 * @module
 */

/** What reaches the drivers. Integers are always bigint here: node:sqlite binds every number as a floating-point value. */
export type BoundValue = string | bigint | number | null | Uint8Array;

/** SQLite's INTEGER is signed; MySQL's BIGINT UNSIGNED goes further, but a value that only one of them holds is refused by both. */
const INTEGER_MAX = 2n ** 63n - 1n;
const INTEGER_MIN = -(2n ** 63n);

/** @throws TypeError naming the position, for a value of another type; RangeError for an integer out of range */
export function boundValues(parameters: readonly unknown[]): BoundValue[] {
  return parameters.map(boundValue);
}

function boundValue(value: unknown, index: number): BoundValue {
  switch (typeof value) {
    case "string":
      return value;
    case "bigint":
      if (value > INTEGER_MAX || value < INTEGER_MIN) throw new RangeError(`parameter ${index} does not fit 64 bits`);
      return value;
    case "number":
      return boundNumber(value, index);
    case "boolean":
      return value ? 1n : 0n;
    default:
      if (value === null || value instanceof Uint8Array) return value;
      throw new TypeError(`parameter ${index} is ${nameOfType(value)}, which no column takes`);
  }
}

function boundNumber(value: number, index: number): bigint | number {
  if (!Number.isInteger(value)) {
    if (Number.isFinite(value)) return value;
    throw new RangeError(`parameter ${index} is ${value}`);
  }
  if (Number.isSafeInteger(value)) return BigInt(value);
  throw new RangeError(`parameter ${index} is an integer beyond 2^53 as a number: use bigint`);
}

function nameOfType(value: unknown): string {
  return typeof value === "object" ? `a ${value?.constructor?.name ?? "object"}` : `of type ${typeof value}`;
}
