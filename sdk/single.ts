/** One call in a request of its own. @module */
import { headerOf } from "../proto/batch/batch.ts";
import { Fault, toFault } from "../proto/fault.ts";
import type { Departure } from "./answer.ts";
import { requestControl } from "./cancel.ts";
import { render } from "./render.ts";
import { Reply } from "./reply.ts";
import { isTransient, type Retries } from "./retry.ts";
import { damaged, type Transport } from "./transport.ts";
import { wayOf, withWay } from "./way.ts";

export interface WireDeps {
  readonly transport: Transport;
  readonly retries: Retries;
  readonly now: () => number;
}

/** Connect allows ten digits (https://connectrpc.com/docs/protocol#unary-request). */
const CONNECT_TIMEOUT_MS_MAX = 9_999_999_999;

/** Answers the call, whatever happens. */
export async function sendSingle(departure: Departure, { transport, retries, now }: WireDeps): Promise<void> {
  const { job, authorization, answer } = departure;
  const round = retries.round();
  const { signal, stop } = requestControl([job]);
  let response: Response | undefined;
  try {
    const token = authorization.kind === "token" ? [`Bearer ${authorization.token}`] : undefined;
    const { url, headers, body } = render(job.work, token, () => undefined, false);
    const fields = Object.fromEntries(headers.map(([name]) => [name, headerOf(headers, name) ?? ""]));
    if (job.work.rpc) {
      const leftMs = Math.min(CONNECT_TIMEOUT_MS_MAX, Math.max(1, Math.ceil(job.deadlineMs - now())));
      fields["connect-timeout-ms"] = String(leftMs);
    }
    const { method } = job.work;
    const idempotent = job.work.idempotency !== "unsafe";
    response = await transport.send({ method, path: url, headers: fields, ...(body && { body }), idempotent, signal });
    const reply = replyOfResponse(response, await transport.body(response, signal));
    if (!isTransient(reply.status)) round.succeed();
    answer({ kind: "reply", reply, round, authorization });
  } catch (thrown) {
    const fault = toFault(thrown);
    const unanswered = response === undefined && fault.code === "unavailable" && wayOf(fault)?.attempts !== 0;
    answer(unanswered ? { kind: "lost", fault, round } : { kind: "failed", fault });
  } finally {
    stop();
  }
}

/** @throws Fault internal for a status that is none */
export function replyOfResponse(response: Response, body: Uint8Array): Reply {
  if (response.status < 200 || response.status > 599) throw damaged(new Fault("unknown", `status ${response.status}`));
  return withWay(new Reply(response.status, response.headers, body), wayOf(response));
}
