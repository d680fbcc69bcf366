/**
 * What a user's stream has beside every other: sessions that have ended must not read it, and what its user takes, no phone is told of.
 * @module
 */
import { refusedCredentials } from "../../proto/bearer.ts";
import type { Position } from "../../proto/push/model.ts";
import type { Moved } from "../../proto/push/push.ts";
import type { HistoryPage, Joined, KickQuery } from "./delivery.ts";
import type { StreamHost } from "./host.ts";
import type { Offline } from "./offline.ts";
import type { HistoryQuery } from "./protocol.ts";
import type { Revocations } from "./revocations.ts";

export interface PrivateStreamsDeps {
  readonly host: StreamHost;
  readonly revocations: Revocations;
  /** Undefined where no phone is ever told. */
  readonly offline: Offline | undefined;
}

/** As {@link StreamHost} has them. */
export class PrivateStreams {
  readonly #deps: PrivateStreamsDeps;

  constructor(deps: PrivateStreamsDeps) {
    this.#deps = deps;
  }

  /** @param session of the connection, empty where it has none @throws Fault unauthenticated where it has ended */
  join(channel: string, shard: string, since: Position | undefined, session: string): Joined | Moved {
    const { host, revocations, offline } = this.#deps;
    if (session !== "" && revocations.has(channel, session)) throw refusedCredentials("the session has ended");
    const joined = host.join(channel, shard, since);
    if ("recovered" in joined && joined.recovered) offline?.settle(channel);
    return joined;
  }

  history(channel: string, query: HistoryQuery): HistoryPage | Moved {
    const { host, offline } = this.#deps;
    const page = host.history(channel, query);
    const isRead = query.isOwn === true && query.limit > 0 && !query.reverse;
    if (isRead && "publications" in page) {
      offline?.settle(channel, page.publications.at(-1)?.offset ?? page.position.offset);
    }
    return page;
  }

  clear(channel: string): Position | Moved {
    this.#deps.offline?.settle(channel);
    return this.#deps.host.clear(channel);
  }

  kick(channel: string, query: KickQuery): Promise<number | Moved> {
    const { host, revocations } = this.#deps;
    if (query.reason === "revoked" && query.session) revocations.put(channel, query.session);
    return host.kick(channel, query);
  }
}
