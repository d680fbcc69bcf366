/** Bounds of the server; each can be set, and each default says where it comes from. @module */
import { Fault } from "../../proto/fault.ts";

export interface RpcLimits {
  /** A request's message at most, as sent and unpacked. gRPC's default; connect-go and grpc-js use the same. */
  readonly messageBytesMax: number;
  /** Bodies that are coming in weigh this much together at most: a process of 1 GB survives all its clients sending slowly. */
  readonly bufferedBytesMax: number;
  /** A body that was refused is still read this far, so that the client gets to read why; then the connection is cut. */
  readonly discardBytesMax: number;
  /** Calls whose handlers run at one time; one more is refused with `unavailable`. Far beyond what two cores keep up with. */
  readonly inFlightMax: number;
  /**
   * Requests on one connection whose replies it has not taken yet. Clients of today send one at a time; without a bound a
   * single connection could fill `inFlightMax`, and one that reads nothing has its replies, of any size, kept for it.
   */
  readonly pipelinedMax: number;
  /** Open connections; one more is closed at once. Below the usual limit of open files, 16 384 and more under systemd. */
  readonly connectionsMax: number;
  /** A client may take this long to send its headers: against slow-loris. Half of node:http's default. */
  readonly headersTimeoutMs: number;
  /** And this long for the whole request. A message of the largest size takes 21 s at 1.6 Mbit/s. */
  readonly requestTimeoutMs: number;
  /** How often the two limits above are enforced. */
  readonly timeoutCheckMs: number;
  /** An idle connection is kept this long: longer than the pools of the usual peers, so that they close it and not we. */
  readonly keepAliveTimeoutMs: number;
  /** A connection on which no byte moves for this long is cut: a client that does not read its reply. Longer than any deadline. */
  readonly silenceTimeoutMs: number;
  /** Header bytes of a request at most, node:http's default. */
  readonly headerBytesMax: number;
  /** Replies below this are not compressed: gzip's 18 bytes of frame and a packet's worth of reply leave nothing to win. */
  readonly gzipBytesMin: number;
  /** What a client that was refused for load is told to wait, in seconds. */
  readonly retryAfterSeconds: number;
}

export const RPC_LIMITS: RpcLimits = {
  messageBytesMax: 4 * 1024 * 1024,
  bufferedBytesMax: 256 * 1024 * 1024,
  discardBytesMax: 16 * 1024 * 1024,
  inFlightMax: 2_048,
  pipelinedMax: 16,
  connectionsMax: 10_000,
  headersTimeoutMs: 30_000,
  requestTimeoutMs: 60_000,
  timeoutCheckMs: 5_000,
  keepAliveTimeoutMs: 75_000,
  silenceTimeoutMs: 300_000,
  headerBytesMax: 16 * 1024,
  gzipBytesMin: 1_024,
  retryAfterSeconds: 1,
};

/** The longest delay that a timer of Node takes; a longer one would fire at once. About 25 days. */
export const TIMER_MS_MAX = 2 ** 31 - 1;

/** For a client that is to come back later. */
export function overloaded({ retryAfterSeconds }: RpcLimits): Fault {
  return new Fault("unavailable", "the server has as much to do as it can take", { retryAfterSeconds });
}
