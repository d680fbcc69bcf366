/**
 * Private Redis servers and Sentinels for tests: nothing on disk but a temporary folder, a free port of 127.0.0.1.
 * @module
 */
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { connect as connectTls } from "node:tls";
import { type Service, type ServiceTls, startService, tlsFiles, writeTls } from "./process.ts";

const PROBE_TIMEOUT_MS = 2_000;

/** A Sentinel calls its master down after this, which makes a failover take a few seconds. */
const SENTINEL_DOWN_AFTER_MS = 500;

export interface Redis extends Service {
  readonly url: string;
}

/**
 * Starts a server without persistence; the caller must `stop()` it.
 * @param options.replicaOf port of the master to follow
 * @param options.tls it then speaks nothing but TLS
 */
export async function startRedis(
  options: { readonly replicaOf?: number; readonly tls?: ServiceTls } = {},
): Promise<Redis> {
  const { tls } = options;
  const follow = options.replicaOf === undefined ? [] : ["--replicaof", "127.0.0.1", String(options.replicaOf)];
  const service = await startService({
    program: "redis-server",
    ...(tls === undefined ? {} : { prepare: (at) => writeTls(at, tls) }),
    args: ({ folder, port }) => [
      ...(tls === undefined ? ["--port", String(port)] : tlsArguments(folder, port)),
      ...["--bind", "127.0.0.1", "--dir", folder],
      ...["--save", "", "--appendonly", "no", "--repl-diskless-sync-delay", "0"],
      ...follow,
    ],
    probe: (port) => ping(port, tls),
  });
  const scheme = tls === undefined ? "redis" : "rediss";
  return Object.defineProperty(service, "url", { value: `${scheme}://127.0.0.1:${service.port}` }) as Redis;
}

function tlsArguments(folder: string, port: number): string[] {
  const { key, cert } = tlsFiles(folder);
  const files = ["--tls-key-file", key, "--tls-cert-file", cert, "--tls-auth-clients", "no"];
  return ["--port", "0", "--tls-port", String(port), ...files];
}

/** Starts one Sentinel that watches a master by the name `mymaster` and may fail it over alone; the caller must `stop()` it. */
export function startSentinel(masterPort: number): Promise<Service> {
  return startService({
    program: "redis-server",
    prepare: ({ folder }) => {
      const configuration = [
        `sentinel monitor mymaster 127.0.0.1 ${masterPort} 1`,
        `sentinel down-after-milliseconds mymaster ${SENTINEL_DOWN_AFTER_MS}`,
        "sentinel failover-timeout mymaster 5000",
      ];
      // A Sentinel keeps its state by writing to this file.
      writeFileSync(join(folder, "sentinel.conf"), `${configuration.join("\n")}\n`);
    },
    args: ({ folder, port }) => [
      join(folder, "sentinel.conf"),
      ...["--sentinel", "--port", String(port), "--bind", "127.0.0.1", "--dir", folder],
    ],
    probe: (port) => ping(port),
  });
}

async function ping(port: number, tls?: ServiceTls): Promise<void> {
  const socket =
    tls === undefined
      ? connect(port, "127.0.0.1")
      : connectTls(port, "127.0.0.1", { ca: tls.cert, checkServerIdentity: () => undefined });
  socket.setTimeout(PROBE_TIMEOUT_MS, () => socket.destroy(new Error("no answer")));
  try {
    await once(socket, tls === undefined ? "connect" : "secureConnect");
    socket.write("PING\r\n");
    const [answer] = await once(socket, "data");
    if (!String(answer).startsWith("+PONG")) throw new Error(`answered ${String(answer)}`);
  } finally {
    socket.destroy();
  }
}
