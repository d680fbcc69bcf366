/**
 * Where a MySQL or MariaDB server is, and how a session with it behaves whatever the server's own defaults are.
 * @module
 */
import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import type { PoolOptions, TypeCastField, TypeCastNext } from "mysql2";
import { MIGRATION_STATEMENT_TIMEOUT_MS, type StoreLimits } from "./limits.ts";

const DEFAULT_PORT = 3306;

/** A peer that vanished without a word is found out by the system's keep-alive probes, which begin after this. */
const KEEP_ALIVE_DELAY_MS = 30_000;

export interface MysqlAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly tls:
    | { readonly rejectUnauthorized: boolean; readonly verifyIdentity: boolean; readonly ca?: Buffer }
    | undefined;
}

/**
 * Reads `mysql://user:password@host:port/database`. As in MySQL's own URIs, `?ssl-mode=` may be
 * - DISABLED, the default;
 * - REQUIRED: encrypted, any certificate;
 * - VERIFY_CA: and the certificate is signed by an authority that is trusted, for whatever name;
 * - VERIFY_IDENTITY: and it is for the host of the URL, which must be a name.
 *
 * Trusted are the authorities in the PEM file `ssl-ca`, else the system's. `ssl-ca` alone means VERIFY_IDENTITY. A server that speaks no TLS
 * where it must is not signed in to.
 * @throws Error that names MYSQL_URL and what is wrong, and never tells the password
 */
export function parseMysqlUrl(text: string): MysqlAddress {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !["mysql:", "mariadb:"].includes(url.protocol)) {
    throw new Error("MYSQL_URL must look like mysql://user:password@host:port/database");
  }
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const database = decodeURIComponent(url.pathname.slice(1));
  if (url.hostname === "") throw new Error("MYSQL_URL names no host");
  if (database === "" || database.includes("/"))
    throw new Error("MYSQL_URL must name one database: mysql://…/database");
  for (const name of url.searchParams.keys()) {
    if (name !== "ssl-mode" && name !== "ssl-ca") throw new Error(`MYSQL_URL has the unknown option ${name}`);
  }
  return {
    host,
    port: url.port === "" ? DEFAULT_PORT : Number(url.port),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database,
    tls: parseTls(url.searchParams, host),
  };
}

function parseTls(options: URLSearchParams, host: string): MysqlAddress["tls"] {
  const caFile = options.get("ssl-ca");
  const mode = (options.get("ssl-mode") ?? (caFile === null ? "DISABLED" : "VERIFY_IDENTITY")).toUpperCase();
  switch (mode) {
    case "DISABLED":
    case "REQUIRED":
      // Who names an authority wants it asked.
      if (caFile !== null) throw new Error(`MYSQL_URL: ssl-ca has no effect with ssl-mode=${mode}`);
      return mode === "DISABLED" ? undefined : { rejectUnauthorized: false, verifyIdentity: false };
    case "VERIFY_CA":
      return { rejectUnauthorized: true, verifyIdentity: false, ...authorities(caFile) };
    case "VERIFY_IDENTITY":
      // mysql2 tells TLS no address but names only; the certificate would then have to be for "localhost".
      if (isIP(host) !== 0) {
        throw new Error("MYSQL_URL: ssl-mode=VERIFY_IDENTITY needs a host name; for an IP address there is VERIFY_CA");
      }
      return { rejectUnauthorized: true, verifyIdentity: true, ...authorities(caFile) };
    default:
      throw new Error("MYSQL_URL: ssl-mode must be DISABLED, REQUIRED, VERIFY_CA or VERIFY_IDENTITY");
  }
}

function authorities(file: string | null): { readonly ca?: Buffer } {
  if (file === null) return {};
  try {
    return { ca: readFileSync(file) };
  } catch (cause) {
    throw new Error(`MYSQL_URL: ssl-ca cannot be read: ${(cause as Error).message}`, { cause });
  }
}

export function poolOptions(address: MysqlAddress, limits: StoreLimits): PoolOptions {
  const { tls, ...where } = address;
  return {
    ...where,
    ...(tls === undefined ? {} : { ssl: { ...tls } }),
    charset: "utf8mb4",
    connectionLimit: limits.poolSizeMax,
    maxIdle: Math.min(limits.poolIdleMax, limits.poolSizeMax),
    idleTimeout: limits.idleTimeoutMs,
    connectTimeout: limits.connectTimeoutMs,
    // The driver's own queue admits no more callers than there are connections; should one ever wait here, that is an error.
    waitForConnections: false,
    enableKeepAlive: true,
    keepAliveInitialDelay: KEEP_ALIVE_DELAY_MS,
    multipleStatements: false,
    // Times and JSON stay the text that the server sent, as SQLite has them.
    dateStrings: true,
    jsonStrings: true,
    typeCast,
  };
}

/**
 * What every new session is told, a statement after the other.
 * - Isolation: both servers' own default, which an operator may have changed. It has a statement for itself, because the variable's name differs.
 * - autocommit: without it a statement outside of a transaction would never take effect.
 * - sql_mode: refuse what does not fit instead of cutting it off; and never NO_BACKSLASH_ESCAPES, under which mysql2's escaping would be unsafe.
 * - The statement deadline, which each of the two servers takes by another name: the comments are MariaDB's and MySQL's own conditional code
 *   (https://mariadb.com/docs/server/reference/sql-statements/comment-syntax). MySQL applies it to SELECT only.
 */
export function sessionStatements(limits: StoreLimits): readonly string[] {
  const lockSeconds = Math.ceil(limits.lockTimeoutMs / 1_000);
  const variables = [
    "set session autocommit = 1",
    ", sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'",
    `/*M! , max_statement_time = ${limits.statementTimeoutMs / 1_000} */`,
    `/*!50708 , max_execution_time = ${limits.statementTimeoutMs} */`,
    ", time_zone = '+00:00'",
    `, innodb_lock_wait_timeout = ${lockSeconds}`,
    `, lock_wait_timeout = ${lockSeconds}`,
  ];
  return ["set session transaction isolation level repeatable read", variables.join(" ")];
}

/** The limits of the one connection that migrates. */
export function migrationLimits(limits: StoreLimits): StoreLimits {
  return {
    ...limits,
    poolSizeMax: 1,
    statementTimeoutMs: MIGRATION_STATEMENT_TIMEOUT_MS,
    lockTimeoutMs: limits.migrationLockTimeoutMs,
  };
}

/** A value as the store promises it: integers as bigint, bytes as Uint8Array. */
function typeCast(field: TypeCastField, next: TypeCastNext): unknown {
  switch (field.type) {
    case "TINY":
    case "SHORT":
    case "INT24":
    case "LONG":
    case "LONGLONG":
    case "YEAR":
      return bigintOf(field.string());
    default:
      return plainBytes(next());
  }
}

function bigintOf(text: string | null): bigint | null {
  return text === null ? null : BigInt(text);
}

/** A copy: mysql2's buffers are windows of the socket's, and one small value would keep all of that alive. */
function plainBytes(value: unknown): unknown {
  return Buffer.isBuffer(value) ? new Uint8Array(value) : value;
}
