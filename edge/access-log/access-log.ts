/**
 * The access log: one line of JSON for each request and each item of a batch. The front door of the room.
 *
 * Calls that ended are gathered for a moment, and their lines made and written together: a write costs 15 µs whatever its size, and a line
 * that is made between two requests takes several times as long as one in a row of others. Whoever finds no writer at work becomes it: its
 * invocation is kept alive for {@link FLUSH_MS} past its reply, so that nothing waits for the next request.
 *
 * A client that resets its connection takes the whole invocation with it, and no code of that runs any more. Calls that have begun
 * are therefore remembered, and those that nobody can be working on any longer are logged as aborted by whoever comes next.
 *
 * What is in a line stands in {@link AccessLine}: never a token, a body or a query, and of the client's address only its network.
 * @module
 */
import type { AccessEntry, Call } from "../route/call.ts";
import { LoggedCall, lineOf } from "./line.ts";

export type { AccessLine } from "./line.ts";

const FLUSH_MS = 50;
/** Then it is written at once: about 100 KB. */
const LINES_MAX = 256;
/** A call that has no reply so long after its deadline was given up: the fetch is over, and so is reading its reply. */
const GRACE_MS = 5_000;
/** Of a call whose route sets no time, such as a batch or a face: the longest that an item may take, twice. A long poll is held for half of it. */
const TIMEOUT_MS_DEFAULT = 120_000;
/** How often calls that were given up are looked for. */
const SWEEP_MS = 1_000;
/** Of a writer that did not come back: the runtime ended its invocation. */
const WRITER_LOST_MS = 5_000;

export interface AccessLogDeps {
  /** Gets complete lines, each without its line break. */
  readonly write: (lines: readonly string[]) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves after so many milliseconds. */
  readonly sleep: (ms: number) => Promise<unknown>;
}

export interface AccessLog {
  begin(call: Call): void;
  /** Once, after {@link begin}, when the reply's last byte is on its way or will never be. */
  end(call: Call, status: number): void;
  /** Both in one, for a call that was answered before it could be lost. */
  ended(call: Call, status: number): void;
}

export function accessLog({ write, now, sleep }: AccessLogDeps): AccessLog {
  /** By their entries. */
  const underWay = new Map<AccessEntry, LoggedCall>();
  /** They ended, and wait for their lines. */
  let calls: LoggedCall[] = [];
  let writerSinceMs: number | undefined;
  let sweptAtMs = 0;

  return {
    begin(call) {
      const nowMs = call.entry.startedAtMs;
      if (nowMs - sweptAtMs > SWEEP_MS) sweep(call, nowMs);
      underWay.set(call.entry, new LoggedCall(call));
    },
    end(call, status) {
      const begun = underWay.get(call.entry);
      if (begun === undefined) return;
      underWay.delete(call.entry);
      log(begun, call, status);
    },
    ended(call, status) {
      if (call.entry.startedAtMs - sweptAtMs > SWEEP_MS) sweep(call, call.entry.startedAtMs);
      log(new LoggedCall(call), call, status);
    },
  };

  function log(ended: LoggedCall, call: Call, status: number): void {
    const nowMs = now();
    ended.learn(call);
    ended.endedAtMs = nowMs;
    ended.status = status;
    keep(ended, call, nowMs);
  }

  function keep(ended: LoggedCall, call: Pick<Call, "waitUntil">, nowMs: number): void {
    calls.push(ended);
    if (calls.length >= LINES_MAX) flush();
    if (writerSinceMs !== undefined && nowMs - writerSinceMs < WRITER_LOST_MS) return;
    writerSinceMs = nowMs;
    call.waitUntil(
      sleep(FLUSH_MS).then(() => {
        writerSinceMs = undefined;
        flush();
      }),
    );
  }

  function flush(): void {
    if (calls.length === 0) return;
    const batch = calls;
    calls = [];
    write(batch.map((call) => JSON.stringify(lineOf(call))));
  }

  function sweep(current: Call, nowMs: number): void {
    sweptAtMs = nowMs;
    for (const [entry, lost] of underWay) {
      if (!isGivenUp(lost, nowMs)) continue;
      underWay.delete(entry);
      entry.ended = "aborted";
      lost.learn(entry);
      keep(lost, current, nowMs);
    }
  }
}

function isGivenUp({ entry, itemId }: LoggedCall, nowMs: number): boolean {
  if (entry.streams === true) return false; // It ends by itself, see edge/proxy/deliver.ts.
  const ofRouteMs = itemId === undefined ? (entry.route?.timeoutMs ?? 0) : 0;
  const timeoutMs = ofRouteMs > 0 ? ofRouteMs * 2 : TIMEOUT_MS_DEFAULT;
  return entry.startedAtMs + timeoutMs + GRACE_MS < nowMs;
}
