/**
 * The line in which calls wait for each other: those that come in the same tick leave together.
 *
 *     send ─▶ line ─(tick ends, or it is long enough)─▶ tokens ─▶ plan ─┬─▶ a request of its own
 *              ▲                                                       ├─▶ a batch
 *              └────── when what a call needs is there ◀── waiting ────┘
 *
 * @module
 */
import { Fault, toFault } from "../proto/fault.ts";
import type { Answer, Departure } from "./answer.ts";
import type { Job } from "./job.ts";
import { dependenciesOf, plan } from "./plan.ts";
import { checkValues } from "./render.ts";
import type { Authorization, Session } from "./session.ts";

export interface LineOptions {
  /** How long a call waits for company; 0 is until the end of the tick. */
  readonly windowMs: number;
  /** Calls of one batch; 1 where there are no batches. */
  readonly itemsMax: () => number;
  readonly session: Session;
  /** Sends calls in one request, and answers each of them. */
  readonly depart: (members: readonly Departure[]) => Promise<void>;
}

interface Entry {
  readonly job: Job;
  readonly answer: (answer: Answer) => void;
  /** The sign-in or renewal that it has waited for. */
  readonly awaited?: Job;
  readonly apart: boolean;
}

export class Line {
  readonly #options: LineOptions;
  #entries: Entry[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: LineOptions) {
    this.#options = options;
  }

  /** One attempt. Never rejects. */
  send(job: Job): Promise<Answer> {
    return new Promise((resolve) => {
      const canceled = () => resolve({ kind: "failed", fault: new Fault("canceled", `${job.name} was called off`) });
      const stopListening = job.onCancel(canceled);
      const answer = (given: Answer) => {
        stopListening();
        resolve(given);
      };
      this.#enter({ job, answer, apart: false });
    });
  }

  #enter(entry: Entry): void {
    this.#entries.push(entry);
    const { windowMs, itemsMax } = this.#options;
    if (entry.job.work.urgent) {
      // Not before the end of this microtask: the caller may yet say what the call is, as `session.signIn` does.
      Promise.resolve().then(() => this.#leave((candidate) => candidate === entry));
    } else if (this.#entries.length >= itemsMax()) {
      Promise.resolve().then(() => this.#leaveAll());
    } else {
      this.#timer ??= setTimeout(() => this.#leaveAll(), windowMs);
    }
  }

  #leaveAll(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return this.#leave(() => true);
  }

  async #leave(mayLeave: (entry: Entry) => boolean): Promise<void> {
    const leaving: Entry[] = [];
    const take = () => {
      leaving.push(...this.#entries.filter(mayLeave));
      this.#entries = this.#entries.filter((entry) => !mayLeave(entry));
    };
    try {
      // A renewal that starts here enters the line, and so leaves together with those that need it.
      if (this.#entries.some((entry) => mayLeave(entry) && entry.job.work.auth)) await this.#options.session.prepare();
      take();
      this.#dispatch(leaving.filter(({ job }) => !job.settled));
    } catch (thrown) {
      take();
      for (const entry of leaving) entry.answer({ kind: "failed", fault: toFault(thrown) });
    }
  }

  #dispatch(entries: readonly Entry[]): void {
    const departures = entries.flatMap((entry) => this.#departure(entry) ?? []);
    const { groups, waiting, blocked } = plan(inOrder(departures), this.#options.itemsMax());
    for (const { departure, by } of blocked) departure.answer({ kind: "blocked", by });
    for (const { departure, until } of waiting) departure.wait(until);
    for (const members of groups) {
      this.#options.depart(members).catch((thrown) => {
        for (const member of members) member.answer({ kind: "failed", fault: toFault(thrown) });
      });
    }
  }

  /** Undefined where the call is answered without leaving. */
  #departure(entry: Entry): (Departure & { wait(until: readonly Job[]): void }) | undefined {
    const { job, awaited, answer } = entry;
    const authorization: Authorization = job.work.auth ? this.#options.session.authorization(job) : { kind: "none" };
    const failed = job.work.auth
      ? [awaited, job.tenure.opening].find((needed) => needed?.fault !== undefined)
      : undefined;
    if (failed !== undefined && failed !== job && authorization.kind === "none") {
      answer({ kind: "blocked", by: failed });
      return undefined;
    }
    if (job.work.auth && job.tenure.ended) {
      const fault = new Fault("unauthenticated", `${job.name} was made in a session that has ended`);
      answer({ kind: "failed", fault });
      return undefined;
    }
    try {
      checkValues(job.work);
    } catch (thrown) {
      answer({ kind: "failed", fault: toFault(thrown) });
      return undefined;
    }
    return {
      job,
      authorization,
      apart: entry.apart || job.work.urgent,
      answer,
      goApart: () => this.#enter({ ...entry, apart: true }),
      wait: (until) => {
        const next = authorization.kind === "pending" ? { ...entry, awaited: authorization.job } : entry;
        Promise.allSettled(until.map(({ done }) => done)).then(() => this.#enter(next));
      },
    };
  }
}

/** Each after those that it depends on; otherwise as they were made. */
function inOrder<D extends Departure>(departures: readonly D[]): D[] {
  const sorted = [...departures].sort((a, b) => a.job.sequence - b.job.sequence);
  const byJob = new Map(sorted.map((departure) => [departure.job, departure]));
  const ordered = new Set<D>();
  const visit = (departure: D) => {
    byJob.delete(departure.job);
    for (const dependency of dependenciesOf(departure)) {
      const before = byJob.get(dependency);
      if (before !== undefined) visit(before);
    }
    ordered.add(departure);
  };
  for (const departure of sorted) if (byJob.has(departure.job)) visit(departure);
  return [...ordered];
}
