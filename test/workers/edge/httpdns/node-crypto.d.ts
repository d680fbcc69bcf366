/** What these tests use of `node:crypto` in workerd. */
declare module "node:crypto" {
  interface Cipher {
    update(data: Uint8Array): Uint8Array;
    final(): Uint8Array;
  }
  interface Digest {
    update(data: string): Digest;
    digest(encoding: "hex"): string;
  }
  export function createCipheriv(algorithm: string, key: Uint8Array, iv: Uint8Array): Cipher;
  export function createDecipheriv(algorithm: string, key: Uint8Array, iv: Uint8Array): Cipher;
  export function createHash(algorithm: string): Digest;
  export function createHmac(algorithm: string, key: Uint8Array): Digest;
}
