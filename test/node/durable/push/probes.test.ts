/** What is written to streams so that who is gone is noticed, with a clock that the test moves. */
import { expect, test } from "vitest";
import type { Connection } from "../../../../durable/push/connection.ts";
import { Probes } from "../../../../durable/push/probes.ts";

function world() {
  const waits: { ms: number; work: () => void }[] = [];
  const probes = new Probes((ms, work) => waits.push({ ms, work }));
  const connection = (probe: string | undefined) => {
    const written: unknown[] = [];
    const made = { isClosed: false, protocol: { probe }, answer: (frame: unknown) => written.push(frame), written };
    probes.add(made as unknown as Connection);
    return made;
  };
  return { connection, waits, next: () => waits.shift()?.work() };
}

test("a stream is written to twice in a row, by one timer for all, for as long as it is there", () => {
  const { connection, waits, next } = world();
  const [first, second] = [connection(" "), connection(":")];
  expect(waits).toHaveLength(1);
  const [pause] = waits;
  for (let n = 0; n < 2; n++) next();
  expect([first.written, second.written, waits.length]).toEqual([[" ", " "], [":", ":"], 1]);
  expect(waits[0]?.ms).toBe(pause?.ms);
  first.isClosed = true;
  next();
  expect([first.written.length, second.written.length]).toEqual([2, 3]);
});

test("nothing waits where nobody has to be probed, and one that comes later is probed again", () => {
  const { connection, waits, next } = world();
  connection(undefined);
  expect(waits).toEqual([]);
  const only = connection(" ");
  only.isClosed = true;
  next();
  expect([only.written, waits]).toEqual([[], []]);
  const late = connection(" ");
  next();
  expect(late.written).toEqual([" "]);
});
