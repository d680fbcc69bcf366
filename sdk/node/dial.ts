/**
 * A socket to an edge at an address of our choosing: TCP goes there, and TLS asks for the edge by its name and checks that it is the
 * edge who answers.
 * @module
 */
import { connect as connectTcp, isIP, type LookupFunction, type Socket } from "node:net";
import { connect as connectTls, type SecureContextOptions } from "node:tls";
import type { Path } from "../network/path.ts";

export interface DialOptions {
  /** PEM, beside or in place of Node's own authorities. */
  readonly ca?: SecureContextOptions["ca"];
  /** The platform's DNS, for paths without an address: `dns.lookup` by default. */
  readonly lookup?: LookupFunction;
}

export interface Dialed {
  readonly socket: Socket;
  readonly connectMs: number;
  readonly tlsMs?: number;
}

/** @throws Error of the system, or of TLS where somebody else is there; the signal's reason */
export async function dial({ edge, address }: Path, options: DialOptions, signal: AbortSignal): Promise<Dialed> {
  const { protocol, hostname, port } = new URL(edge);
  const host = hostname.replace(/^\[|\]$/g, "");
  const isSecure = protocol === "https:";
  const startedMs = performance.now();
  const tcp = connectTcp({
    host: address ?? host,
    port: port === "" ? (isSecure ? 443 : 80) : Number(port),
    noDelay: true,
    keepAlive: true,
    ...(options.lookup && { lookup: options.lookup }),
  });
  await opened(tcp, "connect", signal);
  const connectedMs = performance.now();
  if (!isSecure) return { socket: tcp, connectMs: connectedMs - startedMs };
  const socket = connectTls({
    socket: tcp,
    ALPNProtocols: ["http/1.1"],
    ...(isIP(host) === 0 ? { servername: host } : { host }),
    ...(options.ca !== undefined && { ca: options.ca }),
  });
  await opened(socket, "secureConnect", signal);
  return { socket, connectMs: connectedMs - startedMs, tlsMs: performance.now() - connectedMs };
}

/** Destroys the socket where it does not come to that. */
function opened(socket: Socket, event: "connect" | "secureConnect", signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (failure?: unknown) => {
      signal.removeEventListener("abort", abort);
      socket.off(event, open).off("error", settle).off("close", close);
      if (failure === undefined) return resolve();
      socket.on("error", () => {}); // It is destroyed, and what else it has to say is of no use.
      socket.destroy();
      reject(failure);
    };
    const open = () => settle();
    const close = () => settle(new Error("the connection was closed before it was made"));
    const abort = () => settle(signal.reason);
    socket.once(event, open).once("error", settle).once("close", close);
    signal.addEventListener("abort", abort);
    if (signal.aborted) abort();
  });
}
