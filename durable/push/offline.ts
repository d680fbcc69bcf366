/**
 * Hands over what a user does not take: a message with a notification is written down with it, and when it is due, and nobody has had it, goes
 * through the Worker to the origin, which tells the phone.
 *
 * Who has had it: a user who came back and asked for what was missed; and a connection that was there before the message, and shows a sign of life
 * after it. A phone without a network has a connection that looks open for minutes; so who was not heard of since is asked.
 *
 * Invariants:
 * - A row is written in the commit of its message, and goes with the user's coming, with its hand-over, or when it has expired.
 * - It is handed over at least once: an object that dies between hand-over and commit does it again, with the same id.
 * @module
 */
import { toFault } from "../../proto/fault.ts";
import type { Missed, Notification, Publication } from "../../proto/push/model.ts";
import { userOf } from "../../proto/push/push.ts";
import { type MissedRow, MissedRows } from "./missed-rows.ts";

export const OFFLINE_PURPOSE = "offline";

/** Of one call to the origin, which takes 100. */
const BATCH_MAX = 100;
/** A run of several calls may take so long; should the object die in it, the alarm begins another. */
const RUN_MS_MAX = 60_000;
const BACKOFF_MS = 1_000;
const BACKOFF_MS_MAX = 300_000;
/** APNs would keep one without an end for a time of its own choice; a day is what FCM's users choose. */
const TTL_SECONDS_DEFAULT = 86_400;

/** A message that its user may miss. */
export interface Missable {
  readonly channel: string;
  readonly epoch: string;
  /** With connections of the user now. */
  readonly shards: readonly string[];
  readonly publication: Publication;
  readonly notification: Notification;
}

export interface OfflineDeps {
  readonly sql: SqlStorage;
  readonly now: () => number;
  /** In [0, 1), for jitter. */
  readonly random: () => number;
  /** Wakes the object not later than then, for {@link OFFLINE_PURPOSE}. */
  readonly arm: (purpose: string, atMs: number) => void;
  /** How long a user has time to come. */
  readonly afterMs: number;
  /** How many connections that were there at the time are alive now. */
  readonly readers: (channel: string, sinceMs: number, shards: readonly string[]) => Promise<number>;
  readonly handOver: (missed: readonly Missed[]) => Promise<void>;
  readonly warn: (message: string, cause: unknown) => void;
}

export class Offline {
  readonly #deps: OfflineDeps;
  readonly #rows: MissedRows;
  #running = false;

  constructor(deps: OfflineDeps) {
    this.#deps = deps;
    this.#rows = new MissedRows(deps.sql);
  }

  /** Whether what is due is being looked at. */
  get isRunning(): boolean {
    return this.#running;
  }

  /** In the turn in which it is published. */
  note({ channel, epoch, shards, publication, notification }: Missable): void {
    const { now, afterMs } = this.#deps;
    const { offset, publishedAtMs, expiresAtMs = Number.POSITIVE_INFINITY } = publication;
    const dueMs = now() + afterMs;
    const endMs = publishedAtMs + (notification.ttlSeconds || TTL_SECONDS_DEFAULT) * 1_000;
    const row = { channel, offset, dueMs, attempts: 0, publishedAtMs, expiresAtMs: Math.min(endMs, expiresAtMs) };
    this.#rows.put({ ...row, id: `${channel}/${epoch}/${offset}`, shards, notification });
    this.#deps.arm(OFFLINE_PURPOSE, dueMs);
  }

  /** Its user has what is up to the offset, or nobody is to have it any more. */
  settle(channel: string, upTo = Number.MAX_SAFE_INTEGER): void {
    this.#rows.removeUpTo(channel, upTo);
  }

  rowsOf(channel: string): readonly MissedRow[] {
    return this.#rows.ofChannel(channel);
  }

  /** From the object that kept the channel before. */
  import(rows: readonly MissedRow[]): void {
    for (const row of rows) {
      this.#rows.put(row);
      this.#deps.arm(OFFLINE_PURPOSE, row.dueMs);
    }
  }

  /** Does not wait: others have things to do by the clock as well. */
  alarm(): void {
    const { arm, now, warn } = this.#deps;
    const dueMs = this.#rows.nextDueMs();
    if (dueMs === undefined) return;
    const isDue = dueMs <= now();
    arm(OFFLINE_PURPOSE, isDue ? now() + RUN_MS_MAX : dueMs);
    if (!isDue || this.#running) return;
    this.#running = true;
    this.#run()
      .catch((cause: unknown) => warn("what users missed cannot be handed over", cause))
      .finally(() => {
        this.#running = false;
        const nextMs = this.#rows.nextDueMs();
        if (nextMs !== undefined) arm(OFFLINE_PURPOSE, Math.max(nextMs, now()));
      });
  }

  async #run(): Promise<void> {
    const untilMs = this.#deps.now() + RUN_MS_MAX;
    for (;;) {
      const nowMs = this.#deps.now();
      const due = this.#rows.due(nowMs, BATCH_MAX);
      if (due.length === 0 || nowMs >= untilMs) return;
      const alive = due.filter((row) => row.expiresAtMs > nowMs);
      for (const row of due) if (row.expiresAtMs <= nowMs) this.#rows.remove(row);
      const had = await Promise.all(alive.map((row) => this.#wasHad(row)));
      for (const [at, row] of alive.entries()) if (had[at]) this.#rows.remove(row);
      // Whoever came while the connections were asked has taken theirs.
      const missed = alive.filter((row, at) => !had[at] && this.#rows.ofChannel(row.channel).some(isSame(row)));
      if (missed.length > 0) await this.#handOver(missed);
    }
  }

  async #wasHad({ channel, publishedAtMs, attempts, shards }: MissedRow): Promise<boolean> {
    // It is known since the first attempt that nobody had it.
    return attempts === 0 && (await this.#deps.readers(channel, publishedAtMs, shards)) > 0;
  }

  async #handOver(rows: readonly MissedRow[]): Promise<void> {
    const { handOver, now, random, warn } = this.#deps;
    try {
      await handOver(rows.map(missedOf));
      for (const row of rows) this.#rows.remove(row);
    } catch (thrown) {
      const fault = toFault(thrown);
      if (fault.code === "invalid_argument") {
        if (rows.length > 1) for (const row of rows) await this.#handOver([row]);
        else this.#drop(rows[0] as MissedRow, fault);
        return;
      }
      warn(`${rows.length} messages that users missed were not handed over`, thrown);
      for (const row of rows) {
        const bound = Math.min(BACKOFF_MS_MAX, BACKOFF_MS * 2 ** row.attempts);
        this.#rows.postpone(row, now() + (bound / 2) * (1 + random()), row.attempts + 1);
      }
    }
  }

  /** Nothing that is tried again would make it better. */
  #drop(row: MissedRow, cause: unknown): void {
    this.#deps.warn(`the notification of ${row.id} is refused`, cause);
    this.#rows.remove(row);
  }
}

function missedOf({ id, channel, notification, expiresAtMs }: MissedRow): Missed {
  return { id, user: userOf(channel) ?? "", notification, expiresAtMs };
}

function isSame({ offset }: MissedRow) {
  return (other: MissedRow) => other.offset === offset;
}
