/**
 * How many channels a client may name that are none yet. Each is an object, which leaves a file of 4 KiB on a disk of one's own until the
 * edge starts again (scripts/empty-objects.ts), and more while somebody hears it. A channel that is there costs nothing, and neither does one
 * that the client has a token for: a service has named that.
 * @module
 */
import { isPublicNetwork, networkOf } from "../../proto/network.ts";
import { isKeptByShard } from "../../proto/push/push.ts";
import { TokenBucket, type TokenFlow } from "../../proto/token-bucket.ts";
import { refuse } from "./failures.ts";
import { Recent } from "./recent.ts";

/** Of a user: two connections with all the channels that they may have, then as fast as one walks through rooms of one's own. */
const BY_USER: TokenFlow = { size: 256, perSecond: 0.1 };
/** Of a network, a /24 with some 30 000 phones of a carrier (edge/route/rpc-route.ts): three new rooms of each in a day. */
const BY_NETWORK: TokenFlow = { size: 2_048, perSecond: 1 };
/** Users and networks that are remembered, some 100 bytes each; who is forgotten was quiet longest. */
const BUCKETS_MAX = 20_000;

/** Mutable module state, whose loss is harmless: a shard that slept must not have forgotten what was made through it a minute ago. */
const ISOLATE_BUCKETS = new Recent<string, TokenBucket>(BUCKETS_MAX);

interface Who {
  /** Empty for who is not signed in. */
  readonly user: string;
  readonly ip: string;
}

export class NewChannels {
  readonly #now: () => number;
  readonly #isClearAuth: boolean;
  readonly #buckets: Recent<string, TokenBucket>;

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
      if (!wasNew) for (const bucket of taken) bucket.giveBack(1);
    }
  }

  /** @returns undefined where one of them is empty */
  #take({ user, ip }: Who): readonly TokenBucket[] | undefined {
    const network = networkOf(ip);
    const buckets: TokenBucket[] = [];
    if (user !== "" && !this.#isClearAuth) buckets.push(this.#bucket(`user ${user}`, BY_USER));
    // Of others it is mostly a proxy that is seen, and all clients would share it.
    if (network !== undefined && isPublicNetwork(network)) buckets.push(this.#bucket(`network ${network}`, BY_NETWORK));
    if (buckets.some((bucket) => bucket.secondsUntil(1) > 0)) return undefined;
    for (const bucket of buckets) bucket.take(1);
    return buckets;
  }

  /** It is filled. */
  #bucket(name: string, flow: TokenFlow): TokenBucket {
    const nowMs = this.#now();
    let bucket = this.#buckets.get(name);
    if (bucket === undefined) {
      bucket = new TokenBucket(flow, nowMs);
      this.#buckets.set(name, bucket);
    }
    bucket.fill(flow, nowMs);
    return bucket;
  }
}
