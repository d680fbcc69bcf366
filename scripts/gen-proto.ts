/**
 * `npm run gen`: compiles proto/*.proto into proto/gen/.
 *
 * For each contract `x.proto`: `x.js` and `x.d.ts` (protobufjs static code and its types), and `x.contract.ts` (plain
 * types, field tables and services, see proto/message/message.ts); for all of them `registry.ts`.
 * `--check` writes nothing and fails when proto/gen/ is not what would be written.
 * @module
 */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { promisify } from "node:util";
import protobuf from "protobufjs";
import { renderContract, renderRegistry } from "./gen-contract.ts";

const PROTO = resolve(import.meta.dirname, "../proto");
const OUT = join(PROTO, "gen");
const PBJS = resolve(import.meta.dirname, "../node_modules/protobufjs-cli/bin/pbjs");
const PBJS_FLAGS = [
  "-t",
  "static-module",
  "-w",
  "esm",
  "--no-verify",
  "--no-delimited",
  "--no-typeurl",
  "--no-service",
];

const run = promisify(execFile);

/** @returns the generated files, name → text */
async function generate(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const contracts: { name: string; root: protobuf.Root; file: string }[] = [];
  for (const file of (await readdir(PROTO)).filter((name) => name.endsWith(".proto")).sort()) {
    const name = basename(file, ".proto");
    const { js, dts } = await staticCode(name, join(PROTO, file));
    files.set(`${name}.js`, js);
    files.set(`${name}.d.ts`, dts);
    const root = new protobuf.Root();
    root.resolvePath = (_origin, target) => (target.startsWith("google/") ? target : join(PROTO, basename(target)));
    await root.load(join(PROTO, file), { keepCase: false, alternateCommentMode: true });
    root.resolveAll();
    contracts.push({ name, root, file: join(PROTO, file) });
  }
  for (const { name, root, file } of contracts) files.set(`${name}.contract.ts`, renderContract(name, root, file));
  files.set("registry.ts", renderRegistry(contracts));
  return files;
}

/** The types are made from comments, and the comments are most of the code: so the code is made a second time, without. */
async function staticCode(name: string, file: string): Promise<{ js: string; dts: string }> {
  const folder = await mkdtemp(join(tmpdir(), "fairway-gen-"));
  try {
    const out = join(folder, `${name}.js`);
    const flags = [PBJS, ...PBJS_FLAGS, "-r", `fairway_${name}`, "-p", PROTO, "-o", out];
    await run(process.execPath, [...flags, "--dts", file]);
    const dts = await readFile(join(folder, `${name}.d.ts`), "utf8");
    await run(process.execPath, [...flags, "--no-comments", file]);
    return { js: await readFile(out, "utf8"), dts };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function stale(files: ReadonlyMap<string, string>): Promise<string[]> {
  const present = await readdir(OUT).catch(() => []);
  const wrong = present.filter((name) => !files.has(name));
  for (const [name, text] of files) {
    if ((await readFile(join(OUT, name), "utf8").catch(() => undefined)) !== text) wrong.push(name);
  }
  return wrong;
}

const files = await generate();
if (process.argv.includes("--check")) {
  const wrong = await stale(files);
  if (wrong.length > 0) {
    console.error(`proto/gen is not current (${wrong.join(", ")}): run \`npm run gen\` and commit the result`);
    process.exitCode = 1;
  }
} else {
  const wrong = await stale(files);
  await mkdir(OUT, { recursive: true });
  for (const name of wrong) await rm(join(OUT, name), { force: true });
  for (const [name, text] of files) if (wrong.includes(name)) await writeFile(join(OUT, name), text);
  console.log(wrong.length === 0 ? "proto/gen is current" : `wrote ${wrong.length} files to proto/gen`);
}
