/** `npm run conf`, in processes of its own, against a real edge. */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { runCommand } from "../../../scripts/conf/cli.ts";
import { targetOf } from "../../../scripts/conf/console.ts";
import { call, edit, newToken, OPS_TOKEN, startWorld, type World } from "../config/world.ts";

const CONF = resolve(import.meta.dirname, "../../../scripts/conf.ts");
const TABLE = {
  upstreams: { "shop.eu": { urls: ["http://127.0.0.1:9"] } },
  routes: [
    {
      name: "shop.item",
      match: { methods: ["GET"], path: "/items/{id}" },
      upstream: "shop.eu",
      cache: { ttlSeconds: 10 },
    },
    { name: "shop.list", match: { methods: ["GET"], path: "/items" }, upstream: "shop.eu" },
  ],
};

interface Result {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

let world: World;
let folder: string;
let services = 0;
let service: string;

beforeAll(async () => {
  world = await startWorld();
  folder = await mkdtemp(join(tmpdir(), "fairway-conf-"));
});
afterAll(async () => {
  await world.stop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  service = `conf-${services++}`;
  await conf("create", service);
});

function conf(...args: string[]): Promise<Result> {
  return confWith({}, ...args);
}

/** In this process: the same command line without the second that a process takes. */
async function confWith(
  { env = {}, input = "" }: { env?: Record<string, string>; input?: string },
  ...args: string[]
): Promise<Result> {
  let out = "";
  let err = "";
  const exit = await runCommand(args, {
    env: { FAIRWAY_URL: world.url, FAIRWAY_TOKEN: OPS_TOKEN, ...env },
    input: async () => input,
    out: (text) => {
      out += `${text}\n`;
    },
    err: (text) => {
      err += `${text}\n`;
    },
  });
  return { exit, out, err };
}

/** As `npm run conf` runs it. */
function spawned(args: readonly string[], input: string): Promise<Result> {
  return new Promise((settle) => {
    const env = { PATH: process.env.PATH ?? "", FAIRWAY_URL: world.url, FAIRWAY_TOKEN: OPS_TOKEN };
    const child = execFile(process.execPath, [CONF, ...args], { env }, (error, out, err) => {
      settle({ exit: typeof error?.code === "number" ? error.code : 0, out, err });
    });
    child.stdin?.end(input);
  });
}

async function json(...args: string[]): Promise<Record<string, unknown>> {
  const { exit, out, err } = await conf(...args, "--json");
  expect([exit, err]).toEqual([0, ""]);
  return JSON.parse(out) as Record<string, unknown>;
}

async function fileOf(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

test("a value goes into the draft, shows as a difference, and is published", async () => {
  expect(
    (await conf("set", service, "application/timeout", "5s", "--type", "duration", "--comment", "of one call")).exit,
  ).toBe(0);
  expect((await conf("get", service)).out).toContain("nothing is published, 1 edits in the draft");
  expect((await conf("diff", service)).out).toBe("+ application/timeout (duration) 5s   # of one call\n");
  expect((await conf("publish", service, "-m", "first")).out).toBe(`version 1 of ${service} is published\n`);
  expect((await conf("get", service, "application/timeout")).out).toBe("5s\n");
  // Type and comment stay as they were.
  await conf("set", service, "application/timeout", "7s", "--publish");
  expect(await json("get", service, "application/timeout")).toMatchObject({
    value: "7s",
    type: "VALUE_TYPE_DURATION",
    comment: "of one call",
  });
  expect((await conf("get", service)).out).toMatch(/application\/timeout +duration +7s +of one call/);
});

test("one field of a JSON value is changed by its path, and the difference names it alone", async () => {
  const file = await fileOf("table.json", JSON.stringify(TABLE));
  await conf("import", service, file, "--publish", "-m", "all of it");
  await conf("set", service, "routes/shop.item", "5", "--at", "cache.ttlSeconds");
  expect((await conf("diff", service)).out).toBe("~ routes/shop.item\n    ~ cache.ttlSeconds: 10 → 5\n");
  await conf("set", service, "routes/shop.item", "null", "--at", "cache");
  await conf("set", service, "routes/shop.item", "background", "--at", "priority");
  await conf("set", service, "upstreams/shop.eu", "http://127.0.0.1:10", "--at", "urls.1");
  await conf("publish", service);
  expect(JSON.parse((await conf("get", service, "routes/shop.item")).out)).toEqual({
    match: { methods: ["GET"], path: "/items/{id}" },
    upstream: "shop.eu",
    priority: "background",
  });
  expect(JSON.parse((await conf("get", service, "upstreams/shop.eu")).out).urls).toHaveLength(2);
  expect((await conf("history", service, "routes/shop.item")).out).toContain("- cache: ");
});

test("a route table comes back as it went in, and so does a document in each format", async () => {
  const file = await fileOf("table.json", JSON.stringify(TABLE));
  expect((await conf("import", service, file, "--publish")).out).toContain("3 keys differ; version 1");
  expect(JSON.parse((await conf("export", service, "--format", "table")).out)).toEqual(TABLE);
  for (const name of ["whole.yaml", "whole.json"]) {
    const path = join(folder, name);
    await conf("export", service, path);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const text = await readFile(path, "utf8");
    expect(text).toContain(name.endsWith("yaml") ? "ttlSeconds: 10" : '"ttlSeconds": 10');
    expect((await conf("import", service, path)).out).toContain("0 keys differ");
    await writeFile(path, text.replace(/("?ttlSeconds"?: )10/, "$130"));
    expect((await conf("import", service, path)).out).toContain("1 key differs");
    expect((await conf("diff", service)).out).toContain("~ cache.ttlSeconds: 10 → 30");
    await conf("discard", service);
  }
  const piped = await confWith(
    { input: "sections: {application: {a: 1}}" },
    "import",
    service,
    "-",
    "--format",
    "yaml",
    "--replace",
  );
  expect(piped.out).toContain("4 keys differ");
});

test("a rollback, a gray release, its promotion and its end are seen in the history and the audit log", async () => {
  await conf("set", service, "application/word", "one", "--publish", "-m", "first");
  await conf("set", service, "application/word", "two", "--publish");
  expect((await conf("rollback", service, "1", "-m", "back")).out).toBe("version 3 has the content of version 1\n");
  await conf("set", service, "application/word", "three");
  const started = await conf("gray", service, "--percent", "10.5", "--label", "tier=canary", "--node", "n-1");
  expect(started.out).toBe("version 4 is in gray release for 10.5 %; tier=canary; n-1\n");
  expect((await conf("get", service)).out).toContain("version 4 in gray release");
  expect((await conf("get", service, "application/word", "--clear", "--label", "tier=canary")).out).toBe("three\n");
  expect((await conf("get", service, "application/word", "--clear")).out).toBe("one\n");
  expect((await conf("gray", service, "--percent", "100")).exit).toBe(0);
  expect((await conf("abandon", service)).exit).toBe(0);
  expect((await conf("diff", service)).out).toContain("+ application/word (text) three");
  await conf("gray", service, "--percent", "1");
  expect((await conf("promote", service)).exit).toBe(0);
  const { versions } = (await json("history", service)) as { versions: { kind: string; message?: string }[] };
  expect(versions.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["publish", "rollback", "gray", "abandon", "promote"]),
  );
  expect(versions.at(-1)?.message).toBe("first");
  expect((await conf("audit", service, "--limit", "1")).out).toMatch(/operator +promote/);
});

test("a secret is masked, and shown to who may read", async () => {
  await confWith({ input: "hunter2" }, "set", service, "application/password", "--file", "-", "--secret", "--publish");
  for (const args of [
    ["get", service],
    ["diff", service, "0", "1"],
    ["audit", service],
    ["export", service],
    ["history", service, "application/password"],
  ]) {
    expect((await conf(...args)).out).not.toContain("hunter2");
  }
  expect((await conf("get", service, "application/password")).err).toContain("--clear shows it");
  expect((await conf("get", service, "application/password", "--clear")).out).toBe("hunter2\n");
  expect((await conf("export", service, "--reveal")).out).toContain("hunter2");
  expect((await conf("get", service)).out).toContain("••••••");
});

test("tokens are made, listed, used and withdrawn", async () => {
  const made = await conf("token", service, "create", "deploy bot", "--right", "edit");
  const [token = ""] = made.out.split("\n");
  const asBot = { env: { FAIRWAY_TOKEN: token } };
  expect((await conf("token", service)).out).toMatch(/deploy bot +edit/);
  expect((await confWith(asBot, "set", service, "application/a", "1")).exit).toBe(0);
  const denied = await confWith(asBot, "publish", service);
  expect([denied.exit, denied.err]).toEqual([5, expect.stringContaining("this needs the right publish")]);
  const id = /id ([0-9a-f]{12})/.exec(made.out)?.[1] ?? "";
  expect((await conf("token", service, "drop", id)).exit).toBe(0);
  const gone = await confWith(asBot, "get", service);
  expect([gone.exit, gone.err]).toEqual([5, expect.stringContaining("FAIRWAY_TOKEN")]);
});

test("the schema of a service refuses a publish, flaw by flaw", async () => {
  const schema = await fileOf("schema.yaml", "properties: {application: {required: [a, b]}}\n");
  expect((await conf("schema", service, schema)).exit).toBe(0);
  expect((await conf("schema", service)).out).toContain("required:");
  const refused = await conf("set", service, "application/c", "1", "--publish");
  expect([refused.exit, refused.out]).toEqual([1, ""]);
  expect(refused.err).toMatch(/conf: (\n {2})?application: .*"a"/);
  expect(refused.err).toContain(
    `It is in the draft of ${service}: mend it and publish, or take it back with \`discard ${service}\`.`,
  );
  expect((await conf("diff", service)).out).toContain("+ application/c");
  expect((await conf("schema", service, "--none")).exit).toBe(0);
  expect((await conf("publish", service)).exit).toBe(0);
});

test("an open service is read without a token, and a closed one again not", async () => {
  await conf("set", service, "application/a", "1", "--publish");
  const url = `${world.url}/config/v1/${service}/default`;
  expect((await fetch(url)).status).toBe(401);
  await conf("open", service, "on");
  expect((await fetch(url)).status).toBe(200);
  await conf("open", service, "off");
  expect((await fetch(url)).status).toBe(401);
});

describe("what goes wrong", () => {
  test.each<[string, string[], number, RegExp]>([
    ["no such command", ["publsh"], 2, /there is no command 'publsh'/],
    [
      "an option that there is not",
      ["publish", "x", "--force"],
      2,
      /--force[\s\S]*usage: npm run conf -- publish <service>/,
    ],
    ["no service", ["get"], 2, /a service is needed/],
    ["a key without a section", ["set", "x", "timeout", "5"], 2, /with its section/],
    ["a value twice", ["set", "x", "a/b", "5", "--file", "f"], 2, /give a value, or a file/],
    ["a version that is none", ["rollback", "x", "latest"], 2, /a whole number expected/],
    ["a gray release for nobody", ["gray", "x"], 2, /who is it for/],
    [
      "a service that is not there",
      ["get", "nowhere"],
      1,
      /there is no such service\nMake it: npm run conf -- create nowhere/,
    ],
    ["a wrong token", ["get", "x", "--token", "nonsense"], 5, /not one of this service/],
    ["an address that is none", ["get", "x", "--url", "ftp://edge"], 1, /no http or https address/],
    [
      "an edge that is away",
      ["get", "x", "--url", "http://127.0.0.1:9"],
      4,
      /no edge answers at http:\/\/127\.0\.0\.1:9[\s\S]*npm start/,
    ],
    ["a file that is away", ["import", "x", "/nowhere.json"], 1, /ENOENT/],
  ])("%s says what to do", async (_what, args, exit, words) => {
    const result = await conf(...args);
    expect(result.err).toMatch(words);
    expect([result.exit, result.out]).toEqual([exit, ""]);
  });

  test("with --json it is JSON too", async () => {
    const { exit, err } = await conf("get", "nowhere", "--json");
    expect([exit, JSON.parse(err).error.code]).toEqual([1, "not_found"]);
  });

  test("an empty draft, a wrong value and a value that is no JSON are refused in the edge's own words", async () => {
    expect((await conf("publish", service)).err).toContain("nothing is in the draft");
    expect((await conf("set", service, "application/n", "many", "--type", "number")).err).toContain(
      "application/n: must be a number",
    );
    await conf("set", service, "application/t", "text");
    expect((await conf("set", service, "application/t", "1", "--at", "a")).err).toContain("its value is no JSON");
  });

  test("who was slower hears of it, and nothing is overwritten", async () => {
    await conf("set", service, "application/a", "1", "--publish");
    const place = { service, idc: "default" };
    const revision = await edit(world.url, place, [{ key: "a", value: "2" }]);
    await edit(world.url, place, [{ key: "a", value: "3" }]);
    await expect(call(world.url, "Publish", { service: place, revision })).rejects.toThrow("aborted");
    expect((await conf("diff", service)).out).toContain("+ application/a (text) 3");
  });

  test("what others wrote does not move the cursor", async () => {
    await edit(world.url, { service, idc: "default" }, [{ key: "a", value: "\u001b[2Jgone" }]);
    expect((await conf("get", service, "--draft")).out).toContain("\\u001b[2Jgone");
  });
});

test("--help tells of every command, and of each its options", async () => {
  const { exit, out } = await conf("--help");
  expect(exit).toBe(0);
  for (const name of [
    "get",
    "set",
    "diff",
    "publish",
    "rollback",
    "nodes",
    "import",
    "export",
    "history",
    "gray",
    "audit",
    "token",
  ]) {
    expect(out).toMatch(new RegExp(`^ {2}${name} <service>`, "m"));
  }
  expect((await conf("set", "--help")).out).toContain("--at <path>");
  expect((await conf()).exit).toBe(2);
});

test("the operator's token on this disk goes to this machine alone", async () => {
  const state = await mkdtemp(join(folder, "state-"));
  const none = { url: undefined, token: undefined };
  expect(await targetOf(none, {}, state)).toEqual({ url: "http://127.0.0.1:8787", token: undefined });
  await writeFile(join(state, "secrets.json"), '{"opsToken":"local"}');
  expect((await targetOf(none, {}, state)).token).toBe("local");
  expect((await targetOf({ url: "https://edge.example", token: undefined }, {}, state)).token).toBeUndefined();
  expect((await targetOf(none, { FAIRWAY_URL: "https://127.0.0.1.example" }, state)).token).toBeUndefined();
  expect((await targetOf(none, { FAIRWAY_TOKEN: "given" }, state)).token).toBe("given");
  expect((await targetOf({ url: undefined, token: "said" }, { FAIRWAY_TOKEN: "given" }, state)).token).toBe("said");
  await writeFile(join(state, "secrets.json"), "{");
  await expect(targetOf(none, {}, state)).rejects.toThrow("is damaged");
});

test("nodes shows who runs what", async () => {
  const place = { service, idc: "default" };
  await conf("set", service, "application/a", "1", "--publish");
  expect((await conf("nodes", service)).out).toBe("no node has said anything yet\n");
  const token = await newToken(world.url, place, "read");
  const headers = { authorization: `Bearer ${token}` };
  await fetch(`${world.url}/config/v1/${service}/default?node=n-1&address=10.0.0.1:80&labels=tier=canary`, { headers });
  await expect
    .poll(async () => (await conf("nodes", service)).out)
    .toMatch(/n-1 +10\.0\.0\.1:80 +— +1 +behind .*tier=canary/);
});

test("as a process it reads its environment and standard input, and exits with the code", async () => {
  const set = await spawned(["set", service, "application/a", "--file", "-", "--publish"], "from a pipe");
  expect(set).toEqual({ exit: 0, out: `version 1 of ${service} is published\n`, err: "" });
  expect(await spawned(["get", service, "application/a"], "")).toEqual({ exit: 0, out: "from a pipe\n", err: "" });
  const refused = await spawned(["publish", service, "--token", "nonsense"], "");
  expect([refused.exit, refused.out]).toEqual([5, ""]);
});
