/**
 * The command line: which command is meant, with what, and what comes of it.
 * @module
 */
import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { accessKey, create, open, reseal, token } from "./access.ts";
import type { Command } from "./command.ts";
import { consoleAt, targetOf } from "./console.ts";
import { exportDocument, importDocument, schema } from "./documents.ts";
import { diff, discard, get, remove, set } from "./drafts.ts";
import { abandon, gray, history, promote, publish, rollback } from "./releases.ts";
import { EXIT, troubleOf } from "./trouble.ts";
import { type Option, Options, UsageError } from "./usage.ts";
import { audit, nodes } from "./views.ts";

const COMMANDS: Readonly<Record<string, Command>> = {
  get,
  set,
  delete: remove,
  discard,
  diff,
  publish,
  rollback,
  history,
  gray,
  promote,
  abandon,
  nodes,
  audit,
  import: importDocument,
  export: exportDocument,
  schema,
  create,
  token,
  key: accessKey,
  open,
  reseal,
};

/** Of every command. */
const COMMON: Readonly<Record<string, Option>> = {
  url: { kind: "string", value: "<url>", help: "the edge; FAIRWAY_URL, or http://127.0.0.1:8787" },
  token: {
    kind: "string",
    value: "<token>",
    help: "FAIRWAY_TOKEN; on this machine the operator's of .fairway/secrets.json",
  },
  json: { kind: "flag", help: "for programs; errors too" },
  help: { kind: "flag", short: "h", help: "this" },
};

/** Where it runs. */
export interface Terminal {
  readonly env: NodeJS.ProcessEnv;
  /** All of standard input. */
  readonly input: () => Promise<string>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** @returns the exit code. Never rejects. */
export async function runCommand(args: readonly string[], { env, input, out, err }: Terminal): Promise<number> {
  const [name = "", ...rest] = args;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  const asksForHelp = ["", "help", "--help", "-h"].includes(name) || rest.includes("--help") || rest.includes("-h");
  if (asksForHelp) {
    out(command === undefined ? overview() : helpOf(command));
    return name === "" ? EXIT.usage : EXIT.done;
  }
  const isJson = rest.includes("--json");
  let url = "";
  let service: string | undefined;
  try {
    if (command === undefined) throw new UsageError(`there is no command '${name}': --help lists them`);
    const { options, words } = parsed(command, rest);
    service = words[0];
    const target = await targetOf({ url: options.text("url"), token: options.text("token") }, env);
    url = target.url;
    const read = (file: string) => (file === "-" ? input() : readFile(file, "utf8"));
    const output = await command.run({ console: consoleAt(target), words, options, read, write });
    out(isJson ? JSON.stringify(output.json, null, 2) : output.text);
    return EXIT.done;
  } catch (error) {
    const { exit, code, message, hint } = troubleOf(error, url, service);
    const usage = error instanceof UsageError && command !== undefined ? `usage: npm run conf -- ${command.usage}` : "";
    if (isJson) err(JSON.stringify({ error: { code, message: message.trim(), hint } }));
    else err([`conf: ${message}`, hint, usage].filter((line) => line !== "").join("\n"));
    return exit;
  }
}

/** @throws UsageError */
function parsed(command: Command, args: readonly string[]): { options: Options; words: readonly string[] } {
  const declared = Object.entries({ ...command.options, ...COMMON }).map(([name, { kind, short }]) => {
    const type = kind === "flag" ? ("boolean" as const) : ("string" as const);
    return [name, { type, multiple: kind === "list", ...(short === undefined ? {} : { short }) }] as const;
  });
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: Object.fromEntries(declared),
      allowPositionals: true,
    });
    return { options: new Options(values), words: positionals };
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

function overview(): string {
  const width = Math.max(...Object.values(COMMANDS).map(({ usage }) => usage.length));
  const lines = Object.values(COMMANDS).map(({ usage, summary }) => `  ${usage.padEnd(width)}  ${summary}`);
  return `Configurations of services, from the command line.

${lines.join("\n")}

A service is \`orders\`, or \`orders/sh1\` of an idc. The edge's own route table is service \`edge\`: docs/configuration.md.
\`npm run conf -- <command> --help\` tells the options of a command.

Every command:
${optionLines(COMMON)}`;
}

function helpOf({ usage, summary, options = {} }: Command): string {
  return `npm run conf -- ${usage}\n  ${summary}\n\n${optionLines({ ...options, ...COMMON })}`;
}

function optionLines(options: Readonly<Record<string, Option>>): string {
  const names = Object.entries(options).map(([name, { short, value = "" }]) =>
    `${short === undefined ? "    " : `-${short}, `}--${name} ${value}`.trimEnd(),
  );
  const width = Math.max(...names.map(({ length }) => length));
  return Object.values(options)
    .map(({ help }, at) => `  ${(names[at] ?? "").padEnd(width)}  ${help}`)
    .join("\n");
}

/** For its owner alone: a configuration may hold secrets. */
async function write(file: string, text: string): Promise<void> {
  await writeFile(file, text, { mode: 0o600 });
}
