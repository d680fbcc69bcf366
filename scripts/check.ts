/** `npm run check`: every static check, all of them even when one fails. Prints what each took; exits 1 if any failed. @module */
import { spawn } from "node:child_process";
import { glob, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { wallsBroken } from "./walls.ts";

const ROOT = resolve(import.meta.dirname, "..");
const TIERS = "{proto,durable,edge,origin,sdk,examples}";

const CHECKS: readonly { readonly name: string; run(): Promise<string | undefined> }[] = [
  { name: "generated code is current", run: () => command("node", "scripts/gen-proto.ts", "--check") },
  { name: "the dictionary is current", run: () => command("node", "scripts/build-dictionary.ts", "--check") },
  { name: "format and lint", run: () => command("biome", "check", "--error-on-warnings", ".") },
  { name: "walls between tiers and rooms", run: walls },
  { name: "types", run: () => command("tsc", "-b") },
  { name: "unused code and dependencies", run: () => command("knip", "--no-progress") },
];

/** @returns what the command printed, when it failed */
function command(name: string, ...args: string[]): Promise<string | undefined> {
  return new Promise((settle) => {
    const env = { ...process.env, PATH: `${join(ROOT, "node_modules/.bin")}:${process.env.PATH}` };
    const child = spawn(name, args, { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => settle(error.message));
    child.on("close", (code) => settle(code === 0 ? undefined : output || `exit code ${code}`));
  });
}

async function walls(): Promise<string | undefined> {
  const broken: string[] = [];
  let files = 0;
  for await (const file of glob(`${TIERS}/**/*.ts`, { cwd: ROOT, exclude: ["**/node_modules/**"] })) {
    files += 1;
    broken.push(...wallsBroken(file, await readFile(join(ROOT, file), "utf8")));
  }
  if (files === 0) return "no file was read: is the check run from the project?";
  return broken.length === 0 ? undefined : broken.join("\n");
}

let failed = 0;
for (const { name, run } of CHECKS) {
  const started = performance.now();
  const problem = await run();
  console.log(
    `${problem === undefined ? "ok  " : "FAIL"} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
  );
  if (problem !== undefined) {
    console.log(problem);
    failed += 1;
  }
}
process.exitCode = failed === 0 ? 0 : 1;
