/**
 * Which services there are: so that a name which is none makes no object.
 *
 * Owns: the names of the {@link ConfigObject} objects that were created.
 * Address: `directory`. There is one. It is asked by an isolate of the edge that has not read a service before, and told of each that is made.
 *
 * Storage: service(service, idc), primary key both; looks(only, used): how many names that are not in it were looked for all the same
 * Invariant: an object that it does not name is called at most {@link LOOKS_MAX} times in its whole life, whoever asks. Installations have had
 * services before they had this list; each of them is found once in that way, and noted.
 * RPC: {@link find}, {@link note}.
 * @module
 */
import { DurableObject } from "cloudflare:workers";

/** Twice the services of a large installation. Each that is none may leave an object that holds nothing: 4 KB on a disk of one's own. */
const LOOKS_MAX = 1_000;

/** `unlisted`: look for it. */
export type Found = "listed" | "unlisted" | "unknown";

export class ConfigDirectory extends DurableObject {
  readonly #sql: SqlStorage;
  #used: number;

  constructor(context: DurableObjectState, env: unknown) {
    super(context, env as never);
    this.#sql = context.storage.sql;
    this.#sql.exec(`
      CREATE TABLE IF NOT EXISTS service(service TEXT, idc TEXT, PRIMARY KEY(service, idc)) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS looks(only INTEGER PRIMARY KEY, used INTEGER NOT NULL);
    `);
    this.#used = this.#sql.exec<{ used: number }>("SELECT used FROM looks").toArray()[0]?.used ?? 0;
  }

  find(service: string, idc: string): Found {
    const query = "SELECT 1 FROM service WHERE service = ? AND idc = ?";
    if (this.#sql.exec(query, service, idc).toArray().length > 0) return "listed";
    if (this.#used >= LOOKS_MAX) return "unknown";
    this.#used++;
    this.#sql.exec("INSERT OR REPLACE INTO looks VALUES (0, ?)", this.#used);
    return "unlisted";
  }

  /** It is there. */
  note(service: string, idc: string): void {
    this.#sql.exec("INSERT OR IGNORE INTO service VALUES (?, ?)", service, idc);
  }
}
