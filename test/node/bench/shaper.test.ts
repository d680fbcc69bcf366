import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Arrival, SEGMENT_BYTES, Shaper } from "../../../bench/link/shaper.ts";

const BITS_PER_SECOND = 1_600_000; // 200 bytes a millisecond
const BYTES_PER_MS = BITS_PER_SECOND / 8000;

function shaper(delayMs = 50) {
  return new Shaper<string, "end">({ bitsPerSecond: BITS_PER_SECOND, delayMs });
}

function bytesOf(arrivals: readonly Arrival<string, "end">[]): number {
  return arrivals.reduce((sum, { parcel }) => sum + (parcel === "end" ? 0 : parcel.length), 0);
}

test("bytes arrive when the wire has carried them and they have travelled", () => {
  const link = shaper();
  link.push("a", new Uint8Array(1000), 10);
  expect(link.nextMs()).toBe(60);
  expect(link.advance(64.999)).toEqual([]);
  expect(link.nextMs()).toBe(65);
  expect(link.advance(65)).toMatchObject([{ flow: "a", dueMs: 65 }]);
  expect(link.nextMs()).toBe(Number.POSITIVE_INFINITY);
});

test("a late call delays what it delivers and nothing after it", () => {
  const punctual = shaper();
  const late = shaper();
  for (const link of [punctual, late]) link.push("a", new Uint8Array(100_000), 0);
  const dues = (arrivals: readonly Arrival<string, "end">[]) => arrivals.map(({ dueMs }) => dueMs);
  const steps = Array.from({ length: 700 }, (_, ms) => dues(punctual.advance(ms))).flat();
  expect(dues(late.advance(700))).toEqual(steps);
  expect(steps.at(-1)).toBeCloseTo(100_000 / BYTES_PER_MS + 50, 6);
});

test("flows share the wire segment by segment, and none waits for another's whole body", () => {
  const link = shaper();
  link.push("large", new Uint8Array(100 * SEGMENT_BYTES), 0);
  link.push("small", new Uint8Array(2 * SEGMENT_BYTES), 0);
  const arrivals = link.advance(1e6);
  expect(arrivals.slice(0, 5).map(({ flow }) => flow)).toEqual(["large", "small", "large", "small", "large"]);
});

test("what becomes ready later does not hold up what is ready now", () => {
  const link = shaper();
  link.push("connecting", new Uint8Array(200), 100);
  link.push("open", new Uint8Array(200), 0);
  expect(link.advance(1000).map(({ flow, dueMs }) => [flow, dueMs])).toEqual([
    ["open", 51],
    ["connecting", 151],
  ]);
});

test("an idle wire earns no credit", () => {
  const link = shaper();
  link.push("a", new Uint8Array(200), 0);
  link.advance(1000);
  link.push("a", new Uint8Array(400), 1000);
  expect(link.advance(2000)).toMatchObject([{ dueMs: 1052 }]);
});

test("a mark has no size and keeps its place", () => {
  const link = shaper();
  link.push("a", new Uint8Array(2000), 0);
  link.push("a", "end", 0);
  const arrivals = link.advance(1000);
  expect(arrivals.map(({ parcel }) => (parcel === "end" ? "end" : parcel.length))).toEqual([1448, 552, "end"]);
  expect(arrivals[2]?.dueMs).toBe(arrivals[1]?.dueMs);
  expect(link.bytesSent).toBe(2000);
});

describe("a held flow", () => {
  test("sends nothing while others do, and goes on where it was", () => {
    const link = shaper();
    link.push("held", new Uint8Array(1000), 0);
    link.push("free", new Uint8Array(1000), 0);
    link.hold("held", true);
    expect(link.advance(100).map(({ flow }) => flow)).toEqual(["free"]);
    expect(link.nextMs()).toBe(Number.POSITIVE_INFINITY);
    link.hold("held", false);
    expect(link.advance(200).map(({ flow }) => flow)).toEqual(["held"]);
  });
});

test("a dropped flow never arrives, whether it waited or travelled", () => {
  const link = shaper();
  link.push("gone", new Uint8Array(10_000), 0);
  link.push("stays", new Uint8Array(200), 0);
  link.advance(10);
  link.drop("gone");
  expect(link.waitingBytes("gone")).toBe(0);
  expect(link.advance(1e6).map(({ flow }) => flow)).toEqual(["stays"]);
});

test.each([0, -1, Number.NaN])("a bandwidth of %d is refused", (bitsPerSecond) => {
  expect(() => new Shaper({ bitsPerSecond, delayMs: 1 })).toThrow(/carries nothing/);
});

test.each([-1, Number.NaN])("a delay of %d is refused", (delayMs) => {
  expect(() => new Shaper({ bitsPerSecond: 1, delayMs })).toThrow(/delay/);
});

test("whatever is sent whenever, every byte arrives once, in order, and never faster than the wire", () => {
  const sends = fc.array(
    fc.record({ flow: fc.constantFrom("a", "b", "c"), size: fc.integer({ min: 1, max: 5000 }), gapMs: fc.nat(40) }),
    { minLength: 1, maxLength: 40 },
  );
  fc.assert(
    fc.property(sends, fc.integer({ min: 1, max: 30 }), (items, stepMs) => {
      const link = shaper();
      const arrived: Arrival<string, "end">[] = [];
      const sent: Record<string, number[]> = { a: [], b: [], c: [] };
      let [nowMs, serial, total] = [0, 0, 0];
      for (const { flow, size, gapMs } of items) {
        for (const until = nowMs + gapMs; nowMs < until; nowMs = Math.min(until, nowMs + stepMs)) {
          arrived.push(...link.advance(nowMs));
        }
        const bytes = Uint8Array.from({ length: size }, () => serial++ % 251);
        sent[flow]?.push(...bytes);
        link.push(flow, bytes, nowMs);
        total += size;
      }
      const firstReadyMs = items[0]?.gapMs ?? 0;
      arrived.push(...link.advance(1e9));
      for (const flow of ["a", "b", "c"]) {
        const got = arrived
          .filter((arrival) => arrival.flow === flow)
          .flatMap(({ parcel }) => [...(parcel as Uint8Array)]);
        expect(got).toEqual(sent[flow]);
      }
      expect(bytesOf(arrived)).toBe(total);
      expect(arrived.at(-1)?.dueMs).toBeGreaterThanOrEqual(firstReadyMs + total / BYTES_PER_MS + 50 - 1e-6);
      expect(arrived.every(({ dueMs }, at) => dueMs >= (arrived[at - 1]?.dueMs ?? 0))).toBe(true);
    }),
  );
});
