/**
 * The signed identity header: how the edge tells a service behind it who is calling, so that the service need not check the token again.
 *
 *     fairway-identity: <base64url of JSON> "." <base64url of HMAC-SHA256 over the characters before the dot>
 *     JSON: {"uid":"<decimal>","sid":"<decimal>","exp":<seconds since 1970>,"aud":"<service, optional>"}
 *
 * Edge and service share the key. A key is replaced without a gap: every verifier first gets both keys, then the signer changes, then
 * the old key is removed. `exp` is that of the access token, so that the header proves no more than the token did.
 * @module
 */
import { parseBase64, renderBase64Url } from "./base64.ts";

export const IDENTITY_HEADER = "fairway-identity";
/** The same in plain, for services on a private network that trust whoever can reach them. */
export const UID_HEADER = "x-fairway-uid";
export const SESSION_HEADER = "x-fairway-session";

/** What only the edge may set: the edge removes these from every request and batch item that a client sends. */
export const IDENTITY_HEADERS: readonly string[] = [IDENTITY_HEADER, UID_HEADER, SESSION_HEADER];

/**
 * How far the clocks of our own servers may be apart; the same for tokens and this header, so that what the edge let in the origin does too.
 * RFC 7519 §4.1.4 allows "some small leeway"; servers that keep NTP are within a second.
 */
export const CLOCK_LEEWAY_MS = 10_000;

/** As long as the hash (RFC 2104 §3): a shorter key makes the signature weaker, a longer one no stronger. */
export const IDENTITY_KEY_BYTES_MIN = 32;
/** A header with the longest ids and a 64-character audience has 277 characters. */
const HEADER_LENGTH_MAX = 512;
const AUDIENCE_LENGTH_MAX = 64;
const SHAPE = /^([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]{43})$/;

export interface IdentityClaims {
  readonly uid: bigint;
  readonly sessionId: bigint;
  /** When the access token ends; whole seconds, in ms since 1970. */
  readonly expiresAtMs: number;
  /** The one service that may take the header; absent: every service that has the key. */
  readonly audience?: string;
}

type IdentityCheck =
  | { readonly kind: "valid"; readonly claims: IdentityClaims }
  /** `forged`: none of the keys made the signature. `audience`: it was made for another service. */
  | { readonly kind: "malformed" | "forged" | "expired" | "audience" };

export interface IdentitySeal {
  /** Signs with the first key. */
  sign(claims: IdentityClaims): Promise<string>;
  /**
   * Tries every key, each in constant time.
   * @param audience the name of the service that checks; a header made for another one is refused
   */
  verify(header: string, nowMs: number, audience?: string): Promise<IdentityCheck>;
}

/**
 * @param keys the first signs, all verify: `[current]`, or `[current, previous]` while a key is being replaced
 * @throws Error when there is no key, or one is too short
 */
export function identitySeal(keys: readonly Uint8Array[]): IdentitySeal {
  if (keys.length === 0) throw new Error("an identity key is needed");
  if (keys.some((key) => key.length < IDENTITY_KEY_BYTES_MIN)) {
    throw new Error(`an identity key needs at least ${IDENTITY_KEY_BYTES_MIN} bytes`);
  }
  // Imported with first use, because a Worker may not call crypto while it starts. The keys are kept, not the promise of them:
  // a promise of one request must not be awaited by another.
  let imported: CryptoKey[] | undefined;
  const hmacKeys = async () => {
    imported ??= await Promise.all(keys.map(importKey));
    return imported;
  };

  return {
    async sign(claims) {
      const [key] = await hmacKeys();
      const payload = renderBase64Url(new TextEncoder().encode(render(claims)));
      const signature = await crypto.subtle.sign("HMAC", key as CryptoKey, new TextEncoder().encode(payload));
      return `${payload}.${renderBase64Url(new Uint8Array(signature))}`;
    },

    async verify(header, nowMs, audience) {
      const match = header.length > HEADER_LENGTH_MAX ? null : SHAPE.exec(header);
      if (match === null) return { kind: "malformed" };
      const [, payload = "", signature = ""] = match;
      if (!(await isSigned(await hmacKeys(), payload, signature))) return { kind: "forged" };
      const claims = parse(payload);
      if (claims === undefined) return { kind: "malformed" };
      if (claims.audience !== undefined && claims.audience !== audience) return { kind: "audience" };
      if (claims.expiresAtMs + CLOCK_LEEWAY_MS <= nowMs) return { kind: "expired" };
      return { kind: "valid", claims };
    },
  };
}

/** An id as tokens and headers carry it: a decimal without leading zeros, above 0 and below 2^63 (SQLite's largest integer). */
export function parseIdentityId(value: unknown): bigint | undefined {
  if (typeof value !== "string" || !/^[1-9][0-9]{0,18}$/.test(value)) return undefined;
  const id = BigInt(value);
  return id < 1n << 63n ? id : undefined;
}

function importKey(key: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", Uint8Array.from(key), { name: "HMAC", hash: "SHA-256" }, false, [
    "sign",
    "verify",
  ]);
}

async function isSigned(keys: readonly CryptoKey[], payload: string, signature: string): Promise<boolean> {
  const bytes = parseBase64(signature);
  if (bytes === undefined) return false;
  const data = new TextEncoder().encode(payload);
  for (const key of keys) {
    if (await crypto.subtle.verify("HMAC", key, bytes, data)) return true;
  }
  return false;
}

function render({ uid, sessionId, expiresAtMs, audience }: IdentityClaims): string {
  const exp = Math.floor(expiresAtMs / 1000);
  return JSON.stringify({
    uid: String(uid),
    sid: String(sessionId),
    exp,
    ...(audience === undefined ? {} : { aud: audience }),
  });
}

/** What is signed was rendered by us, and is checked all the same: the key may be shared with a program that renders otherwise. */
function parse(payload: string): IdentityClaims | undefined {
  const bytes = parseBase64(payload);
  if (bytes === undefined) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined; // The caller answers `malformed`.
  }
  const fields = typeof json === "object" && json !== null ? (json as Record<string, unknown>) : {};
  const uid = parseIdentityId(fields.uid);
  const sessionId = parseIdentityId(fields.sid);
  const { exp, aud } = fields;
  if (uid === undefined || sessionId === undefined || typeof exp !== "number" || !Number.isSafeInteger(exp * 1000)) {
    return undefined;
  }
  if (aud === undefined) return { uid, sessionId, expiresAtMs: exp * 1000 };
  if (typeof aud !== "string" || aud.length > AUDIENCE_LENGTH_MAX) return undefined;
  return { uid, sessionId, expiresAtMs: exp * 1000, audience: aud };
}
