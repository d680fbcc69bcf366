/**
 * Notifications on phones for users who are not there: which devices they have, what edges hand over, and its way to FCM and APNs. The front door
 * of the room: docs/push.md.
 *
 *     const notifications = notify({ store, providers: { fcm: fcm({ … }) }, edgeToken, requireLive, log, now, random });
 *     await notifications.prepare();
 *     notifications.start();
 * @module
 */
import type { Transaction } from "kysely";
import { findBearer } from "../../proto/bearer.ts";
import { Fault } from "../../proto/fault.ts";
import type { DeviceService, NotificationService } from "../../proto/gen/push.contract.ts";
import type { IdentityClaims } from "../../proto/identity.ts";
import type { Log } from "../log/log.ts";
import {
  type Job,
  type Outbox,
  type OutboxPolicy,
  type OutboxStats,
  type OutboxTables,
  outbox,
  type Verdict,
} from "../outbox/outbox.ts";
import type { RpcContext } from "../rpc/context.ts";
import type { Handlers } from "../rpc/service.ts";
import type { Store } from "../store/store.ts";
import { checkedToken, type DeviceToken, devices, type ServiceName } from "./devices.ts";
import { edgeCheck, jobsOf, type NotificationJob, requireMissed } from "./hand-over.ts";
import type { Provider } from "./provider.ts";
import { NOTIFY_MIGRATIONS, type NotifyTables } from "./tables.ts";

export { apns } from "./apns.ts";
export { fcm } from "./fcm.ts";
export { parseServiceAccount } from "./google-token.ts";
export type { Provider } from "./provider.ts";
export type { NotifyTables } from "./tables.ts";

export interface NotifyDeps {
  readonly store: Store<NotifyTables & OutboxTables>;
  /** Devices of a service that is not here cannot be registered. */
  readonly providers: Readonly<Partial<Record<ServiceName, Provider>>>;
  /** What edges show that hand over; undefined where nobody may. */
  readonly edgeToken: string | undefined;
  /** Who calls, with a session that lives. @throws Fault unauthenticated */
  readonly requireLive: (context: RpcContext) => Promise<IdentityClaims>;
  readonly log: Pick<Log, "warn">;
  readonly now: () => number;
  readonly random: () => number;
  readonly policy?: Partial<OutboxPolicy>;
}

export interface Notify {
  readonly devices: Handlers<typeof DeviceService>;
  readonly notifications: Handlers<typeof NotificationService>;
  /** Devices of sessions that end. Part of the transaction that ends them. */
  removeOfSessions(transaction: Transaction<NotifyTables>, sessionIds: readonly bigint[]): Promise<void>;
  /** Makes the table; that of the outbox must be there. */
  prepare(): Promise<void>;
  start(): void;
  stats(): Readonly<Record<string, OutboxStats>>;
  close(): Promise<void>;
}

const STALE_LOOK_MS = 3_600_000;

export function notify(deps: NotifyDeps): Notify {
  const { store, providers, edgeToken, requireLive, log, now } = deps;
  const known = devices({ store, now });
  const requireEdge = edgeCheck(edgeToken);
  const queues = new Map<ServiceName, { readonly provider: Provider; readonly outbox: Outbox }>();
  for (const [name, provider] of Object.entries(providers) as [ServiceName, Provider][]) {
    queues.set(name, {
      provider,
      outbox: outbox({ ...deps, queue: name, send: (job, signal) => send(provider, job, signal) }),
    });
  }
  let staleTimer: NodeJS.Timeout | undefined;

  return {
    devices: {
      async registerDevice(request, context) {
        const caller = await requireLive(context);
        const token = tokenOf(request);
        if (!queues.has(token.service)) {
          throw new Fault("failed_precondition", `notifications by ${token.service} are not set up`);
        }
        await known.register(String(caller.uid), caller.sessionId, token);
        return {};
      },
      async unregisterDevice(request, context) {
        const caller = await requireLive(context);
        await known.unregister(String(caller.uid), tokenOf(request));
        return {};
      },
    },

    notifications: {
      async handOver({ missed }, context) {
        requireEdge(findBearer(context.header("authorization")));
        requireMissed(missed);
        const all = await known.of([...new Set(missed.map(({ user }) => user))]);
        await store.transaction(async (transaction) => {
          for (const [name, queue] of queues) {
            const jobs = missed.flatMap((each) =>
              jobsOf(
                each,
                all.filter(({ account, service }) => account === each.user && service === name),
              ),
            );
            if (jobs.length > 0) await queue.outbox.add(transaction, jobs);
          }
        });
        for (const queue of queues.values()) queue.outbox.wake();
        return {};
      },
    },

    removeOfSessions: known.removeOfSessions,
    prepare: () => store.migrate("notify", NOTIFY_MIGRATIONS),

    start() {
      for (const queue of queues.values()) queue.outbox.start();
      staleTimer ??= setInterval(removeStale, STALE_LOOK_MS).unref();
    },

    stats: () => Object.fromEntries([...queues].map(([name, queue]) => [name, queue.outbox.stats()])),

    async close() {
      clearInterval(staleTimer);
      for (const queue of queues.values()) await queue.outbox.close();
      for (const queue of queues.values()) await queue.provider.close();
    },
  };

  async function send(provider: Provider, { id, body, expiresAtMs }: Job, signal: AbortSignal): Promise<Verdict> {
    const { device: deviceId, notification } = JSON.parse(body) as NotificationJob;
    const device = await known.find(deviceId);
    if (device === undefined) return { kind: "dropped" };
    const askedAtMs = now();
    const outcome = await provider.send({ notification, token: device.token, id, expiresAtMs }, signal);
    switch (outcome.kind) {
      case "sent":
      case "again":
        return outcome;
      case "refused":
        return { kind: "dead", error: outcome.error };
      case "gone":
        await known.removeDead(deviceId, outcome.sinceMs ?? askedAtMs);
        return { kind: "dropped" };
    }
  }

  function removeStale(): void {
    known.removeStale().catch((error: unknown) => log.warn("stale devices cannot be removed", { error }));
  }
}

/** @throws Fault invalid_argument */
function tokenOf({ fcm, apns }: { readonly fcm?: string; readonly apns?: string }): DeviceToken {
  if (fcm !== undefined) return checkedToken({ service: "fcm", token: fcm });
  if (apns !== undefined) return checkedToken({ service: "apns", token: apns });
  throw new Fault("invalid_argument", "token: is missing");
}
