/**
 * Which exchanges are told. Of those that went well one in many; of those that did not each, up to a number a minute, because they are few
 * where all is well and very many where nothing is. Those above the number are drawn as the others are.
 *
 * What stands in the log, weighted, is then a fair account of all exchanges: a weight is how many were in the urn.
 * @module
 */
import type { Exchange } from "../network/exchange.ts";

export interface DrawOptions {
  /** One in so many exchanges, as it is now. */
  readonly oneIn: () => number;
  readonly troublesPerMinuteMax: number;
  readonly now: () => number;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

const MINUTE_MS = 60_000;
const SERVER_ERROR_MIN = 500;

/** @returns for how many exchanges this one stands; 0 where it is not told */
export function draw({ oneIn, troublesPerMinuteMax, now, random }: DrawOptions): (exchange: Exchange) => number {
  let minute = Number.NaN;
  let troubles = 0;
  return (exchange) => {
    if (isTrouble(exchange)) {
      const current = Math.floor(now() / MINUTE_MS);
      if (current !== minute) {
        minute = current;
        troubles = 0;
      }
      if (troubles < troublesPerMinuteMax) {
        troubles++;
        return 1;
      }
    }
    const many = oneIn();
    return random() * many < 1 ? many : 0;
  };
}

/** What an operator can do something about: neither an app that is offline nor a user who went away. */
function isTrouble({ outcome, status, way }: Exchange): boolean {
  if (outcome === "unreachable" || outcome === "lost" || outcome === "refused") return true;
  return way.moved || (status !== undefined && status >= SERVER_ERROR_MIN);
}
