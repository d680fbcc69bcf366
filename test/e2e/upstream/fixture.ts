/** An edge on workerd before nodes in processes of their own, which can be killed, stopped and started again. @module */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { inject, onTestFinished } from "vitest";
import { startEdge } from "../../../scripts/serve.ts";
import type { Behaviour, Seen } from "./node.ts";

export interface Node {
  readonly url: string;
  be(behaviour: Behaviour): Promise<void>;
  seen(): Promise<Seen>;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** SIGSTOP: connections are still accepted, by the kernel, and nobody answers. */
  freeze(): void;
  thaw(): void;
  /** At the same address as before. */
  restart(): Promise<void>;
}

const NODE = fileURLToPath(new URL("node.ts", import.meta.url));

export async function startNodes(count: number): Promise<Node[]> {
  return await Promise.all(Array.from({ length: count }, () => startNode()));
}

async function startNode(): Promise<Node> {
  let [child, url] = await spawnNode("0");
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  };
  onTestFinished(kill);
  return {
    url,
    kill,
    freeze: () => void child.kill("SIGSTOP"),
    thaw: () => void child.kill("SIGCONT"),
    async be(behaviour) {
      await fetch(`${url}/-/be`, { method: "POST", body: JSON.stringify(behaviour) });
    },
    async seen() {
      return (await (await fetch(`${url}/-/seen`)).json()) as Seen;
    },
    async restart() {
      [child, url] = await spawnNode(new URL(url).port);
    },
  };
}

async function spawnNode(port: string): Promise<[ChildProcess, string]> {
  const child = spawn(process.execPath, [NODE], {
    stdio: ["ignore", "pipe", "inherit", "ipc"],
    env: { ...process.env, PORT: port },
  });
  if (child.stdout === null) throw new Error("stdout is a pipe");
  const [url] = (await once(createInterface(child.stdout), "line")) as [string];
  return [child, url];
}

export interface Edge {
  readonly url: string;
  /** Lines of the access log so far. */
  readonly log: Record<string, unknown>[];
}

/** @param upstream what the table says of `main`, to which every path goes */
export async function startEdgeTo(
  upstream: object,
  route: object = {},
  bindings: Record<string, string> = {},
): Promise<Edge> {
  const table = {
    upstreams: { main: upstream },
    routes: [{ name: "all", match: { methods: ["GET", "POST"], path: "/{rest...}" }, upstream: "main", ...route }],
  };
  const edge = await startEdge({
    port: 0,
    module: inject("edgeModule"),
    routes: JSON.stringify(table),
    bindings,
    stdout: "pipe",
  });
  onTestFinished(() => edge.stop());
  const log: Record<string, unknown>[] = [];
  if (edge.process.stdout === null) throw new Error("stdout is a pipe");
  createInterface(edge.process.stdout).on("line", (line) => log.push(JSON.parse(line)));
  return { url: edge.url, log };
}

/** Which share of the next requests each node answers. */
export async function sharesOf(count: number, edge: Edge, nodes: readonly Node[]): Promise<number[]> {
  const counts = nodes.map(() => 0);
  for (let turn = 0; turn < count; turn++) {
    const reply = await fetch(`${edge.url}/share`);
    const { node } = (await reply.json()) as { node: number };
    const index = nodes.findIndex(({ url }) => url.endsWith(`:${node}`));
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts.map((one) => one / count);
}
