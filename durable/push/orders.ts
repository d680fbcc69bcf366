/**
 * What services order for the connections of a channel: that they end, or that they hear another channel.
 * @module
 */
import { isMeant } from "./bans.ts";
import type { Connection } from "./connection.ts";
import type { DirectOptions, DirectQuery, KickQuery } from "./delivery.ts";
import type { Roster } from "./roster.ts";
import { runsOf } from "./runs.ts";
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
  /** Who was to go while others were on their way into the channel: let in before the order, and not to be found by it. */
  readonly #standing = new Map<string, KickQuery[]>();

  constructor(deps: OrdersDeps) {
    this.#deps = deps;
  }

  /** @returns how many it closed, or will close */
  kick(channel: string, query: KickQuery): number {
    const { views } = this.#deps;
    const meant = views.members(channel).filter((each) => isKicked(each, query));
    for (const connection of meant) this.#kick(connection, query);
    for (const each of this.#standing.keys()) if (!views.isJoined(each)) this.#standing.delete(each);
    if (views.isJoined(channel)) this.#standing.set(channel, [...(this.#standing.get(channel) ?? []), query]);
    return meant.length;
  }

  /** The connection has the channel now, which was asked for it before. */
  joined(channel: string, connection: Connection): void {
    if (this.#standing.size === 0) return;
    for (const query of this.#standing.get(channel) ?? [])
      if (isKicked(connection, query)) this.#kick(connection, query);
    if (!this.#deps.views.isJoined(channel)) this.#standing.delete(channel);
  }

  #kick(connection: Connection, { atMs, reason, close, connInfo }: KickQuery): void {
    const { sessions } = this.#deps;
    if (connInfo !== undefined) this.#inform(connection, connInfo);
    if (atMs !== undefined) sessions.expire(connection, atMs);
    else if (connInfo === undefined) sessions.end(connection, reason, close);
  }

  /** What others see of it, from now on. */
  #inform(connection: Connection, connInfo: string): void {
    const { roster } = this.#deps;
    connection.change({ connInfo });
    connection.save();
    for (const row of roster.ofConnection(connection.id)) {
      roster.subscribe({ ...row, client: { ...row.client, connInfo } });
    }
  }

  /**
   * Subscribes those who have `channel` to another, or takes it from them. Rights are not asked: the service decides.
   * @returns for how many that changed something
   */
  async direct(
    channel: string,
    { channel: other, subscribed, connection: only, options }: DirectQuery,
  ): Promise<number> {
    const { roster, views, session, sessions } = this.#deps;
    const meant = views
      .members(channel)
      .filter(({ id }) => only === undefined || id === only)
      .filter(({ id }) => (roster.subscription(other, id) !== undefined) !== subscribed);
    for (const connection of meant) {
      if (subscribed) {
        await this.#subscribe(connection, other, options);
        continue;
      }
      await session.leave(connection, other);
      sessions.emit(connection, { kind: "unsubscribed", ref: undefined, channel: other, reason: "server" });
    }
    return meant.length;
  }

  async #subscribe(connection: Connection, channel: string, options: DirectOptions | undefined): Promise<void> {
    const { session, sessions } = this.#deps;
    connection.hold();
    try {
      const subscription = await session.join(connection, channel, options);
      sessions.emit(connection, { kind: "subscribed-by-server", subscription }, true);
      const audience = connection.protocol.audience(connection.kept.state, channel);
      for (const run of runsOf(subscription.publications)) {
        for (const frame of connection.protocol.render(audience, channel, run)) connection.answer(frame);
      }
    } catch (thrown) {
      // One that goes meanwhile is no reason to leave out the others.
      if (!connection.isClosed) throw thrown;
    } finally {
      connection.release();
    }
  }
}

function isKicked({ id, kept }: Connection, query: KickQuery): boolean {
  const { session, connection: only, issuedBeforeMs, except = [], before } = query;
  if (session !== undefined && kept.session !== session) return false;
  if ((only !== undefined && id !== only) || except.includes(id)) return false;
  if (issuedBeforeMs !== undefined && !isMeant({ issuedBeforeMs }, kept.issuedMs)) return false;
  if (before === undefined) return true;
  return kept.openedMs < before.openedMs || (kept.openedMs === before.openedMs && id < before.connection);
}
