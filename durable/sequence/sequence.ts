/**
 * The ids of one worker of one datacenter: whoever holds this object holds the worker.
 *
 * Owns: which ids of the worker were issued. Address: `sequence/<datacenter>/<worker>`, 0 to 31 each: {@link sequenceName}.
 *
 * Storage:
 *     lease(id = 0, datacenter_id, worker_id, until_ms, generation)
 *     `until_ms`: ms since the epoch of the ids; every ms below it may have been used. `generation`: how often it was written.
 * Invariants:
 * - An id leaves only when a lease that covers its ms is durable: replies wait for the writes before them (the output gate).
 * - A lease is written by who read or wrote the one before it. An instance that finds another one's lease has been superseded, and ends.
 * - What it issues rises, and so does what the instance after it issues.
 * - Nothing but the lease has to be remembered: the next instance skips what is left of it.
 * RPC: {@link Sequence.take}, {@link Sequence.state}. Pure part: proto/sequence.ts.
 * @module
 */
import { DurableObject } from "cloudflare:workers";
import { Fault } from "../../proto/fault.ts";
import { type Run, type Sequence as SequenceMachine, sequence } from "../../proto/sequence.ts";
import { DATACENTER_ID_MAX, WORKER_ID_MAX } from "../../proto/snowflake.ts";

/** Which worker is meant, and how time is counted: what the caller was configured with. */
export interface SequenceClaim {
  readonly datacenterId: number;
  readonly workerId: number;
  readonly epochMs: number;
}

export interface SequenceState {
  /** How far its next id is ahead of its clock. */
  readonly aheadMs: number;
  /** How often its lease was written. */
  readonly leases: number;
}

interface Lease {
  readonly datacenterId: number;
  readonly workerId: number;
  readonly untilMs: number;
  /** 0 where nothing was ever written. */
  readonly generation: number;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS lease (
    id INTEGER PRIMARY KEY CHECK (id = 0), datacenter_id INTEGER NOT NULL, worker_id INTEGER NOT NULL,
    until_ms INTEGER NOT NULL, generation INTEGER NOT NULL
  );
`;

export function sequenceName({ datacenterId, workerId }: Pick<SequenceClaim, "datacenterId" | "workerId">): string {
  return `sequence/${datacenterId}/${workerId}`;
}

export class Sequence extends DurableObject {
  readonly #sql: SqlStorage;
  readonly #now: () => number;
  #lease: Lease | undefined;
  #machine: SequenceMachine | undefined;

  /** @param now milliseconds since 1970; the runtime gives none, and only a test has another than the machine's */
  constructor(context: DurableObjectState, env: unknown, now: () => number = Date.now) {
    super(context, env as never);
    this.#sql = context.storage.sql;
    this.#now = now;
    this.#sql.exec(SCHEMA);
  }

  /**
   * The next ids, all or none.
   * @throws Fault invalid_argument, failed_precondition for a claim of another worker, resource_exhausted, unavailable
   */
  take(claim: SequenceClaim, count: number): readonly Run[] {
    const machine = this.#ownedBy(claim);
    return machine.take(count, this.#now() - claim.epochMs, (untilMs) => this.#extend(claim, untilMs));
  }

  state(claim: SequenceClaim): SequenceState {
    const machine = this.#ownedBy(claim);
    return { aheadMs: machine.aheadMs(this.#now() - claim.epochMs), leases: this.#lease?.generation ?? 0 };
  }

  #ownedBy(claim: SequenceClaim): SequenceMachine {
    const { datacenterId, workerId } = claim;
    if (!isNumber(datacenterId, DATACENTER_ID_MAX) || !isNumber(workerId, WORKER_ID_MAX)) {
      throw new Fault("invalid_argument", `datacenter ${datacenterId} or worker ${workerId} is out of range`);
    }
    const { name } = this.ctx.id;
    if (name !== undefined && name !== sequenceName(claim)) throw wrongOwner(claim);
    this.#lease ??= this.#stored() ?? { datacenterId, workerId, untilMs: 0, generation: 0 };
    const lease = this.#lease;
    if (lease.datacenterId !== datacenterId || lease.workerId !== workerId) throw wrongOwner(claim);
    this.#machine ??= sequence({ datacenterId, workerId, leasedUntilMs: lease.untilMs });
    return this.#machine;
  }

  /** @throws Fault unavailable where another instance has extended the lease in between */
  #extend({ datacenterId, workerId }: SequenceClaim, untilMs: number): void {
    const before = this.#lease?.generation ?? 0;
    const generation = before + 1;
    const written =
      before === 0
        ? this.#sql.exec(
            "INSERT INTO lease VALUES (0, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING generation",
            datacenterId,
            workerId,
            untilMs,
            generation,
          )
        : this.#sql.exec(
            "UPDATE lease SET until_ms = ?, generation = ? WHERE id = 0 AND generation = ? RETURNING generation",
            untilMs,
            generation,
            before,
          );
    if (written.toArray().length === 0) {
      // What this instance believes is wrong for good: the next call starts from what is stored.
      this.#lease = undefined;
      this.#machine = undefined;
      throw new Fault("unavailable", "another instance has this worker");
    }
    this.#lease = { datacenterId, workerId, untilMs, generation };
  }

  #stored(): Lease | undefined {
    const [row] = this.#sql
      .exec<{ datacenter_id: number; worker_id: number; until_ms: number; generation: number }>(
        "SELECT datacenter_id, worker_id, until_ms, generation FROM lease",
      )
      .toArray();
    return (
      row && {
        datacenterId: row.datacenter_id,
        workerId: row.worker_id,
        untilMs: row.until_ms,
        generation: row.generation,
      }
    );
  }
}

function isNumber(value: unknown, max: number): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= max;
}

function wrongOwner(claim: SequenceClaim): Fault {
  return new Fault("failed_precondition", `this is not ${sequenceName(claim)}`);
}
