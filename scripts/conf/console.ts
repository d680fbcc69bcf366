/**
 * The console of an edge, as the command line calls it: Connect unary, protobuf.
 * @module
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Fault, faultOfConnectError } from "../../proto/fault.ts";
import { ConfigService } from "../../proto/gen/config.contract.ts";
import type { AnyMethod, Init, MethodType } from "../../proto/message/message.ts";
import { STATE_FOLDER } from "../secrets.ts";

/** A document of a megabyte over a slow line. */
const TIMEOUT_MS = 30_000;
const PROTO = "application/proto";
const LOCAL_URL = "http://127.0.0.1:8787";
/** The local operator's token goes to this machine alone, wherever the command line points. */
const LOOPBACK = new Set(["127.0.0.1", "[::1]", "localhost"]);

type Methods = (typeof ConfigService)["methods"];

export type Console = {
  readonly [K in keyof Methods]: Methods[K] extends MethodType<infer I, infer O>
    ? (request: Init<I>) => Promise<O>
    : never;
};

export interface Target {
  readonly url: string;
  readonly token: string | undefined;
}

/** Nobody answered where the edge was expected. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";
}

/** @param given what the command line says @throws Error for an address that is none, or a damaged file of secrets */
export async function targetOf(
  given: { readonly url: string | undefined; readonly token: string | undefined },
  env: NodeJS.ProcessEnv,
  folder = STATE_FOLDER,
): Promise<Target> {
  const url = given.url ?? env.FAIRWAY_URL ?? LOCAL_URL;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new Error(`'${url}' is no http or https address`);
  const token = given.token ?? env.FAIRWAY_TOKEN ?? env.OPS_TOKEN;
  if (token !== undefined || !LOOPBACK.has(new URL(url).hostname)) return { url, token };
  return { url, token: await localToken(join(folder, "secrets.json")) };
}

/** It is only read: who has not started anything yet has no secrets, and none are made here. */
async function localToken(file: string): Promise<string | undefined> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  try {
    const { opsToken } = JSON.parse(text) as { opsToken?: unknown };
    if (typeof opsToken === "string") return opsToken;
  } catch {
    // Falls through to the error that says what to do.
  }
  throw new Error(`${file} is damaged: give the token with --token or FAIRWAY_TOKEN`);
}

/** Each call throws a Fault, as the edge sent it, or Unreachable. */
export function consoleAt({ url, token }: Target): Console {
  const base = url.replace(/\/+$/, "");
  const headers = { "content-type": PROTO, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) };
  const calls = Object.entries(ConfigService.methods).map(([key, method]) => {
    const at = `${base}/${ConfigService.name}/${method.name}`;
    return [key, (request: never) => call(at, headers, method, request)] as const;
  });
  return Object.fromEntries(calls) as unknown as Console;
}

async function call(url: string, headers: Record<string, string>, method: AnyMethod, request: never): Promise<unknown> {
  const { status, type, body } = await exchange(url, headers, method.input.encode(request));
  if (status === 200 && type === PROTO) return method.output.decode(body);
  if (status === 200) throw new Fault("unimplemented", "what answers there is no console of Fairway");
  throw faultOfConnectError(status, jsonOf(body));
}

async function exchange(url: string, headers: Record<string, string>, body: Uint8Array) {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(url, {
      method: "POST",
      headers,
      body: Uint8Array.from(body),
      redirect: "manual",
      signal,
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, type: response.headers.get("content-type"), body: bytes };
  } catch (cause) {
    const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
    throw new Unreachable(inner instanceof Error ? inner.message : String(inner), { cause });
  }
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined; // The status alone tells then.
  }
}
