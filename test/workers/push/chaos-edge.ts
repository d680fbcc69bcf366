/**
 * The edge as it ships, with one difference: its clock can be moved, and objects of push can be made to sleep or thrown out. Only the tests build
 * this module; the edge's own bundle has neither the clock nor the paths.
 *
 *     POST /test/clock?offset=-3600000            it is an hour behind from now on; CHAOS_CLOCK_OFFSET_MS says the same to a process that starts
 *     POST /test/evict?class=PUSH_SHARD&name=…    their memory goes, their sockets stay, as in hibernation; needs the flag `unsafe_module`
 *     POST /test/abort?class=PUSH_CHANNEL&name=…  at once, with what they are doing and the sockets they have
 *
 * `name` may be there more than once. The answer counts those that it was done to within a second; one that is busy sleeps when it comes to rest.
 * @module
 */
import { env } from "cloudflare:workers";
import workerdUnsafe from "workerd:unsafe";
import { PushChannel as ProductionChannel, PushShard as ProductionShard } from "../../../durable/push/push.ts";
import edge from "../../../edge/index.ts";

export * from "../../../edge/index.ts";

type Bindings<Class> = Class extends new (context: DurableObjectState, env: infer Env) => unknown ? Env : never;

/** Of the process, as the machine's clock is. */
const clock = { offsetMs: Number((env as { CHAOS_CLOCK_OFFSET_MS?: string }).CHAOS_CLOCK_OFFSET_MS ?? 0) };
const machineNow = Date.now;
Date.now = () => machineNow() + clock.offsetMs;

/** An alarm is for a moment of the object's clock, and rung by the machine's. */
function shiftAlarms({ storage }: DurableObjectState): void {
  const setAlarm = storage.setAlarm.bind(storage);
  storage.setAlarm = (at, options) => setAlarm(Number(at) - clock.offsetMs, options);
}

export class PushShard extends ProductionShard {
  constructor(context: DurableObjectState, bindings: Bindings<typeof ProductionShard>) {
    shiftAlarms(context);
    super(context, bindings);
  }

  abort(): void {
    this.ctx.abort("thrown out by a test");
  }
}

export class PushChannel extends ProductionChannel {
  constructor(context: DurableObjectState, bindings: Bindings<typeof ProductionChannel>) {
    shiftAlarms(context);
    super(context, bindings);
  }

  abort(): void {
    this.ctx.abort("thrown out by a test");
  }
}

const EVICT_MS_MAX = 1_000;

async function evict(stub: DurableObjectStub): Promise<void> {
  const late = scheduler.wait(EVICT_MS_MAX).then(() => Promise.reject(new Error("the object does not come to rest")));
  await Promise.race([workerdUnsafe.evict(stub, { webSockets: "hibernate" }), late]);
}

async function each(query: URLSearchParams, bindings: unknown, act: (stub: DurableObjectStub) => Promise<void>) {
  const namespace = (bindings as Record<string, DurableObjectNamespace>)[query.get("class") ?? ""];
  if (namespace === undefined) return new Response("no such class", { status: 404 });
  const done = await Promise.all(
    query.getAll("name").map((name) =>
      act(namespace.getByName(name)).then(
        () => 1,
        // One that was asleep, or busy with something that it waits for.
        () => 0,
      ),
    ),
  );
  return Response.json({ objects: done.reduce<number>((sum, one) => sum + one, 0) });
}

export default {
  ...edge,
  async fetch(request, bindings, context) {
    const { pathname, searchParams } = new URL(request.url);
    switch (pathname) {
      case "/test/clock":
        clock.offsetMs = Number(searchParams.get("offset"));
        return new Response(null, { status: 204 });
      case "/test/evict":
        return await each(searchParams, bindings, evict);
      case "/test/abort":
        // The call ends with the instance that it is about.
        return await each(searchParams, bindings, (stub) =>
          (stub as unknown as { abort(): Promise<void> }).abort().catch(() => {}),
        );
      default:
        return await edge.fetch(request, bindings, context);
    }
  },
} satisfies ExportedHandler;
