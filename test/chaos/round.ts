/**
 * A round: schedules that run side by side on servers of their own, to which the same is done for all. At the end everything is set right, each
 * channel gets a last message, and each log is checked.
 * @module
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seededRandom } from "../../bench/ids/random.ts";
import { check, type Violation } from "./check.ts";
import type { Entry } from "./log.ts";
import { publish } from "./publisher.ts";
import { Run } from "./run.ts";
import { hasStreams, PHASE_MS, type SubscriberPlan, scheduleOf, type WorldEvent, worldEventsOf } from "./schedule.ts";
import { pause } from "./subscriber.ts";
import { type EventCounts, ORDER_MS_MAX, World } from "./world.ts";

export interface RoundOptions {
  /** Of the first schedule; the others' follow. What is done to the servers comes from it. */
  readonly seed: number;
  readonly schedules: number;
  /** The bundle of test/workers/push/chaos-edge.ts. */
  readonly module: string;
  /** Runs one of them alone, with all that is done to the servers. */
  readonly only?: number | undefined;
}

export interface Tally {
  schedules: number;
  acked: number;
  unacked: number;
  /** Frames of publications, and what was recovered. */
  delivered: number;
  /** Of them those that clients dropped because they had them. */
  repeated: number;
  connections: number;
  recovered: number;
  /** `recovered: false`, and subscriptions that the server ended. */
  signals: number;
  /** Deliveries by what the client speaks, and over what. */
  readonly deliveredTo: Readonly<Record<string, number>>;
  readonly ackedBy: Readonly<Record<string, number>>;
}

export interface Failure {
  readonly seed: number;
  readonly violations: readonly Violation[];
  /** Of the log, what the first violation is about. */
  readonly lines: readonly string[];
}

export interface RoundReport {
  readonly tally: Tally;
  readonly events: EventCounts;
  readonly failures: readonly Failure[];
  readonly seconds: number;
}

/** Messages to `all` in a phase. */
const TO_ALL = 2;
const TO_ALL_BYTES = 20;
const LINES_MAX = 150;

interface Round {
  readonly seed: number;
  readonly world: World;
  readonly runs: readonly Run[];
}

export async function runRound({ seed, schedules: count, module, only }: RoundOptions): Promise<RoundReport> {
  const startedMs = performance.now();
  const folder = await mkdtemp(join(tmpdir(), "fairway-push-chaos-"));
  const world = new World({ folder, module, random: seededRandom(seed) });
  const runs: Run[] = [];
  try {
    await world.start();
    for (let each = seed; each < seed + count; each++) {
      if (only !== undefined && each !== only) continue;
      const device = `device-of-schedule-${each}`;
      const { uid } = await world.signIn(device, ORDER_MS_MAX);
      runs.push(new Run(scheduleOf(each, uid, hasStreams(seed)), world, device));
    }
    await Promise.all(runs.map((run) => run.start()));
    const round = { seed, world, runs };
    for (const [phase, events] of worldEventsOf(seed).entries()) await runPhase(round, phase, events);
    note(runs, { kind: "clock" });
    await world.setClockRight();
    await Promise.all(runs.map((run) => run.heal()));
    const toAll = await publishToAll(round, "last");
    await Promise.all(runs.map((run) => run.finish(toAll)));
    const failures = runs.flatMap(failureOf);
    return { tally: tallyOf(runs), events: world.counts, failures, seconds: (performance.now() - startedMs) / 1_000 };
  } finally {
    await Promise.all(runs.map((run) => run.stop()));
    await world.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Schedules and events side by side; the next phase begins when all of them are done. */
async function runPhase(round: Round, phase: number, events: readonly WorldEvent[]): Promise<void> {
  const { world, runs } = round;
  const startedMs = performance.now();
  const channels = runs.flatMap(({ schedule }) =>
    schedule.channels.map(({ name }) => name).filter((name) => !isPrivate(name)),
  );
  const acting = events.map(async (event) => {
    await pause(startedMs + event.atMs - performance.now());
    note(runs, { kind: "event", what: `begins: ${JSON.stringify(event)}` });
    if (event.what === "clock") note(runs, { kind: "clock" });
    await world.act(event, [...channels, "all"]);
    if (event.what === "clock") note(runs, { kind: "clock" });
    note(runs, { kind: "event", what: `is done: ${event.what}` });
  });
  const toAll = Array.from({ length: TO_ALL }, async (_, at) => {
    await pause(startedMs + (PHASE_MS * (at + 0.5)) / TO_ALL - performance.now());
    await publishToAll(round, `${phase}-${at}`);
  });
  await Promise.all([...acting, ...toAll, ...runs.map((run) => run.phase(phase))]);
}

/** It is in everybody's log. */
async function publishToAll({ seed, world, runs }: Round, name: string): Promise<{ readonly id: string }> {
  const id = `all-${seed}-${name}`;
  const log = { add: (entry: Entry) => note(runs, entry) };
  await publish({ world, log, clients: [] }, "rpc", [
    { id, channel: "all", op: 0, bytes: TO_ALL_BYTES, expires: false },
  ]);
  return { id };
}

function note(runs: readonly Run[], entry: Entry): void {
  for (const { log } of runs) log.add(entry);
}

function isPrivate(channel: string): boolean {
  return channel.startsWith("user:") || channel.startsWith("key:");
}

function failureOf(run: Run): Failure[] {
  const violations = check(run.case);
  const [first] = violations;
  if (first === undefined) return [];
  const { who, channel } = first;
  const ids = new Set(
    run.log.entries.flatMap((each) => (each.kind === "publishing" && each.channel === channel ? [each.id] : [])),
  );
  const isMeant = (entry: Entry): boolean => {
    if (entry.kind === "event") return true;
    if ("who" in entry && who !== undefined && entry.who !== who) return false;
    if ("channel" in entry && channel !== undefined) return entry.channel === channel;
    return "id" in entry ? ids.has(entry.id) : true;
  };
  return [{ seed: run.schedule.seed, violations, lines: run.log.render(isMeant).slice(-LINES_MAX) }];
}

function tallyOf(runs: readonly Run[]): Tally {
  const deliveredTo: Record<string, number> = {};
  const ackedBy: Record<string, number> = {};
  const tally = {
    schedules: runs.length,
    acked: 0,
    unacked: 0,
    delivered: 0,
    repeated: 0,
    connections: 0,
    recovered: 0,
    signals: 0,
    deliveredTo,
    ackedBy,
  };
  for (const { log, schedule } of runs) {
    const plans = new Map(schedule.subscribers.map((plan) => [plan.facts.name, plan]));
    const ways = new Map<string, string>();
    const given = (who: string, count: number) => {
      const plan = plans.get(who);
      if (plan === undefined) return;
      tally.delivered += count;
      tally.repeated += count;
      const kind = kindOf(plan);
      deliveredTo[kind] = (deliveredTo[kind] ?? 0) + count;
    };
    for (const entry of log.entries) {
      switch (entry.kind) {
        case "publishing":
          ways.set(entry.id, entry.way ?? "");
          break;
        case "acked": {
          const way = ways.get(entry.id) ?? "";
          tally.acked++;
          ackedBy[way] = (ackedBy[way] ?? 0) + 1;
          break;
        }
        case "unacked":
          tally.unacked++;
          break;
        case "got":
          given(entry.who, 1);
          break;
        case "read":
          given(entry.who, entry.given.length);
          break;
        case "taken":
          // What the SDK drops stays within it.
          if (plans.get(entry.who)?.protocol === "sdk") given(entry.who, 1);
          tally.repeated--;
          break;
        case "closed":
        case "alive":
          tally.connections++;
          break;
        case "left":
          if (entry.code !== undefined) tally.signals++;
          break;
        case "gap":
          tally.signals++;
          break;
        case "subscribed":
          given(entry.who, entry.publications.length);
          if (entry.recovered === true) tally.recovered++;
          else if (entry.since !== undefined) tally.signals++;
      }
    }
  }
  return tally;
}

function kindOf({ protocol, transport, isListener }: SubscriberPlan): string {
  return `${protocol} ${isListener ? "listener " : ""}${transport}`;
}
