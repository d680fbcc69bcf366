/**
 * Ids from the edge: a reserve of those that its workers hand out, so that no call of this origin waits for one. The front door of
 * the room.
 *
 *     const ids = edgeIds({ edgeUrl: "http://127.0.0.1:8787", token, holdMs: 60_000, log });
 *     await ids.ready(2_000);
 *     ids.next();            // 2124602658286338048n
 * @module
 */
import { IdService } from "../../proto/gen/ids.contract.ts";
import type { Log } from "../log/log.ts";
import { rpcChannel, rpcClient } from "../rpc/rpc.ts";
import { type IdBuffer, idBuffer } from "./buffer.ts";

export interface EdgeIdsOptions {
  readonly edgeUrl: string;
  /** One of the edge's `IDS_TOKENS`; undefined where it lets in everybody. */
  readonly token: string | undefined;
  /** How long the reserve is to last while the edge is away. */
  readonly holdMs: number;
  readonly log: Pick<Log, "warn">;
}

export interface EdgeIds extends Pick<IdBuffer, "next" | "size" | "ready"> {
  close(): Promise<void>;
}

/** The edge leaves a worker that hangs within 200 ms; what takes longer is the way there. */
const FETCH_MS_MAX = 2_000;
/** One call at a time, and one more while a connection is being closed. */
const CONNECTIONS_MAX = 2;

/** @throws Error where the address is no HTTP origin */
export function edgeIds({ edgeUrl, token, holdMs, log }: EdgeIdsOptions): EdgeIds {
  const channel = rpcChannel({ baseUrls: [edgeUrl], timeoutMs: FETCH_MS_MAX, connectionsMax: CONNECTIONS_MAX });
  const client = rpcClient(IdService, channel);
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const buffer = idBuffer({
    fetch: async (count) => (await client.nextIds({ count, asRuns: true }, { headers })).runs,
    holdMs,
    monotonicNow: () => performance.now(),
    random: Math.random,
    onWarning: (message, error) => log.warn(message, { error }),
  });
  return {
    next: buffer.next,
    size: buffer.size,
    ready: buffer.ready,
    async close() {
      buffer.close();
      await channel.close();
    },
  };
}
