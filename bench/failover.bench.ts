/**
 * One of three nodes is killed under a thousand requests a second, and later started again: who notices, how long requests still go to
 * the dead node, and how long it takes until the new one has its share.
 *
 * A request that was sent to the dead node first shows in the access log by its second attempt, other than a hedge. The node's share is gone with the end of
 * the last tenth of a second in which that were more than one in a hundred: one a second goes on finding out whether it is back.
 * @module
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { BenchContext, BenchResult, Target } from "../scripts/bench.ts";
import { startEdge } from "../scripts/serve.ts";
import { median } from "./rounds.ts";
import { openLoop, percentile, type Reply, wallMs } from "./upstream/open-loop.ts";

export const title = "one of 3 nodes killed and started again at 1 000 requests/s";
export const targets: Record<string, Target> = {
  failed: { atMost: 0 },
  share_gone_ms: { atMost: 1000 },
  back_ms: { atMost: 5000 },
};

const NODES = 3;
const PER_SECOND = 1000;
const QUICK_PER_SECOND = 300;
const BEFORE_MS = 2_000;
const DEAD_MS = 4_000;
const AFTER_MS = 7_000;
const GONE_WINDOW_MS = 100;
const GONE_SHARE = 0.01;
const BACK_WINDOW_MS = 500;
/** Of a third of all requests. */
const BACK_SHARE = 0.8;
const NODE = fileURLToPath(new URL("upstream/node.ts", import.meta.url));

/** What is read of a line of the edge's access log. */
interface Line {
  readonly time: string;
  readonly address?: string;
  readonly attempts?: number;
  readonly hedge?: string;
  /** Why the edge answered an error of its own. */
  readonly reason?: string;
}

interface Round {
  readonly replies: readonly Reply[];
  readonly lines: readonly Line[];
  readonly victim: string;
  readonly killedMs: number;
  readonly returnedMs: number;
}

export async function run({ quick, say }: BenchContext): Promise<BenchResult> {
  const rounds: Round[] = [];
  for (let round = 1; round <= (quick ? 1 : 3); round++) {
    const made = await playRound(quick ? QUICK_PER_SECOND : PER_SECOND);
    rounds.push(made);
    say(`round ${round}: ${failedOf(made)} failed, gone after ${goneMs(made)} ms, back after ${backMs(made)} ms`);
    const reason = made.lines.find((line) => line.reason !== undefined)?.reason;
    if (reason !== undefined) say(`  the first failure: ${reason}`);
  }
  return resultOf(rounds);
}

async function playRound(perSecond: number): Promise<Round> {
  const nodes = await Promise.all(Array.from({ length: NODES }, () => startNode()));
  const lines: Line[] = [];
  const edge = await startEdge({
    port: 0,
    routes: JSON.stringify({
      upstreams: { bench: { urls: nodes.map(({ url }) => url) } },
      routes: [{ name: "bench", match: { path: "/{rest...}" }, upstream: "bench" }],
    }),
    bindings: {},
    stdout: "pipe",
  });
  try {
    const { stdout } = edge.process;
    if (stdout === null) throw new Error("stdout is a pipe");
    createInterface(stdout).on("line", (line) => lines.push(JSON.parse(line) as Line));
    await openLoop({ url: edge.url, path: "/warm", perSecond, forMs: BEFORE_MS });
    lines.length = 0;
    const load = openLoop({ url: edge.url, path: "/item", perSecond, forMs: BEFORE_MS + DEAD_MS + AFTER_MS });
    const victim = nodes[0];
    if (victim === undefined) throw new Error("there is no node");
    const script = async () => {
      await passed(BEFORE_MS);
      const killedMs = wallMs();
      await kill(victim.process);
      await passed(DEAD_MS);
      nodes[0] = await startNode(new URL(victim.url).port);
      return { killedMs, returnedMs: wallMs() };
    };
    const [replies, times] = await Promise.all([load, script()]);
    await passed(BACK_WINDOW_MS); // The access log is written a moment later.
    return { replies, lines, victim: victim.url, ...times };
  } finally {
    await edge.stop();
    await Promise.all(nodes.map((node) => kill(node.process)));
  }
}

function failedOf({ replies }: Round): number {
  return replies.filter(({ outcome }) => outcome !== "ok").length;
}

/** From the kill on, until the last window in which more than {@link GONE_SHARE} was sent to the dead node. */
function goneMs({ lines, killedMs, returnedMs }: Round): number {
  const dead = lines.filter((line) => timeOf(line) >= killedMs && timeOf(line) < returnedMs);
  let goneAtMs = 0;
  for (let fromMs = 0; killedMs + fromMs < returnedMs; fromMs += GONE_WINDOW_MS) {
    const window = within(dead, killedMs + fromMs, GONE_WINDOW_MS);
    const hit = window.filter(({ attempts = 1, hedge }) => attempts > 1 && hedge === undefined).length;
    if (hit > 1 && hit > GONE_SHARE * window.length) goneAtMs = fromMs + GONE_WINDOW_MS;
  }
  return goneAtMs;
}

/** From the return on, until the end of the first window in which the node had {@link BACK_SHARE} of its share. */
function backMs({ lines, victim, returnedMs }: Round): number {
  for (let fromMs = 0; fromMs + BACK_WINDOW_MS <= AFTER_MS; fromMs += GONE_WINDOW_MS) {
    const window = within(lines, returnedMs + fromMs, BACK_WINDOW_MS);
    const own = window.filter(({ address }) => address === victim).length;
    if (window.length > 0 && own >= (BACK_SHARE * window.length) / NODES) return fromMs + BACK_WINDOW_MS;
  }
  return Number.POSITIVE_INFINITY;
}

function within(lines: readonly Line[], fromMs: number, ms: number): readonly Line[] {
  return lines.filter((line) => timeOf(line) >= fromMs && timeOf(line) < fromMs + ms);
}

function timeOf({ time }: Line): number {
  return Date.parse(time);
}

function resultOf(rounds: readonly Round[]): BenchResult {
  const rows = rounds.map((round, index) => {
    const { replies } = round;
    return [
      String(index + 1),
      replies.length,
      failedOf(round),
      goneMs(round),
      backMs(round),
      percentile(replies, 0.99),
    ];
  });
  return {
    table: { columns: ["round", "requests", "failed", "share gone ms", "back ms", "p99 ms"], rows },
    figures: {
      failed: rounds.reduce((sum, round) => sum + failedOf(round), 0),
      share_gone_ms: median(rounds.map(goneMs)),
      back_ms: median(rounds.map(backMs)),
    },
    ratios: {},
  };
}

interface Node {
  readonly url: string;
  readonly process: ChildProcess;
}

/** @param port any free one by default */
async function startNode(port = "0"): Promise<Node> {
  const child = spawn(process.execPath, [NODE], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, PORT: port },
  });
  const killAtExit = () => child.kill("SIGKILL");
  process.once("exit", killAtExit);
  child.once("exit", () => process.off("exit", killAtExit));
  const [line] = (await once(createInterface(child.stdout), "line")) as [string];
  const url = /http:\S+/.exec(line)?.[0];
  if (url === undefined) throw new Error(`a node said '${line}'`);
  return { url, process: child };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

async function passed(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}
