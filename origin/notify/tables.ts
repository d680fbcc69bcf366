/**
 * Devices that notification services reach, and how their table came to be.
 * @module
 */
import type { Migration } from "../store/store.ts";

/** Type aliases, so that another room's transaction can be widened by them. */
export type NotifyTables = {
  readonly push_device: DeviceTable;
};

/** One row a token. Indexes: account; session_id. */
export type DeviceTable = {
  /** Of service and token; primary key. */
  device_id: string;
  /** `fcm` or `apns`. */
  service: string;
  token: string;
  /** The user. */
  account: string;
  /** The session that registered it, with which it goes. */
  session_id: bigint;
  registered_at_ms: bigint;
};

/** FCM's have some 150 to 300 characters, APNs' 64 or more; neither says how many at most. */
export const TOKEN_LENGTH_MAX = 2_048;
export const ACCOUNT_LENGTH_MAX = 250;
const ID_LENGTH_MAX = 64;

export const NOTIFY_MIGRATIONS: readonly Migration[] = [
  {
    name: "0001-devices",
    async up({ database, tableOptions }) {
      await database.schema
        .createTable("push_device")
        .addColumn("device_id", `varchar(${ID_LENGTH_MAX})`, (column) => column.notNull().primaryKey())
        .addColumn("service", "varchar(8)", (column) => column.notNull())
        .addColumn("token", `varchar(${TOKEN_LENGTH_MAX})`, (column) => column.notNull())
        .addColumn("account", `varchar(${ACCOUNT_LENGTH_MAX})`, (column) => column.notNull())
        .addColumn("session_id", "bigint", (column) => column.notNull())
        .addColumn("registered_at_ms", "bigint", (column) => column.notNull())
        .modifyEnd(tableOptions)
        .execute();
    },
  },
  {
    name: "0002-devices-by-account",
    async up({ database }) {
      await database.schema.createIndex("push_device_account").on("push_device").column("account").execute();
    },
  },
  {
    name: "0003-devices-by-session",
    async up({ database }) {
      await database.schema.createIndex("push_device_session").on("push_device").column("session_id").execute();
    },
  },
];
