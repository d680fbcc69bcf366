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

/** @param bytes not to be changed any more */
export function textReply(
  call: Call,
  bytes: Bytes,
  contentType: string,
  shown: Shown,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  const fields = Object.entries({ "content-type": contentType, "cache-control": "no-store", ...headers });
  return asShown(call, shown, new HeldReply(bytes, { status: 200, headers: fields }));
}

/** One that may go to many: its headers are the runtime's already. @param bytes not to be changed any more */
export function uncached(bytes: Bytes, contentType: string, headers: Readonly<Record<string, string>> = {}): Reply {
  const all = new Headers({ "content-type": contentType, "cache-control": "no-store", ...headers });
  return new HeldReply(bytes, { status: 200, headers: all });
}

/** A reply to this call, which is not compressed where a secret is in it. */
export function asShown(call: Call, { kept, caller }: Shown, reply: Reply): Reply {
  if (kept.secrets.size > 0 && readsSecrets(caller)) call.sensitive = true;
  return reply;
}

export function empty(status: number, headers: Readonly<Record<string, string>> = {}): Reply {
  return new HeldReply(new Uint8Array(0), {
    status,
    headers: Object.entries({ "cache-control": "no-store", ...headers }),
  });
}
