import fc from "fast-check";
import { expect, test } from "vitest";
import { parseAddress, renderAddress } from "../../../../edge/httpdns/address.ts";

test.each(["0.0.0.0", "1.2.3.4", "255.255.255.255", "10.0.200.9"])("%s is an address", (text) => {
  expect(parseAddress(text)?.join(".")).toBe(text);
});

test.each([
  "",
  ".",
  "...",
  "1",
  "1.2.3",
  "1.2.3.",
  ".1.2.3",
  "1..2.3",
  "1.2.3.4.",
  "1.2.3.4.5",
  "256.1.1.1",
  "1.1.1.999",
  "01.2.3.4",
  "1.2.3.00",
  "1.2.3.4 ",
  " 1.2.3.4",
  "1.2.3.-4",
  "1.2.3.a",
  "0x1.2.3.4",
  "１.2.3.4",
  "1.2.3.4\0",
  "1111111111111111",
])("%j is none", (text) => expect(parseAddress(text)).toBeUndefined());

test("what is written is read again, of either family", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.uint8Array({ minLength: 4, maxLength: 4 }), fc.uint8Array({ minLength: 16, maxLength: 16 })),
      (bytes) => {
        const mapped = bytes.length === 16 && bytes.slice(0, 12).join() === "0,0,0,0,0,0,0,0,0,0,255,255";
        expect(parseAddress(renderAddress(bytes))).toEqual(mapped ? bytes.slice(12) : bytes);
      },
    ),
    { seed: 6, numRuns: 2_000 },
  );
});
