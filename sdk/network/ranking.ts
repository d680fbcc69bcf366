/**
 * Which path first: by the time that connecting took, TCP and TLS, as it was of late (EWMA), in the network where the device is. A path that fails
 * again and again is left out for a while (a circuit), then tried by one connection (half open).
 *
 *     closed ──2 failures──▶ open ──1 s, 2 s … 60 s, with jitter──▶ half open ──connected──▶ closed
 *                             ▲────────────────failed─────────────────┘
 *
 * @module
 */
import { keep } from "./bounded.ts";
import { backOffMs, type Clock } from "./clock.ts";
import { keyOf, type Path } from "./path.ts";

interface Score {
  /** Absent until it was connected to. */
  connectMs?: number;
  failures: number;
  /** By {@link Clock.ticks}. */
  openUntilMs: number;
  isProbed: boolean;
  /** Something that was sent on it then has no answer yet, though it is time. */
  suspectSinceMs?: number | undefined;
}

/** Of the latest sample: TCP's own smoothing (RFC 6298) has an eighth, but of many more samples. */
const ALPHA = 0.3;
/** One failure is an accident: a connection cut, a radio that slept. */
const FAILURES_MAX = 2;
const OPEN_MS = 1_000;
const OPEN_MS_MAX = 60_000;
/** Home, work, the operator, and a few cafés. */
const NETWORKS_MAX = 8;
/** Several edges with several addresses each. The oldest is forgotten. */
const PATHS_MAX = 64;

export class Ranking {
  readonly #clock: Clock;
  readonly #networks = new Map<string, Map<string, Score>>();
  #scores = new Map<string, Score>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** What is known of another network is no guide to this one. */
  enter(networkId: string): void {
    this.#scores = this.#networks.get(networkId) ?? new Map();
    for (const score of this.#scores.values()) {
      score.isProbed = false;
      score.suspectSinceMs = undefined;
    }
    keep(this.#networks, networkId, this.#scores, NETWORKS_MAX);
  }

  /** Best first. Those with an open circuit are left out, unless all have one: then all are tried, as if none had. */
  rank(paths: readonly Path[]): Path[] {
    const order = alternating(paths);
    const known = order.filter((path) => !this.#isOpen(path));
    const rank = (path: Path) => {
      const score = this.#scores.get(keyOf(path));
      const isDoubtful = score !== undefined && (score.suspectSinceMs !== undefined || score.failures > 0);
      // The platform's own DNS comes last, but before what was silent or has failed.
      return (isDoubtful ? 2e9 : path.address === undefined ? 1e9 : 0) + (score?.connectMs ?? 1e8);
    };
    return (known.length > 0 ? known : order).sort((a, b) => rank(a) - rank(b));
  }

  /** A connection to it is about to be made. */
  begin(path: Path): void {
    const score = this.#scores.get(keyOf(path));
    if (score !== undefined && score.failures >= FAILURES_MAX) score.isProbed = true;
  }

  /** @param ms until it could be used */
  connected(path: Path, ms: number): void {
    const score = this.#score(path);
    score.connectMs = score.connectMs === undefined ? ms : score.connectMs + ALPHA * (ms - score.connectMs);
    this.spoke(path);
  }

  /** It was called off after so long without success, because another was faster. */
  outrun(path: Path, ms: number): void {
    const score = this.#score(path);
    score.connectMs = Math.max(score.connectMs ?? 0, ms);
    score.isProbed = false;
  }

  failed(path: Path): void {
    const score = this.#score(path);
    score.failures++;
    score.isProbed = false;
    score.suspectSinceMs = undefined;
    if (score.failures < FAILURES_MAX) return;
    const openMs = backOffMs(score.failures - FAILURES_MAX + 1, OPEN_MS, OPEN_MS_MAX, this.#clock);
    score.openUntilMs = this.#clock.ticks() + openMs;
  }

  /** An answer came on it. */
  spoke(path: Path): void {
    const score = this.#score(path);
    score.failures = 0;
    score.openUntilMs = 0;
    score.isProbed = false;
    score.suspectSinceMs = undefined;
  }

  suspect(path: Path, sinceMs: number): void {
    this.#score(path).suspectSinceMs = sinceMs;
  }

  isSuspect(path: Path): boolean {
    return this.#scores.get(keyOf(path))?.suspectSinceMs !== undefined;
  }

  /** Where one path is silent, others may be: what was not heard since is no better. */
  get doubtedSinceMs(): number {
    return Math.max(...Array.from(this.#scores.values(), ({ suspectSinceMs = 0 }) => suspectSinceMs), 0);
  }

  hasFailed(path: Path): boolean {
    return (this.#scores.get(keyOf(path))?.failures ?? 0) > 0;
  }

  #isOpen(path: Path): boolean {
    const score = this.#scores.get(keyOf(path));
    if (score === undefined || score.failures < FAILURES_MAX) return false;
    return score.isProbed || this.#clock.ticks() < score.openUntilMs;
  }

  #score(path: Path): Score {
    const key = keyOf(path);
    const score = this.#scores.get(key) ?? { failures: 0, openUntilMs: 0, isProbed: false };
    keep(this.#scores, key, score, PATHS_MAX);
    return score;
  }
}

/** IPv6 and IPv4 in turns, each in the order in which the resolver gave them (RFC 8305 §4). */
function alternating(paths: readonly Path[]): Path[] {
  const isSix = ({ address = "" }: Path) => address.includes(":");
  const six = paths.filter(isSix);
  const four = paths.filter((path) => !isSix(path));
  return paths.flatMap((_, index) => [six[index], four[index]].filter((path) => path !== undefined));
}
