/**
 * Publishing from a service of the origin: `fairway.push.v1.PushService` of the edge. The front door of the room: docs/push.md.
 *
 *     const push = edgePush({ edgeUrl: "http://127.0.0.1:8787", token });
 *     await push.publish({ users: [uid] }, { data: { text: "hello" } });
 *     await push.disconnect({ user: uid, session, final: true });
 * @module
 */
import { randomBytes } from "node:crypto";
import { type DisconnectRequest, PushService } from "../../proto/gen/push.contract.ts";
import type { Init } from "../../proto/message/message.ts";
import { type Client, rpcChannel, rpcClient } from "../rpc/rpc.ts";
import { channelsOf, type OutgoingMessage, type Receipt, type Targets, wireMessage } from "./message.ts";
import { publisher } from "./publisher.ts";

export type { OutgoingMessage, Receipt, Targets } from "./message.ts";
export { sessionEnds } from "./session-ends.ts";

export interface EdgePushOptions {
  readonly edgeUrl: string;
  /** One of the edge's `PUSH_TOKENS`. */
  readonly token: string;
  /** Of one attempt. */
  readonly attemptTimeoutMs?: number;
}

export interface PublishOptions {
  /** For all attempts together. */
  readonly timeoutMs?: number;
}

export interface Push {
  /**
   * On disk at the edge when it resolves, in each channel whose receipt has no fault. What fails on its way is repeated until the time is over,
   * and published once.
   * @throws Fault where no target took it: as the edge refused it, or `unavailable`, `deadline_exceeded`, and then it may have been published;
   *   `resource_exhausted` where more is published than the edge takes
   */
  publish(targets: Targets, message: OutgoingMessage, options?: PublishOptions): Promise<readonly Receipt[]>;
  /** Closes connections of a user, of a session of it, or of a device. @returns how many @throws Fault */
  disconnect(request: Init<DisconnectRequest>, options?: PublishOptions): Promise<number>;
  /** Everything else of the service: history, presence, counts, subscriptions. */
  readonly service: Client<typeof PushService>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

/** An edge answers within milliseconds; what takes longer is lost or behind something that is. */
const ATTEMPT_MS_MAX = 3_000;
/** Outlasts the restart of an edge. */
const TIMEOUT_MS = 10_000;
const CONNECTIONS_MAX = 8;
/** 96 random bits never meet again. */
const KEY_BYTES = 12;

/** @throws Error where the address is no HTTP origin */
export function edgePush({ edgeUrl, token, attemptTimeoutMs = ATTEMPT_MS_MAX }: EdgePushOptions): Push {
  const channel = rpcChannel({ baseUrls: [edgeUrl], timeoutMs: attemptTimeoutMs, connectionsMax: CONNECTIONS_MAX });
  const authorization = `Bearer ${token}`;
  const service = rpcClient(PushService, {
    ...channel,
    attempt: (path, headers, body, signal) => channel.attempt(path, { ...headers, authorization }, body, signal),
  });
  const outgoing = publisher({
    random: Math.random,
    async send(messages) {
      const [only] = messages;
      if (messages.length === 1 && only !== undefined) return [await service.publish(only)];
      return (await service.publishBatch({ messages })).responses;
    },
  });

  return {
    service,

    async publish(targets, message, { timeoutMs = TIMEOUT_MS } = {}) {
      const key = message.idempotencyKey ?? randomBytes(KEY_BYTES).toString("base64url");
      const receipts = await outgoing.publish(channelsOf(targets), wireMessage(message, key), timeoutMs);
      const [first] = receipts;
      if (first?.fault !== undefined && receipts.every(({ fault }) => fault !== undefined)) throw first.fault;
      return receipts;
    },

    async disconnect(request, { timeoutMs = TIMEOUT_MS } = {}) {
      const { connections } = await service.disconnect(request, { timeoutMs });
      return connections;
    },

    async close() {
      await outgoing.close();
      await channel.close();
    },
  };
}
