/**
 * What the faces read out of a request: who asks, for what, and as which node.
 * @module
 */
import { findBearer } from "../../proto/bearer.ts";
import { isNodeName, parseLabels, type Reader } from "../../proto/config/config.ts";
import { Fault } from "../../proto/fault.ts";
import type { Call } from "../route/call.ts";

/** A name that is there twice counts as its first. */
export function queryOf(call: Pick<Call, "target">): URLSearchParams {
  return new URLSearchParams(call.target.query);
}

/** Of `Authorization: Bearer`, or `X-API-Key`, which OpenFeature's providers know too. */
export function bearerOf(call: Pick<Call, "request">): string | undefined {
  const { headers } = call.request;
  return findBearer(headers.get("authorization")) ?? headers.get("x-api-key") ?? undefined;
}

/**
 * @param node what the request says; empty for a reader that does not say
 * @param labels `a=1,b=2`
 * @throws Fault invalid_argument
 */
export function readerOf(node: string, labels: string): Reader {
  if (node !== "" && !isNodeName(node)) throw new Fault("invalid_argument", "node: a host name or address expected");
  const parsed = parseLabels(labels);
  if (parsed === undefined) throw new Fault("invalid_argument", "labels: a=1,b=2 expected, at most 8");
  return { node, labels: parsed };
}

/** Segments below a prefix, decoded. @throws Fault invalid_argument for an escape that is none */
export function segmentsOf(path: string, prefix: string): string[] {
  try {
    return path.slice(prefix.length).split("/").map(decodeURIComponent);
  } catch (cause) {
    throw new Fault("invalid_argument", "the path is not valid", { cause });
  }
}
