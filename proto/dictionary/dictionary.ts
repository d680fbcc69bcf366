/**
 * The dictionary that edge, origin and SDK have from the start. `scripts/build-dictionary.ts` trains it on replies of the
 * contracts in proto/ and on the envelope of merged requests; it holds public data only.
 * @module
 */
import { parseBase64 } from "../base64.ts";
import type { Bytes, Dictionary } from "../codec/codec.ts";
import { BASE64, HASH, ID } from "./data.ts";

let decoded: Bytes | undefined;

/** Its bytes are decoded when they are first asked for, because most starts of an app or a Worker do not need them at once. */
export const DEFAULT_DICTIONARY: Dictionary = {
  id: ID,
  hash: HASH,
  get bytes() {
    decoded ??= parseBase64(BASE64) ?? new Uint8Array(0);
    return decoded;
  },
};
