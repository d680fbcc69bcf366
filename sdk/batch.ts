/**
 * Many calls in one request, `POST /$batch`: protobuf, compressed with the dictionary both ways where there is one, each reply
 * given out as soon as its frame is here.
 *
 * Secrets among the calls (tokens, messages with such fields) are never compressed: they travel in the stored part of
 * {@link sealedDeflate}, where nothing is matched against them. What all calls share, the access token, is a header of the
 * request itself, which HTTP/1.1 does not compress.
 * @module
 */
import {
  type BatchFormat,
  type BatchItem,
  type BatchReply,
  batchReader,
  type HeaderField,
  ITEM_TIMEOUT_MS_MAX,
  renderBatch,
} from "../proto/batch/batch.ts";
import { type Bytes, concat, DICTIONARY_CODING, frameUnpacker, parseMediaType } from "../proto/codec/codec.ts";
import { Fault, toFault } from "../proto/fault.ts";
import type { Answer, Departure } from "./answer.ts";
import { type RequestControl, requestControl } from "./cancel.ts";
import { ACCEPT_MESSAGE } from "./fetch-work.ts";
import type { Job } from "./job.ts";
import type { Way } from "./network/exchange.ts";
import { dependenciesOf } from "./plan.ts";
import { type Text, targetOf } from "./reference.ts";
import { render } from "./render.ts";
import { Reply } from "./reply.ts";
import { isTransient, type Round } from "./retry.ts";
import { sealedDeflate } from "./sealed-deflate.ts";
import type { Authorization } from "./session.ts";
import { replyOfResponse, type WireDeps } from "./single.ts";
import { damaged, type Transport } from "./transport.ts";
import { wayOf, withWay } from "./way.ts";

const BATCH_PATH = "/$batch";
const PROTOBUF = "application/x-protobuf";
/** An edge that has no batches is asked again after this: it may be behind the same name as others that have. */
const UNSUPPORTED_MS = 300_000;
/** The deadline itself is enforced here; the server only has to stop some time after it. */
const TIMEOUT_STEP_MS = 50;

/** The calls of one request that have no answer yet, by their ids in it. */
type Open = Map<string, Departure>;

interface Items {
  readonly secret: BatchItem[];
  readonly plain: BatchItem[];
}

export class Batches {
  readonly #deps: WireDeps;
  #unsupportedUntilMs = 0;
  /** Off once the peer has said that it does not know the dictionary. */
  #compressing = true;

  constructor(deps: WireDeps) {
    this.#deps = deps;
  }

  get supported(): boolean {
    return this.#deps.now() >= this.#unsupportedUntilMs;
  }

  /** Answers each call, whatever happens. */
  async send(departures: readonly Departure[]): Promise<void> {
    const round = this.#deps.retries.round();
    const control = requestControl(departures.map(({ job }) => job));
    const open: Open = new Map(departures.map((departure, index) => [index.toString(36), departure]));
    const token = tokenOf(departures);
    try {
      const items = this.#items(open, token);
      if (open.size === 0) return;
      const idempotent = departures.every(({ job }) => job.work.idempotency !== "unsafe");
      const response = await this.#post(items, token, idempotent, control.signal);
      await this.#receive(response, open, control, round);
    } catch (thrown) {
      const fault = toFault(thrown);
      // What a network could not even send, it has tried for long enough itself.
      const isLost = fault.code === "unavailable" && wayOf(fault)?.attempts !== 0;
      const answer: Answer = isLost ? { kind: "lost", fault, round } : { kind: "failed", fault };
      for (const departure of open.values()) departure.answer(answer);
    } finally {
      control.stop();
    }
  }

  /**
   * The calls as items. What cannot be one is answered and leaves `open`.
   * @param shared the request's token, which the edge gives to each item that does not say otherwise
   */
  #items(open: Open, shared: string | undefined): Items {
    const ids = new Map([...open].map(([id, { job }]) => [job, id]));
    const items: Items = { secret: [], plain: [] };
    for (const [id, departure] of open) {
      const { job, authorization } = departure;
      const needs = [...new Set(dependenciesOf(departure))].flatMap((dependency) => ids.get(dependency) ?? []);
      if (needs.some((need) => !open.has(need))) {
        departure.goApart();
        open.delete(id);
        continue;
      }
      try {
        const credentials = credentialsOf(authorization, job, shared);
        const rendered = render(job.work, credentials, (other) => ids.get(other), needs.length > 0);
        const item: BatchItem = {
          id,
          method: job.work.method,
          ...rendered,
          headers: rendered.headers.filter((header) => !isImplied(header)),
          dependsOn: needs,
          timeoutMs: timeoutOf(job, this.#deps.now()),
          priority: job.work.priority,
          ...(job.leaveOutHeaders() ? { bare: true } : {}),
        };
        const ownToken = authorization.kind === "token" && credentials !== undefined;
        (job.work.secret || ownToken ? items.secret : items.plain).push(item);
      } catch (thrown) {
        departure.answer({ kind: "failed", fault: toFault(thrown) });
        open.delete(id);
      }
    }
    return items;
  }

  async #post(items: Items, token: string | undefined, idempotent: boolean, signal: AbortSignal): Promise<Response> {
    const { transport } = this.#deps;
    const secret = renderBatch(items.secret, "protobuf");
    const plain = renderBatch(items.plain, "protobuf");
    const { dictionary, compressor } = transport;
    const coded =
      dictionary !== undefined && this.#compressing ? sealedDeflate(secret, plain, dictionary, compressor) : undefined;
    const headers = {
      "content-type": PROTOBUF,
      accept: `${PROTOBUF};delimited=true`,
      ...(coded === undefined ? {} : { "content-encoding": DICTIONARY_CODING }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    // Protobuf messages put together are one message with the items of both.
    const body = coded ?? concat([secret, plain]);
    const envelope = { method: "POST", path: BATCH_PATH, headers, body, merged: true, idempotent };
    const response = await transport.send({ ...envelope, signal });
    if (response.status !== 415 || coded === undefined) return response;
    this.#compressing = false;
    await transport.body(response, signal);
    return this.#post(items, token, idempotent, signal);
  }

  async #receive(response: Response, open: Open, control: RequestControl, round: Round): Promise<void> {
    const { transport } = this.#deps;
    const { signal } = control;
    if (response.status !== 200) {
      this.#refused(replyOfResponse(response, await transport.body(response, signal)), open, round);
      return;
    }
    const { dictionary, compressor, replyBytesMax } = transport;
    const unpacker = dictionary && frameUnpacker(dictionary, compressor, replyBytesMax);
    const reader = batchReader(formatOf(response), replyBytesMax, unpacker);
    const deliver = (replies: readonly BatchReply[]) => {
      for (const reply of replies) control.done(deliverReply(reply, open, round, wayOf(response)));
    };
    for await (const chunk of bodyChunks(response, transport, signal)) deliver(readable(() => reader.push(chunk)));
    deliver(readable(() => reader.end()));
    if (open.size > 0)
      throw new Fault("unavailable", `the reply of ${BATCH_PATH} ended before all calls were answered`);
  }

  /** The envelope as a whole was not taken, so none of its calls was run. */
  #refused(reply: Reply, open: Open, round: Round): void {
    const { status } = reply;
    const unsupported = status === 404 || status === 405 || status === 501;
    if (unsupported) this.#unsupportedUntilMs = this.#deps.now() + UNSUPPORTED_MS;
    // One bad call can spoil the envelope (400, 413, 415); alone, each gets the answer that is its own.
    const apart = unsupported || status === 400 || status === 413 || status === 415;
    for (const { goApart, answer, authorization } of open.values()) {
      if (apart) goApart();
      else answer({ kind: "reply", reply, round, authorization });
    }
  }
}

function tokenOf(departures: readonly Departure[]): string | undefined {
  for (const { authorization } of departures) if (authorization.kind === "token") return authorization.token;
  return undefined;
}

/** What the item says itself: where its token is to be taken from, or that it wants none. */
function credentialsOf(authorization: Authorization, { work }: Job, shared: string | undefined): Text | undefined {
  if (authorization.kind === "pending") {
    const token = targetOf(authorization.token);
    return token === undefined ? undefined : ["Bearer ", token];
  }
  // A call that was made before somebody else signed in has another token than the rest of its batch.
  if (authorization.kind === "token")
    return authorization.token === shared ? undefined : [`Bearer ${authorization.token}`];
  const own = work.headers.some(([name]) => name === "authorization");
  return shared !== undefined && !own ? [""] : undefined;
}

/** What is left of the job's time, in steps: calls of one tick then say the same, which compresses. */
function timeoutOf(job: Job, nowMs: number): number {
  const leftMs = Math.ceil((job.deadlineMs - nowMs) / TIMEOUT_STEP_MS) * TIMEOUT_STEP_MS;
  return Math.min(ITEM_TIMEOUT_MS_MAX, Math.max(TIMEOUT_STEP_MS, leftMs));
}

/** In a protobuf envelope an item that does not say accepts this, and RPC has one version. */
function isImplied([name, value]: HeaderField): boolean {
  return (name === "accept" && value === ACCEPT_MESSAGE) || name === "connect-protocol-version";
}

/** @returns the job that has its answer now */
function deliverReply(reply: BatchReply, open: Open, round: Round, way: Way | undefined): Job {
  const departure = open.get(reply.id);
  if (departure === undefined)
    throw damaged(new Error(`a reply for '${reply.id}', which was not asked or is answered`));
  open.delete(reply.id);
  if (!isTransient(reply.status)) round.succeed();
  const { authorization, job, answer } = departure;
  try {
    const headers = new Headers(reply.headers.map(([name, value]): [string, string] => [name, value]));
    if (job.work.output !== undefined && !headers.has("content-type")) headers.set("content-type", PROTOBUF);
    const known = withWay(new Reply(reply.status, headers, reply.body), way);
    answer({ kind: "reply", reply: known, round, authorization });
  } catch (cause) {
    answer({ kind: "failed", fault: damaged(cause) }); // A header that the platform does not take.
  }
  return job;
}

/** A coded body can only be read whole: what our own coding is in, or gzip that the platform left to us. */
async function* bodyChunks(response: Response, transport: Transport, signal: AbortSignal): AsyncGenerator<Bytes> {
  if (response.headers.has("content-encoding")) yield await transport.body(response, signal);
  else yield* transport.chunks(response, signal);
}

/** The reader tells a server what its client did wrong; here the peer is the server. */
function readable(read: () => BatchReply[]): BatchReply[] {
  try {
    return read();
  } catch (cause) {
    throw toFault(cause).code === "resource_exhausted" ? cause : damaged(cause);
  }
}

/** @throws Fault unavailable where somebody else has answered, such as the log-in page of a café's network */
function formatOf(response: Response): BatchFormat {
  const { type, parameters } = parseMediaType(response.headers.get("content-type"));
  if (type === PROTOBUF) return parameters.delimited === "true" ? "frames" : "protobuf";
  if (type === "application/json") return "json";
  throw new Fault("unavailable", `the reply of ${BATCH_PATH} is of type '${type}'`);
}
