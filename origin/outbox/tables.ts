/**
 * The table of the outbox, and how it came to be.
 * @module
 */
import type { Migration } from "../store/store.ts";

/** Type aliases, so that a room's transaction can be widened by them: `transaction.withTables<OutboxTables>()`. */
export type OutboxTables = {
  readonly outbox: OutboxTable;
};

/** Waits to be sent; or is under way while `due_at_ms`, its lease, is in the future. */
export const WAITING = 0n;
/** Was sent, and is remembered so that it is not taken in a second time. */
export const SENT = 1n;
/** A dead letter: nobody tries any more. */
export const DEAD = 2n;

/** One row a job. Primary key: queue, id. Index: queue, state, due_at_ms; and queue, collapse. */
export type OutboxTable = {
  queue: string;
  id: string;
  /** A later job of the queue with the same one takes this one's place while it waits. */
  collapse: string | null;
  /** JSON. */
  body: string;
  state: bigint;
  /** Waiting: when it is tried next. Sent and dead: when it is forgotten. */
  due_at_ms: bigint;
  /** From then on it is not sent any more. */
  expires_at_ms: bigint;
  attempts: bigint;
  /** What the last attempt failed with. */
  error: string;
  created_at_ms: bigint;
};

export const ID_LENGTH_MAX = 128;
export const BODY_LENGTH_MAX = 8_192;
export const ERROR_LENGTH_MAX = 512;
const QUEUE_LENGTH_MAX = 32;

export const OUTBOX_MIGRATIONS: readonly Migration[] = [
  {
    name: "0001-outbox",
    async up({ database, tableOptions }) {
      await database.schema
        .createTable("outbox")
        .addColumn("queue", `varchar(${QUEUE_LENGTH_MAX})`, (column) => column.notNull())
        .addColumn("id", `varchar(${ID_LENGTH_MAX})`, (column) => column.notNull())
        .addColumn("collapse", `varchar(${ID_LENGTH_MAX})`)
        .addColumn("body", `varchar(${BODY_LENGTH_MAX})`, (column) => column.notNull())
        .addColumn("state", "integer", (column) => column.notNull())
        .addColumn("due_at_ms", "bigint", (column) => column.notNull())
        .addColumn("expires_at_ms", "bigint", (column) => column.notNull())
        .addColumn("attempts", "integer", (column) => column.notNull())
        .addColumn("error", `varchar(${ERROR_LENGTH_MAX})`, (column) => column.notNull())
        .addColumn("created_at_ms", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("outbox_pk", ["queue", "id"])
        .modifyEnd(tableOptions)
        .execute();
    },
  },
  {
    name: "0002-outbox-due",
    async up({ database }) {
      await database.schema.createIndex("outbox_due").on("outbox").columns(["queue", "state", "due_at_ms"]).execute();
    },
  },
  {
    name: "0003-outbox-collapse",
    async up({ database }) {
      await database.schema.createIndex("outbox_collapse").on("outbox").columns(["queue", "collapse"]).execute();
    },
  },
];
