// Generated from proto/*.proto by `npm run gen`. Do not edit.

import { message } from "../message/message.ts";
import type { MessageType, MethodType, ServiceType } from "../message/message.ts";
import { fairway as fairwayCode, google as googleCode } from "./passport.js";


export interface GetProfileRequest {
}
export const GetProfileRequest: MessageType<GetProfileRequest> = message<GetProfileRequest>("fairway.passport.v1.GetProfileRequest", fairwayCode.passport.v1.GetProfileRequest, [
]);


export interface Profile {
  readonly uid: bigint;
  readonly nickname: string;
  readonly avatarUrl: string;
  readonly locale: string;
  readonly revision: number;
  readonly createdAt: Timestamp | null;
}
export const Profile: MessageType<Profile> = message<Profile>("fairway.passport.v1.Profile", fairwayCode.passport.v1.Profile, [
  { name: "uid", type: "fixed64" },
  { name: "nickname", type: "string" },
  { name: "avatarUrl", proto: "avatar_url", type: "string" },
  { name: "locale", type: "string" },
  { name: "revision", type: "uint32" },
  { name: "createdAt", proto: "created_at", type: "message", of: () => Timestamp, rule: "optional" },
], { longs: true });


export interface RefreshRequest {
  readonly refreshToken: string;
}
export const RefreshRequest: MessageType<RefreshRequest> = message<RefreshRequest>("fairway.passport.v1.RefreshRequest", fairwayCode.passport.v1.RefreshRequest, [
  { name: "refreshToken", proto: "refresh_token", type: "string" },
], { sensitive: true });


export interface Session {
  readonly uid: bigint;
  /** RFC 9068 access token. */
  readonly accessToken: string;
  readonly expiresInSeconds: number;
  readonly refreshToken: string;
  readonly refreshExpiresAt: Timestamp | null;
}
export const Session: MessageType<Session> = message<Session>("fairway.passport.v1.Session", fairwayCode.passport.v1.Session, [
  { name: "uid", type: "fixed64" },
  { name: "accessToken", proto: "access_token", type: "string" },
  { name: "expiresInSeconds", proto: "expires_in_seconds", type: "uint32" },
  { name: "refreshToken", proto: "refresh_token", type: "string" },
  { name: "refreshExpiresAt", proto: "refresh_expires_at", type: "message", of: () => Timestamp, rule: "optional" },
], { sensitive: true, longs: true });


export interface SignInGuestRequest {
  /** Chosen once by the app and kept by it, 16 to 128 printable ASCII characters. It is a credential: who has it is the guest. */
  readonly deviceId: string;
}
export const SignInGuestRequest: MessageType<SignInGuestRequest> = message<SignInGuestRequest>("fairway.passport.v1.SignInGuestRequest", fairwayCode.passport.v1.SignInGuestRequest, [
  { name: "deviceId", proto: "device_id", type: "string" },
], { sensitive: true });


export interface SignOutRequest {
  /** All sessions of the account, on all devices. Only a session that lives may ask for it. */
  readonly allSessions: boolean;
}
export const SignOutRequest: MessageType<SignOutRequest> = message<SignOutRequest>("fairway.passport.v1.SignOutRequest", fairwayCode.passport.v1.SignOutRequest, [
  { name: "allSessions", proto: "all_sessions", type: "bool" },
]);


export interface SignOutResponse {
}
export const SignOutResponse: MessageType<SignOutResponse> = message<SignOutResponse>("fairway.passport.v1.SignOutResponse", fairwayCode.passport.v1.SignOutResponse, [
]);


export interface UpdateProfileRequest {
  readonly nickname?: string;
  readonly avatarUrl?: string;
  /** BCP 47. */
  readonly locale?: string;
  /** The revision that the caller has read; 0 = whatever is current. */
  readonly revision: number;
}
export const UpdateProfileRequest: MessageType<UpdateProfileRequest> = message<UpdateProfileRequest>("fairway.passport.v1.UpdateProfileRequest", fairwayCode.passport.v1.UpdateProfileRequest, [
  { name: "nickname", type: "string", rule: "optional" },
  { name: "avatarUrl", proto: "avatar_url", type: "string", rule: "optional" },
  { name: "locale", type: "string", rule: "optional" },
  { name: "revision", type: "uint32" },
]);


export interface Timestamp {
  readonly seconds: bigint;
  readonly nanos: number;
}
export const Timestamp: MessageType<Timestamp> = message<Timestamp>("google.protobuf.Timestamp", googleCode.protobuf.Timestamp, [
  { name: "seconds", type: "int64" },
  { name: "nanos", type: "int32" },
], { longs: true });


export const PassportService = {
  name: "fairway.passport.v1.PassportService",
  methods: {
    /** Opens a session for a device; the first call of a device also opens its account. */
    signInGuest: { name: "SignInGuest", input: SignInGuestRequest, output: Session, idempotency: "idempotent" } as MethodType<SignInGuestRequest, Session>,
    /** Exchanges a refresh token for a new pair. The same token again gives the same successor for 30 seconds, so that a lost reply or two calls at once sign nobody out; after that, a token that was used before revokes its session. */
    refresh: { name: "Refresh", input: RefreshRequest, output: Session, idempotency: "idempotent" } as MethodType<RefreshRequest, Session>,
    getProfile: { name: "GetProfile", input: GetProfileRequest, output: Profile, idempotency: "safe" } as MethodType<GetProfileRequest, Profile>,
    /** Changes the fields that are set. Fails with `aborted` when `revision` is not the current one. */
    updateProfile: { name: "UpdateProfile", input: UpdateProfileRequest, output: Profile, idempotency: "unsafe" } as MethodType<UpdateProfileRequest, Profile>,
    /** Revokes the caller's session; its push connections close within a second. Signing out twice is not an error. */
    signOut: { name: "SignOut", input: SignOutRequest, output: SignOutResponse, idempotency: "idempotent" } as MethodType<SignOutRequest, SignOutResponse>,
  },
} as const satisfies ServiceType;
