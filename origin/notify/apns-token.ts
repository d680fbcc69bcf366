/**
 * Provider tokens of APNs: a JWT that Apple's key signs, used for many requests
 * (https://developer.apple.com/documentation/usernotifications/establishing-a-token-based-connection-to-apns). Apple refuses one that is older than
 * an hour, and providers that make one more often than every 20 minutes.
 * @module
 */
import { importPKCS8, SignJWT } from "jose";

const RENEW_MS = 40 * 60_000;
const RENEW_MS_MIN = 20 * 60_000;

export interface ApnsKey {
  /** PKCS #8 in PEM, as Apple's .p8 files are. */
  readonly privateKey: string;
  readonly keyId: string;
  readonly teamId: string;
}

export interface ApnsTokens {
  get(): Promise<string>;
  /** Apple says that it has expired: our clock is not Apple's. */
  expired(token: string): void;
}

export function apnsTokens({ privateKey, keyId, teamId }: ApnsKey, now: () => number): ApnsTokens {
  let known: { readonly token: Promise<string>; readonly madeAtMs: number; readonly renewAtMs: number } | undefined;

  async function make(atMs: number): Promise<string> {
    const key = await importPKCS8(privateKey, "ES256");
    return await new SignJWT({})
      .setProtectedHeader({ alg: "ES256", kid: keyId })
      .setIssuer(teamId)
      .setIssuedAt(Math.floor(atMs / 1_000))
      .sign(key);
  }

  return {
    get() {
      const nowMs = now();
      if (known === undefined || nowMs >= known.renewAtMs) {
        known = { token: make(nowMs), madeAtMs: nowMs, renewAtMs: nowMs + RENEW_MS };
      }
      return known.token;
    },
    async expired(token) {
      const before = known;
      if (before === undefined || (await before.token) !== token || known !== before) return;
      known = { ...before, renewAtMs: before.madeAtMs + RENEW_MS_MIN };
    },
  };
}
