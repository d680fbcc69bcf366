/**
 * Which devices a user has: registered by the app with each start, and gone with the session, with a word of the service that the token is dead, or
 * when the app has not been heard of for long.
 * @module
 */
import { createHash } from "node:crypto";
import type { Transaction } from "kysely";
import { Fault } from "../../proto/fault.ts";
import type { Store } from "../store/store.ts";
import { ACCOUNT_LENGTH_MAX, type DeviceTable, type NotifyTables, TOKEN_LENGTH_MAX } from "./tables.ts";

export type ServiceName = "fcm" | "apns";

export interface DeviceToken {
  readonly service: ServiceName;
  readonly token: string;
}

export interface Device extends DeviceToken {
  readonly id: string;
  readonly account: string;
}

/** As many as a user has sessions; one more takes the place of the one that was registered longest ago. */
const DEVICES_MAX = 20;
/** FCM takes a token for stale after as many days, and its own advice is to forget it then. */
const STALE_MS = 270 * 86_400_000;
const STALE_ROWS_MAX = 500;
const APNS_TOKEN = /^[0-9a-f]{16,400}$/i;
const FCM_TOKEN = /^[A-Za-z0-9_:.\-%]+$/;

export interface Devices {
  /** @param token as {@link checkedToken} gives it @throws Fault invalid_argument */
  register(account: string, sessionId: bigint, token: DeviceToken): Promise<void>;
  /** Does nothing for one that is not there, or another user's. */
  unregister(account: string, token: DeviceToken): Promise<void>;
  of(accounts: readonly string[]): Promise<readonly Device[]>;
  find(id: string): Promise<Device | undefined>;
  /** @param deadSinceMs one that was registered later is alive again */
  removeDead(id: string, deadSinceMs: number): Promise<void>;
  /** Part of the transaction that ends the sessions. */
  removeOfSessions(transaction: Transaction<NotifyTables>, sessionIds: readonly bigint[]): Promise<void>;
  removeStale(): Promise<void>;
}

export interface DevicesDeps {
  readonly store: Store<NotifyTables>;
  readonly now: () => number;
}

export function devices({ store, now }: DevicesDeps): Devices {
  const { database } = store;
  return {
    async register(account, sessionId, { service, token }) {
      if (account.length > ACCOUNT_LENGTH_MAX) throw new Fault("invalid_argument", "the user's name is too long");
      const row: DeviceTable = {
        device_id: deviceIdOf({ service, token }),
        service,
        token,
        account,
        session_id: sessionId,
        registered_at_ms: BigInt(now()),
      };
      await store.transaction((transaction) => insertDevice(transaction, row));
    },

    async unregister(account, token) {
      await database
        .deleteFrom("push_device")
        .where("device_id", "=", deviceIdOf(token))
        .where("account", "=", account)
        .execute();
    },

    async of(accounts) {
      if (accounts.length === 0) return [];
      const rows = await database.selectFrom("push_device").selectAll().where("account", "in", accounts).execute();
      return rows.map(deviceOf);
    },

    async find(id) {
      const row = await database.selectFrom("push_device").selectAll().where("device_id", "=", id).executeTakeFirst();
      return row && deviceOf(row);
    },

    async removeDead(id, deadSinceMs) {
      await database
        .deleteFrom("push_device")
        .where("device_id", "=", id)
        .where("registered_at_ms", "<=", BigInt(deadSinceMs))
        .execute();
    },

    async removeOfSessions(transaction, sessionIds) {
      if (sessionIds.length === 0) return;
      await transaction.deleteFrom("push_device").where("session_id", "in", sessionIds).execute();
    },

    async removeStale() {
      const stale = await database
        .selectFrom("push_device")
        .select("device_id")
        .where("registered_at_ms", "<", BigInt(now() - STALE_MS))
        .limit(STALE_ROWS_MAX)
        .execute();
      if (stale.length === 0) return;
      const ids = stale.map((row) => row.device_id);
      await database.deleteFrom("push_device").where("device_id", "in", ids).execute();
    },
  };
}

/** A token that another user had is this one's now: somebody else holds the phone. */
async function insertDevice(transaction: Transaction<NotifyTables>, row: DeviceTable): Promise<void> {
  await transaction.deleteFrom("push_device").where("device_id", "=", row.device_id).execute();
  const others = await transaction
    .selectFrom("push_device")
    .select("device_id")
    .where("account", "=", row.account)
    .orderBy("registered_at_ms", "desc")
    .orderBy("device_id")
    .execute();
  const surplus = others.slice(DEVICES_MAX - 1).map((other) => other.device_id);
  if (surplus.length > 0) await transaction.deleteFrom("push_device").where("device_id", "in", surplus).execute();
  await transaction.insertInto("push_device").values(row).execute();
}

/** @throws Fault invalid_argument: a token becomes part of a path */
export function checkedToken({ service, token }: DeviceToken): DeviceToken {
  const shape = service === "apns" ? APNS_TOKEN : FCM_TOKEN;
  if (token.length > TOKEN_LENGTH_MAX || !shape.test(token)) {
    throw new Fault("invalid_argument", `this is no device token of ${service}`);
  }
  // The same device, however the app writes its bytes.
  return { service, token: service === "apns" ? token.toLowerCase() : token };
}

function deviceIdOf({ service, token }: DeviceToken): string {
  return createHash("sha256").update(`${service}\n${token}`).digest("base64url");
}

function deviceOf({ device_id, service, token, account }: DeviceTable): Device {
  return { id: device_id, service: service as ServiceName, token, account };
}
