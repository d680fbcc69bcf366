/**
 * Checks the tokens that clients show to a shard: the passport's access tokens, and tokens of services that share `PUSH_TOKEN_KEY`, which are
 * Centrifugo's connection and subscription tokens (https://centrifugal.dev/docs/server/authentication): JWT, HS256, claims `sub`, `exp`, `info`,
 * `channels`, and for a subscription `channel`. Beside them `sid` names a session, and `key` a device.
 * @module
 */
import { errors, type JWTPayload, jwtVerify } from "jose";
import type { Denied, GateStub } from "../../durable/push/push.ts";
import { parseBase64 } from "../../proto/base64.ts";
import { toFault } from "../../proto/fault.ts";
import type { Authenticator } from "../auth/auth.ts";

/** As long as a client and a server may disagree on the time. */
const LEEWAY_SECONDS = 5;
const TOKEN_LENGTH_MAX = 4_096;
/** Of what a token lets others see, in JSON: it is sent to each who asks for presence. */
const INFO_LENGTH_MAX = 1_024;
const ID_LENGTH_MAX = 128;
/** Those that a connection may have in all. */
const CHANNELS_MAX = 126;

export interface GateDeps {
  readonly authenticator: Pick<Authenticator, "verify">;
  readonly tokenKey: Uint8Array<ArrayBuffer> | undefined;
  readonly now: () => number;
  readonly waitUntil: (promise: Promise<unknown>) => void;
}

export function pushGate({ authenticator, tokenKey, now, waitUntil }: GateDeps): Pick<GateStub, "identify" | "grant"> {
  async function claimsOf(token: string): Promise<{ readonly claims: JWTPayload } | Denied> {
    if (tokenKey === undefined) return bad("this edge takes no such tokens");
    try {
      const { payload } = await jwtVerify(token, tokenKey, {
        algorithms: ["HS256"],
        clockTolerance: LEEWAY_SECONDS,
        currentDate: new Date(now()),
      });
      return { claims: payload };
    } catch (error) {
      if (error instanceof errors.JWTExpired) return { failure: "token-expired", message: "the token has expired" };
      return bad("the token is not valid");
    }
  }

  return {
    async identify(token) {
      if (token.length > TOKEN_LENGTH_MAX) return bad("the token is too long");
      if (partOf(token, 0)?.alg !== "HS256") return await passport(token);
      const checked = await claimsOf(token);
      if ("failure" in checked) return checked;
      const { sub = "", exp, iat, sid = "", key = "", info, channels = [] } = checked.claims;
      if (checked.claims.channel !== undefined) return bad("the token is for a subscription");
      const isName = (value: unknown): value is string => typeof value === "string" && value.length <= ID_LENGTH_MAX;
      if (!isName(sub) || !isName(sid) || !isName(key)) return bad("the token's sub, sid and key must be short texts");
      if (!Array.isArray(channels) || channels.length > CHANNELS_MAX || !channels.every(isName)) {
        return bad("the token's channels must be a short list of names");
      }
      const connInfo = infoOf(info);
      if (connInfo === null) return bad("the token's info is too long");
      const expiresAtMs = exp === undefined ? undefined : exp * 1_000;
      return {
        identity: {
          user: sub,
          session: sid,
          key,
          expiresAtMs,
          channels,
          ...(iat !== undefined && { issuedMs: iat * 1_000 }),
          ...(connInfo !== undefined && { connInfo }),
        },
      };
    },

    async grant(token, channel, user) {
      if (token.length > TOKEN_LENGTH_MAX) return bad("the token is too long");
      const checked = await claimsOf(token);
      if ("failure" in checked) return checked;
      const { sub = "", exp, info } = checked.claims;
      if (checked.claims.channel !== channel) return denied("the token is for another channel");
      if (sub !== user) return denied("the token is for another user");
      const chanInfo = infoOf(info);
      if (chanInfo === null) return bad("the token's info is too long");
      const expiresAtMs = exp === undefined ? undefined : exp * 1_000;
      return { grant: { expiresAtMs, ...(chanInfo !== undefined && { chanInfo }) } };
    },
  };

  async function passport(token: string): ReturnType<GateStub["identify"]> {
    try {
      const identity = await authenticator.verify(`Bearer ${token}`, "required", waitUntil);
      if (identity === undefined) return bad("this edge knows no accounts");
      const { uid, sessionId, expiresAtMs } = identity;
      const [user, session] = [String(uid), String(sessionId)];
      const iat = partOf(token, 1)?.iat;
      const issued = typeof iat === "number" ? { issuedMs: iat * 1_000 } : {};
      return { identity: { user, session, key: "", expiresAtMs, ...issued, channels: [], isAccount: true } };
    } catch (thrown) {
      const { code, message } = toFault(thrown);
      if (code === "unavailable") return { failure: "unavailable", message };
      if (code !== "unauthenticated") throw thrown;
      return /expired/.test(message) ? { failure: "token-expired", message } : bad(message);
    }
  }
}

/** The header (0), to know who is to check the token, or the claims (1) of one that was checked. */
function partOf(token: string, index: 0 | 1): Readonly<Record<string, unknown>> | undefined {
  try {
    const bytes = parseBase64(token.split(".")[index] ?? "");
    return (JSON.parse(new TextDecoder().decode(bytes)) as Readonly<Record<string, unknown>> | null) ?? undefined;
  } catch {
    return undefined; // No JWT, as whoever checks it will say.
  }
}

/** @returns null where it is too long */
function infoOf(info: unknown): string | undefined | null {
  if (info === undefined) return undefined;
  const text = JSON.stringify(info);
  return text.length > INFO_LENGTH_MAX ? null : text;
}

function bad(message: string): Denied {
  return { failure: "unauthenticated", message };
}

function denied(message: string): Denied {
  return { failure: "permission-denied", message };
}
