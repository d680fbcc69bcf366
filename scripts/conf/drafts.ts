/**
 * Commands that read and edit: get, set, delete, discard, diff.
 * @module
 */
import { Fault } from "../../proto/fault.ts";
import * as wire from "../../proto/gen/config.contract.ts";
import type { Command, Output, Run } from "./command.ts";
import type { Console } from "./console.ts";
import { changedAt } from "./json-path.ts";
import { orNone, printable, ruleOf, shownChanges, shownValue, table, typeName, typeNumber } from "./show.ts";
import { LeftInDraft } from "./trouble.ts";
import { pairsOf, placeOf, serviceOf, UsageError, wholeOf } from "./usage.ts";

export const get: Command = {
  usage: "get <service> [<section>[/<key>]]",
  summary: "what is published; of one key its value alone",
  options: {
    draft: { kind: "flag", help: "with the edits that are not published yet" },
    clear: { kind: "flag", help: "as a node reads it, secrets in clear; needs the right `read`" },
    node: { kind: "string", value: "<name>", help: "with --clear: as this node reads it, in a gray release too" },
    label: { kind: "list", value: "<name=value>", help: "with --clear: as a node with this label; may be repeated" },
  },
  async run(run) {
    const [serviceText, what] = run.words;
    const service = serviceOf(serviceText);
    const [section, ...keyParts] = (what ?? "").split("/");
    const key = keyParts.join("/");
    const fits = (entry: { section: string; key: string }) =>
      (what === undefined || entry.section === section) && (key === "" || entry.key === key);
    const { head, entries } = run.options.flag("clear") ? await clearOf(run, service) : await treeOf(run, service);
    const found = entries.filter(fits);
    if (found.length === 0 && what !== undefined) throw new UsageError(`nothing is at ${what} of ${serviceText}`);
    const [only] = found;
    if (key !== "" && only !== undefined) {
      if (only.secret && only.value === "")
        throw new UsageError(`${what} is a secret: --clear shows it to who may read`);
      return { text: only.value, json: wire.Entry.toJson(only) };
    }
    const rows = found.map((entry) => [
      `${entry.section}/${entry.key}`,
      typeName(entry.type),
      run.options.flag("clear") ? entry.value : shownValue(entry),
      entry.comment,
    ]);
    return {
      text: `${head}\n\n${table(["key", "type", "value", "comment"], rows)}`,
      json: found.map((entry) => wire.Entry.toJson(entry)),
    };
  },
};

interface Seen {
  readonly head: string;
  readonly entries: readonly wire.Entry[];
}

async function clearOf({ console, options }: Run, service: { service: string; idc: string }): Promise<Seen> {
  const labels = pairsOf(options.list("label"), "--label");
  const { version, values } = await console.getValues({ service, node: options.text("node") ?? "", labels });
  const entries = values.map((value) => ({ ...value, secret: false, comment: "", revision: 0 }));
  return { head: `version ${version}`, entries };
}

async function treeOf({ console, options }: Run, service: { service: string; idc: string }): Promise<Seen> {
  const tree = await console.getTree({ service });
  const gray = tree.gray === null ? "" : `, version ${tree.gray.version} in gray release for ${ruleOf(tree.gray.rule)}`;
  const edits = tree.draft.length === 0 ? "" : `, ${tree.draft.length} edits in the draft`;
  const head = `${tree.version === 0 ? "nothing is published" : `version ${tree.version}`}${gray}${edits}`;
  return { head, entries: options.flag("draft") ? drafted(tree) : tree.entries };
}

function drafted({ entries, draft }: wire.Tree): wire.Entry[] {
  const all = new Map(entries.map((entry) => [`${entry.section}/${entry.key}`, entry]));
  for (const { entry, deleted } of draft) {
    if (entry === null) continue;
    if (deleted) all.delete(`${entry.section}/${entry.key}`);
    else all.set(`${entry.section}/${entry.key}`, entry);
  }
  return [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}

export const set: Command = {
  usage: "set <service> <section>/<key> [<value>]",
  summary: "puts a value into the draft; `publish` makes it visible",
  options: {
    type: { kind: "string", value: "<type>", help: "text, number, boolean, json or duration; as it was, or text" },
    file: { kind: "string", short: "f", value: "<file>", help: "the value is in a file, `-` for standard input" },
    at: {
      kind: "string",
      value: "<path>",
      help: "only this field of a JSON value, such as cache.ttlSeconds or urls.0",
    },
    secret: { kind: "flag", help: "encrypted, and masked for everyone who may not read" },
    comment: { kind: "string", value: "<text>", help: "what it is for" },
    publish: { kind: "flag", help: "publishes at once, with all that is in the draft" },
    message: { kind: "string", short: "m", value: "<text>", help: "of --publish: why" },
  },
  async run({ console, words, options, read }) {
    const [serviceText, placeText, given] = words;
    const service = serviceOf(serviceText);
    const place = placeOf(placeText);
    const file = options.text("file");
    if ((given === undefined) === (file === undefined)) throw new UsageError("give a value, or a file with --file");
    const text = given ?? (await read(file ?? ""));
    const tree = await console.getTree({ service });
    const { entry, revision } = currentOf(tree, place);
    const at = options.text("at");
    const value = at === undefined ? text : changedAt(textIn(entry, placeText), at, text);
    const type = options.text("type");
    const edit = {
      ...place,
      revision,
      value,
      type: type === undefined ? (entry?.type ?? typeOf(at)) : typeNumber(type),
      secret: options.flag("secret") || entry?.secret === true,
      comment: options.text("comment") ?? entry?.comment ?? "",
    };
    const edited = await console.edit({ service, edits: [edit] });
    if (!options.flag("publish")) {
      const text = `${placeText} is in the draft: publish it with \`publish ${serviceText}\``;
      return { text, json: wire.EditResponse.toJson(edited) };
    }
    return await publishedAtOnce(console, service, edited.revision, options.text("message"));
  },
};

/** 0 is what the console takes for `as it was, or text`. */
function typeOf(at: string | undefined): number {
  return at === undefined ? 0 : typeNumber("json");
}

function textIn(entry: wire.Entry | undefined, place: string | undefined): string {
  if (entry === undefined) throw new UsageError(`there is no ${place} of which a field could be changed`);
  if (entry.secret) throw new UsageError(`${place} is a secret: it is set as a whole`);
  return entry.value;
}

/** The entry as the draft has it, and the revision that an edit of it has to name. */
function currentOf({ entries, draft }: wire.Tree, { section, key }: wire.Place) {
  const isIt = (entry: wire.Entry | null) => entry?.section === section && entry.key === key;
  const edited = draft.find(({ entry }) => isIt(entry));
  const published = entries.find(isIt);
  const entry = edited === undefined ? published : edited.deleted ? undefined : (edited.entry ?? undefined);
  return { entry, revision: edited?.entry?.revision ?? published?.revision ?? 0 };
}

export const remove: Command = {
  usage: "delete <service> <section>/<key> …",
  summary: "takes keys away, in the draft",
  async run({ console, words: [serviceText, ...placeTexts] }) {
    const service = serviceOf(serviceText);
    const places = placeTexts.map(placeOf);
    if (places.length === 0) throw new UsageError("a key is needed with its section, such as routes/shop.item");
    const tree = await console.getTree({ service });
    const edits = places.map((place) => ({ ...place, revision: currentOf(tree, place).revision, delete: true }));
    const edited = await console.edit({ service, edits });
    const text = `${placeTexts.join(", ")}: goes with the next \`publish ${serviceText}\``;
    return { text, json: wire.EditResponse.toJson(edited) };
  },
};

export const discard: Command = {
  usage: "discard <service> [<section>/<key> …]",
  summary: "takes edits of the draft back, or all of them",
  async run({ console, words: [serviceText, ...placeTexts] }) {
    const service = serviceOf(serviceText);
    const places = placeTexts.map(placeOf);
    const { revision } = await console.getTree({ service });
    const answer = await console.discard({ service, revision, places });
    return { text: `${answer.discarded} edits are taken back`, json: wire.DiscardResponse.toJson(answer) };
  },
};

export const diff: Command = {
  usage: "diff <service> [<from> [<to>]]",
  summary: "what the draft changes, or one version against another",
  async run({ console, words: [serviceText, from, to] }) {
    const request = { service: serviceOf(serviceText), from: versionOf(from), to: versionOf(to) };
    const answer = await console.diff(request);
    const text = answer.changes.length === 0 ? "no difference" : shownChanges(answer.changes);
    return { text, json: wire.DiffResponse.toJson(answer) };
  },
};

function versionOf(text: string | undefined): number {
  return text === undefined ? 0 : wholeOf(text, "a version");
}

export async function published(
  console: Console,
  service: { service: string; idc: string },
  revision: number,
  message = "",
): Promise<Output> {
  const release = await console.publish({ service, revision, message });
  const name = orNone(service.idc === "" ? service.service : `${service.service}/${service.idc}`);
  return { text: `version ${release.version} of ${printable(name)} is published`, json: wire.Release.toJson(release) };
}

/** Of edits that the same command has made. */
export async function publishedAtOnce(...asked: Parameters<typeof published>): Promise<Output> {
  try {
    return await published(...asked);
  } catch (error) {
    throw error instanceof Fault ? new LeftInDraft(error) : error;
  }
}
