/** Milliseconds since 1970 as a google.protobuf.Timestamp. @module */
import type { Timestamp } from "../../proto/gen/passport.contract.ts";

export function timestampOf(ms: number): Timestamp {
  const seconds = Math.floor(ms / 1000);
  return { seconds: BigInt(seconds), nanos: (ms - seconds * 1000) * 1_000_000 };
}
