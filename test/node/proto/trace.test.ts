import { getRandomValues } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  child,
  FLAG_RANDOM,
  FLAG_SAMPLED,
  parseTraceparent,
  parseTracestate,
  pooledHex,
  receiveTrace,
  renderTraceparent,
  startTrace,
  withState,
} from "../../../proto/trace.ts";
import { vectors } from "./vectors.ts";

interface Vectors {
  readonly traceparent: readonly { readonly name: string; readonly header: string; readonly parsed: unknown }[];
  readonly tracestate: readonly { readonly name: string; readonly header: string; readonly parsed: string | null }[];
}

const { traceparent, tracestate } = vectors<Vectors>("trace");
const random = pooledHex();
const PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

describe("traceparent", () => {
  test.each(traceparent)("$name", ({ header, parsed }) => {
    expect(parseTraceparent(header) ?? null).toEqual(parsed);
  });

  test("a missing header is no parent", () => expect(parseTraceparent(null)).toBeUndefined());

  test("whatever is rendered is read again", () => {
    fc.assert(
      fc.property(fc.boolean(), (sampled) => {
        const trace = startTrace(random, sampled);
        const header = renderTraceparent(trace);
        expect(header).toHaveLength(55);
        expect(parseTraceparent(header)).toEqual({
          traceId: trace.traceId,
          parentId: trace.spanId,
          flags: trace.flags,
        });
      }),
    );
  });

  test("no text breaks the parser, and what it takes has ids in form", () => {
    const near = fc
      .tuple(fc.nat(255), fc.bigInt(0n, 2n ** 128n - 1n), fc.bigInt(0n, 2n ** 64n - 1n), fc.nat(255), fc.string())
      .map(([version, trace, span, flags, rest]) =>
        [hex(version, 2), hex(trace, 32), hex(span, 16), hex(flags, 2) + rest].join("-"),
      );
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 80 }), near), (header) => {
        const parsed = parseTraceparent(header);
        if (parsed === undefined) return;
        expect(parsed.traceId).toMatch(/^(?!0{32})[0-9a-f]{32}$/);
        expect(parsed.parentId).toMatch(/^(?!0{16})[0-9a-f]{16}$/);
        expect(parsed.flags & ~(FLAG_SAMPLED | FLAG_RANDOM)).toBe(0);
      }),
    );
  });
});

describe("tracestate", () => {
  test.each(tracestate)("$name", ({ header, parsed }) => {
    expect(parseTracestate(header) ?? null).toBe(parsed);
  });

  test("32 members are kept and 33 are dropped", () => {
    const members = Array.from({ length: 33 }, (_, index) => `k${index}=${index}`);
    expect(parseTracestate(members.slice(0, 32).join(","))?.split(",")).toHaveLength(32);
    expect(parseTracestate(members.join(","))).toBeUndefined();
  });

  test.each([
    ["z".repeat(256), true],
    ["z".repeat(257), false],
    [`${"t".repeat(241)}@${"v".repeat(14)}`, true],
    [`${"t".repeat(242)}@v`, false],
    [`t@${"v".repeat(15)}`, false],
  ])("a key's length is limited: %#", (key, taken) => {
    expect(parseTracestate(`foo=1,${key}=1`) !== undefined).toBe(taken);
  });

  test("a value has 256 characters at most", () => {
    expect(parseTracestate(`foo=${"v".repeat(256)}`)).toBeDefined();
    expect(parseTracestate(`foo=${"v".repeat(257)}`)).toBeUndefined();
  });

  test("a member that is set moves to the left, and the oldest of 32 gives way", () => {
    const trace = { ...startTrace(random), state: "a=1,b=2,c=3" };
    expect(withState(trace, "b", "9").state).toBe("b=9,a=1,c=3");
    const full = { ...trace, state: Array.from({ length: 32 }, (_, index) => `k${index}=${index}`).join(",") };
    const members = withState(full, "new", "1").state?.split(",") ?? [];
    expect(members).toHaveLength(32);
    expect(members[0]).toBe("new=1");
    expect(members.at(-1)).toBe("k30=30");
  });

  test("a member that no peer would take is refused", () => {
    expect(() => withState(startTrace(random), "Key", "1")).toThrow(/tracestate/);
    expect(() => withState(startTrace(random), "key", "a,b")).toThrow(/tracestate/);
  });
});

describe("a request that comes in", () => {
  test("continues its caller's trace with a span of its own", () => {
    const trace = receiveTrace(PARENT, "foo=1", random);
    expect(trace).toMatchObject({
      traceId: "0af7651916cd43dd8448eb211c80319c",
      parentId: "b7ad6b7169203331",
      flags: 1,
      state: "foo=1",
    });
    expect(trace.spanId).not.toBe("b7ad6b7169203331");
  });

  test("starts a trace where the parent is bad, and drops the state then", () => {
    const trace = receiveTrace("00-zz", "foo=1", random);
    expect(trace.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(trace.parentId).toBeUndefined();
    expect(trace.state).toBeUndefined();
    expect(trace.flags).toBe(FLAG_SAMPLED | FLAG_RANDOM);
  });

  test("keeps the trace where only the state is bad", () => {
    const trace = receiveTrace(PARENT, "FOO=1", random);
    expect(trace.traceId).toBe("0af7651916cd43dd8448eb211c80319c");
    expect(trace.state).toBeUndefined();
  });

  test("keeps its caller's decision not to sample", () => {
    expect(receiveTrace(PARENT.replace(/01$/, "00"), null, random, true).flags).toBe(0);
    expect(receiveTrace(null, null, random, false).flags).toBe(FLAG_RANDOM);
  });

  test("has children under its own span, in the same trace and state", () => {
    const trace = receiveTrace(PARENT, "foo=1", random);
    const first = child(trace, random);
    const second = child(trace, random);
    expect(first).toEqual({ ...trace, spanId: first.spanId, parentId: trace.spanId });
    expect(new Set([trace.spanId, first.spanId, second.spanId]).size).toBe(3);
  });
});

describe("pooledHex()", () => {
  test("hands out every byte once, in order, and fills again only when they are used up", () => {
    let fills = 0;
    const counted = pooledHex((bytes) => {
      fills++;
      for (let at = 0; at < bytes.length; at++) bytes[at] = at & 0xff;
    });
    expect(fills).toBe(0);
    expect(counted(4)).toBe("00010203");
    expect(counted(2)).toBe("0405");
    for (let i = 0; i < 255; i++) counted(16);
    expect(fills).toBe(1);
    counted(16);
    expect(fills).toBe(2);
  });

  test("never repeats an id", () => {
    const hexOf = pooledHex((bytes) => getRandomValues(bytes));
    const ids = new Set(Array.from({ length: 10_000 }, () => hexOf(8)));
    expect(ids.size).toBe(10_000);
  });

  test("an id of zeros becomes one that peers take", () => {
    const zeros = pooledHex(() => {});
    const trace = startTrace(zeros);
    expect(parseTraceparent(renderTraceparent(trace))).toBeDefined();
  });
});

function hex(value: number | bigint, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}
