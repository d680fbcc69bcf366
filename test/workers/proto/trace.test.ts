import { expect, test } from "vitest";
import { parseTraceparent, pooledHex, renderTraceparent, startTrace } from "../../../proto/trace.ts";

const random = pooledHex(); // Made while the module starts, where a Worker may not draw random numbers yet.

test("a trace starts, with ids of the runtime's own randomness", () => {
  const traces = Array.from({ length: 1000 }, () => startTrace(random));
  expect(new Set(traces.map(({ traceId }) => traceId)).size).toBe(1000);
  for (const trace of traces) {
    expect(parseTraceparent(renderTraceparent(trace))).toMatchObject({
      traceId: trace.traceId,
      parentId: trace.spanId,
    });
  }
});
