/**
 * An upstream of the route table: its addresses or nodes, and how they are to be treated. A part of table-schema.ts.
 * @module
 */
import * as v from "valibot";
import { concurrency } from "./overload-schema.ts";
import { baseUrl, fieldName, name, whole } from "./schema-parts.ts";

/** Addresses of one upstream; more belong behind a load balancer of their own. */
const NODES_MAX = 64;
/** A node may be worth so many others. */
const WEIGHT_MAX = 1000;
const METADATA_MAX = 32;
const METADATA_LENGTH_MAX = 256;

const INTERVAL_MS_MIN = 500; // More often is load, and no sooner known: requests tell it.
const INTERVAL_MS_MAX = 3_600_000;
const INTERVAL_MS_DEFAULT = 5000;
const CHECK_TIMEOUT_MS_MAX = 25_000; // Cloudflare ends what outlives its request after 30 s.
const CHECK_TIMEOUT_MS_DEFAULT = 2000;
const IN_A_ROW_MAX = 10;
const UNHEALTHY_AFTER_DEFAULT = 3;
const HEALTHY_AFTER_DEFAULT = 2;

const SLOW_START_MS_MAX = 600_000;
const CONNECT_TIMEOUT_MS_MIN = 50; // Less than a way across a continent and back.
const CONNECT_TIMEOUT_MS_MAX = 60_000;

const weight = v.pipe(
  v.number(`must be a number above 0, up to ${WEIGHT_MAX}`),
  v.gtValue(0, `must be a number above 0, up to ${WEIGHT_MAX}`),
  v.maxValue(WEIGHT_MAX, `must be a number above 0, up to ${WEIGHT_MAX}`),
);

const metadataText = v.pipe(v.string(), v.maxLength(METADATA_LENGTH_MAX));

/** As the registry takes them. */
const instanceName = v.pipe(v.string(), v.regex(/^[\w.:@+~-]{1,128}$/, "must be a name as the registry takes it"));

const node = v.strictObject({
  url: baseUrl,
  zone: v.optional(name),
  weight: v.optional(weight),
  color: v.optional(name),
  metadata: v.optional(v.pipe(v.record(metadataText, metadataText), v.maxEntries(METADATA_MAX))),
});

const health = v.strictObject({
  path: v.pipe(v.string(), v.regex(/^\/[!-~]*$/, "must be a path that begins with '/'")),
  intervalMs: v.optional(whole(INTERVAL_MS_MIN, INTERVAL_MS_MAX), INTERVAL_MS_DEFAULT),
  timeoutMs: v.optional(whole(1, CHECK_TIMEOUT_MS_MAX), CHECK_TIMEOUT_MS_DEFAULT),
  unhealthyAfter: v.optional(whole(1, IN_A_ROW_MAX), UNHEALTHY_AFTER_DEFAULT),
  healthyAfter: v.optional(whole(1, IN_A_ROW_MAX), HEALTHY_AFTER_DEFAULT),
});

const registry = v.strictObject({
  appid: instanceName,
  env: v.optional(instanceName, "prod"),
  zone: v.optional(instanceName),
  color: v.optional(instanceName),
});

export const upstream = v.strictObject({
  registry: v.optional(registry),
  urls: v.optional(v.pipe(v.array(baseUrl), v.minLength(1, "must have an address"), v.maxLength(NODES_MAX))),
  nodes: v.optional(v.pipe(v.array(node), v.minLength(1, "must have a node"), v.maxLength(NODES_MAX))),
  batch: v.optional(v.boolean(), false),
  health: v.optional(health),
  slowStartMs: v.optional(whole(0, SLOW_START_MS_MAX)),
  connectTimeoutMs: v.optional(whole(CONNECT_TIMEOUT_MS_MIN, CONNECT_TIMEOUT_MS_MAX)),
  colorHeader: v.optional(fieldName),
  concurrency: v.optional(concurrency),
});

type UpstreamDocument = v.InferOutput<typeof upstream>;

/** What its fields say of each other: a line for each flaw. */
export function* checkUpstream(at: string, { urls, nodes = [], registry }: UpstreamDocument): Generator<string> {
  if (urls === undefined && nodes.length === 0 && registry === undefined) {
    yield `${at}.urls: is missing, and so are nodes and registry`;
  }
  const known = new Set<string>();
  const fields = [
    ...(urls ?? []).map((url, index) => [`urls[${index}]`, url] as const),
    ...nodes.map(({ url }, index) => [`nodes[${index}].url`, url] as const),
  ];
  for (const [field, url] of fields) {
    if (known.has(url)) yield `${at}.${field}: '${url}' is there twice; a node of more weight has 'weight'`;
    known.add(url);
  }
}
