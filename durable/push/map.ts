/**
 * How many shards there are, and were. One object for a region: it is asked by each isolate and shard once in a while, and never on the way of a
 * message.
 *
 * Address: `<region>`. Storage: count(n), rising: proto/push/shard-map.ts.
 * Invariant: a count is never taken back, because streams lie where it put them.
 * @module
 */
import { DurableObject } from "cloudflare:workers";
import { Fault } from "../../proto/fault.ts";
import { withCount } from "../../proto/push/push.ts";

export class PushMap extends DurableObject {
  readonly #sql: SqlStorage;

  constructor(context: DurableObjectState, env: unknown) {
    super(context, env as never);
    this.#sql = context.storage.sql;
    this.#sql.exec("CREATE TABLE IF NOT EXISTS count(n INTEGER PRIMARY KEY)");
  }

  /** @param initial what the configuration says: it begins with that, and is raised by it */
  counts(initial: number): readonly number[] {
    const counts = this.#stored();
    return counts.length === 0 || initial > (counts.at(-1) ?? 0) ? this.raise(initial, initial) : counts;
  }

  /** @throws Fault invalid_argument for a count that is lower, or too high */
  raise(initial: number, count: number): readonly number[] {
    const stored = this.#stored();
    const before = stored.length === 0 ? [Math.min(initial, count)] : stored;
    try {
      const counts = withCount(before, count);
      for (const n of counts) this.#sql.exec("INSERT OR IGNORE INTO count VALUES (?)", n);
      return counts;
    } catch (cause) {
      throw new Fault("invalid_argument", cause instanceof Error ? cause.message : "shards: is wrong", { cause });
    }
  }

  #stored(): number[] {
    return this.#sql
      .exec<{ n: number }>("SELECT n FROM count ORDER BY n")
      .toArray()
      .map(({ n }) => n);
  }
}
