/**
 * The methods of Centrifugo's server API. Each takes its parameters and gives its result as JSON; what is wrong it throws.
 *
 * A user is its private stream: its connections are those that have `user:<id>`. `client` is the id of a connection, and `session` what its connect
 * was answered with.
 * @module
 */
import * as v from "valibot";
import { parseBase64 } from "../../proto/base64.ts";
import { Fault } from "../../proto/fault.ts";
import type { Data, Message, PublishOutcome } from "../../proto/push/model.ts";
import {
  centrifugoError,
  centrifugoPage,
  centrifugoPresence,
  jsonObject,
  type PushSettings,
  userChannel,
} from "../../proto/push/push.ts";
import { checkedBan } from "./bans.ts";
import {
  disconnectDirection,
  refreshDirection,
  subscribeDirection,
  unsubscribeDirection,
} from "./centrifugo-directions.ts";
import { centrifugoCodeOf, checked } from "./centrifugo-errors.ts";
import { matchesGlob } from "./channel-glob.ts";
import type { PushCore } from "./core.ts";
import type { PublishLimit } from "./publish-limit.ts";

export interface MethodsDeps {
  readonly core: PushCore;
  readonly limit: PublishLimit;
  readonly channels: PushSettings;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** @throws Fault */
export type CentrifugoMethod = (params: unknown) => Promise<string>;
export type CentrifugoMethods = Readonly<Record<string, CentrifugoMethod>>;

/** As many as objects answer for within the time of one call. */
const CHANNELS_MAX = 1_000;
const HISTORY_LIMIT_MAX = 1_000;
const PRESENCE_MAX = 10_000;
/** The API has no pages; it is for looking around, as in Centrifugo. */
const LISTED_MAX = 10_000;

const text = v.nullish(v.string(), "");
const name = v.pipe(v.string("a text expected"), v.nonEmpty("is missing"));
const whole = v.pipe(v.number(), v.safeInteger());
const published = {
  data: v.optional(v.unknown()),
  b64data: text,
  skip_history: v.nullish(v.boolean(), false),
  tags: v.nullish(v.record(v.string(), v.string())),
  idempotency_key: text,
  version: v.nullish(v.pipe(whole, v.minValue(0)), 0),
  version_epoch: text,
};
const publishSchema = v.object({ channel: name, ...published });
const broadcastSchema = v.object({ channels: v.array(name), ...published });
const channelSchema = v.object({ channel: name });
const historySchema = v.object({
  channel: name,
  limit: v.nullish(whole, 0),
  since: v.nullish(v.object({ offset: v.nullish(v.pipe(whole, v.minValue(0)), 0), epoch: text })),
  reverse: v.nullish(v.boolean(), false),
});
const channelsSchema = v.object({ pattern: text });
const blockSchema = v.object({ user: name, expire_at: v.nullish(whole, 0) });
const unblockSchema = v.object({ user: name });
const invalidateSchema = v.object({
  user: name,
  issued_before: v.nullish(whole, 0),
  expire_at: v.nullish(whole, 0),
});

const NOTHING = "{}";

/** @param publisher whose limit it is */
export function centrifugoMethods({ core, limit, channels, now }: MethodsDeps, publisher: string): CentrifugoMethods {
  async function publishTo(channels: readonly string[], message: Message): Promise<readonly PublishOutcome[]> {
    limit.take(publisher, channels.length);
    return await core.publish(channels.map((channel) => ({ channel, message })));
  }

  return {
    async publish(params) {
      const { channel, ...given } = checked(publishSchema, params);
      const [outcome] = await publishTo([channel], messageOf(given));
      if (outcome === undefined) throw new Error("a publish has no outcome");
      if ("refused" in outcome) throw new Fault(outcome.refused.code, outcome.refused.message);
      return publishResult(outcome);
    },

    async broadcast(params) {
      const { channels, ...given } = checked(broadcastSchema, params);
      if (channels.length === 0 || channels.length > CHANNELS_MAX) {
        throw new Fault("invalid_argument", `channels: 1 to ${CHANNELS_MAX} expected`);
      }
      const outcomes = await publishTo(channels, messageOf(given));
      return `{"responses":[${outcomes.map(responseOf).join(",")}]}`;
    },

    async subscribe(params) {
      const { user, query } = subscribeDirection(params, channels, now());
      await core.direct(userChannel(user), query);
      return NOTHING;
    },

    async unsubscribe(params) {
      const { user, query } = unsubscribeDirection(params);
      await core.direct(userChannel(user), query);
      return NOTHING;
    },

    async disconnect(params) {
      const { user, query } = disconnectDirection(params);
      await core.kick(userChannel(user), query);
      return NOTHING;
    },

    async refresh(params) {
      const { user, query } = refreshDirection(params);
      await core.kick(userChannel(user), query);
      return NOTHING;
    },

    async block_user(params) {
      const { user, expire_at } = checked(blockSchema, params);
      const asked = { untilMs: expiryOf(expire_at), reason: "block_user" };
      await core.ban(userChannel(user), checkedBan(asked, now(), "expire_at"));
      return NOTHING;
    },

    async unblock_user(params) {
      await core.liftBan(userChannel(checked(unblockSchema, params).user));
      return NOTHING;
    },

    async invalidate_user_tokens(params) {
      const { user, issued_before, expire_at } = checked(invalidateSchema, params);
      // Whole seconds, as `iat` has them: one that was made within this second is taken back too.
      const issuedBeforeMs = issued_before === 0 ? now() : issued_before * 1_000 - 1;
      const asked = { untilMs: expiryOf(expire_at), issuedBeforeMs, reason: "invalidate_user_tokens" };
      await core.ban(userChannel(user), checkedBan(asked, now(), "expire_at"));
      return NOTHING;
    },

    async revoke_token() {
      throw new Fault("unimplemented", "uid: tokens are taken back by user, with invalidate_user_tokens");
    },

    async presence(params) {
      const { channel } = checked(channelSchema, params);
      return `{"presence":${centrifugoPresence(await core.presence(channel, PRESENCE_MAX))}}`;
    },

    async presence_stats(params) {
      const { connections, users } = await core.count(checked(channelSchema, params).channel);
      return JSON.stringify({ num_clients: connections, num_users: users });
    },

    async history(params) {
      const { channel, limit: asked, since, reverse } = checked(historySchema, params);
      const count = asked < 0 ? HISTORY_LIMIT_MAX : Math.min(asked, HISTORY_LIMIT_MAX);
      const { position, publications, complete } = await core.history(channel, {
        limit: count,
        reverse,
        ...(since && { since }),
      });
      if (since && !complete) throw new Fault("out_of_range", "what came after is no longer kept");
      return centrifugoPage(position, publications);
    },

    async history_remove(params) {
      await core.clearHistory(checked(channelSchema, params).channel);
      return NOTHING;
    },

    async channels(params) {
      const { pattern } = checked(channelsSchema, params);
      const literal = /^[^*?]*/.exec(pattern)?.[0] ?? "";
      const all = await core.top(literal, LISTED_MAX);
      const listed = all.filter(([channel]) => pattern === "" || matchesGlob(pattern, channel));
      const fields = listed.map(([channel, count]) => [channel, `{"num_clients":${count}}`] as const);
      return `{"channels":${jsonObject(Object.fromEntries(fields))}}`;
    },

    async info() {
      const nodes = (await core.census()).map(({ shard, connections, users, subscriptions, channels }) => ({
        uid: shard,
        name: shard,
        version: "fairway",
        num_clients: connections,
        num_users: users,
        num_subs: subscriptions,
        num_channels: channels,
        uptime: 0,
      }));
      return JSON.stringify({ nodes });
    },
  };
}

function messageOf(given: Omit<v.InferOutput<typeof publishSchema>, "channel">): Message {
  const { skip_history: transient, tags, idempotency_key: idempotencyKey, version, version_epoch: epoch } = given;
  return {
    data: dataOf(given.data, given.b64data),
    ...(tags && Object.keys(tags).length > 0 && { tags }),
    ...(idempotencyKey !== "" && { idempotencyKey }),
    ...(transient && { transient }),
    ...(version > 0 && { version: { epoch, version } }),
  };
}

function dataOf(data: unknown, base64: string): Data {
  if (base64 === "" && data === undefined) throw new Fault("invalid_argument", "data: is missing");
  if (base64 === "") return JSON.stringify(data);
  const bytes = parseBase64(base64);
  if (bytes === undefined) throw new Fault("invalid_argument", "b64data: base64 expected");
  return bytes;
}

function publishResult({ published: { epoch, offset } }: Extract<PublishOutcome, { published: unknown }>): string {
  return offset > 0 ? JSON.stringify({ offset, epoch }) : NOTHING;
}

function responseOf(outcome: PublishOutcome): string {
  if ("published" in outcome) return `{"result":${publishResult(outcome)}}`;
  const { code, message } = outcome.refused;
  return JSON.stringify({ error: centrifugoError(centrifugoCodeOf(code), message) });
}

/** Seconds since 1970; 0 for none, as in Centrifugo. */
function expiryOf(seconds: number): number | undefined {
  return seconds === 0 ? undefined : seconds * 1_000;
}
