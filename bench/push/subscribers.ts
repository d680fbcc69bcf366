/**
 * The parent's side of subscriber.ts.
 * @module
 */
import { readFile } from "node:fs/promises";
import { startChild } from "./child.ts";
import type { Report, SubscriberPlan } from "./subscriber.ts";

export interface Subscribers {
  /** @throws Error where a socket broke, or an offset was missing */
  report(): Promise<Report>;
  readonly pid: number;
  close(): Promise<void>;
}

/** @throws Error when they cannot all be opened */
export async function openSubscribers(plan: SubscriberPlan): Promise<Subscribers> {
  const child = startChild("subscriber.ts");
  try {
    await child.ask({ open: plan });
  } catch (error) {
    child.kill();
    throw error;
  }
  return {
    pid: child.pid,
    close: () => child.close(),
    async report() {
      const { report } = (await child.ask("report")) as { readonly report: Report };
      if (report.broken !== undefined) throw new Error(report.broken);
      return report;
    },
  };
}

/** Seconds of processor time that a process has used: proc(5), in ticks of a hundredth. */
export async function cpuSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  // The name stands in parentheses and may hold anything; user and system time are fields 14 and 15.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
