/** Sends a report, and what the edge said to it. @module */
import { REPORT_WEIGHT_MAX } from "../../proto/report.ts";
import { readWire } from "../../proto/wire.ts";
import type { Network } from "../network/exchange.ts";
import { retryAfterMsOf } from "../reply.ts";

/** `done`: it is there, or no edge will ever take it. `later`: this one again. `unsupported`: none for a long while. */
export interface Verdict {
  readonly kind: "done" | "later" | "unsupported";
  /** As the edge asks. */
  readonly retryAfterMs?: number | undefined;
  /** One in so many exchanges is to be told from now on; 0 leaves it to the app. Absent where the edge took nothing. */
  readonly oneIn?: number;
}

/** Never rejects. */
export type Post = (body: Uint8Array<ArrayBuffer>, headers: Readonly<Record<string, string>>) => Promise<Verdict>;

/** A report that is late is of no use to those who wait for the connection. */
const TIMEOUT_MS = 10_000;
/** Of the reply: a problem at most. */
const REPLY_BYTES_MAX = 16_384;

export function posting(network: Pick<Network, "edges" | "send">, path: string, now: () => number): Post {
  const url = `${network.edges[0] ?? ""}${path}`;
  return async (body, headers) => {
    const control = new AbortController();
    const timer = setTimeout(() => control.abort(), TIMEOUT_MS);
    try {
      const response = await network.send(url, {
        method: "POST",
        headers: { ...headers },
        body,
        signal: control.signal,
        // Sent twice it would count twice.
        idempotent: false,
        streamed: false,
        bytesMax: REPLY_BYTES_MAX,
      });
      return response.ok ? { kind: "done", oneIn: await oneInOf(response) } : verdictOf(response, now());
    } catch {
      return { kind: "later" }; // The network fails those who call, and tells them; of a report nobody needs to hear.
    } finally {
      clearTimeout(timer);
    }
  };
}

function verdictOf({ status, headers }: Response, nowMs: number): Verdict {
  if (status === 404 || status === 405 || status === 501) return { kind: "unsupported" };
  if (status === 408 || status === 429 || status >= 500) {
    return { kind: "later", retryAfterMs: retryAfterMsOf(headers, nowMs) };
  }
  return { kind: "done" };
}

/** fairway.report.v1.Accepted. @throws Fault where it is something else: a page of the network's, say */
async function oneInOf(response: Response): Promise<number> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  return readWire("fairway.report.v1.Accepted", bytes, (reader) => {
    let oneIn = 0;
    for (let field = reader.next(); field !== 0; field = reader.next()) {
      if (field === 1) oneIn = reader.uint(oneIn);
      else reader.skip();
    }
    return Math.min(REPORT_WEIGHT_MAX, oneIn);
  });
}
