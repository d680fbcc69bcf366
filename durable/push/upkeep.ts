/**
 * What a shard does by the clock, and when it starts: ends what is due, compares what it has with what others keep, forgets who is gone.
 * @module
 */
import type { Roster } from "./roster.ts";
import type { Session } from "./session.ts";
import type { Sessions } from "./sessions.ts";
import type { Views } from "./views.ts";

/** How often it is compared with the channel's object what was delivered: for the case that it lost its members. */
export const RENEW_MS = 300_000;
/** Connections looked at in one go. */
const DUE_MAX = 1_000;
/** Two looks are not closer together. */
const LOOK_MS = 100;

export interface UpkeepDeps {
  readonly self: string;
  readonly roster: Roster;
  readonly views: Views;
  readonly sessions: Sessions;
  readonly session: Session;
  /** Whether this object keeps the channel. */
  readonly isLocal: (channel: string) => boolean;
  /** Ids of the connections whose sockets there are. */
  readonly sockets: () => readonly string[];
  readonly arm: (purpose: string, atMs: number) => void;
  readonly now: () => number;
  readonly warn: (message: string, cause: unknown) => void;
}

export class Upkeep {
  readonly #deps: UpkeepDeps;

  constructor(deps: UpkeepDeps) {
    this.#deps = deps;
  }

  /** Heartbeats that are missing, and tokens that have ended. */
  async checkConnections(nowMs: number): Promise<void> {
    const { roster, sessions, session, arm } = this.#deps;
    sessions.check(roster.due(nowMs, DUE_MAX));
    for (const { channel, connection: id } of roster.expired(nowMs, DUE_MAX)) {
      const connection = sessions.find(id);
      if (connection === undefined) {
        roster.unsubscribe(channel, id);
        continue;
      }
      await session.leave(connection, channel);
      sessions.emit(connection, { kind: "unsubscribed", ref: undefined, channel, reason: "token-expired" });
    }
    const next = [roster.nextDueMs(), roster.nextExpiryMs()].filter((each) => each !== undefined);
    if (next.length > 0) arm("connections", Math.max(nowMs + LOOK_MS, Math.min(...next)));
  }

  /** Registers again with each channel that others keep, and fetches what it was not told of. */
  async renew(): Promise<void> {
    const { roster, views, session, self, isLocal, arm, now, warn } = this.#deps;
    const channels = roster.channels().filter((channel) => !isLocal(channel));
    for (const channel of channels) {
      try {
        const position = await session.call(channel, (host) => host.renew(channel, self));
        await views.check(channel, position);
      } catch (cause) {
        warn(`${channel}: its object cannot be asked`, cause);
      }
    }
    if (channels.length > 0) arm("renew", now() + RENEW_MS);
  }

  /**
   * Rows of connections that ended with the process, or while nobody was told. And should there ever be a socket of which the roster knows
   * nothing, it is told to come again: it would hear nothing, and not know it.
   */
  removeLost(): void {
    const { roster, sessions, sockets } = this.#deps;
    const [rows, there] = [new Set(roster.ids()), new Set(sockets())];
    for (const id of rows) if (!there.has(id)) roster.remove(id);
    for (const id of there) {
      const connection = rows.has(id) ? undefined : sessions.find(id);
      if (connection !== undefined) sessions.end(connection, "insufficient-state");
    }
  }
}
