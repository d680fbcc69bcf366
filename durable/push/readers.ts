/**
 * Which connections of a channel have read what was sent to them: those that said something since, also goodbye, or answer when they are asked.
 * @module
 */
import { type Connection, type Kept, PONG_MS } from "./connection.ts";
import type { Departures } from "./departures.ts";

/** How often it is looked whether they have answered. */
const LOOK_MS = 250;
/** RFC 6455 §7.4.1: the connection ended without a word. */
const ABNORMAL_CLOSURE = 1006;

export interface ReadersDeps {
  readonly members: (channel: string) => readonly Connection[];
  /** Asks it, and ends it where it stays silent. */
  readonly ask: (connection: Connection) => void;
  /** Undefined where nobody will ask who read. */
  readonly departures: Departures | undefined;
  readonly userChannel: (user: string) => string;
  readonly now: () => number;
  readonly later: (ms: number, work: () => void) => void;
}

export class Readers {
  readonly #deps: ReadersDeps;

  constructor(deps: ReadersDeps) {
    this.#deps = deps;
  }

  /** @param kept of a connection that is gone @param code as the client closed it */
  left(kept: Kept | null, code: number): void {
    const { departures, userChannel, now } = this.#deps;
    if (kept === null || kept.user === "" || code === ABNORMAL_CLOSURE) return;
    departures?.put(userChannel(kept.user), kept.openedMs, now());
  }

  /**
   * @param sinceMs only connections that were there by then
   * @returns how many; those whose protocol cannot ask count while they are connected
   */
  async count(channel: string, sinceMs: number): Promise<number> {
    const { members, ask, departures, now, later } = this.#deps;
    const there = members(channel).filter(({ kept }) => kept.openedMs <= sinceMs);
    const heard = there.filter((each) => each.protocol.ping === undefined || each.heardMs() >= sinceMs);
    const known = heard.length + (departures?.count(channel, sinceMs) ?? 0);
    if (known > 0) return known;
    for (const connection of there) ask(connection);
    const untilMs = now() + PONG_MS;
    let silent = there;
    while (silent.length === there.length && silent.some((each) => !each.isClosed) && now() < untilMs) {
      await new Promise<void>((settle) => later(LOOK_MS, settle));
      silent = silent.filter((each) => each.isClosed || each.pingedMs !== undefined);
    }
    return there.length - silent.length;
  }
}
