/**
 * Configuration that changes while the origin runs, from the edge's configuration service. The front door of the room.
 *
 *     const live = liveConfig({ source: { url, token, service: "origin", … }, path, keys, log });
 *     const admission = live.configOf(v.object({ rpc: v.optional(v.object({ inFlightMax: … }), {}) }));
 *     await live.start(2_000);
 *     admission.current().rpc.inFlightMax;
 *     admission.onChange((now, before) => …);
 *     await live.close();
 *
 *     agent.ts ─▶ source.ts       the edge's protocol for agents
 *              ─▶ local-file.ts   what runs while the edge is away
 *              ─▶ snapshot.ts     what rooms see
 *
 * The origin's configuration proper, which it needs to start at all, comes from its environment: origin/config.ts.
 * @module
 */
import type { Log } from "../log/log.ts";
import { Agent } from "./agent.ts";
import { localFile } from "./local-file.ts";
import { type Snapshots, snapshots } from "./snapshot.ts";
import { edgeSource, type SourceOptions } from "./source.ts";

export type { LiveConfig } from "./snapshot.ts";

export interface FollowOptions extends SourceOptions {
  /** The local file. */
  readonly path: string;
  /** Seal it: the first seals, all open. */
  readonly keys: readonly Uint8Array[];
}

export interface LiveConfigRoom extends Pick<Snapshots, "configOf"> {
  /** Takes what the disk has and begins to follow. Never throws. @param waitMs at most so long for the edge's first answer */
  start(waitMs: number): Promise<void>;
  /** The version that runs; 0 for none. */
  version(): number;
  close(): Promise<void>;
}

/** @param follow undefined where there is nothing to follow: rooms then have what their schemas say of an empty configuration */
export function liveConfig(
  follow: FollowOptions | undefined,
  { log, random = Math.random }: { readonly log: Pick<Log, "info" | "warn" | "error">; readonly random?: () => number },
): LiveConfigRoom {
  const made = snapshots((message, error) => log.error(message, { error }));
  if (follow === undefined) {
    return { configOf: made.configOf, start: async () => undefined, version: () => 0, close: async () => undefined };
  }
  const agent = new Agent({ source: edgeSource(follow), file: localFile(follow), snapshots: made, log, random });
  return {
    configOf: made.configOf,
    start: (waitMs) => agent.start(waitMs),
    version: () => agent.running,
    close: () => agent.close(),
  };
}
