/**
 * The log: one JSON object a line on stdout, each with the trace of the call in whose course it was written.
 *
 *     {"time":"2026-03-01T10:00:00.000Z","level":"info","message":"listening","port":8788}
 *     {"time":"…","level":"info","message":"call","procedure":"fairway.passport.v1.PassportService/GetProfile","code":"ok",
 *      "status":200,"ms":1.42,"bytesIn":0,"bytesOut":61,"uid":"7231…","traceId":"…","spanId":"…","parentId":"…"}
 * @module
 */
import type { FaultCode } from "../../proto/fault.ts";
import type { TraceContext } from "../../proto/trace.ts";
import { loggable, loggableError } from "./render.ts";
import type { Sink } from "./sink.ts";

export { loggableMessage } from "./render.ts";
export { fdSink } from "./sink.ts";

const LEVELS = { debug: 0, info: 1, warn: 2, error: 3, silent: 4 } as const;
export type Level = keyof typeof LEVELS;
export const LEVEL_NAMES = Object.keys(LEVELS) as readonly Level[];

/** Further members of a line. Values are made JSON and secrets in them masked by their names; `error` gets causes and stacks. */
export type Fields = Readonly<Record<string, unknown>>;

/** One call that was answered. */
export interface AccessEntry {
  readonly procedure: string;
  readonly code: FaultCode | "ok";
  readonly status: number;
  readonly durationMs: number;
  /** As they went over the wire, after compression, without headers. */
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly uid: bigint | undefined;
  readonly trace: TraceContext;
  /** The id of the batch item that the call was. */
  readonly item: string | undefined;
  /** What the peer was told, where it was a fault. */
  readonly faultMessage: string | undefined;
}

export interface Log {
  debug(message: string, fields?: Fields): void;
  info(message: string, fields?: Fields): void;
  warn(message: string, fields?: Fields): void;
  error(message: string, fields?: Fields): void;
  access(entry: AccessEntry, level?: "debug" | "info"): void;
  /** Whether lines of the level are written: for a caller whose fields cost something to make. */
  writes(level: Level): boolean;
  /** Writes all lines so far, for an orderly end of the process. */
  close(): Promise<void>;
  /** Writes what is buffered before it returns, for an end that nobody planned. */
  flushSync(): void;
}

export interface LogOptions {
  readonly sink: Sink;
  /** The lowest that is written; a function where it may change. */
  readonly level: Level | (() => Level);
  readonly now: () => number;
  /** The trace of the call that is being served, if any. */
  readonly trace: () => TraceContext | undefined;
}

export function openLog({ sink, level, now, trace }: LogOptions): Log {
  const lowest = typeof level === "function" ? () => LEVELS[level()] : () => LEVELS[level];
  // Thousands of lines share a millisecond's text.
  let stampMs = Number.NaN;
  let stamp = "";

  function time(): string {
    const nowMs = Math.floor(now());
    if (nowMs !== stampMs) {
      stampMs = nowMs;
      stamp = new Date(nowMs).toISOString();
    }
    return stamp;
  }

  function line(name: Level, message: string, fields: Fields | undefined): void {
    if (LEVELS[name] < lowest()) return;
    const { error, ...others } = fields ?? {};
    const current = trace();
    const members = {
      time: time(),
      level: name,
      message,
      ...(loggable(others) as object),
      ...(error === undefined ? {} : { error: loggableError(error) }),
      ...(current === undefined ? {} : { traceId: current.traceId, spanId: current.spanId }),
    };
    sink.write(`${JSON.stringify(members)}\n`);
    if (LEVELS[name] >= LEVELS.warn) sink.flush();
  }

  return {
    debug: (message, fields) => line("debug", message, fields),
    info: (message, fields) => line("info", message, fields),
    warn: (message, fields) => line("warn", message, fields),
    error: (message, fields) => line("error", message, fields),
    access(entry, name = "info") {
      if (LEVELS[name] >= lowest()) sink.write(accessLine(time(), name, entry));
    },
    writes: (name) => LEVELS[name] >= lowest(),
    close: () => sink.close(),
    flushSync: () => sink.flushSync(),
  };
}

/** Put together by hand: it is written once a call, and only what a client may have chosen needs escaping. */
function accessLine(time: string, level: string, entry: AccessEntry): string {
  const { trace, uid, item, faultMessage } = entry;
  const head = `{"time":"${time}","level":"${level}","message":"call","procedure":${JSON.stringify(entry.procedure)}`;
  const outcome = `,"code":"${entry.code}","status":${entry.status},"ms":${millis(entry.durationMs)}`;
  const bytes = `,"bytesIn":${entry.bytesIn},"bytesOut":${entry.bytesOut}`;
  const caller = uid === undefined ? "" : `,"uid":"${uid}"`;
  const batch = item === undefined ? "" : `,"item":${JSON.stringify(item)}`;
  const fault = faultMessage === undefined ? "" : `,"fault":${JSON.stringify(faultMessage)}`;
  const ids = `,"traceId":"${trace.traceId}","spanId":"${trace.spanId}"`;
  const parent = trace.parentId === undefined ? "" : `,"parentId":"${trace.parentId}"`;
  return `${head}${outcome}${bytes}${caller}${batch}${fault}${ids}${parent}}\n`;
}

/** Two decimals, by way of small integers, whose text the engine keeps. */
function millis(durationMs: number): string {
  const hundredths = Math.round(durationMs * 100);
  const fraction = hundredths % 100;
  return `${(hundredths - fraction) / 100}.${fraction < 10 ? "0" : ""}${fraction}`;
}
