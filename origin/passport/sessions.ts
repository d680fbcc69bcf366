/**
 * Sessions: opened by signing in, kept alive by refreshing, ended by signing out, by disuse, or because an old refresh token was used.
 *
 * The database is the truth, and refreshing reads nothing else. Other calls ask {@link Sessions.requireLive}, which is cached; ending a session
 * takes it out of the cache.
 * @module
 */
import type { Kysely, Transaction } from "kysely";
import { refusedCredentials } from "../../proto/bearer.ts";
import { Fault } from "../../proto/fault.ts";
import type { IdentityClaims } from "../../proto/identity.ts";
import type { Cache } from "../cache/cache.ts";
import { jsonCodec } from "../cache/cache.ts";
import type { Store } from "../store/store.ts";
import { decideRefresh, type SessionState, sessionExpiresAtMs } from "./refresh-policy.ts";
import {
  hasHash,
  isOfLine,
  makeRefreshToken,
  parseRefreshToken,
  type RefreshToken,
  refreshTokenHash,
  renderRefreshToken,
  SALT_BYTES,
} from "./refresh-token.ts";
import type { PassportTables, SessionTable } from "./tables.ts";

/** How long an instance that missed the news may take a session that has ended for live. */
const LIVE_TTL_SECONDS = 5;
/** Each round is lost to another refresh of the same session; then that one's result is given, or it is refused. */
const REFRESH_ROUNDS_MAX = 4;

export interface SessionsDeps {
  readonly store: Store<PassportTables>;
  readonly cache: Cache;
  readonly nextId: () => bigint;
  readonly now: () => number;
  readonly randomBytes: (length: number) => Uint8Array;
  /** How many sessions of one account may live at a time. */
  readonly liveSessionsMax: () => number;
  /** Told of each session that was ended because an old token of it was used. */
  readonly onReuse: (session: EndedSession) => void;
  readonly onEnd?: SessionEndListener | undefined;
}

export interface EndedSession {
  readonly uid: bigint;
  readonly sessionId: bigint;
}

/** Who has to know of each session that is ended, by whatever: what it holds open elsewhere is to close. */
export interface SessionEndListener {
  /** Part of the transaction that ends them: they end only when this is written. */
  record(transaction: Transaction<PassportTables>, ended: readonly EndedSession[]): Promise<void>;
  /** After its commit. */
  committed(): void;
}

/** A session with its refresh token of the moment. */
export interface OpenSession {
  readonly uid: bigint;
  readonly sessionId: bigint;
  readonly refreshToken: string;
  readonly expiresAtMs: number;
}

export interface Sessions {
  /** Opens a session. Beyond `liveSessionsMax` the account's session that was refreshed longest ago ends. */
  open(uid: bigint, secret: Uint8Array): Promise<OpenSession>;
  /** @throws Fault unauthenticated when the token is not good, or no longer · resource_exhausted when it is used too often */
  refresh(refreshToken: string, secret: Uint8Array): Promise<OpenSession>;
  /** Ends a session; one that has ended stays as it is. */
  end(session: EndedSession): Promise<void>;
  /** Ends all sessions of an account. */
  endAll(uid: bigint): Promise<void>;
  /** @throws Fault unauthenticated when the session has ended */
  requireLive(identity: IdentityClaims, signal: AbortSignal): Promise<void>;
}

type SessionRow = SessionTable;
/** As it is cached. */
interface LiveSession {
  readonly uid: bigint;
  readonly expiresAtMs: number;
}

export function sessions(deps: SessionsDeps): Sessions {
  const { store, cache, nextId, now, randomBytes, liveSessionsMax, onReuse, onEnd } = deps;
  const { database } = store;
  const live = cache.region<LiveSession>({
    name: "passport-session",
    version: 1,
    codec: jsonCodec(parseLive),
    ttlSeconds: LIVE_TTL_SECONDS,
    negativeTtlSeconds: LIVE_TTL_SECONDS,
  });

  return {
    async open(uid, secret) {
      const line = { sessionId: nextId(), salt: randomBytes(SALT_BYTES) };
      const token = makeRefreshToken(secret, line, 0);
      const row = newRow(uid, line, token);
      const ended = await store.transaction(async (transaction) => {
        const ids = await insertSession(transaction, row, now(), liveSessionsMax());
        await record(transaction, uid, ids);
        return ids;
      });
      await told(ended);
      return opened(row, token);
    },

    async refresh(text, secret) {
      const token = parseRefreshToken(text);
      if (token === undefined) throw invalidRefreshToken();
      for (let round = 0; round < REFRESH_ROUNDS_MAX; round++) {
        const session = await refreshOnce(token, secret);
        if (session !== undefined) return session;
      }
      throw new Fault("aborted", "this session is refreshed by too many at once");
    },

    end: revoke,

    async endAll(uid) {
      const ended = await store.transaction(async (transaction) => {
        const ids = await liveSessionsOf(transaction, uid);
        await revokeAll(transaction, ids, now());
        await record(transaction, uid, ids);
        return ids;
      });
      await told(ended);
    },

    async requireLive({ uid, sessionId }, signal) {
      const session = await live.get(String(sessionId), () => readLive(sessionId), signal);
      if (session === undefined || session.uid !== uid || session.expiresAtMs <= now()) throw sessionEnded();
    },
  };

  function newRow(uid: bigint, { sessionId, salt }: { sessionId: bigint; salt: Uint8Array }, token: RefreshToken) {
    const nowMs = now();
    return {
      session_id: sessionId,
      uid,
      generation: 0n,
      token_hash: refreshTokenHash(token),
      salt,
      replaced_at_ms: "[]",
      created_at_ms: BigInt(nowMs),
      refreshed_at_ms: BigInt(nowMs),
      expires_at_ms: BigInt(sessionExpiresAtMs(nowMs, nowMs)),
      revoked_at_ms: null,
    } satisfies SessionRow;
  }

  /** @returns undefined when another refresh of this session was faster, and all has to be looked at again */
  async function refreshOnce(token: RefreshToken, secret: Uint8Array): Promise<OpenSession | undefined> {
    const row = await readSession(database, token.sessionId);
    if (row === undefined || !isGenuine(row, token, secret)) throw invalidRefreshToken();
    const decision = decideRefresh(stateOf(row), token.generation, now());
    switch (decision.kind) {
      case "rotate":
        return rotate(row, makeRefreshToken(secret, lineOf(row), token.generation + 1), decision.replacedAtMs);
      case "repeat":
        return opened(row, makeRefreshToken(secret, lineOf(row), decision.generation));
      case "reuse":
        await revoke({ uid: row.uid, sessionId: row.session_id });
        onReuse({ uid: row.uid, sessionId: row.session_id });
        throw sessionEnded();
      case "too_often":
        throw new Fault("resource_exhausted", "this session is refreshed too often", {
          retryAfterSeconds: decision.retryAfterMs / 1000,
        });
      case "ended":
        throw sessionEnded();
      case "unknown":
        throw invalidRefreshToken();
    }
  }

  /** Takes the step to the next generation only when nobody else has. */
  async function rotate(row: SessionRow, successor: RefreshToken, replacedAtMs: readonly number[]) {
    const nowMs = now();
    const expiresAtMs = sessionExpiresAtMs(Number(row.created_at_ms), nowMs);
    const { numUpdatedRows } = await database
      .updateTable("session")
      .set({
        generation: BigInt(successor.generation),
        token_hash: refreshTokenHash(successor),
        replaced_at_ms: JSON.stringify(replacedAtMs),
        refreshed_at_ms: BigInt(nowMs),
        expires_at_ms: BigInt(expiresAtMs),
      })
      .where("session_id", "=", row.session_id)
      .where("generation", "=", row.generation)
      .where("revoked_at_ms", "is", null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return undefined;
    return opened({ ...row, expires_at_ms: BigInt(expiresAtMs) }, successor);
  }

  async function revoke({ uid, sessionId }: EndedSession): Promise<void> {
    const hasEnded = await store.transaction(async (transaction) => {
      const isEnded = await revokeAll(transaction, [sessionId], now());
      if (isEnded) await record(transaction, uid, [sessionId]);
      return isEnded;
    });
    if (hasEnded) await told([sessionId]);
    else await forget(sessionId);
  }

  async function record(transaction: Transaction<PassportTables>, uid: bigint, ids: readonly bigint[]): Promise<void> {
    if (ids.length === 0) return;
    await onEnd?.record(
      transaction,
      ids.map((sessionId) => ({ uid, sessionId })),
    );
  }

  /** After the commit. */
  async function told(ids: readonly bigint[]): Promise<void> {
    if (ids.length > 0) onEnd?.committed();
    await Promise.all(ids.map(forget));
  }

  function forget(sessionId: bigint): Promise<void> {
    return live.delete(String(sessionId));
  }

  async function readLive(sessionId: bigint): Promise<LiveSession | undefined> {
    const row = await readSession(database, sessionId);
    if (row === undefined || row.revoked_at_ms !== null) return undefined;
    return { uid: row.uid, expiresAtMs: Number(row.expires_at_ms) };
  }
}

function readSession(database: Kysely<PassportTables>, sessionId: bigint): Promise<SessionRow | undefined> {
  return database.selectFrom("session").selectAll().where("session_id", "=", sessionId).executeTakeFirst();
}

/** @returns the sessions that had to end for it */
async function insertSession(
  transaction: Transaction<PassportTables>,
  row: SessionRow,
  nowMs: number,
  liveSessionsMax: number,
): Promise<readonly bigint[]> {
  const { uid } = row;
  // First, because it locks the account: of several sign-ins at once each counts the sessions of those before it.
  await transaction
    .updateTable("account")
    .set({ signed_in_at_ms: BigInt(nowMs) })
    .where("uid", "=", uid)
    .execute();
  await transaction
    .deleteFrom("session")
    .where("uid", "=", uid)
    .where((where) => where.or([where("revoked_at_ms", "is not", null), where("expires_at_ms", "<=", BigInt(nowMs))]))
    .execute();
  const others = await transaction
    .selectFrom("session")
    .select("session_id")
    .where("uid", "=", uid)
    .orderBy("refreshed_at_ms", "desc")
    .orderBy("session_id", "desc")
    .execute();
  const ended = others.slice(liveSessionsMax - 1).map((other) => other.session_id);
  await revokeAll(transaction, ended, nowMs);
  await transaction.insertInto("session").values(row).execute();
  return ended;
}

async function liveSessionsOf(transaction: Transaction<PassportTables>, uid: bigint): Promise<readonly bigint[]> {
  const rows = await transaction
    .selectFrom("session")
    .select("session_id")
    .where("uid", "=", uid)
    .where("revoked_at_ms", "is", null)
    .execute();
  return rows.map((row) => row.session_id);
}

/** @returns whether any of them was live */
async function revokeAll(
  transaction: Transaction<PassportTables>,
  ids: readonly bigint[],
  nowMs: number,
): Promise<boolean> {
  if (ids.length === 0) return false;
  const { numUpdatedRows } = await transaction
    .updateTable("session")
    .set({ revoked_at_ms: BigInt(nowMs) })
    .where("session_id", "in", ids)
    .where("revoked_at_ms", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Whether the token was made by us: the current one by its hash, an older one by making it again. */
function isGenuine(row: SessionRow, token: RefreshToken, secret: Uint8Array): boolean {
  return BigInt(token.generation) === row.generation
    ? hasHash(token, row.token_hash)
    : isOfLine(secret, lineOf(row), token);
}

function lineOf(row: SessionRow) {
  return { sessionId: row.session_id, salt: row.salt };
}

function stateOf(row: SessionRow): SessionState {
  return {
    generation: Number(row.generation),
    replacedAtMs: parseTimes(row.replaced_at_ms),
    expiresAtMs: Number(row.expires_at_ms),
    revoked: row.revoked_at_ms !== null,
  };
}

function parseTimes(text: string): readonly number[] {
  const times: unknown = JSON.parse(text);
  if (Array.isArray(times) && times.every((time) => typeof time === "number")) return times;
  throw new Error("a session in the database is damaged");
}

function opened(row: SessionRow, token: RefreshToken): OpenSession {
  return {
    uid: row.uid,
    sessionId: row.session_id,
    refreshToken: renderRefreshToken(token),
    expiresAtMs: Number(row.expires_at_ms),
  };
}

function parseLive(value: unknown): LiveSession {
  const session = value as Readonly<Record<keyof LiveSession, unknown>> | null;
  if (typeof session?.uid === "bigint" && typeof session.expiresAtMs === "number") return value as LiveSession;
  throw new TypeError("this is no session");
}

function invalidRefreshToken(): Fault {
  return refusedCredentials("the refresh token is not valid");
}

function sessionEnded(): Fault {
  return refusedCredentials("the session has ended, sign in again");
}
