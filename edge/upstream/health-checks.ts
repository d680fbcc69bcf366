/**
 * Active health checks: what an upstream's nodes say at a path of theirs, such as `/readyz`.
 *
 * A Worker has no timers of its own: everything in it happens on behalf of a request. So checks are started by requests that pass by
 * and outlive them by the runtime's `waitUntil`. While no requests come, nothing is checked and nothing needs to be known; what was
 * found out before a long pause is forgotten then.
 * @module
 */
import type { NodeState } from "./node-state.ts";

export interface HealthConfig {
  /** Appended to a node's URL. */
  readonly path: string;
  readonly intervalMs: number;
  readonly timeoutMs: number;
  /** So many bad checks in a row take a node out of rotation; a 503 does so at once, because the node says it itself. */
  readonly unhealthyAfter: number;
  /** So many good ones in a row bring it back. */
  readonly healthyAfter: number;
}

export interface HealthChecks {
  /** Starts what is due. To be called with each request. */
  run(nodes: readonly NodeState[], nowMs: number): void;
}

export interface HealthDeps {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly now: () => number;
  readonly random: () => number;
  readonly waitUntil: (promise: Promise<unknown>) => void;
}

/** An invocation may wait for the heads of six replies at once on Cloudflare, and its own request is one or two of them. */
const STARTED_AT_ONCE_MAX = 2;
/** A node that says that it is not ready: `/readyz` of Fairway's origin while it drains, and that of most others. */
const NOT_READY = 503;
/** After so many intervals without a check, what the last one said is history. */
const STALE_INTERVALS = 3;
/** ± a fifth, so that isolates do not check in step. */
const JITTER = 0.4;

interface Record {
  dueAtMs: number;
  checkedAtMs: number;
  bad: number;
  good: number;
}

/** @param changed is told when a node's health is another than before */
export function healthChecks(config: HealthConfig, deps: HealthDeps, changed: () => void): HealthChecks {
  const records = new WeakMap<NodeState, Record>();
  let nextAtMs = 0;

  return {
    run(nodes, nowMs) {
      if (nowMs < nextAtMs && nextAtMs - nowMs <= config.intervalMs * 2) return;
      let started = 0;
      let soonestMs = nowMs + config.intervalMs;
      for (const node of nodes) {
        const record = recordOf(node);
        if (record.dueAtMs <= nowMs && started < STARTED_AT_ONCE_MAX) {
          started++;
          start(node, record, nowMs);
        }
        soonestMs = Math.min(soonestMs, record.dueAtMs);
      }
      nextAtMs = soonestMs;
    },
  };

  function recordOf(node: NodeState): Record {
    let record = records.get(node);
    if (record === undefined) {
      record = { dueAtMs: 0, checkedAtMs: 0, bad: 0, good: 0 };
      records.set(node, record);
    }
    return record;
  }

  function start(node: NodeState, record: Record, nowMs: number): void {
    if (record.checkedAtMs > 0 && nowMs - record.checkedAtMs > STALE_INTERVALS * config.intervalMs) {
      record.bad = record.good = 0;
      set(node, undefined);
    }
    record.dueAtMs = nowMs + config.intervalMs * (1 + JITTER * (deps.random() - 0.5));
    deps.waitUntil(check(node.node.url).then((status) => note(node, record, status)));
  }

  /** Never rejects. @returns undefined where there was no reply in time */
  async function check(url: string): Promise<number | undefined> {
    try {
      const { status, body } = await deps.fetch(url + config.path, {
        headers: { accept: "*/*", "user-agent": "fairway-health" },
        redirect: "manual",
        signal: AbortSignal.timeout(config.timeoutMs),
      });
      body?.cancel().catch(() => undefined); // Its status is all that is asked for; it may have ended already.
      return status;
    } catch {
      return undefined; // That is what is to be found out.
    }
  }

  function note(node: NodeState, record: Record, status: number | undefined): void {
    record.checkedAtMs = deps.now();
    if (status !== undefined && status >= 200 && status < 300) {
      record.bad = 0;
      record.good++;
      if (node.health === undefined || record.good >= config.healthyAfter) set(node, "ready");
    } else {
      record.good = 0;
      record.bad++;
      if (status === NOT_READY) set(node, "draining");
      else if (record.bad >= config.unhealthyAfter) set(node, "down");
    }
  }

  function set(node: NodeState, health: NodeState["health"]): void {
    if (node.health === health) return;
    if (health === "ready" && node.health !== undefined) node.restore(deps.now());
    node.health = health;
    changed();
  }
}
