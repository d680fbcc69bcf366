/**
 * A phone that listens: `npm run phone -- NAME ROOM`; without a room, to private messages and those for everybody. It signs in as a guest, prints each private message once, and remembers in a file what it has,
 * so that it may be ended and started as often as one likes. What was sent meanwhile comes when it is back.
 *
 * | variable | meaning | default |
 * |---|---|---|
 * | `EDGE_URL` | the edge | http://127.0.0.1:8787 |
 * | `PHONE_FOLDER` | where phones keep their files | .fairway |
 * @module
 */
import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PassportService } from "../../proto/gen/passport.contract.ts";
import { createClient, type Tokens } from "../../sdk/client.ts";
import { type Cursor, createPush } from "../../sdk/push.ts";

/** All that the phone knows between two starts. */
interface Memory {
  deviceId: string;
  tokens?: Tokens | undefined;
  cursors: Record<string, Cursor>;
}

const { EDGE_URL: baseUrl = "http://127.0.0.1:8787", PHONE_FOLDER: folder = ".fairway" } = process.env;
const name = process.argv[2] ?? "phone";
if (!/^[\w-]{1,32}$/.test(name))
  fail("usage: npm run phone -- NAME ROOM; a name has up to 32 letters, digits, _ and -");
const room = process.argv[3];
const path = join(folder, `phone-${name}.json`);

const memory = await readFile(path, "utf8").then(
  (text) => JSON.parse(text) as Memory,
  (): Memory => ({ deviceId: randomUUID(), cursors: {} }), // Its first start.
);

let saving = Promise.resolve();
/** One after the other, and never half a file. */
function save(): Promise<void> {
  saving = saving.then(async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(`${path}.new`, JSON.stringify(memory), { mode: 0o600 });
    await rename(`${path}.new`, path);
  });
  return saving;
}

const client = createClient({
  baseUrl,
  sessions: PassportService,
  tokens: {
    get: () => memory.tokens,
    set(tokens) {
      memory.tokens = tokens;
      return save();
    },
    clear() {
      memory.tokens = undefined;
      return save();
    },
  },
});
const push = createPush({
  baseUrl,
  session: client.session,
  cursors: {
    get: (key) => memory.cursors[key],
    set(key, cursor) {
      memory.cursors[key] = cursor;
      return save();
    },
  },
});

if ((await client.session.tokens()) === undefined) {
  const call = client.rpc(PassportService).signInGuest({ deviceId: memory.deviceId });
  await client.session
    .signIn(call)
    .catch((error: Error) => fail(`no sign-in at ${baseUrl}: ${error.message}. Does npm start run?`));
}
push.listen((event) => {
  if (event.type === "connected") console.log(`connected as user ${event.uid}`);
  else if (event.type === "disconnected") console.log(`disconnected: ${event.reason}`);
  else console.error(event);
});
push.messages({ onMessage: ({ data }) => console.log(JSON.stringify(data)) });
for (const channel of ["all", ...(room === undefined ? [] : [`room:${room}`])]) {
  push.subscribe(channel, { onMessage: ({ data }) => console.log(`${channel}: ${JSON.stringify(data)}`) });
}
push.foreground();
process.on("SIGINT", () => {
  push.close();
  client.close();
});

function fail(words: string): never {
  console.error(words);
  process.exit(1);
}
