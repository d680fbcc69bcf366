/**
 * Many histories at once on one edge, which is killed with SIGKILL again and again while they run, and started anew on what it left on disk.
 * @module
 */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildEdge } from "../../../scripts/build-edge.ts";
import { startEdge } from "../../../scripts/serve.ts";
import type { Workerd } from "../../../scripts/workerd.ts";
import { checkHistory, type Verdict } from "./checker.ts";
import { type History, runHistory } from "./history.ts";
import { randomOf } from "./random.ts";

export interface RunOptions {
  readonly histories: number;
  /** Of the first one; those after it have the next numbers. */
  readonly seed: number;
  /** The edge lives for half as many operations up to one and a half times as many. */
  readonly life?: number;
  readonly say?: (line: string) => void;
}

export interface RunReport {
  readonly histories: number;
  readonly operations: number;
  /** Operations that nobody heard of again. */
  readonly lost: number;
  readonly kills: number;
  /** Releases that were made, by how: publish, rollback, gray and so on. */
  readonly released: Readonly<Record<string, number>>;
  readonly violations: readonly { readonly history: History; readonly verdict: Verdict & { linearizable: false } }[];
}

/** At the same time, so that a kill hits some of them wherever they are. */
const AT_ONCE = 24;
/** Operations, not time: a machine that is busy kills no more often. A history has 40 of them. */
const LIFE = 1_000;
const ROUTES = '{"upstreams":{"main":{"urls":["http://127.0.0.1:9"]}},"routes":[]}';

export async function runHistories({ histories, seed, life = LIFE, say = () => {} }: RunOptions): Promise<RunReport> {
  const folder = await mkdtemp(join(tmpdir(), "fairway-histories-"));
  const opsToken = randomBytes(32).toString("base64url");
  const module = await buildEdge(join(folder, "edge"));
  const bindings = { OPS_TOKEN: opsToken, PROTOCOLS: '{"config":true}' };
  const start = (port: number) =>
    startEdge({
      port,
      module,
      routes: ROUTES,
      bindings,
      objectsFolder: join(folder, "objects"),
      stdout: "ignore",
      stderr: "ignore",
    });

  let edge: Workerd = await start(0);
  const { url } = edge;
  let alive = Promise.resolve();
  let kills = 0;
  const random = randomOf(seed ^ 0x5eed);
  const lifeSpan = () => Math.ceil(life / 2 + random.below(life));
  let left = lifeSpan();
  const ended = () => {
    if (--left !== 0) return;
    kills++;
    // Its place is taken on the same port, with the same storage.
    alive = edge
      .kill()
      .then(() => start(Number(new URL(url).port)))
      .then((started) => {
        edge = started;
        left = lifeSpan();
      });
  };

  const report = {
    histories: 0,
    operations: 0,
    lost: 0,
    released: {} as Record<string, number>,
    violations: [] as RunReport["violations"][number][],
  };
  let next = 0;
  const worker = async () => {
    while (next < histories) {
      const at = next++;
      const target = { url, opsToken, service: `history-${seed + at}` };
      const now = () => performance.now();
      const history = await runHistory({ target, seed: seed + at, alive: () => alive, now, ended });
      const verdict = checkHistory(history.calls);
      report.histories++;
      report.operations += history.calls.length;
      report.lost += history.calls.filter(({ result }) => result === undefined).length;
      for (const { operation, result } of history.calls) {
        if (operation.name === "read" || operation.name === "look" || operation.name === "edit") continue;
        if (result === undefined || "refused" in result) continue;
        report.released[operation.name] = (report.released[operation.name] ?? 0) + 1;
      }
      if (!verdict.linearizable) report.violations.push({ history, verdict });
      if (report.histories % 500 === 0)
        say(
          `${report.histories} histories, ${kills} kills, ${report.lost} operations lost, ${report.violations.length} violations`,
        );
    }
  };
  try {
    await Promise.all([...Array.from({ length: AT_ONCE }, worker)]);
  } finally {
    await alive;
    await edge.stop();
    await rm(folder, { recursive: true, force: true });
  }
  return { ...report, kills };
}
