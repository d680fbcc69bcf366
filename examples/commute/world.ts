/**
 * What a phone meets on its way to work, on loopback: networks of different round trips, two edges with two addresses each, two resolvers,
 * and a DNS of the network's own that may lie. Only distances are made up: sockets, TLS and the resolvers' wire code are real.
 * @module
 */
import { once } from "node:events";
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createHttps } from "node:https";
import type { AddressInfo, LookupFunction, Server } from "node:net";
import { openRequest, sealReply, type V2Data, v2Keys } from "../../proto/httpdns/httpdns.ts";
import { type Address, type Gate, openGate } from "./gate.ts";

/** The distance of a network, as somebody emulates it. */
export interface Road {
  readonly rttMs: number;
  /** A port on loopback behind which `target` is so far away. */
  relay(target: Address): Promise<Address>;
  /** What a datagram there and back costs. */
  roundTrip(): Promise<void>;
}

export interface WorldOptions<Name extends string> {
  readonly roads: Readonly<Record<Name, Road>>;
  readonly first: NoInfer<Name>;
  /** Good for both {@link EDGE_HOSTS}; PEM. */
  readonly tls: { readonly key: string; readonly cert: string };
  /** Of whoever answers where the network's DNS lies. */
  readonly strangerTls: { readonly key: string; readonly cert: string };
  /** The part of what a phone sends whose connection is cut instead. */
  readonly cutPart: number;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

export interface World<Name extends string> {
  /** URLs of the edges. */
  readonly edges: readonly [string, string];
  readonly ca: string;
  readonly servers: readonly string[];
  readonly account: { readonly account: string; readonly secret: string; readonly aes: string };
  readonly rttMs: number;
  /** The DNS of the network in which the phone is. */
  readonly lookup: LookupFunction;
  /** The phone is in another network: nothing of what was open is carried any more. */
  enter(network: Name): void;
  /** Nothing is carried, in no network. */
  setTunnel(isTunnel: boolean): void;
  setResolversSilent(isSilent: boolean): void;
  setDnsLying(isLying: boolean): void;
  /** @param state `silent` as behind a dead router, `refusing` as a machine whose process died */
  setEdge(index: 0 | 1, state: "alive" | "silent" | "refusing"): Promise<void>;
  stop(): Promise<void>;
}

export const EDGE_HOSTS = ["edge-a.example", "edge-b.example"] as const;
/** Keys of an account that lives as long as the ride. */
const ACCOUNT = {
  account: "commute",
  secret: "5d41402abc4b2a76b9719d911017c592",
  aes: "7d793037a0760186574b0282f2f435e7",
};
const TTL_SECONDS = 60;
const ADDRESSES_OF_EDGE = 2;

export async function startWorld<Name extends string>(options: WorldOptions<Name>): Promise<World<Name>> {
  const { roads, tls, strangerTls, cutPart, random } = options;
  const names = Object.keys(roads) as Name[];
  const stops: (() => Promise<unknown> | unknown)[] = [];
  const subnet = `127.${100 + Math.floor(random() * 100)}.${Math.floor(random() * 250)}`;
  let network: Name = options.first;
  let isTunnel = false;
  let isLying = false;

  /** An address behind which the server is, as far away as the network has it. */
  async function place(server: Server, host: number, port: number, isCut: () => boolean): Promise<Gate> {
    if (!server.listening) {
      server.listen(0, "127.0.0.1");
      await once(server, "listening");
      stops.push(() => server.close());
    }
    const target = { host: "127.0.0.1", port: (server.address() as AddressInfo).port };
    const relays = Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, await roads[name].relay(target)] as const)),
    ) as Record<Name, Address>;
    const gate = await openGate({ address: `${subnet}.${host}`, port, target: () => relays[network], isCut });
    stops.push(() => gate.close());
    return gate;
  }

  const isCut = () => random() < cutPart;
  const never = () => false;
  const edges: Gate[][] = [];
  let port = 0;
  for (const [index] of EDGE_HOSTS.entries()) {
    const server = createHttps({ ...tls, keepAliveTimeout: 60_000 }, answer);
    const gates: Gate[] = [];
    for (let each = 0; each < ADDRESSES_OF_EDGE; each++) {
      const gate = await place(server, 10 * (index + 1) + each, port, isCut);
      port = gate.port;
      gates.push(gate);
    }
    edges.push(gates);
  }
  const stranger = await place(createHttps(strangerTls, answer), 99, port, never);
  const ipsOf = (host: string) =>
    edges[EDGE_HOSTS.indexOf(host as (typeof EDGE_HOSTS)[number])]?.map((gate) => gate.host);
  const resolver = await resolverServer(ipsOf);
  const resolvers = [await place(resolver, 53, 0, never), await place(resolver, 54, 0, never)];
  const all = [...edges.flat(), ...resolvers, stranger];

  const lookup: LookupFunction = (hostname, { all: isAll }, callback) => {
    const answerWith = async () => {
      await roads[network].roundTrip();
      const ips = isTunnel ? undefined : isLying ? [stranger.host] : ipsOf(hostname);
      const [first] = ips ?? [];
      if (ips === undefined || first === undefined) {
        callback(Object.assign(new Error(`${hostname}: no answer`), { code: "EAI_AGAIN" }), "", 4);
      } else if (isAll) {
        callback(
          null,
          ips.map((address) => ({ address, family: 4 })),
        );
      } else callback(null, first, 4);
    };
    void answerWith();
  };

  return {
    edges: [`https://${EDGE_HOSTS[0]}:${port}`, `https://${EDGE_HOSTS[1]}:${port}`],
    ca: tls.cert,
    servers: resolvers.map((gate) => `${gate.host}:${gate.port}`),
    account: ACCOUNT,
    get rttMs() {
      return roads[network].rttMs;
    },
    lookup,
    enter(next) {
      network = next;
      for (const gate of all) gate.abandon();
    },
    setTunnel(now) {
      isTunnel = now;
      for (const gate of all) gate.setSilent(now);
    },
    setResolversSilent(isSilent) {
      for (const gate of resolvers) gate.setSilent(isSilent);
    },
    setDnsLying(now) {
      isLying = now;
    },
    async setEdge(index, state) {
      for (const gate of edges[index] ?? []) {
        gate.setSilent(state === "silent");
        if (state === "refusing") await gate.close();
        else await gate.open();
      }
    },
    async stop() {
      for (const each of stops.splice(0).reverse()) await each();
    },
  };
}

/** A reply of some 600 bytes, as an API's. */
function answer(request: IncomingMessage, response: ServerResponse): void {
  request.resume();
  if (request.method !== "GET") {
    response.writeHead(405).end(); // No batches: each call is a request here, as with the plain phone.
    return;
  }
  const items = Array.from({ length: 12 }, (_, index) => ({ id: index, title: `${request.url} no. ${index}` }));
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ items }));
}

/** What an edge does at `/v2/d`, with its own wire code. */
async function resolverServer(ipsOf: (host: string) => readonly string[] | undefined): Promise<Server> {
  const keys = await v2Keys(ACCOUNT);
  return createHttp(async (request, response) => {
    const enc = new URL(request.url ?? "/", "http://resolver.invalid").searchParams.get("enc");
    const asked = await openRequest(enc ?? "", 2, keys);
    const answers = asked?.names.map((dn) => ({ dn, v4: { ips: ipsOf(dn) ?? [], ttl: TTL_SECONDS } })) ?? [];
    const data: V2Data = { answers, exp: Math.floor(Date.now() / 1000) + TTL_SECONDS };
    response.end(await sealReply(data, 2, keys, (length) => crypto.getRandomValues(new Uint8Array(length))));
  });
}
