/**
 * The signals that stop a process: SIGTERM from a supervisor, which has told nobody yet and gives time; SIGINT from a person,
 * who gives none. A second one of either means now.
 * @module
 */
import type { EventEmitter } from "node:events";

export interface StopSignalOptions {
  /** `process`. */
  readonly source: EventEmitter;
  /** Grace on SIGTERM; none on SIGINT. */
  readonly graceMs: number;
  /** Stops everything. */
  readonly stop: (graceMs: number) => Promise<void>;
  /** Ends the process. */
  readonly exit: (code: number) => void;
}

/** 128 + the number of the signal, as shells report it. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

export function onStopSignals({ source, graceMs, stop, exit }: StopSignalOptions): void {
  let stopping = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    source.on(signal, () => {
      if (stopping) {
        exit(EXIT_CODES[signal]);
        return;
      }
      stopping = true;
      stop(signal === "SIGTERM" ? graceMs : 0).then(
        () => exit(0),
        () => exit(1),
      );
    });
  }
}
