/** Nodes that are killed, frozen, slow, leaving and back, behind a whole edge in use. */
import { expect, onTestFinished, test } from "vitest";
import { crowd } from "../chaos/crowd.ts";
import { sharesOf, startEdgeTo, startNodes } from "./fixture.ts";

const CLIENTS = 8;

function callers(url: string, sent: { method: string; path: string } = { method: "GET", path: "/x" }) {
  const calls = crowd(url, CLIENTS, () => sent);
  onTestFinished(() => calls.leave());
  return calls;
}

test("nobody notices that a node is killed, and it has its share again soon after it is back", async () => {
  const nodes = await startNodes(3);
  const [victim] = nodes;
  const edge = await startEdgeTo({ urls: nodes.map(({ url }) => url) });
  const calls = callers(edge.url);
  await expect.poll(() => calls.good).toBeGreaterThan(200);
  await victim?.kill();
  const atKill = calls.good;
  await expect.poll(() => calls.good - atKill).toBeGreaterThan(500);
  const tries = () => edge.log.filter(({ attempts, hedge }) => Number(attempts) > 1 && hedge === undefined).length;
  const before = { tries: tries(), good: calls.good };
  await expect.poll(() => calls.good - before.good).toBeGreaterThan(500);
  expect((tries() - before.tries) / (calls.good - before.good)).toBeLessThan(0.02);

  await victim?.restart();
  await expect.poll(async () => (await victim?.seen())?.requests ?? 0).toBeGreaterThan(100);
  await calls.leave();
  expect([...calls.outcomes.keys()]).toEqual(["200"]);
  await expect.poll(async () => (await sharesOf(60, edge, nodes))[0]).toBeGreaterThan(0.15);
});

test("a node that is frozen holds nobody up for long, is left out, and is back when it thaws", async () => {
  const nodes = await startNodes(2);
  const [victim] = nodes;
  const edge = await startEdgeTo({ urls: nodes.map(({ url }) => url), connectTimeoutMs: 200 }, { hedge: "off" });
  const calls = callers(edge.url);
  await expect.poll(() => calls.good).toBeGreaterThan(100);
  victim?.freeze();
  const atFreeze = calls.good;
  await expect.poll(() => calls.good - atFreeze).toBeGreaterThan(300);
  victim?.thaw();
  const seen = (await victim?.seen())?.requests ?? 0;
  await expect.poll(async () => (await victim?.seen())?.requests ?? 0).toBeGreaterThan(seen + 50);
  await calls.leave();
  expect([...calls.outcomes.keys()]).toEqual(["200"]);
  expect(calls.longestMs).toBeLessThan(5_000); // The route's own time-out is ten seconds.
});

test("a slow reply is overtaken by another node's, and the slow node is told", async () => {
  const nodes = await startNodes(2);
  const edge = await startEdgeTo({ urls: nodes.map(({ url }) => url) });
  for (let turn = 0; turn < 150; turn++) await fetch(`${edge.url}/x`);
  for (const node of nodes) {
    await node.be({ delayMs: 3_000 });
    const overtakers = edge.log.length;
    const overtaken = async () => {
      await fetch(`${edge.url}/x`);
      const won = edge.log.slice(overtakers).some(({ hedge, attempts }) => hedge === "won" && attempts === 2);
      return won ? (await node.seen()).left : 0;
    };
    // A node that was slow once is asked again after three seconds.
    await expect.poll(overtaken, { timeout: 25_000 }).toBeGreaterThan(0);
    await node.be({});
  }
}, 60_000);

test("a request that must not be repeated is sent once, however slow its node is", async () => {
  const nodes = await startNodes(2);
  const edge = await startEdgeTo({ urls: nodes.map(({ url }) => url), connectTimeoutMs: 50 });
  for (let turn = 0; turn < 150; turn++) await fetch(`${edge.url}/x`);
  for (const node of nodes) await node.be({ delayMs: 400 });
  const requests = async () => {
    const seen = await Promise.all(nodes.map((node) => node.seen()));
    return seen.reduce((sum, each) => sum + each.requests, 0);
  };
  const before = await requests();
  const replies = await Promise.all(Array.from({ length: 10 }, () => fetch(`${edge.url}/x`, { method: "POST" })));
  expect(replies.map(({ status }) => status)).toEqual(Array(10).fill(200));
  expect(await requests()).toBe(before + 10);
});

test("a node whose check says that it is not ready gets nothing new until it is", async () => {
  const nodes = await startNodes(2);
  const [leaving] = nodes;
  const health = { path: "/readyz", intervalMs: 500 };
  const edge = await startEdgeTo({ urls: nodes.map(({ url }) => url), health });
  const calls = callers(edge.url);
  await expect.poll(async () => (await leaving?.seen())?.readyz ?? 0).toBeGreaterThan(1);
  await leaving?.be({ ready: false });
  await expect.poll(async () => (await sharesOf(20, edge, nodes))[0]).toBe(0);
  await leaving?.be({});
  await expect.poll(async () => (await sharesOf(20, edge, nodes))[0]).toBeGreaterThan(0);
  await calls.leave();
  expect([...calls.outcomes.keys()]).toEqual(["200"]);
});

test("nodes of the edge's own zone get everything while they can take it, and the others when they cannot", async () => {
  const nodes = await startNodes(2);
  const [home, away] = nodes;
  const edge = await startEdgeTo(
    {
      nodes: [
        { url: home?.url, zone: "east" },
        { url: away?.url, zone: "west" },
      ],
    },
    {},
    { ZONE: "east" },
  );
  expect(await sharesOf(40, edge, nodes)).toEqual([1, 0]);
  await home?.kill();
  const calls = callers(edge.url);
  await expect.poll(() => calls.good).toBeGreaterThan(100);
  await calls.leave();
  expect([...calls.outcomes.keys()]).toEqual(["200"]);
  await home?.restart();
  await expect.poll(async () => (await sharesOf(20, edge, nodes))[0]).toBe(1);
});

test("an upstream is told how long its reply is waited for, by the edge alone", async () => {
  const [node] = await startNodes(1);
  const edge = await startEdgeTo({ urls: [node?.url] }, { timeoutMs: 4_000 });
  await fetch(`${edge.url}/x`, { headers: { "fairway-timeout-ms": "99" } });
  const timeoutMs = Number((await node?.seen())?.timeoutMs);
  expect(timeoutMs).toBeGreaterThan(3_000);
  expect(timeoutMs).toBeLessThanOrEqual(4_000);
});

test("an upstream whose only node refuses everything is asked less, and is asked again when it is well", async () => {
  const [node] = await startNodes(1);
  const edge = await startEdgeTo({ urls: [node?.url] }, { retry: { attempts: 1 } });
  await node?.be({ status: 503 });
  const calls = callers(edge.url);
  await expect.poll(() => calls.outcomes.get("503") ?? 0).toBeGreaterThan(1_000);
  const { requests = 0 } = (await node?.seen()) ?? {};
  expect(requests).toBeLessThan((calls.outcomes.get("503") ?? 0) / 2);
  await node?.be({});
  await expect.poll(() => calls.good).toBeGreaterThan(500);
  const refused = calls.outcomes.get("503");
  const good = calls.good;
  await expect.poll(() => calls.good - good).toBeGreaterThan(500);
  await calls.leave();
  expect(calls.outcomes.get("503")).toBe(refused);
});

test("operators see how each node fares, and nobody else does", async () => {
  const nodes = await startNodes(3);
  const [victim] = nodes;
  const opsToken = "a-token-of-operators-alone";
  const edge = await startEdgeTo({ urls: nodes.map(({ url }) => url) }, {}, { OPS_TOKEN: opsToken });
  const ask = (authorization: string, method = "GET") =>
    fetch(`${edge.url}/ops/upstreams`, { method, headers: { authorization } });
  expect((await ask("Bearer of-nothing-that-is-known")).status).toBe(401);
  expect((await ask(`Bearer ${opsToken}`, "DELETE")).status).toBe(405);
  await sharesOf(20, edge, nodes);
  const known = async () => {
    const { upstreams } = (await (await ask(`Bearer ${opsToken}`)).json()) as {
      upstreams: { main: { inFlight: number; nodes: { address: string; available: boolean; out?: string }[] } };
    };
    return upstreams.main;
  };
  expect(await known()).toMatchObject({
    inFlight: 0,
    nodes: nodes.map(({ url }) => ({ address: url, available: true })),
  });
  await victim?.kill();
  const calls = callers(edge.url);
  await expect.poll(async () => (await known()).nodes[0]).toMatchObject({ available: false, out: "ejected" });
  await calls.leave();
});
