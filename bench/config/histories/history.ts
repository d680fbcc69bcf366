/**
 * One history: a few clients, who look, edit, release and read at the same time, each one thing after the other. What they do is drawn from a
 * seed and from what they were told; how it interleaves is up to the machine.
 * @module
 */
import type { Call } from "./checker.ts";
import { createService, type KnownRevisions, perform, type Target } from "./console.ts";
import type { Operation, Result } from "./model.ts";
import { type Random, randomOf } from "./random.ts";

const CLIENTS = 3;
const OPERATIONS_OF_A_CLIENT = 8;
const KEYS = ["a", "b"];
const NODES = ["n0", "n1", "n2"];

export interface HistoryDeps {
  readonly target: Target;
  readonly seed: number;
  /** Resolves when the edge can be asked again, after it was killed. */
  readonly alive: () => Promise<void>;
  readonly now: () => number;
}

export interface History {
  readonly seed: number;
  readonly calls: readonly Call[];
}

/** @returns every call, with a look and a read of each node at the end, when all is quiet */
export async function runHistory(deps: HistoryDeps): Promise<History> {
  await untilItAnswers(deps, () => createService(deps.target));
  const calls: Call[] = [];
  const clients = Array.from({ length: CLIENTS }, (_, at) =>
    runClient(deps, randomOf(deps.seed * CLIENTS + at), calls),
  );
  await Promise.all(clients);
  for (const operation of [{ name: "look" } as const, ...NODES.map((node) => ({ name: "read", node }) as const)]) {
    await untilItAnswers(deps, async () => {
      const call = await timed(deps, operation, new Map());
      if (call.result === undefined) throw new Error("not answered");
      calls.push(call);
    });
  }
  return { seed: deps.seed, calls };
}

/** What a client knows, and acts on. It may be old: that is what revisions are for. */
interface Client {
  readonly random: Random;
  readonly keys: KnownRevisions;
  revision: number;
  version: number;
  mustLook: boolean;
}

async function runClient(deps: HistoryDeps, random: Random, calls: Call[]): Promise<void> {
  const client: Client = { random, keys: new Map(), revision: 0, version: 0, mustLook: false };
  for (let left = OPERATIONS_OF_A_CLIENT; left > 0; left--) {
    await deps.alive();
    const operation = choose(client);
    const call = await timed(deps, operation, client.keys);
    calls.push(call);
    if (call.result !== undefined) learn(client, operation, call.result);
  }
}

async function timed({ target, now }: HistoryDeps, operation: Operation, keys: KnownRevisions): Promise<Call> {
  const calledAt = now();
  try {
    const result = await perform(target, operation, keys);
    return { operation, calledAt, answeredAt: now(), result };
  } catch {
    return { operation, calledAt, answeredAt: now() }; // The edge was killed: what became of it, the history must show.
  }
}

/** Who was told that they know old things looks again; else as drawn, with reads as often as everything else together. */
function choose({ random, keys, revision, version, mustLook }: Client): Operation {
  if (mustLook) return { name: "look" };
  if (random.below(2) === 0) return { name: "read", node: random.pick(NODES) };
  const nodes = NODES.filter(() => random.below(2) === 0);
  const chosen = nodes.length === 0 ? ["n0"] : nodes;
  switch (random.pick(CHOICES)) {
    case "edit": {
      const key = random.pick(KEYS);
      const edited = { name: "edit", key, revision: keys.get(key) ?? 0 } as const;
      return random.below(5) === 0 ? edited : { ...edited, value: String(random.below(1000)) };
    }
    case "publish":
      return { name: "publish", revision };
    case "rollback":
      return { name: "rollback", revision, target: random.below(version + 1) };
    case "gray":
      return { name: "gray", revision, nodes: chosen };
    case "move":
      return { name: "move", revision, nodes: chosen };
    case "promote":
      return { name: "promote", revision };
    case "abandon":
      return { name: "abandon", revision };
  }
}

/** As often as they are named. */
const CHOICES = [
  "edit",
  "edit",
  "edit",
  "edit",
  "publish",
  "publish",
  "publish",
  "gray",
  "gray",
  "rollback",
  "move",
  "promote",
  "abandon",
] as const;

function learn(client: Client, operation: Operation, result: Result): void {
  client.mustLook = "refused" in result && result.refused === "aborted";
  if ("revision" in result) client.revision = result.revision;
  if ("version" in result && result.version !== undefined) client.version = result.version;
  if (operation.name === "edit" && "revision" in result) client.keys.set(operation.key, result.revision);
}

async function untilItAnswers({ alive }: HistoryDeps, work: () => Promise<void>): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    await alive();
    try {
      return await work();
    } catch (error) {
      if (attempt >= 20) throw error;
    }
  }
}
