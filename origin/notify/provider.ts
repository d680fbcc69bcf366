/**
 * A mobile notification service, as the outbox needs it.
 * @module
 */
import type { Notification } from "../../proto/push/model.ts";

export interface Outgoing {
  readonly notification: Notification;
  readonly token: string;
  /** Of this notification to this device, the same with each attempt. */
  readonly id: string;
  readonly expiresAtMs: number;
}

/** What the service says of it. */
export type Outcome =
  | { readonly kind: "sent" }
  /** The service is away or asks for patience: it may succeed later. @property afterMs not sooner than that */
  | { readonly kind: "again"; readonly error: string; readonly afterMs?: number }
  /** This notification never will. */
  | { readonly kind: "refused"; readonly error: string }
  /** The token is dead, and since when, where the service knows. */
  | { readonly kind: "gone"; readonly sinceMs?: number };

export interface Provider {
  /** Never rejects but for what is `again`. */
  send(outgoing: Outgoing, signal: AbortSignal): Promise<Outcome>;
  close(): Promise<void>;
}

/** RFC 9110 §10.2.3: seconds or a date. A service that says neither sensibly has its own time. */
export function retryAfterMs(value: string | null | undefined, nowMs: number): number | undefined {
  if (value === null || value === undefined) return undefined;
  const ms = /^\d{1,9}$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - nowMs;
  return Number.isFinite(ms) ? Math.min(Math.max(0, ms), RETRY_AFTER_MS_MAX) : undefined;
}

/** Longer than that is a mistake of theirs. */
const RETRY_AFTER_MS_MAX = 3_600_000;
