/**
 * The route table's JSON: its shape, its limits and its defaults. What one field says of another is table-check.ts.
 * @module
 */
import * as v from "valibot";
import { MESSAGES } from "../../proto/gen/registry.ts";
import type { AnyMessage } from "../../proto/message/message.ts";
import { fallback, priority } from "./overload-schema.ts";
import { type PathPattern, parsePattern } from "./pattern.ts";
import { FIELD_NAME, fieldName, name, whole } from "./schema-parts.ts";
import { upstream } from "./upstream-schema.ts";

const UPSTREAMS_MAX = 100;
const ROUTES_MAX = 1000; // A table of this size is 300 KB and takes some 10 ms to check, once an isolate.
const TIMEOUT_MS_MAX = 600_000;
const ATTEMPTS_MAX = 5; // As in gRPC (A6): more attempts only add load to an upstream that is down.
const BODY_BYTES_MAX = 1_073_741_824;

const CACHE_SECONDS_MAX = 31_536_000; // A year, beyond which HTTP/1.1 once said that nothing is to be promised.
const CACHED_BODY_BYTES_MAX = 16_777_216; // A third of what an isolate stores.

const LIMITED_REQUESTS_MAX = 1_000_000;
const LIMIT_SECONDS_MAX = 86_400; // A longer memory than an isolate has.

const TIMEOUT_MS_DEFAULT = 10_000;
const ATTEMPTS_DEFAULT = 2;
const BODY_BYTES_DEFAULT = 1_048_576; // As much as a batch may have.

/** CONNECT makes a tunnel and TRACE shows a client headers that it must not see (RFC 9110 §9.3.8): neither can be routed. */
const METHOD = /^(?!CONNECT$|TRACE$)[A-Z][A-Z-]{0,31}$/;

const pattern = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }): PathPattern => {
    const result = parsePattern(dataset.value);
    if (result.pattern !== undefined) return result.pattern;
    addIssue({ message: result.flaw });
    return NEVER;
  }),
);

const message = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }): AnyMessage => {
    const known = MESSAGES.get(dataset.value);
    if (known !== undefined) return known;
    addIssue({ message: `no contract has a message '${dataset.value}'` });
    return NEVER;
  }),
);

const methods = v.pipe(
  v.array(v.pipe(v.string(), v.regex(METHOD, "must be an HTTP method in upper case, other than CONNECT and TRACE"))),
  v.minLength(1, "must name a method"),
  v.transform((list) => [...new Set(list)]),
);

const fieldNames = v.array(fieldName);
const lifetime = v.optional(whole(0, CACHE_SECONDS_MAX));

const cachePolicy = v.strictObject({
  ttlSeconds: lifetime,
  staleWhileRevalidateSeconds: lifetime,
  staleIfErrorSeconds: lifetime,
  key: v.optional(
    v.strictObject({
      query: v.optional(v.array(v.string())),
      headers: v.optional(fieldNames),
      cookies: v.optional(v.array(v.pipe(v.string(), v.regex(FIELD_NAME, "must be the name of a cookie")))),
    }),
  ),
  tagsHeader: v.optional(v.pipe(v.string(), v.regex(FIELD_NAME, "must be the name of a header field"))),
  shared: v.optional(v.boolean()),
  bodyBytesMax: v.optional(whole(0, CACHED_BODY_BYTES_MAX)),
});

const route = v.strictObject({
  name,
  match: v.strictObject({ methods: v.optional(methods, ["GET"]), path: pattern }),
  upstream: v.string(),
  rewrite: v.optional(pattern),
  timeoutMs: v.optional(whole(1, TIMEOUT_MS_MAX), TIMEOUT_MS_DEFAULT),
  hedge: v.optional(v.picklist(["off", "safe", "idempotent"])),
  retry: v.optional(v.strictObject({ attempts: v.optional(whole(1, ATTEMPTS_MAX), ATTEMPTS_DEFAULT) }), {}),
  auth: v.optional(v.picklist(["none", "optional", "required"]), "none"),
  messages: v.optional(v.strictObject({ request: v.optional(message), response: v.optional(message) }), {}),
  bodyBytesMax: v.optional(whole(0, BODY_BYTES_MAX), BODY_BYTES_DEFAULT),
  sensitive: v.optional(v.boolean(), false),
  compress: v.optional(v.boolean(), true),
  rateLimit: v.optional(
    v.strictObject({
      requests: whole(1, LIMITED_REQUESTS_MAX),
      windowSeconds: whole(1, LIMIT_SECONDS_MAX),
      by: v.picklist(["network", "user"]),
    }),
  ),
  priority: v.optional(priority),
  fallback: v.optional(fallback),
  cache: v.optional(
    // Not a union, which would not name the field that is wrong.
    v.lazy((value) => (value === false ? v.literal(false) : cachePolicy)),
    {},
  ),
});

export const tableSchema = v.strictObject({
  upstreams: v.pipe(v.record(name, upstream), v.maxEntries(UPSTREAMS_MAX)),
  routes: v.pipe(v.array(route), v.maxLength(ROUTES_MAX)),
});

export type TableDocument = v.InferOutput<typeof tableSchema>;

/** An issue as a line: the path of the field as it is written in JSON, then what is wrong. */
export function renderIssue(issue: v.BaseIssue<unknown>): string {
  const path = (issue.path ?? []).reduce((text, { key }) => {
    if (typeof key === "number") return `${text}[${key}]`;
    return text === "" ? String(key) : `${text}.${String(key)}`;
  }, "");
  return path === "" ? issue.message : `${path}: ${wordsOf(issue)}`;
}

/** valibot words a missing and an unknown key by types; here in the words of who writes the document. */
function wordsOf(issue: v.BaseIssue<unknown>): string {
  if (issue.received === "undefined") return "is missing";
  if (issue.type === "strict_object" && issue.expected === "never") return "is not a field of the route table";
  return issue.message;
}
