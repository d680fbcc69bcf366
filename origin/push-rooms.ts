/**
 * What the origin has to do with push, where it is told of an edge: sessions that end close their connections.
 * @module
 */
import type { PushConfig } from "./config.ts";
import type { Log } from "./log/log.ts";
import { type OutboxTables, prepareOutbox } from "./outbox/outbox.ts";
import type { SessionEndListener } from "./passport/passport.ts";
import { edgePush, sessionEnds } from "./push/push.ts";
import type { Store } from "./store/store.ts";

export interface PushRoomsDeps {
  readonly store: Store<OutboxTables>;
  readonly log: Log;
  readonly now: () => number;
  readonly random: () => number;
}

export interface PushRooms {
  readonly onSessionEnd: SessionEndListener | undefined;
  /** Makes the tables. */
  prepare(): Promise<void>;
  /** Begins to send what waits. */
  start(): void;
  /** For `/readyz`. */
  notes(): Readonly<Record<string, unknown>>;
  /** Before the store closes. */
  close(): Promise<void>;
}

export function pushRooms(config: PushConfig, { store, log, now, random }: PushRoomsDeps): PushRooms {
  const { edge } = config;
  const push = edge === undefined ? undefined : edgePush({ edgeUrl: edge.url, token: edge.token });
  const ends = push && sessionEnds({ store, push, log, now, random });
  return {
    onSessionEnd: ends,
    prepare: () => prepareOutbox(store),
    start: () => ends?.start(),
    notes: () => (ends === undefined ? {} : { sessionEnds: ends.stats().waiting }),
    async close() {
      await ends?.close();
      await push?.close();
    },
  };
}
