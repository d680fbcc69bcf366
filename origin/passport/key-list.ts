/**
 * Secret keys as configuration gives them: base64, or two of them with a comma in between while the second is being replaced by the first.
 * @module
 */
const KEY_BYTES = 32;
const KEYS_MAX = 2;
const BASE64 = /^[A-Za-z0-9+/_-]{43}=?$/;

/**
 * @param name of the setting, for the message
 * @throws Error that names the setting and never repeats its value
 */
export function parseKeyList(name: string, value: string): readonly Uint8Array[] {
  const keys = value.split(",").map((text) => text.trim());
  if (keys.length > KEYS_MAX) throw new Error(`${name} takes at most ${KEYS_MAX} keys`);
  return keys.map((text) => {
    if (!BASE64.test(text)) throw new Error(`${name} is not ${KEY_BYTES} bytes in base64`);
    return Buffer.from(text, "base64");
  });
}
