import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutSubnet, parseAddress } from "../../../../edge/httpdns/address.ts";
import { type Asked, exchange, type Told } from "../../../../edge/httpdns/foreign/exchange.ts";
import { decodeMessage, encodeMessage, findOpt, type Message, type MessageRecord } from "../../../../proto/dns/dns.ts";

const ASKED: Asked = { name: "www.example.net", type: 1, subnet: undefined };
const TRUE = "192.0.2.10";
const FORGED = "198.51.100.66";

const address = (name: string, data: string, more: Partial<MessageRecord> = {}): MessageRecord => ({
  name,
  type: "A",
  class: "IN",
  ttl: 60,
  data,
  ...more,
});
const cname = (name: string, data: string): MessageRecord => ({ name, type: "CNAME", class: "IN", ttl: 60, data });

type Reply = (query: Message) => Uint8Array<ArrayBuffer>;

function ask(reply: Reply, asked: Asked = ASKED, init: ResponseInit = {}): Promise<Told> {
  return exchange("https://dns.example/dns-query", asked, {
    async fetch(_, { body }) {
      const headers = { "content-type": "application/dns-message" };
      return new Response(reply(decodeMessage(body as Uint8Array)), { headers, ...init });
    },
    random: Math.random,
    timeoutMs: 1_000,
  });
}

const replying =
  (answers: readonly MessageRecord[], more: Partial<Message> = {}): Reply =>
  ({ id, questions }) =>
    encodeMessage({ type: "response", id, flags: 0, questions, answers, ...more });

describe("of a reply", () => {
  test("the chain from the name that was asked for is read, and nothing else", async () => {
    const answers = [
      address("bank.example.org", FORGED),
      address("edge.example.org", TRUE),
      cname("WWW.Example.NET", "Mid.Example.org"),
      cname("mid.example.org", "edge.example.org"),
      address("www.example.net", FORGED), // A name with a CNAME has nothing else (RFC 1034 §3.6.2).
      address("edge.example.org", FORGED, { class: "CH" }),
      { ...address("edge.example.org", "2001:db8::1"), type: "AAAA" },
    ];
    const told = await ask(replying(answers));
    expect(told.addresses).toEqual([{ name: "edge.example.org", type: 1, ttlSeconds: 60, data: TRUE }]);
    expect(told.cnames.map(({ data }) => data)).toEqual(["mid.example.org", "edge.example.org"]);
  });

  test("that there is nothing is read with the SOA of a zone that the name is in, and of no other", async () => {
    const soa = (name: string, minimum: number): MessageRecord => ({
      name,
      type: "SOA",
      class: "IN",
      ttl: 300,
      data: { mname: "ns.example.net", rname: "h.example.net", serial: 1, refresh: 2, retry: 3, expire: 4, minimum },
    });
    const authorities = [soa("example.org", 9_999), soa("example.net", 120)];
    const told = await ask(replying([], { authorities, flags: 3 }));
    expect(told).toMatchObject({ rcode: 3, addresses: [], negativeTtlSeconds: 120, soa: { name: "example.net" } });
    expect((await ask(replying([], { authorities: authorities.slice(0, 1) }))).negativeTtlSeconds).toBeUndefined();
  });

  test("a TTL beyond what there may be counts as none", async () => {
    const told = await ask(replying([address(ASKED.name, TRUE, { ttl: 0xff_ff_ff_ff })]));
    expect(told.addresses[0]?.ttlSeconds).toBe(0);
  });
});

describe("a reply is refused", () => {
  const good = [address(ASKED.name, TRUE)];
  test.each<[string, Reply]>([
    ["that is a query", (query) => encodeMessage({ ...query, type: "query" })],
    ["with another id", (query) => replying(good, { id: (query.id + 1) & 0xffff })(query)],
    ["to another name", replying(good, { questions: [{ name: "www.example.org", type: "A", class: "IN" }] })],
    ["to another type", replying(good, { questions: [{ name: ASKED.name, type: "AAAA", class: "IN" }] })],
    ["to another class", replying(good, { questions: [{ name: ASKED.name, type: "A", class: "CH" }] })],
    ["to nothing", replying(good, { questions: [] })],
    ["to two questions", (query) => replying(good, { questions: [...query.questions, ...query.questions] })(query)],
    ["that is cut off", replying(good, { flags: 1 << 9 })],
    ["with an error", replying(good, { flags: 5 })],
    ["that the resolver could not find out", replying([], { flags: 2 })],
    ["that has addresses of no name", replying(good, { flags: 3 })],
    [
      "with CNAMEs that go in a circle",
      replying([cname(ASKED.name, "a.example.net"), cname("a.example.net", ASKED.name)]),
    ],
    ["that something follows", (query) => Uint8Array.of(...replying(good)(query), 0)],
    ["of fewer records than it says", (query) => replying(good)(query).slice(0, -8)],
    ["of nothing", () => new Uint8Array(0)],
    ["of too much", () => new Uint8Array(70_000)],
  ])("%s", async (_, reply) => {
    await expect(ask(reply)).rejects.toThrow();
  });

  test("with another status or type", async () => {
    await expect(ask(replying(good), ASKED, { status: 502 })).rejects.toThrow("502");
    await expect(ask(replying(good), ASKED, { headers: { "content-type": "text/html" } })).rejects.toThrow("text/html");
  });
});

test("whatever is done to a reply, it is refused, or what comes out of it are addresses", async () => {
  const change = fc.tuple(fc.nat(200), fc.nat(255));
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), fc.nat(200), async (changes, cut) => {
      const reply: Reply = (query) => {
        const bytes = replying([cname(ASKED.name, "edge.example.org"), address("edge.example.org", TRUE)])(query);
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
        return cut < 150 ? bytes : bytes.slice(0, cut % bytes.length);
      };
      const told = await ask(reply).catch(() => undefined);
      for (const { data } of told?.addresses ?? []) expect(parseAddress(data)).toHaveLength(4);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ["203.0.113.77", 24, 1, "203.0.113.0"],
  ["2001:db8:1:2ff::1", 56, 2, "2001:db8:1:200::"],
])("the network of %s goes along cut, and queries are all of one length", async (ip, prefix, family, sent) => {
  const subnet = cutSubnet(parseAddress(ip) ?? new Uint8Array(4));
  const lengths = new Set<number>();
  for (const name of ["a.example.net", "a-much-longer-name.example.net"]) {
    await exchange(
      "https://dns.example/",
      { ...ASKED, name, subnet },
      {
        async fetch(_, { body }) {
          const bytes = body as Uint8Array;
          lengths.add(bytes.length);
          const query = decodeMessage(bytes);
          expect(findOpt(query)?.options[0]).toMatchObject({ code: 8, family, sourcePrefixLength: prefix });
          expect(renderedSubnet(findOpt(query)?.options[0]?.ip)).toBe(sent);
          const headers = { "content-type": "application/dns-message" };
          return new Response(replying([])(query), { headers });
        },
        random: Math.random,
        timeoutMs: 1_000,
      },
    );
  }
  expect([...lengths]).toEqual([128]);
});

function renderedSubnet(ip = ""): string {
  return ip.includes(":") ? ip.replace(/(?::0)+$/, "::").replace(/:::+/, "::") : ip;
}
