/** Centrifugo's JSON: what a frame of commands says, and that data passes through as it was written. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Publication } from "../../../../proto/push/model.ts";
import { centrifugoPublication, exactJson, parseCentrifugoFrame } from "../../../../proto/push/push.ts";

describe("a frame", () => {
  test("holds commands, one a line, with fields left out and null alike", () => {
    const frame =
      '{"id":1,"connect":{"token":null,"subs":{"a":{"recover":true,"epoch":"e","offset":7},"b":{}}}}\n\n{}\n';
    expect(parseCentrifugoFrame(frame)).toEqual([
      { method: "connect", id: 1, token: "", name: "", version: "", positions: { a: { epoch: "e", offset: 7 } } },
      { method: "pong" },
    ]);
  });

  test.each([
    [
      '{"id":2,"subscribe":{"channel":"a","recover":true,"flag":3}}',
      { position: { epoch: "", offset: 0 }, rejectUnrecovered: true },
    ],
    ['{"id":2,"subscribe":{"channel":"a","offset":7,"flag":1}}', { position: undefined, rejectUnrecovered: false }],
    [
      '{"id":2,"history":{"channel":"a","since":{"offset":3}}}',
      { limit: 0, since: { epoch: "", offset: 3 }, reverse: false },
    ],
    ['{"id":2,"rpc":{"method":"m"}}', { method: "rpc", name: "m", data: "null" }],
    ['{"id":2,"publish":{"channel":"a","data":null}}', { data: "null" }],
    ['{"id":2,"publish":{"channel":"a"}}', { data: undefined }],
    ['{"id":2,"toString":{}}', { method: "unknown" }],
  ])("%s", (line, expected) => {
    expect(parseCentrifugoFrame(line)?.[0]).toMatchObject(expected);
  });

  test("is malformed as a whole, or not at all, whatever it is", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((value) => JSON.stringify({ id: 1, subscribe: value })),
        ),
        (frame) => {
          const parsed = parseCentrifugoFrame(frame);
          expect(parsed === undefined || parsed.length > 0).toBe(true);
        },
      ),
    );
  });
});

describe("data", () => {
  const publication = (data: Publication["data"]): Publication => ({ offset: 1, data, op: 0, publishedAtMs: 0 });

  test("in JSON says the same after its way through, on one line", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, "\r\n"), (value, indent) => {
        const line = centrifugoPublication(publication(JSON.stringify(value, null, indent)));
        expect(line).not.toMatch(/[\r\n]/);
        expect(JSON.parse(line)).toEqual({ data: JSON.parse(JSON.stringify(value)), offset: 1 });
      }),
    );
  });

  test("of bytes is base64", () => {
    expect(JSON.parse(centrifugoPublication(publication(new Uint8Array([255, 0, 1]))))).toMatchObject({ data: "/wAB" });
  });

  test.each([
    "12345678901234567890",
    '{"a":[-98765432109876543210,1.5]}',
    '{"id":0.12345678901234567891}',
    '"1234567890123456"',
  ])("keeps its long numbers: %s", (text) => {
    expect(JSON.stringify(exactJson(text))).toBe(text);
  });
});
