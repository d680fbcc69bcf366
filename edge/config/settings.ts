/**
 * What the configuration service is configured with.
 * @module
 */
import { parseBase64 } from "../../proto/base64.ts";
import { CONFIG_KEY_BYTES } from "./secret-box.ts";

/** The newest, those before it, and one that is being taken out. */
const KEYS_MAX = 8;

/**
 * `CONFIG_KEY`: base64 of 32 bytes each, the newest first, with commas between them.
 * @param flaws gets a line for each flaw. It never repeats a key.
 */
export function parseConfigKeys(text: string | undefined, flaws: string[]): readonly Uint8Array<ArrayBuffer>[] {
  const parts = text === undefined || text === "" ? [] : text.split(",").map((part) => part.trim());
  if (parts.length > KEYS_MAX) flaws.push(`CONFIG_KEY: at most ${KEYS_MAX} keys`);
  return parts.flatMap((part, at) => {
    const key = parseBase64(part);
    if (key?.length === CONFIG_KEY_BYTES) return [key];
    flaws.push(`CONFIG_KEY: key ${at + 1} must be base64 of ${CONFIG_KEY_BYTES} bytes`);
    return [];
  });
}
