/**
 * Where clients of goim and gopush are told to connect.
 * @module
 */
import type { Client } from "../route/call.ts";
import type { GoimNodes } from "./goim-settings.ts";

/** goim's own, in seconds: what its clients do in between, and after a failure. */
const HEARTBEAT = { heartbeat: 240, heartbeat_max: 2 } as const;
const BACKOFF = { max_delay: 300, base_delay: 3, factor: 1.8, jitter: 0.3 } as const;
const HTTP_PORT = 80;
const HTTPS_PORT = 443;

export interface Places {
  readonly domain: string;
  readonly tcpPort: number;
  readonly wsPort: number;
  readonly wssPort: number;
  readonly nodes: readonly string[];
}

/** What is not configured is the host that the client asked. */
export function placesOf({ domain, nodes, tcpPort, wsPort, wssPort }: GoimNodes, { host, proto }: Client): Places {
  const at = /:(\d+)$/.exec(host);
  const asked = at === null ? host : host.slice(0, at.index);
  const askedPort = at === null ? undefined : Number(at[1]);
  const here = domain ?? asked;
  return {
    domain: here,
    tcpPort,
    wsPort: wsPort ?? (proto === "http" ? (askedPort ?? HTTP_PORT) : HTTP_PORT),
    wssPort: wssPort ?? (proto === "https" ? (askedPort ?? HTTPS_PORT) : HTTPS_PORT),
    nodes: nodes ?? [here],
  };
}

export function weighted({ domain, tcpPort, wsPort, wssPort, nodes }: Places) {
  return {
    domain,
    tcp_port: tcpPort,
    ws_port: wsPort,
    wss_port: wssPort,
    heartbeat: HEARTBEAT.heartbeat,
    nodes,
    backoff: BACKOFF,
    heartbeat_max: HEARTBEAT.heartbeat_max,
  };
}

/** As goim's discovery describes its gateways. */
export function instances({ tcpPort, wsPort, nodes }: Places) {
  return nodes.map((hostname) => ({
    region: "",
    zone: "",
    env: "",
    appid: "goim.comet",
    hostname,
    addrs: [...(tcpPort === 0 ? [] : [`tcp://${hostname}:${tcpPort}`]), `ws://${hostname}:${wsPort}`],
    version: "",
    last_ts: 0,
    metadata: {},
  }));
}
