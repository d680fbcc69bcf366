/** A network between an app and whichever edge runs now: it can be cut, and can go dead without a word. */

import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { connect, createServer, type Socket } from "node:net";

export interface Network {
  readonly url: string;
  /** Every connection ends, and new ones are made. */
  cut(): void;
  /** From now on connections that are open carry nothing, and stay open; new ones work. */
  deaden(): void;
  close(): Promise<void>;
}

export async function wobblyNetwork(edgeUrl: () => string): Promise<Network> {
  const pairs = new Set<readonly [Socket, Socket]>();
  const server = createServer((near) => {
    const far = connect(Number(new URL(edgeUrl()).port), "127.0.0.1");
    const pair = [near, far] as const;
    pairs.add(pair);
    near.pipe(far).pipe(near);
    for (const socket of pair) {
      socket.on("error", () => {}); // What is cut closes, and that is what is looked at.
      socket.on("close", () => {
        near.destroy();
        far.destroy();
        pairs.delete(pair);
      });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const cut = () => {
    for (const [near] of pairs) near.destroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    deaden() {
      for (const [near, far] of pairs) {
        near.unpipe(far).resume();
        far.unpipe(near).resume();
      }
    },
    async close() {
      cut();
      server.close();
      await once(server, "close");
    },
  };
}
