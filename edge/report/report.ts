/**
 * What apps tell of how their calls went: `POST /report`, a line of the log for each exchange. The front door of the room.
 *
 *     curl edge.example/report -H content-type:application/json -d '{"platform":"web","samples":[{"weight":1,"method":"GET","path":"/x","totalMs":120}]}'
 *
 * A report is of nobody: it takes no token and looks at none, and of the address that it comes from only the network is written down. So
 * anybody may send one, and what a line says is what somebody claims. It is therefore bounded in size, in number and in each of its fields, and
 * nothing but the log ever reads it.
 * @module
 */
import { type Bytes, isJsonType, isProtobufType, JSON_TYPE, PROTOBUF_TYPES } from "../../proto/codec/codec.ts";
import { Fault } from "../../proto/fault.ts";
import { Accepted, Report } from "../../proto/gen/report.contract.ts";
import { REPORT_BYTES_MAX, REPORT_PATH } from "../../proto/report.ts";
import { type Codec, HeldReply } from "../codec/codec.ts";
import { type Face, jsonReply, requireMethod } from "../face/face.ts";
import type { RateLimit, RateLimiter } from "../rate-limit/rate-limit.ts";
import type { Call, Reply } from "../route/call.ts";
import { checkReport } from "./check.ts";
import { linesOf, type Whence } from "./line.ts";
import type { ReportSettings } from "./settings.ts";

export { parseReportSettings, type ReportSettings } from "./settings.ts";

const PROTOCOL = "report";

/** An app sends one a minute at most, and 300 phones behind one network are many. */
const RATE_LIMIT: RateLimit = { requests: 300, windowSeconds: 60, by: "network", publicOnly: true };

const NOTHING: Bytes = new Uint8Array(0);
const DECODER = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export interface ReportDeps {
  readonly settings: ReportSettings;
  readonly codec: Pick<Codec, "read">;
  readonly limiter: RateLimiter;
  /** Where a call comes from. */
  readonly placeOf: (call: Call) => Promise<Whence>;
  /** Gets complete lines, each without its line break. */
  readonly write: (lines: readonly string[]) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export function reportFace({ settings, codec, limiter, placeOf, write, now }: ReportDeps): Face {
  return {
    name: PROTOCOL,
    paths: [REPORT_PATH],
    async answer(call) {
      requireMethod(call, "POST");
      limiter.take(call, { name: PROTOCOL, rateLimit: RATE_LIMIT });
      const report = await reportOf(call, codec);
      checkReport(report);
      const lines = linesOf(report, call, await placeOf(call), now());
      if (lines.length > 0) write(lines);
      return accepted(settings, isJsonType(call.request.headers.get("content-type")));
    },
  };
}

/** @throws Fault invalid_argument (400, or 415 for another type), resource_exhausted (413) */
async function reportOf(call: Call, codec: Pick<Codec, "read">): Promise<Report> {
  const type = call.request.headers.get("content-type");
  const json = isJsonType(type);
  if (!json && !isProtobufType(type)) {
    throw new Fault("invalid_argument", `a report is ${PROTOBUF_TYPES[0]} or ${JSON_TYPE}`, {
      status: 415,
      headers: { accept: [...PROTOBUF_TYPES, JSON_TYPE].join(", ") },
    });
  }
  const bytes = await codec.read(call, REPORT_BYTES_MAX);
  return json ? Report.fromJson(parse(bytes)) : Report.decode(bytes);
}

function parse(bytes: Bytes): unknown {
  try {
    return JSON.parse(DECODER.decode(bytes));
  } catch (cause) {
    throw new Fault("invalid_argument", "the report is no JSON in UTF-8", { cause });
  }
}

/** Says nothing where there is nothing to say, which is usual. */
function accepted({ oneIn }: ReportSettings, json: boolean): Reply {
  if (oneIn === 0) return new HeldReply(NOTHING, { status: 204, headers: [["cache-control", "no-store"]] });
  if (json) return jsonReply(Accepted.toJson({ oneIn }));
  const body = Accepted.encode({ oneIn });
  const headers = [
    ["content-type", PROTOBUF_TYPES[0] ?? ""],
    ["content-length", String(body.length)],
    ["cache-control", "no-store"],
  ] as const;
  return new HeldReply(body, { status: 200, headers });
}
