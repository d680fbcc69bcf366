/**
 * The bundled route table, and an API behind it that hangs, dies or fails, while two hundred clients go on asking: half of them for what
 * others have asked for before, half for what nobody has.
 */
import { once } from "node:events";
import { createServer, get, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Crowd, crowd } from "../chaos/crowd.ts";
import { type System, startSystem } from "../system/system.ts";

const CLIENTS = 200;
/** Each trouble lasts until so many calls have been answered, well or not. */
const OUTCOMES_MIN = 600;
/** The routes' time, and what the edge, the API and the clients need for their work. */
const ANSWER_MS_MAX = 3_000 + 2_500;
/** They ask the edge for a sign of life, and so tell how long the machine keeps anybody waiting. */
const WATCHERS = 10;
/** As often a call may be kept waiting: by the client, the edge when it asks, the edge when it gives up, the client again. */
const WAITS_A_CALL = 4;
const CODES = ["AUT", "DEU", "CHE", "NZL", "JPN"];

type Mode = "well" | "hanging" | "failing" | "dead";

let mode: Mode = "well";
let system: System;
let apiUrl = "";
const hanging = new Set<ServerResponse>();

/** Stands before the real API and does what it is told. */
const trouble = createServer((request, response) => {
  if (mode === "dead") return void request.socket.destroy();
  if (mode === "failing") return void response.writeHead(503).end("not now");
  if (mode === "hanging") {
    hanging.add(response);
    response.on("close", () => hanging.delete(response));
    return;
  }
  get(new URL(request.url ?? "/", apiUrl), { headers: request.headers }, (reply) => {
    response.writeHead(reply.statusCode ?? 500, reply.headers);
    reply.pipe(response);
  }).on("error", () => response.destroy());
});

beforeAll(async () => {
  trouble.listen(0, "127.0.0.1");
  await once(trouble, "listening");
  system = await startSystem({
    table(table) {
      apiUrl = table.upstreams.countries?.urls[0] ?? "";
      table.upstreams.countries = { urls: [`http://127.0.0.1:${(trouble.address() as AddressInfo).port}`] };
    },
  });
});
afterAll(async () => {
  await system?.stop();
  trouble.closeAllConnections();
  trouble.close();
});

async function warm(): Promise<void> {
  mode = "well";
  for (const response of hanging) response.destroy();
  for (const code of CODES) {
    await expect
      .poll(async () => (await fetch(`${system.edge.url}/api/countries/${code}`)).status, { timeout: 20_000 })
      .toBe(200);
  }
}

let asked = 0;
const known = (client: number) => ({ method: "GET", path: `/api/countries/${CODES[client % CODES.length]}` });
const unheardOf = () => ({ method: "GET", path: `/api/search?q=${++asked}` });

function countOf({ outcomes }: Crowd): number {
  return [...outcomes.values()].reduce((sum, count) => sum + count, 0);
}

/** What both halves saw while it lasted, and who watched the machine. */
async function during(trouble: Mode): Promise<Record<"stored" | "others" | "watchers", Crowd>> {
  await warm();
  mode = trouble;
  const stored = crowd(system.edge.url, CLIENTS / 2, known);
  const others = crowd(system.edge.url, CLIENTS / 2, unheardOf);
  const watchers = crowd(system.edge.url, WATCHERS, () => ({ method: "GET", path: "/livez" }));
  await expect.poll(() => countOf(others), { timeout: 25_000 }).toBeGreaterThan(OUTCOMES_MIN);
  await Promise.all([stored.leave(), others.leave()]);
  await watchers.leave();
  return { stored, others, watchers };
}

describe.each<[Mode, readonly string[]]>([
  ["dead", ["502", "503"]],
  ["failing", ["503"]],
  ["hanging", ["503", "504"]],
])("while the API is %s", (trouble, errors) => {
  test("what was asked for before is answered, everything else is told so in time, and all is well soon after", async () => {
    const { stored, others, watchers } = await during(trouble);
    expect([...stored.outcomes.keys()]).toEqual(["200"]);
    expect(errors).toEqual(expect.arrayContaining([...others.outcomes.keys()]));
    const longestMs = ANSWER_MS_MAX + WAITS_A_CALL * watchers.longestMs;
    expect(Math.max(stored.longestMs, others.longestMs)).toBeLessThan(longestMs);
    mode = "well";
    for (const response of hanging) response.destroy();
    await expect
      .poll(async () => (await fetch(system.edge.url + unheardOf().path)).status, { timeout: 15_000 })
      .toBe(200);
  }, 60_000);
});
