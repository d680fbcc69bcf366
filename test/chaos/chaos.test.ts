/** A sample of the schedules of `npm run chaos`: 20, on servers that are killed, put to sleep and misled meanwhile. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { buildEdge } from "../../scripts/build-edge.ts";
import { runRound } from "./round.ts";

const EDGE = resolve(import.meta.dirname, "../workers/push/chaos-edge.ts");
const SCHEDULES = 10;
/** Under each everything is done to the servers that can be, and there are clients of all kinds. */
const WITHOUT_STREAMS = 4_030;
const WITH_STREAMS = 15_628;
/** A round takes 15 s where nothing else runs. */
const MS_MAX = 180_000;
const SOCKETS = ["goim", "gopush", "centrifugo", "sdk"].map((protocol) => `${protocol} websocket`);
const KINDS = [...SOCKETS, "goim tcp", "gopush tcp"];
const STREAM_KINDS = ["centrifugo sse", "centrifugo http_stream", "sdk sse", "sdk http_stream", "sdk any"];

test.each([
  ["", WITHOUT_STREAMS, KINDS],
  [" over HTTP too", WITH_STREAMS, [...KINDS, ...STREAM_KINDS]],
])("of 10 schedules%s none loses, repeats, reorders or misdirects a message", { timeout: MS_MAX }, async (...given) => {
  const [, seed, kinds] = given;
  const folder = await mkdtemp(join(tmpdir(), "fairway-chaos-edge-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const module = await buildEdge(folder, EDGE);
  const { failures, tally, events } = await runRound({ seed, schedules: SCHEDULES, module });
  for (const each of failures) console.error(`schedule ${each.seed}`, each.violations, each.lines.join("\n"));
  expect(failures.map((each) => ({ seed: each.seed, violations: each.violations }))).toEqual([]);
  // Or it would prove nothing.
  expect(tally.schedules).toBe(SCHEDULES);
  expect(tally.acked).toBeGreaterThan(SCHEDULES * 20);
  expect(tally.delivered).toBeGreaterThan(SCHEDULES * 20);
  expect(tally.recovered).toBeGreaterThan(SCHEDULES);
  const served = Object.keys(tally.deliveredTo).map((kind) => kind.replace(" listener", ""));
  expect(served).toEqual(expect.arrayContaining(kinds));
  expect(Object.keys(tally.ackedBy)).toEqual(expect.arrayContaining(["batch", "goim", "gopush", "origin", "rpc"]));
  expect(Object.entries(events).filter(([, count]) => count === 0)).toEqual([]);
});
