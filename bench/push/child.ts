/**
 * A process of its own for the clients of a bench, which are asked one thing at a time.
 * @module
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export interface Child {
  readonly pid: number;
  /** @throws Error where the process ended, or said that it failed */
  ask(message: unknown): Promise<unknown>;
  /** It is told `end`, and leaves. */
  close(): Promise<void>;
  kill(): void;
}

/** @param file beside this one */
export function startChild(file: string): Child {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), { execArgv: ["--max-semi-space-size=64"] });
  return {
    pid: child.pid ?? 0,
    kill: () => child.kill("SIGKILL"),
    async ask(message) {
      const decided = new AbortController();
      const { signal } = decided;
      child.send(message as object);
      try {
        const [answer] = (await Promise.race([
          once(child, "message", { signal }),
          once(child, "exit", { signal }).then(([code]) => [{ failed: `the clients' process exited with ${code}` }]),
        ])) as [{ readonly failed?: string }];
        if (answer.failed !== undefined) throw new Error(answer.failed);
        return answer;
      } finally {
        decided.abort();
      }
    },
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, "exit");
      child.send("end");
      await exited;
    },
  };
}
