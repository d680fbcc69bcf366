/**
 * When a channel's object gives its storage back: whoever may name channels makes an object of each, and most are never heard of again.
 *
 * A stream on disk is looked at as long as it has members, since they leave without a word. Where it holds nothing and nobody hears it, all goes;
 * but for one that has had publications only after {@link REST_MS}: until then who comes back is told truly that nothing was missed. A stream
 * that comes after it has another epoch, so that nobody takes the one for the other.
 * @module
 */
import type { ChannelOptions } from "../../proto/push/push.ts";
import type { FanOut } from "./fan-out.ts";
import type { Stream, Streams } from "./streams.ts";

/** Shards that hear a channel ask its object every 5 minutes, so that a look is a small part of what a room costs that is silent. */
const LOOK_MS = 1_800_000;
/** As long as Centrifugo remembers where a stream stands (`history_meta_ttl`). */
const REST_MS = 30 * 86_400_000;
const LOOK = "look";
const REST_PREFIX = "rest/";

export interface VacancyDeps {
  readonly streams: Streams;
  readonly fanOut: (stream: Stream) => FanOut;
  /** Undefined where the namespace is not set up any more: then what is kept stays. */
  readonly options: (channel: string) => ChannelOptions | undefined;
  readonly arm: (purpose: string, atMs: number) => void;
  readonly now: () => number;
  /** All that the object has stored goes, at once. */
  readonly giveBack: () => void;
}

export class Vacancy {
  readonly #deps: VacancyDeps;

  constructor(deps: VacancyDeps) {
    this.#deps = deps;
  }

  /** A shard hears the channel from now on. */
  joined(): void {
    this.#deps.arm(LOOK, this.#deps.now() + LOOK_MS);
  }

  /** What it kept has become too old. */
  emptied(): void {
    this.#deps.arm(LOOK, this.#deps.now());
  }

  alarm(purpose: string): void {
    if (purpose === LOOK) this.#look();
    else if (purpose.startsWith(REST_PREFIX)) this.#rested(Number(purpose.slice(REST_PREFIX.length)));
  }

  #look(): void {
    const { streams, fanOut, arm, now, giveBack } = this.#deps;
    const stream = streams.only();
    if (stream === undefined) giveBack();
    else if (stream.members.length > 0) {
      fanOut(stream).probe();
      this.joined();
    } else if (this.#isBare(stream)) {
      if (stream.top === 0) giveBack();
      else arm(`${REST_PREFIX}${stream.top}`, now() + REST_MS);
    }
  }

  /** @param top where it stood when it began to rest */
  #rested(top: number): void {
    const stream = this.#deps.streams.only();
    if (stream !== undefined && stream.top === top && this.#isBare(stream)) this.#deps.giveBack();
  }

  #isBare(stream: Stream): boolean {
    const options = this.#deps.options(stream.channel);
    return options !== undefined && this.#deps.streams.isBare(stream, options);
  }
}
