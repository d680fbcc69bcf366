/**
 * How push is set up: the binding `PUSH`, JSON, that edge and objects read alike. What it leaves out has the defaults below.
 *
 *     {"shards": 8, "region": "eu", "pingSeconds": 0, "rpc": "/rpc/",
 *      "namespaces": {"chat": {"publish": "subscriber", "presence": true, "historySize": 500}}}
 *
 * `user`, `key`, `room`, `all` and the namespace of names without a colon, `""`, are always there; naming one changes the options given.
 * @module
 */
import * as v from "valibot";
import { type ChannelName, parseChannel } from "./channel.ts";
import { SHARDS_MAX } from "./shard-map.ts";

export interface ChannelOptions {
  /** Publications kept; with 0 it keeps none, gives no offsets and nobody can recover. */
  readonly historySize: number;
  readonly historyTtlSeconds: number;
  /** Whether subscribers may ask who is there. Servers always may. */
  readonly presence: boolean;
  /** Whether subscribers are told who comes and goes. */
  readonly joinLeave: boolean;
  /** `owner`: by the server alone. `token`: with a token for this channel. */
  readonly subscribe: "anyone" | "user" | "token" | "owner";
  readonly publish: "anyone" | "subscriber" | "user" | "nobody";
}

export interface PushSettings {
  readonly region: string;
  /** How many to begin with; raised while running, see durable/push/map.ts. */
  readonly shards: number;
  /** How often a connection is asked whether it is there, where its protocol can be; 0: only while it is sent something. */
  readonly pingMs: number;
  /** Whether one may connect without saying who one is. */
  readonly anonymous: boolean;
  /** Before the method of a client's rpc: the path of a route. Undefined where there is no such thing. */
  readonly rpcPath: string | undefined;
  readonly namespaces: ReadonlyMap<string, ChannelOptions>;
}

const WEEK_SECONDS = 604_800;
const PRIVATE: ChannelOptions = {
  historySize: 1_000,
  historyTtlSeconds: WEEK_SECONDS,
  presence: false,
  joinLeave: false,
  subscribe: "owner",
  publish: "nobody",
};
const PUBLIC: ChannelOptions = {
  historySize: 100,
  historyTtlSeconds: 300,
  presence: true,
  joinLeave: false,
  subscribe: "anyone",
  publish: "nobody",
};
const DEFAULTS: Readonly<Record<string, ChannelOptions>> = {
  user: PRIVATE,
  key: PRIVATE,
  room: PUBLIC,
  all: PUBLIC,
  "": PUBLIC,
};

/** As much as one recovery or one page of history may ever have to look at. */
const HISTORY_SIZE_MAX = 100_000;
const HISTORY_TTL_SECONDS_MAX = 31_536_000;

/** More often would keep sleeping objects awake, and phones too. */
const PING_SECONDS_MIN = 10;

const whole = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
const optionsSchema = v.partial(
  v.strictObject({
    historySize: whole(0, HISTORY_SIZE_MAX),
    historyTtlSeconds: whole(1, HISTORY_TTL_SECONDS_MAX),
    presence: v.boolean(),
    joinLeave: v.boolean(),
    subscribe: v.picklist(["anyone", "user", "token", "owner"]),
    publish: v.picklist(["anyone", "subscriber", "user", "nobody"]),
  }),
);
const schema = v.strictObject({
  region: v.optional(
    v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,32}$/, "lower case letters, digits and - expected")),
    "main",
  ),
  shards: v.optional(whole(1, SHARDS_MAX), 4),
  pingSeconds: v.optional(v.union([v.literal(0), whole(PING_SECONDS_MIN, 3_600)]), 0),
  anonymous: v.optional(v.boolean(), false),
  rpc: v.optional(v.pipe(v.string(), v.regex(/^(?:\/[A-Za-z0-9._~-]+)+\/$/, "a path such as /rpc/ expected"))),
  namespaces: v.optional(
    v.record(
      v.pipe(v.string(), v.regex(/^[A-Za-z0-9_.-]*$/, "a namespace of letters, digits, _ . - expected")),
      optionsSchema,
    ),
    {},
  ),
});

/** @param flaws gets a line for each that is wrong */
export function parsePushSettings(text: string | undefined, flaws: string[]): PushSettings {
  const parsed = v.safeParse(schema, jsonOf(text, flaws));
  if (!parsed.success) {
    for (const issue of parsed.issues)
      flaws.push(`${["PUSH", v.getDotPath(issue)].filter(Boolean).join(".")}: ${wordsOf(issue)}`);
  }
  const { region, shards, pingSeconds, anonymous, rpc, namespaces } = parsed.success
    ? parsed.output
    : v.parse(schema, {});
  const named = Object.keys({ ...DEFAULTS, ...namespaces }).map((name) => {
    const given = namespaces[name] ?? {};
    return [name, { ...(DEFAULTS[name] ?? PUBLIC), ...given } as ChannelOptions] as const;
  });
  return {
    region,
    shards,
    pingMs: pingSeconds * 1_000,
    anonymous,
    rpcPath: rpc,
    namespaces: new Map(named),
  };
}

function wordsOf({ type, expected, message }: v.BaseIssue<unknown>): string {
  return type === "strict_object" && expected === "never" ? "there is no such option" : message;
}

/** @returns undefined where there is no such namespace @throws Fault invalid_argument for what is no channel's name */
export function optionsOf(
  channel: string,
  { namespaces }: PushSettings,
): { readonly name: ChannelName; readonly options: ChannelOptions } | undefined {
  const name = parseChannel(channel);
  // `all` is a channel, not a namespace; it only has options of its own.
  const options = namespaces.get(channel === "all" ? "all" : name.namespace);
  return options && { name, options };
}

function jsonOf(text: string | undefined, flaws: string[]): unknown {
  if (text === undefined) return {};
  try {
    return JSON.parse(text);
  } catch (cause) {
    flaws.push(`PUSH: is no JSON: ${cause instanceof Error ? cause.message : cause}`);
    return {};
  }
}
