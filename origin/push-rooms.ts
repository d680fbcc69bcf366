/**
 * What the origin has to do with push: sessions that end close their connections at the edge, and what users miss goes to their phones.
 * @module
 */
import { readFile } from "node:fs/promises";
import { DeviceService, NotificationService } from "../proto/gen/push.contract.ts";
import type { IdentityClaims } from "../proto/identity.ts";
import type { PushConfig } from "./config.ts";
import type { Log } from "./log/log.ts";
import { apns, fcm, type NotifyTables, notify, type Provider, parseServiceAccount } from "./notify/notify.ts";
import { type OutboxTables, prepareOutbox } from "./outbox/outbox.ts";
import type { SessionEndListener } from "./passport/passport.ts";
import { edgePush, sessionEnds } from "./push/push.ts";
import type { RpcContext } from "./rpc/context.ts";
import { implement } from "./rpc/rpc.ts";
import type { Implementation } from "./rpc/service.ts";
import type { Store } from "./store/store.ts";

export type PushTables = OutboxTables & NotifyTables;

export interface PushRoomsDeps {
  readonly store: Store<PushTables>;
  readonly requireLive: (context: RpcContext) => Promise<IdentityClaims>;
  readonly log: Log;
  readonly now: () => number;
  readonly random: () => number;
}

export interface PushRooms {
  readonly services: readonly Implementation[];
  readonly onSessionEnd: SessionEndListener;
  /** Makes the tables. */
  prepare(): Promise<void>;
  /** Begins to send what waits. */
  start(): void;
  /** For `/readyz`. */
  notes(): Readonly<Record<string, unknown>>;
  /** Before the store closes. */
  close(): Promise<void>;
}

/** @throws Error where a file of a key cannot be read */
export async function pushRooms(config: PushConfig, deps: PushRoomsDeps): Promise<PushRooms> {
  const { store, now } = deps;
  const { edge, edgeToken } = config;
  const push = edge === undefined ? undefined : edgePush({ edgeUrl: edge.url, token: edge.token });
  const ends = push && sessionEnds({ ...deps, push });
  const phones = notify({ ...deps, edgeToken, providers: await providersOf(config, now) });
  return {
    services: [implement(DeviceService, phones.devices), implement(NotificationService, phones.notifications)],
    onSessionEnd: {
      async record(transaction, ended) {
        const ids = ended.map(({ sessionId }) => sessionId);
        await phones.removeOfSessions(transaction.withTables<NotifyTables>(), ids);
        await ends?.record(transaction, ended);
      },
      committed: () => ends?.committed(),
    },
    async prepare() {
      await prepareOutbox(store);
      await phones.prepare();
    },
    start() {
      ends?.start();
      phones.start();
    },
    notes() {
      const notifications = phones.stats();
      return {
        ...(ends !== undefined && { sessionEnds: ends.stats().waiting }),
        ...(Object.keys(notifications).length > 0 && { notifications }),
      };
    },
    async close() {
      await ends?.close();
      await phones.close();
      await push?.close();
    },
  };
}

async function providersOf({ fcm: google, apns: apple }: PushConfig, now: () => number) {
  const providers: { fcm?: Provider; apns?: Provider } = {};
  if (google !== undefined) {
    const account = parseServiceAccount(await readFile(google.serviceAccountFile, "utf8"));
    providers.fcm = fcm({ url: google.url, account, now });
  }
  if (apple !== undefined) {
    const { url, topic, keyFile, keyId, teamId } = apple;
    const key = { privateKey: await readFile(keyFile, "utf8"), keyId, teamId };
    providers.apns = apns({ url, topic, key, now });
  }
  return providers;
}
