/**
 * Asks the edge's resolvers over plain HTTP, by address: Aliyun's `/v2/d` in mode 2 ({@link ../../proto/httpdns/httpdns.ts}), signed
 * and sealed both ways, so that the network in between can neither read nor forge, only refuse. A reply is believed where it opens, is
 * about the names that were asked, and is no older than its edge has said; otherwise the next server is asked.
 * @module
 */
import {
  NAMES_MAX,
  openReply,
  SIGNATURE_SECONDS_MAX,
  sealRequest,
  V2_PATH,
  type V2Data,
  type V2Keys,
  v2Keys,
} from "../../proto/httpdns/httpdns.ts";
import type { Clock } from "./clock.ts";
import { isAddress } from "./path.ts";
import { race } from "./race.ts";

export interface ResolverOptions {
  /** Of the app's developer at the edge. */
  readonly account: string;
  /** Hex: signs the question. */
  readonly secret: string;
  /** Hex: seals question and answer. */
  readonly aes: string;
  /** Built into the app: `203.0.113.1`, `203.0.113.1:8080`, `[2001:db8::1]:80`; several, of both families. */
  readonly servers: readonly string[];
  /** For requests to {@link servers}; `globalThis.fetch` by default. */
  readonly fetch?: (url: string, init: { readonly signal: AbortSignal }) => Promise<Response>;
}

export interface Resolved {
  readonly ips: readonly string[];
  readonly ttlMs: number;
}

export type AskResolver = (
  names: readonly string[],
  servers: readonly string[],
  signal: AbortSignal,
) => Promise<ReadonlyMap<string, Resolved>>;

/** The vendors' SDKs give a server so long. */
const SERVER_MS_MAX = 2_000;
/** A question that is played again later asks nothing new; and a phone's clock is not exact. */
const QUESTION_SECONDS = SIGNATURE_SECONDS_MAX / 2;
/** Five names with sixteen addresses each are 6 KB, in base64. */
const REPLY_LENGTH_MAX = 65_536;

export function createResolver(options: ResolverOptions, clock: Clock): AskResolver {
  const fetch = options.fetch ?? ((url, init) => globalThis.fetch(url, init));
  let keys: Promise<V2Keys> | undefined;

  /** @throws Error where the reply is not to be believed */
  async function askOne(server: string, query: string, known: V2Keys, signal: AbortSignal): Promise<V2Data> {
    const host = isAddress(server) && server.includes(":") ? `[${server}]` : server;
    const response = await fetch(`http://${host}${V2_PATH}?${query}`, { signal });
    const length = Number(response.headers.get("content-length"));
    const text = length > REPLY_LENGTH_MAX ? "" : await response.text();
    if (text === "" || text.length > REPLY_LENGTH_MAX) throw new Error(`${server} answered out of bounds`);
    const data = await openReply(text, 2, known);
    if (data.exp === undefined || data.exp * 1000 <= clock.now()) throw new Error(`${server} gave an answer of before`);
    return data;
  }

  return async (names, servers, signal) => {
    keys ??= v2Keys(options);
    const known = await keys;
    const asked = names.slice(0, NAMES_MAX);
    const envelope = {
      account: options.account,
      mode: 2,
      expiresAtSeconds: Math.floor(clock.now() / 1000) + QUESTION_SECONDS,
    } as const;
    const query = await sealRequest({ names: asked, families: [4, 6] }, envelope, known, randomBytes);
    return await race(
      servers,
      async (server, raceSignal) => {
        const controller = new AbortController();
        const end = () => controller.abort();
        raceSignal.addEventListener("abort", end);
        const stopTimer = clock.after(SERVER_MS_MAX, end);
        try {
          return answersIn(await askOne(server, query, known, controller.signal), asked);
        } finally {
          stopTimer();
        }
      },
      { clock, signal },
    );
  };
}

/**
 * Of the names that were asked, and no others. One that the resolver does not know by this spelling has no addresses.
 * @throws Error where there is none of them: it is an answer to something else
 */
function answersIn(data: V2Data, asked: readonly string[]): ReadonlyMap<string, Resolved> {
  const byName = new Map(data.answers.map((answer) => [answer.dn.toLowerCase(), answer]));
  if (!asked.some((name) => byName.has(name))) throw new Error(`the answer is not about ${asked}`);
  return new Map(
    asked.map((name) => {
      const { v4, v6 } = byName.get(name) ?? {};
      const parts = [v6, v4].filter((part) => part !== undefined && part.ips.length > 0);
      const ips = parts.flatMap((part) => part?.ips.filter(isAddress) ?? []);
      const ttlMs = Math.min(...parts.map((part) => (part?.ttl ?? 0) * 1000));
      return [name, { ips, ttlMs: Number.isFinite(ttlMs) ? ttlMs : 0 }];
    }),
  );
}

function randomBytes(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length));
}
