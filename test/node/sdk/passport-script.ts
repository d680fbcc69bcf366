/** A passport inside the scripted edge, with stores and listeners for what a session does. @module */
import { Fault } from "../../../proto/fault.ts";
import { PassportService, Profile, RefreshRequest, Session } from "../../../proto/gen/passport.contract.ts";
import type { Client, SessionEvent, TokenStore, Tokens } from "../../../sdk/client.ts";
import type { Script, ScriptedCall } from "./scripted-edge.ts";

export const BASE = { baseUrl: "https://edge.test", sessions: PassportService };
export const DEVICE = { deviceId: "device-0123456789" };

/** A passport of two generations of tokens; only the newest access token is good. */
export function passport() {
  let generation = 0;
  let refreshes = 0;
  let onRefresh = (): Promise<void> | void => {};
  const session = () => {
    generation++;
    const tokens = { accessToken: `access-${generation}`, refreshToken: `refresh-${generation}` };
    return { message: [Session, { uid: 7n, expiresInSeconds: 600, ...tokens }] as const };
  };
  const script: Script = async (call: ScriptedCall) => {
    if (call.url.endsWith("/SignInGuest")) return session();
    if (call.url.endsWith("/Refresh")) {
      refreshes++;
      await onRefresh();
      const { refreshToken } = RefreshRequest.decode(call.body);
      if (refreshToken !== `refresh-${generation}`) throw new Fault("unauthenticated", "the refresh token is not good");
      return session();
    }
    if (call.url.startsWith("/public")) return { json: { token: call.headers.get("authorization") } };
    if (call.headers.get("authorization") !== `Bearer access-${generation}`) {
      throw new Fault("unauthenticated", "the token is not good");
    }
    if (call.url.includes("/GetProfile")) return { message: [Profile, { uid: 7n, nickname: "Ada" }] };
    return { json: { token: call.headers.get("authorization"), url: call.url } };
  };
  return {
    script,
    expireAll: () => {
      generation += 10;
    },
    refreshes: () => refreshes,
    onRefresh: (callback: () => Promise<void> | void) => {
      onRefresh = callback;
    },
  };
}

export function storeOf(tokens: Tokens | undefined): TokenStore & { kept: Tokens | undefined } {
  return {
    kept: tokens,
    async get() {
      return this.kept;
    },
    async set(next) {
      this.kept = next;
    },
    async clear() {
      this.kept = undefined;
    },
  };
}

export const tokens = (generation: number, accessExpiresAtMs: number): Tokens => ({
  uid: "7",
  accessToken: `access-${generation}`,
  accessExpiresAtMs,
  refreshToken: `refresh-${generation}`,
});

export function listened(client: Client): SessionEvent[] {
  const events: SessionEvent[] = [];
  client.session.listen((event) => events.push(event));
  return events;
}
