/**
 * Ciphers of Tencent's dialect: DES in ECB mode, or AES in CBC mode with the IV in front; PKCS #7 padding, hex. Neither authenticates: what
 * opens is not yet what its owner meant, so whoever opens a request looks whether there are names inside.
 *
 * DES is triple DES with one key twice, which OpenSSL 3 on Node has as well as BoringSSL in workerd.
 * @module
 */
import { createCipheriv, createDecipheriv } from "node:crypto";
import { parseHex, renderHex } from "../../../proto/digest.ts";
import type { RandomBytes } from "../../../proto/httpdns/httpdns.ts";

export type Algorithm = "des" | "aes";

const DES = "des-ede";
const AES = "aes-128-cbc";
const AES_KEY_BYTES = 16;
const IV_BYTES = 16;
/** ECB has none. Node takes null for that, and not every workerd does. */
const NO_IV = new Uint8Array(0);

const TEXT = new TextEncoder();
const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** @param key of DES 8 characters, of AES up to 16 */
export function sealText(text: string, algorithm: Algorithm, key: string, random: RandomBytes): string {
  const iv = algorithm === "aes" ? random(IV_BYTES) : NO_IV;
  const cipher = createCipheriv(algorithm === "aes" ? AES : DES, keyBytes(algorithm, key), iv);
  return renderHex(iv) + renderHex(cipher.update(TEXT.encode(text))) + renderHex(cipher.final());
}

/** @returns undefined where it is no text under this key */
export function openText(hex: string, algorithm: Algorithm, key: string): string | undefined {
  const bytes = parseHex(hex);
  if (bytes === undefined) return undefined;
  const iv = algorithm === "aes" ? bytes.subarray(0, IV_BYTES) : NO_IV;
  try {
    const cipher = createDecipheriv(algorithm === "aes" ? AES : DES, keyBytes(algorithm, key), iv);
    const head = cipher.update(bytes.subarray(iv.length));
    const tail = cipher.final();
    const opened = new Uint8Array(head.length + tail.length);
    opened.set(head);
    opened.set(tail, head.length);
    return UTF8.decode(opened);
  } catch {
    return undefined; // Of another key, damaged, or cut.
  }
}

function keyBytes(algorithm: Algorithm, key: string): Uint8Array {
  return TEXT.encode(algorithm === "aes" ? key.padEnd(AES_KEY_BYTES, "0") : key + key);
}
