/**
 * `fairway.push.v1.PushService`.
 * @module
 */
import { findBearer } from "../../proto/bearer.ts";
import type { HandlersOf } from "../../proto/connect/connect.ts";
import { Fault } from "../../proto/fault.ts";
import type { Message, PublishRequest, PublishResponse, PushService } from "../../proto/gen/push.contract.ts";
import type {
  ChannelMessage,
  Position,
  Publication,
  PublishOutcome,
  Message as Pushed,
} from "../../proto/push/model.ts";
import {
  ALL_CHANNEL,
  isKeptByShard,
  keyChannel,
  optionsOf,
  type PushSettings,
  parseChannel,
  userChannel,
  userOf,
} from "../../proto/push/push.ts";
import type { RpcContext } from "../rpc/rpc.ts";
import { checkedBan, findWho, tokensTakenBack, whoOf, wireBan } from "./bans.ts";
import type { PushCore } from "./core.ts";
import { checkedNotification } from "./notification.ts";
import type { PublishLimit } from "./publish-limit.ts";
import type { Publishers } from "./publishers.ts";

/** Of one call, over all its messages: as many as objects answer for within its time. */
const TARGETS_MAX = 10_000;
const MESSAGES_MAX = 1_000;
const LISTED_MAX = 1_000;
const BANS_LISTED = 100;
const PRESENCE_MAX = 10_000;
/** The end of the year 9999: google.protobuf.Timestamp's last second. */
const TIMESTAMP_SECONDS_MAX = 253_402_300_799n;

export interface ServiceDeps {
  readonly core: PushCore;
  readonly channels: PushSettings;
  readonly publishers: Publishers;
  readonly limit: PublishLimit;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export function pushService({
  core,
  channels: settings,
  publishers,
  limit,
  now,
}: ServiceDeps): HandlersOf<typeof PushService, RpcContext> {
  async function publisherOf(context: RpcContext): Promise<string> {
    const token = findBearer(context.header("authorization"));
    return await publishers.require(token, () => context.isOperator());
  }

  async function publish(requests: readonly PublishRequest[], context: RpcContext): Promise<PublishResponse[]> {
    const publisher = await publisherOf(context);
    const perRequest = requests.map(itemsOf);
    const items = perRequest.flat();
    if (items.length > TARGETS_MAX) throw new Fault("invalid_argument", `targets: more than ${TARGETS_MAX} together`);
    limit.take(publisher, items.length);
    const outcomes = await core.publish(items);
    let next = 0;
    return perRequest.map((each) => {
      const results = each.map(({ channel }) => resultOf(channel, outcomes[next++]));
      return { results, shards: results.reduce((sum, { shards }) => sum + shards, 0) };
    });
  }

  return {
    async publish(request, context) {
      const [response] = await publish([request], context);
      return response ?? { results: [], shards: 0 };
    },

    async publishBatch({ messages }, context) {
      if (messages.length === 0 || messages.length > MESSAGES_MAX) {
        throw new Fault("invalid_argument", `messages: 1 to ${MESSAGES_MAX} expected`);
      }
      return { responses: await publish(messages, context) };
    },

    async history({ channel, limit: count, since, reverse }, context) {
      await publisherOf(context);
      if (count > LISTED_MAX) throw new Fault("invalid_argument", `limit: at most ${LISTED_MAX}`);
      const query = {
        limit: count,
        reverse,
        ...(since && { since: { epoch: since.epoch, offset: Number(since.offset) } }),
      };
      const page = await core.history(channel, query);
      if (since !== null && !page.complete) throw new Fault("out_of_range", "what came after is no longer kept");
      return { position: wirePosition(page.position), publications: page.publications.map(wirePublication) };
    },

    async clearHistory({ channel }, context) {
      await publisherOf(context);
      await core.clearHistory(channel);
      return {};
    },

    async presence({ channel }, context) {
      await publisherOf(context);
      const clients = await core.presence(channel, PRESENCE_MAX);
      return {
        clients: clients.map(({ connInfo = "", chanInfo = "", ...client }) => ({ ...client, connInfo, chanInfo })),
      };
    },

    async online({ channels }, context) {
      await publisherOf(context);
      if (channels.length > LISTED_MAX) throw new Fault("invalid_argument", `channels: at most ${LISTED_MAX}`);
      for (const channel of channels) parseChannel(channel);
      const counted = channels.map(async (channel) => [channel, (await core.count(channel)).connections] as const);
      return { connections: Object.fromEntries(await Promise.all(counted)) };
    },

    async top({ prefix, limit: count }, context) {
      await publisherOf(context);
      if (count === 0 || count > LISTED_MAX) throw new Fault("invalid_argument", `limit: 1 to ${LISTED_MAX} expected`);
      const channels = await core.top(prefix, count);
      return { channels: channels.map(([channel, connections]) => ({ channel, connections })) };
    },

    async total(_request, context) {
      await publisherOf(context);
      return await core.totals();
    },

    async disconnect({ user, key, session, final }, context) {
      await publisherOf(context);
      const channel = whoOf({ user, key });
      if (final && session === "") return { connections: await core.ban(channel, tokensTakenBack(now())) };
      const reason = final ? ("revoked" as const) : ("kicked" as const);
      return { connections: await core.kick(channel, { reason, ...(session !== "" && { session }) }) };
    },

    async ban({ user, key, until, issuedBefore, reason }, context) {
      await publisherOf(context);
      const asked = { untilMs: until ? msOf(until, "until") : undefined, reason };
      const issuedBeforeMs = issuedBefore ? msOf(issuedBefore, "issued_before") : undefined;
      return { connections: await core.ban(whoOf({ user, key }), checkedBan({ ...asked, issuedBeforeMs }, now())) };
    },

    async liftBan({ user, key }, context) {
      await publisherOf(context);
      return { lifted: await core.liftBan(whoOf({ user, key })) };
    },

    async bans({ user, key, limit: asked, pageToken }, context) {
      await publisherOf(context);
      const channel = findWho({ user, key });
      if (channel !== undefined) {
        return { bans: (await core.bansOf(channel)).map((row) => wireBan(row, timestampOf)), nextPageToken: "" };
      }
      if (asked > LISTED_MAX) throw new Fault("invalid_argument", `limit: at most ${LISTED_MAX}`);
      if (pageToken !== "" && !isKeptByShard(pageToken))
        throw new Fault("invalid_argument", "page_token: is none that a page was answered with");
      const count = asked || BANS_LISTED;
      const rows = await core.bans(pageToken, count);
      const channels = new Set(rows.map((row) => row.channel));
      return {
        bans: rows.map((row) => wireBan(row, timestampOf)),
        nextPageToken: channels.size < count ? "" : (rows.at(-1)?.channel ?? ""),
      };
    },

    async subscribe({ user, channel }, context) {
      await publisherOf(context);
      if (optionsOf(channel, settings) === undefined) throw new Fault("not_found", `${channel}: no such namespace`);
      return { connections: await core.direct(userChannel(user), { channel, subscribed: true }) };
    },

    async unsubscribe({ user, channel }, context) {
      await publisherOf(context);
      parseChannel(channel);
      return { connections: await core.direct(userChannel(user), { channel, subscribed: false }) };
    },

    async shards(_request, context) {
      await context.requireOperator();
      return await core.shards();
    },

    async addShards({ shards }, context) {
      await context.requireOperator();
      return await core.addShards(shards);
    },
  };
}

/** @throws Fault invalid_argument for a message to nobody, or without data */
function itemsOf({ targets, message }: PublishRequest): ChannelMessage[] {
  const channels = [
    ...(targets?.users ?? []).map(userChannel),
    ...(targets?.keys ?? []).map(keyChannel),
    ...(targets?.channels ?? []),
    ...(targets?.all ? [ALL_CHANNEL] : []),
  ];
  if (channels.length === 0) throw new Fault("invalid_argument", "targets: the message is for nobody");
  const pushed = messageOf(message);
  const { notification, ...plain } = pushed;
  if (notification !== undefined && !channels.some((channel) => userOf(channel) !== undefined)) {
    throw new Fault("invalid_argument", "message.notification: no user is among the targets");
  }
  return channels.map((channel) => ({ channel, message: userOf(channel) === undefined ? plain : pushed }));
}

function messageOf(message: Message | null): Pushed {
  if (message === null) throw new Fault("invalid_argument", "message: is missing");
  const { op, tags, expiresAt, idempotencyKey, transient, notification } = message;
  if (transient && notification !== null) {
    throw new Fault("invalid_argument", "message.notification: a transient message has none");
  }
  return {
    data: dataOf(message),
    op,
    ...(Object.keys(tags).length > 0 && { tags }),
    ...(expiresAt && { expiresAtMs: msOf(expiresAt, "message.expires_at") }),
    ...(idempotencyKey !== "" && { idempotencyKey }),
    ...(transient && { transient }),
    ...(notification !== null && { notification: checkedNotification(notification) }),
  };
}

/** @throws Fault invalid_argument for a time that History could not tell in JSON */
function msOf({ seconds, nanos }: NonNullable<Message["expiresAt"]>, field: string): number {
  if (seconds > TIMESTAMP_SECONDS_MAX) throw new Fault("invalid_argument", `${field}: is after the year 9999`);
  return Number(seconds) * 1_000 + Math.floor(nanos / 1e6);
}

function dataOf({ json, binary }: Message): Pushed["data"] {
  if (binary !== undefined) return binary.slice();
  if (json === undefined) throw new Fault("invalid_argument", "message.data: is missing");
  try {
    JSON.parse(json);
  } catch (cause) {
    throw new Fault("invalid_argument", "message.json: is no JSON", { cause });
  }
  return json;
}

function resultOf(channel: string, outcome: PublishOutcome | undefined) {
  if (outcome !== undefined && "published" in outcome) {
    const { shards, duplicate } = outcome.published;
    return { channel, position: wirePosition(outcome.published), shards, duplicate, refused: "", reason: "" };
  }
  const { code, message } = outcome?.refused ?? { code: "internal", message: "it has no outcome" };
  return { channel, position: null, shards: 0, duplicate: false, refused: code, reason: message };
}

function wirePosition({ epoch, offset }: Position) {
  return { epoch, offset: BigInt(offset) };
}

function wirePublication({ offset, data, op, tags = {}, publishedAtMs, expiresAtMs, from }: Publication) {
  return {
    offset: BigInt(offset),
    ...(typeof data === "string" ? { json: data } : { binary: data }),
    op,
    tags,
    publishedAt: timestampOf(publishedAtMs),
    expiresAt: expiresAtMs === undefined ? null : timestampOf(expiresAtMs),
    from: from === undefined ? null : { ...from, connInfo: from.connInfo ?? "", chanInfo: from.chanInfo ?? "" },
  };
}

function timestampOf(ms: number) {
  return { seconds: BigInt(Math.floor(ms / 1_000)), nanos: (ms % 1_000) * 1_000_000 };
}
