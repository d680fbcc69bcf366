/**
 * Puts the items of a batch that go to the same upstream at the same moment into one request to it: a wave.
 *
 * It stands where edge/upstream stands for a single call, so that an item knows nothing of it. Upstreams that do not declare
 * `batch: true`, or have just refused one, get their requests one by one, as does a wave of one.
 * @module
 */
import { BATCH_ITEMS_MAX, type HeaderField } from "../../proto/batch/batch.ts";
import { nativeHeaders } from "../codec/codec.ts";
import type { Admit } from "../overload/overload.ts";
import type { PreparedRequest, Reply, SendOverride } from "../route/call.ts";
import type { SendPolicy } from "../upstream/upstream.ts";
import type { Activity } from "./activity.ts";
import type { Refusals } from "./refusals.ts";
import { type Passenger, sendWave, type WaveContext } from "./wave.ts";

/** Below BATCH_BYTES_MAX by what the envelope adds to bodies and headers. */
const WAVE_BYTES_MAX = 786_432;

export interface CoalescerContext extends WaveContext {
  /** Whether the upstream declares `batch: true`. */
  readonly takesBatch: (upstream: string) => boolean;
  readonly admit: Admit;
  readonly refusals: Refusals;
  readonly activity: Activity;
}

/** One for each batch. */
export function coalescer(context: CoalescerContext): SendOverride {
  const { activity, send, refusals, now } = context;
  const waiting = new Map<string, Passenger[]>();

  async function board(upstream: string, request: PreparedRequest, policy: SendPolicy): Promise<Reply> {
    const { promise, resolve, reject } = Promise.withResolvers<Reply>();
    const passenger = { request, fields: fieldsOf(request), policy, resolve, reject, startedAtMs: now() };
    const others = waiting.get(upstream);
    if (others !== undefined) others.push(passenger);
    else {
      waiting.set(upstream, [passenger]);
      void activity.quiet().then(() => depart(upstream));
    }
    return await promise;
  }

  function depart(upstream: string): void {
    const passengers = waiting.get(upstream) ?? [];
    waiting.delete(upstream);
    for (const group of groupsOf(passengers)) void sendWave(upstream, group, context);
  }

  const byWave: SendOverride["send"] = async (upstream, request, policy) => {
    activity.leave();
    try {
      return await context.admit(upstream, policy, (left) => sendAdmitted(upstream, request, left));
    } finally {
      activity.enter();
    }
  };
  return { takes: () => true, send: byWave };

  function sendAdmitted(upstream: string, request: PreparedRequest, policy: SendPolicy): Promise<Reply> {
    const single = !context.takesBatch(upstream) || refusals.has(upstream) || request.body instanceof ReadableStream;
    if (!single) return board(upstream, request, policy);
    return send(upstream, { ...request, headers: nativeHeaders(request.headers) }, policy);
  }
}

/** As few groups as the limits of an envelope allow, in order. */
function groupsOf(passengers: readonly Passenger[]): Passenger[][] {
  const groups: Passenger[][] = [];
  let bytes = 0;
  for (const passenger of passengers) {
    const size = sizeOf(passenger);
    const group = groups.at(-1);
    if (group === undefined || group.length >= BATCH_ITEMS_MAX || bytes + size > WAVE_BYTES_MAX) {
      groups.push([passenger]);
      bytes = size;
    } else {
      group.push(passenger);
      bytes += size;
    }
  }
  return groups;
}

function fieldsOf({ headers }: PreparedRequest): HeaderField[] {
  const fields: HeaderField[] = [];
  headers.forEach((value, name) => {
    fields.push([name, value]);
  });
  return fields;
}

function sizeOf({ request: { target, body }, fields }: Passenger): number {
  let bytes = target.length + (body instanceof Uint8Array ? body.length : 0);
  for (const [name, value] of fields) bytes += name.length + value.length;
  return bytes;
}
