/**
 * What services order for the connections of a channel: that they end, or that they hear another channel.
 * @module
 */
import type { KickQuery } from "./delivery.ts";
import type { Roster } from "./roster.ts";
import type { Session } from "./session.ts";
import type { Sessions } from "./sessions.ts";
import type { Views } from "./views.ts";

export interface OrdersDeps {
  readonly roster: Roster;
  readonly views: Views;
  readonly sessions: Sessions;
  readonly session: Session;
}

export class Orders {
  readonly #deps: OrdersDeps;

  constructor(deps: OrdersDeps) {
    this.#deps = deps;
  }

  /** @returns how many it closed, or will close */
  kick(channel: string, { session, connection: only, except = [], before, reason, atMs }: KickQuery): number {
    const { views, sessions } = this.#deps;
    const meant = views.members(channel).filter(({ id, kept }) => {
      if (session !== undefined && kept.session !== session) return false;
      if ((only !== undefined && id !== only) || except.includes(id)) return false;
      if (before === undefined) return true;
      return kept.openedMs < before.openedMs || (kept.openedMs === before.openedMs && id < before.connection);
    });
    for (const connection of meant) {
      if (atMs === undefined) sessions.end(connection, reason);
      else sessions.expire(connection, atMs);
    }
    return meant.length;
  }

  /**
   * Subscribes those who have `channel` to another, or takes it from them. Rights are not asked: the service decides.
   * @returns for how many that changed something
   */
  async direct(channel: string, other: string, subscribed: boolean, only?: string): Promise<number> {
    const { roster, views, session, sessions } = this.#deps;
    const meant = views
      .members(channel)
      .filter(({ id }) => only === undefined || id === only)
      .filter(({ id }) => (roster.subscription(other, id) !== undefined) !== subscribed);
    for (const connection of meant) {
      if (!subscribed) {
        await session.leave(connection, other);
        sessions.emit(connection, { kind: "unsubscribed", ref: undefined, channel: other, reason: "server" });
        continue;
      }
      connection.hold();
      try {
        const subscription = await session.join(connection, other);
        sessions.emit(connection, { kind: "subscribed-by-server", subscription }, true);
      } finally {
        connection.release();
      }
    }
    return meant.length;
  }
}
