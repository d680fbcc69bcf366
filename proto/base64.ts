/** Base64 on web standards alone. @module */

/** Base64 in either alphabet, padded or not; undefined where it is neither. */
export function parseBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const binary = atob(unpadded(text).replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
    return bytes;
  } catch {
    return undefined; // The caller names the field.
  }
}

/** A loop and no `/=+$/`, which takes quadratic time on a long run of `=` that something else follows. */
function unpadded(text: string): string {
  let end = text.length;
  while (text[end - 1] === "=") end--;
  return text.slice(0, end);
}

/** The alphabet for URLs, without padding (RFC 4648 §5). */
export function renderBase64Url(bytes: Uint8Array): string {
  return renderBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Standard alphabet, padded. */
export function renderBase64(bytes: Uint8Array): string {
  const CHUNK = 8192; // Arguments of one call are bounded by the stack.
  let binary = "";
  for (let i = 0; i < bytes.length; i += CHUNK) binary += String.fromCharCode(...bytes.subarray(i, i + CHUNK));
  return btoa(binary);
}
