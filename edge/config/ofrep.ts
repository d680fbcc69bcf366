/**
 * OpenFeature's remote evaluation protocol (https://github.com/open-feature/protocol), so that its providers work unchanged.
 *
 *     POST /ofrep/v1/evaluate/flags/{key}    {"context": {"targetingKey": "…", …}}     200 {key, value, reason, variant}
 *     POST /ofrep/v1/evaluate/flags          the same for all flags, with an ETag      200 {flags: […]}, 304
 *
 * The protocol has no place for a service: the token names it. An open service is asked at `/ofrep/<service>/<idc>`, which a provider
 * takes as its base URL: `/ofrep/<service>/<idc>/ofrep/v1/…`. The attribute `node` of the context, where there is one, is the node.
 * @module
 */
import { OFREP_PREFIX, type Reader } from "../../proto/config/config.ts";
import { renderHex, sha256 } from "../../proto/digest.ts";
import { Fault } from "../../proto/fault.ts";
import type { Codec } from "../codec/codec.ts";
import { type Face, jsonReply, requireMethod } from "../face/face.ts";
import type { Call, Reply } from "../route/call.ts";
import { type Caller, callerByToken, parseToken, requireRight, unauthenticated } from "./callers.ts";
import { type EvaluationContext, evaluate, FLAGS_SECTION } from "./flags.ts";
import { type Place, placeOf } from "./objects.ts";
import { bearerOf, readerOf, segmentsOf } from "./query.ts";
import type { Kept, Reads } from "./reads.ts";
import { empty } from "./replies.ts";
import type { SecretBox } from "./secret-box.ts";
import { sectionsOf } from "./values.ts";

const BODY_BYTES_MAX = 65_536;
const EVALUATE = ["v1", "evaluate", "flags"];

export interface OfrepDeps {
  readonly reads: Reads;
  readonly box: SecretBox;
  readonly codec: Pick<Codec, "read">;
}

export function ofrepFace(deps: OfrepDeps): Face {
  return {
    name: "ofrep",
    paths: [OFREP_PREFIX],
    async answer(call, path) {
      const { place, key } = askedFor(call, segmentsOf(path, OFREP_PREFIX));
      requireMethod(call, "POST");
      const context = await contextOf(call, deps);
      if (context === undefined) return failure(400, key, "INVALID_CONTEXT", "the body is no {context: {…}}");
      const { kept, caller, epoch } = await readFor(call, place, context, deps);
      const flags = (await sectionsOf(kept, caller.rights.has("read"), deps.box))[FLAGS_SECTION] ?? {};
      if (key === undefined) return await bulk(call, flags, context, `${epoch} ${kept.version}`);
      const flag = Object.hasOwn(flags, key) ? flags[key] : undefined;
      if (flag === undefined) return failure(404, key, "FLAG_NOT_FOUND", "there is no such flag");
      const result = evaluate(key, flag, context);
      return "errorCode" in result
        ? failure(400, key, result.errorCode, result.errorDetails)
        : jsonReply({ key, ...result, metadata: { version: kept.version } });
    },
  };
}

/** @param key undefined for all flags */
interface AskedFor {
  readonly place: Place;
  readonly key: string | undefined;
}

/** @throws Fault not_found, unauthenticated */
function askedFor(call: Call, segments: readonly string[]): AskedFor {
  const [service = "", idc = "", ...rest] = segments;
  const named = rest[0] === "ofrep" && isEvaluate(rest.slice(1));
  const [, , , key, ...more] = named ? rest.slice(1) : segments;
  if ((!named && !isEvaluate(segments)) || more.length > 0) throw new Fault("not_found", "nothing is at this path");
  if (named) return { place: placeOf(service, idc), key };
  const token = parseToken(bearerOf(call) ?? "");
  if (token === undefined) throw unauthenticated("this needs a token of the service, which also names it");
  return { place: { service: token.service, idc: token.idc }, key };
}

function isEvaluate(segments: readonly string[]): boolean {
  return EVALUATE.every((text, at) => segments[at] === text);
}

interface ReadFor {
  readonly kept: Kept;
  readonly caller: Caller;
  readonly epoch: string;
}

async function readFor(call: Call, place: Place, context: EvaluationContext, { reads }: OfrepDeps): Promise<ReadFor> {
  const seen = await reads.read(place, (promise) => call.waitUntil(promise));
  const caller = await callerByToken(bearerOf(call), place, seen.access);
  if (!seen.access.open) requireRight(caller, "read");
  const reader: Reader = readerOf(typeof context.node === "string" ? context.node : "", "");
  return { kept: seen.visibleTo(reader), caller, epoch: seen.epoch };
}

/** @returns undefined where the body is not what it ought to be */
async function contextOf(call: Call, { codec }: OfrepDeps): Promise<EvaluationContext | undefined> {
  const bytes = await codec.read(call, BODY_BYTES_MAX);
  try {
    const body: unknown = bytes.length === 0 ? {} : JSON.parse(new TextDecoder().decode(bytes));
    const context = isObject(body) ? (body.context ?? {}) : undefined;
    return isObject(context) ? context : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

async function bulk(
  call: Call,
  flags: Parameters<typeof evaluateAll>[0],
  context: EvaluationContext,
  version: string,
): Promise<Reply> {
  const body = { flags: evaluateAll(flags, context) };
  const etag = await etagOf(`${version} ${JSON.stringify(body)}`);
  if (call.request.headers.get("if-none-match") === etag) return empty(304, { etag });
  return jsonReply(body, 200, { etag });
}

function evaluateAll(flags: Readonly<Record<string, Parameters<typeof evaluate>[1]>>, context: EvaluationContext) {
  return Object.entries(flags).map(([key, flag]) => ({ key, ...evaluate(key, flag, context) }));
}

/** 64 bits: it tells answers to one client apart. */
async function etagOf(text: string): Promise<string> {
  return `"${renderHex((await sha256(text)).subarray(0, 8))}"`;
}

function failure(status: number, key: string | undefined, errorCode: string, errorDetails: string): Reply {
  return jsonReply({ ...(key === undefined ? {} : { key }), errorCode, errorDetails }, status);
}
