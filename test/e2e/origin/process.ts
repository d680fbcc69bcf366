/**
 * Origins in processes of their own, for tests that stop, kill and starve them.
 * @module
 */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type Channel, type ChannelOptions, rpcChannel } from "../../../origin/rpc/channel.ts";
import { rpcClient } from "../../../origin/rpc/rpc.ts";
import { PassportService } from "../../../proto/gen/passport.contract.ts";
import { type OriginProcess, startOrigin } from "../../../scripts/origin.ts";

export type Env = Readonly<Record<string, string>>;

/** Variables of an origin with keys of its own, a database in a folder of its own, and no grace. */
export async function freshEnv(more: Env = {}): Promise<Env> {
  const folder = await mkdtemp(join(tmpdir(), "fairway-origin-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return {
    SQLITE_PATH: join(folder, "origin.sqlite"),
    IDENTITY_KEY: randomBytes(32).toString("base64"),
    KEY_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    DRAIN_GRACE_MS: "0",
    ...more,
  };
}

/** Is killed when the test ends, where it still runs. */
export async function originWith(env: Env): Promise<OriginProcess> {
  const origin = await startOrigin(env);
  onTestFinished(() => origin.kill());
  return origin;
}

export function passportAt(baseUrls: readonly string[], options: Partial<ChannelOptions> = {}) {
  const channel: Channel = rpcChannel({ baseUrls, ...options });
  onTestFinished(() => channel.close());
  return rpcClient(PassportService, channel);
}

export function deviceId(): string {
  return randomBytes(16).toString("hex");
}

export const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

export async function statusOf(url: string): Promise<number> {
  const reply = await fetch(url);
  await reply.arrayBuffer();
  return reply.status;
}
