/**
 * Random names.
 * @module
 */

/** 48 bits: two lives of one channel never share it, and a client sends it with each cursor. */
export function newEpoch(): string {
  return randomText(6);
}

/** Letters, digits, `-` and `_`. */
export function randomText(bytes: number): string {
  const random = crypto.getRandomValues(new Uint8Array(bytes));
  return btoa(String.fromCharCode(...random))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
