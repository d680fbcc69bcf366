/**
 * Drives a server over N connections, each of which sends its next request when the last reply is complete.
 * @module
 */
import { connect, type Socket } from "node:net";
import { createHistogram, type EventLoopUtilization, performance } from "node:perf_hooks";
import type { Wire } from "./wire.ts";

export interface Plan {
  readonly host: string;
  readonly port: number;
  readonly connections: number;
  /** Replies that come before this has passed are not counted. Default 0. */
  readonly warmupMs?: number;
  /** When to stop: after this time, or after this many replies. */
  readonly until: { readonly ms: number } | { readonly replies: number };
}

export interface LoadReport {
  /** Good replies. */
  readonly ok: number;
  /** All others, by what was wrong: an HTTP status, an error code. Empty is as it should be. */
  readonly failed: Readonly<Record<string, number>>;
  readonly seconds: number;
  /** Good replies per second. */
  readonly perSecond: number;
  /** From the request's first byte sent to the reply's last byte read, of good replies. */
  readonly latencyMs: { readonly p50: number; readonly p90: number; readonly p99: number; readonly max: number };
  readonly bytesReceived: number;
  /** How busy the generator's own thread was, 0 to 1. Near 1 it is the generator that was measured. */
  readonly busy: number;
}

const READ_BUFFER_BYTES = 65_536;
const RECONNECT_MS = 10; // A server that restarts is not to be met by a storm.
const REPLY_MS_MAX = 30_000; // A server that is silent for so long hangs; the run must not hang with it.
const FAILURES_IN_A_ROW_MAX = 1000; // Then there is no server, and a report would be a fiction.

/** @param wire a new connection's side; called with the number of the connection */
export function generate(plan: Plan, wire: (connection: number) => Wire): Promise<LoadReport> {
  return new Promise((resolve, reject) => {
    const latencyMicros = createHistogram();
    const failed: Record<string, number> = {};
    const sockets = new Set<Socket>();
    const startMs = performance.now() + (plan.warmupMs ?? 0);
    const [endMs, repliesMax] =
      "ms" in plan.until ? [startMs + plan.until.ms, Infinity] : [Infinity, plan.until.replies];
    let [ok, replies, bytesReceived, failuresInARow] = [0, 0, 0, 0];
    let loopBefore: EventLoopUtilization | undefined;
    let done = false;

    function count(outcome: string, sentMs: number): void {
      const nowMs = performance.now();
      failuresInARow = outcome === "ok" ? 0 : failuresInARow + 1;
      if (nowMs < startMs) return;
      loopBefore ??= performance.eventLoopUtilization();
      replies++;
      if (outcome === "ok") {
        ok++;
        latencyMicros.record(Math.max(1, Math.round((nowMs - sentMs) * 1000)));
      } else {
        failed[outcome] = (failed[outcome] ?? 0) + 1;
      }
      if (replies >= repliesMax || nowMs >= endMs) finish(nowMs);
    }

    function finish(nowMs: number): void {
      if (done) return;
      stop();
      const seconds = (nowMs - startMs) / 1000;
      const percentile = (rank: number) => latencyMicros.percentile(rank) / 1000;
      resolve({
        ok,
        failed,
        seconds,
        perSecond: ok / seconds,
        latencyMs: { p50: percentile(50), p90: percentile(90), p99: percentile(99), max: latencyMicros.max / 1000 },
        bytesReceived,
        busy: performance.eventLoopUtilization(loopBefore).utilization,
      });
    }

    function stop(): void {
      done = true;
      clearTimeout(deadline);
      for (const socket of sockets) socket.destroy();
    }

    function open(connection: number): void {
      if (done) return;
      const side = wire(connection);
      let sentMs = 0;
      let failure = "closed";

      const send = () => {
        sentMs = performance.now();
        socket.write(side.request());
      };
      const settle = (outcome: string) => {
        const isLast = side.last === true;
        count(outcome, sentMs);
        sentMs = 0;
        if (done) return;
        if (isLast) socket.destroy();
        else send();
      };
      const read = (bytes: Buffer) => {
        bytesReceived += bytes.length;
        try {
          const outcome = side.read(bytes);
          const answer = side.takeAnswer?.();
          if (answer !== undefined) socket.write(answer);
          if (outcome !== undefined) settle(outcome);
        } catch (error) {
          socket.destroy(error as Error);
        }
      };
      const onread = {
        buffer: Buffer.allocUnsafe(READ_BUFFER_BYTES),
        callback: (size: number, buffer: Uint8Array) => {
          read((buffer as Buffer).subarray(0, size));
          return true;
        },
      };
      const socket = connect({ host: plan.host, port: plan.port, noDelay: true, onread });
      sockets.add(socket);
      socket.setTimeout(REPLY_MS_MAX, () => socket.destroy(new Error("no reply")));
      socket.on("connect", () => {
        if (side.greeting !== undefined) socket.write(side.greeting);
        send();
      });
      socket.on("error", (error: NodeJS.ErrnoException) => {
        failure = error.code ?? error.message;
      });
      socket.on("close", () => {
        sockets.delete(socket);
        if (done) return;
        const isRefused = socket.bytesWritten === 0;
        if (sentMs > 0 || isRefused) count(side.close?.() ?? failure, sentMs);
        if (failuresInARow > FAILURES_IN_A_ROW_MAX) {
          stop();
          reject(new Error(`${failuresInARow} requests in a row failed, the last with: ${failure}`));
        } else if (isRefused) {
          setTimeout(open, RECONNECT_MS, connection);
        } else {
          open(connection);
        }
      });
    }

    const deadline =
      endMs === Infinity ? undefined : setTimeout(() => finish(performance.now()), endMs - performance.now());
    for (let connection = 0; connection < plan.connections; connection++) open(connection);
  });
}
