/**
 * Publishes through every API that there is, and logs what was acknowledged.
 * @module
 */
import type { Targets } from "../../origin/push/push.ts";
import type { CentrifugoSubscriber } from "./centrifugo.ts";
import type { Log, Position } from "./log.ts";
import type { Way } from "./schedule.ts";
import { pause, payloadOf } from "./subscriber.ts";
import type { World } from "./world.ts";

export interface Message {
  readonly id: string;
  readonly channel: string;
  readonly op: number;
  readonly bytes: number;
  readonly expires: boolean;
}

export interface PublisherDeps {
  readonly world: World;
  readonly log: Pick<Log, "add">;
  /** Those who can publish from a connection. */
  readonly clients: readonly CentrifugoSubscriber[];
}

/** Of what may be over before all have it; a jump of the clock can end it sooner. */
const EXPIRY_MS = 1_200_000;
const AGAIN_MS = 100;
/** Each pause is longer than the one before, up to this many times the first. */
const TRIES_SLOWED_MAX = 10;
/** A publisher with an idempotency key goes on until it knows. */
const PATIENCE_MS = 15_000;
/** What is answered sooner was sent once. */
const ONE_TRY_MS = 500;
/** gopush's, in seconds: as good as never. */
const EXPIRE_SECONDS = 604_800;

/** Logs all of them; never throws. */
export async function publish(deps: PublisherDeps, way: Way, messages: readonly Message[]): Promise<void> {
  for (const { id, channel, op, expires } of messages) {
    deps.log.add({ kind: "publishing", id, way, channel, op, expires });
  }
  if (way === "batch") return await byRpc(deps, messages);
  await Promise.all(messages.map((message) => WAYS[way](deps, message)));
}

const WAYS: Readonly<Record<Exclude<Way, "batch">, (deps: PublisherDeps, message: Message) => Promise<void>>> = {
  rpc: (deps, message) => byRpc(deps, [message]),

  async origin({ world, log }, { id, channel, op, bytes, expires }) {
    const startedMs = performance.now();
    const data = JSON.parse(payloadOf(id, channel, bytes)) as unknown;
    const expiry = expires ? { expiresAtMs: Date.now() + EXPIRY_MS } : {};
    try {
      const [receipt] = await world.service.publish(
        targetsOf(channel),
        { data, op, idempotencyKey: id, ...expiry },
        { timeoutMs: PATIENCE_MS },
      );
      if (receipt?.position === undefined) throw receipt?.fault ?? new Error("there is no receipt");
      // It does not say how often it has tried.
      const isRetried = performance.now() - startedMs > ONE_TRY_MS;
      log.add({ kind: "acked", id, position: receipt.position, ...(isRetried && { isRetried }) });
    } catch (error) {
      log.add({ kind: "unacked", id, why: String(error) });
    }
  },

  async goim(deps, message) {
    const { channel, op } = message;
    const [namespace, name] = split(channel);
    const [type = "", room = ""] = name.split("://");
    const query = new URLSearchParams({ operation: String(op) });
    if (namespace === "user") query.set("mids", name);
    else if (namespace === "key") query.set("keys", name);
    else for (const [field, value] of Object.entries({ type, room })) query.set(field, value);
    const target = namespace === "user" ? "mids" : namespace === "key" ? "keys" : "room";
    await byPost(deps, message, `/goim/push/${target}?${query}`, (body) => (body as { code?: number }).code === 0);
  },

  async gopush(deps, message) {
    const [namespace, name] = split(message.channel);
    const key = namespace === "user" ? message.channel : name;
    const query = new URLSearchParams({ key, expire: String(EXPIRE_SECONDS) });
    await byPost(deps, message, `/1/admin/push/private?${query}`, (body) => (body as { ret?: number }).ret === 0);
  },

  async client({ clients, log }, { id, channel, bytes }) {
    const client = clients.find((each) => each.isReady && each.channels.includes(channel));
    const why = client === undefined ? "nobody hears it" : await client.publish(channel, payloadOf(id, channel, bytes));
    log.add(why === undefined ? { kind: "acked", id } : { kind: "unacked", id, why });
  },
};

/** Once: these APIs have no key by which a second try would be known. */
async function byPost(
  { world, log }: PublisherDeps,
  { id, channel, bytes }: Message,
  path: string,
  isGood: (body: unknown) => boolean,
) {
  try {
    const { status, body } = await world.call(path, {
      text: payloadOf(id, channel, bytes),
      token: world.publisherToken,
    });
    if (status === 200 && isGood(body)) log.add({ kind: "acked", id });
    else log.add({ kind: "unacked", id, why: `${status} ${JSON.stringify(body)}` });
  } catch (error) {
    log.add({ kind: "unacked", id, why: String(error) });
  }
}

interface Outcome {
  readonly refused?: string;
  readonly reason?: string;
  readonly position?: { readonly epoch: string; readonly offset: string };
}

/** Again, with its key, until each is known to be taken. */
async function byRpc({ world, log }: PublisherDeps, messages: readonly Message[]): Promise<void> {
  const endMs = performance.now() + PATIENCE_MS;
  let waiting = messages;
  let why = "";
  for (let tries = 1; waiting.length > 0 && performance.now() < endMs; tries++) {
    try {
      const { status, body } = await world.rpc("PublishBatch", { messages: waiting.map(requestOf) });
      const { responses = [] } = body as { responses?: readonly { readonly results?: readonly Outcome[] }[] };
      why = `${status} ${JSON.stringify(body)}`;
      waiting = waiting.filter(({ id }, at) => {
        const [outcome] = responses[at]?.results ?? [];
        if (outcome?.refused === "invalid_argument") log.add({ kind: "unacked", id, why: outcome.reason ?? "" });
        else if (outcome?.position !== undefined) {
          const position = positionOf(outcome.position);
          log.add({ kind: "acked", id, position, ...(tries > 1 && { isRetried: true }) });
        }
        return outcome?.position === undefined && outcome?.refused !== "invalid_argument";
      });
    } catch (error) {
      why = String(error);
    }
    if (waiting.length > 0) await pause(AGAIN_MS * Math.min(tries, TRIES_SLOWED_MAX));
  }
  for (const { id } of waiting) log.add({ kind: "unacked", id, why });
}

function requestOf({ id, channel, op, bytes, expires }: Message) {
  const expiresAt = expires ? { expiresAt: new Date(Date.now() + EXPIRY_MS).toISOString() } : {};
  return {
    targets: targetsOf(channel),
    message: { json: payloadOf(id, channel, bytes), op, idempotencyKey: id, ...expiresAt },
  };
}

function targetsOf(channel: string): Targets {
  const [namespace, name] = split(channel);
  if (channel === "all") return { all: true };
  if (namespace === "user") return { users: [name] };
  return namespace === "key" ? { keys: [name] } : { channels: [channel] };
}

export function positionOf({
  epoch = "",
  offset = "0",
}: {
  readonly epoch?: string;
  readonly offset?: string;
}): Position {
  return { epoch, offset: Number(offset) };
}

function split(channel: string): [string, string] {
  const colon = channel.indexOf(":");
  return [channel.slice(0, colon), channel.slice(colon + 1)];
}
