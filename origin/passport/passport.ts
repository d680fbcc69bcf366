/**
 * Accounts and sessions of an app's users: `fairway.passport.v1.PassportService`, the keys that sign its access tokens, and the check of
 * who is calling. docs/passport.md says how it behaves.
 * @module
 */
import { ACCESS_TOKEN_TTL_SECONDS } from "../../proto/access-token.ts";
import type { PassportService, Session } from "../../proto/gen/passport.contract.ts";
import { type IdentityClaims, identitySeal } from "../../proto/identity.ts";
import type { Init } from "../../proto/message/message.ts";
import type { Cache } from "../cache/cache.ts";
import type { Log } from "../log/log.ts";
import type { RpcContext } from "../rpc/context.ts";
import type { PlainRoute } from "../rpc/route.ts";
import { requireCaller } from "../rpc/rpc.ts";
import type { Handlers } from "../rpc/service.ts";
import { secretBox } from "../secret-box/secret-box.ts";
import type { Store } from "../store/store.ts";
import { makeAccessToken } from "./access-token.ts";
import { accounts } from "./accounts.ts";
import { type Identify, identifier } from "./identify.ts";
import { jwksRoute } from "./jwks-route.ts";
import { signingKeys } from "./keys.ts";
import { PASSPORT_MIGRATIONS } from "./migrations.ts";
import { loadSecrets, type Secrets } from "./secrets.ts";
import { type OpenSession, type SessionEndListener, sessions } from "./sessions.ts";
import type { PassportTables } from "./tables.ts";
import { timestampOf } from "./timestamp.ts";

export { parseKeyList } from "./key-list.ts";
export type { EndedSession, SessionEndListener } from "./sessions.ts";
export type { PassportTables } from "./tables.ts";

/** What may change while it runs. */
export interface PassportLimits {
  /** How long an access token is good; at most {@link ACCESS_TOKEN_TTL_SECONDS}, for which keys stay listed. */
  readonly accessTokenTtlSeconds: number;
  /** Of one account at a time. */
  readonly liveSessionsMax: number;
}

/** A guest has one device; twenty leave room for reinstallations and tests, and bound what one account can store. */
const LIVE_SESSIONS_MAX = 20;
const LIMITS: PassportLimits = {
  accessTokenTtlSeconds: ACCESS_TOKEN_TTL_SECONDS,
  liveSessionsMax: LIVE_SESSIONS_MAX,
};

export interface PassportDeps {
  readonly store: Store<PassportTables>;
  readonly cache: Cache;
  readonly log: Pick<Log, "warn">;
  /** A snowflake. */
  readonly nextId: () => bigint;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Of a cryptographic generator. */
  readonly randomBytes: (length: number) => Uint8Array;
  /** `iss` of access tokens. */
  readonly issuer: string;
  /** `aud` of access tokens. */
  readonly audience: string;
  /** Of 32 bytes each: the first encrypts secrets in the database, all decrypt. Two only while the key is being replaced. */
  readonly keyEncryptionKeys: readonly Uint8Array[];
  /** Shared with the edge, at least 32 bytes each: all are accepted. Two only while the key is being replaced. */
  readonly identityKeys: readonly Uint8Array[];
  readonly limits?: () => PassportLimits;
  readonly onSessionEnd?: SessionEndListener | undefined;
}

export interface Passport {
  /** Of `PassportService`. */
  readonly handlers: Handlers<typeof PassportService>;
  /** `/.well-known/jwks.json`. */
  readonly routes: readonly PlainRoute[];
  /** For the RPC server. */
  readonly identify: Identify;
  /** Who calls, for other rooms' methods that a session must live for. @throws Fault unauthenticated */
  readonly requireLive: (context: RpcContext) => Promise<IdentityClaims>;
  /**
   * Makes the tables, and the secrets and keys where there are none; to be awaited before serving, and repeated when it throws a Fault, because
   * the database may be away.
   * @throws Error when `keyEncryptionKeys` cannot decrypt what is in the database: the program must not start
   */
  prepare(): Promise<void>;
}

/** @throws Error when a key has the wrong length */
export function passport({ store, cache, log, keyEncryptionKeys, identityKeys, ...rest }: PassportDeps): Passport {
  const { nextId, now, randomBytes, issuer, audience, limits = () => LIMITS, onSessionEnd } = rest;
  const box = secretBox(keyEncryptionKeys, randomBytes);
  const warn = (message: string, error: unknown) => log.warn(message, { error });
  const keys = signingKeys({ store, box, now, randomBytes, warn });
  const allAccounts = accounts({ store, cache, nextId, now });
  const onReuse = ({ uid, sessionId }: Pick<IdentityClaims, "uid" | "sessionId">) =>
    log.warn("a refresh token was used again, and its session ended", {
      uid: String(uid),
      sessionId: String(sessionId),
    });
  const allSessions = sessions({
    store,
    cache,
    nextId,
    now,
    randomBytes,
    liveSessionsMax: () => limits().liveSessionsMax,
    onReuse,
    onEnd: onSessionEnd,
  });
  let secrets: Promise<Secrets> | undefined;

  return {
    handlers: {
      async signInGuest({ deviceId }) {
        const { device, refresh } = await ready();
        const uid = await allAccounts.openByDevice(deviceId, device);
        return renderSession(await allSessions.open(uid, refresh));
      },

      async refresh({ refreshToken }) {
        const { refresh } = await ready();
        return renderSession(await allSessions.refresh(refreshToken, refresh));
      },

      async getProfile(_request, context) {
        const caller = requireCaller(context);
        await allSessions.requireLive(caller, context.signal);
        return allAccounts.profile(caller.uid, context.signal);
      },

      async updateProfile(request, context) {
        const caller = requireCaller(context);
        await allSessions.requireLive(caller, context.signal);
        return allAccounts.updateProfile(caller.uid, request);
      },

      async signOut({ allSessions: all }, context) {
        const caller = requireCaller(context);
        if (all) {
          // Who was signed out must not sign out the others.
          await allSessions.requireLive(caller, context.signal);
          await allSessions.endAll(caller.uid);
        } else await allSessions.end(caller);
        return {};
      },
    },

    routes: [jwksRoute(keys)],
    identify: identifier({ seal: identitySeal(identityKeys), keys, now, issuer, audience }),

    async requireLive(context) {
      const caller = requireCaller(context);
      await allSessions.requireLive(caller, context.signal);
      return caller;
    },

    async prepare() {
      await store.migrate("passport", PASSPORT_MIGRATIONS);
      await ready();
    },
  };

  /** What a reply with tokens takes, had before anything is changed: a session must not move on for a reply that cannot be made. */
  async function ready(): Promise<Secrets> {
    const [known] = await Promise.all([knownSecrets(), keys.signing()]);
    return known;
  }

  /** They never change, so that they are read once; a reading that failed is not remembered. */
  function knownSecrets(): Promise<Secrets> {
    secrets ??= loadSecrets({ store, box, randomBytes }).catch((error: unknown) => {
      secrets = undefined;
      throw error;
    });
    return secrets;
  }

  async function renderSession(session: OpenSession): Promise<Init<Session>> {
    const { accessTokenTtlSeconds: ttlSeconds } = limits();
    return {
      uid: session.uid,
      accessToken: await makeAccessToken({ keys, now, randomBytes, issuer, audience, ttlSeconds }, session),
      expiresInSeconds: ttlSeconds,
      refreshToken: session.refreshToken,
      refreshExpiresAt: timestampOf(session.expiresAtMs),
    };
  }
}
