/**
 * What the console's handlers share: whom they serve, and what they ask.
 * @module
 */
import type { Actor } from "../../durable/config/config.ts";
import type { Tree } from "../../durable/config/views.ts";
import { findBearer } from "../../proto/bearer.ts";
import type { Right } from "../../proto/config/config.ts";
import { Fault } from "../../proto/fault.ts";
import type * as wire from "../../proto/gen/config.contract.ts";
import type { RpcContext } from "../rpc/rpc.ts";
import { type Caller, callerByToken, OPERATOR, requireRight } from "./callers.ts";
import { placeOfMessage } from "./console-wire.ts";
import type { DirectoryStub } from "./directory.ts";
import { addressOf, ask, type ConfigStub, type ConfigStubs, type Place, refusalOf } from "./objects.ts";
import type { Reads } from "./reads.ts";
import type { ReleaseCheck } from "./release-check.ts";
import type { SecretBox } from "./secret-box.ts";

export interface ConsoleDeps {
  readonly stubs: ConfigStubs;
  readonly directory: () => DirectoryStub;
  readonly reads: Reads;
  readonly box: SecretBox;
  /** By service: what its reader, which is the edge itself, asks of a release beyond the schema. */
  readonly checks: ReadonlyMap<string, ReleaseCheck>;
}

/** One call of the console: its service, who calls, and the object. */
export interface Session {
  readonly place: Place;
  readonly caller: Caller;
  /** As the object wants to hear it. */
  readonly actor: Actor;
  readonly object: ConfigStub;
}

/**
 * @param anyOf one of these rights is needed
 * @throws Fault unauthenticated, permission_denied, not_found, invalid_argument
 */
export async function begin(
  service: wire.Service | null,
  context: RpcContext,
  deps: ConsoleDeps,
  ...anyOf: readonly Right[]
): Promise<Session> {
  const place = placeOfMessage(service);
  const caller = await callerOf(place, context, deps);
  requireRight(caller, ...anyOf);
  return sessionOf(place, caller, deps);
}

/** For the operator alone. @throws Fault unauthenticated, permission_denied */
export async function beginAsOperator(
  service: wire.Service | null,
  context: RpcContext,
  deps: ConsoleDeps,
): Promise<Session> {
  const place = placeOfMessage(service);
  await context.requireOperator();
  return sessionOf(place, OPERATOR, deps);
}

function sessionOf(place: Place, caller: Caller, { stubs }: ConsoleDeps): Session {
  return { place, caller, actor: { actor: caller.actor }, object: stubs(addressOf(place)) };
}

async function callerOf(place: Place, context: RpcContext, { reads }: ConsoleDeps): Promise<Caller> {
  if (await context.isOperator()) return OPERATOR;
  const bearer = findBearer(context.header("authorization"));
  const { access } = await reads.read(place, (promise) => context.waitUntil(promise));
  return await callerByToken(bearer, place, access);
}

/** The tree as the author saw it. @throws Fault aborted where it is another by now */
export async function treeAt({ object }: Session, revision: number, withSecrets: boolean): Promise<Tree> {
  const tree = await ask(object.tree(withSecrets));
  if (tree.revision === revision) return tree;
  const message = `the configuration is at revision ${tree.revision} by now: look at it again`;
  throw refusalOf({ code: "aborted", message, revision: tree.revision });
}

/** @throws Fault internal where the object did not send it */
export function secretIn(secrets: Tree["secrets"], box: Pick<SecretBox, "open">): (id: string) => Promise<string> {
  const byId = new Map(secrets.map((row) => [String(row.id), row]));
  return async (id) => {
    const row = byId.get(id);
    if (row === undefined) throw new Fault("internal", "a secret is missing");
    return await box.open(row, row.label);
  };
}
