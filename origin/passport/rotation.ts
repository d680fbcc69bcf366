/**
 * Replacing keys: the signing keys of access tokens, and the key that encrypts what is in the database.
 * @module
 */
import { Fault } from "../../proto/fault.ts";
import type { Store } from "../store/store.ts";
import { listedKeysOf, PUBLISH_AHEAD_MS, pendingKeyOf } from "./key-schedule.ts";
import { insertKey, type KeysDeps, keyLabel, makeKeyRow, readKeyRows } from "./keys.ts";
import { secretLabel } from "./secrets.ts";
import type { PassportTables, SigningKeyTable } from "./tables.ts";

export type RotationDeps = Pick<KeysDeps, "store" | "box" | "now" | "randomBytes">;

export interface Rotation {
  readonly kid: string;
  readonly activeFromMs: number;
  /** Keys that are no longer listed, and were deleted. */
  readonly deletedKids: readonly string[];
}

/**
 * Publishes the next signing key; it takes over when every edge knows it. While one is waiting no further one is made, so that this may be
 * run by a timer, by several instances, and again after a failure.
 */
export async function rotateKeys({ store, now, ...make }: RotationDeps): Promise<Rotation> {
  let rows = await readKeyRows(store);
  if (pendingOf(rows, now()) === undefined) {
    const generation = (rows.at(-1)?.generation ?? 0n) + 1n;
    const activeFromMs = rows.length === 0 ? 0 : now() + PUBLISH_AHEAD_MS;
    await insertKey(store, makeKeyRow(make, { generation, createdAtMs: now(), activeFromMs }));
    rows = await readKeyRows(store); // Another instance may have been first.
  }
  const latest = rows.at(-1);
  if (latest === undefined) throw new Error("there is no signing key");
  const listed = new Set(listedKeysOf(rows.map(scheduled), now()).map((key) => key.generation));
  const deletedKids = await deleteKeys(
    store,
    rows.filter((row) => !listed.has(row.generation)),
  );
  return { kid: latest.kid, activeFromMs: Number(latest.active_from_ms), deletedKids };
}

/**
 * For a key that got into wrong hands: makes a new one that signs at once, and deletes all others. Tokens that they signed are refused as soon
 * as an instance or edge reads the keys again, after JWKS_MAX_AGE_SECONDS at the latest; sessions live on, and apps refresh.
 * @throws Fault aborted when another rotation runs at the same time
 */
export function replaceKeysAtOnce({ store, now, ...make }: RotationDeps): Promise<Rotation> {
  return store.transaction(async (transaction) => {
    const inside = { database: transaction };
    const rows = await readKeyRows(inside);
    const generation = (rows.at(-1)?.generation ?? 0n) + 1n;
    const row = makeKeyRow(make, { generation, createdAtMs: now(), activeFromMs: now() });
    if (!(await insertKey(inside, row))) {
      throw new Fault("aborted", "another rotation runs at the same time; look at its result, then try again");
    }
    return { kid: row.kid, activeFromMs: now(), deletedKids: await deleteKeys(inside, rows) };
  });
}

/**
 * Encrypts everything with the first KEY_ENCRYPTION_KEY that another of them still encrypts; after it, the others may be removed.
 * @returns how many rows were encrypted anew
 */
export async function resealAll({ store, box }: Pick<RotationDeps, "store" | "box">): Promise<number> {
  let resealed = 0;
  for (const { kid, private_key: old } of await readKeyRows(store)) {
    if (box.isCurrent(old)) continue;
    const sealed = box.seal(box.open(old, keyLabel(kid)), keyLabel(kid));
    await store.database.updateTable("signing_key").set({ private_key: sealed }).where("kid", "=", kid).execute();
    resealed += 1;
  }
  for (const { name, sealed: old } of await store.database.selectFrom("passport_secret").selectAll().execute()) {
    if (box.isCurrent(old)) continue;
    const sealed = box.seal(box.open(old, secretLabel(name)), secretLabel(name));
    await store.database.updateTable("passport_secret").set({ sealed }).where("name", "=", name).execute();
    resealed += 1;
  }
  return resealed;
}

function pendingOf(rows: readonly SigningKeyTable[], nowMs: number) {
  return pendingKeyOf(rows.map(scheduled), nowMs);
}

function scheduled(row: SigningKeyTable) {
  return { generation: row.generation, activeFromMs: Number(row.active_from_ms) };
}

async function deleteKeys(
  { database }: Pick<Store<PassportTables>, "database">,
  rows: readonly SigningKeyTable[],
): Promise<string[]> {
  const kids = rows.map((row) => row.kid);
  if (kids.length > 0) await database.deleteFrom("signing_key").where("kid", "in", kids).execute();
  return kids;
}
