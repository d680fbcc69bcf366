/**
 * Queries as they were read before, and the messages that answered them.
 *
 * The library reads and writes with methods of Node's `Buffer`, which in workerd are calls into its core for each number: some 150 µs for a
 * question and its answer. Clients ask the same few questions over and over, byte for byte but for the id, and mostly get the same answer.
 * @module
 */
import { LRUCache } from "lru-cache";
import type { Answer } from "../question.ts";
import { type DnsQuery, type ReadQuery, readQuery } from "./dns-query.ts";
import { renderAnswer } from "./dns-reply.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** With some 2 KB each, 4 MB. */
const QUERIES_MAX = 2_000;
/** A query with padding has 128 bytes mostly; a longer one is read each time. */
const QUERY_LENGTH_MAX = 512;
/** Of one query: addresses change places, and TTLs count down. */
const REPLIES_MAX = 4;
const ID_BYTES = 2;

interface Known {
  readonly read: ReadQuery;
  /** By what is in the answer; the oldest first. */
  readonly replies: Map<string, Bytes>;
}

export interface KnownQueries {
  /** @param binary a character for each byte */
  read(binary: string): ReadQuery;
  /** @param binary of the query @returns not to be changed */
  render(binary: string, query: DnsQuery, answer: Answer): Bytes;
}

export function knownQueries(): KnownQueries {
  const known = new LRUCache<string, Known>({ max: QUERIES_MAX });

  return {
    read(binary) {
      if (binary.length > QUERY_LENGTH_MAX) return readQuery(bytesOf(binary));
      const key = binary.slice(ID_BYTES);
      const before = known.get(key)?.read;
      if (before !== undefined) return withId(before, idOf(binary));
      const read = readQuery(bytesOf(binary));
      // What is too short to have an id has no key of its own either.
      if (read.kind !== "none") known.set(key, { read, replies: new Map() });
      return read;
    },
    render(binary, query, answer) {
      const replies = known.peek(binary.slice(ID_BYTES))?.replies;
      const content = contentOf(answer);
      const before = replies?.get(content);
      if (before !== undefined) return withReplyId(before, query.id);
      const bytes = renderAnswer(query, answer);
      if (replies !== undefined) {
        const [oldest] = replies.size < REPLIES_MAX ? [] : replies.keys();
        if (oldest !== undefined) replies.delete(oldest);
        replies.set(content, bytes);
      }
      return bytes;
    },
  };
}

/** All of an answer that is in its message. */
function contentOf({ rcode, records, soa, scopePrefix }: Answer): string {
  let content = `${rcode} ${scopePrefix}`;
  for (const { name, type, ttlSeconds, data } of records) content += `\n${name} ${type} ${ttlSeconds} ${data}`;
  return soa === undefined ? content : `${content}\n\n${soa.name} ${soa.ttlSeconds} ${soa.data}`;
}

function withId(read: ReadQuery, id: number): ReadQuery {
  if (read.kind === "query") return read.query.id === id ? read : { kind: "query", query: { ...read.query, id } };
  if (read.kind === "refused") return { kind: "refused", refusal: { ...read.refusal, id } };
  return read;
}

function withReplyId(reply: Bytes, id: number): Bytes {
  const [high, low] = [id >> 8, id & 0xff];
  if (reply[0] === high && reply[1] === low) return reply;
  const own = reply.slice();
  own[0] = high;
  own[1] = low;
  return own;
}

function idOf(binary: string): number {
  return (binary.charCodeAt(0) << 8) | binary.charCodeAt(1);
}

function bytesOf(binary: string): Bytes {
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
