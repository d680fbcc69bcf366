/**
 * Access tokens of Google for a service account: a JWT that its key signs is exchanged for one that is good for an hour (RFC 7523,
 * https://developers.google.com/identity/protocols/oauth2/service-account).
 * @module
 */
import { importPKCS8, SignJWT } from "jose";
import * as v from "valibot";

/** The parts of Google's JSON key that are needed. */
const ACCOUNT = v.object({
  type: v.literal("service_account"),
  project_id: v.pipe(v.string(), v.minLength(1)),
  private_key_id: v.string(),
  private_key: v.string(),
  client_email: v.string(),
  token_uri: v.pipe(v.string(), v.url()),
});

export type ServiceAccount = v.InferOutput<typeof ACCOUNT>;

const SCOPE = "https://www.googleapis.com/auth/firebase.messaging";
const GRANT_TYPE = "urn:ietf:params:oauth:grant-type:jwt-bearer";
/** Google's limit. */
const ASSERTION_SECONDS = 3_600;
/** Renewed so much before its end, so that none ends on its way. */
const RENEW_AHEAD_MS = 300_000;
const TIMEOUT_MS = 10_000;

const REPLY = v.object({ access_token: v.string(), expires_in: v.number() });

export interface GoogleTokens {
  /** @throws Error where there is none to be had */
  get(): Promise<string>;
  /** This one was refused. */
  forget(token: string): void;
}

export interface GoogleTokensDeps {
  readonly account: ServiceAccount;
  readonly now: () => number;
}

/** @throws Error, without what is in it: it is a secret */
export function parseServiceAccount(json: string): ServiceAccount {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new Error("the service account's key is no JSON");
  }
  const parsed = v.safeParse(ACCOUNT, value);
  if (parsed.success) return parsed.output;
  throw new Error(`the service account's key lacks ${parsed.issues.map((issue) => v.getDotPath(issue)).join(", ")}`);
}

export function googleTokens({ account, now }: GoogleTokensDeps): GoogleTokens {
  let known: { readonly token: string; readonly untilMs: number } | undefined;
  let asking: Promise<string> | undefined;

  async function ask(): Promise<string> {
    const key = await importPKCS8(account.private_key, "RS256");
    const iat = Math.floor(now() / 1_000);
    const assertion = await new SignJWT({ scope: SCOPE })
      .setProtectedHeader({ alg: "RS256", typ: "JWT", kid: account.private_key_id })
      .setIssuer(account.client_email)
      .setAudience(account.token_uri)
      .setIssuedAt(iat)
      .setExpirationTime(iat + ASSERTION_SECONDS)
      .sign(key);
    const response = await fetch(account.token_uri, {
      method: "POST",
      body: new URLSearchParams({ grant_type: GRANT_TYPE, assertion }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new Error(`Google gives no access token: ${response.status}`);
    }
    const { access_token: token, expires_in: seconds } = v.parse(REPLY, await response.json());
    known = { token, untilMs: now() + seconds * 1_000 - RENEW_AHEAD_MS };
    return token;
  }

  return {
    async get() {
      if (known !== undefined && now() < known.untilMs) return known.token;
      asking ??= ask().finally(() => {
        asking = undefined;
      });
      return await asking;
    },
    forget(token) {
      if (known?.token === token) known = undefined;
    },
  };
}
