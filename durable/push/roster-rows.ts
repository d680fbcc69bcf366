/**
 * The tables of a roster (roster.ts), as they are on disk.
 *
 * Storage:
 *   connection(id, ip, user, due_ms)                      due_ms: when it is to be looked at, for its heartbeat or its token's end
 *   subscription(channel, connection, client, expires_ms) client: JSON of ClientInfo, with joinLeave
 *   view(channel, epoch, offset)                          the last that subscribers were given, of a channel that another object keeps
 * @module
 */
import type { ClientInfo, Position } from "../../proto/push/model.ts";

export interface SubscriptionRow {
  readonly channel: string;
  readonly connection: string;
  readonly client: ClientInfo;
  readonly expiresAtMs: number | undefined;
  /** Whether others are told that it leaves; undefined: as the channel has it. */
  readonly joinLeave?: boolean;
}

/** Changes of connections, each connection once. */
export interface RosterBatch {
  /** With their subscriptions. */
  readonly removed: string[];
  readonly entered: (readonly [id: string, ip: string, user: string, dueMs: number | null])[];
  readonly noted: (readonly [id: string, user: string, dueMs: number | null])[];
  readonly left: (readonly [channel: string, connection: string])[];
  readonly subscribed: SubscriptionRow[];
}

type Row = Record<string, SqlStorageValue>;

export class RosterRows {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec(`
      CREATE TABLE IF NOT EXISTS connection(id TEXT PRIMARY KEY, ip TEXT NOT NULL, user TEXT NOT NULL, due_ms INTEGER) WITHOUT ROWID;
      CREATE INDEX IF NOT EXISTS connection_due ON connection(due_ms) WHERE due_ms IS NOT NULL;
      CREATE TABLE IF NOT EXISTS subscription(channel TEXT NOT NULL, connection TEXT NOT NULL, client TEXT NOT NULL, expires_ms INTEGER,
        PRIMARY KEY(channel, connection)) WITHOUT ROWID;
      CREATE INDEX IF NOT EXISTS subscription_connection ON subscription(connection);
      CREATE INDEX IF NOT EXISTS subscription_expiry ON subscription(expires_ms) WHERE expires_ms IS NOT NULL;
      CREATE TABLE IF NOT EXISTS view(channel TEXT PRIMARY KEY, epoch TEXT NOT NULL, offset INTEGER NOT NULL) WITHOUT ROWID;
    `);
  }

  /** A statement for each kind of change, whatever their number: a statement costs more than the row that it writes. */
  write({ removed, entered, noted, left, subscribed }: RosterBatch): void {
    if (removed.length > 0) {
      const ids = JSON.stringify(removed);
      this.#sql.exec("DELETE FROM subscription WHERE connection IN (SELECT value FROM json_each(?))", ids);
      this.#sql.exec("DELETE FROM connection WHERE id IN (SELECT value FROM json_each(?))", ids);
    }
    if (entered.length > 0) {
      this.#sql.exec(
        "INSERT OR REPLACE INTO connection SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?)",
        JSON.stringify(entered),
      );
    }
    for (const [id, user, dueMs] of noted) {
      this.#sql.exec("UPDATE connection SET user = ?, due_ms = ? WHERE id = ?", user, dueMs, id);
    }
    for (const [channel, connection] of left) {
      this.#sql.exec("DELETE FROM subscription WHERE channel = ? AND connection = ?", channel, connection);
    }
    if (subscribed.length > 0) {
      const rows = subscribed.map(({ channel, connection, client, expiresAtMs, joinLeave }) => [
        channel,
        connection,
        JSON.stringify(joinLeave === undefined ? client : { ...client, joinLeave }),
        expiresAtMs ?? null,
      ]);
      this.#sql.exec(
        "INSERT OR REPLACE INTO subscription SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?)",
        JSON.stringify(rows),
      );
    }
  }

  ids(): string[] {
    return this.#sql
      .exec<{ id: string }>("SELECT id FROM connection")
      .toArray()
      .map(({ id }) => id);
  }

  due(nowMs: number, limit: number): string[] {
    return this.#sql
      .exec<{ id: string }>(
        "SELECT id FROM connection WHERE due_ms IS NOT NULL AND due_ms <= ? ORDER BY due_ms LIMIT ?",
        nowMs,
        limit,
      )
      .toArray()
      .map(({ id }) => id);
  }

  nextDueMs(): number | undefined {
    const { at } = this.#sql
      .exec<{ at: number | null }>("SELECT MIN(due_ms) AS at FROM connection WHERE due_ms IS NOT NULL")
      .one();
    return at ?? undefined;
  }

  ofConnection(connection: string): SubscriptionRow[] {
    return this.#sql
      .exec<Row>("SELECT * FROM subscription WHERE connection = ?", connection)
      .toArray()
      .map(subscriptionOf);
  }

  subscribers(channel: string): string[] {
    return this.#sql
      .exec<{ connection: string }>("SELECT connection FROM subscription WHERE channel = ?", channel)
      .toArray()
      .map(({ connection }) => connection);
  }

  clients(channel: string, limit: number): ClientInfo[] {
    return this.#sql
      .exec<{ client: string }>("SELECT client FROM subscription WHERE channel = ? LIMIT ?", channel, limit)
      .toArray()
      .map(({ client }) => clientOf(client).client);
  }

  countOf(channel: string): { readonly connections: number; readonly users: number } {
    return this.#sql
      .exec<{ connections: number; users: number }>(
        `SELECT COUNT(*) AS connections, COUNT(DISTINCT NULLIF(c.user, '')) AS users
         FROM subscription s JOIN connection c ON c.id = s.connection WHERE s.channel = ?`,
        channel,
      )
      .one();
  }

  totals(): { readonly connections: number; readonly addresses: number } {
    return this.#sql
      .exec<{ connections: number; addresses: number }>(
        "SELECT COUNT(*) AS connections, COUNT(DISTINCT ip) AS addresses FROM connection",
      )
      .one();
  }

  /** Reads every row: for looking at a shard, not for counting all the time. */
  census(): {
    readonly connections: number;
    readonly users: number;
    readonly channels: number;
    readonly subscriptions: number;
  } {
    return this.#sql
      .exec<{ connections: number; users: number; channels: number; subscriptions: number }>(
        `SELECT (SELECT COUNT(*) FROM connection) AS connections,
           (SELECT COUNT(DISTINCT NULLIF(user, '')) FROM connection) AS users,
           (SELECT COUNT(DISTINCT channel) FROM subscription) AS channels,
           (SELECT COUNT(*) FROM subscription) AS subscriptions`,
      )
      .one();
  }

  top(prefix: string, limit: number): [string, number][] {
    // A range, so that only what begins with it is read: names are ASCII below '~'.
    return this.#sql
      .exec<{ channel: string; n: number }>(
        "SELECT channel, COUNT(*) AS n FROM subscription WHERE channel >= ? AND channel < ? GROUP BY channel ORDER BY n DESC, channel LIMIT ?",
        prefix,
        `${prefix}\u007f`,
        limit,
      )
      .toArray()
      .map(({ channel, n }) => [channel, n]);
  }

  /** Channels that have subscribers here. */
  channels(): string[] {
    return this.#sql
      .exec<{ channel: string }>("SELECT DISTINCT channel FROM subscription")
      .toArray()
      .map(({ channel }) => channel);
  }

  position(channel: string): Position | undefined {
    const [row] = this.#sql
      .exec<{ epoch: string; offset: number }>("SELECT epoch, offset FROM view WHERE channel = ?", channel)
      .toArray();
    return row;
  }

  reached(channel: string, { epoch, offset }: Position): void {
    this.#sql.exec("INSERT OR REPLACE INTO view VALUES (?, ?, ?)", channel, epoch, offset);
  }

  forgetView(channel: string): void {
    this.#sql.exec("DELETE FROM view WHERE channel = ?", channel);
  }

  nextExpiryMs(): number | undefined {
    const { at } = this.#sql
      .exec<{ at: number | null }>("SELECT MIN(expires_ms) AS at FROM subscription WHERE expires_ms IS NOT NULL")
      .one();
    return at ?? undefined;
  }

  /** Expired subscriptions. */
  expired(nowMs: number, limit: number): SubscriptionRow[] {
    return this.#sql
      .exec<Row>("SELECT * FROM subscription WHERE expires_ms IS NOT NULL AND expires_ms <= ? LIMIT ?", nowMs, limit)
      .toArray()
      .map(subscriptionOf);
  }
}

function subscriptionOf(row: Row): SubscriptionRow {
  return {
    channel: row.channel as string,
    connection: row.connection as string,
    ...clientOf(row.client as string),
    expiresAtMs: row.expires_ms === null ? undefined : (row.expires_ms as number),
  };
}

function clientOf(json: string): Pick<SubscriptionRow, "client" | "joinLeave"> {
  const { joinLeave, ...client } = JSON.parse(json) as ClientInfo & { readonly joinLeave?: boolean };
  return joinLeave === undefined ? { client } : { client, joinLeave };
}
