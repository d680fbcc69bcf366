/**
 * Secrets that must not change, because what they made is in the database: made once, with the first start, and kept there sealed.
 *
 * - `device` makes the hash under which an account is found by its device id. Device ids are chosen by apps and may be easy to guess; without
 *   the secret a copy of the table could be searched for them.
 * - `refresh` makes refresh tokens (refresh-token.ts).
 * @module
 */
import { Fault } from "../../proto/fault.ts";
import type { SecretBox } from "../secret-box/secret-box.ts";
import type { Store } from "../store/store.ts";
import type { PassportTables } from "./tables.ts";

const SECRET_BYTES = 32;
const NAMES = ["device", "refresh"] as const;

export type Secrets = Readonly<Record<(typeof NAMES)[number], Uint8Array>>;

export interface SecretsDeps {
  readonly store: Store<PassportTables>;
  readonly box: SecretBox;
  readonly randomBytes: (length: number) => Uint8Array;
}

/**
 * Reads the secrets, and makes those that are missing. Of several instances that make one at once, one wins.
 * @throws Error when KEY_ENCRYPTION_KEY does not open them
 */
export async function loadSecrets({ store, box, randomBytes }: SecretsDeps): Promise<Secrets> {
  const [device, refresh] = await Promise.all(NAMES.map(load));
  return { device: device as Uint8Array, refresh: refresh as Uint8Array };

  async function load(name: string): Promise<Uint8Array> {
    const label = secretLabel(name);
    let sealed = await read(name);
    if (sealed === undefined) {
      await insert(name, box.seal(randomBytes(SECRET_BYTES), label));
      sealed = await read(name);
    }
    if (sealed === undefined) throw new Error(`${label} was written and cannot be read`);
    return box.open(sealed, label);
  }

  async function read(name: string): Promise<Uint8Array | undefined> {
    const row = await store.database
      .selectFrom("passport_secret")
      .select("sealed")
      .where("name", "=", name)
      .executeTakeFirst();
    return row?.sealed;
  }

  async function insert(name: string, sealed: Uint8Array): Promise<void> {
    try {
      await store.database.insertInto("passport_secret").values({ name, sealed }).execute();
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== "already_exists") throw error;
    }
  }
}

export function secretLabel(name: string): string {
  return `passport_secret ${name}`;
}
