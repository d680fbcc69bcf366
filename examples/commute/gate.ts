/**
 * An address on loopback behind which something is far away, and that can die as addresses do: refuse, fall silent, cut what is open.
 *
 *     phone ──▶ 127.x.y.z: gate ──▶ wherever its target is now
 *
 * @module
 */
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

export interface Address {
  readonly host: string;
  readonly port: number;
}

export interface GateOptions {
  readonly address: string;
  /** 0 for any. */
  readonly port: number;
  /** Asked for each connection. */
  readonly target: () => Address;
  /** Asked for each piece that the phone sends; true cuts its connection, by a reset. */
  readonly isCut?: () => boolean;
  /** Told of each connection that is through, with the port that the target sees. */
  readonly onConnected?: (localPort: number) => void;
}

export interface Gate extends Address {
  /** Connections that were accepted. */
  readonly accepted: number;
  /** Silent: bytes vanish, those of what is open too, and of what will be. */
  setSilent(isSilent: boolean): void;
  /** What is open gets no more bytes, ever: the network that carried it is gone. What is new is carried. */
  abandon(): void;
  /** Ends what is open by a reset. */
  cut(): void;
  /** Refuses from now on, and cuts what is open. */
  close(): Promise<void>;
  /** Accepts again. */
  open(): Promise<void>;
}

interface Pair {
  readonly client: Socket;
  readonly upstream: Socket;
  isCarried: boolean;
}

export async function openGate({ address, port, target, isCut, onConnected }: GateOptions): Promise<Gate> {
  const pairs = new Set<Pair>();
  let isSilent = false;
  let accepted = 0;
  let known = port;
  let server: Server | undefined;

  function accept(client: Socket): void {
    accepted++;
    const upstream = connect({ ...target(), noDelay: true });
    const pair = { client, upstream, isCarried: !isSilent };
    pairs.add(pair);
    upstream.once("connect", () => onConnected?.(upstream.localPort ?? 0));
    client.on("data", (bytes) => {
      if (!pair.isCarried) return;
      if (isCut?.()) reset(pair);
      else upstream.write(bytes);
    });
    upstream.on("data", (bytes) => pair.isCarried && client.write(bytes));
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      from.on("error", () => to.destroy()); // Its close follows.
      from.on("close", () => {
        if (from === client) pairs.delete(pair);
        // What is not carried leaves the other end in the belief that all is well.
        if (pair.isCarried || from === client) to.destroy();
      });
    }
  }

  function reset(pair: Pair): void {
    pairs.delete(pair);
    pair.client.resetAndDestroy();
    pair.upstream.destroy();
  }

  const gate = {
    host: address,
    get port() {
      return known;
    },
    get accepted() {
      return accepted;
    },
    setSilent(silent: boolean) {
      isSilent = silent;
      if (silent) gate.abandon();
    },
    abandon() {
      for (const pair of pairs) pair.isCarried = false;
    },
    cut() {
      for (const pair of pairs) reset(pair);
    },
    async open() {
      if (server !== undefined) return;
      server = createServer({ noDelay: true }, accept);
      server.listen(known, address);
      await once(server, "listening");
      known = (server.address() as AddressInfo).port;
    },
    async close() {
      const closing = server;
      server = undefined;
      gate.cut();
      if (closing !== undefined) await new Promise((resolve) => closing.close(resolve));
    },
  };
  await gate.open();
  return gate;
}
