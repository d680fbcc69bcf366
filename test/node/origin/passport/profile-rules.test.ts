import { describe, expect, test } from "vitest";
import { parseProfileChange } from "../../../../origin/passport/profile-rules.ts";
import { faultOf } from "./harness.ts";

const FAMILY = "👨‍👩‍👧‍👦";

test("only the fields that are present change, and an empty text clears one", () => {
  expect(parseProfileChange({ revision: 0 })).toEqual({});
  expect(parseProfileChange({ revision: 0, nickname: "" })).toEqual({ nickname: "" });
  expect(parseProfileChange({ revision: 0, nickname: "", avatarUrl: "", locale: "" })).toEqual({
    nickname: "",
    avatar_url: "",
    locale: "",
  });
});

describe("a field is brought into its normal form", () => {
  test.each([
    ["nickname", "  Ada  ", "Ada"],
    ["nickname", "e\u0301", "\u00e9"],
    ["nickname", FAMILY.repeat(20), FAMILY.repeat(20)],
    ["nickname", "字".repeat(32), "字".repeat(32)],
    ["nickname", "می‌خواهم", "می‌خواهم"],
    ["nickname", "'; drop table account; --", "'; drop table account; --"],
    ["avatarUrl", "HTTPS://Example.com/ä b.png", "https://example.com/%C3%A4%20b.png"],
    ["locale", "zh-hant-tw", "zh-Hant-TW"],
    ["locale", "EN", "en"],
    ["locale", "sr-cyrl", "sr-Cyrl"],
  ] as const)("%s %j", (field, value, normal) => {
    expect(Object.values(parseProfileChange({ revision: 0, [field]: value }))).toEqual([normal]);
  });
});

describe("a field that does not fit is refused by name", () => {
  test.each([
    ["nickname", "a".repeat(33)],
    ["nickname", `a${"\u0301".repeat(300)}`],
    ["nickname", "a\u0000b"],
    ["nickname", "a\nb"],
    ["nickname", "a\u2028b"],
    ["nickname", "a\u202eb"],
    ["nickname", "\ud800"],
    ["nickname", "   "],
    ["nickname", "\u200d"],
    ["nickname", "x".repeat(10_000_000)],
    ["avatarUrl", "http://example.com/a.png"],
    ["avatarUrl", "javascript:alert(1)"],
    ["avatarUrl", "//example.com/a.png"],
    ["avatarUrl", "https://user:secret@example.com/a.png"],
    ["avatarUrl", "https://"],
    ["avatarUrl", `https://example.com/${"a".repeat(2048)}`],
    ["avatarUrl", `https://example.com/${"ä".repeat(1000)}`],
    ["locale", "e"],
    ["locale", "en_US"],
    ["locale", "en-"],
    ["locale", "english language"],
    ["locale", `en-x-${"abcdefgh-".repeat(5)}a`],
  ] as const)("%s %j", async (field, value) => {
    const fault = await faultOf(async () => parseProfileChange({ revision: 0, [field]: value }));
    expect(fault.code).toBe("invalid_argument");
    expect(fault.message).toContain(field === "avatarUrl" ? "avatar_url:" : `${field}:`);
  });
});
