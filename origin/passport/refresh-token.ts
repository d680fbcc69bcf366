/**
 * Refresh tokens: opaque to the app, 44 bytes in base64url.
 *
 *     0    8 bytes: session id, big-endian
 *     8    4 bytes: generation, big-endian: 0 for a session's first token, one more with each rotation
 *     12   32 bytes: HMAC-SHA256 with the secret `refresh`, over the session's salt, its id and the generation
 *
 * So a token has exactly one successor, which can be made again for a caller whose reply was lost, and an old token can be told from a made-up
 * one: only the former ends its session. The database has a hash of the current token and the salt; neither it nor the secret alone makes one.
 * @module
 */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";

export const SALT_BYTES = 16;
const SECRET_BYTES = 32;
const TOKEN_BYTES = 12 + SECRET_BYTES;
const TOKEN = /^[A-Za-z0-9_-]{59}$/;

export interface RefreshToken {
  readonly sessionId: bigint;
  readonly generation: number;
  readonly secret: Uint8Array;
}

/** What makes the tokens of one session. */
export interface TokenLine {
  readonly sessionId: bigint;
  readonly salt: Uint8Array;
}

/** @returns undefined for what no token of ours can look like */
export function parseRefreshToken(text: string): RefreshToken | undefined {
  if (!TOKEN.test(text)) return undefined;
  const bytes = Buffer.from(text, "base64url");
  if (bytes.length !== TOKEN_BYTES) return undefined;
  const sessionId = bytes.readBigInt64BE(0);
  if (sessionId <= 0n) return undefined;
  return { sessionId, generation: bytes.readUInt32BE(8), secret: bytes.subarray(12) };
}

export function renderRefreshToken({ sessionId, generation, secret }: RefreshToken): string {
  const head = Buffer.alloc(12);
  head.writeBigInt64BE(sessionId, 0);
  head.writeUInt32BE(generation, 8);
  return Buffer.concat([head, secret]).toString("base64url");
}

export function makeRefreshToken(key: Uint8Array, { sessionId, salt }: TokenLine, generation: number): RefreshToken {
  const head = Buffer.alloc(12);
  head.writeBigInt64BE(sessionId, 0);
  head.writeUInt32BE(generation, 8);
  const secret = createHmac("sha256", key).update(salt).update(head).digest();
  return { sessionId, generation, secret };
}

/** What the database keeps of a token. */
export function refreshTokenHash({ secret }: RefreshToken): Uint8Array {
  return createHash("sha256").update(secret).digest();
}

/** Whether `token` is the one whose hash is kept; in constant time. */
export function hasHash(token: RefreshToken, hash: Uint8Array): boolean {
  return timingSafeEqual(refreshTokenHash(token), hash);
}

/** Whether `token` was ever made for this session; in constant time. */
export function isOfLine(key: Uint8Array, line: TokenLine, token: RefreshToken): boolean {
  return timingSafeEqual(makeRefreshToken(key, line, token.generation).secret, token.secret);
}
