/**
 * `fairway.ids.v1.IdService`.
 * @module
 */
import type { HandlersOf } from "../../proto/connect/connect.ts";
import { Fault } from "../../proto/fault.ts";
import type { IdService } from "../../proto/gen/ids.contract.ts";
import { idsOf, type Run, requireCount } from "../../proto/sequence.ts";
import { describeSnowflake } from "../../proto/snowflake.ts";
import type { RpcContext } from "../rpc/rpc.ts";
import type { Authorize } from "./access.ts";
import type { WorkerPool } from "./pool.ts";
import type { IdsSettings } from "./settings.ts";

const UINT32_MAX = 2 ** 32 - 1;

export interface ServiceDeps {
  readonly settings: IdsSettings;
  readonly pool: WorkerPool;
  readonly authorize: Authorize;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export function idService({ settings, pool, authorize, now }: ServiceDeps): HandlersOf<typeof IdService, RpcContext> {
  const { datacenterId, epochMs } = settings;

  async function take(context: RpcContext, count: number, worker: number | undefined): Promise<readonly Run[]> {
    await authorize(askerOf(context));
    requireCount(count);
    return worker === undefined ? await pool.take(count) : await pool.takeFrom(worker, count);
  }

  return {
    async nextId({ worker }, context) {
      const [run] = await take(context, 1, worker);
      return { id: run?.start };
    },

    async nextIds({ count, worker, asRuns }, context) {
      const runs = await take(context, count, worker);
      return asRuns ? { runs } : { ids: idsOf(runs) };
    },

    describe({ id }) {
      const { datacenterId: datacenter, workerId: worker, sequence, timestampMs } = partsOf(id, epochMs);
      return { datacenter, worker, sequence, time: timestampOf(timestampMs) };
    },

    async workers(_request, context) {
      await authorize(askerOf(context));
      const workers = (await pool.states()).map(({ workerId, resting, state }) => ({
        worker: workerId,
        resting,
        reachable: state !== undefined,
        aheadMs: Math.min(UINT32_MAX, state?.aheadMs ?? 0),
        leases: BigInt(state?.leases ?? 0),
      }));
      return { datacenter: datacenterId, epochMs: BigInt(epochMs), workers };
    },

    ping: () => ({}),

    timestamp() {
      const ms = Math.floor(now());
      return { seconds: BigInt(Math.floor(ms / 1_000)), ms: BigInt(ms) };
    },
  };
}

function askerOf(context: RpcContext) {
  return { authorization: context.header("authorization"), isOperator: () => context.isOperator() };
}

/** @throws Fault invalid_argument */
function partsOf(id: bigint, epochMs: number) {
  if (id >> 63n !== 0n) throw new Fault("invalid_argument", "id: below 2^63 expected");
  return describeSnowflake(id, epochMs);
}

function timestampOf(ms: number) {
  return { seconds: BigInt(Math.floor(ms / 1_000)), nanos: (ms % 1_000) * 1_000_000 };
}
