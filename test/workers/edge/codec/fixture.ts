/** A codec over a small dictionary, and calls of a route to try it on. @module */
import { COMPRESSOR, type CodecDeps, codec } from "../../../../edge/codec/codec.ts";
import type { BatchItemRef, Call } from "../../../../edge/route/call.ts";
import type { Route } from "../../../../edge/route/route-table.ts";
import { startDeadline } from "../../../../edge/upstream/upstream.ts";
import { type Dictionary, dictionary } from "../../../../proto/codec/codec.ts";

export { COMPRESSOR };
export const REGION = { region: "Oceania", countries: 27, subregions: [{ subregion: "Polynesia", countries: 10 }] };
export const TEXT = new TextEncoder();

export async function dictionaryOf(text: string): Promise<Dictionary> {
  return await dictionary(TEXT.encode(text) as Uint8Array<ArrayBuffer>);
}

export function gzipOf(content: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return COMPRESSOR.gzip(typeof content === "string" ? TEXT.encode(content) : content);
}

export function codecWith(dictionaries: CodecDeps["dictionaries"] = []) {
  return codec({ compressor: COMPRESSOR, dictionaries });
}

export function routeOf(changes: Partial<Route> = {}): Route {
  return {
    name: "regions.one",
    upstream: "countries",
    timeoutMs: 1_000,
    retry: { attempts: 1 },
    auth: "none",
    messages: {},
    bodyBytesMax: 1_048_576,
    sensitive: false,
    ...changes,
  };
}

export interface TestCall extends Call {
  readonly background: Promise<unknown>[];
}

export function callOf(init: RequestInit = {}, route: Route = routeOf(), changes: Partial<Call> = {}): TestCall {
  const background: Promise<unknown>[] = [];
  return {
    request: new Request("http://edge.test/regions/oceania", init),
    target: { path: "/regions/oceania", query: "" },
    client: { ip: "192.0.2.1", proto: "http", host: "edge.test" },
    trace: { traceId: "1".repeat(32), spanId: "2".repeat(16), flags: 1 },
    entry: { startedAtMs: 0 },
    signal: new AbortController().signal,
    waitUntil: (promise) => void background.push(promise),
    route,
    background,
    ...changes,
  };
}

/** As edge/batch has it. */
export function itemRef(): BatchItemRef {
  return { batchId: "b", id: "1", priority: 0, startDeadline, read: async () => undefined };
}

export function jsonResponse(value: unknown, headers: Record<string, string> = {}, status = 200): Response {
  const body = TEXT.encode(JSON.stringify(value));
  const all = { "content-type": "application/json", "content-length": String(body.length), ...headers };
  return new Response(body, { status, headers: all });
}

/** The bytes of a reply as they would go over the wire. */
export async function wireBytes(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await response.arrayBuffer());
}
