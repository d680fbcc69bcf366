/**
 * Private MariaDB servers for tests: data in a temporary folder, a free port of 127.0.0.1, root without a password.
 * @module
 */
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { promisify } from "node:util";
import mysql from "mysql2/promise";
import { findProgram } from "../../scripts/install-services.ts";
import { type Service, type ServiceTls, startService, tlsFiles, writeTls } from "./process.ts";

const PROBE_TIMEOUT_MS = 2_000;

/** MariaDB refuses to run as root unless it is told to. */
const AS_ROOT = process.getuid?.() === 0 ? ["--user=root"] : [];

/** Small: a test's data is a few rows. The rest stays at the defaults, durability included, because tests pull the plug. */
const SMALL = ["--innodb-buffer-pool-size=32M", "--innodb-log-file-size=4M", "--skip-log-bin"];

export interface Mariadb extends Service {
  /** Without a database: give it to {@link freshMysqlDatabase}. */
  readonly url: string;
}

/**
 * Starts a server; the caller must `stop()` it. Takes about a second.
 * @param options.tls it then speaks TLS to who asks for it, and goes on speaking in the clear
 */
export async function startMariadb({ tls }: { readonly tls?: ServiceTls } = {}): Promise<Mariadb> {
  const service = await startService({
    program: "mariadbd",
    async prepare(at) {
      if (tls !== undefined) writeTls(at, tls);
      await createSystemTables(at.folder);
    },
    args: ({ folder, port }) => [
      "--no-defaults",
      ...AS_ROOT,
      ...foldersIn(folder),
      `--socket=${join(folder, "s")}`,
      `--pid-file=${join(folder, "pid")}`,
      "--bind-address=127.0.0.1",
      `--port=${port}`,
      "--skip-name-resolve",
      ...(tls === undefined ? [] : [`--ssl-key=${tlsFiles(folder).key}`, `--ssl-cert=${tlsFiles(folder).cert}`]),
      ...SMALL,
    ],
    probe: async (port) => {
      const connection = await mysql.createConnection({ ...rootAt(port), connectTimeout: PROBE_TIMEOUT_MS });
      await connection.end();
    },
  });
  return Object.defineProperty(service, "url", { value: `mysql://root@127.0.0.1:${service.port}` }) as Mariadb;
}

/** Makes an empty database with a name of its own. @returns the URL with the database */
export async function freshMysqlDatabase(url: string): Promise<string> {
  const name = `test_${randomBytes(8).toString("hex")}`;
  const connection = await mysql.createConnection(url);
  try {
    await connection.query(`create database ${name} default character set utf8mb4`);
  } finally {
    await connection.end();
  }
  const fresh = new URL(url);
  fresh.pathname = `/${name}`;
  return fresh.href;
}

function rootAt(port: number) {
  return { host: "127.0.0.1", port, user: "root" };
}

/** Its own place for temporary tables too: a starting server deletes what it finds there, whose ever it is. */
function foldersIn(folder: string): string[] {
  return [`--datadir=${join(folder, "data")}`, `--tmpdir=${folder}`];
}

async function createSystemTables(folder: string): Promise<void> {
  const program = findProgram("mariadb-install-db");
  if (program === undefined) throw new Error("mariadb-install-db is missing: run node scripts/install-services.ts");
  await promisify(execFile)(program, [
    "--no-defaults",
    ...AS_ROOT,
    ...foldersIn(folder),
    "--auth-root-authentication-method=normal",
    "--skip-test-db",
    "--skip-name-resolve",
    ...SMALL,
  ]);
}
