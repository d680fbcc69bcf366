/**
 * Long polls that wait for a change. They live in memory: with the object they end, and their clients ask again.
 * @module
 */
import type { Reader } from "../../proto/config/config.ts";
import { Fault } from "../../proto/fault.ts";
import type { SectionVersions } from "./versions.ts";

/** Some 2 KB each. What is beyond it is told to come back later. */
const WAITS_MAX = 10_000;
const RETRY_AFTER_SECONDS = 5;

/** Section → the version of it that the client has; 0 for none. */
export type SeenSections = Readonly<Record<string, number>>;

/** What a reader sees of the sections that it asked for and that are not as it has them. */
export function changedSince(seen: SeenSections, visible: SectionVersions): SectionVersions {
  const changed: Record<string, number> = {};
  for (const [section, version] of Object.entries(seen)) {
    const current = visible[section];
    if (current !== undefined && current !== version) changed[section] = current;
  }
  return changed;
}

export interface Waits {
  /** @returns nothing in it where the time is over. @throws Fault resource_exhausted */
  wait(reader: Reader, seen: SeenSections, timeoutMs: number): Promise<SectionVersions>;
  /** After a release. */
  wake(): void;
}

/** @param visible what a reader sees now */
export function waits(visible: (reader: Reader) => SectionVersions): Waits {
  const waiting = new Set<() => void>();

  return {
    wait(reader, seen, timeoutMs) {
      const changed = changedSince(seen, visible(reader));
      if (Object.keys(changed).length > 0) return Promise.resolve(changed);
      if (waiting.size >= WAITS_MAX) {
        const words = `${WAITS_MAX} clients wait already`;
        throw new Fault("resource_exhausted", words, { retryAfterSeconds: RETRY_AFTER_SECONDS });
      }
      return new Promise((resolve) => {
        const end = (answer: SectionVersions) => {
          clearTimeout(timer);
          waiting.delete(look);
          resolve(answer);
        };
        const look = () => {
          const news = changedSince(seen, visible(reader));
          if (Object.keys(news).length > 0) end(news);
        };
        const timer = setTimeout(() => end({}), timeoutMs);
        waiting.add(look);
      });
    },

    wake() {
      for (const look of [...waiting]) look();
    },
  };
}
