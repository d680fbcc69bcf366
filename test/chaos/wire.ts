/**
 * The way between a client and a server, over loopback, that can be cut, or fail without a word. Each subscriber has its own.
 *
 * What it cannot do is to keep the acknowledgements of TCP away: the system answers those. A way that has failed silently holds what it is
 * given until its buffers are full, as a path does whose packets are lost only further on.
 * @module
 */
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

interface Pair {
  readonly client: Socket;
  readonly server: Socket;
  isDark: boolean;
}

export class Wire {
  readonly #server: Server;
  readonly #pairs = new Set<Pair>();
  #port = 0;
  #isFrozen = false;

  /** @param target asked at each connection: servers come back on other ports; undefined while there is none */
  constructor(target: () => number | undefined) {
    this.#server = createServer({ noDelay: true, allowHalfOpen: true }, (client) => this.#accept(client, target()));
  }

  static async open(target: () => number | undefined): Promise<Wire> {
    const wire = new Wire(target);
    wire.#server.listen(0, "127.0.0.1");
    await once(wire.#server, "listening");
    wire.#port = (wire.#server.address() as AddressInfo).port;
    return wire;
  }

  get port(): number {
    return this.#port;
  }

  /** Both ends hear of it, now in order and now by a reset. */
  cut(isReset: boolean): void {
    for (const { client, server } of this.#pairs) {
      for (const socket of [client, server]) {
        if (isReset) socket.resetAndDestroy();
        else socket.destroy();
      }
    }
  }

  /** From now on nothing passes, in either direction, and neither end is told anything of the other. New connections are not concerned. */
  darken(): void {
    for (const pair of this.#pairs) {
      pair.isDark = true;
      pair.server.pause();
      pair.client.pause();
    }
  }

  /** What comes from the server piles up. */
  freeze(): void {
    this.#isFrozen = true;
    for (const { server } of this.#pairs) server.pause();
  }

  thaw(): void {
    this.#isFrozen = false;
    for (const { server, client, isDark } of this.#pairs) if (!isDark && !client.writableNeedDrain) server.resume();
  }

  async close(): Promise<void> {
    const closed = new Promise((settle) => this.#server.close(settle));
    this.cut(false);
    await closed;
  }

  #accept(client: Socket, port: number | undefined): void {
    // It resets also where it has read nothing.
    client.on("error", () => client.destroy());
    if (port === undefined) {
      client.resetAndDestroy();
      return;
    }
    const server = connect({ host: "127.0.0.1", port, noDelay: true, allowHalfOpen: true });
    const pair: Pair = { client, server, isDark: false };
    this.#pairs.add(pair);
    this.#carry(pair, client, server);
    this.#carry(pair, server, client);
    if (this.#isFrozen) server.pause();
  }

  #carry(pair: Pair, from: Socket, to: Socket): void {
    from.on("data", (bytes: Buffer) => {
      if (!pair.isDark && !to.write(bytes)) from.pause();
    });
    to.on("drain", () => {
      if (!pair.isDark && !(this.#isFrozen && from === pair.server)) from.resume();
    });
    from.on("end", () => {
      if (!pair.isDark) to.end();
    });
    from.on("error", () => {
      from.destroy();
      if (!pair.isDark) to.resetAndDestroy();
    });
    from.on("close", () => {
      if (pair.isDark) return;
      this.#pairs.delete(pair);
      if (!to.writableEnded) to.destroy();
    });
  }
}
