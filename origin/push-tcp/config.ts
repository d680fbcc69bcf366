/**
 * The gateway's configuration, from its environment: main.ts has the table.
 * @module
 */

export interface PushTcpConfig {
  readonly edgeUrl: string;
  readonly host: string;
  readonly port: number;
  readonly connectionsMax: number;
  readonly drainMs: number;
}

export class PushTcpConfigError extends Error {}

const PORT_MAX = 65_535;
/** A connection takes two descriptors, and as many as this fit a process of some hundred MB. */
const CONNECTIONS_MAX = 1_000_000;
const DRAIN_MS_MAX = 3_600_000;

/** An empty variable counts as missing. @throws PushTcpConfigError naming what is wrong */
export function parsePushTcpConfig(env: Readonly<Record<string, string | undefined>>): PushTcpConfig {
  const edgeUrl = env.EDGE_URL || "http://127.0.0.1:8787";
  if (!/^https?:$/.test(URL.parse(edgeUrl)?.protocol ?? "")) {
    throw new PushTcpConfigError("EDGE_URL: an http or https URL expected");
  }
  return {
    edgeUrl,
    host: env.HOST || "127.0.0.1",
    port: whole(env, "PORT", 3_101, 0, PORT_MAX),
    connectionsMax: whole(env, "CONNECTIONS_MAX", 20_000, 1, CONNECTIONS_MAX),
    drainMs: whole(env, "DRAIN_MS", 10_000, 0, DRAIN_MS_MAX),
  };
}

function whole(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
  missing: number,
  min: number,
  max: number,
) {
  const text = env[name];
  if (text === undefined || text === "") return missing;
  const value = Number(text);
  if (/^\d{1,9}$/.test(text) && value >= min && value <= max) return value;
  throw new PushTcpConfigError(`${name}: a whole number from ${min} to ${max} expected`);
}
