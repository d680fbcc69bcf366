/**
 * SHA-256 as secrets and entity tags need it: compared in constant time, as a key of a Map, in hexadecimal and out of it. On web standards alone.
 * @module
 */
const TEXT = new TextEncoder();

export async function sha256(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", TEXT.encode(text)));
}

/**
 * As a string of 16 UTF-16 units: the cheapest form of 32 bytes that a Map takes for a key. The time in which a Map finds it tells nothing
 * of the text.
 */
export async function sha256Key(text: string): Promise<string> {
  return String.fromCharCode(...new Uint16Array(await crypto.subtle.digest("SHA-256", TEXT.encode(text))));
}

/** In a time that does not depend on where they differ. */
export function isSameBytes(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  for (const [index, byte] of a.entries()) difference |= byte ^ (b[index] ?? 0);
  return difference === 0;
}

/** Lower case. */
export function renderHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** In either case; undefined where it is no hexadecimal of whole bytes. */
export function parseHex(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(text)) return undefined;
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}
