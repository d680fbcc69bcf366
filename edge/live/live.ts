/**
 * Configuration that the edge itself runs by: what is published in a configuration service, and the edge's own while nothing is. The front
 * door of the room.
 *
 *     live.ts ─▶ follow.ts     asks the object of the configuration, from request to request (turns.ts)
 *     app.ts  ─▶ document.ts   of service `edge` a version's entries as a route table
 *
 * A new document is a new set of rooms beside the old one (copy-on-write): a request is served to its end by the set that it began with, and
 * the new set takes over what was learned by the one before. A version that is wrong, or that this edge cannot take, changes nothing: it is
 * told of, and the one before goes on.
 * @module
 */
import type { Content } from "../../proto/config/config.ts";
import type { RandomHex } from "../../proto/trace.ts";
import { type ConfigStubs, type SecretBox, secretIn } from "../config/config.ts";
import { Follower, type Release } from "./follow.ts";
import type { LiveSettings } from "./settings.ts";
import type { WaitUntil } from "./turns.ts";

export { tableOf } from "./document.ts";
export { type LiveSettings, parseLiveSettings } from "./settings.ts";
export { HOLD_MS, type Outcome, Turns } from "./turns.ts";

/** The service whose configuration is the edge's route table. */
export const EDGE_SERVICE = "edge";
/** Of an isolate's name: enough to tell those of one machine apart, and short enough to be read out. */
const ISOLATE_BYTES = 4;

export type ReadResult<D> =
  /** Undefined where the edge's own is to stand. */
  | { readonly document: D | undefined; readonly flaws?: never }
  /** A line each: `section/key: what`. */
  | { readonly flaws: readonly string[]; readonly document?: never };

/** @param textOf the text of an entry; of a secret the one in clear. Rejects where it cannot be opened */
export type ReadContent<D> = (
  content: Content,
  textOf: (entry: Content[number]) => Promise<string>,
) => ReadResult<D> | Promise<ReadResult<D>>;

export interface LiveDeps<D, T> {
  /** Of the objects; absent where this edge has none, and then its own document is all that there is. */
  readonly stubs: ConfigStubs | undefined;
  readonly service: string;
  readonly settings: LiveSettings;
  /** Opens what is secret. */
  readonly box: Pick<SecretBox, "open">;
  /** The edge's own. */
  readonly own: D;
  readonly read: ReadContent<D>;
  /** What serves by a document. @param before what it replaces */
  readonly build: (document: D, before: T | undefined) => T;
  readonly randomHex: RandomHex;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
  readonly warn: (message: string, cause: unknown) => void;
}

export interface Live<T> {
  /** What serves now. A request asks once, and stays with it. */
  current(): T;
  /** To be called with each request. @returns what it has to wait for, where nobody knows whether another document was published meanwhile */
  touch(waitUntil: WaitUntil): Promise<void> | undefined;
}

export function live<D, T>({ stubs, service, settings, box, own, read, build, ...deps }: LiveDeps<D, T>): Live<T> {
  let current = build(own, undefined);
  let document = own;
  let running = 0;
  let newest: Release | undefined;
  if (stubs === undefined) return { current: () => current, touch: () => undefined };
  const address = `config/${service}/${settings.idc}`;
  const node = `${settings.node}-${deps.randomHex(ISOLATE_BYTES)}`;
  const follower = new Follower({
    ...deps,
    service,
    object: () => stubs(address),
    node: { node, labels: settings.labels, address: "" },
    apply,
  });
  return { current: () => current, touch: (waitUntil) => follower.touch(waitUntil) };

  async function apply(release: Release | undefined): Promise<number> {
    newest = release;
    const taken = await readRelease(release);
    if (newest !== release) return running; // A younger one was quicker.
    const version = release?.version ?? 0;
    if (taken.flaws !== undefined) {
      const words = `version ${version} of service ${service} is not taken, and version ${running} goes on`;
      deps.warn(words, taken.flaws.join("; "));
      return running;
    }
    running = version;
    const next = taken.document ?? own;
    if (next === document) return running;
    current = build(next, current);
    document = next;
    return running;
  }

  async function readRelease(release: Release | undefined): Promise<ReadResult<D>> {
    if (release === undefined) return { document: undefined };
    const open = secretIn(release.secrets, box);
    try {
      return await read(release.content, async ({ secret, value }) => (secret ? await open(value) : value));
    } catch (cause) {
      return { flaws: [`a secret cannot be read: ${cause instanceof Error ? cause.message : cause}`] };
    }
  }
}
