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
