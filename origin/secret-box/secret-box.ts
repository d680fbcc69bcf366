/**
 * Secrets at rest: AES-256-GCM under KEY_ENCRYPTION_KEY, so that a copy of the database, or of a file, alone gives nothing away. The front
 * door of the room.
 *
 *     0    version, 1
 *     1    4 bytes: which key, the beginning of its SHA-256
 *     5    12 bytes: nonce
 *     17   the encrypted secret, then the tag of 16 bytes
 *
 * The first five bytes and the secret's label are authenticated with it: a row that is copied over another does not open.
 * @module
 */
import { createCipheriv, createDecipheriv, createHash } from "node:crypto";

const VERSION = 1;
const KEY_BYTES = 32;
const HEAD_BYTES = 5;
/** The nonce that GCM is made for (NIST SP 800-38D §5.2.1.1). Random ones are safe for 2^32 secrets a key (§8.3); there will be dozens. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface SecretBox {
  /** @param label where the secret belongs; the same must be said to open it */
  seal(secret: Uint8Array, label: string): Uint8Array;
  /** @throws Error that names KEY_ENCRYPTION_KEY when none of the keys sealed it, or it was changed */
  open(sealed: Uint8Array, label: string): Uint8Array;
  /** Whether the first key sealed it. */
  isCurrent(sealed: Uint8Array): boolean;
}

/**
 * @param keys the first seals, all open
 * @throws Error when there is none, or one has not 32 bytes
 */
export function secretBox(keys: readonly Uint8Array[], randomBytes: (length: number) => Uint8Array): SecretBox {
  const [current] = keys.map(identified);
  if (current === undefined) throw new Error("KEY_ENCRYPTION_KEY is needed");
  const all = keys.map(identified);

  return {
    seal(secret, label) {
      const head = Buffer.concat([Uint8Array.of(VERSION), current.id]);
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", current.key, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(authenticated(head, label));
      return Buffer.concat([head, nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
    },

    open(sealed, label) {
      const bytes = Buffer.from(sealed);
      const key = all.find(({ id }) => sealedWith(bytes, id))?.key;
      if (key === undefined) throw new Error(`${label} was encrypted with another KEY_ENCRYPTION_KEY`);
      const bodyAt = HEAD_BYTES + NONCE_BYTES;
      const tagAt = bytes.length - TAG_BYTES;
      if (tagAt < bodyAt) throw new Error(`${label} is damaged`);
      const nonce = bytes.subarray(HEAD_BYTES, bodyAt);
      const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES });
      decipher.setAAD(authenticated(bytes.subarray(0, HEAD_BYTES), label));
      decipher.setAuthTag(bytes.subarray(tagAt));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(bodyAt, tagAt)), decipher.final()]);
      } catch (cause) {
        throw new Error(`${label} was changed, or does not belong to KEY_ENCRYPTION_KEY`, { cause });
      }
    },

    isCurrent: (sealed) => sealedWith(Buffer.from(sealed), current.id),
  };
}

function identified(key: Uint8Array): { readonly key: Uint8Array; readonly id: Buffer } {
  if (key.length !== KEY_BYTES) throw new Error(`KEY_ENCRYPTION_KEY needs ${KEY_BYTES} bytes, not ${key.length}`);
  return {
    key,
    id: createHash("sha256")
      .update(key)
      .digest()
      .subarray(0, HEAD_BYTES - 1),
  };
}

function sealedWith(sealed: Buffer, id: Buffer): boolean {
  return sealed[0] === VERSION && sealed.subarray(1, HEAD_BYTES).equals(id);
}

function authenticated(head: Uint8Array, label: string): Buffer {
  return Buffer.concat([head, Buffer.from(label)]);
}
