/**
 * `npm run bench -- NAME [--quick] [--strict] [--seed N]`: runs bench/NAME.bench.ts and prints its table, its ratios beside their
 * targets, and as the last line one JSON object: `{"bench":NAME,"figures":{name: number},"ratios":{name: number}}`.
 *
 * Without a name it lists what there is. `--quick` asks for a short run, whose figures are rough; `--strict` exits 1 when a
 * target is missed or was not measured; `--seed` repeats what a bench drew by lot. Progress goes to stderr.
 * @module
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, stat } from "node:fs/promises";
import { cpus } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

/** What a file `bench/NAME.bench.ts` exports, each member as an export of its own. */
export interface Bench {
  /** One line: what is measured, and against what. */
  readonly title: string;
  /** True when it needs the packages of bench/package.json; they are installed on first use. */
  readonly needsPeers?: boolean;
  /** What is promised, by the name of a ratio or figure. */
  readonly targets?: Readonly<Record<string, Target>>;
  run(context: BenchContext): Promise<BenchResult>;
}

export type Target = { readonly atLeast: number } | { readonly atMost: number };

export interface BenchContext {
  /** Fewer and shorter rounds: enough to see that it works. */
  readonly quick: boolean;
  /** For who plays dice: the same seed, the same throws. 32 bits, drawn where the command names none. */
  readonly seed: number;
  /** Progress, a line at a time. */
  readonly say: (line: string) => void;
}

export interface BenchResult {
  readonly table: Table;
  /** Names end in their unit: `node_http_calls_per_second`. */
  readonly figures: Readonly<Record<string, number>>;
  readonly ratios: Readonly<Record<string, number>>;
}

export interface Table {
  readonly columns: readonly string[];
  /** Numbers are aligned to the right and rounded for the eye. */
  readonly rows: readonly (readonly (string | number)[])[];
}

/** The world that the command runs in; the tests give another. */
export interface BenchCommand {
  /** Where the `*.bench.ts` files and the peers' package.json are. */
  readonly directory: string;
  readonly print: (line: string) => void;
  readonly say: (line: string) => void;
  readonly installPeers: (directory: string) => Promise<void>;
}

const SUFFIX = ".bench.ts";

/**
 * @returns the exit code
 * @throws Error whose message is for the user
 */
export async function benchCommand(args: readonly string[], command: BenchCommand): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      quick: { type: "boolean", default: false },
      strict: { type: "boolean", default: false },
      seed: { type: "string" },
    },
  });
  const names = await benchNames(command.directory);
  const [name, ...rest] = positionals;
  if (name === undefined) {
    await list(names, command);
    return 0;
  }
  if (rest.length > 0) throw new Error(`one bench at a time: ${positionals.join(" ")}`);
  if (!names.includes(name)) throw new Error(`there is no bench '${name}', only ${names.join(", ")}`);
  return await runBench(name, values, command);
}

interface RunOptions {
  readonly quick: boolean;
  readonly strict: boolean;
  readonly seed?: string;
}

async function runBench(name: string, { quick, strict, seed }: RunOptions, command: BenchCommand) {
  const bench = await loadBench(command.directory, name);
  if (bench.needsPeers === true) await command.installPeers(command.directory);
  const [cpu] = cpus();
  command.print(`${name}: ${bench.title}`);
  command.print(
    `Node ${process.version}, ${cpus().length} × ${cpu?.model ?? "unknown CPU"}${quick ? ", quick run" : ""}`,
  );
  const result = await bench.run({ quick, seed: seedOf(seed), say: command.say });
  command.print("");
  for (const line of renderTable(result.table)) command.print(line);
  const verdicts = judge(bench.targets ?? {}, result);
  if (verdicts.length > 0) {
    command.print("");
    const rows = verdicts.map(({ key, value, target, word }) => [key, value ?? "", target, word]);
    for (const line of renderTable({ columns: ["ratio", "", "target", ""], rows })) command.print(line);
  }
  const [figures, ratios] = [rounded(result.figures), rounded(result.ratios)];
  command.print(JSON.stringify({ bench: name, figures, ratios }));
  return strict && verdicts.some(({ word }) => word === "missed" || word === "not measured") ? 1 : 0;
}

/** @throws Error whose message is for the user */
function seedOf(text: string | undefined): number {
  if (text === undefined) return Math.floor(Math.random() * 2 ** 32);
  if (/^\d{1,10}$/.test(text) && Number(text) < 2 ** 32) return Number(text);
  throw new Error(`--seed: a whole number below 2^32 expected, not '${text}'`);
}

async function benchNames(directory: string): Promise<string[]> {
  const files = await readdir(directory);
  return files
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length))
    .sort();
}

async function list(names: readonly string[], { directory, print }: BenchCommand): Promise<void> {
  const width = Math.max(0, ...names.map((name) => name.length));
  for (const name of names) print(`${name.padEnd(width)}  ${(await loadBench(directory, name)).title}`);
}

async function loadBench(directory: string, name: string): Promise<Bench> {
  const module: unknown = await import(pathToFileURL(join(directory, name + SUFFIX)).href);
  if (!isBench(module)) throw new Error(`${name}${SUFFIX} must export 'title' and 'run'`);
  return module;
}

function isBench(value: unknown): value is Bench {
  if (typeof value !== "object" || value === null || !("title" in value) || !("run" in value)) return false;
  return typeof value.title === "string" && typeof value.run === "function";
}

interface Verdict {
  readonly key: string;
  readonly value: number | undefined;
  readonly target: string;
  readonly word: "met" | "missed" | "not measured" | "";
}

/** Every ratio, and every target, one line each. */
function judge(targets: Readonly<Record<string, Target>>, { ratios, figures }: BenchResult): Verdict[] {
  return [...new Set([...Object.keys(ratios), ...Object.keys(targets)])].map((key) => {
    const value = ratios[key] ?? figures[key];
    const target = targets[key];
    if (target === undefined) return { key, value, target: "", word: "" };
    const [text, met] =
      "atLeast" in target
        ? [`≥ ${target.atLeast}`, value !== undefined && value >= target.atLeast]
        : [`≤ ${target.atMost}`, value !== undefined && value <= target.atMost];
    return { key, value, target: text, word: value === undefined ? "not measured" : met ? "met" : "missed" };
  });
}

export function renderTable({ columns, rows }: Table): string[] {
  const cells = [columns, ...rows.map((row) => row.map((cell) => (typeof cell === "number" ? forTheEye(cell) : cell)))];
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  const isNumeric = columns.map((_, at) => rows.some((row) => typeof row[at] === "number"));
  return cells.map((row) =>
    row
      .map((cell, at) => (isNumeric[at] ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
}

/** Whole from a hundred up, three digits below. */
function forTheEye(value: number): string {
  if (Number.isInteger(value) || Math.abs(value) >= 100) return value.toFixed(0);
  return value.toPrecision(3);
}

/** Five digits: more than any bench can tell. */
function rounded(values: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, Number(value.toPrecision(5))]));
}

/** `npm ci` in bench/, unless what is installed is what the lock file asks for. */
async function installPeers(directory: string): Promise<void> {
  const changedMs = async (file: string) => (await stat(join(directory, file)).catch(() => undefined))?.mtimeMs;
  const installedMs = (await changedMs("node_modules/.package-lock.json")) ?? 0;
  if (installedMs >= ((await changedMs("package-lock.json")) ?? 0)) return;
  console.error("bench: installing the peers (npm ci in bench/)");
  const child = spawn("npm", ["ci", "--no-audit", "--no-fund"], { cwd: directory, stdio: ["ignore", 2, 2] });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`the peers could not be installed: npm ci in bench/ exited with ${code}`);
}

if (import.meta.main) {
  // An orderly exit, at which the servers under test are ended.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(1));
  try {
    process.exitCode = await benchCommand(process.argv.slice(2), {
      directory: resolve(import.meta.dirname, "../bench"),
      print: (line) => console.log(line),
      say: (line) => console.error(`  ${line}`),
      installPeers,
    });
  } catch (error) {
    console.error(error instanceof Error ? `bench: ${error.message}` : error);
    process.exitCode = 1;
  }
}
