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
/** After its rest one request finds out how an address is, and for so long the others do not wait for what it finds. */
const PROBE_MS = 1000;
/**
 * So many time-outs in a row, without a reply in between, count as a failure. One alone is more often a slow page than a dead node.
 */
const TIMEOUTS_MAX = 3;
/**
 * So many replies in a row that say `Connection: close` come from a server that is leaving, as Fairway's own origin says it before it
 * stops listening. A request that must not be repeated is sent elsewhere from then on. One such reply alone only ends a connection
 * that has served its time.
 */
const FAREWELLS_MAX = 3;
/** About the time for which a server that is leaving goes on serving. */
const LEAVING_MS = 5000;

export interface Addresses {
  /** One that is not in `tried` where there is such, and one that is not resting where there is such. */
  next(tried: ReadonlySet<string>): string;
  /** It answered, whatever it said. @param closes whether it closes the connection after that */
  reached(address: string, closes: boolean): void;
  /** The connection could not be made, or broke. */
  failed(address: string): void;
  /** It did not answer in time. */
  slow(address: string): void;
}

interface Memory {
  restsUntilMs: number;
  probedUntilMs: number;
  /** In a row, as `timeouts` are. Those of one moment are one failure. */
  failures: number;
  timeouts: number;
  farewells: number;
}

/** @param urls at least one */
export function addresses(urls: readonly string[], now: () => number): Addresses {
  const memories = new Map<string, Memory>(
    urls.map((url) => [url, { restsUntilMs: 0, probedUntilMs: 0, failures: 0, timeouts: 0, farewells: 0 }]),
  );
  let turn = 0;

  return {
    next(tried) {
      const first = turn++ % urls.length;
      const [only = ""] = urls;
      if (urls.length === 1) return only;
      const order = [...urls.slice(first), ...urls.slice(0, first)];
      const nowMs = now();
      const awake = (url: string) => {
        const { restsUntilMs = 0, probedUntilMs = 0 } = memories.get(url) ?? {};
        return restsUntilMs <= nowMs && probedUntilMs <= nowMs;
      };
      const fresh = order.filter((url) => !tried.has(url));
      const chosen = fresh.find(awake) ?? fresh[0] ?? order.find(awake) ?? order[0] ?? only;
      const memory = memories.get(chosen);
      if (memory !== undefined && memory.failures > 0) memory.probedUntilMs = nowMs + PROBE_MS;
      return chosen;
    },
    reached(address, closes) {
      const memory = memories.get(address);
      if (memory === undefined) return;
      memory.timeouts = 0;
      memory.failures = 0;
      memory.farewells = closes ? memory.farewells + 1 : 0;
      memory.restsUntilMs = memory.farewells < FAREWELLS_MAX ? 0 : now() + LEAVING_MS;
      memory.probedUntilMs = 0;
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
    if (memory.restsUntilMs > now()) return; // It was under way when the address failed, or was sent there because all rest.
    memory.restsUntilMs = now() + Math.min(REST_MS_MAX, REST_MS * 2 ** memory.failures++);
  }
}
