/**
 * What passport's keys must do on every database, shared by instances and replaced while they serve.
 * @module
 */
import { randomBytes } from "node:crypto";
import { decodeProtectedHeader } from "jose";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  JWKS_MAX_AGE_SECONDS,
  KEYS_RELOAD_MS,
  LISTED_AFTER_MS,
  PUBLISH_AHEAD_MS,
} from "../../../../origin/passport/key-schedule.ts";
import { readKeyRows } from "../../../../origin/passport/keys.ts";
import type { PassportTables } from "../../../../origin/passport/passport.ts";
import { replaceKeysAtOnce, resealAll, rotateKeys } from "../../../../origin/passport/rotation.ts";
import { secretBox } from "../../../../origin/secret-box/secret-box.ts";
import type { Store } from "../../../../origin/store/store.ts";
import type { DatabaseUnderTest } from "./contract.ts";
import {
  contextOf,
  faultOf,
  headers,
  type Instance,
  type InstanceOptions,
  KEY_ENCRYPTION_KEY,
  newDevice,
  START_MS,
  startInstance,
} from "./harness.ts";

export function keysContract(database: DatabaseUnderTest): void {
  describe("keys", () => {
    const clock = { nowMs: START_MS };
    const instances: Instance[] = [];
    let stores: readonly [Store<PassportTables>, Store<PassportTables>];

    const start = async (options: Partial<InstanceOptions> = {}) => {
      const instance = await startInstance({ store: stores[0], clock, ...options });
      instances.push(instance);
      return instance;
    };
    const rotation = (keys = [KEY_ENCRYPTION_KEY]) => ({
      store: stores[0],
      box: secretBox(keys, randomBytes),
      now: () => clock.nowMs,
      randomBytes,
    });

    beforeEach(async () => {
      clock.nowMs = START_MS;
      stores = await database.fresh();
    });
    afterEach(async () => {
      await Promise.all(instances.splice(0).map((instance) => instance.close()));
      await Promise.all([...new Set(stores)].map((store) => store.close()));
    });

    test("instances that start together on an empty database agree on all of them", async () => {
      const all = [await start(), await start({ store: stores[1], workerId: 1 })] as const;
      await Promise.all(all.map((instance) => instance.prepare()));
      const { rows } = await counts(stores[0]);
      expect(rows).toEqual({ signing_key: 1, passport_secret: 2 });
      const device = newDevice();
      const signedIn = await all[0].signIn(device);
      expect((await all[1].signIn(device)).session.uid).toBe(signedIn.session.uid);
      expect((await all[1].refresh(signedIn.refreshToken)).session.uid).toBe(signedIn.session.uid);
      expect(await identifyWith(all[1], signedIn.session.accessToken)).toMatchObject({ uid: signedIn.session.uid });
    });

    test("survive a restart", async () => {
      const before = await start();
      await before.prepare();
      const signedIn = await before.signIn(newDevice());
      const after = await start();
      await after.prepare();
      expect(await jwks(after)).toEqual(await jwks(before));
      expect(await identifyWith(after, signedIn.session.accessToken)).toMatchObject({ uid: signedIn.session.uid });
      await after.refresh(signedIn.refreshToken);
    });

    test("are published without their private half, to be cached", async () => {
      const instance = await start();
      await instance.prepare();
      const [route] = instance.routes;
      expect(route).toMatchObject({ method: "GET", path: "/.well-known/jwks.json" });
      const reply = await route?.handle(contextOf(), new Uint8Array());
      expect(reply).toMatchObject({
        status: 200,
        headers: { "cache-control": "public, max-age=300", "content-type": "application/jwk-set+json" },
      });
      expect(await jwks(instance)).toEqual([
        {
          kty: "OKP",
          crv: "Ed25519",
          kid: expect.any(String),
          x: expect.stringMatching(/^.{43}$/),
          use: "sig",
          alg: "EdDSA",
        },
      ]);
    });

    test("a token names the key that signed it, and is typed as an access token", async () => {
      const instance = await start();
      await instance.prepare();
      const { session } = await instance.signIn(newDevice());
      const [key] = await jwks(instance);
      expect(decodeProtectedHeader(session.accessToken)).toEqual({ alg: "EdDSA", typ: "at+jwt", kid: key?.kid });
      expect(session.accessToken.length).toBeLessThan(450);
    });

    test("a rotation publishes the next key ahead, lets it take over, and lists the old one until its tokens have ended", async () => {
      const [one, two] = [await start(), await start({ store: stores[1], workerId: 1 })];
      await Promise.all([one.prepare(), two.prepare()]);
      const [old] = await kids(one);
      const next = await rotateKeys(rotation());
      expect(next).toMatchObject({ activeFromMs: START_MS + PUBLISH_AHEAD_MS, deletedKids: [] });

      clock.nowMs += KEYS_RELOAD_MS;
      expect(await kids(two)).toEqual([old, next.kid]);
      expect(kidOf(await one.signIn(newDevice()))).toBe(old);
      clock.nowMs = next.activeFromMs - 1;
      const last = await one.signIn(newDevice());
      expect(kidOf(last)).toBe(old);
      clock.nowMs = next.activeFromMs;
      expect(kidOf(await one.signIn(newDevice()))).toBe(next.kid);
      expect(kidOf(await two.signIn(newDevice()))).toBe(next.kid);

      clock.nowMs = next.activeFromMs + 600_000 - 1;
      expect(await identifyWith(two, last.session.accessToken)).toMatchObject({ uid: last.session.uid });
      clock.nowMs = next.activeFromMs + LISTED_AFTER_MS;
      expect(await kids(one)).toEqual([next.kid]);
      const third = await rotateKeys(rotation());
      expect(third.deletedKids).toEqual([old]);
    });

    test("a rotation may be run by several and again, and makes one key", async () => {
      const instance = await start();
      await instance.prepare();
      const all = await Promise.all([rotateKeys(rotation()), rotateKeys({ ...rotation(), store: stores[1] })]);
      expect(new Set(all.map((each) => each.kid)).size).toBe(1);
      expect(await rotateKeys(rotation())).toEqual(all[0]);
      clock.nowMs += KEYS_RELOAD_MS;
      expect(await kids(instance)).toHaveLength(2);
    });

    test("an instance that was idle while keys came and went does not sign with an old one", async () => {
      const [idle, other] = [await start(), await start({ store: stores[1], workerId: 1 })];
      await Promise.all([idle.prepare(), other.prepare()]);
      const { kid } = await rotateKeys(rotation());
      clock.nowMs += PUBLISH_AHEAD_MS + LISTED_AFTER_MS;
      const signedIn = await idle.signIn(newDevice());
      expect(kidOf(signedIn)).toBe(kid);
      expect(await identifyWith(other, signedIn.session.accessToken)).toMatchObject({ uid: signedIn.session.uid });
    });

    test("keys that are replaced at once are believed no longer than they are cached, and sessions live on", async () => {
      const instance = await start();
      await instance.prepare();
      const stolen = await instance.signIn(newDevice());
      const [old = ""] = await kids(instance);
      clock.nowMs += 1000;
      const replaced = await replaceKeysAtOnce(rotation());
      expect(replaced).toMatchObject({ activeFromMs: clock.nowMs, deletedKids: [old] });
      clock.nowMs += KEYS_RELOAD_MS;
      expect(await kids(instance)).toEqual([replaced.kid]);
      const fault = await faultOf(() => identifyWith(instance, stolen.session.accessToken));
      expect(fault).toMatchObject({
        code: "unauthenticated",
        message: "the access token is signed with an unknown key",
      });
      expect(kidOf(await instance.refresh(stolen.refreshToken))).toBe(replaced.kid);
      expect(JWKS_MAX_AGE_SECONDS).toBeLessThanOrEqual(600);
    });

    test("a key that another instance has just made is looked for, but not for every token that names one", async () => {
      const [one, two] = [await start(), await start({ store: stores[1], workerId: 1 })];
      await Promise.all([one.prepare(), two.prepare()]);
      await replaceKeysAtOnce(rotation());
      clock.nowMs += KEYS_RELOAD_MS;
      const signedIn = await two.signIn(newDevice());
      expect(await identifyWith(one, signedIn.session.accessToken)).toMatchObject({ uid: signedIn.session.uid });
    });

    test("the key that encrypts them is replaced without a gap", async () => {
      const nextKey = new Uint8Array(32).fill(9);
      const before = await start();
      await before.prepare();
      const signedIn = await before.signIn(newDevice());
      const both = await start({ keyEncryptionKeys: [nextKey, KEY_ENCRYPTION_KEY] });
      await both.prepare();
      expect(await resealAll(rotation([nextKey, KEY_ENCRYPTION_KEY]))).toBe(3);
      expect(await resealAll(rotation([nextKey, KEY_ENCRYPTION_KEY]))).toBe(0);
      const after = await start({ keyEncryptionKeys: [nextKey] });
      await after.prepare();
      await after.refresh(signedIn.refreshToken);
      const left = await start();
      await expect(left.prepare()).rejects.toThrow("another KEY_ENCRYPTION_KEY");
    });

    test("a wrong KEY_ENCRYPTION_KEY stops the start, and is named", async () => {
      await (await start()).prepare();
      const wrong = await start({ keyEncryptionKeys: [new Uint8Array(32)] });
      await expect(wrong.prepare()).rejects.toThrow("KEY_ENCRYPTION_KEY");
    });

    test("a row that was put in another's place is not taken", async () => {
      const instance = await start();
      await instance.prepare();
      await rotateKeys(rotation());
      const [first, second] = await readKeyRows(stores[0]);
      if (first === undefined || second === undefined) throw new Error("there are two keys");
      for (const column of ["private_key", "public_key"] as const) {
        await stores[0].database
          .updateTable("signing_key")
          .set({ [column]: first[column] })
          .where("generation", "=", 2n)
          .execute();
        await expect((await start()).prepare()).rejects.toThrow("signing_key");
        await stores[0].database
          .updateTable("signing_key")
          .set({ [column]: second[column] })
          .where("generation", "=", 2n)
          .execute();
      }
      await (await start()).prepare();
    });
  });
}

function kidOf({ session }: { readonly session: { readonly accessToken: string } }): string {
  return String(decodeProtectedHeader(session.accessToken).kid);
}

async function jwks(instance: Instance): Promise<readonly Readonly<Record<string, string>>[]> {
  const reply = await instance.routes[0]?.handle(contextOf(), new Uint8Array());
  return JSON.parse(String(reply?.body)).keys;
}

async function kids(instance: Instance): Promise<string[]> {
  return (await jwks(instance)).map((key) => String(key.kid));
}

function identifyWith(instance: Instance, accessToken: string) {
  return instance.identify(headers({ authorization: `Bearer ${accessToken}` }));
}

async function counts({ database }: Store<PassportTables>) {
  const [keys, secrets] = await Promise.all([
    database.selectFrom("signing_key").selectAll().execute(),
    database.selectFrom("passport_secret").selectAll().execute(),
  ]);
  return { rows: { signing_key: keys.length, passport_secret: secrets.length } };
}
