import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { documentOfContent, parseDocument } from "../../../../edge/httpdns/document.ts";

const flawsOf = (json: unknown) => parseDocument(JSON.stringify(json)).flaws ?? [];
const zone = (names: object) => ({ zones: { "example.com": { names } } });
const sets = { web: { addresses: ["192.0.2.1"] } };

test("an empty one is right, and answers for nothing", () => {
  expect(parseDocument("{}").document).toMatchObject({ foreign: { suffixes: [] }, service: { ips: [] } });
});

test("the example of the docs is right", async () => {
  const text = await readFile(new URL("../../../../docs/httpdns.md", import.meta.url), "utf8");
  const [, example = ""] = /```json\n(.*?)```/s.exec(text) ?? [];
  const { document, flaws } = parseDocument(example);
  expect(flaws).toBeUndefined();
  expect(document?.zones.size).toBe(1);
});

test.each([
  ["no JSON", "{", /is no JSON/],
  ["no object", "[]", /must be a JSON object/],
  ["a section of another name", '{"zone":{"a":{}}}', /zone\/a: sections are called/],
  ["a section that is no object", '{"zones":[]}', /zones: must be a JSON object/],
])("%s is refused", (_, text, flaw) => expect(parseDocument(text).flaws?.join()).toMatch(flaw));

describe("what is wrong is named by section, key and field", () => {
  test.each([
    ["a name in capitals", zone({ WWW: { sets: "web" } }), "zones/example.com.names.WWW: must be @, or labels"],
    ["a wildcard", zone({ "*": { sets: "web" } }), "zones/example.com.names.*: must be @"],
    [
      "a label that is too long",
      zone({ ["a".repeat(64)]: { sets: "web" } }),
      `zones/example.com.names.${"a".repeat(64)}`,
    ],
    ["a zone with an empty label", { zones: { "a..b": { names: {} } } }, "zones/a..b: must be a name"],
    ["a set that is missing", zone({ www: { sets: "no" } }), "zones/example.com.names.www: no set is called 'no'"],
    ["neither sets nor cname", zone({ www: {} }), "must have one of rules, sets and cname"],
    [
      "both in a rule",
      zone({ www: { rules: [{ sets: "web", cname: "a.example.com" }] } }),
      "must have either sets or cname",
    ],
    ["a cname to anywhere", zone({ www: { cname: "www.example.org" } }), "is in no zone here"],
    [
      "a subnet with host bits",
      zone({ w: { rules: [{ when: { subnet: "10.0.0.1/8" }, sets: "web" }] } }),
      "without host bits",
    ],
    [
      "a subnet that no client has",
      zone({ w: { rules: [{ when: { subnet: "10.0.0.1/32" }, sets: "web" }] } }),
      "at most /24",
    ],
    [
      "a TTL of 0",
      { zones: { "example.com": { ttlSeconds: 0, names: {} } } },
      "zones/example.com.ttlSeconds: at least 1",
    ],
    ["a field of another name", { sets: { web: { addresses: [], adresses: [] } } }, "sets/web"],
    ["a set of nothing", { sets: { web: {} } }, "sets/web: must have addresses"],
    [
      "an address twice",
      { sets: { web: { addresses: ["2001:db8::1", "2001:DB8:0::1"] } } },
      "2001:db8::1 is there twice",
    ],
    [
      "a network twice",
      { networks: { a: { subnets: ["10.0.0.0/8"] }, b: { subnets: ["10.0.0.0/8"] } } },
      "10.0.0.0/8 is there twice",
    ],
    [
      "a resolver over plain HTTP",
      { resolvers: { r: { url: "http://dns.example/dns-query" } } },
      "resolvers/r.url: must be an https URL",
    ],
    ["suffixes without resolvers", { settings: { foreign: { suffixes: ["example.net"] } } }, "need resolvers"],
    [
      "a quorum of more than there are",
      { resolvers: { r: { url: "https://a.example/" } }, settings: { foreign: { suffixes: [], quorum: 2 } } },
      "there are only 1",
    ],
    [
      "probes that cannot keep their promise",
      { settings: { health: { intervalMs: 2_000 } } },
      "settings/health: intervalMs, and downAfter",
    ],
    ["an account by a name", { accounts: { me: { unsigned: true } } }, "accounts/me"],
  ])("%s", (_, json, flaw) => expect(flawsOf({ sets, ...json }).join("\n")).toContain(flaw));
});

describe("CNAMEs", () => {
  test("in a cycle are refused, by whatever rules it closes", () => {
    const names = {
      a: { cname: "b.example.com" },
      b: { rules: [{ sets: "web" }, { when: { country: "DE" }, cname: "c.example.com" }] },
      c: { cname: "a.example.com" },
    };
    expect(flawsOf({ ...zone(names), sets })).toEqual([
      "zones: a.example.com → b.example.com → c.example.com → a.example.com is a cycle of CNAMEs",
    ]);
    expect(flawsOf(zone({ "@": { cname: "example.com" } }))).toEqual([
      "zones: example.com → example.com is a cycle of CNAMEs",
    ]);
  });

  test("may lead over eight, and no more", () => {
    const chain = (length: number) => ({
      ...Object.fromEntries(Array.from({ length }, (_, at) => [`n${at}`, { cname: `n${at + 1}.example.com` }])),
      [`n${length}`]: { sets: "web" },
    });
    expect(flawsOf({ ...zone(chain(8)), sets })).toEqual([]);
    expect(flawsOf({ ...zone(chain(9)), sets })[0]).toMatch(/more than 8 CNAMEs/);
  });

  test("in a chain of thousands are told of, in good time", () => {
    const names = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, at) => [`n${at}`, { cname: `n${at + 1}.example.com` }]),
    );
    expect(flawsOf(zone({ ...names, n5000: { cname: "n0.example.com" } })).length).toBeGreaterThan(0);
  });
});

describe("a release", () => {
  const entry = (section: string, key: string, value: unknown, secret = false) => ({
    section,
    key,
    type: "json" as const,
    value: JSON.stringify(value),
    secret,
    comment: "",
    revision: 1,
  });
  const textOf = async ({ value }: { readonly value: string }) => value;

  test("is read like the binding", async () => {
    const content = [
      entry("sets", "web", sets.web),
      entry("zones", "example.com", { names: { www: { sets: "web" } } }),
    ];
    const { document } = await documentOfContent(content, textOf);
    expect(document?.zones.get("example.com")?.names.www).toMatchObject({ sets: ["web"] });
  });

  test("keeps accounts secret, and nothing else", async () => {
    const account = { unsigned: true };
    expect((await documentOfContent([entry("accounts", "1", account)], textOf)).flaws).toEqual([
      "accounts/1: must be a secret",
    ]);
    expect((await documentOfContent([entry("accounts", "1", account, true)], textOf)).document?.accounts.size).toBe(1);
    expect((await documentOfContent([entry("sets", "web", sets.web, true)], textOf)).flaws).toEqual([
      "sets/web: must be no secret",
    ]);
  });
});
