/**
 * Starts the TCP gateway of push as a child process.
 * @module
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";

const ENTRY = resolve(import.meta.dirname, "../origin/push-tcp/main.ts");

export interface PushTcpProcess {
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
}

/**
 * @param env its variables, see origin/push-tcp/main.ts
 * @throws Error when it ends before it listens
 */
export async function startPushTcp(env: Readonly<Record<string, string>>): Promise<PushTcpProcess> {
  const child = fork(ENTRY, { env: { ...process.env, ...env }, stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const exited = once(child, "exit");
  const failed = exited.then(([code]) => {
    throw new Error(`the push gateway ended with ${code} before it listened`);
  });
  const [message] = (await Promise.race([once(child, "message"), failed])) as [{ readonly listening: number }];
  failed.catch(() => undefined); // It ends some day; whether it should have is not this function's to say.
  return {
    port: message.listening,
    pid: child.pid as number,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
      await exited;
    },
  };
}
