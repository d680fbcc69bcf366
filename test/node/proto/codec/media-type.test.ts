import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isJsonType,
  isProtobufType,
  MESSAGE_OFFERS,
  type MediaOffer,
  parseMediaType,
  preferredMedia,
} from "../../../../proto/codec/codec.ts";

const FORMATS: readonly MediaOffer<"json" | "lines" | "protobuf" | "frames">[] = [
  { kind: "json", types: ["application/json"], parameters: "any" },
  { kind: "lines", types: ["application/jsonl"] },
  { kind: "protobuf", types: ["application/x-protobuf", "application/protobuf"] },
  { kind: "frames", types: ["application/x-protobuf", "application/protobuf"], parameters: { delimited: "true" } },
];

describe("the format of a message", () => {
  test.each([
    [null, "application/json"],
    ["", "application/json"],
    ["*/*", "application/json"],
    ["application/*", "application/json"],
    ["application/json", "application/json"],
    ["APPLICATION/JSON", "application/json"],
    ["application/json; charset=utf-8", "application/json"],
    ["application/json;odata.metadata=minimal;q=0.9", "application/json"],
    ["application/x-protobuf", "application/x-protobuf"],
    ["application/protobuf", "application/protobuf"],
    ["application/proto", "application/proto"],
    ["application/x-protobuf, application/json", "application/x-protobuf"],
    ["application/json, application/x-protobuf", "application/x-protobuf"],
    ["application/x-protobuf, */*", "application/x-protobuf"],
    ["*/*, application/x-protobuf", "application/x-protobuf"],
    ["application/x-protobuf;q=0.5, application/json", "application/json"],
    ["application/x-protobuf;q=0.5, */*;q=0.8", "application/json"],
    ["application/json;q=0.1, application/proto;q=0.2", "application/proto"],
    ["application/json;q=0, */*", "application/x-protobuf"],
    ["application/*;q=0.1, application/x-protobuf;q=0", "application/json"],
    ["text/html, application/xhtml+xml, */*;q=0.8", "application/json"],
    ['text/x;a="application/x-protobuf, y", application/proto', "application/proto"],
    ["application/x-protobuf;q=1.5, application/json;q=0.1", "application/json"],
    ["application/x-protobuf;q=, application/json;q=0.1", "application/json"],
    ["application/protobuf, application/x-protobuf", "application/x-protobuf"],
  ])("Accept: %s gives %s", (accept, contentType) => {
    expect(preferredMedia(accept, MESSAGE_OFFERS)?.contentType).toBe(contentType);
  });

  test.each([
    "text/html",
    "application/json;q=0",
    "*/*;q=0",
    "application/xml, text/*",
    "nonsense",
    ",",
    "application/x-protobuf;delimited=true",
  ])("Accept: %s takes none", (accept) => expect(preferredMedia(accept, MESSAGE_OFFERS)).toBeUndefined());

  test("nothing to offer is nothing to choose", () => expect(preferredMedia("*/*", [])).toBeUndefined());
});

describe("a format with a parameter is a format of its own", () => {
  test.each([
    ["application/x-protobuf", "protobuf", "application/x-protobuf"],
    ["application/x-protobuf;delimited=true", "frames", "application/x-protobuf;delimited=true"],
    ['application/protobuf; Delimited="true"', "frames", "application/protobuf;delimited=true"],
    [
      "application/x-protobuf;delimited=true, application/json;q=0.9",
      "frames",
      "application/x-protobuf;delimited=true",
    ],
    ["application/x-protobuf;delimited=true;q=0.5, application/json", "json", "application/json"],
    [
      "application/x-protobuf;delimited=true, application/x-protobuf",
      "frames",
      "application/x-protobuf;delimited=true",
    ],
    ["application/x-protobuf;delimited=false, application/jsonl", "lines", "application/jsonl"],
    ["application/jsonl, */*;q=0.1", "lines", "application/jsonl"],
  ])("Accept: %s gives %s", (accept, kind, contentType) => {
    expect(preferredMedia(accept, FORMATS)).toEqual({ kind, contentType });
  });
});

test("no Accept header breaks the choice, and a choice is always one of the offers", () => {
  const piece = fc.constantFrom(
    ...'application/json,application/x-protobuf,*/*,application/*,;q=0.5,;q=0,;q=,",\\,;delimited=true, ,;'.split(","),
    ",",
  );
  const header = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(fc.oneof(header, fc.string()), (accept) => {
      const choice = preferredMedia(accept, FORMATS);
      if (choice !== undefined) expect(FORMATS.map(({ kind }) => kind)).toContain(choice.kind);
    }),
  );
});

test("a very long header costs no more than its first choices", () => {
  const accept = `${"text/a;q=0.1,".repeat(20_000)}application/x-protobuf`;
  expect(preferredMedia(accept, MESSAGE_OFFERS)).toBeUndefined();
});

describe("the type of a body", () => {
  test.each([
    ["application/json", true, false],
    ["Application/JSON; charset=utf-8", true, false],
    ["application/problem+json", true, false],
    ["application/x-protobuf", false, true],
    ["application/proto", false, true],
    ["application/protobuf; messageType=x", false, true],
    ["application/x-protobuf;delimited=true", false, false],
    ["application/jsonl", false, false],
    ["text/json", false, false],
    ["", false, false],
    [null, false, false],
  ])("%s", (contentType, json, protobuf) => {
    expect(isJsonType(contentType)).toBe(json);
    expect(isProtobufType(contentType)).toBe(protobuf);
  });

  test("has parameters, quoted or not, of which the first of a name counts", () => {
    const { type, parameters } = parseMediaType('Multipart/Mixed; Boundary="a;\\"b"; charset=UTF-8; boundary=c');
    expect(type).toBe("multipart/mixed");
    expect({ ...parameters }).toEqual({ boundary: 'a;"b', charset: "UTF-8" });
  });

  test("has no parameter from the prototype of objects", () => {
    expect(isProtobufType("application/x-protobuf;constructor=1")).toBe(true);
    expect(parseMediaType("a/b;__proto__=x").parameters.toString).toBeUndefined();
  });
});
