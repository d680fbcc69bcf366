/**
 * What the HTTP APIs of goim and gopush have to know of the set-up.
 *
 * | binding | meaning |
 * |---|---|
 * | `GOIM_OPEN_API` | `loopback`: who connects from this machine needs no token. For trying; never behind a proxy on the same machine |
 * | `GOIM_NODES` | JSON: `{"domain": "push.example", "tcpPort": 3101, "nodes": ["a.push.example"]}`: the way in that clients are told of |
 *
 * Neither goim nor gopush knows tokens for its API. Here it takes one of `PUSH_TOKENS`, or the operators'.
 * @module
 */
import * as v from "valibot";

export interface GoimSettings {
  readonly isOpenToLoopback: boolean;
  readonly nodes: GoimNodes;
}

/** Without a domain and a port the request's own host is told. */
export interface GoimNodes {
  readonly domain?: string | undefined;
  /** Of the TCP gateway; without one clients are told 0. */
  readonly tcpPort: number;
  readonly wsPort?: number | undefined;
  readonly wssPort?: number | undefined;
  readonly nodes?: readonly string[] | undefined;
}

const HOST = /^[A-Za-z0-9.-]{1,253}$/;
const NODES_MAX = 64;
const port = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535));
const host = v.pipe(v.string(), v.regex(HOST, "a host name expected"));
const schema = v.strictObject({
  domain: v.optional(host),
  tcpPort: v.optional(port),
  wsPort: v.optional(port),
  wssPort: v.optional(port),
  nodes: v.optional(v.pipe(v.array(host), v.minLength(1), v.maxLength(NODES_MAX))),
});

/** @param flaws gets a line for each bad binding */
export function parseGoimBindings(text: (name: string) => string | undefined, flaws: string[]): GoimSettings {
  const open = text("GOIM_OPEN_API");
  if (open !== undefined && open !== "loopback") flaws.push("GOIM_OPEN_API: only loopback can be said");
  const { tcpPort = 0, ...nodes } = nodesOf(text("GOIM_NODES"), flaws);
  return { isOpenToLoopback: open === "loopback", nodes: { ...nodes, tcpPort } };
}

function nodesOf(text: string | undefined, flaws: string[]): v.InferOutput<typeof schema> {
  if (text === undefined) return {};
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    flaws.push(`GOIM_NODES: is no JSON: ${cause instanceof Error ? cause.message : cause}`);
    return {};
  }
  const parsed = v.safeParse(schema, Array.isArray(json) ? null : json); // An object would be made of an array too.
  if (parsed.success) return parsed.output;
  for (const issue of parsed.issues)
    flaws.push(`${["GOIM_NODES", v.getDotPath(issue)].filter(Boolean).join(".")}: ${issue.message}`);
  return {};
}
