import { describe, expect, test } from "vitest";
import { cutSubnet, parseAddress } from "../../../../edge/httpdns/address.ts";
import { type HttpdnsDocument, parseDocument } from "../../../../edge/httpdns/document.ts";
import { answerOwn } from "../../../../edge/httpdns/own.ts";
import { locator, placeFrom } from "../../../../edge/httpdns/place.ts";
import type { Place, Subnet } from "../../../../edge/httpdns/question.ts";
import { addressSets, type SetAddress } from "../../../../edge/httpdns/sets.ts";
import { compileZones } from "../../../../edge/httpdns/zones.ts";

const A = 1;
const CNAME = 5;
const SOA = 6;
const AAAA = 28;

interface World {
  readonly down?: readonly string[];
  readonly listed?: readonly SetAddress[];
  readonly random?: () => number;
}

function documentOf(json: unknown): HttpdnsDocument {
  const { document, flaws } = parseDocument(JSON.stringify(json));
  if (document === undefined) throw new Error(flaws?.join("\n"));
  return document;
}

function asker(json: unknown, { down = [], listed = [], random = () => 0.5 }: World = {}) {
  const document = documentOf(json);
  const zones = compileZones(document.zones);
  const sets = addressSets(document.sets, {
    listed: () => listed,
    isDown: (_, address) => down.includes(address),
    behind: () => undefined,
    random,
  });
  return (name: string, place: Place = {}, type = A) => answerOwn({ name, type, place }, zones, sets, undefined);
}

const subnet = (ip: string): Subnet => cutSubnet(parseAddress(ip) ?? new Uint8Array(4));
const dataOf = (result: ReturnType<ReturnType<typeof asker>>) => result?.answer?.records.map(({ data }) => data);

describe("of the rules that match", () => {
  const one = (address: string) => ({ addresses: [address] });
  const ask = asker({
    zones: {
      "example.com": {
        names: {
          www: {
            rules: [
              { sets: "world" },
              { when: { continent: "EU" }, sets: "continent" },
              { when: { country: ["DE", "FR"] }, sets: "country" },
              { when: { region: "west" }, sets: "region" },
              { when: { asn: 64500 }, sets: "asn" },
              { when: { subnet: "203.0.0.0/16" }, sets: "wide" },
              { when: { subnet: ["198.51.100.0/24", "203.0.113.0/24"] }, sets: "narrow" },
              { when: { country: "DE", continent: "EU" }, sets: "both" },
            ],
          },
          only: { rules: [{ when: { country: "DE" }, sets: "country" }] },
        },
      },
    },
    sets: {
      world: one("192.0.2.1"),
      continent: one("192.0.2.2"),
      country: one("192.0.2.3"),
      region: one("192.0.2.4"),
      asn: one("192.0.2.5"),
      wide: one("192.0.2.6"),
      narrow: one("192.0.2.7"),
      both: one("192.0.2.8"),
    },
  });

  test.each([
    ["nothing is known", {}, "192.0.2.1"],
    ["only the continent is", { continent: "EU" }, "192.0.2.2"],
    ["a country goes before a continent", { country: "FR", continent: "EU" }, "192.0.2.3"],
    ["two conditions go before one of them", { country: "DE", continent: "EU" }, "192.0.2.8"],
    ["a region goes before both", { country: "DE", continent: "EU", region: "west" }, "192.0.2.4"],
    ["a network goes before a region", { region: "west", asn: 64500 }, "192.0.2.5"],
    ["a subnet goes before a network", { asn: 64500, subnet: subnet("203.0.7.1") }, "192.0.2.6"],
    ["the longest subnet goes before all", { asn: 64500, subnet: subnet("203.0.113.9") }, "192.0.2.7"],
    ["another country is none", { country: "US" }, "192.0.2.1"],
  ])("%s", (_, place: Place, address) => expect(dataOf(ask("www.example.com", place))).toEqual([address]));

  test("a subnet that is wider than a rule's is not in it", () => {
    const wide = cutSubnet(parseAddress("203.0.113.0") ?? new Uint8Array(4), 20);
    expect(dataOf(ask("www.example.com", { subnet: wide }))).toEqual(["192.0.2.6"]);
  });

  test("none leaves a name without records", () => {
    expect(ask("only.example.com")?.answer).toMatchObject({ rcode: 0, records: [], soa: { type: SOA } });
  });

  test("the answer holds for the subnet it was given to", () => {
    expect(ask("www.example.com", { subnet: subnet("203.0.113.9") })?.answer?.scopePrefix).toBe(24);
  });
});

describe("a zone", () => {
  const ask = asker({
    zones: {
      "example.com": {
        ttlSeconds: 120,
        negativeTtlSeconds: 40,
        names: {
          "@": { cname: "www.example.com" },
          www: { sets: "web", ttlSeconds: 20 },
          "deep.down": { sets: "web" },
          out: { cname: "www.example.net" },
        },
      },
      "sub.example.com": { names: { "@": { sets: "web" } } },
    },
    sets: { web: { addresses: ["192.0.2.1", "2001:DB8::1"] } },
    resolvers: { r: { url: "https://dns.example/dns-query" } },
    settings: { foreign: { suffixes: ["example.net"] } },
  });

  test("follows CNAMEs, and holds as long as the shortest of the records", () => {
    expect(ask("example.com")?.answer).toMatchObject({
      ttlSeconds: 20,
      records: [
        { name: "example.com", type: CNAME, ttlSeconds: 120, data: "www.example.com" },
        { name: "www.example.com", type: A, ttlSeconds: 20, data: "192.0.2.1" },
      ],
    });
    expect(dataOf(ask("example.com", {}, AAAA))).toEqual(["www.example.com", "2001:db8::1"]);
    expect(dataOf(ask("example.com", {}, CNAME))).toEqual(["www.example.com"]);
  });

  test("goes on elsewhere where a CNAME leads out of it", () => {
    expect(ask("out.example.com")?.onward).toMatchObject({
      name: "www.example.net",
      cnames: [{ name: "out.example.com" }],
    });
  });

  test("tells no such name from a name without such records", () => {
    const soa = { name: "example.com", type: SOA, ttlSeconds: 40 };
    expect(ask("no.example.com")?.answer).toMatchObject({ rcode: 3, records: [], ttlSeconds: 40, soa });
    expect(ask("www.example.com", {}, 16)?.answer).toMatchObject({ rcode: 0, records: [], soa });
    expect(ask("down.example.com")?.answer).toMatchObject({ rcode: 0, records: [], soa });
  });

  test("of its own hides the one above", () => {
    expect(ask("no.sub.example.com")?.answer).toMatchObject({ rcode: 3, soa: { name: "sub.example.com" } });
  });

  test("has a SOA record that can be asked for", () => {
    expect(ask("sub.example.com", {}, SOA)?.answer?.records).toMatchObject([{ type: SOA, name: "sub.example.com" }]);
  });

  test("does not answer for others", () => {
    for (const name of ["example.org", "com", "badexample.com"]) expect(ask(name)).toBeUndefined();
  });
});

describe("an address set", () => {
  const zone = (config: object) => ({ "example.com": { names: { www: config } } });

  test("is answered in proportion to weights", () => {
    let seed = 1;
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    const addresses = [
      { address: "192.0.2.1", weight: 1 },
      { address: "192.0.2.2", weight: 3 },
    ];
    const ask = asker({ zones: zone({ sets: "web" }), sets: { web: { addresses } } }, { random });
    let heavyFirst = 0;
    for (let i = 0; i < 4_000; i++) if (dataOf(ask("www.example.com"))?.[0] === "192.0.2.2") heavyFirst++;
    expect(heavyFirst / 4_000).toBeCloseTo(0.75, 1);
  });

  test("has the near ones first, whatever their weights", () => {
    const addresses = [
      { address: "192.0.2.1", weight: 1_000 },
      { address: "192.0.2.2", continent: "EU" },
      { address: "192.0.2.3", country: "DE" },
      { address: "192.0.2.4", region: "west" },
    ];
    const ask = asker({ zones: zone({ sets: "web" }), sets: { web: { addresses } } });
    const place = { region: "west", country: "DE", continent: "EU" };
    expect(dataOf(ask("www.example.com", place))).toEqual(["192.0.2.4", "192.0.2.3", "192.0.2.2", "192.0.2.1"]);
  });

  test("gives no more addresses than the name says", () => {
    const addresses = Array.from({ length: 20 }, (_, at) => `192.0.2.${at + 1}`);
    const sets = { web: { addresses } };
    expect(dataOf(asker({ zones: zone({ sets: "web" }), sets })("www.example.com"))).toHaveLength(8);
    expect(dataOf(asker({ zones: zone({ sets: "web", answers: 2 }), sets })("www.example.com"))).toHaveLength(2);
  });

  describe("of which some are down", () => {
    const json = {
      zones: zone({ sets: ["first", "second"] }),
      sets: {
        first: { addresses: ["192.0.2.1", "2001:db8::1", { address: "192.0.2.9", weight: 0 }] },
        second: { addresses: ["192.0.2.2"] },
      },
    };
    const ask = (type: number, ...down: string[]) => dataOf(asker(json, { down })("www.example.com", {}, type));

    test("has the others alone, and its stand-ins where there are none", () => {
      expect(ask(A)).toEqual(["192.0.2.1"]);
      expect(ask(A, "192.0.2.1")).toEqual(["192.0.2.9"]);
      expect(ask(AAAA, "192.0.2.1")).toEqual(["2001:db8::1"]);
    });

    test("is stood in for by the next set where the others are down, each type by itself", () => {
      expect(ask(A, "192.0.2.1", "192.0.2.9")).toEqual(["192.0.2.2"]);
      expect(ask(AAAA, "192.0.2.1", "192.0.2.9")).toEqual(["2001:db8::1"]);
      expect(ask(AAAA, "2001:db8::1")).toEqual([]); // The next set is up, and has no such addresses.
    });

    test("is not stood in for where it is up and has none of that type", () => {
      const v4 = { addresses: ["192.0.2.1"] };
      const dual = { addresses: ["192.0.2.2", "2001:db8::2"] };
      const both = { zones: zone({ sets: ["v4", "dual"] }), sets: { v4, dual } };
      expect(dataOf(asker(both)("www.example.com", {}, AAAA))).toEqual([]);
      expect(dataOf(asker(both, { down: ["192.0.2.1"] })("www.example.com", {}, AAAA))).toEqual(["2001:db8::2"]);
    });

    test("has all of them where all are down", () => {
      const all = ask(A, "192.0.2.1", "2001:db8::1", "192.0.2.9", "192.0.2.2");
      expect(all?.toSorted()).toEqual(["192.0.2.1", "192.0.2.2", "192.0.2.9"]);
    });
  });

  test("has the instances of its service too, and one that leaves only where there is no other", () => {
    const json = { zones: zone({ sets: "web" }), sets: { web: { registry: { appid: "shop", env: "prod" } } } };
    const listed: SetAddress[] = [
      { type: A, address: "192.0.2.5", weight: 10, region: "west" },
      { type: A, address: "192.0.2.6", weight: 10, isLeaving: true },
    ];
    expect(dataOf(asker(json, { listed })("www.example.com"))).toEqual(["192.0.2.5"]);
    expect(dataOf(asker(json, { listed: listed.slice(1) })("www.example.com"))).toEqual(["192.0.2.6"]);
    expect(asker(json)("www.example.com")?.answer).toMatchObject({ rcode: 0, records: [] });
  });
});

describe("the place of who asks", () => {
  const locate = locator([
    ...documentOf({
      networks: {
        office: { subnets: ["203.0.113.0/24"], country: "DE", region: "office" },
        home: { subnets: ["2001:db8::/32"], asn: 64500 },
      },
    }).networks,
  ]);
  const cf = { country: "FR", continent: "EU", asn: 1, regionCode: "IDF" };

  test("is that of the connection, and the configuration knows better than the platform", () => {
    expect(placeFrom({ ip: "203.0.113.7", cf }, undefined, locate)).toEqual({
      subnet: subnet("203.0.113.0"),
      country: "DE",
      continent: "EU",
      asn: 1,
      region: "office",
    });
  });

  test("is that of the subnet that was told, of which the platform knows nothing", () => {
    expect(placeFrom({ ip: "203.0.113.7", cf }, subnet("2001:db8::1"), locate)).toEqual({
      subnet: subnet("2001:db8::"),
      asn: 64500,
    });
  });

  test("is nowhere for who does not want to be located", () => {
    const hidden = cutSubnet(new Uint8Array(4), 0);
    expect(placeFrom({ ip: "203.0.113.7", cf }, hidden, locate)).toEqual({ subnet: hidden });
  });

  test("is nowhere where nobody knows the address", () => {
    expect(placeFrom({ ip: undefined, cf: undefined }, undefined, locate)).toEqual({});
  });
});
