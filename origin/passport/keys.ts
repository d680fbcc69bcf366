/**
 * The Ed25519 keys that sign access tokens. They are in the database, sealed, and shared by all instances; key-schedule.ts says which one
 * signs when.
 * @module
 */
import { createHash, createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { ACCESS_TOKEN_ALGORITHM, type VerificationKey } from "../../proto/access-token.ts";
import { Fault } from "../../proto/fault.ts";
import type { SecretBox } from "../secret-box/secret-box.ts";
import type { Store } from "../store/store.ts";
import { KEYS_RELOAD_MS, listedKeysOf, type ScheduledKey, signingKeyOf } from "./key-schedule.ts";
import type { PassportTables, SigningKeyTable } from "./tables.ts";

const SEED_BYTES = 32;
/** 64 bits tell a handful of keys apart, and every request carries them. */
const KID_BYTES = 8;
/** PKCS #8 of an Ed25519 private key is this and the seed (RFC 8410 §7). */
const PKCS8_HEAD = Buffer.from("302e020100300506032b657004220420", "hex");
/** A token with an unknown kid makes the keys be read again, at most this often. */
const UNKNOWN_KID_RELOAD_MS = 10_000;

export interface KeysDeps {
  readonly store: Store<PassportTables>;
  readonly box: SecretBox;
  readonly now: () => number;
  readonly randomBytes: (length: number) => Uint8Array;
  /** Told when the keys could not be read again and the known ones are used on. */
  readonly warn: (message: string, cause: unknown) => void;
}

interface SigningKey extends ScheduledKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: VerificationKey;
  /** RFC 8037 §2: the public half, as the key set lists it. */
  readonly jwk: Readonly<Record<string, string>>;
}

export interface Keys {
  /** The key that signs now. @throws Fault unavailable while the database is away */
  signing(): Promise<SigningKey>;
  /** All that the key set lists now; those known of old while the database is away. */
  listed(): Promise<readonly SigningKey[]>;
  /** The listed key of that kid among those known now. */
  known(kid: string): SigningKey | undefined;
  /** Reads the keys again, where that is allowed again: for a token whose kid is not known. @throws Fault while there are none at all */
  refresh(): Promise<void>;
}

/** @throws Error from each of its functions when KEY_ENCRYPTION_KEY does not open the keys */
export function signingKeys({ store, box, now, randomBytes, warn }: KeysDeps): Keys {
  let keys: readonly SigningKey[] = [];
  let loadedAtMs = Number.NEGATIVE_INFINITY;
  let loading: Promise<void> | undefined;

  const isOlderThan = (ms: number) => Math.abs(now() - loadedAtMs) >= ms; // Also when the clock was set back.

  return {
    async signing() {
      if (isOlderThan(KEYS_RELOAD_MS)) await reload();
      const key = signingKeyOf(keys, now());
      if (key === undefined) throw new Error("there is no signing key");
      return key;
    },

    async listed() {
      if (isOlderThan(KEYS_RELOAD_MS)) await reloadIfPossible();
      return listedKeysOf(keys, now());
    },

    known: (kid) => listedKeysOf(keys, now()).find((key) => key.kid === kid),

    async refresh() {
      if (isOlderThan(UNKNOWN_KID_RELOAD_MS)) await reloadIfPossible();
    },
  };

  /** Callers that come together share one reading. */
  function reload(): Promise<void> {
    loading ??= load().finally(() => {
      loading = undefined;
    });
    return loading;
  }

  async function reloadIfPossible(): Promise<void> {
    try {
      await reload();
    } catch (error) {
      if (keys.length === 0) throw error;
      warn("the signing keys could not be read again", error);
    }
  }

  async function load(): Promise<void> {
    let rows = await readKeyRows(store);
    if (rows.length === 0) {
      // Active from the beginning of time: an instance whose clock is behind must be able to use it too.
      await insertKey(store, makeKeyRow({ box, randomBytes }, { generation: 1n, createdAtMs: now(), activeFromMs: 0 }));
      rows = await readKeyRows(store);
    }
    keys = await Promise.all(rows.map((row) => keys.find((key) => key.kid === row.kid) ?? openKey(row, box)));
    loadedAtMs = now();
  }
}

export function readKeyRows(store: Pick<Store<PassportTables>, "database">): Promise<SigningKeyTable[]> {
  return store.database.selectFrom("signing_key").selectAll().orderBy("generation").execute();
}

/** @returns false when another instance has made the key of this generation */
export async function insertKey(
  store: Pick<Store<PassportTables>, "database">,
  row: SigningKeyTable,
): Promise<boolean> {
  try {
    await store.database.insertInto("signing_key").values(row).execute();
    return true;
  } catch (error) {
    if (error instanceof Fault && error.code === "already_exists") return false;
    throw error;
  }
}

export function makeKeyRow(
  { box, randomBytes }: Pick<KeysDeps, "box" | "randomBytes">,
  times: { readonly generation: bigint; readonly createdAtMs: number; readonly activeFromMs: number },
): SigningKeyTable {
  const seed = randomBytes(SEED_BYTES);
  const publicKey = publicBytes(privateKeyOf(seed));
  const kid = createHash("sha256").update(publicKey).digest().subarray(0, KID_BYTES).toString("base64url");
  return {
    generation: times.generation,
    kid,
    public_key: publicKey,
    private_key: box.seal(seed, keyLabel(kid)),
    created_at_ms: BigInt(times.createdAtMs),
    active_from_ms: BigInt(times.activeFromMs),
  };
}

export function keyLabel(kid: string): string {
  return `signing_key ${kid}`;
}

async function openKey(row: SigningKeyTable, box: SecretBox): Promise<SigningKey> {
  const privateKey = privateKeyOf(box.open(row.private_key, keyLabel(row.kid)));
  const publicKey = publicBytes(privateKey);
  if (!publicKey.equals(row.public_key)) throw new Error(`${keyLabel(row.kid)} in the database is damaged`);
  return {
    generation: row.generation,
    activeFromMs: Number(row.active_from_ms),
    kid: row.kid,
    privateKey,
    publicKey: await crypto.subtle.importKey("raw", Uint8Array.from(publicKey), "Ed25519", false, ["verify"]),
    jwk: {
      kty: "OKP",
      crv: "Ed25519",
      kid: row.kid,
      x: publicKey.toString("base64url"),
      use: "sig",
      alg: ACCESS_TOKEN_ALGORITHM,
    },
  };
}

function privateKeyOf(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: "der", type: "pkcs8" });
}

function publicBytes(privateKey: KeyObject): Buffer {
  const { x = "" } = createPublicKey(privateKey).export({ format: "jwk" });
  return Buffer.from(x, "base64url");
}
