/** Push with the passport's accounts, from a cold start to signing out; and the example phone, killed and started. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PassportService } from "../../../proto/gen/passport.contract.ts";
import { LOCAL_PUSH } from "../../../scripts/push.ts";
import { createClient } from "../../../sdk/client.ts";
import { createPush, type PushEvent } from "../../../sdk/push.ts";
import { type Stack, startStack } from "./stack.ts";

const KEY = randomBytes(24).toString("base64url");
const PHONE = fileURLToPath(new URL("../../../examples/phone/listen.ts", import.meta.url));
const CHAT = fileURLToPath(new URL("../../../examples/chat/chat.ts", import.meta.url));

let stack: Stack;
let folder: string;
const running: ChildProcess[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fairway-phone-"));
  stack = await startStack({
    bindings: {
      PROTOCOLS: JSON.stringify({ centrifugo: true, "centrifugo-api": { prefix: "/centrifugo" } }),
      PUSH: LOCAL_PUSH,
      PUSH_TOKENS: `tests=${KEY}`,
    },
  });
});
afterAll(async () => {
  for (const process of running) process.kill("SIGKILL");
  await stack.stop();
  await rm(folder, { recursive: true, force: true });
});

async function send(uid: string, data: unknown): Promise<void> {
  const response = await fetch(`${stack.edge}/centrifugo/api/publish`, {
    method: "POST",
    headers: { "x-api-key": KEY },
    body: JSON.stringify({ channel: `user:${uid}`, data }),
  });
  expect(await response.json()).toMatchObject({ result: { offset: expect.any(Number) } });
}

test("a guest signs in and has messages; signing out ends the connection", async () => {
  const client = createClient({ baseUrl: stack.edge, sessions: PassportService });
  const push = createPush({ baseUrl: stack.edge, session: client.session });
  const got: unknown[] = [];
  const events: PushEvent[] = [];
  push.messages({ onMessage: ({ data }) => void got.push(data) });
  push.listen((event) => events.push(event));
  push.foreground();
  const deviceId = "push-e2e-device-0123456789";
  const { uid } = await client.session.signIn(client.rpc(PassportService).signInGuest({ deviceId }));
  await send(String(uid), { hello: 1 });
  await expect.poll(() => got).toEqual([{ hello: 1 }]);
  expect(events).toEqual([{ type: "connected", uid: String(uid) }]);
  await client.session.signOut();
  await send(String(uid), { hello: 2 });
  await client.session.signIn(client.rpc(PassportService).signInGuest({ deviceId }));
  await expect.poll(() => got).toEqual([{ hello: 1 }, { hello: 2 }]);
  push.close();
});

test("the example phone prints each message once, whenever it runs", async () => {
  const start = async () => {
    const phone = spawn(process.execPath, [PHONE, "anna"], {
      env: { ...process.env, EDGE_URL: stack.edge, PHONE_FOLDER: folder },
      stdio: ["ignore", "pipe", "inherit"],
    });
    running.push(phone);
    const lines: string[] = [];
    phone.stdout?.setEncoding("utf8").on("data", (text: string) => lines.push(...text.split("\n").filter(Boolean)));
    await expect.poll(() => lines[0]).toMatch(/^connected as user \d+$/);
    return { phone, lines, uid: /\d+/.exec(lines[0] ?? "")?.[0] ?? "" };
  };
  const first = await start();
  await send(first.uid, "one");
  await expect.poll(() => first.lines.slice(1)).toEqual(['"one"']);
  await expect.poll(async () => await cursorOf(first.uid)).toBe(1);
  first.phone.kill("SIGKILL");
  await once(first.phone, "exit");
  await send(first.uid, "two");
  const second = await start();
  expect(second.uid).toBe(first.uid);
  await send(second.uid, "three");
  await expect.poll(() => second.lines.slice(1)).toEqual(['"two"', '"three"']);
  second.phone.kill("SIGINT");
  expect(await once(second.phone, "exit")).toEqual([0, null]);
});

test("in the example chat everybody sees who comes, what is typed, and who goes, over either transport", async () => {
  const start = (name: string, TRANSPORT: string) => {
    const chat = spawn(process.execPath, [CHAT, name, "kitchen"], {
      env: { ...process.env, EDGE_URL: stack.edge, TRANSPORT },
      stdio: ["pipe", "pipe", "inherit"],
    });
    running.push(chat);
    let said = "";
    chat.stdout?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    return { chat, said: () => said, type: (text: string) => void chat.stdin?.write(`${text}\n`) };
  };
  const ann = start("ann", "http_stream");
  await expect.poll(ann.said).toMatch(/^\* in kitchen as user \d+$/m);
  ann.type("anybody?");
  await expect.poll(ann.said).toContain("ann: anybody?");
  const bob = start("bob", "websocket");
  await expect.poll(bob.said).toMatch(/ann: anybody\?\n\* \d here/);
  const [, uid = ""] = /as user (\d+)/.exec(bob.said()) ?? [];
  expect(ann.said()).toContain(`* ${uid} comes`);
  bob.type("me");
  await expect.poll(ann.said).toContain("bob: me");
  bob.chat.stdin?.end();
  expect(await once(bob.chat, "exit")).toEqual([0, null]);
  await expect.poll(ann.said).toContain(`* ${uid} goes`);
  ann.chat.kill("SIGINT");
  expect(await once(ann.chat, "exit")).toEqual([0, null]);
});

test.each([
  ["bad name", {}, "usage: npm run phone -- NAME ROOM"],
  ["nobody", { EDGE_URL: "http://127.0.0.1:9" }, "no sign-in at http://127.0.0.1:9"],
])("the example phone says in a line why it cannot start as '%s'", async (name, env, words) => {
  const phone = spawn(process.execPath, [PHONE, name], {
    env: { ...process.env, EDGE_URL: stack.edge, PHONE_FOLDER: folder, ...env },
    stdio: ["ignore", "inherit", "pipe"],
  });
  running.push(phone);
  const [said, [code]] = await Promise.all([text(phone.stderr), once(phone, "exit")]);
  expect([code, said.trim().split("\n")]).toEqual([1, [expect.stringContaining(words)]]);
});

/** As the phone's file has it. */
async function cursorOf(uid: string): Promise<number | undefined> {
  const memory = JSON.parse(await readFile(join(folder, "phone-anna.json"), "utf8")) as {
    cursors: Record<string, { offset: number }>;
  };
  return memory.cursors[`${uid}/user:${uid}`]?.offset;
}
