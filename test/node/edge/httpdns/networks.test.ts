import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  cutSubnet,
  parseAddress,
  parseNetwork,
  renderAddress,
  sharesPrefix,
} from "../../../../edge/httpdns/address.ts";
import { networkTable } from "../../../../edge/httpdns/networks.ts";
import type { Subnet } from "../../../../edge/httpdns/question.ts";

const bytesOf = (text: string) => parseAddress(text) ?? new Uint8Array(0);

describe("addresses", () => {
  test.each([
    ["192.0.2.1", "192.0.2.1"],
    ["2001:DB8::0:1", "2001:db8::1"],
    ["::", "::"],
    ["2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"],
    ["1:0:2:3:4:5:6:7", "1:0:2:3:4:5:6:7"],
    ["::ffff:192.0.2.1", "192.0.2.1"],
    ["64:ff9b::192.0.2.33", "64:ff9b::c000:221"],
  ])("%s is %s", (text, rendered) => expect(renderAddress(bytesOf(text))).toBe(rendered));

  test.each([
    "",
    "1.2.3",
    "1.2.3.4.5",
    "1.2.3.256",
    "01.2.3.4",
    "1.2.3.4 ",
    ":::",
    "1::2::3",
    "12345::",
    "g::",
    "1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7:8:9",
    "::1.2.3",
    "::1/64",
  ])("'%s' is none", (text) => expect(parseAddress(text)).toBeUndefined());

  test("every one that is rendered is read as the same", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
        const isMapped = bytes.subarray(0, 12).every((byte, at) => byte === (at < 10 ? 0 : 0xff));
        expect(parseAddress(renderAddress(bytes))).toEqual(isMapped ? bytes.slice(12) : bytes);
      }),
    );
  });
});

describe("networks", () => {
  test.each([
    "203.0.113.1/24",
    "203.0.113.0/33",
    "203.0.113.0/-1",
    "203.0.113.0/",
    "203.0.113.0/024",
    "2001:db8::1/64",
    "2001:db8::/129",
  ])("%s is none: host bits, or a prefix that is none", (text) => expect(parseNetwork(text)).toBeUndefined());

  test("a client's is cut to /24 and /56, and to less where it says less", () => {
    expect(cutSubnet(bytesOf("203.0.113.77"))).toEqual({ family: 4, bytes: bytesOf("203.0.113.0"), prefix: 24 });
    expect(cutSubnet(bytesOf("203.0.113.77"), 32).prefix).toBe(24);
    expect(cutSubnet(bytesOf("203.0.113.77"), 20)).toEqual({ family: 4, bytes: bytesOf("203.0.112.0"), prefix: 20 });
    expect(cutSubnet(bytesOf("2001:db8:1:2ff::1"))).toEqual({
      family: 6,
      bytes: bytesOf("2001:db8:1:200::"),
      prefix: 56,
    });
    expect(cutSubnet(bytesOf("203.0.113.77"), 0)).toEqual({ family: 4, bytes: new Uint8Array(4), prefix: 0 });
  });
});

describe("a table of networks", () => {
  const subnet = fc
    .tuple(fc.boolean(), fc.uint8Array({ minLength: 16, maxLength: 16 }), fc.nat(56))
    .map(([isV4, bytes, prefix]) =>
      cutSubnet(isV4 ? bytes.map((byte) => byte & 3).slice(0, 4) : bytes.map((byte) => byte & 1), prefix),
    );

  test("finds what a look at all of them finds", () => {
    fc.assert(
      fc.property(fc.array(subnet, { maxLength: 40 }), fc.array(subnet, { maxLength: 20 }), (networks, asked) => {
        const distinct = [...new Map(networks.map((each) => [`${each.bytes}/${each.prefix}`, each])).values()];
        const table = networkTable(distinct.map((each) => [each, each] as const));
        for (const each of [...asked, ...distinct]) expect(table.find(each)).toEqual(slowly(distinct, each));
      }),
      { numRuns: 300 },
    );
  });

  function slowly(networks: readonly Subnet[], { bytes, prefix }: Subnet): Subnet | undefined {
    return networks
      .filter((each) => each.prefix <= prefix && sharesPrefix(each.bytes, bytes, each.prefix))
      .sort((a, b) => b.prefix - a.prefix)[0];
  }
});
