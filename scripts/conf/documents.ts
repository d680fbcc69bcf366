/**
 * Commands for whole configurations: import, export, schema.
 * @module
 */
import * as v from "valibot";
import { parse as parseYaml, stringify as renderYaml } from "yaml";
import * as wire from "../../proto/gen/config.contract.ts";
import type { Command } from "./command.ts";
import { publishedAtOnce } from "./drafts.ts";
import { isRouteTable, routeTableOf, sectionsOf } from "./route-table.ts";
import { serviceOf, UsageError } from "./usage.ts";

type FormatName = "json" | "yaml";
const FORMATS: Readonly<Record<FormatName, number>> = { json: wire.Format.FORMAT_JSON, yaml: wire.Format.FORMAT_YAML };

export const importDocument: Command = {
  usage: "import <service> <file>",
  summary: "a document into the draft: what `export` gives, or a route table (`-` for standard input)",
  options: {
    format: { kind: "string", value: "<format>", help: "json or yaml; by the file's name where it is not said" },
    replace: { kind: "flag", help: "keys that are not in the document go" },
    publish: { kind: "flag", help: "publishes at once, with all that is in the draft" },
    message: { kind: "string", short: "m", value: "<text>", help: "of --publish: why" },
  },
  async run({ console, words: [serviceText, file], options, read }) {
    const service = serviceOf(serviceText);
    if (file === undefined) throw new UsageError("a file is needed");
    const name = options.text("format") ?? (/\.ya?ml$/i.test(file) ? "yaml" : "json");
    if (name !== "json" && name !== "yaml") throw new UsageError("--format: json or yaml expected");
    const text = await read(file);
    const table = structureOf(text, name);
    const { revision } = await console.getTree({ service });
    const request = { service, revision, replace: options.flag("replace") };
    const answer = isRouteTable(table)
      ? await console.import({ ...request, format: FORMATS.json, document: JSON.stringify(sectionsOf(table)) })
      : await console.import({ ...request, format: FORMATS[name], document: text });
    const changes = `${answer.edits} ${answer.edits === 1 ? "key differs" : "keys differ"}`;
    if (!options.flag("publish") || answer.edits === 0) {
      return {
        text: `${changes} from what was there; look with \`diff ${serviceText}\``,
        json: wire.ImportResponse.toJson(answer),
      };
    }
    const { text: line, json } = await publishedAtOnce(console, service, answer.revision, options.text("message"));
    return { text: `${changes}; ${line}`, json };
  },
};

/** Undefined where it does not parse: the edge says what is wrong with it. */
function structureOf(text: string, format: FormatName): unknown {
  try {
    return format === "json" ? JSON.parse(text) : parseYaml(text);
  } catch {
    return undefined;
  }
}

export const exportDocument: Command = {
  usage: "export <service> [<file>]",
  summary: "a whole configuration as a document",
  options: {
    format: {
      kind: "string",
      value: "<format>",
      help: "json, yaml, or table: a route table as ROUTES takes it; yaml by default",
    },
    version: { kind: "string", value: "<version>", help: "the published one by default" },
    reveal: { kind: "flag", help: "secrets in clear; needs the right `admin`, and is noted" },
  },
  async run({ console, words: [serviceText, file], options, write }) {
    const service = serviceOf(serviceText);
    const name = options.text("format") ?? (file !== undefined && /\.json$/i.test(file) ? "json" : "yaml");
    if (name !== "json" && name !== "yaml" && name !== "table")
      throw new UsageError("--format: json, yaml or table expected");
    const format = name === "yaml" ? FORMATS.yaml : FORMATS.json;
    const request = { service, format, version: options.whole("version") ?? 0, reveal: options.flag("reveal") };
    const { document } = await console.export(request);
    const text = name === "table" ? `${JSON.stringify(routeTableOf(document), null, 2)}\n` : readable(document, name);
    const json = name === "yaml" ? parseYaml(text) : JSON.parse(text);
    if (file === undefined) return { text: text.trimEnd(), json };
    await write(file, text);
    return { text: `written to ${file}`, json };
  },
};

const exportSchema = v.looseObject({ sections: v.record(v.string(), v.record(v.string(), v.looseObject({}))) });

/** JSON values as structures, which people read and edit more easily than texts. One that would lose something stays a text. */
function readable(document: string, format: FormatName): string {
  const parsed = v.parse(exportSchema, format === "json" ? JSON.parse(document) : parseYaml(document));
  for (const entry of Object.values(parsed.sections).flatMap((keys) => Object.values(keys))) {
    if (entry.type === "json" && typeof entry.value === "string") entry.value = structured(entry.value);
  }
  return format === "json" ? `${JSON.stringify(parsed, null, 2)}\n` : renderYaml(parsed);
}

function structured(text: string): unknown {
  const value: unknown = JSON.parse(text);
  // A text would be taken for the document itself, and spaces, names that come twice or digits beyond 2^53 would not come back.
  return typeof value === "object" && value !== null && JSON.stringify(value) === text ? value : text;
}

export const schema: Command = {
  usage: "schema <service> [<file>]",
  summary: "shows or sets the JSON Schema that every release must fit",
  options: { none: { kind: "flag", help: "takes it away" } },
  async run({ console, words: [serviceText, file], options, read }) {
    const service = serviceOf(serviceText);
    if (options.flag("none") || file !== undefined) {
      const text = options.flag("none") ? "" : await read(file ?? "");
      const json = /\.ya?ml$/i.test(file ?? "") ? JSON.stringify(parseYaml(text)) : text;
      const answer = await console.setSchema({ service, json });
      return {
        text: json === "" ? "there is no schema any more" : "releases must fit it from now on",
        json: wire.SetSchemaResponse.toJson(answer),
      };
    }
    const { json } = await console.getSchema({ service });
    if (json === "") return { text: "there is no schema", json: null };
    return { text: renderYaml(JSON.parse(json)).trimEnd(), json: JSON.parse(json) };
  },
};
