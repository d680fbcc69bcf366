/**
 * Finds readers of streams that are gone. The runtime does not see that a client closed its connection while it only writes to it (a FIN is read,
 * and a reply that streams reads nothing): a write after that is answered by the client's system with a RST, and the write after this fails. So every
 * stream is written a little that its reader passes over, twice in a row. A reader that vanished without a FIN answers no ping.
 * @module
 */
import type { Connection } from "./connection.ts";

/** A phone's radio falls asleep after some ten seconds: a stream keeps it awake anyhow, and a reader that is gone is present for so long. */
const PROBE_MS = 5_000;
/** A round trip of a slow network. */
const AGAIN_MS = 300;

/** Of connections whose protocol has something to write. They are in memory for as long as they are there. */
export class Probes {
  readonly #later: (ms: number, work: () => void) => unknown;
  readonly #connections = new Set<Connection>();

  /** @param later waits; nothing waits while there is nobody to probe */
  constructor(later: (ms: number, work: () => void) => unknown) {
    this.#later = later;
  }

  add(connection: Connection): void {
    if (connection.protocol.probe === undefined) return;
    this.#connections.add(connection);
    if (this.#connections.size === 1) this.#later(PROBE_MS, () => this.#first());
  }

  #first(): void {
    this.#write();
    if (this.#connections.size > 0) this.#later(AGAIN_MS, () => this.#second());
  }

  #second(): void {
    this.#write();
    if (this.#connections.size > 0) this.#later(PROBE_MS, () => this.#first());
  }

  #write(): void {
    for (const connection of this.#connections) {
      const { probe } = connection.protocol;
      if (connection.isClosed || probe === undefined) this.#connections.delete(connection);
      else connection.answer(probe);
    }
  }
}
