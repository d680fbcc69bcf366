/** What is used of `node:crypto` in workerd: the types of that runtime do not name the module. */
declare module "node:crypto" {
  interface Cipher {
    update(data: Uint8Array): Uint8Array;
    final(): Uint8Array;
  }
  interface Hash {
    update(text: string): Hash;
    digest(): Uint8Array;
  }
  export function createCipheriv(algorithm: string, key: Uint8Array, iv: Uint8Array): Cipher;
  export function createDecipheriv(algorithm: string, key: Uint8Array, iv: Uint8Array): Cipher;
  export function createHash(algorithm: "md5"): Hash;
}
