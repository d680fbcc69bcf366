/**
 * The console's releases. What is to be released is read, checked, and then released as of the revision that was checked: whatever changed in
 * between makes it `aborted`.
 * @module
 */
import type { Tree } from "../../durable/config/views.ts";
import { applyEdits, type Content } from "../../proto/config/config.ts";
import { Fault } from "../../proto/fault.ts";
import type * as wire from "../../proto/gen/config.contract.ts";
import type { RpcContext } from "../rpc/rpc.ts";
import { begin, type ConsoleDeps, type Session, secretIn, treeAt } from "./console-deps.ts";
import { checkMessage, ruleOf } from "./console-wire.ts";
import { ask } from "./objects.ts";
import { checkRelease } from "./release-check.ts";

interface Checked {
  readonly schema: string | undefined;
  readonly secrets: Tree["secrets"];
}

export function releaseHandlers(deps: ConsoleDeps) {
  const check = async ({ place }: Session, content: Content, { schema, secrets }: Checked) => {
    const open = secretIn(secrets, deps.box);
    const textOf = async ({ secret, value }: Content[number]) => (secret ? await open(value) : value);
    await checkRelease(content, schema, textOf, deps.checks.get(place.service));
  };
  const checkDraft = async (session: Session, revision: number) => {
    const { content, draft, schema, secrets } = await treeAt(session, revision, true);
    await check(session, applyEdits(content, draft), { schema, secrets });
  };
  const checkVersion = async (session: Session, { schema }: Tree, number: number) => {
    const { content, secrets } = await ask(session.object.version(number, true));
    await check(session, content, { schema, secrets });
  };

  return {
    async publish({ service, revision, message }: wire.PublishRequest, context: RpcContext) {
      const session = await begin(service, context, deps, "publish");
      checkMessage(message);
      await checkDraft(session, revision);
      return await ask(session.object.publish(session.actor, revision, message));
    },

    async rollback({ service, revision, version, message }: wire.RollbackRequest, context: RpcContext) {
      const session = await begin(service, context, deps, "publish");
      checkMessage(message);
      await checkVersion(session, await treeAt(session, revision, false), version);
      return await ask(session.object.rollBack(session.actor, revision, version, message));
    },

    async startGray({ service, revision, rule, message }: wire.StartGrayRequest, context: RpcContext) {
      const session = await begin(service, context, deps, "publish");
      const checkedRule = ruleOf(rule);
      checkMessage(message);
      await checkDraft(session, revision);
      return await ask(session.object.startGray(session.actor, revision, checkedRule, message));
    },

    async moveGray({ service, revision, rule }: wire.MoveGrayRequest, context: RpcContext) {
      const { object, actor } = await begin(service, context, deps, "publish");
      return await ask(object.moveGray(actor, revision, ruleOf(rule)));
    },

    async promote({ service, revision, message }: wire.EndGrayRequest, context: RpcContext) {
      const session = await begin(service, context, deps, "publish");
      checkMessage(message);
      const tree = await treeAt(session, revision, false);
      if (tree.gray === undefined) throw new Fault("failed_precondition", "no gray release is under way");
      await checkVersion(session, tree, tree.gray.version);
      return await ask(session.object.promote(session.actor, revision, message));
    },

    async abandon({ service, revision, message }: wire.EndGrayRequest, context: RpcContext) {
      const { object, actor } = await begin(service, context, deps, "publish");
      return await ask(object.abandon(actor, revision, checkMessage(message)));
    },
  };
}
