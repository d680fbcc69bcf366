/**
 * Where a configuration comes from: the agents' protocol of the edge (docs/configuration.md). One read, one held question, one socket.
 * @module
 */
import * as v from "valibot";
import {
  AGENT_PREFIX,
  type ConfigurationDocument,
  type Labels,
  POLL_AFTER_HEADER,
  parsePollAfter,
  REPORT_AFTER_MS_MAX,
  VALUE_TYPES,
  WATCH_PING,
  WATCH_PONG,
} from "../../proto/config/config.ts";

/** A megabyte over a slow line. */
const READ_TIMEOUT_MS = 10_000;
/** The edge holds a question for 60 s. */
const HELD_TIMEOUT_MS = 75_000;
/** What a configuration may weigh as JSON: a megabyte of content, and what escapes and names add to it. */
const DOCUMENT_BYTES_MAX = 8_388_608;
/** As the protocol asks: who says nothing for 150 s counts as silent. */
const PING_MS = 30_000;
/** A ping is answered at once; what is silent for two of them is gone. */
const SILENCE_MS_MAX = 2 * PING_MS + 5_000;
const OPEN_TIMEOUT_MS = 5_000;
const NORMAL_CLOSURE = 1000;

const documentSchema = v.object({
  service: v.string(),
  idc: v.string(),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  sections: v.record(v.string(), v.record(v.string(), v.object({ type: v.picklist(VALUE_TYPES), value: v.string() }))),
});
const eventSchema = v.object({
  type: v.literal("release"),
  version: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Bounded, whatever is told; an older edge tells nothing. */
  reportAfterMs: v.optional(v.fallback(v.pipe(v.number(), v.minValue(0), v.toMaxValue(REPORT_AFTER_MS_MAX)), 0), 0),
  configuration: v.optional(documentSchema),
});
type ReleaseEvent = v.InferOutput<typeof eventSchema>;

export interface SourceOptions {
  /** `http://edge.example`, with the prefix where the protocol is mounted under one. */
  readonly url: string;
  /** With the right `read`; undefined where the service is open. Without it no secret comes. */
  readonly token: string | undefined;
  readonly service: string;
  readonly idc: string;
  /** Who this is in the status view and to gray releases. */
  readonly node: string;
  readonly address: string;
  readonly labels: Labels;
}

export interface Read {
  readonly document: ConfigurationDocument;
  readonly etag: string;
}

/** What a held question was answered. */
export interface Polled {
  /** Undefined where there is no other version. */
  readonly read: Read | undefined;
  /** When the next one may be put, see proto/config/crowd.ts; undefined where the edge does not say. */
  readonly afterMs: number | undefined;
}

/** The edge refused: its words, and whether it has nothing to give yet. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly status: number;

  constructor(status: number, words: string) {
    super(`the edge answers ${status}: ${words}`);
    this.status = status;
  }
}

export interface Watch {
  /** Tells what runs here. */
  running(version: number): void;
  /** Settles when the socket is no more. */
  readonly ended: Promise<void>;
  close(): void;
}

export interface Source {
  /** Without one a service that is not there looks like one that may not be read. */
  readonly hasToken: boolean;
  /** @returns undefined where it is as the tag says. @throws Refused, Error */
  read(etag: string | undefined, signal: AbortSignal): Promise<Read | undefined>;
  /** The same, once there is another version than this one, or after a minute. @throws Refused, Error */
  readAfter(version: number, signal: AbortSignal): Promise<Polled>;
  /** @returns undefined where no socket can be opened: some proxies let none through */
  watch(onRelease: (event: ReleaseEvent) => void): Promise<Watch | undefined>;
}

export type { ReleaseEvent };

export function parseConfiguration(json: unknown): ConfigurationDocument {
  return v.parse(documentSchema, json);
}

export function edgeSource({ url, token, service, idc, node, address, labels }: SourceOptions): Source {
  const path = `${url.replace(/\/+$/, "")}${AGENT_PREFIX}${service}/${idc}`;
  const authorization: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const query = new URLSearchParams({ node, address });
  const pairs = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
  if (pairs.length > 0) query.set("labels", pairs.join(","));

  async function get(more: string, headers: Record<string, string>, signal: AbortSignal): Promise<Polled> {
    const response = await fetch(`${path}?${query}${more}`, {
      headers: { ...authorization, ...headers },
      redirect: "error",
      signal,
    });
    const text = await bounded(response);
    const afterMs = parsePollAfter(response.headers.get(POLL_AFTER_HEADER));
    if (response.status === 304) return { read: undefined, afterMs };
    if (response.status !== 200) throw new Refused(response.status, wordsOf(text));
    const document = parseConfiguration(JSON.parse(text));
    return { read: { document, etag: response.headers.get("etag") ?? "" }, afterMs };
  }

  return {
    hasToken: token !== undefined,

    async read(etag, signal) {
      const headers: Record<string, string> = etag === undefined ? {} : { "if-none-match": etag };
      return (await get("", headers, AbortSignal.any([signal, AbortSignal.timeout(READ_TIMEOUT_MS)]))).read;
    },
    readAfter(version, signal) {
      return get(`&after=${version}`, {}, AbortSignal.any([signal, AbortSignal.timeout(HELD_TIMEOUT_MS)]));
    },
    watch: (onRelease) => openWatch(`${path.replace(/^http/, "ws")}/watch?${query}`, authorization, onRelease),
  };
}

async function openWatch(
  url: string,
  headers: Record<string, string>,
  onRelease: (event: ReleaseEvent) => void,
): Promise<Watch | undefined> {
  const { WebSocket } = await import("undici"); // Late, because it takes time to load and not every origin follows anything.
  const socket = new WebSocket(url, { headers });
  const opened = Promise.withResolvers<boolean>();
  const ended = Promise.withResolvers<void>();
  let heardAtMs = performance.now();
  const end = () => {
    clearInterval(pings);
    clearTimeout(late);
    opened.resolve(false);
    ended.resolve();
  };
  const close = (): void => {
    socket.close(NORMAL_CLOSURE);
    end(); // The other side may be gone, and never say so.
  };
  const late = setTimeout(close, OPEN_TIMEOUT_MS);
  const pings = setInterval(() => {
    if (performance.now() - heardAtMs > SILENCE_MS_MAX) close();
    else if (socket.readyState === socket.OPEN) socket.send(WATCH_PING);
  }, PING_MS);
  pings.unref();
  socket.addEventListener("open", () => {
    clearTimeout(late);
    opened.resolve(true);
  });
  socket.addEventListener("message", ({ data }) => {
    heardAtMs = performance.now();
    if (data === WATCH_PONG) return;
    const event = typeof data === "string" ? v.safeParse(eventSchema, jsonOf(data)) : undefined;
    if (event?.success === true) onRelease(event.output);
    else close(); // Whatever that is, it does not speak the protocol.
  });
  socket.addEventListener("error", end);
  socket.addEventListener("close", end);
  if (!(await opened.promise)) return undefined;
  return {
    running(version) {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify({ type: "running", version }));
    },
    ended: ended.promise,
    close,
  };
}

async function bounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > DOCUMENT_BYTES_MAX) throw new Error(`the configuration is larger than ${DOCUMENT_BYTES_MAX} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // No event is undefined: the caller refuses it.
  }
}

/** Of a problem document; of anything else nothing, because it goes to the log. */
function wordsOf(text: string): string {
  const json = jsonOf(text);
  const detail = typeof json === "object" && json !== null && "detail" in json ? json.detail : undefined;
  return typeof detail === "string" ? detail : "it says no more";
}
