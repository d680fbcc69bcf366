/**
 * The example API in a process of its own, for `npm start`: so that it can be killed, to see what the edge makes of that.
 * @module
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { createInterface } from "node:readline";

const SERVER = resolve(import.meta.dirname, "../examples/countries-api/server.ts");

export interface CountriesProcess {
  readonly url: string;
  readonly pid: number;
  /** SIGTERM, and waits for the end. */
  stop(): Promise<void>;
}

/** @throws Error when it ends before it listens; its own words have gone to stderr */
export async function startCountries(port: number): Promise<CountriesProcess> {
  const child = spawn(process.execPath, [SERVER, "--port", String(port)], { stdio: ["ignore", "pipe", "inherit"] });
  const killAtExit = () => child.kill("SIGKILL");
  process.once("exit", killAtExit);
  const exited = once(child, "exit").finally(() => process.off("exit", killAtExit));
  const ready = once(createInterface(child.stdout), "line");
  const [line] = (await Promise.race([ready, exited.then(([code]) => [code])])) as [unknown];
  const url = /http:\S+/.exec(String(line))?.[0];
  if (url === undefined) throw new Error(`the countries API ended with ${line} before it listened`);
  return {
    url,
    pid: child.pid ?? 0,
    async stop() {
      child.kill("SIGTERM");
      await exited;
    },
  };
}
