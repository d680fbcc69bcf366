/**
 * `POST /ops/purge`: takes stored replies out of use, for operators.
 *
 *     POST /ops/purge
 *     Authorization: Bearer <OPS_TOKEN>
 *     {"urls": ["https://a.example/x"], "prefixes": ["/api/countries"], "tags": ["country-de"], "soft": true}
 *
 * One that begins with `/` is of any host. `{"all": true}` takes everything. Soft: what matches is stale from now on, and may still stand
 * in where stale replies may. The answer, `{"purged": n}`, comes when this isolate has done it; all others have within a second.
 * @module
 */
import * as v from "valibot";
import { Fault } from "../../proto/fault.ts";
import type { IncomingRequest } from "../route/call.ts";
import type { Purge, PurgeTarget } from "./store.ts";

export const PURGE_PATH = "/ops/purge";

const TARGETS_MAX = 100;
const TARGET_LENGTH_MAX = 16_384; // As long as a URL may be.
const BODY_BYTES_MAX = 262_144;

const place = v.pipe(
  v.string(),
  v.maxLength(TARGET_LENGTH_MAX),
  v.regex(/^(?:https?:\/\/[^/]+)?\//, "must begin with '/' or be a whole URL"),
);
const tag = v.pipe(v.string(), v.maxLength(TARGET_LENGTH_MAX), v.regex(/^[^\s,]+$/, "has neither spaces nor commas"));

const schema = v.strictObject({
  urls: v.optional(v.pipe(v.array(place), v.maxLength(TARGETS_MAX)), []),
  prefixes: v.optional(v.pipe(v.array(place), v.maxLength(TARGETS_MAX)), []),
  tags: v.optional(v.pipe(v.array(tag), v.maxLength(TARGETS_MAX)), []),
  all: v.optional(v.boolean(), false),
  soft: v.optional(v.boolean(), false),
});

/** @throws Fault unimplemented (405), invalid_argument, resource_exhausted (413), unavailable */
export async function purgeEndpoint(
  request: IncomingRequest,
  purge: (purge: Purge) => Promise<number>,
): Promise<Response> {
  if (request.method !== "POST") {
    throw new Fault("unimplemented", "this path takes POST", { status: 405, headers: { allow: "POST" } });
  }
  const { targets, soft } = await parse(request);
  let purged = 0;
  try {
    for (const target of targets) purged += await purge({ target, soft });
  } catch (cause) {
    throw new Fault("unavailable", "the purge may not have reached everything: send it again", { cause });
  }
  return Response.json({ purged }, { headers: { "cache-control": "no-store" } });
}

async function parse(request: IncomingRequest): Promise<{ targets: PurgeTarget[]; soft: boolean }> {
  if (Number(request.headers.get("content-length") ?? 0) > BODY_BYTES_MAX) throw tooLarge();
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > BODY_BYTES_MAX) throw tooLarge();
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new Fault("invalid_argument", "the body is no JSON", { cause });
  }
  const parsed = v.safeParse(schema, json);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new Fault("invalid_argument", `${v.getDotPath(issue) ?? "the body"}: ${issue.message}`);
  }
  const { urls, prefixes, tags, all, soft } = parsed.output;
  const targets: PurgeTarget[] = [
    ...urls.map((url) => ({ kind: "url", url }) as const),
    ...prefixes.map((prefix) => ({ kind: "prefix", prefix }) as const),
    ...tags.map((name) => ({ kind: "tag", tag: name }) as const),
    ...(all ? [{ kind: "all" } as const] : []),
  ];
  if (targets.length === 0) throw new Fault("invalid_argument", "name urls, prefixes or tags, or say all");
  return { targets, soft };
}

function tooLarge(): Fault {
  return new Fault("resource_exhausted", `the body is larger than ${BODY_BYTES_MAX} bytes`, { status: 413 });
}
