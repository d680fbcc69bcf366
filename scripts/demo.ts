/**
 * One cold start of an app, twice: with Fairway's SDK, and as twenty separate calls in JSON, both through the same edge and over the
 * same emulated phone link. Prints what each cost. The full comparison, with TLS and HTTP/2, is `npm run bench -- cold-start`.
 * @module
 */
import { Agent, fetch as undiciFetch } from "undici";
import { type Link, openLink } from "../bench/link/link.ts";
import { coldStart, PHONE, REPLIES } from "../examples/phone/cold-start.ts";
import { separateCalls } from "../examples/phone/separate-calls.ts";
import { BATCH_ITEMS_MAX } from "../proto/batch/batch.ts";
import { DEFAULT_DICTIONARY } from "../proto/dictionary/dictionary.ts";
import { PassportService } from "../proto/gen/passport.contract.ts";
import { createClient, type Fetch } from "../sdk/client.ts";

/** A phone on a mediocre mobile network. */
const LINK = { rttMs: 100, upBitsPerSecond: 1_600_000, downBitsPerSecond: 1_600_000 };
/** What browsers and most HTTP stacks of phones allow per host over HTTP/1.1. */
const CONNECTIONS_MAX = 6;

interface Cost {
  readonly way: string;
  readonly requests: number;
  readonly connections: number;
  readonly up: number;
  readonly down: number;
  readonly ms: number;
}

export async function demonstrate(edgeUrl: string): Promise<void> {
  console.log(
    `\none cold start: ${Object.keys(REPLIES).length} calls, three deep, ${LINK.rttMs} ms round trip, 1.6 Mbit/s`,
  );
  // The first run of each compiles code on both sides; an app that was installed has been started before.
  await withFairway(edgeUrl);
  await separately(edgeUrl);
  print([await separately(edgeUrl), await withFairway(edgeUrl)]);
}

async function withFairway(edgeUrl: string): Promise<Cost> {
  return await measure(edgeUrl, "Fairway SDK", async (url, fetch) => {
    const client = createClient({
      baseUrl: url,
      fetch,
      merge: { itemsMax: BATCH_ITEMS_MAX },
      sessions: PassportService,
      dictionary: DEFAULT_DICTIONARY,
    });
    await coldStart(client, PHONE);
  });
}

async function separately(edgeUrl: string): Promise<Cost> {
  return await measure(edgeUrl, "separate calls, JSON+gzip", async (url, fetch) => {
    await separateCalls(async ({ path, method, headers, body }) => {
      const bytes = body === undefined ? {} : { body: new TextEncoder().encode(body) };
      const reply = await fetch(`${url}${path}`, { method, headers, ...bytes });
      if (!reply.ok) throw new Error(`${path} answered ${reply.status}`);
      return await reply.json();
    }, PHONE);
  });
}

async function measure(edgeUrl: string, way: string, run: (url: string, fetch: Fetch) => Promise<void>): Promise<Cost> {
  const link: Link = openLink(LINK);
  const agent = new Agent({ connections: CONNECTIONS_MAX });
  let requests = 0;
  const fetch = ((url: string, init: object) => {
    requests += 1;
    return undiciFetch(url, { ...init, dispatcher: agent });
  }) as unknown as Fetch;
  try {
    const { hostname, port } = new URL(edgeUrl);
    const at = await link.relay({ host: hostname, port: Number(port) });
    const started = performance.now();
    await run(`http://${at.host}:${at.port}`, fetch);
    const ms = performance.now() - started;
    const { upBytes, downBytes, connections } = await link.counts();
    return { way, requests, connections, up: upBytes, down: downBytes, ms };
  } finally {
    await agent.destroy();
    await link.close();
  }
}

function print(costs: readonly Cost[]): void {
  const head = ["", "requests", "connections", "bytes up", "bytes down", "time"];
  const rows = costs.map(({ way, requests, connections, up, down, ms }) => [
    way,
    String(requests),
    String(connections),
    up.toLocaleString("en"),
    down.toLocaleString("en"),
    `${Math.round(ms)} ms`,
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of [head, ...rows]) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    console.log(`  ${cells.join("  ")}`);
  }
}
