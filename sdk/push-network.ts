/**
 * Push on the network of the client's calls: what the app tells the network, push hears too, and its requests (streams over HTTP, and what
 * goes up beside them) take the network's way.
 * @module
 */
import type { LifeEvent, Network } from "./network/exchange.ts";

export type PushNetwork = Pick<Network, "edges" | "send" | "watch">;

/** What of an app's life push acts upon. */
export interface Life {
  foreground(): void;
  background(): void;
  networkChanged(isOnline: boolean): void;
}

/** Of what goes up beside a stream: an acknowledgement at most. */
const REPLY_BYTES_MAX = 65_536;
const TEXT = new TextEncoder();

/**
 * Hands on what changes, and not what is only said again: each change costs a connection.
 * @returns ends it
 */
export function followLife(network: Pick<PushNetwork, "watch">, life: Life): () => void {
  let where: string | undefined;
  let isOnline = true;
  const online = (now: boolean, isElsewhere: boolean) => {
    if (now === isOnline && !isElsewhere) return;
    isOnline = now;
    life.networkChanged(now);
  };
  return network.watch((event: LifeEvent) => {
    if (event.type === "app") {
      if (event.state === "active") life.foreground();
      else life.background();
    } else if (event.type === "online") {
      online(event.isOnline, false);
    } else {
      const { id, type } = event.state;
      const isElsewhere = type !== "none" && where !== `${type} ${id}`;
      if (type !== "none") where = `${type} ${id}`;
      online(type !== "none", isElsewhere);
    }
  });
}

interface StreamInit {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly signal?: AbortSignal;
}

/**
 * `fetch` as Centrifugo's client uses it.
 * @param isStream by its URL, whether the reply has no end; of others nobody reads the body
 */
export function networkFetch(network: Pick<PushNetwork, "send">, isStream: (url: string) => boolean) {
  return (url: string, { method = "GET", headers = {}, body, signal }: StreamInit = {}): Promise<Response> => {
    const streamed = isStream(url);
    return network.send(url, {
      method,
      headers: { ...headers },
      ...(body !== undefined && { body: typeof body === "string" ? TEXT.encode(body) : body }),
      ...(signal && { signal }),
      // A command that is sent twice is done twice; Centrifugo's client knows what is still to be done.
      idempotent: false,
      streamed,
      bytesMax: streamed ? Number.POSITIVE_INFINITY : REPLY_BYTES_MAX,
    });
  };
}
