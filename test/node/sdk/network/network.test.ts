import { createServer, type Server } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createClient, wayOf } from "../../../../sdk/client.ts";
import { type Clock, platformClock } from "../../../../sdk/network/clock.ts";
import { type AppNetwork, createNetwork, type Exchange, type NetworkOptions } from "../../../../sdk/network/network.ts";
import { nodeConnector } from "../../../../sdk/node/node.ts";
import { scriptedEdge } from "../scripted-edge.ts";
import { ACCOUNT, at, echo, type Handler, SECRETS, startResolver, startWorld, type World } from "./world.ts";

const stops: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function edge(addresses: number, handler?: Handler, host?: string): Promise<World> {
  const world = await startWorld(addresses, handler, host);
  stops.push(() => world.stop());
  return world;
}

interface Phone {
  readonly network: AppNetwork;
  readonly client: ReturnType<typeof createClient>;
  readonly exchanges: Exchange[];
}

/** Doubts nothing because this machine is busy: for what is about numbers of connections. */
const patient: Clock = { ...platformClock, after: (ms, ring) => platformClock.after(ms * 30, ring) };

/** An app whose resolver gives the addresses in their order. */
async function phone(world: World, ips?: readonly string[], options: Partial<NetworkOptions> = {}): Promise<Phone> {
  const resolver = await startResolver({ answer: at(ips ?? world.gates.map(({ host }) => host)) });
  stops.push(() => resolver.stop());
  const network = createNetwork({
    edges: [world.url],
    connector: nodeConnector({
      ca: world.ca,
      lookup: (name, _, callback) => callback(new Error(`${name}: no DNS`), ""),
    }),
    resolver: { account: ACCOUNT, ...SECRETS, servers: [resolver.server] },
    ...options,
  });
  stops.push(() => network.close());
  const exchanges: Exchange[] = [];
  network.listen((exchange) => exchanges.push(exchange));
  return { network, exchanges, client: createClient({ baseUrl: network.edges[0] ?? "", network }) };
}

const [first, second, third] = [0, 1, 2].map((index) => (world: World) => {
  const gate = world.gates[index];
  if (gate === undefined) throw new Error(`the world has no address ${index}`);
  return gate;
}) as [
  (world: World) => World["gates"][number],
  (world: World) => World["gates"][number],
  (world: World) => World["gates"][number],
];

describe("a call", () => {
  test("goes to the address that the resolver gave, and asks for the edge by its name", async () => {
    const world = await edge(1);
    const { client, exchanges } = await phone(world, undefined, { clock: patient });
    const reply = await client.fetch("/a?b=1");
    const address = `${first(world).host}:${world.port}`;
    expect(world.seen).toEqual([`GET edge.example:${world.port} /a?b=1 @${first(world).host}`]);
    expect(wayOf(reply)).toEqual({ found: "httpdns", edge: world.url, address, attempts: 1, moved: false });
    expect(exchanges).toHaveLength(1);
    expect(exchanges[0]).toMatchObject({ method: "GET", target: "/a?b=1", outcome: "answered", status: 200 });
    const { dnsMs, connectMs, tlsMs, firstByteMs, totalMs = 0, bytesIn, bytesOut } = exchanges[0] as Exchange;
    for (const part of [dnsMs, connectMs, tlsMs, firstByteMs]) expect(part).toBeGreaterThan(0);
    expect((dnsMs ?? 0) + (connectMs ?? 0) + (tlsMs ?? 0) + (firstByteMs ?? 0)).toBeLessThanOrEqual(totalMs + 1);
    expect(bytesIn).toBeGreaterThan(100);
    expect(bytesOut).toBeGreaterThan(50);
  });

  test("uses the connection of the one before, and says that it made none", async () => {
    const world = await edge(1);
    const { client, exchanges } = await phone(world, undefined, { clock: patient });
    await client.fetch("/1");
    await client.fetch("/2");
    expect(first(world).accepted).toBe(1);
    expect(exchanges[1]).not.toHaveProperty("connectMs");
  });

  test("that many make at once waits for a connection, of which there are few", async () => {
    const world = await edge(1);
    const { client } = await phone(world, undefined, { clock: patient });
    const paths = Array.from({ length: 60 }, (_, index) => `/${index}`);
    const replies = await Promise.all(paths.map((path) => client.fetch(path, { urgent: true })));
    expect(replies.map((reply) => (reply.json() as { url: string }).url)).toEqual(paths);
    expect(first(world).accepted).toBeLessThanOrEqual(6);
  });

  test("that cannot be repeated goes on no connection of which nothing was heard for long, however many there are", async () => {
    const together = Promise.withResolvers<void>();
    const world = await edge(1, async (request, response) => {
      if (world.seen.length === 6) together.resolve();
      await together.promise;
      echo(request, response);
    });
    let skippedMs = 0;
    const clock: Clock = { ...patient, ticks: () => platformClock.ticks() + skippedMs };
    const { client } = await phone(world, undefined, { clock });
    await Promise.all([1, 2, 3, 4, 5, 6].map((call) => client.fetch(`/${call}`, { urgent: true })));
    expect(first(world).accepted).toBe(6);
    skippedMs += 20_000;
    await client.fetch("/pay", { method: "POST" });
    expect(first(world).accepted).toBe(7);
    await client.fetch("/again", { method: "POST" });
    expect(first(world).accepted).toBe(7);
    skippedMs += 60_000;
    await client.fetch("/");
    expect(first(world).accepted).toBe(8);
  });

  test("finds the edge where the resolver's first address refuses, and where it swallows what it is sent", async () => {
    const world = await edge(3);
    await first(world).close();
    second(world).setSilent(true);
    const { client } = await phone(world);
    expect(wayOf(await client.fetch("/"))).toMatchObject({
      address: `${third(world).host}:${world.port}`,
      attempts: 1,
    });
  });

  test("is never given to a stranger at the edge's address", async () => {
    const [world, stranger] = [await edge(1), await edge(1)]; // Each has a certificate of its own for the same name.
    const ips = [first(stranger).host];
    const { client } = await phone(world, ips, { edges: [`https://edge.example:${stranger.port}`] });
    await expect(client.fetch("/secret", { timeoutMs: 1_000 })).rejects.toMatchObject({ code: "deadline_exceeded" });
    expect(stranger.seen).toEqual([]);
    expect(first(stranger).accepted).toBeGreaterThan(0);
  });

  test("goes to another edge when all addresses of the first are dead", async () => {
    const [dead, alive] = [await edge(1), await edge(1, echo, "edge-b.example")];
    await first(dead).close();
    const resolver = await startResolver({
      answer: (name) => at([name === "edge.example" ? first(dead).host : first(alive).host])(name),
    });
    stops.push(() => resolver.stop());
    const { client } = await phone(dead, [], {
      edges: [dead.url, alive.url],
      connector: nodeConnector({ ca: [dead.ca, alive.ca] }),
      resolver: { account: ACCOUNT, ...SECRETS, servers: [resolver.server] },
    });
    expect(wayOf(await client.fetch("/"))).toMatchObject({ edge: alive.url });
    expect(alive.seen).toEqual([`GET edge-b.example:${alive.port} / @${first(alive).host}`]);
    expect(resolver.asked).toEqual([["edge.example", "edge-b.example"]]);
  });

  test("takes the system's DNS where no resolver answers", async () => {
    const world = await edge(1);
    const silent = await startResolver({ answer: at([]), silent: () => true });
    stops.push(() => silent.stop());
    const { client } = await phone(world, [], {
      resolver: { account: ACCOUNT, ...SECRETS, servers: [silent.server] },
      connector: nodeConnector({
        ca: world.ca,
        lookup: (_, options, callback) => {
          const address = first(world).host;
          if (options.all) callback(null, [{ address, family: 4 }]);
          else callback(null, address, 4);
        },
      }),
    });
    const way = wayOf(await client.fetch("/"));
    expect(way).toMatchObject({ found: "system", attempts: 1 });
    expect(way).not.toHaveProperty("address");
  });
});

describe("a connection that dies", () => {
  test("amid requests that may be repeated costs none of them", async () => {
    const world = await edge(1, (request, response) => {
      // The first three requests take their connection with them, one before its reply and two within.
      if (world.seen.length > 3) return echo(request, response);
      if (world.seen.length > 1) response.writeHead(200, { "content-length": "100" }).write("half");
      setTimeout(() => request.socket.destroy(), 5);
    });
    const { client } = await phone(world);
    const reply = await client.fetch("/a");
    expect(reply.json()).toEqual({ url: "/a" });
    expect(wayOf(reply)?.moved).toBe(true);
    expect(world.seen.length).toBeGreaterThanOrEqual(4);
  });

  test.each(["PUT", "DELETE"])("is left by a %s", async (method) => {
    const world = await edge(1, (request, response) => {
      if (world.seen.length > 1) echo(request, response);
      else request.socket.destroy();
    });
    const { client } = await phone(world);
    expect((await client.fetch("/a", { method })).status).toBe(200);
    expect(world.seen.length).toBeGreaterThanOrEqual(2);
  });

  test("is not left by a POST, which may have been done; but by one that says it may", async () => {
    const world = await edge(1, (request, response) => {
      if (request.url === "/ok" || world.seen.length > 3) echo(request, response);
      else request.socket.destroy();
    });
    const { client, exchanges } = await phone(world, undefined, { clock: patient });
    await client.fetch("/ok");
    const fault = await client.fetch("/pay", { method: "POST" }).catch((thrown: unknown) => thrown);
    expect(fault).toMatchObject({ code: "unavailable" });
    expect(wayOf(fault)).toMatchObject({ attempts: 1, moved: false });
    expect(exchanges.at(-1)).toMatchObject({ outcome: "lost", target: "/pay" });
    expect(world.seen.filter((line) => line.includes("/pay"))).toHaveLength(1);
    expect((await client.fetch("/again", { method: "POST", idempotent: true })).status).toBe(200);
    expect(world.seen.filter((line) => line.includes("/again"))).toHaveLength(2);
  });

  test("without a word is noticed, left, and not used again", async () => {
    const world = await edge(2);
    const { client } = await phone(world);
    for (let call = 0; call < 10; call++) await client.fetch(`/${call}`);
    first(world).setSilent(true);
    const reply = await client.fetch("/moved");
    const alive = `${second(world).host}:${world.port}`;
    expect(wayOf(reply)).toMatchObject({ address: alive, moved: true });
    for (let call = 0; call < 5; call++) expect(wayOf(await client.fetch(`/${call}`))?.address).toBe(alive);
    expect(world.seen.filter((line) => line.endsWith(first(world).host))).toHaveLength(10);
  });

  test("is told from a server that only takes its time: its answer is taken when it comes", async () => {
    let slow = 0;
    const world = await edge(1, (request, response) => {
      if (request.url !== "/slow") return echo(request, response);
      slow++;
      setTimeout(() => echo(request, response), 1_200);
    });
    const { client } = await phone(world);
    for (let call = 0; call < 10; call++) await client.fetch(`/${call}`);
    expect((await client.fetch("/slow")).json()).toEqual({ url: "/slow" });
    expect(slow).toBeLessThanOrEqual(5);
    expect((await client.fetch("/after")).status).toBe(200);
  });

  test("breaks off a merged reply, of which what is missing is asked again", async () => {
    const broken = Promise.withResolvers<void>();
    const real = scriptedEdge(async ({ url }) => {
      if (url === "/late") await broken.promise;
      return { json: url };
    });
    let requests = 0;
    const network = createNetwork({
      edges: ["https://edge.example"],
      async fetch(url, init) {
        const response = await real.fetch(url, init);
        return requests++ === 0 ? brokenOff(response, broken.resolve) : response;
      },
    });
    stops.push(() => network.close());
    const client = createClient({ baseUrl: "https://edge.example", network });
    const [early, late] = await Promise.all([client.fetch("/early"), client.fetch("/late")]);
    expect([early.json(), late.json()]).toEqual(["/early", "/late"]);
    expect(real.seen.map(({ path, items }) => (items.length > 0 ? items.map(({ url }) => url) : path))).toEqual([
      ["/early", "/late"],
      "/late",
    ]);
    expect(wayOf(early)).toMatchObject({ attempts: 1 });
  });

  test("amid a merged reply is found out by a new connection, and what is missing is asked on another", async () => {
    let held = 0;
    const real = scriptedEdge(async ({ url, signal }) => {
      // The first time, one is not answered before its connection is.
      if (url === "/late" && held++ === 0) await new Promise((resolve) => signal.addEventListener("abort", resolve));
      return { json: url };
    });
    const world = await edge(2, overHttp(real.fetch));
    // Time goes by five times as fast: nobody waits for a dead address here.
    const quick: Clock = { ...platformClock, after: (ms, ring) => platformClock.after(ms / 5, ring) };
    const { client } = await phone(world, undefined, { clock: quick });
    const [early, late] = [client.fetch("/early"), client.fetch("/late")];
    const way = wayOf(await early);
    world.gates.find(({ host }) => way?.address?.startsWith(`${host}:`))?.setSilent(true);
    expect((await late).json()).toBe("/late");
    expect(wayOf(await late)?.address).not.toBe(way?.address);
  });
});

/** A `fetch` as a server: what is asked by HTTP is asked of it. */
function overHttp(fetch: ReturnType<typeof scriptedEdge>["fetch"]): Handler {
  return async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk as Uint8Array);
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
    const body = new Uint8Array(Buffer.concat(chunks));
    const reply = await fetch(`https://edge.example${request.url}`, {
      method: request.method ?? "GET",
      headers: Object.fromEntries(headers),
      ...(body.length > 0 && { body }),
    });
    response.writeHead(reply.status, Object.fromEntries(reply.headers));
    for await (const chunk of reply.body ?? []) response.write(chunk);
    response.end();
  };
}

/** The reply, whose connection dies when something of it was read. */
function brokenOff(response: Response, onBroken: () => void): Response {
  const reader = response.body?.getReader();
  let chunks = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value } = chunks++ === 0 ? await (reader as ReadableStreamDefaultReader<Uint8Array>).read() : {};
      if (value !== undefined) return controller.enqueue(value);
      controller.error(new TypeError("terminated"));
      onBroken();
    },
  });
  return new Response(body, response);
}

describe("a change of network", () => {
  test("takes what is under way along", async () => {
    let isHeld = true;
    const world = await edge(1, (request, response) => {
      if (request.url === "/long" && isHeld) isHeld = false;
      else echo(request, response);
    });
    const { client, network, exchanges } = await phone(world, undefined, { clock: patient });
    await client.fetch("/");
    const long = client.fetch("/long", { timeoutMs: 60_000 });
    await expect.poll(() => world.seen.length).toBe(2);
    network.networkChanged({ id: "mobile", type: "cellular" });
    expect(wayOf(await long)).toMatchObject({ attempts: 2, moved: true });
    await client.fetch("/next");
    expect(exchanges.map((exchange) => exchange.network.id)).toEqual(["", "", "mobile"]);
    expect(first(world).accepted).toBe(2);
  });

  test("asks the resolver anew, and remembers what each network had", async () => {
    const world = await edge(2);
    let ips = [first(world).host];
    const resolver = await startResolver({ answer: (name) => at(ips)(name) });
    stops.push(() => resolver.stop());
    const { client, network } = await phone(world, [], {
      resolver: { account: ACCOUNT, ...SECRETS, servers: [resolver.server] },
      network: { id: "wifi", type: "wifi" },
    });
    await client.fetch("/1");
    ips = [second(world).host];
    network.networkChanged({ id: "mobile", type: "cellular" });
    await expect.poll(() => resolver.asked.length).toBe(2);
    expect((await network.paths())[0]).toMatchObject({ address: second(world).host });
    network.networkChanged({ id: "wifi", type: "wifi" });
    expect((await network.paths())[0]).toMatchObject({ address: first(world).host });
    expect(resolver.asked).toHaveLength(2);
  });

  test("to and fro, told in whatever order, leaves the last as it is", async () => {
    const world = await edge(1);
    const { client, network, exchanges } = await phone(world);
    const calls = ["a", "b", "a", "none", "b", "a"].map((id) => {
      network.networkChanged({ id, type: id === "none" ? "none" : "wifi" });
      return client.fetch(`/${id}`, { timeoutMs: 5_000 }).catch((thrown: unknown) => thrown);
    });
    await Promise.all(calls);
    expect((await client.fetch("/last")).status).toBe(200);
    expect(exchanges.at(-1)?.network.id).toBe("a");
  });
});

describe("without a network", () => {
  test("calls fail at once, and say so", async () => {
    const world = await edge(1);
    const { client, network, exchanges } = await phone(world);
    network.online(false);
    const fault = await client.fetch("/").catch((thrown: unknown) => thrown);
    expect(fault).toMatchObject({ code: "unavailable", message: "there is no network" });
    expect(wayOf(fault)).toMatchObject({ attempts: 0 });
    expect(exchanges).toMatchObject([{ outcome: "offline" }]);
    network.online(true);
    expect((await client.fetch("/")).status).toBe(200);
  });

  test("calls wait for it, where the app wants that", async () => {
    const world = await edge(1);
    const { client, network } = await phone(world, undefined, { offline: "wait", network: { id: "", type: "none" } });
    const waiting = client.fetch("/waiting");
    await expect(client.fetch("/short", { timeoutMs: 50, urgent: true })).rejects.toMatchObject({
      code: "deadline_exceeded",
    });
    expect(world.seen).toEqual([]);
    network.networkChanged({ id: "wifi", type: "wifi" });
    expect((await waiting).status).toBe(200);
    expect(world.seen).toHaveLength(1);
  });

  test("that comes back without a word, calls find the edge by themselves", async () => {
    const world = await edge(1);
    await first(world).close();
    let lookups = 0;
    const lookup = (name: string, _: unknown, callback: (error: Error, address: string) => void) => {
      lookups++;
      callback(new Error(`${name}: no DNS`), "");
    };
    const { client } = await phone(world, undefined, { connector: nodeConnector({ ca: world.ca, lookup }) });
    const waiting = client.fetch("/");
    // The system's DNS is the last way, so all have failed twice by then.
    await expect.poll(() => lookups).toBeGreaterThan(1);
    await first(world).open();
    expect((await waiting).status).toBe(200);
  });

  test("more calls than the queue holds are refused", async () => {
    const world = await edge(1);
    const { client, exchanges } = await phone(world, undefined, { offline: "wait", network: { id: "", type: "none" } });
    const calls = Array.from({ length: 300 }, (_, index) =>
      client.fetch(`/${index}`, { urgent: true, timeoutMs: 300 }).catch((thrown: { code: string }) => thrown.code),
    );
    const outcomes = Map.groupBy(await Promise.all(calls), (code) => code);
    expect(outcomes.get("resource_exhausted")).toHaveLength(44);
    expect(outcomes.get("deadline_exceeded")).toHaveLength(256);
    expect(exchanges.filter(({ outcome }) => outcome === "refused")).toHaveLength(44);
  });
});

describe("the edge's list of its resolvers", () => {
  test("is asked over the proven connection, kept, and asked first at the next start", async () => {
    const world = await edge(1, (request, response) => {
      if (request.url !== `/${ACCOUNT}/ss`) return echo(request, response);
      const [host, port] = next.server.split(":");
      response.end(
        JSON.stringify({ service_ip: [host], service_ip_port: [port], service_ipv6: ["2001:db8::53", "x"] }),
      );
    });
    const next = await startResolver({ answer: at([first(world).host]) });
    stops.push(() => next.stop());
    let text: string | undefined;
    const store = {
      get: () => text,
      set: (given: string) => {
        text = given;
      },
    };
    const quick: Clock = { ...platformClock, after: (ms, ring) => platformClock.after(ms === 3_000 ? 0 : ms, ring) };
    const { client } = await phone(world, undefined, { store, clock: quick });
    await client.fetch("/");
    await expect.poll(() => JSON.parse(text ?? "{}").servers).toEqual(["[2001:db8::53]", next.server]);

    text = text?.replace("[2001:db8::53]", "::x").replace(/"answers":\[.*\],"servers"/, '"answers":[],"servers"');
    const gone = await startResolver({ answer: at([]) });
    await gone.stop();
    const later = await phone(world, [], { store, resolver: { account: ACCOUNT, ...SECRETS, servers: [gone.server] } });
    expect(wayOf(await later.client.fetch("/"))?.found).toBe("httpdns");
    expect(next.asked).toEqual([["edge.example"]]);
  });
});

describe("an app's life", () => {
  test("a connection is ready before the first call, and idle ones end in the background", async () => {
    const world = await edge(1);
    const { client, network, exchanges } = await phone(world, undefined, { clock: patient });
    const heard: unknown[] = [];
    network.watch((event) => heard.push(event));
    network.warm();
    await expect.poll(() => first(world).accepted).toBe(1);
    await client.fetch("/");
    expect(first(world).accepted).toBe(1);
    expect(exchanges[0]?.connectMs).toBeGreaterThan(0);
    network.appState("background");
    network.appState("active");
    await expect.poll(() => first(world).accepted).toBe(2);
    expect(heard).toEqual([
      { type: "app", state: "background" },
      { type: "app", state: "active" },
    ]);
  });

  test("names are resolved ahead, together with the edge's", async () => {
    const world = await edge(1);
    const resolver = await startResolver({ answer: at(["192.0.2.7"]) });
    stops.push(() => resolver.stop());
    const { network } = await phone(world, [], {
      resolver: { account: ACCOUNT, ...SECRETS, servers: [resolver.server] },
    });
    const found = await network.resolve(["CDN.example", "bücher.example", "no name", "192.0.2.1"]);
    expect([...found]).toEqual([
      ["CDN.example", ["192.0.2.7"]],
      ["bücher.example", ["192.0.2.7"]],
      ["no name", []],
      ["192.0.2.1", []],
    ]);
    expect(resolver.asked.flat().sort()).toEqual(["cdn.example", "edge.example", "xn--bcher-kva.example"]);
  });

  test("a network that is closed sends nothing more", async () => {
    const world = await edge(1);
    const { client, network } = await phone(world);
    await client.fetch("/");
    network.close();
    await expect(client.fetch("/")).rejects.toMatchObject({ code: "canceled" });
  });

  test("a call that nobody waits for any more ends its request", async () => {
    const world = await edge(1, () => {});
    const { client, exchanges } = await phone(world);
    const controller = new AbortController();
    const call = client.fetch("/", { signal: controller.signal });
    await expect.poll(() => world.seen.length).toBe(1);
    controller.abort();
    const fault = await call.catch((thrown: unknown) => thrown);
    expect(fault).toMatchObject({ code: "canceled" });
    expect(wayOf(fault)).toMatchObject({ found: "httpdns", edge: world.url });
    expect(exchanges).toMatchObject([{ outcome: "canceled" }]);
  });

  test("a call that takes too long tells on which way", async () => {
    const world = await edge(1, () => {});
    const { client } = await phone(world, undefined, { clock: patient });
    const fault = await client.fetch("/", { timeoutMs: 500 }).catch((thrown: unknown) => thrown);
    expect(fault).toMatchObject({ code: "deadline_exceeded" });
    expect(wayOf(fault)).toMatchObject({ found: "httpdns", edge: world.url, attempts: 1 });
  });
});

describe("the domain way", () => {
  test("moves to the next edge's name, asks no resolver, and says that the system found it", async () => {
    const asked: string[] = [];
    const fetch = async (url: string) => {
      asked.push(new URL(url).host);
      if (url.startsWith("https://edge-a")) throw new TypeError("fetch failed");
      return Response.json("ok");
    };
    const network = createNetwork({
      edges: ["https://edge-a.example", "https://edge-b.example"],
      fetch,
      resolver: { account: ACCOUNT, ...SECRETS, servers: ["192.0.2.53"] },
    });
    stops.push(() => network.close());
    const client = createClient({ baseUrl: "https://edge-a.example", network });
    const reply = await client.fetch("/");
    expect(wayOf(reply)).toEqual({ found: "system", edge: "https://edge-b.example", attempts: 2, moved: true });
    expect(wayOf(await client.fetch("/"))).toMatchObject({ edge: "https://edge-b.example", attempts: 1 });
    expect(asked).toEqual(["edge-a.example", "edge-b.example", "edge-b.example"]);
  });

  test("goes on with other calls while one takes its time", async () => {
    const slow = Promise.withResolvers<void>();
    let requests = 0;
    const fetch = async (url: string) => {
      requests++;
      if (url.endsWith("/slow")) await slow.promise;
      return Response.json(url);
    };
    // Time goes by a hundred times as fast, so that the slow one is in doubt at once.
    const quick: Clock = { ...platformClock, after: (ms, ring) => platformClock.after(ms / 100, ring) };
    const network = createNetwork({ edges: ["https://edge.example"], fetch, clock: quick });
    stops.push(() => network.close());
    const client = createClient({ baseUrl: "https://edge.example", network, merge: { itemsMax: 1 } });
    const held = client.fetch("/slow", { method: "POST" });
    for (let call = 0; call < 30; call++) expect((await client.fetch(`/${call}`)).status).toBe(200);
    slow.resolve();
    expect((await held).status).toBe(200);
    expect(requests).toBeLessThan(50);
  });

  test("does not ask again and again where nobody can be reached", async () => {
    const atMs: number[] = [];
    const fetch = async () => {
      atMs.push(performance.now());
      throw new TypeError("fetch failed");
    };
    const network = createNetwork({ edges: ["https://edge.example"], fetch });
    stops.push(() => network.close());
    const client = createClient({ baseUrl: "https://edge.example", network, retry: { attemptsMax: 1 } });
    await expect(client.fetch("/")).rejects.toMatchObject({ code: "unavailable" });
    expect(atMs).toHaveLength(5);
    // At least half of 200, 400 and 800 ms, after a first move at once.
    expect((atMs[4] ?? 0) - (atMs[1] ?? 0)).toBeGreaterThanOrEqual(690);
  });

  test("reads a body of the size that the client takes, and no more", async () => {
    const fetch = async () => new Response("x".repeat(2_000));
    const network = createNetwork({ edges: ["https://edge.example"], fetch });
    stops.push(() => network.close());
    const client = createClient({ baseUrl: "https://edge.example", network, replyBytesMax: 1_000 });
    await expect(client.fetch("/")).rejects.toMatchObject({ code: "resource_exhausted" });
  });
});

describe("a server that accepts nobody", () => {
  let full: Server;
  beforeEach(async () => {
    // Connections wait in its backlog, and nobody ever speaks.
    full = createServer({ pauseOnConnect: true }, () => {});
    stops.push(() => full.close());
  });

  test("costs a quarter of a second, once", async () => {
    const world = await edge(1);
    const host = first(world).host.replace(/\.1$/, ".77");
    await new Promise<void>((resolve) => full.listen(world.port, host, resolve));
    const { client } = await phone(world, [host, first(world).host]);
    const way = wayOf(await client.fetch("/"));
    expect(way?.address).toBe(`${first(world).host}:${world.port}`);
  });
});

describe("options", () => {
  test.each([
    [[]],
    [["edge.example"]],
    [["https://edge.example/path"]],
    [["ftp://edge.example"]],
    [Array(9).fill("https://edge.example")],
  ])("with edges %j are refused", (edges) => {
    expect(() => createNetwork({ edges })).toThrow(TypeError);
  });

  test("of a client for another edge than its network's are refused", () => {
    const network = createNetwork({ edges: ["https://edge.example"], fetch: async () => Response.json(1) });
    expect(() => createClient({ baseUrl: "https://other.example", network })).toThrow("first edge");
    expect(() => createClient({ baseUrl: "https://edge.example.evil.example", network })).toThrow("first edge");
    expect(() =>
      createClient({ baseUrl: "https://edge.example", network, fetch: async () => Response.json(1) }),
    ).toThrow("either");
    createClient({ baseUrl: "https://edge.example/v1/", network }).close();
  });
});
