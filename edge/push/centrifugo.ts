/**
 * Centrifugo at the edge: where its clients connect, over WebSocket or over a reply that streams, and its server API.
 *
 * | path | |
 * |---|---|
 * | `/connection/websocket` | a WebSocket |
 * | `GET /connection/sse?cf_connect=<json>` | server-sent events; the query is the first command |
 * | `POST /connection/http_stream` | replies as lines; the body is the first command |
 * | `POST /emulation` | `{"session", "node", "data"}`: what a client with a stream says |
 * @module
 */
import * as v from "valibot";
import { Fault } from "../../proto/fault.ts";
import { CENTRIFUGO_API_PATHS, CENTRIFUGO_PATHS } from "../../proto/push/push.ts";
import type { Codec } from "../codec/codec.ts";
import { type Face, requireMethod } from "../face/face.ts";
import type { Call, Reply } from "../route/call.ts";
import { type CentrifugoApiDeps, centrifugoApi } from "./centrifugo-api.ts";
import type { PushCore } from "./core.ts";

/** A message of the largest that a shard takes, once more escaped as a text in JSON. */
const COMMANDS_BYTES_MAX = 262_144;
const UTF8 = new TextDecoder();
const emulationSchema = v.object({ session: v.string(), node: v.string(), data: v.string() });

export interface CentrifugoDeps extends CentrifugoApiDeps {
  readonly core: PushCore;
  readonly codec: Pick<Codec, "read">;
}

export function centrifugoFaces(deps: CentrifugoDeps): readonly Face[] {
  return [
    { name: "centrifugo", paths: CENTRIFUGO_PATHS, answer: (call, path) => connection(deps, call, path) },
    { name: "centrifugo-api", paths: CENTRIFUGO_API_PATHS, answer: (call, path) => centrifugoApi(deps, call, path) },
  ];
}

async function connection({ core, codec }: CentrifugoDeps, call: Call, path: string): Promise<Reply> {
  const home = new URLSearchParams(call.target.query).get("home") ?? undefined;
  switch (path) {
    case "/connection/sse": {
      requireMethod(call, "GET");
      requireAlone(call);
      return streamed(await core.stream(call, { protocol: "centrifugo-sse", home }), "text/event-stream");
    }
    case "/connection/http_stream": {
      requireMethod(call, "POST");
      requireAlone(call);
      const body = UTF8.decode(await codec.read(call, COMMANDS_BYTES_MAX));
      return streamed(await core.stream(call, { protocol: "centrifugo-stream", home, body }), "application/json");
    }
    case "/emulation": {
      requireMethod(call, "POST");
      const { node, session, data } = emulation(UTF8.decode(await codec.read(call, COMMANDS_BYTES_MAX)));
      await core.emulate(node, session, data);
      return new Response(null, { status: 204 });
    }
    default:
      return await core.connect(call, { protocol: "centrifugo", home });
  }
}

/** The reply to an item of a batch is read whole, and this one has no end. @throws Fault failed_precondition */
function requireAlone({ item }: Call): void {
  if (item !== undefined)
    throw new Fault("failed_precondition", "a stream is no item of a batch: ask for it on its own");
}

/** Nothing on the way may wait for more of it: neither to compress it nor to store it. */
function streamed(response: Response, contentType: string): Reply {
  if (!response.ok) return response;
  const headers = {
    "content-type": contentType,
    "cache-control": "no-store, no-transform",
    // nginx and what is made of it.
    "x-accel-buffering": "no",
  };
  return new Response(response.body, { headers });
}

/** @throws Fault invalid_argument */
function emulation(text: string): v.InferOutput<typeof emulationSchema> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new Fault("invalid_argument", "the body is no JSON", { cause });
  }
  const parsed = v.safeParse(emulationSchema, json);
  if (!parsed.success) throw new Fault("invalid_argument", "session, node and data expected, all texts");
  return parsed.output;
}
