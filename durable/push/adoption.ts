/**
 * How a shard comes to keep a stream that it does not know: makes it, or takes it over from the shard that had it when there were fewer.
 *
 * The old shard marks the stream as moved in the turn in which it is first asked, and refuses all writes from then on; it forgets it when the new
 * one has all of it. Each step may be repeated, so that either may die in the middle.
 * @module
 */
import type { Publication } from "../../proto/push/model.ts";
import { formerHomes, homeOf, type MapReader, type Moved } from "../../proto/push/push.ts";
import type { Admission } from "./admission.ts";
import type { HandOver, ShardStub } from "./delivery.ts";
import type { Offline } from "./offline.ts";
import type { Stream, Streams } from "./streams.ts";

/** What one answer carries: a call between objects may weigh 32 MiB. */
const PAGE_BYTES_MAX = 4_194_304;

export interface AdoptionDeps {
  readonly self: string;
  readonly streams: Streams;
  readonly admission: Admission;
  readonly offline: Offline | undefined;
  readonly map: MapReader;
  readonly shard: (name: string) => ShardStub;
}

export class Adoption {
  readonly #deps: AdoptionDeps;
  readonly #running = new Map<string, Promise<Moved | null>>();

  constructor(deps: AdoptionDeps) {
    this.#deps = deps;
  }

  /** @returns null where the stream is here now, and undefined where it was all the time */
  ensure(channel: string): Promise<Moved | null> | undefined {
    const { streams, self } = this.#deps;
    const stream = streams.find(channel);
    if (stream !== undefined && stream.movedTo === null) return undefined;
    if (stream !== undefined && stream.movedTo !== self) return Promise.resolve({ movedTo: stream.movedTo as string });
    const known = this.#running.get(channel);
    if (known !== undefined) return known;
    const running = this.#adopt(channel, stream).finally(() => this.#running.delete(channel));
    this.#running.set(channel, running);
    return running;
  }

  /** The other side. @param to who has it from now on */
  handOver(channel: string, to: string, afterOffset: number): HandOver {
    const { streams, offline, admission } = this.#deps;
    const stream = streams.find(channel) ?? streams.create(channel, { epoch: "", movedTo: to });
    if (stream.movedTo === null) streams.moveTo(stream, to);
    if (stream.movedTo !== to || stream.epoch === "") return { publications: [], done: true };
    const { publications } = streams.after(stream, Math.max(afterOffset, stream.floor), PAGE_BYTES_MAX);
    const done = publications.length === 0 || publications.at(-1)?.offset === stream.top;
    const { epoch, top, floor, fanned } = stream;
    const members = stream.members;
    const beside = { missed: offline?.rowsOf(channel) ?? [], admission: admission.rowsOf(channel) };
    const head = {
      epoch,
      top,
      floor,
      fanned,
      members,
      idempotency: streams.idempotencyOf(stream),
      version: streams.versionOf(stream),
      ...beside,
    };
    return { ...(afterOffset === 0 && { stream: head }), publications, done };
  }

  handedOver(channel: string): void {
    const stream = this.#deps.streams.find(channel);
    if (stream?.movedTo == null) return;
    this.#deps.streams.forget(stream);
    this.#deps.offline?.settle(channel);
    this.#deps.admission.forget(channel);
  }

  async #adopt(channel: string, begun: Stream | undefined): Promise<Moved | null> {
    const { map, self, streams, shard } = this.#deps;
    let current = await map.read();
    if (begun === undefined && homeOf(channel, current) !== self) {
      map.forget();
      current = await map.read();
      if (homeOf(channel, current) !== self) return { movedTo: homeOf(channel, current) };
    }
    const homes = formerHomes(channel, current);
    for (const former of homes) {
      const from = shard(former);
      const first = await from.handOver(channel, self, 0);
      if (first.stream === undefined) continue;
      await this.#take(channel, first, (afterOffset) => from.handOver(channel, self, afterOffset));
      await from.handedOver(channel);
      return null;
    }
    if (streams.find(channel) === undefined) streams.create(channel);
    return null;
  }

  async #take(channel: string, first: HandOver, next: (afterOffset: number) => Promise<HandOver>): Promise<void> {
    const { streams, self, offline, admission } = this.#deps;
    if (first.stream === undefined) return;
    const { epoch, top, floor, fanned, members, idempotency, version, missed, ...beside } = first.stream;
    const stream = streams.find(channel) ?? streams.create(channel, { epoch, top, floor, fanned, movedTo: self });
    let page = first;
    for (;;) {
      streams.import(stream, page.publications);
      const last: Publication | undefined = page.publications.at(-1);
      if (page.done || last === undefined) break;
      page = await next(last.offset);
    }
    for (const member of members) streams.addMember(stream, member);
    streams.importIdempotency(stream, idempotency);
    streams.importVersion(stream, version);
    offline?.import(missed);
    admission.import(channel, beside.admission);
    streams.arrived(stream);
  }
}
