/**
 * What a client of Centrifugo's JSON protocol says (https://centrifugal.dev/docs/transports/client_protocol): commands, one a line.
 *
 *     {"id": 1, "connect": {"token": "eyJ…", "subs": {"user:42": {"recover": true, "epoch": "x", "offset": 7}}}}
 *     {"id": 2, "subscribe": {"channel": "news"}}
 *     {}
 *
 * As in Centrifugo a wrong type is a malformed frame, fields that are not known are passed over, and `null` is a field left out.
 * @module
 */
import * as v from "valibot";
import { exactJson } from "./exact-json.ts";
import type { Position } from "./model.ts";

export type CentrifugoCommand =
  | { readonly method: "pong" }
  /** A message without a reply. */
  | { readonly method: "send" }
  | {
      readonly method: "connect";
      readonly id: number;
      readonly token: string;
      readonly name: string;
      readonly version: string;
      /** Where the client stands in channels that the server subscribes it to. */
      readonly positions: Readonly<Record<string, Position>>;
    }
  | {
      readonly method: "subscribe";
      readonly id: number;
      readonly channel: string;
      readonly token: string;
      readonly position: Position | undefined;
      readonly joinLeave: boolean;
      /** An error rather than a subscription that has lost something. */
      readonly rejectUnrecovered: boolean;
      /** It asks for a kind of subscription that there is not. */
      readonly unsupported: boolean;
    }
  | { readonly method: "unsubscribe" | "presence" | "presence_stats"; readonly id: number; readonly channel: string }
  /** `data` is JSON as it was written. */
  | { readonly method: "publish"; readonly id: number; readonly channel: string; readonly data: string | undefined }
  | {
      readonly method: "history";
      readonly id: number;
      readonly channel: string;
      readonly limit: number;
      readonly since: Position | undefined;
      readonly reverse: boolean;
    }
  | { readonly method: "rpc"; readonly id: number; readonly name: string; readonly data: string }
  | { readonly method: "refresh"; readonly id: number; readonly token: string }
  | { readonly method: "sub_refresh"; readonly id: number; readonly channel: string; readonly token: string }
  | { readonly method: "unknown"; readonly id: number };

/** Bits of `flag` in a subscribe. */
const FLAG_REJECT_UNRECOVERED = 2;

const text = v.nullish(v.string(), "");
const flag = v.nullish(v.boolean(), false);
const whole = v.pipe(v.number(), v.safeInteger());
const offset = v.nullish(v.pipe(whole, v.minValue(0)), 0);
const positioned = { recover: flag, epoch: text, offset };
const schemas = {
  connect: v.object({
    token: text,
    name: text,
    version: text,
    subs: v.nullish(v.record(v.string(), v.object(positioned))),
  }),
  subscribe: v.object({
    channel: text,
    token: text,
    ...positioned,
    join_leave: flag,
    flag: v.nullish(whole),
    type: v.nullish(whole),
    tf: v.nullish(v.unknown()),
  }),
  unsubscribe: v.object({ channel: text }),
  publish: v.object({ channel: text, data: v.optional(v.unknown()) }),
  presence: v.object({ channel: text }),
  presence_stats: v.object({ channel: text }),
  history: v.object({
    channel: text,
    limit: v.nullish(whole),
    since: v.nullish(v.object({ epoch: text, offset })),
    reverse: flag,
  }),
  rpc: v.object({ method: text, data: v.optional(v.unknown()) }),
  refresh: v.object({ token: text }),
  sub_refresh: v.object({ channel: text, token: text }),
};
const idSchema = v.pipe(whole, v.minValue(1), v.maxValue(2 ** 32 - 1));

type Method = keyof typeof schemas;
type Fields<M extends Method> = v.InferOutput<(typeof schemas)[M]>;

/** @returns undefined for a frame that is malformed, as a whole */
export function parseCentrifugoFrame(frame: string): readonly CentrifugoCommand[] | undefined {
  const commands: CentrifugoCommand[] = [];
  for (const line of frame.split("\n")) {
    if (line.trim() === "") continue;
    const command = commandOf(line);
    if (command === undefined) return undefined;
    commands.push(command);
  }
  return commands.length === 0 ? undefined : commands;
}

function commandOf(line: string): CentrifugoCommand | undefined {
  const parsed = exactJson(line);
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return undefined;
  const fields = parsed as Readonly<Record<string, unknown>>;
  if (Object.keys(fields).length === 0) return { method: "pong" };
  if (isThere(fields.send)) return { method: "send" };
  const id = v.safeParse(idSchema, fields.id);
  if (!id.success) return undefined;
  const method = (Object.keys(schemas) as Method[]).find((name) => isThere(fields[name]));
  if (method === undefined) return { method: "unknown", id: id.output };
  const checked = v.safeParse(schemas[method], fields[method]);
  return checked.success ? typed(method, id.output, checked.output) : undefined;
}

function typed(method: Method, id: number, fields: unknown): CentrifugoCommand {
  switch (method) {
    case "connect": {
      const { token, name, version, subs } = fields as Fields<"connect">;
      const wanted = Object.entries(subs ?? {}).filter(([, { recover }]) => recover);
      const positions = Object.fromEntries(wanted.map(([channel, at]) => [channel, positionOf(at)]));
      return { method, id, token, name, version, positions };
    }
    case "subscribe": {
      const given = fields as Fields<"subscribe">;
      return {
        method,
        id,
        channel: given.channel,
        token: given.token,
        position: given.recover ? positionOf(given) : undefined,
        joinLeave: given.join_leave,
        rejectUnrecovered: ((given.flag ?? 0) & FLAG_REJECT_UNRECOVERED) !== 0,
        unsupported: isThere(given.tf) || (given.type ?? 0) !== 0,
      };
    }
    case "publish": {
      const { channel, data } = fields as Fields<"publish">;
      return { method, id, channel, data: data === undefined ? undefined : JSON.stringify(data) };
    }
    case "history": {
      const { channel, limit, since, reverse } = fields as Fields<"history">;
      return { method, id, channel, limit: limit ?? 0, since: since ? positionOf(since) : undefined, reverse };
    }
    case "rpc": {
      const { method: name, data } = fields as Fields<"rpc">;
      return { method, id, name, data: JSON.stringify(data ?? null) };
    }
    case "refresh":
      return { method, id, token: (fields as Fields<"refresh">).token };
    case "sub_refresh":
      return { method, id, ...(fields as Fields<"sub_refresh">) };
    default:
      return { method, id, channel: (fields as Fields<"presence">).channel };
  }
}

function positionOf({ epoch, offset: at }: Position): Position {
  return { epoch, offset: at };
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null;
}
