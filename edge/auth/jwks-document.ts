/**
 * The origin's reply to `/.well-known/jwks.json` (RFC 7517), read with suspicion and made into keys.
 * @module
 */
import type { VerificationKey } from "../../proto/access-token.ts";

/** A key has about 130 bytes; room for every key that {@link KEYS_MAX} allows, with certificates beside them. */
const DOCUMENT_BYTES_MAX = 65_536;
/** The origin lists three while it rotates. */
const KEYS_MAX = 32;
const KID_LENGTH_MAX = 64;
/** 32 bytes in base64url. */
const PUBLIC_KEY = /^[A-Za-z0-9_-]{43}$/;

/** How long keys are fresh: the reply's max-age, within bounds, so that a slip in a header neither floods the origin nor freezes the keys. */
const FRESH_SECONDS_MIN = 60;
const FRESH_SECONDS_MAX = 3600;
const FRESH_SECONDS_DEFAULT = 300;

export interface SigningKey {
  /** Base64url of the public key; tells whether a kid still means the same key. */
  readonly x: string;
  readonly key: VerificationKey;
}

export interface JwksDocument {
  readonly keys: ReadonlyMap<string, SigningKey>;
  readonly freshSeconds: number;
}

/**
 * @param known keys of before, which are not imported again
 * @throws Error when the reply is not a set with at least one key that can check a signature
 */
export async function readJwks(
  response: Response,
  known: ReadonlyMap<string, SigningKey> | undefined,
): Promise<JwksDocument> {
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new Error(`the key set was answered with ${response.status}`);
  }
  const text = await readText(response);
  const keys = new Map<string, SigningKey>();
  for (const { kid, x } of parseKeys(JSON.parse(text))) {
    const same = known?.get(kid);
    keys.set(kid, same?.x === x ? same : { x, key: await importKey(x) });
  }
  if (keys.size === 0) throw new Error("the key set has no Ed25519 key");
  return { keys, freshSeconds: freshSeconds(response.headers.get("cache-control")) };
}

async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });
  let text = "";
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > DOCUMENT_BYTES_MAX) throw new Error(`the key set is longer than ${DOCUMENT_BYTES_MAX} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** The usable members; others are passed over, as RFC 7517 §5 says. Of two with one kid the first counts. */
function parseKeys(document: unknown): { kid: string; x: string }[] {
  const members = typeof document === "object" && document !== null ? (document as { keys?: unknown }).keys : undefined;
  if (!Array.isArray(members)) throw new Error("the key set is not a JSON Web Key Set");
  const usable = new Map<string, { kid: string; x: string }>();
  for (const member of members) {
    const key = parseKey(member);
    if (key !== undefined && !usable.has(key.kid)) usable.set(key.kid, key);
  }
  if (usable.size > KEYS_MAX) throw new Error(`the key set has more than ${KEYS_MAX} keys`);
  return [...usable.values()];
}

function parseKey(member: unknown): { kid: string; x: string } | undefined {
  const { kty, crv, kid, x, use, alg } =
    typeof member === "object" && member !== null ? (member as Record<string, unknown>) : {};
  if (kty !== "OKP" || crv !== "Ed25519" || typeof x !== "string" || !PUBLIC_KEY.test(x)) return undefined;
  if (typeof kid !== "string" || kid === "" || kid.length > KID_LENGTH_MAX) return undefined;
  if (use !== undefined && use !== "sig") return undefined;
  if (alg !== undefined && alg !== "EdDSA" && alg !== "Ed25519") return undefined;
  return { kid, x };
}

/** Only the public coordinate is handed on, so that a private key that was published by mistake is not even read. */
function importKey(x: string): Promise<VerificationKey> {
  return crypto.subtle.importKey("jwk", { kty: "OKP", crv: "Ed25519", x }, { name: "Ed25519" }, false, ["verify"]);
}

function freshSeconds(cacheControl: string | null): number {
  const match = /(?:^|[\s,])max-age="?(\d{1,10})/i.exec(cacheControl ?? "");
  const seconds = match === null ? FRESH_SECONDS_DEFAULT : Number(match[1]);
  return Math.min(Math.max(seconds, FRESH_SECONDS_MIN), FRESH_SECONDS_MAX);
}
