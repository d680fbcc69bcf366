/**
 * Hands over what users missed: from the shards to the origin's `fairway.push.v1.NotificationService`.
 * @module
 */
import { CONTENT_TYPES } from "../../proto/connect/connect.ts";
import { Fault, faultOfConnectError } from "../../proto/fault.ts";
import { HandOverRequest, NotificationService } from "../../proto/gen/push.contract.ts";
import type { Missed } from "../../proto/push/model.ts";

const PATH = `/${NotificationService.name}/${NotificationService.methods.handOver.name}`;

export interface HandOverDeps {
  /** To the origin, and no further than that. @throws Fault */
  readonly send: (target: string, headers: Headers, body: Uint8Array<ArrayBuffer>) => Promise<Response>;
  /** Undefined where this edge hands over nothing. */
  readonly token: string | undefined;
}

/** @throws Fault as the origin answers, or `unavailable` */
export async function handOver(missed: readonly Missed[], { send, token }: HandOverDeps): Promise<void> {
  if (token === undefined) throw new Fault("failed_precondition", "this edge hands over nothing");
  const body = HandOverRequest.encode({
    missed: missed.map(({ id, user, notification, expiresAtMs }) => ({
      id,
      user,
      notification,
      expiresAt: { seconds: BigInt(Math.floor(expiresAtMs / 1_000)), nanos: 0 },
    })),
  });
  const headers = new Headers({
    "content-type": CONTENT_TYPES.proto,
    "connect-protocol-version": "1",
    authorization: `Bearer ${token}`,
  });
  const response = await send(PATH, headers, body);
  if (response.status === 200) return;
  const problem = await response.json().catch(() => undefined);
  throw faultOfConnectError(response.status, problem);
}
