/**
 * The console's draft: reading it, editing it, and what it would change.
 * @module
 */
import type { DraftEdit } from "../../durable/config/drafts.ts";
import type { Tree } from "../../durable/config/views.ts";
import {
  applyEdits,
  COMMENT_LENGTH_MAX,
  diff,
  ENTRIES_MAX,
  isKeyName,
  isSectionName,
  parseValue,
  placeOf,
  VALUE_BYTES_MAX,
  type ValueType,
} from "../../proto/config/config.ts";
import { Fault } from "../../proto/fault.ts";
import type * as wire from "../../proto/gen/config.contract.ts";
import type { RpcContext } from "../rpc/rpc.ts";
import { begin, type ConsoleDeps, type Session } from "./console-deps.ts";
import { changeMessage, entryMessage, ruleMessage, timestampOf, typeOfNumber } from "./console-wire.ts";
import { ask, type Place } from "./objects.ts";
import type { SecretBox } from "./secret-box.ts";

/** A secret is a password or a key, not a document: all of them travel with each version. */
const SECRET_BYTES_MAX = 16_384;

export function draftHandlers(deps: ConsoleDeps) {
  return {
    async getTree({ service }: wire.GetTreeRequest, context: RpcContext) {
      const { object } = await begin(service, context, deps, "edit", "publish");
      return treeMessage(await ask(object.tree(false)));
    },

    async edit({ service, edits }: wire.EditRequest, context: RpcContext) {
      const session = await begin(service, context, deps, "edit");
      if (edits.length === 0 || edits.length > ENTRIES_MAX) {
        throw new Fault("invalid_argument", `edits: 1 to ${ENTRIES_MAX} expected`);
      }
      const typeOf = await knownTypes(session, edits);
      const checked: DraftEdit[] = [];
      for (const each of edits) checked.push(await checkEdit(each, session.place, typeOf, deps.box));
      requireDistinct(checked);
      return { revision: await ask(session.object.edit(session.actor, checked)) };
    },

    async discard({ service, revision, places }: wire.DiscardRequest, context: RpcContext) {
      const { object, actor } = await begin(service, context, deps, "edit");
      return { discarded: await ask(object.discard(actor, revision, places)) };
    },

    async diff({ service, from, to }: wire.DiffRequest, context: RpcContext) {
      const { object } = await begin(service, context, deps, "edit", "publish");
      const tree = await ask(object.tree(false));
      const contentOf = async (number: number) => (await ask(object.version(number, false))).content;
      const before = from === 0 ? tree.content : await contentOf(from);
      const after = to === 0 ? applyEdits(tree.content, tree.draft) : await contentOf(to);
      return { revision: tree.revision, changes: diff(before, after).map(changeMessage) };
    },
  };
}

function treeMessage({ revision, main, gray, content, draft, open, schema }: Tree) {
  return {
    revision,
    version: main,
    gray: gray === undefined ? null : { version: gray.version, rule: ruleMessage(gray.rule) },
    entries: content.map(entryMessage),
    draft: draft.map((row) => ({
      entry:
        row.entry === undefined
          ? { section: row.section, key: row.key, revision: row.revision }
          : { ...entryMessage(row.entry), revision: row.revision },
      deleted: row.entry === undefined,
      author: row.author,
      editedAt: timestampOf(row.atMs),
    })),
    open,
    hasSchema: schema !== undefined,
  };
}

type TypeOf = (section: string, key: string) => ValueType;

/** What a value is where its edit does not say: asked for only where one leaves it open. */
async function knownTypes({ object }: Session, edits: readonly wire.Edit[]): Promise<TypeOf> {
  if (!edits.some((each) => each.type === 0 && !each.delete)) return () => "text";
  const { content, draft } = await ask(object.tree(false));
  const types = new Map(applyEdits(content, draft).map((entry) => [placeOf(entry), entry.type]));
  return (section, key) => types.get(placeOf({ section, key })) ?? "text";
}

/** @throws Fault invalid_argument, naming the key */
export async function checkEdit(edit: wire.Edit, place: Place, typeOf: TypeOf, box: SecretBox): Promise<DraftEdit> {
  const { section, key, revision, secret, comment, value } = edit;
  if (!isSectionName(section)) throw new Fault("invalid_argument", "section: 1 to 64 of A-Z a-z 0-9 . _ - expected");
  if (!isKeyName(key)) {
    throw new Fault("invalid_argument", `a key in ${section}: 1 to 128 characters without white space, = : # ! \\`);
  }
  if (edit.delete) return { section, key, revision };
  const refuse = (what: string) => new Fault("invalid_argument", `${section}/${key}: ${what}`);
  if (comment.length > COMMENT_LENGTH_MAX) throw refuse(`a comment has at most ${COMMENT_LENGTH_MAX} characters`);
  const type = typeOfNumber(edit.type) ?? typeOf(section, key);
  if (value === undefined) return { section, key, revision, set: { type, comment, secret } };
  const bytes = new TextEncoder().encode(value).length;
  const most = secret ? SECRET_BYTES_MAX : VALUE_BYTES_MAX;
  if (bytes > most) throw refuse(`a ${secret ? "secret" : "value"} has at most ${most} bytes`);
  if (!value.isWellFormed()) throw refuse("the value is no Unicode text");
  const { flaw } = parseValue(type, value);
  if (flaw !== undefined) throw refuse(flaw);
  if (!secret) return { section, key, revision, set: { type, comment, secret, value } };
  const label = `config/${place.service}/${place.idc}/${section}/${key}`;
  return {
    section,
    key,
    revision,
    set: { type, comment, secret, sealed: { ...(await box.seal(value, label)), label } },
  };
}

function requireDistinct(edits: readonly DraftEdit[]): void {
  const places = new Set<string>();
  for (const edit of edits) {
    if (places.has(placeOf(edit))) throw new Fault("invalid_argument", `${edit.section}/${edit.key}: is there twice`);
    places.add(placeOf(edit));
  }
}
