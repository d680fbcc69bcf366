/**
 * The configuration objects as they are called over RPC: each call may fail, and takes its time.
 * @module
 */
import type { ConfigObject } from "../../durable/config/config.ts";
import type { Outcome } from "../../durable/config/refusal.ts";
import { isName } from "../../proto/config/config.ts";
import { Fault } from "../../proto/fault.ts";
import { Stale } from "../../proto/gen/config.contract.ts";

type Operations = Omit<
  ConfigObject,
  "fetch" | "alarm" | "webSocketMessage" | "webSocketClose" | "webSocketError" | `__${string}`
>;

/** What RPC makes of {@link ConfigObject}. */
export type ConfigStub = {
  readonly [K in keyof Operations]: Operations[K] extends (...args: infer A) => infer R
    ? (...args: A) => Promise<Awaited<R>>
    : never;
} & { fetch(request: Request): Promise<Response> };

/** One service in one idc. */
export interface Place {
  readonly service: string;
  readonly idc: string;
}

/** @param address `config/<service>/<idc>` */
export type ConfigStubs = (address: string) => ConfigStub;

const IDC_DEFAULT = "default";

export function addressOf({ service, idc }: Place): string {
  return `config/${service}/${idc}`;
}

/** @throws Fault invalid_argument for what is no name */
export function placeOf(service: string, idc: string): Place {
  if (!isName(service)) throw new Fault("invalid_argument", "service: 1 to 64 of A-Z a-z 0-9 . _ - expected");
  if (idc !== "" && !isName(idc)) throw new Fault("invalid_argument", "idc: 1 to 64 of A-Z a-z 0-9 . _ - expected");
  return { service, idc: idc === "" ? IDC_DEFAULT : idc };
}

/**
 * The value of an answer. `aborted` carries the current revision as its detail.
 * @throws Fault what the object refused, unavailable where it does not answer
 */
export async function ask<T>(answer: Promise<Outcome<T>>): Promise<T> {
  const outcome = await reached(answer);
  if (outcome.refused === undefined) return outcome.value;
  throw refusalOf(outcome.refused);
}

export function refusalOf({ code, message, revision }: NonNullable<Outcome<never>["refused"]>): Fault {
  if (revision === undefined) return new Fault(code, message, retryOf(code));
  const value = Stale.encode({ revision });
  return new Fault(code, message, { details: [{ type: Stale.name, value, debug: { revision } }] });
}

/** What an object has too much of is gone in a moment: who waits ends, who watches goes. */
function retryOf(code: Fault["code"]): { retryAfterSeconds?: number } {
  return code === "resource_exhausted" ? { retryAfterSeconds: 5 } : {};
}

/** @throws Fault unavailable */
export async function reached<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    throw new Fault("unavailable", "the configuration cannot be reached now", { cause, retryAfterSeconds: 1 });
  }
}
