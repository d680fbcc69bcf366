/**
 * Health: `/livez` says that the process answers, `/readyz` that it can do its work, and `grpc.health.v1.Health/Check` says
 * the same to who speaks gRPC's health protocol over Connect. The front door of the room.
 * @module
 */
import { Fault, toFault } from "../../proto/fault.ts";
import { Health, HealthCheckResponse_ServingStatus as Status } from "../../proto/gen/health.contract.ts";
import type { PlainReply, PlainRoute } from "../rpc/route.ts";
import { implement } from "../rpc/rpc.ts";
import type { Implementation } from "../rpc/service.ts";

export { drain } from "./drain.ts";
export { onStopSignals } from "./signals.ts";

/** Resolves when what it checks works. @throws Fault saying what does not; its message is shown to who asks */
export type Check = () => Promise<void>;

export interface HealthOptions {
  /** By the name of what is checked. All must pass for the server to be ready. */
  readonly checks: Readonly<Record<string, Check>>;
  /** What the reply to `/readyz` tells besides; none of it makes the server unready. */
  readonly notes?: () => Readonly<Record<string, unknown>>;
  /** Full names of the services that `Check` may be asked about. */
  readonly services: readonly string[];
  readonly monotonicNow?: () => number;
  readonly limits?: Partial<HealthLimits>;
}

export interface HealthLimits {
  /** A check that takes longer has failed. */
  readonly checkTimeoutMs: number;
  /** The outcome is kept this long, however many ask. */
  readonly freshMs: number;
}

/** Balancers ask every few seconds and wait for one or two. */
const LIMITS: HealthLimits = { checkTimeoutMs: 1_000, freshMs: 1_000 };

export interface HealthRoom {
  readonly routes: readonly PlainRoute[];
  readonly service: Implementation;
  /** What is wrong; empty when the server is ready. */
  flaws(): Promise<readonly string[]>;
  /** From now on the server is not ready, though it still serves: no more work should be sent to it. */
  stop(): void;
}

export function health(options: HealthOptions): HealthRoom {
  const { checks, notes = () => ({}), monotonicNow = () => performance.now() } = options;
  const limits = { ...LIMITS, ...options.limits };
  const known = new Set(["", ...options.services]);
  let latest: { readonly flaws: Promise<readonly string[]>; readonly freshUntilMs: number } | undefined;
  let stopping = false;

  async function flaws(): Promise<readonly string[]> {
    if (stopping) return ["stopping"];
    if (latest === undefined || monotonicNow() >= latest.freshUntilMs) {
      latest = { flaws: runChecks(checks, limits.checkTimeoutMs), freshUntilMs: monotonicNow() + limits.freshMs };
    }
    return latest.flaws;
  }

  async function readyz(): Promise<PlainReply> {
    const found = await flaws();
    return found.length === 0
      ? reply(200, { status: "ready", ...notes() })
      : reply(503, { status: "not ready", flaws: found, ...notes() });
  }

  return {
    flaws,
    routes: [
      { method: "GET", path: "/livez", vital: true, handle: () => reply(200, { status: "ok" }) },
      { method: "GET", path: "/readyz", vital: true, handle: readyz },
    ],
    service: implement(
      Health,
      {
        async check({ service }) {
          if (!known.has(service)) throw new Fault("not_found", "there is no such service");
          return { status: (await flaws()).length === 0 ? Status.SERVING : Status.NOT_SERVING };
        },
      },
      { vital: true },
    ),
    stop() {
      stopping = true;
    },
  };
}

async function runChecks(checks: HealthOptions["checks"], timeoutMs: number): Promise<readonly string[]> {
  const outcomes = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => {
      const flaw = await flawOf(check, timeoutMs);
      return flaw === undefined ? [] : [`${name}: ${flaw}`];
    }),
  );
  return outcomes.flat();
}

async function flawOf(check: Check, timeoutMs: number): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((settle) => {
    timer = setTimeout(settle, timeoutMs, `no answer within ${timeoutMs} ms`);
  });
  try {
    const passed = check().then(
      () => undefined,
      (thrown: unknown) => toFault(thrown).message,
    );
    return await Promise.race([passed, late]);
  } finally {
    clearTimeout(timer);
  }
}

function reply(status: number, body: object): PlainReply {
  const headers = { "content-type": "application/json", "cache-control": "no-store" };
  return { status, headers, body: JSON.stringify(body) };
}
