/**
 * Requests at a steady rate, whatever becomes of the ones before: who waits for replies would send none while they fail.
 * @module
 */
import { Agent } from "undici";

const TICK_MS = 10;

export interface Traffic {
  /** Ends when the last request has. */
  stop(): Promise<TrafficReport>;
}

export interface TrafficReport {
  readonly sent: number;
  /** Anything but a 200, and what was never answered. */
  readonly failed: number;
  /** What the failures were, each with its number. */
  readonly reasons: Readonly<Record<string, number>>;
}

export function steadyTraffic(url: string, perSecond: number): Traffic {
  const agent = new Agent({ connections: 64, pipelining: 1, headersTimeout: 20_000 });
  const { origin, pathname } = new URL(url);
  const reasons: Record<string, number> = {};
  const startedMs = performance.now();
  let [sent, failed, underWay] = [0, 0, 0];
  let ended = false;
  const { promise: done, resolve } = Promise.withResolvers<void>();

  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - startedMs) / 1_000) * perSecond);
    while (sent < due) void send();
  }, TICK_MS);

  async function send(): Promise<void> {
    sent++;
    underWay++;
    try {
      const { statusCode, body } = await agent.request({ origin, path: `${pathname}/${sent}`, method: "GET" });
      await body.text();
      if (statusCode !== 200) note(`status ${statusCode}`);
    } catch (error) {
      note(error instanceof Error ? error.message : String(error));
    } finally {
      underWay--;
      if (ended && underWay === 0) resolve();
    }
  }

  function note(reason: string): void {
    failed++;
    reasons[reason] = (reasons[reason] ?? 0) + 1;
  }

  return {
    async stop() {
      clearInterval(timer);
      ended = true;
      if (underWay > 0) await done;
      await agent.close();
      return { sent, failed, reasons };
    },
  };
}
