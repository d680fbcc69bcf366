/**
 * Calls to the registry, each with a deadline. What it answers is a code; what does not answer is an error.
 * @module
 */
import { DISCOVERY_CODES, DISCOVERY_PREFIX, HOLD_PATH } from "../../proto/discovery.ts";

/** As long as a renewal may take before the next one is due. */
const TIMEOUT_MS = 1_000;
const BODY_BYTES_MAX = 65_536;

/** Who is registered, and for which service. */
export interface InstanceName {
  readonly env: string;
  readonly appid: string;
  readonly zone: string;
  readonly hostname: string;
}

export interface ApiAnswer {
  readonly code: number;
  readonly message: string;
  /** Which one is registered, where the answer tells. */
  readonly generation: number | undefined;
}

export interface RegistryApi {
  /** @throws Error where nobody answers in time, or not in the registry's way */
  post(
    operation: "register" | "renew" | "set" | "cancel",
    fields: Readonly<Record<string, string | readonly string[]>>,
  ): Promise<ApiAnswer>;
  /** For a socket: where it goes, and with which headers. */
  readonly hold: { readonly url: string; readonly headers: Readonly<Record<string, string>> };
}

export interface ApiOptions {
  /** `http://edge.example`, with the prefix where it is mounted under one. */
  readonly url: string;
  readonly token: string;
  readonly fetch?: typeof fetch;
}

export function registryApi({ url, token, fetch: send = fetch }: ApiOptions): RegistryApi {
  const base = url.replace(/\/+$/, "");
  const headers = { authorization: `Bearer ${token}` };
  return {
    hold: { url: base.replace(/^http/, "ws") + HOLD_PATH, headers },
    async post(operation, fields) {
      const form = new URLSearchParams();
      for (const [name, value] of Object.entries(fields)) {
        for (const each of typeof value === "string" ? [value] : value) form.append(name, each);
      }
      const response = await send(base + DISCOVERY_PREFIX + operation, {
        method: "POST",
        headers,
        body: form,
        redirect: "error",
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const text = await response.text();
      return answerOf(response.status, text);
    },
  };
}

/** @throws Error */
function answerOf(status: number, text: string): ApiAnswer {
  let json: unknown;
  try {
    json = text.length > BODY_BYTES_MAX ? undefined : JSON.parse(text);
  } catch (cause) {
    throw new Error(`the registry answers ${status}, and no JSON`, { cause });
  }
  const { code, message, data } = (json ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof code !== "number") throw new Error(`the registry answers ${status}, and no code`);
  if (code === DISCOVERY_CODES.failed) throw new Error(`the registry cannot answer: ${message}`);
  // JSON.parse rounds the times beside it, which have more digits than a number; the generation has not.
  const generation = (data as { readonly generation?: unknown } | null | undefined)?.generation;
  return {
    code,
    message: typeof message === "string" ? message : "",
    generation: typeof generation === "number" && Number.isSafeInteger(generation) ? generation : undefined,
  };
}
