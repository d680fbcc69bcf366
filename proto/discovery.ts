/**
 * The wire of service discovery: paths, codes and fields of bilibili discovery's HTTP API
 * (https://github.com/bilibili/discovery/blob/master/doc/api.md), and what Fairway adds to it.
 *
 * Additions, each optional, so that a client of the API works unchanged:
 *
 * | where | field | meaning |
 * |---|---|---|
 * | register | `generation` | rises with each start of an instance; a lower one than the registered is refused with −409 |
 * | renew, cancel, set | `generation` | −409 where a newer one is registered, −404 where only an older one is |
 * | register | `lease_ms` | how long the instance may be silent; 90 000 by default, as the API has it |
 * | register, renew | `data.generation` of the answer | the one that is registered now |
 *
 * and `GET /discovery/hold`, a WebSocket that an instance holds while it lives: see {@link HOLD_PING}.
 * @module
 */

export const DISCOVERY_PREFIX = "/discovery/";
export const HOLD_PATH = "/discovery/hold";

/** HTTP status is 200 with all of these but the last two, which the API does not have: who is not let in gets 401 and 403 as well. */
export const DISCOVERY_CODES = {
  ok: 0,
  notModified: -304,
  badRequest: -400,
  notFound: -404,
  conflict: -409,
  failed: -500,
  unauthenticated: -401,
  denied: -403,
} as const;

/** Bits, so that 3 asks for both. */
export const STATUS_UP = 1;
export const STATUS_DRAINING = 2;

/** Renewed every 30 s, gone after three that did not come. */
export const LEASE_MS_DEFAULT = 90_000;
/** Below it a collection of garbage, or a lost packet that TCP sends again, looks like a death. */
export const LEASE_MS_MIN = 1_000;
/**
 * For an instance that renews every {@link RENEW_MS}, or holds a socket: one lost beat is forgiven, and a dead one is out of rotation
 * in under 3 s.
 */
export const LEASE_MS_SHORT = 2_200;
export const RENEW_MS = 1_000;

/**
 * While a socket is held, these two go back and forth every {@link RENEW_MS} in place of renewals, and the registry answers without
 * waking up for it.
 */
export const HOLD_PING = "ping";
export const HOLD_PONG = "pong";

/** Why a held socket was closed: 4000 and an HTTP status, as an application's codes are (RFC 6455 §7.4.2). */
export const HOLD_CLOSED = {
  badMessage: 4400,
  /** No such instance: register it. */
  unknown: 4404,
  /** A newer generation is registered, or holds a socket of its own. */
  superseded: 4409,
} as const;
