/**
 * Closes the push connections of sessions that end: within a second while the edge answers, and as soon as it does again where it does not.
 *
 * What is to be closed is written in the transaction that ends the session, so that signing out never waits for the edge, and nothing is forgotten
 * when either dies.
 * @module
 */
import { ACCESS_TOKEN_TTL_SECONDS } from "../../proto/access-token.ts";
import type { Log } from "../log/log.ts";
import { type Outbox, type OutboxPolicy, type OutboxTables, outbox } from "../outbox/outbox.ts";
import type { SessionEndListener } from "../passport/passport.ts";
import type { Store } from "../store/store.ts";
import type { Push } from "./push.ts";

const QUEUE = "session-end";
/** A connection ends with the access token that it was opened with, refreshed or not: after that there is none left to close. */
const EXPIRES_MS = (ACCESS_TOKEN_TTL_SECONDS + 60) * 1_000;
const ATTEMPT_MS_MAX = 3_000;
/** An edge that restarts is back within a second or two, and is asked soon after. */
const POLICY: Partial<OutboxPolicy> = {
  leaseMs: 5_000,
  backoffMs: 200,
  backoffMsMax: 2_000,
  attemptsMax: 1_000_000,
  rememberMs: 0,
};

export interface SessionEndsDeps {
  readonly store: Store<OutboxTables>;
  readonly push: Pick<Push, "disconnect">;
  readonly log: Pick<Log, "warn">;
  readonly now: () => number;
  readonly random: () => number;
}

export interface SessionEnds extends SessionEndListener, Pick<Outbox, "start" | "stats" | "close"> {}

export function sessionEnds({ store, push, log, now, random }: SessionEndsDeps): SessionEnds {
  const ends = outbox({
    store,
    queue: QUEUE,
    log,
    now,
    random,
    policy: POLICY,
    async send({ body }) {
      const { user, session } = JSON.parse(body) as { readonly user: string; readonly session: string };
      await push.disconnect({ user, session, final: true }, { timeoutMs: ATTEMPT_MS_MAX });
      return { kind: "sent" };
    },
  });
  return {
    start: ends.start,
    stats: ends.stats,
    close: ends.close,
    async record(transaction, ended) {
      const expiresAtMs = now() + EXPIRES_MS;
      const jobs = ended.map(({ uid, sessionId }) => ({
        id: String(sessionId),
        body: JSON.stringify({ user: String(uid), session: String(sessionId) }),
        expiresAtMs,
      }));
      await ends.add(transaction.withTables<OutboxTables>(), jobs);
    },
    committed: ends.wake,
  };
}
