/**
 * Centrifugo's server API (https://centrifugal.dev/docs/server/server_api): `POST /api/<method>` with JSON, for services with a token of
 * `PUSH_TOKENS` in `X-API-Key`, and for operators. Methods: centrifugo-methods.ts.
 *
 * It answers 200 with `{"result": …}`, or `{"error": {"code", "message"}}`; with `X-Centrifugo-Error-Mode: transport` an error has the status of HTTP
 * that belongs to it, and stands alone. `POST /api` takes older libraries' `{"method", "params"}`, one a line.
 * @module
 */
import * as v from "valibot";
import { findBearer } from "../../proto/bearer.ts";
import type { Bytes } from "../../proto/codec/codec.ts";
import { Fault, toFault } from "../../proto/fault.ts";
import { CENTRIFUGO_API_PREFIX, type CentrifugoError, centrifugoError, exactJson } from "../../proto/push/push.ts";
import type { Codec } from "../codec/codec.ts";
import { HeldReply } from "../codec/codec.ts";
import { requireMethod } from "../face/face.ts";
import type { Operators } from "../ops/ops.ts";
import type { Call, Reply } from "../route/call.ts";
import { centrifugoCodeOf, centrifugoStatusOf, checked } from "./centrifugo-errors.ts";
import { type CentrifugoMethods, centrifugoMethods, type MethodsDeps } from "./centrifugo-methods.ts";
import type { Publishers } from "./publishers.ts";

export interface CentrifugoApiDeps extends MethodsDeps {
  readonly codec: Pick<Codec, "read">;
  readonly publishers: Publishers;
  readonly operators: Operators;
  readonly warn: (message: string, cause: unknown) => void;
}

/** A batch of the most commands, each of some kilobytes. */
const BODY_BYTES_MAX = 4_194_304;
/** Each is a call of an object, or some: as many as one request may make. */
const COMMANDS_MAX = 1_000;
const APIKEY = /^apikey\s+(\S+)$/i;
const UTF8 = new TextDecoder();
const TEXT = new TextEncoder();

const commandSchema = v.record(v.string(), v.unknown());
const batchSchema = v.object({ commands: v.array(commandSchema), parallel: v.nullish(v.boolean(), false) });
const olderSchema = v.object({ method: v.string(), params: v.optional(v.unknown()) });

type Outcome = { readonly result: string } | { readonly error: CentrifugoError };

/** @throws Fault not_found for a method that there is not, unauthenticated */
export async function centrifugoApi(deps: CentrifugoApiDeps, call: Call, path: string): Promise<Reply> {
  requireMethod(call, "POST");
  const publisher = await publisherOf(deps, call);
  const methods = centrifugoMethods(deps, publisher);
  const name = path === "/api" ? undefined : path.slice(CENTRIFUGO_API_PREFIX.length);
  if (name !== undefined && name !== "batch" && !Object.hasOwn(methods, name)) {
    throw new Fault("not_found", "the API has no such method");
  }
  const text = UTF8.decode(await deps.codec.read(call, BODY_BYTES_MAX));
  if (name === undefined) return json(await olderReplies(deps, methods, text));
  const params = text.trim() === "" ? {} : exactJson(text);
  const outcome =
    name === "batch"
      ? await answered(deps, async () => await batch(deps, methods, params))
      : await run(deps, methods, name, params);
  if (name === "batch" && "result" in outcome) return json(outcome.result);
  if ("error" in outcome && call.request.headers.get("x-centrifugo-error-mode") === "transport") {
    return json(JSON.stringify(outcome.error), centrifugoStatusOf(outcome.error.code));
  }
  return json(textOf(outcome));
}

async function publisherOf({ publishers, operators }: CentrifugoApiDeps, call: Call): Promise<string> {
  const { headers } = call.request;
  const authorization = headers.get("authorization");
  const token = headers.get("x-api-key") ?? APIKEY.exec(authorization ?? "")?.[1] ?? findBearer(authorization);
  return await publishers.require(token, () => operators.isOperator(call, token));
}

async function run(
  deps: CentrifugoApiDeps,
  methods: CentrifugoMethods,
  name: string,
  params: unknown,
): Promise<Outcome> {
  return await answered(deps, async () => {
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    if (method === undefined) throw new Fault("unimplemented", `the API has no method ${name.slice(0, 32)}`);
    return await method(params);
  });
}

async function batch(deps: CentrifugoApiDeps, methods: CentrifugoMethods, params: unknown): Promise<string> {
  const { commands, parallel } = checked(batchSchema, params);
  if (commands.length > COMMANDS_MAX) throw new Fault("invalid_argument", `more than ${COMMANDS_MAX} commands`);
  const one = async (command: Readonly<Record<string, unknown>>): Promise<string> => {
    const [[name, given] = ["", undefined], ...others] = Object.entries(command);
    if (others.length > 0) return textOf({ error: centrifugoError(107, "one method a command expected") });
    const outcome = await run(deps, methods, name, given ?? {});
    return "error" in outcome ? textOf(outcome) : `{${JSON.stringify(name)}:${outcome.result}}`;
  };
  const replies: string[] = [];
  if (parallel) replies.push(...(await Promise.all(commands.map(one))));
  else for (const command of commands) replies.push(await one(command));
  return `{"replies":[${replies.join(",")}]}`;
}

async function olderReplies(deps: CentrifugoApiDeps, methods: CentrifugoMethods, text: string): Promise<string> {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length > COMMANDS_MAX) return textOf({ error: centrifugoError(107, `more than ${COMMANDS_MAX} commands`) });
  const replies: string[] = [];
  for (const line of lines) {
    const parsed = v.safeParse(olderSchema, exactJson(line));
    const outcome = parsed.success
      ? await run(deps, methods, parsed.output.method, parsed.output.params ?? {})
      : { error: centrifugoError(107, "method and params expected") };
    replies.push(textOf(outcome));
  }
  return replies.join("\n");
}

async function answered({ warn }: CentrifugoApiDeps, produce: () => Promise<string>): Promise<Outcome> {
  try {
    return { result: await produce() };
  } catch (thrown) {
    const fault = toFault(thrown);
    const code = centrifugoCodeOf(fault.code);
    if (code === 100) warn("a call of Centrifugo's API failed", fault.cause ?? fault);
    return { error: centrifugoError(code, fault.message) };
  }
}

function textOf(outcome: Outcome): string {
  return "error" in outcome ? `{"error":${JSON.stringify(outcome.error)}}` : `{"result":${outcome.result}}`;
}

function json(text: string, status = 200): Reply {
  return new HeldReply(TEXT.encode(text) as Bytes, {
    status,
    headers: [
      ["content-type", "application/json"],
      ["cache-control", "no-store"],
    ],
  });
}
