/**
 * What the calls of the rpc bench carry to Fairway, as those that come from an edge do: who calls, and the trace.
 * @module
 */
import { IDENTITY_HEADER, identitySeal } from "../../proto/identity.ts";

export const IDENTITY_KEY = new Uint8Array(32).fill(7);

export async function callerHeaders(): Promise<Record<string, string>> {
  const claims = { uid: 2_124_569_584_718_577_664n, sessionId: 2_124_569_585_188_339_712n };
  const hour = 3_600_000;
  return {
    [IDENTITY_HEADER]: await identitySeal([IDENTITY_KEY]).sign({ ...claims, expiresAtMs: Date.now() + hour }),
    traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
  };
}
