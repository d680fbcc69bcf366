import { describe, expect, test } from "vitest";
import { IDENTITY_HEADERS, type IdentityClaims, identitySeal } from "../../../proto/identity.ts";

const KEY = new Uint8Array(32).fill(1);
const OTHER_KEY = new Uint8Array(32).fill(2);
const NOW_MS = 1_790_000_000_000;
const CLAIMS: IdentityClaims = {
  uid: 123_456_789_012_345_678n,
  sessionId: (1n << 63n) - 1n,
  expiresAtMs: NOW_MS + 600_000,
};

const seal = identitySeal([KEY]);

/** A header with any payload, signed with the key. */
async function signed(payload: string): Promise<string> {
  const key = await crypto.subtle.importKey("raw", KEY, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const text = Buffer.from(payload).toString("base64url");
  const signature = await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(text));
  return `${text}.${Buffer.from(signature).toString("base64url")}`;
}

test("what is signed comes back", async () => {
  const header = await seal.sign(CLAIMS);
  expect(await seal.verify(header, NOW_MS)).toEqual({ kind: "valid", claims: CLAIMS });
});

test("the header is laid out as it is described", async () => {
  const claims = { uid: 7n, sessionId: 9n, expiresAtMs: 1_790_000_600_000, audience: "origin" };
  expect(await seal.sign(claims)).toBe(await signed('{"uid":"7","sid":"9","exp":1790000600,"aud":"origin"}'));
});

test("the list of headers holds all that the edge sets", () => {
  expect(IDENTITY_HEADERS).toEqual(["fairway-identity", "x-fairway-uid", "x-fairway-session"]);
});

describe("a key is replaced without a gap", () => {
  test("the first key signs, both verify", async () => {
    const both = identitySeal([OTHER_KEY, KEY]);
    expect((await both.verify(await seal.sign(CLAIMS), NOW_MS)).kind).toBe("valid");
    expect((await identitySeal([OTHER_KEY]).verify(await both.sign(CLAIMS), NOW_MS)).kind).toBe("valid");
    expect((await seal.verify(await both.sign(CLAIMS), NOW_MS)).kind).toBe("forged");
  });

  test.each([[[]], [[KEY, new Uint8Array(31)]]])("keys that are missing or short are refused: %#", (keys) => {
    expect(() => identitySeal(keys)).toThrow("identity key");
  });
});

describe("verify() refuses", () => {
  test("a changed character anywhere", async () => {
    const header = await seal.sign(CLAIMS);
    for (let i = 0; i < header.length - 1; i++) {
      const changed = header.slice(0, i) + (header[i] === "A" ? "B" : "A") + header.slice(i + 1);
      expect((await seal.verify(changed, NOW_MS)).kind).not.toBe("valid");
    }
  });

  test("an end that has passed, with the leeway of clocks", async () => {
    const header = await seal.sign(CLAIMS);
    expect((await seal.verify(header, CLAIMS.expiresAtMs + 9_999)).kind).toBe("valid");
    expect((await seal.verify(header, CLAIMS.expiresAtMs + 10_000)).kind).toBe("expired");
  });

  test("a header for another service, and takes one for every service", async () => {
    const header = await seal.sign({ ...CLAIMS, audience: "origin" });
    expect((await seal.verify(header, NOW_MS, "origin")).kind).toBe("valid");
    expect((await seal.verify(header, NOW_MS, "countries")).kind).toBe("audience");
    expect((await seal.verify(header, NOW_MS)).kind).toBe("audience");
    expect((await seal.verify(await seal.sign(CLAIMS), NOW_MS, "origin")).kind).toBe("valid");
  });

  test.each([
    "",
    ".",
    "abc",
    `e30.${"A".repeat(42)}`,
    `e30=.${"A".repeat(43)}`,
    `${"A".repeat(600)}.${"A".repeat(43)}`,
  ])("malformed %j", async (header) => {
    expect((await seal.verify(header, NOW_MS)).kind).toBe("malformed");
  });

  test.each([
    "",
    "null",
    "[]",
    "{",
    '{"uid":"7","sid":"9"}',
    '{"uid":7,"sid":"9","exp":1790000600}',
    '{"uid":"0","sid":"9","exp":1790000600}',
    '{"uid":"07","sid":"9","exp":1790000600}',
    '{"uid":"7","sid":"9223372036854775808","exp":1790000600}',
    '{"uid":"7","sid":"9","exp":"1790000600"}',
    '{"uid":"7","sid":"9","exp":1e300}',
    '{"uid":"7","sid":"9","exp":1790000600,"aud":7}',
    `{"uid":"7","sid":"9","exp":1790000600,"aud":"${"x".repeat(65)}"}`,
  ])("claims that do not fit, although they are signed: %s", async (payload) => {
    expect((await seal.verify(await signed(payload), NOW_MS)).kind).toBe("malformed");
  });
});
