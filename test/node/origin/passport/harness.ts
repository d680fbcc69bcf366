/**
 * Passport as an instance of the origin has it, with a clock that the test moves and a log that it reads.
 * @module
 */
import { randomBytes } from "node:crypto";
import type { KyselyPlugin } from "kysely";
import { expect } from "vitest";
import { openCache } from "../../../../origin/cache/cache.ts";
import {
  type Passport,
  type PassportTables,
  passport,
  type SessionEndListener,
} from "../../../../origin/passport/passport.ts";
import type { RpcContext } from "../../../../origin/rpc/context.ts";
import type { Store } from "../../../../origin/store/store.ts";
import { Fault } from "../../../../proto/fault.ts";
import type { Session } from "../../../../proto/gen/passport.contract.ts";
import type { IdentityClaims } from "../../../../proto/identity.ts";
import { snowflake } from "../../../../proto/snowflake.ts";

export const START_MS = 1_790_000_000_000;
export const ISSUER = "https://issuer.test";
export const AUDIENCE = "app";
export const KEY_ENCRYPTION_KEY = new Uint8Array(32).fill(1);
const IDENTITY_KEY = new Uint8Array(32).fill(2);
export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

/** Shared by the instances of a test, so that they agree on the time. */
export interface Clock {
  nowMs: number;
}

export interface InstanceOptions {
  readonly store: Store<PassportTables>;
  readonly clock: Clock;
  readonly redisUrl?: string;
  readonly workerId?: number;
  readonly keyEncryptionKeys?: readonly Uint8Array[];
  readonly onSessionEnd?: SessionEndListener;
}

export interface Instance extends Passport {
  readonly warnings: { readonly message: string; readonly fields: unknown }[];
  /** Opens a session; the refresh token and the caller's identity are what tests go on with. */
  signIn(deviceId: string): Promise<SignedIn>;
  refresh(refreshToken: string): Promise<SignedIn>;
  close(): Promise<void>;
}

interface SignedIn {
  readonly session: Session;
  readonly refreshToken: string;
  /** What a call with the access token is known by. */
  readonly context: RpcContext;
}

export async function startInstance(options: InstanceOptions): Promise<Instance> {
  const { store, clock, workerId = 0, keyEncryptionKeys = [KEY_ENCRYPTION_KEY] } = options;
  const warnings: Instance["warnings"] = [];
  const cache = await openCache({ redisUrl: options.redisUrl });
  const room = passport({
    store,
    cache,
    log: { warn: (message, fields) => warnings.push({ message, fields }) },
    nextId: snowflake({ datacenterId: 0, workerId, now: () => clock.nowMs, driftMsMax: 2 ** 40 }),
    now: () => clock.nowMs,
    randomBytes,
    issuer: ISSUER,
    audience: AUDIENCE,
    keyEncryptionKeys,
    identityKeys: [IDENTITY_KEY],
    onSessionEnd: options.onSessionEnd,
  });
  const known = async (session: Session): Promise<SignedIn> => {
    const identity = await room.identify(headers({ authorization: `Bearer ${session.accessToken}` }));
    return { session, refreshToken: session.refreshToken, context: contextOf(identity) };
  };
  return {
    ...room,
    warnings,
    signIn: async (deviceId) => known((await room.handlers.signInGuest({ deviceId }, contextOf())) as Session),
    refresh: async (refreshToken) => known((await room.handlers.refresh({ refreshToken }, contextOf())) as Session),
    close: () => cache.close(),
  };
}

/** A store whose next reading of a session arrives late: after it has happened, and not before it is let through. */
export function lateStore(store: Store<PassportTables>) {
  const arrived = Promise.withResolvers<void>();
  const through = Promise.withResolvers<void>();
  let isNext = true;
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      const isSession = result.rows.some((row) => "token_hash" in row);
      if (isNext && isSession) {
        isNext = false;
        arrived.resolve();
        await through.promise;
      }
      return result;
    },
  };
  return {
    store: { ...store, database: store.database.withPlugin(plugin) },
    arrived: arrived.promise,
    letThrough: through.resolve,
  };
}

export function contextOf(identity?: IdentityClaims): RpcContext {
  return {
    procedure: "test",
    trace: { traceId: "1".repeat(32), spanId: "1".repeat(16), flags: 0 },
    identity,
    identityFault: undefined,
    signal: new AbortController().signal,
    remainingMs: () => undefined,
    header: () => undefined,
    headerBytes: () => undefined,
    setReplyHeader: () => undefined,
    setReplyTrailer: () => undefined,
  };
}

export function headers(values: Readonly<Record<string, string>>) {
  return { get: (name: string) => values[name] ?? null };
}

/** The fault that `work` must end with. */
export async function faultOf(work: () => unknown): Promise<Fault> {
  try {
    await work();
  } catch (error) {
    expect(error).toBeInstanceOf(Fault);
    return error as Fault;
  }
  throw new Error("a Fault was expected");
}

let devices = 0;
/** A device that no other test has. */
export function newDevice(): string {
  devices += 1;
  return `device-${devices}-${randomBytes(8).toString("hex")}`;
}
