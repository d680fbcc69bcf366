/**
 * DNS over HTTPS (RFC 8484): `GET /dns-query?dns=`, `POST /dns-query`, and DNS in JSON (dns-json.ts) on `/resolve` and for who accepts it.
 *
 * Open to anybody, for the names that the configuration opens (section `settings/open`): others are refused in DNS, and nobody is asked for
 * them. Whatever DNS says, HTTP says 200; what is no query is 400. Any page may ask.
 * @module
 */

import type { Bytes } from "../../../proto/codec/codec.ts";
import { MESSAGE_BYTES_MAX } from "../../../proto/dns/dns.ts";
import { Fault } from "../../../proto/fault.ts";
import { DOH, HTTPDNS_PATHS } from "../../../proto/httpdns/httpdns.ts";
import { HeldReply } from "../../codec/codec.ts";
import { type Face, requireMethod } from "../../face/face.ts";
import type { Call, Reply } from "../../route/call.ts";
import type { Answer, Subnet } from "../question.ts";
import { REFUSED } from "./asking.ts";
import type { DialectDeps } from "./dialects.ts";
import { readJsonQuery, renderJson } from "./dns-json.ts";
import type { DnsQuery } from "./dns-query.ts";
import { renderAnswer, renderRefusal } from "./dns-reply.ts";
import { mayAsk, takeQuota } from "./gate.ts";
import { type KnownQueries, knownQueries } from "./known-queries.ts";
import { type Params, parseParams } from "./params.ts";

const MESSAGE_TYPE = "application/dns-message";
const JSON_TYPE = "application/dns-json";
/** RFC 8484 §6: no padding. */
const BASE64URL = /^[A-Za-z0-9_-]+$/;
/** Browsers keep a preflight's answer no longer than this: Chromium's limit. */
const PREFLIGHT_SECONDS = 7_200;

const TEXT = new TextEncoder();

interface DohDeps extends DialectDeps {
  readonly known: KnownQueries;
}

export function dohFace(deps: DialectDeps): Face {
  const own = { ...deps, known: knownQueries() };
  return { name: DOH, paths: HTTPDNS_PATHS[DOH], compress: false, answer: (call, path) => answer(call, path, own) };
}

function answer(call: Call, path: string, deps: DohDeps): Reply | Promise<Reply> {
  if (call.request.method === "OPTIONS") return preflight();
  const behind = deps.resolver.touch((promise) => call.waitUntil(promise));
  return behind === undefined ? answerNow(call, path, deps) : behind.then(() => answerNow(call, path, deps));
}

function answerNow(call: Call, path: string, deps: DohDeps): Reply | Promise<Reply> {
  const { resolver, limiter } = deps;
  const { open } = resolver.document();
  if (!open.dialects.has("doh")) throw new Fault("permission_denied", "this resolver is not open to anybody");
  takeQuota(limiter, call, undefined, open);
  if (path === "/dns-query") {
    requireMethod(call, "GET", "POST", "OPTIONS");
    if (call.request.method === "POST") return postReply(call, deps);
    const text = dnsParameter(call.target.query);
    if (text !== undefined) return messageReply(call, binaryOfText(text), deps);
  } else requireMethod(call, "GET", "OPTIONS");
  const params = parseParams(call.target.query);
  if (params === undefined) throw new Fault("invalid_argument", "the query cannot be read");
  return jsonReply(call, params, deps);
}

/** @throws Fault invalid_argument (400, 415), resource_exhausted (413) */
async function postReply(call: Call, deps: DohDeps): Promise<Reply> {
  const type = call.request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== MESSAGE_TYPE) throw new Fault("invalid_argument", `this path takes ${MESSAGE_TYPE}`, { status: 415 });
  return await messageReply(call, binaryOf(await deps.codec.read(call, MESSAGE_BYTES_MAX)), deps);
}

/** Where it is all of the query, as mostly, nothing else is looked at. */
function dnsParameter(query: string): string | undefined {
  if (query.startsWith("?dns=") && !query.includes("&")) return query.slice("?dns=".length);
  return parseParams(query)?.get("dns");
}

/** A character for each byte. @throws Fault invalid_argument (400) */
function binaryOfText(text: string): string {
  // A single character more than whole groups of four is no byte.
  if (!BASE64URL.test(text) || text.length % 4 === 1) {
    throw new Fault("invalid_argument", "dns: must be base64url without padding");
  }
  return atob(text.replaceAll("-", "+").replaceAll("_", "/"));
}

function binaryOf(bytes: Uint8Array): string {
  const CHUNK = 8192; // Arguments of one call are bounded by the stack.
  let binary = "";
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return binary;
}

/** @throws Fault invalid_argument (400) for what is no query */
function messageReply(call: Call, binary: string, deps: DohDeps): Reply | Promise<Reply> {
  const read = deps.known.read(binary);
  if (read.kind === "none") throw new Fault("invalid_argument", "this is no DNS query");
  if (read.kind === "refused") return reply(renderRefusal(read.refusal), MESSAGE_TYPE, undefined);
  const { query } = read;
  const render = (known: Answer) => reply(deps.known.render(binary, query, known), MESSAGE_TYPE, known);
  const answer = ask(call, query.name, query.type, query.edns?.subnet?.subnet, deps);
  return answer instanceof Promise ? answer.then(render) : render(answer);
}

/** @throws Fault invalid_argument (400) */
async function jsonReply(call: Call, params: Params, deps: DialectDeps): Promise<Reply> {
  const query = readJsonQuery(params);
  const answer = await ask(call, query.name, query.type, query.subnet, deps);
  const wanted = params.get("ct") ?? call.request.headers.get("accept") ?? "";
  if (wanted.includes(MESSAGE_TYPE)) return reply(renderAnswer(messageOf(query), answer), MESSAGE_TYPE, answer);
  const type = wanted.includes(JSON_TYPE) ? JSON_TYPE : "application/json";
  return reply(TEXT.encode(JSON.stringify(renderJson(query, answer))) as Bytes, type, answer);
}

/** The query that somebody would have sent who asked for the same in DNS. */
function messageOf({ name, type, checkingDisabled, wantsDnssec }: ReturnType<typeof readJsonQuery>): DnsQuery {
  return {
    id: 0,
    recursionDesired: true,
    checkingDisabled,
    question: { name, type: `UNKNOWN_${type}`, class: "IN" },
    name,
    type,
    edns: wantsDnssec ? { wantsDnssec, subnet: undefined, isPadded: false } : undefined,
  };
}

function ask(
  call: Call,
  name: string | undefined,
  type: number,
  subnet: Subnet | undefined,
  { resolver }: DialectDeps,
): Answer | Promise<Answer> {
  if (name === undefined || !mayAsk(resolver.document().open, name)) return REFUSED;
  const place = resolver.placeOf(call, subnet);
  return resolver.resolve({ name, type, place }, (promise) => call.waitUntil(promise));
}

/** @param answer whose TTL it may be kept for; one for a network is nothing that others may be given (RFC 8484 §5.1) */
function reply(body: Bytes, type: string, answer: Answer | undefined): Reply {
  const seconds = answer?.ttlSeconds ?? 0;
  const control = seconds === 0 ? "no-store" : `${answer?.scopePrefix === 0 ? "" : "private, "}max-age=${seconds}`;
  return new HeldReply(body, {
    status: 200,
    headers: [
      ["content-type", type],
      ["cache-control", control],
      ["access-control-allow-origin", "*"],
      ["vary", "Accept"],
    ],
  });
}

function preflight(): Reply {
  return new HeldReply(new Uint8Array(0), {
    status: 204,
    headers: [
      ["access-control-allow-origin", "*"],
      ["access-control-allow-methods", "GET, POST"],
      ["access-control-allow-headers", "content-type"],
      ["access-control-max-age", String(PREFLIGHT_SECONDS)],
    ],
  });
}
