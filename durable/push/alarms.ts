/**
 * An object has one alarm; this shares it between purposes.
 *
 * Storage: due(purpose, at_ms)
 * @module
 */
import { hasTable } from "./tables.ts";

/** The runtime refuses what is later. A token whose end was written in milliseconds is good until the year 58000. */
const ALARM_MS_MAX = Date.UTC(2189, 0, 1);

export class Alarms {
  readonly #storage: DurableObjectStorage;
  readonly #due = new Map<string, number>();
  #isMade: boolean;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
    this.#isMade = hasTable(storage.sql, "due");
    if (!this.#isMade) return;
    for (const { purpose, at_ms } of storage.sql.exec<{ purpose: string; at_ms: number }>("SELECT * FROM due")) {
      this.#due.set(purpose, at_ms);
    }
  }

  /** Not later than `atMs`; what is due sooner stays so. */
  arm(purpose: string, atMs: number): void {
    const known = this.#due.get(purpose);
    if (known !== undefined && known <= atMs) return;
    const before = this.#next();
    this.#make();
    this.#due.set(purpose, atMs);
    this.#storage.sql.exec("INSERT OR REPLACE INTO due VALUES (?, ?)", purpose, atMs);
    if (before === undefined || atMs < before) this.#set(atMs);
  }

  /** What is due now; it is not due any more. The caller arms again what it needs. */
  take(nowMs: number): string[] {
    const purposes = [...this.#due].filter(([, atMs]) => atMs <= nowMs).map(([purpose]) => purpose);
    for (const purpose of purposes) {
      this.#due.delete(purpose);
      this.#storage.sql.exec("DELETE FROM due WHERE purpose = ?", purpose);
    }
    return purposes;
  }

  /** After an alarm, when what is due was done. */
  rearm(): void {
    const next = this.#next();
    if (next !== undefined) this.#set(next);
  }

  #make(): void {
    if (this.#isMade) return;
    this.#storage.sql.exec("CREATE TABLE due(purpose TEXT PRIMARY KEY, at_ms INTEGER NOT NULL) WITHOUT ROWID");
    this.#isMade = true;
  }

  #set(atMs: number): void {
    void this.#storage.setAlarm(Math.min(atMs, ALARM_MS_MAX));
  }

  #next(): number | undefined {
    let next: number | undefined;
    for (const atMs of this.#due.values()) if (next === undefined || atMs < next) next = atMs;
    return next;
  }
}
