/**
 * Merged requests at the edge: `POST /$batch`. The front door of the room.
 * @module
 */
import type { Compressor, Dictionary } from "../../proto/codec/codec.ts";
import type { ServiceType } from "../../proto/message/message.ts";
import type { RandomHex } from "../../proto/trace.ts";
import type { Call } from "../route/call.ts";
import type { Send } from "../upstream/upstream.ts";

export const BATCH_PATH = "/$batch";

export interface BatchDeps {
  /** The public way of a call: router, token, limits, transcoding, access log. Every item takes it. */
  readonly handle: (call: Call) => Promise<Response>;
  readonly send: Send;
  /** Whether the upstream declares `batch: true`. */
  readonly takesBatch: (upstream: string) => boolean;
  readonly services: ReadonlyMap<string, ServiceType>;
  readonly compressor: Compressor;
  readonly dictionaries: readonly Dictionary[];
  readonly random: RandomHex;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Answers a call of {@link BATCH_PATH}. What comes back is to be sent as it is: it is coded already.
 * @throws Fault invalid_argument (400, 415), resource_exhausted (413), unimplemented (405): the envelope was not understood
 */
export type Batch = (call: Call) => Promise<Response>;

export declare function batch(deps: BatchDeps): Batch;
