/**
 * What an operator may change while the origin runs: keys of its configuration service, `origin` unless the environment says otherwise. What is
 * not there has the value that the environment or the code gives it.
 *
 * | key | type | meaning | without it |
 * |---|---|---|---|
 * | `log/level` | text | `debug`, `info`, `warn`, `error`, `silent` | `LOG_LEVEL` |
 * | `rpc/inFlightMax` | number | calls at one time; one more is refused with `unavailable` | 2048 |
 * | `passport/accessTokenTtl` | duration | of tokens that are made from now on: `1m` to `10m` | `10m` |
 * | `passport/liveSessionsMax` | number | of one account; one more ends the one that was refreshed longest ago | 20 |
 * @module
 */
import * as v from "valibot";
import { LEVEL_NAMES } from "./log/log.ts";

/** Beyond it two cores answer nobody in time. */
const IN_FLIGHT_MAX = 100_000;
const ACCESS_TOKEN_TTL_MS_MIN = 60_000;
/** Signing keys stay listed for tokens of this age; a longer life would outlast them. */
const ACCESS_TOKEN_TTL_MS_MAX = 600_000;
/** Each is a row that signing in counts. */
const LIVE_SESSIONS_MAX = 1_000;

export const OPERATING = v.object({
  log: v.optional(
    v.object({ level: v.optional(v.picklist(LEVEL_NAMES, `one of ${LEVEL_NAMES.join(", ")} expected`)) }),
    {},
  ),
  rpc: v.optional(v.object({ inFlightMax: v.optional(whole(1, IN_FLIGHT_MAX), 2_048) }), {}),
  passport: v.optional(
    v.object({
      accessTokenTtl: v.optional(duration(ACCESS_TOKEN_TTL_MS_MIN, ACCESS_TOKEN_TTL_MS_MAX), ACCESS_TOKEN_TTL_MS_MAX),
      liveSessionsMax: v.optional(whole(1, LIVE_SESSIONS_MAX), 20),
    }),
    {},
  ),
});

export type Operating = v.InferOutput<typeof OPERATING>;

function whole(min: number, max: number) {
  const message = `a whole number from ${min} to ${max} expected`;
  return v.pipe(v.number(message), v.integer(message), v.minValue(min, message), v.maxValue(max, message));
}

function duration(minMs: number, maxMs: number) {
  const message = `a duration from ${minMs / 60_000}m to ${maxMs / 60_000}m expected`;
  return v.pipe(v.number(message), v.minValue(minMs, message), v.maxValue(maxMs, message));
}
