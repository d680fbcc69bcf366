/**
 * From a request to the endpoint that serves it, and through it: the same way for a request from a socket and an item of
 * a batch. Here are the bound on what runs at one time, the log of what failed, and the access line.
 * @module
 */
import { type FaultCode, toFault } from "../../proto/fault.ts";
import { receiveTrace, type TraceContext } from "../../proto/trace.ts";
import type { Fields, Log } from "../log/log.ts";
import { Call, type RequestHead } from "./call.ts";
import { type RequestHeaders, runInContext } from "./context.ts";
import type { Endpoint, Reply } from "./endpoint.ts";
import { overloaded, type RpcLimits } from "./limits.ts";
import { headerOf } from "./metadata.ts";
import { nodeHex } from "./random-hex.ts";
import { notFoundEndpoint, type PlainRoute, plainEndpoint } from "./route.ts";
import type { Implementation } from "./service.ts";
import { type UnaryOptions, unaryEndpoint, unimplementedEndpoint } from "./unary.ts";

export interface DispatchOptions extends Omit<UnaryOptions, "vital"> {
  readonly services: readonly Implementation[];
  readonly routes: readonly PlainRoute[];
  readonly admit?: () => void;
  readonly log: Log;
  readonly limits: RpcLimits;
  /** In place of the limit of this name. */
  readonly inFlightMax?: () => number;
  readonly monotonicNow: () => number;
}

export interface Dispatch {
  /**
   * Opens a call, which may have ended when this returns: refused by its head.
   * @param onEnd told once, when the reply is decided
   */
  open(head: RequestHead, endpoint: Endpoint, trace: TraceContext, onEnd: (call: Call, reply: Reply) => void): Call;
  /** Serves an open call. Never throws; the outcome goes to `onEnd`. */
  serve(call: Call, body: Uint8Array): void;
  endpoint(path: string): Endpoint;
  trace(headers: RequestHeaders): TraceContext;
  /** Writes the access line of a call. @param bytesOut what its reply's body weighed on the wire */
  logged(call: Call, reply: Reply, bytesOut: number): void;
  /** Notes an error that came when nobody could be told any more. */
  failed(call: Call, error: unknown): void;
  /** Calls whose handlers have not returned or whose replies are being streamed. */
  readonly running: Set<Call>;
}

/** `/package.Service/Method`: what can only be meant for RPC. */
const PROCEDURE_PATH = /^\/((?:[A-Za-z_]\w*\.)+[A-Za-z_]\w*\/[A-Za-z_]\w*)$/;
/** Faults of ours, which somebody has to look at. Overload, deadlines and clients' mistakes are told by the access line. */
const OURS: ReadonlySet<FaultCode> = new Set(["internal", "unknown", "data_loss"]);

/** A database that is away fails thousands of calls a second, for one and the same reason. */
const WARN_EVERY_MS = 1_000;

export function dispatcher(options: DispatchOptions): Dispatch {
  const { log, limits, monotonicNow, admit, inFlightMax = () => limits.inFlightMax } = options;
  const endpoints = endpointsOf(options);
  const randomHex = nodeHex();
  const running = new Set<Call>();
  let quietUntilMs = Number.NEGATIVE_INFINITY;
  /** Warnings since the last one that was written. */
  let unsaid = 0;

  function serve(call: Call, body: Uint8Array): void {
    running.add(call);
    try {
      const reply = call.endpoint.serve(call, body);
      if (reply instanceof Promise) void settle(call, reply);
      else {
        running.delete(call);
        call.end(reply);
      }
    } catch (thrown) {
      running.delete(call);
      fail(call, thrown);
    }
  }

  async function settle(call: Call, coming: Promise<Reply>): Promise<void> {
    try {
      call.end(await coming);
    } catch (thrown) {
      fail(call, thrown);
    } finally {
      running.delete(call);
    }
  }

  function fail(call: Call, thrown: unknown): void {
    if (call.wasAbortedBy(thrown)) return;
    const fault = toFault(thrown);
    if (call.ended) {
      failed(call, thrown);
      return;
    }
    if (OURS.has(fault.code)) note(call, "error", "a call failed", thrown);
    else if (fault.code === "unavailable" && fault.cause !== undefined) warn(call, thrown);
    try {
      call.end(call.endpoint.renderFault(call, fault));
    } catch (error) {
      failed(call, error);
      call.end(call.endpoint.renderFault(call, toFault(error)));
    }
  }

  /** One of them stands for all that fail in the same moment: each has its access line, and the cause is the same. */
  function warn(call: Call, error: unknown): void {
    if (monotonicNow() < quietUntilMs) {
      unsaid += 1;
      return;
    }
    note(call, "warn", "a call had to fail", error, unsaid === 0 ? {} : { unsaid });
    quietUntilMs = monotonicNow() + WARN_EVERY_MS;
    unsaid = 0;
  }

  function failed(call: Call, error: unknown): void {
    if (!call.wasAbortedBy(error)) note(call, "error", "a call failed where nobody could be told", error);
  }

  function note(call: Call, level: "warn" | "error", message: string, error: unknown, more: Fields = {}): void {
    runInContext(call, () => log[level](message, { procedure: call.procedure, error, ...more }));
  }

  return {
    open(head, endpoint, trace, onEnd) {
      const call = new Call(head, endpoint, trace, monotonicNow, onEnd);
      try {
        if (!endpoint.vital) {
          if (running.size >= inFlightMax()) throw overloaded(limits);
          admit?.();
        }
        endpoint.accept(call);
      } catch (thrown) {
        fail(call, thrown);
      }
      return call;
    },
    serve,
    endpoint: (path) => endpoints.get(path) ?? strayEndpoint(path),
    trace: (headers) =>
      receiveTrace(headerOf(headers, "traceparent") ?? null, headerOf(headers, "tracestate") ?? null, randomHex),
    logged(call, reply, bytesOut) {
      const entry = {
        procedure: call.procedure,
        code: reply.code,
        status: reply.status,
        durationMs: call.elapsedMs(),
        bytesIn: call.bytesIn,
        bytesOut,
        uid: call.identity?.uid,
        trace: call.trace,
        item: call.head.item,
        faultMessage: reply.faultMessage,
      };
      log.access(entry, call.endpoint.vital ? "debug" : "info");
    },
    failed,
    running,
  };
}

function endpointsOf({ services, routes, identify, limits, observe }: DispatchOptions): Map<string, Endpoint> {
  const endpoints = new Map<string, Endpoint>();
  for (const { methods, vital } of services) {
    for (const method of methods) {
      const path = `/${method.procedure}`;
      if (endpoints.has(path)) throw new Error(`${method.procedure} is implemented twice`);
      endpoints.set(path, unaryEndpoint(method, { identify, limits, vital, observe }));
    }
  }
  for (const [path, ofPath] of Map.groupBy(routes, (route) => route.path)) {
    if (endpoints.has(path)) throw new Error(`${path} is a procedure and a route`);
    endpoints.set(path, plainEndpoint(path, ofPath));
  }
  return endpoints;
}

function strayEndpoint(path: string): Endpoint {
  const procedure = PROCEDURE_PATH.exec(path)?.[1];
  return procedure === undefined ? notFoundEndpoint(path) : unimplementedEndpoint(procedure);
}
