/**
 * Offsets in Centrifugo's JSON, found without parsing it: a bench's client reads millions of them.
 * @module
 */
const OFFSET = '"offset":';

/** @returns the first and the last of a frame of publications */
export function offsetsOf(payload: Buffer): [first: number, last: number] {
  return [offsetAfter(payload, payload.indexOf(OFFSET)), offsetAfter(payload, payload.lastIndexOf(OFFSET))];
}

function offsetAfter(payload: Buffer, at: number): number {
  let value = 0;
  for (let index = at + OFFSET.length; ; index++) {
    const digit = (payload[index] ?? 0) - 48;
    if (digit < 0 || digit > 9) return value;
    value = value * 10 + digit;
  }
}
