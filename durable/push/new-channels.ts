/**
 * How many channels a client may name that are none yet. Each is an object, which leaves a file of 4 KiB on a disk of one's own until the
 * edge starts again (scripts/empty-objects.ts), and more while somebody hears it. A channel that is there costs nothing, and neither does one
 * that the client has a token for: a service has named that.
 * @module
 */
import { isPublicNetwork, networkOf } from "../../proto/network.ts";
import { isKeptByShard } from "../../proto/push/push.ts";
import { refuse } from "./failures.ts";
import { Recent } from "./recent.ts";

interface Limit {
  readonly atOnce: number;
  readonly everyMs: number;
}

/** Of a user: two connections with all the channels that they may have, then as fast as one walks through rooms of one's own. */
const BY_USER: Limit = { atOnce: 256, everyMs: 10_000 };
/** Of a network, a /24 with some 30 000 phones of a carrier (edge/route/rpc-route.ts): three new rooms of each in a day. */
const BY_NETWORK: Limit = { atOnce: 2_048, everyMs: 1_000 };
/** Users and networks that are remembered, some 100 bytes each; who is forgotten was quiet longest. */
const BUCKETS_MAX = 20_000;

interface Bucket {
  tokens: number;
  atMs: number;
}

/** Mutable module state, whose loss is harmless: a shard that slept must not have forgotten what was made through it a minute ago. */
const ISOLATE_BUCKETS = new Recent<string, Bucket>(BUCKETS_MAX);

interface Who {
  /** Empty for who is not signed in. */
  readonly user: string;
  readonly ip: string;
}

export class NewChannels {
  readonly #now: () => number;
  readonly #isClearAuth: boolean;
  readonly #buckets: Recent<string, Bucket>;

  /** @param isClearAuth users are what clients say they are, and so say nothing */
  constructor(now: () => number, isClearAuth: boolean, buckets = ISOLATE_BUCKETS) {
    this.#now = now;
    this.#isClearAuth = isClearAuth;
    this.#buckets = buckets;
  }

  /**
   * @param isNew whether the answer says that the channel was none
   * @throws Refused where too many were none of late
   */
  async ask<T>(who: Who, channel: string, ask: () => Promise<T>, isNew: (answer: T) => boolean): Promise<T> {
    if (isKeptByShard(channel)) return await ask();
    const taken = this.#take(who);
    if (taken === undefined) throw refuse("rate-limited", "too many channels that nobody has heard of");
    let wasNew = false;
    try {
      const answer = await ask();
      wasNew = isNew(answer);
      return answer;
    } finally {
      if (!wasNew) for (const bucket of taken) bucket.tokens++;
    }
  }

  /** @returns undefined where one of them is empty */
  #take({ user, ip }: Who): readonly Bucket[] | undefined {
    const network = networkOf(ip);
    const buckets = [
      ...(user === "" || this.#isClearAuth ? [] : [this.#bucket(`user ${user}`, BY_USER)]),
      // Of others it is mostly a proxy that is seen, and all clients would share it.
      ...(network === undefined || !isPublicNetwork(network) ? [] : [this.#bucket(`network ${network}`, BY_NETWORK)]),
    ];
    if (buckets.some(({ tokens }) => tokens < 1)) return undefined;
    for (const bucket of buckets) bucket.tokens--;
    return buckets;
  }

  #bucket(name: string, { atOnce, everyMs }: Limit): Bucket {
    const nowMs = this.#now();
    let bucket = this.#buckets.get(name);
    if (bucket === undefined) {
      bucket = { tokens: atOnce, atMs: nowMs };
      this.#buckets.set(name, bucket);
    }
    const passedMs = Math.max(0, nowMs - bucket.atMs); // A clock may be set back.
    bucket.tokens = Math.min(atOnce, bucket.tokens + passedMs / everyMs);
    bucket.atMs = nowMs;
    return bucket;
  }
}
