/**
 * The parent's side of subscriber.ts.
 * @module
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Report, SubscriberPlan } from "./subscriber.ts";

export interface Subscribers {
  /** @throws Error where a socket broke, or an offset was missing */
  report(): Promise<Report>;
  readonly pid: number;
  close(): Promise<void>;
}

type Message = { readonly opened: true } | { readonly failed: string } | { readonly report: Report };

/** @throws Error when they cannot all be opened */
export async function openSubscribers(plan: SubscriberPlan): Promise<Subscribers> {
  const child = fork(fileURLToPath(new URL("subscriber.ts", import.meta.url)), {
    execArgv: ["--max-semi-space-size=64"],
  });
  const close = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.send("end");
    await exited;
  };
  try {
    child.send({ open: plan });
    const answer = await answerOf(child);
    if (!("opened" in answer)) throw new Error(`not all subscribers could connect: ${JSON.stringify(answer)}`);
    return {
      pid: child.pid ?? 0,
      close,
      async report() {
        child.send("report");
        const answer = await answerOf(child);
        if (!("report" in answer)) throw new Error(`no report: ${JSON.stringify(answer)}`);
        if (answer.report.broken !== undefined) throw new Error(answer.report.broken);
        return answer.report;
      },
    };
  } catch (error) {
    child.kill("SIGKILL");
    throw error;
  }
}

async function answerOf(child: ChildProcess): Promise<Message> {
  const decided = new AbortController();
  const { signal } = decided;
  try {
    const [message] = (await Promise.race([
      once(child, "message", { signal }),
      once(child, "exit", { signal }).then(([code]) => [{ failed: `the subscribers' process exited with ${code}` }]),
    ])) as [Message];
    return message;
  } finally {
    decided.abort();
  }
}

/** Seconds of processor time that a process has used: proc(5), in ticks of a hundredth. */
export async function cpuSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  // The name stands in parentheses and may hold anything; user and system time are fields 14 and 15.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
