/**
 * Ids under attack: callers take runs from real edges, while their processes are killed, their objects thrown out, their clocks moved
 * or stopped, and second processes started on the same storage. Every run that anybody got is kept and checked.
 * @module
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { NextIdsRequest, NextIdsResponse } from "../../proto/gen/ids.contract.ts";
import { countOf, TAKE_COUNT_MAX } from "../../proto/sequence.ts";
import { buildEdge } from "../../scripts/build-edge.ts";
import { startEdge } from "../../scripts/serve.ts";
import type { Workerd } from "../../scripts/workerd.ts";
import { type Answer, check, type Life, type Verdict } from "./check.ts";
import { type SeededRandom, seededRandom } from "./random.ts";

export interface ChaosOptions {
  /** Chooses the events and what callers ask for. When each thing happens is the machine's to say. */
  readonly seed: number;
  /** At least so many are taken. */
  readonly ids: number;
  readonly events: number;
  readonly callers: number;
  readonly say: (line: string) => void;
}

export interface ChaosReport extends Verdict {
  /** How often each kind of event came. */
  readonly events: Readonly<Record<EventKind, number>>;
  /** Calls that got no ids, and were made again. */
  readonly refused: number;
  readonly seconds: number;
}

export type EventKind = "kill" | "evict" | "back" | "frozen" | "twin";

const ENTRY = fileURLToPath(new URL("../../test/workers/ids/clocked-edge.ts", import.meta.url));
/** Each as often as it stands here. */
const KINDS = ["evict", "evict", "evict", "back", "back", "back", "kill", "kill", "frozen", "twin"] as const;
const DATACENTER = 9;
const WORKERS = [0, 1, 30, 31] as const;
const HOUR_MS = 3_600_000;
const CALL_MS_MAX = 5_000;
/** Now shorter than a lease, now long enough for the old one to want another. */
const TWIN_MS_MIN = 100;
const TWIN_MS_MAX = 5_000;
/** In which somebody must get ids, whatever happened: a second of drift, a lease, and a process that starts on a busy machine. */
const SILENCE_MS_MAX = 30_000;

/** A process of the edge; `answers` name it by its place in the list of all. */
interface Instance {
  readonly life: Life;
  readonly edge: Workerd;
}

export async function chaos(options: ChaosOptions): Promise<ChaosReport> {
  const folder = await mkdtemp(join(tmpdir(), "fairway-ids-chaos-"));
  const world = new World(await buildEdge(join(folder, "edge"), ENTRY), join(folder, "objects"));
  const startedMs = performance.now();
  try {
    await world.start();
    const random = seededRandom(options.seed);
    const callers = Array.from({ length: options.callers }, () => seededRandom(random.whole(0, 2 ** 32 - 1)));
    const calling = callers.map((own) => world.call(own));
    const events = await attack(world, random, options);
    await world.until(options.ids);
    world.isOver = true;
    await Promise.all(calling);
    const verdict = check(
      world.answers,
      world.instances.map(({ life }) => life),
    );
    return { ...verdict, events, refused: world.refused, seconds: (performance.now() - startedMs) / 1_000 };
  } finally {
    world.isOver = true;
    await world.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** One event after the other, each when its share of the ids was taken. */
async function attack(world: World, random: SeededRandom, options: ChaosOptions): Promise<ChaosReport["events"]> {
  const counts = { kill: 0, evict: 0, back: 0, frozen: 0, twin: 0 };
  for (let event = 0; event < options.events; event++) {
    await world.until((options.ids * event) / options.events);
    const kind = random.pick(KINDS);
    counts[kind]++;
    await EVENTS[kind](world, random);
    if ((event + 1) % 20 === 0) options.say(`${event + 1} events, ${world.taken} ids, ${world.refused} refusals`);
  }
  return counts;
}

const EVENTS: Readonly<Record<EventKind, (world: World, random: SeededRandom) => Promise<void>>> = {
  async kill(world, random) {
    await world.kill(random.pick(world.alive));
    await world.start();
  },

  async evict(world, random) {
    const worker = random.pick(WORKERS);
    await world.order(random.pick(world.alive), `/test/evict?datacenter=${DATACENTER}&worker=${worker}`);
  },

  async back(world, random) {
    await world.order(random.pick(world.alive), `/test/clock?offset=${-random.anyScale(1, HOUR_MS)}`);
  },

  async frozen(world, random) {
    const instance = random.pick(world.alive);
    await world.order(instance, "/test/clock?frozen");
    await pause(random.whole(20, 300));
    await world.order(instance, "/test/clock");
  },

  /** The storage has two masters for a while; either may be the one that is left. */
  async twin(world, random) {
    await world.start();
    await pause(random.anyScale(TWIN_MS_MIN, TWIN_MS_MAX));
    await world.kill(random.pick(world.alive));
  },
};

class World {
  readonly instances: Instance[] = [];
  readonly answers: Answer[] = [];
  taken = 0;
  refused = 0;
  /** Why a call was last refused. */
  refusal = "";
  isOver = false;
  readonly #module: string;
  readonly #objectsFolder: string;

  constructor(module: string, objectsFolder: string) {
    this.#module = module;
    this.#objectsFolder = objectsFolder;
  }

  /** At least one, between two events. */
  get alive(): readonly [Instance, ...Instance[]] {
    const [first, ...others] = this.instances.filter(({ life }) => life.endedAtMs === Infinity);
    if (first === undefined) throw new Error("no edge is alive");
    return [first, ...others];
  }

  async start(): Promise<void> {
    const startedAtMs = performance.now();
    const edge = await startEdge({
      port: 0,
      module: this.#module,
      objectsFolder: this.#objectsFolder,
      bindings: {
        IDENTITY_KEY: btoa("k".repeat(32)),
        PROTOCOLS: '{"ids":true}',
        IDS_TOKENS: "*",
        IDS_DATACENTER: String(DATACENTER),
        IDS_WORKERS: WORKERS.join(","),
      },
      stdout: "ignore",
      stderr: "ignore",
    });
    this.instances.push({ life: { startedAtMs, endedAtMs: Infinity }, edge });
  }

  async kill({ edge, life }: Instance): Promise<void> {
    await edge.kill();
    life.endedAtMs = performance.now();
  }

  async stop(): Promise<void> {
    await Promise.all(this.instances.map((instance) => instance.edge.kill()));
  }

  /** @throws Error where the edge does not take it */
  async order({ edge }: Instance, path: string): Promise<void> {
    const response = await fetch(edge.url + path, { method: "POST", signal: AbortSignal.timeout(CALL_MS_MAX) });
    if (response.status !== 204) throw new Error(`${path} is answered with ${response.status}`);
  }

  /** @throws Error where nobody gets ids any more */
  async until(ids: number): Promise<void> {
    let [taken, changedAtMs] = [this.taken, performance.now()];
    while (this.taken < ids) {
      await pause(1);
      if (this.taken !== taken) [taken, changedAtMs] = [this.taken, performance.now()];
      else if (performance.now() - changedAtMs > SILENCE_MS_MAX) {
        throw new Error(`no ids for ${SILENCE_MS_MAX} ms, lately because of: ${this.refusal}`);
      }
    }
  }

  /** Asks for runs until it is over, now of any worker, now of a certain one. */
  async call(random: SeededRandom): Promise<void> {
    while (!this.isOver) {
      const instances = this.instances.filter(({ life }) => life.endedAtMs === Infinity);
      const instance = instances[random.whole(0, Math.max(0, instances.length - 1))];
      const count = random.anyScale(1_000, TAKE_COUNT_MAX);
      const worker = random.next() < 0.5 ? undefined : random.pick(WORKERS);
      const answer = instance && (await this.#ask(instance, count, worker));
      if (answer === undefined) {
        this.refused++;
        await pause(random.whole(1, 20));
      } else {
        this.answers.push(answer);
        this.taken += count;
      }
    }
  }

  /** Undefined where it got no ids: the process is gone, or the worker is superseded or too far ahead of its clock. */
  async #ask(instance: Instance, count: number, worker: number | undefined): Promise<Answer | undefined> {
    const askedAtMs = performance.now();
    let bytes: Uint8Array;
    try {
      const response = await fetch(`${instance.edge.url}/fairway.ids.v1.IdService/NextIds`, {
        method: "POST",
        headers: { "content-type": "application/proto" },
        body: NextIdsRequest.encode({ count, asRuns: true, worker }),
        signal: AbortSignal.timeout(CALL_MS_MAX),
      });
      if (response.status !== 200) {
        this.refusal = `${response.status} ${await response.text()}`;
        return undefined;
      }
      bytes = new Uint8Array(await response.arrayBuffer());
    } catch (error) {
      this.refusal = String(error);
      return undefined; // Killed in the middle: whatever ids that were, nobody has them.
    }
    const { runs } = NextIdsResponse.decode(bytes);
    if (countOf(runs) !== count) throw new Error(`${countOf(runs)} ids came in place of ${count}`);
    return { runs, process: this.instances.indexOf(instance), askedAtMs, answeredAtMs: performance.now() };
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((settle) => setTimeout(settle, ms));
}
