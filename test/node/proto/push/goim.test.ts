/** goim's packets: bytes that a running goim sent or took, what it refuses, and what holds for every packet. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decodeGoimPacket,
  encodeGoimBatch,
  encodeGoimPacket,
  GOIM_OP,
  GOIM_PACKET_BYTES_MAX,
  goimPacketBytes,
  parseGoimAuth,
  parseGoimOperations,
  unwrapGoimFrame,
} from "../../../../proto/push/push.ts";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const bytesOf = (text: string) => new TextEncoder().encode(text);
const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const packets = fc.record({
  ver: fc.integer({ min: -(2 ** 15), max: 2 ** 15 - 1 }),
  op: int32,
  seq: int32,
  body: fc.uint8Array({ maxLength: GOIM_PACKET_BYTES_MAX - 16 }),
});

describe("a packet", () => {
  test.each([
    ["the reply to auth", { ver: 3, op: 8, seq: 77, body: "" }, "0000001000100003000000080000004d"],
    [
      "a heartbeat's reply",
      { ver: 1, op: 3, seq: 2, body: "\0\0\0\u0001" },
      "0000001400100001000000030000000200000001",
    ],
    [
      "a push",
      { ver: 1, op: 1000, seq: 0, body: '{"test":1}' },
      "0000001a00100001000003e8000000007b2274657374223a317d",
    ],
    [
      "a room's change",
      { ver: 1, op: 13, seq: 7, body: "live://9" },
      "00000018001000010000000d000000076c6976653a2f2f39",
    ],
  ])("is byte for byte goim's: %s", (_what, { body, ...header }, wire) => {
    expect(hex(encodeGoimPacket({ ...header, body: bytesOf(body) }))).toBe(wire);
    expect(decodeGoimPacket(Buffer.from(wire, "hex"))).toEqual({ ...header, body: Buffer.from(body) });
  });

  test("comes back as it was, wherever it stands in its buffer", () => {
    fc.assert(
      fc.property(packets, fc.nat(40), (packet, offset) => {
        const wire = encodeGoimPacket(packet);
        const shifted = new Uint8Array(offset + wire.length);
        shifted.set(wire, offset);
        expect(goimPacketBytes(shifted, offset)).toBe(wire.length);
        expect(decodeGoimPacket(shifted.subarray(offset))).toEqual(packet);
      }),
    );
  });

  test("is none when it is shorter or longer than it says", () => {
    fc.assert(
      fc.property(packets, fc.integer({ min: 1, max: 30 }), (packet, by) => {
        const wire = encodeGoimPacket(packet);
        expect(decodeGoimPacket(wire.subarray(0, Math.max(0, wire.length - by)))).toBeUndefined();
        expect(decodeGoimPacket(new Uint8Array([...wire, ...new Uint8Array(by)]))).toBeUndefined();
      }),
    );
  });

  test.each([
    ["a length above the most", "00001011001000010000000200000001", "bad"],
    ["the greatest length that is taken", "00001010001000010000000200000001", 4112],
    ["a length below the header", "0000000f001000010000000200000001", "bad"],
    ["a negative length", "ffffffff001000010000000200000001", "bad"],
    ["another header", "00000010001100010000000200000001", "bad"],
    ["no header", "00000010000000010000000200000001", "bad"],
    ["a header that is not all there", "000000100010000100000002000000", "more"],
    ["nothing", "", "more"],
  ])("is told by its header: %s", (_what, wire, expected) => {
    expect(goimPacketBytes(Buffer.from(wire, "hex"))).toBe(expected);
  });
});

describe("a batch", () => {
  test("is byte for byte goim's, and its packets are what goes over TCP", () => {
    const wire = encodeGoimBatch([{ op: 1000, body: bytesOf('{"test":1}') }]);
    const inner = "0000001a00100001000003e8000000007b2274657374223a317d";
    expect(hex(wire)).toBe(`0000002a001000010000000900000000${inner}`);
    expect(hex(unwrapGoimFrame(wire) as Uint8Array)).toBe(inner);
  });

  test("has each message once, in order, of any length", () => {
    const message = fc.record({ op: int32, body: fc.uint8Array({ maxLength: 9_000 }) });
    fc.assert(
      fc.property(fc.array(message, { minLength: 1, maxLength: 8 }), (messages) => {
        const wire = unwrapGoimFrame(encodeGoimBatch(messages)) as Uint8Array;
        expect(hex(wire)).toBe(messages.map((each) => hex(encodeGoimPacket({ ver: 1, seq: 0, ...each }))).join(""));
      }),
      { numRuns: 50 },
    );
  });

  test("a frame of another kind stays as it is, and what is no frame is refused", () => {
    const reply = encodeGoimPacket({ ver: 1, op: GOIM_OP.authReply, seq: 1, body: new Uint8Array() });
    expect(unwrapGoimFrame(reply)).toEqual(reply);
    for (const wrong of [reply.subarray(1), new Uint8Array(0), new Uint8Array(16), new Uint8Array([...reply, 0])]) {
      expect(unwrapGoimFrame(wrong)).toBeUndefined();
    }
  });
});

describe("auth", () => {
  const nobody = { mid: "", key: "", room: "", platform: "", accepts: [], token: "" };

  test.each([
    ["{}", {}],
    [
      '{"mid":123, "room_id":"live://1000", "platform":"web", "accepts":[1000,1001]}',
      { mid: "123", room: "live://1000", platform: "web", accepts: [1000, 1001] },
    ],
    ['{"mid":9007199254740993}', { mid: "9007199254740993" }],
    ['{"mid":9223372036854775807}', { mid: "9223372036854775807" }],
    ['{"mid":0}', {}],
    ['{"mid":-5}', {}],
    ['{"mid":null,"key":null,"accepts":null}', {}],
    [
      '{"key":"k","unknown":{"mid":"x"},"accepts":[-2147483648,2147483647]}',
      { key: "k", accepts: [-2147483648, 2147483647] },
    ],
    ['{"token":"a.b.c"}', { token: "a.b.c" }],
  ])("of %s is taken", (text, expected) => {
    expect(parseGoimAuth(text)).toEqual({ ...nobody, ...expected });
  });

  test.each([
    "",
    "{",
    "null",
    "[]",
    '"text"',
    "7",
    '{"mid":"123"}',
    '{"mid":1.5}',
    '{"mid":1e3}',
    '{"mid":9223372036854775808}',
    '{"mid":true}',
    '{"key":1}',
    '{"room_id":["live://1"]}',
    '{"platform":{}}',
    '{"token":1}',
    '{"accepts":"1000"}',
    '{"accepts":{}}',
    '{"accepts":[1.5]}',
    '{"accepts":["1000"]}',
    '{"accepts":[2147483648]}',
    '{"accepts":[null]}',
    '{"mid":1}{}',
  ])("of %j is refused", (text) => {
    expect(parseGoimAuth(text)).toBeUndefined();
  });

  test("of any text either is taken or refused, and never throws", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const auth = parseGoimAuth(text);
        if (auth !== undefined) expect(auth.mid).toMatch(/^\d*$/);
      }),
    );
  });
});

test.each([
  ["1002,1003", [1002, 1003]],
  ["-1", [-1]],
  ["+7", [7]],
  ["2147483647", [2147483647]],
  ["", undefined],
  ["1002,", undefined],
  ["1002, 1003", undefined],
  ["x", undefined],
  ["1e3", undefined],
  ["2147483648", undefined],
])("operations of %j are %j", (text, expected) => {
  expect(parseGoimOperations(text)).toEqual(expected);
});
