import fc from "fast-check";
import { expect, test } from "vitest";
import { NAME_LENGTH_MAX, normalName } from "../../../../proto/httpdns/httpdns.ts";

const LABEL = "a".repeat(63);
const LONGEST = [LABEL, LABEL, LABEL, "a".repeat(61)].join(".");

test.each([
  ["a.example", "a.example"],
  ["A.Example.", "a.example"],
  ["localhost", "localhost"],
  ["_dmarc.a-b.example", "_dmarc.a-b.example"],
  ["bücher.example", "xn--bcher-kva.example"],
  ["BÜCHER.example", "xn--bcher-kva.example"],
  ["例子。测试", "xn--fsqu00a.xn--0zwm56d"],
  ["xn--bcher-kva.example", "xn--bcher-kva.example"],
  ["1.2.3.example", "1.2.3.example"],
  [LONGEST, LONGEST],
  [`${LONGEST}.`, LONGEST],
])("%j is %j", (text, name) => expect(normalName(text)).toBe(name));

test.each([
  "",
  ".",
  "..",
  ".a.example",
  "a..example",
  "a.example..",
  "*.example",
  "*",
  "a b.example",
  " a.example",
  "a.example\n",
  "a\0.example",
  "a/b.example",
  "a@b.example",
  "a:80",
  "[::1]",
  "::1",
  "127.0.0.1",
  "0x7f.1",
  "1",
  "example.1",
  "example.0x",
  "a%2eexample",
  "a,b.example",
  "xn--a.bücher.example",
  "bü cher.example",
  "bü/cher.example",
  "bü?.example",
  "bü\tcher.example",
  "bü:80",
  "u@bü.example",
  "１.２.３.４",
  `${"a".repeat(64)}.example`,
  `${"ü".repeat(60)}.example`,
  `a${LONGEST}`,
  `${LONGEST}..`,
  "ü".repeat(10_000),
])("%j is no name", (text) => expect(normalName(text)).toBeUndefined());

test("a normal name is the normal name of itself, and short enough, whatever it was made from", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
      const name = normalName(text);
      if (name === undefined) return;
      expect(normalName(name)).toBe(name);
      expect(name.length).toBeLessThanOrEqual(NAME_LENGTH_MAX);
      expect(name).toMatch(/^[a-z0-9_.-]+$/);
    }),
    { seed: 6, numRuns: 3000 },
  );
});
