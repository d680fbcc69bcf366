/**
 * Answers of the faces: of this moment, for the one who asked, and not compressed where a secret is in them.
 * @module
 */
import type { Bytes } from "../../proto/codec/codec.ts";
import { HeldReply } from "../codec/codec.ts";
import type { Call, Reply } from "../route/call.ts";
import { type Caller, readsSecrets } from "./callers.ts";
import type { Kept } from "./reads.ts";

export interface Shown {
  readonly kept: Kept;
  readonly caller: Caller;
}

export function textReply(
  call: Call,
  /** Not to be changed any more. */
  bytes: Bytes,
  contentType: string,
  { kept, caller }: Shown,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  if (kept.secrets.size > 0 && readsSecrets(caller)) call.sensitive = true;
  return new HeldReply(bytes, {
    status: 200,
    headers: Object.entries({ "content-type": contentType, "cache-control": "no-store", ...headers }),
  });
}

export function empty(status: number, headers: Readonly<Record<string, string>> = {}): Reply {
  return new HeldReply(new Uint8Array(0), {
    status,
    headers: Object.entries({ "cache-control": "no-store", ...headers }),
  });
}
