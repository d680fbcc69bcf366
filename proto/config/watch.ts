/**
 * The watch socket: one JSON object in a text frame.
 *
 *     server → {"type":"release","version":12,"configuration":{…}}       at once, and with every version that this node is to run
 *     client → {"type":"running","version":12}                           after each change, and when it could not take one: the old number
 *     client → "ping"   server → "pong"                                  every 30 s: who says nothing for 150 s counts as silent
 *
 * An agent that is told together with many others finds `reportAfterMs` in the event, and says what it runs at a moment of its own in the second
 * half of that time (crowd.ts). `configuration` is absent where it is large or holds a secret: the client then reads it, and gets this version or
 * a later one.
 * @module
 */
import type { ValueType } from "./value.ts";

/** Answered without waking the object up. */
export const WATCH_PING = "ping";
export const WATCH_PONG = "pong";

/** Key → value, as text with its type. */
export type SectionDocument = Readonly<Record<string, { readonly type: ValueType; readonly value: string }>>;

/** What a node reads of a service: `GET /config/v1/<service>/<idc>`. */
export interface ConfigurationDocument {
  readonly service: string;
  readonly idc: string;
  readonly version: number;
  readonly sections: Readonly<Record<string, SectionDocument>>;
}

export interface ReleaseEvent {
  readonly type: "release";
  readonly version: number;
  /** Absent where the agent is to report at once. */
  readonly reportAfterMs?: number;
  readonly configuration?: ConfigurationDocument;
}

export interface WatchCommand {
  readonly type: "running";
  readonly version: number;
}

/** @returns undefined for what is no command */
export function parseWatchCommand(text: string): WatchCommand | undefined {
  try {
    const { type, version } = JSON.parse(text) as Record<string, unknown>;
    if (type !== "running" || typeof version !== "number" || !Number.isSafeInteger(version) || version < 0)
      return undefined;
    return { type, version };
  } catch {
    return undefined; // The sender hears of it: its socket is closed.
  }
}
