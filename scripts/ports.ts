/**
 * The ports of a set-up on one machine, which the bundled route table names too, and ports of no name.
 * @module
 */
import { once } from "node:events";
import { createServer } from "node:net";

/** That of the gateway is goim's own. */
export const PORTS = { edge: 8787, origin: 8788, edgeTls: 8789, countries: 8790, pushTcp: 3101 } as const;

/**
 * To be asked before the first process starts: neither workerd nor wrangler says which port is taken.
 * @throws Error EADDRINUSE, with the port
 */
export async function requireFree(ports: readonly number[]): Promise<void> {
  for (const port of ports) {
    const server = createServer().listen(port, "127.0.0.1");
    await once(server, "listening");
    server.close();
    await once(server, "close");
  }
}

/** Free a moment ago, for what does not take port 0 and say which one it got. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("a TCP server has no port");
  return address.port;
}

/** One line for whoever wanted to start it. @param error its `code` and `port` tell of a port that is taken */
export function startFailure(error: unknown): string {
  const { code, port, message } = error as NodeJS.ErrnoException & { readonly port?: number };
  return code === "EADDRINUSE"
    ? `port ${port} is taken: stop what listens there (another \`npm start\`?) and start again`
    : `could not start: ${message}`;
}
