import { describe, expect, test } from "vitest";
import { parseDocument } from "../../../../edge/httpdns/httpdns.ts";

const SECRET = "00112233445566778899aabbccddeeff";
const KEY = {
  aliyun: { secret: SECRET, aes: SECRET },
  tencent: { des: "8letters", aes: "sixteen_letters_", token: "123456789" },
};

const accounts = (value: unknown, id = "1000") => parseDocument(JSON.stringify({ accounts: { [id]: value } }));
const open = (value: unknown) => parseDocument(JSON.stringify({ settings: { open: value } }));

test("an account has two keys at most, suffixes, a quota and dialects", () => {
  const value = {
    keys: [{ ...KEY, notAfter: "2027-01-01T00:00:00Z" }, { tencent: { token: "987654321" } }],
    names: ["example.com"],
    requestsPerSecond: 7,
    dialects: ["aliyun"],
    unsigned: true,
    region: "eu",
  };
  expect(accounts(value).document?.accounts.get("1000")).toMatchObject({
    keys: [
      { ...KEY, notAfterMs: Date.UTC(2027, 0, 1) },
      { aliyun: undefined, notAfterMs: undefined },
    ],
    names: ["example.com"],
    requestsPerSecond: 7,
    dialects: new Set(["aliyun"]),
    unsigned: true,
    region: "eu",
  });
  expect(accounts({ keys: [KEY] }).document?.accounts.get("1000")).toMatchObject({
    names: undefined,
    requestsPerSecond: 100,
    dialects: new Set(["tencent", "aliyun"]),
    unsigned: false,
  });
});

describe("a flaw is named by its field, and never with what stands there:", () => {
  const LEAK = "do-not-repeat-this";
  test.each([
    ["no keys", {}, "accounts/1000: needs keys, or unsigned: true"],
    ["three keys", { keys: [KEY, KEY, KEY] }, "accounts/1000.keys: must be 2 at most"],
    ["keys that are no list", { keys: LEAK }, "accounts/1000.keys: must be a list"],
    ["a key that is none", { keys: [LEAK] }, "accounts/1000.keys.0: must be {aliyun, tencent, notAfter}"],
    [
      "a secret that is no hex",
      { keys: [{ aliyun: { secret: LEAK } }] },
      "accounts/1000.keys.0.aliyun.secret: must be hex of 16 to 64 bytes",
    ],
    [
      "a secret that is too short",
      { keys: [{ aliyun: { secret: "0011" } }] },
      "accounts/1000.keys.0.aliyun.secret: must be hex of 16 to 64 bytes",
    ],
    [
      "an AES key of no length",
      { keys: [{ aliyun: { secret: SECRET, aes: `${SECRET}00` } }] },
      "accounts/1000.keys.0.aliyun.aes: must be hex of 16, 24 or 32 bytes",
    ],
    [
      "a DES key that is too long",
      { keys: [{ tencent: { des: LEAK } }] },
      "accounts/1000.keys.0.tencent.des: must be 8 characters of ASCII",
    ],
    [
      "a token that is too short",
      { keys: [{ tencent: { token: "1" } }] },
      "accounts/1000.keys.0.tencent.token: must be 8 to 256 characters of ASCII",
    ],
    [
      "a time that is none",
      { keys: [{ ...KEY, notAfter: LEAK }] },
      "accounts/1000.keys.0.notAfter: must be a time such as 2027-01-01T00:00:00Z",
    ],
    [
      "a name that is none",
      { keys: [KEY], names: ["*.example.com"] },
      "accounts/1000.names.0: must be a name in lower case and A-labels, without a dot at the end",
    ],
    [
      "no request a second",
      { keys: [KEY], requestsPerSecond: 0 },
      "accounts/1000.requestsPerSecond: must be at least 1",
    ],
    [
      "a dialect that there is not",
      { keys: [KEY], dialects: [LEAK] },
      "accounts/1000.dialects.0: must be tencent, aliyun or doh",
    ],
    [
      "a field that there is not",
      { keys: [KEY], secrets: LEAK },
      "accounts/1000.secrets: must be {keys, names, requestsPerSecond, dialects, unsigned, region}",
    ],
  ])("%s", (_, value, flaw) => {
    const { flaws } = accounts(value);
    expect(flaws).toEqual([flaw]);
    expect(flaws?.join()).not.toContain(LEAK);
  });

  test.each(["0", "01", "a", "12345678901", ""])("an account called %j", (id) => {
    expect(accounts({ keys: [KEY] }, id).flaws).toEqual([
      `accounts/${id}: accounts are called by numbers of up to ten digits`,
    ]);
  });

  test("what is open", () => {
    expect(open({ dialects: ["dns"] }).flaws).toEqual(["settings/open.dialects.0: must be tencent, aliyun or doh"]);
    expect(open({ names: ["Example.com"] }).flaws?.[0]).toMatch(
      /^settings\/open\.names\.0: must be a name in lower case/,
    );
  });
});

test("nothing is open where nothing says so", () => {
  expect(parseDocument("{}").document?.open.dialects.size).toBe(0);
  expect(open({ dialects: ["doh"] }).document?.open).toEqual({
    dialects: new Set(["doh"]),
    names: undefined,
    requestsPerSecond: 100,
  });
});
