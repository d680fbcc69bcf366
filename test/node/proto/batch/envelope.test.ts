import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decodeFrame,
  decodeReply,
  decodeRequest,
  decodeResponse,
  encodeFrame,
  encodeReply,
  encodeRequest,
  encodeResponse,
} from "../../../../proto/batch/envelope.ts";
import {
  BatchFrame,
  BatchItem,
  BatchReply,
  BatchRequest,
  BatchResponse,
} from "../../../../proto/gen/batch.contract.ts";
import { readWire, WireWriter } from "../../../../proto/wire.ts";

/** Lone surrogates are no text on the wire: each coder has its own way to replace them. */
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 80 }).map((any) => any.replaceAll(/\p{Surrogate}/gu, "?")),
  fc.constantFrom("", "\ufeff", "é".repeat(24), "x".repeat(48), "x".repeat(49), "x".repeat(300)),
);
const headers = fc.array(fc.tuple(text, text), { maxLength: 4 });
const body = fc.uint8Array({ maxLength: 300 }).map((bytes) => new Uint8Array(bytes));
const item = fc.record({
  id: text,
  method: text,
  url: text,
  headers,
  body,
  dependsOn: fc.array(text, { maxLength: 3 }),
  timeoutMs: fc.integer({ min: 0, max: 0xffff_ffff }),
  priority: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  bare: fc.boolean(),
});
const reply = fc.record({ id: text, status: fc.nat(), headers, body, sensitive: fc.boolean() });
const frame = fc.record({ plain: fc.array(reply, { maxLength: 3 }), packed: body });

/** Bytes as lists: the generated code gives Buffers. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return [...value];
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]));
}
const named = ([name, value]: readonly [string, string]) => ({ name, value });
const headed = <T extends { headers: readonly (readonly [string, string])[] }>(value: T) => ({
  ...value,
  headers: value.headers.map(named),
});

describe("the envelope", () => {
  test("has the bytes that the generated code gives it, and is read back as it was", () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 4 }), fc.array(reply, { maxLength: 4 }), frame, (items, replies, one) => {
        const request = encodeRequest(items);
        expect([...request]).toEqual([...BatchRequest.encode({ requests: items.map(headed) })]);
        expect(plain(decodeRequest(request))).toEqual(plain(items));
        const response = encodeResponse(replies);
        expect([...response]).toEqual([...BatchResponse.encode({ responses: replies.map(headed) })]);
        expect(plain(decodeResponse(response))).toEqual(plain(replies));
        const framed = encodeFrame(one.plain, one.packed);
        expect([...framed]).toEqual([...BatchFrame.encode({ ...one, plain: one.plain.map(headed) })]);
        expect(plain(decodeFrame(framed))).toEqual(plain(one));
        for (const each of replies) expect([...encodeReply(each)]).toEqual([...BatchReply.encode(headed(each))]);
      }),
      { numRuns: 150 },
    );
  });

  test("has every field of the contract", () => {
    const names = (type: { readonly fields: readonly { readonly name: string }[] }) =>
      type.fields.map(({ name }) => name);
    const [read] = decodeRequest(encodeRequest([{}]));
    expect(Object.keys(read ?? {})).toEqual(names(BatchItem));
    expect(Object.keys(decodeReply(new Uint8Array(0)))).toEqual(names(BatchReply));
    expect(Object.keys(decodeFrame(new Uint8Array(0)))).toEqual(names(BatchFrame));
  });

  test("is read, or refused, as the generated code does it, whatever the bytes", () => {
    let refused = 0;
    let read = 0;
    const damaged = fc
      .tuple(
        reply.map((value) => encodeReply(value)),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
        fc.nat(20),
      )
      .map(([bytes, changes, cut]) => {
        const copy = bytes.slice(0, Math.max(0, bytes.length - (cut < 10 ? 0 : cut)));
        for (const [at, byte] of changes) if (copy.length > 0) copy[at % Math.min(copy.length, 40)] = byte;
        return copy;
      });
    // Tags of all types, of known and unknown fields, groups among them.
    const tags = fc.array(fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 5 }), fc.nat(3)), {
      maxLength: 12,
    });
    const built = tags.map((parts) =>
      Uint8Array.from(parts.flatMap(([field, type, value]) => [(field << 3) | type, value])),
    );
    fc.assert(
      fc.property(fc.oneof(damaged, built, fc.uint8Array({ maxLength: 30 })), (bytes) => {
        const [mine, theirs] = [() => headed(decodeReply(bytes)), () => BatchReply.decode(bytes)].map((decode) => {
          try {
            return { value: plain(decode()) };
          } catch (thrown) {
            return { code: (thrown as { code: string }).code };
          }
        });
        expect(mine).toEqual(theirs);
        if (mine !== undefined && "value" in mine) read++;
        else refused++;
      }),
      { numRuns: 4000 },
    );
    expect(read).toBeGreaterThan(300);
    expect(refused).toBeGreaterThan(300);
  });

  test.each([
    ["a length of more than there is", [0x0a, 0x05, 0x61]],
    ["a length of 70 bits", [0x0a, ...Array(9).fill(0xff), 0x01]],
    ["a number without an end", [0x10, ...Array(10).fill(0x80)]],
    ["a tag that is cut short", [0x80]],
    ["field 0", [0x02, 0x00]],
    ["a field number beyond 29 bits", [0xf8, 0xff, 0xff, 0xff, 0x7f, 0x00]],
    ["an end of no group", [0x0c]],
    ["a group without an end", [0x33]],
    ["a group that another ends", [0x33, 0x3c]],
    ["groups nested deeper than 100", Array(102).fill(0x33)],
    ["text that is no UTF-8", [0x0a, 0x01, 0xff]],
    ["a header that says to be longer than its message", [0x1a, 0x02, 0x0a, 0x05, 0x61, 0x61, 0x61, 0x61, 0x61]],
  ])("with %s is refused", (_, bytes) => {
    expect(() => decodeReply(Uint8Array.from(bytes))).toThrow(
      expect.objectContaining({ code: "invalid_argument", message: "the bytes are not a fairway.batch.v1.BatchReply" }),
    );
  });

  test("of another that knows more fields is read", () => {
    const bytes = Uint8Array.from([
      0x33, 0x0a, 0x01, 0x41, 0x34, 0x0a, 0x01, 0x61, 0x7d, 1, 2, 3, 4, 0x79, 1, 2, 3, 4, 5, 6, 7, 8,
    ]);
    expect(decodeReply(bytes).id).toBe("a");
  });
});

test("a message as long as any length of a length is read back", () => {
  for (const size of [0, 1, 125, 126, 127, 128, 129, 16_381, 16_384, 2_097_148, 2_097_160]) {
    const writer = new WireWriter();
    writer.message(1, new Uint8Array(size).fill(7), (inner, bytes) => inner.bytes(1, bytes));
    const read = readWire("test", writer.finish(), (reader) => {
      const all: number[] = [];
      while (reader.next() !== 0) {
        reader.pushMessage(all, (inner) => {
          let length = 0;
          while (inner.next() !== 0) length = inner.bytes(new Uint8Array(0)).length;
          return length;
        });
      }
      return all;
    });
    expect(read).toEqual([size]);
  }
});
