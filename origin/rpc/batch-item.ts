/**
 * An item of a batch as a request, and its reply as the batch's.
 * @module
 */
import type { BatchItem, BatchReply, HeaderField } from "../../proto/batch/batch.ts";
import type { Bytes } from "../../proto/codec/codec.ts";
import { Fault } from "../../proto/fault.ts";
import { child, type TraceContext } from "../../proto/trace.ts";
import type { DispatchItem } from "./batch.ts";
import type { Call, RequestHead } from "./call.ts";
import type { RequestHeaders, RpcContext } from "./context.ts";
import type { Dispatch } from "./dispatch.ts";
import type { Reply } from "./endpoint.ts";
import { nodeHex } from "./random-hex.ts";

/** An item without credentials of its own has those of the batch, as in OData and Microsoft Graph. */
const CREDENTIALS = ["authorization", "fairway-identity"] as const;

const EMPTY = new Uint8Array(0);
const randomHex = nodeHex();

export function itemDispatch(dispatch: Dispatch): DispatchItem {
  return (item, outer, signal) =>
    new Promise((settle) => {
      const head = headOf(item, outer);
      const endpoint = dispatch.endpoint(head.path);
      const call = dispatch.open(head, endpoint, traceOf(head.headers, outer, dispatch), (ended, reply) => {
        signal.removeEventListener("abort", abort);
        const answer = batchReply(item, ended, reply);
        dispatch.logged(ended, reply, answer.body.length);
        settle(answer);
      });
      function abort(): void {
        call.abort(abortFault(signal));
      }
      if (call.ended) return;
      signal.addEventListener("abort", abort, { once: true });
      serve(dispatch, call, item);
    });
}

function serve(dispatch: Dispatch, call: Call, item: BatchItem): void {
  const { endpoint } = call;
  const body = item.body ?? EMPTY;
  call.bytesIn = body.length;
  // The batch watches over the time itself; this tells the handler how much there is.
  if (item.timeoutMs !== undefined) call.setTimeout(item.timeoutMs);
  if (body.length <= endpoint.bodyBytesMax) dispatch.serve(call, body);
  else
    fail(
      call,
      new Fault("resource_exhausted", `the body is larger than ${endpoint.bodyBytesMax} bytes`, { status: 413 }),
    );
}

function fail(call: Call, fault: Fault): void {
  call.end(call.endpoint.renderFault(call, fault));
}

function headOf({ id, method, url, headers }: BatchItem, outer: RpcContext): RequestHead {
  const mark = url.indexOf("?");
  const fields: Record<string, string> = Object.create(null);
  for (const [name, value] of headers) fields[name] = name in fields ? `${fields[name]}, ${value}` : value;
  if (!CREDENTIALS.some((name) => name in fields)) {
    for (const name of CREDENTIALS) {
      const value = outer.header(name);
      if (value !== undefined) fields[name] = value;
    }
  }
  return {
    method,
    path: mark < 0 ? url : url.slice(0, mark),
    query: mark < 0 ? "" : url.slice(mark + 1),
    headers: fields,
    item: id,
  };
}

function traceOf(headers: RequestHeaders, outer: RpcContext, dispatch: Dispatch): TraceContext {
  return headers.traceparent === undefined ? child(outer.trace, randomHex) : dispatch.trace(headers);
}

function batchReply({ id, method }: BatchItem, call: Call, { status, headers, body }: Reply): BatchReply {
  const fields: HeaderField[] = [];
  for (let at = 0; at + 1 < headers.length; at += 2) fields.push([headers[at] as string, headers[at + 1] as string]);
  const bytes = (typeof body === "string" ? Buffer.from(body) : body) as Bytes;
  const { sensitive, json } = call.endpoint;
  return {
    id,
    status,
    headers: fields,
    body: method === "HEAD" ? EMPTY : bytes,
    sensitive,
    ...(json === undefined || status !== 200 ? {} : { json: () => json(call, bytes) }),
  };
}

function abortFault({ reason }: AbortSignal): Fault {
  return reason instanceof Fault ? reason : new Fault("canceled", "the batch was aborted", { cause: reason });
}
