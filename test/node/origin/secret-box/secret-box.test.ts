import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { parseKeyList } from "../../../../origin/passport/key-list.ts";
import { secretBox } from "../../../../origin/secret-box/secret-box.ts";

const KEY = new Uint8Array(32).fill(1);
const NEXT_KEY = new Uint8Array(32).fill(2);
const SECRET = Buffer.from("a secret");

describe("secretBox()", () => {
  const box = secretBox([KEY], randomBytes);

  test("opens what it sealed, and seals differently each time", () => {
    const sealed = box.seal(SECRET, "x");
    expect(box.open(sealed, "x")).toEqual(SECRET);
    expect(box.seal(SECRET, "x")).not.toEqual(sealed);
    expect(Buffer.from(sealed).includes(SECRET)).toBe(false);
  });

  test("opens nothing that was changed, cut, or moved to another place", () => {
    const sealed = box.seal(SECRET, "x");
    for (let i = 0; i < sealed.length; i++) {
      const changed = Uint8Array.from(sealed, (byte, at) => (at === i ? byte ^ 1 : byte));
      expect(() => box.open(changed, "x")).toThrow("x ");
      expect(() => box.open(sealed.subarray(0, i), "x")).toThrow("x ");
    }
    expect(() => box.open(sealed, "y")).toThrow("y was changed");
  });

  test("opens what the key before sealed, and knows that it is to be sealed anew", () => {
    const sealed = box.seal(SECRET, "x");
    const both = secretBox([NEXT_KEY, KEY], randomBytes);
    expect(both.open(sealed, "x")).toEqual(SECRET);
    expect(both.isCurrent(sealed)).toBe(false);
    expect(both.isCurrent(both.seal(SECRET, "x"))).toBe(true);
    expect(() => secretBox([NEXT_KEY], randomBytes).open(sealed, "x")).toThrow("another KEY_ENCRYPTION_KEY");
  });

  test("needs a key of 32 bytes", () => {
    expect(() => secretBox([], randomBytes)).toThrow("KEY_ENCRYPTION_KEY is needed");
    expect(() => secretBox([KEY, new Uint8Array(16)], randomBytes)).toThrow("needs 32 bytes, not 16");
  });
});

describe("parseKeyList()", () => {
  test("reads one key or two, in either alphabet of base64, padded or not", () => {
    const key = Buffer.alloc(32, 0xff);
    expect(parseKeyList("KEY", key.toString("base64"))).toEqual([key]);
    expect(parseKeyList("KEY", `${key.toString("base64url")}, ${key.toString("base64")}`)).toEqual([key, key]);
  });

  test.each(["", "abc", "A".repeat(42), "A".repeat(45), `${"A".repeat(43)},`, Array(3).fill("A".repeat(43)).join()])(
    "refuses %j, naming the setting and not the value",
    (value) => {
      expect(() => parseKeyList("SOME_KEY", value)).toThrow(/^SOME_KEY (?!.*A{5})/);
    },
  );
});
