/**
 * The tables of passport.
 * @module
 */

/** Every integer reads as `bigint` (origin/store). Times are milliseconds since 1970. */
export interface PassportTables {
  readonly account: AccountTable;
  readonly session: SessionTable;
  readonly signing_key: SigningKeyTable;
  readonly passport_secret: SecretTable;
}

/** One row an account. Unique: device_hash. */
export interface AccountTable {
  /** A snowflake; primary key. */
  uid: bigint;
  /** HMAC-SHA256 of the device id with the secret `device`: the device id is a credential and is not kept. */
  device_hash: Uint8Array;
  nickname: string;
  avatar_url: string;
  locale: string;
  /** Grows by one with each change of the profile; starts with 1. */
  revision: bigint;
  created_at_ms: bigint;
  signed_in_at_ms: bigint;
}

/** One row a session, live or ended. Index: uid. Ended ones are deleted when their account signs in the next time. */
export interface SessionTable {
  /** A snowflake; primary key. */
  session_id: bigint;
  uid: bigint;
  /** Of the current refresh token: 0 for the first, one more with each rotation. */
  generation: bigint;
  /** SHA-256 of the current refresh token's secret. */
  token_hash: Uint8Array;
  /** Random; with the secret `refresh` it makes the refresh tokens (refresh-token.ts). Either alone is of no use. */
  salt: Uint8Array;
  /** JSON array of the times at which the latest tokens were replaced, newest last; only those within the grace are kept. */
  replaced_at_ms: string;
  created_at_ms: bigint;
  refreshed_at_ms: bigint;
  expires_at_ms: bigint;
  revoked_at_ms: bigint | null;
}

/** One row a signing key of access tokens; keys.ts says which one signs when. */
export interface SigningKeyTable {
  /** 1, 2, 3 …; primary key, so that of two instances that make the next key one wins. */
  generation: bigint;
  kid: string;
  /** Ed25519, 32 bytes. */
  public_key: Uint8Array;
  /** PKCS #8, sealed (origin/secret-box). */
  private_key: Uint8Array;
  created_at_ms: bigint;
  active_from_ms: bigint;
}

/** Secrets that live as long as the database: sealed, so that the key that seals them can be replaced. */
interface SecretTable {
  /** Primary key. */
  name: string;
  sealed: Uint8Array;
}
