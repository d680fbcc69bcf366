/**
 * The last purges and invalidations of this isolate, for what was asked for before one and arrives after it: that must be neither
 * stored nor shared.
 * @module
 */
import type { StoredHead } from "./policy/head.ts";
import { isTarget, isTargetUrl, type PurgeTarget } from "./store.ts";

/** What is older than this many purges counts as purged, which costs a fetch and is never wrong. */
const RECENT_MAX = 1_024;

export class PurgeLog {
  #count = 0;
  readonly #recent: PurgeTarget[] = [];

  /** To be taken before the upstream is asked. */
  get mark(): number {
    return this.#count;
  }

  add(target: PurgeTarget): void {
    this.#count += 1;
    this.#recent.push(target);
    if (this.#recent.length > RECENT_MAX) this.#recent.shift();
  }

  /** Whether a purge since `mark` is, or may be, about this. `head` is undefined while the upstream has not answered: then tags are unknown. */
  hit(mark: number, url: string, head: StoredHead | undefined): boolean {
    const since = this.#count - mark;
    if (since === 0) return false;
    if (since > this.#recent.length) return true;
    return this.#recent.slice(-since).some((target) => {
      if (head !== undefined) return isTarget(head, target);
      return target.kind === "tag" || isTargetUrl(url, target);
    });
  }
}
