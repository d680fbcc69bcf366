/**
 * What edges hand over, written into the outboxes of the services that its users' devices belong to.
 * @module
 */
import { createHash } from "node:crypto";
import { SECRET_TOKEN_LENGTH_MIN } from "../../proto/bearer.ts";
import { isSameBytes } from "../../proto/digest.ts";
import { Fault } from "../../proto/fault.ts";
import type { Missed } from "../../proto/gen/push.contract.ts";
import type { NewJob } from "../outbox/outbox.ts";
import type { Device } from "./devices.ts";
import { ACCOUNT_LENGTH_MAX } from "./tables.ts";

const MISSED_MAX = 100;
const ID_LENGTH_MAX = 1_024;

/** As it waits in an outbox. */
export interface NotificationJob {
  readonly device: string;
  readonly notification: NonNullable<Missed["notification"]>;
}

/** @throws Fault invalid_argument */
export function requireMissed(missed: readonly Missed[]): void {
  if (missed.length === 0 || missed.length > MISSED_MAX) {
    throw new Fault("invalid_argument", `missed: 1 to ${MISSED_MAX} expected`);
  }
  for (const { id, user, notification, expiresAt } of missed) {
    if (id === "" || id.length > ID_LENGTH_MAX) throw new Fault("invalid_argument", "missed.id: a short text expected");
    if (user === "" || user.length > ACCOUNT_LENGTH_MAX) {
      throw new Fault("invalid_argument", "missed.user: a short text expected");
    }
    if (notification === null || expiresAt === null) {
      throw new Fault("invalid_argument", "missed: a notification and its end expected");
    }
  }
}

/** A job for each device of the user, with ids that are the same however often the message is handed over. */
export function jobsOf({ id, notification, expiresAt }: Missed, devices: readonly Device[]): NewJob[] {
  if (notification === null || expiresAt === null) return [];
  const { collapseKey } = notification;
  return devices.map((device) => ({
    id: digest(id, device.id),
    body: JSON.stringify({ device: device.id, notification } satisfies NotificationJob),
    collapse: collapseKey === "" ? undefined : digest(collapseKey, device.id),
    expiresAtMs: Number(expiresAt.seconds) * 1_000,
  }));
}

/** @returns throws Fault unauthenticated where the bearer is not the token */
export function edgeCheck(token: string | undefined): (bearer: string | undefined) => void {
  const expected = token === undefined || token.length < SECRET_TOKEN_LENGTH_MIN ? undefined : sha256(token);
  return (bearer) => {
    if (expected !== undefined && bearer !== undefined && isSameBytes(sha256(bearer), expected)) return;
    throw new Fault("unauthenticated", "this is for edges", { headers: { "www-authenticate": 'Bearer realm="edge"' } });
  };
}

function digest(...parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("base64url");
}

function sha256(text: string): Uint8Array {
  return createHash("sha256").update(text).digest();
}
