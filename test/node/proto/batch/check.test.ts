import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BatchItem, parseBatch } from "../../../../proto/batch/batch.ts";
import { urlProblem } from "../../../../proto/batch/url.ts";
import { toFault } from "../../../../proto/fault.ts";

const TEXT = new TextEncoder();

function parse(requests: unknown): BatchItem[] {
  return parseBatch(TEXT.encode(JSON.stringify({ requests })), "application/json");
}

/** The message of the refusal. */
function refusal(requests: unknown): string {
  try {
    parse(requests);
  } catch (thrown) {
    const fault = toFault(thrown);
    expect(fault).toMatchObject({ code: "invalid_argument", status: 400 });
    return fault.message;
  }
  return expect.fail("the batch was accepted");
}

describe("an item", () => {
  test("needs no more than an id and a URL", () => {
    expect(parse([{ id: "a", url: "/x" }])).toEqual([
      { id: "a", method: "GET", url: "/x", headers: [], dependsOn: [], priority: 0 },
    ]);
  });

  test("takes null for absent, as many serializers write it", () => {
    const item = {
      id: "a",
      url: "/x",
      method: null,
      headers: null,
      body: null,
      dependsOn: null,
      timeoutMs: null,
      priority: null,
    };
    expect(parse([item])).toEqual(parse([{ id: "a", url: "/x" }]));
  });

  test("has its method in upper case and its header names in lower case", () => {
    const [item] = parse([{ id: "a", url: "/x", method: "patch", headers: { "X-A": ["1", "2"], "x-a": "3" } }]);
    expect(item?.method).toBe("PATCH");
    expect(item?.headers).toEqual([
      ["x-a", "1"],
      ["x-a", "2"],
      ["x-a", "3"],
    ]);
  });

  test("loses the headers that belong to a connection", () => {
    const headers = {
      Host: "evil",
      Connection: "x-a",
      "Content-Length": "9",
      "Transfer-Encoding": "chunked",
      "X-A": "1",
      "accept-encoding": "br",
    };
    expect(parse([{ id: "a", url: "/x", headers }])[0]?.headers).toEqual([["x-a", "1"]]);
  });

  test.each<[string, object, RegExp]>([
    ["no id", { id: undefined }, /^requests\[1\]: id must be a string/],
    ["an id that is a number", { id: 1 }, /^requests\[1\]: id must/],
    ["an empty id", { id: "" }, /^requests\[1\]: id must/],
    ["an id of 65 characters", { id: "x".repeat(65) }, /^requests\[1\]: id must/],
    ["an id with a brace", { id: "a}" }, /^requests\[1\]: id must/],
    ["an id with a line break", { id: "a\nb" }, /^requests\[1\]: id must/],
    ["an id that is taken", { id: "first" }, /^requests\[1\] 'first': id is that of an earlier item/],
    ["no URL", { url: undefined }, /^requests\[1\] 'b': url must be a string/],
    ["an empty URL", { url: "" }, /url must be relative/],
    ["a method that is no token", { method: "GE T" }, /'b': method must be an HTTP method/],
    ["a method of 33 characters", { method: "X".repeat(33) }, /method must be/],
    ["CONNECT", { method: "connect" }, /method must not be CONNECT/],
    ["TRACE", { method: "TRACE" }, /method must not be TRACE/],
    ["a method that is no string", { method: 5 }, /method must be a string/],
    ["headers that are a list", { headers: [] }, /headers must be an object/],
    ["a header name with a space", { headers: { "a b": "1" } }, /headers: "a b" is no name of a header/],
    ["an empty header name", { headers: { "": "1" } }, /headers: "" is no name/],
    ["a header with a line break", { headers: { a: "1\r\nx-forged: 2" } }, /value of 'a' has a character/],
    ["a header with NUL", { headers: { a: "\u0000" } }, /value of 'a' has a character/],
    ["a header beyond Latin-1", { headers: { a: "日" } }, /value of 'a' has a character/],
    ["a header that is a number", { headers: { a: 1 } }, /value of 'a' must be a string/],
    ["a header that is a list of numbers", { headers: { a: ["1", 2] } }, /value of 'a' must be a string/],
    ["101 headers", { headers: { a: Array.from({ length: 101 }, () => "") } }, /at most 100/],
    ["headers of 17 KB", { headers: { a: "x".repeat(17_000) } }, /at most 16384 bytes/],
    ["a body with GET", { body: { a: 1 } }, /body must be absent for GET/],
    ["a body with HEAD", { method: "HEAD", body: 1 }, /body must be absent for HEAD/],
    [
      "a body that is no base64",
      { method: "POST", headers: { "content-type": "image/png" }, body: "***" },
      /body must be base64/,
    ],
    [
      "a body that should be base64",
      { method: "POST", headers: { "content-type": "image/png" }, body: { a: 1 } },
      /body must be base64/,
    ],
    ["dependsOn that is a string", { dependsOn: "first" }, /dependsOn must be a list of ids/],
    ["dependsOn with a number", { dependsOn: [1] }, /dependsOn must be a list of ids/],
    ["dependsOn of nobody", { dependsOn: ["nobody"] }, /'b': dependsOn names "nobody", which is not in the batch/],
    ["dependsOn of itself", { dependsOn: ["b"] }, /dependsOn names the item itself/],
    ["timeoutMs of a minute and more", { timeoutMs: 60_001 }, /timeoutMs must be a whole number from 0 to 60000/],
    ["timeoutMs below 0", { timeoutMs: -1 }, /timeoutMs must/],
    ["timeoutMs of a half", { timeoutMs: 0.5 }, /timeoutMs must/],
    ["timeoutMs in words", { timeoutMs: "5" }, /timeoutMs must/],
    ["a priority beyond 32 bits", { priority: 2 ** 31 }, /priority must/],
    ["a flag that is none", { bare: "yes" }, /bare must/],
    ["an atomicity group", { atomicityGroup: "g" }, /atomicityGroup is not supported/],
    [
      "a reference without dependsOn",
      { url: "/users/{first.body.id}" },
      /'\{first.body.id\}' refers to 'first', which is not in its dependsOn/,
    ],
    ["a reference in a header without dependsOn", { headers: { a: "{first.body.id}" } }, /not in its dependsOn/],
    [
      "a reference to another than in dependsOn",
      { dependsOn: ["first"], url: "/{third.body.id}" },
      /refers to 'third'/,
    ],
    [
      "a reference in a body to another",
      { dependsOn: ["first"], method: "POST", url: "/x", body: { a: ["{third.body}"] } },
      /refers to 'third'/,
    ],
    ["a reference to all headers", { dependsOn: ["first"], url: "/{first.headers}" }, /must name one header/],
  ])("%s is refused", (_, wrong, message) => {
    const [first, third] = [
      { id: "first", url: "/x" },
      { id: "third", url: "/y" },
    ];
    expect(refusal([first, { id: "b", url: "/x", ...wrong }, third])).toMatch(message);
  });

  test("that depends on nothing may have braces in its body", () => {
    const [item] = parse([{ id: "a", method: "POST", url: "/x", body: "{a.body.b} {{" }]);
    expect(new TextDecoder().decode(item?.body)).toBe('"{a.body.b} {{"');
  });
});

describe("a batch", () => {
  test.each<[string, unknown, RegExp]>([
    ["no list", undefined, /requests must be a list/],
    ["an object", {}, /requests must be a list/],
    ["an empty list", [], /requests must not be empty/],
    ["51 items", Array.from({ length: 51 }, (_, index) => ({ id: `${index}`, url: "/" })), /51 items, but at most 50/],
    ["an item that is null", [null], /requests\[0\] must be an object/],
    ["an item that is a list", [[]], /requests\[0\] must be an object/],
    ["a cycle of two", [item("a", ["b"]), item("b", ["a"])], /requests\[0\] 'a': dependsOn is a cycle among a, b/],
    [
      "a cycle behind others",
      [item("x", []), item("a", ["x", "c"]), item("b", ["a"]), item("c", ["b"])],
      /'a': dependsOn is a cycle/,
    ],
  ])("of %s is refused", (_, requests, message) => expect(refusal(requests)).toMatch(message));

  test("of 50 items, in a chain, passes", () => {
    const chain = Array.from({ length: 50 }, (_, index) => item(`${index}`, index === 0 ? [] : [`${index - 1}`]));
    expect(parse(chain)).toHaveLength(50);
  });

  test("whose items depend on each other both ways round a diamond passes", () => {
    expect(parse([item("d", ["b", "c"]), item("b", ["a"]), item("c", ["a"]), item("a", [])])).toHaveLength(4);
  });

  test.each([null, "", "text/plain", "application/x-www-form-urlencoded", "application/x-protobuf;delimited=true"])(
    "of type %s is a 415",
    (type) => expect(() => parseBatch(TEXT.encode("{}"), type)).toThrow(expect.objectContaining({ status: 415 })),
  );

  test("may refer to 500 values of its replies, wherever they stand, and to no more", () => {
    const refers = (id: string, count: number) => ({
      id,
      method: "POST",
      url: "/y",
      dependsOn: ["a"],
      body: Array(count).fill("{a.body.b}"),
    });
    const first = { id: "a", url: "/x" };
    expect(parse([first, refers("b", 499), { id: "c", url: "/{a.body.b}", dependsOn: ["a"] }])).toHaveLength(3);
    expect(refusal([first, refers("b", 250), refers("c", 251)])).toMatch(
      /^requests\[2\] 'c': a batch may refer to at most 500/,
    );
  });

  test("may refer to what is 100 levels deep in a reply, and no deeper", () => {
    const refers = (depth: number) => [
      { id: "a", url: "/x" },
      { id: "b", url: `/{a.body${".0".repeat(depth)}}`, dependsOn: ["a"] },
    ];
    expect(parse(refers(100))).toHaveLength(2);
    expect(refusal(refers(101))).toMatch(/^requests\[1\] 'b': a reference to 'a' has more than 100 segments/);
  });

  test("of more than 1 MiB is a 413", () => {
    expect(() => parseBatch(new Uint8Array(1_048_577), "application/json")).toThrow(
      expect.objectContaining({ status: 413 }),
    );
  });

  test.each(["", "{", "[]", "null", "\u0000", '{"requests":[}'])("that is '%s' is refused", (text) => {
    expect(() => parseBatch(TEXT.encode(text), "application/json")).toThrow(
      expect.objectContaining({ code: "invalid_argument", status: 400 }),
    );
  });

  test("that is not UTF-8 is refused", () => {
    const bytes = TEXT.encode('{"requests":[{"id":"a","url":"/?"}]}');
    bytes[bytes.indexOf(0x3f)] = 0xff;
    expect(() => parseBatch(bytes, "application/json")).toThrow(expect.objectContaining({ status: 400 }));
  });

  test.each([[0xff, 0xff, 0xff], [0x0a, 0x7f, 0x01], [0x0b], [0x0a, 0x02, 0x0a, 0x05]])(
    "of broken protobuf is refused: %#",
    (...bytes) => {
      expect(() => parseBatch(Uint8Array.from(bytes), "application/x-protobuf")).toThrow(
        expect.objectContaining({ code: "invalid_argument" }),
      );
    },
  );

  test("of hostile lengths is refused in a moment", () => {
    const spaces = `{"requests":[{"id":"a","url":"/x","headers":{"a":"${" ".repeat(1_000_000)}x"}}]}`;
    const padding = `{"requests":[{"id":"a","method":"POST","url":"/x","headers":{"content-type":"a/b"},"body":"${"=".repeat(1_000_000)}x"}]}`;
    const braces = `{"requests":[{"id":"b","url":"/"},{"id":"a","dependsOn":["b"],"method":"POST","url":"/x","body":"${"{a.body.".repeat(120_000)}"}]}`;
    const started = performance.now();
    for (const text of [spaces, padding]) expect(() => parseBatch(TEXT.encode(text), "application/json")).toThrow();
    expect(parseBatch(TEXT.encode(braces), "application/json")).toHaveLength(2);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe("a URL", () => {
  test.each([
    "/",
    "/x",
    "/x/y?z=1",
    "/x//y",
    "/a/../b",
    "/a/b/../../c",
    "/%24batches",
    "/x?u=http://h/",
    "/x?y=a:b",
    "/é",
    "/x:y",
    "/$batch2",
    "/a%2fb",
  ])("%s is taken", (url) => expect(urlProblem(url)).toBeUndefined());

  test("without its first slash is meant from the root", () => {
    expect(parse([{ id: "a", url: "users/1?x=y" }])[0]?.url).toBe("/users/1?x=y");
  });

  test.each<[string, RegExp]>([
    ["http://evil/x", /relative/],
    ["HTTPS://evil/x", /relative/],
    ["javascript:alert(1)", /relative/],
    ["x:y", /relative/],
    ["//evil/x", /relative/],
    ["///evil", /relative/],
    ["/\\evil", /backslash/],
    ["\\\\evil", /backslash/],
    ["/x\\..\\y", /backslash/],
    ["/x#y", /fragment/],
    ["#", /fragment/],
    ["?x=1", /relative/],
    ["/x y", /spaces or control/],
    ["/x\ty", /spaces or control/],
    ["/\r\nx", /spaces or control/],
    ["/\u0000", /spaces or control/],
    ["/\u0085", /spaces or control/],
    [" /x", /spaces or control/],
    ["/\ud800", /spaces or control/],
    ["/..", /climb/],
    ["/../x", /climb/],
    ["/a/../../x", /climb/],
    ["/%2e%2E/x", /climb/],
    ["/.%2e/x", /climb/],
    ["/a/..//evil", /climb|two slashes/],
    ["/..//evil/x", /climb/],
    ["/a/..//b", /two slashes/],
    ["/.//b", /two slashes/],
    ["/$batch", /batch itself/],
    ["/$batch?x", /batch itself/],
    ["/$BATCH", /batch itself/],
    ["/%24batch", /batch itself/],
    ["/%24%62atch", /batch itself/],
    ["/%2524batch", /batch itself/],
    ["/x/../$batch", /batch itself/],
    ["/./$batch", /batch itself/],
    ["/$batch/", /batch itself/],
    ["/$batch;v=1", /batch itself/],
    ["/v1.0/$batch", /batch itself/],
    ["/x%2f$batch", /batch itself/],
    [`/${"x".repeat(8000)}`, /at most 8000/],
  ])("%j is refused", (url, problem) => expect(urlProblem(url)).toMatch(problem));

  test("that is taken stays on its host and out of the batch, however it is resolved", () => {
    const piece = fc.constantFrom(
      "/",
      "//",
      "..",
      ".",
      "%2e",
      "$batch",
      "%24batch",
      "a",
      "?",
      "#",
      "\\",
      ":",
      "@",
      "\t",
      "http:",
      "{",
      "%",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 10 }), (pieces) => {
        const url = `/${pieces.join("")}`;
        if (urlProblem(url) !== undefined) return;
        const resolved = new URL(url, "https://edge.test");
        expect(resolved.host).toBe("edge.test");
        expect(resolved.hash).toBe("");
        expect(decodeLoosely(resolved.pathname).toLowerCase().split("/")).not.toContain("$batch");
      }),
      { numRuns: 3000 },
    );
  });
});

function item(id: string, dependsOn: string[]) {
  return { id, url: "/x", dependsOn };
}

function decodeLoosely(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
