/**
 * Secrets at rest: AES-256-GCM under the keys of `CONFIG_KEY`. The object keeps what comes out, and never sees a key.
 *
 *     0    version, 1
 *     1    4 bytes: which key, the beginning of its SHA-256
 *     5    12 bytes: nonce
 *     17   the encrypted text in UTF-8, then the tag of 16 bytes
 *
 * The first five bytes and the label (where the secret belongs) are authenticated with it: a secret that is copied to another key, service
 * or idc does not open.
 * @module
 */
import type { Sealed } from "../../durable/config/secrets.ts";
import { parseBase64, renderBase64 } from "../../proto/base64.ts";
import { renderHex } from "../../proto/digest.ts";
import { Fault } from "../../proto/fault.ts";

export const CONFIG_KEY_BYTES = 32;
const VERSION = 1;
const ID_BYTES = 4;
const HEAD_BYTES = 1 + ID_BYTES;
/** The nonce that GCM is made for (NIST SP 800-38D §5.2.1.1). Random ones are safe for 2^32 secrets a key (§8.3). */
const NONCE_BYTES = 12;

export interface SecretBox {
  /** Of the key that seals. @throws Fault failed_precondition where there is no key */
  keyId(): Promise<string>;
  /** @throws Fault failed_precondition where there is no key */
  seal(text: string, label: string): Promise<Sealed>;
  /** @throws Error where none of the keys sealed it, or it was changed. Neither names the secret. */
  open(sealed: Sealed, label: string): Promise<string>;
}

interface Key {
  readonly id: Uint8Array;
  readonly name: string;
  readonly key: CryptoKey;
}

/** @param keys the first seals, all open; none where this edge keeps no secrets */
export function secretBox(keys: readonly Uint8Array<ArrayBuffer>[]): SecretBox {
  let imported: Promise<readonly Key[]> | undefined;
  const all = () => {
    imported ??= Promise.all(keys.map(importKey));
    return imported;
  };
  const current = async () => {
    const [first] = await all();
    if (first === undefined)
      throw new Fault("failed_precondition", "this edge has no CONFIG_KEY, and keeps no secrets");
    return first;
  };

  return {
    keyId: async () => (await current()).name,

    async seal(text, label) {
      const { id, name, key } = await current();
      const head = Uint8Array.of(VERSION, ...id);
      const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
      const additionalData = authenticated(head, label);
      const body = await crypto.subtle.encrypt(
        { name: "AES-GCM", iv, additionalData },
        key,
        new TextEncoder().encode(text),
      );
      return { sealed: renderBase64(Uint8Array.of(...head, ...iv, ...new Uint8Array(body))), keyId: name };
    },

    async open({ sealed, keyId }, label) {
      const key = (await all()).find(({ name }) => name === keyId);
      if (key === undefined) throw new Error(`${label} was encrypted with a key that is not in CONFIG_KEY: ${keyId}`);
      const bytes = parseBase64(sealed);
      if (bytes === undefined || bytes[0] !== VERSION) throw new Error(`${label} is damaged`);
      const iv = bytes.subarray(HEAD_BYTES, HEAD_BYTES + NONCE_BYTES);
      const additionalData = authenticated(bytes.subarray(0, HEAD_BYTES), label);
      try {
        const body = bytes.subarray(HEAD_BYTES + NONCE_BYTES);
        return new TextDecoder().decode(
          await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData }, key.key, body),
        );
      } catch (cause) {
        throw new Error(`${label} was changed, or does not belong there`, { cause });
      }
    },
  };
}

async function importKey(bytes: Uint8Array<ArrayBuffer>): Promise<Key> {
  const id = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).subarray(0, ID_BYTES);
  const key = await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
  return { id, name: renderHex(id), key };
}

function authenticated(head: Uint8Array, label: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(...head, ...new TextEncoder().encode(label));
}
