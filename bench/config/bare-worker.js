/**
 * The least that a Worker does for the same watchers: a version that is stored, told to sockets that sleep, and to polls that a promise holds.
 * Its paths and documents are those of the agents, so that the same watchers can talk to it; it checks nothing. With the binding SPREADS it
 * tells a crowd to take as long as Fairway does, and without it everyone comes back at once.
 * @module
 */
import { DurableObject, env } from "cloudflare:workers";

const HOLD_MS = 60_000;
/** Of each poll and each socket. */
const [POLL_MS, REPORT_MS] = env.SPREADS === "yes" ? [0.5, 2] : [0, 0];

let version = 0;
let document = "";
let waiting = [];
let init = initOf(0);

export class Versions extends DurableObject {
  constructor(context, env) {
    super(context, env);
    context.storage.sql.exec("CREATE TABLE IF NOT EXISTS version (number INTEGER PRIMARY KEY, document TEXT)");
  }

  fetch() {
    const [client, server] = Object.values(new WebSocketPair());
    this.ctx.acceptWebSocket(server);
    server.send(eventOf(version, document, 0));
    return new Response(null, { status: 101, webSocket: client });
  }

  publish(number, text) {
    this.ctx.storage.sql.exec("INSERT INTO version VALUES (?, ?)", number, text);
    const sockets = this.ctx.getWebSockets();
    const event = eventOf(number, text, sockets.length * REPORT_MS);
    for (const socket of sockets) socket.send(event);
  }

  /** What runs where: nobody asks. */
  webSocketMessage() {}
}

export default {
  async fetch(request, env) {
    const { pathname, searchParams } = new URL(request.url);
    const versions = env.VERSIONS.getByName("all");
    if (pathname.endsWith("/watch")) return versions.fetch(request);
    if (pathname === "/publish") return await publish(versions, await request.text());
    if (Number(searchParams.get("after")) === version) await nextVersion();
    return new Response(document, init);
  },
};

async function publish(versions, value) {
  const number = version + 1;
  const sections = { application: { value: { type: "text", value } } };
  const text = JSON.stringify({ service: "bench", idc: "here", version: number, sections });
  await versions.publish(number, text);
  version = number;
  document = text;
  const woken = waiting;
  waiting = [];
  init = initOf(woken.length * POLL_MS);
  for (const wake of woken) wake();
  return new Response(null, { status: 204 });
}

/** workerd takes a request that waits for nothing of its own for one that hangs: hence the timer. */
async function nextVersion() {
  const { promise, resolve } = Promise.withResolvers();
  waiting.push(resolve);
  const timer = setTimeout(resolve, HOLD_MS);
  await promise;
  clearTimeout(timer);
}

function initOf(afterMs) {
  const headers = { "content-type": "application/json", "cache-control": "no-store" };
  return { headers: { ...headers, "fairway-poll-after-ms": String(Math.ceil(afterMs)) } };
}

function eventOf(number, text, reportAfterMs) {
  return `{"version":${number},"reportAfterMs":${reportAfterMs},"configuration":${text}}`;
}
