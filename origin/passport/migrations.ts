/**
 * How the tables of tables.ts came to be.
 * @module
 */
import type { Migration } from "../store/store.ts";

export const PASSPORT_MIGRATIONS: readonly Migration[] = [
  {
    name: "0001-accounts",
    async up({ database, tableOptions }) {
      await database.schema
        .createTable("account")
        .addColumn("uid", "bigint", (column) => column.notNull().primaryKey())
        .addColumn("device_hash", "varbinary(32)", (column) => column.notNull().unique())
        .addColumn("nickname", "varchar(512)", (column) => column.notNull())
        .addColumn("avatar_url", "varchar(2048)", (column) => column.notNull())
        .addColumn("locale", "varchar(35)", (column) => column.notNull())
        .addColumn("revision", "bigint", (column) => column.notNull())
        .addColumn("created_at_ms", "bigint", (column) => column.notNull())
        .addColumn("signed_in_at_ms", "bigint", (column) => column.notNull())
        .modifyEnd(tableOptions)
        .execute();
    },
  },
  {
    name: "0002-sessions",
    async up({ database, tableOptions }) {
      await database.schema
        .createTable("session")
        .addColumn("session_id", "bigint", (column) => column.notNull().primaryKey())
        .addColumn("uid", "bigint", (column) => column.notNull())
        .addColumn("generation", "bigint", (column) => column.notNull())
        .addColumn("token_hash", "varbinary(32)", (column) => column.notNull())
        .addColumn("salt", "varbinary(16)", (column) => column.notNull())
        .addColumn("replaced_at_ms", "varchar(255)", (column) => column.notNull())
        .addColumn("created_at_ms", "bigint", (column) => column.notNull())
        .addColumn("refreshed_at_ms", "bigint", (column) => column.notNull())
        .addColumn("expires_at_ms", "bigint", (column) => column.notNull())
        .addColumn("revoked_at_ms", "bigint")
        .modifyEnd(tableOptions)
        .execute();
    },
  },
  {
    name: "0003-sessions-by-account",
    async up({ database }) {
      await database.schema.createIndex("session_uid").on("session").column("uid").execute();
    },
  },
  {
    name: "0004-signing-keys",
    async up({ database, tableOptions }) {
      await database.schema
        .createTable("signing_key")
        .addColumn("generation", "bigint", (column) => column.notNull().primaryKey())
        .addColumn("kid", "varchar(64)", (column) => column.notNull().unique())
        .addColumn("public_key", "varbinary(32)", (column) => column.notNull())
        .addColumn("private_key", "varbinary(255)", (column) => column.notNull())
        .addColumn("created_at_ms", "bigint", (column) => column.notNull())
        .addColumn("active_from_ms", "bigint", (column) => column.notNull())
        .modifyEnd(tableOptions)
        .execute();
    },
  },
  {
    name: "0005-secrets",
    async up({ database, tableOptions }) {
      await database.schema
        .createTable("passport_secret")
        .addColumn("name", "varchar(64)", (column) => column.notNull().primaryKey())
        .addColumn("sealed", "varbinary(255)", (column) => column.notNull())
        .modifyEnd(tableOptions)
        .execute();
    },
  },
];
