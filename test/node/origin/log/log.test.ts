import { describe, expect, test } from "vitest";
import { LEVEL_NAMES, type Level, loggableMessage, openLog } from "../../../../origin/log/log.ts";
import { Fault } from "../../../../proto/fault.ts";
import { Profile, Session } from "../../../../proto/gen/passport.contract.ts";

const TRACE = { traceId: "4bf92f3577b34da6a3ce929d0e0e4736", spanId: "00f067aa0ba902b7", flags: 1 };
const NOW_MS = Date.UTC(2026, 2, 1, 10);

function memory(level: Level = "debug", inCall = false) {
  const written: string[] = [];
  let flushes = 0;
  const sink = {
    write: (line: string) => void written.push(line),
    flush: () => void flushes++,
    close: async () => undefined,
    flushSync: () => undefined,
  };
  const log = openLog({ sink, level, now: () => NOW_MS, trace: () => (inCall ? TRACE : undefined) });
  return { log, written, flushes: () => flushes, lines: () => written.map((line) => JSON.parse(line)) };
}

describe("a line", () => {
  test("is one JSON object with time, level and message, then the fields", () => {
    const { log, written } = memory();
    log.info("listening", { port: 8788 });
    expect(written).toEqual(['{"time":"2026-03-01T10:00:00.000Z","level":"info","message":"listening","port":8788}\n']);
  });

  test("in the course of a call has its trace", () => {
    const { log, lines } = memory("debug", true);
    log.info("looked up");
    expect(lines()).toMatchObject([{ traceId: TRACE.traceId, spanId: TRACE.spanId }]);
  });

  test("stays one line, whatever is in it", () => {
    const { log, written } = memory();
    log.info("two\nlines", { more: 'a "quoted"\nline' });
    expect(written[0]?.match(/\n/g)).toHaveLength(1);
  });

  test.each([...LEVEL_NAMES])("at level %s leaves out what is below it", (level) => {
    const { log, lines } = memory(level);
    for (const name of ["debug", "info", "warn", "error"] as const) log[name]("x");
    expect(lines().map((line) => line.level)).toEqual(
      ["debug", "info", "warn", "error"].slice(LEVEL_NAMES.indexOf(level)),
    );
    expect(log.writes("error")).toBe(level !== "silent");
  });

  test("of a warning or an error does not wait to be written", () => {
    const { log, flushes } = memory();
    log.info("x");
    expect(flushes()).toBe(0);
    log.error("x");
    expect(flushes()).toBe(1);
  });
});

describe("a field", () => {
  const field = (value: unknown): unknown => {
    const { log, lines } = memory();
    log.info("x", { value });
    return lines()[0].value;
  };

  test.each([
    [7n, "7"],
    [new Uint8Array(3), "[3 bytes]"],
    [new Date(0), "1970-01-01T00:00:00.000Z"],
    [() => 1, "[function]"],
    [Number.NaN, null],
    [null, null],
    [{ a: { b: { c: { d: { e: { f: 1 } } } } } }, { a: { b: { c: { d: { e: "[…]" } } } } }],
  ])("of %o is %o", (value, shown) => {
    expect(field(value)).toEqual(shown);
  });

  test("whose name says that it is a secret is masked, however deep", () => {
    const { log, lines } = memory();
    log.info("x", {
      accessToken: "abc",
      nested: { headers: { Authorization: "Bearer abc", cookie: "abc" } },
      ok: "abc",
    });
    expect(lines()).toMatchObject([
      {
        accessToken: "[redacted]",
        nested: { headers: { Authorization: "[redacted]", cookie: "[redacted]" } },
        ok: "abc",
      },
    ]);
  });

  test("that goes round in circles ends", () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    expect(JSON.stringify(field(circle))).toContain("[…]");
  });

  test("that is long is cut", () => {
    expect(String(field("x".repeat(100_000))).length).toBeLessThan(10_000);
    expect(field(Array.from({ length: 1_000 }, (_, i) => i))).toHaveLength(50);
  });
});

describe("an error", () => {
  test("is told with code, stack and every cause", () => {
    const { log, lines } = memory();
    const cause = Object.assign(new Error("duplicate"), { code: "ER_DUP_ENTRY", errno: 1062, sqlState: "23000" });
    log.error("failed", { error: new Fault("already_exists", "taken", { cause }) });
    expect(lines()[0].error).toMatchObject({
      name: "Fault",
      code: "already_exists",
      message: "taken",
      stack: expect.stringContaining("log.test.ts"),
      cause: { name: "Error", code: "ER_DUP_ENTRY", errno: 1062, sqlState: "23000", message: "duplicate" },
    });
  });

  test("of several is told with each", () => {
    const { log, lines } = memory();
    log.error("failed", { error: new AggregateError([new Error("one"), "two"], "both") });
    expect(lines()[0].error).toMatchObject({ message: "both", errors: [{ message: "one" }, "two"] });
  });

  test("that is none is told all the same", () => {
    const { log, lines } = memory();
    log.error("failed", { error: "just text" });
    log.error("failed", { error: null });
    expect(lines().map((line) => line.error)).toEqual(["just text", null]);
  });

  test("that repeats a URL does not repeat its password", () => {
    const { log, written } = memory();
    log.error("failed", {
      error: new Error("connect mysql://root:hunter2@127.0.0.1:3306/x failed"),
      url: "redis://:hunter2@x",
    });
    expect(written[0]).not.toContain("hunter2");
    expect(written[0]).toContain("mysql://root:***@127.0.0.1:3306");
  });

  test("whose causes go round in circles ends", () => {
    const { log, lines } = memory();
    const error = new Error("a");
    error.cause = error;
    log.error("failed", { error });
    expect(lines()).toHaveLength(1);
  });
});

test("a message of a contract is shown unless it carries a secret", () => {
  expect(loggableMessage(Profile, { uid: 7n, nickname: "Ada" })).toEqual({ uid: "7", nickname: "Ada" });
  expect(loggableMessage(Session, { accessToken: "abc" })).toBe("[redacted] fairway.passport.v1.Session");
});

describe("an access line", () => {
  const entry = {
    procedure: "x.Y/Z",
    code: "ok",
    status: 200,
    durationMs: 1.2345,
    bytesIn: 1,
    bytesOut: 2,
    uid: undefined,
    trace: TRACE,
    item: undefined,
    faultMessage: undefined,
  } as const;

  test("has what is known and nothing else", () => {
    const { log, written } = memory();
    log.access(entry);
    expect(written).toEqual([
      `{"time":"2026-03-01T10:00:00.000Z","level":"info","message":"call","procedure":"x.Y/Z","code":"ok","status":200,"ms":1.23,"bytesIn":1,"bytesOut":2,"traceId":"${TRACE.traceId}","spanId":"${TRACE.spanId}"}\n`,
    ]);
  });

  test("escapes what clients choose", () => {
    const { log, lines } = memory();
    const nasty = 'a"b\\\n\u2028';
    log.access({ ...entry, procedure: nasty, item: nasty, faultMessage: nasty, uid: 2n ** 63n });
    expect(lines()).toMatchObject([{ procedure: nasty, item: nasty, fault: nasty, uid: "9223372036854775808" }]);
  });

  test.each([
    [0, 0],
    [0.004, 0],
    [0.05, 0.05],
    [9.999, 10],
    [12345.678, 12345.68],
  ])("tells %f ms as %f", (durationMs, ms) => {
    const { log, lines } = memory();
    log.access({ ...entry, durationMs });
    expect(lines()[0].ms).toBe(ms);
  });

  test("is left out below its level", () => {
    const { log, written } = memory("info");
    log.access(entry, "debug");
    expect(written).toEqual([]);
  });
});
