/** What gopush's clients send and get. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  GOPUSH_COMMAND_BYTES_MAX,
  gopushChannel,
  gopushMessage,
  gopushQuery,
  gopushReply,
  parseGopushCommand,
  parseGopushSubscription,
} from "../../../../proto/push/push.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const resp = (args: readonly string[]) =>
  `*${args.length}\r\n${args.map((arg) => `$${bytesOf(arg).length}\r\n${arg}\r\n`).join("")}`;
const wellFormed = fc.string({ unit: "binary", maxLength: 40 }).map((text) => text.toWellFormed());

describe("a command in RESP", () => {
  test("comes back as it was, with what follows left alone", () => {
    fc.assert(
      fc.property(fc.array(wellFormed, { minLength: 1, maxLength: 8 }), fc.string(), (args, rest) => {
        const bytes = bytesOf(resp(args) + rest);
        expect(parseGopushCommand(bytes)).toEqual({ args, length: bytesOf(resp(args)).length });
      }),
    );
  });

  test("is waited for as long as it may still come, from its first byte on", () => {
    const bytes = bytesOf(resp(["sub", "key-ä", "60", "token", "1.0"]));
    for (let length = 0; length < bytes.length; length++) {
      expect(parseGopushCommand(bytes.subarray(0, length))).toBe("more");
    }
  });

  test.each([
    ["another sign", "+1\r\n"],
    ["no arguments", "*0\r\n"],
    ["too many", "*9\r\n"],
    ["a negative count", "*-1\r\n"],
    ["a count that is none", "*x\r\n"],
    ["a count without end", "*11111111111"],
    ["a line feed alone", "*1\n$3\nsub\n"],
    ["a length that lies", "*1\r\n$2\r\nsub\r\n"],
    ["a length beyond the most", `*1\r\n$${GOPUSH_COMMAND_BYTES_MAX}\r\n`],
    ["a huge length", "*1\r\n$99999999999\r\n"],
    ["an argument without a length", "*2\r\n$3\r\nsub\r\nkey\r\n"],
  ])("is refused: %s", (_what, text) => {
    expect(parseGopushCommand(bytesOf(text))).toBe("bad");
  });

  test("becomes the query of a WebSocket, and any other command nothing", () => {
    expect(String(gopushQuery(["sub", "a b", "60", "t&x", "1.0"]))).toBe("key=a+b&heartbeat=60&token=t%26x&ver=1.0");
    expect(String(gopushQuery(["sub", "a"]))).toBe("key=a&heartbeat=");
    expect(gopushQuery(["pub", "a", "60"])).toBeUndefined();
  });
});

test("a message stands behind its length in bytes, and a reply alone", () => {
  expect(gopushReply('{"msg":"ä"}')).toBe('$12\r\n{"msg":"ä"}\r\n');
  expect(gopushReply("+h\r\n")).toBe("+h\r\n");
  expect(gopushReply("-a\r\n")).toBe("-a\r\n");
});

describe("a subscription", () => {
  const query = (fields: Record<string, string>) => parseGopushSubscription(new URLSearchParams(fields));

  test.each([
    [
      { key: "k", heartbeat: "30" },
      { key: "k", channel: "key:k", heartbeatSeconds: 30, token: "" },
    ],
    [
      { key: "user:42", heartbeat: "86400", token: "t" },
      { key: "user:42", channel: "user:42", heartbeatSeconds: 86_400, token: "t" },
    ],
  ])("of %j is taken", (fields, expected) => {
    expect(query(fields)).toEqual(expected);
  });

  test.each([
    [{}],
    [{ key: "k" }],
    [{ key: "", heartbeat: "60" }],
    [{ key: "a b", heartbeat: "60" }],
    [{ key: "ä", heartbeat: "60" }],
    [{ key: "user:", heartbeat: "60" }],
    [{ key: "x".repeat(256), heartbeat: "60" }],
    [{ key: "k", heartbeat: "29" }],
    [{ key: "k", heartbeat: "86401" }],
    [{ key: "k", heartbeat: "-60" }],
    [{ key: "k", heartbeat: "60.5" }],
    [{ key: "k", heartbeat: "6e1" }],
  ])("of %j is refused", (fields) => {
    expect(query(fields as Record<string, string>)).toBeUndefined();
  });
});

test("a key names a device, or a user where it says so", () => {
  expect(gopushChannel("device-1")).toBe("key:device-1");
  expect(gopushChannel("user:42")).toBe("user:42");
  expect(() => gopushChannel("")).toThrow("key: is missing");
});

test("a message is JSON whatever it carries, and JSON is embedded as it was published", () => {
  expect(gopushMessage({ data: '{"a": 1}', offset: 3 }, 0)).toBe('{"msg":{"a": 1},"mid":3,"gid":0}');
  expect(gopushMessage({ data: bytesOf('say "ä"') as Uint8Array<ArrayBuffer>, offset: 4 }, 1)).toBe(
    '{"msg":"say \\"ä\\"","mid":4,"gid":1}',
  );
  expect(gopushMessage({ data: new Uint8Array([255, 0]), offset: 5 }, 0)).toBe('{"msg":"/wA=","mid":5,"gid":0}');
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const { msg } = JSON.parse(gopushMessage({ data: new Uint8Array(bytes), offset: 1 }, 0)) as { msg: unknown };
      expect(typeof msg).toBe("string");
    }),
  );
});
