/**
 * The addresses of one upstream, in turn, without those that failed just now. What is known of them is of this isolate alone and
 * may be lost at any time; then a dead address costs one more failed connection.
 * @module
 */

/**
 * How long an address is left out after a failure, doubled with each further one. A node that restarts is back soon; one that is gone
 * must not use up the retry budget of an upstream with little traffic.
 */
const REST_MS = 1000;
const REST_MS_MAX = 10_000;
/**
 * So many time-outs in a row, without a reply in between, count as a failure. One alone is more often a slow page than a dead node.
 */
const TIMEOUTS_MAX = 3;

export interface Addresses {
  /** One that is not in `tried` where there is such, and one that is not resting where there is such. */
  next(tried: ReadonlySet<string>): string;
  /** It answered, whatever it said. */
  reached(address: string): void;
  /** The connection could not be made, or broke. */
  failed(address: string): void;
  /** It did not answer in time. */
  slow(address: string): void;
}

interface Memory {
  restsUntilMs: number;
  /** In a row, as `timeouts` are. */
  failures: number;
  timeouts: number;
}

/** @param urls at least one */
export function addresses(urls: readonly string[], now: () => number): Addresses {
  const memories = new Map<string, Memory>(urls.map((url) => [url, { restsUntilMs: 0, failures: 0, timeouts: 0 }]));
  let turn = 0;

  return {
    next(tried) {
      const first = turn++ % urls.length;
      const [only = ""] = urls;
      if (urls.length === 1) return only;
      const order = [...urls.slice(first), ...urls.slice(0, first)];
      const nowMs = now();
      const awake = (url: string) => (memories.get(url)?.restsUntilMs ?? 0) <= nowMs;
      const fresh = order.filter((url) => !tried.has(url));
      return fresh.find(awake) ?? fresh[0] ?? order.find(awake) ?? order[0] ?? only;
    },
    reached(address) {
      const memory = memories.get(address);
      if (memory === undefined) return;
      memory.timeouts = 0;
      memory.failures = 0;
      memory.restsUntilMs = 0;
    },
    failed: (address) => rest(memories.get(address)),
    slow(address) {
      const memory = memories.get(address);
      if (memory !== undefined && ++memory.timeouts >= TIMEOUTS_MAX) rest(memory);
    },
  };

  function rest(memory: Memory | undefined): void {
    if (memory === undefined) return;
    memory.timeouts = 0;
    memory.restsUntilMs = now() + Math.min(REST_MS_MAX, REST_MS * 2 ** memory.failures++);
  }
}
