/**
 * Health: `/livez` says that the process answers, `/readyz` that it can do its work. An upstream that is down makes no edge unready:
 * every other edge would be so as well, and then nobody would answer at all. The front door of the room.
 * @module
 */
import { Fault } from "../../proto/fault.ts";

/** @throws Fault unimplemented (405) */
export function livez(method: string): Response {
  requireRead(method);
  return reply(method, 200, { status: "ok" });
}

/**
 * Anyone may ask, so it names the bindings that are wrong and no more: what exactly is wrong with them, addresses included, is in the
 * operator's log.
 * @param flaws what is wrong with the configuration, each `BINDING: what`; empty where nothing is
 * @throws Fault unimplemented (405)
 */
export function readyz(method: string, flaws: readonly string[]): Response {
  requireRead(method);
  return flaws.length === 0
    ? reply(method, 200, { status: "ready" })
    : reply(method, 503, { status: "not ready", flaws: bindingsOf(flaws) });
}

function bindingsOf(flaws: readonly string[]): string[] {
  return [...new Set(flaws.map((flaw) => flaw.slice(0, flaw.indexOf(":"))))];
}

function requireRead(method: string): void {
  if (method === "GET" || method === "HEAD") return;
  throw new Fault("unimplemented", "this path takes GET, HEAD", { status: 405, headers: { allow: "GET, HEAD" } });
}

function reply(method: string, status: number, body: object): Response {
  const headers = { "content-type": "application/json", "cache-control": "no-store" };
  return new Response(method === "HEAD" ? null : JSON.stringify(body), { status, headers });
}
