/**
 * Clients that call on and on while something happens, and what they were answered.
 * @module
 */
import { Agent, request } from "node:http";

export interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Crowd {
  /** How often each outcome was had so far: an HTTP status, or the code of an error of the connection. */
  readonly outcomes: ReadonlyMap<string, number>;
  /** Replies with a status below 300 so far. */
  readonly good: number;
  /** Of those, how many since the last outcome that was another. */
  readonly goodInARow: number;
  /** The longest that anybody has waited for a reply, or for the lack of one. */
  readonly longestMs: number;
  /** Lets each client finish what it has begun. */
  leave(): Promise<void>;
}

/** A reply that takes longer is one that does not come. */
const REPLY_MS_MAX = 20_000;

/**
 * @param size clients, each with one connection of its own that it keeps, as an app does
 * @param next what a client sends next
 */
export function crowd(url: string, size: number, next: (client: number) => Sent): Crowd {
  const outcomes = new Map<string, number>();
  let good = 0;
  let goodInARow = 0;
  let longestMs = 0;
  let over = false;
  const agents = Array.from({ length: size }, () => new Agent({ keepAlive: true, maxSockets: 1 }));
  const clients = agents.map(async (agent, client) => {
    while (!over) {
      const sentMs = performance.now();
      const outcome = await send(agent, url, next(client));
      longestMs = Math.max(longestMs, performance.now() - sentMs);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      const isGood = /^2/.test(outcome);
      if (isGood) good++;
      goodInARow = isGood ? goodInARow + 1 : 0;
    }
  });
  return {
    outcomes,
    get good() {
      return good;
    },
    get goodInARow() {
      return goodInARow;
    },
    get longestMs() {
      return longestMs;
    },
    async leave() {
      over = true;
      await Promise.all(clients);
      for (const agent of agents) agent.destroy();
    },
  };
}

/** Never rejects. */
function send(agent: Agent, url: string, { method = "POST", path, headers = {}, body = "" }: Sent): Promise<string> {
  return new Promise((settle) => {
    const fail = (error: NodeJS.ErrnoException) => settle(error.code ?? error.message);
    const length = method === "GET" ? {} : { "content-length": Buffer.byteLength(body) };
    const outgoing = request(new URL(path, url), { method, agent, headers: { ...headers, ...length } }, (reply) => {
      reply.on("error", fail);
      reply.on("end", () => settle(String(reply.statusCode)));
      reply.resume();
    });
    outgoing.setTimeout(REPLY_MS_MAX, () => outgoing.destroy(new Error("no reply")));
    outgoing.on("error", fail);
    outgoing.end(method === "GET" ? undefined : body);
  });
}
