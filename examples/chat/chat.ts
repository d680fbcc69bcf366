/**
 * A chat in a terminal: `npm run chat -- NAME ROOM`. It is a client of Centrifugo like any other: the npm package `centrifuge`, unchanged. Of Fairway
 * it knows where to sign in. What is typed goes to everybody in the room, who comes and goes is told, and Ctrl-D or Ctrl-C ends it.
 *
 * | variable | meaning | default |
 * |---|---|---|
 * | `EDGE_URL` | the edge | http://127.0.0.1:8787 |
 * | `TRANSPORT` | `websocket` or `http_stream` | websocket |
 * @module
 */
import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import { Centrifuge } from "centrifuge";

interface Line {
  readonly name: string;
  readonly text: string;
}

const { EDGE_URL: edge = "http://127.0.0.1:8787", TRANSPORT: transport = "websocket" } = process.env;
const [name = "somebody", room = "lobby"] = process.argv.slice(2);
if (transport !== "websocket" && transport !== "http_stream") fail("TRANSPORT: websocket or http_stream expected");
const deviceId = randomUUID();

/** Asked for at the start, and whenever a token is about to end. */
async function getToken(): Promise<string> {
  const response = await fetch(`${edge}/fairway.passport.v1.PassportService/SignInGuest`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ deviceId }),
  }).catch((cause: unknown) => {
    throw new Error(`no edge answers at ${edge}; does npm start run?`, { cause });
  });
  if (!response.ok) throw new Error(`the sign-in was answered ${response.status}: ${await response.text()}`);
  return ((await response.json()) as { readonly accessToken: string }).accessToken;
}

const endpoint = `${transport === "websocket" ? edge.replace(/^http/, "ws") : edge}/connection/${transport}`;
const client = new Centrifuge([{ transport, endpoint }], { getToken, emulationEndpoint: `${edge}/emulation` });
const chat = client.newSubscription(`chat:${room}`, { joinLeave: true });

client.on("error", ({ error }) => console.error(`error ${error.code}: ${error.message}`));
client.on("disconnected", ({ code, reason }) => {
  if (code !== 0) console.error(`disconnected: ${code} ${reason}`);
});
chat.on("error", ({ error }) => console.error(`chat:${room}: error ${error.code}: ${error.message}`));
chat.on("join", ({ info }) => console.log(`* ${info.user} comes`));
chat.on("leave", ({ info }) => console.log(`* ${info.user} goes`));
chat.on("publication", ({ data }) => print(data as Line));
chat.once("subscribed", async () => {
  // A call over the connection, which the edge brings to the service that has the accounts.
  const { data: profile } = await client.rpc("GetProfile", {});
  console.log(`* in ${room} as user ${(profile as { readonly uid: string }).uid}`);
  const { publications } = await chat.history({ limit: 10, reverse: true });
  for (const { data } of publications.reverse()) print(data as Line);
  const { numClients } = await chat.presenceStats();
  console.log(`* ${numClients} here`);
});

function print(line: Line): void {
  console.log(`${line.name}: ${line.text}`);
}

chat.subscribe();
client.connect();
const keyboard = createInterface({ input: process.stdin });
keyboard.on("line", (text) => {
  const line: Line = { name, text };
  if (text !== "") chat.publish(line).catch((error: unknown) => console.error("not sent:", error));
});
keyboard.on("close", () => client.disconnect());
process.on("SIGINT", () => keyboard.close());

function fail(words: string): never {
  console.error(words);
  process.exit(1);
}
