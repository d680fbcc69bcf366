/**
 * What a route answers when its upstream does not, and nothing stored may stand in: a reply that the operator wrote beforehand. An empty
 * list keeps a page usable where an error would not.
 * @module
 */
import type { Fault } from "../../proto/fault.ts";
import { HeldReply } from "../codec/codec.ts";
import type { Call, Reply } from "../route/call.ts";
import type { Route } from "../route/route-table.ts";
import { isRefusal } from "./refusal.ts";

/** A route's `fallback` in the route table. */
export interface Fallback {
  readonly status: number;
  /** Names in lower case; `content-type` is among them where there is a body. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array<ArrayBuffer>;
  /** Whether it also answers methods with effects. Their sender takes it for the answer, although nothing was done. */
  readonly unsafeMethods: boolean;
}

/** RFC 9110 §9.2.1. */
const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);
/** The same for which something stale stands in (RFC 5861 §4). */
const FAILED = new Set([500, 502, 503, 504]);
const BODILESS = new Set([204, 205, 304]);

/**
 * The fallback, where the route has one for this call and the upstream failed; noted in the call's entry.
 * @param failure its reply, or the fault in place of one
 */
export function fallbackFor(call: Call, { fallback }: Route, failure: Reply | Fault): Reply | undefined {
  if (fallback === undefined) return undefined;
  const { method } = call.request;
  if (!fallback.unsafeMethods && !SAFE.has(method)) return undefined;
  const cause = causeOf(failure);
  if (cause === undefined) return undefined;
  call.entry.degraded = "fallback";
  const { status, body } = fallback;
  const headers = new Headers({ "cache-control": "no-store" });
  for (const [name, value] of fallback.headers) headers.set(name, value);
  headers.set("proxy-status", `fairway; ${cause}; details="fallback"`);
  const bodiless = method === "HEAD" || BODILESS.has(status);
  return new HeldReply(bodiless ? new Uint8Array(0) : body, { status, headers });
}

/** What happened, as parameters of `Proxy-Status` (RFC 9209 §2.1, §2.3); undefined where it is no reason for a fallback. */
function causeOf(failure: Reply | Fault): string | undefined {
  if (!(failure instanceof Error)) return FAILED.has(failure.status) ? `received-status=${failure.status}` : undefined;
  if (failure.code === "deadline_exceeded") return "error=http_response_timeout";
  if (failure.code !== "unavailable") return undefined;
  return isRefusal(failure) ? "error=connection_limit_reached" : "error=destination_unavailable";
}
