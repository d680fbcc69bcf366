/**
 * How Aliyun's dialect says no: `{"code": …}`. Its clients know the codes: they ask another node again, or not, or take the name for one
 * without addresses for an hour.
 * @module
 */
import { Fault, toFault } from "../../../proto/fault.ts";
import { jsonReply } from "../../face/face.ts";
import type { Reply } from "../../route/call.ts";

const STATUSES = {
  MissingArgument: 400,
  InvalidArgument: 400,
  InvalidHost: 400,
  TooManyHosts: 400,
  InvalidIP: 400,
  InvalidQuery: 400,
  /** The name is one that this account may not ask for. */
  HostNotAllowed: 403,
  AccountNotExists: 403,
  /** The account does not speak this dialect. */
  InvalidAccount: 403,
  UnsignedInterfaceDisabled: 403,
  InvalidSignature: 403,
  SignatureExpired: 403,
  /** The signature is good for longer than it may be. */
  InvalidDuration: 403,
  MethodNotAllowed: 405,
  TooManyRequests: 429,
  InternalError: 500,
} as const;

export type AliyunCode = keyof typeof STATUSES;

/** Thrown inside the dialect; {@link refusalReply} makes a reply of it. */
export class AliyunRefusal extends Error {
  readonly code: AliyunCode;

  constructor(code: AliyunCode) {
    super(code);
    this.code = code;
  }
}

/**
 * @param nowMs for clients whose clock is wrong: it is why most signatures are refused
 * @throws what is no refusal
 */
export function refusalReply(thrown: unknown, nowMs: number): Reply {
  const headers = { date: new Date(nowMs).toUTCString() };
  if (thrown instanceof AliyunRefusal) {
    const { code } = thrown;
    const allow = code === "MethodNotAllowed" ? { allow: "GET" } : {};
    return jsonReply({ code: VENDOR_CODES[code] ?? code }, STATUSES[code], { ...headers, ...allow });
  }
  const fault = toFault(thrown);
  if (fault instanceof Fault && fault.code === "resource_exhausted") {
    const retryAfter = { "retry-after": String(fault.retryAfterSeconds ?? 1) };
    return jsonReply({ code: "TooManyRequests" }, STATUSES.TooManyRequests, { ...headers, ...retryAfter });
  }
  throw thrown;
}

/** The vendor has one code for a name that is none and one that may not be asked for. */
const VENDOR_CODES: Partial<Record<AliyunCode, string>> = { HostNotAllowed: "InvalidHost" };
