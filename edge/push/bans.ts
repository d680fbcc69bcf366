/**
 * Bans as services and operators ask for them: of users and devices, connected or not (durable/push/bans.ts).
 * @module
 */
import type { Ban, BanRow } from "../../durable/push/push.ts";
import { Fault } from "../../proto/fault.ts";
import type { Ban as WireBan } from "../../proto/gen/push.contract.ts";
import { keyChannel, userChannel, userOf } from "../../proto/push/push.ts";

/** Nothing is kept for ever that nobody may remember; who is out for longer has an account to be closed. */
const BAN_MS_MAX = 366 * 86_400_000;
/** As long as any token that was good is believed: durable/push/revocations.ts. */
const TAKEN_BACK_MS = 3_600_000;
const REASON_LENGTH_MAX = 200;

export interface BanAsked {
  /** Absent: as long as may be. */
  readonly untilMs?: number | undefined;
  readonly issuedBeforeMs?: number | undefined;
  readonly reason?: string;
}

/** @param field what the caller knows its end by @throws Fault invalid_argument */
export function checkedBan({ untilMs, issuedBeforeMs, reason = "" }: BanAsked, nowMs: number, field = "until"): Ban {
  const endMs = untilMs ?? nowMs + BAN_MS_MAX;
  if (endMs <= nowMs) throw new Fault("invalid_argument", `${field}: is past`);
  if (endMs > nowMs + BAN_MS_MAX) throw new Fault("invalid_argument", `${field}: more than a year from now`);
  if (reason.length > REASON_LENGTH_MAX) {
    throw new Fault("invalid_argument", `reason: more than ${REASON_LENGTH_MAX} characters`);
  }
  if (issuedBeforeMs !== undefined && issuedBeforeMs <= 0) {
    throw new Fault("invalid_argument", "issued_before: a time after 1970 expected");
  }
  return { untilMs: endMs, reason, ...(issuedBeforeMs !== undefined && { issuedBeforeMs }) };
}

/** Every token that was made until now. */
export function tokensTakenBack(nowMs: number): Ban {
  return { issuedBeforeMs: nowMs, untilMs: nowMs + TAKEN_BACK_MS, reason: "disconnected" };
}

export interface Who {
  readonly user?: string | undefined;
  readonly key?: string | undefined;
}

/** The private stream of who is meant; undefined for nobody. @throws Fault invalid_argument */
export function findWho({ user, key }: Who): string | undefined {
  if (user) return userChannel(user);
  return key ? keyChannel(key) : undefined;
}

/** @throws Fault invalid_argument */
export function whoOf(who: Who): string {
  const channel = findWho(who);
  if (channel === undefined) throw new Fault("invalid_argument", "who: a user or a key expected");
  return channel;
}

export function wireBan(
  { channel, issuedBeforeMs, untilMs, sinceMs, reason }: BanRow,
  timestampOf: (ms: number) => NonNullable<WireBan["until"]>,
): WireBan {
  const user = userOf(channel);
  return {
    ...(user === undefined ? { key: channel.slice(channel.indexOf(":") + 1) } : { user }),
    until: timestampOf(untilMs),
    issuedBefore: issuedBeforeMs === undefined ? null : timestampOf(issuedBeforeMs),
    reason,
    bannedAt: timestampOf(sinceMs),
  };
}
