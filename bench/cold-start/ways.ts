/**
 * The three ways of an app to its services: Fairway's SDK, HTTP/1.1 with six connections, HTTP/2. Each opens its connections
 * when it is first used, without anything from earlier ones: no open socket, no TLS session.
 * @module
 */
import { once } from "node:events";
import { type ClientHttp2Session, connect } from "node:http2";
import { Readable } from "node:stream";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { Agent, request } from "undici";
import { type ColdStart, coldStart, type Phone } from "../../examples/phone/cold-start.ts";
import { contractReplies, type JsonRequest, separateCalls } from "../../examples/phone/separate-calls.ts";
import { DEFAULT_DICTIONARY } from "../../proto/dictionary/dictionary.ts";
import { PassportService } from "../../proto/gen/passport.contract.ts";
import { pooledHex, renderTraceparent, startTrace } from "../../proto/trace.ts";
import { createClient, type Fetch } from "../../sdk/client.ts";

/** What a way is made of: where it goes, whom it trusts, and what a lookup of the name costs it. */
export interface Road {
  readonly url: string;
  /** PEM. */
  readonly ca: string;
  readonly lookUp: () => Promise<void>;
}

/** A device with its connections. */
export interface Device {
  start(phone: Phone): Promise<ColdStart>;
  close(): Promise<void>;
}

/** What browsers and most HTTP stacks of phones open to one host. */
const CONNECTIONS_MAX = 6;
const USER_AGENT = "phone/1.0";
const unzip = promisify(gunzip);
const randomHex = pooledHex();

/** The app knows the edge's address before it starts, so it looks nothing up. */
export function fairway({ url, ca }: Road): Device {
  const dispatcher = new Agent({ connect: tlsOf(ca), allowH2: false });
  // The HTTP of HTTP/1.1 below, so that none has headers that the others have not.
  const send: Fetch = async (target, { method, headers, body, signal }) => {
    const reply = await request(target, {
      method: method as "POST",
      headers: { "user-agent": USER_AGENT, ...headers },
      ...(body && { body }),
      ...(signal && { signal }),
      dispatcher,
    });
    const fields = Object.entries(reply.headers).map(([name, value]): [string, string] => [name, String(value)]);
    return new Response(Readable.toWeb(reply.body) as ReadableStream<Uint8Array>, {
      status: reply.statusCode,
      headers: fields,
    });
  };
  return {
    start: (phone) =>
      coldStart(
        createClient({
          baseUrl: url,
          fetch: send,
          sessions: PassportService,
          dictionary: DEFAULT_DICTIONARY,
          merge: { itemsMax: 32 },
        }),
        phone,
      ),
    close: () => dispatcher.destroy(),
  };
}

export function http1({ url, ca, lookUp }: Road): Device {
  const dispatcher = new Agent({ connect: tlsOf(ca), connections: CONNECTIONS_MAX, allowH2: false });
  let known: Promise<void> | undefined;
  const send = async ({ method, path, headers, body }: JsonRequest) => {
    known ??= lookUp();
    await known;
    const reply = await request(url + path, {
      method,
      headers: { ...ownHeaders(), ...headers },
      ...(body === undefined ? {} : { body }),
      dispatcher,
    });
    const bytes = Buffer.from(await reply.body.arrayBuffer());
    return await jsonOf(path, reply.statusCode, reply.headers["content-encoding"], bytes);
  };
  return {
    start: async (phone) => contractReplies(await separateCalls(send, phone)),
    close: () => dispatcher.destroy(),
  };
}

export function http2({ url, ca, lookUp }: Road): Device {
  let session: Promise<ClientHttp2Session> | undefined;
  const open = async () => {
    await lookUp();
    return connect(url, tlsOf(ca));
  };
  const send = async ({ method, path, headers, body }: JsonRequest) => {
    session ??= open();
    const stream = (await session).request({
      ":method": method,
      ":path": path,
      ...ownHeaders(),
      ...headers,
    });
    stream.end(body);
    const [reply] = (await once(stream, "response")) as [Record<string, string> & { ":status": number }];
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return await jsonOf(path, reply[":status"], reply["content-encoding"], Buffer.concat(chunks));
  };
  return {
    start: async (phone) => contractReplies(await separateCalls(send, phone)),
    async close() {
      (await session)?.destroy();
    },
  };
}

/**
 * The same for all: a full handshake each time, and one key exchange that all servers know. Left to themselves, the front would
 * add a post-quantum key of 1 KB to its handshake and workerd would not.
 */
function tlsOf(ca: string) {
  return { ca, ecdhCurve: "X25519", maxCachedSessions: 0 };
}

/** What an app's HTTP layer adds to every request. The SDK traces its request too, and the edge the calls in it. */
function ownHeaders(): Record<string, string> {
  return {
    "user-agent": USER_AGENT,
    "accept-encoding": "gzip",
    traceparent: renderTraceparent(startTrace(randomHex)),
  };
}

async function jsonOf(path: string, status: number, coding: unknown, bytes: Buffer): Promise<unknown> {
  const text = (coding === "gzip" ? await unzip(bytes) : bytes).toString();
  if (status !== 200) throw new Error(`${path} answered ${status}: ${text.slice(0, 200)}`);
  return JSON.parse(text);
}
