/**
 * Follows a configuration for as long as the process lives.
 *
 *     read ──▶ watch: a socket that tells of each release ──ended──▶ read …
 *                 └─ no socket can be had: a held question, again and again, and a socket is tried now and then
 *
 * A release is told to thousands of agents at once, and the edge says when they may come back (proto/config/crowd.ts): each puts its next question,
 * or tells what it runs, at a moment of its own. A question names the version that runs here, so that none is missed meanwhile.
 *
 * The edge may be away for any time, from the beginning on: nothing here throws, and what was known last is what runs. All that is done is
 * done again until it succeeds, with pauses that grow and differ from process to process.
 * @module
 */
import { setTimeout as wait } from "node:timers/promises";
import { drawMomentMs } from "../../proto/config/config.ts";
import type { Log } from "../log/log.ts";
import type { LocalFile } from "./local-file.ts";
import type { Snapshots } from "./snapshot.ts";
import { type Read, Refused, type ReleaseEvent, type Source, type Watch } from "./source.ts";

/** After a failure, and twice as long after each further one. */
const BACKOFF_MS_MIN = 250;
/** Beyond it nobody should have to wait for a configuration that is there again. */
const BACKOFF_MS_MAX = 10_000;
/** Where no socket can be had, one is tried again after so long. */
const SOCKET_AGAIN_MS = 120_000;
/** A version that rooms refuse is met again with the next held question, at once. */
const REFUSED_AGAIN_MS = 10_000;

export interface AgentDeps {
  readonly source: Source;
  readonly file: LocalFile;
  readonly snapshots: Snapshots;
  readonly log: Pick<Log, "info" | "warn" | "error">;
  /** In [0, 1), for jitter. */
  readonly random: () => number;
}

export class Agent {
  readonly #deps: AgentDeps;
  readonly #closing = new AbortController();
  readonly #answered = Promise.withResolvers<void>();
  #known: Read | undefined;
  #running = 0;
  /** What was refused last: it is told of once. */
  #refused = 0;
  #failures = 0;
  /** What runs came with the last answer, and with its tag: nothing need be read before the next question. */
  #isFresh = false;
  #reporting: NodeJS.Timeout | undefined;
  #socketNotBeforeMs = 0;
  #watch: Watch | undefined;
  /** Releases are taken one after another. */
  #taking: Promise<void> = Promise.resolve();
  #ended: Promise<void> = Promise.resolve();

  constructor(deps: AgentDeps) {
    this.#deps = deps;
  }

  /** The version that rooms have; 0 for none. */
  get running(): number {
    return this.#running;
  }

  /** Takes what the disk has, and begins to follow. @param waitMs at most so long for the edge's first answer */
  async start(waitMs: number): Promise<void> {
    await this.#load();
    this.#ended = this.#run();
    await Promise.race([this.#answered.promise, this.#pause(waitMs)]);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#watch?.close();
    await this.#ended;
  }

  async #load(): Promise<void> {
    const { file, log } = this.#deps;
    try {
      const read = await file.load();
      if (read !== undefined) this.#swap(read, "disk");
    } catch (error) {
      log.warn("the configuration on disk cannot be used", { error });
    }
  }

  async #run(): Promise<void> {
    while (!this.#closing.signal.aborted) {
      let pauseMs: number | undefined;
      try {
        pauseMs = await this.#follow();
        this.#failures = 0;
      } catch (error) {
        if (this.#closing.signal.aborted) break;
        this.#fail(error);
      }
      this.#answered.resolve();
      await this.#pause(pauseMs ?? this.#pauseMs());
    }
  }

  /** @returns how long to wait before the next time, where the edge says that */
  async #follow(): Promise<number | undefined> {
    const isFresh = this.#isFresh;
    this.#isFresh = false;
    if (!isFresh && (await this.#read())) this.#back();
    const triesSocket = performance.now() >= this.#socketNotBeforeMs;
    if (triesSocket && (await this.#hold())) return undefined;
    const before = this.#running;
    const { read, afterMs } = await this.#deps.source.readAfter(before, this.#closing.signal);
    // Only now, when the edge is known to answer: else it was the edge that was away, and not the way for sockets.
    if (triesSocket) this.#socketNotBeforeMs = performance.now() + SOCKET_AGAIN_MS;
    if (read !== undefined) await this.#take(read);
    if (this.#refused > this.#running) await this.#pause(REFUSED_AGAIN_MS);
    // Only for news: whatever else comes at once would come at once again.
    if (this.#running === before || afterMs === undefined) return undefined;
    this.#isFresh = true;
    return drawMomentMs(afterMs, this.#deps.random());
  }

  /** @returns whether there was a socket; it is no more then */
  async #hold(): Promise<boolean> {
    this.#watch = await this.#deps.source.watch((event) => this.#hear(event));
    if (this.#watch === undefined) return false;
    this.#back();
    if (this.#closing.signal.aborted) this.#watch.close();
    this.#watch.running(this.#running);
    await this.#watch.ended;
    this.#watch = undefined;
    await this.#taking;
    clearTimeout(this.#reporting); // With the next socket it is told at once.
    this.#reporting = undefined;
    return true;
  }

  /** @returns whether there is something to read */
  async #read(): Promise<boolean> {
    try {
      const read = await this.#deps.source.read(this.#known?.etag || undefined, this.#closing.signal);
      if (read !== undefined) await this.#take(read);
      return true;
    } catch (error) {
      // Nothing is released yet, which a socket tells the end of; where there is no such service none can be had.
      if (!(error instanceof Refused) || error.status !== 404) throw error;
      return false;
    }
  }

  #hear(event: ReleaseEvent): void {
    this.#taking = this.#taking.then(async () => {
      try {
        const { configuration, version, reportAfterMs } = event;
        const known = this.#known?.document.version ?? 0;
        // Without a tag nobody can tell a service that was made anew from an event that is late: what is no news is read.
        if (configuration !== undefined && version > known) await this.#take({ document: configuration, etag: "" });
        else await this.#read();
        this.#report(reportAfterMs);
      } catch (error) {
        this.#fail(error);
        this.#watch?.close(); // It begins anew, after a pause.
      }
    });
  }

  /** Tells what runs when the moment has come: releases that follow one another at once are told of together. */
  #report(afterMs: number): void {
    if (afterMs === 0) {
      this.#watch?.running(this.#running);
      return;
    }
    this.#reporting ??= setTimeout(
      () => {
        this.#reporting = undefined;
        this.#watch?.running(this.#running);
      },
      drawMomentMs(afterMs, this.#deps.random()),
    ).unref();
  }

  async #take(read: Read): Promise<void> {
    const { file, log } = this.#deps;
    // A socket's event came without its tag: what is read later is the same, and only the tag is new.
    if (this.#running === read.document.version && isSame(this.#known, read)) this.#known = read;
    else if (!this.#swap(read, "edge")) return;
    try {
      await file.save(read);
    } catch (error) {
      log.warn("the configuration could not be kept on disk", { error });
    }
  }

  /** @returns whether it runs now */
  #swap(read: Read, from: "disk" | "edge"): boolean {
    const { snapshots, log } = this.#deps;
    const { version } = read.document;
    this.#known = read;
    const flaws = snapshots.swap(read.document);
    if (flaws.length > 0) {
      if (this.#refused !== version) {
        log.error("a version of the configuration is wrong for this origin, and what ran before goes on", {
          version,
          running: this.#running,
          flaws,
        });
      }
      this.#refused = version;
      return false;
    }
    this.#refused = 0;
    this.#running = version;
    log.info("configuration", { version, from });
    return true;
  }

  #fail(error: unknown): void {
    const { log } = this.#deps;
    this.#failures += 1;
    if (this.#failures > 1) return;
    // Somebody has yet to make it: no reason to worry anyone.
    const { hasToken } = this.#deps.source;
    // Who shows no token is not told whether there is such a service.
    if (error instanceof Refused && (error.status === 404 || (error.status === 401 && !hasToken)))
      log.info("there is no configuration yet", { cause: error.message });
    else log.warn("the configuration cannot be followed; what runs goes on", { error });
  }

  #back(): void {
    if (this.#failures > 0) this.#deps.log.info("the configuration is followed again");
    this.#failures = 0;
    this.#answered.resolve();
  }

  #pauseMs(): number {
    const full = Math.min(BACKOFF_MS_MAX, BACKOFF_MS_MIN * 2 ** Math.min(this.#failures, 10));
    return full * (0.5 + this.#deps.random() / 2);
  }

  async #pause(ms: number): Promise<void> {
    try {
      await wait(ms, undefined, { signal: this.#closing.signal, ref: false });
    } catch {
      // Closed meanwhile: that is all that it can throw.
    }
  }
}

function isSame(a: Read | undefined, b: Read): boolean {
  return JSON.stringify(a?.document) === JSON.stringify(b.document);
}
