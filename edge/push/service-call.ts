/**
 * A call that a client makes over its push connection: it goes by the route table, as a request of the same caller would.
 *
 * The edge vouches for the account whose token the connection was made with, and is to end with; headers there are none of the client's.
 * @module
 */
import type { ServiceCall, ServiceReply } from "../../durable/push/push.ts";
import { type RandomHex, receiveTrace } from "../../proto/trace.ts";
import type { Authenticator } from "../auth/auth.ts";
import type { Call } from "../route/call.ts";

/** Of an answer, which becomes one message on a socket. */
const REPLY_BYTES_MAX = 262_144;
const MESSAGE_LENGTH_MAX = 256;
/** What upstreams see in place of the Host that a request would have. */
const HOST = "push";

export interface ServiceCallDeps {
  /** By the route table of now. */
  readonly answer: (call: Call) => Promise<Response>;
  readonly authenticator: Pick<Authenticator, "vouch">;
  readonly random: RandomHex;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly waitUntil: (promise: Promise<unknown>) => void;
}

export async function serviceCall(asked: ServiceCall, deps: ServiceCallDeps): Promise<ServiceReply> {
  const response = await deps.answer(await callOf(asked, deps));
  const { status } = response;
  const text = await readText(response);
  const body = text === undefined ? undefined : parsed(text);
  if (status >= 400) return { status, data: "null", message: messageOf(body) ?? `the service answered ${status}` };
  if (text === undefined)
    return { status: 502, data: "null", message: `more than ${REPLY_BYTES_MAX} bytes were answered` };
  if (text === "") return { status, data: "null", message: "" };
  if (body === undefined) return { status: 502, data: "null", message: "what was answered is no JSON" };
  return { status, data: text, message: "" };
}

async function callOf(
  { path, data, ip, account }: ServiceCall,
  { authenticator, random, now, waitUntil }: ServiceCallDeps,
): Promise<Call> {
  const vouched =
    account &&
    (await authenticator.vouch({
      uid: BigInt(account.user),
      sessionId: BigInt(account.session),
      expiresAtMs: account.expiresAtMs,
    }));
  const headers = { "content-type": "application/json", accept: "application/json" };
  return {
    request: new Request(`https://${HOST}${path}`, { method: "POST", headers, body: data }),
    target: { path, query: "" },
    client: { ip: ip === "" ? undefined : ip, proto: "https", host: HOST },
    trace: receiveTrace(null, null, random),
    entry: { startedAtMs: now() },
    signal: new AbortController().signal,
    waitUntil,
    ...(vouched && { vouched }),
  };
}

/** @returns undefined for more than is taken */
async function readText({ body }: Response): Promise<string | undefined> {
  const text = new TextDecoder();
  let [read, bytes] = ["", 0];
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    // The loop's end cancels the rest.
    if (bytes > REPLY_BYTES_MAX) return undefined;
    read += text.decode(chunk, { stream: true });
  }
  return read + text.decode();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // Who asks says what was expected.
  }
}

/** RFC 9457's, or Connect's. */
function messageOf(body: unknown): string | undefined {
  const { detail, message } = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  const found = [detail, message].find((each) => typeof each === "string");
  return found === undefined ? undefined : String(found).slice(0, MESSAGE_LENGTH_MAX);
}
