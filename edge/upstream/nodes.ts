/**
 * The nodes of an upstream, and where they come from: the route table, or a source that changes while the edge runs.
 * @module
 */

/** One server of an upstream. Any of them may answer any request, unless its colour says otherwise. */
export interface UpstreamNode {
  /**
   * Unique in its upstream, and the same for as long as it is the same process: what was learned about a node is kept by it. An
   * instance that starts anew under another id begins as a new node, with a slow start.
   */
  readonly id: string;
  /** Scheme, authority and an optional path, without a slash at the end. */
  readonly url: string;
  /** Where it stands. A node of the edge's own zone goes first. */
  readonly zone?: string;
  /** Its share beside the others' of its zone; above 0, and 1 where absent. */
  readonly weight?: number;
  /** A node of a colour gets only requests of this colour; requests of a colour that no node has go to those without one. */
  readonly color?: string;
  /** Whether it is leaving: it finishes what it has and gets nothing new. */
  readonly draining?: boolean;
  /** What else is known of it; for people, the edge does not look at it. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/** Asked with every request, so it answers from memory and at once. */
export interface NodeSource {
  /**
   * The nodes of an upstream of the route table as they are known now. The same array as before while nothing has changed: a change
   * is noticed by its identity, so an array that was handed out is never altered. Empty where nobody is known.
   */
  nodes(upstream: string): readonly UpstreamNode[];
}

/** What a table says of an upstream's nodes: addresses alone, nodes, or both. */
export interface StaticNodes {
  readonly urls?: readonly string[] | undefined;
  readonly nodes?: readonly NodeEntry[] | undefined;
}

/** A node as a table names it; its address is its id. */
export interface NodeEntry {
  readonly url: string;
  readonly zone?: string | undefined;
  readonly weight?: number | undefined;
  readonly color?: string | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
}

/** The nodes of a table, which never change. */
export function staticNodes(upstreams: ReadonlyMap<string, StaticNodes>): NodeSource {
  const known = new Map(Array.from(upstreams, ([name, { urls = [], nodes = [] }]) => [name, nodesOf(urls, nodes)]));
  return { nodes: (upstream) => known.get(upstream) ?? NOBODY };
}

const NOBODY: readonly UpstreamNode[] = [];

function nodesOf(urls: readonly string[], entries: readonly NodeEntry[]): readonly UpstreamNode[] {
  return [
    ...urls.map((url) => ({ id: url, url })),
    ...entries.map(({ url, zone, weight, color, metadata }) => ({
      id: url,
      url,
      ...(zone !== undefined && { zone }),
      ...(weight !== undefined && { weight }),
      ...(color !== undefined && { color }),
      ...(metadata !== undefined && { metadata }),
    })),
  ];
}
