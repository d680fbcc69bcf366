import { expect, test } from "vitest";
import {
  hasHash,
  isOfLine,
  makeRefreshToken,
  parseRefreshToken,
  refreshTokenHash,
  renderRefreshToken,
} from "../../../../origin/passport/refresh-token.ts";

const KEY = new Uint8Array(32).fill(1);
const LINE = { sessionId: (1n << 63n) - 1n, salt: new Uint8Array(16).fill(2) };

test("a token comes back from its text", () => {
  const token = makeRefreshToken(KEY, LINE, 2 ** 32 - 1);
  const text = renderRefreshToken(token);
  expect(text).toMatch(/^[A-Za-z0-9_-]{59}$/);
  expect(parseRefreshToken(text)).toEqual({ ...token, secret: Buffer.from(token.secret) });
});

test("a token is made again as it was, and differs by key, session, salt and generation", () => {
  const made = [
    makeRefreshToken(KEY, LINE, 1),
    makeRefreshToken(KEY, LINE, 2),
    makeRefreshToken(KEY, { ...LINE, sessionId: 1n }, 1),
    makeRefreshToken(KEY, { ...LINE, salt: new Uint8Array(16) }, 1),
    makeRefreshToken(new Uint8Array(32), LINE, 1),
  ];
  expect(makeRefreshToken(KEY, LINE, 1)).toEqual(made[0]);
  expect(new Set(made.map((token) => Buffer.from(token.secret).toString("hex"))).size).toBe(made.length);
});

test("a token is told from others by its hash, and an old one from a made-up one", () => {
  const token = makeRefreshToken(KEY, LINE, 1);
  expect(hasHash(token, refreshTokenHash(token))).toBe(true);
  expect(hasHash(makeRefreshToken(KEY, LINE, 2), refreshTokenHash(token))).toBe(false);
  expect(isOfLine(KEY, LINE, token)).toBe(true);
  expect(isOfLine(KEY, LINE, { ...token, generation: 2 })).toBe(false);
});

test.each(["", "x", "A".repeat(59), "A".repeat(60), `${"_".repeat(58)}!`, "_".repeat(59)])("%j is no token", (text) => {
  expect(parseRefreshToken(text)).toBeUndefined();
});
