import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { openCache } from "../../../../origin/cache/cache.ts";
import { selfSignedCertificate } from "../../../../scripts/certificate.ts";
import { counting, PATIENT, textRegion } from "../../../contract/cache.ts";
import { type Redis, startRedis } from "../../../services/redis.ts";

let redis: Redis;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fairway-redis-tls-test-"));
  const own = selfSignedCertificate(["localhost", "127.0.0.1"], Date.now());
  await writeFile(join(folder, "own.pem"), own.cert);
  await writeFile(join(folder, "other.pem"), selfSignedCertificate(["localhost"], Date.now()).cert);
  redis = await startRedis({ tls: own });
});

afterAll(async () => {
  await redis?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function open(redisUrl: string) {
  const told: unknown[] = [];
  const cache = await openCache({ redisUrl, limits: PATIENT, onWarning: (_, cause) => told.push(cause) });
  onTestFinished(() => cache.close());
  return { cache, told };
}

describe("Redis over TLS", () => {
  test.each(["127.0.0.1", "localhost"])("by %s, with the authority that the URL names, is used", async (host) => {
    const url = `rediss://${host}:${redis.port}?ssl-ca=${join(folder, "own.pem")}`;
    const [one, other] = [await open(url), await open(url)];
    expect(one.cache.redisUp()).toBe(true);
    await textRegion(one.cache).get(host, counting("value"));
    expect(await textRegion(other.cache).get(host, () => expect.fail("loaded again"))).toEqual({ text: "value" });
  });

  test.each([
    ["another authority", "other.pem"],
    ["the system's authorities", undefined],
  ])("is refused by %s, and the cache goes on without it", async (_, file) => {
    const query = file === undefined ? "" : `?ssl-ca=${join(folder, file)}`;
    const { cache, told } = await open(`rediss://127.0.0.1:${redis.port}${query}`);
    expect(cache.redisUp()).toBe(false);
    expect(told).toMatchObject([{ message: expect.stringContaining("self-signed certificate") }]);
    expect(await textRegion(cache).get("key", counting("value"))).toEqual({ text: "value" });
  });

  test("is refused when the certificate is for another name", async () => {
    const elsewhere = selfSignedCertificate(["cache.example"], Date.now());
    const named = await startRedis({ tls: elsewhere });
    onTestFinished(() => named.stop());
    const file = join(folder, "elsewhere.pem");
    await writeFile(file, elsewhere.cert);
    const { cache, told } = await open(`rediss://127.0.0.1:${named.port}?ssl-ca=${file}`);
    expect(cache.redisUp()).toBe(false);
    expect(told).toMatchObject([{ code: "ERR_TLS_CERT_ALTNAME_INVALID" }]);
  });

  test("is not spoken to in the clear", async () => {
    expect((await open(`redis://127.0.0.1:${redis.port}`)).cache.redisUp()).toBe(false);
  });

  test.each([
    ["rediss://:secret@h?ssl-ca=/nowhere.pem", "REDIS_URL: ssl-ca cannot be read: ENOENT"],
    ["redis://:secret@h?ssl-ca=/nowhere.pem", "REDIS_URL: ssl-ca is for rediss:// only"],
    ["rediss://:secret@h?ssl=no", "REDIS_URL has the unknown option ssl"],
  ])("does not come about by %s", async (redisUrl, message) => {
    await expect(open(redisUrl)).rejects.toThrow(message);
    await expect(open(redisUrl)).rejects.not.toThrow("secret");
  });
});
