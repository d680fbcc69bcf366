/**
 * A value for JSON as an HTTP reply: validators and conditional requests (RFC 9110 §13), gzip, HEAD.
 *
 * ETags are weak, because the gzip and the plain coding of a reply share one.
 * @module
 */
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { DATA_MODIFIED_MS } from "./countries.ts";
import type { ApiError } from "./routes.ts";

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Absent where the status has no body. A HEAD request gets the headers alone, and that is the sender's part. */
  readonly body?: Uint8Array;
}

/** The request headers that a reply depends on. */
export interface Conditions {
  readonly acceptEncoding: string | undefined;
  readonly ifNoneMatch: string | undefined;
  readonly ifModifiedSince: string | undefined;
}

/** A reply in every coding; gzip is absent where it would not be smaller. */
export interface Rendered {
  readonly etag: string;
  readonly plain: Uint8Array;
  readonly gzip: Uint8Array | undefined;
}

const CACHE_CONTROL = "public, max-age=300, stale-while-revalidate=3600";
const GZIP_BYTES_MIN = 256; // Below it the gzip frame of 18 bytes and its code tables eat the gain.
const LAST_MODIFIED = new Date(DATA_MODIFIED_MS).toUTCString();

export function render(value: object): Rendered {
  const plain = Buffer.from(JSON.stringify(value));
  const gzip = plain.length < GZIP_BYTES_MIN ? undefined : gzipSync(plain);
  const digest = createHash("sha256").update(plain).digest("base64url").slice(0, 22); // 132 bits
  return { etag: `W/"${digest}"`, plain, gzip: gzip !== undefined && gzip.length < plain.length ? gzip : undefined };
}

export function replyOf(rendered: Rendered, conditions: Conditions): Reply {
  const validators = {
    etag: rendered.etag,
    "last-modified": LAST_MODIFIED,
    "cache-control": CACHE_CONTROL,
    vary: "accept-encoding",
  };
  if (isFresh(rendered.etag, conditions)) return { status: 304, headers: validators };
  const gzip = acceptsGzip(conditions.acceptEncoding) ? rendered.gzip : undefined;
  const body = gzip ?? rendered.plain;
  const headers = {
    ...validators,
    "content-type": "application/json; charset=utf-8",
    "content-length": String(body.length),
  };
  return { status: 200, headers: gzip === undefined ? headers : { ...headers, "content-encoding": "gzip" }, body };
}

export function errorReply({ status, code, message }: Pick<ApiError, "status" | "code" | "message">): Reply {
  const body = Buffer.from(JSON.stringify({ error: { code, message } }));
  return {
    status,
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-length": String(body.length),
      "cache-control": "no-store",
    },
    body,
  };
}

/** RFC 9110 §13.2.2: If-None-Match decides alone where it is present. */
function isFresh(etag: string, { ifNoneMatch, ifModifiedSince }: Conditions): boolean {
  if (ifNoneMatch !== undefined) {
    const opaque = etag.slice(2);
    return ifNoneMatch.split(",").some((tag) => tag.trim() === "*" || tag.trim().replace(/^W\//, "") === opaque);
  }
  // An invalid date is NaN, which is never greater: the condition is then ignored, as the RFC demands.
  return ifModifiedSince !== undefined && Date.parse(ifModifiedSince) >= DATA_MODIFIED_MS;
}

/** RFC 9110 §12.5.3: a named coding counts before `*`, and a weight of 0 forbids. */
export function acceptsGzip(acceptEncoding: string | undefined): boolean {
  const weights = new Map(
    (acceptEncoding ?? "").split(",").map((item) => {
      const [coding = "", ...parameters] = item.split(";").map((part) => part.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith("q="));
      return [coding, weight === undefined ? 1 : Number(weight.slice(2))];
    }),
  );
  return (weights.get("gzip") ?? weights.get("x-gzip") ?? weights.get("*") ?? 0) > 0;
}
