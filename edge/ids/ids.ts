/**
 * Unique ids: `GET /ids?n=5` and `fairway.ids.v1.IdService`. The front door of the room.
 *
 *     curl edge.example/ids?n=2                         {"ids":["8467…","8467…"]}
 *     curl edge.example/ids?n=2 -H accept:text/plain    a line each
 *
 * The ids of one answer are of one worker and rise. What is asked twice gives other ids, so neither form may be stored on the way; a
 * batch takes equal GETs for one, and who wants more ids there asks for more or sends POST.
 * @module
 */
import { type Bytes, type MediaOffer, preferredMedia } from "../../proto/codec/codec.ts";
import { Fault } from "../../proto/fault.ts";
import { IdService } from "../../proto/gen/ids.contract.ts";
import { idsOf, requireCount } from "../../proto/sequence.ts";
import { HeldReply } from "../codec/codec.ts";
import { type Face, jsonReply, requireMethod } from "../face/face.ts";
import type { Call, Reply } from "../route/call.ts";
import { type RpcFaceDeps, rpcFace } from "../rpc/rpc.ts";
import { idsAccess } from "./access.ts";
import { type PoolDeps, workerPool } from "./pool.ts";
import { idService } from "./service.ts";

export type { SequenceOf, SequenceStub } from "./pool.ts";
export { type IdsSettings, parseIdsSettings } from "./settings.ts";

const PROTOCOL = "ids";
const IDS_PATH = "/ids";
/** JSON for who asks for nothing. */
const OFFERS: readonly MediaOffer<"json" | "text">[] = [
  { kind: "json", types: ["application/json"], parameters: "any" },
  { kind: "text", types: ["text/plain"], parameters: "any" },
];

export interface IdsDeps extends PoolDeps {
  readonly rpc: RpcFaceDeps;
}

export function idsFaces(deps: IdsDeps): readonly Face[] {
  const pool = workerPool(deps);
  const authorize = idsAccess(deps.settings);
  const { operators } = deps.rpc;

  async function answer(call: Call): Promise<Reply> {
    requireMethod(call, "GET", "POST");
    const { headers } = call.request;
    await authorize({
      authorization: headers.get("authorization") ?? undefined,
      isOperator: () => operators.isOperator(call),
    });
    const query = new URLSearchParams(call.target.query);
    const count = numberOf(query, "n") ?? 1;
    requireCount(count, "n");
    const workerId = numberOf(query, "worker");
    const runs = workerId === undefined ? await pool.take(count) : await pool.takeFrom(workerId, count);
    const ids = idsOf(runs).map(String);
    return preferredMedia(headers.get("accept"), OFFERS)?.kind === "text" ? textReply(ids) : jsonReply({ ids });
  }

  return [
    { name: PROTOCOL, paths: [IDS_PATH], answer },
    rpcFace(IdService, idService({ ...deps, pool, authorize }), deps.rpc, { name: PROTOCOL }),
  ];
}

/** @throws Fault invalid_argument */
function numberOf(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Fault("invalid_argument", `${name}: a whole number expected`);
}

function textReply(ids: readonly string[]): Reply {
  const body = new TextEncoder().encode(`${ids.join("\n")}\n`) as Bytes;
  const headers = [
    ["content-type", "text/plain;charset=utf-8"],
    ["content-length", String(body.length)],
    ["cache-control", "no-store"],
  ] as const;
  return new HeldReply(body, { status: 200, headers });
}
