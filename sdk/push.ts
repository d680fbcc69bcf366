/**
 * Push for an app: private messages and channels, each message once and in order, from where the app was when it last ran. An entry point of its own:
 * an app without push does not pay for it.
 *
 *     const push = createPush({ baseUrl: "https://edge.example", session: client.session, cursors });
 *     push.messages({ onMessage: async ({ data, cursor }) => inbox.store(data, cursor) });
 *     push.foreground();
 *
 * It is Centrifugo's client (`centrifuge`) underneath, with what that lacks: cursors that outlive the app, messages once by their offsets, what was missed
 * by pages however much it is, the app's comings and goings, and the session's tokens.
 * @module
 */
import { tellAll } from "./listeners.ts";
import {
  Connection,
  type PushEvent,
  type PushPlatform,
  type PushSession,
  type PushTransport,
  STREAM_PATH,
} from "./push-connection.ts";
import { type CursorStore, memoryCursors } from "./push-cursors.ts";
import type { PushHandlers } from "./push-inbox.ts";
import { followLife, networkFetch, type PushNetwork } from "./push-network.ts";

export type { PushEvent, PushPlatform, PushSession, PushTransport } from "./push-connection.ts";
export { type Cursor, type CursorStore, memoryCursors } from "./push-cursors.ts";
export type { PushGap, PushHandlers, PushMessage } from "./push-inbox.ts";
export type { PushNetwork } from "./push-network.ts";

export interface PushOptions {
  /** Scheme and host of the edge, and a path before all others if there is one. The network's first edge by default. */
  readonly baseUrl?: string;
  /**
   * `createNetwork` of `sdk/network/network.ts`, where the client has one: push goes by its ways, and what the app tells it of networks and
   * of itself need not be told here. A WebSocket takes an address where the platform's can: `nodeWebSocket` of `sdk/node/node.ts`.
   */
  readonly network?: PushNetwork;
  /** `client.session`, or an app's own. */
  readonly session: PushSession;
  /** In memory by default: the next start of the app begins anew. */
  readonly cursors?: CursorStore;
  /** In the order in which they are tried: all three by default. */
  readonly transports?: readonly PushTransport[];
  readonly platform?: PushPlatform;
}

export interface ReadOptions extends PushHandlers {
  /**
   * Where a reader without a cursor begins: with all that is kept (private messages), or with what comes from now on (channels).
   */
  readonly from?: "kept" | "now";
}

export interface SubscribeOptions extends ReadOptions {
  /** Gives a subscription token, for a channel that needs one. A Fault `permission_denied` ends the subscription. */
  readonly token?: (channel: string) => Promise<string>;
}

export interface Push {
  /** Private messages of who is signed in, whoever that is. @returns takes the reader away @throws TypeError for a second reader */
  messages(options: ReadOptions): () => void;
  /** @returns takes the reader away @throws TypeError for a second reader of a channel */
  subscribe(channel: string, options: SubscribeOptions): () => void;
  /** @returns takes the listener away */
  listen(listener: (event: PushEvent) => void): () => void;
  /** The app is used: it connects, or looks whether its connection is still good. Also the way to begin. */
  foreground(): void;
  /** The app is not used, and the system is about to stop it: it disconnects. Nothing is lost: the cursors know. */
  background(): void;
  /** The network is another (Wi-Fi, mobile), is there, or is not. */
  networkChanged(isOnline: boolean): void;
  close(): void;
}

type Wanted = { readonly channel: string | undefined; readonly options: SubscribeOptions };

const ALL_TRANSPORTS: readonly PushTransport[] = ["websocket", "http_stream", "sse"];

/** @throws TypeError without an edge */
export function createPush(options: PushOptions): Push {
  const { session, network, cursors = memoryCursors(), transports = ALL_TRANSPORTS } = options;
  const baseUrl = edgeOf(options);
  const platform = network === undefined ? { ...options.platform } : onNetwork(network, options.platform);
  const listeners = new Set<(event: PushEvent) => void>();
  const wanted = new Map<Wanted, (() => void) | undefined>();
  let connection: Connection | undefined;
  let isUsed = false;
  let isClosed = false;

  const tell = (event: PushEvent) => tellAll(listeners, event);
  const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

  function read(want: Wanted): void {
    if (connection === undefined) return;
    const { channel, options: own } = want;
    const isPrivate = channel === undefined;
    const stop = connection.read({
      channel: channel ?? `user:${connection.uid}`,
      handlers: own,
      from: own.from ?? (isPrivate ? "kept" : "now"),
      token: own.token,
    });
    wanted.set(want, stop);
  }

  function end(): void {
    for (const want of wanted.keys()) wanted.set(want, undefined);
    connection?.close();
    connection = undefined;
  }

  /** Makes the connection be that of who is signed in. */
  async function follow(): Promise<void> {
    const uid = (await session.tokens())?.uid;
    if (isClosed || uid === connection?.uid) return;
    end();
    if (uid === undefined) return;
    connection = new Connection({ uid, baseUrl, transports, platform, session, cursors, tell, wait });
    for (const want of wanted.keys()) read(want);
    if (isUsed) connection.connect();
  }

  const ignore = session.listen(({ type }) => {
    if (type === "signed-in" || type === "signed-out") void follow();
  });

  /** @throws TypeError where the channel has a reader: both would have the same cursor */
  function add(want: Wanted): () => void {
    if ([...wanted.keys()].some(({ channel }) => channel === want.channel)) {
      throw new TypeError(`${want.channel ?? "private messages"}: has a reader already`);
    }
    wanted.set(want, undefined);
    read(want);
    return () => {
      wanted.get(want)?.();
      wanted.delete(want);
    };
  }

  const push: Push = {
    messages: (own) => add({ channel: undefined, options: own }),
    subscribe: (channel, own) => add({ channel, options: own }),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    foreground() {
      isUsed = true;
      void follow().then(async () => {
        if (!isUsed || connection === undefined) return;
        connection.connect();
        await connection.probe();
      });
    },
    background() {
      isUsed = false;
      connection?.disconnect();
    },
    networkChanged: (isOnline) => connection?.networkChanged(isOnline),
    close() {
      isClosed = true;
      ignore();
      ignoreLife?.();
      end();
    },
  };
  const ignoreLife = network && followLife(network, push);
  return push;
}

function edgeOf({ baseUrl, network }: PushOptions): string {
  const url = baseUrl ?? network?.edges[0];
  if (url === undefined) throw new TypeError("push needs a baseUrl or a network");
  return url.replace(/\/+$/, "");
}

/** What the app has better is its own to give. */
function onNetwork(network: PushNetwork, platform: PushPlatform = {}): PushPlatform {
  return { fetch: networkFetch(network, (url) => url.includes(STREAM_PATH)), ...platform };
}
