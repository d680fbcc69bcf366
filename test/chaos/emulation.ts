/**
 * A client's connection over a reply that streams, as Centrifugo's clients have it where there are no WebSockets: what the server says comes as
 * server-sent events or as lines, and what the client says goes by requests of their own to `/emulation`.
 * @module
 */
import { type ClientRequest, type IncomingMessage, request } from "node:http";
import type { Line, LineEvents } from "./line.ts";

export type StreamTransport = "sse" | "http_stream";

interface Told {
  readonly connect?: { readonly session?: string; readonly node?: string };
  readonly push?: { readonly disconnect?: { readonly code: number } };
}

const OK = 200;
const NO_CONTENT = 204;

/** The first that is sent opens the stream. @param path of the stream, with its query */
export function openStream(transport: StreamTransport, port: number, path: string, events: LineEvents): Line {
  const line = new StreamLine(transport, port, path, events);
  // The line is in its owner's hands then.
  queueMicrotask(events.opened);
  return line;
}

class StreamLine implements Line {
  readonly #transport: StreamTransport;
  readonly #port: number;
  readonly #path: string;
  readonly #events: LineEvents;
  #stream: ClientRequest | undefined;
  /** What the server gives to who has the stream; nobody else may speak for it. */
  readonly #session = Promise.withResolvers<{ readonly session: string; readonly node: string }>();
  /** What is said arrives in its order. */
  #said: Promise<void> = Promise.resolve();
  #code: number | undefined;
  #isOver = false;

  constructor(transport: StreamTransport, port: number, path: string, events: LineEvents) {
    this.#transport = transport;
    this.#port = port;
    this.#path = path;
    this.#events = events;
  }

  send(data: string | Uint8Array): void {
    if (this.#isOver) return;
    if (this.#stream === undefined) this.#open(String(data));
    else this.#said = this.#said.then(async () => await this.#say(String(data)));
  }

  drop(): void {
    this.#stream?.destroy();
    this.#end();
  }

  #open(connect: string): void {
    const isSse = this.#transport === "sse";
    const path = isSse ? `${this.#path}${this.#path.includes("?") ? "&" : "?"}${query(connect)}` : this.#path;
    this.#stream = request({ ...this.#at(path), method: isSse ? "GET" : "POST" });
    this.#stream.on("response", (reply) => this.#read(reply));
    // Refused, broken or dropped: each is the end.
    this.#stream.on("error", () => {});
    this.#stream.on("close", () => this.#end());
    this.#stream.end(isSse ? undefined : connect);
  }

  #read(reply: IncomingMessage): void {
    reply.on("error", () => {});
    if (reply.statusCode !== OK) {
      reply.resume();
      return;
    }
    let rest = "";
    reply.setEncoding("utf8").on("data", (text: string) => {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      for (const each of lines) this.#hear(this.#transport === "sse" ? eventData(each) : each);
    });
  }

  #hear(line: string): void {
    if (line.trim() === "" || this.#isOver) return;
    if (line.includes('"session"') || line.includes('"disconnect"')) {
      const { connect: { session, node } = {}, push } = JSON.parse(line) as Told;
      if (session !== undefined && node !== undefined) this.#session.resolve({ session, node });
      this.#code = push?.disconnect?.code ?? this.#code;
    }
    this.#events.received(line);
  }

  /** Where nobody took it the connection is good for nothing any more. */
  async #say(data: string): Promise<void> {
    const body = JSON.stringify({ ...(await this.#session.promise), data });
    if (this.#isOver) return;
    const status = await new Promise<number>((settle) => {
      const outgoing = request({ ...this.#at("/emulation"), method: "POST" }, (reply) => {
        reply.on("error", () => {}).resume();
        settle(reply.statusCode ?? 0);
      });
      outgoing.on("error", () => settle(0));
      outgoing.end(body);
    });
    if (status !== NO_CONTENT) this.drop();
  }

  #at(path: string) {
    return { host: "127.0.0.1", port: this.#port, path, agent: false, headers: { "accept-encoding": "identity" } };
  }

  #end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#events.closed(this.#code);
  }
}

function query(connect: string): string {
  return String(new URLSearchParams({ cf_connect: connect }));
}

/** https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream: one line of data makes an event here. */
function eventData(line: string): string {
  return line.startsWith("data:") ? line.slice("data:".length) : "";
}
