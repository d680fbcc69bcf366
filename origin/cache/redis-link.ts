/**
 * The connection to Redis, made so that nobody waits for a Redis that is away.
 *
 * No command is queued while there is no connection. A command that gets no answer in time counts as failed; after a few in a row Redis hangs, and the
 * connection is dropped. ioredis then connects anew, and only calls itself ready when Redis has answered a greeting: until then commands are
 * skipped, not tried.
 * @module
 */
import { Redis, ReplyError } from "ioredis";
import type { Counts } from "./counters.ts";
import type { CacheLimits } from "./limits.ts";
import type { ConnectionOptions } from "./redis-address.ts";

/** One slow answer is a hiccup, such as the fork of a snapshot; this many in a row are not. */
const TIMEOUTS_IN_A_ROW_MAX = 3;

/** Between attempts to connect: soon at first, because most outages are restarts. */
const RECONNECT_MS_MIN = 50;
const RECONNECT_MS_MAX = 2_000;

/** A dropped peer that hangs does not answer the end of the connection either. */
const DISCONNECT_TIMEOUT_MS = 100;

/** How often one kind of refusal is told. */
const WARNING_INTERVAL_MS = 10_000;

export type Outcome<T> =
  | { readonly state: "answered"; readonly value: T }
  /** Redis answered with an error. */
  | { readonly state: "refused"; readonly error: Error }
  | { readonly state: "away" };

export interface LinkDeps {
  readonly options: ConnectionOptions;
  readonly counts: Counts;
  readonly onWarning: (message: string, cause: unknown) => void;
  /** The connection is ready, again or for the first time. */
  readonly onReady: () => void;
  /** Redis hangs and the connection was dropped. */
  readonly onHanging: () => void;
}

/** Options of every connection to Redis. The address comes on top. */
export function connectionOptions(limits: CacheLimits, random: () => number): ConnectionOptions {
  return {
    lazyConnect: true,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    autoResubscribe: false,
    commandTimeout: limits.commandTimeoutMs,
    connectTimeout: limits.connectTimeoutMs,
    disconnectTimeout: DISCONNECT_TIMEOUT_MS,
    sentinelCommandTimeout: limits.connectTimeoutMs,
    disableClientInfo: true,
    retryStrategy: (attempt) => reconnectDelayMs(attempt, random),
    sentinelRetryStrategy: (attempt) => reconnectDelayMs(attempt, random),
    // After a failover the old master comes back as a replica; a new connection finds the new one.
    reconnectOnError: (error) => error.message.startsWith("READONLY"),
  };
}

export class RedisLink {
  readonly #client: Redis;
  readonly #deps: LinkDeps;
  #timeoutsInARow = 0;
  /** Dropped because it hangs; ioredis calls it ready until its socket is closed. */
  #dropped = false;
  #announced: "up" | "away" | undefined;
  #lastError: unknown;
  #warnedAtMs = Number.NEGATIVE_INFINITY;

  constructor(deps: LinkDeps) {
    this.#deps = deps;
    this.#client = new Redis({ ...deps.options, connectionName: "fairway-cache" });
    this.#client.on("error", (error) => {
      this.#lastError = withoutCommand(error);
    });
    this.#client.on("ready", () => this.#becomeReady());
    this.#client.on("close", () => this.#announce("away"));
  }

  /** Begins to connect; resolves with the first success or failure. Further attempts follow by themselves. */
  async connect(): Promise<void> {
    try {
      await this.#client.connect();
    } catch (error) {
      this.#lastError = withoutCommand(error);
      this.#announce("away");
    }
  }

  isUp(): boolean {
    return this.#client.status === "ready" && !this.#dropped;
  }

  /** Runs commands; never throws because of Redis. */
  async run<T>(work: (client: Redis) => Promise<T>): Promise<Outcome<T>> {
    if (!this.isUp()) {
      this.#deps.counts.redisSkips++;
      return { state: "away" };
    }
    try {
      const value = await work(this.#client);
      this.#timeoutsInARow = 0;
      return { state: "answered", value };
    } catch (error) {
      return this.#failed(error);
    }
  }

  close(): void {
    this.#announced = "away"; // Nothing to announce any more.
    this.#client.disconnect();
  }

  #failed(error: unknown): Outcome<never> {
    this.#deps.counts.redisErrors++;
    this.#lastError = withoutCommand(error);
    if (error instanceof ReplyError) {
      this.#timeoutsInARow = 0;
      this.#warn("Redis refused a command", this.#lastError);
      return { state: "refused", error: error as Error };
    }
    const isTimeout = error instanceof Error && error.message === "Command timed out";
    this.#timeoutsInARow = isTimeout ? this.#timeoutsInARow + 1 : 0;
    if (this.#timeoutsInARow >= TIMEOUTS_IN_A_ROW_MAX && this.isUp()) this.#drop();
    return { state: "away" };
  }

  #drop(): void {
    this.#dropped = true;
    this.#client.disconnect(true);
    this.#announce("away");
    this.#deps.onHanging();
  }

  #becomeReady(): void {
    this.#timeoutsInARow = 0;
    this.#dropped = false;
    this.#announce("up");
    this.#deps.onReady();
  }

  /** Tells a change of state once; being up at the start is no news. */
  #announce(state: "up" | "away"): void {
    if (state === this.#announced) return;
    const isNews = state === "away" || this.#announced !== undefined;
    this.#announced = state;
    if (isNews)
      this.#deps.onWarning(
        state === "up" ? "Redis is back" : "Redis is away",
        state === "up" ? undefined : this.#lastError,
      );
  }

  #warn(message: string, error: unknown): void {
    const nowMs = performance.now();
    if (nowMs - this.#warnedAtMs < WARNING_INTERVAL_MS) return;
    this.#warnedAtMs = nowMs;
    this.#deps.onWarning(message, error);
  }
}

/** ioredis attaches the command with its arguments, passwords and values among them, which belong in no log. */
function withoutCommand(error: unknown): unknown {
  if (error instanceof Error && "command" in error) delete error.command;
  return error;
}

/** Exponential with full jitter, so that the instances do not come back to a restarted Redis all at once. */
function reconnectDelayMs(attempt: number, random: () => number): number {
  const ceilingMs = Math.min(RECONNECT_MS_MIN * 2 ** Math.min(attempt, 10), RECONNECT_MS_MAX);
  return Math.max(RECONNECT_MS_MIN, Math.round(random() * ceilingMs));
}
