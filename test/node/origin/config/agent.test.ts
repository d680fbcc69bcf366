/** An agent beside an edge that says what the test wants: when it asks again, when it reports, and that it misses nothing meanwhile. */
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { type WebSocket, WebSocketServer } from "ws";
import { Agent } from "../../../../origin/config/agent.ts";
import { snapshots } from "../../../../origin/config/snapshot.ts";
import { edgeSource } from "../../../../origin/config/source.ts";

/** Timers of Node round to a millisecond, and count from the beginning of their turn. */
const ROUNDING_MS = 5;

interface Question {
  /** The version that the agent names; undefined for a plain read. */
  readonly after: number | undefined;
  readonly atMs: number;
  answer(version: number, headers?: Record<string, string>): void;
}

interface MadeUpEdge {
  readonly url: string;
  readonly polls: Question[];
  /** How often the agent read without being held. */
  reads: number;
  /** What a plain read is answered; 0 for nothing released. */
  current: number;
  /** Of the agent that holds a socket. */
  readonly sockets: WebSocket[];
  readonly reports: { readonly version: number; readonly atMs: number }[];
}

const documentOf = (version: number) => ({ service: "s", idc: "default", version, sections: {} });

async function madeUpEdge({ withSockets }: { readonly withSockets: boolean }): Promise<MadeUpEdge> {
  const held = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? "", "http://edge");
    const answer = (version: number, headers: Record<string, string> = {}) => {
      held.delete(response);
      const etag = `"${version}"`;
      const status = version === 0 ? 404 : request.headers["if-none-match"] === etag ? 304 : 200;
      response.writeHead(status, { etag, ...headers });
      response.end(status === 200 ? JSON.stringify(documentOf(version)) : "");
    };
    const after = searchParams.get("after");
    if (after === null) {
      edge.reads++;
      answer(edge.current);
      return;
    }
    held.add(response);
    edge.polls.push({ after: Number(after), atMs: performance.now(), answer });
  });
  const upgrades = new WebSocketServer({ noServer: true });
  server.on("upgrade", (request, socket, head) => {
    if (!withSockets) {
      socket.end("HTTP/1.1 502 Bad Gateway\r\nconnection: close\r\n\r\n");
      return;
    }
    upgrades.handleUpgrade(request, socket, head, (client) => {
      edge.sockets.push(client);
      client.on("message", (data) => {
        const { version } = JSON.parse(String(data)) as { version: number };
        edge.reports.push({ version, atMs: performance.now() });
      });
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const edge: MadeUpEdge = { url, polls: [], reads: 0, current: 1, sockets: [], reports: [] };
  onTestFinished(async () => {
    for (const response of held) response.destroy();
    for (const socket of edge.sockets) socket.terminate();
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  });
  return edge;
}

/** @param random what is drawn, always */
async function follow(edge: MadeUpEdge, random = 0): Promise<{ readonly agent: Agent; readonly ran: number[] }> {
  const source = edgeSource({
    url: edge.url,
    token: undefined,
    service: "s",
    idc: "default",
    node: "n",
    address: "",
    labels: {},
  });
  const ran: number[] = [];
  const log = {
    info(message: string, fields?: object) {
      if (message === "configuration") ran.push((fields as { version: number }).version);
    },
    warn() {},
    error() {},
  };
  const file = { load: async () => undefined, save: async () => undefined };
  const agent = new Agent({ source, file, snapshots: snapshots(() => undefined), log, random: () => random });
  onTestFinished(() => agent.close());
  await agent.start(10_000);
  return { agent, ran };
}

const questions = (edge: MadeUpEdge, count: number) =>
  expect.poll(() => edge.polls.length, { timeout: 5_000 }).toBeGreaterThanOrEqual(count);

describe("an agent that polls", () => {
  test("asks again at its own moment of the time that the edge names, and reads nothing in between", async () => {
    const edge = await madeUpEdge({ withSockets: false });
    await follow(edge, 0.5);
    await questions(edge, 1);
    const { reads } = edge;
    const answeredAtMs = performance.now();
    edge.polls[0]?.answer(2, { "fairway-poll-after-ms": "800" });
    await questions(edge, 2);
    expect((edge.polls[1]?.atMs ?? 0) - answeredAtMs).toBeGreaterThan(600 - ROUNDING_MS);
    expect(edge.polls[1]?.after).toBe(2);
    expect(edge.reads).toBe(reads);
  });

  test.each([
    ["0", 0],
    ["999999999", 500],
    // An edge that says nothing of use: its agent keeps its own pace.
    [undefined, 125],
    ["", 125],
    ["-1000", 125],
    ["99999999999999999999", 125],
    ["soon", 125],
  ])("comes back from an answer that says %o, though never sooner than after %d ms", async (header, leastMs) => {
    const edge = await madeUpEdge({ withSockets: false });
    await follow(edge);
    await questions(edge, 1);
    const answeredAtMs = performance.now();
    edge.polls[0]?.answer(2, header === undefined ? {} : { "fairway-poll-after-ms": header });
    await questions(edge, 2);
    expect((edge.polls[1]?.atMs ?? 0) - answeredAtMs).toBeGreaterThan(leastMs - ROUNDING_MS);
  });

  test("does not take an answer without news for a reason to be back at once", async () => {
    const edge = await madeUpEdge({ withSockets: false });
    await follow(edge);
    await questions(edge, 1);
    const answeredAtMs = performance.now();
    edge.polls[0]?.answer(1, { "fairway-poll-after-ms": "0" });
    await questions(edge, 2);
    expect((edge.polls[1]?.atMs ?? 0) - answeredAtMs).toBeGreaterThan(125 - ROUNDING_MS);
  });

  test("has what was released while it was away with its next question, and never goes back", async () => {
    const edge = await madeUpEdge({ withSockets: false });
    const { agent, ran } = await follow(edge);
    await questions(edge, 1);
    edge.polls[0]?.answer(2, { "fairway-poll-after-ms": "200" });
    // 3, 4 and 5 are released now; the question names what runs here, and so it is not held.
    await questions(edge, 2);
    expect(edge.polls[1]?.after).toBe(2);
    edge.polls[1]?.answer(5, { "fairway-poll-after-ms": "0" });
    await questions(edge, 3);
    expect(edge.polls[2]?.after).toBe(5);
    expect(agent.running).toBe(5);
    expect(ran).toEqual([1, 2, 5]);
  });

  test("stops at once while it is away, and asks nothing more", async () => {
    const edge = await madeUpEdge({ withSockets: false });
    const { agent } = await follow(edge, 0.99);
    await questions(edge, 1);
    edge.polls[0]?.answer(2, { "fairway-poll-after-ms": "1000" });
    await expect.poll(() => agent.running).toBe(2);
    // No timer is waited for: the end comes within the turn.
    const first = await Promise.race([agent.close().then(() => "closed"), delay(1).then(() => "a timer")]);
    expect(first).toBe("closed");
    expect(edge.polls).toHaveLength(1);
  });
});

describe("an agent with a socket", () => {
  const event = (version: number, more: object = {}) =>
    JSON.stringify({ type: "release", version, configuration: documentOf(version), ...more });

  async function connected() {
    const edge = await madeUpEdge({ withSockets: true });
    const { agent } = await follow(edge);
    await expect.poll(() => edge.reports.map(({ version }) => version)).toEqual([1]);
    return { edge, agent, send: (text: string) => edge.sockets[0]?.send(text) };
  }

  test("reports at its own moment of the time that it is told, once for all that it took until then", async () => {
    const { edge, agent, send } = await connected();
    const toldAtMs = performance.now();
    send(event(2, { reportAfterMs: 600 }));
    send(event(3, { reportAfterMs: 600 }));
    await expect.poll(() => agent.running).toBe(3);
    await expect.poll(() => edge.reports.length).toBe(2);
    expect(edge.reports[1]?.version).toBe(3);
    expect((edge.reports[1]?.atMs ?? 0) - toldAtMs).toBeGreaterThan(300 - ROUNDING_MS);
  });

  test.each([{}, { reportAfterMs: 0 }, { reportAfterMs: -5 }, { reportAfterMs: "later" }, { reportAfterMs: null }])(
    "reports at once where it is told %o",
    async (more) => {
      const { edge, send } = await connected();
      send(event(2, more));
      await expect.poll(() => edge.reports.map(({ version }) => version)).toEqual([1, 2]);
    },
  );

  test("takes no time that is out of all reason", async () => {
    const { edge, agent, send } = await connected();
    // To a timer of Node that is one millisecond.
    send(event(2, { reportAfterMs: 1e12 }));
    await expect.poll(() => agent.running).toBe(2);
    send(event(3));
    await expect.poll(() => edge.reports.map(({ version }) => version)).toEqual([1, 3]);
  });
});
