/**
 * Which node of an upstream gets a request, and what happens when it fails or is slow. The front door of the room.
 *
 *     upstream.ts ─▶ launch.ts       one request to the only node, while all goes well
 *                  ─▶ sending.ts      one request: retries, hedges, push-back, silence
 *                     ├ flight.ts    one fetch to one node
 *                     └ pool.ts      the nodes of an upstream: who is next, and what became of it
 *                        ├ nodes.ts           where nodes come from
 *                        ├ view.ts, group.ts  zones, weights, the better of two
 *                        ├ node-state.ts      latency, what is under way, successes
 *                        ├ breaker.ts, outlier.ts, health-checks.ts   who is left out
 *                        └ retry-budget.ts, hedging.ts                how much more is sent than was asked for
 *
 * An isolate is one thread and all of this is its own memory: nothing is shared, nothing is waited for, and to lose it costs what it
 * takes to learn it again.
 * @module
 */
import type { ConcurrencyConfig } from "../overload/overload.ts";
import type { AccessEntry } from "../route/call.ts";
import { type Deadline, startDeadline } from "./deadline.ts";
import type { HealthConfig } from "./health-checks.ts";
import { type Launch, type LaunchContext, launch } from "./launch.ts";
import type { NodeSummary } from "./node-state.ts";
import { type NodeSource, type StaticNodes, staticNodes } from "./nodes.ts";
import { Pool } from "./pool.ts";
import { Sending } from "./sending.ts";

export { type Deadline, RacedDeadline, startDeadline } from "./deadline.ts";
export { type LateDeadlines, lateDeadlines, SLOW, type Young } from "./late-deadline.ts";
export type { Launch } from "./launch.ts";
export type { NodeSummary } from "./node-state.ts";
export { type NodeSource, staticNodes, type UpstreamNode } from "./nodes.ts";
export { stateEndpoint, UPSTREAMS_PATH } from "./state-endpoint.ts";

/** A named list of nodes that are equivalent: any of them may answer any request. */
export interface UpstreamConfig extends StaticNodes {
  /** Where else its nodes are found: what the table names stands in while nobody is known there. */
  readonly registry?: RegistryRef | undefined;
  /** Whether it takes `POST /$batch`. */
  readonly batch: boolean;
  /** Absent: nodes are judged by the replies to requests alone. */
  readonly health?: HealthConfig | undefined;
  /** In which a node that is new or back grows into its share. */
  readonly slowStartMs?: number | undefined;
  /** After which a node that has said nothing to anybody is given up for one that speaks. */
  readonly connectTimeoutMs?: number | undefined;
  /** For edge/overload: how much at a time. */
  readonly concurrency?: ConcurrencyConfig | undefined;
  /** The header of a request that names its colour. */
  readonly colorHeader?: string | undefined;
}

/** A service in the registry: docs/discovery.md. */
export interface RegistryRef {
  readonly appid: string;
  readonly env: string;
  /** Only instances of this zone; of all where absent. */
  readonly zone?: string | undefined;
  /** Only instances of this colour. */
  readonly color?: string | undefined;
}

/** A request ready for the wire, save for the node. */
export interface OutgoingRequest {
  readonly method: string;
  /** Path with query, appended to the base URL as it is. */
  readonly target: string;
  /** Complete but for `fairway-timeout-ms`, which `send` sets: the time that is left. So is `connect-timeout-ms` kept, where it is there. */
  readonly headers: Headers;
  /** Bytes can be sent again, a stream cannot. */
  readonly body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer> | null;
  /** Aborts with a Fault where the body will have no end, which `send` then throws. */
  readonly broken?: AbortSignal;
}

export interface SendPolicy {
  /** From now to the reply's headers, retries included. */
  readonly timeoutMs: number;
  /** In place of a deadline made of `timeoutMs`, where the caller needs it further on. */
  readonly deadline?: Deadline;
  /** Requests in all, the first included. */
  readonly attempts: number;
  /** Whether sending it twice does no harm. Only then, and with a repeatable body, is it sent again. */
  readonly idempotent: boolean;
  /** Aborts the request and the reply's body. {@link NEVER_ABORTS} where the invocation's end does that. */
  readonly signal: AbortSignal;
  /**
   * Under which name the request's latency is learned, where a second one may run beside it: most often the route's. Absent: never is
   * a second one sent before the first has failed, unless its node is silent.
   */
  readonly hedge?: string;
  /** Gets `upstream`, `address`, `attempts`, `hedge` and `upstreamMs`. */
  readonly entry: AccessEntry;
  /** For edge/overload: the rank, and which requests came as one batch. */
  readonly priority?: number;
  readonly batchId?: string;
}

/**
 * Sends a request to one of the upstream's nodes. The reply is the upstream's own whatever its status; its body streams, and
 * aborts with `signal`. It is raw: where there is a Content-Encoding, the body is still coded, and a `Response` made of it needs
 * `encodeBody: "manual"`.
 * @throws Fault unavailable where no node could be reached, or nearly all that was sent lately was refused, deadline_exceeded after `timeoutMs`, canceled where `signal` aborted
 */
export type Send = (upstream: string, request: OutgoingRequest, policy: SendPolicy) => Promise<Response>;

/** Sends to the one node of an upstream; undefined where that takes a choice, and {@link Send} is to be called. */
export type SendAtOnce = (
  upstream: string,
  request: OutgoingRequest,
  timeoutMs: number,
  entry: AccessEntry,
) => Launch | undefined;

export interface Upstreams {
  readonly send: Send;
  /** Whether {@link Upstreams.sendAtOnce} would send now: cheap, for who has something to prepare. */
  readonly sendsAtOnce: (upstream: string) => boolean;
  /** For a request that is repeatable, or may be sent just once. */
  readonly sendAtOnce: SendAtOnce;
  /** How an upstream is right now, as this isolate sees it. */
  state(upstream: string): UpstreamState;
}

/** With what is known of each upstream, for those who take its place. */
export interface KnownUpstreams extends Upstreams {
  readonly pools: Pools;
}

type Pools = ReadonlyMap<string, KnownPool>;

interface KnownPool {
  readonly config: UpstreamConfig;
  readonly pool: Pool;
  readonly launching: LaunchContext;
}

export interface UpstreamState {
  /** Requests that were sent and are not over. */
  readonly inFlight: number;
  readonly nodes: readonly NodeSummary[];
}

export interface UpstreamDeps {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** From 0 to less than 1. */
  readonly random: () => number;
  /** Resolves after so many milliseconds. */
  readonly sleep: (ms: number) => Promise<unknown>;
  /** Keeps the invocation that runs alive until the promise settles. Active health checks need it. */
  readonly waitUntil?: (promise: Promise<unknown>) => void;
  /** Where this edge stands; absent where no zone is nearer than another. */
  readonly zone?: string | undefined;
  /** Where nodes come from; the configuration by default. */
  readonly nodes?: NodeSource;
}

/**
 * Stands for a signal that nobody will abort. A fetch that watches a signal costs 15 µs more, a twentieth of a whole request, and
 * most requests need none: workerd drops what an invocation still waits for when the invocation ends.
 */
export const NEVER_ABORTS: AbortSignal = new AbortController().signal;

const SLOW_START_MS_DEFAULT = 3000;
/** A lost first packet of a connection is sent again after a second; whoever takes longer is not there. */
const CONNECT_TIMEOUT_MS_DEFAULT = 1000;

/**
 * @param before whose place these take: an upstream that stays keeps what is known of its nodes, unless it is checked in another way now
 */
export function upstreams(
  configs: ReadonlyMap<string, UpstreamConfig>,
  deps: UpstreamDeps,
  before?: Pick<KnownUpstreams, "pools">,
): KnownUpstreams {
  // A function of its own, because what a closure here could see would be kept as long as this is: all that was ever replaced.
  const pools = poolsOf(configs, deps, before?.pools);

  return {
    pools,

    async send(upstream, request, policy) {
      const { config, launching } = known(upstream);
      const deadline = policy.deadline ?? startDeadline(policy.timeoutMs);
      const startedAtMs = deps.now();
      const { entry } = policy;
      entry.upstream = upstream;
      const color = config.colorHeader === undefined ? null : request.headers.get(config.colorHeader);
      const wish = {
        color: color ?? undefined,
        repeatable: policy.idempotent && !(request.body instanceof ReadableStream),
      };
      const context = { ...launching, deadline, wish };
      try {
        return await new Sending(request, policy, context).run();
      } finally {
        if (policy.deadline === undefined) deadline.clear();
        entry.upstreamMs = deps.now() - startedAtMs;
      }
    },

    sendsAtOnce: (upstream) => known(upstream).pool.sole() !== undefined,

    sendAtOnce(upstream, request, timeoutMs, entry) {
      entry.upstream = upstream;
      return launch(request, timeoutMs, entry, known(upstream).launching);
    },

    state(upstream) {
      const { pool } = known(upstream);
      return { inFlight: pool.underWay, nodes: pool.nodes.map((node) => node.summary(deps.now())) };
    },
  };

  function known(upstream: string) {
    const found = pools.get(upstream);
    if (found === undefined) throw new Error(`no upstream is called '${upstream}'`);
    return found;
  }
}

function poolsOf(configs: ReadonlyMap<string, UpstreamConfig>, deps: UpstreamDeps, before: Pools | undefined): Pools {
  const source = deps.nodes ?? staticNodes(configs);
  const waitUntil = deps.waitUntil ?? ((promise) => void promise);
  const pools = new Map<string, KnownPool>();
  for (const [name, config] of configs) {
    const known = before?.get(name);
    if (known !== undefined && judgedBy(known.config) === judgedBy(config)) {
      known.pool.from(source);
      pools.set(name, knownPool(config, known.pool, deps));
      continue;
    }
    const { health, slowStartMs = SLOW_START_MS_DEFAULT } = config;
    const pool = new Pool({ name, source, zone: deps.zone, slowStartMs, health }, { ...deps, waitUntil });
    pools.set(name, knownPool(config, pool, deps));
  }
  return pools;
}

function knownPool(config: UpstreamConfig, pool: Pool, deps: UpstreamDeps): KnownPool {
  const connectTimeoutMs = config.connectTimeoutMs ?? CONNECT_TIMEOUT_MS_DEFAULT;
  return { config, pool, launching: { pool, deps, connectTimeoutMs, neverAborts: NEVER_ABORTS } };
}

/** By what an upstream's nodes are judged, beside their replies. */
function judgedBy({ health, slowStartMs }: UpstreamConfig): string {
  return JSON.stringify([health, slowStartMs]);
}
