/** The configuration on disk: sealed, whole, and its owner's alone. */
import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { localFile } from "../../../../origin/config/local-file.ts";

const KEY = randomBytes(32);
const READ = {
  document: {
    service: "orders",
    idc: "sh1",
    version: 7,
    sections: { application: { password: { type: "text" as const, value: "hunter2" } } },
  },
  etag: '"e1-7"',
};
let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "fairway-local-file-"));
  path = join(folder, "deep", "config.json");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const fileWith = (more: object = {}) => localFile({ path, service: "orders", idc: "sh1", keys: [KEY], ...more });

test("what was saved is loaded, and nothing of it can be read in the file", async () => {
  expect(await fileWith().load()).toBeUndefined();
  await fileWith().save(READ);
  expect(await fileWith().load()).toEqual(READ);
  const text = await readFile(path, "utf8");
  expect(text).not.toMatch(/hunter2|password|application/);
  expect(JSON.parse(text)).toMatchObject({ service: "orders", idc: "sh1", version: 7 });
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test("a file whose mode somebody widened is its owner's again with the next version", async () => {
  await fileWith().save(READ);
  await writeFile(path, await readFile(path), { mode: 0o644 });
  await fileWith().save(READ);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test("saves at once leave one whole file and no drafts", async () => {
  const file = fileWith();
  await Promise.all(
    Array.from({ length: 20 }, (_, at) => file.save({ ...READ, document: { ...READ.document, version: at + 1 } })),
  );
  expect((await file.load())?.document.version).toBeGreaterThan(0);
  expect(await readdir(join(folder, "deep"))).toEqual(["config.json"]);
});

test("a save that fails leaves the old file", async () => {
  await fileWith().save(READ);
  const blocked = fileWith({ path: join(path, "below-a-file") });
  await expect(blocked.save(READ)).rejects.toThrow();
  expect(await fileWith().load()).toEqual(READ);
});

test("an old key opens until it is taken out", async () => {
  await fileWith().save(READ);
  const next = randomBytes(32);
  expect(await fileWith({ keys: [next, KEY] }).load()).toEqual(READ);
  await expect(fileWith({ keys: [next] }).load()).rejects.toThrow("another KEY_ENCRYPTION_KEY");
});

test("the file of another service or idc is not this one's", async () => {
  await fileWith().save(READ);
  expect(await fileWith({ service: "other" }).load()).toBeUndefined();
  expect(await fileWith({ idc: "sh2" }).load()).toBeUndefined();
});

test("a file of another service that says it is this one's does not open", async () => {
  await fileWith({ service: "other" }).save({ ...READ, document: { ...READ.document, service: "other" } });
  await writeFile(path, (await readFile(path, "utf8")).replace('"other"', '"orders"'));
  await expect(fileWith().load()).rejects.toThrow("was changed");
});

test.each([
  ["empty", () => ""],
  ["cut off", (text: string) => text.slice(0, -20)],
  ["no JSON", () => "{"],
  ["of another format", (text: string) => text.replace('"format":1', '"format":2')],
  [
    "changed",
    (text: string) => text.replace(/"sealed":"(.)/, (_all, first) => `"sealed":"${first === "A" ? "B" : "A"}`),
  ],
])("a file that is %s is damaged", async (_what, harm) => {
  await fileWith().save(READ);
  await writeFile(path, harm(await readFile(path, "utf8")));
  await expect(fileWith().load()).rejects.toThrow("is damaged");
});
