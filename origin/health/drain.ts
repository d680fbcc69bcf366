/**
 * Leaving without losing a request:
 *
 *     not ready ──grace──▶ no new connections ──finish──▶ connections of our own closed
 *     (balancers notice)   (calls under way end)
 *
 * From the start each reply says `Connection: close`, so that clients move to another server between two requests and not
 * in the middle of one.
 * @module
 */
import type { Log } from "../log/log.ts";
import type { RpcServer } from "../rpc/rpc.ts";
import type { HealthRoom } from "./health.ts";

export interface DrainOptions {
  readonly health: Pick<HealthRoom, "stop">;
  readonly server: Pick<RpcServer, "closeConnections" | "stop">;
  /** Pools and the like, closed one after the other once no call needs them. */
  readonly close: readonly (() => Promise<unknown>)[];
  readonly log: Log;
  /** To serve on after `/readyz` has begun to fail. */
  readonly graceMs: number;
  /** For calls under way after that; then they are aborted. */
  readonly finishTimeoutMs: number;
}

/** Never throws: what cannot be closed is logged. */
export async function drain({ health, server, close, log, graceMs, finishTimeoutMs }: DrainOptions): Promise<void> {
  log.info("stopping", { graceMs });
  health.stop();
  server.closeConnections();
  if (graceMs > 0) await new Promise((settle) => setTimeout(settle, graceMs));
  const { aborted } = await server.stop({ finishTimeoutMs });
  if (aborted > 0) log.warn("calls were aborted because they took too long to finish", { aborted });
  for (const closeOne of close) {
    try {
      await closeOne();
    } catch (error) {
      log.error("something did not close", { error });
    }
  }
  log.info("stopped");
}
