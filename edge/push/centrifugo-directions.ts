/**
 * What Centrifugo's server API orders for connections: subscriptions, their ends, and what others see. A field is obeyed, or refused by its name.
 * @module
 */
import * as v from "valibot";
import type { DirectOptions, DirectQuery, KickQuery } from "../../durable/push/push.ts";
import { parseBase64, renderBase64 } from "../../proto/base64.ts";
import { Fault } from "../../proto/fault.ts";
import { optionsOf, type PushSettings } from "../../proto/push/push.ts";
import { checked } from "./centrifugo-errors.ts";

/** Of what others see, as in tokens: it is sent to each who asks for presence. */
const INFO_LENGTH_MAX = 1_024;
/** As of a publication. */
const DATA_LENGTH_MAX = 65_536;
/** RFC 6455 §5.5: a close frame has 125 bytes, of which two are the code. */
const REASON_BYTES_MAX = 123;
/** As in Centrifugo: from here to 3999, and from 4500 to 4999, a client does not come back. */
const FINAL_CODE = 3_500;
const CUSTOM_CODES_FROM = 4_000;
const CUSTOM_FINAL_CODE = 4_500;
/** The end of the year 9999. */
const SECONDS_MAX = 253_402_300_799;
const CODE_MIN = 3_000;
const CODE_MAX = 4_999;

const text = v.nullish(v.string(), "");
const name = v.pipe(v.string("a text expected"), v.nonEmpty("is missing"));
const whole = v.pipe(v.number(), v.safeInteger());
const seconds = v.nullish(v.pipe(whole, v.maxValue(SECONDS_MAX, "is after the year 9999")), 0);
const flag = v.nullish(v.object({ value: v.nullish(v.boolean(), false) }));
/** To pass over them would be to do it to others than was asked. They are of Centrifugo PRO. */
const elsewhere = { label_filter: v.nullish(v.unknown()), all_users: v.nullish(v.boolean(), false) };
const who = { user: name, client: text, session: text, ...elsewhere };
const unsubscribeSchema = v.object({ ...who, channel: name });
const subscribeSchema = v.object({
  ...unsubscribeSchema.entries,
  info: v.optional(v.unknown()),
  b64info: text,
  data: v.optional(v.unknown()),
  b64data: text,
  recover_since: v.nullish(v.object({ offset: v.nullish(v.pipe(whole, v.minValue(0)), 0), epoch: text })),
  expire_at: seconds,
  override: v.nullish(
    v.object({
      presence: flag,
      join_leave: flag,
      force_push_join_leave: flag,
      force_positioning: flag,
      force_recovery: flag,
    }),
  ),
});
const disconnectSchema = v.object({
  ...who,
  whitelist: v.nullish(v.array(v.string()), []),
  disconnect: v.nullish(v.object({ code: v.pipe(whole, v.minValue(CODE_MIN), v.maxValue(CODE_MAX)), reason: text })),
});
const refreshSchema = v.object({
  ...who,
  expired: v.nullish(v.boolean(), false),
  expire_at: seconds,
  info: v.optional(v.unknown()),
});

export interface Direction<Query> {
  readonly user: string;
  readonly query: Query;
}

/** @throws Fault invalid_argument, not_found for a channel of no namespace, unimplemented */
export function subscribeDirection(params: unknown, settings: PushSettings, nowMs: number): Direction<DirectQuery> {
  const given = checked(subscribeSchema, params);
  const { user, channel, recover_since: since, expire_at, override } = given;
  const found = optionsOf(channel, settings);
  if (found === undefined) throw new Fault("not_found", `${channel}: no such namespace`);
  const keepsHistory = found.options.historySize > 0;
  if (since && !keepsHistory) throw unsupported("recover_since: the channel keeps no history");
  if (expire_at !== 0 && expire_at * 1_000 <= nowMs) throw new Fault("invalid_argument", "expire_at: is past");
  const chanInfo = jsonOf("info", given.info, given.b64info, INFO_LENGTH_MAX);
  const data = jsonOf("data", given.data, given.b64data, DATA_LENGTH_MAX);
  const options: DirectOptions = {
    ...(since && { position: since }),
    ...(expire_at !== 0 && { expiresAtMs: expire_at * 1_000 }),
    ...(chanInfo !== undefined && { chanInfo }),
    ...(data !== undefined && { data }),
    ...overridden(override ?? {}, keepsHistory),
  };
  return { user, query: { channel, subscribed: true, ...connectionOf(given), options } };
}

/** @throws Fault invalid_argument, unimplemented */
export function unsubscribeDirection(params: unknown): Direction<DirectQuery> {
  const given = checked(unsubscribeSchema, params);
  return { user: given.user, query: { channel: given.channel, subscribed: false, ...connectionOf(given) } };
}

/** @throws Fault invalid_argument, unimplemented */
export function disconnectDirection(params: unknown): Direction<KickQuery> {
  const given = checked(disconnectSchema, params);
  const { user, whitelist, disconnect } = given;
  if (disconnect && new TextEncoder().encode(disconnect.reason).length > REASON_BYTES_MAX) {
    throw new Fault("invalid_argument", `disconnect.reason: more than ${REASON_BYTES_MAX} bytes`);
  }
  const reason = isFinal(disconnect?.code ?? FINAL_CODE) ? ("revoked" as const) : ("kicked" as const);
  const query = { ...connectionOf(given), except: whitelist, reason, ...(disconnect && { close: disconnect }) };
  return { user, query };
}

/** @throws Fault invalid_argument, unimplemented */
export function refreshDirection(params: unknown): Direction<KickQuery> {
  const given = checked(refreshSchema, params);
  const { user, expired, expire_at } = given;
  const connInfo = jsonOf("info", given.info, "", INFO_LENGTH_MAX);
  if (!expired && expire_at <= 0 && connInfo === undefined) {
    throw new Fault("invalid_argument", "expired, expire_at or info expected");
  }
  const query = { ...connectionOf(given), reason: "token-expired" as const };
  if (expired) return { user, query };
  const atMs = expire_at > 0 ? { atMs: expire_at * 1_000 } : {};
  return { user, query: { ...query, ...atMs, ...(connInfo !== undefined && { connInfo }) } };
}

type Override = NonNullable<v.InferOutput<typeof subscribeSchema>["override"]>;

/** Who is present is always known here, positions are always kept, and who comes and goes is told to all: those can be had, and not switched off. */
function overridden(override: Override, keepsHistory: boolean): DirectOptions {
  const { presence, join_leave, force_push_join_leave, force_recovery, force_positioning } = override;
  if (presence?.value === false) throw unsupported("override.presence: everybody is present who is subscribed");
  if (force_push_join_leave?.value === false) {
    throw unsupported("override.force_push_join_leave: it is told to all subscribers");
  }
  if (!keepsHistory && (force_recovery?.value || force_positioning?.value)) {
    throw unsupported("override.force_recovery, override.force_positioning: the channel keeps no history");
  }
  return {
    ...(join_leave && { joinLeave: join_leave.value }),
    ...(force_recovery && { recoverable: force_recovery.value }),
  };
}

function isFinal(code: number): boolean {
  return (code >= FINAL_CODE && code < CUSTOM_CODES_FROM) || code >= CUSTOM_FINAL_CODE;
}

/** A session begins with the id of its connection. */
function connectionOf(given: {
  readonly client: string;
  readonly session: string;
  readonly label_filter?: unknown;
  readonly all_users: boolean;
}): { readonly connection?: string } {
  const { client, session, label_filter, all_users } = given;
  if (label_filter !== undefined && label_filter !== null)
    throw unsupported("label_filter: connections have no labels");
  if (all_users) throw unsupported("all_users: it is done to one user at a time");
  if (client !== "") return { connection: client };
  return session === "" ? {} : { connection: session.slice(0, Math.max(0, session.indexOf("."))) };
}

/** Bytes that are no JSON are a text in base64, as they are in publications. @throws Fault invalid_argument */
function jsonOf(field: string, value: unknown, base64: string, lengthMax: number): string | undefined {
  if (base64 === "" && (value === undefined || value === null)) return undefined;
  const json = base64 === "" ? JSON.stringify(value) : textOf(`b64${field}`, base64);
  if (json.length > lengthMax) throw new Fault("invalid_argument", `${field}: more than ${lengthMax} characters`);
  return json;
}

function textOf(field: string, base64: string): string {
  const bytes = parseBase64(base64);
  if (bytes === undefined) throw new Fault("invalid_argument", `${field}: base64 expected`);
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    JSON.parse(text);
    return text;
  } catch {
    return JSON.stringify(renderBase64(bytes));
  }
}

function unsupported(what: string): Fault {
  return new Fault("unimplemented", what);
}
