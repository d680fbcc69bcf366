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
const OPERATIONS_OF_A_CLIENT = 12;
const KEYS = ["a", "b"];
const NODES = ["n0", "n1", "n2"];

export interface HistoryDeps {
  readonly target: Target;
  readonly seed: number;
  /** Resolves when the edge can be asked again, after it was killed. */
  readonly alive: () => Promise<void>;
  readonly now: () => number;
  /** Told of each operation that ended. */
  readonly ended: () => void;
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
  /** Whether a gray release is under way, and whether anything is in the draft. */
  gray: boolean;
  draft: boolean;
  mustLook: boolean;
}

async function runClient(deps: HistoryDeps, random: Random, calls: Call[]): Promise<void> {
  const nothing = { revision: 0, version: 0, gray: false, draft: false, mustLook: false };
  const client: Client = { random, keys: new Map(), ...nothing };
  for (let left = OPERATIONS_OF_A_CLIENT; left > 0; left--) {
    await deps.alive();
    const operation = choose(client);
    const call = await timed(deps, operation, client.keys);
    calls.push(call);
    if (call.result !== undefined) learn(client, operation, call.result);
  }
}

async function timed({ target, now, ended }: HistoryDeps, operation: Operation, keys: KnownRevisions): Promise<Call> {
  const calledAt = now();
  try {
    const result = await perform(target, operation, keys);
    return { operation, calledAt, answeredAt: now(), result };
  } catch {
    return { operation, calledAt, answeredAt: now() }; // The edge was killed: what became of it, the history must show.
  } finally {
    ended();
  }
}

/** Who was told that they know old things looks again; else as drawn, with reads as often as everything else together. */
function choose(client: Client): Operation {
  const { random, keys, revision, version } = client;
  if (client.mustLook) return { name: "look" };
  if (random.below(2) === 0) return { name: "read", node: random.pick(NODES) };
  const nodes = NODES.filter(() => random.below(2) === 0);
  const chosen = nodes.length === 0 ? ["n0"] : nodes;
  switch (random.pick(choicesOf(client))) {
    case "edit": {
      const key = random.pick(KEYS);
      const edited = { name: "edit", key, revision: keys.get(key) ?? 0 } as const;
      return random.below(5) === 0 ? edited : { ...edited, value: String(random.below(1000)) };
    }
    case "publish":
      return { name: "publish", revision };
    case "rollback": {
      // Mostly to one of those before: what runs already, and what never was, is refused.
      const target = random.below(4) === 0 ? random.below(version + 2) : Math.max(1, version - 1 - random.below(2));
      return { name: "rollback", revision, target };
    }
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

/** As often as they are named. In each of them one or two are out of place, and have to be refused. */
const WITHOUT_DRAFT = ["edit", "edit", "edit", "edit", "rollback", "rollback", "publish", "gray", "move"] as const;
const WITH_DRAFT = ["edit", "publish", "publish", "gray", "gray", "gray", "rollback", "promote", "abandon"] as const;
const IN_GRAY = ["move", "move", "move", "promote", "promote", "abandon", "abandon", "edit", "publish"] as const;

function choicesOf({ gray, draft }: Client) {
  if (gray) return IN_GRAY;
  return draft ? WITH_DRAFT : WITHOUT_DRAFT;
}

function learn(client: Client, operation: Operation, result: Result): void {
  client.mustLook = "refused" in result && (result.refused === "aborted" || result.refused === "failed_precondition");
  if (!("revision" in result)) return;
  client.revision = result.revision;
  if (result.version !== undefined) client.version = result.version;
  if ("draft" in result) {
    client.gray = result.gray !== 0;
    client.draft = Object.keys(result.draft).length > 0;
    return;
  }
  if (operation.name === "edit") client.keys.set(operation.key, result.revision);
  if (operation.name === "edit" || operation.name === "abandon") client.draft = true;
  if (operation.name === "publish" || operation.name === "gray") client.draft = false;
  if (operation.name === "promote" || operation.name === "abandon") client.gray = false;
  if (operation.name === "gray") client.gray = true;
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
