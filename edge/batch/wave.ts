/**
 * One wave: requests of several items in one `POST /$batch` to their upstream, and the replies as they stream back.
 *
 * What an item gets is what it would have got alone. So where the wave fails as a whole, nothing is repeated that might have
 * been done already, and everything is that can be:
 *
 * | the upstream | idempotent items | others |
 * |---|---|---|
 * | refuses the envelope (4xx, 501): nothing was run | are sent alone | are sent alone |
 * | is overloaded (429, 503) | get that reply | get that reply |
 * | cannot be reached, or fails (5xx) | get that, where the whole wave could be retried; else are sent alone | get that |
 * | breaks off before an item's reply | are sent alone | get 502 |
 * @module
 */
import {
  type BatchReply,
  batchReader,
  type HeaderField,
  ITEM_TIMEOUT_MS_MAX,
  type BatchItem as OutgoingItem,
  renderBatch,
} from "../../proto/batch/batch.ts";
import type { Bytes } from "../../proto/codec/codec.ts";
import { Fault, toFault } from "../../proto/fault.ts";
import { child, type RandomHex, renderTraceparent, type TraceContext } from "../../proto/trace.ts";
import { type ChunkReader, chunkReader, HeldReply, nativeHeaders } from "../codec/codec.ts";
import type { AccessEntry, PreparedRequest, Reply } from "../route/call.ts";
import type { Deadline, OutgoingRequest, Send, SendPolicy } from "../upstream/upstream.ts";
import { REPLY_BYTES_MAX } from "./item-reply.ts";
import type { Refusals } from "./refusals.ts";

/** An item that travels in a wave. Exactly one of its two functions is called, once. */
export interface Passenger {
  readonly request: PreparedRequest;
  /** The headers of the request. */
  readonly fields: readonly HeaderField[];
  readonly policy: SendPolicy;
  readonly startedAtMs: number;
  resolve(reply: Reply): void;
  reject(thrown: unknown): void;
}

export interface WaveContext {
  readonly send: Send;
  readonly refusals: Refusals;
  readonly waitUntil: (promise: Promise<unknown>) => void;
  readonly startDeadline: (timeoutMs: number) => Deadline;
  /** Of the batch: each wave is a child of it. */
  readonly trace: TraceContext;
  readonly random: RandomHex;
  readonly now: () => number;
}

/** Statuses that say there is no batch here, and will not be one in a moment. */
const NO_BATCH = new Set([404, 405, 415, 501]);
const OVERLOADED = new Set([429, 503]);
const NULL_BODY = new Set([204, 205, 304]);
const NOTHING: Bytes = new Uint8Array(0);
/** RFC 9110 §5.6.2 and §5.5. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const FIELD_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
/** A refusal is a problem of a few hundred bytes; more of it is not worth repeating for every item. */
const REFUSAL_BYTES_MAX = 65_536;

/** Sends passengers of one upstream, all of whom it settles. Never rejects; resolves when the upstream's reply has ended. */
export async function sendWave(
  upstream: string,
  passengers: readonly Passenger[],
  context: WaveContext,
): Promise<void> {
  const [only] = passengers;
  if (passengers.length === 1 && only !== undefined) return await sendAlone(upstream, only, context);
  try {
    await new Wave(upstream, passengers, context).travel();
  } catch (thrown) {
    for (const { reject } of passengers) reject(thrown); // A bug of ours; those who have their reply do not notice.
  }
}

class Wave {
  readonly #upstream: string;
  readonly #context: WaveContext;
  /** Those who wait for their reply, by their id in the envelope. */
  readonly #aboard: Map<string, Passenger>;
  readonly #controller = new AbortController();
  readonly #entry: AccessEntry;
  /** Of the whole, which is that of the passenger who has most time; and of those who came without one. */
  readonly #deadlines: Deadline[] = [];
  /** Whether the whole of it can be sent again, and then has been where that was of use. */
  readonly #repeatable: boolean;
  readonly #outgoing: OutgoingRequest;
  readonly #policy: SendPolicy;

  constructor(upstream: string, passengers: readonly Passenger[], context: WaveContext) {
    this.#upstream = upstream;
    this.#context = context;
    this.#aboard = new Map(passengers.map((passenger, index) => [String(index), passenger]));
    this.#entry = { startedAtMs: context.now() };
    this.#repeatable = passengers.every(({ policy }) => policy.idempotent);
    this.#outgoing = envelope(this.#aboard, context);
    const policies = passengers.map(({ policy }) => policy);
    const timeoutMs = Math.max(...policies.map((policy) => policy.timeoutMs));
    this.#policy = {
      timeoutMs,
      deadline: this.#startDeadline(timeoutMs),
      attempts: this.#repeatable ? Math.max(...policies.map(({ attempts }) => attempts)) : 1,
      idempotent: this.#repeatable,
      signal: this.#controller.signal,
      entry: this.#entry,
    };
    this.#watch();
  }

  async travel(): Promise<void> {
    try {
      let response: Response;
      try {
        response = await this.#context.send(this.#upstream, this.#outgoing, this.#policy);
      } catch (thrown) {
        return await this.#fail(thrown, !this.#repeatable);
      }
      if (response.ok) await this.#receive(response);
      else await this.#turnedAway(response);
    } finally {
      for (const deadline of this.#deadlines) deadline.clear();
    }
  }

  #startDeadline(timeoutMs: number): Deadline {
    const deadline = this.#context.startDeadline(timeoutMs);
    this.#deadlines.push(deadline);
    return deadline;
  }

  /** Lets those off who leave early, each at their own time; the wave goes on for the others. */
  #watch(): void {
    const bySignal = new Map<AbortSignal, string[]>();
    for (const [id, { policy }] of this.#aboard) {
      const deadline = policy.deadline ?? this.#startDeadline(policy.timeoutMs);
      deadline.onPassed((fault) => this.#leave([id], fault));
      const ids = bySignal.get(policy.signal);
      if (ids === undefined) bySignal.set(policy.signal, [id]);
      else ids.push(id);
    }
    for (const [signal, ids] of bySignal) {
      const onAbort = () => this.#leave(ids, new Fault("canceled", "nobody waits any more", { cause: signal.reason }));
      if (signal.aborted) queueMicrotask(onAbort);
      else signal.addEventListener("abort", onAbort);
    }
  }

  #leave(ids: readonly string[], fault: Fault): void {
    const before = this.#aboard.size;
    for (const id of ids) this.#take(id)?.reject(fault);
    if (before > 0 && this.#aboard.size === 0) this.#controller.abort(fault);
  }

  async #receive(response: Response): Promise<void> {
    const replies = batchReader("frames", REPLY_BYTES_MAX);
    const body = response.body === null ? undefined : chunkReader(response.body);
    try {
      while (this.#aboard.size > 0) {
        const chunk = await body?.read();
        if (chunk === undefined) throw new Error(`${this.#aboard.size} replies are missing`);
        for (const reply of replies.push(chunk)) this.#deliver(reply);
      }
      // A connection whose reply was not read to its end cannot be used again. Until here nothing keeps the invocation alive, so
      // that a client that leaves takes its wave with it.
      if (body !== undefined) this.#context.waitUntil(readToEnd(body));
    } catch (cause) {
      this.#context.waitUntil(body?.cancel(cause).catch(() => undefined) ?? Promise.resolve());
      await this.#fail(new Fault("unavailable", "the upstream's batch breaks off", { status: 502, cause }), true);
    }
  }

  #deliver({ id, status, headers, body, sensitive = false }: BatchReply): void {
    const passenger = this.#take(id);
    if (passenger === undefined) return; // It left, or the upstream answers what it was not asked.
    this.#note(passenger);
    if (status >= 200 && status <= 599 && headers.every(isField)) {
      passenger.resolve(new HeldReply(NULL_BODY.has(status) ? NOTHING : body, { status, headers, sensitive }));
    } else {
      passenger.reject(new Fault("unavailable", "the upstream's reply is no HTTP", { status: 502 }));
    }
  }

  async #turnedAway(response: Response): Promise<void> {
    const { status, headers } = response;
    if (NO_BATCH.has(status)) this.#context.refusals.note(this.#upstream);
    const overloaded = OVERLOADED.has(status);
    const body = await wordsOf(response);
    if (NO_BATCH.has(status) || (status < 500 && !overloaded)) return await this.#sendAlone(() => true);
    const alone = overloaded || this.#repeatable ? undefined : this.#sendAlone(({ policy }) => policy.idempotent);
    this.#settleRest((passenger) => {
      passenger.resolve(new Response(body, { status, headers: refusalHeaders(headers) }));
    });
    await alone;
  }

  /** @param again whether those are sent alone who can be sent twice */
  async #fail(thrown: unknown, again: boolean): Promise<void> {
    const alone = again ? this.#sendAlone(({ policy }) => policy.idempotent) : undefined;
    this.#settleRest((passenger) => passenger.reject(toFault(thrown)));
    await alone;
  }

  #settleRest(settle: (passenger: Passenger) => void): void {
    const rest = [...this.#aboard.values()];
    this.#aboard.clear();
    for (const passenger of rest) {
      this.#note(passenger);
      settle(passenger);
    }
  }

  async #sendAlone(chosen: (passenger: Passenger) => boolean): Promise<void> {
    const left = [...this.#aboard].filter(([, passenger]) => chosen(passenger));
    for (const [id] of left) this.#take(id);
    await Promise.all(left.map(([, passenger]) => sendAlone(this.#upstream, passenger, this.#context)));
  }

  #take(id: string): Passenger | undefined {
    const passenger = this.#aboard.get(id);
    this.#aboard.delete(id);
    return passenger;
  }

  #note({ policy, startedAtMs }: Passenger): void {
    const { upstream, address, attempts } = this.#entry;
    const upstreamMs = this.#context.now() - startedAtMs;
    Object.assign(policy.entry, { upstream: upstream ?? this.#upstream, address, attempts, upstreamMs });
  }
}

/** Within what is left of its time. */
async function sendAlone(upstream: string, passenger: Passenger, { send, now }: WaveContext): Promise<void> {
  const { request, policy, startedAtMs, resolve, reject } = passenger;
  const timeoutMs = policy.timeoutMs - (now() - startedAtMs);
  try {
    if (timeoutMs <= 0) throw new Fault("deadline_exceeded", "the upstream did not answer in time");
    resolve(await send(upstream, { ...request, headers: nativeHeaders(request.headers) }, { ...policy, timeoutMs }));
  } catch (thrown) {
    reject(thrown);
  }
}

function envelope(aboard: ReadonlyMap<string, Passenger>, { trace, random }: WaveContext): OutgoingRequest {
  const items = Array.from(aboard, ([id, { request, fields, policy }]): OutgoingItem => {
    const { method, target, body } = request;
    return {
      id,
      method,
      url: target,
      headers: fields,
      ...(body instanceof Uint8Array && body.length > 0 ? { body } : {}),
      dependsOn: [],
      timeoutMs: Math.min(ITEM_TIMEOUT_MS_MAX, Math.max(1, Math.ceil(policy.timeoutMs))),
      priority: 0,
    };
  });
  const headers = new Headers({
    "content-type": "application/x-protobuf",
    accept: "application/x-protobuf;delimited=true",
    traceparent: renderTraceparent(child(trace, random)),
  });
  if (trace.state !== undefined) headers.set("tracestate", trace.state);
  return { method: "POST", target: "/$batch", headers, body: renderBatch(items, "protobuf") };
}

/** What `Headers` would take. */
function isField([name, value]: HeaderField): boolean {
  return TOKEN.test(name) && FIELD_VALUE.test(value);
}

/** A little more than the end of the stream should not be there, and is not waited for. */
async function readToEnd(body: ChunkReader): Promise<void> {
  try {
    if ((await body.read()) !== undefined) await body.cancel();
  } catch {
    // The replies are all there; the connection is of no more use, and the runtime closes it.
  }
}

/** What the upstream says to its refusal; nothing where that breaks off or does not end. */
async function wordsOf({ body }: Response): Promise<string> {
  if (body === null) return "";
  const reader = chunkReader(body);
  const decoder = new TextDecoder();
  let text = "";
  try {
    for (let chunk = await reader.read(); chunk !== undefined; chunk = await reader.read()) {
      text += decoder.decode(chunk, { stream: true });
      if (text.length <= REFUSAL_BYTES_MAX) continue;
      await reader.cancel();
      return "";
    }
    return text;
  } catch {
    return ""; // The status says enough.
  }
}

function refusalHeaders(headers: Headers): Headers {
  const kept = new Headers();
  for (const name of ["content-type", "retry-after", "cache-control"]) {
    const value = headers.get(name);
    if (value !== null) kept.set(name, value);
  }
  return kept;
}
