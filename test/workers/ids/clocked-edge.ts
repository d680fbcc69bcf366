/**
 * The edge as it ships, with one difference: the objects that make ids read a clock that can be moved, and can be thrown out or made to
 * hang. Only the tests build this module; the edge's own bundle has neither the clock nor the paths.
 *
 *     POST /test/clock?offset=-3600000     their clock is an hour behind from now on
 *     POST /test/clock?frozen              it stands still
 *     POST /test/evict?datacenter=1&worker=0
 *     POST /test/hang?worker=0             it answers no more calls
 * @module
 */
import { Sequence as Production, type SequenceClaim, sequenceName } from "../../../durable/sequence/sequence.ts";
import edge from "../../../edge/index.ts";
import type { Run } from "../../../proto/sequence.ts";

export * from "../../../edge/index.ts";

const EMPTY = () => new Response(null, { status: 204 });

/** Of the process, as the machine's clock is. */
const clock = { offsetMs: 0, frozenAtMs: undefined as number | undefined };

const hanging = new Set<number>();
/** Longer than anybody waits. The runtime would notice a promise that nothing can settle, and fail the call. */
const HANG_MS = 60_000;

function now(): number {
  return clock.frozenAtMs ?? Date.now() + clock.offsetMs;
}

export class Sequence extends Production {
  constructor(context: DurableObjectState, env: unknown) {
    super(context, env, now);
  }

  override take(claim: SequenceClaim, count: number): readonly Run[] {
    if (!hanging.has(claim.workerId)) return super.take(claim, count);
    // Over RPC a promise is what its value is.
    return scheduler.wait(HANG_MS).then(() => []) as unknown as readonly Run[];
  }

  /** The runtime throws the instance out at once, as when it needs the room. */
  evict(): void {
    this.ctx.abort("evicted by a test");
  }
}

export default {
  ...edge,
  async fetch(request, env, context) {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === "/test/clock") {
      clock.frozenAtMs = searchParams.has("frozen") ? now() : undefined;
      clock.offsetMs = Number(searchParams.get("offset") ?? clock.offsetMs);
      return EMPTY();
    }
    if (pathname === "/test/hang") {
      hanging.add(Number(searchParams.get("worker")));
      return EMPTY();
    }
    if (pathname === "/test/evict") {
      const claim = {
        datacenterId: Number(searchParams.get("datacenter")),
        workerId: Number(searchParams.get("worker")),
      };
      const { SEQUENCE } = env as { SEQUENCE: DurableObjectNamespace };
      const stub = SEQUENCE.getByName(sequenceName(claim)) as unknown as { evict(): Promise<void> };
      // It ends with the instance that it is about.
      return await stub.evict().then(EMPTY, EMPTY);
    }
    return await edge.fetch(request, env, context);
  },
} satisfies ExportedHandler;
