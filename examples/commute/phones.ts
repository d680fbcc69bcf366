/** Two phones on the same way: one with Fairway's network, one with the platform's `fetch` and the network's DNS. @module */
import { Agent, fetch } from "undici";
import { createClient, wayOf } from "../../sdk/client.ts";
import { createNetwork, type NetworkState, type Way } from "../../sdk/network/network.ts";
import { nodeConnector } from "../../sdk/node/node.ts";
import type { World } from "./world.ts";

export interface Phone {
  /** One idempotent call. @returns the way it took, where the phone knows @throws whatever, where there is no answer */
  call(path: string): Promise<Way | undefined>;
  /** What the system tells its apps. */
  networkChanged(state: NetworkState): void;
  close(): Promise<void>;
}

/** Its user gives up then. */
const TIMEOUT_MS = 10_000;

export function fairwayPhone<N extends string>(world: World<N>, network: NetworkState): Phone {
  const roads = createNetwork({
    edges: world.edges,
    connector: nodeConnector({ ca: world.ca, lookup: world.lookup }),
    resolver: { ...world.account, servers: world.servers },
    network,
    offline: "wait",
  });
  const client = createClient({ baseUrl: world.edges[0], network: roads, timeoutMs: TIMEOUT_MS });
  return {
    async call(path) {
      const reply = await client.fetch(path);
      reply.json();
      return wayOf(reply);
    },
    networkChanged: (state) => roads.networkChanged(state),
    async close() {
      client.close();
      roads.close();
    },
  };
}

export function plainPhone<N extends string>(world: World<N>): Phone {
  const dispatcher = new Agent({ connect: { ca: world.ca, lookup: world.lookup }, allowH2: false });
  return {
    async call(path) {
      const response = await fetch(world.edges[0] + path, { dispatcher, signal: AbortSignal.timeout(TIMEOUT_MS) });
      if (!response.ok) throw new Error(`status ${response.status}`);
      await response.json();
      return undefined;
    },
    networkChanged: () => {}, // Nothing in it could use this.
    close: () => dispatcher.destroy(),
  };
}
