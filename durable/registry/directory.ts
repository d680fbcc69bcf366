/**
 * Which services there are, for those who ask for all of them.
 *
 * Owns: the addresses of the {@link ServiceRegistry} objects that have an instance.
 * Address: `directory`. There is one, and no instance and no reader of a service depends on it: it is told of a service's first instance
 * and of its last, and asked by operators.
 *
 * Storage: service(env, appid), primary key both.
 * RPC: {@link list}, {@link note}.
 * @module
 */
import { DurableObject } from "cloudflare:workers";

export interface ServiceName {
  readonly env: string;
  readonly appid: string;
}

export class RegistryDirectory extends DurableObject {
  readonly #sql: SqlStorage;

  constructor(context: DurableObjectState, env: unknown) {
    super(context, env as never);
    this.#sql = context.storage.sql;
    this.#sql.exec("CREATE TABLE IF NOT EXISTS service (env TEXT, appid TEXT, PRIMARY KEY (env, appid)) WITHOUT ROWID");
  }

  /** In order of name. */
  list(): ServiceName[] {
    return this.#sql
      .exec<{ env: string; appid: string }>("SELECT env, appid FROM service ORDER BY env, appid")
      .toArray();
  }

  /** @param listed false when its last instance has gone */
  note({ env, appid }: ServiceName, listed: boolean): void {
    if (listed) this.#sql.exec("INSERT OR IGNORE INTO service (env, appid) VALUES (?, ?)", env, appid);
    else this.#sql.exec("DELETE FROM service WHERE env = ? AND appid = ?", env, appid);
  }
}
