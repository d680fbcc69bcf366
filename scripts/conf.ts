/**
 * `npm run conf -- <command>`: configurations from the command line, the edge's own among them (service `edge`).
 *
 *     npm run conf -- create edge
 *     npm run conf -- import edge edge/route/default-routes.json --publish -m "as it ships"
 *     npm run conf -- set edge routes/countries.one 30 --at cache.ttlSeconds --publish -m "half a minute is fresh enough"
 *     npm run conf -- nodes edge
 * @module
 */
import { readFile, writeFile } from "node:fs/promises";
import { text as textOf } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { accessKey, create, open, reseal, token } from "./conf/access.ts";
import type { Command } from "./conf/command.ts";
import { consoleAt, targetOf } from "./conf/console.ts";
import { exportDocument, importDocument, schema } from "./conf/documents.ts";
import { diff, discard, get, remove, set } from "./conf/drafts.ts";
import { abandon, gray, history, promote, publish, rollback } from "./conf/releases.ts";
import { EXIT, troubleOf } from "./conf/trouble.ts";
import { type Option, Options, UsageError } from "./conf/usage.ts";
import { audit, nodes } from "./conf/views.ts";

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

async function main(args: readonly string[]): Promise<number> {
  const [name = "", ...rest] = args;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  const asksForHelp = ["", "help", "--help", "-h"].includes(name) || rest.includes("--help") || rest.includes("-h");
  if (asksForHelp) {
    console.log(command === undefined ? overview() : helpOf(command));
    return name === "" ? EXIT.usage : EXIT.done;
  }
  const isJson = rest.includes("--json");
  let url = "";
  let service: string | undefined;
  try {
    if (command === undefined) throw new UsageError(`there is no command '${name}': --help lists them`);
    const { options, words } = parsed(command, rest);
    service = words[0];
    const target = await targetOf({ url: options.text("url"), token: options.text("token") }, process.env);
    url = target.url;
    const output = await command.run({ console: consoleAt(target), words, options, read, write });
    console.log(isJson ? JSON.stringify(output.json, null, 2) : output.text);
    return EXIT.done;
  } catch (error) {
    const { exit, code, message, hint } = troubleOf(error, url, service);
    const usage = error instanceof UsageError && command !== undefined ? `usage: npm run conf -- ${command.usage}` : "";
    if (isJson) console.error(JSON.stringify({ error: { code, message: message.trim(), hint } }));
    else console.error([`conf: ${message}`, hint, usage].filter((line) => line !== "").join("\n"));
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

async function read(file: string): Promise<string> {
  return file === "-" ? await textOf(process.stdin) : await readFile(file, "utf8");
}

/** For its owner alone: a configuration may hold secrets. */
async function write(file: string, text: string): Promise<void> {
  await writeFile(file, text, { mode: 0o600 });
}

process.exitCode = await main(process.argv.slice(2));
