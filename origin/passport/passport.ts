/**
 * Accounts and sessions of an app's users: `fairway.passport.v1.PassportService`, the keys that sign its access tokens, and the check of
 * who is calling. docs/passport.md says how it behaves.
 * @module
 */
import type {
  GetProfileRequest,
  Profile,
  RefreshRequest,
  Session,
  SignInGuestRequest,
  SignOutRequest,
  SignOutResponse,
  UpdateProfileRequest,
} from "../../proto/gen/passport.contract.ts";
import type { IdentityClaims } from "../../proto/identity.ts";
import type { Init } from "../../proto/message/message.ts";
import type { Cache } from "../cache/cache.ts";
import type { Store } from "../store/store.ts";
import type { PassportTables } from "./tables.ts";

export interface PassportDeps {
  readonly store: Store<PassportTables>;
  readonly cache: Cache;
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
}

/** What a handler is told of its call; the RPC server's context has all of it. */
export interface CallContext {
  readonly identity?: IdentityClaims | undefined;
  readonly signal: AbortSignal;
}

type Handler<I, O> = (request: I, context: CallContext) => Promise<Init<O>>;

export interface PassportHandlers {
  readonly signInGuest: Handler<SignInGuestRequest, Session>;
  readonly refresh: Handler<RefreshRequest, Session>;
  readonly getProfile: Handler<GetProfileRequest, Profile>;
  readonly updateProfile: Handler<UpdateProfileRequest, Profile>;
  readonly signOut: Handler<SignOutRequest, SignOutResponse>;
}

export interface Passport {
  /** Of `PassportService`. */
  readonly handlers: PassportHandlers;
  /** The reply to `GET /.well-known/jwks.json`. */
  jwks(): Promise<Response>;
  /**
   * The caller, from a `fairway-identity` that the edge signed or from a bearer access token; undefined for an anonymous one.
   * @throws Fault unauthenticated when there are credentials and they are bad
   */
  identify(headers: { get(name: string): string | null }): Promise<IdentityClaims | undefined>;
  /**
   * Makes the tables, and the secrets where there are none; to be awaited, and repeated after a Fault `unavailable`, before serving.
   * @throws Error when `keyEncryptionKeys` cannot decrypt what is in the database
   */
  prepare(): Promise<void>;
}

export declare function passport(deps: PassportDeps): Passport;
