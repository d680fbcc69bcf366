/**
 * Calls of the passport service by plain `fetch`, at whichever tier.
 * @module
 */
import { randomBytes } from "node:crypto";
import { PASSPORT } from "./system.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface SignedIn {
  readonly uid: string;
  readonly deviceId: string;
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly authorization: string;
}

export function deviceId(): string {
  return `device-${randomBytes(16).toString("hex")}`;
}

/** A unary call in JSON. */
export async function call(
  baseUrl: string,
  method: string,
  message: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return await send(`${baseUrl}${PASSPORT}/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(message),
  });
}

/** Any request whose reply is JSON, or empty. */
export async function send(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? {} : JSON.parse(text) };
}

export async function signIn(baseUrl: string, device = deviceId()): Promise<SignedIn> {
  const { status, body } = await call(baseUrl, "SignInGuest", { deviceId: device });
  if (status !== 200) throw new Error(`signing in is answered with ${status}: ${JSON.stringify(body)}`);
  const { uid, accessToken, refreshToken } = body as Record<string, string>;
  if (uid === undefined || accessToken === undefined || refreshToken === undefined) throw new Error("no session");
  return { uid, deviceId: device, accessToken, refreshToken, authorization: `Bearer ${accessToken}` };
}
