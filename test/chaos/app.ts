/**
 * An app with the SDK's push, and what an app goes through: it is killed and started again, goes to the background, changes its network, and its
 * handlers fail at times. It stores a message and the cursor in one transaction, so that each message comes to it exactly once.
 * @module
 */
import { EventSource } from "undici";
import {
  type Cursor,
  createPush,
  type Push,
  type PushEvent,
  type PushGap,
  type PushMessage,
  type PushTransport,
} from "../../sdk/push.ts";
import { type Client, type Payload, pause, type SubscriberDeps } from "./subscriber.ts";

/** The SDK prefers the first that works. */
const TRANSPORTS: Readonly<Record<string, readonly PushTransport[]>> = {
  websocket: ["websocket"],
  sse: ["sse"],
  http_stream: ["http_stream"],
  any: ["websocket", "http_stream", "sse"],
};
/** Until it is started again. */
const AWAY_MS_MAX = 300;
/** It takes its time with one message in so many, and fails with one in so many. */
const SLOW_SHARE = 0.1;
const SLOW_MS_MAX = 100;
const FAILING_SHARE = 0.01;
const INVALID_TOKEN = 3_500;
const STALE = 3_502;
const AGAIN_MS = 200;

class Unable extends Error {}

export class App implements Client {
  readonly #deps: SubscriberDeps;
  readonly #name: string;
  readonly #reads: readonly string[];
  /** The app's storage. It outlives the app's processes. */
  readonly #cursors = new Map<string, Cursor>();
  readonly #taken = new Set<string>();
  /** Each start of the app is another process; what one does that is dead is stored nowhere. */
  #process = 0;
  #push: Push | undefined;
  #connection = 0;
  #isStopped = false;
  isReady = false;
  isGone = false;

  constructor(deps: SubscriberDeps) {
    this.#deps = deps;
    this.#name = deps.plan.facts.name;
    this.#reads = deps.plan.facts.reads ?? [];
  }

  get channels(): readonly string[] {
    return this.#reads;
  }

  start(): void {
    const process = ++this.#process;
    const { plan, wire, token, channelToken } = this.#deps;
    const push = createPush({
      baseUrl: `http://127.0.0.1:${wire.port}`,
      session: { tokens: async () => ({ uid: plan.user }), accessToken: token, listen: () => () => {} },
      cursors: {
        get: (key) => this.#cursors.get(key),
        set: (key, cursor) => this.#store(process, key, cursor),
      },
      platform: { EventSource },
      transports: TRANSPORTS[plan.transport] ?? [],
    });
    push.listen((event) => {
      if (process === this.#process) this.#told(event);
    });
    const handlers = {
      from: "kept",
      onMessage: (message: PushMessage) => this.#message(process, message),
      onGap: (gap: PushGap) => this.#gap(process, gap),
    } as const;
    push.messages(handlers);
    for (const channel of plan.channels) push.subscribe(channel, { ...handlers, token: channelToken });
    push.foreground();
    this.#push = push;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#end();
  }

  /** The system kills it, and later it is started again. */
  vanish(): void {
    const { wire, random } = this.#deps;
    wire.darken();
    this.#end();
    setTimeout(
      () => {
        if (!this.#isStopped && !this.isGone) this.start();
      },
      random.whole(0, AWAY_MS_MAX),
    );
  }

  background(): void {
    this.#push?.background();
  }

  foreground(): void {
    this.#push?.foreground();
  }

  networkChanged(): void {
    this.#push?.networkChanged(true);
  }

  /** The user takes the phone up. Who waits for the next try does not wait any longer. */
  async probe(): Promise<void> {
    this.foreground();
    if (!this.isReady) this.networkChanged();
  }

  has(_channel: string, id: string): boolean {
    return this.#taken.has(id);
  }

  logEnd(): void {
    const { log } = this.#deps;
    if (this.isReady) log.add({ kind: "alive", who: this.#name, connection: this.#connection });
    else if (!this.isGone) log.add({ kind: "stuck", who: this.#name, why: "it is not connected at the end" });
  }

  #end(): void {
    this.#process++;
    this.#push?.close();
    this.#push = undefined;
    this.#closed(undefined);
  }

  #closed(code: number | undefined): void {
    if (!this.isReady) return;
    this.isReady = false;
    if (!this.#isStopped) this.#deps.log.add({ kind: "closed", who: this.#name, connection: this.#connection, code });
  }

  #told(event: PushEvent): void {
    switch (event.type) {
      case "connected":
        this.#connection++;
        this.isReady = true;
        break;
      case "disconnected":
        this.#closed(event.code);
        if (event.final) void this.#sentAway(event.code);
        break;
      case "refused":
        this.#turnAway(`${event.channel}: ${event.code} ${event.reason}`);
        break;
      case "handler-failed":
        if (!(event.cause instanceof Unable)) throw event.cause;
        break;
      case "store-failed":
        throw event.cause;
    }
  }

  /** As a client of Centrifugo takes it: centrifugo.ts. */
  async #sentAway(code: number): Promise<void> {
    const process = this.#process;
    if (code !== STALE && !(code === INVALID_TOKEN && this.#deps.plan.isGuest)) {
      this.#turnAway(`closed with ${code}`);
      return;
    }
    await pause(AGAIN_MS);
    if (process === this.#process) this.foreground();
  }

  #turnAway(why: string): void {
    if (this.isGone) return;
    this.isGone = true;
    this.#deps.log.add({ kind: "turned-away", who: this.#name, why });
    this.#end();
  }

  async #message(process: number, { channel, data, cursor }: PushMessage): Promise<void> {
    const { log, random } = this.#deps;
    if (random.next() < SLOW_SHARE) await pause(random.whole(0, SLOW_MS_MAX));
    if (process !== this.#process) return;
    if (random.next() < FAILING_SHARE) throw new Unable();
    const { id } = data as Payload;
    if (cursor !== undefined) this.#store(process, this.#keyOf(channel), cursor);
    this.#taken.add(id);
    const offset = cursor === undefined ? {} : { offset: cursor.offset };
    log.add({ kind: "taken", who: this.#name, channel, id, ...offset });
  }

  #gap(process: number, { channel, from, to }: PushGap): void {
    if (process !== this.#process) return;
    this.#store(process, this.#keyOf(channel), to);
    this.#deps.log.add({ kind: "gap", who: this.#name, channel, from, to });
  }

  #store(process: number, key: string, cursor: Cursor): void {
    if (process !== this.#process) return;
    if (!this.#cursors.has(key)) {
      const channel = key.slice(this.#keyOf("").length);
      this.#deps.log.add({ kind: "begun", who: this.#name, channel, position: cursor });
    }
    this.#cursors.set(key, cursor);
  }

  #keyOf(channel: string): string {
    return `${this.#deps.plan.user}/${channel}`;
  }
}
