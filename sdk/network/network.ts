/**
 * The way to the edge on any network: its addresses from the edge's own resolvers rather than the network's DNS, the fastest of them by a
 * race, and requests that leave a connection which has died. An entry point of its own; an app without it uses the platform's `fetch`.
 *
 *     const network = createNetwork({
 *       edges: ["https://edge.example", "https://edge-b.example"],
 *       connector: nodeConnector(),
 *       resolver: { account: "app-1", secret, aes, servers: ["203.0.113.1", "[2001:db8::1]"] },
 *       store,
 *     });
 *     const client = createClient({ baseUrl: "https://edge.example", network });
 *     network.networkChanged({ id: "wifi-7f3a", type: "wifi" });
 *
 * Who is at an address is told by TLS, to which the edge keeps its name. So a forged answer costs a moment and betrays nothing.
 * @module
 */
import { Fault } from "../../proto/fault.ts";
import { tellAll } from "../listeners.ts";
import type { Fetch } from "../transport.ts";
import { withWay } from "../way.ts";
import { costsOf, outcomeOf, wayOfDelivery } from "./account.ts";
import { type AddressStore, STALE_MS_MAX } from "./answers.ts";
import { type Clock, platformClock } from "./clock.ts";
import { type Connector, fetchConnector } from "./connector.ts";
import { type DeliverDeps, Delivery } from "./deliver.ts";
import type { AppState, Exchange, LifeEvent, Network, NetworkState } from "./exchange.ts";
import { Lanes } from "./lanes.ts";
import { Lookup } from "./lookup.ts";
import { Pace } from "./pace.ts";
import { isAddressHost, type Path } from "./path.ts";
import { Ranking } from "./ranking.ts";
import { createResolver, type ResolverOptions } from "./resolver.ts";

export type { AddressStore } from "./answers.ts";
export { type Clock, platformClock } from "./clock.ts";
export type { Connection, Connector } from "./connector.ts";
export type {
  AppState,
  Exchange,
  Found,
  LifeEvent,
  Network,
  NetworkRequest,
  NetworkState,
  NetworkType,
  Outcome,
  Way,
} from "./exchange.ts";
export type { Path } from "./path.ts";
export { race } from "./race.ts";
export type { ResolverOptions } from "./resolver.ts";

export interface NetworkOptions {
  /** Schemes, hosts and ports of edges that serve the same. The first is that of the client's `baseUrl`, and preferred where all are alike. */
  readonly edges: readonly string[];
  /** `nodeConnector()`; without one the platform's `fetch` connects by name, and {@link resolver} has nothing to do. */
  readonly connector?: Connector;
  /** In place of `globalThis.fetch`, where there is no connector. */
  readonly fetch?: Fetch;
  readonly resolver?: ResolverOptions;
  /** In memory by default, so that the next start of the app begins with a question. */
  readonly store?: AddressStore;
  /** What a store throws; everything goes on without it. */
  readonly onStoreFailed?: (cause: unknown) => void;
  /** How long past their TTL addresses are of use, when no resolver answers: a day by default, and at most. */
  readonly staleMsMax?: number;
  /** Where the device is when the app starts. */
  readonly network?: NetworkState;
  /** What becomes of calls while there is no network: they `fail` at once, or `wait` for one until their deadline. */
  readonly offline?: "fail" | "wait";
  readonly clock?: Clock;
}

export interface AppNetwork extends Network {
  /** The device is in another network: connections are made anew, by what is known of that one. */
  networkChanged(state: NetworkState): void;
  /** Whether there is a network at all, where the platform says only that. */
  online(isOnline: boolean): void;
  /** In the background nothing is asked ahead and no idle connection is kept; `active` makes one ready. */
  appState(state: AppState): void;
  /** Addresses of names that the app will need, asked together and kept fresh: never rejects. What is no name has none. */
  resolve(names: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Makes a connection ready before the first call. */
  warm(): void;
  /** Where a connection of one's own would go, best first. */
  paths(): Promise<readonly Path[]>;
  /** Calls off what is under way. */
  close(): void;
}

const UNKNOWN: NetworkState = { id: "", type: "other" };
/** Enough for an app with edges in several regions. */
const EDGES_MAX = 8;
const SERVERS_AFTER_MS = 3_000;
const SERVERS_BYTES_MAX = 4_096;

/** @throws TypeError for options that make no sense */
export function createNetwork(options: NetworkOptions): AppNetwork {
  const edges = checkedEdges(options.edges);
  const { clock = platformClock, offline = "fail", resolver } = options;
  const connector = options.connector ?? fetchConnector(options.fetch ?? ((url, init) => globalThis.fetch(url, init)));
  const exchanges = new Set<(exchange: Exchange) => void>();
  const lives = new Set<(event: LifeEvent) => void>();
  const leavers = new Set<() => void>();
  const ranking = new Ranking(clock);
  const pace = new Pace();
  const lookup = new Lookup({
    clock,
    ask: resolver !== undefined && connector.takesAddress ? createResolver(resolver, clock) : undefined,
    servers: resolver?.servers ?? [],
    store: options.store,
    staleMs: Math.min(options.staleMsMax ?? STALE_MS_MAX, STALE_MS_MAX),
    onStoreFailed: options.onStoreFailed ?? (() => {}),
  });
  const lanes = new Lanes({ connector, ranking, clock, paths: findPaths, onConnected });
  let state = options.network ?? UNKNOWN;
  let isOnline = state.type !== "none";
  let hasServers = false;

  const hosts = edges.map((edge) => new URL(edge).hostname).filter((host) => !isAddressHost(host));
  lookup.add(hosts);
  ranking.enter(state.id);
  lookup.enter(state.id);
  if (!isOnline) lanes.down(undefined);

  async function findPaths(): Promise<Path[]> {
    const found = await Promise.all(
      edges.map(async (edge): Promise<Path[]> => {
        const { hostname } = new URL(edge);
        const known = isAddressHost(hostname) ? undefined : await lookup.find(hostname);
        const byAddress = known?.ips.map((address) => ({ edge, address, found: known.found })) ?? [];
        return [...byAddress, { edge, found: "system" }];
      }),
    );
    return found.flat();
  }

  /** The edge's own list of its resolvers, over a connection that TLS has proven, when the app has had its first answers. */
  function onConnected(): void {
    if (hasServers || resolver === undefined || !connector.takesAddress) return;
    if (!edges.every((edge) => edge.startsWith("https:"))) return;
    hasServers = true;
    clock.after(SERVERS_AFTER_MS, () => {
      const ask = { method: "GET", headers: {}, idempotent: true, streamed: false, bytesMax: SERVERS_BYTES_MAX };
      new Delivery(`/${encodeURIComponent(resolver.account)}/ss`, ask, deps)
        .start()
        .then(async (response) => {
          if (response.ok) lookup.learnServers(serversIn(await response.json()));
        })
        .catch(() => {}); // Those that are built in go on.
    });
  }

  const deps: DeliverDeps = {
    lanes,
    ranking,
    pace,
    clock,
    onLeft(listener) {
      leavers.add(listener);
      return () => leavers.delete(listener);
    },
    onOver: () => {},
  };

  function setOnline(now: boolean): void {
    if (now === isOnline) return;
    isOnline = now;
    if (now) renew();
    else lanes.down(offline === "fail" ? offlineFault() : undefined);
  }

  /** What was open is not any more, whatever the system says. */
  function renew(): void {
    lanes.up();
    lanes.renew();
    for (const leave of [...leavers]) leave();
  }

  return {
    edges,
    async send(url, request) {
      const { origin } = new URL(url);
      if (origin !== edges[0]) throw new TypeError(`${origin} is not the network's first edge, ${edges[0]}`);
      const target = url.slice(origin.length);
      const startedMs = clock.ticks();
      const network = state;
      const onOver = (over: Delivery, fault?: Fault) => {
        const outcome = outcomeOf(over, fault, isOnline);
        const totalMs = clock.ticks() - startedMs;
        const way = wayOfDelivery(over, origin);
        if (fault !== undefined) withWay(fault, way);
        // What the caller has given up for: its own deadline, say.
        if (request.signal?.aborted) withWay(request.signal.reason, way);
        tellAll(exchanges, { method: request.method, target, way, network, outcome, totalMs, ...costsOf(over) });
      };
      const delivery = new Delivery(target, request, { ...deps, onOver });
      if (!isOnline && offline === "fail") {
        const fault = offlineFault();
        onOver(delivery, fault);
        throw fault;
      }
      return withWay(await delivery.start(), wayOfDelivery(delivery, origin));
    },
    listen(listener) {
      exchanges.add(listener);
      return () => exchanges.delete(listener);
    },
    watch(listener) {
      lives.add(listener);
      return () => lives.delete(listener);
    },
    networkChanged(next) {
      const isOther = next.id !== state.id || next.type !== state.type;
      state = next;
      if (isOther && next.type !== "none") {
        ranking.enter(next.id);
        lookup.enter(next.id);
        pace.reset();
        hasServers = false;
        isOnline = true;
        renew();
      } else setOnline(next.type !== "none");
      tellAll(lives, { type: "network", state: next });
    },
    online(now) {
      setOnline(now);
      tellAll(lives, { type: "online", isOnline: now });
    },
    appState(next) {
      lookup.setAwake(next === "active");
      if (next === "active") lanes.warm();
      else lanes.rest();
      tellAll(lives, { type: "app", state: next });
    },
    async resolve(names) {
      const hosts = new Map(names.map((name) => [name, hostOf(name)]));
      lookup.add([...hosts.values()].filter((host) => host !== undefined));
      const found = [...hosts].map(async ([name, host]) => {
        return [name, host === undefined ? [] : (await lookup.find(host)).ips] as const;
      });
      return new Map(await Promise.all(found));
    },
    warm: () => lanes.warm(),
    async paths() {
      return ranking.rank(await findPaths());
    },
    close() {
      lookup.close();
      lanes.close();
    },
  };
}

/** As names are asked: lower case, A-labels. Undefined for what is no name. */
function hostOf(name: string): string | undefined {
  try {
    const { hostname } = new URL(`http://${name}`);
    return isAddressHost(hostname) ? undefined : hostname;
  } catch {
    return undefined;
  }
}

function offlineFault(): Fault {
  return new Fault("unavailable", "there is no network");
}

/** Aliyun's `/ss`: addresses, and their ports where these are not 80. */
function serversIn(document: unknown): string[] {
  const lists = (document ?? {}) as { readonly [name: string]: unknown };
  const list = (name: string): unknown[] => (Array.isArray(lists[name]) ? lists[name] : []);
  const at = (hosts: unknown[], ports: unknown[]) =>
    hosts.flatMap((host) => (ports.length === 0 ? [`${host}`] : ports.map((port) => `${host}:${port}`)));
  const six = list("service_ipv6").map((ip) => `[${ip}]`);
  return [...at(six, list("service_ipv6_port")), ...at(list("service_ip"), list("service_ip_port"))];
}

function checkedEdges(given: readonly string[]): string[] {
  const edges = given.map((edge) => edge.replace(/\/+$/, ""));
  const isEdge = (edge: string) => /^https?:\/\//.test(edge) && URL.canParse(edge) && new URL(edge).origin === edge;
  if (edges.length < 1 || edges.length > EDGES_MAX || !edges.every(isEdge)) {
    throw new TypeError(`edges are 1 to ${EDGES_MAX} URLs of scheme, host and port alone`);
  }
  return edges;
}
