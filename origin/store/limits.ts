/**
 * The bounds of a store and why they are what they are.
 * @module
 */

/** Bounds of the pool and of every wait. Each can be set in the configuration of the store. */
export interface StoreLimits {
  /** Connections at most. SQLite always has one. */
  readonly poolSizeMax: number;
  /** Idle connections kept at most. */
  readonly poolIdleMax: number;
  /** A connection that was idle for this long is closed. */
  readonly idleTimeoutMs: number;
  /** Callers waiting for a connection at most; one more is refused with `resource_exhausted`. */
  readonly queueLengthMax: number;
  /** A caller waits this long for a connection, then gets `deadline_exceeded`. */
  readonly acquireTimeoutMs: number;
  /** Time to open a connection, greeting and sign-in included. */
  readonly connectTimeoutMs: number;
  /** A statement may run this long, then it is stopped with `deadline_exceeded`. SQLite runs inside the process and cannot be stopped. */
  readonly statementTimeoutMs: number;
  /** A statement waits this long for a lock that another transaction (MySQL) or another process (SQLite) holds. */
  readonly lockTimeoutMs: number;
  /** `transaction` rolls back when its function takes longer; it keeps one that waits for something else from holding a connection for ever. */
  readonly transactionTimeoutMs: number;
  /** Times that `transaction` runs its function at most. */
  readonly transactionAttemptsMax: number;
  /** An instance waits this long for another one that is migrating. */
  readonly migrationLockTimeoutMs: number;
}

export const DEFAULT_STORE_LIMITS: StoreLimits = {
  // MySQL's default of max_connections is 151 (its manual, "Server System Variables"): room for a dozen instances.
  poolSizeMax: 10,
  poolIdleMax: 10,
  // Below the idle time-outs of the usual load balancers and firewalls (AWS NLB 350 s, Azure 240 s), which drop connections silently.
  idleTimeoutMs: 60_000,
  // At 1 ms a query, ten connections drain this queue in a tenth of a second; a longer one only holds requests that time out anyway.
  queueLengthMax: 1_000,
  acquireTimeoutMs: 5_000,
  connectTimeoutMs: 5_000,
  statementTimeoutMs: 10_000,
  lockTimeoutMs: 5_000,
  transactionTimeoutMs: 30_000,
  // A deadlock's victim nearly always succeeds at the second attempt; more than a few mean that the tables are used wrongly.
  transactionAttemptsMax: 4,
  migrationLockTimeoutMs: 120_000,
};

/** A schema change rewrites whole tables, so the statement deadline of requests does not fit it. */
export const MIGRATION_STATEMENT_TIMEOUT_MS = 60 * 60_000;

/** The database stops a statement by itself; when it does not even do that, the connection is given up after this much longer. */
export const STATEMENT_GRACE_MS = 1_000;

/** A readiness probe asks every few seconds and must not wait for long itself. */
export const PING_TIMEOUT_MS = 2_000;

/** Closing waits this long for connections in use, well within the 25 s that an instance has to drain. */
export const CLOSE_TIMEOUT_MS = 10_000;

/** Given limits over the defaults. @throws RangeError for a limit that is no positive integer */
export function storeLimits(given: Partial<StoreLimits> = {}): StoreLimits {
  const limits = { ...DEFAULT_STORE_LIMITS, ...given };
  for (const [name, value] of Object.entries(limits)) {
    if (!Number.isSafeInteger(value) || value < 1)
      throw new RangeError(`store limit ${name} must be a positive integer`);
  }
  return limits;
}
