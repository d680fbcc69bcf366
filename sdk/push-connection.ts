/**
 * One user's connection: Centrifugo's client with the edge's addresses, the session's tokens, and a reader for each channel.
 * @module
 */
import {
  Centrifuge,
  type PublicationContext,
  type StreamPosition,
  type Subscription,
  type TransportEndpoint,
  UnauthorizedError,
} from "centrifuge";
import { toFault } from "../proto/fault.ts";
import type { Cursor, CursorStore } from "./push-cursors.ts";
import type { InboxTrouble, PushHandlers } from "./push-inbox.ts";
import { Reader } from "./push-reader.ts";
import { Signals } from "./push-signals.ts";

/** What of `client.session` push needs; an app with sessions of its own gives this. */
export interface PushSession {
  tokens(): Promise<{ readonly uid: string } | undefined>;
  /** @param refused a token that was not taken @throws where no answer was to be had */
  accessToken(refused?: string): Promise<string | undefined>;
  listen(listener: (event: { readonly type: string }) => void): () => void;
}

export type PushTransport = "websocket" | "http_stream" | "sse";

/** What a platform lacks, or the app has better. */
export interface PushPlatform {
  readonly WebSocket?: unknown;
  readonly fetch?: unknown;
  readonly EventSource?: unknown;
}

export type PushEvent =
  | { readonly type: "connected"; readonly uid: string }
  /** It tries again by itself, unless `final`. */
  | { readonly type: "disconnected"; readonly code: number; readonly reason: string; readonly final: boolean }
  /** The channel is not to be had, and is not tried again. */
  | { readonly type: "refused"; readonly channel: string; readonly code: number; readonly reason: string }
  | InboxTrouble;

export interface Channel {
  readonly channel: string;
  readonly handlers: PushHandlers;
  readonly from: "kept" | "now";
  /** Gives a subscription token, for a channel that needs one. */
  readonly token?: ((channel: string) => Promise<string>) | undefined;
}

export interface ConnectionOptions {
  readonly uid: string;
  readonly baseUrl: string;
  readonly transports: readonly PushTransport[];
  readonly platform: PushPlatform;
  readonly session: PushSession;
  readonly cursors: CursorStore;
  readonly tell: (event: PushEvent) => void;
  readonly wait: (ms: number) => Promise<void>;
}

export const STREAM_PATH = "/connection/http_stream";
const PATHS: Readonly<Record<PushTransport, string>> = {
  websocket: "/connection/websocket",
  http_stream: STREAM_PATH,
  sse: "/connection/sse",
};
/** The server would not take the token. */
const INVALID_TOKEN = 3500;
/** Of a connection that nothing says is alive: longer than a phone takes to wake its radio. */
const CALL_MS = 5_000;

export class Connection {
  readonly #options: ConnectionOptions;
  readonly #client: Centrifuge;
  readonly #signals = new Signals();
  readonly #readers = new Map<string, Reader>();
  /** The last that the server was shown. */
  #token: string | undefined;
  /** Whether that was refused, so that one more try with another is due. */
  #refused = false;
  /** Whether the app wants it to be connected. */
  #isUsed = false;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    const { baseUrl, platform } = options;
    this.#client = new Centrifuge(endpointsOf(options), {
      emulationEndpoint: `${baseUrl}/emulation`,
      name: "fairway",
      timeout: CALL_MS,
      getToken: () => this.#nextToken(),
      networkEventTarget: this.#signals as unknown as EventTarget,
      pageEventTarget: new Signals() as unknown as EventTarget,
      ...(platform.WebSocket !== undefined && { websocket: platform.WebSocket }),
      ...(platform.fetch !== undefined && { fetch: platform.fetch }),
      ...(platform.EventSource !== undefined && { eventsource: platform.EventSource }),
    });
    this.#listen();
  }

  get uid(): string {
    return this.#options.uid;
  }

  connect(): void {
    this.#isUsed = true;
    this.#refused = false;
    this.#client.connect();
  }

  disconnect(): void {
    this.#isUsed = false;
    this.#client.disconnect();
  }

  /** The network is another, or is gone: what was open is not any more, whatever the system says. */
  networkChanged(isOnline: boolean): void {
    this.#signals.say("offline");
    if (isOnline) this.#signals.say("online");
  }

  /** Asks whether the connection is alive, where it is thought to be. */
  async probe(): Promise<void> {
    if (this.#client.state !== "connected") return;
    try {
      await this.#client.history(`user:${this.uid}`, { limit: 0 });
    } catch (thrown) {
      // The server's refusals have codes from 100 on, and prove that it is there.
      if (Number((thrown as { code?: unknown }).code) < 100) this.networkChanged(true);
    }
  }

  /** The user's own, which the server subscribes; or another. @returns takes it away */
  read(channel: Channel): () => void {
    const reader = this.#readerOf(channel);
    this.#readers.set(channel.channel, reader);
    const subscription = channel.channel === `user:${this.uid}` ? undefined : this.#subscribe(channel, reader);
    return () => {
      reader.stop();
      this.#readers.delete(channel.channel);
      void subscription?.then((made) => this.#client.removeSubscription(made));
    };
  }

  close(): void {
    for (const reader of this.#readers.values()) reader.stop();
    this.#readers.clear();
    this.disconnect();
  }

  #listen(): void {
    const client = this.#client;
    const { tell, uid } = this.#options;
    client.on("connected", () => {
      this.#refused = false;
      tell({ type: "connected", uid });
    });
    client.on("connecting", ({ code, reason }) => {
      for (const reader of this.#readers.values()) reader.disconnected();
      if (code !== 0) tell({ type: "disconnected", code, reason, final: false });
    });
    client.on("disconnected", ({ code, reason }) => {
      for (const reader of this.#readers.values()) reader.disconnected();
      if (code === INVALID_TOKEN && !this.#refused) void this.#tryAnotherToken(reason);
      else tell({ type: "disconnected", code, reason, final: code !== 0 });
    });
    client.on("subscribed", ({ channel, streamPosition, recovered }) => {
      this.#readers.get(channel)?.subscribed(cursorOf(streamPosition), recovered);
    });
    client.on("unsubscribed", ({ channel }) => this.#readers.get(channel)?.disconnected());
    client.on("publication", (context) => this.#readers.get(context.channel)?.publication(context));
  }

  /** A session may have been renewed by another of its clients meanwhile. */
  async #tryAnotherToken(reason: string): Promise<void> {
    this.#refused = true;
    const { session, tell } = this.#options;
    let token: string | undefined;
    try {
      token = await session.accessToken(this.#token);
    } catch {
      // No answer: the app hears that it is disconnected, and tries again when it comes to the foreground.
    }
    // It has come there meanwhile, and what becomes of that is told then; or it has gone, and does not want a connection.
    if (this.#client.state !== "disconnected" || !this.#isUsed) return;
    if (token !== undefined) {
      this.#client.setToken(token);
      this.#token = token;
      this.#client.connect();
      return;
    }
    tell({ type: "disconnected", code: INVALID_TOKEN, reason, final: true });
  }

  /** Asked for the first token, and for another when that nears its end or was refused. */
  async #nextToken(): Promise<string> {
    const token = await this.#options.session.accessToken(this.#token);
    if (token === undefined) throw new UnauthorizedError("nobody is signed in");
    this.#token = token;
    return token;
  }

  #readerOf({ channel, handlers, from }: Channel): Reader {
    const { uid, cursors, tell, wait } = this.#options;
    return new Reader({
      key: `${uid}/${channel}`,
      channel,
      cursors,
      handlers,
      from,
      tell,
      wait,
      history: async (since, limit) => {
        const page = await this.#client.history(channel, { limit, ...(since && { since }) });
        return { epoch: page.epoch, offset: page.offset, publications: page.publications };
      },
    });
  }

  /** With the cursor, so that the answer brings what was missed. */
  async #subscribe({ channel, token }: Channel, reader: Reader): Promise<Subscription> {
    const cursor = await reader.cursor();
    const subscription = this.#client.newSubscription(channel, {
      ...(cursor && { since: cursor }),
      ...(token && { getToken: () => subscriptionToken(channel, token) }),
    });
    subscription.on("subscribed", ({ streamPosition, recovered }) =>
      reader.subscribed(cursorOf(streamPosition), recovered),
    );
    subscription.on("subscribing", () => reader.disconnected());
    subscription.on("publication", (context: PublicationContext) => reader.publication(context));
    subscription.on("unsubscribed", ({ code, reason }) => {
      reader.disconnected();
      if (code !== 0) this.#options.tell({ type: "refused", channel, code, reason });
    });
    subscription.subscribe();
    return subscription;
  }
}

/** @throws UnauthorizedError where the app says that the user may not */
async function subscriptionToken(channel: string, token: (channel: string) => Promise<string>): Promise<string> {
  try {
    return await token(channel);
  } catch (thrown) {
    const { code, message } = toFault(thrown);
    if (code === "unauthenticated" || code === "permission_denied") throw new UnauthorizedError(message);
    throw thrown;
  }
}

/** The connection lands on the shard that keeps the user's stream: `home` proves nothing, and saves a private message a call. */
function endpointsOf({ baseUrl, transports, uid }: ConnectionOptions): TransportEndpoint[] {
  return transports.map((transport) => {
    const base = transport === "websocket" ? baseUrl.replace(/^http/, "ws") : baseUrl;
    return { transport, endpoint: `${base}${PATHS[transport]}?home=${encodeURIComponent(uid)}` };
  });
}

function cursorOf(position: StreamPosition | undefined): Cursor | undefined {
  return position && { epoch: position.epoch, offset: position.offset };
}
