/**
 * How a platform makes a connection. Node's can be told the address ({@link ../node/node.ts}); what has nothing but `fetch` connects by
 * name, and keeps its connections to itself.
 * @module
 */
import type { Fetch } from "../transport.ts";
import type { Path } from "./path.ts";

export interface Connector {
  /** Whether a path's address is heeded. Where it is not, nobody is asked for one. */
  readonly takesAddress: boolean;
  /**
   * @param signal ends the attempt, which must then reject soon
   * @throws whatever, where there is no connection; of TLS, where who is there is not the edge
   */
  connect(path: Path, signal: AbortSignal): Promise<Connection>;
}

export interface Connection {
  /** To send one request over, with the url's host as `Host`; called again only within {@link requestsMax}. */
  readonly fetch: Fetch;
  /** At once: 1 of HTTP/1.1. */
  readonly requestsMax: number;
  readonly connectMs?: number;
  readonly tlsMs?: number;
  /** All that went over it so far, both ways. */
  bytes?(): { readonly in: number; readonly out: number };
  /** Calls back once, when it can be used no more; at once, where that is so. */
  onClose(listener: () => void): void;
  close(): void;
}

/** HTTP/2 servers allow a hundred (RFC 9113 §6.5.2); a browser queues what is beyond its six of HTTP/1.1. */
const REQUESTS_MAX = 100;

/** The domain way: browsers, React Native, and whoever gives a `fetch`. */
export function fetchConnector(fetch: Fetch): Connector {
  return {
    takesAddress: false,
    async connect() {
      return { fetch, requestsMax: REQUESTS_MAX, onClose: () => {}, close: () => {} };
    },
  };
}
