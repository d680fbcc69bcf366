/**
 * How processes that share a Redis tell each other which keys were deleted: one channel of Redis' publish/subscribe.
 *
 * Redis keeps no message for who is not connected, so this only makes things faster than the local lifetime, which bounds staleness by itself.
 * Message: the sender's name, a line feed, the key.
 * @module
 */
import { Redis } from "ioredis";
import type { ConnectionOptions } from "./redis-address.ts";

const SEPARATOR = "\n";

export interface InvalidationDeps {
  readonly options: ConnectionOptions;
  readonly channel: string;
  /** Names this process; its own messages come back to it and are passed over. */
  readonly sender: string;
  readonly onDeleted: (key: string) => void;
  /** Subscribed again after a gap, in which messages were missed. */
  readonly onGap: () => void;
}

export class InvalidationChannel {
  readonly #subscriber: Redis;
  readonly #deps: InvalidationDeps;
  #subscribedBefore = false;

  constructor(deps: InvalidationDeps) {
    this.#deps = deps;
    this.#subscriber = new Redis({ ...deps.options, connectionName: "fairway-cache-invalidation" });
    // The connection that carries commands tells of Redis' state; this one only follows it.
    this.#subscriber.on("error", () => undefined);
    this.#subscriber.on("ready", () => void this.#subscribe());
    this.#subscriber.on("message", (_channel: string, message: string) => this.#receive(message));
  }

  /** Begins to connect; resolves when subscribed, or with the first failure. Further attempts follow by themselves. */
  async connect(): Promise<void> {
    const subscribed = new Promise<void>((resolve) => this.#subscriber.once("subscribed", resolve));
    try {
      await this.#subscriber.connect();
      await Promise.race([subscribed, new Promise((resolve) => this.#subscriber.once("close", resolve))]);
    } catch {
      // Tried again by itself.
    }
  }

  message(key: string): string {
    return this.#deps.sender + SEPARATOR + key;
  }

  /** Drops a connection that may be dead without having noticed. */
  reconnect(): void {
    this.#subscriber.disconnect(true);
  }

  close(): void {
    this.#subscriber.disconnect();
  }

  async #subscribe(): Promise<void> {
    try {
      await this.#subscriber.subscribe(this.#deps.channel);
    } catch {
      // Refused, or gone again: without messages the local lifetime alone bounds staleness. A new connection tries again.
      return;
    }
    if (this.#subscribedBefore) this.#deps.onGap();
    this.#subscribedBefore = true;
    this.#subscriber.emit("subscribed");
  }

  #receive(message: string): void {
    const end = message.indexOf(SEPARATOR);
    if (end === -1 || message.slice(0, end) === this.#deps.sender) return;
    this.#deps.onDeleted(message.slice(end + 1));
  }
}
