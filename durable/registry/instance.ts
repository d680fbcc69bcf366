/**
 * An instance of a service as the registry knows it, and its clock.
 *
 * Times are microseconds since 1970, because nanoseconds, which the API has on its wire, do not fit into a number: the edge writes
 * `000` behind them. The millisecond clock leaves a thousand of them for changes within one millisecond.
 * @module
 */

export interface InstanceKey {
  readonly zone: string;
  /** Unique in its zone. */
  readonly hostname: string;
}

/** What an instance says of itself. */
export interface InstanceForm {
  readonly region: string;
  /** `scheme://host:port` */
  readonly addrs: readonly string[];
  readonly version: string;
  readonly color: string;
  readonly metadata: Readonly<Record<string, string>>;
  /** 1 takes requests, 2 does not. */
  readonly status: number;
}

export interface Instance extends InstanceKey, InstanceForm {
  /** Rises with each start of the instance; which one may renew and cancel. */
  readonly generation: number;
  readonly leaseMs: number;
  readonly registeredUs: number;
  /** Since when it takes requests. */
  readonly upUs: number;
  /** Exact to a few seconds while a socket stands for its renewals. */
  readonly renewedUs: number;
  /** When it was registered or set last. */
  readonly dirtyUs: number;
  readonly latestUs: number;
}

/** Unambiguous, because neither part may hold a slash. */
export function keyText({ zone, hostname }: InstanceKey): string {
  return `${zone}/${hostname}`;
}

/** Strictly after `lastUs`, whatever the clock does. */
export function nextUs(lastUs: number, nowMs: number): number {
  return Math.max(lastUs + 1, nowMs * 1_000);
}
