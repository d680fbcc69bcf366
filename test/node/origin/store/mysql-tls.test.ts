import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import mysql from "mysql2/promise";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { openStore } from "../../../../origin/store/store.ts";
import { selfSignedCertificate } from "../../../../scripts/certificate.ts";
import { freshMysqlDatabase, type Mariadb, startMariadb } from "../../../services/mariadb.ts";

let mariadb: Mariadb;
let plain: Mariadb;
let folder: string;
/** A database of the server that speaks TLS, by its address. */
let address: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fairway-mysql-tls-test-"));
  const own = selfSignedCertificate(["localhost"], Date.now());
  const other = selfSignedCertificate(["localhost"], Date.now());
  await writeFile(join(folder, "own.pem"), own.cert);
  await writeFile(join(folder, "other.pem"), other.cert);
  [mariadb, plain] = await Promise.all([startMariadb({ tls: own }), startMariadb()]);
  address = await freshMysqlDatabase(mariadb.url);
  const admin = await mysql.createConnection(mariadb.url);
  await admin.query("create user 'strict'@'127.0.0.1' identified by 'pass' require ssl");
  await admin.query("grant all on *.* to 'strict'@'127.0.0.1'");
  await admin.end();
});

afterAll(async () => {
  await Promise.all([mariadb?.stop(), plain?.stop()]);
  await rm(folder, { recursive: true, force: true });
});

/** @param query for example `?ssl-mode=REQUIRED`; `$OWN` and `$OTHER` stand for the files of certificates */
async function cipherOf(base: string, host: string, query: string): Promise<string | undefined> {
  const url = new URL(base);
  url.hostname = host;
  url.search = query.replace("$OWN", join(folder, "own.pem")).replace("$OTHER", join(folder, "other.pem"));
  const store = await openStore({ mysqlUrl: url.href });
  onTestFinished(() => store.close());
  const answer = sql<{ Value: string }>`show session status like 'Ssl_cipher'`.execute(store.database);
  return (await answer).rows[0]?.Value;
}

describe("a connection to MySQL is encrypted", () => {
  test.each([
    ["127.0.0.1", "?ssl-mode=REQUIRED"],
    ["localhost", "?ssl-mode=required"],
    ["127.0.0.1", "?ssl-mode=VERIFY_CA&ssl-ca=$OWN"],
    ["localhost", "?ssl-mode=VERIFY_IDENTITY&ssl-ca=$OWN"],
    ["localhost", "?ssl-ca=$OWN"],
  ])("to %s with %s", async (host, query) => {
    expect(await cipherOf(address, host, query)).toMatch(/^TLS_|^ECDHE/);
  });

  test("for a user who may not come in the clear, and only then", async () => {
    const url = new URL(address);
    url.username = "strict";
    url.password = "pass";
    expect(await cipherOf(url.href, "127.0.0.1", "?ssl-mode=REQUIRED")).not.toBe("");
    await expect(cipherOf(url.href, "127.0.0.1", "")).rejects.toThrow();
  });

  test("not, where nothing is said", async () => {
    expect(await cipherOf(address, "127.0.0.1", "")).toBe("");
  });
});

describe("a connection to MySQL is refused", () => {
  test.each([
    ["by an authority that did not sign", "localhost", "?ssl-ca=$OTHER", "self-signed certificate"],
    [
      "by an authority that did not sign, for any name",
      "127.0.0.1",
      "?ssl-mode=VERIFY_CA&ssl-ca=$OTHER",
      "self-signed",
    ],
    ["by the system's authorities", "localhost", "?ssl-mode=VERIFY_IDENTITY", "self-signed certificate"],
  ])("%s", async (_, host, query, reason) => {
    const refused = cipherOf(address, host, query);
    await expect(refused).rejects.toMatchObject({
      code: "unavailable",
      cause: { message: expect.stringContaining(reason) },
    });
  });

  test("when the certificate is for another name", async () => {
    const elsewhere = selfSignedCertificate(["db.example"], Date.now());
    const named = await startMariadb({ tls: elsewhere });
    onTestFinished(() => named.stop());
    const file = join(folder, "elsewhere.pem");
    await writeFile(file, elsewhere.cert);
    const base = await freshMysqlDatabase(named.url);
    await expect(cipherOf(base, "localhost", `?ssl-ca=${file}`)).rejects.toMatchObject({
      cause: { message: expect.stringContaining("altnames") },
    });
    expect(await cipherOf(base, "localhost", `?ssl-mode=VERIFY_CA&ssl-ca=${file}`)).not.toBe("");
  });

  test.each(["?ssl-mode=REQUIRED", "?ssl-ca=$OWN"])("by a server without TLS: %s", async (query) => {
    await expect(cipherOf(await freshMysqlDatabase(plain.url), "localhost", query)).rejects.toThrow();
  });
});

describe("MYSQL_URL is refused, by name and without its password:", () => {
  test.each([
    ["?ssl-mode=VERIFY_IDENTITY", "127.0.0.1", "needs a host name"],
    ["?ssl-ca=$OWN", "[::1]", "needs a host name"],
    ["?ssl-mode=REQUIRED&ssl-ca=$OWN", "localhost", "ssl-ca has no effect"],
    ["?ssl-mode=DISABLED&ssl-ca=$OWN", "localhost", "ssl-ca has no effect"],
    ["?ssl-ca=/nowhere.pem", "localhost", "ssl-ca cannot be read: ENOENT"],
    ["?ssl-mode=PREFERRED", "localhost", "ssl-mode must be"],
  ])("%s for %s", async (query, host, message) => {
    const refused = cipherOf("mysql://root:secret@x/y", host, query);
    await expect(refused).rejects.toThrow(`MYSQL_URL: `);
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.not.toThrow("secret");
  });
});
