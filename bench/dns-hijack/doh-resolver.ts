/**
 * A resolver over HTTP (RFC 8484) that can be ill in all the ways that resolvers are: it lies, is dead, hangs, dawdles, cuts its replies off,
 * or replies to something else.
 * @module
 */
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import {
  decodeMessage,
  encodeMessage,
  FLAG_RA,
  FLAG_TC,
  findOpt,
  type MessageOption,
  type MessageRecord,
  OPTION_CLIENT_SUBNET,
} from "../../proto/dns/dns.ts";

export type Illness =
  | "lying"
  | "dead"
  | "hanging"
  | "slow"
  | "truncating"
  | "wrong id"
  | "other question"
  | "extra records"
  | "adding"
  | "no name"
  | "failing"
  | "garbage";

export interface Truth {
  readonly cname?: string;
  readonly addresses: readonly string[];
  readonly ttlSeconds: number;
  /** Of a name that is not there. */
  readonly negativeTtlSeconds?: number;
  /** What a client's subnet is answered with. */
  readonly scopePrefix?: number;
}

/** What was asked. */
export interface Heard {
  readonly name: string;
  readonly type: string;
  readonly subnet: MessageOption | undefined;
}

export interface DohResolver {
  readonly url: string;
  illness: Illness | undefined;
  /** Where one that lies does so; everywhere by default. */
  liesAbout: (name: string) => boolean;
  /** How long one that is slow takes. */
  slowMs: number;
  readonly heard: Heard[];
  close(): Promise<void>;
}

/** What a liar says. */
export const FORGED = { A: "198.51.100.66", AAAA: "2001:db8:bad::66" } as const;
const NO_NAME = 3;
const SERVER_FAILED = 2;

/** @param truth what there is of a name; undefined where there is no such name */
export async function startDohResolver(
  truth: (name: string, type: string, subnet: MessageOption | undefined) => Truth | undefined,
): Promise<DohResolver> {
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const resolver: DohResolver = {
    url: `http://127.0.0.1:${port}/dns-query`,
    illness: undefined,
    liesAbout: () => true,
    slowMs: 60_000,
    heard: [],
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return resolver;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { illness } = resolver;
    if (illness === "dead") return void request.socket.destroy();
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const reply = replyTo(Buffer.concat(chunks), illness);
    if (illness === "hanging") return;
    if (illness === "slow") await new Promise((resolve) => setTimeout(resolve, resolver.slowMs).unref());
    response.writeHead(200, { "content-type": "application/dns-message" }).end(reply);
  }

  function replyTo(query: Uint8Array, illness: Illness | undefined): Uint8Array {
    const { id, questions, additionals } = decodeMessage(query);
    const [question] = questions;
    if (question === undefined) throw new Error("a query without a question");
    const subnet = findOpt({ additionals })?.options.find(({ code }) => code === OPTION_CLIENT_SUBNET);
    const { name, type } = question;
    resolver.heard.push({ name, type, subnet });
    if (illness === "garbage") return new Uint8Array(64).fill(0xc0);
    const known = truth(name, type, subnet);
    const found =
      illness === "lying" && resolver.liesAbout(name) ? { addresses: [FORGED[type as "A"]], ttlSeconds: 3_600 } : known;
    const isAbsent = found === undefined || illness === "no name";
    const rcode = illness === "failing" ? SERVER_FAILED : isAbsent ? NO_NAME : 0;
    const answers = isAbsent || rcode !== 0 ? [] : [...recordsOf(name, type, found)];
    if (illness === "extra records") answers.push(addressRecord("bank.example.org", type, FORGED[type as "A"], 60));
    if (illness === "adding") answers.push(addressRecord(answers.at(-1)?.name ?? name, type, FORGED[type as "A"], 60));
    return encodeMessage({
      type: "response",
      id: illness === "wrong id" ? (id + 1) & 0xffff : id,
      flags: FLAG_RA | rcode | (illness === "truncating" ? FLAG_TC : 0),
      questions: [illness === "other question" ? { ...question, name: "other.example.org" } : question],
      answers: illness === "truncating" ? [] : answers,
      authorities: answers.length > 0 ? [] : [soaOf(name, known?.negativeTtlSeconds ?? 60)],
      additionals: [
        {
          type: "OPT",
          name: ".",
          udpPayloadSize: 1232,
          flags: 0,
          options: subnet === undefined ? [] : [scoped(subnet, known?.scopePrefix ?? 0)],
        },
      ],
    });
  }
}

function* recordsOf(name: string, type: string, { cname, addresses, ttlSeconds }: Truth): Generator<MessageRecord> {
  if (cname !== undefined) yield { name, type: "CNAME", class: "IN", ttl: ttlSeconds, data: cname };
  for (const address of addresses) yield addressRecord(cname ?? name, type, address, ttlSeconds);
}

function addressRecord(name: string, type: string, data: string, ttl: number): MessageRecord {
  return { name, type, class: "IN", ttl, data };
}

/** Without the bytes that it came as, which would be encoded in place of the fields. */
function scoped({ code, family, sourcePrefixLength, ip }: MessageOption, scopePrefixLength: number): MessageOption {
  return {
    code,
    scopePrefixLength,
    ...(family === undefined ? {} : { family }),
    ...(sourcePrefixLength === undefined ? {} : { sourcePrefixLength }),
    ...(ip === undefined ? {} : { ip }),
  };
}

function soaOf(name: string, minimum: number): MessageRecord {
  const data = {
    mname: "ns.example.org",
    rname: "hostmaster.example.org",
    serial: 1,
    refresh: 1,
    retry: 1,
    expire: 1,
    minimum,
  };
  return { name: name.split(".").slice(-2).join("."), type: "SOA", class: "IN", ttl: 3_600, data };
}
