/**
 * Where Redis is: one server by its URL, or a master that Sentinels name.
 *
 * `rediss://` speaks TLS, and refuses a server whose certificate is not for the host of the URL or not signed by an authority that is trusted:
 * those in the PEM file of `?ssl-ca=`, else the system's. Sentinels, and the master that they name, are spoken to in the clear.
 * @module
 */
import { readFileSync } from "node:fs";
import type { RedisOptions } from "ioredis";

const SENTINEL_PORT = 26_379;

/** What Redis' own documentation and example configuration call the master. */
const DEFAULT_MASTER = "mymaster";

/** ioredis' options, without the one whose type it declares in two ways. */
export type ConnectionOptions = Omit<RedisOptions, "replyMapping">;

/** `user:password@` · hosts · `/database` · `#master`, of which only the hosts must be there. */
const SENTINELS =
  /^(?:redis-sentinel:\/\/)?(?:(?<credentials>[^@/]*)@)?(?<hosts>[^@/#]+)(?:\/(?<database>\d+))?(?:#(?<master>[^#]+))?$/;

/**
 * The part of ioredis' options that says where to connect; undefined when no Redis is configured.
 * @throws Error that names the key and never tells the password
 */
export function redisAddress(
  redisUrl: string | undefined,
  redisSentinels: string | undefined,
): ConnectionOptions | undefined {
  if (redisSentinels !== undefined && redisSentinels !== "") return parseSentinels(redisSentinels);
  if (redisUrl !== undefined && redisUrl !== "") return parseUrl(redisUrl);
  return undefined;
}

function parseUrl(text: string): ConnectionOptions {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !["redis:", "rediss:"].includes(url.protocol) || url.hostname === "") {
    throw new Error("REDIS_URL must look like redis://user:password@host:port/database, or rediss:// for TLS");
  }
  const database = url.pathname.slice(1);
  if (!/^\d*$/.test(database)) throw new Error("REDIS_URL: the database must be a number");
  for (const name of url.searchParams.keys()) {
    if (name !== "ssl-ca") throw new Error(`REDIS_URL has the unknown option ${name}`);
  }
  const caFile = url.searchParams.get("ssl-ca");
  if (caFile !== null && url.protocol !== "rediss:") throw new Error("REDIS_URL: ssl-ca is for rediss:// only");
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, "$1"),
    port: url.port === "" ? 6_379 : Number(url.port),
    ...credentials(url.username, url.password),
    db: Number(database),
    ...(url.protocol === "rediss:" ? { tls: authorities(caFile) } : {}),
  };
}

function authorities(file: string | null): { readonly ca?: Buffer } {
  if (file === null) return {};
  try {
    return { ca: readFileSync(file) };
  } catch (cause) {
    throw new Error(`REDIS_URL: ssl-ca cannot be read: ${(cause as Error).message}`, { cause });
  }
}

function parseSentinels(text: string): ConnectionOptions {
  const parts = SENTINELS.exec(text)?.groups;
  if (parts === undefined) {
    throw new Error(
      "REDIS_SENTINELS must look like [redis-sentinel://[user:password@]]host:port,host:port[/database][#master]",
    );
  }
  const [username = "", password = ""] = splitCredentials(parts.credentials ?? "");
  return {
    sentinels: (parts.hosts ?? "").split(",").map(parseHost),
    name: parts.master ?? DEFAULT_MASTER,
    role: "master",
    ...credentials(username, password),
    db: Number(parts.database ?? 0),
  };
}

function parseHost(text: string): { host: string; port: number } {
  const url = URL.canParse(`redis://${text}`) ? new URL(`redis://${text}`) : undefined;
  if (url === undefined || url.hostname === "") throw new Error(`REDIS_SENTINELS: "${text}" is no host:port`);
  return { host: url.hostname.replace(/^\[(.*)\]$/, "$1"), port: url.port === "" ? SENTINEL_PORT : Number(url.port) };
}

/** As in a URL, what stands before the colon is the user, and nothing there is Redis' default user. */
function splitCredentials(text: string): [string, string] | [] {
  if (text === "") return [];
  const colon = text.indexOf(":");
  return colon === -1 ? [text, ""] : [text.slice(0, colon), text.slice(colon + 1)];
}

function credentials(username: string, password: string): ConnectionOptions {
  return {
    ...(username === "" ? {} : { username: decodeURIComponent(username) }),
    ...(password === "" ? {} : { password: decodeURIComponent(password) }),
  };
}
