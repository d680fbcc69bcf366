/**
 * A Chromium of one's own, headless, over the Chrome DevTools Protocol (https://chromedevtools.github.io/devtools-protocol/): opens a
 * page, runs code in it, and sees what it has on the wire. It reaches nothing but this machine.
 * @module
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { BROWSERS, findProgram } from "../../../scripts/install-services.ts";

/** A first start makes a profile, on a busy machine in some seconds. */
const START_MS_MAX = 60_000;
/** Of one command. Whatever a page does in a test takes less. */
const COMMAND_MS_MAX = 20_000;
const STOP_MS_MAX = 5_000;

const ARGS = [
  "--headless=new",
  "--no-sandbox", // Which root cannot have, and containers often forbid; it loads nothing but our own page.
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--disable-extensions",
  "--disable-sync",
  "--disable-background-networking",
  "--disable-component-update",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
  "--remote-debugging-port=0",
];

/** One request of a page that has ended. */
export interface WireRequest {
  readonly method: string;
  readonly url: string;
  /** Names are lower case. */
  readonly requestHeaders: Readonly<Record<string, string>>;
  /** 0 where there was no reply. */
  readonly status: number;
  readonly mimeType: string;
  /** Bytes of the reply as they came over the wire, headers included. */
  readonly bytes: number;
  readonly failed: string | undefined;
}

export interface Page {
  /** The value of an expression once its promise has settled. @throws Error with what the page threw */
  evaluate(expression: string): Promise<unknown>;
  /** Requests that have ended since this was last asked, preflights included. */
  takeRequests(): WireRequest[];
}

export interface Chromium {
  open(url: string): Promise<Page>;
  stop(): Promise<void>;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly sessionId?: string;
  readonly params?: Params;
  readonly result?: Params;
  readonly error?: { readonly message: string };
}

type Params = Readonly<Record<string, unknown>>;
type OnEvent = (method: string, params: Params) => void;

/** @throws Error that says what is missing, or why it did not start */
export async function startChromium(): Promise<Chromium> {
  const program = BROWSERS.map((name) => findProgram(name)).find((path) => path !== undefined);
  if (program === undefined) {
    throw new Error(`the test needs Chromium (${BROWSERS.join(", ")}): run node scripts/install-services.ts`);
  }
  const profile = await mkdtemp(join(tmpdir(), "fairway-chromium-"));
  const child = spawn(program, [...ARGS, `--user-data-dir=${profile}`, "about:blank"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const killAtExit = () => child.kill("SIGKILL");
  process.once("exit", killAtExit);
  const stop = async () => {
    process.off("exit", killAtExit);
    await end(child);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const devtools = await Devtools.connect(await endpointOf(child));
    return {
      open: (url) => openPage(devtools, url),
      stop: async () => {
        devtools.close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** It tells on stderr where it listens. */
async function endpointOf(child: ChildProcess): Promise<string> {
  if (child.stderr === null) throw new Error("stderr is a pipe");
  const words: string[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const fail = (why: string) => reject(new Error(`Chromium ${why}:\n${words.slice(-20).join("\n")}`));
  createInterface(child.stderr).on("line", (line) => {
    const endpoint = /^DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (endpoint !== undefined) resolve(endpoint);
    else words.push(line);
  });
  child.once("error", reject);
  child.once("exit", (code, signal) => fail(`ended with ${code ?? signal}`));
  const late = setTimeout(() => fail(`did not listen within ${START_MS_MAX} ms`), START_MS_MAX);
  return await promise.finally(() => clearTimeout(late));
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), STOP_MS_MAX);
  await gone.finally(() => clearTimeout(late));
}

/** Commands and events of all pages over one WebSocket. */
class Devtools {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, { resolve(result: Params): void; reject(error: Error): void }>();
  readonly #listeners = new Map<string, OnEvent>();
  #count = 0;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener("message", ({ data }) => this.#receive(JSON.parse(String(data)) as Message));
    socket.addEventListener("close", () => {
      for (const { reject } of this.#waiting.values()) reject(new Error("Chromium has hung up"));
    });
  }

  static async connect(endpoint: string): Promise<Devtools> {
    const socket = new WebSocket(endpoint);
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener("open", () => resolve(), { once: true });
      socket.addEventListener("error", () => reject(new Error(`no connection to ${endpoint}`)), { once: true });
    });
    return new Devtools(socket);
  }

  listen(sessionId: string, onEvent: OnEvent): void {
    this.#listeners.set(sessionId, onEvent);
  }

  async send(method: string, params: Params = {}, sessionId?: string): Promise<Params> {
    const id = ++this.#count;
    const { promise, resolve, reject } = Promise.withResolvers<Params>();
    this.#waiting.set(id, { resolve, reject });
    this.#socket.send(JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) }));
    const late = setTimeout(() => reject(new Error(`${method} took over ${COMMAND_MS_MAX} ms`)), COMMAND_MS_MAX);
    return await promise.finally(() => {
      clearTimeout(late);
      this.#waiting.delete(id);
    });
  }

  close(): void {
    this.#socket.close();
  }

  #receive({ id, method, sessionId, params = {}, result = {}, error }: Message): void {
    if (id === undefined) {
      if (method !== undefined && sessionId !== undefined) this.#listeners.get(sessionId)?.(method, params);
      return;
    }
    const waiting = this.#waiting.get(id);
    if (error === undefined) waiting?.resolve(result);
    else waiting?.reject(new Error(error.message));
  }
}

async function openPage(devtools: Devtools, url: string): Promise<Page> {
  const { targetId } = await devtools.send("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await devtools.send("Target.attachToTarget", { targetId, flatten: true });
  const session = String(sessionId);
  const send = (method: string, params?: Params) => devtools.send(method, params, session);
  const loaded = Promise.withResolvers<void>();
  const wire = requestLog();
  devtools.listen(session, (method, params) => {
    if (method === "Page.loadEventFired") loaded.resolve();
    wire.note(method, params);
  });
  await send("Page.enable");
  await send("Runtime.enable");
  await send("Network.enable");
  const { errorText } = await send("Page.navigate", { url });
  if (errorText !== undefined) throw new Error(`${url} does not open: ${errorText}`);
  const late = setTimeout(() => loaded.reject(new Error(`${url} did not load`)), COMMAND_MS_MAX);
  await loaded.promise.finally(() => clearTimeout(late));
  return {
    async evaluate(expression) {
      const options = { expression, awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = await send("Runtime.evaluate", options);
      if (exceptionDetails !== undefined) throw new Error(`the page threw: ${JSON.stringify(exceptionDetails)}`);
      return (result as { readonly value?: unknown }).value;
    },
    takeRequests: wire.take,
  };
}

/** Puts the events of each request together (https://chromedevtools.github.io/devtools-protocol/tot/Network/). */
function requestLog(): { note: OnEvent; take(): WireRequest[] } {
  const open = new Map<unknown, WireRequest>();
  const ended: WireRequest[] = [];
  const change = (id: unknown, part: Partial<WireRequest>): void => {
    const known = open.get(id);
    if (known !== undefined) open.set(id, { ...known, ...part });
  };
  const finish = (id: unknown, part: Partial<WireRequest>): void => {
    change(id, part);
    const request = open.get(id);
    if (request !== undefined) ended.push(request);
    open.delete(id);
  };
  return {
    note(method, params) {
      const { requestId: id } = params;
      if (method === "Network.requestWillBeSent") {
        const { method: verb, url, headers } = params.request as { method: string; url: string; headers: object };
        const fields = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
        const requestHeaders = Object.fromEntries(fields) as Record<string, string>;
        open.set(id, { method: verb, url, requestHeaders, status: 0, mimeType: "", bytes: 0, failed: undefined });
      } else if (method === "Network.responseReceived") {
        const { status, mimeType } = params.response as { status: number; mimeType: string };
        change(id, { status, mimeType });
      } else if (method === "Network.dataReceived") {
        const bytes = (open.get(id)?.bytes ?? 0) + Number(params.encodedDataLength);
        change(id, { bytes });
      } else if (method === "Network.loadingFinished") {
        // Sometimes Chromium sums up nothing.
        finish(id, { bytes: Math.max(Number(params.encodedDataLength), open.get(id)?.bytes ?? 0) });
      } else if (method === "Network.loadingFailed") {
        finish(id, { failed: String(params.errorText) });
      }
    },
    take: () => ended.splice(0),
  };
}
