import { describe, expect, test } from "vitest";
import { renderBase64Url } from "../../../../proto/base64.ts";
import { decodeMessage, encodeMessage, findOpt, type Message, type MessageOption } from "../../../../proto/dns/dns.ts";
import { seeded } from "../../../seeded.ts";
import { type World, world } from "./world.ts";

const MESSAGE = { "content-type": "application/dns-message" };
const RD = 1 << 8;
const CD = 1 << 4;
const DO = 0x8000;
const SUBNET = 8;
const PADDING = 12;

const asking = (name: string, type = "A", more: Partial<Message> = {}): Uint8Array<ArrayBuffer> =>
  encodeMessage({ id: 0, type: "query", flags: RD, questions: [{ name, type, class: "IN" }], ...more });

const withOptions = (options: readonly MessageOption[], flags = 0): Partial<Message> => ({
  additionals: [{ type: "OPT", name: ".", udpPayloadSize: 4096, ednsVersion: 0, flags, options }],
});

const subnet = (ip: string, sourcePrefixLength: number, family = ip.includes(":") ? 2 : 1) =>
  withOptions([{ code: SUBNET, family, ip, sourcePrefixLength, scopePrefixLength: 0 }]);

/** With options of bytes that the library would not write. */
function askingWith(...options: readonly (readonly number[])[]): Uint8Array<ArrayBuffer> {
  const query = asking("api.app.test", "A", withOptions([]));
  const added = options.flatMap((data) => [0, SUBNET, 0, data.length, ...data]);
  return new Uint8Array([...query.subarray(0, -1), added.length, ...added]);
}

const post = (it: World, body: BodyInit, headers: Record<string, string> = MESSAGE) =>
  it.send("/dns-query", { method: "POST", headers, body });

async function answerTo(it: World, query: Uint8Array<ArrayBuffer>) {
  const reply = await post(it, query);
  expect([reply.status, reply.headers.get("content-type")]).toEqual([200, "application/dns-message"]);
  return decodeMessage(new Uint8Array(await reply.arrayBuffer()));
}

const brief = (records: Message["answers"]) => records.map(({ name, type, ttl, data }) => [name, type, ttl, data]);

describe("a question in DNS", () => {
  test("is answered by POST and by GET alike", async () => {
    const it = world();
    const query = asking("www.app.test");
    const got = await it.send(`/dns-query?dns=${renderBase64Url(query)}`);
    expect(got.headers.get("cache-control")).toBe("max-age=60");
    expect(got.headers.get("access-control-allow-origin")).toBe("*");
    const message = decodeMessage(new Uint8Array(await got.arrayBuffer()));
    expect(message).toMatchObject({
      id: 0,
      type: "response",
      rcode: "NOERROR",
      flag_rd: true,
      flag_ra: true,
      flag_tc: false,
    });
    expect(message.questions).toEqual([{ name: "www.app.test", type: "A", class: "IN" }]);
    expect(brief(message.answers)).toEqual([
      ["www.app.test", "CNAME", 60, "api.app.test"],
      ["api.app.test", "A", 60, "192.0.2.1"],
    ]);
    expect(await answerTo(it, query)).toEqual(message);
    expect(await answerTo(it, asking("api.app.test", "AAAA"))).toMatchObject({ answers: [{ data: "2001:db8::1" }] });
  });

  test("gets its id and its letters back, whatever their case", async () => {
    const message = await answerTo(world(), asking("aPi.App.TEST", "A", { id: 0xbeef, flags: RD | CD }));
    expect(message).toMatchObject({ id: 0xbeef, flag_cd: true, questions: [{ name: "aPi.App.TEST" }] });
    expect(message.answers).toHaveLength(1);
    expect(await answerTo(world(), asking("api.app.test", "A", { flags: 0 }))).toMatchObject({ flag_rd: false });
  });

  test.each([
    ["that there is not", "none.app.test", "A", "NXDOMAIN"],
    ["without such a record", "four.app.test", "AAAA", "NOERROR"],
    ["asked for a type that nobody knows here", "four.app.test", "UNKNOWN_65", "NOERROR"],
  ])("for a name %s says so, with the SOA that says how long", async (_, name, type, rcode) => {
    const it = world();
    const reply = await post(it, asking(name, type));
    expect(reply.headers.get("cache-control")).toBe("max-age=30");
    const message = decodeMessage(new Uint8Array(await reply.arrayBuffer()));
    expect(message).toMatchObject({ rcode, answers: [], authorities: [{ name: "app.test", type: "SOA", ttl: 30 }] });
    expect(message.questions[0]?.type).toBe(type);
  });

  test.each(["example.com", "api.other.test", "test", ".", "*.app.test", "a_b.c", "xn--bcher-kva.app.test.evil"])(
    "for %s, which is not open, is refused and not looked up",
    async (name) => {
      const reply = await post(world(), asking(name));
      expect(reply.headers.get("cache-control")).toBe("no-store");
      expect(decodeMessage(new Uint8Array(await reply.arrayBuffer()))).toMatchObject({ rcode: "REFUSED", answers: [] });
    },
  );
});

describe("the same question again", () => {
  test("has the id that it came with, whatever ids came before", async () => {
    const it = world();
    for (const id of [0, 7, 0xfffe, 7, 0]) {
      expect(await answerTo(it, asking("api.app.test", "A", { id }))).toMatchObject({
        id,
        answers: [{ data: "192.0.2.1" }],
      });
      expect(await answerTo(it, asking("api.app.test", "ANY", { id }))).toMatchObject({ id, rcode: "NOTIMP" });
    }
  });

  test("from another network has that network's answer", async () => {
    const it = world();
    const query = asking("near.app.test");
    for (const [ip, address] of [
      ["203.0.113.5", "192.0.2.9"],
      ["198.51.100.5", "192.0.2.4"],
      ["203.0.113.6", "192.0.2.9"],
    ] as const) {
      const reply = await it.send(`/dns-query?dns=${renderBase64Url(query)}`, { ip });
      const message = decodeMessage(new Uint8Array(await reply.arrayBuffer()));
      expect(message.answers.map(({ data }) => data)).toEqual([address]);
    }
  });

  test("with other letters, another flag or other options is another one", async () => {
    const it = world();
    expect((await answerTo(it, asking("api.app.test"))).questions[0]?.name).toBe("api.app.test");
    expect((await answerTo(it, asking("API.app.test"))).questions[0]?.name).toBe("API.app.test");
    expect((await answerTo(it, asking("api.app.test", "A", { flags: RD | CD }))).flags & CD).toBe(CD);
    expect(findOpt(await answerTo(it, asking("api.app.test", "A", withOptions([], DO))))).toMatchObject({ flags: DO });
  });

  test("asked very often with very many ids and names is answered all the same", async () => {
    const it = world({ settings: { open: { dialects: ["doh"], requestsPerSecond: 1_000_000 } } });
    for (let n = 0; n < 2_500; n++) {
      const message = await answerTo(it, asking(`n${n}.app.test`, "A", { id: n }));
      expect([message.id, message.rcode, message.questions[0]?.name]).toEqual([n, "NXDOMAIN", `n${n}.app.test`]);
    }
    expect(await answerTo(it, asking("api.app.test"))).toMatchObject({ rcode: "NOERROR" });
  });
});

describe("EDNS", () => {
  test("is answered with EDNS, and a query without it without", async () => {
    const it = world();
    expect((await answerTo(it, asking("api.app.test"))).additionals).toEqual([]);
    const opt = findOpt(await answerTo(it, asking("api.app.test", "A", withOptions([], DO))));
    expect(opt).toMatchObject({ ednsVersion: 0, flags: DO, options: [] });
  });

  test.each([
    ["203.0.113.0", 24, "192.0.2.9", 24],
    ["203.0.113.255", 32, "192.0.2.9", 24],
    ["198.51.100.0", 24, "192.0.2.4", 24],
    ["0.0.0.0", 0, "192.0.2.4", 0],
    ["2001:db8::", 56, "192.0.2.4", 56],
    ["::", 0, "192.0.2.4", 0],
  ])("places who says %s/%i", async (ip, prefix, address, scope) => {
    const message = await answerTo(world(), asking("near.app.test", "A", subnet(ip, prefix)));
    expect(message.answers.map(({ data }) => data)).toEqual([address]);
    const [option] = findOpt(message)?.options ?? [];
    expect(option).toMatchObject({ code: SUBNET, ip, sourcePrefixLength: prefix, scopePrefixLength: scope });
  });

  test("an answer for a network is for nobody else", async () => {
    const it = world();
    const reply = await post(it, asking("near.app.test", "A", subnet("203.0.113.0", 24)));
    expect(reply.headers.get("cache-control")).toBe("private, max-age=60");
    expect((await post(it, asking("api.app.test", "A", subnet("203.0.113.0", 24)))).headers.get("cache-control")).toBe(
      "max-age=60",
    );
  });

  test.each([
    ["bits beyond its prefix", [[0, 1, 23, 0, 203, 0, 113]]],
    ["more bytes than its prefix needs", [[0, 1, 24, 0, 203, 0, 113, 0]]],
    ["fewer bytes than its prefix needs", [[0, 1, 24, 0, 203, 0]]],
    ["a prefix too long", [[0, 1, 33, 0, 1, 2, 3, 4, 128]]],
    ["a scope", [[0, 1, 24, 24, 203, 0, 113]]],
    ["a family that there is not", [[0, 3, 0, 0]]],
    ["no head", [[0, 1]]],
    [
      "another beside it",
      [
        [0, 1, 0, 0],
        [0, 1, 0, 0],
      ],
    ],
  ])("a client subnet with %s is malformed", async (_, options) => {
    const message = await answerTo(world(), askingWith(...options));
    expect(message).toMatchObject({ rcode: "FORMERR", answers: [] });
  });

  test("a client subnet that is right is taken, written by hand as well", async () => {
    expect(await answerTo(world(), askingWith([0, 1, 24, 0, 203, 0, 113]))).toMatchObject({ rcode: "NOERROR" });
  });

  test.each([["A"], ["AAAA"]])("a padded question for %s is answered in blocks of 468 bytes", async (type) => {
    const it = world();
    for (const more of [
      [],
      [{ code: SUBNET, family: 1, ip: "203.0.113.0", sourcePrefixLength: 24, scopePrefixLength: 0 }],
    ]) {
      const padded = withOptions([...more, { code: PADDING, length: 17 }]);
      const reply = await post(it, asking("www.app.test", type, padded));
      const bytes = new Uint8Array(await reply.arrayBuffer());
      expect(bytes.length).toBe(468);
      const message = decodeMessage(bytes);
      expect(message.answers).toHaveLength(2);
      expect(findOpt(message)?.options.map(({ code }) => code)).toEqual([...more.map(({ code }) => code), PADDING]);
      const refused = await post(it, asking("www.app.test", "UNKNOWN_255", padded));
      expect((await refused.arrayBuffer()).byteLength).toBe(468);
    }
  });

  test("of a version to come is told so", async () => {
    const more = withOptions([]);
    const [opt] = more.additionals ?? [];
    const message = await answerTo(
      world(),
      asking("api.app.test", "A", { additionals: [{ ...opt, ednsVersion: 1 } as never] }),
    );
    expect(message.rcode).toBe("NOERROR");
    expect(findOpt(message)).toMatchObject({ extendedRcode: 1, ednsVersion: 0 });
  });
});

describe("a message that is no such question", () => {
  const edited = (at: number, value: number) => asking("api.app.test").with(at, value);

  test.each([
    [
      "several questions",
      asking("api.app.test", "A", {
        questions: [
          { name: "a", type: "A", class: "IN" },
          { name: "b", type: "A", class: "IN" },
        ],
      }),
      "FORMERR",
    ],
    ["no question", asking("x", "A", { questions: [] }), "FORMERR"],
    ["more questions than it has", edited(5, 2), "FORMERR"],
    ["answers that it does not have", edited(7, 1), "FORMERR"],
    ["additionals that it does not have", edited(11, 1), "FORMERR"],
    ["very many additionals", edited(10, 255), "FORMERR"],
    ["something after its end", new Uint8Array([...asking("api.app.test"), 0]), "FORMERR"],
    ["a pointer to itself", new Uint8Array([0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0xc0, 12, 0, 1, 0, 1]), "FORMERR"],
    ["a pointer forwards", new Uint8Array([0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0xc0, 14, 0, 1, 0, 1]), "FORMERR"],
    ["a label of another kind", edited(12, 0x43), "FORMERR"],
    ["a name that does not end", asking("api.app.test").slice(0, 20), "FORMERR"],
    ["another opcode", edited(2, 0x28), "NOTIMP"],
    ["a type of no record", asking("api.app.test", "ANY"), "NOTIMP"],
    ["a transfer", asking("app.test", "AXFR"), "NOTIMP"],
    [
      "a class that is not IN",
      asking("api.app.test", "TXT", { questions: [{ name: "version.bind", type: "TXT", class: "CH" }] }),
      "REFUSED",
    ],
    ["a dot inside of a label", edited(14, 0x2e), "REFUSED"],
    ["a byte that is no letter", edited(14, 0xff), "REFUSED"],
  ])("%s: told in DNS", async (_, query, rcode) => {
    expect(await answerTo(world(), query)).toMatchObject({ rcode, type: "response", answers: [] });
  });

  test.each([
    ["nothing", new Uint8Array(0)],
    ["half a head", new Uint8Array(11)],
    ["an answer", edited(2, 0x81)],
  ])("%s: 400", async (_, body) => {
    expect((await post(world(), body)).status).toBe(400);
  });

  test("one that is too long is 413, of another type or none 415, by another method 405", async () => {
    const it = world();
    expect((await post(it, new Uint8Array(65_536))).status).toBe(413);
    expect((await post(it, asking("api.app.test"), { "content-type": "text/plain" })).status).toBe(415);
    expect((await post(it, asking("api.app.test"), {})).status).toBe(415);
    expect((await it.send("/dns-query", { method: "PUT" })).status).toBe(405);
    expect((await it.send("/resolve?name=api.app.test", { method: "POST" })).status).toBe(405);
  });

  test.each(["", "?dns=", "?dns=%00", "?dns=AA==", "?dns=a.b", "?x=1", "?dns=AAAA&dns=AAAA"])(
    "GET %s is 400",
    async (query) => {
      expect((await world().send(`/dns-query${query}`)).status).toBe(400);
    },
  );

  test("made at random, or of good ones, is always answered, and never with an address that nobody asked for", async () => {
    const it = world({ settings: { open: { dialects: ["doh"], requestsPerSecond: 1_000_000 } } });
    const random = seeded(6_06);
    const int = (below: number) => Math.floor(random() * below);
    const good = [
      asking("api.app.test", "A", withOptions([{ code: PADDING, length: 9 }])),
      asking("near.app.test", "A", subnet("203.0.113.0", 24)),
      asking("www.app.test", "AAAA"),
    ];
    for (let n = 0; n < 4_000; n++) {
      const bytes =
        n % 8 === 0 ? Uint8Array.from({ length: int(64) }, () => int(256)) : (good[n % 3] as Uint8Array).slice();
      for (let edits = int(5); edits > 0 && n % 8 !== 0; edits--) bytes[int(bytes.length)] = int(256);
      const cut = n % 5 === 0 ? bytes.slice(0, int(bytes.length + 1)) : bytes;
      const reply = await post(it, cut);
      if (reply.status === 400) continue;
      expect(reply.status).toBe(200);
      const message = decodeMessage(new Uint8Array(await reply.arrayBuffer()));
      expect(message.id).toBe(((cut[0] ?? 0) << 8) | (cut[1] ?? 0));
      if (message.answers.length > 0)
        expect(message.questions[0]?.name.toLowerCase()).toMatch(/^(?:api|near|www)\.app\.test$/);
    }
    expect(it.written.filter((line) => line.includes("Error"))).toEqual([]);
  });

  test("full of pointers is refused before anybody follows them", async () => {
    const bytes = new Uint8Array(65_535);
    const view = new DataView(bytes.buffer);
    bytes.set(asking("a"));
    view.setUint16(6, 4_000); // Answers.
    for (let at = 19; at + 1 < bytes.length; at += 2) view.setUint16(at, 0xc000 | Math.min(at - 2, 0x3fff));
    expect(await answerTo(world(), bytes)).toMatchObject({ rcode: "FORMERR" });
  });
});

test("pages may ask", async () => {
  const reply = await world().send("/dns-query", {
    method: "OPTIONS",
    headers: {
      origin: "https://page.example",
      "access-control-request-method": "POST",
      "access-control-request-headers": "content-type",
    },
  });
  expect(reply.status).toBe(204);
  expect(reply.headers.get("access-control-allow-origin")).toBe("*");
  expect(reply.headers.get("access-control-allow-methods")).toBe("GET, POST");
  expect(reply.headers.get("access-control-allow-headers")).toBe("content-type");
});

test("it is 403 where the configuration does not open it, and 429 for who asks too often", async () => {
  expect((await post(world({ settings: {} }), asking("api.app.test"))).status).toBe(403);
  const it = world({ settings: { open: { dialects: ["doh"], requestsPerSecond: 1 } } });
  const statuses = [];
  for (let n = 0; n < 2; n++) statuses.push((await post(it, asking("api.app.test"))).status);
  expect(statuses).toEqual([200, 429]);
});
