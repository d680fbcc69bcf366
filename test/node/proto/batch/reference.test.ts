import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BatchItem, type BatchReply, escapeReference } from "../../../../proto/batch/batch.ts";
import { echoes, referencesOf, resolveReferences, withoutReferences } from "../../../../proto/batch/reference.ts";

const TEXT = new TextEncoder();
const JSON_HEADERS = [["content-type", "application/json"]] as const;

const SESSION =
  '{"uid": 12345678901234567890, "name":"Ärger & Söhne", "tags":["a","b/c"], "nested":{"n":1.50}, "no":null, "yes":true, "empty":"", "up":"..", "dot":".", "lines":"a\\r\\nb", "half":"\\ud800"}';

function reply(body: string, extra: Partial<BatchReply> = {}): BatchReply {
  return {
    id: "signIn",
    status: 200,
    headers: [...JSON_HEADERS, ["location", "/x"], ["vary", "a"], ["vary", "b"]],
    body: TEXT.encode(body),
    ...extra,
  };
}

function item(fields: Partial<BatchItem>): BatchItem {
  return { id: "me", method: "GET", url: "/", headers: [], dependsOn: ["signIn"], priority: 0, ...fields };
}

function resolve(fields: Partial<BatchItem>, of: BatchReply = reply(SESSION)): BatchItem {
  return resolveReferences(item(fields), () => of).item;
}

function withBody(json: string): Partial<BatchItem> {
  return { method: "POST", headers: JSON_HEADERS, body: TEXT.encode(json) };
}

function bodyOf(json: string, of?: BatchReply): string {
  return new TextDecoder().decode(resolve(withBody(json), of).body);
}

describe("a URL", () => {
  test.each([
    ["/users/{signIn.body.uid}", "/users/12345678901234567890"],
    ["/users/{signIn.body.name}", "/users/%C3%84rger%20%26%20S%C3%B6hne"],
    ["/t/{signIn.body.tags.1}/x", "/t/b%2Fc/x"],
    ["/?a={signIn.body.nested.n}&b={signIn.body.yes}", "/?a=1.50&b=true"],
    ["/?q={signIn.body.empty}", "/?q="],
    ["/?q={signIn.body.up}", "/?q=.."],
    ["/a{signIn.body.dot}b", "/a.b"],
    ["/x?to={signIn.headers.location}", "/x?to=%2Fx"],
    ["/x?v={signIn.headers.vary}", "/x?v=a%2C%20b"],
    ["/{{signIn.body.uid}", "/{signIn.body.uid}"],
    ["/{x}/{other.thing}/}", "/{x}/{other.thing}/}"],
  ])("%s becomes %s", (url, resolved) => expect(resolve({ url }).url).toBe(resolved));

  test.each<[string, RegExp]>([
    ["/{signIn.body.missing}", /'\{signIn.body.missing\}' is not in the reply of 'signIn'/],
    ["/{signIn.body.tags.2}", /is not in the reply/],
    ["/{signIn.body.uid.x}", /is not in the reply/],
    ["/{signIn.headers.etag}", /'\{signIn.headers.etag\}' is not in the reply/],
    ["/{signIn.body.nested}", /is an object, and cannot be put into text/],
    ["/{signIn.body.tags}", /is a list, and cannot/],
    ["/{signIn.body.no}", /is null, and cannot/],
    ["/{signIn.body.empty}/x", /is empty/],
    ["/users/{signIn.body.up}", /dot segment/],
    ["/users/{signIn.body.dot}/x", /dot segment/],
    ["/users/.{signIn.body.dot}", /dot segment/],
    ["/{signIn.body.half}", /no well-formed text/],
    ["/{signIn.body.dot}./$batch", /dot segment/],
  ])("%s fails the item with 424", (url, message) => {
    expect(() => resolve({ url })).toThrow(expect.objectContaining({ code: "failed_precondition", status: 424 }));
    expect(() => resolve({ url })).toThrow(message);
  });

  test("that a value would make a batch is refused", () => {
    expect(() => resolve({ url: "/{signIn.body.path}" }, reply('{"path":"$batch"}'))).toThrow(/batch itself/);
  });

  test("cannot be broken out of by any value", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (value) => {
        let url: string;
        try {
          url = resolve(
            { url: "/users/{signIn.body.v}/posts?x={signIn.body.v}" },
            reply(JSON.stringify({ v: value })),
          ).url;
        } catch (thrown) {
          expect(thrown).toMatchObject({ status: 424 });
          return;
        }
        const parsed = new URL(url, "https://edge.test");
        expect(parsed.pathname.split("/").map(decodeURIComponent)).toEqual(["", "users", value, "posts"]);
        expect(parsed.searchParams.get("x")).toBe(value);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a header", () => {
  test("takes values as they are", () => {
    const headers = [
      ["authorization", "Bearer {signIn.body.token}"],
      ["x", "{{signIn.body.token}"],
    ] as const;
    expect(resolve({ headers }, reply('{"token":"a.b-c/d="}')).headers).toEqual([
      ["authorization", "Bearer a.b-c/d="],
      ["x", "{signIn.body.token}"],
    ]);
  });

  test.each(["{signIn.body.lines}", "{signIn.body.half}"])(
    "with %s fails the item: nothing may add a header",
    (value) => {
      expect(() => resolve({ headers: [["x", value]] })).toThrow(/'x' has control characters/);
    },
  );
});

describe("a JSON body", () => {
  test.each([
    ['{"a":"{signIn.body.uid}"}', '{"a":12345678901234567890}'],
    ['{"a":"{signIn.body.nested}"}', '{"a":{"n":1.50}}'],
    ['{"a":"{signIn.body.no}"}', '{"a":null}'],
    ['["{signIn.body.tags}", "{signIn.body.name}"]', '[["a","b/c"], "Ärger & Söhne"]'],
    ['"{signIn.body.uid}"', "12345678901234567890"],
    ['"id {signIn.body.uid}!"', '"id 12345678901234567890!"'],
    ['"{signIn.body.uid}{signIn.body.yes}"', '"12345678901234567890true"'],
    ['"{{signIn.body.uid}"', '"{signIn.body.uid}"'],
    ['"\\u007bsignIn.body.uid}"', "12345678901234567890"],
    ['{"{signIn.body.uid}": 98765432109876543210}', '{"{signIn.body.uid}": 98765432109876543210}'],
    ['"{signIn.body.lines}."', '"a\\r\\nb."'],
    ['"{signIn.headers.location}"', '"/x"'],
    ['"plain"', '"plain"'],
  ])("%s becomes %s", (json, resolved) => expect(bodyOf(json)).toBe(resolved));

  test("all of a reply may be taken", () => expect(bodyOf('{"all":"{signIn.body}"}')).toBe(`{"all":${SESSION}}`));

  test("a reference inside text to what is no text fails the item", () => {
    expect(() => bodyOf('"x {signIn.body.nested}"')).toThrow(/is an object/);
  });

  test("of another type is taken as it is", () => {
    const bytes = TEXT.encode("{signIn.body.uid}");
    expect(resolve({ method: "POST", headers: [["content-type", "text/plain"]], body: bytes }).body).toEqual(bytes);
    expect(resolve({ method: "POST", body: bytes }).body).toEqual(bytes);
  });

  test("that is no JSON after all is taken as it is", () =>
    expect(bodyOf("{signIn.body.uid}")).toBe("{signIn.body.uid}"));

  test("text that was escaped arrives as it was typed, whatever it is", () => {
    const typed = fc.oneof(
      fc.string(),
      fc
        .array(fc.constantFrom("{", "}", "{{", "{signIn.body.uid}", "a"), { maxLength: 6 })
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(typed, (text) => {
        expect(JSON.parse(bodyOf(JSON.stringify({ text: escapeReference(text) })))).toEqual({ text });
      }),
    );
  });
});

describe("a reply", () => {
  test("in another format gives its JSON when it is asked, and only then", () => {
    let asked = 0;
    const protobuf = { ...reply("\u0008\u0001"), headers: [["content-type", "application/x-protobuf"]] as const };
    const of: BatchReply = {
      ...protobuf,
      json: () => {
        asked++;
        return { uid: "7" };
      },
    };
    expect(resolve({ url: "/x" }, of).url).toBe("/x");
    expect(asked).toBe(0);
    expect(resolve({ url: "/{signIn.body.uid}" }, of).url).toBe("/7");
    expect(asked).toBe(1);
    expect(() => resolve({ url: "/{signIn.body.uid}" }, protobuf)).toThrow(/the body of 'signIn' is no JSON/);
  });

  test("gives its JSON once, however many values are taken from it", () => {
    let asked = 0;
    const of = reply("", {
      json: () => {
        asked++;
        return { uid: "7", name: "x" };
      },
    });
    expect(resolve({ url: "/{signIn.body.uid}/{signIn.body.name}" }, of).url).toBe("/7/x");
    expect(resolve({ url: "/{signIn.body.name}" }, of).url).toBe("/x");
    expect(asked).toBe(1);
  });

  test("is not multiplied beyond the size of a batch", () => {
    const of = reply(JSON.stringify({ long: "x".repeat(100_000) }));
    expect(bodyOf(JSON.stringify(Array(10).fill("{signIn.body}")), of).length).toBeGreaterThan(1_000_000);
    expect(() => bodyOf(JSON.stringify(Array(11).fill("{signIn.body}")), of)).toThrow(
      expect.objectContaining({ code: "resource_exhausted", status: 413 }),
    );
    expect(() => resolve({ headers: [["x", "{signIn.body.long}"]] }, of)).toThrow(/headers, .* more than 16384 bytes/);
  });

  test.each(["{broken", ""])("whose body '%s' claims to be JSON has no values", (body) => {
    expect(() => resolve({ url: "/{signIn.body.uid}" }, reply(body))).toThrow(/is no JSON/);
  });

  test("whose JSON cannot be made fails the item with the reason for the log", () => {
    const cause = new Error("no such field");
    const of = reply("", {
      json: () => {
        throw cause;
      },
    });
    expect(() => resolve({ url: "/{signIn.body.uid}" }, of)).toThrow(expect.objectContaining({ status: 424, cause }));
  });

  test("whose JSON is nothing has no values", () => {
    expect(() => resolve({ url: "/{signIn.body.uid}" }, reply("", { json: () => undefined }))).toThrow(/is no JSON/);
  });
});

test("an item that depends on nothing is the very same", () => {
  const given = item({ url: "/{{x", dependsOn: [] });
  expect(resolveReferences(given, () => expect.fail("asked")).item).toBe(given);
});

test("an id with dots is read up to its first .body or .headers", () => {
  expect(referencesOf(item({ url: "/{a.b.body.c}" }))).toEqual([
    { text: "{a.b.body.c}", id: "a.b", part: "body", path: ["c"] },
  ]);
});

test("withoutReferences() leaves what stands around them", () => {
  expect(withoutReferences("/a/{x.body.y}/{{b/{c}")).toBe("/a/x/{b/{c}");
});

describe("what a reply tells of a secret", () => {
  const secret = { ...reply('{"token":"s3cr3t/t0ken","pin":"1234"}'), sensitive: true };
  const secretsOf = (fields: Partial<BatchItem>, of: BatchReply = secret) =>
    resolveReferences(item(fields), () => of).secrets;
  const body = (text: string): BatchReply => ({ id: "me", status: 404, headers: [], body: TEXT.encode(text) });

  test("is seen where URL or body of its request had the secret", () => {
    const secrets = secretsOf({ url: "/x/{signIn.body.token}" });
    expect(echoes(body("nothing is at /x/s3cr3t%2Ft0ken"), secrets)).toBe(true);
    expect(echoes(body("no token s3cr3t/t0ken here"), secrets)).toBe(true);
    expect(echoes(body("nothing is there"), secrets)).toBe(false);
    expect(echoes(body("s3cr3t/t0ken"), secretsOf(withBody('{"t":"{signIn.body.token}"}')))).toBe(true);
  });

  test("is seen in a header of the reply, and where all of the other reply was taken", () => {
    const redirect = { ...body(""), headers: [["location", "/sign-in?t=s3cr3t%2Ft0ken"]] as const };
    expect(echoes(redirect, secretsOf({ url: "/x/{signIn.body.token}" }))).toBe(true);
    const whole = secretsOf(withBody('{"session":"{signIn.body}"}'));
    expect(echoes(body('{ "you sent": { "token": "s3cr3t/t0ken" } }'), whole)).toBe(true);
    expect(echoes(body('{ "you sent": "a session" }'), whole)).toBe(false);
  });

  test("counts as shown where it is too many secrets to look for", () => {
    const many = {
      ...reply(JSON.stringify(Array.from({ length: 101 }, (_, i) => `secret no. ${i}`))),
      sensitive: true,
    };
    expect(echoes(body("nothing"), secretsOf(withBody('"{signIn.body}"'), many))).toBe(true);
  });

  test("is not looked for where there is no secret: short, in a header, of an open reply", () => {
    expect(echoes(body("1234"), secretsOf({ url: "/{signIn.body.pin}" }))).toBe(false);
    expect(secretsOf({ headers: [["authorization", "{signIn.body.token}"]] })).toEqual([]);
    expect(secretsOf({ url: "/{signIn.body.token}" }, { ...secret, sensitive: false })).toEqual([]);
  });
});
