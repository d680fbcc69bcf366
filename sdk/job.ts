/**
 * A job: one piece of work that one or more callers wait for. Identical safe calls share a job.
 *
 *     caller ─hold─┐                      ┌─▶ reply
 *     caller ─hold─┼─▶ Job ── attempts ──▶│
 *     dependent job┘                      └─▶ fault
 *
 * Each holder leaves on its own (abort, deadline); the work itself is called off when the last one has left. A job that refers
 * to the reply of another one holds that one, because its value is still needed when the caller who wanted it has gone.
 * @module
 */
import type { Bytes } from "../proto/codec/codec.ts";
import { Fault } from "../proto/fault.ts";
import type { AnyMessage } from "../proto/message/message.ts";
import { type Target, type Text, targetsIn } from "./reference.ts";
import type { Reply } from "./reply.ts";
import type { Tenure } from "./tenure.ts";

/** A body that is ready, or JSON that may still lack values of earlier replies. */
export type Body =
  | { readonly contentType: string; readonly bytes: Bytes }
  | { readonly contentType: string; readonly json: unknown };

export type Idempotency = "safe" | "idempotent" | "unsafe";

/** What is asked. */
export interface Work {
  /** For messages: `passport.GetProfile` or `GET /path`. */
  readonly name: string;
  /** Upper case. */
  readonly method: string;
  /** Path and query. */
  readonly url: Text;
  /** Names are lower case. */
  readonly headers: readonly (readonly [name: string, value: Text])[];
  readonly body?: Body;
  /** Whether headers or body carry a secret: their bytes are then never compressed. */
  readonly secret: boolean;
  /** The contract of the reply, where there is one. Its caller sees no headers, only what {@link Job.useHeaders} is asked for. */
  readonly output?: AnyMessage;
  readonly idempotency: Idempotency;
  /** Whether it is a Connect call. */
  readonly rpc: boolean;
  /** Whether the session's token goes with it. */
  readonly auth: boolean;
  /** Whether it goes at once and alone. */
  readonly urgent: boolean;
  readonly priority: number;
  /** What must have succeeded before, beside that which it refers to. */
  readonly after: readonly Job[];
}

/** A holder's part in a job. */
export interface Hold {
  /** @param why the holder gives up, where it does */
  release(why?: Fault): void;
}

export class Job {
  readonly work: Work;
  /** Counts up in the order in which calls were made. */
  readonly sequence: number;
  /** All that must have succeeded before, each once. */
  readonly dependencies: readonly Job[];
  /** Settles once, with the last attempt. Nobody has to listen. */
  readonly done: Promise<Reply>;
  reply: Reply | undefined;
  fault: Fault | undefined;
  /** The session in which it was made; of a sign-in, the one that it opens. */
  tenure: Tenure;

  readonly #holds = new Map<Hold, () => number>();
  readonly #cancelListeners = new Set<(why?: Fault) => void>();
  readonly #resolve: (reply: Reply) => void;
  readonly #reject: (fault: Fault) => void;
  #json: { readonly value: unknown } | undefined;
  #headers: "unused" | "used" | "left out" = "unused";

  constructor(work: Work, sequence: number, tenure: Tenure) {
    this.work = work;
    this.sequence = sequence;
    this.tenure = tenure;
    const { promise, resolve, reject } = promiseWithResolvers<Reply>();
    this.done = promise;
    this.#resolve = resolve;
    this.#reject = reject;
    promise.catch(() => {}); // Holders hear of it through promises of their own.
    this.dependencies = dependenciesOf(work);
    const holds = this.dependencies.map((dependency) => dependency.hold(() => this.deadlineMs));
    const release = () => {
      for (const hold of holds) hold.release();
    };
    promise.then(release, release);
  }

  get name(): string {
    return this.work.name;
  }

  get settled(): boolean {
    return this.reply !== undefined || this.fault !== undefined;
  }

  /** Epoch milliseconds after which nobody waits any more. */
  get deadlineMs(): number {
    return Math.max(...[...this.#holds.values()].map((deadlineMs) => deadlineMs()));
  }

  /** @param deadlineMs when the holder stops waiting, which is its own business: it must then release */
  hold(deadlineMs: () => number): Hold {
    const hold: Hold = {
      release: (why) => {
        this.#holds.delete(hold);
        if (this.#holds.size === 0) this.cancel(why);
      },
    };
    this.#holds.set(hold, deadlineMs);
    return hold;
  }

  /** Calls back once if the work is called off; at once if it was. @returns takes the listener away */
  onCancel(listener: (why?: Fault) => void): () => void {
    if (this.settled) {
      if (this.fault?.code === "canceled") listener();
      return () => {};
    }
    this.#cancelListeners.add(listener);
    return () => this.#cancelListeners.delete(listener);
  }

  finish(reply: Reply): void {
    if (this.settled) return;
    this.reply = reply;
    this.#cancelListeners.clear();
    this.#resolve(reply);
  }

  fail(fault: Fault): void {
    if (this.settled) return;
    this.fault = fault;
    this.#cancelListeners.clear();
    this.#reject(fault);
  }

  /**
   * Somebody refers to a header of the reply.
   * @throws TypeError where the reply was asked for without
   */
  useHeaders(): void {
    if (this.#headers === "left out") {
      throw new TypeError(`refer to headers of ${this.name} in the tick in which you make the call`);
    }
    this.#headers = "used";
  }

  /** Whether the next attempt can do without the reply's headers. */
  leaveOutHeaders(): boolean {
    if (this.work.output === undefined || this.#headers === "used") return false;
    this.#headers = "left out";
    return true;
  }

  /**
   * The finished reply as references see it: a JSON value with the parts `body` and `headers`.
   * @throws Fault internal where the body is no JSON or does not fit its contract
   */
  json(target: Target): unknown {
    if (target.part === "headers") return Object.fromEntries(this.reply?.headers ?? []);
    this.#json ??= { value: this.reply?.toJson(this.work.output) };
    return this.#json.value;
  }

  /** Calls it off, whoever waits. */
  cancel(why?: Fault): void {
    if (this.settled) return;
    const listeners = [...this.#cancelListeners];
    this.fail(new Fault("canceled", `${this.name} was called off`));
    for (const listener of listeners) listener(why);
  }
}

/** The targets of all references in a piece of work. */
export function targetsOf({ url, headers, body }: Pick<Work, "url" | "headers" | "body">): Target[] {
  const texts = [url, ...headers.map(([, value]) => value)].flat();
  const inText = texts.filter((part) => typeof part !== "string");
  return body !== undefined && "json" in body ? [...inText, ...targetsIn(body.json)] : inText;
}

function dependenciesOf(work: Work): Job[] {
  return [...new Set([...work.after, ...targetsOf(work).map((target) => target.job)])];
}

/** `Promise.withResolvers` is missing in React Native's engine. */
export function promiseWithResolvers<T>(): {
  promise: Promise<T>;
  resolve: (value: T) => void;
  reject: (reason: unknown) => void;
} {
  let resolve: (value: T) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}
