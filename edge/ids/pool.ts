/**
 * The workers that this edge takes ids from: one after the other until one answers.
 *
 * An isolate has a home among them, so that isolates spread. One that has not answered within {@link PATIENCE_MS} is not waited for
 * alone: the next one is asked as well, and who answers first is taken; what the other answers later is given to nobody. One that
 * was slow or failed rests, longer each time, and is then tried by a single call.
 * @module
 */
import type { SequenceClaim, SequenceState } from "../../durable/sequence/sequence.ts";
import { Fault, toFault } from "../../proto/fault.ts";
import type { Run } from "../../proto/sequence.ts";
import { inTime } from "../invocation/invocation.ts";
import type { IdsSettings } from "./settings.ts";

/** An object as it is called over RPC: each call may fail, and takes its time. */
export interface SequenceStub {
  take(claim: SequenceClaim, count: number): Promise<readonly Run[]>;
  state(claim: SequenceClaim): Promise<SequenceState>;
}

export type SequenceOf = (claim: SequenceClaim) => SequenceStub;

export interface PoolDeps {
  readonly settings: IdsSettings;
  readonly sequence: SequenceOf;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** In [0, 1). */
  readonly random: () => number;
  readonly warn: (message: string, cause: unknown) => void;
}

export interface WorkerState {
  readonly workerId: number;
  readonly resting: boolean;
  /** Undefined where it does not answer. */
  readonly state: SequenceState | undefined;
}

export interface WorkerPool {
  /** Ids of one worker. @throws Fault unavailable, resource_exhausted where all that answer are ahead of time */
  take(count: number): Promise<readonly Run[]>;
  /** Ids of this worker. @throws Fault invalid_argument where it is none of the set, and what the object throws */
  takeFrom(workerId: number, count: number): Promise<readonly Run[]>;
  states(): Promise<readonly WorkerState[]>;
}

/** Half of the 200 ms within which a worker that hangs must be left; the other half is for the next one's answer. */
const PATIENCE_MS = 100;
/** Of all attempts together. */
const TAKE_MS_MAX = 2_000;
/** More are asked only where several fail at once, and then it is not the workers. */
const ATTEMPTS_MAX = 4;
/** After its first failure; doubled with each one after. */
const REST_MS = 1_000;
const REST_MS_MAX = 30_000;
/** What another worker would say as well: the caller is wrong, or the configuration. */
const FINAL = new Set(["invalid_argument", "failed_precondition"]);

interface Health {
  /** In a row. */
  failures: number;
  restsUntilMs: number;
}

export function workerPool({ settings, sequence, now, random, warn }: PoolDeps): WorkerPool {
  const { datacenterId, epochMs, workerIds } = settings;
  const home = Math.floor(random() * workerIds.length);
  /** Of those that failed. Lost with the isolate, which then finds out again. */
  const ailing = new Map<number, Health>();

  const claimOf = (workerId: number): SequenceClaim => ({ datacenterId, workerId, epochMs });
  const isResting = (workerId: number) => (ailing.get(workerId)?.restsUntilMs ?? 0) > now();

  async function takeOf(workerId: number, count: number): Promise<readonly Run[]> {
    const claim = claimOf(workerId);
    return await sequence(claim).take(claim, count);
  }

  /** Home first, then its neighbours; those at rest last, in case that all are. */
  function candidates(): number[] {
    const round = workerIds.map((_, at) => workerIds[(home + at) % workerIds.length] as number);
    return [...round.filter((id) => !isResting(id)), ...round.filter(isResting)].slice(0, ATTEMPTS_MAX);
  }

  function rest(workerId: number): void {
    const failures = (ailing.get(workerId)?.failures ?? 0) + 1;
    const restMs = Math.min(REST_MS_MAX, REST_MS * 2 ** (failures - 1));
    ailing.set(workerId, { failures, restsUntilMs: now() + restMs });
  }

  /** Of several calls that find its rest over, one tries it. */
  function begin(workerId: number): void {
    const health = ailing.get(workerId);
    if (health !== undefined && !isResting(workerId)) health.restsUntilMs = now() + REST_MS;
  }

  function firstOf(order: readonly number[], count: number): Promise<readonly Run[]> {
    return new Promise((resolve, reject) => {
      let next = 0;
      let running = 0;
      let patience: ReturnType<typeof setTimeout> | null = null;
      let fault: Fault | undefined;
      let ended = false;
      const deadline = setTimeout(() => end(() => reject(nobody(fault))), TAKE_MS_MAX);
      function end(settle: () => void): void {
        ended = true;
        clearTimeout(patience);
        clearTimeout(deadline);
        settle();
      }
      function ask(): void {
        clearTimeout(patience);
        const workerId = order[next++];
        if (workerId === undefined) {
          if (running === 0) end(() => reject(nobody(fault)));
          return;
        }
        running++;
        let isLate = false;
        begin(workerId);
        patience = setTimeout(() => {
          isLate = true;
          rest(workerId);
          ask();
        }, PATIENCE_MS);
        takeOf(workerId, count).then(
          (runs) => {
            if (!isLate) ailing.delete(workerId);
            if (!ended) end(() => resolve(runs));
          },
          (thrown) => {
            running--;
            fault = toFault(thrown);
            if (ended) return;
            const final = fault;
            if (FINAL.has(final.code)) {
              end(() => reject(final));
              return;
            }
            if (fault.code === "internal") warn(`worker ${workerId} gives no ids`, fault.cause);
            if (!isLate) rest(workerId);
            // One that is late has its successor already.
            if (!isLate || running === 0) ask();
          },
        );
      }
      ask();
    });
  }

  return {
    take: (count) => firstOf(candidates(), count),

    async takeFrom(workerId, count) {
      if (workerIds.includes(workerId)) return await firstOf([workerId], count);
      throw new Fault("invalid_argument", `worker: this edge has ${workerIds.join(", ")}`);
    },

    states: () =>
      Promise.all(
        workerIds.map(async (workerId) => {
          const claim = claimOf(workerId);
          // For a status, to fail is as good as to take longer.
          const state = await inTime(sequence(claim).state(claim), 2 * PATIENCE_MS, () => undefined).catch(
            () => undefined,
          );
          return { workerId, resting: isResting(workerId), state };
        }),
      ),
  };
}

function nobody(fault: Fault | undefined): Fault {
  if (fault?.code === "resource_exhausted") {
    return new Fault("resource_exhausted", fault.message, { cause: fault, retryAfterSeconds: 1 });
  }
  return new Fault("unavailable", "no worker gives ids at the moment", { cause: fault, retryAfterSeconds: 1 });
}
