/**
 * Accounts: a guest's is opened by the first sign-in of a device, and has a profile.
 * @module
 */
import { createHmac } from "node:crypto";
import type { Kysely } from "kysely";
import { Fault } from "../../proto/fault.ts";
import { Profile, type UpdateProfileRequest } from "../../proto/gen/passport.contract.ts";
import type { Init } from "../../proto/message/message.ts";
import type { Cache } from "../cache/cache.ts";
import { jsonCodec } from "../cache/cache.ts";
import type { Store } from "../store/store.ts";
import { type ProfileChange, parseProfileChange } from "./profile-rules.ts";
import type { AccountTable, PassportTables } from "./tables.ts";
import { timestampOf } from "./timestamp.ts";

/** Printable ASCII. */
const DEVICE_ID = /^[\x20-\x7e]{16,128}$/;
/**
 * Instances with a common Redis hear of a change at once. Without Redis an instance shows a profile that was changed through another one as it
 * was, for this long at most.
 */
const PROFILE_TTL_SECONDS = 30;
const NO_PROFILE_TTL_SECONDS = 5;

export interface AccountsDeps {
  readonly store: Store<PassportTables>;
  readonly cache: Cache;
  readonly nextId: () => bigint;
  readonly now: () => number;
}

export interface Accounts {
  /**
   * The account of a device, opened when it has none; also when two calls open it at once.
   * @throws Fault invalid_argument when the device id is none
   */
  openByDevice(deviceId: string, secret: Uint8Array): Promise<bigint>;
  /** @throws Fault not_found */
  profile(uid: bigint, signal: AbortSignal): Promise<Init<Profile>>;
  /** @throws Fault invalid_argument, naming the field · aborted, with the current profile as its detail · not_found */
  updateProfile(uid: bigint, change: UpdateProfileRequest): Promise<Init<Profile>>;
}

/** As it is cached. */
type ProfileRow = Pick<AccountTable, "nickname" | "avatar_url" | "locale" | "revision" | "created_at_ms">;
const PROFILE_COLUMNS = ["nickname", "avatar_url", "locale", "revision", "created_at_ms"] as const;

export function accounts({ store, cache, nextId, now }: AccountsDeps): Accounts {
  const { database } = store;
  const profiles = cache.region<ProfileRow>({
    name: "passport-profile",
    version: 1,
    codec: jsonCodec(parseProfileRow),
    ttlSeconds: PROFILE_TTL_SECONDS,
    negativeTtlSeconds: NO_PROFILE_TTL_SECONDS,
  });

  return {
    async openByDevice(deviceId, secret) {
      if (!DEVICE_ID.test(deviceId)) {
        throw new Fault("invalid_argument", "device_id: 16 to 128 printable ASCII characters are needed");
      }
      const deviceHash = createHmac("sha256", secret).update(deviceId).digest();
      return (await findByDevice(deviceHash)) ?? (await open(deviceHash));
    },

    async profile(uid, signal) {
      const row = await profiles.get(String(uid), () => readProfile(database, uid), signal);
      return renderProfile(uid, row);
    },

    async updateProfile(uid, request) {
      const change = parseProfileChange(request);
      const { row, done } = await store.transaction((transaction) =>
        update(transaction, uid, change, request.revision),
      );
      if (row !== undefined && !done) throw conflict(uid, row);
      await profiles.delete(String(uid));
      return renderProfile(uid, row);
    },
  };

  async function findByDevice(deviceHash: Uint8Array): Promise<bigint | undefined> {
    const row = await database
      .selectFrom("account")
      .select("uid")
      .where("device_hash", "=", deviceHash)
      .executeTakeFirst();
    return row?.uid;
  }

  async function open(deviceHash: Uint8Array): Promise<bigint> {
    const uid = nextId();
    const atMs = BigInt(now());
    const blank = { nickname: "", avatar_url: "", locale: "", revision: 1n };
    try {
      await database
        .insertInto("account")
        .values({ uid, device_hash: deviceHash, ...blank, created_at_ms: atMs, signed_in_at_ms: atMs })
        .execute();
      return uid;
    } catch (error) {
      const winner =
        error instanceof Fault && error.code === "already_exists" ? await findByDevice(deviceHash) : undefined;
      if (winner === undefined) throw error;
      return winner;
    }
  }
}

/** @returns whether the change was made, and the profile as it is then; no row where there is no account */
async function update(
  database: Kysely<PassportTables>,
  uid: bigint,
  change: ProfileChange,
  revision: number,
): Promise<{ readonly row: ProfileRow | undefined; readonly done: boolean }> {
  const expected = revision === 0 ? undefined : BigInt(revision);
  if (Object.keys(change).length === 0) {
    const row = await readProfile(database, uid);
    return { row, done: expected === undefined || row?.revision === expected };
  }
  const { numUpdatedRows } = await database
    .updateTable("account")
    .set((column) => ({ ...change, revision: column("revision", "+", 1n) }))
    .where("uid", "=", uid)
    .$if(expected !== undefined, (query) => query.where("revision", "=", expected ?? 0n))
    .executeTakeFirstOrThrow();
  return { row: await readProfile(database, uid), done: numUpdatedRows === 1n };
}

function readProfile(database: Kysely<PassportTables>, uid: bigint): Promise<ProfileRow | undefined> {
  return database.selectFrom("account").select(PROFILE_COLUMNS).where("uid", "=", uid).executeTakeFirst();
}

/** The detail is what the caller would read next anyway. */
function conflict(uid: bigint, row: ProfileRow): Fault {
  const current = renderProfile(uid, row);
  return new Fault("aborted", `the profile was changed meanwhile: its revision is ${row.revision}`, {
    details: [{ type: Profile.name, value: Profile.encode(current), debug: Profile.toJson(current) }],
  });
}

function renderProfile(uid: bigint, row: ProfileRow | undefined): Init<Profile> {
  if (row === undefined) throw new Fault("not_found", "there is no such account");
  return {
    uid,
    nickname: row.nickname,
    avatarUrl: row.avatar_url,
    locale: row.locale,
    revision: Number(row.revision),
    createdAt: timestampOf(Number(row.created_at_ms)),
  };
}

function parseProfileRow(value: unknown): ProfileRow {
  const row = value as Readonly<Record<keyof ProfileRow, unknown>> | null;
  const texts = [row?.nickname, row?.avatar_url, row?.locale];
  const integers = [row?.revision, row?.created_at_ms];
  if (texts.every((text) => typeof text === "string") && integers.every((integer) => typeof integer === "bigint")) {
    return value as ProfileRow;
  }
  throw new TypeError("this is no profile");
}
