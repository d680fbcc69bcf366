/**
 * A procedure behind the Connect protocol's unary form (https://connectrpc.com/docs/protocol).
 * @module
 */
import {
  CONTENT_TYPES,
  decodeMessage,
  encodeMessage,
  messageOfGet,
  parseTimeout,
  replyCheck,
  unaryHead,
} from "../../proto/connect/connect.ts";
import { Fault, toFault } from "../../proto/fault.ts";
import type { IdentityClaims } from "../../proto/identity.ts";
import type { AnyMessage } from "../../proto/message/message.ts";
import type { Call } from "./call.ts";
import { acceptsGzip, pack, parseCoding, unpack } from "./coding.ts";
import { type HeaderLookup, runInContext } from "./context.ts";
import type { Endpoint, Reply } from "./endpoint.ts";
import { connectFaultReply } from "./fault-reply.ts";
import type { RpcLimits } from "./limits.ts";
import type { ImplementedMethod } from "./service.ts";

/** Verifies the credentials that came with a request; undefined where it has none. @throws Fault unauthenticated */
export type Identify = (headers: HeaderLookup) => IdentityClaims | undefined | Promise<IdentityClaims | undefined>;

export interface UnaryOptions {
  readonly identify: Identify;
  readonly limits: RpcLimits;
  readonly vital: boolean;
  /** Sees the messages of a call, for a log that writes them. */
  readonly observe: ((call: Call, type: AnyMessage, message: unknown) => void) | undefined;
}

/** Returned for a call that has had its reply. */
const NOBODY_WAITS: Reply = { status: 499, code: "canceled", faultMessage: undefined, headers: [], body: "" };

export function unaryEndpoint(method: ImplementedMethod, options: UnaryOptions): Endpoint {
  const { identify, limits, vital, observe } = options;
  const { input, output } = method.type;
  const check = replyCheck(output);
  // A reply may repeat what the request said, so the secrets of either forbid it to be compressed.
  const compressible = !input.sensitive && !output.sensitive;

  function accept(call: Call): void {
    const timeout = call.header("connect-timeout-ms");
    if (timeout !== undefined) call.setTimeout(parseTimeout(timeout));
    const { method: httpMethod, query } = call.head;
    const { codec, contentCoding } = unaryHead(method.type, httpMethod, query, (name) => call.header(name));
    call.codec = codec;
    call.coding = parseCoding(contentCoding);
  }

  // From here on each step waits only where there is something to wait for: a promise that is already settled still costs
  // a turn of the microtask queue, and most calls have nothing to unpack and bring credentials that are known.
  function serve(call: Call, body: Uint8Array): Reply | Promise<Reply> {
    const bytes = call.head.method === "GET" ? messageOfGet(call.head.query) : body;
    const plain = call.coding === "gzip" && bytes.length > 0 ? unpack(bytes, limits.messageBytesMax) : bytes;
    return plain instanceof Promise ? plain.then((unpacked) => identified(call, unpacked)) : identified(call, plain);
  }

  function identified(call: Call, bytes: Uint8Array): Reply | Promise<Reply> {
    const request = decodeMessage(input, call.codec, bytes);
    const identifying = identifyCall(call, identify);
    return identifying === undefined ? handle(call, request) : identifying.then(() => handle(call, request));
  }

  function handle(call: Call, request: unknown): Reply | Promise<Reply> {
    if (call.ended) return NOBODY_WAITS;
    observe?.(call, input, request);
    const reply = runInContext(call, method.handle, request, call);
    return reply instanceof Promise ? reply.then((returned) => finish(call, returned)) : finish(call, reply);
  }

  function finish(call: Call, reply: unknown): Reply | Promise<Reply> {
    if (call.ended) return NOBODY_WAITS;
    const wrong = check(reply);
    if (wrong !== undefined)
      throw new Error(`${method.procedure}: what its handler returned does not fit: reply${wrong}`);
    observe?.(call, output, reply);
    return render(call, encodeMessage(output, call.codec, reply));
  }

  function render(call: Call, body: Uint8Array): Reply | Promise<Reply> {
    const headers = ["content-type", CONTENT_TYPES[call.codec]];
    if (call.replyHeaders !== undefined) headers.push(...call.replyHeaders);
    // RFC 6749 §5.1: whoever stands between must not keep a reply that carries tokens.
    if (!compressible && !decidesCaching(call)) headers.push("cache-control", "no-store");
    else if (call.head.method === "GET") headers.push(...cacheHeaders(call));
    const reply: Reply = { status: 200, code: "ok", faultMessage: undefined, headers, body };
    // What is in a batch is compressed with the batch.
    const wanted = compressible && body.length >= limits.gzipBytesMin && call.head.item === undefined;
    if (!wanted || !acceptsGzip(call.header("accept-encoding"), call.coding)) return reply;
    const packed = pack(body);
    return packed instanceof Promise ? packed.then((result) => packedReply(reply, result)) : packedReply(reply, packed);
  }

  return {
    procedure: method.procedure,
    bodyBytesMax: limits.messageBytesMax,
    vital,
    sensitive: !compressible,
    json: (call, body) =>
      call.codec === "proto" ? output.toJson(output.decode(body) as never) : JSON.parse(Buffer.from(body).toString()),
    accept,
    serve,
    renderFault: (call, fault) => connectFaultReply(fault, call.replyHeaders),
  };
}

/** A procedure that nobody implements: Connect's 501. */
export function unimplementedEndpoint(procedure: string): Endpoint {
  const refuse = (): never => {
    throw new Fault("unimplemented", `${procedure} is not implemented`);
  };
  return {
    procedure,
    bodyBytesMax: 0,
    vital: false,
    sensitive: false,
    accept: refuse,
    serve: refuse,
    renderFault: (_call, fault) => connectFaultReply(fault),
  };
}

/** Credentials that are refused leave the call anonymous: whether it needs a caller is its handler's to say. */
function identifyCall(call: Call, identify: Identify): Promise<void> | undefined {
  const refuse = (thrown: unknown): void => {
    call.identityFault = toFault(thrown);
  };
  try {
    const identity = identify(call);
    if (identity instanceof Promise) {
      return identity.then((found) => {
        call.identity = found;
      }, refuse);
    }
    call.identity = identity;
  } catch (thrown) {
    refuse(thrown);
  }
  return undefined;
}

/** A GET may be cached by whoever stands between; what one caller sees is not for others, unless the handler says so. */
function cacheHeaders(call: Call): string[] {
  const personal = call.identity !== undefined || call.header("authorization") !== undefined;
  return ["vary", "accept-encoding", ...(personal && !decidesCaching(call) ? ["cache-control", "private"] : [])];
}

function decidesCaching(call: Call): boolean {
  return call.replyHeaders?.includes("cache-control") === true;
}

function packedReply(reply: Reply, packed: Uint8Array | undefined): Reply {
  if (packed === undefined) return reply;
  return { ...reply, headers: [...reply.headers, "content-encoding", "gzip"], body: packed };
}
