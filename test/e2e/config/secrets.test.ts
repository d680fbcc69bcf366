/** Secrets: encrypted on disk, masked where they are not needed, in no log, and sealed anew when the key changes. */
import { randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  apolloValues,
  call,
  edit,
  newService,
  newToken,
  publish,
  type Service,
  startWorld,
  tree,
  type World,
} from "./world.ts";

const KEYS = Array.from({ length: 2 }, () => randomBytes(32).toString("base64"));
const SECRET = "correct-horse-battery-staple-0001";

let world: World;

beforeAll(async () => {
  world = await startWorld({ CONFIG_KEY: KEYS[0] ?? "" });
});

afterAll(async () => {
  await world.stop();
});

/** All that the objects have on disk, as one text. */
async function onDisk(): Promise<string> {
  const files = await readdir(world.objectsFolder, { recursive: true, withFileTypes: true });
  const contents = files
    .filter((file) => file.isFile())
    .map((file) => readFile(join(file.parentPath, file.name), "latin1").catch(() => "")); // A journal may go meanwhile.
  return (await Promise.all(contents)).join("\n");
}

async function secretService(): Promise<{ service: Service; token: string }> {
  const service = await newService(world.url);
  await publish(world.url, service, [{ key: "password", value: SECRET, secret: true, comment: "of the database" }]);
  return { service, token: await newToken(world.url, service, "read") };
}

describe("a secret", () => {
  test("is on disk and in the log in no readable form", async () => {
    const { service, token } = await secretService();
    const { secret } = await call<{ secret: string }>(world.url, "CreateAccessKey", { service, name: "app" });
    expect(await apolloValues(world.url, service, token)).toEqual({ password: SECRET });
    const disk = await onDisk();
    expect(disk).toContain("of the database");
    for (const hidden of [SECRET, secret, token, Buffer.from(SECRET).toString("base64")]) {
      expect(disk.includes(hidden)).toBe(false);
      expect(world.written().includes(hidden)).toBe(false);
    }
  });

  test("is masked in everything that the console shows", async () => {
    const { service } = await secretService();
    const revision = await edit(world.url, service, [{ key: "password", value: `${SECRET}-2`, secret: true }]);
    const editor = await newToken(world.url, service, "edit", "publish");
    const views = [
      ["GetTree", {}],
      ["Diff", {}],
      ["GetVersion", { version: 1 }],
      ["GetHistory", { section: "application", key: "password" }],
      ["ListAudit", {}],
      ["GetValues", {}],
      ["Export", {}],
    ] as const;
    for (const [method, more] of views) {
      expect([method, JSON.stringify(await call(world.url, method, { service, ...more }, editor))]).toEqual([
        method,
        expect.not.stringContaining(SECRET),
      ]);
    }
    await call(world.url, "Publish", { service, revision }, editor);
    const reader = await newToken(world.url, service, "read");
    expect(await apolloValues(world.url, service, reader)).toEqual({ password: `${SECRET}-2` });
  });

  test("keeps its value where only the comment changes, and its mark where the value does", async () => {
    const { service, token } = await secretService();
    await publish(world.url, service, [{ key: "password", comment: "new words", secret: true }]);
    expect(await apolloValues(world.url, service, token)).toEqual({ password: SECRET });
    await expect(edit(world.url, service, [{ key: "password", value: "open" }])).rejects.toThrow(/secret/);
  });

  test("comes with an export only for an admin who asks for it, and that is noted", async () => {
    const { service } = await secretService();
    const asked = { service, reveal: true };
    const editor = await newToken(world.url, service, "edit", "publish");
    await expect(call(world.url, "Export", asked, editor)).rejects.toThrow(/permission_denied/);
    const admin = await newToken(world.url, service, "admin");
    expect((await call<{ document: string }>(world.url, "Export", asked, admin)).document).toContain(SECRET);
    type Events = { events: { action: string }[] };
    const { events } = await call<Events>(world.url, "ListAudit", { service });
    expect(events[0]?.action).toBe("reveal");
  });
});

describe("a key of encryption", () => {
  test("that is new takes over what the old one sealed, which may then go", async () => {
    const { service, token } = await secretService();
    const key = await call<{ id: string }>(world.url, "CreateAccessKey", { service, name: "app" });
    await world.restart({ CONFIG_KEY: `${KEYS[1]},${KEYS[0]}` });
    expect(await apolloValues(world.url, service, token)).toEqual({ password: SECRET });
    await edit(world.url, service, [{ key: "other", value: "in the draft", secret: true }]);
    expect(await call(world.url, "Reseal", { service })).toEqual({ resealed: 2 });
    expect(await call(world.url, "Reseal", { service })).toEqual({});
    await world.restart({ CONFIG_KEY: KEYS[1] ?? "" });
    expect(await apolloValues(world.url, service, token)).toEqual({ password: SECRET });
    const { revision } = await tree(world.url, service);
    await call(world.url, "Publish", { service, revision });
    expect(await apolloValues(world.url, service, token)).toEqual({ password: SECRET, other: "in the draft" });
    await call(world.url, "DropAccessKey", { service, id: key.id });
    await world.restart({ CONFIG_KEY: KEYS[0] ?? "" });
    const written = world.written().length;
    await expect(apolloValues(world.url, service, token)).rejects.toThrow(/^500 /);
    expect(world.written().slice(written)).not.toContain(SECRET);
  });

  test("that is missing leaves everything else as it is", async () => {
    await world.restart({ CONFIG_KEY: "" });
    const service = await newService(world.url);
    await publish(world.url, service, [{ key: "a", value: "1" }]);
    const sealed = edit(world.url, service, [{ key: "b", value: SECRET, secret: true }]);
    await expect(sealed).rejects.toThrow(/failed_precondition.*CONFIG_KEY/);
  });
});
