/**
 * What a command is.
 * @module
 */
import type { Console } from "./console.ts";
import type { Option, Options } from "./usage.ts";

export interface Run {
  readonly console: Console;
  /** What follows the command, options taken out. */
  readonly words: readonly string[];
  readonly options: Options;
  /** A file's text, or that of standard input for `-`. @throws Error */
  readonly read: (file: string) => Promise<string>;
  readonly write: (file: string, text: string) => Promise<void>;
}

export interface Output {
  /** For people. */
  readonly text: string;
  /** With `--json`, for programs. */
  readonly json: unknown;
}

export interface Command {
  readonly usage: string;
  readonly summary: string;
  readonly options?: Readonly<Record<string, Option>>;
  /** @throws UsageError, Fault, Unreachable, Error */
  run(run: Run): Promise<Output>;
}

export const MESSAGE: Readonly<Record<string, Option>> = {
  message: { kind: "string", short: "m", value: "<text>", help: "why; it stands in the history" },
};
