/** What the gateway knows of the protocols: where a client is connected, and what it is sent for a frame. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Dialect, dialectOf } from "../../../../origin/push-tcp/dialect.ts";
import { encodeGoimBatch, encodeGoimPacket } from "../../../../proto/push/push.ts";

const GOIM = dialectOf(0) as Dialect;
const GOPUSH = dialectOf(0x2a) as Dialect;
const packet = (op: number, body = "") => encodeGoimPacket({ ver: 1, op, seq: 1, body: Buffer.from(body) });

test("any other first byte is no client's", () => {
  for (let byte = 1; byte < 256; byte++) expect(dialectOf(byte)?.name).toBe(byte === 0x2a ? "gopush" : undefined);
});

test.each([
  ["{}", "/sub"],
  ['{"mid":9007199254740993,"key":"k"}', "/sub?home=9007199254740993"],
  ['{"key":"a&b"}', "/sub?home=a%26b"],
  ["broken", "/sub"],
])("a goim client with %s is connected at %s", (body, target) => {
  expect(GOIM.take(packet(7, body), false)).toEqual({ bytes: 16 + body.length, frames: [packet(7, body)], target });
});

test("packets before auth are used up and not passed on, and those after it are, in any pieces", () => {
  const stream = Buffer.concat([packet(2), packet(7, "{}"), packet(2), packet(4, "x")]);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: stream.length }), { maxLength: 20 }), (cuts) => {
      const ends = [...new Set(cuts), stream.length].sort((a, b) => a - b);
      let [buffer, from, isOpen] = [Buffer.alloc(0), 0, false];
      const frames: unknown[] = [];
      for (const end of ends) {
        buffer = Buffer.concat([buffer, stream.subarray(from, end)]);
        from = end;
        const taken = GOIM.take(buffer, isOpen);
        expect(taken.refusal).toBeUndefined();
        isOpen ||= taken.target !== undefined;
        frames.push(...taken.frames.map((frame) => Buffer.from(frame as Uint8Array).toString("hex")));
        buffer = buffer.subarray(taken.bytes);
      }
      expect(buffer.length).toBe(0);
      const expected = [packet(7, "{}"), packet(2), packet(4, "x")];
      expect(frames).toEqual(expected.map((each) => Buffer.from(each).toString("hex")));
    }),
  );
});

test("what came before a packet that lies is passed on where there is an edge, and none is asked where there is not", () => {
  const stream = Buffer.concat([packet(7, "{}"), Buffer.alloc(16)]);
  expect(GOIM.take(stream, true)).toMatchObject({ bytes: 18, frames: [{ length: 18 }], refusal: "" });
  expect(GOIM.take(stream, false)).not.toHaveProperty("target");
});

test("a frame of the wrong kind is none of the protocol's", () => {
  expect(GOIM.render("text")).toBeUndefined();
  expect(GOIM.render(new Uint8Array(3))).toBeUndefined();
  expect(GOIM.render(encodeGoimBatch([{ op: 5, body: Buffer.from("x") }]))).toHaveLength(17);
  expect(GOPUSH.render(new Uint8Array(3))).toBeUndefined();
  expect(GOPUSH.render('{"msg":1}')).toBe('$9\r\n{"msg":1}\r\n');
});

test("gopush's heartbeats are passed on one by one, and a flood of them ends it", () => {
  expect(GOPUSH.take(Buffer.from("hhh"), true)).toEqual({ bytes: 3, frames: ["h", "h", "h"] });
  expect(GOPUSH.take(Buffer.from("h\r\n"), true)).toMatchObject({ frames: [], refusal: "" });
  expect(GOPUSH.take(Buffer.from("h".repeat(65)), true)).toMatchObject({ frames: [], refusal: "" });
});
