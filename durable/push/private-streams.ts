/**
 * What a user's or device's stream has beside every other: who is kept out must not read it, and what its user takes, no phone is told of.
 * @module
 */
import type { Position } from "../../proto/push/model.ts";
import type { Moved } from "../../proto/push/push.ts";
import type { Admission } from "./admission.ts";
import type { Ban, HistoryPage, Joined, KickQuery, Pass } from "./delivery.ts";
import type { StreamHost } from "./host.ts";
import type { Offline } from "./offline.ts";
import type { HistoryQuery } from "./protocol.ts";

export interface PrivateStreamsDeps {
  readonly host: StreamHost;
  readonly admission: Admission;
  /** Undefined where no phone is ever told. */
  readonly offline: Offline | undefined;
}

/** As {@link StreamHost} has them. */
export class PrivateStreams {
  readonly #deps: PrivateStreamsDeps;

  constructor(deps: PrivateStreamsDeps) {
    this.#deps = deps;
  }

  /** @param pass of a connection whose own stream it is @throws Fault as {@link Admission.check} */
  join(channel: string, shard: string, since: Position | undefined, pass: Pass | undefined): Joined | Moved {
    const { host, admission, offline } = this.#deps;
    if (pass !== undefined) admission.check(channel, pass);
    const joined = host.join(channel, shard, since);
    if ("recovered" in joined && joined.recovered) offline?.settle(channel);
    return joined;
  }

  /** @throws Fault as {@link Admission.check} */
  history(channel: string, query: HistoryQuery): HistoryPage | Moved {
    const { host, offline, admission } = this.#deps;
    if (query.pass !== undefined) admission.check(channel, query.pass);
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
    const { host, admission } = this.#deps;
    if (query.reason === "revoked" && query.session) admission.revoke(channel, query.session);
    return host.kick(channel, query);
  }

  /** @returns how many connections it closed @throws Fault resource_exhausted */
  ban(channel: string, ban: Ban): Promise<number | Moved> {
    const { host, admission } = this.#deps;
    admission.ban(channel, ban);
    const { issuedBeforeMs } = ban;
    return host.kick(channel, { reason: "revoked", ...(issuedBeforeMs !== undefined && { issuedBeforeMs }) });
  }
}
