/**
 * The streams of who a connection is: it has them by itself, and shows at their home what it may be kept out for.
 * @module
 */
import { isKeptByShard, keyChannel, userChannel } from "../../proto/push/push.ts";
import type { Pass } from "./delivery.ts";

interface Who {
  /** Empty for nobody. */
  readonly user: string;
  /** Empty for none. */
  readonly key: string;
}

export function ownChannels({ user, key }: Who): string[] {
  return [...(user === "" ? [] : [userChannel(user)]), ...(key === "" ? [] : [keyChannel(key)])];
}

/** Undefined for what is not its own: others decided that it hears it. */
export function passOf(kept: Who & Pass, channel: string): Pass | undefined {
  if (!isKeptByShard(channel) || !ownChannels(kept).includes(channel)) return undefined;
  return { session: kept.session, issuedMs: kept.issuedMs };
}
