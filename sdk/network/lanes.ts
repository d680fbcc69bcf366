/**
 * The open connections of the network in which the device is, and those who wait for one.
 *
 *     acquire ─▶ a lane is free? ──▶ lease
 *                    │ no
 *                 wait (bounded) ◀── dial: look up ▸ rank ▸ race ──▶ lane ──▶ the first who waits
 *
 * A lane is a connection with its path. When the network changes, those of the old one are given to nobody any more; requests on them may
 * still end there. A dial that fails is repeated, after a pause with jitter, for as long as somebody waits.
 * @module
 */
import { Fault } from "../../proto/fault.ts";
import { backOffMs, type Clock } from "./clock.ts";
import type { Connection, Connector } from "./connector.ts";
import type { Path } from "./path.ts";
import { race } from "./race.ts";
import type { Ranking } from "./ranking.ts";

export interface Lane {
  readonly path: Path;
  readonly connection: Connection;
  readonly dnsMs: number;
  /** How many requests were sent on it. */
  sent: number;
  busy: number;
  /** By {@link Clock.ticks}; kept by who hears. */
  heardAtMs: number;
  /** Of a network that the device has left, or closed. */
  isRetired: boolean;
}

export interface LanesOptions {
  readonly connector: Connector;
  readonly ranking: Ranking;
  readonly clock: Clock;
  /** Never rejects. Best first as the resolver says, the platform's own DNS among them. */
  readonly paths: () => Promise<readonly Path[]>;
  readonly onConnected: (path: Path) => void;
}

export interface Wanted {
  readonly signal: AbortSignal;
  /** Of no use to who asks: they are silent. */
  readonly avoid: ReadonlySet<Lane>;
  /** Of which nothing was heard since is of no use either. */
  readonly heardSinceMs: number;
}

interface Waiter extends Wanted {
  give(lane: Lane): void;
  fail(fault: Fault): void;
}

/** As many as browsers open to one host over HTTP/1.1. */
const LANES_MAX = 6;
/** With those that are silent, and may yet speak. */
const LANES_OPEN_MAX = 12;
/** Calls of an app that go on while it has no network; what is beyond fails at once. */
const QUEUE_MAX = 256;
/** Whoever waits for a connection hears after so long that there is none; an app's calls give up at 10 s themselves. */
const WAIT_MS_MAX = 8_000;
/** TCP and TLS of a bad mobile network. */
const CONNECT_MS_MAX = 5_000;
const AGAIN_MS = 200;
const AGAIN_MS_MAX = 1_000;
/** While no connection is known to be good: each is a race of several, which a phone's processor feels. */
const DIALS_BLIND_MAX = 2;
/** NATs of operators forget a connection after a minute or less, without telling either end. */
const IDLE_MS_MAX = 55_000;
/** An app that has sent something lately will send more: its lost connection is made again ahead. */
const WARM_MS = 30_000;

export class Lanes {
  readonly #options: LanesOptions;
  readonly #waiters = new Set<Waiter>();
  #lanes: Lane[] = [];
  #dialing = 0;
  #failures = 0;
  #failure: unknown;
  #usedAtMs = Number.NEGATIVE_INFINITY;
  #isDown = false;
  #isClosed = false;
  /** Ends with the network. */
  #era = new AbortController();
  #stopTimer = () => {};

  constructor(options: LanesOptions) {
    this.#options = options;
  }

  /** @throws Fault unavailable where there is none to be had; resource_exhausted where too many wait; the signal's reason */
  acquire(wanted: Wanted): Promise<Lane> {
    const { signal } = wanted;
    const { clock } = this.#options;
    if (this.#isClosed) return Promise.reject(closedFault());
    if (this.#waiters.size >= QUEUE_MAX) {
      return Promise.reject(new Fault("resource_exhausted", "too many calls wait for a connection"));
    }
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const leave = () => {
        this.#waiters.delete(waiter);
        stopTimer();
        signal.removeEventListener("abort", abort);
      };
      const abort = () => {
        leave();
        reject(signal.reason);
      };
      const waiter: Waiter = {
        ...wanted,
        give: (lane) => {
          leave();
          resolve(lane);
        },
        fail: (fault) => {
          leave();
          reject(fault);
        },
      };
      const stopTimer = clock.after(WAIT_MS_MAX, () => {
        // Whoever waits for a network to be there waits until its own deadline.
        if (!this.#isDown) waiter.fail(noConnection(this.#failure));
      });
      signal.addEventListener("abort", abort);
      this.#waiters.add(waiter);
      this.#usedAtMs = clock.ticks();
      this.#serve();
    });
  }

  /** @param isGood whether the connection may carry another request */
  release(lane: Lane, isGood: boolean): void {
    lane.busy--;
    if (!isGood || lane.isRetired) this.#retire(lane);
    this.#serve();
  }

  /** Has a connection ready before somebody waits for it. */
  warm(): void {
    this.#usedAtMs = this.#options.clock.ticks();
    this.#keepWarm();
  }

  /** Whether somebody is at the other end of the path; true where only the platform could say. */
  async probe(path: Path): Promise<boolean> {
    try {
      (await this.#connect(path, this.#era.signal, this.#era.signal)).connection.close();
      return true;
    } catch {
      return false;
    }
  }

  /** Another network: connections are made anew, and those of the old one end with what is on them. */
  renew(): void {
    for (const lane of this.#lanes) this.#retire(lane);
    this.#era.abort();
    this.#era = new AbortController();
    this.#failures = 0;
    this.#stopTimer();
    this.#serve();
    this.#keepWarm();
  }

  /** @param fault for those who wait; undefined lets them wait on */
  down(fault: Fault | undefined): void {
    this.#isDown = true;
    if (fault !== undefined) for (const waiter of this.#waiters) waiter.fail(fault);
    this.#stopTimer();
  }

  up(): void {
    this.#stopTimer();
    this.#isDown = false;
    this.#failures = 0;
    this.#serve();
  }

  /** Closes what nobody uses. */
  rest(): void {
    for (const lane of this.#lanes.filter(({ busy }) => busy === 0)) this.#retire(lane);
  }

  close(): void {
    this.#isClosed = true;
    this.down(closedFault());
    this.#era.abort();
    for (const { connection } of this.#lanes) connection.close();
    this.#lanes = [];
  }

  #retire(lane: Lane): void {
    lane.isRetired = true;
    this.#lanes = this.#lanes.filter((other) => other !== lane);
    if (lane.busy === 0) lane.connection.close();
  }

  #serve(): void {
    const { ranking, clock } = this.#options;
    const [nowMs, doubtedMs] = [clock.ticks(), ranking.doubtedSinceMs];
    for (const lane of this.#lanes) if (lane.busy === 0 && nowMs - lane.heardAtMs > IDLE_MS_MAX) this.#retire(lane);
    // A new one on a path in doubt finds out.
    const isGood = ({ path, sent, heardAtMs }: Lane) =>
      heardAtMs >= doubtedMs && (sent === 0 || !ranking.isSuspect(path));
    const good = this.#lanes.filter(isGood);
    // The one heard last is the surest to be alive, and lets the others fall idle.
    good.sort((a, b) => b.heardAtMs - a.heardAtMs);
    let isNeeded = false;
    for (const waiter of this.#waiters) {
      const useful = good.filter((each) => each.heardAtMs >= waiter.heardSinceMs && !waiter.avoid.has(each));
      const lane = useful.find(({ busy, connection }) => busy < connection.requestsMax);
      if (lane !== undefined) {
        lane.busy++;
        waiter.give(lane);
      } else if (useful.length === 0) isNeeded = true;
    }
    // After a failure one at a time is tried, when its pause is over.
    if (this.#isDown || this.#failures > 0) return;
    // Where no lane will ever do for somebody, there is always room for one more; those that nobody uses end by themselves.
    const room = Math.max(Math.min(LANES_MAX - good.length, LANES_OPEN_MAX - this.#lanes.length), isNeeded ? 1 : 0);
    const most = good.length === 0 ? DIALS_BLIND_MAX : LANES_MAX;
    while (this.#dialing < Math.min(this.#waiters.size, room, most)) void this.#dial();
  }

  async #dial(): Promise<void> {
    const era = this.#era;
    this.#dialing++;
    try {
      const lane = await this.#open(era.signal);
      if (era !== this.#era || this.#isDown) return lane.connection.close();
      this.#failures = 0;
      this.#lanes.push(lane);
      lane.connection.onClose(() => {
        lane.isRetired = true;
        this.#lanes = this.#lanes.filter((other) => other !== lane);
        if (era === this.#era) this.#keepWarm();
      });
    } catch (thrown) {
      if (era !== this.#era) return;
      this.#failures++;
      this.#failure = thrown;
      this.#again();
    } finally {
      this.#dialing--;
      this.#serve();
    }
  }

  #again(): void {
    const { clock } = this.#options;
    this.#stopTimer();
    this.#stopTimer = clock.after(backOffMs(this.#failures, AGAIN_MS, AGAIN_MS_MAX, clock), () => {
      if (!this.#isDown && this.#waiters.size > 0 && this.#dialing === 0) void this.#dial();
      else this.#failures = 0;
    });
  }

  async #open(signal: AbortSignal): Promise<Lane> {
    const { paths, ranking, clock, onConnected } = this.#options;
    const startedMs = clock.ticks();
    const found = await paths();
    const dnsMs = clock.ticks() - startedMs;
    const made = await race(ranking.rank(found), (path, raceSignal) => this.#connect(path, raceSignal, signal), {
      clock,
      signal,
      discard: ({ connection }) => connection.close(),
    });
    onConnected(made.path);
    return { ...made, dnsMs, sent: 0, busy: 0, heardAtMs: clock.ticks(), isRetired: false };
  }

  /** @param eraSignal of the network for which it is, and whose ranking hears of it */
  async #connect(path: Path, signal: AbortSignal, eraSignal: AbortSignal): Promise<Pick<Lane, "path" | "connection">> {
    const { ranking, clock, connector } = this.#options;
    const beganMs = clock.ticks();
    const controller = new AbortController();
    const end = () => controller.abort();
    signal.addEventListener("abort", end);
    const stopTimer = clock.after(CONNECT_MS_MAX, end);
    ranking.begin(path);
    try {
      const connection = await connector.connect(path, controller.signal);
      // A platform that connects later, by itself, has told nothing yet.
      const { connectMs, tlsMs = 0 } = connection;
      if (connectMs !== undefined) ranking.connected(path, connectMs + tlsMs);
      return { path, connection };
    } catch (thrown) {
      if (eraSignal.aborted) throw thrown;
      if (signal.aborted) ranking.outrun(path, clock.ticks() - beganMs);
      else ranking.failed(path);
      throw thrown;
    } finally {
      stopTimer();
      signal.removeEventListener("abort", end);
    }
  }

  #keepWarm(): void {
    const { clock } = this.#options;
    const isWanted = clock.ticks() - this.#usedAtMs < WARM_MS && !this.#isDown;
    if (isWanted && this.#lanes.length === 0 && this.#dialing === 0 && this.#failures === 0) void this.#dial();
  }
}

function closedFault(): Fault {
  return new Fault("canceled", "the network was closed");
}

function noConnection(cause: unknown): Fault {
  return new Fault("unavailable", "no connection could be made", { cause });
}
