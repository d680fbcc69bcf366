/**
 * The console's administration: services, tokens, access keys, schema, openness, and keys that change.
 * @module
 */
import { renderBase64Url } from "../../proto/base64.ts";
import { RIGHTS, type Right } from "../../proto/config/config.ts";
import { renderHex } from "../../proto/digest.ts";
import { Fault } from "../../proto/fault.ts";
import type * as wire from "../../proto/gen/config.contract.ts";
import type { RpcContext } from "../rpc/rpc.ts";
import { newId, newToken, TOKEN_ID } from "./callers.ts";
import { begin, beginAsOperator, type ConsoleDeps } from "./console-deps.ts";
import { timestampOf } from "./console-wire.ts";
import { ask, reached } from "./objects.ts";
import { checkSchema } from "./release-check.ts";

const EPOCH_BYTES = 16;
const ACCESS_KEY_BYTES = 24;
/** Of people and pipelines; it stands in versions and in the audit log. */
const TOKEN_NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._@-]{0,63}$/u;
const RESEALED_AT_ONCE = 100;

export function accessHandlers(deps: ConsoleDeps) {
  return {
    async createService({ service }: wire.CreateServiceRequest, context: RpcContext) {
      const { object, actor, place } = await beginAsOperator(service, context, deps);
      const epoch = renderHex(crypto.getRandomValues(new Uint8Array(EPOCH_BYTES)));
      const created = await ask(object.create(actor, epoch, place));
      await reached(deps.directory().note(place.service, place.idc));
      return { created };
    },

    async getSchema({ service }: wire.GetSchemaRequest, context: RpcContext) {
      const { object } = await begin(service, context, deps, "edit", "publish");
      return { json: (await ask(object.tree(false))).schema ?? "" };
    },

    async setSchema({ service, json }: wire.SetSchemaRequest, context: RpcContext) {
      const { object, actor } = await begin(service, context, deps, "admin");
      if (json !== "") checkSchema(json);
      return { revision: await ask(object.setSchema(actor, json === "" ? undefined : json)) };
    },

    async listTokens({ service }: wire.ListTokensRequest, context: RpcContext) {
      const { object } = await begin(service, context, deps, "admin");
      const rows = await ask(object.tokens());
      return { tokens: rows.map(({ atMs, ...row }) => ({ ...row, createdAt: timestampOf(atMs) })) };
    },

    async createToken({ service, name, rights }: wire.CreateTokenRequest, context: RpcContext) {
      const { object, actor, place } = await begin(service, context, deps, "admin");
      checkName(name);
      const { id, token, digest } = await newToken(place);
      await ask(object.addToken(actor, { id, name, digest, rights: rightsOf(rights) }));
      return { id, token };
    },

    async dropToken({ service, id }: wire.DropTokenRequest, context: RpcContext) {
      const { object, actor } = await begin(service, context, deps, "admin");
      await ask(object.dropToken(actor, checkId(id)));
      return {};
    },

    async listAccessKeys({ service }: wire.ListAccessKeysRequest, context: RpcContext) {
      const { object } = await begin(service, context, deps, "admin");
      const rows = await ask(object.accessKeys());
      return { keys: rows.map(({ atMs, ...row }) => ({ ...row, createdAt: timestampOf(atMs) })) };
    },

    async createAccessKey({ service, name }: wire.CreateAccessKeyRequest, context: RpcContext) {
      const { object, actor, place } = await begin(service, context, deps, "admin");
      checkName(name);
      const id = newId();
      const secret = renderBase64Url(crypto.getRandomValues(new Uint8Array(ACCESS_KEY_BYTES)));
      const label = `config/${place.service}/${place.idc} access key ${id}`;
      await ask(object.addAccessKey(actor, { id, name, sealed: { ...(await deps.box.seal(secret, label)), label } }));
      return { id, secret };
    },

    async dropAccessKey({ service, id }: wire.DropAccessKeyRequest, context: RpcContext) {
      const { object, actor } = await begin(service, context, deps, "admin");
      await ask(object.dropAccessKey(actor, checkId(id)));
      return {};
    },

    async setOpen({ service, open }: wire.SetOpenRequest, context: RpcContext) {
      const { object, actor } = await begin(service, context, deps, "admin");
      await ask(object.setOpen(actor, open));
      return {};
    },

    async reseal({ service }: wire.ResealRequest, context: RpcContext) {
      const { object, actor } = await begin(service, context, deps, "admin");
      const rows = await ask(object.sealedWithOthers(await deps.box.keyId(), RESEALED_AT_ONCE + 1));
      const batch = rows.slice(0, RESEALED_AT_ONCE);
      const done = await Promise.all(
        batch.map(async (row) => ({
          id: row.id,
          ...(await deps.box.seal(await deps.box.open(row, row.label), row.label)),
        })),
      );
      if (done.length > 0) await ask(object.reseal(actor, done));
      return { resealed: done.length, remaining: rows.length > batch.length };
    },
  };
}

function checkName(name: string): void {
  if (!TOKEN_NAME.test(name) || name === "operator") {
    throw new Fault("invalid_argument", "name: 1 to 64 letters, digits, spaces and . _ @ - expected");
  }
}

function checkId(id: string): string {
  if (!TOKEN_ID.test(id)) throw new Fault("invalid_argument", "id: 12 hexadecimal digits expected");
  return id;
}

/** @throws Fault invalid_argument */
function rightsOf(names: readonly string[]): Right[] {
  const rights = RIGHTS.filter((right) => names.includes(right));
  if (rights.length > 0 && names.every((name) => rights.some((right) => right === name))) return rights;
  throw new Fault("invalid_argument", `rights: some of ${RIGHTS.join(", ")} expected`);
}
