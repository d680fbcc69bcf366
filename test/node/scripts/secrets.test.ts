import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { localSecrets } from "../../../scripts/secrets.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fairway-secrets-test-"));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe("local secrets", () => {
  async function stateFolder(): Promise<string> {
    return join(await mkdtemp(join(folder, "state-")), "new");
  }

  test("are made once, for their owner alone", async () => {
    const state = await stateFolder();
    const first = await localSecrets(state);
    expect(first.fresh).toBe(true);
    const { identityKey, keyEncryptionKey, configKey, pushTokenKey } = first.secrets;
    for (const key of [identityKey, keyEncryptionKey, configKey, pushTokenKey]) {
      expect(Buffer.from(key, "base64")).toHaveLength(32);
    }
    expect(new Set(Object.values(first.secrets)).size).toBe(5);
    expect((await stat(join(state, "secrets.json"))).mode & 0o777).toBe(0o600);
    expect(await localSecrets(state)).toEqual({ secrets: first.secrets, fresh: false });
    expect(await readdir(state)).toEqual(["secrets.json"]);
  });

  test("of a file from before a key was there have one all the same, and no other the next time", async () => {
    const state = await mkdtemp(join(folder, "state-"));
    const older = { identityKey: "aWQ=", keyEncryptionKey: "a2V5", opsToken: "token" };
    await writeFile(join(state, "secrets.json"), JSON.stringify(older));
    const { secrets } = await localSecrets(state);
    expect(secrets).toMatchObject(older);
    expect(new Set(Object.values(secrets)).size).toBe(5);
    for (const key of [secrets.configKey, secrets.pushTokenKey]) expect(Buffer.from(key, "base64")).toHaveLength(32);
    expect((await localSecrets(state)).secrets).toEqual(secrets);
  });

  test("are the same for all who ask at once", async () => {
    const state = await stateFolder();
    const all = await Promise.all(Array.from({ length: 8 }, () => localSecrets(state)));
    expect(new Set(all.map(({ secrets }) => secrets.identityKey)).size).toBe(1);
    expect(all.filter(({ fresh }) => fresh)).toHaveLength(1);
    expect(await readdir(state)).toEqual(["secrets.json"]);
  });

  test.each(["", "{", "null", "[]", '{"identityKey":"x"}', '{"identityKey":1,"keyEncryptionKey":2,"opsToken":3}'])(
    "that are damaged are not replaced, but told: '%s'",
    async (content) => {
      const state = await mkdtemp(join(folder, "state-"));
      const path = join(state, "secrets.json");
      await writeFile(path, content);
      await expect(localSecrets(state)).rejects.toThrow(`${path} is damaged: delete it`);
      expect(await readFile(path, "utf8")).toBe(content);
    },
  );

  test("that cannot be read are told as such", async () => {
    const file = join(folder, "no-folder");
    await writeFile(file, "");
    await expect(localSecrets(file)).rejects.toThrow("ENOTDIR");
  });
});
