/**
 * The console's import and export of a whole configuration.
 * @module
 */
import type { Tree } from "../../durable/config/views.ts";
import { applyEdits, type Entry, placeOf } from "../../proto/config/config.ts";
import { Fault } from "../../proto/fault.ts";
import type * as wire from "../../proto/gen/config.contract.ts";
import type { RpcContext } from "../rpc/rpc.ts";
import { begin, type ConsoleDeps, secretIn, treeAt } from "./console-deps.ts";
import { checkEdit } from "./console-drafts.ts";
import { typeNumber } from "./console-wire.ts";
import { type DocumentEntry, type Format, parseDocument, renderDocument } from "./documents.ts";
import { ask } from "./objects.ts";

export function documentHandlers(deps: ConsoleDeps) {
  return {
    async export({ service, format, version, reveal }: wire.ExportRequest, context: RpcContext) {
      const session = reveal
        ? await begin(service, context, deps, "admin")
        : await begin(service, context, deps, "edit", "publish");
      const { object, actor, place } = session;
      const number = version === 0 ? (await ask(object.tree(false))).main : version;
      if (number === 0) throw new Fault("not_found", "nothing is released yet");
      const { content, secrets } = await ask(object.version(number, reveal));
      // First it is noted, then it is shown.
      if (reveal) await ask(object.noteReveal(actor, `export of version ${number}`));
      const open = secretIn(secrets, deps.box);
      const textOf = async ({ secret, value }: Entry) => (secret ? (reveal ? await open(value) : undefined) : value);
      return { document: await renderDocument({ ...place, version: number }, content, formatOf(format), textOf) };
    },

    async import({ service, format, document, replace, revision }: wire.ImportRequest, context: RpcContext) {
      const session = await begin(service, context, deps, "edit");
      const entries = parseDocument(document, formatOf(format));
      const tree = await treeAt(session, revision, true);
      const edits = await editsFor(entries, tree, replace, secretIn(tree.secrets, deps.box));
      if (edits.length === 0) return { revision: tree.revision, edits: 0 };
      const checked = [];
      for (const edit of edits) checked.push(await checkEdit(edit, session.place, () => "text", deps.box));
      return { revision: await ask(session.object.edit(session.actor, checked)), edits: edits.length };
    },
  };
}

/** Only what differs: an import of what is there already changes nothing. @throws Fault invalid_argument, naming the key */
async function editsFor(
  entries: readonly DocumentEntry[],
  { content, draft }: Tree,
  replace: boolean,
  open: (id: string) => Promise<string>,
): Promise<wire.Edit[]> {
  const present = new Map(applyEdits(content, draft).map((entry) => [placeOf(entry), entry]));
  const revisions = new Map([...content, ...draft].map((row) => [placeOf(row), row.revision]));
  const edits: wire.Edit[] = [];
  for (const entry of entries) {
    const was = present.get(placeOf(entry));
    present.delete(placeOf(entry));
    if (entry.value === undefined && was === undefined) {
      throw new Fault("invalid_argument", `${entry.section}/${entry.key}: a value is needed`);
    }
    if (was !== undefined && (await isSame(was, entry, open))) continue;
    const { section, key, secret, comment, value } = entry;
    const type = typeNumber(entry.type);
    const revision = revisions.get(placeOf(entry)) ?? 0;
    const said = value === undefined ? {} : { value };
    edits.push({ section, key, revision, delete: false, type, secret, comment, ...said });
  }
  for (const { section, key } of replace ? present.values() : []) {
    const revision = revisions.get(placeOf({ section, key })) ?? 0;
    edits.push({ section, key, revision, delete: true, type: 0, secret: false, comment: "" });
  }
  return edits;
}

async function isSame(was: Entry, entry: DocumentEntry, open: (id: string) => Promise<string>): Promise<boolean> {
  if (was.type !== entry.type || was.secret !== entry.secret || was.comment !== entry.comment) return false;
  return entry.value === undefined || entry.value === (was.secret ? await open(was.value) : was.value);
}

function formatOf(format: number): Format {
  if (format > 2) throw new Fault("invalid_argument", `format: ${format} is none`);
  return format === 2 ? "yaml" : "json";
}
